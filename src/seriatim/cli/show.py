"""``seriatim show``: a chronology on the terminal."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli import console
from seriatim.cli.cases import CASE, current, listing, open_case
from seriatim.cli.chronologies import WithFilter
from seriatim.cli.output import rendered, with_format
from seriatim.messages import cli as messages
from seriatim.messages.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from seriatim.case import Case
    from seriatim.model import Chronology
    from seriatim.query.filters import Filter
    from seriatim.query.key_events import KeyEntry


@click.command("show", cls=WithFilter)
@CASE
@click.argument("words", nargs=-1, metavar="[FILTER…]")
@click.option("--events", "every_event", is_flag=True, help=messages.EVERY_EVENT)
@click.option("--possible", is_flag=True, help=messages.POSSIBLE)
@with_format("jsonl", "csv")
@click.option(
    "--key",
    "most",
    type=click.IntRange(min=1),
    metavar="N",
    help=messages.KEY_EVENTS,
)
def command(
    path: Path,
    words: tuple[str, ...],
    most: int | None,
    form: str,
    *,
    every_event: bool,
    possible: bool,
) -> None:
    """Show a case's chronology, or the part that FILTER selects.

    Each entry is the main event of a sentence, with the other events of that sentence under it.

    FILTER: kind:meeting actor:"Jane Roe" since:2016-04 dated:no.
    """
    from seriatim.query import filters

    case = open_case(path)
    try:
        wanted = filters.parse_words(words)
        if form != "text":
            text = _data(case, wanted, most, form)
        elif most is None:
            text = listing(case, wanted, every_event=every_event, with_possible=possible)
        else:
            text = _key_events(case, wanted, most)
    except filters.FilterError as error:
        raise click.BadParameter(str(error), param_hint="FILTER") from error
    if sys.stdout.isatty() and text.count("\n") > shutil.get_terminal_size().lines:
        click.echo_via_pager(visible(text))
    else:
        console.echo(text, nl=False)


def _key_events(case: Case, wanted: Filter, most: int) -> str:
    from seriatim.cli.key_events import render

    chronology = current(case, whole=True)
    return render(chronology, _found(chronology, wanted, most))


def _data(case: Case, wanted: Filter, most: int | None, form: str) -> str:
    """The entries for programs, in chronological order."""
    from seriatim.exports import entries

    chronology = current(case, whole=True)
    objects = entries.to_objects(chronology, _found(chronology, wanted, most))
    return rendered(form, "entries", objects, lambda: (entries.COLUMNS, entries.to_rows(objects)))


def _found(chronology: Chronology, wanted: Filter, most: int | None) -> Sequence[KeyEntry]:
    """The key entries of the selected events, in chronological order."""
    from seriatim.query import filters, key_events
    from seriatim.query.listing import by_date

    certainly = filters.period(wanted)
    events = by_date(filters.select(chronology, wanted))
    if certainly is not None:
        events = tuple(sorted(events, key=lambda event: not certainly(filters.facts(event))))
    return key_events.key_events(chronology, events, most or len(events))
