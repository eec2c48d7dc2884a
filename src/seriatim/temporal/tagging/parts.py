"""What the named parts of a rule mean: each is read by its name."""

from __future__ import annotations

import re
from collections.abc import Callable

from seriatim.lang import calendar, numbers
from seriatim.lang import timex_words as words
from seriatim.lang.base import Constant, Rule
from seriatim.temporal.algebra import (
    NOTHING,
    Clock,
    DayPart,
    Duration,
    Meaning,
    Modifier,
    Number,
    Offset,
    Recurrence,
    ReportingPeriod,
    Step,
    dated,
    length,
    over,
)
from seriatim.temporal.tagging.grammar import Item

Match = re.Match[str]
Reader = Callable[[Meaning, list[Item]], Meaning | None]
_DIGITS = re.compile(r"\d+")
_HALF_DAY = 12


def number(item: Item) -> Number | None:
    """The least and the most of a number item."""
    if item.meaning is not None:
        return item.meaning.number
    word = item.word
    if word in ("a", "an"):
        return Number(1, 1)
    if word in numbers.VAGUE:
        return Number(*numbers.VAGUE[word])
    value = numbers.SMALL.get(word, numbers.TENS.get(word, numbers.SCALES.get(word)))
    if value is None:
        digits = word.replace(",", "")
        if not re.fullmatch(r"\d+(?:\.\d+)?", digits) or len(digits) > 12:
            return None
        return Number(float(digits), float(digits))
    return Number(value, value)


def integer(item: Item) -> int | None:
    """The whole number that a word, an ordinal or digits give."""
    if item.meaning is not None:
        n = item.meaning.number
        return int(n.least) if n else item.meaning.date.year
    word = item.word
    if word in numbers.ORDINALS:
        return numbers.ORDINALS[word]
    if word in numbers.SMALL:
        return numbers.SMALL[word]
    found = _DIGITS.search(word)
    return int(found.group()) if found and len(found.group()) < 9 else None


def meaning_of(item: Item) -> Meaning:
    """The meaning of an item; an empty one for a plain word."""
    return NOTHING if item.meaning is None else item.meaning


def _month(meaning: Meaning, items: list[Item]) -> Meaning:
    return dated(meaning, month=calendar.MONTHS[items[0].word])


def _day(meaning: Meaning, items: list[Item]) -> Meaning | None:
    value = integer(items[0])
    return dated(meaning, day=value) if value is not None and 1 <= value <= 31 else None


def read_year(meaning: Meaning, items: list[Item]) -> Meaning | None:
    """The meaning with the year of a number or an era."""
    item = items[0]
    if item.meaning is not None:
        date = item.meaning.date
        return dated(meaning, year=date.year, bc=meaning.date.bc or date.bc)
    value = integer(item)
    return dated(meaning, year=value) if value is not None and value < 10_000 else None


def _yy(meaning: Meaning, items: list[Item]) -> Meaning | None:
    value = integer(items[0])
    return None if value is None else dated(meaning, short_year=value)


def _decade(meaning: Meaning, items: list[Item]) -> Meaning | None:
    digits = _DIGITS.search(items[0].word)
    if not digits or not digits.group().endswith("0"):
        return None
    value = int(digits.group()) // 10
    if len(digits.group()) == 2:
        return dated(meaning, short_decade=value, decade=190 + value)
    return dated(meaning, decade=value)


def _tenyears(meaning: Meaning, items: list[Item]) -> Meaning:
    value = numbers.TENS_OF_YEARS[items[0].word]
    return dated(meaning, short_decade=value, decade=190 + value)


def _century(meaning: Meaning, items: list[Item]) -> Meaning | None:
    value = integer(items[0])
    return dated(meaning, century=value - 1) if value is not None and 1 <= value <= 99 else None


def _quarter(meaning: Meaning, items: list[Item]) -> Meaning:
    return dated(meaning, quarter=integer(items[0]))


def _half(meaning: Meaning, items: list[Item]) -> Meaning:
    return dated(meaning, half=1 if items[0].word in words.FIRST_HALF else 2)


def _season(meaning: Meaning, items: list[Item]) -> Meaning:
    return dated(meaning, season=calendar.SEASONS[items[0].word])


def _weekday(meaning: Meaning, items: list[Item]) -> Meaning:
    item = items[0]
    stated = item.meaning.date.weekday if item.meaning else calendar.WEEKDAYS[item.word]
    return dated(meaning, weekday=stated)


