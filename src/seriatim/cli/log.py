"""``seriatim log``: everything that was decided, as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import click

from seriatim.cli.cases import CASE, open_case, said
from seriatim.model import Decision

COLUMNS = ("id", "at", "who", "act", "on", "quote", "value", "why", "stands")


@click.command("log")
@CASE
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv"]),
    default="text",
    show_default=True,
    help="Lines to read, or a table.",
)
def command(path: Path, form: str) -> None:
    """Show everything that was added, decided and undone in a case, by whom, when and why, oldest first."""
    with said():
        judgements = open_case(path).judgements()
    rows = table(judgements, read=form == "text")
    if form == "csv":
        out = io.StringIO()
        csv.writer(out).writerows([COLUMNS, *(map(safe, row) for row in rows)])
        click.echo(out.getvalue(), nl=False)
        return
    for identity, at, who, act, on, quote, value, why, stands in rows:
        told = "  ".join(
            filter(
                None,
                [
                    on,
                    f"“{quote}”" if quote else "",
                    f"→ {value}" if value else "",
                    f"({why})" if why else "",
                ],
            )
        )
        click.echo(
            f"{identity[:10]}  {at}  {who}  {act}  {told}" + ("" if stands else "  [undone]")
        )


def table(judgements: Sequence[Decision], *, read: bool = False) -> list[tuple[str, ...]]:
    """A row a judgement, in the order of ``COLUMNS``; ``stands`` is empty for one that was undone.  ``read``: few words with those around them."""
    from seriatim.decisions.apply import active
    from seriatim.decisions.selectors import in_its_line

    standing = {j.id for j in active(judgements)}
    undone = {j.undoes for j in judgements if j.act == "undo"}
    return [
        (
            j.id,
            j.at,
            j.who,
            j.act,
            j.target if j.selectors else (j.undoes or j.document or "")[:10],
            ("” · “" if read else " … ").join(
                in_its_line(s) if read and j.target != "actor" else " ".join(s.exact.split())
                for s in j.selectors
            ),
            j.value or "",
            j.why,
            "yes" if j.id in standing or (j.act == "undo" and j.id not in undone) else "",
        )
        for j in judgements
    ]


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
