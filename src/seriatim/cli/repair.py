"""``seriatim repair``: build a damaged case again."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases, console
from seriatim.cli.console import show_problems
from seriatim.messages import cli as messages
from seriatim.store import folder, known_head, log


@click.command("repair")
@cases.CASE
@click.option("--accept-loss", is_flag=True, help=messages.ACCEPT_LOSS)
@click.pass_context
def command(ctx: click.Context, path: Path, *, accept_loss: bool) -> None:
    """Build a case again from its log and originals.

    Nothing that a person decided is changed. With --accept-loss the program goes on without
    decisions that a build knew and that are missing from the log. Exit status 1 if something is
    still wrong.
    """
    case = cases.open_case(path)
    with cases.errors():
        if accept_loss:
            _forget_missing(path)
        case.builder.rebuild(progress=cases.show_progress)
        cases.clear_progress()
        problems = case.verify(quick=True)
    show_problems(problems)
    if not problems:
        console.echo(messages.repaired(path), err=True)
    ctx.exit(1 if problems else 0)


def _forget_missing(path: Path) -> None:
    """Delete the store where its last decision is not in the log."""
    store = path / folder.DERIVED
    head = known_head.of_store(store)
    there = {d.id for d in log.read(folder.log_path(path)).decisions}
    if head not in (None, log.FIRST, *there):
        store.unlink()
        console.echo(messages.loss_accepted(len(there)), err=True)
