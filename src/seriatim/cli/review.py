"""``seriatim review``: what a person should look at in a case, and how to settle it."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli.cases import CASE, current, open_case
from seriatim.cli.console import Unreadable

if TYPE_CHECKING:
    from seriatim.case.review import Item
    from seriatim.decisions.make import DecisionRequest
    from seriatim.model import Chronology

WANTED = {"date": "DATE", "published": "DATE"}  # what a person has to say where nothing proposes it


@click.command("review")
@CASE
@click.argument("most", type=click.IntRange(min=1), required=False, metavar="[N]")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    help="Only these: finding, merge events, merge actors, name, undated; can be given again.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines to read, or data.",
)
def command(path: Path, most: int | None, kinds: tuple[str, ...], form: str) -> None:
    """Show what a person should look at in a case, most important first (at most N), each with the commands that settle it."""
    from seriatim.case import review

    unknown = [kind for kind in kinds if kind not in review.KINDS]
    if unknown:
        raise Unreadable(f"there is no kind {unknown[0]!r}; there are {', '.join(review.KINDS)}")
    chronology = current(open_case(path), whole=True)
    found = [item for item in review.queue(chronology) if not kinds or item.kind in kinds]
    shown = found[:most]
    if form == "json":
        click.echo(json.dumps([_object(item) for item in shown], ensure_ascii=False, indent=2))
        return
    lines = [line for item in shown for line in _lines(item, chronology, path)]
    click.echo("\n".join([*lines, _sum(len(found), len(shown))]))


def _lines(item: Item, chronology: Chronology, path: Path) -> Iterator[str]:
    from seriatim.findings.report import Places

    document = next(
        (r.document for r in chronology.readings if r.document.id == item.document), None
    )
    line, column = Places(document).of(item.span[0]) if document and item.span else (1, 1)
    where = f"{document.path}:{line}:{column}: " if document else ""
    yield f"{where}{item.severity or item.kind}: {item.message} [{item.code}]"
    yield from (f"    {reason}" for reason in item.because if reason not in item.message)
    yield from (
        f"    seriatim judge {shlex.quote(str(path))} {_arguments(act)}" for act in item.acts
    )


def _arguments(act: DecisionRequest) -> str:
    wanted = f" --to {WANTED[act.act]}" if act.act in WANTED and act.value is None else ""
    return shlex.join(act.arguments()) + wanted


def _object(item: Item) -> dict[str, object]:
    return {
        **asdict(item),
        "acts": [{k: v for k, v in asdict(act).items() if v not in (None, 0)} for act in item.acts],
    }


def _sum(found: int, shown: int) -> str:
    if not found:
        return "nothing to review"
    return f"{found} to review" + (f", the first {shown} shown" if shown < found else "")
