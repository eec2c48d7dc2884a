"""What the whole case rests on and who met whom, as a browser is given it: the first of each list, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seriatim.association.contacts import Contact, Pair
from seriatim.association.evidence import Evidence, Support, told_by, whose
from seriatim.association.evidence_overview import Grounds
from seriatim.lang.en import records
from seriatim.model import Actor, Event
from seriatim.temporal import edtf
from seriatim.web import schemas

FEW = 8  # events that are shown with their words
MOST = 100  # rows of any other list
WORDS = 3  # quotes of an event
LONG = 400  # characters of a quote


def shown(found: Grounds) -> schemas.Grounds:
    """What is shown of the grounds."""
    best = found.best(FEW)
    return schemas.Grounds(
        counts=_counts(found),
        documents=[
            schemas.Teller(document=d, claims=n, dated=d not in found.undated)
            for d, n in found.documents[:MOST]
        ],
        undated=list(found.undated[:MOST]),
        ties=[schemas.Tie(says=why, events=n) for why, n in found.ties[:MOST]],
        cited=[
            schemas.Cited(name=c.name, claims=c.claims, documents=c.documents, named=c.named)
            for c in found.cited[:MOST]
        ],
        absent=[
            schemas.Absent(
                url=a.url,
                claims=a.claims,
                event=a.event,
                words=_quoted(a.claim.quote, a.claim.document, ""),
            )
            for a in found.absent[:MOST]
        ],
        best=[_weighed(e) for e in best],
        least=[_weighed(e) for e in found.least(FEW, but=best)],
        missing=[
            schemas.Missing(
                what=what,
                says=records.MISSING[what],
                all=len(events),
                events=[_short(e.event) for e in events[:MOST]],
            )
            for what, events in found.missing().items()
        ],
    )


def _counts(found: Grounds) -> schemas.Counts:
    support = [e.event.corroboration for e in found.found if e.told]
    claims = found.claims
    return schemas.Counts(
        events=len(found.found),
        independent=sum(s.independent > 1 for s in support),
        bound=sum(s.documents > 1 and s.independent == 1 for s in support),
        alone=sum(s.documents == 1 for s in support),
        unsaid=sum(not e.told for e in found.found),
        claims=len(claims),
        own_words=found.own_words,
        hedged=sum(bool(c.hedges) or c.certainty != "certain" for c in claims),
        denied=sum(c.polarity == "-" for c in claims),
        planned=sum(c.planned and c.polarity == "+" for c in claims),
        documents=len(found.documents),
        undated_documents=len(found.undated),
        cited=len(found.cited),
        unnamed=sum(not c.named for c in found.cited),
        absent=len(found.absent),
    )


def _short(event: Event) -> schemas.Short:
    return schemas.Short(event=event.id, when=edtf.say(event.when.edtf), summary=event.summary)


def _weighed(found: Evidence) -> schemas.Weighed:
    supports = [*found.told, *found.denied, *found.planned]
    return schemas.Weighed(
        **_short(found.event).model_dump(),
        told=told_by(found),
        words=[_of(support) for support in supports[:WORDS]],
        missing=[records.MISSING[what] for what in found.missing],
        settles=found.settles,
    )


def _of(support: Support) -> schemas.Quoted:
    told = (
        "denied, "
        if support.claim.polarity == "-"
        else "planned, "
        if support.claim.planned
        else ""
    )
    return _quoted(support.claim.quote, support.claim.document, told + whose(support))


def _quoted(quote: str, document: str, says: str) -> schemas.Quoted:
    words = " ".join(quote.split())
    return schemas.Quoted(
        quote=words if len(words) <= LONG else words[: LONG - 1] + "…", document=document, says=says
    )


# Contacts


def pairs(found: Sequence[Pair], actors: Iterable[Actor], kinds: Iterable[str]) -> schemas.Pairs:
    """Who met whom.  ``kinds``: the kinds of the events that were looked at."""
    names = {a.id: a.name for a in actors}
    return schemas.Pairs(
        all=len(found), kinds=sorted(set(kinds)), pairs=[_met(pair, names) for pair in found[:MOST]]
    )


def _met(pair: Pair, names: dict[str, str]) -> schemas.Met:
    dated = [c for c in pair.contacts if c.event.when.edtf != edtf.UNKNOWN]
    return schemas.Met(
        first=names.get(pair.first, pair.first),
        second=names.get(pair.second, pair.second),
        contacts=len(pair.contacts),
        there=_ways(pair.contacts, pair.first),
        back=_ways(pair.contacts, pair.second),
        undated=len(pair.contacts) - len(dated),
        from_=_say(min(dated, key=lambda c: (c.start, c.end), default=None)),
        to=_say(max(dated, key=lambda c: (c.end, c.start), default=None)),
        denied=len(pair.only_denied),
    )


def _ways(contacts: Iterable[Contact], sender: str) -> int:
    return sum(c.one_way and c.first == sender for c in contacts)


def _say(contact: Contact | None) -> str:
    return edtf.say(contact.event.when.edtf) if contact else ""
