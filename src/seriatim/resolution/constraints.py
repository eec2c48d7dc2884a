"""What people said of which things are one and which are not, in the order in which they said it → what holds of it all.

The last word wins.  Of an earlier one holds what the later ones leave of it: who merged three and
then keeps two of them apart still has the third with the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from seriatim.model import Status
from seriatim.resolution.disjoint_sets import DisjointSets


@dataclass(frozen=True, slots=True)
class Constraints:
    """Ids that are one, each with others, and pairs that are not, the smaller id first."""

    together: tuple[tuple[str, ...], ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()


NO_CONSTRAINTS = Constraints()


class LinkConstraints:
    """Merges and partings of ids."""

    def __init__(self) -> None:
        self._said: list[
            tuple[bool, tuple[tuple[str, ...], ...]]
        ] = []  # (whether they are one, the sides)

    def merge(self, ids: Sequence[str]) -> None:
        """All of them are one."""
        self._said.append((True, tuple((i,) for i in ids)))

    def part(self, sides: Iterable[Sequence[str]]) -> None:
        """No id of a side is one with an id of another; of ids of one side nothing is said."""
        self._said.append((False, tuple(map(tuple, sides))))

    def release(self, ids: Iterable[str]) -> None:
        """Take them out of every merge so far."""
        gone = set(ids)
        self._said = [
            (one, tuple(side for side in sides if not gone & set(side)) if one else sides)
            for one, sides in self._said
        ]

    def settled(self) -> Constraints:
        """What holds: the last word first."""
        names = dict.fromkeys(i for _, sides in self._said for side in sides for i in side)
        sets, apart = DisjointSets(names), set()
        for are_one, sides in reversed(self._said):
            for one, other in combinations(sides, 2):
                for a in one:
                    for b in other:
                        if are_one:
                            sets.join(a, b)
                        elif a != b and sets.keep_apart(a, b):
                            apart.add((min(a, b), max(a, b)))
        groups: dict[str, list[str]] = {}
        for name in names:
            groups.setdefault(sets.find(name), []).append(name)
        return Constraints(
            tuple(tuple(group) for group in groups.values() if len(group) > 1), frozenset(apart)
        )


@dataclass(frozen=True, slots=True)
class AppliedDecisions:
    """Decisions about claims and mentions of the readings at hand, by their ids."""

    status: dict[str, Status] = field(default_factory=dict)  # claim -> status
    events: Constraints = NO_CONSTRAINTS  # claims that tell one event, and pairs that don't
    alone: frozenset[str] = frozenset()  # claims that share their event with no other
    actors: Constraints = NO_CONSTRAINTS  # mentions of one actor, and pairs that are not
    other_actor: tuple[tuple[str, ...], ...] = ()  # mentions that are an actor of their own
    names: dict[str, str] = field(default_factory=dict)  # mention -> its actor's name
    groups: dict[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # mention -> its actor's groups


NO_DECISIONS = AppliedDecisions()