def read_part(meaning: Meaning, items: list[Item]) -> Meaning:
    """The meaning with a part of the day; one behind an hour gives the half of the day."""
    item = items[0]
    if item.meaning is not None and item.meaning.part is not None:
        name = item.meaning.part.name
    elif item.word == "hours":
        name = "morning"
    else:
        name = calendar.DAY_PART_PLURALS.get(item.word, item.word)
    if meaning.clock is not None:
        return meaning._replace(clock=in_part(meaning.clock, name), part=None)
    part = DayPart(name) if meaning.part is None else meaning.part._replace(name=name)
    return meaning._replace(part=part)


def in_part(clock: Clock, part: str | None) -> Clock:
    """The time of day in the half of the day that a part belongs to."""
    late = part in calendar.LATE_PARTS and clock.hour < _HALF_DAY
    return clock._replace(hour=clock.hour + _HALF_DAY) if late else clock


def _clock(meaning: Meaning, items: list[Item]) -> Meaning | None:
    hour, minute, *rest = (int(p) for p in re.split(r"[:.]", items[0].word))
    clock = Clock(hour, minute, rest[0] if rest else None)
    return meaning._replace(clock=clock) if hour <= 24 and minute < 60 else None


def _hour(meaning: Meaning, items: list[Item]) -> Meaning | None:
    hour = integer(items[0])
    if hour is None:
        return None
    minutes = 0 if meaning.clock is None else meaning.clock.minute
    if minutes < 0:
        hour, minutes = (hour - 1) or _HALF_DAY, minutes + 60
    return meaning._replace(clock=Clock(hour, minutes))


def _hhmm(meaning: Meaning, items: list[Item]) -> Meaning | None:
    hour, minute = divmod(int(items[0].word), 100)
    if hour > 24 or minute >= 60:
        return None
    return meaning._replace(clock=Clock(hour, minute, run_together=True))


def _ampm(meaning: Meaning, items: list[Item]) -> Meaning | None:
    clock = meaning.clock
    if clock is None:
        return None
    hour = clock.hour
    if hour <= _HALF_DAY:
        hour = hour % _HALF_DAY + (_HALF_DAY if items[0].word[0] == "p" else 0)
    return meaning._replace(clock=clock._replace(hour=hour, half_stated=True))


def _clockword(meaning: Meaning, items: list[Item]) -> Meaning:
    word = items[0].word
    return meaning._replace(clock=Clock(*calendar.CLOCK_WORDS[word], word=word))


def _n(meaning: Meaning, items: list[Item]) -> Meaning | None:
    value = number(items[0])
    if value is None:
        return None
    vague = value.vague and items[0].meaning is not None
    vague = vague or (meaning.number is not None and meaning.number.vague)
    return meaning._replace(number=Number(value.least, value.most, vague))


def read_unit(meaning: Meaning, items: list[Item]) -> Meaning:
    """The meaning with a unit, in the singular."""
    word = items[0].word
    return meaning._replace(unit=calendar.UNIT_WORDS.get(word) or calendar.UNIT_PLURALS[word])


def read_which(meaning: Meaning, items: list[Item]) -> Meaning:
    """The meaning with the step of “last”, “following”, and its base."""
    word = items[0].word
    return meaning._replace(step=Step(*words.WHICH[word], word))


def _merge(meaning: Meaning, items: list[Item]) -> Meaning:
    for item in items:
        if item.meaning is not None:
            meaning = over(meaning, item.meaning)
    return meaning


def read_mod(meaning: Meaning, items: list[Item]) -> Meaning:
    """The meaning with the TIMEX3 modifier of “early”, “about”."""
    word = items[0].word
    inner = None if meaning.mod is None else meaning.mod.inner
    value = words.MODIFIERS.get(word, meaning.modifier)
    return meaning._replace(mod=Modifier(value, word, inner))


def _iso(meaning: Meaning, items: list[Item]) -> Meaning | None:
    date, _, clock = items[0].word.partition("t")
    clock, zone = _without_offset(clock)
    year, month, day = (int(p) for p in date.split("-"))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    meaning = dated(meaning, year=year, month=month, day=day)
    if not clock:
        return meaning
    numbers_of = [int(p) for p in re.findall(r"\d\d", clock)]
    second = numbers_of[2] if clock.count(":") > 1 and len(numbers_of) > 2 else None
    return meaning._replace(clock=Clock(numbers_of[0], numbers_of[1], second, zone=zone))


