"""Evidence and contacts in the form for a browser: the first of each list, and how many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seriatim.association.contacts import Contact, Pair
from seriatim.association.evidence import Evidence, Support, support_summary, whose
from seriatim.association.evidence_overview import Grounds
from seriatim.lang import records
from seriatim.messages import web as messages
from seriatim.model import Actor, Event
from seriatim.temporal import edtf
from seriatim.web import schemas

FEW = 8  # events that are shown with their words
MOST = 100  # rows of any other list
WORDS = 3  # quotes of an event
LONG = 400  # characters of a quote


def overview(found: Grounds) -> schemas.Grounds:
    """The overview of the evidence."""
    best = found.best(FEW)
    return schemas.Grounds(
        counts=_counts(found),
        documents=[
            schemas.DocumentClaims(document=d, claims=n, dated=d not in found.undated)
            for d, n in found.documents[:MOST]
        ],
        undated=list(found.undated[:MOST]),
        ties=[schemas.Dependence(says=why, events=n) for why, n in found.ties[:MOST]],
        cited=[
            schemas.CitedSource(name=c.name, claims=c.claims, documents=c.documents, named=c.named)
            for c in found.cited[:MOST]
        ],
        absent=[
            schemas.MissingDocument(
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
            schemas.MissingEvidence(
                what=what,
                says=records.MISSING[what],
                all=len(events),
                events=[_short(e.event) for e in events[:MOST]],
            )
            for what, events in found.missing().items()
        ],
    )


def _counts(found: Grounds) -> schemas.EvidenceCounts:
    """How many there are of everything."""
    support = [e.event.corroboration for e in found.found if e.asserted]
    claims = found.claims
    return schemas.EvidenceCounts(
        events=len(found.found),
        independent=sum(s.independent > 1 for s in support),
        bound=sum(s.documents > 1 and s.independent == 1 for s in support),
        alone=sum(s.documents == 1 for s in support),
        unsaid=sum(not e.asserted for e in found.found),
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


def _short(event: Event) -> schemas.EventSummary:
    """An event in a list."""
    return schemas.EventSummary(
        event=event.id, when=edtf.say(event.when.edtf), summary=event.summary
    )


def _weighed(found: Evidence) -> schemas.EventEvidence:
    """An event with its evidence."""
    supports = [*found.asserted, *found.denied, *found.planned]
    return schemas.EventEvidence(
        **_short(found.event).model_dump(),
        told=support_summary(found),
        words=[_of(support) for support in supports[:WORDS]],
        missing=[records.MISSING[what] for what in found.missing],
        settles=found.settles,
    )


def _of(support: Support) -> schemas.Quotation:
    """A claim as a quotation."""
    claim, how = support.claim, ""
    if claim.polarity == "-":
        how = messages.DENIED
    elif claim.planned:
        how = messages.PLANNED
    return _quoted(claim.quote, claim.document, how + whose(support))


def _quoted(quote: str, document: str, says: str) -> schemas.Quotation:
    """A quotation, cut where it is long."""
    words = " ".join(quote.split())
    return schemas.Quotation(
        quote=words if len(words) <= LONG else words[: LONG - 1] + "…", document=document, says=says
    )


# Contacts


def contact_pairs(
    found: Sequence[Pair], actors: Iterable[Actor], kinds: Iterable[str]
) -> schemas.ContactPairs:
    """The pairs who were in contact; ``kinds`` are those of the events that were searched."""
    names = {a.id: a.name for a in actors}
    return schemas.ContactPairs(
        all=len(found),
        kinds=sorted(set(kinds)),
        pairs=[_pair(pair, names) for pair in found[:MOST]],
    )


def _pair(pair: Pair, names: dict[str, str]) -> schemas.ContactPair:
    """A pair of actors with their contacts."""
    dated = [c for c in pair.contacts if c.event.when.edtf != edtf.UNKNOWN]
    return schemas.ContactPair(
        first=names.get(pair.first, pair.first),
        second=names.get(pair.second, pair.second),
        contacts=len(pair.contacts),
        there=_one_way(pair.contacts, pair.first),
        back=_one_way(pair.contacts, pair.second),
        undated=len(pair.contacts) - len(dated),
        from_=_date(min(dated, key=lambda c: (c.start, c.end), default=None)),
        to=_date(max(dated, key=lambda c: (c.end, c.start), default=None)),
        denied=len(pair.only_denied),
    )


def _one_way(contacts: Iterable[Contact], sender: str) -> int:
    """The number of contacts that only one side sent."""
    return sum(c.one_way and c.first == sender for c in contacts)


def _date(contact: Contact | None) -> str:
    """The date of a contact in words."""
    return edtf.say(contact.event.when.edtf) if contact else ""
