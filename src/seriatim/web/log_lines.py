"""The decisions log as the browser is given it."""

from __future__ import annotations

from collections.abc import Sequence

from seriatim.decisions import describe
from seriatim.decisions.apply import active
from seriatim.model import Decision
from seriatim.web.schemas import Line


def lines(
    judgements: Sequence[Decision], chosen: Sequence[int], documents: dict[str, str]
) -> list[Line]:
    """The judgements at the places ``chosen`` of a log; ``documents``: their ids by hash."""
    by_id = {j.id: j for j in judgements}
    standing = {j.id for j in active(judgements)}
    undone = {j.undoes for j in judgements if j.act == "undo"}
    return [_line(n, judgements[n], by_id, standing, undone, documents) for n in chosen]


def _line(
    n: int,
    j: Decision,
    by_id: dict[str, Decision],
    standing: set[str],
    undone: set[str | None],
    documents: dict[str, str],
) -> Line:
    sha = j.document or (j.selectors[0].document if j.selectors else "")
    return Line(
        number=n + 1,
        id=j.id,
        act=j.act,
        who=j.who,
        at=j.at,
        why=j.why,
        target=j.target,
        value=j.value,
        says=describe.said(j, by_id.get(j.undoes or "")),
        undone=j.id in undone if j.act == "undo" else j.id not in standing,
        document=documents.get(sha),
        quotes=[" ".join(s.exact.split()) for s in j.selectors],
        undoes=j.undoes,
    )
