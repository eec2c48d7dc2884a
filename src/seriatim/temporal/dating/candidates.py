"""The date values that an event mention could have, with the words that each comes from.

Every expression near by gives its value as at, day of, from and until; one without a year, a day or
an anchor of its own gives a value for each of the years, days and anchors that stand near it.  The
heading, the list item, the publication date, the dates of the events before, and the proposal by
rule give theirs; "unknown" is always among them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from seriatim.lang import timex_dating_patterns as dating_patterns
from seriatim.model import When
from seriatim.temporal import edtf, intervals
from seriatim.temporal.dating.entries import Entry, entries
from seriatim.temporal.dating.expressions import is_clock_alone
from seriatim.temporal.dating.view import Event, Timex, View

EVER = 1 << 60  # seconds: beyond every date
AT, DAY, FROM, UNTIL, WIDE, ALONE = range(
    6
)  # how a candidate lies to its expression; ALONE: it has none
# how the expression was read
OWN, YEAR, CLOCK, MOVED, WEEKDAY, NO_READING, MONTH_BESIDE, FROM_ENTRY = range(8)
RULE, BEFORE, AFTER, PUBLISHED, LEAD, HEADING, RUNNING, HERE, ATTACHED, ENTRY = (
    1 << n for n in range(10)
)
FLAGS = 10

_YEAR = re.compile(r"\d{4}|['’]\d\d\b")
_PARTS = re.compile(r"(-?\d{4})(-\d\d)?(-\d\d)?")
_DIGIT = re.compile(r"\d")
_YEARLESS = re.compile(r"\d{4}-[^/]+")  # a value below the year, whose year the words do not give
_PART_OF_DAY = re.compile(r"T[A-Z]")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLOCK = re.compile(r"T\d\d")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
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
        self.entries = entries(view)
        self._entry_places = [(e.text, e.word) for e in self.entries]
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

    def entry(self, text: int, word: int) -> Entry | None:
        """The date under which a word stands."""
        at = bisect_right(self._entry_places, (text, word))
        return self.entries[at - 1] if at else None

    def _entry_day(self, n: int) -> str | None:
        """The value of the date under which an expression stands."""
        timex = self._view.timexes[n]
        entry = self.entry(timex.text, timex.first - 1)
        return self.first(entry.timex) if entry is not None and entry.timex < n else None

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
        yield from self._rebased(n, own)
        if _CLOCK.search(own) and is_clock_alone(e.text):
            values = [f"{day}{own[own.index('T') :]}" for day in self._days(n)]
            yield from ((v, CLOCK) for v in values if "/" not in own)
        elif _is_weekday_alone(e.text, own):
            yield from ((v + own[10:], WEEKDAY) for v in self._weekdays(n, own))
        elif _is_day_alone(e.text) and day_of(own[:10]) == own[:10]:
            yield from ((m + own[7:], MONTH_BESIDE) for m in _months_beside(own[:7]))
        elif not has_year(timex) and e.direction is None and _YEARLESS.fullmatch(own):
            values = [f"{year:04}{own[4:]}" for year in self._year_options(n, own)]
            yield from ((v, YEAR) for v in values)

    def _rebased(self, n: int, own: str) -> Iterator[tuple[str, int]]:
        """What "this year" or "yesterday" is if it does not count from the publication.

        In a diary it counts from the date that it stands under, in quoted words from the day that
        the story has come to.
        """
        timex, published = self._view.timexes[n], self._view.published
        if timex.expression.anchor == "none" or _DIGIT.search(timex.expression.text):
            return
        bases = [self._entry_day(n)]
        if self._view.texts[timex.text].quoted[timex.first]:
            bases.append(next((v for k in range(n - 1, -1, -1) if (v := self.own[k])), None))
        for base in bases:
            value = _moved_along(own, published, base) if base and published else None
            if value is not None:
                yield value, FROM_ENTRY

    def _unresolved(self, n: int) -> Iterator[tuple[str, int]]:
        """What an expression without an interval may mean: its value, or its clock on a day."""
        e = self._view.timexes[n].expression
        value = e.value.partition("/")[0]
        if value[:4].isdigit():
            plain = value.partition("T")[0] if _PART_OF_DAY.search(value) else value
            yield plain, YEAR
            yield from ((f"{year:04}{plain[4:]}", YEAR) for year, _ in e.years)
        elif value.startswith("XXXX-XX-") and value[8:10].isdigit():
            for month in self._months(n):
                yield month + value[7:10], MONTH_BESIDE
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

    def _months(self, n: int) -> list[str]:
        """The months that a day alone may be of: those named before it and next, and beside."""
        before = [v for v in reversed(self.own[max(0, n - 8) : n]) if v and _MONTH.match(v)][:2]
        after = [v for v in self.own[n + 1 : n + 9] if v and _MONTH.match(v)][:1]
        near = [v[:7] for v in (*before, *after)]
        beside = [m for v in near[:1] for m in _months_beside(v)]
        return list(dict.fromkeys([*near, *beside]))

    def _days(self, n: int) -> list[str]:
        """The days that a clock may stand on: the passage's own, those named before, the next."""
        text = self._view.texts[self._view.timexes[n].text]
        led = [self._entry_day(n) or edtf.UNKNOWN, text.lead.edtf, text.under.edtf]
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

    def _first_stated_year(self, places: Iterable[int]) -> int | None:
        """The year of the first of some expressions that states one, or ``None``."""
        values = ((self.own[k], self._view.timexes[k]) for k in places)
        return next((int(v[:4]) for v, t in values if v and v[:4].isdigit() and has_year(t)), None)

    def _year_options(self, n: int, own: str) -> list[int]:
        """The years that a day or month may be of: those around it, and frequent ones."""
        options: list[int] = [y for y, _ in self._view.timexes[n].expression.years]
        rest = own[5:]
        for v in [v for v in reversed(self.own[max(0, n - 6) : n]) if v and v[:4].isdigit()][:2]:
            year = int(v[:4])
            options.append(year)
            if len(v) >= 7 and "/" not in v and v[5:7].isdigit() and int(v[5:7]) <= 12:
                options.append(year + 1 if rest < v[5:] else year - 1)
        before = self._first_stated_year(range(n - 1, -1, -1))
        after = self._first_stated_year(range(n + 1, len(self.own)))
        others = (before, after, *self._frequent, self._published_year)
        options += [y for y in others if y is not None]
        return [y for y in dict.fromkeys(options) if y != int(own[:4])][:6]


