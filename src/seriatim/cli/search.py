"""``seriatim search``: passages that have all of the words."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli.cases import CASE, open_case, said


@click.command("search")
@CASE
@click.argument("words", nargs=-1, required=True, metavar="WORDS")
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="At most so many passages.",
)
def command(path: Path, words: tuple[str, ...], limit: int) -> None:
    """Find passages of a case's documents that have all of the words; "words in quotation marks" stand side by side."""
    case = open_case(path)
    with said():
        paths = case.called()
        hits = case.search(
            " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in words), limit
        )
    for hit in hits:
        click.echo(
            f"{paths.get(hit.document, hit.document)}:{hit.start}: {' '.join(hit.words.split())}"
        )
    if not hits:
        click.echo("no passage has all of these words", err=True)
