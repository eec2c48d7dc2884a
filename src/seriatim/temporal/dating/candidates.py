"""The date values that an event mention could have, with the words that each comes from.

Every expression near by gives its value as at, day of, from and until; one without a year, a day or
an anchor of its own gives a value for each of the years, days and anchors that stand near it.  The
heading, the list item, the publication date, the dates of the events before, and the proposal by
rule give theirs; "unknown" is always among them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from seriatim.lang import timex_dating_patterns as dating_patterns
from seriatim.model import When
from seriatim.temporal import edtf, intervals
from seriatim.temporal.dating.expressions import is_clock_alone
from seriatim.temporal.dating.view import Event, Timex, View

EVER = 1 << 60  # seconds: beyond every date
AT, DAY, FROM, UNTIL, WIDE, ALONE = range(
    6
)  # how a candidate lies to its expression; ALONE: it has none
OWN, YEAR, CLOCK, MOVED, WEEKDAY, NO_READING = range(6)  # how the expression was read
RULE, BEFORE, AFTER, PUBLISHED, LEAD, HEADING, RUNNING, HERE, ATTACHED = (1 << n for n in range(9))

_YEAR = re.compile(r"\d{4}|['’]\d\d\b")
_PARTS = re.compile(r"(-?\d{4})(-\d\d)?(-\d\d)?")
_DIGIT = re.compile(r"\d")
_YEARLESS = re.compile(r"\d{4}-[^/]+")  # a value below the year, whose year the words do not give
_PART_OF_DAY = re.compile(r"T[A-Z]")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLOCK = re.compile(r"T\d\d")
_SAME_SENTENCE, _EARLIER, _LATER = 6, 4, 2  # expressions


class Candidate(NamedTuple):
    """A value with the expression that gives it, how, and what else gives the same."""

    value: str
    timex: int  # the number of the expression, or -1
    relation: int
    reading: int
    flags: int
    givers: int  # how often it was given
    rank: int  # the order in which its giver was asked


@lru_cache(maxsize=65_536)
def bounds(value: str) -> tuple[int, int]:
    """The value's interval in seconds, with ``EVER`` where open."""
    start, end = edtf.interval(value)
    return (-EVER if start is None else start, EVER if end is None else end)


def has_year(timex: Timex) -> bool:
    """Whether the words themselves give the year."""
    return timex.expression.anchor == "none" and _YEAR.search(timex.expression.text) is not None


def usable(timex: Timex) -> bool:
    """Whether an expression can say when: a date, a time, or a stretch that has ends."""
    e = timex.expression
    return e.type in ("DATE", "TIME") or (
        e.type == "DURATION" and (e.edtf is not None or e.direction is not None)
    )


