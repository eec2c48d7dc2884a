"""What each rule makes of the words that it matched: the meaning of its named parts, put together.

A builder takes the rule, the match over kinds and the items, and gives the meaning, or None where the words turn out to mean
something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from seriatim.language import calendar, numbers, time_words
from seriatim.language.time_rules import Rule
from seriatim.times.grammar import Item, Meaning

Match = re.Match[str]
ZONE_OFFSETS = calendar.ZONES
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


# Readers of named parts: each puts what it reads into the meaning, and says whether it could.


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
    meaning["weekday"] = items[0].meaning["weekday"] if items[0].meaning else calendar.WEEKDAYS[items[0].word]
    return True


def _part(meaning: Meaning, items: list[Item]) -> bool:
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
    meaning["clock"] = (value // 100, value % 100, None)
    return True


def _ampm(meaning: Meaning, items: list[Item]) -> bool:
    hour, minute, second = meaning["clock"]
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


def _unit(meaning: Meaning, items: list[Item]) -> bool:
    word = items[0].word
    meaning["unit"] = calendar.UNIT_WORDS.get(word) or calendar.UNIT_PLURALS[word]
    return True


def _which(meaning: Meaning, items: list[Item]) -> bool:
    word = items[0].word
    meaning["which"] = word
    meaning["step"], meaning["base"] = time_words.WHICH[word]
    return True


def _merge(meaning: Meaning, items: list[Item]) -> bool:
    for item in items:
        if item.meaning is not None:
            meaning.update({k: v for k, v in item.meaning.items() if k != "rule"})
    return True


def _mod(meaning: Meaning, items: list[Item]) -> bool:
    word = items[0].word
    if word in ("later", "latter", "last"):
        meaning["mod"] = "END"
    elif word in ("first", "better"):
        meaning["mod"] = "START"
    elif word in time_words.ROUGHLY:
        meaning["mod"] = "APPROX"
    elif word != "sometime":
        meaning["mod"] = time_words.PARTS_OF_PERIOD[word]
    meaning["modword"] = word
    return True


def _iso(meaning: Meaning, items: list[Item]) -> bool:
    date, _, clock = items[0].word.partition("t")
    year, month, day = (int(p) for p in date.split("-"))
    meaning.update(year=year, month=month, day=day)
    if clock:
        parts = re.findall(r"\d\d", clock)
        meaning["clock"] = (int(parts[0]), int(parts[1]), int(parts[2]) if clock.count(":") > 1 and len(parts) > 2 else None)
        meaning["kind_time"] = True
    return 1 <= month <= 12 and 1 <= day <= 31


def _zone(meaning: Meaning, items: list[Item]) -> bool:
    meaning["zone"] = calendar.ZONES[items[0].word]
    return True


def _today(meaning: Meaning, items: list[Item]) -> bool:
    word = items[0].word
    meaning["today"] = time_words.TODAY[word]
    if word in time_words.NIGHT_WORDS:
        meaning["part"] = "night"
    return True


def _fiscal(meaning: Meaning, items: list[Item]) -> bool:
    meaning["fiscal"] = True
    return True


def _freq(meaning: Meaning, items: list[Item]) -> bool:
    meaning.update(set=True, freq=items[0].word, dur=[(1, 1, time_words.FREQUENCIES[items[0].word])])
    return True


READERS: dict[str, Callable[[Meaning, list[Item]], bool]] = {
    "month": _month, "day": _day, "year": _year, "yy": _yy, "decade": _decade, "tenyears": _tenyears, "century": _century, "quarter": _quarter, "half": _half, "season": _season, "weekday": _weekday,
    "part": _part, "clock": _clock, "clockdot": _clock, "hour": _hour, "hhmm": _hhmm, "ampm": _ampm, "clockword": _clockword, "n": _n, "unit": _unit, "which": _which, "d": _merge, "t": _merge, "w": _merge, "y": _merge,
    "mod": _mod, "iso": _iso, "zone": _zone, "today": _today, "freq": _freq, "fiscal": _fiscal, "again": _fiscal,
}  # fmt: skip


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


def fixed(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """What the rule always means."""
    return dict(rule.sets)


# Numbers


def number_words(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"two hundred and fifty-one": refused where the words do not make one number."""
    words = [i.word for i in group(match, items, "n") if i.word not in ("and", "a", "an") and i.word not in "-–—‑"]
    total = current = 0
    last = 10**9
    for word in words:
        if word in numbers.SCALES:
            scale = numbers.SCALES[word]
            current = max(current, 1) * scale
            if scale > 100:
                total, current = total + current, 0
            last = scale
        else:
            value = numbers.SMALL.get(word, numbers.TENS.get(word, 0))
            size = 10 if word in numbers.SMALL else 100
            if last < size or (word in numbers.SMALL and value > 9 and last == 10) or (last == 1):
                return None
            current += value
            last = 1 if word in numbers.SMALL else 10
    value = total + current
    return {"n": (value, value)}


