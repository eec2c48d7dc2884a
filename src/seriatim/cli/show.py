"""``seriatim show``: a chronology on the terminal."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from seriatim.cli.cases import CASE, current, open_case
from seriatim.cli.chronologies import WithFilter


@click.command("show", cls=WithFilter)
@CASE
@click.argument("words", nargs=-1, metavar="[FILTER…]")
def command(path: Path, words: tuple[str, ...]) -> None:
    """Show a case's chronology, or the part of it that FILTER chooses: kind:meeting actor:"Jane Roe" since:2016-04 dated:no."""
    from seriatim import filters
    from seriatim.cli import listing

    chronology = current(open_case(path))
    try:
        events = filters.select(chronology, filters.parse_words(words))
    except filters.FilterError as error:
        raise click.BadParameter(str(error), param_hint="FILTER") from error
    text = listing.render(chronology, events)
    if sys.stdout.isatty() and text.count("\n") > shutil.get_terminal_size().lines:
        click.echo_via_pager(text)
    else:
        click.echo(text, nl=False)
