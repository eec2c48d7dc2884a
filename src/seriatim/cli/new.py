"""``seriatim new``: create a case."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import console
from seriatim.cli.cases import CASE, errors
from seriatim.messages import cli as messages


@click.command("new")
@CASE
@click.option("--title", help=messages.FOLDER_TITLE)
def command(path: Path, title: str | None) -> None:
    """Create a case: a folder for documents, decisions and derived data."""
    from seriatim.case import Case

    with errors():
        Case.create(path, title or path.resolve().name)
    console.echo(messages.created(path), err=True)
