"""The temporal network of a chronology: links, bounds, conflicts and repairs."""

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
    """The temporal relations that one document states between its claims, in text order."""
    from seriatim.temporal.network import relations

    return relations.read(analyses, expressions, claims)


def solve(readings: Sequence[Reading], events: Sequence[Event]) -> Ordered:
    """The events with their bounds, the links between them, and the conflicts."""
    from seriatim.temporal.network import ordering

    return ordering.solve(readings, events)
