"""``seriatim verify``: check a case whole."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases
from seriatim.cli.console import say_problems


@click.command("verify")
@cases.CASE
@click.pass_context
def command(ctx: click.Context, path: Path) -> None:
    """Check the log's chain, every original and quote, and that what is derived is what a rebuild gives.  Exit status 1 where something is wrong."""
    case = cases.open_case(path)
    with cases.said():
        problems = case.verify(progress=cases.tell)
    cases.told()
    say_problems(problems)
    if not problems:
        click.echo(
            f"{path}: the log, the originals, the quotes and what is derived are whole", err=True
        )
    ctx.exit(1 if problems else 0)
