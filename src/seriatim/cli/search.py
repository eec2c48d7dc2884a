"""``seriatim search``: the passages that have all of the words."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import console
from seriatim.cli.cases import CASE, errors, open_case
from seriatim.messages import cli as messages


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
def command(path: Path, words: tuple[str, ...], limit: int) -> None:
    """Find passages of a case's documents that have all of the words, or a "quoted phrase"."""
    case = open_case(path)
    with errors():
        paths = case.results.document_names()
        hits = case.results.search(
            " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in words), limit
        )
    for hit in hits:
        console.echo(
            f"{paths.get(hit.document, hit.document)}:{hit.start}: {' '.join(hit.words.split())}"
        )
    if not hits:
        console.echo(messages.NO_HITS, err=True)
