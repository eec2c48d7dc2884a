"""Rules for other reckonings: letters, feasts, reigns, two calendars, years that are no calendar years.

They are rules like those of ``rules.py``, which puts each group into its level.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from seriatim.lang.base import Rule
from seriatim.lang.en.feasts import BEHIND_FEAST, FEASTS, SAINTS

_PAIR = "(pair:YEARPAIR|year:YEAR DASH last:(TWO|YEAR|SMALLINT))"
_DAY = "day:(DAY|DAYORD|ORD)"
_NTH = "nth:(ORD|DAYORD)"
_NUMBERED = "king:KING STOP? the? number:(ROMAN|ORD|DAYORD)"
_FEAST_OF = "(feast|festival) (day)? of"


def _phrase(name: str) -> str:
    return re.sub(r"\bst ", "(st|saint) STOP? ", name.replace("s day", "s QUOTE? day"))


LETTERS: tuple[Rule, ...] = (
    Rule(
        "date.day-of-letter-month",
        "the? day:(DAYORD|ORD|DAY) COMMA? rel:(INST|ULT|PROX)",
        makes="DATE DAYDATE",
        value="1911-03-03",
        by="lettermonth",
        examples=("on the 3rd instant", "the 28th ult", "4th prox"),
        near_misses=("the 3rd instance", "an instant, the 3rd", "the ultimate 28th"),
    ),
    Rule(
        "date.day-of-letter-month-stop",
        "the? day:(DAYORD|ORD|DAY) COMMA? rel:(INST|ULT|PROX) STOP",
        makes="DATE DAYDATE",
        value="1911-02-28",
        by="lettermonthstop",
        examples=("of the 28th ult. and",),
        near_misses=("He left on the 3rd instant. We stayed.",),
    ),
)
OLD_YEARS: tuple[Rule, ...] = (
    Rule(
        "date.year-of-our-lord",
        "the year (of (our|the) lord|of grace|of christ) COMMA? year:(INT|YEARWORDS)",
        makes="DATE YEARDATE LORDYEAR",
        value="1673",
        examples=("in the year of our Lord 1673",),
        near_misses=("the year of our loss, 1673 men", "the year of our Lord"),
    ),
    Rule(
        "date.anno-domini",
        "anno domini year:INT",
        makes="DATE YEARDATE LORDYEAR",
        value="1348",
        examples=("anno Domini 1348",),
        near_misses=("anno 1348 men", "Domini 1348 copies"),
    ),
    Rule(
        "date.dual-year-day-month",
        f"the? {_DAY} (of|day of)? month:MONTH STOP? COMMA? {_PAIR}",
        makes="DATE DAYDATE",
        value="1642-02-10",
        by="dualyear",
        examples=("10 February 1641/2", "10 February 1641-42", "the 10th of February, 1641/42"),
        near_misses=("10 July 1641/2", "10 February 1641/3", "10 February 1841/2"),
    ),
    Rule(
        "date.dual-year-month-day",
        f"month:MONTH STOP? the? {_DAY} COMMA? {_PAIR}",
        makes="DATE DAYDATE",
        value="1642-02-10",
        by="dualyear",
        examples=("February 10, 1641/2",),
        near_misses=("July 10, 1641/2", "February 10, 1641/3"),
    ),
    Rule(
        "date.dual-year-month",
        f"month:MONTH STOP? COMMA? {_PAIR}",
        makes="DATE MONTHDATE",
        value="1642-02",
        by="dualyear",
        examples=("in February 1641/2",),
        near_misses=("in July 1641/2", "in March 1641/2"),
    ),
    Rule(
        "date.two-calendars-fraction",
        "the? days:FRACTION of? month:MONTH STOP? COMMA? year:YEAR",
        makes="DATE DAYDATE",
        value="1658-06-05",
        by="twodays",
        examples=("5/15 June 1658",),
        near_misses=("5/9 June 1658", "5/15 June 1958"),
    ),
    Rule(
        "date.two-calendars",
        f"the? {_DAY} (of)? month:MONTH STOP? (SLASH|LPAR) (OLDSTYLE|NEWSTYLE|COMMA){{0,2}} "
        "(the)? otherday:(DAY|DAYORD) (of)? othermonth:MONTH STOP? "
        "(OLDSTYLE|NEWSTYLE|COMMA){0,2} RPAR? COMMA? year:YEAR",
        makes="DATE DAYDATE",
        value="1917-10-25",
        by="twocalendars",
        examples=("25 October (7 November) 1917", "7 November [O.S. 25 October] 1917"),
        near_misses=("25 October (9 December) 1917", "25 October (7 November)"),
    ),
)
SCHOOL_YEARS: tuple[Rule, ...] = (
    Rule(
        "date.years-of-account",
        "the? (fiscal|financial|school|academic|tax|budget) (year|years) (of|COMMA)? " + _PAIR,
        makes="DATE YEARDATE",
        value="1908/1909",
        by="yearpair",
        examples=("the fiscal year 1908-09", "the school year 1908/9", "academic year 1908-1909"),
        near_misses=("the fiscal year 1908-05", "the school yard 1908-09"),
    ),
    Rule(
        "date.years-of-account-after",
        f"the? {_PAIR} (fiscal|financial|school|academic|tax|budget) year",
        makes="DATE YEARDATE",
        value="1908/1909",
        by="yearpair",
        examples=("the 1908-09 school year", "the 1908/9 financial year"),
        near_misses=("the 1908-09 school building", "the 1908-05 school year"),
    ),
    Rule(
        "date.fiscal-code-years",
        f"FY {_PAIR}",
        makes="DATE YEARDATE",
        value="1908/1909",
        by="yearpair",
        examples=("FY1908-09",),
        near_misses=("FY1908-05", "FYI 1908-09"),
    ),
    Rule(
        "date.year-fiscal",
        "the? year:YEAR fiscal:(fiscal|financial) year",
        makes="DATE YEARDATE",
        value="1910",
        examples=("the 1910 fiscal year",),
        near_misses=("the 1910 fiscal hawk",),
    ),
    Rule(
        "date.school-year",
        "the? (school|academic) year (of|COMMA)? year:YEAR",
        makes="DATE YEARDATE",
        value="1909",
        by="schoolyear",
        examples=("the school year 1909",),
        near_misses=("the school, year 1909", "the school year"),
    ),
    Rule(
        "date.year-school",
        "the? year:YEAR (school|academic) year",
        makes="DATE YEARDATE",
        value="1909",
        by="schoolyear",
        examples=("the 1909 school year",),
        near_misses=("the 1909 school yard",),
    ),
    Rule(
        "date.fiscal-quarter",
        "the? quarter:QORD fiscal:(fiscal|financial) DASH? quarter "
        "((of|COMMA)? year:(YEAR|ERAYEAR))",
        makes="DATE QUARTERDATE",
        value="1909-Q3",
        examples=("the third fiscal quarter of 1909",),
        near_misses=("the third fiscal quarrel of 1909",),
    ),
)
REIGNS: tuple[Rule, ...] = (
    Rule(
        "regnal.year",
        f"the? {_NTH} year of (the? reign of)? king? {_NUMBERED} (’s reign)?",
        makes="DATE REGNAL",
        value="1329-01-25/1330-01-24",
        by="regnal",
        examples=(
            "in the 3rd year of Edward III",
            "in the third year of King Edward the Third",
            "the third year of the reign of Edward III",
        ),
        near_misses=(
            "the 3rd year of Edward",
            "the 60th year of Edward III",
            "the third year of Charles II of Spain",
            "the third heir of Edward III",
        ),
    ),
    Rule(
        "regnal.year-alone",
        f"the? {_NTH} year of ((the? reign of)? (king|queen)|the? reign of) king:ALONE",
        makes="DATE REGNAL",
        value="1711-03-08/1712-03-07",
        by="regnal",
        examples=("the tenth year of Queen Anne", "the tenth year of the reign of Anne"),
        near_misses=("the tenth year of Anne", "the fortieth year of Queen Anne"),
    ),
    Rule(
        "regnal.year-possessive",
        f"the? {_NTH} year of (king|queen)? king:ALONE ’s reign",
        makes="DATE REGNAL",
        value="1711-03-08/1712-03-07",
        by="regnal",
        examples=("the tenth year of Anne’s reign",),
        near_misses=("the tenth year of Anne’s life",),
    ),
    Rule(
        "regnal.citation",
        "nth:SMALLINT king:KING number:LATERROMAN",
        makes="DATE REGNAL",
        value="1520-04-22/1521-04-21",
        by="regnal",
        examples=("in 12 Henry VIII",),
        near_misses=("12 Henry rifles", "40 Henry VIII", "12 Henry I am"),
    ),
    Rule(
        "regnal.citation-short",
        "nth:SMALLINT king:KING STOP number:ROMAN",
        makes="DATE REGNAL",
        value="1520-04-22/1521-04-21",
        by="regnal",
        examples=("in 12 Hen. VIII",),
        near_misses=("40 Hen. VIII", "12 Hen. 8", "12 hens, 8 eggs"),
    ),
    Rule(
        "regnal.citation-alone",
        "nth:SMALLINT king:(eliz|vict) (STOP|ROMAN){0,2}",
        makes="DATE REGNAL",
        value="1592-11-17/1593-11-16",
        by="regnal",
        examples=("in 35 Eliz.",),
        near_misses=("35 Elizabethans", "70 Eliz."),
    ),
)


def _names(feasts: Iterable[str]) -> str:
    """The alternatives of a pattern for names of feasts."""
    return "|".join(_phrase(name) for name in feasts)


_SAINT = f"(st|saint|ss|saints) STOP? name:({_names(SAINTS)})"
_MAKES = "DATE DAYDATE HOLIDAYDATE NOYEAR"
FEAST_RULES: tuple[Rule, ...] = (
    Rule(
        "feast.name",
        f"(the? {_FEAST_OF})? name:({_names(FEASTS)})",
        makes=_MAKES,
        value="1910-09-29",
        by="feast",
        examples=("Michaelmas", "the feast of Candlemas", "All Souls’ Day", "Whitsun"),
        near_misses=("Michaelmaster", "Michaelmas term", "all our souls", "a lady’s day"),
    ),
    Rule(
        "feast.of-event",
        f"the? {_FEAST_OF} name:({_names(BEHIND_FEAST)})",
        makes=_MAKES,
        value="1910-08-15",
        by="feast",
        examples=("the feast of the Assumption", "the feast of the Conversion of St. Paul"),
        near_misses=("the church of the Assumption", "the assumption", "a feast of the people"),
    ),
    Rule(
        "feast.of-saint",
        f"the? {_FEAST_OF} {_SAINT}",
        makes=_MAKES,
        value="1910-06-24",
        by="feast",
        examples=("the feast of St. John the Baptist", "the feast day of Saint Agnes"),
        near_misses=("the church of St. John the Baptist", "the feast of St. Augustine"),
    ),
    Rule(
        "feast.saint-day",
        f"{_SAINT} (’s|QUOTE)? (day|beside:eve)",
        makes=_MAKES,
        value="1910-08-24",
        by="feast",
        examples=("St. Bartholomew’s Day", "Saint Agnes’ Eve"),
        near_misses=("St. Bartholomew’s Church", "St. Thomas’s Day"),
    ),
    Rule(
        "feast.eve-of-saint",
        f"the? beside:(eve|vigil|morrow) of {_SAINT}",
        makes=_MAKES,
        value="1910-09-20",
        by="feast",
        examples=("the eve of St. Matthew",),
        near_misses=("the levee of St. Matthew", "the eve of St. Augustine"),
    ),
)
BESIDE_FEASTS: tuple[Rule, ...] = (
    Rule(
        "feast.eve-of",
        "the? beside:(eve|vigil|morrow) of d:HOLIDAYDATE",
        makes="DATE DAYDATE HOLIDAYDATE NOYEAR",
        value="1910-09-28",
        by="besidefeast",
        examples=("the eve of Michaelmas", "the morrow of All Souls"),
        near_misses=("the eve of battle", "the levee of Michaelmas"),
    ),
    Rule(
        "feast.eve",
        "d:HOLIDAYDATE beside:eve",
        makes="DATE DAYDATE HOLIDAYDATE NOYEAR",
        value="1910-09-28",
        by="besidefeast",
        examples=("on Michaelmas Eve",),
        near_misses=("on Michaelmas Evelyn came", "Christmas Eve"),
    ),
)
WITH_REGNAL: tuple[Rule, ...] = (
    Rule(
        "regnal.day",
        "d:(DAYDATE|MONTHDATE) (COMMA|in){0,2} r:REGNAL",
        makes="DATE DAYDATE",
        value="1329-05-03",
        by="regnalday",
        examples=("3 May in the 3rd year of Edward III",),
        near_misses=("3 May in the 3rd year of Edward", "3 May 1330 in the 3rd year of Edward III"),
    ),
    Rule(
        "date.of-lord-year",
        "d:NOYEAR (COMMA|in){0,2} y:LORDYEAR",
        makes="DATE DAYDATE",
        value="1673-05-17",
        by="lordyear",
        examples=("17 May in the year of our Lord 1673", "17 May, anno Domini 1673"),
        near_misses=("17 May in the year of our loss",),
    ),
    Rule(
        "date.old-style",
        "d:DAYDATE COMMA? LPAR? (OLDSTYLE|old style) RPAR?",
        makes="DATE DAYDATE",
        value="1731-05-11",
        by="oldstyle",
        examples=("11 May 1731 (Old Style)", "11 May 1731 O.S."),
        near_misses=("11 May 1731 in the old styles", "an old style of 1731"),
    ),
    Rule(
        "date.new-style",
        "d:DAYDATE COMMA? LPAR? (NEWSTYLE|new style) RPAR?",
        makes="DATE DAYDATE",
        value="1732-05-22",
        by="newstyle",
        examples=("22 May 1732 (New Style)", "22 May 1732, N.S."),
        near_misses=("22 May 1732 in the new styles",),
    ),
)
AGES: tuple[Rule, ...] = (
    Rule(
        "age.at-the-age",
        "at (the|an) age of n:(INT|CARD|NUM)",
        makes="DATE AGE",
        by="age",
        examples=("at the age of 23", "at the age of twenty-three"),
        near_misses=("the age of 23", "at the page of 23", "at the age of reason"),
    ),
    Rule(
        "age.at-age",
        "at age n:(INT|CARD|NUM)",
        makes="DATE AGE",
        by="age",
        examples=("at age 23",),
        near_misses=("at ages 23", "at age, 23 men"),
    ),
)
FOLLOWING: tuple[Rule, ...] = (
    Rule(
        "which.unit-after",
        "the unit:UNIT way:(following|ensuing|preceding|previous)",
        makes="DATE WHICHDATE",
        value="1911-04",
        by="unitafter",
        examples=("the month following", "the week preceding"),
        near_misses=(
            "the month followed",
            "a month following",
            "the months following",
        ),
    ),
)
