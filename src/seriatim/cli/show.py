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
@click.option("--digest", "most", type=click.IntRange(min=1), metavar="N", help="Only the N lines that matter most, each with why it is there.")
def command(path: Path, words: tuple[str, ...], most: int | None) -> None:
    """Show a case's chronology, or the part of it that FILTER chooses: kind:meeting actor:"Jane Roe" since:2016-04 dated:no."""
    from seriatim import digest, filters
    from seriatim.cli import listing

    chronology = current(open_case(path))
    try:
        events = filters.select(chronology, filters.parse_words(words))
    except filters.FilterError as error:
        raise click.BadParameter(str(error), param_hint="FILTER") from error
    text = listing.render(chronology, events) if most is None else listing.render_digest(chronology, digest.digest(chronology, events, most))
    if sys.stdout.isatty() and text.count("\n") > shutil.get_terminal_size().lines:
        click.echo_via_pager(text)
    else:
        click.echo(text, nl=False)
