"""What the named parts of a rule mean: each is read by its name."""

from __future__ import annotations

import re
from collections.abc import Callable

from seriatim.lang.en import calendar, numbers
from seriatim.lang.en.timex import words
from seriatim.lang.en.timex.rules import Rule
from seriatim.temporal.tagging.grammar import Item, Meaning

Match = re.Match[str]
_DIGITS = re.compile(r"\d+")


def number(item: Item) -> tuple[float, float | None] | None:
    """The least and the most of a number item."""
    if item.meaning is not None:
        return item.meaning.get("n")
    word = item.word
    if word in ("a", "an"):
        return (1, 1)
    if word in numbers.VAGUE:
        return numbers.VAGUE[word]
    value = numbers.SMALL.get(word, numbers.TENS.get(word, numbers.SCALES.get(word)))
    if value is None:
        digits = word.replace(",", "")
        if not re.fullmatch(r"\d+(?:\.\d+)?", digits) or len(digits) > 12:
            return None
        return (float(digits), float(digits))
    return (value, value)


def integer(item: Item) -> int | None:
    """The whole number that a word, an ordinal or digits give."""
    if item.meaning is not None:
        n = item.meaning.get("n")
        return int(n[0]) if n else item.meaning.get("year")
    word = item.word
    if word in numbers.ORDINALS:
        return numbers.ORDINALS[word]
    if word in numbers.SMALL:
        return numbers.SMALL[word]
    found = _DIGITS.search(word)
    return int(found.group()) if found and len(found.group()) < 9 else None


def _month(meaning: Meaning, items: list[Item]) -> bool:
    meaning["month"] = calendar.MONTHS[items[0].word]
    return True


def _day(meaning: Meaning, items: list[Item]) -> bool:
    value = integer(items[0])
    meaning["day"] = value
    return value is not None and 1 <= value <= 31


def _year(meaning: Meaning, items: list[Item]) -> bool:
    item = items[0]
    if item.meaning is not None:
        meaning.update({k: v for k, v in item.meaning.items() if k in ("year", "bc")})
        return True
    value = integer(item)
    meaning["year"] = value
    return value is not None and value < 10_000


def _yy(meaning: Meaning, items: list[Item]) -> bool:
    meaning["yy"] = integer(items[0])
    return meaning["yy"] is not None


def _decade(meaning: Meaning, items: list[Item]) -> bool:
    digits = _DIGITS.search(items[0].word)
    if not digits or not digits.group().endswith("0"):
        return False
    value = int(digits.group()) // 10
    if len(digits.group()) == 2:
        meaning["yd"] = value
        meaning["decade"] = 190 + value
    else:
        meaning["decade"] = value
    return True


def _tenyears(meaning: Meaning, items: list[Item]) -> bool:
    meaning["yd"] = numbers.TENS_OF_YEARS[items[0].word]
    meaning["decade"] = 190 + meaning["yd"]
    return True


def _century(meaning: Meaning, items: list[Item]) -> bool:
    value = integer(items[0])
    meaning["century"] = (value or 0) - 1
    return value is not None and 1 <= value <= 99


def _quarter(meaning: Meaning, items: list[Item]) -> bool:
    meaning["quarter"] = integer(items[0])
    return True


def _half(meaning: Meaning, items: list[Item]) -> bool:
    meaning["half"] = 1 if items[0].word in ("first", "former", "h1") else 2
    return True


def _season(meaning: Meaning, items: list[Item]) -> bool:
    meaning["season"] = calendar.SEASONS[items[0].word]
    return True


def _weekday(meaning: Meaning, items: list[Item]) -> bool:
    meaning["weekday"] = (
        items[0].meaning["weekday"] if items[0].meaning else calendar.WEEKDAYS[items[0].word]
    )
    return True


def read_part(meaning: Meaning, items: list[Item]) -> bool:
    """The part of a day; one that follows an hour tells its half of the day."""
    item = items[0]
    if item.meaning is not None:
        meaning["part"] = item.meaning["part"]
    elif item.word == "hours":
        meaning["part"] = "morning"
    else:
        meaning["part"] = calendar.DAY_PART_PLURALS.get(item.word, item.word)
    if "clock" in meaning:
        hour, minute, second = meaning["clock"]
        if meaning["part"] in ("afternoon", "evening", "night") and hour < 12:
            meaning["clock"] = (hour + 12, minute, second)
        del meaning["part"]
    return True


