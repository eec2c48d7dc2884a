"""Event mentions → dates: rules propose, trees weigh the values near by, and a price decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from seriatim.model import Document, TimeExpression, When
from seriatim.temporal.dating import decide, features, reasons, rules, trees
from seriatim.temporal.dating.candidates import Candidate, Maker, bounds
from seriatim.temporal.dating.view import Read, View, view

if TYPE_CHECKING:
    from numpy import ndarray

    from seriatim.analysis.event_mentions import EventMention


class Weighed(NamedTuple):
    """An event's candidates and their probabilities."""

    event: int
    candidates: Sequence[Candidate]
    scores: ndarray  # right, sharp, false


def date(
    document: Document,
    read: Sequence[Read],
    told: Sequence[Sequence[EventMention]],
    expressions: Sequence[TimeExpression],
    *,
    model: bool = True,
    strict: bool = False,
) -> list[dict[int, When]]:
    """When each event mention of each passage happened, by the index of its word.

    Without ``model`` the rules decide alone.
    ``strict`` takes the higher price of a false date: more is left open, and less of it is false.
    """
    by_rule = rules.RuleBasedDating(document)
    found = [
        by_rule.passage(r.analysis, r.attached, here, r.setting)
        for r, here in zip(read, told, strict=True)
    ]
    if not model:
        return found
    seen = view(
        document,
        read,
        [[(p, whens[p.word.i]) for p in here] for here, whens in zip(told, found, strict=True)],
        expressions,
    )
    settings = trees.model().settings
    price = settings["strict" if strict else "price"]
    for one in weighed(seen):
        event, chosen = seen.events[one.event], decide.best(one.scores, price)
        when = reasons.when(seen, one.event, one.candidates, one.scores, chosen)
        found[event.text][event.word] = when
    return found


def weighed(seen: View) -> list[Weighed]:
    """The listed events of a document with the probabilities of their candidates."""
    import numpy as np

    listed = [n for n, event in enumerate(seen.events) if event.listed]
    if not listed:
        return []
    made = features.Features(Maker(seen))
    asked = [features.rows(made, n) for n in listed]
    stacked = np.concatenate([rows for _, rows in asked])
    values = [[bounds(c.value) for c in found] for found, _ in asked]
    scores = decide.probabilities(trees.model().heads, stacked, values)
    return [Weighed(n, found, s) for n, (found, _), s in zip(listed, asked, scores, strict=True)]