class Readings:
    """The values that each expression of a document may have."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.usable = [n for n, t in enumerate(view.timexes) if usable(t)]
        self.own = [
            t.expression.edtf if t.expression.edtf and t.expression.edtf != edtf.UNKNOWN else None
            for t in view.timexes
        ]
        stated = [
            int(v[:4])
            for t, v in zip(view.timexes, self.own, strict=True)
            if v and v[:4].isdigit() and has_year(t)
        ]
        self.years = Counter(stated)
        self._frequent = [y for y, _ in sorted(self.years.items(), key=lambda x: (-x[1], x[0]))[:2]]
        published = view.published
        self._published_year = int(published[:4]) if published and published[:4].isdigit() else None
        self.all: list[list[tuple[str, int]]] = []
        for n in range(len(view.timexes)):
            self.all.append(list(dict.fromkeys(self._of(n))))

    def first(self, n: int) -> str | None:
        """The expression's own value, or the first that it may have."""
        return self.own[n] or (self.all[n][0][0] if n < len(self.all) and self.all[n] else None)

    def _of(self, n: int) -> Iterator[tuple[str, int]]:
        timex, own = self._view.timexes[n], self.own[n]
        e = timex.expression
        if not usable(timex):
            return
        if own is not None:
            yield own, OWN
        if e.direction is not None and (e.anchor != "none" or own is None):
            yield from self._moved(n)
        others = self._unresolved(n) if own is None else self._elsewhere(n, own)
        yield from ((value, reading) for value, reading in others if edtf.is_valid(value))

    def _moved(self, n: int) -> Iterator[tuple[str, int]]:
        """What a distance comes to from each value that it may count from."""
        e = self._view.timexes[n].expression
        for base in self._bases(n):
            value = intervals.moved(base, e.direction, e.offset)
            if value != edtf.UNKNOWN and edtf.is_valid(value):
                yield value, MOVED

    def _elsewhere(self, n: int, own: str) -> Iterator[tuple[str, int]]:
        """An expression's value on the other days, weeks or years that stand near it."""
        timex = self._view.timexes[n]
        e = timex.expression
        if _CLOCK.search(own) and is_clock_alone(e.text):
            values = [f"{day}{own[own.index('T') :]}" for day in self._days(n)]
            yield from ((v, CLOCK) for v in values if "/" not in own)
        elif (
            dating_patterns.WEEKDAY_NAME.search(e.text)
            and edtf.precision(own) == "day"
            and not _DIGIT.search(e.text)
        ):
            yield from ((v, WEEKDAY) for v in self._weekdays(n, own))
        elif not has_year(timex) and e.direction is None and _YEARLESS.fullmatch(own):
            values = [f"{year:04}{own[4:]}" for year in self._year_options(n, own)]
            yield from ((v, YEAR) for v in values)

    def _unresolved(self, n: int) -> Iterator[tuple[str, int]]:
        """What an expression without an interval may mean: its value, or its clock on a day."""
        e = self._view.timexes[n].expression
        value = e.value.partition("/")[0]
        if value[:4].isdigit():
            plain = value.partition("T")[0] if _PART_OF_DAY.search(value) else value
            yield plain, YEAR
            yield from ((f"{year:04}{plain[4:]}", YEAR) for year, _ in e.years)
        elif value.startswith("XXXX-XX-XXT"):
            clock = value[10:]
            for day in self._days(n):
                yield day + ("" if _PART_OF_DAY.search(value) else clock), CLOCK
        elif (named := dating_patterns.WEEKDAY_NAME.search(e.text)) is not None:
            weekday = _WEEKDAYS.index(named[0][:3].lower())
            monday = edtf.first_day("2000-01-03") or 0
            yield from ((v, WEEKDAY) for v in self._weekdays(n, edtf.day(monday + weekday)))

    def _bases(self, n: int) -> list[str]:
        """The values that a distance may count from: those before it, the passage's, the DCT."""
        before = [v for v in reversed(self.own[max(0, n - 6) : n]) if v and ".." not in v][:2]
        text = self._view.texts[self._view.timexes[n].text]
        led = [w.edtf for w in (text.lead, text.under) if w.edtf != edtf.UNKNOWN]
        return list(
            dict.fromkeys(
                [*before, *led, *([self._view.published] if self._view.published else [])]
            )
        )

    def _days(self, n: int) -> list[str]:
        """The days that a clock may stand on: the passage's own, those named before, the next."""
        text = self._view.texts[self._view.timexes[n].text]
        led = [w.edtf for w in (text.lead, text.under)]
        before = [v for k in range(n - 1, max(-1, n - 13), -1) if (v := self.first(k))]
        after = [v for v in self.own[n + 1 : n + 3] if v]
        days = [day for v in (*led, *before) if (day := day_of(v))]
        next_days = [day for v in after if (day := day_of(v))][:1]
        return list(dict.fromkeys([*list(dict.fromkeys(days))[:3], *next_days]))

    def _weekdays(self, n: int, own: str) -> list[str]:
        """The same weekday on or after, and before, the last two days named."""
        day = edtf.first_day(own) or 0
        found = []
        for base in [
            d for k in range(n - 1, max(-1, n - 9), -1) if (v := self.first(k)) and (d := day_of(v))
        ][:2]:
            at = edtf.first_day(base) or 0
            ahead = (edtf.weekday(day) - edtf.weekday(at)) % 7
            found += [edtf.day(at + ahead), edtf.day(at + ahead - 7)]
        return list(dict.fromkeys(found))[:3]

    def _year_options(self, n: int, own: str) -> list[int]:
        """The years that a day or month may be of: those around it, and frequent ones."""
        options: list[int] = [y for y, _ in self._view.timexes[n].expression.years]
        rest = own[5:]
        for v in [v for v in reversed(self.own[max(0, n - 6) : n]) if v and v[:4].isdigit()][:2]:
            year = int(v[:4])
            options.append(year)
            if len(v) >= 7 and "/" not in v and v[5:7].isdigit() and int(v[5:7]) <= 12:
                options.append(year + 1 if rest < v[5:] else year - 1)
        explicit_before = next(
            (
                int(v[:4])
                for v, t in zip(
                    reversed(self.own[:n]), reversed(self._view.timexes[:n]), strict=True
                )
                if v and v[:4].isdigit() and has_year(t)
            ),
            None,
        )
        explicit_after = next(
            (
                int(v[:4])
                for v, t in zip(self.own[n + 1 :], self._view.timexes[n + 1 :], strict=True)
                if v and v[:4].isdigit() and has_year(t)
            ),
            None,
        )
        options += [
            y
            for y in (explicit_before, explicit_after, *self._frequent, self._published_year)
            if y is not None
        ]
        return [y for y in dict.fromkeys(options) if y != int(own[:4])][:6]


