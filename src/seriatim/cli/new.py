"""``seriatim new``: make a case folder."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli.cases import CASE, said


@click.command("new")
@CASE
@click.option("--title", help="The title of the chronology.  [the folder's name]")
def command(path: Path, title: str | None) -> None:
    """Make a case: a folder for documents, judgements and what is derived from them."""
    from seriatim.case.case import Case

    with said():
        Case.create(path, title or path.resolve().name)
    click.echo(f"{path} is ready; add documents with: seriatim add {path} FILE…", err=True)
