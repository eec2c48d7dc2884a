"""``seriatim contacts``: who met whom, and paths that respect time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from seriatim.cli import console
from seriatim.cli.chronologies import CASE, WithFilter, choose, open_chronology
from seriatim.cli.console import Unreadable, write_whole
from seriatim.messages import cli as messages
from seriatim.model import Chronology, Event
from seriatim.query import filters


@click.command("contacts", cls=WithFilter)
@CASE
@click.argument("words", nargs=-1, metavar="[FILTER…]")
@click.option(
    "--between",
    nargs=2,
    metavar="GROUP GROUP",
    help=messages.BETWEEN,
)
@click.option(
    "--from",
    "source",
    metavar="ACTOR",
    help=messages.FROM,
)
@click.option("--to", "target", metavar="ACTOR", help=messages.TO)
@click.option("--static", is_flag=True, help=messages.STATIC)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help=messages.NETWORK,
)
def command(
    case: Path,
    words: tuple[str, ...],
    between: tuple[str, str] | None,
    output: Path | None,
    **asked: Any,  # noqa: ANN401 - options as click hands them over
) -> None:
    """List who met whom, and paths that respect time.

    Each pair comes with its dated events and what their claims say. Without a kind: in FILTER,
    contacts are meetings, calls, messages and the like. On a path, each contact must end before the
    next begins; if the dates leave that open, the path says so.
    """
    chronology = open_chronology(case)
    events = list(choose(chronology, words, select=filters.select_contacts))
    if output:
        write_whole(output, _written(chronology, events, output))
    if asked["source"]:
        lines = _from(chronology, events, asked)
    elif asked["target"] or asked["static"]:
        raise Unreadable(messages.NEEDS_FROM)
    else:
        lines = _pairs(chronology, events, between)
    console.echo("\n".join(lines) or messages.NO_CONTACTS)


def _pairs(
    chronology: Chronology, events: list[Event], between: tuple[str, str] | None
) -> Iterator[str]:
    """All pairs; or those between two groups, and paths from the first group to the second."""
    from seriatim.association.contact_report import ContactPrinter
    from seriatim.association.contacts import contacts, pairs, paths

    printer, met = ContactPrinter(chronology), pairs(events)
    if between is None:
        yield from printer.pairs(met)
        return
    one, other = (_members(chronology, name) for name in between)
    direct = [
        p
        for p in met
        if (p.first in one and p.second in other) or (p.first in other and p.second in one)
    ]
    yield from printer.pairs(direct)
    found = contacts(events)
    for actor in sorted(one):
        for target, path in paths(found, actor).items():
            if target in other and len(path.contacts) > 1:
                yield from printer.path(path)


def _from(chronology: Chronology, events: list[Event], asked: dict[str, Any]) -> Iterator[str]:
    """Paths from an actor, to one or to everybody."""
    from seriatim.association.contact_report import ContactPrinter
    from seriatim.association.contacts import contacts, paths, static

    printer, found = ContactPrinter(chronology), contacts(events)
    source = _actor(chronology, asked["source"])
    reached = paths(found, source)
    target = _actor(chronology, asked["target"]) if asked["target"] else None
    chosen = [path for actor, path in reached.items() if target in (None, actor)]
    if not chosen:
        yield messages.no_path(printer.name(source), printer.name(target) if target else None)
    for path in chosen:
        yield from printer.path(path)
    if asked["static"]:
        yield from printer.static(source, static(found, source), reached)


def _members(chronology: Chronology, name: str) -> frozenset[str]:
    members = {group.casefold(): ids for group, ids in filters.groups(chronology).items()}
    if name.casefold() not in members:
        raise Unreadable(messages.unknown_group(name, filters.groups(chronology)))
    return members[name.casefold()]


def _actor(chronology: Chronology, name: str) -> str:
    """The id of the actor that a name means, by full name first.  Raises Unreadable."""
    try:
        found = filters.actors(chronology, name)
    except filters.FilterError as error:
        raise Unreadable(str(error)) from error
    found = tuple(a for a in found if name.casefold() in (a.name.casefold(), a.id)) or found
    if len(found) > 1:
        raise Unreadable(messages.which_actor(name, (f"{a.name} ({a.id})" for a in found)))
    return found[0].id


def _written(chronology: Chronology, events: list[Event], output: Path) -> bytes:
    from seriatim.exports import contacts, gexf

    writers = {".gexf": gexf.network, ".csv": contacts.table}
    if output.suffix.lower() not in writers:
        raise Unreadable(messages.not_a_network(output))
    made = writers[output.suffix.lower()](chronology, events)
    for what, count in made.lost.items():
        console.echo(messages.loss(output, what, count), err=True)
    return made.data