@lru_cache(maxsize=16_384)
def day_of(value: str) -> str | None:
    """The one day that a value lies on, or ``None``."""
    if value == edtf.UNKNOWN or ".." in value:
        return None
    first, last = edtf.first_day(value), edtf.last_day(value)
    return edtf.day(first) if first is not None and first == last else None


@lru_cache(maxsize=16_384)
def _opened(value: str) -> str:
    return intervals.from_start(value)


@lru_cache(maxsize=16_384)
def _closed(value: str) -> str:
    return intervals.until_end(value)


@lru_cache(maxsize=16_384)
def _wider(value: str) -> tuple[str, ...]:
    """The month and the year that a day lies in, the year of a month."""
    if "/" in value or value == edtf.UNKNOWN or "X" in value:
        return ()
    match = _PARTS.match(value)
    if match is None:
        return ()
    year, month, day = match.groups()
    return (year + month, year) if day else (year,) if month else ()


class Maker:
    """Makes the candidates of each event of a document."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.readings = Readings(view)
        self._by_text: dict[int, list[int]] = {}
        for n in self.readings.usable:
            self._by_text.setdefault(view.timexes[n].text, []).append(n)

    def near(self, event: Event) -> tuple[list[int], list[int], list[int]]:
        """The expressions of the event's sentence, before and after it, nearest first."""
        view, here = self.view, self._by_text.get(event.text, [])
        words = view.texts[event.text].words
        sentence = words[event.word].sentence
        of = {n: words[view.timexes[n].first].sentence for n in here}
        same = sorted(
            (n for n in here if of[n] == sentence),
            key=lambda n: (abs(view.timexes[n].first - event.word), n),
        )[:_SAME_SENTENCE]
        before = [
            n
            for n in self.readings.usable
            if view.timexes[n].text < event.text
            or (view.timexes[n].text == event.text and of[n] < sentence)
        ]
        after = [
            n
            for n in self.readings.usable
            if view.timexes[n].text > event.text
            or (view.timexes[n].text == event.text and of[n] > sentence)
        ]
        return same, before[::-1][:_EARLIER], after[:_LATER]

    def of(self, at: int) -> list[Candidate]:
        """The candidates of the event with this number."""
        event = self.view.events[at]
        pool = _Pool()
        pool.add(event.proposal.edtf, -1, ALONE, NO_READING, RULE)
        same, before, after = self.near(event)
        for n in same:
            attached = (
                ATTACHED
                if any(
                    w in event.chain or w == event.word for w, _, _ in self.view.timexes[n].dates
                )
                else 0
            )
            self._expression(pool, n, HERE | attached, wide=False)
        for rank, n in enumerate(before):
            self._expression(pool, n, BEFORE, wide=rank < 2)
        for n in after:
            self._expression(pool, n, AFTER, wide=False)
        text = self.view.texts[event.text]
        for when, flag in ((text.lead, LEAD), (text.under, HEADING)):
            self._given(pool, when, flag)
        if self.view.published:
            pool.add(self.view.published, -1, AT, NO_READING, PUBLISHED)
            pool.add(_closed(self.view.published), -1, UNTIL, NO_READING, PUBLISHED)
        self._neighbours(pool, at)
        pool.add(edtf.UNKNOWN, -1, ALONE, NO_READING, 0)
        return [c for c in pool.candidates() if not _narrower_than_words(c, event)]

    def _neighbours(self, pool: _Pool, at: int) -> None:
        """What the rules propose for the two dated events before, and for the next."""
        events = self.view.events
        before = [
            e for e in reversed(events[max(0, at - 8) : at]) if e.proposal.edtf != edtf.UNKNOWN
        ][:2]
        for other in before:
            self._given(pool, other.proposal, RUNNING)
        after = next((e for e in events[at + 1 : at + 4] if e.proposal.edtf != edtf.UNKNOWN), None)
        if after is not None:
            self._given(pool, after.proposal, 0)

    def _given(self, pool: _Pool, when: When, flag: int) -> None:
        if when.edtf != edtf.UNKNOWN:
            for value, relation in self._relations(when.edtf, wide=False):
                pool.add(value, -1, relation, NO_READING, flag)

    def _expression(self, pool: _Pool, n: int, flag: int, *, wide: bool) -> None:
        for value, reading in self.readings.all[n]:
            for said, relation in self._relations(value, wide=wide):
                pool.add(said, n, relation, reading, flag)

    @staticmethod
    def _relations(value: str, *, wide: bool) -> Iterator[tuple[str, int]]:
        yield value, AT
        day = day_of(value)
        if "T" in value and day:
            yield day, DAY
        yield _opened(value), FROM
        yield _closed(value), UNTIL
        if wide:
            for w in _wider(day or value):
                yield w, WIDE


