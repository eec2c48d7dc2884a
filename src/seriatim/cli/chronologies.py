"""A CASE on the command line: what the commands that only look at a chronology share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from seriatim import filters
from seriatim.cli.console import Unreadable
from seriatim.model import Chronology, Event

CASE = click.argument("case", metavar="CASE", type=click.Path(path_type=Path))


def open_chronology(path: Path) -> Chronology:
    """The chronology that a person names.  Raises Unreadable."""
    from seriatim.exports import interchange

    if path.is_dir():
        raise Unreadable(f"{path} is a folder; give a chronology file, as `seriatim timeline FILE --json OUT.json` writes it")
    try:
        return interchange.read(path)
    except interchange.ChronologyError as error:
        raise Unreadable(str(error)) from error
    except OSError as error:
        raise Unreadable(f"{path}: cannot be read ({error.strerror})") from error


def choose(chronology: Chronology, words: Sequence[str]) -> tuple[Event, ...]:
    """The events that the words of a FILTER choose.  Raises Unreadable for a word that can't be meant."""
    try:
        return filters.select(chronology, filters.parse_words(words))
    except filters.FilterError as error:
        raise Unreadable(str(error)) from error
