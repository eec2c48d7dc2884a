"""``seriatim publish``: a case as one page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from seriatim.cli import cases
from seriatim.cli.console import write_whole


@click.command("publish")
@cases.CASE
@click.option(
    "-o",
    "--output",
    metavar="PAGE.html",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the page goes.",
)
def command(path: Path, output: Path) -> None:
    """Write a case's chronology as one page that anyone can open, and that asks the network for nothing."""
    from seriatim.exports import page

    case = cases.open_case(path)
    chronology = cases.current(case, whole=True)
    write_whole(output, page.export(replace(chronology, answers=case.answers(chronology))))
    click.echo(f"page: {output}", err=True)
