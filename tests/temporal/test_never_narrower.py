"""A day that words can be said of lies in the interval that they are read as.

Each test draws the true day first, puts it into words as a writer could, and reads the words.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from seriatim.lang.base import Reign
from seriatim.lang.en.feasts import FEASTS, SAINTS
from seriatim.lang.en.reigns import REIGNS
from seriatim.temporal import edtf, timexes
from seriatim.temporal.tagging.holidays import easter
from seriatim.temporal.tagging.julian import days_from_julian, julian_from_days

MONTHS = edtf.MONTH_NAMES
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
MOST = settings(max_examples=120, deadline=None)


def ordinal(number: int) -> str:
    """“3rd”."""
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def in_words(day: date) -> str:
    """“4 May 1820”."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_of(day: date) -> int:
    """Days from 1970-01-01."""
    return (day - date(1970, 1, 1)).days


def read(text: str, phrase: str, written: date | None = None) -> str | None:
    """The EDTF value of the expression that holds the phrase's last word."""
    end = text.rindex(phrase) + len(phrase)
    found = timexes.find(text, None if written is None else written.isoformat())
    here = [each for each in found if each.span[0] < end <= each.span[1] + 1]
    assert here, (text, [each.text for each in found])
    return here[-1].edtf


def holds(value: str | None, *days: int) -> bool:
    """Whether the interval holds all the days; an open value claims nothing."""
    if value is None:
        return True
    first, last = edtf.first_day(value), edtf.last_day(value)
    return all((first is None or first <= d) and (last is None or d <= last) for d in days)


def between(first: date, last: date) -> st.SearchStrategy[date]:
    """Days of a span."""
    return st.dates(min_value=first, max_value=last)


@MOST
@given(st.sampled_from([r for r in REIGNS.items() if not r[1].movable]), st.data())
def test_a_regnal_year_holds_its_days(
    row: tuple[tuple[str, int], Reign], data: st.DataObject
) -> None:
    (name, number), reign = row
    accession = date(*data.draw(st.sampled_from([reign.begins, reign.at_latest])))
    day = data.draw(between(accession, date(*reign.ends)))
    nth = day.year - accession.year + ((day.month, day.day) >= (accession.month, accession.day))
    alone = name in ("stephen", "john", "mary", "anne", "victoria")
    king = f"Queen {name.title()}" if alone else f"{name.title()} {ROMAN[number - 1]}"
    phrase = f"the {ordinal(nth)} year of {king}"
    value = read(f"It was sealed in {phrase}.", phrase)
    assert value is not None
    assert holds(value, days_of(day))


@MOST
@given(between(date(1500, 1, 1), date(1751, 12, 31)), st.sampled_from(["/", "-"]), st.booleans())
def test_a_dual_year_is_that_from_january(day: date, joined: str, short: bool) -> None:
    assume((day.month, day.day) < (3, 25))
    size = 10 if short else 100
    year = f"{day.year - 1}{joined}{day.year % size:0{1 if short else 2}}"
    phrase = f"{day.day} {MONTHS[day.month - 1]} {year}"
    assert read(f"They met on {phrase}.", phrase) == day.isoformat()


@MOST
@given(between(date(1583, 1, 1), date(1751, 12, 31)), st.booleans())
def test_old_style_holds_the_day_of_both_calendars(true: date, lady_day: bool) -> None:
    year, month, of_month = julian_from_days(days_of(true))
    assume((month, of_month) != (2, 29))
    assume((true.month, true.day) != (2, 29))
    stated = year - (lady_day and (month, of_month) < (3, 25))
    phrase = f"{of_month} {MONTHS[month - 1]} {stated} (Old Style)"
    value = read(f"They met on {phrase}.", phrase)
    assert value is not None
    assert holds(value, days_of(true), edtf.days_from_civil(year, month, of_month))


