"""``seriatim verify``: verify a case."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases, console
from seriatim.cli.console import show_problems
from seriatim.cli.seal import show_seal
from seriatim.messages import cli as messages

FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command("verify")
@cases.CASE
@click.option("--quick/--full", default=False, help=messages.QUICK)
@click.option("--signer", "signers", multiple=True, type=FILE, help=messages.SIGNER)
@click.option("--authority", "authorities", multiple=True, type=FILE, help=messages.AUTHORITY)
@click.pass_context
def command(
    ctx: click.Context,
    path: Path,
    signers: tuple[Path, ...],
    authorities: tuple[Path, ...],
    *,
    quick: bool,
) -> None:
    """Verify log, files, originals and quotes, and build again to compare.

    It changes nothing. Exit status 1 if something is wrong.
    """
    from seriatim.web.build_blocks import blocks

    case = cases.open_case(path)
    with cases.errors():
        problems = case.verify(
            quick=quick,
            blocks=blocks,
            keys=[one.read_text("utf-8", "replace") for one in signers],
            authorities=[one.read_bytes() for one in authorities],
            progress=cases.show_progress,
        )
        cases.clear_progress()
        if not problems:
            for seal in case.seals.all():
                show_seal(seal)
    show_problems(problems)
    if not problems:
        console.echo(messages.verified(path), err=True)
    ctx.exit(1 if problems else 0)
