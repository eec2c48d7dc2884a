"""Output of the commands that list: text for people, JSON, JSON lines and CSV for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import click

from seriatim.messages import cli as messages

F = TypeVar("F", bound=Callable[..., Any])
Rows = tuple[Sequence[str], Sequence[Sequence[str]]]  # column names, then the cells of each row


def with_format(*others: str) -> Callable[[F], F]:
    """The option ``--format`` with the values text, json and ``others``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json", *others]),
        default="text",
        show_default=True,
        help=messages.FORMAT,
    )


def rendered(
    form: str, name: str | None, objects: Sequence[Mapping[str, object]], rows: Callable[[], Rows]
) -> str:
    """The objects as JSON (under a name, if any), as JSON lines, or their ``rows`` as CSV."""
    if form == "json":
        whole = {name: objects} if name else objects
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    if form == "jsonl":
        return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects)
    from seriatim.exports.sheet import safe

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns, cells = rows()
    writer.writerow(columns)
    writer.writerows([safe(c) if len(c) > 1 else c for c in row] for row in cells)  # not "+"
    return out.getvalue()
