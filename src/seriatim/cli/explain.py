"""``seriatim explain``: why an event has its date, its actors and its sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from seriatim.cli.chronologies import CASE, open_chronology
from seriatim.cli.console import Unreadable
from seriatim.model import Chronology, Claim, Event, When
from seriatim.temporal import edtf


@click.command("explain")
@CASE
@click.argument("event", metavar="EVENT")
def command(case: Path, event: str) -> None:
    """Say why an event has its date, its actors and its sources: "seriatim explain CASE e7".

    EVENT is an event's number, or that of a claim.
    """
    chronology = open_chronology(case, whole=True)
    click.echo("\n".join(lines(chronology, _named(chronology, event))))


def _named(chronology: Chronology, name: str) -> Event:
    """The event of a number.  Raises Unreadable."""
    for event in chronology.events:
        if event.id == name or any(claim.id == name for claim in event.claims):
            return event
    raise Unreadable(f"{name}: no event or claim has this number; `seriatim show` lists the events")


def lines(chronology: Chronology, event: Event) -> Iterator[str]:
    """The explanation of an event, a line at a time."""
    yield f"{event.id}  {event.summary}"
    yield f"  {edtf.say(event.when.edtf)}  ({event.when.edtf})"
    for side in event.differences:
        yield f"  its claims differ in {side.aspect}: {'; '.join(said for said, _ in side.sides)}"
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
    yield f"date: {edtf.say(claim.when.edtf)}, {claim.when.basis}"
    yield from (f"  {line}" for line in _date(claim.when, text))
    for source in claim.sources:
        cue = f", by “{text[slice(*source.cue)]}”" if source.cue else ""
        yield f"source: {source.name}{cue}"
    if not claim.sources:
        yield "source: the author"


def _date(when: When, text: str) -> Iterator[str]:
    """Why a claim has its date, and what else it could have been."""
    yield from when.because
    if not when.because and when.text:
        yield f"“{when.text}”"
    for other in when.candidates:
        words = f"  “{text[slice(*other.span)]}”" if other.span else ""
        yield f"{round(100 * other.score):3}%  {other.edtf}{words}"