def _narrower_than_words(candidate: Candidate, event: Event) -> bool:
    """Whether a value is one end of a stretch that the clause's own words name.

    "Between 7 and 11 February" and "in the three months to 30 June" name no single day, though
    days stand in them: what the rules say that words mean is a hard constraint.
    """
    if not candidate.flags & ATTACHED or event.proposal.basis not in ("stated", "relative"):
        return False
    low, high = bounds(event.proposal.edtf)
    own = bounds(candidate.value)
    return (low, high) != own and -EVER < low <= own[0] and own[1] <= high < EVER


class _Pool:
    def __init__(self) -> None:
        self._found: dict[tuple[int, int], Candidate] = {}

    def add(self, value: str, timex: int, relation: int, reading: int, flags: int) -> None:
        if value == edtf.UNKNOWN and relation != ALONE:
            return
        key = bounds(value)
        known = self._found.get(key)
        if known is None:
            self._found[key] = Candidate(
                value, timex, relation, reading, flags, 1, len(self._found)
            )
        elif known.timex < 0 <= timex:
            self._found[key] = known._replace(
                timex=timex,
                relation=relation,
                reading=reading,
                flags=known.flags | flags,
                givers=known.givers + 1,
            )
        else:
            self._found[key] = known._replace(flags=known.flags | flags, givers=known.givers + 1)

    def candidates(self) -> list[Candidate]:
        return list(self._found.values())
