"""``seriatim verify``: verify a case."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases, console
from seriatim.cli.console import show_problems
from seriatim.messages import cli as messages


@click.command("verify")
@cases.CASE
@click.option("--quick/--full", default=False, help=messages.QUICK)
@click.pass_context
def command(ctx: click.Context, path: Path, *, quick: bool) -> None:
    """Verify log, files, originals and quotes, and build again to compare.

    It changes nothing. Exit status 1 if something is wrong.
    """
    from seriatim.web.build_blocks import blocks

    case = cases.open_case(path)
    with cases.errors():
        problems = case.verify(quick=quick, blocks=blocks, progress=cases.show_progress)
    cases.clear_progress()
    show_problems(problems)
    if not problems:
        console.echo(messages.verified(path), err=True)
    ctx.exit(1 if problems else 0)
