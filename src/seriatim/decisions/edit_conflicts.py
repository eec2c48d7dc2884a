"""Whether a judgement is about what another was about: a person who decides must have seen what others decided about the same words."""

from __future__ import annotations

from collections.abc import Sequence

from seriatim.model import Decision, Span

_MARKS_NOTHING = ("comment", "ask")  # nothing is decided by them, so nobody is in anybody's way


def edit_conflicts(
    judgements: Sequence[Decision], seen: str, made: Sequence[Decision]
) -> tuple[Decision, ...]:
    """The judgements after the one with the id ``seen`` (the start, where there is none of that id) that are about what ``made`` are about.

    A person who makes ``made`` knows of none of them.
    """
    place = next((n for n in range(len(judgements), 0, -1) if judgements[n - 1].id == seen), 0)
    by_id = {j.id: j for j in judgements}
    return tuple(
        j
        for j in judgements[place:]
        if any(_touch(_meant(j, by_id), _meant(m, by_id)) for m in made)
    )


def _meant(judgement: Decision, by_id: dict[str, Decision]) -> Decision:
    """What an undo undoes, since it is about the same; else the judgement itself."""
    while judgement.act == "undo" and judgement.undoes in by_id:
        judgement = by_id[judgement.undoes or ""]
    return judgement


def _touch(a: Decision, b: Decision) -> bool:
    if a.act in _MARKS_NOTHING or b.act in _MARKS_NOTHING:
        return False
    if a.target == "document" or b.target == "document":
        return a.target == b.target and a.document == b.document
    if (a.target == "actor") != (b.target == "actor"):
        return False  # a name put right leaves open what is said of the event beside it
    places: dict[str, list[Span]] = {}
    for s in a.selectors:
        places.setdefault(s.document, []).append((s.start, s.end))
    return any(
        start < s.end and s.start < end
        for s in b.selectors
        for start, end in places.get(s.document, ())
    )
