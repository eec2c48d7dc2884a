"""The builders of numbers, dates and times of day.

A builder returns the meaning of the words that a rule matched, or None where they mean something
else.
"""

from __future__ import annotations

import re

from seriatim.lang import calendar, numbers
from seriatim.lang import timex_words as vocabulary
from seriatim.lang.base import Rule
from seriatim.temporal.algebra import (
    NOTHING,
    Clock,
    DayPart,
    Join,
    Joined,
    Meaning,
    Number,
    Placed,
    dated,
    over,
)
from seriatim.temporal.tagging.grammar import Item
from seriatim.temporal.tagging.parts import (
    READERS,
    Match,
    constant,
    group,
    in_part,
    integer,
    meaning_of,
    number,
    plain,
    read_part,
    read_year,
)

_DASHES = "-–—‑"
_CENTURY = 100
_LAST_DAY = 31


def fixed(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """What the rule always means."""
    return constant(rule)


def number_words(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“two hundred and fifty-one”: refused where the words do not make one number."""
    words = [i.word for i in group(match, items, "n")]
    value = _value([w for w in words if w not in vocabulary.IN_NUMBERS and w not in _DASHES])
    return None if value is None else NOTHING._replace(number=Number(value, value))


def _value(words: list[str]) -> int | None:
    total = current = 0
    last: int = 10**9
    for word in words:
        if word in numbers.SCALES:
            last = numbers.SCALES[word]
            current = max(current, 1) * last
            if last > _CENTURY:
                total, current = total + current, 0
        elif _follows(word, last):
            current += numbers.SMALL.get(word, numbers.TENS.get(word, 0))
            last = 1 if word in numbers.SMALL else 10
        else:
            return None
    return total + current


def _follows(word: str, last: int) -> bool:
    """Whether a small number or tens may follow a word of a size: “forty two”, not “one two”."""
    if word not in numbers.SMALL:
        return last >= _CENTURY
    return last >= 10 and not (numbers.SMALL[word] > 9 and last == 10)


def half(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“two and a half”."""
    return _with_fraction(number(group(match, items, "w")[0]), 0.5)


def fraction(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“2 1/2”."""
    part = group(match, items, "f")[0].word
    if part == "½":
        value = 0.5
    else:
        top, _, bottom = part.partition("/")
        if not bottom.isdecimal() or not 0 < int(bottom) < _CENTURY or len(top) > 2:
            return None
        value = int(top) / int(bottom)
    return None if value >= 1 else _with_fraction(number(group(match, items, "w")[0]), value)


def _with_fraction(whole: Number | None, part: float) -> Meaning | None:
    if whole is None or whole.most is None:
        return None
    return NOTHING._replace(number=Number(whole.least + part, whole.least + part))


def vague(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“several”: the least and the most that it is read as."""
    word = group(match, items, "n")[0].word
    pair = word in numbers.ABOUT_TWO
    made = Number(*numbers.VAGUE[word], not pair, "APPROX" if pair else None)
    return NOTHING._replace(number=made)


def ordinal(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“twenty-first”."""
    words = group(match, items, "n")
    value = numbers.TENS[words[0].word] + numbers.ORDINALS[words[-1].word]
    return NOTHING._replace(number=Number(value, value))


def year_words(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“nineteen eighty-four”."""
    century = group(match, items, "c")[0].word
    head = numbers.SMALL.get(century) or numbers.TENS[century]
    words = [i.word for i in group(match, items, "y") if i.word.isalpha()]
    tail = sum(numbers.SMALL.get(w, numbers.TENS.get(w, 0)) for w in words)
    return dated(NOTHING, year=head * _CENTURY + tail) if head < 20 or tail >= 10 else None


def two_thousand(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the year two thousand”."""
    read = number_words(rule, match, items)
    if read is None or read.number is None:
        return None
    return dated(NOTHING, year=int(read.number.least))


def bare_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A number of four digits; the negative rules decide whether it is a year."""
    return dated(NOTHING, year=int(items[match.start()].word), bare=True)


def the_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the year 1911”: not “years 40”."""
    read = plain(rule, match, items)
    return read if read and read.date.year is not None else None


def short_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“’89” alone."""
    return dated(NOTHING, short_year=integer(group(match, items, "yy")[0]), bare=True)


def abbreviated(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A month with its full stop, where the month is one that is shortened."""
    word = group(match, items, "month")[0].word
    return plain(rule, match, items) if word in calendar.SHORT_MONTHS else None


def abbreviated_day(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A weekday with its full stop, where it is shortened."""
    word = group(match, items, "weekday")[0].word
    return plain(rule, match, items) if word in calendar.SHORT_WEEKDAYS else None


def weekday(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A weekday; a short one is marked, since “Sun” and “Sat” mean other things too."""
    word = group(match, items, "weekday")[0].word
    short = word in calendar.SHORT_WEEKDAYS
    return dated(NOTHING, weekday=calendar.WEEKDAYS[word], abbreviated=short)


def season(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A season alone, with its word, since “fall” is a verb more often."""
    word = group(match, items, "season")[0].word
    the = items[match.start()].word == "the"
    return dated(NOTHING, season=calendar.SEASONS[word], season_word=word, article=the)


def season_years(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“winter 1916-17”: the winter that begins in the first year."""
    read = plain(rule, match, items)
    following = integer(group(match, items, "next")[0])
    if read is None or read.date.year is None or following is None:
        return None
    if following % _CENTURY != (read.date.year + 1) % _CENTURY:
        return None
    return dated(read, across_years=True)


def numeric(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“25/12/1910”: where day and month could be either, the document's habit decides, later."""
    text = items[match.start()].word
    written = re.split(r"[/.-]", text)
    first, second, third = (int(p) for p in written)
    if len(written[0]) == 4:
        fits = 1 <= second <= 12 and 1 <= third <= _LAST_DAY
        return dated(NOTHING, year=first, month=second, day=third) if fits else None
    year = {"short_year": third} if third < _CENTURY else {"year": third}
    if not (1 <= first <= _LAST_DAY and 1 <= second <= _LAST_DAY):
        return None
    if first > 12 and second > 12:
        return None
    if second > 12:
        return dated(NOTHING, **year, month=first, day=second, written_first=first)
    if first > 12:
        return dated(NOTHING, **year, month=second, day=first, written_first=first)
    if "." in text:
        return dated(NOTHING, **year, month=second, day=first)
    return dated(NOTHING, **year, day_and_month=(first, second))


def day_ordinal(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the 14th”: not “the 14th day”."""
    if match.end() < len(items) and items[match.end()].word in calendar.UNIT_WORDS:
        return None
    day = integer(group(match, items, "day")[0])
    return dated(NOTHING, day=day) if day else None


def joined(parts: list[tuple[Meaning, int, int]], join: Join) -> Meaning:
    """The meaning of several times in one expression."""
    return NOTHING._replace(joined=Joined(tuple(Placed(*part) for part in parts), join))


def join_of(match: Match, items: list[Item]) -> Join:
    """“and” and “or” make a list, everything else a range."""
    return "list" if group(match, items, "joined")[0].word in vocabulary.LIST_WORDS else "range"


def day_span(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“March 5-9, 1911”: two days of one month, as a range or a list."""
    whole = plain(rule, match, items)
    last_item = group(match, items, "last")[0]
    last = integer(last_item)
    if whole is None or whole.date.day is None or last is None:
        return None
    if not whole.date.day < last <= _LAST_DAY:
        return None
    first = whole, items[match.start()].start, group(match, items, "day")[0].end
    end = dated(whole, day=last), last_item.start, items[match.end() - 1].end
    return joined([first, end], join_of(match, items))


def day_list(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“3, 5 and 9 March 2011”."""
    meaning = _month_and_year(match, items)
    days = [i for i in items[match.start("days") : match.start("last") + 1] if i.word[:1].isdigit()]
    numbered = [integer(item) for item in days]
    if meaning is None or not all(day and day <= _LAST_DAY for day in numbered):
        return None
    start, end = items[match.start()].start, items[match.end() - 1].end
    month_first = match.start("month") < match.start("days")
    spans = [(item.start, item.end) for item in days]
    if month_first:
        spans[0] = (start, spans[0][1])
    if not month_first or meaning.date.year:
        spans[-1] = (spans[-1][0], end)
    return joined(
        [(dated(meaning, day=day), *span) for day, span in zip(numbered, spans, strict=True)],
        "list",
    )


def _month_and_year(match: Match, items: list[Item]) -> Meaning | None:
    meaning: Meaning | None = NOTHING
    for name in ("month", "year"):
        found = group(match, items, name) if name in match.re.groupindex else []
        if found and meaning is not None:
            meaning = READERS[name](meaning, found)
    return meaning


def year_span(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“1914-18”."""
    year, last = integer(group(match, items, "year")[0]), group(match, items, "last")[0]
    value = integer(last)
    if year is None or value is None or value <= year % _CENTURY:
        return None
    first = dated(NOTHING, year=year, bare=True)
    end = dated(NOTHING, year=year - year % _CENTURY + value)
    first_end = group(match, items, "year")[0].end
    return joined(
        [(first, items[match.start()].start, first_end), (end, last.start, last.end)], "range"
    )


def weekday_date(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A weekday beside its date: the date counts."""
    meaning = meaning_of(group(match, items, "d")[0])
    stated = group(match, items, "weekday")[0].meaning
    return dated(meaning, stated_weekday=stated.date.weekday) if stated else meaning


def weekday_day(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“Friday 10th”: a day of the month that is running."""
    day = integer(group(match, items, "day")[0])
    stated = group(match, items, "weekday")[0].meaning
    if not day or not stated:
        return None
    return dated(NOTHING, day=day, stated_weekday=stated.date.weekday)


def date_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“Christmas Eve 1910”."""
    meaning: Meaning | None = meaning_of(group(match, items, "d")[0])
    for name in ("year", "y"):
        if name in match.re.groupindex and meaning is not None:
            meaning = READERS[name](meaning, group(match, items, name))
    return None if meaning is None else dated(meaning, bare=False)


def of_which(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“August of that year”: the month of the year that the other words give."""
    which = meaning_of(group(match, items, "w")[0])
    if which.unit not in ("year", "month", "week"):
        return None
    return meaning_of(group(match, items, "d")[0])._replace(of=which)


def noon(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“noon”, “12 midnight”."""
    head = items[match.start()].word
    if match.end() - match.start() == 2 and head not in vocabulary.TWELVE:
        return None
    return plain(rule, match, items)


def military(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“1430 hours”: four digits."""
    return plain(rule, match, items) if len(group(match, items, "hhmm")[0].word) == 4 else None


def four_digits(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“at 1430”: no year follows “at”, which is no part of the expression."""
    half = group(match, items, "ampm")
    meaning = plain(rule, match, items) if half else military(rule, match, items)
    if meaning is not None:
        return meaning._replace(start=group(match, items, "hhmm")[0].start)
    return None


def minutes_past(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“ten past two”."""
    minutes, hour = integer(group(match, items, "n")[0]), integer(group(match, items, "hour")[0])
    if minutes is None or hour is None or minutes >= 60:
        return None
    return NOTHING._replace(clock=Clock(hour, minutes))


def zoned(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A time of day with its zone."""
    return plain(rule, match, items)


def zone_offset(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“17:00 UTC+2”: a time of day with its distance from UTC, not “17:00 GMT-18:30 GMT”."""
    meaning, offset = meaning_of(group(match, items, "t")[0]), group(match, items, "offset")[0]
    back = group(match, items, "sign")[0].word in _DASHES
    hours, colon, minutes = offset.word.partition(":")
    if meaning.clock is None or int(hours) > _LAST_OFFSET or (back and colon):
        return None
    away = int(hours) * 60 + int(minutes or 0)
    return meaning._replace(clock=meaning.clock._replace(zone=-away if back else away))


_LAST_OFFSET = 14  # hours from UTC


def time_only(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A time of day with a zone in words."""
    return group(match, items, "t")[0].meaning


def time_date(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A time of day and the day that it belongs to."""
    day, time = meaning_of(group(match, items, "d")[0]), meaning_of(group(match, items, "t")[0])
    clock = time.clock
    if day.clock is not None or clock is None:
        return None
    if day.part is not None and clock.word is None:
        clock = in_part(clock, day.part.name)
    return over(day._replace(part=None), time._replace(clock=clock))


def zoned_twice(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“9:25 a.m. (1425 GMT) on Monday”: one time in two zones, and its day."""
    clock, day = group(match, items, "t")[0], group(match, items, "d")[0]
    of_day = meaning_of(day)._replace(rule="")
    first = over(of_day, meaning_of(clock)), clock.start, clock.end
    return joined([first, (of_day, day.start, day.end)], "list")


def centuries(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the 18th and 19th centuries”."""
    first, last = group(match, items, "a")[0], group(match, items, "b")[0]
    one, two = integer(first), integer(last)
    if one is None or two is None or not 1 <= one < two <= 99:
        return None
    early = dated(NOTHING, century=one - 1), items[match.start()].start, first.end
    late = dated(NOTHING, century=two - 1), last.start, items[match.end() - 1].end
    return joined([early, late], join_of(match, items))


def bare_part(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the night”: the context gives the day."""
    read = plain(rule, match, items)
    if read is None or read.part is None:
        return read
    return read._replace(part=DayPart(read.part.name, bare=True, lead=items[match.start()].word))


def part_of(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the morning of 5 March”, “Friday night”."""
    meaning = meaning_of(group(match, items, "d")[0])
    if meaning.clock is not None or meaning.unit not in (None, "day"):
        return None
    if meaning.length and meaning.length.unit != "day":
        return None
    return read_part(meaning, group(match, items, "part"))


def part_of_ordinal(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the evening of the 14th”, where no noun follows."""
    return plain(rule, match, items)


def which_night(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“last Thursday night”: a part of a weekday."""
    night = meaning_of(group(match, items, "part")[0]).part
    if meaning_of(group(match, items, "d")[0]).date.weekday is None:
        return None
    return part_of(rule, match, items) if night is None or night.lead == night.name else None


def part_of_days(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the night of 14-15 April”: the days are all that it says."""
    meaning = meaning_of(group(match, items, "d")[0])
    if meaning.joined is None:
        return None
    (first, _, end), *rest = meaning.joined.parts
    parts = (Placed(first, items[match.start()].start, end), *rest)
    return meaning._replace(joined=Joined(parts, meaning.joined.join))


def early_hours(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the early hours of Tuesday”."""
    hours = meaning_of(group(match, items, "hours")[0]).length
    day = meaning_of(group(match, items, "d")[0])
    if hours is None or hours.unit != "hour" or day.clock is not None:
        return None
    part = DayPart("morning") if day.part is None else day.part._replace(name="morning")
    return day._replace(part=part)


def old_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A number of three digits: a year where the text has named such years."""
    word = items[match.start()].word
    if len(word) != 3 or word[0] == "0":
        return None
    return dated(NOTHING, year=int(word), ancient=True)


def years_bc(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“264-241 BC”."""
    first, last = group(match, items, "first")[0], group(match, items, "last")[0]
    year = integer(first)
    if year is None or last.meaning is None or last.meaning.date.year is None:
        return None
    bc = last.meaning.date.bc
    if bc and year <= last.meaning.date.year:
        return None
    early = dated(NOTHING, year=year, bc=bc), first.start, first.end
    return joined([early, (last.meaning._replace(rule=""), last.start, last.end)], "range")


def month_span(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“April and June 1910”: two months of one year."""
    first, last = group(match, items, "a")[0], group(match, items, "b")[0]
    meaning = read_year(constant(rule), group(match, items, "year"))
    if meaning is None:
        return None
    one, two, year = calendar.MONTHS[first.word], calendar.MONTHS[last.word], meaning.date.year
    if one > two and year is not None:
        year += 1 if meaning.date.bc else -1
    early = dated(meaning, month=one, year=year), first.start, first.end
    late = dated(meaning, month=two), last.start, items[match.end() - 1].end
    return joined([early, late], join_of(match, items))
