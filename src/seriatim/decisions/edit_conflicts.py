"""Edit conflicts: others have decided about the same words since a person last looked."""

from __future__ import annotations

from collections.abc import Sequence

from seriatim.model import Decision, Span

_HARMLESS = ("comment", "ask")  # they change nothing, so they conflict with nothing


def edit_conflicts(
    decisions: Sequence[Decision], seen: str, made: Sequence[Decision]
) -> tuple[Decision, ...]:
    """The decisions since ``seen`` that are about the same words as those of ``made``.

    ``seen`` is the id of the last decision that the person knew; where the log does not have it,
    the person knows of none.
    """
    place = next((n for n in range(len(decisions), 0, -1) if decisions[n - 1].id == seen), 0)
    by_id = {j.id: j for j in decisions}
    return tuple(
        j
        for j in decisions[place:]
        if any(_overlap(_undone(j, by_id), _undone(m, by_id)) for m in made)
    )


def _undone(decision: Decision, by_id: dict[str, Decision]) -> Decision:
    """The decision that an undo is about; any other decision itself."""
    while decision.act == "undo" and decision.undoes in by_id:
        decision = by_id[decision.undoes or ""]
    return decision


def _overlap(a: Decision, b: Decision) -> bool:
    """Whether two decisions are about the same document or the same words."""
    if a.act in _HARMLESS or b.act in _HARMLESS:
        return False
    if a.target == "document" or b.target == "document":
        return a.target == b.target and a.document == b.document
    if (a.target == "actor") != (b.target == "actor"):
        return False  # a name leaves open what happened, and the other way round
    places: dict[str, list[Span]] = {}
    for s in a.selectors:
        places.setdefault(s.document, []).append((s.start, s.end))
    return any(
        start < s.end and s.start < end
        for s in b.selectors
        for start, end in places.get(s.document, ())
    )
