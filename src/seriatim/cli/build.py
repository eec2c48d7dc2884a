"""``seriatim build``: read what is new and make the chronology."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases
from seriatim.cli.console import say_what_reads


@click.command("build")
@cases.CASE
@click.option(
    "--processes", type=click.IntRange(1), help="How many documents are read at once.  [one a core]"
)
@click.option(
    "--model/--no-model",
    default=None,
    help="With the span model, or by rules alone.  [as the last time]",
)
@click.option(
    "--strict/--no-strict",
    default=None,
    help="Leave more dates open, so that fewer are false.  [as the last time]",
)
def command(path: Path, processes: int | None, model: bool | None, strict: bool | None) -> None:
    """Read what is new in a case and make its chronology; what was read before is not read again."""
    from seriatim.cli.timeline import counts

    case = cases.open_case(path)
    say_what_reads(model=model is not False)
    chronology = cases.build(case, processes=processes, model=model, strict=strict)
    click.echo(counts(chronology), err=True)
