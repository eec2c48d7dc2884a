"""The decisions log in the form for a browser."""

from __future__ import annotations

from collections.abc import Sequence

from seriatim.decisions import describe
from seriatim.decisions.apply import active
from seriatim.model import Decision
from seriatim.web.schemas import LogLine


def lines(
    decisions: Sequence[Decision], chosen: Sequence[int], documents: dict[str, str]
) -> list[LogLine]:
    """The lines at the positions ``chosen`` of a log; ``documents``: their ids by hash."""
    by_id = {j.id: j for j in decisions}
    in_force = {j.id for j in active(decisions)}
    undone = {j.undoes for j in decisions if j.act == "undo"}
    return [_line(n, decisions[n], by_id, in_force, undone, documents) for n in chosen]


def _line(
    n: int,
    j: Decision,
    by_id: dict[str, Decision],
    in_force: set[str],
    undone: set[str | None],
    documents: dict[str, str],
) -> LogLine:
    """A decision as a line."""
    sha = j.document or (j.selectors[0].document if j.selectors else "")
    return LogLine(
        number=n + 1,
        id=j.id,
        act=j.act,
        who=j.who,
        at=j.at,
        why=j.why,
        target=j.target,
        value=j.value,
        says=describe.describe(j, by_id.get(j.undoes or "")),
        undone=j.id in undone if j.act == "undo" else j.id not in in_force,
        document=documents.get(sha),
        quotes=[" ".join(s.exact.split()) for s in j.selectors],
        undoes=j.undoes,
    )
