"""``seriatim explain``: why an event has its date, its actors and its sources."""

from __future__ import annotations

import json
from pathlib import Path

import click

from seriatim.cli import console
from seriatim.cli.chronologies import CASE, open_chronology
from seriatim.cli.console import Unreadable
from seriatim.cli.output import with_format
from seriatim.messages import cli as messages
from seriatim.model import Chronology, Event
from seriatim.query.explain import event_named, lines


@click.command("explain")
@CASE
@click.argument("event", metavar="EVENT")
@with_format()
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
    event = event_named(chronology, name)
    if event is not None:
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
