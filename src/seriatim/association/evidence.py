"""What is missing: what each event rests on, what stands against it, and what kind of document would settle it.  No verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from seriatim.lang.en import records
from seriatim.model import Chronology, Claim, Event, Finding
from seriatim.temporal import edtf

Hand = Literal["first hand", "other source", "document"]


@dataclass(frozen=True, slots=True)
class Support:
    """One claim and whose word it is: of somebody who takes part, of another source that the text names, or of the document alone.

    ``through``: names of those by way of whom the document has it, nearest to the document first.
    """

    claim: Claim
    hand: Hand
    source: str | None
    through: tuple[str, ...]
    hedges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """An event, the claims that say it happened, those that deny it or only plan it, and the findings against it.

    ``missing``: keys of ``records.MISSING``; ``settles``: what kind of document could settle it,
    empty where nothing is missing or the kind of event is not certain enough to say.
    """

    event: Event
    told: tuple[Support, ...]
    denied: tuple[Support, ...]
    planned: tuple[Support, ...]
    contradictions: tuple[Finding, ...]
    missing: tuple[str, ...] = ()
    settles: str = ""


def evidence(chronology: Chronology, events: Sequence[Event]) -> tuple[Evidence, ...]:
    """What each of the events rests on, those with most missing first, then those with fewest independent documents.

    ``events`` belong to the chronology.  Findings count where they are errors or warnings about the
    event or one of its claims.
    """
    read = _Reader(chronology)
    found = [read.event(event) for event in events]
    return tuple(
        sorted(
            found, key=lambda e: (-len(e.missing), e.event.corroboration.independent, e.event.id)
        )
    )


class _Reader:
    """A chronology, looked up by mention, document and event."""

    def __init__(self, chronology: Chronology) -> None:
        self.actor_of = {m.id: actor.id for actor in chronology.actors for m in actor.mentions}
        self.texts = {r.document.id: r.document.text for r in chronology.readings}
        self.first_person = {
            m.id
            for r in chronology.readings
            for m in r.mentions
            if m.text.lower() in records.FIRST_PERSON
        }
        self.findings = [f for f in chronology.findings if f.severity != "note"]
        self.about: dict[str, list[int]] = defaultdict(
            list
        )  # event or claim → where its findings stand; 100,000 events can't each look at all
        for n, finding in enumerate(self.findings):
            for about in (*finding.events, *finding.claims):
                self.about[about].append(n)

    def event(self, event: Event) -> Evidence:
        supports = [self.support(event, claim) for claim in event.claims]
        told = tuple(s for s in supports if s.claim.polarity == "+" and not s.claim.planned)
        denied = tuple(s for s in supports if s.claim.polarity == "-")
        planned = tuple(s for s in supports if s.claim.polarity == "+" and s.claim.planned)
        against = sorted(
            {
                n
                for about in (event.id, *(c.id for c in event.claims))
                for n in self.about.get(about, ())
            }
        )
        found = Evidence(event, told, denied, planned, tuple(self.findings[n] for n in against))
        missing = tuple(what for what, holds in LACKS.items() if holds(found))
        return replace(found, missing=missing, settles=_settles(event, missing))

    def support(self, event: Event, claim: Claim) -> Support:
        hedges = tuple(self.texts[claim.document][slice(*span)] for span in claim.hedges)
        source = claim.sources[-1] if claim.sources else None
        through = tuple(s.name for s in claim.sources[:-1])
        if source is None:
            took_part = any(p.mention in self.first_person for p in claim.participants)
            return Support(claim, "first hand" if took_part else "document", None, through, hedges)
        took_part = self.actor_of.get(source.mention or "") in {
            a.actor for a in event.actors if a.role != "place"
        }
        return Support(
            claim, "first hand" if took_part else "other source", source.name, through, hedges
        )


def _settles(event: Event, missing: Sequence[str]) -> str:
    """What kind of document could settle it.

    The kind of an event is read off its verb: where nobody takes part in what people do, or nobody
    goes anywhere who travels, the verb may mean something else ("the copy was returned"), and no
    record is named.
    """
    record = records.RECORDS.get(event.kind)
    people = [a for a in event.actors if a.role != "place"]
    is_nowhere = event.place is None and len(people) == len(event.actors)
    doubtful = (event.kind in records.BY_PEOPLE and not people) or (
        event.kind in records.SOMEWHERE and is_nowhere
    )
    if not missing or record is None or doubtful:
        return ""
    wanted = dict.fromkeys(records.SETTLES[what] for what in missing if what in records.SETTLES)
    return ", ".join([record, *wanted])


# In the order in which they are told.  Where nobody says that it happened, what is said of the
# telling does not arise.
LACKS: dict[str, Callable[[Evidence], bool]] = {
    "nobody": lambda e: not e.told,
    "denied": lambda e: bool(e.denied),
    "contradicted": lambda e: bool(e.contradictions),
    "undated": lambda e: e.event.when.edtf == edtf.UNKNOWN,
    "one source": lambda e: bool(e.told) and e.event.corroboration.independent < 2,
    "no first hand": lambda e: bool(e.told) and all(s.hand != "first hand" for s in e.told),
    "hedged": lambda e: (
        bool(e.told) and all(s.hedges or s.claim.certainty != "certain" for s in e.told)
    ),
}


def say(found: Sequence[Evidence], documents: Mapping[str, str] | None = None) -> str:
    """The list as text; ``documents``: what a document is called, by its id."""
    parts = ["\n".join(_event(e, documents or {})) for e in found]
    return "\n\n".join([*parts, records.NO_VERDICT]) + "\n"


def _event(found: Evidence, names: Mapping[str, str]) -> Iterable[str]:
    event = found.event
    yield f"{edtf.say(event.when.edtf)}: {event.summary} ({event.kind}, {event.id})"
    yield f"  {told_by(found)}"
    yield from (f"    {support_words(s, names)}" for s in found.told)
    for name, supports in (("denied", found.denied), ("planned", found.planned)):
        yield from (f"  {name}: {support_words(s, names)}" for s in supports)
    yield from (f"  contradicted: {f.message}" for f in found.contradictions)
    if found.missing:
        yield f"  missing: {'; '.join(records.MISSING[what] for what in found.missing)}"
    if found.settles:
        yield f"  could be settled by: {found.settles}"


def told_by(found: Evidence) -> str:
    """How many claims say that it happened, in how many documents and how many of them independent; or what they say of it instead."""
    if not found.told:
        return f"only {' or '.join(said for said, claims in (('denied', found.denied), ('planned', found.planned)) if claims)}"
    support = found.event.corroboration
    claims = f"told by {len(found.told)} claim{'' if len(found.told) == 1 else 's'}"
    if support.documents == 1:
        return f"{claims} in 1 document"
    return f"{claims} in {support.documents} documents, {support.independent} of them independent of one another"


def support_words(support: Support, names: Mapping[str, str]) -> str:
    """A claim in words: quote, document, whose word, by way of whom, hedges."""
    claim = support.claim
    return f"“{' '.join(claim.quote.split())}” ({names.get(claim.document, claim.document)}, {whose(support)})"


def whose(support: Support) -> str:
    """Whose word a claim is, by way of whom, and what weakens it."""
    claim = support.claim
    says = {
        "first hand": f"from {support.source}, who takes part"
        if support.source
        else "from its author, who takes part",
        "other source": f"from {support.source}",
        "document": "the document's own words",
    }[support.hand]
    through = f", by way of {' and '.join(support.through)}" if support.through else ""
    hedges = f"; hedged: {', '.join(f'“{h}”' for h in support.hedges)}" if support.hedges else ""
    sure = "" if claim.certainty == "certain" or support.hedges else f"; told as {claim.certainty}"
    return f"{says}{through}{hedges}{sure}"
