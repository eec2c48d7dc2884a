"""Event → Link, bounds, conflicts: what the words say about before and after, and whether it can all hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from seriatim.analysis import Analysis
from seriatim.model import Claim, Event, Reading, Relation, TimeExpression

if TYPE_CHECKING:
    from seriatim.temporal.network.ordering import Ordered

__all__ = ["read", "solve"]


def read(
    analyses: Sequence[Analysis], expressions: Sequence[TimeExpression], claims: Iterable[Claim]
) -> tuple[Relation, ...]:
    """The relations in time that the words of one document state between its claims, in the order of the words."""
    from seriatim.temporal.network import relations

    return relations.read(analyses, expressions, claims)


def solve(readings: Sequence[Reading], events: Sequence[Event]) -> Ordered:
    """The events with their bounds, the links between them, and the statements that cannot all hold."""
    from seriatim.temporal.network import ordering

    return ordering.solve(readings, events)
