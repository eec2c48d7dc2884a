"""The grammar of time expressions, as data: what each rule reads, what it makes of it, and an example that is run as a test.

How a pattern is written: ``temporal/tagging/grammar.py``.  ``sets`` is what the result always
means; ``by`` names the builder where the plain one (each named part is read by its name) does not
do.  Rules of a level are tried together, the longest match first.  ``value`` is the TIMEX3 value of
the example in a document dated Wednesday, 15 March 1911.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from seriatim.lang.en.calendar import FEASTS
from seriatim.lang.en.timex.words import REFERENCES


class Rule(NamedTuple):
    """One rule: its name, its pattern, the classes of what it makes, what that always means, an example and its value."""

    name: str
    pattern: str
    makes: str
    sets: dict[str, Any]
    example: str
    value: str
    by: str = "plain"


def _words(phrase: str) -> str:
    return phrase.replace("'s", " ’s").replace("s' ", "s QUOTE ")


NUMBERS = (
    Rule("number.words", "n:(CARD ((DASH|and)? CARD){1,6})", "NUM", {}, "twenty-one days", "P21D", "number"),
    Rule("number.a-hundred", "n:(ART SCALE ((DASH|and)? CARD){0,5})", "NUM", {}, "a hundred years", "P100Y", "number"),
    Rule("number.and-a-half", "w:(INT|CARD|a) (DASH|and){1,3} (a|DASH){0,2} half", "NUM", {}, "two and a half years", "P2Y6M", "half"),
    Rule("number.and-half", "w:(INT|CARD) and half", "NUM", {}, "two and half years", "P2Y6M", "half"),
    Rule("number.fraction", "w:INT DASH? f:(FRACTION|HALFSIGN)", "NUM", {}, "2 1/2 years", "P2Y6M", "fraction"),
    Rule("number.a-few", "(ART|the|these|those)? n:few", "FEW", {}, "a few days", "PXD", "vague"),
    Rule("number.vague", "a? n:(several|couple|many|numerous|countless) of?", "NUM", {}, "several days", "PXD", "vague"),
    Rule("number.some", "a? (good|great|large|small)? (number) of", "NUM", {"n": (2, None), "vague": True}, "a number of years", "PXY", "fixed"),
    Rule("number.dozens", "(dozens|scores|hundreds|thousands|tens) of", "NUM", {"n": (20, None), "vague": True}, "hundreds of years", "PXY", "fixed"),
    Rule("number.dozen", "a? dozen", "NUM", {"n": (12, 12)}, "a dozen years", "P12Y", "fixed"),
    Rule("number.ordinal", "n:(TENS DASH? ORDUNIT)", "ORD", {}, "the twenty-first century", "20", "ordinal"),
    Rule("number.year", "c:CENT (DASH)? y:(TENS DASH? UNITNUM|TENS|TEEN|oh UNITNUM|hundred)", "YEARWORDS", {}, "nineteen eighty-four", "", "yearwords"),
    Rule("number.two-thousand", "the year n:(two thousand (and? CARD (DASH? CARD)?)?)", "YEARNODE", {}, "the year two thousand", "2000", "twothousand"),
    Rule("year.bc", "year:(INT|DECIMAL) era:BC", "ERAYEAR", {"bc": True}, "in 44 BC", "BC0044"),
    Rule("year.ad-after", "year:INT era:AD", "ERAYEAR", {}, "in 79 AD", "0079"),
    Rule("year.ad-before", "era:AD year:INT", "ERAYEAR", {}, "in AD 79", "0079"),
)  # fmt: skip

_Y = "year:(YEAR|ERAYEAR|YEARNODE|YEARWORDS)"
_D = "day:(DAY|DAYORD|ORD)"
DATES = (
    Rule("date.month-day-year", f"month:MONTH STOP? the? {_D} (COMMA|of)? {_Y}", "DATE DAYDATE", {}, "March 5, 1911", "1911-03-05"),
    Rule("date.day-month-year", f"the? {_D} (of|DASH)? month:MONTH STOP? (COMMA|of|DASH){{0,2}} {_Y}", "DATE DAYDATE", {}, "the 5th of March, 1911", "1911-03-05"),
    Rule("date.day-of-month-formal", f"(this|the)? {_D} day of month:MONTH COMMA? {_Y}", "DATE DAYDATE", {}, "this 5th day of March, 1911", "1911-03-05"),
    Rule("date.day-month-yy", f"{_D} DASH month:MONTH DASH yy:TWO", "DATE DAYDATE", {}, "5-Mar-11", "1911-03-05"),
    Rule("date.year-month-day", f"{_Y} COMMA? month:MONTH STOP? {_D}", "DATE DAYDATE", {}, "1911 March 5", "1911-03-05"),
    Rule("date.month-year", f"month:MONTH STOP? (COMMA|of){{0,2}} {_Y}", "DATE MONTHDATE", {}, "March 1911", "1911-03"),
    Rule("date.month-short-year", "month:MONTH STOP? (COMMA|of)? yy:SHORTYEAR", "DATE MONTHDATE", {}, "March ’11", "1911-03"),
    Rule("date.year-month", f"{_Y} month:MONTH", "DATE MONTHDATE", {}, "1911 March", "1911-03"),
    Rule("date.month-day", f"month:MONTH STOP? the? {_D}", "DATE DAYDATE NOYEAR", {}, "March 5", "1911-03-05"),
    Rule("date.day-month", f"the? {_D} of? month:MONTH", "DATE DAYDATE NOYEAR", {}, "5 March", "1911-03-05"),
    Rule("date.day-month-stop", f"the? {_D} of? month:MONTH STOP", "DATE DAYDATE NOYEAR", {}, "5 Sept. next", "1910-09-05", "abbreviated"),
    Rule("date.month", "month:MONTH", "DATE MONTHDATE NOYEAR", {}, "in March", "1911-03"),
    Rule("date.month-stop", "month:MONTH STOP", "DATE MONTHDATE NOYEAR", {}, "in Feb. the", "1911-02", "abbreviated"),
    Rule("date.the-month-of", f"the? month of month:MONTH ({_Y})?", "DATE MONTHDATE", {}, "the month of March 1911", "1911-03"),
    Rule("date.week-of", f"the week of month:MONTH STOP? the? {_D} (COMMA? {_Y})?", "DATE", {"weekof": True}, "the week of March 6", "1911-W10"),
    Rule("date.week-of-day-month", f"the week of the? {_D} (of)? month:MONTH (COMMA? {_Y})?", "DATE", {"weekof": True}, "the week of 6 March", "1911-W10"),
    Rule("date.iso", "iso:ISO", "DATE DAYDATE", {}, "1911-03-05", "1911-03-05", "iso"),
    Rule("date.numeric", "numdate:NUMDATE", "DATE DAYDATE", {}, "25/12/1910", "1910-12-25", "numeric"),
    Rule("date.day-ordinal", "the day:DAYORD", "DATE DAYDATE NOMONTH", {}, "on the 14th", "1911-03-14", "dayordinal"),
    Rule("date.year", "year:YEAR", "DATE YEARDATE", {}, "in 1911", "1911", "bareyear"),
    Rule("date.year-era", "year:ERAYEAR", "DATE YEARDATE", {}, "in 44 BC", "BC0044"),
    Rule("date.year-words", "year:(YEARWORDS|YEARNODE)", "DATE YEARDATE", {}, "in nineteen eleven", "1911"),
    Rule("date.the-year", "(the|of)? year year:(YEAR|ERAYEAR|THREE)", "DATE YEARDATE", {}, "the year 1911", "1911", "theyear"),
    Rule("date.the-years", "the years year:(YEAR|ERAYEAR)", "DATE YEARDATE", {}, "the years 1911", "1911"),
    Rule("date.short-year", "yy:SHORTYEAR", "DATE YEARDATE", {}, "in ’11", "1911", "shortyear"),
    Rule("date.decade", "the? decade:DECADE", "DATE DECADEDATE", {}, "the 1890s", "189"),
    Rule("date.decade-bc", "the? decade:(DECADE|OLDDECADE) era:BC", "DATE DECADEDATE", {"bc": True}, "the 50s BC", "BC005"),
    Rule("date.decade-words", "the? (CENT DASH?)? tenyears:TENYEARS", "DATE DECADEDATE", {}, "the nineties", "189"),
    Rule("date.century", "the? century:ORD DASH? century", "DATE CENTURYDATE", {}, "the 19th century", "18"),
    Rule("date.centuries", "the? a:ORD joined:(and|to|or|through|DASH) the? b:ORD DASH? centuries", "DATES", {}, "the 18th and 19th centuries", "17", "centuries"),
    Rule("date.century-bc", "the? century:ORD DASH? century era:BC", "DATE CENTURYDATE", {"bc": True}, "the 1st century BC", "BC00"),
    Rule("date.this-century", "this century", "DATE CENTURYDATE", {"step": 0, "unit": "century", "base": "document"}, "this century", "19"),
    Rule("date.quarter-year", f"the? fiscal:fiscal? quarter:QORD DASH? quarter (of|COMMA)? again:fiscal? year? {_Y}", "DATE QUARTERDATE", {}, "the third quarter of 1910", "1910-Q3"),
    Rule("date.year-quarter", f"the? {_Y} fiscal:fiscal? quarter:QORD DASH? quarter", "DATE QUARTERDATE", {}, "the 1910 third quarter", "1910-Q3"),
    Rule("date.quarter", "the? fiscal:fiscal? quarter:QORD quarter", "DATE QUARTERDATE NOYEAR", {}, "the fourth quarter", "1910-Q4"),
    Rule("date.quarter-adjective", "fiscal:fiscal? quarter:QORD DASH quarter", "DATE QUARTERDATE NOYEAR", {}, "a fourth-quarter loss", "1910-Q4"),
    Rule("date.year-earlier-quarter", "(the)? comparable? unit:year DASH? (ago|earlier) (quarter:QORD DASH?)? (quarter|period)", "DATE", {"earlier": 1}, "the year-earlier quarter", "1909-Q4", "quarterago"),
    Rule("date.year-earlier", "unit:year DASH (ago|earlier)", "DATE", {"earlier": 1, "yearalone": True}, "year-earlier sales", "1910", "quarterago"),
    Rule("date.the-quarter", "the (latest|same|most recent)? (quarter|period)", "DATE", {"earlier": 0}, "the latest quarter", "1910-Q4", "thequarter"),
    Rule("date.year-quarter-bare", f"the {_Y} (quarter|period)", "DATE", {"earlier": 0}, "the 1910 quarter", "1910-Q4", "quarterago"),
    Rule("date.the-unit", "the (full|whole|entire)? unit:(year|week|month)", "DATE", {}, "in the year", "1911", "theunit"),
    Rule("date.the-fiscal-year", "(the|which:WHICH){1,2} fiscal unit:year", "DATE YEARDATE", {"fiscal": True}, "this fiscal year", "1911", "fiscalyear"),
    Rule("date.quarter-code", "quarter:QTOKEN", "DATE QUARTERDATE NOYEAR", {}, "Q4", "1910-Q4"),
    Rule("date.quarter-code-year", f"quarter:QTOKEN (of|COMMA)? fiscal:(FY|fiscal)? ({_Y}|yy:(SHORTYEAR|TWO))", "DATE QUARTERDATE", {}, "Q3 1910", "1910-Q3"),
    Rule("date.half-year", f"the? half:(first|second|last|latter|former) DASH? half of {_Y}", "DATE HALFDATE", {}, "the second half of 1910", "1910-H2"),
    Rule("date.half-code-year", f"half:HTOKEN (of|COMMA)? {_Y}", "DATE HALFDATE", {}, "H1 1910", "1910-H1"),
    Rule("date.season-year", f"the? season:SEASON (of|COMMA){{0,2}} {_Y}", "DATE SEASONDATE", {}, "the spring of 1910", "1910-SP"),
    Rule("date.season-years", f"the? season:SEASON (of|COMMA){{0,2}} {_Y} (DASH|SLASH) next:(TWO|YEAR)", "DATE SEASONDATE", {}, "winter 1909-10", "1909-WI", "seasonyears"),
    Rule("date.season-short-year", "the? season:SEASON (of|COMMA)? yy:SHORTYEAR", "DATE SEASONDATE", {}, "the spring of ’10", "1910-SP"),
    Rule("date.year-season", f"the? {_Y} season:SEASON", "DATE SEASONDATE", {}, "1910 summer", "1910-SU"),
    Rule("date.season", "the? season:SEASON", "DATE SEASONDATE NOYEAR", {}, "in the summer", "1910-SU", "season"),
    Rule("date.weekday", "weekday:WEEKDAY", "DATE WEEKDATE", {}, "on Friday", "1911-03-10", "weekday"),
    Rule("date.a-weekday", "ART weekday:WEEKDAY", "DATE WEEKDATE", {}, "on a Friday", "1911-03-10", "weekday"),
    Rule("date.weekday-stop", "weekday:WEEKDAY STOP", "DATE WEEKDATE", {}, "on Fri. he", "1911-03-10", "abbreviatedday"),
    Rule("date.weekend", "(the|ART)? weekend", "DATE WEEKENDDATE", {"weekend": True}, "the weekend", "1911-W10-WE"),
    Rule("date.fiscal-year", "(the)? (fiscal|financial) (year)? year:YEAR", "DATE YEARDATE", {"fiscal": True}, "fiscal 1910", "1910"),
    Rule("date.fiscal-year-short", "(the)? (fiscal|financial) (year)? yy:SHORTYEAR", "DATE YEARDATE", {"fiscal": True}, "fiscal year ’10", "1910"),
    Rule("date.fiscal-code", "FY (year:YEAR|yy:(TWO|SHORTYEAR))", "DATE YEARDATE", {"fiscal": True}, "FY 1910", "1910"),
    Rule("date.today", "today:TODAY", "DATE TODAYDATE", {}, "yesterday", "1911-03-14", "today"),
    Rule("date.days-from-month", f"month:MONTH STOP? {_D} joined:(DASH|to|through|and|SLASH) last:(DAY|DAYORD)", "DATES", {}, "March 5-9", "1911-03-05", "dayspan"),
    Rule("date.days-from-month-year", f"month:MONTH STOP? {_D} joined:(DASH|to|through|and|SLASH) last:(DAY|DAYORD) COMMA? {_Y}", "DATES", {}, "March 5-9, 1911", "1911-03-05", "dayspan"),
    Rule("date.days-from-year-month", f"{_Y} COMMA? month:MONTH STOP? {_D} joined:(DASH|to|through|and|SLASH) last:(DAY|DAYORD)", "DATES", {}, "1911 March 5-9", "1911-03-05", "dayspan"),
    Rule("date.days-to-month", f"the? {_D} joined:(DASH|to|through|and|or|SLASH) the? last:(DAY|DAYORD) of? month:MONTH", "DATES", {}, "5 to 9 March", "1911-03-05", "dayspan"),
    Rule("date.days-to-month-year", f"the? {_D} joined:(DASH|to|through|and|or|SLASH) the? last:(DAY|DAYORD) of? month:MONTH STOP? COMMA? {_Y}", "DATES", {}, "5-9 March 1911", "1911-03-05", "dayspan"),
    Rule("date.day-list-month", f"the? days:((DAY|DAYORD) COMMA){{1,6}} (DAY|DAYORD) COMMA? (and|or) the? last:(DAY|DAYORD) of? month:MONTH ({_Y})?", "DATES", {}, "3, 5 and 9 March 1911", "1911-03-03", "daylist"),
    Rule("date.month-day-list", f"month:MONTH STOP? days:((DAY|DAYORD) COMMA){{1,6}} (DAY|DAYORD) COMMA? (and|or) last:(DAY|DAYORD) (COMMA? {_Y})?", "DATES", {}, "March 3, 5 and 9, 1911", "1911-03-03", "daylist"),
    Rule("date.years-bc", "first:INT joined:(DASH|to|and) last:ERAYEAR", "DATES", {}, "264-241 BC", "BC0264", "yearsbc"),
    Rule("date.months-year", f"a:MONTH STOP? joined:(and|DASH|to|or|SLASH) b:MONTH STOP? (COMMA|of)? {_Y}", "DATES", {}, "April and June 1910", "1910-04", "monthspan"),
    Rule("date.years-short", "year:YEAR joined:(DASH|SLASH) last:TWO", "DATES", {}, "1909-10", "1909", "yearspan"),
)  # fmt: skip

FEAST_RULES = tuple(
    Rule(
        f"feast.{name.replace(' ', '-')}",
        f"the? {_words(name)}",
        "DATE DAYDATE FEASTDATE NOYEAR",
        {"feast": name},
        name,
        "",
        "fixed",
    )
    for name in FEASTS
)
REFERENCE_RULES = tuple(
    Rule(
        f"reference.{phrase.replace(' ', '-').lower()}",
        phrase,
        "REF",
        {"ref": value},
        phrase.replace(" DASH ", "-"),
        value,
        "reference",
    )
    for phrase, value in REFERENCES.items()
)

CLOCK = (
    Rule("clock.digits", "clock:CLOCK", "TOD", {}, "at 12:36", "1911-03-15T12:36"),
    Rule("clock.digits-half", "clock:CLOCK ampm:AMPM", "TOD", {}, "3:15 p.m.", "1911-03-15T15:15"),
    Rule("clock.hours", "clock:CLOCK (hrs|hours|hr|h)", "TOD", {}, "19:00 hrs", "1911-03-15T19:00"),
    Rule("clock.dot", "clockdot:CLOCKDOT ampm:AMPM", "TOD", {}, "7.30am", "1911-03-15T07:30"),
    Rule("clock.hour-half", "hour:HOUR12 PLUS? ampm:AMPM", "TOD", {}, "9 p.m.", "1911-03-15T21:00"),
    Rule("clock.run-together", "hhmm:HHMM ampm:AMPM", "TOD", {}, "430pm", "1911-03-15T16:30"),
    Rule("clock.military", "hhmm:HHMM (hrs|hours|hr|h)", "TOD", {}, "1430 hours", "1911-03-15T14:30", "military"),
    Rule("clock.military-zone", "hhmm:HHMM zone:ZONE", "TOD ZONED", {}, "1430 GMT", "1911-03-15T14:30", "military"),
    Rule("clock.four-digits", "at (about|around|approximately|exactly)? hhmm:HHMM (hrs|hours|hr|h|zone:ZONE)?", "TOD", {}, "at 1430 he left", "1911-03-15T14:30", "fourdigits"),
    Rule("clock.oclock", "hour:(HOUR12|HOURWORD) OCLOCK", "TOD", {}, "five o’clock", "1911-03-15T05:00"),
    Rule("clock.noon", "(the|CARD|INT)? clockword:CLOCKWORD", "TOD", {}, "at noon", "1911-03-15T12:00", "noon"),
    Rule("clock.half-past", "half DASH? past hour:(HOUR12|HOURWORD)", "TOD", {"minutes": 30}, "half past two", "1911-03-15T02:30"),
    Rule("clock.quarter-past", "a? quarter DASH? past hour:(HOUR12|HOURWORD)", "TOD", {"minutes": 15}, "quarter past two", "1911-03-15T02:15"),
    Rule("clock.quarter-to", "a? quarter DASH? (to|of) hour:(HOUR12|HOURWORD)", "TOD", {"minutes": -15}, "quarter to two", "1911-03-15T01:45"),
    Rule("clock.minutes-past", "n:(SMALLINT|CARD) minutes? past hour:(HOUR12|HOURWORD)", "TOD", {}, "ten past two", "1911-03-15T02:10", "minutespast"),
    Rule("clock.hour-of-day", "hour:(HOUR12|HOURWORD) (OCLOCK)? in the part:(morning|afternoon|evening)", "TOD", {}, "five in the morning", "1911-03-15T05:00"),
    Rule("clock.hour-at-night", "hour:(HOUR12|HOURWORD) at part:night", "TOD", {}, "ten at night", "1911-03-15T22:00"),
)  # fmt: skip

_N = "n:(NUM|CARD|INT|DECIMAL|ART|FEW)"
_U = "unit:(UNIT|UNITS)"
DURATIONS = (
    Rule("duration.number", f"{_N} DASH? FILLER{{0,2}} DASH? {_U}", "DUR", {}, "three weeks", "P3W", "duration"),
    Rule("duration.number-old", f"{_N} DASH? {_U} DASH? old", "DUR", {}, "eight months old", "P8M", "duration"),
    Rule("duration.number-long", f"n:(NUM|CARD|INT|DECIMAL|FEW) DASH? {_U} DASH? long", "DUR", {}, "a two-month-long siege", "P2M", "duration"),
    Rule("duration.years-of-age", f"{_N} years of age", "DUR", {"unit": "year"}, "26 years of age", "P26Y", "duration"),
    Rule("duration.range", f"lo:(NUM|CARD|INT|DECIMAL) (to|or|DASH) {_N} DASH? more? {_U}", "DUR", {}, "two to three weeks", "P2W", "durationrange"),
    Rule("duration.unit-or-two", "ART unit:UNIT or (two|so|more)", "DUR", {}, "a year or two", "P1Y", "unitortwo"),
    Rule("duration.half", "(ART|the)? half (ART|DASH)? unit:UNIT", "DUR", {"n": (0.5, 0.5)}, "half an hour", "PT30M", "duration"),
    Rule("duration.unit-and-half", "n:(ART|one) unit:UNIT and a half", "DUR", {"plus": 0.5}, "a year and a half", "P1Y6M", "duration"),
    Rule("duration.units", "unit:UNITS", "DUR BARE", {"n": (2, None), "vague": True}, "for weeks", "PXW", "bareunits"),
    Rule("duration.units-or-units", "unit:UNITS (or|and) UNITS", "DUR BARE", {}, "within weeks or months", "PXW", "unitsorunits"),
    Rule("duration.unit-long", "unit:UNIT DASH long", "DUR", {"n": (1, 1)}, "month-long", "P1M", "duration"),
    Rule("duration.units-long", "unit:UNITS DASH long", "DUR", {"n": (2, None), "vague": True}, "months-long", "PXM", "duration"),
    Rule("duration.another", "another unit:UNIT", "DUR", {"n": (1, 1)}, "another year", "P1Y", "duration"),
    Rule("duration.another-number", f"another {_N} {_U}", "DUR", {}, "another seven months", "P7M", "duration"),
    Rule("duration.whole-unit", "the (whole|entire) unit:UNIT", "DUR", {"n": (1, 1)}, "the whole day", "P1D", "duration"),
)  # fmt: skip

_W = "which:WHICH"
RELATIONS = (
    Rule("shift.ago", "d:DUR (ago|back)", "DATE SHIFT", {"direction": "ago"}, "two weeks ago", "1911-W09", "shift"),
    Rule("shift.hence", "d:DUR (hence|from now|from today)", "DATE SHIFT", {"direction": "hence"}, "two years from now", "1913", "shift"),
    Rule("shift.later", "d:DUR (later|afterwards|afterward|thereafter|hence)", "DATE SHIFT", {"direction": "later"}, "two days later", "1911-03-17", "shift"),
    Rule("shift.earlier", "d:DUR (earlier|previously|before|beforehand|prior)", "DATE SHIFT", {"direction": "earlier"}, "two days earlier", "1911-03-13", "earlier"),
    Rule("shift.after-that", "d:DUR after that", "DATE SHIFT", {"direction": "later"}, "two days after that", "1911-03-17", "shift"),
    Rule("shift.day-before", "the day (before|earlier)", "DATE SHIFT", {"direction": "earlier", "dur": [(1, 1, "day")]}, "the day before", "1911-03-14", "daybefore"),
    Rule("shift.day-after", "the day (after|following)", "DATE SHIFT", {"direction": "later", "dur": [(1, 1, "day")]}, "the day after", "1911-03-16", "daybefore"),
    Rule("shift.day-before-yesterday", "the? day before d:TODAYDATE", "DATE SHIFT", {"direction": "ago", "dur": [(2, 2, "day")], "from": -1}, "the day before yesterday", "1911-03-13", "besidetoday"),
    Rule("shift.day-after-tomorrow", "the? day after d:TODAYDATE", "DATE SHIFT", {"direction": "hence", "dur": [(2, 2, "day")], "from": 1}, "the day after tomorrow", "1911-03-17", "besidetoday"),
    Rule("which.unit", f"the? {_W} unit:UNIT", "DATE WHICHDATE", {}, "last week", "1911-W10", "which"),
    Rule("which.same-unit", "(that|this|the) very? which:same unit:UNIT", "DATE WHICHDATE", {}, "that same day", "1911-03-15", "which"),
    Rule("which.years-date", f"{_W} d:(DATE)", "DATE WHICHDATE", {}, "last summer", "1910-SU", "whichdate"),
    Rule("which.the-date", "the which:(previous|following|next|same|preceding|ensuing|subsequent|last|current|coming) d:(MONTHDATE|SEASONDATE|WEEKDATE|WEEKENDDATE)", "DATE WHICHDATE", {}, "the previous April", "1910-04", "whichdate"),
    Rule("which.date-beside", "the? d:(MONTHDATE|SEASONDATE|WEEKDATE) (before|after)", "DATE WHICHDATE", {"base": "running"}, "the spring before", "1910-SP", "datebeside"),
    Rule("which.date-last", "d:(DAYDATE|MONTHDATE) last", "DATE WHICHDATE", {"base": "running"}, "5 April last", "1910-04-05", "datelast"),
    Rule("which.short-weekday", "which:WHICH weekday:SMALLDAY", "DATE WHICHDATE WEEKDATE", {}, "this sat", "1911-03-18"),
    Rule("which.past-date", "this (past|coming) d:(MONTHDATE|SEASONDATE|WEEKDATE|WEEKENDDATE)", "DATE WHICHDATE", {}, "this past winter", "1910-WI", "thispast"),
    Rule("which.part", f"the? {_W} part:PART", "DATE TIME", {}, "this morning", "1911-03-15TMO", "whichpart"),
    Rule("which.durations", f"(the|these)? {_W} FILLER? d:DUR", "DUR WINDOW", {}, "the past two years", "P2Y", "window"),
    Rule("which.durations-ordinal", "the (first|final|opening|closing|remaining|intervening) FILLER? d:DUR", "DUR", {}, "the first nine months", "P9M", "windowfirst"),
    Rule("which.durations-the", "the d:DUR", "DUR", {}, "the six months", "P6M", "theduration"),
    Rule("which.these-days", "these d:BARE", "REF", {}, "these days", "PRESENT_REF", "thesedays"),
    Rule("duration.of-date", "(the|which:WHICH|first|final|closing|opening){1,3} d:(DUR|UNIT) of x:(YEARDATE|MONTHDATE|SEASONDATE|DATE)", "STRETCH", {}, "the last week of August", "P1W", "durationof"),
    Rule("which.durations-recent", "(the|these|those)? (recent|future) d:BARE", "DUR", {}, "recent years", "PXY", "windowfirst"),
    Rule("part.of-date", "the? (early|late)? (in)? (the|ART)? part:PART (hours|BARE)? (of|on) d:(DAYDATE|WEEKDATE|TODAYDATE|WHICHDATE|SHIFT)", "DATE TIME", {}, "the morning of 5 March 1911", "1911-03-05TMO", "partof"),
    Rule("part.of-days", "the? part:PART of d:DATES", "DATES", {}, "the night of 14-15 April 1910", "1910-04-14", "partofdays"),
    Rule("part.early-hours", "(the)? (early|small|wee) hours:BARE of d:(DAYDATE|WEEKDATE|TODAYDATE|WHICHDATE) morning?", "DATE TIME", {}, "the early hours of 5 March 1911", "1911-03-05TMO", "earlyhours"),
    Rule("part.after-date", "d:(DAYDATE|WEEKDATE|TODAYDATE) COMMA? part:PART", "DATE TIME", {}, "Friday night", "1911-03-10TNI", "partof"),
    Rule("part.the", "(the|ART|one|all|whole|entire|that){0,2} part:PART", "TIMEPART", {}, "the night", "1911-03-15TNI", "barepart"),
    Rule("part.parts", "part:PARTS", "TIMEPART", {"set": True}, "at nights", "XXXX-XX-XXTNI", "barepart"),
    Rule("set.every", "every:EVERY (other|single)? (unit:UNIT|weekday:SMALLDAY|d:(WEEKDATE|MONTHDATE|SEASONDATE|WEEKENDDATE)|part:PART)", "SET", {}, "every month", "P1M", "every"),
    Rule("set.every-number", "every d:DUR", "SET", {}, "every two weeks", "P2W", "every"),
    Rule("set.frequency", "freq:FREQ", "SET", {}, "daily", "P1D", "frequency"),
    Rule("set.weekdays", "weekday:WEEKDAYS", "SET", {}, "on Mondays", "XXXX-WXX-1", "every"),
    Rule("set.weekday-parts", "d:WEEKDATE part:PARTS", "SET", {}, "Tuesday nights", "XXXX-WXX-2TNI", "every"),
    Rule("set.a-unit", "(once|twice|times|percent|apiece) d:DUR", "SET", {}, "twice a week", "P1W", "aunit"),
)  # fmt: skip

WEEKDAYS = (
    Rule(
        "date.weekday-date",
        "weekday:WEEKDATE COMMA? the? d:(DAYDATE)",
        "DATE DAYDATE",
        {},
        "Sunday, March 5, 1911",
        "1911-03-05",
        "weekdaydate",
    ),
    Rule(
        "date.weekday-day",
        "weekday:WEEKDATE the? day:DAYORD",
        "DATE DAYDATE NOMONTH",
        {},
        "Friday 10th",
        "1911-03-10",
        "weekdayday",
    ),
    Rule(
        "date.date-weekday",
        "d:DAYDATE COMMA? LPAR? weekday:WEEKDATE RPAR?",
        "DATE DAYDATE",
        {},
        "5 March 1911, Sunday",
        "1911-03-05",
        "weekdaydate",
    ),
)

COMBINE = (
    Rule("date.feast-year", "d:FEASTDATE (of|COMMA|in)? y:YEARDATE", "DATE DAYDATE", {}, "Christmas Eve 1910", "1910-12-24", "dateyear"),
    Rule("date.feast-weekend", "the? d:FEASTDATE WEEKENDDATE", "DATE", {"around": "weekend"}, "the Easter weekend", "1910-W12-WE"),
    Rule("part.after-which", "d:WHICHDATE part:TIMEPART", "DATE TIME", {}, "last Thursday night", "1911-03-09TNI", "whichnight"),
    Rule("date.of-that-year", "d:(DAYDATE|MONTHDATE|SEASONDATE|QUARTERDATE) COMMA? (of|in)? w:WHICHDATE", "DATE", {}, "August of that year", "1911-08", "ofwhich"),
    Rule("date.which-years", "w:WHICHDATE ’s d:(MONTHDATE|SEASONDATE|QUARTERDATE)", "DATE", {}, "last year's third quarter", "1910-Q3", "ofwhich"),
    Rule("date.zone", "t:TOD COMMA? LPAR? zone:ZONE RPAR?", "TOD ZONED", {}, "5 p.m. EST", "1911-03-15T17:00", "zoned"),
    Rule("date.zone-words", "t:TOD COMMA? (local|eastern|pacific|mountain|central|moscow|greenwich|british|singapore) (standard|daylight|mean|summer)? time (LPAR ZONE RPAR)?", "TOD", {}, "5 p.m. local time", "1911-03-15T17:00", "timeonly"),
)  # fmt: skip

TIMES = (
    Rule("time.then-date", "t:TOD COMMA? (on|of|in)? d:(DAYDATE|WEEKDATE|TODAYDATE|WHICHDATE|TIME|SHIFT)", "DATE TIME", {}, "3 p.m. on Friday", "1911-03-10T15:00", "timedate"),
    Rule("date.then-time", "d:(DAYDATE|WEEKDATE|WHICHDATE|TODAYDATE|TIME) COMMA? (at|around|about|by|DASH|ROUGHLY){0,2} t:TOD", "DATE TIME", {}, "Friday at 3 p.m.", "1911-03-10T15:00", "timedate"),
    Rule("time.zoned-twice", "t:TOD LPAR TOD RPAR COMMA? on? d:(DAYDATE|WEEKDATE|TODAYDATE)", "DATES", {}, "9:25 a.m. EST (1425 GMT) on Monday", "1911-03-13T09:25", "zonedtwice"),
    Rule("duration.sum", "d:DUR (and|COMMA){0,2} e:DUR", "DUR", {}, "two hours and ten minutes", "PT2H10M", "sum"),
)  # fmt: skip

MODIFIERS = (
    Rule("mod.period-of", "the? (very)? mod:(beginning|start|onset|outset|dawn|middle|midst|end|close|turn) of the? d:DATE", "DATE", {}, "the end of 1910", "1910", "modified"),
    Rule("mod.part-of", "the mod:(early|middle|late|latter|later|first|second|last|better) (part|half|months|days|weeks|years) of the? d:DATE", "DATE", {}, "the early part of 1910", "1910", "modified"),
    Rule("mod.early", "the? very? mod:(early|late|mid|middle) DASH? (in|on|of){0,2} the? d:(DATE|TIMEPART)", "DATE", {}, "late March 1911", "1911-03", "modified"),
    Rule("mod.earlier", "mod:(earlier|later|sometime) (in|on)? the? d:(DATE|TIMEPART)", "DATE", {}, "later this year", "1911", "modified"),
    Rule("mod.earlier-unit", "mod:(earlier|later|early|late) (in|on) the unit:UNIT", "DATE", {}, "later in the day", "1911-03-15", "modifiedunit"),
    Rule("mod.end-of-unit", "the? mod:(beginning|start|middle|end|close|turn) of the unit:UNIT", "DATE", {}, "the end of the day", "1911-03-15", "modifiedunit"),
    Rule("mod.units-end", "(the)? unit:(year|month) (DASH|’s)? mod:end", "DATE", {}, "year-end", "1911", "modifiedunit"),
    Rule("mod.about", "mod:ROUGHLY STOP? d:(DAYDATE|MONTHDATE|YEARDATE|DECADEDATE|SHIFT|DUR|TOD|DATE)", "SAME", {}, "about three weeks", "P3W", "about"),
    Rule("mod.or-so", "d:(DATE|DUR|TOD) or so", "SAME", {"mod": "APPROX"}, "two weeks or so", "P2W", "fixedmod"),
    Rule("mod.nearly", "(nearly|almost|close to|just under) d:(DUR|SHIFT|TOD)", "SAME", {"mod": "LESS_THAN"}, "nearly two months", "P2M", "fixedmod"),
    Rule("mod.more-than", "(more than|over|well over|just over|upwards of|longer than) d:(DUR|SHIFT)", "SAME", {"mod": "MORE_THAN"}, "more than two months", "P2M", "fixedmod"),
    Rule("mod.less-than", "(less than|fewer than|under|just under) d:(DUR|SHIFT)", "SAME", {"mod": "LESS_THAN"}, "less than two hours", "PT2H", "fixedmod"),
    Rule("mod.at-least", "(at least|no less than|a minimum of) d:(DUR|SHIFT)", "SAME", {"mod": "EQUAL_OR_MORE"}, "at least three weeks", "P3W", "fixedmod"),
    Rule("mod.at-most", "(at most|up to|no more than|not more than|as much as|as long as) d:(DUR)", "SAME", {"mod": "EQUAL_OR_LESS"}, "up to three weeks", "P3W", "fixedmod"),
)  # fmt: skip

RANGES = (
    Rule("range.from-to", "from a:(DATE|TOD|INT) (to|until|till|through|DASH) b:(DATE|TOD)", "RANGE", {}, "from 3 March to 5 March 1911", "1911-03-03", "span"),
    Rule("range.between", "between a:(DATE|TOD|INT) and b:(DATE|TOD)", "RANGE", {}, "between 8:25 and 8:32", "1911-03-15T08:25", "span"),
    Rule("range.dash", "a:(DATE|TOD) (DASH|to|until|through) b:(DATE|TOD)", "RANGE", {}, "3 March - 5 April 1911", "1911-03-03", "span"),
)  # fmt: skip

FALLBACKS = (
    Rule("duration.one-unit", "unit:UNIT", "DUR ONE", {}, "a happy day", "P1D", "oneunit"),
    Rule(
        "duration.nth-unit",
        "the? nth:ORD unit:UNIT",
        "DUR ONE",
        {},
        "the third day",
        "P1D-#3",
        "oneunit",
    ),
    Rule("duration.unit-number", "unit:UNIT SMALLINT", "DUR ONE", {}, "day 3", "P1D", "oneunit"),
    Rule(
        "set.weekends",
        "weekends",
        "SET",
        {"weekend": True, "set": True},
        "at weekends",
        "XXXX-WXX-WE",
        "fixed",
    ),
    Rule(
        "date.weekday-small",
        "weekday:SMALLDAY",
        "DATE WEEKDATE",
        {"short": True, "small": True},
        "on fri",
        "1911-03-10-WXX-5",
    ),
    Rule(
        "date.year-bare-old",
        "year:INT",
        "DATE YEARDATE OLD",
        {"old": True},
        "in 480",
        "",
        "oldyear",
    ),
)

LEVELS = (
    NUMBERS,
    (*DATES, *FEAST_RULES, *CLOCK, *DURATIONS),
    WEEKDAYS,
    RELATIONS,
    (*COMBINE, *REFERENCE_RULES),
    TIMES,
    MODIFIERS,
    RANGES,
    FALLBACKS,
)
RULES = tuple(rule for level in LEVELS for rule in level)

# Words without a class of time that alone make a stretch of text worth reading.
TRIGGERS = frozenset({word for phrase in REFERENCES for word in phrase.split() if word.islower()} | {word for name in FEASTS for word in _words(name).split() if len(word) > 3} | {"ago", "later", "earlier", "time", "weekend", "weekends", "latest", "nineteen", "twenty", "century"}) - {
    "the", "at", "in", "as", "long", "right", "not", "too", "near", "soon", "possible", "distant", "these", "this", "more", "most", "short",
} | {"soon"}  # fmt: skip
