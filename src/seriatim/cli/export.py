"""``seriatim export``: a case in another format."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
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

SLIDES = frozenset({"timelinejs", "timelinejs-csv"})  # formats that show one event at a time


@click.command("export")
@cases.CASE
@click.option(
    "--format",
    "form",
    required=True,
    type=click.Choice(plugins.names("exports")),
    help=messages.FORMAT,
)
@click.option("--entries/--events", "by_entry", default=None, help=messages.BY_ENTRY)
@click.option("--key", "most", type=click.IntRange(min=1), metavar="N", help=messages.KEY_ENTRIES)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help=messages.OUTPUT,
)
def command(
    path: Path, form: str, output: Path | None, most: int | None, *, by_entry: bool | None
) -> None:
    """Export a case's chronology; standard error counts what the format can't hold."""
    chronology = cases.current(cases.open_case(path), whole=True)
    chronology = replace(chronology, events=by_date(chronology.events))
    lost: Mapping[str, int] = {}
    if most is not None or (form in SLIDES if by_entry is None else by_entry):
        chronology, lost = _of_entries(chronology, most)
    to_file: Callable[[Chronology], File] = plugins.load("exports", form)
    made = to_file(chronology)
    if output and str(output) != "-":
        write_whole(output, made.data)
    else:
        sys.stdout.buffer.write(made.data)
    for what, times in {**lost, **made.lost}.items():
        console.echo(messages.loss(form, what, times), err=True)


def _of_entries(chronology: Chronology, most: int | None) -> tuple[Chronology, Mapping[str, int]]:
    """The chronology with the main events of its entries only, and how many events that leaves out.

    ``most``: of the key entries, at most so many.
    """
    from seriatim.query.entries import entries, with_main_events
    from seriatim.query.key_events import key_events

    events = chronology.events
    found = (
        entries(events)
        if most is None
        else [key.entry for key in key_events(chronology, events, most)]
    )
    folded = sum(len(entry.minor) for entry in found)
    kept = with_main_events(chronology, {entry.id for entry in found})
    return kept, {messages.FOLDED: folded} if folded else {}
