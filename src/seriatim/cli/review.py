"""``seriatim review``: the review queue of a case, with the commands that resolve its items."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli import console
from seriatim.cli.cases import CASE, current, open_case
from seriatim.cli.console import Unreadable
from seriatim.cli.output import rendered, with_format
from seriatim.messages import cli as messages

if TYPE_CHECKING:
    from seriatim.decisions.make import DecisionRequest
    from seriatim.decisions.review_queue import ReviewItem
    from seriatim.model import Chronology

COLUMNS = ("kind", "code", "severity", "document", "message", "decisions")
WANTED = {"date": "DATE", "published": "DATE"}  # the value to give where there is no proposal


@click.command("review")
@CASE
@click.argument("most", type=click.IntRange(min=1), required=False, metavar="[N]")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    help=messages.KIND,
)
@with_format("jsonl", "csv")
def command(path: Path, most: int | None, kinds: tuple[str, ...], form: str) -> None:
    """List at most N items to review, most important first, with the commands that resolve them."""
    from seriatim.decisions import review_queue

    unknown = [kind for kind in kinds if kind not in review_queue.KINDS]
    if unknown:
        raise Unreadable(messages.unknown_kind(unknown[0], review_queue.KINDS))
    chronology = current(open_case(path), whole=True)
    found = [
        item for item in review_queue.review_queue(chronology) if not kinds or item.kind in kinds
    ]
    shown = found[:most]
    if form != "text":
        objects = [_object(item) for item in shown]
        console.echo(rendered(form, None, objects, lambda: (COLUMNS, _rows(shown))), nl=False)
        return
    lines = [line for item in shown for line in _lines(item, chronology, path)]
    console.echo("\n".join([*lines, messages.to_review(len(found), len(shown))]))


def _lines(item: ReviewItem, chronology: Chronology, path: Path) -> Iterator[str]:
    from seriatim.findings.report import LineIndex

    document = next(
        (r.document for r in chronology.readings if r.document.id == item.document), None
    )
    line, column = LineIndex(document).of(item.span[0]) if document and item.span else (1, 1)
    where = f"{document.path}:{line}:{column}: " if document else ""
    yield f"{where}{item.severity or item.kind}: {item.message} [{item.code}]"
    yield from (f"    {reason}" for reason in item.because if reason not in item.message)
    yield from (
        f"    seriatim judge {shlex.quote(str(path))} {_arguments(act)}" for act in item.acts
    )


def _arguments(act: DecisionRequest) -> str:
    wanted = f" --to {WANTED[act.act]}" if act.act in WANTED and act.value is None else ""
    return shlex.join(act.arguments()) + wanted


def _object(item: ReviewItem) -> dict[str, object]:
    return {
        **asdict(item),
        "acts": [{k: v for k, v in asdict(act).items() if v not in (None, 0)} for act in item.acts],
    }


def _rows(items: Iterable[ReviewItem]) -> list[tuple[str, ...]]:
    return [
        (
            *(item.kind, item.code, item.severity or "", item.document or "", item.message),
            "; ".join(_arguments(act) for act in item.acts),
        )
        for item in items
    ]
