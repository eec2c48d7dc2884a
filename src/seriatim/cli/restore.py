"""``seriatim restore``: make a case again from a backup."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases, console
from seriatim.messages import cli as messages


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("path", metavar="CASE", type=click.Path(path_type=Path))
def command(file: Path, path: Path) -> None:
    """Make a case again from a backup, in a new folder.

    Every file is compared with its hash, and the chain of the log is checked, before the folder
    appears.
    """
    from seriatim.case.backup import restore

    with cases.errors():
        number = restore(file, path)
    console.echo(messages.restored(path, number), err=True)