def half(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"two and a half"."""
    n = number(group(match, items, "w")[0])
    return None if n is None or n[1] is None else {"n": (n[0] + 0.5, n[1] + 0.5)}


def fraction(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"2 1/2"."""
    n, part = number(group(match, items, "w")[0]), group(match, items, "f")[0].word
    top, _, bottom = part.partition("/")
    value = 0.5 if part == "½" else int(top) / int(bottom) if bottom.isdecimal() and 0 < int(bottom) < 100 and len(top) < 3 else None
    return None if n is None or value is None or value >= 1 else {"n": (n[0] + value, n[0] + value)}


def vague(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"several": the least and the most that it is read as."""
    word = group(match, items, "n")[0].word
    return {"n": numbers.VAGUE[word], "vague": word != "couple", "mod": "APPROX"} if word == "couple" else {"n": numbers.VAGUE[word], "vague": True}


def ordinal(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"twenty-first"."""
    words = group(match, items, "n")
    value = numbers.TENS[words[0].word] + numbers.ORDINALS[words[-1].word]
    return {"n": (value, value)}


def year_words(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"nineteen eighty-four"."""
    head = numbers.SMALL.get(group(match, items, "c")[0].word) or numbers.TENS[group(match, items, "c")[0].word]
    words = [i.word for i in group(match, items, "y") if i.word.isalpha()]
    tail = sum(numbers.SMALL.get(w, numbers.TENS.get(w, 0)) for w in words if w != "hundred")
    return {"year": head * 100 + tail} if head < 20 or tail >= 10 else None


def two_thousand(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the year two thousand"."""
    read = number_words(rule, match, items)
    return None if read is None else {"year": int(read["n"][0])}


# Dates


def bare_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A number of four digits: whether it is a year is told by the words about it, later."""
    return {"year": int(items[match.start()].word), "bareyear": True}


def the_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the year 1911": not "years 40"."""
    read = plain(rule, match, items)
    return read if read and read["year"] is not None else None


def short_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"’89" alone."""
    return {"yy": integer(group(match, items, "yy")[0]), "bareshort": True}


def abbreviated(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A month with its full stop, where the month is one that is shortened."""
    word = group(match, items, "month")[0].word
    return plain(rule, match, items) if len(word) <= 4 and word not in ("may", "june", "july") else None


def abbreviated_day(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A weekday with its full stop, where it is shortened."""
    word = group(match, items, "weekday")[0].word
    return plain(rule, match, items) if word in calendar.SHORT_WEEKDAYS else None


def weekday(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A weekday; a short one is marked, since "Sun" and "Sat" mean other things too."""
    word = group(match, items, "weekday")[0].word
    meaning: Meaning = {"weekday": calendar.WEEKDAYS[word]}
    if word in calendar.SHORT_WEEKDAYS:
        meaning["short"] = True
    return meaning


def season(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A season alone; "fall" is marked, since it is a verb more often."""
    word = group(match, items, "season")[0].word
    return {"season": calendar.SEASONS[word], "bareseason": word, "the": items[match.start()].word == "the"}


def season_years(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"winter 1916-17": the winter that begins in the first year."""
    read = plain(rule, match, items)
    following = integer(group(match, items, "next")[0])
    if read is None or following is None or following % 100 != (read["year"] + 1) % 100:
        return None
    return {**read, "acrossyears": True}


def numeric(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"25/12/1910": where day and month could be either, the document's habit decides, later."""
    parts = [int(p) for p in re.split(r"[/.-]", items[match.start()].word)]
    text = items[match.start()].word
    if len(re.split(r"[/.-]", text)[0]) == 4:
        year, first, second = parts
        return {"year": year, "month": first, "day": second} if 1 <= first <= 12 and 1 <= second <= 31 else None
    first, second, year = parts
    meaning: Meaning = {"yy": year} if year < 100 else {"year": year}
    if not (1 <= first <= 31 and 1 <= second <= 31):
        return None
    if first > 12 and second > 12:
        return None
    if second > 12:
        meaning.update(month=first, day=second, first=first)
    elif first > 12:
        meaning.update(month=second, day=first, first=first)
    elif "." in text:
        meaning.update(month=second, day=first)
    else:
        meaning.update(numeric=(first, second))
    return meaning


def day_ordinal(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the 14th"."""
    day = integer(group(match, items, "day")[0])
    return {"day": day} if day else None


def day_span(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"March 5-9, 1911": two days of one month, as a range or a list."""
    whole = plain(rule, match, items)
    last_item = group(match, items, "last")[0]
    last, word = integer(last_item), group(match, items, "joined")[0].word
    if whole is None or last is None or not 1 <= last <= 31 or last <= whole["day"]:
        return None
    first_start, day = items[match.start()].start, group(match, items, "day")[0]
    month_first = match.start("month") < match.start("day")
    first_end = day.end
    last_start = last_item.start
    joined = "list" if word in ("and", "or") else "range"
    return {"parts": [({**whole}, first_start, first_end), ({**whole, "day": last}, last_start, items[match.end() - 1].end)], "join": joined, "monthfirst": month_first}


def day_list(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"3, 5 and 9 March 2011"."""
    meaning: Meaning = {}
    for name in ("month", "year"):
        found = group(match, items, name) if name in match.re.groupindex else []
        if found:
            READERS[name](meaning, found)
    days = [i for i in items[match.start("days") : match.end() if match.start("last") < match.end() else match.end()] if i.word[:1].isdigit()]
    days = [i for i in days if match.start("days") <= items.index(i) <= match.start("last")]
    start, end = items[match.start()].start, items[match.end() - 1].end
    parts = []
    for at, item in enumerate(days):
        day = integer(item)
        if day is None or not 1 <= day <= 31:
            return None
        first = start if at == 0 and match.start("month") < match.start("days") else item.start
        last = end if at == len(days) - 1 and (match.start("month") > match.start("days") or meaning.get("year")) else item.end
        parts.append(({**meaning, "day": day}, first, last))
    return {"parts": parts, "join": "list"}


def year_span(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"1914-18"."""
    year, last = integer(group(match, items, "year")[0]), group(match, items, "last")[0]
    value = integer(last)
    if year is None or value is None or value <= year % 100:
        return None
    first = {"year": year, "bareyear": True}
    end = {"year": year - year % 100 + value}
    return {"parts": [(first, items[match.start()].start, group(match, items, "year")[0].end), (end, last.start, last.end)], "join": "range"}


def weekday_date(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A weekday beside its date: the date counts."""
    meaning = dict(group(match, items, "d")[0].meaning or {})
    stated = group(match, items, "weekday")[0].meaning
    if stated:
        meaning["weekday_stated"] = stated["weekday"]
    return meaning


def date_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"Christmas Eve 1910"."""
    meaning: Meaning = dict(group(match, items, "d")[0].meaning or {})
    for name in ("year", "y"):
        if name in match.re.groupindex and not READERS[name](meaning, group(match, items, name)):
            return None
    meaning.pop("bareyear", None)
    return meaning


def of_which(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"August of that year": the month of the year that the other words give."""
    which = group(match, items, "w")[0].meaning or {}
    if which.get("unit") not in ("year", "month", "week"):
        return None
    return {**(group(match, items, "d")[0].meaning or {}), "of": which}


# Times of day


def noon(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"noon", "12 midnight"."""
    head = items[match.start()].word
    if match.end() - match.start() == 2 and head not in ("twelve", "12"):
        return None
    return plain(rule, match, items)


def military(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"1430 hours": four digits."""
    return plain(rule, match, items) if len(group(match, items, "hhmm")[0].word) == 4 else None


def minutes_past(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"ten past two"."""
    minutes, hour = integer(group(match, items, "n")[0]), integer(group(match, items, "hour")[0])
    return None if minutes is None or hour is None or minutes > 59 else {"clock": (hour, minutes, None)}


def zoned(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A time of day with its zone."""
    return plain(rule, match, items)


def time_only(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A time of day with a zone in words."""
    return dict(group(match, items, "t")[0].meaning or {})


def time_date(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A time of day and the day that it belongs to."""
    day = dict(group(match, items, "d")[0].meaning or {})
    clock = group(match, items, "t")[0].meaning or {}
    if "clock" in day:
        return None
    part = day.pop("part", None)
    hour, minute, second = clock["clock"]
    if part in ("afternoon", "evening", "night") and hour < 12 and "clockword" not in clock:
        clock = {**clock, "clock": (hour + 12, minute, second)}
    return {**day, **clock}


def bare_part(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the night": the day is told by what stands before."""
    read = plain(rule, match, items)
    if read is not None:
        read["barepart"] = True
        read["lead"] = items[match.start()].word
    return read


def part_of(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the morning of 5 March", "Friday night"."""
    meaning = dict(group(match, items, "d")[0].meaning or {})
    if "clock" in meaning or meaning.get("unit") not in (None, "day"):
        return None
    if meaning.get("dur") and meaning["dur"][0][2] != "day":
        return None
    _part(meaning, group(match, items, "part"))
    return meaning


def early_hours(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the early hours of Tuesday"."""
    hours = group(match, items, "hours")[0].meaning or {}
    day = group(match, items, "d")[0].meaning or {}
    return {**day, "part": "morning"} if hours["dur"][0][2] == "hour" and "clock" not in day else None


# Durations


def duration(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A number and its unit."""
    read = plain(rule, match, items)
    if read is None or [i.word for i in items[match.end() : match.end() + 2]] in (["-", "earlier"], ["-", "ago"]):
        return None
    lo, hi = read["n"]
    extra = read.pop("plus", 0)
    meaning: Meaning = {"dur": [(lo + extra, None if hi is None else hi + extra, read["unit"])]}
    for key in ("vague", "mod"):
        if read.get(key):
            meaning[key] = read[key]
    if any(i.word in "-–—‑" for i in items[match.start() + 1 : match.end()]):
        meaning["hyphen"] = True
    if items[match.end() - 1].word in ("old", "age"):
        meaning["age"] = True
    head = items[match.start()]
    if head.meaning and head.meaning.get("mod"):
        meaning["mod"] = head.meaning["mod"]
    if head.word in ("a", "an"):
        meaning["a"] = True
    if read["unit"] == "second" and (match.end() - match.start() == 2 and head.word in ("a", "an", "one") and items[match.end() - 1].word == "second"):
        meaning["asecond"] = True
    meaning["words"] = [i.word for i in items[match.start() : match.end()]]
    return meaning


def duration_range(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"two to three weeks"."""
    read, low = plain(rule, match, items), number(group(match, items, "lo")[0])
    if read is None or low is None:
        return None
    first = group(match, items, "lo")[0]
    high = group(match, items, "n")[0]
    whole = {"dur": [(low[0], read["n"][1], read["unit"])], "words": []}
    parts = [({"dur": [(*low, read["unit"])]}, first.start, first.end), ({"dur": [(*read["n"], read["unit"])]}, high.start, items[match.end() - 1].end)]
    return {**whole, "halves": parts}


def unit_or_two(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"a year or two"."""
    unit = calendar.UNIT_WORDS[group(match, items, "unit")[0].word]
    return {"dur": [(1, 2, unit)], "mod": "APPROX", "words": []}


def bare_units(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"weeks": at least two of them."""
    read = plain(rule, match, items)
    return None if read is None else {"dur": [(2, None, read["unit"])], "vague": True, "bareunits": True, "words": []}


def sums(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"two hours and ten minutes": units in falling order."""
    first, second = group(match, items, "d")[0].meaning or {}, group(match, items, "e")[0].meaning or {}
    if first.get("vague") or second.get("vague") or calendar.UNITS[first["dur"][-1][2]][2] <= calendar.UNITS[second["dur"][0][2]][2]:
        return None
    return {**first, "dur": [*first["dur"], *second["dur"]]}


# Relations


def shift(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A distance and its direction."""
    meaning = dict(group(match, items, "d")[0].meaning or {})
    return {**meaning, **rule.sets}


def earlier(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"two days earlier"; "before" counts only where nothing follows that it could count from: told later."""
    meaning = shift(rule, match, items)
    if meaning is not None and items[match.end() - 1].word in ("before", "prior"):
        meaning["openend"] = True
    return meaning


def beside_today(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the day before yesterday"."""
    day = group(match, items, "d")[0].meaning or {}
    return dict(rule.sets) if day.get("today") == rule.sets["from"] and "part" not in day else None


def day_before(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the day before": of something, or of the running day."""
    if match.start() and items[match.start() - 1].word in ("in", "of", "during"):
        return None
    return {**rule.sets, "openend": True}


def which(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"last week", "the following day"."""
    read = plain(rule, match, items)
    if read is None or read["unit"] == "second":
        return None
    words = [i.word for i in items[match.start() : match.end()]]
    if words[0] == "the" and read["which"] in ("last", "next", "past") and read["base"] == "document":
        read["thewhich"] = True
        if read["which"] == "next":
            read["base"] = "running"
    if read["which"] in ("that", "same"):
        read["base"] = "running"
    read["words"] = words
    return read


def which_date(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"last summer", "next Friday"."""
    inner = group(match, items, "d")[0].meaning or {}
    if "year" in inner or "dur" in inner or "step" in inner or "today" in inner:
        return None
    meaning = dict(inner)
    _which(meaning, group(match, items, "which"))
    meaning.pop("short", None)
    meaning.pop("bareseason", None)
    return meaning


def this_past(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"this past winter", "this coming Friday"."""
    step = -1 if items[match.start() + 1].word == "past" else 1
    return {**(group(match, items, "d")[0].meaning or {}), "which": items[match.start() + 1].word, "step": step, "base": "document"}


def which_part(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"this morning", "last night"."""
    return plain(rule, match, items)


def window(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the past two years": a stretch that ends or begins at the anchor."""
    meaning = dict(group(match, items, "d")[0].meaning or {})
    _which(meaning, group(match, items, "which"))
    meaning["window"] = True
    return meaning


def window_first(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the first nine months"."""
    return dict(group(match, items, "d")[0].meaning or {})


def the_duration(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the six months": not "the two-week trip"."""
    meaning = dict(items[match.end() - 1].meaning or {})
    return None if meaning.get("bareunits") or meaning.get("hyphen") else meaning


def quarter_ago(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the year-earlier quarter", "the 1988 period": a quarter that the running one tells."""
    meaning = plain(rule, match, items)
    if meaning is not None:
        meaning["period"] = True
    return meaning


def the_quarter(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the quarter", "the latest period"."""
    words = [i.word for i in items[match.start() : match.end()]]
    return None if words == ["the", "period"] or words == ["the", "same", "period"] else {"earlier": 0, "period": True}


def the_unit(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the year": the one that is running."""
    if match.end() < len(items) and items[match.end()].word in "-–—‑":
        return None
    meaning: Meaning = {"step": 0, "base": "context", "which": "the", "theunit": True}
    _unit(meaning, group(match, items, "unit"))
    return meaning


def fiscal_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the current fiscal year"."""
    meaning: Meaning = {"step": 0, "base": "document", "which": "this", "unit": "year", "fiscal": True}
    which_words = group(match, items, "which")
    if which_words:
        _which(meaning, which_words)
    return meaning


def one_unit(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"a long day": a unit that nothing counts; only short messages are full of them."""
    read = plain(rule, match, items)
    if read is None or read["unit"] in ("second", "minute", "quarter", "century", "decade"):
        return None
    nth = group(match, items, "nth") if "nth" in match.re.groupindex else []
    return {"dur": [(1, 1, read["unit"])], "oneunit": True, "words": [], **({"nth": integer(nth[0])} if nth else {})}


def these_days(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"these days": now."""
    return {"ref": "PRESENT_REF"} if items[match.end() - 1].meaning and (items[match.end() - 1].meaning or {})["dur"][0][2] == "day" else None


def duration_of(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"the last week of August": a stretch of a stated time, and that time itself."""
    inner, outer = group(match, items, "d")[0], group(match, items, "x")[0]
    words = {i.word for i in items[match.start() : match.end()]}
    if not words & {"first", "last", "final", "closing", "opening"} or "dur" in (outer.meaning or {}) or "parts" in (outer.meaning or {}):
        return None
    meaning: Meaning = {"dur": [(1, 1, calendar.UNIT_WORDS[inner.word])], "words": []} if inner.meaning is None else dict(inner.meaning)
    where = "END" if words & {"last", "final", "closing"} else "START"
    return {"parts": [({**meaning, "where": where}, items[match.start()].start, inner.end), ({**(outer.meaning or {})}, outer.start, outer.end)], "join": "of"}


def old_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A number of three digits: a year where the text has been speaking of such years."""
    word = items[match.start()].word
    return {"year": int(word), "oldyear": True} if len(word) == 3 and word[0] != "0" else None


def years_bc(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"264-241 BC"."""
    first, last = group(match, items, "first")[0], group(match, items, "last")[0]
    year = integer(first)
    if year is None or last.meaning is None or (last.meaning.get("bc") and year <= last.meaning["year"]):
        return None
    bc = {"bc": True} if last.meaning.get("bc") else {}
    return {"parts": [({"year": year, **bc}, first.start, first.end), ({k: v for k, v in last.meaning.items() if k != "rule"}, last.start, last.end)], "join": "range"}


def month_span(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"April and June 1910": two months of one year."""
    first, last = group(match, items, "a")[0], group(match, items, "b")[0]
    meaning = plain(rule, match, items)
    if meaning is None:
        return None
    one, two = calendar.MONTHS[first.word], calendar.MONTHS[last.word]
    early = {**meaning, "month": one}
    if one > two and "year" in early:
        early["year"] += 1 if early.get("bc") else -1
    joined = "list" if group(match, items, "joined")[0].word in ("and", "or") else "range"
    return {"parts": [(early, first.start, first.end), ({**meaning, "month": two}, last.start, items[match.end() - 1].end)], "join": joined}


def every(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"every month", "each Tuesday", "on Mondays"."""
    read = plain(rule, match, items)
    if read is None:
        return None
    if "unit" in read and "dur" not in read:
        read["dur"] = [(1, 1, read.pop("unit"))]
    return {**read, "set": True, "lead": items[match.start()].word}


def frequency(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"daily"."""
    return plain(rule, match, items)


def a_unit(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"twice a week"."""
    item = group(match, items, "d")[0]
    return {**item.meaning, "set": True, "trim": item.start} if item.meaning and item.meaning.get("a") else None


# Modifiers and ranges


def modified(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"early 1998", "the end of March"."""
    inner = group(match, items, "d")[0].meaning or {}
    if "dur" in inner and "direction" not in inner:
        return None
    meaning = dict(inner)
    _mod(meaning, group(match, items, "mod"))
    if rule.name == "mod.earlier" and meaning["modword"] == "later":
        meaning["mod"] = "LATER"
    elif rule.name == "mod.earlier" and meaning["modword"] == "earlier":
        meaning["mod"] = "EARLIER"
    return meaning


def modified_unit(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"later in the year", "the end of the month": of the running or the document's one."""
    meaning: Meaning = {"step": 0, "base": "context", "which": "the"}
    _unit(meaning, group(match, items, "unit"))
    _mod(meaning, group(match, items, "mod"))
    if rule.name == "mod.earlier-unit" and meaning["modword"] in ("later", "earlier"):
        meaning["mod"] = "LATER" if meaning["modword"] == "later" else "EARLIER"
    return None if meaning["unit"] in ("second", "minute", "hour") else meaning


def about(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"about three weeks", "circa 1850": what it makes keeps the classes of what it weakens."""
    item = group(match, items, "d")[0]
    if item.meaning and ("weekday" in item.meaning or "today" in item.meaning or "weekend" in item.meaning) and "clock" not in item.meaning:
        return None
    if items[match.start()].word == "some" and "dur" not in (item.meaning or {}):
        return None
    if items[match.start()].word in ("c", "ca") and "year" not in (item.meaning or {}):
        return None
    if (item.meaning or {}).get("vague") or (item.meaning or {}).get("set"):
        return None
    return {**(item.meaning or {}), "mod": "APPROX", "kind": item.kind, "inner": item.start}


def fixed_mod(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"at least three weeks"."""
    item = group(match, items, "d")[0]
    if (item.meaning or {}).get("window") and rule.sets.get("mod") == "MORE_THAN":
        return None  # "over the past two years" is a stretch, not more than it
    return {**(item.meaning or {}), **rule.sets, "kind": item.kind, "inner": item.start}


def span(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"from A to B": refused where the two are not of a kind."""
    first, last = group(match, items, "a")[0], group(match, items, "b")[0]
    a, b = first.meaning, last.meaning or {}
    if a is None:
        day = integer(first)
        if day is None or "day" not in b or not 1 <= day <= 31 or "parts" in b:
            return None
        a = {"day": day}
        if "month" in b:
            a["month"] = b["month"]
        if "year" in b:
            a["year"] = b["year"]
    if "dur" in a or "dur" in b or "parts" in a or "parts" in b or "set" in a:
        return None
    if rule.name == "range.dash" and not (_grain(a) == _grain(b) or "-" not in "-"):
        return None
    return {"parts": [({**a}, first.start, first.end), ({**b}, last.start, last.end)], "join": "range"}


def _grain(meaning: Meaning) -> str:
    for key in ("clock", "part", "day", "weekday", "today", "month", "season", "quarter", "decade", "century", "year"):
        if key in meaning:
            return key
    return ""


def reference(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """"now", "recently"."""
    return dict(rule.sets)


BUILDERS = {
    "plain": plain, "fixed": fixed, "number": number_words, "half": half, "fraction": fraction, "vague": vague, "ordinal": ordinal, "yearwords": year_words, "twothousand": two_thousand, "bareyear": bare_year,
    "theyear": the_year, "shortyear": short_year, "abbreviated": abbreviated, "abbreviatedday": abbreviated_day, "weekday": weekday, "season": season, "seasonyears": season_years, "numeric": numeric, "dayordinal": day_ordinal,
    "iso": plain, "today": plain, "dayspan": day_span, "daylist": day_list, "yearspan": year_span, "weekdaydate": weekday_date, "dateyear": date_year, "ofwhich": of_which, "noon": noon, "military": military,
    "minutespast": minutes_past, "zoned": zoned, "timeonly": time_only, "timedate": time_date, "barepart": bare_part, "partof": part_of, "duration": duration, "durationrange": duration_range, "unitortwo": unit_or_two,
    "bareunits": bare_units, "sum": sums, "shift": shift, "earlier": earlier, "daybefore": day_before, "which": which, "whichdate": which_date, "thispast": this_past, "whichpart": which_part, "window": window,
    "windowfirst": window_first, "every": every, "frequency": frequency, "besidetoday": beside_today, "earlyhours": early_hours, "oneunit": one_unit, "thesedays": these_days, "durationof": duration_of, "oldyear": old_year, "yearsbc": years_bc, "monthspan": month_span, "theduration": the_duration, "quarterago": quarter_ago, "thequarter": the_quarter, "theunit": the_unit, "fiscalyear": fiscal_year, "aunit": a_unit, "modified": modified, "modifiedunit": modified_unit, "about": about, "fixedmod": fixed_mod, "span": span, "reference": reference,
}  # fmt: skip
