"""``seriatim evidence``: what each event rests on, and what is missing."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import console
from seriatim.cli.chronologies import CASE, WithFilter, choose, open_chronology
from seriatim.query.listing import names


@click.command("evidence", cls=WithFilter)
@CASE
@click.argument("words", nargs=-1, metavar="[FILTER…]")
def command(case: Path, words: tuple[str, ...]) -> None:
    """List what each event rests on, and what is missing.

    For each event: its claims with their sources, hedges, denials, conflicts, what is missing, and
    what kind of document would settle it. Events with most missing come first. It gives no verdict.
    """
    from seriatim.association.evidence import evidence, say

    chronology = open_chronology(case, whole=True)
    chosen = [e for e in choose(chronology, words) if e.status != "rejected"]
    console.echo(
        say(evidence(chronology, chosen), names(r.document for r in chronology.readings)), nl=False
    )
