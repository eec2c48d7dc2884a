"""``seriatim backup``: write a case into one file."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases, console
from seriatim.cli.console import check_writable
from seriatim.messages import cli as messages


@click.command("backup")
@cases.CASE
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--with-accounts", is_flag=True, help=messages.WITH_ACCOUNTS)
def command(path: Path, file: Path, *, with_accounts: bool) -> None:
    """Write a case into one file (ZIP): its settings, log, originals and seals.

    People may go on working meanwhile. The file is read again before it gets its name; `seriatim
    restore` makes the case again.
    """
    from seriatim.case.backup import backup

    case = cases.open_case(path)
    check_writable(file)
    with cases.errors():
        number = backup(case, file, accounts=with_accounts)
    console.echo(messages.backed_up(file, number), err=True)
