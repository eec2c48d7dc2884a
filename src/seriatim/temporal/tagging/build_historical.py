"""The builders of other reckonings: letters, feasts, reigns, two calendars, years of account."""

from __future__ import annotations

from seriatim.lang import calendar, feasts, reigns
from seriatim.lang import timex_words as vocabulary
from seriatim.lang.base import Reign, Rule
from seriatim.temporal.algebra import NOTHING, Meaning, Step, dated, over
from seriatim.temporal.edtf import civil_from_days, day, days_from_civil, year_text
from seriatim.temporal.tagging.grammar import Item
from seriatim.temporal.tagging.holidays import ascension
from seriatim.temporal.tagging.julian import (
    GREGORIAN_IN_ENGLAND,
    gregorian,
    is_same_day,
)
from seriatim.temporal.tagging.parts import (
    Match,
    group,
    integer,
    meaning_of,
    number,
    plain,
)

_LADY_DAY = (3, 25)  # on which the year began in England till 1751
_IN_FULL = {"saint": "st"}  # as the tables spell it
_NOT_NEXT = frozenset({"second", "minute", "hour", "day", "quarter"})
_OLDEST = 120  # years that people live at most


def letter_month(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the 3rd inst.”: a day of the letter's month, of the one before or of the one behind."""
    read = plain(rule, match, items)
    if read is None or read.date.day is None:
        return None
    steps = vocabulary.LETTER_MONTHS[group(match, items, "rel")[0].word]
    month = NOTHING._replace(unit="month", step=Step(steps, "document"))
    return read._replace(of=month)


def letter_month_stop(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """The same with a full stop, where the word is shortened."""
    if group(match, items, "rel")[0].word in vocabulary.LETTER_MONTHS_IN_FULL:
        return None
    return letter_month(rule, match, items)


def _pair(match: Match, items: list[Item]) -> tuple[int, int] | None:
    """The two years of “1908-09”, “1641/2”, where the second follows the first."""
    both = group(match, items, "pair")
    if both:
        first, _, last = both[0].word.partition("/")
    else:
        first, last = group(match, items, "year")[0].word, group(match, items, "last")[0].word
    year, size = int(first), 10 ** len(last)
    return (year, year + 1) if (year + 1) % size == int(last) else None


def dual_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“10 February 1641/2”: 1641 where the year begins on 25 March, 1642 from January."""
    years, date = _pair(match, items), NOTHING
    read = plain(rule, match, items)
    if years is None or read is None or years[1] >= GREGORIAN_IN_ENGLAND:
        return None
    month, of_month = read.date.month or 0, read.date.day
    if (month, of_month or 0) >= _LADY_DAY or (month == _LADY_DAY[0] and of_month is None):
        return None
    return dated(date, year=years[1], month=month, day=of_month)


def two_days(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“5/15 June 1658”: one day in both calendars."""
    read = plain(rule, match, items)
    first, _, last = group(match, items, "days")[0].word.partition("/")
    if read is None or not (len(first) <= 2 and len(last) <= 2):
        return None
    year, month = read.date.year or 0, read.date.month or 1
    old, new = (year, month, int(first)), (year, month, int(last))
    return _in_both(old, new, written=old)


def two_calendars(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“25 October (7 November) 1917”: one day in both calendars, whichever is named first."""
    read = plain(rule, match, items)
    other = month_number(group(match, items, "othermonth")[0])
    other_day = integer(group(match, items, "otherday")[0])
    if read is None or None in (read.date.year, read.date.month, read.date.day) or not other_day:
        return None
    year = read.date.year or 0
    one, two = (year, read.date.month or 1, read.date.day or 1), (year, other, other_day)
    return _in_both(one, two, written=one) or _in_both(two, one, written=one)


def month_number(item: Item) -> int:
    """The number of a month's name."""
    return calendar.MONTHS[item.word]


def _in_both(
    old: tuple[int, int, int], new: tuple[int, int, int], *, written: tuple[int, int, int]
) -> Meaning | None:
    if not (1 <= old[2] <= 31 and 1 <= new[2] <= 31) or not is_same_day(old, new):
        return None
    year, month, of_month = written
    covers = _text(old), _text(new)
    return dated(NOTHING, year=year, month=month, day=of_month, covers=covers)


def _text(date: tuple[int, int, int]) -> str:
    return f"{year_text(date[0])}-{date[1]:02}-{date[2]:02}"


def old_style(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“11 February 1731 O.S.”: from the day as written to the same day in the Gregorian calendar.

    Where the year may have begun on 25 March, a day before that may be of the next year.
    """
    meaning = meaning_of(group(match, items, "d")[0])
    date = meaning.date
    if date.year is None or date.month is None or date.day is None or date.bc:
        return meaning
    written = date.year, date.month, date.day
    early = written[1:] < _LADY_DAY and date.year < GREGORIAN_IN_ENGLAND
    last = gregorian(date.year + early, date.month, date.day)
    return dated(meaning, covers=(_text(written), _text(last)))


def new_style(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“22 February 1732 (New Style)”: the day as it is written."""
    return meaning_of(group(match, items, "d")[0])


def year_pair(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the school year 1908-09”: nobody says on which days it begins and ends."""
    years = _pair(match, items)
    return None if years is None else _account(*years)


def _account(first: int, last: int, value: str | None = None) -> Meaning:
    covers = year_text(first), year_text(last)
    return dated(NOTHING, year=first, covers=covers, reckoned=value or "/".join(covers))


def school_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the 1909 school year”: the one that began in 1909, or the one that ended then."""
    year = integer(group(match, items, "year")[0])
    if year is None:
        return None
    meaning = _account(year - 1, year + 1, year_text(year))
    return dated(meaning, year=year)


def feast(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“Michaelmas”: not “Michaelmas term”."""
    after = items[match.end()].word if match.end() < len(items) else ""
    if after in feasts.NOT_FEASTS:
        return None
    words = [item.word for item in group(match, items, "name") if item.word.isalpha()]
    meaning = dated(NOTHING, holiday=" ".join(_IN_FULL.get(word, word) for word in words))
    beside = group(match, items, "beside") if "beside" in match.re.groupindex else []
    return dated(meaning, beside_holiday=feasts.BESIDE_FEAST[beside[0].word]) if beside else meaning


def beside_feast(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the eve of Michaelmas”."""
    meaning = meaning_of(group(match, items, "d")[0])
    if meaning.date.beside_holiday is not None or meaning.date.holiday is None:
        return None
    days = feasts.BESIDE_FEAST[group(match, items, "beside")[0].word]
    return dated(meaning, beside_holiday=days)


def regnal(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the 3rd year of Edward III”: from the day of his accession to the day before the next."""
    if match.end() < len(items) and items[match.end()].word == "of":
        return None  # "Charles II of Spain"
    nth = integer(group(match, items, "nth")[0])
    name = group(match, items, "king")[0].word
    digits = group(match, items, "number") if "number" in match.re.groupindex else []
    number_of = _regnal_number(digits[0]) if digits else 1
    sovereign = reigns.NUMBERED if digits else reigns.ALONE
    reign = reigns.REIGNS.get((sovereign[name], number_of or 0))
    days = None if reign is None or not nth else regnal_year(reign, nth)
    if days is None:
        return None
    first, last = day(days[0]), day(days[1])
    year = civil_from_days(days[0])[0]
    return dated(NOTHING, year=year, covers=(first, last), reckoned=f"{first}/{last}")


def _regnal_number(item: Item) -> int | None:
    return reigns.ROMAN.get(item.word) or integer(item)


def regnal_year(reign: Reign, nth: int) -> tuple[int, int] | None:
    """The first and the last day that the nth year of a reign may have; None if it had fewer.

    In days from 1970-01-01, counted as if the dates of the time were Gregorian.
    """
    first = _accession(reign, reign.begins, nth)
    last = _accession(reign, reign.at_latest, nth + 1) - 1
    end = days_from_civil(*reign.ends)
    return None if nth < 1 or first > end else (first, min(last, end))


def _accession(reign: Reign, begins: tuple[int, int, int], nth: int) -> int:
    year = begins[0] + nth - 1
    if reign.movable:
        return days_from_civil(year, *ascension(year))
    return days_from_civil(year, *begins[1:])


def regnal_day(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“3 May in the 3rd year of Edward III”: the only such day of that year."""
    meaning = meaning_of(group(match, items, "d")[0])
    covers = meaning_of(group(match, items, "r")[0]).date.covers
    date = meaning.date
    if covers is None or date.month is None or date.year is not None or meaning.step is not None:
        return None
    text = f"-{date.month:02}" + ("" if date.day is None else f"-{date.day:02}")
    first, last = covers[0][: 4 + len(text)], covers[1][: 4 + len(text)]
    fitting = [
        year
        for year in range(int(covers[0][:4]), int(covers[1][:4]) + 1)
        if first <= f"{year_text(year)}{text}" <= last
    ]
    return dated(meaning, year=fitting[0]) if len(fitting) == 1 else None


def lord_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“17 May in the year of our Lord 1673”."""
    meaning, year = (meaning_of(group(match, items, name)[0]) for name in ("d", "y"))
    return None if meaning.date.year is not None else over(meaning, year)


def age(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“at the age of 23”: the completed years of a life."""
    years = number(group(match, items, "n")[0])
    if years is None or years.vague or not 0 < years.least <= _OLDEST:
        return None
    return NOTHING._replace(age=int(years.least))


def unit_after(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the month following”: of the running time, unless an event follows."""
    read = plain(rule, match, items)
    if read is None or read.unit in _NOT_NEXT:
        return None
    back = group(match, items, "way")[0].word in vocabulary.BACK
    step = Step(-1, "running", "previous") if back else Step(1, "running", "following")
    return read._replace(step=step, open_end=True)