_OFFSET = re.compile(r"(?:z|([+-])(\d\d):?(\d\d))$")


def _without_offset(clock: str) -> tuple[str, int | None]:
    """A clock of ISO 8601 without its offset, and the offset in minutes: “14:30”, 120."""
    match = _OFFSET.search(clock)
    if match is None:
        return clock, None
    sign, hours, minutes = match.groups("0")
    offset = int(hours) * 60 + int(minutes)
    return clock[: match.start()], -offset if sign == "-" else offset


def _zone(meaning: Meaning, items: list[Item]) -> Meaning:
    clock = meaning.clock
    return (
        meaning
        if clock is None
        else meaning._replace(clock=clock._replace(zone=calendar.ZONES[items[0].word]))
    )


def _today(meaning: Meaning, items: list[Item]) -> Meaning:
    word = items[0].word
    if word in words.NIGHT_WORDS:
        meaning = meaning._replace(part=DayPart("night"))
    return dated(meaning, today=words.TODAY[word])


def _fiscal(meaning: Meaning, items: list[Item]) -> Meaning:
    return dated(meaning, fiscal=True)


def _freq(meaning: Meaning, items: list[Item]) -> Meaning:
    word = items[0].word
    return meaning._replace(
        recurrence=Recurrence(word), length=length(1, 1, words.FREQUENCIES[word])
    )


READERS: dict[str, Reader] = {
    "month": _month,
    "day": _day,
    "year": read_year,
    "yy": _yy,
    "decade": _decade,
    "tenyears": _tenyears,
    "century": _century,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "weekday": _weekday,
    "part": read_part,
    "clock": _clock,
    "clockdot": _clock,
    "hour": _hour,
    "hhmm": _hhmm,
    "ampm": _ampm,
    "clockword": _clockword,
    "n": _n,
    "unit": read_unit,
    "which": read_which,
    "d": _merge,
    "t": _merge,
    "w": _merge,
    "y": _merge,
    "mod": read_mod,
    "iso": _iso,
    "zone": _zone,
    "today": _today,
    "freq": _freq,
    "fiscal": _fiscal,
    "again": _fiscal,
}


def group(match: Match, items: list[Item], name: str) -> list[Item]:
    """The items of a named part, empty where it is left out."""
    start, end = match.span(name)
    return items[start:end] if start >= 0 else []


def plain(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """The meaning of the named parts, each read by its name."""
    meaning: Meaning | None = constant(rule)
    for name in match.re.groupindex:
        reader = READERS.get(name)
        start, end = match.span(name)
        if reader is not None and start >= 0 and meaning is not None:
            meaning = reader(meaning, items[start:end])
    return meaning


_CONSTANTS: dict[str, Meaning] = {}  # by the rule's name


def constant(rule: Rule) -> Meaning:
    """What the result of a rule always means."""
    if rule.id not in _CONSTANTS:
        _CONSTANTS[rule.id] = _constant(rule.sets)
    return _CONSTANTS[rule.id]


def _constant(sets: Constant) -> Meaning:
    meaning = dated(
        NOTHING,
        bc=sets.get("bc", False),
        holiday=sets.get("holiday"),
        around_holiday=sets.get("around_holiday", False),
        weekend=sets.get("weekend", False),
        week_of=sets.get("week_of", False),
        fiscal=sets.get("fiscal", False),
        abbreviated=sets.get("abbreviated", False),
        lower_case=sets.get("lower_case", False),
    )
    return meaning._replace(
        number=Number(*sets["number"], sets.get("vague", False)) if "number" in sets else None,
        unit=sets.get("unit"),
        step=Step(sets.get("steps", 0), sets["base"]) if "base" in sets else None,
        length=_length(sets),
        offset=Offset(sets["direction"]) if "direction" in sets else None,
        recurrence=Recurrence() if sets.get("recurring") else None,
        reference=sets.get("reference"),
        period=_period(sets),
        mod=Modifier(sets["mod"]) if "mod" in sets else None,
        clock=Clock(0, sets["minutes"]) if "minutes" in sets else None,
    )


def _length(sets: Constant) -> Duration | None:
    return length(*sets["length"]) if "length" in sets else None


def _period(sets: Constant) -> ReportingPeriod | None:
    if "years_back" not in sets:
        return None
    return ReportingPeriod(sets["years_back"], sets.get("year_alone", False))
