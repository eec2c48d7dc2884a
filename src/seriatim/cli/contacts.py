"""``seriatim contacts``: who met whom, and paths that respect time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from seriatim.cli.chronologies import CASE, WithFilter, choose, open_chronology
from seriatim.cli.console import Unreadable, write_whole
from seriatim.model import Chronology, Event
from seriatim.query import filters


@click.command("contacts", cls=WithFilter)
@CASE
@click.argument("words", nargs=-1, metavar="[FILTER…]")
@click.option(
    "--between",
    nargs=2,
    metavar="GROUP GROUP",
    help="Only pairs with one in each group, and paths from the first to the second.",
)
@click.option(
    "--from",
    "source",
    metavar="ACTOR",
    help="Paths from this actor to everybody who can be reached, or to --to.",
)
@click.option("--to", "target", metavar="ACTOR", help="Where the paths lead.")
@click.option(
    "--static", is_flag=True, help="Also who is connected if time is ignored: it overstates."
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a network (.gexf) or a table (.csv).",
)
def command(
    case: Path,
    words: tuple[str, ...],
    between: tuple[str, str] | None,
    output: Path | None,
    **asked: Any,  # noqa: ANN401 - options as click hands them over
) -> None:
    """List who met whom, and paths that respect time.

    Each pair with its dated events and what their claims say.  Without a kind: in FILTER: meetings,
    calls, messages and other contacts. A path runs by way of others only where each contact is over
    before the next begins; where the dates leave that open, it says so.
    """
    chronology = open_chronology(case)
    events = list(choose(chronology, words, select=filters.select_contacts))
    if output:
        write_whole(output, _written(chronology, events, output))
    if asked["source"]:
        lines = _from(chronology, events, asked)
    elif asked["target"] or asked["static"]:
        raise Unreadable("--to and --static want --from ACTOR")
    else:
        lines = _pairs(chronology, events, between)
    click.echo("\n".join(lines) or "no contacts")


def _pairs(
    chronology: Chronology, events: list[Event], between: tuple[str, str] | None
) -> Iterator[str]:
    """All pairs; or those between two groups, and how else the first group reaches the second."""
    from seriatim.association.contacts import contacts, pairs, paths
    from seriatim.association.contacts_wording import Speaker

    speaker, met = Speaker(chronology), pairs(events)
    if between is None:
        yield from speaker.pairs(met)
        return
    one, other = (_members(chronology, name) for name in between)
    direct = [
        p
        for p in met
        if (p.first in one and p.second in other) or (p.first in other and p.second in one)
    ]
    yield from speaker.pairs(direct)
    found = contacts(events)
    for actor in sorted(one):
        for target, path in paths(found, actor).items():
            if target in other and len(path.contacts) > 1:
                yield from speaker.path(path)


def _from(chronology: Chronology, events: list[Event], asked: dict[str, Any]) -> Iterator[str]:
    """Paths from an actor, to one or to everybody."""
    from seriatim.association.contacts import contacts, paths, static
    from seriatim.association.contacts_wording import Speaker

    speaker, found = Speaker(chronology), contacts(events)
    source = _actor(chronology, asked["source"])
    reached = paths(found, source)
    target = _actor(chronology, asked["target"]) if asked["target"] else None
    chosen = [path for actor, path in reached.items() if target in (None, actor)]
    if not chosen:
        whom = speaker.name(target) if target else "anybody"
        yield f"No path that respects time leads from {speaker.name(source)} to {whom}."
    for path in chosen:
        yield from speaker.path(path)
    if asked["static"]:
        yield from speaker.static(source, static(found, source), reached)


def _members(chronology: Chronology, name: str) -> frozenset[str]:
    members = {group.casefold(): ids for group, ids in filters.groups(chronology).items()}
    if name.casefold() not in members:
        raise Unreadable(
            f"--between: there is no group {name!r}; known: {', '.join(filters.groups(chronology)) or 'none'}"
        )
    return members[name.casefold()]


def _actor(chronology: Chronology, name: str) -> str:
    """The id of the one actor that a name means: one called so and no more, where there is one.  Raises Unreadable."""
    try:
        found = filters.actors(chronology, name)
    except filters.FilterError as error:
        raise Unreadable(str(error)) from error
    found = tuple(a for a in found if name.casefold() in (a.name.casefold(), a.id)) or found
    if len(found) > 1:
        called = ", ".join(f"{a.name} ({a.id})" for a in found)
        raise Unreadable(f"{name!r} may be {called}: say which, by name or id")
    return found[0].id


def _written(chronology: Chronology, events: list[Event], output: Path) -> bytes:
    from seriatim.exports import contacts, gexf

    writers = {".gexf": gexf.network, ".csv": contacts.table}
    if output.suffix.lower() not in writers:
        raise Unreadable(f"{output}: contacts are written as .gexf or .csv")
    made = writers[output.suffix.lower()](chronology, events)
    for what, count in made.lost.items():
        click.echo(f"{output}: {count} × {what}", err=True)
    return made.data