@lru_cache(maxsize=16_384)
def day_of(value: str) -> str | None:
    """The one day that a value lies on, or ``None``."""
    if value == edtf.UNKNOWN or ".." in value:
        return None
    first, last = edtf.first_day(value), edtf.last_day(value)
    return edtf.day(first) if first is not None and first == last else None


def _is_weekday_alone(text: str, value: str) -> bool:
    """Whether words name a day by its weekday alone, with or without a clock time."""
    if "/" in value or edtf.precision(value) not in ("day", "hour", "minute"):
        return False
    if dating_patterns.WEEKDAY_NAME.search(text) is None:
        return False
    timed = "T" in value and not dating_patterns.MONTH.search(text)
    return timed or not _DIGIT.search(text)


def _is_day_alone(text: str) -> bool:
    """Whether words name a day by its number alone, without a month."""
    numbered = dating_patterns.BARE_DAY.search(text) is not None
    return numbered and not dating_patterns.MONTH.search(text)


def _moved_along(value: str, base: str, other: str) -> str | None:
    """A year or a day as far from ``other`` as ``value`` is from ``base``."""
    years = [v[:4] for v in (value, base, other)]
    if edtf.precision(value) == "year" and all(y.isdigit() for y in years):
        return f"{int(years[2]) + int(years[0]) - int(years[1]):04}"
    days = [edtf.first_day(d) if (d := day_of(v)) else None for v in (value, base, other)]
    if days[0] is None or days[1] is None or days[2] is None:
        return None
    return edtf.day(days[2] + days[0] - days[1])


def _months_beside(month: str) -> list[str]:
    """The month after and the month before."""
    at = int(month[:4]) * 12 + int(month[5:7]) - 1
    return [f"{m // 12:04}-{m % 12 + 1:02}" for m in (at + 1, at - 1)]


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
        self._ends = self._ends_of_stretches()
        # what a sentence states of one event, no date from elsewhere narrows down for another
        self._stated: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for event in view.events:
            if event.proposal.basis in ("stated", "relative"):
                place = (event.text, view.texts[event.text].words[event.word].sentence)
                self._stated.setdefault(place, []).append(bounds(event.proposal.edtf))

    def _ends_of_stretches(self) -> frozenset[int]:
        """The expressions that are one end of a stretch, so that nothing is told at them alone.

        "The three months to 30 June", "between 7 and 11 May": whatever the sentence tells besides
        what the stretch dates lies on no single day by these words.
        """
        stated: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for event in self.view.events:
            if event.proposal.basis in ("stated", "relative"):
                for word in {event.word, *event.chain}:
                    stated.setdefault((event.text, word), []).append(bounds(event.proposal.edtf))
        ends = set()
        for n in self.readings.usable:
            timex, own = self.view.timexes[n], self.readings.own[n]
            wider = any(
                own is not None and _is_within(bounds(own), of_event)
                for word, _, _ in timex.dates
                for of_event in stated.get((timex.text, word), ())
            )
            if wider or {side for _, side, _ in timex.dates} == {"before"}:
                ends.add(n)
        return frozenset(ends)

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
        entry = self.readings.entry(event.text, event.word)
        if entry is not None:
            self._expression(pool, entry.timex, ENTRY, wide=False)
        if self.view.published:
            pool.add(self.view.published, -1, AT, NO_READING, PUBLISHED)
            pool.add(_closed(self.view.published), -1, UNTIL, NO_READING, PUBLISHED)
        self._neighbours(pool, at)
        pool.add(edtf.UNKNOWN, -1, ALONE, NO_READING, 0)
        stated = self._stated.get((event.text, text.words[event.word].sentence), [])
        return [
            c
            for c in pool.candidates()
            if not _narrower_than_words(c, event)
            and (c.flags & HERE or not any(_is_within(bounds(c.value), s) for s in stated))
        ]

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
        bound = bool(flag & HERE) and n in self._ends
        for value, reading in self.readings.all[n]:
            as_read = reading in (OWN, CLOCK)
            if not as_read and flag & AFTER:
                continue  # of 5,000 such values 6 were right
            for said, relation in self._relations(value, wide=wide and as_read):
                if (bound and relation in (AT, DAY)) or not (as_read or relation in (AT, DAY)):
                    continue  # opened values of a second reading: of 17,000 46 were right
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
    """Whether a value says more than the time that the clause's own words state.

    "Between 7 and 11 February" and "in the three months to 30 June" name no single day, and "by
    June" no June, though days and months stand in them: what words mean is a hard constraint.
    """
    if event.proposal.basis not in ("stated", "relative"):
        return False
    return _is_within(bounds(candidate.value), bounds(event.proposal.edtf))


def _is_within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    """Whether an interval says more than another, which is known and holds it."""
    known = outer != (-EVER, EVER)
    return known and inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


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
