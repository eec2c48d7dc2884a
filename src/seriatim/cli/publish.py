"""``seriatim publish``: a case as one page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from seriatim.cli import cases, console
from seriatim.cli.console import write_whole
from seriatim.messages import cli as messages


@click.command("publish")
@cases.CASE
@click.option(
    "-o",
    "--output",
    metavar="PAGE.html",
    required=True,
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help=messages.PAGE_OF_A_CASE,
)
def command(path: Path, output: Path) -> None:
    """Publish a case's chronology as one page that works offline."""
    from seriatim.exports import page

    case = cases.open_case(path)
    chronology = cases.current(case, whole=True)
    write_whole(
        output, page.export(replace(chronology, answers=case.questions.answers(chronology)))
    )
    console.echo(messages.page_written(output), err=True)
