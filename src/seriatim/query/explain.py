"""Why an event has its date, its actors and its sources, in words."""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.messages import cli as messages
from seriatim.messages import query
from seriatim.model import Chronology, Claim, Event, When
from seriatim.temporal import edtf


def event_named(chronology: Chronology, name: str) -> Event | None:
    """The event with a number, or with the claim that has it; None where there is none."""
    for event in chronology.events:
        if event.id == name or any(claim.id == name for claim in event.claims):
            return event
    return None


def lines(chronology: Chronology, event: Event) -> Iterator[str]:
    """The lines of an event's explanation."""
    yield f"{event.id}  {event.summary}"
    yield f"  {edtf.say(event.when.edtf)}  ({event.when.edtf})"
    for difference in event.differences:
        sides = (said for said, _ in difference.sides)
        yield f"  {query.difference(difference.aspect, difference.kind, sides)}"
    names = {a.id: a.name for a in chronology.actors}
    for actor in event.actors:
        yield f"  {actor.role}: {names.get(actor.actor, actor.actor)}"
    documents = {r.document.id: r.document for r in chronology.readings}
    for claim in event.claims:
        yield ""
        yield f"{claim.id}  {documents[claim.document].title}"
        yield from (f"  {line}" for line in _claim(claim, documents[claim.document].text))


def _claim(claim: Claim, text: str) -> Iterator[str]:
    yield f"“{' '.join(claim.quote.split())}”"
    yield messages.date_of_claim(edtf.say(claim.when.edtf), claim.when.basis)
    yield from (f"  {line}" for line in _date(claim.when, text))
    for source in claim.sources:
        yield messages.source_of_claim(source.name, text[slice(*source.cue)] if source.cue else "")
    if not claim.sources:
        yield messages.NO_OTHER_SOURCE


def _date(when: When, text: str) -> Iterator[str]:
    """The reasons for a claim's date, and the other dates it could have had."""
    yield from when.because
    if not when.because and when.text:
        yield f"“{when.text}”"
    for other in when.candidates:
        words = f"  “{text[slice(*other.span)]}”" if other.span else ""
        yield f"{round(100 * other.score):3}%  {other.edtf}{words}"
