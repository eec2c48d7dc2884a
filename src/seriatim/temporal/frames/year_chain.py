"""The years of a document's months and days, decided together over all ways its story may take.

A story goes on more easily than it goes back, and it looks aside: a time may be left out of its
course.  The score of a way is that of its steps, of the years it gives, and of what it leaves out;
the weights are learned.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from seriatim.temporal.frames.mentions import Mention
from seriatim.temporal.frames.outline import Outline
from seriatim.temporal.frames.year_features import (
    Features,
    aside,
    candidates,
    combined,
    evidence,
    step,
)

LOOK_BACK = 4  # how many mentions may be left out in a row
_NEVER = float("-inf")


class Decision(NamedTuple):
    """The years that a mention may be of, with how likely each is, the likeliest first."""

    years: tuple[tuple[int, float], ...]

    @property
    def year(self) -> int:
        """The likeliest year."""
        return self.years[0][0]

    @property
    def probability(self) -> float:
        """How likely it is."""
        return self.years[0][1]


def years(document: Outline, weights: Mapping[str, float]) -> list[Decision | None]:
    """For each mention of the outline the years it may be of; None where nothing gives one."""
    options = [candidates(document, at) for at in range(len(document.mentions))]
    if not any(m.yearless for m in document.mentions):
        return [Decision(((own[0], 1.0),)) if own else None for own in options]
    return _Lattice(document, options, combined(weights, document.traits)).decisions()


def dot(features: Features, weights: Mapping[str, float]) -> float:
    """The score of what speaks for something."""
    return sum(weights.get(name, 0.0) * value for name, value in features)


class _Lattice:
    """Sums over all ways, forwards and backwards."""

    def __init__(
        self, document: Outline, options: Sequence[tuple[int, ...]], weights: Mapping[str, float]
    ) -> None:
        self._document, self._options, self._weights = document, options, weights
        self._steps: dict[tuple[object, ...], _Moves] = {}
        named = document.mentions
        self._own = [
            [dot(evidence(document, at, y), weights) if named[at].yearless else 0.0 for y in own]
            for at, own in enumerate(options)
        ]
        self._aside = [
            dot(aside(m), weights) + _total(own) for m, own in zip(named, self._own, strict=True)
        ]

    def decisions(self) -> list[Decision | None]:
        """How likely each year of each mention is, over all ways."""
        ahead, behind = self._forwards(), self._backwards()
        size = len(self._options)
        skipped = self._skipped_to(size)
        whole = _total(
            [a + skipped[at] for at in range(max(0, size - LOOK_BACK - 1), size) for a in ahead[at]]
            + ([skipped[-1]] if size <= LOOK_BACK else [])
        )
        found: list[Decision | None] = []
        for at, own in enumerate(self._options):
            on = [a + b - whole for a, b in zip(ahead[at], behind[at], strict=True)]
            found.append(self._decision(at, own, on))
        return found

    def _decision(self, at: int, own: tuple[int, ...], on: list[float]) -> Decision | None:
        if not own:
            return None
        on_line = min(1.0, sum(exp(min(0.0, v)) for v in on))
        total = _total(self._own[at])
        likely = [
            (exp(min(0.0, v)) + (1 - on_line) * exp(u - total), year)
            for v, u, year in zip(on, self._own[at], own, strict=True)
        ]
        return Decision(tuple((year, p) for p, year in sorted(likely, key=lambda x: (-x[0], x[1]))))

    def _skipped_to(self, end: int) -> dict[int, float]:
        """The cost of leaving out all mentions between each and ``end``; -1 is before the first."""
        price, found = 0.0, {}
        for at in range(end - 1, max(-2, end - LOOK_BACK - 2), -1):
            found[at] = price
            price += self._aside[at] if at >= 0 else 0.0
        return found

    def _forwards(self) -> list[list[float]]:
        """For each mention and year, how likely all ways are that come to it."""
        ahead: list[list[float]] = []
        for at in range(len(self._options)):
            ways = self._ways_to(at, ahead)
            ahead.append([_total(w) + o for w, o in zip(ways, self._own[at], strict=True)])
        return ahead

    def _ways_to(self, at: int, ahead: list[list[float]]) -> list[list[float]]:
        """For each year of a mention, the scores of coming to it from each year before."""
        own = self._options[at]
        ways: list[list[float]] = [[] for _ in own]
        for before, price in self._skipped_to(at).items():
            if before < 0:
                _add(ways, price)
                continue
            moves = self._moves(before, at)
            start = list(zip(self._options[before], ahead[before], strict=True))
            for row, year in zip(ways, own, strict=True):
                row += [score + price + moves[year - y] for y, score in start]
        return ways

    def _backwards(self) -> list[list[float]]:
        """For each mention and year, how likely all ways are that go on from it."""
        size = len(self._options)
        behind: list[list[float]] = [[] for _ in range(size)]
        for at in range(size - 1, -1, -1):
            behind[at] = [_total(row) for row in self._ways_from(at, behind)]
        return behind

    def _ways_from(self, at: int, behind: list[list[float]]) -> list[list[float]]:
        """For each year of a mention, the scores of going on from it to each year after."""
        size = len(self._options)
        ways: list[list[float]] = [[] for _ in self._options[at]]
        price = 0.0
        for after in range(at + 1, min(size, at + LOOK_BACK + 2)):
            moves = self._moves(at, after)
            scores = [b + o + price for b, o in zip(behind[after], self._own[after], strict=True)]
            end = list(zip(self._options[after], scores, strict=True))
            for row, y in zip(ways, self._options[at], strict=True):
                row += [score + moves[year - y] for year, score in end]
            price += self._aside[after]
        if size - at - 1 <= LOOK_BACK:
            _add(ways, price)
        return ways

    def _moves(self, before: int, at: int) -> _Moves:
        """The scores of going on from one mention to another, by the years between."""
        first, second = self._document.mentions[before], self._document.mentions[at]
        key = (first.parts[1:3], second.parts[1:3], second.parts.year is None, second.back)
        known = self._steps.get(key)
        if known is None:
            known = self._steps[key] = _Moves(first, second, self._weights)
        return known


class _Moves(dict[int, float]):
    """Scores by the years between two mentions, each found when it is first asked for."""

    def __init__(self, first: Mention, second: Mention, weights: Mapping[str, float]) -> None:
        super().__init__()
        self._first, self._second, self._weights = first, second, weights

    def __missing__(self, years_on: int) -> float:
        score = dot(step(self._first, 0, self._second, years_on), self._weights)
        self[years_on] = score
        return score


def _add(ways: Sequence[list[float]], price: float) -> None:
    """Add one more way to each."""
    for row in ways:
        row.append(price)


def _total(scores: Sequence[float]) -> float:
    """The logarithm of the sum of exponentials."""
    high = max(scores, default=_NEVER)
    if high == _NEVER:
        return 0.0 if not scores else high
    return high + log(sum(exp(s - high) for s in scores))
