"""``seriatim explain``: why an event has its date, its actors and its sources."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from seriatim.cli import console
from seriatim.cli.chronologies import CASE, open_chronology
from seriatim.cli.console import Unreadable
from seriatim.messages import cli as messages
from seriatim.messages import query
from seriatim.model import Chronology, Claim, Event, When
from seriatim.temporal import edtf


@click.command("explain")
@CASE
@click.argument("event", metavar="EVENT")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=messages.FORMAT,
)
def command(case: Path, event: str, form: str) -> None:
    """Explain the date, the actors and the sources of an event: "seriatim explain CASE e7".

    EVENT is the number of an event, or of one of its claims.
    """
    chronology = open_chronology(case, whole=True)
    found = _named(chronology, event)
    if form == "json":
        console.echo(json.dumps(_object(chronology, found), ensure_ascii=False, indent=2))
    else:
        console.echo("\n".join(lines(chronology, found)))


def _named(chronology: Chronology, name: str) -> Event:
    """The event with a number, or with the claim that has it.  Raises Unreadable."""
    for event in chronology.events:
        if event.id == name or any(claim.id == name for claim in event.claims):
            return event
    raise Unreadable(messages.no_such_event(name))


def _object(chronology: Chronology, event: Event) -> dict[str, object]:
    """The event as in the chronology file, with the names of what it refers to."""
    from seriatim.exports import interchange

    wanted = {claim.document for claim in event.claims}
    roles = {actor.actor for actor in event.actors}
    return {
        "event": interchange.event_to_dict(event, chronology.actors),
        "actors": [
            {"id": a.id, "name": a.name, "kind": a.kind} for a in chronology.actors if a.id in roles
        ],
        "documents": [
            {"id": r.document.id, "path": r.document.path, "title": r.document.title}
            for r in chronology.readings
            if r.document.id in wanted
        ],
    }


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