def _clock(meaning: Meaning, items: list[Item]) -> bool:
    parts = [int(p) for p in re.split(r"[:.]", items[0].word)]
    meaning["clock"] = (parts[0], parts[1], parts[2] if len(parts) > 2 else None)
    return parts[0] <= 24 and parts[1] < 60


def _hour(meaning: Meaning, items: list[Item]) -> bool:
    hour = integer(items[0])
    if hour is None:
        return False
    minutes = meaning.pop("minutes", 0)
    if minutes < 0:
        hour, minutes = (hour - 1) or 12, minutes + 60
    meaning["clock"] = (hour, minutes, None)
    return True


def _hhmm(meaning: Meaning, items: list[Item]) -> bool:
    value = int(items[0].word)
    meaning.update(clock=(value // 100, value % 100, None), hhmm=True)
    return value // 100 <= 24 and value % 100 < 60


def _ampm(meaning: Meaning, items: list[Item]) -> bool:
    hour, minute, second = meaning["clock"]
    meaning["ampm"] = True
    if hour > 12:
        return True
    hour = hour % 12 + (12 if items[0].word[0] == "p" else 0)
    meaning["clock"] = (hour, minute, second)
    return True


def _clockword(meaning: Meaning, items: list[Item]) -> bool:
    meaning["clock"] = (*calendar.CLOCK_WORDS[items[0].word], None)
    meaning["clockword"] = items[0].word
    return True


def _n(meaning: Meaning, items: list[Item]) -> bool:
    value = number(items[0])
    meaning["n"] = value
    if items[0].meaning and items[0].meaning.get("vague"):
        meaning["vague"] = True
    return value is not None


def read_unit(meaning: Meaning, items: list[Item]) -> bool:
    """A unit, in the singular."""
    word = items[0].word
    meaning["unit"] = calendar.UNIT_WORDS.get(word) or calendar.UNIT_PLURALS[word]
    return True


def read_which(meaning: Meaning, items: list[Item]) -> bool:
    """“last”, “following”: steps, and from where."""
    word = items[0].word
    meaning["which"] = word
    meaning["step"], meaning["base"] = words.WHICH[word]
    return True


def _merge(meaning: Meaning, items: list[Item]) -> bool:
    for item in items:
        if item.meaning is not None:
            meaning.update({k: v for k, v in item.meaning.items() if k != "rule"})
    return True


def read_mod(meaning: Meaning, items: list[Item]) -> bool:
    """“early”, “about”: the TIMEX3 modifier."""
    word = items[0].word
    if word in ("later", "latter", "last", "second"):
        meaning["mod"] = "END"
    elif word in ("first", "better"):
        meaning["mod"] = "START"
    elif word in words.ROUGHLY:
        meaning["mod"] = "APPROX"
    elif word != "sometime":
        meaning["mod"] = words.PARTS_OF_PERIOD[word]
    meaning["modword"] = word
    return True


def _iso(meaning: Meaning, items: list[Item]) -> bool:
    date, _, clock = items[0].word.partition("t")
    year, month, day = (int(p) for p in date.split("-"))
    meaning.update(year=year, month=month, day=day)
    if clock:
        parts = re.findall(r"\d\d", clock)
        meaning["clock"] = (
            int(parts[0]),
            int(parts[1]),
            int(parts[2]) if clock.count(":") > 1 and len(parts) > 2 else None,
        )
    return 1 <= month <= 12 and 1 <= day <= 31


def _zone(meaning: Meaning, items: list[Item]) -> bool:
    meaning["zone"] = calendar.ZONES[items[0].word]
    return True


def _today(meaning: Meaning, items: list[Item]) -> bool:
    word = items[0].word
    meaning["today"] = words.TODAY[word]
    if word in words.NIGHT_WORDS:
        meaning["part"] = "night"
    return True


def _fiscal(meaning: Meaning, items: list[Item]) -> bool:
    meaning["fiscal"] = True
    return True


def _freq(meaning: Meaning, items: list[Item]) -> bool:
    meaning.update(set=True, freq=items[0].word, dur=[(1, 1, words.FREQUENCIES[items[0].word])])
    return True


READERS: dict[str, Callable[[Meaning, list[Item]], bool]] = {
    "month": _month,
    "day": _day,
    "year": _year,
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
    """Each named part read by its name."""
    meaning: Meaning = dict(rule.sets)
    for name in match.re.groupindex:
        reader = READERS.get(name)
        start, end = match.span(name)
        if reader is not None and start >= 0 and not reader(meaning, items[start:end]):
            return None
    return meaning
