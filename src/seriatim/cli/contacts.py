"""``seriatim contacts``: who met whom, and paths that respect time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from seriatim.cli import console
from seriatim.cli.chronologies import CASE, WithFilter, choose, open_chronology
from seriatim.cli.console import Unreadable, write_whole
from seriatim.cli.output import rendered, with_format
from seriatim.messages import cli as messages
from seriatim.model import Chronology, Event
from seriatim.query import filters

if TYPE_CHECKING:
    from seriatim.association.contacts import Pair
    from seriatim.association.contacts import Path as ContactPath

COLUMNS = ("number", "type", "actors", "event", "edtf", "status", "headline")


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
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help=messages.NETWORK,
)
@with_format("jsonl", "csv")
def command(
    case: Path,
    words: tuple[str, ...],
    between: tuple[str, str] | None,
    output: Path | None,
    form: str,
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
    if not asked["source"] and (asked["target"] or asked["static"]):
        raise Unreadable(messages.NEEDS_FROM)
    if form != "text":
        console.echo(_data(chronology, events, between, asked, form), nl=False)
        return
    if asked["source"]:
        lines = _from(chronology, events, asked)
    else:
        lines = _pairs(chronology, events, between)
    console.echo("\n".join(lines) or messages.NO_CONTACTS)


def _pairs(
    chronology: Chronology, events: list[Event], between: tuple[str, str] | None
) -> Iterator[str]:
    """All pairs; or those between two groups, and paths from the first group to the second."""
    from seriatim.association.contact_report import ContactPrinter

    printer = ContactPrinter(chronology)
    met, found = _between(chronology, events, between)
    yield from printer.pairs(met)
    for path in found:
        yield from printer.path(path)


def _between(
    chronology: Chronology, events: list[Event], between: tuple[str, str] | None
) -> tuple[list[Pair], list[ContactPath]]:
    """All pairs; or those between two groups, with paths from the first group to the second."""
    from seriatim.association.contacts import contacts, pairs, paths

    met = list(pairs(events))
    if between is None:
        return met, []
    one, other = (_members(chronology, name) for name in between)
    direct = [
        p
        for p in met
        if (p.first in one and p.second in other) or (p.first in other and p.second in one)
    ]
    found = contacts(events)
    through = [
        path
        for actor in sorted(one)
        for target, path in paths(found, actor).items()
        if target in other and len(path.contacts) > 1
    ]
    return direct, through


def _from(chronology: Chronology, events: list[Event], asked: dict[str, Any]) -> Iterator[str]:
    """Paths from an actor, to one or to everybody."""
    from seriatim.association.contact_report import ContactPrinter
    from seriatim.association.contacts import contacts, static

    printer = ContactPrinter(chronology)
    source, target, reached = _reached(chronology, events, asked)
    chosen = [path for actor, path in reached.items() if target in (None, actor)]
    if not chosen:
        yield messages.no_path(printer.name(source), printer.name(target) if target else None)
    for path in chosen:
        yield from printer.path(path)
    if asked["static"]:
        yield from printer.static(source, static(contacts(events), source), reached)


def _reached(
    chronology: Chronology, events: list[Event], asked: dict[str, Any]
) -> tuple[str, str | None, dict[str, ContactPath]]:
    """The actor that paths begin at, the one they should lead to, and all paths by their end."""
    from seriatim.association.contacts import contacts, paths

    source = _actor(chronology, asked["source"])
    target = _actor(chronology, asked["target"]) if asked["target"] else None
    return source, target, dict(paths(contacts(events), source))


def _data(
    chronology: Chronology,
    events: list[Event],
    between: tuple[str, str] | None,
    asked: dict[str, Any],
    form: str,
) -> str:
    """Pairs and paths for programs: one object each, under "contacts"."""
    names = {actor.id: actor.name for actor in chronology.actors}
    if asked["source"]:
        _, target, reached = _reached(chronology, events, asked)
        met: list[Pair] = []
        found = [path for actor, path in reached.items() if target in (None, actor)]
    else:
        met, found = _between(chronology, events, between)
    objects = [_pair_object(pair, names) for pair in met]
    objects += [_path_object(path, names) for path in found]
    return rendered(form, "contacts", objects, lambda: (COLUMNS, list(_rows(objects))))


def _pair_object(pair: Pair, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "type": "pair",
        "actors": [names.get(pair.first, pair.first), names.get(pair.second, pair.second)],
        "events": [_event_object(contact.event) for contact in pair.contacts],
        "denied": [_event_object(event) for event in pair.only_denied],
    }


def _path_object(path: ContactPath, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "type": "path",
        "actors": [names.get(actor, actor) for actor in path.actors],
        "events": [_event_object(contact.event) for contact in path.contacts],
        "sure": path.sure,
    }


def _event_object(event: Event) -> dict[str, str]:
    return {"id": event.id, "edtf": event.when.edtf, "headline": event.summary}


def _rows(objects: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    """One row per contact of each pair or path."""
    for number, one in enumerate(objects, 1):
        for status, key in (("asserted", "events"), ("denied", "denied")):
            for event in one.get(key, ()):
                actors = "; ".join(one["actors"])
                cells = (event["id"], event["edtf"], status, event["headline"])
                yield (str(number), one["type"], actors, *cells)


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
