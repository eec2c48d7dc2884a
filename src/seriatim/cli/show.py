"""``seriatim show``: a chronology on the terminal."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli.cases import CASE, current, listing, open_case
from seriatim.cli.chronologies import WithFilter

if TYPE_CHECKING:
    from seriatim.case.case import Case
    from seriatim.query.filters import Filter


@click.command("show", cls=WithFilter)
@CASE
@click.argument("words", nargs=-1, metavar="[FILTER…]")
@click.option(
    "--digest",
    "most",
    type=click.IntRange(min=1),
    metavar="N",
    help="Only the N lines that matter most, each with why it is there.",
)
def command(path: Path, words: tuple[str, ...], most: int | None) -> None:
    """Show a case's chronology, or the part of it that FILTER chooses: kind:meeting actor:"Jane Roe" since:2016-04 dated:no."""
    from seriatim.query import filters

    case = open_case(path)
    try:
        wanted = filters.parse_words(words)
        text = listing(case, wanted) if most is None else _digest(case, wanted, most)
    except filters.FilterError as error:
        raise click.BadParameter(str(error), param_hint="FILTER") from error
    if sys.stdout.isatty() and text.count("\n") > shutil.get_terminal_size().lines:
        click.echo_via_pager(text)
    else:
        click.echo(text, nl=False)


def _digest(case: Case, wanted: Filter, most: int) -> str:
    from seriatim.cli import digests
    from seriatim.query import filters, key_events

    chronology = current(case)
    return digests.render(
        chronology, key_events.digest(chronology, filters.select(chronology, wanted), most)
    )