@MOST
@given(between(date(1583, 1, 1), date(1950, 12, 31)), st.booleans())
def test_a_day_in_both_calendars_holds_both(true: date, old_first: bool) -> None:
    year, month, of_month = julian_from_days(days_of(true))
    assume(year == true.year and month != true.month)
    old, new = f"{of_month} {MONTHS[month - 1]}", f"{true.day} {MONTHS[true.month - 1]}"
    first, second = (old, new) if old_first else (new, old)
    phrase = f"{first} ({second}) {true.year}"
    value = read(f"They met on {phrase}.", phrase)
    assert value is not None
    assert holds(value, days_of(true), edtf.days_from_civil(year, month, of_month))


@MOST
@given(between(date(1750, 1, 1), date(1930, 12, 31)), st.integers(-1, 1))
def test_a_letter_counts_its_months(written: date, away: int) -> None:
    months = written.year * 12 + written.month - 1 + away
    last = edtf.days_in_month(months // 12, months % 12 + 1)
    for of_month in {1, last, min(written.day, last)}:
        phrase = f"the {ordinal(of_month)} {('inst', 'prox', 'ult')[away]}."
        value = read(f"Yours of {phrase} has come.", phrase, written)
        assert value == date(months // 12, months % 12 + 1, of_month).isoformat()


@MOST
@given(
    st.integers(1850, 2020),
    st.sampled_from(["fiscal", "financial", "school", "academic", "tax"]),
    st.integers(1, 12),
    st.integers(0, 364),
)
def test_a_year_of_account_holds_all_its_days(year: int, kind: str, begins: int, at: int) -> None:
    day = date(year, begins, 1) + timedelta(days=at)
    assume(day.year <= year + 1)
    phrase = f"the {kind} year {year}-{(year + 1) % 100:02}"
    value = read(f"It was paid in {phrase}.", phrase)
    assert value is not None
    assert holds(value, days_of(day))


MOVABLE = {name: rule[1] for name, rule in FEASTS.items() if rule[0] == "easter"}


@MOST
@given(st.integers(1000, 2100), st.sampled_from(sorted(MOVABLE)))
def test_a_movable_feast_holds_the_day_of_each_calendar_in_use(year: int, name: str) -> None:
    days = []
    if year > 1582:
        days.append(easter(year) + int(MOVABLE[name]))
    if year < 1753:
        julian = next(
            day
            for day in range(days_from_julian(year, 3, 22), days_from_julian(year, 4, 26))
            if (day + 3) % 7 == 6 and day > paschal_full_moon(year)
        )
        as_written = julian_from_days(julian + int(MOVABLE[name]))
        assume(as_written[1:] != (2, 29))
        days.append(edtf.days_from_civil(*as_written))
    phrase = f"{name.title()} {year}"
    value = read(f"They met on {phrase}.", phrase)
    assert value is not None
    assert holds(value, *days)


def paschal_full_moon(year: int) -> int:
    """The day of the ecclesiastical full moon by the Julian table of golden numbers."""
    table = (36, 25, 44, 33, 22, 41, 30, 49, 38, 27, 46, 35, 24, 43, 32, 21, 40, 29, 48)
    return days_from_julian(year, 3, 1) + table[year % 19] - 1


@MOST
@given(st.sampled_from(sorted(SAINTS)), st.integers(1100, 1950), st.booleans())
def test_a_saints_day_and_its_eve(name: str, year: int, eve: bool) -> None:
    month, of_month = SAINTS[name]
    assert isinstance(month, int)
    day = date(year, month, of_month) - timedelta(days=eve)
    phrase = f"St. {name.title()}’s {'Eve' if eve else 'Day'} {year}"
    assert read(f"They met on {phrase}.", phrase) == day.isoformat()


@MOST
@given(between(date(1700, 1, 1), date(1900, 12, 31)), st.data(), st.sampled_from([4, 7, 10]))
def test_an_age_holds_every_day_of_it(birth: date, data: st.DataObject, size: int) -> None:
    age = data.draw(st.integers(1, 99))
    day = birth + timedelta(days=data.draw(st.integers(age * 366, age * 365 + 364)))
    assume(day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day)) == age)
    stated = {4: str(birth.year), 7: in_words(birth).split(" ", 1)[1], 10: in_words(birth)}[size]
    phrase = f"at the age of {age}"
    value = read(f"Ann Lee was born in Leeds in {stated}. She left {phrase}.", phrase)
    assert value is not None
    assert holds(value, days_of(day))


