"""``seriatim build``: read new documents and build the chronology."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases
from seriatim.cli.console import warn_without_span_model
from seriatim.messages import cli as messages


@click.command("build")
@cases.CASE
@click.option("--processes", type=click.IntRange(1), help=messages.PROCESSES)
@click.option(
    "--model/--no-model",
    default=None,
    help=messages.MODEL,
)
@click.option("--strict/--no-strict", default=None, help=messages.BUILD_STRICT)
def command(path: Path, processes: int | None, model: bool | None, strict: bool | None) -> None:
    """Read a case's new documents and build its chronology."""
    from seriatim.cli.timeline import counts

    case = cases.open_case(path)
    warn_without_span_model(model=model is not False)
    chronology = cases.build(case, processes=processes, model=model, strict=strict)
    click.echo(counts(chronology), err=True)
