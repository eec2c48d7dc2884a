"""Disjoint sets with cannot-link constraints (union–find)."""

from __future__ import annotations

from collections.abc import Iterable


class DisjointSets:
    """Names in sets that can be joined; a set is known by its earliest name."""

    def __init__(self, names: Iterable[str]) -> None:
        self._above = {name: name for name in names}
        self._rank = {name: n for n, name in enumerate(self._above)}
        self._apart: dict[str, set[str]] = {}  # first name of a set -> names never in it

    def __contains__(self, name: object) -> bool:
        return name in self._above

    def find(self, name: str) -> str:
        """The first name of the set that holds a name.  Raises KeyError for an unknown name."""
        root = name
        while self._above[root] != root:
            root = self._above[root]
        while self._above[name] != root:
            self._above[name], name = root, self._above[name]
        return root

    def join(self, one: str, other: str) -> bool:
        """Join two sets unless they are kept apart; whether the names are in one set now."""
        if self._apart and self.are_apart(one, other):
            return False
        first, second = sorted((self.find(one), self.find(other)), key=self._rank.__getitem__)
        self._above[second] = first
        if first != second and second in self._apart:
            self._apart.setdefault(first, set()).update(self._apart.pop(second))
        return True

    def keep_apart(self, one: str, other: str) -> bool:
        """Bar two sets from being joined; False if they are one set already."""
        first, second = self.find(one), self.find(other)
        if first != second:
            self._apart.setdefault(first, set()).add(other)
            self._apart.setdefault(second, set()).add(one)
        return first != second

    def are_apart(self, one: str, other: str) -> bool:
        """Whether the sets of the two are kept apart."""
        first, second = self.find(one), self.find(other)
        return any(self.find(name) == second for name in self._apart.get(first, ()))
