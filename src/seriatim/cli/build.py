"""``seriatim build``: read new documents and build the chronology."""

from __future__ import annotations

from pathlib import Path

import click

from seriatim.cli import cases, console
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
@click.option("--retry", is_flag=True, help=messages.RETRY)
@click.pass_context
def command(
    ctx: click.Context,
    path: Path,
    processes: int | None,
    model: bool | None,
    strict: bool | None,
    *,
    retry: bool,
) -> None:
    """Read a case's new documents and build its chronology.

    A document that cannot be read within its limits is set apart, and the others are built: exit
    status 1.
    """
    from seriatim.cli.timeline import counts

    case = cases.open_case(path)
    warn_without_span_model(model=model is not False)
    built = cases.built(case, processes=processes, model=model, strict=strict, retry=retry)
    console.echo(counts(built.chronology), err=True)
    if built.failed:
        console.echo(messages.documents_set_apart(built.failed), err=True)
    ctx.exit(1 if built.failed else 0)
