"""Sets that grow together: which things are one."""

from __future__ import annotations

from collections.abc import Iterable


class DisjointSets:
    """Names in sets that can be joined; a set goes by the name that came first into the structure."""

    def __init__(self, names: Iterable[str]) -> None:
        self._above = {name: name for name in names}
        self._rank = {name: n for n, name in enumerate(self._above)}

    def __contains__(self, name: object) -> bool:
        return name in self._above

    def find(self, name: str) -> str:
        """The first name of the set that a name is in.  Raises KeyError for a name that is in none."""
        root = name
        while self._above[root] != root:
            root = self._above[root]
        while self._above[name] != root:
            self._above[name], name = root, self._above[name]
        return root

    def join(self, one: str, other: str) -> None:
        """Make one set of two."""
        first, second = sorted((self.find(one), self.find(other)), key=self._rank.__getitem__)
        self._above[second] = first