@MOST
@given(between(date(1700, 1, 1), date(1900, 12, 31)), st.integers(1, 60), st.integers(0, 30))
def test_a_counted_day(began: date, nth: int, rests: int) -> None:
    for what, days in (("siege", nth - 1), ("trial", nth - 1 + rests)):
        phrase = f"the {ordinal(nth)} day"
        value = read(
            f"On {in_words(began)} the {what} began. On {phrase} of the {what} it rained.", phrase
        )
        assert value is not None
        assert holds(value, days_of(began) + days)


WRITTEN = between(date(1900, 1, 1), date(2020, 12, 31))


@MOST
@given(WRITTEN, st.integers(1, 400), st.sampled_from(["day", "week", "month", "year"]))
def test_so_long_ago(written: date, days: int, unit: str) -> None:
    """Months and years are counted as the calendar names them: last month is a month ago."""
    day = written - timedelta(days=days)
    years = written.year - day.year
    months = years * 12 + written.month - day.month
    count = {"day": days, "week": days // 7, "month": months, "year": years}[unit]
    assume(count >= 1)
    assume(unit != "week" or days % 7 <= 3)  # people round to the nearest week
    phrase = f"{count} {unit}{'s' if count > 1 else ''} ago"
    assert holds(read(f"The mill burned down {phrase}.", phrase, written), days_of(day))


@MOST
@given(WRITTEN, st.sampled_from(["day", "week", "month", "year"]), st.integers(-1, 1), st.data())
def test_units_beside_the_day_of_writing(
    written: date, unit: str, away: int, data: st.DataObject
) -> None:
    if unit == "day":
        phrase, first = ("yesterday", "today", "tomorrow")[away + 1], written + timedelta(away)
        last = first
    elif unit == "week":
        phrase = ("last week", "this week", "next week")[away + 1]
        first = written - timedelta(written.weekday()) + timedelta(7 * away)
        last = first + timedelta(6)
    elif unit == "month":
        phrase = ("last month", "this month", "next month")[away + 1]
        months = written.year * 12 + written.month - 1 + away
        first = date(months // 12, months % 12 + 1, 1)
        last = date((months + 1) // 12, (months + 1) % 12 + 1, 1) - timedelta(1)
    else:
        phrase = ("last year", "this year", "next year")[away + 1]
        first, last = date(written.year + away, 1, 1), date(written.year + away, 12, 31)
    day = data.draw(between(first, last))
    verb = ("burned", "burns", "will burn")[away + 1]
    assert holds(read(f"The mill {verb} down {phrase}.", phrase, written), days_of(day))


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("the winter of 1816", "1816-01-01", "1817-02-28"),
        ("winter 1816-17", "1816-12-01", "1817-02-28"),
        ("the second half of 1910", "1910-07-01", "1910-12-31"),
        ("the third quarter of 1910", "1910-07-01", "1910-09-30"),
        ("the 1890s", "1890-01-01", "1899-12-31"),
        ("the 19th century", "1800-01-01", "1899-12-31"),
        ("the week of March 6, 1911", "1911-03-06", "1911-03-12"),
        ("the 1909 school year", "1908-08-01", "1910-07-31"),
        ("fiscal 1909", "1908-07-01", "1909-06-30"),
    ],
)
def test_the_first_and_the_last_day(phrase: str, first: str, last: str) -> None:
    value = read(f"It happened in {phrase}.", phrase, date(2001, 3, 15))
    ends = days_of(date.fromisoformat(first)), days_of(date.fromisoformat(last))
    assert value is not None
    assert holds(value, *ends)
