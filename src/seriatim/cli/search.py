"""``seriatim search``: passages that have some words, with the entries that they tell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli import console
from seriatim.cli.cases import CASE, errors, open_case
from seriatim.cli.output import rendered, with_format
from seriatim.messages import cli as messages
from seriatim.temporal import edtf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from seriatim.case.searches import Found, Result
    from seriatim.model import Event, When

COLUMNS = ("document", "start", "end", "entry", "edtf", "score", "quote")


@click.command("search")
@CASE
@click.argument("words", nargs=-1, required=True, metavar="WORDS")
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help=messages.LIMIT,
)
@with_format("jsonl", "csv")
def command(path: Path, words: tuple[str, ...], limit: int, form: str) -> None:
    """Find passages of a case's documents, and the events that they tell, best first.

    WORDS may stand in any order and with any ending; a name finds the other names of its actor.
    "Quoted phrases", AND, OR and NOT (or a minus: NOT is safer in a shell) work as usual.
    """
    case = open_case(path)
    with errors():
        names = case.results.document_names()
        found = case.results.search(
            " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in words), limit
        )
        dates = _dates(case.chronology(whole=False).events, found) if form != "text" else {}
    if form != "text":
        objects = [_object(one, dates) for one in found.results]
        console.echo(rendered(form, "hits", objects, lambda: (COLUMNS, _rows(found))), nl=False)
        return
    for line in _lines(found, names):
        console.echo(line)
    _explain(found)


def _lines(found: Found, names: Mapping[str, str]) -> Iterator[str]:
    for one in found.results:
        where = f"{names.get(one.document, one.document)}:{one.start}"
        entry = f"{edtf.say(one.edtf)}  {one.event}  " if one.event and one.edtf else ""
        yield f"{where}: {entry}{' '.join(one.words.split())}"


def _explain(found: Found) -> None:
    """Say on standard error where the search found nothing as it was asked."""
    if found.instead:
        console.echo(messages.searched_instead(found.instead), err=True)
    if not found.results:
        console.echo(messages.NO_HITS, err=True)
    elif not found.every:
        console.echo(messages.SOME_WORDS, err=True)


def _dates(events: Sequence[Event], found: Found) -> dict[str, When]:
    wanted = {one.event for one in found.results}
    return {event.id: event.when for event in events if event.id in wanted}


def _object(one: Result, dates: Mapping[str, When]) -> dict[str, object]:
    from seriatim.exports.interchange import when_to_dict

    return {
        "document": one.document,
        "span": [one.start, one.end],
        "quote": one.quote,
        "entry": one.event,
        "when": when_to_dict(dates[one.event]) if one.event and one.event in dates else None,
        "score": one.score,
    }


def _rows(found: Found) -> list[tuple[str, ...]]:
    return [_row(one) for one in found.results]


def _row(one: Result) -> tuple[str, ...]:
    where = (one.document, str(one.start), str(one.end))
    return (*where, one.event or "", one.edtf or "", str(one.score), one.quote)
