"""``seriatim export``: a case in another format."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click

from seriatim import plugins
from seriatim.cli import cases, console
from seriatim.cli.console import write_whole
from seriatim.exports import File
from seriatim.messages import cli as messages
from seriatim.model import Chronology
from seriatim.query.listing import by_date


@click.command("export")
@cases.CASE
@click.option(
    "--format",
    "form",
    required=True,
    type=click.Choice(plugins.names("exports")),
    help=messages.FORMAT,
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=messages.OUTPUT,
)
def command(path: Path, form: str, output: Path | None) -> None:
    """Export a case's chronology; standard error counts what the format can't hold."""
    chronology = cases.current(cases.open_case(path), whole=True)
    to_file: Callable[[Chronology], File] = plugins.load("exports", form)
    made = to_file(replace(chronology, events=by_date(chronology.events)))
    if output:
        write_whole(output, made.data)
    else:
        sys.stdout.buffer.write(made.data)
    for what, times in made.lost.items():
        console.echo(messages.loss(form, what, times), err=True)
