"""``seriatim remove``: remove a document from a case's chronology."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases, console
from seriatim.cli.console import Unreadable
from seriatim.messages import cli as messages


@click.command("remove")
@cases.CASE
@click.argument("document")
@cases.by
def command(path: Path, document: str, who: str | None, why: str) -> None:
    """Remove a document by its id (d3), hash or name.  The original stays; undo restores it."""
    case = cases.open_case(path)
    with cases.errors():
        found = [
            h
            for h in case.documents()
            if document in (f"d{h.number}", h.name)
            or (len(document) > 5 and h.sha256.startswith(document))
        ]
        if len(found) != 1:
            raise Unreadable(messages.which_document(document, path, found=bool(found)))
        made = case.intake.remove(found[0], who=cases.user_name(who), why=why)
    console.echo(messages.removed(found[0].name, path, made.id[:10]), err=True)
    cases.update(case)
