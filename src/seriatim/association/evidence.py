"""The evidence for each event: what supports it, what conflicts with it, what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from seriatim.lang import records
from seriatim.messages import evidence as messages
from seriatim.model import Chronology, Claim, Event, Finding
from seriatim.temporal import edtf

Hand = Literal["first hand", "other source", "document"]


@dataclass(frozen=True, slots=True)
class Support:
    """A claim and whose word it is: a participant's, another source's, or the document's own.

    ``through``: the people between the source and the document, nearest to the document first.
    """

    claim: Claim
    hand: Hand
    source: str | None
    through: tuple[str, ...]
    hedges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """An event with the claims that assert, deny or plan it, and the findings against it.

    ``missing``: keys of ``records.MISSING``; ``settles``: what kind of document could settle it,
    empty if nothing is missing or the kind of event is too uncertain.
    """

    event: Event
    asserted: tuple[Support, ...]
    denied: tuple[Support, ...]
    planned: tuple[Support, ...]
    contradictions: tuple[Finding, ...]
    missing: tuple[str, ...] = ()
    settles: str = ""


def evidence(chronology: Chronology, events: Sequence[Event]) -> tuple[Evidence, ...]:
    """The evidence for each of the events, those with most missing first.

    Then come those with fewest independent documents.  ``events`` belong to the chronology.
    Findings count if they are errors or warnings about the event or one of its claims.
    """
    read = _Reader(chronology)
    found = [read.event(event) for event in events]
    return tuple(
        sorted(
            found, key=lambda e: (-len(e.missing), e.event.corroboration.independent, e.event.id)
        )
    )


class _Reader:
    """The evidence for events, with a chronology's mentions, texts and findings by id."""

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
        # By event or claim, since 100,000 events can't each look at all findings
        self.about: dict[str, list[int]] = defaultdict(list)
        for n, finding in enumerate(self.findings):
            for about in (*finding.events, *finding.claims):
                self.about[about].append(n)

    def event(self, event: Event) -> Evidence:
        supports = [self.support(event, claim) for claim in event.claims]
        asserted = tuple(s for s in supports if s.claim.polarity == "+" and not s.claim.planned)
        denied = tuple(s for s in supports if s.claim.polarity == "-")
        planned = tuple(s for s in supports if s.claim.polarity == "+" and s.claim.planned)
        against = sorted(
            {
                n
                for about in (event.id, *(c.id for c in event.claims))
                for n in self.about.get(about, ())
            }
        )
        found = Evidence(event, asserted, denied, planned, tuple(self.findings[n] for n in against))
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
    """The kind of document that could settle what is missing.

    The kind of an event comes from its verb.  Without people in an act of people, or a place in a
    journey, the verb may mean something else ("the copy was returned"), and no record is named.
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


# In the order in which they are listed.  The last three need a claim that asserts the event.
LACKS: dict[str, Callable[[Evidence], bool]] = {
    "nobody": lambda e: not e.asserted,
    "denied": lambda e: bool(e.denied),
    "contradicted": lambda e: bool(e.contradictions),
    "undated": lambda e: e.event.when.edtf == edtf.UNKNOWN,
    "one source": lambda e: bool(e.asserted) and e.event.corroboration.independent < 2,
    records.NO_FIRST_HAND: lambda e: (
        bool(e.asserted) and all(s.hand != "first hand" for s in e.asserted)
    ),
    "hedged": lambda e: (
        bool(e.asserted) and all(s.hedges or s.claim.certainty != "certain" for s in e.asserted)
    ),
}


def say(found: Sequence[Evidence], documents: Mapping[str, str] | None = None) -> str:
    """The evidence as text; ``documents``: the names of documents by id."""
    parts = ["\n".join(_event(e, documents or {})) for e in found]
    return "\n\n".join([*parts, records.NO_VERDICT]) + "\n"


def _event(found: Evidence, names: Mapping[str, str]) -> Iterable[str]:
    event = found.event
    yield messages.event(event.when.edtf, event.summary, event.kind, event.id)
    yield f"  {support_summary(found)}"
    yield from (f"    {_claim(s, names)}" for s in found.asserted)
    for label, supports in ((messages.DENIED, found.denied), (messages.PLANNED, found.planned)):
        yield from (f"  {messages.labelled(label, _claim(s, names))}" for s in supports)
    yield from (f"  {messages.conflict(f.message)}" for f in found.contradictions)
    if found.missing:
        yield f"  {messages.missing(records.MISSING[what] for what in found.missing)}"
    if found.settles:
        yield f"  {messages.settled_by(found.settles)}"


def support_summary(found: Evidence) -> str:
    """How many claims and documents assert an event; or that it is only denied or planned."""
    if not found.asserted:
        kinds = ((messages.DENIED, found.denied), (messages.PLANNED, found.planned))
        return messages.only([kind for kind, claims in kinds if claims])
    support = found.event.corroboration
    return messages.support(len(found.asserted), support.documents, support.independent)


def _claim(support: Support, names: Mapping[str, str]) -> str:
    """A claim in words: quote, document, source."""
    claim = support.claim
    quote = " ".join(claim.quote.split())
    return messages.claim(quote, names.get(claim.document, claim.document), whose(support))


def whose(support: Support) -> str:
    """The source of a claim in words, the people in between, and what weakens it."""
    if support.hand == "first hand":
        source = messages.first_hand(support.source)
    elif support.hand == "other source":
        source = messages.other_source(support.source)
    else:
        source = messages.OWN_WORDS
    weakened = messages.hedged(support.hedges)
    if support.claim.certainty != "certain" and not support.hedges:
        weakened = messages.certainty(support.claim.certainty)
    return f"{source}{messages.through(support.through)}{weakened}"
