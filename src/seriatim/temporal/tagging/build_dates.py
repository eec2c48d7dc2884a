"""What the rules of numbers, dates and times of day make of the words that they matched.

A builder gives the meaning, or None where the words turn out to mean something else.
"""

from __future__ import annotations

import re

from seriatim.lang.en import calendar, numbers
from seriatim.lang.en.timex.rules import Rule
from seriatim.temporal.tagging.grammar import Item, Meaning
from seriatim.temporal.tagging.parts import READERS, Match, group, integer, number, plain, read_part


def fixed(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """What the rule always means."""
    return dict(rule.sets)


def number_words(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“two hundred and fifty-one”: refused where the words do not make one number."""
    words = [
        i.word
        for i in group(match, items, "n")
        if i.word not in ("and", "a", "an") and i.word not in "-–—‑"
    ]
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
    """“two and a half”."""
    n = number(group(match, items, "w")[0])
    return None if n is None or n[1] is None else {"n": (n[0] + 0.5, n[1] + 0.5)}


def fraction(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“2 1/2”."""
    n, part = number(group(match, items, "w")[0]), group(match, items, "f")[0].word
    top, _, bottom = part.partition("/")
    value = (
        0.5
        if part == "½"
        else int(top) / int(bottom)
        if bottom.isdecimal() and 0 < int(bottom) < 100 and len(top) < 3
        else None
    )
    return None if n is None or value is None or value >= 1 else {"n": (n[0] + value, n[0] + value)}


def vague(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“several”: the least and the most that it is read as."""
    word = group(match, items, "n")[0].word
    return (
        {"n": numbers.VAGUE[word], "vague": word != "couple", "mod": "APPROX"}
        if word == "couple"
        else {"n": numbers.VAGUE[word], "vague": True}
    )


def ordinal(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“twenty-first”."""
    words = group(match, items, "n")
    value = numbers.TENS[words[0].word] + numbers.ORDINALS[words[-1].word]
    return {"n": (value, value)}


def year_words(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“nineteen eighty-four”."""
    head = (
        numbers.SMALL.get(group(match, items, "c")[0].word)
        or numbers.TENS[group(match, items, "c")[0].word]
    )
    words = [i.word for i in group(match, items, "y") if i.word.isalpha()]
    tail = sum(numbers.SMALL.get(w, numbers.TENS.get(w, 0)) for w in words if w != "hundred")
    return {"year": head * 100 + tail} if head < 20 or tail >= 10 else None


def two_thousand(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the year two thousand”."""
    read = number_words(rule, match, items)
    return None if read is None else {"year": int(read["n"][0])}


def bare_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A number of four digits: whether it is a year is told by the words about it, later."""
    return {"year": int(items[match.start()].word), "bareyear": True}


def the_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the year 1911”: not “years 40”."""
    read = plain(rule, match, items)
    return read if read and read["year"] is not None else None


def short_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“’89” alone."""
    return {"yy": integer(group(match, items, "yy")[0]), "bareshort": True}


def abbreviated(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A month with its full stop, where the month is one that is shortened."""
    word = group(match, items, "month")[0].word
    return (
        plain(rule, match, items)
        if len(word) <= 4 and word not in ("may", "june", "july")
        else None
    )


def abbreviated_day(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A weekday with its full stop, where it is shortened."""
    word = group(match, items, "weekday")[0].word
    return plain(rule, match, items) if word in calendar.SHORT_WEEKDAYS else None


def weekday(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A weekday; a short one is marked, since “Sun” and “Sat” mean other things too."""
    word = group(match, items, "weekday")[0].word
    meaning: Meaning = {"weekday": calendar.WEEKDAYS[word]}
    if word in calendar.SHORT_WEEKDAYS:
        meaning["short"] = True
    return meaning


def season(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A season alone; “fall” is marked, since it is a verb more often."""
    word = group(match, items, "season")[0].word
    return {
        "season": calendar.SEASONS[word],
        "bareseason": word,
        "the": items[match.start()].word == "the",
    }


def season_years(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“winter 1916-17”: the winter that begins in the first year."""
    read = plain(rule, match, items)
    following = integer(group(match, items, "next")[0])
    if read is None or following is None or following % 100 != (read["year"] + 1) % 100:
        return None
    return {**read, "acrossyears": True}


def numeric(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“25/12/1910”: where day and month could be either, the document's habit decides, later."""
    parts = [int(p) for p in re.split(r"[/.-]", items[match.start()].word)]
    text = items[match.start()].word
    if len(re.split(r"[/.-]", text)[0]) == 4:
        year, first, second = parts
        return (
            {"year": year, "month": first, "day": second}
            if 1 <= first <= 12 and 1 <= second <= 31
            else None
        )
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
    """“the 14th”."""
    day = integer(group(match, items, "day")[0])
    return {"day": day} if day else None


def day_span(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“March 5-9, 1911”: two days of one month, as a range or a list."""
    whole = plain(rule, match, items)
    last_item = group(match, items, "last")[0]
    last, word = integer(last_item), group(match, items, "joined")[0].word
    if whole is None or last is None or not 1 <= last <= 31 or last <= whole["day"]:
        return None
    first_start, day = items[match.start()].start, group(match, items, "day")[0]
    first_end = day.end
    last_start = last_item.start
    joined = "list" if word in ("and", "or") else "range"
    return {
        "parts": [
            ({**whole}, first_start, first_end),
            ({**whole, "day": last}, last_start, items[match.end() - 1].end),
        ],
        "join": joined,
    }


def day_list(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“3, 5 and 9 March 2011”."""
    meaning: Meaning = {}
    for name in ("month", "year"):
        found = group(match, items, name) if name in match.re.groupindex else []
        if found:
            READERS[name](meaning, found)
    days = [i for i in items[match.start("days") : match.start("last") + 1] if i.word[:1].isdigit()]
    start, end = items[match.start()].start, items[match.end() - 1].end
    parts = []
    for at, item in enumerate(days):
        day = integer(item)
        if day is None or not 1 <= day <= 31:
            return None
        first = start if at == 0 and match.start("month") < match.start("days") else item.start
        last = (
            end
            if at == len(days) - 1
            and (match.start("month") > match.start("days") or meaning.get("year"))
            else item.end
        )
        parts.append(({**meaning, "day": day}, first, last))
    return {"parts": parts, "join": "list"}


def year_span(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“1914-18”."""
    year, last = integer(group(match, items, "year")[0]), group(match, items, "last")[0]
    value = integer(last)
    if year is None or value is None or value <= year % 100:
        return None
    first = {"year": year, "bareyear": True}
    end = {"year": year - year % 100 + value}
    return {
        "parts": [
            (first, items[match.start()].start, group(match, items, "year")[0].end),
            (end, last.start, last.end),
        ],
        "join": "range",
    }


def weekday_date(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A weekday beside its date: the date counts."""
    meaning = dict(group(match, items, "d")[0].meaning or {})
    stated = group(match, items, "weekday")[0].meaning
    if stated:
        meaning["weekday_stated"] = stated["weekday"]
    return meaning


def weekday_day(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“Friday 10th”: a day of the month that is running."""
    day = integer(group(match, items, "day")[0])
    stated = group(match, items, "weekday")[0].meaning
    return {"day": day, "weekday_stated": stated["weekday"]} if day and stated else None


def date_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“Christmas Eve 1910”."""
    meaning: Meaning = dict(group(match, items, "d")[0].meaning or {})
    for name in ("year", "y"):
        if name in match.re.groupindex and not READERS[name](meaning, group(match, items, name)):
            return None
    meaning.pop("bareyear", None)
    return meaning


def of_which(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“August of that year”: the month of the year that the other words give."""
    which = group(match, items, "w")[0].meaning or {}
    if which.get("unit") not in ("year", "month", "week"):
        return None
    return {**(group(match, items, "d")[0].meaning or {}), "of": which}


def noon(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“noon”, “12 midnight”."""
    head = items[match.start()].word
    if match.end() - match.start() == 2 and head not in ("twelve", "12"):
        return None
    return plain(rule, match, items)


def military(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“1430 hours”: four digits."""
    return plain(rule, match, items) if len(group(match, items, "hhmm")[0].word) == 4 else None


def four_digits(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“at 1430”: four digits that no year stands behind “at” for; the word itself is no part of it."""
    meaning = military(rule, match, items)
    if meaning is not None:
        meaning["trim"] = group(match, items, "hhmm")[0].start
    return meaning


def minutes_past(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“ten past two”."""
    minutes, hour = integer(group(match, items, "n")[0]), integer(group(match, items, "hour")[0])
    return (
        None
        if minutes is None or hour is None or minutes > 59
        else {"clock": (hour, minutes, None)}
    )


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


def zoned_twice(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“9:25 a.m. (1425 GMT) on Monday”: one time, told in two zones, and its day."""
    clock, day = group(match, items, "t")[0], group(match, items, "d")[0]
    of_day = {k: v for k, v in (day.meaning or {}).items() if k != "rule"}
    return {
        "parts": [
            ({**of_day, **(clock.meaning or {})}, clock.start, clock.end),
            (of_day, day.start, day.end),
        ],
        "join": "list",
    }


def centuries(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the 18th and 19th centuries”."""
    first, last = group(match, items, "a")[0], group(match, items, "b")[0]
    one, two = integer(first), integer(last)
    if one is None or two is None or not 1 <= one < two <= 99:
        return None
    joined = "list" if group(match, items, "joined")[0].word in ("and", "or") else "range"
    parts = [
        ({"century": one - 1}, items[match.start()].start, first.end),
        ({"century": two - 1}, last.start, items[match.end() - 1].end),
    ]
    return {"parts": parts, "join": joined}


def bare_part(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the night”: the day is told by what stands before."""
    read = plain(rule, match, items)
    if read is not None:
        read["barepart"] = True
        read["lead"] = items[match.start()].word
    return read


def part_of(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the morning of 5 March”, “Friday night”."""
    meaning = dict(group(match, items, "d")[0].meaning or {})
    if "clock" in meaning or meaning.get("unit") not in (None, "day"):
        return None
    if meaning.get("dur") and meaning["dur"][0][2] != "day":
        return None
    read_part(meaning, group(match, items, "part"))
    return meaning


def which_night(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“last Thursday night”: a part of a weekday."""
    night = group(match, items, "part")[0]
    day = group(match, items, "d")[0].meaning or {}
    return (
        part_of(rule, match, items)
        if "weekday" in day
        and (night.meaning or {}).get("lead") == (night.meaning or {}).get("part")
        else None
    )


def part_of_days(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the night of 14-15 April”: the days say all."""
    meaning = dict(group(match, items, "d")[0].meaning or {})
    (first, _, end), *rest = meaning["parts"]
    return {**meaning, "parts": [(first, items[match.start()].start, end), *rest]}


def early_hours(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the early hours of Tuesday”."""
    hours = group(match, items, "hours")[0].meaning or {}
    day = group(match, items, "d")[0].meaning or {}
    return (
        {**day, "part": "morning"} if hours["dur"][0][2] == "hour" and "clock" not in day else None
    )


def old_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A number of three digits: a year where the text has been speaking of such years."""
    word = items[match.start()].word
    return {"year": int(word), "oldyear": True} if len(word) == 3 and word[0] != "0" else None


def years_bc(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“264-241 BC”."""
    first, last = group(match, items, "first")[0], group(match, items, "last")[0]
    year = integer(first)
    if (
        year is None
        or last.meaning is None
        or (last.meaning.get("bc") and year <= last.meaning["year"])
    ):
        return None
    bc = {"bc": True} if last.meaning.get("bc") else {}
    return {
        "parts": [
            ({"year": year, **bc}, first.start, first.end),
            ({k: v for k, v in last.meaning.items() if k != "rule"}, last.start, last.end),
        ],
        "join": "range",
    }


def month_span(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“April and June 1910”: two months of one year."""
    first, last = group(match, items, "a")[0], group(match, items, "b")[0]
    meaning = plain(rule, match, items)
    if meaning is None:
        return None
    one, two = calendar.MONTHS[first.word], calendar.MONTHS[last.word]
    early = {**meaning, "month": one}
    if one > two and "year" in early:
        early["year"] += 1 if early.get("bc") else -1
    joined = "list" if group(match, items, "joined")[0].word in ("and", "or") else "range"
    return {
        "parts": [
            (early, first.start, first.end),
            ({**meaning, "month": two}, last.start, items[match.end() - 1].end),
        ],
        "join": joined,
    }
