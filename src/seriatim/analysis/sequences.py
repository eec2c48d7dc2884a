"""Lists of dated entries, and whether they are in chronological order.

An entry is a passage that begins with its own date.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from seriatim.model import Claim, Passage, Reading, Span
from seriatim.temporal import edtf

ENOUGH = 4  # dated entries that a list needs before its order means anything
IN_ORDER = 0.75  # the share of them that must form one rising run
# Characters that may precede the date of an entry ("On the evening of "), by kind of passage;
# elsewhere the date comes first.
LEAD = {"item": 20, "row": 20}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: its first claim, the date that it begins with, and its words."""

    claim: Claim
    value: str
    span: Span
    first: int  # days from 1970-01-01
    last: int


@dataclass(frozen=True, slots=True)
class DatedList:
    """The dated entries of one list, in the order of the document."""

    entries: tuple[Entry, ...]
    rising: frozenset[int]  # places of the entries of the longest run that never falls

    @property
    def runs_in_order(self) -> bool:
        """Whether the list as a whole is in chronological order."""
        return len(self.entries) >= ENOUGH and len(self.rising) >= IN_ORDER * len(self.entries)

    def room(self, place: int) -> tuple[int | None, int | None]:
        """The first and the last day that the nearest ordered entries allow at ``place``.

        ``None`` where there is no such entry.
        """
        before = [self.entries[i].first for i in self.rising if i < place]
        after = [self.entries[i].last for i in self.rising if i > place]
        return (max(before) if before else None, min(after) if after else None)

    def fits(self, place: int, value: str) -> bool:
        """Whether a value at a place would be in order."""
        earliest, latest = self.room(place)
        first, last = edtf.first_day(value), edtf.last_day(value)
        return (earliest is None or last is None or last >= earliest) and (
            latest is None or first is None or first <= latest
        )

    def beside(self, place: int) -> list[int]:
        """The first days of the nearest entries in order before and after a place."""
        before = [i for i in self.rising if i < place]
        after = [i for i in self.rising if i > place]
        return [
            self.entries[i].first
            for i in (*([max(before)] if before else ()), *([min(after)] if after else ()))
        ]

    def without(self, place: int) -> DatedList:
        """The list with the entry at ``place`` held to be wrong and all that then fit, right."""
        spans = [(e.first, e.last) for i, e in enumerate(self.entries) if i != place]
        return DatedList(self.entries, frozenset(i + (i >= place) for i in longest_rising(spans)))

    def suspects(self) -> list[tuple[int, ...]]:
        """The places that break the order, each with those that may be wrong instead.

        Without any one of them the rest would be in order.
        """
        return [
            (place, *self._instead(place))
            for place in range(len(self.entries))
            if place not in self.rising and not self._may_stand(place)
        ]

    def _may_stand(self, place: int) -> bool:
        return self.fits(place, self.entries[place].value)

    def _instead(self, place: int) -> list[int]:
        entry = self.entries[place]
        before = [i for i in self.rising if i < place and self.entries[i].first > entry.last]
        after = [i for i in self.rising if i > place and self.entries[i].last < entry.first]
        return [*before, *after] if len(before) + len(after) == 1 else []


def sequences(reading: Reading) -> tuple[DatedList, ...]:
    """The lists of dated entries of a document; entries below another one form their own list."""
    lists: dict[tuple[str, tuple[int, ...]], list[Entry]] = {}
    by_passage: dict[int, list[Claim]] = {}
    for claim in reading.claims:
        by_passage.setdefault(claim.passage, []).append(claim)
    for passage in reading.passages:
        entry = _entry(passage, by_passage.get(passage.index, ()))
        if entry:
            lists.setdefault((passage.kind, passage.parents), []).append(entry)
    return tuple(
        DatedList(tuple(entries), longest_rising([(e.first, e.last) for e in entries]))
        for entries in lists.values()
    )


def _entry(passage: Passage, claims: Sequence[Claim]) -> Entry | None:
    start = passage.span[0]
    for claim in claims:
        span, value = claim.when.span, claim.when.edtf
        if span is None or not start <= span[0] <= start + LEAD.get(passage.kind, 0):
            continue
        first, last = edtf.first_day(value), edtf.last_day(value)
        if (
            first is not None
            and last is not None
            and edtf.precision(value) in ("day", "month", "minute", "hour", "range")
        ):
            return Entry(claim, value, span, first, last)
    return None


def longest_rising(spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The places of a longest run in which no first day comes before an earlier entry's."""
    tails: list[int] = []  # first days that end a run of each length
    ends: list[int] = []  # the place that ends it
    before: list[int] = []
    for place, (first, _) in enumerate(spans):
        at = bisect_right(tails, first)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1], ends[at : at + 1] = [first], [place]
    found, place = [], ends[-1] if ends else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return frozenset(found)
