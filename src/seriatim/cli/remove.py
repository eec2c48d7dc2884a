"""``seriatim remove``: take a document out of a case's chronology."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases
from seriatim.cli.console import Unreadable


@click.command("remove")
@cases.CASE
@click.argument("document")
@cases.by
def command(path: Path, document: str, who: str | None, why: str) -> None:
    """Take a document out: by its id (d3), its hash or its name.  The original stays, and undo brings it back."""
    case = cases.open_case(path)
    with cases.said():
        found = [
            h
            for h in case.documents()
            if document in (f"d{h.number}", h.name)
            or (len(document) > 5 and h.sha256.startswith(document))
        ]
        if len(found) != 1:
            raise Unreadable(
                f"{document}: {'no document' if not found else 'more than one document'} of the case is called so; see `seriatim log {path}`"
            )
        made = case.remove(found[0], who=cases.whoever(who), why=why)
    cases.build(case)
    click.echo(
        f"{found[0].name} is out of the chronology; bring it back with: seriatim undo {path} {made.id[:10]}",
        err=True,
    )
