"""``seriatim log``: every decision, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from seriatim.cli import console
from seriatim.cli.cases import CASE, errors, open_case
from seriatim.cli.output import rendered, with_format
from seriatim.messages import cli as messages
from seriatim.messages.visible import one_line
from seriatim.model import Decision

COLUMNS = ("id", "at", "who", "act", "on", "quote", "value", "why", "stands")


@click.command("log")
@CASE
@with_format("jsonl", "csv")
def command(path: Path, form: str) -> None:
    """Show what was added, decided and undone in a case, by whom, when and why, oldest first."""
    with errors():
        decisions = open_case(path).decisions()
    rows = table(decisions, read=form == "text")
    if form != "text":
        objects = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
        console.echo(rendered(form, "decisions", objects, lambda: (COLUMNS, rows)), nl=False)
        return
    for row in rows:
        identity, at, who, act, on, quote, value, why, stands = map(one_line, row)
        details = "  ".join(
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
        console.echo(
            f"{identity[:10]}  {at}  {who}  {act}  {details}"
            + ("" if stands else f"  [{messages.UNDONE}]")
        )


def table(decisions: Sequence[Decision], *, read: bool = False) -> list[tuple[str, ...]]:
    """One row per decision, in the order of ``COLUMNS``; ``stands`` is empty for an undone one.

    ``read``: short quotes get the words around them.
    """
    from seriatim.decisions.apply import active

    standing = {j.id for j in active(decisions)}
    undone = {j.undoes for j in decisions if j.act == "undo"}
    return [
        (
            j.id,
            j.at,
            j.who,
            j.act,
            j.target if j.selectors else (j.undoes or j.document or "")[:10],
            _quotes(j, in_context=read),
            j.value or "",
            j.why,
            "yes" if j.id in standing or (j.act == "undo" and j.id not in undone) else "",
        )
        for j in decisions
    ]


def _quotes(decision: Decision, *, in_context: bool) -> str:
    """The words that a decision is about, short ones with the words around them."""
    from seriatim.decisions.selectors import with_context

    if in_context and decision.target != "actor":
        return "” · “".join(map(with_context, decision.selectors))
    quotes = (" ".join(s.exact.split()) for s in decision.selectors)
    return ("” · “" if in_context else " … ").join(quotes)
