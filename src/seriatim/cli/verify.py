"""``seriatim verify``: verify a case."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases
from seriatim.cli.console import show_problems
from seriatim.messages import cli as messages


@click.command("verify")
@cases.CASE
@click.pass_context
def command(ctx: click.Context, path: Path) -> None:
    """Verify the log's hash chain, every original and quote, and that a rebuild gives the same.

    Exit status 1 if something is wrong.
    """
    case = cases.open_case(path)
    with cases.errors():
        problems = case.verify(progress=cases.show_progress)
    cases.clear_progress()
    show_problems(problems)
    if not problems:
        click.echo(messages.verified(path), err=True)
    ctx.exit(1 if problems else 0)
