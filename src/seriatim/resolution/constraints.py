"""Must-link and cannot-link constraints from decisions, in order → the constraints that hold.

A later decision wins over an earlier one, of which only the contradicted part is dropped: after
merging three and then separating two of them, the third is still merged with the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from seriatim.model import Status
from seriatim.resolution.disjoint_sets import DisjointSets

_Sides = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Constraints:
    """Groups of ids that are linked, and pairs that must not be, the smaller id first."""

    must_link: tuple[tuple[str, ...], ...] = ()
    cannot_link: frozenset[tuple[str, str]] = frozenset()


NO_CONSTRAINTS = Constraints()


class LinkConstraints:
    """Links and separations of ids in the order in which they were decided."""

    def __init__(self) -> None:
        self._decided: list[tuple[bool, _Sides]] = []  # (whether the sides are linked, the sides)

    def must_link(self, ids: Sequence[str]) -> None:
        """Link all of them."""
        self._decided.append((True, tuple((i,) for i in ids)))

    def cannot_link(self, sides: Iterable[Sequence[str]]) -> None:
        """Separate the ids of each side from those of the others, not from one another."""
        self._decided.append((False, tuple(map(tuple, sides))))

    def release(self, ids: Iterable[str]) -> None:
        """Take them out of every link so far."""
        gone = set(ids)
        self._decided = [
            (linked, tuple(side for side in sides if not gone & set(side)) if linked else sides)
            for linked, sides in self._decided
        ]

    def resolved(self) -> Constraints:
        """The constraints that hold, of which the latest were applied first."""
        names = dict.fromkeys(i for _, sides in self._decided for side in sides for i in side)
        sets, apart = DisjointSets(names), set()
        for linked, sides in reversed(self._decided):
            for a, b in _pairs(sides):
                if linked:
                    sets.join(a, b)
                elif a != b and sets.keep_apart(a, b):
                    apart.add((min(a, b), max(a, b)))
        groups: dict[str, list[str]] = {}
        for name in names:
            groups.setdefault(sets.find(name), []).append(name)
        return Constraints(
            tuple(tuple(group) for group in groups.values() if len(group) > 1), frozenset(apart)
        )


def _pairs(sides: _Sides) -> Iterator[tuple[str, str]]:
    """Every id of a side with every id of a later one."""
    for one, other in combinations(sides, 2):
        yield from product(one, other)


@dataclass(frozen=True, slots=True)
class AppliedDecisions:
    """Decisions about claims and mentions of the readings, by their ids."""

    status: dict[str, Status] = field(default_factory=dict)  # claim -> status
    events: Constraints = NO_CONSTRAINTS  # claims of one event, and pairs that are not
    alone: frozenset[str] = frozenset()  # claims that are each an event of their own
    actors: Constraints = NO_CONSTRAINTS  # mentions of one actor, and pairs that are not
    other_actor: tuple[tuple[str, ...], ...] = ()  # mentions that are an actor of their own
    names: dict[str, str] = field(default_factory=dict)  # mention -> its actor's name
    # mention -> its actor's groups
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)


NO_DECISIONS = AppliedDecisions()
