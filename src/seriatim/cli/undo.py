"""``seriatim undo``: undo a decision."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases


@click.command("undo")
@cases.CASE
@click.argument("decision", required=False)
@cases.by
def command(path: Path, decision: str | None, who: str | None, why: str) -> None:
    """Undo a decision by the start of its id (see `seriatim log`), or the last one.  The log keeps both."""
    case = cases.open_case(path)
    with cases.said():
        identity = decision or case.log.last_active().id
        case.undo(identity, who=cases.whoever(who), why=why)
    cases.build(case)
    click.echo(f"undone: {identity[:10]}", err=True)
