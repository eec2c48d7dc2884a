"""A CASE on the command line: a case folder or a chronology file, for the commands that only look."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from seriatim.cli.cases import current, open_case
from seriatim.cli.console import Unreadable
from seriatim.model import Chronology, Event
from seriatim.query import filters

Select = Callable[[Chronology, filters.Filter], tuple[Event, ...]]

HIDDEN = "\0"
MINUS = re.compile(rf"-({'|'.join(filters.FIELDS)}):", re.IGNORECASE)
CASE = click.argument("case", metavar="CASE", type=click.Path(path_type=Path))


class WithFilter(click.Command):
    """A command with FILTER arguments, among which ``-kind:meeting`` is a word, not a row of one-letter options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Hide the minus of such words from click while it looks for options."""
        rest = super().parse_args(
            ctx, [f"{HIDDEN}{arg[1:]}" if MINUS.match(arg) else arg for arg in args]
        )
        for name, value in ctx.params.items():
            if isinstance(value, tuple):
                ctx.params[name] = tuple(_shown(part) for part in value)
            elif isinstance(value, str):
                ctx.params[name] = _shown(value)
        return rest


def _shown(value: object) -> object:
    return f"-{value[1:]}" if isinstance(value, str) and value.startswith(HIDDEN) else value


def open_chronology(path: Path, *, whole: bool = False) -> Chronology:
    """The chronology that a person names; ``whole``: with the documents' texts.  Raises Unreadable."""
    from seriatim.exports import interchange

    if path.is_dir():
        return current(open_case(path), whole=whole)
    try:
        return interchange.read(path)
    except interchange.ChronologyError as error:
        raise Unreadable(str(error)) from error
    except OSError as error:
        raise Unreadable(f"{path}: cannot be read ({error.strerror})") from error


def choose(
    chronology: Chronology, words: Sequence[str], *, select: Select = filters.select
) -> tuple[Event, ...]:
    """The events that the words of a FILTER choose.  Raises Unreadable for a word that can't be meant."""
    try:
        return select(chronology, filters.parse_words(words))
    except filters.FilterError as error:
        raise Unreadable(str(error)) from error
