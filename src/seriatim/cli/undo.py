"""``seriatim undo``: undo a decision."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases, console
from seriatim.messages import cli as messages


@click.command("undo")
@cases.CASE
@click.argument("decision", required=False)
@cases.by
def command(path: Path, decision: str | None, who: str | None, why: str) -> None:
    """Undo a decision by the start of its id (see `seriatim log`), or the last one."""
    case = cases.open_case(path)
    with cases.errors():
        identity = decision or case.log.last_active().id
        case.undo(identity, who=cases.user_name(who), why=why)
    console.echo(messages.undone(identity[:10]), err=True)
    cases.update(case)
