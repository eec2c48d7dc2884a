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
from seriatim.messages import cli as messages

if TYPE_CHECKING:
    from seriatim.case import Case
    from seriatim.query.filters import Filter


@click.command("show", cls=WithFilter)
@CASE
@click.argument("words", nargs=-1, metavar="[FILTER…]")
@click.option(
    "--key",
    "most",
    type=click.IntRange(min=1),
    metavar="N",
    help=messages.KEY_EVENTS,
)
def command(path: Path, words: tuple[str, ...], most: int | None) -> None:
    """Show a case's chronology, or the part that FILTER selects.

    FILTER: kind:meeting actor:"Jane Roe" since:2016-04 dated:no.
    """
    from seriatim.query import filters

    case = open_case(path)
    try:
        wanted = filters.parse_words(words)
        text = listing(case, wanted) if most is None else _key_events(case, wanted, most)
    except filters.FilterError as error:
        raise click.BadParameter(str(error), param_hint="FILTER") from error
    if sys.stdout.isatty() and text.count("\n") > shutil.get_terminal_size().lines:
        click.echo_via_pager(text)
    else:
        console.echo(text, nl=False)


def _key_events(case: Case, wanted: Filter, most: int) -> str:
    from seriatim.cli.key_events import render
    from seriatim.query import filters, key_events

    chronology = current(case)
    events = filters.select(chronology, wanted)
    return render(chronology, key_events.key_events(chronology, events, most))
