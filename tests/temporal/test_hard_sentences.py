"""Sentences that other readers of time expressions get wrong, in our own words, each with the answer that a careful reader gives.

All are written on Wednesday, 15 March 1911, unless they say otherwise.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.temporal.listing import edtf, listing

CASES = {
    # One month, one year: both ends are said, so the interval is.  Every kind of dash is the same
    # dash.
    "The fair ran July 11-15, 1906 in Bergen.": [
        "July 11-15, 1906 | DATE 1906-07-11/1906-07-15 | 1906-07-11/1906-07-15"
    ],
    "The fair ran July 11–15, 1906 in Bergen.": [
        "July 11–15, 1906 | DATE 1906-07-11/1906-07-15 | 1906-07-11/1906-07-15"
    ],
    # The year behind the second day is that of the first one too.
    "She was in Odessa from 26 July to 22 August 1905.": [
        "26 July to 22 August 1905 | DATE 1905-07-26/1905-08-22 | 1905-07-26/1905-08-22"
    ],
    "She was there from 26 November to 3 January 1906.": [
        "26 November to 3 January 1906 | DATE 1905-11-26/1906-01-03 | 1905-11-26/1906-01-03"
    ],
    "He held the office from 1801 to 1809.": ["1801 to 1809 | DATE 1801/1809 | 1801/1809"],
    # Two digits behind a year are its century's, if they come later.
    "The 1854-56 war and the 1899-00 season.": [
        "1854-56 | DATE 1854/1856 | 1854/1856",
        "1899 | DATE 1899 | 1899",
    ],
    # A year that lost its space before the next word is still a year.
    "July 26, 1907The board said the boiler burst.": [
        "July 26, 1907 | DATE 1907-07-26 | 1907-07-26"
    ],
    # The modifier is part of what is said; a length alone has no interval.
    "The drought held at least three weeks.": [
        "at least three weeks | DURATION P3W EQUAL_OR_MORE | None"
    ],
    # Hours after nine in the evening may be that day or the next.
    "On Sept. 14, 1905 at 9 p.m. the watch came. Hours later they let her go.": [
        "Sept. 14, 1905 at 9 p.m. | TIME 1905-09-14T21:00 | 1905-09-14T21:00",
        "Hours later | DATE FUTURE_REF | 1905-09-14/1905-09-15",
    ],
    # Each step counts from where the last one led.
    "The fleet anchored on 6 June 1744. The next day they stormed the fort. Two days later, the garrison struck back.": [
        "6 June 1744 | DATE 1744-06-06 | 1744-06-06",
        "The next day | DATE 1744-06-07 | 1744-06-07",
        "Two days later | DATE 1744-06-09 | 1744-06-09",
    ],
    "The pact was sealed in March 1718. The following month the line gave way.": [
        "March 1718 | DATE 1718-03 | 1718-03",
        "The following month | DATE 1718-04 | 1718-04",
    ],
    "She was born in 1742. Later that year her mother drowned.": [
        "1742 | DATE 1742 | 1742",
        "Later that year | DATE 1742 | 1742",
    ],
    # Roughly, and perhaps: EDTF's ~ and ?.
    "The clock was made circa 1750, possibly in the 1740s.": [
        "circa 1750 | DATE 1750 APPROX | 1750~",
        "the 1740s | DATE 174 | 174X?",
    ],
    # 264 BC is the year -263 of a calendar that has a year 0.
    "Their feud ran from 264 BC to 146 BC; in 480 B.C. the ships put out.": [
        "264 BC to 146 BC | DATE BC0264/BC0146 | -0263/-0145",
        "480 B.C. | DATE BC0480 | -0479",
    ],
    # Late is the second half: no more is said.
    "The mill dates back to the late 18th century.": [
        "the late 18th century | DATE 17 END | 1750/1799"
    ],
    "It was the fashion in the mid-1890s and early '80s.": [
        "the mid-1890s | DATE 189 MID | 1893/1897",
        "early '80s | DATE 188 START | 1880/1884",
    ],
    # A winter of two years begins in the first.
    "In the spring of 1816 and winter 1816-17 the lake froze over.": [
        "the spring of 1816 | DATE 1816-SP | 1816-21",
        "winter 1816-17 | DATE 1816-WI | 1816-24",
    ],
    # A fiscal quarter may lie in either of two years.
    "Income shrank in the third quarter of 1909 and in Q2 FY1910.": [
        "the third quarter of 1909 | DATE 1909-Q3 | 1909-35",
        "Q2 FY1910 | DATE 1910-Q2 | 1909/1910",
    ],
    "In fiscal year 1908 the board paid more.": ["fiscal year 1908 | DATE 1908 | 1907/1908"],
    # The verb says on which side of the day of writing the weekday lies.
    "The envoy stepped down on Friday.": ["Friday | DATE 1911-03-10 | 1911-03-10"],
    "The envoy will step down on Friday.": ["Friday | DATE 1911-03-17 | 1911-03-17"],
    "The hearing opened in July and will close in December.": [
        "July | DATE 1910-07 | 1910-07",
        "December | DATE 1911-12 | 1911-12",
    ],
    # A day whose name is tomorrow's is tomorrow more often than six days ago, whatever the verb;
    # either may be meant.  So with months.
    "The envoy headed Thursday for the coast.": [
        "Thursday | DATE 1911-03-16 | 1911-03-09/1911-03-16"
    ],
    "The rates were printed for the first auction of April.": [
        "April | DATE 1911-04 | 1910-04/1911-04"
    ],
    # A hundred, to succeed and the United are no past; what had been due is.
    "One hundred of the United will succeed Rowe June 12.": [
        "June 12 | DATE 1911-06-12 | 1911-06-12"
    ],
    "The offer had been due to lapse Saturday.": ["Saturday | DATE 1911-03-11 | 1911-03-11"],
    # In a report, "would" is what was said to lie ahead.
    "The board said the line would open on June 24.": ["June 24 | DATE 1911-06-24 | 1911-06-24"],
    # What lies ahead does not lie in a year that was only mentioned.
    "The canal, begun in July 1903, will be opened on June 12.": [
        "July 1903 | DATE 1903-07 | 1903-07",
        "June 12 | DATE 1911-06-12 | 1911-06-12",
    ],
    "The board will meet soon.": ["soon | DATE FUTURE_REF | None"],
    # The last fourteenth before the fifteenth was yesterday.
    "She was detained on the 14th.": ["the 14th | DATE 1911-03-14 | 1911-03-14"],
    "She was detained on the 16th.": ["the 16th | DATE 1911-02-16 | 1911-02-16"],
    # 03/04 is the third of April or the fourth of March: the interval holds both.  Dots put the day
    # first.
    "Stamped 03/04/1905, then 1905-04-03, then 3.4.1905.": [
        "03/04/1905 | DATE 1905-03-04 | 1905-03-04/1905-04-03",
        "1905-04-03 | DATE 1905-04-03 | 1905-04-03",
        "3.4.1905 | DATE 1905-04-03 | 1905-04-03",
    ],
    # ... unless the document shows how it writes its dates.
    "Sent 03/04/1905, answered 25/04/1905.": [
        "03/04/1905 | DATE 1905-04-03 | 1905-04-03",
        "25/04/1905 | DATE 1905-04-25 | 1905-04-25",
    ],
    "On Monday, Aug. 31, 1908, at 3:15 p.m. EDT the airship came down.": [
        "Monday, Aug. 31, 1908, at 3:15 p.m. EDT | TIME 1908-08-31T15:15-04:00 | 1908-08-31T15:15"
    ],
    "In the early hours of Tuesday the coach set off.": [
        "the early hours of Tuesday | TIME 1911-03-14TMO | 1911-03-14"
    ],
    # Before and after leave the interval open.
    "Before 1890 and after mid-May 1891 no rain was noted.": [
        "1890 | DATE 1890 | ../1890",
        "mid-May 1891 | DATE 1891-05 MID | 1891-05-10/..",
    ],
    # An admiral, a verb, a modal and an ordinal are no dates.
    "Admiral May may march off in March; the second man may fall in the fall.": [
        "March | DATE 1911-03 | 1911-03",
        "the fall | DATE 1911-FA | 1911-23",
    ],
    # A list is so many dates, not a range.
    "The bells rang on 3, 5 and 9 March 1901.": [
        "3 | DATE 1901-03-03 | 1901-03-03",
        "5 | DATE 1901-03-05 | 1901-03-05",
        "9 March 1901 | DATE 1901-03-09 | 1901-03-09",
    ],
    # Roughly twenty years are eighteen to twenty-two; a distance from an event keeps its length for
    # whoever knows the event.
    "She wrote it about 20 years ago, more than two decades after the flood.": [
        "about 20 years ago | DATE 1891 APPROX | 1889/1893",
        "more than two decades | DURATION P20Y MORE_THAN | None | 20- year after an event",
    ],
    # "Nearly" is no more than that.
    "The dam was begun nearly four years ago.": [
        "nearly four years ago | DATE 1907 LESS_THAN | 1907-03/1911-03-15"
    ],
    # A report's quarters are over where it comes to speak of nine months.
    "The line lost 9 marks in the fourth quarter, and 8 a year earlier. In the nine months it earned 7, and 6 a year earlier.": [
        "the fourth quarter | DATE 1910-Q4 | 1910-36",
        "a year earlier | DATE 1909-Q4 | 1909",
        "the nine months | DURATION P9M | None",
        "a year earlier | DATE 1909 | 1909",
    ],
    # The 1800s of somebody who writes in 1911 are a hundred years, his 1900s ten.
    "In the 1800s it was a mill, in the early 1900s a store.": [
        "the 1800s | DATE 18 | 18XX",
        "the early 1900s | DATE 190 START | 1900/1904",
    ],
    # 13 January was the last Friday of that number.
    "They met last Thursday night and on Friday the 13th.": [
        "last Thursday night | TIME 1911-03-09TNI | 1911-03-09",
        "Friday the 13th | DATE 1911-01-13 | 1911-01-13",
    ],
    # Halves of centuries, and centuries in one breath.
    "It was lived in during the 18th and 19th centuries and fell half a century later.": [
        "the 18th | DATE 17 | 17XX",
        "19th centuries | DATE 18 | 18XX",
        "half a century later | DATE 1850 | 1850",
    ],
    # One time told in two zones, and its day; a number before a zone is no year.
    "It happened at 9:25 a.m. EST (1425 GMT) on Monday, not at 1430 GMT.": [
        "9:25 a.m. EST | TIME 1911-03-13T09:25-05:00 | 1911-03-13T09:25",
        "Monday | DATE 1911-03-13 | 1911-03-13",
        "1430 GMT | TIME 1911-03-13T14:30Z | 1911-03-13T14:30",
    ],
    # So much in each year is no stretch of it.  A week is named by the day that it begins with, or
    # that it holds.
    "It cost $5 million a year in the week of Oct. 10.": [
        "a year | SET P1Y | None",
        "the week of Oct. 10 | DATE 1910-W41 | 1910-10-10/1910-10-16",
    ],
    "Since last summer, and for the past five years, rents have gone up every month.": [
        "last summer | DATE 1910-SU | 1910-22/..",
        "the past five years | DURATION P5Y | 1906/1911-03-15",
        "every month | SET P1M | None",
    ],
    # Feasts in one breath with a year are that year's.
    "On Christmas Eve 1814, Easter Monday and Thanksgiving they rested.": [
        "Christmas Eve 1814 | DATE 1814-12-24 | 1814-12-24",
        "Easter Monday | DATE 1814-04-11 | 1814-04-11",
        "Thanksgiving | DATE 1814-11-24 | 1814-11-24",
    ],
    # A dateline is the day that the story counts from; 9 March 1911 was a Thursday.
    "ANCONA, Italy, March 9 (Agency) - She testified Thursday.": [
        "March 9 | DATE 1911-03-09 | 1911-03-09",
        "Thursday | DATE 1911-03-09 | 1911-03-09",
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_hard_sentences(text: Any) -> None:
    assert listing(text) == CASES[text]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # An interval is never narrower than its words.
        ("The bridge opened in early 1898.", ["1898-01/1898-06"]),
        ("It opened in mid-December 1900.", ["1900-12-10/1900-12-20"]),
        ("It opened in 1900. About 8 months later it closed.", ["1900", "1900-08/1901-09"]),
        (
            "It opened in August 1900 and closed about 8 months later.",
            ["1900-08", "1901-03/1901-05"],
        ),
        (
            "It opened on 5 May 1900 and closed a week later.",
            ["1900-05-05", "1900-05-09/1900-05-15"],
        ),
        ("It ran until 5 May 1900.", ["../1900-05-05"]),
        ("It must be done by Friday.", ["../1911-03-17"]),
        ("He had known since May 1900.", ["1900-05/.."]),
        ("It closed between 8:25 and 8:32 on 5 May 1900.", ["1900-05-05T08:25/1900-05-05T08:32"]),
        ("He called on 5 May 1900 and again that evening.", ["1900-05-05", "1900-05-05"]),
        (
            "He called at 12:36 p.m. on 5 May 1900 and again at 2 p.m.",
            ["1900-05-05T12:36", "1900-05-05T14:00"],
        ),
        # A distance from a date that is stated is a date.
        ("He sailed three weeks before Christmas 1906.", ["1906-12-01/1906-12-07"]),
        ("He sailed two days after 5 May 1906.", ["1906-05-07"]),
        # The last day, the first week: of what is named.
        ("It was passed on the last day of June 1906.", ["1906-06-30", "1906-06"]),
        ("It was passed in the last week of August 1906.", ["1906-08-25/1906-08-31", "1906-08"]),
        # The weekday tells the year.
        ("He returned on Monday, 7 January.", ["1907-01-07"]),
        ("It sank in the night of 14-15 April 1906.", ["1906-04-14/1906-04-15"]),
        ("It snowed over the Easter weekend.", ["1910-03-25/1910-03-28"]),
        # "From" compares more often than it opens.
        ("Sales rose from 1906, and from 1907 on they fell.", ["1906", "1907/.."]),
        ("The lamp failed in the winter of 1816.", ["1816-01/1817-02"]),
        ("The lamp failed last week.", ["1911-03-06/1911-03-12"]),
        ("The lamp failed on 31 February 1900.", ["1900-02"]),
    ],
)
def test_intervals(text: Any, values: Any) -> None:
    assert edtf(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "He may march on, and the second man may fall.",
        "The fall of the house cost $1900 and 1,900 men.",
        "Version 1.1900 of part A1900-7, call 555-1900 for 1900 guns.",
        "A second time we sat down in the sun.",
        "Write to agent@may1900.example or see https://example.org/2016/03/05/report.",
        "The temperature fell to the low twenties.",
        "The crew quarters held three quarters of the men.",
        "The Sunday Telegraph had it from USA Today.",
        "About three-quarters of them left soon after, as a Sun spokesman said.",
        "Good evening, said the minister, Jan Rowe, to the hosts of ''This Week'' at $5 a night.",
    ],
)
def test_what_is_no_time(text: Any) -> None:
    assert listing(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two days before the storm the lamp failed.",
            "Two days | DURATION P2D | None | 2-2 day before an event",
        ),
        (
            "The night of the storm was dark.",
            "The night | TIME XXXX-XX-XXTNI | None | 0-0 day same an event",
        ),
        (
            "It failed a day after 12 lamps had come.",
            "a day | DURATION P1D | None | 1-1 day after an event",
        ),
        (
            "The day after the storm the lamp failed.",
            "The day | DURATION P1D | None | 1-1 day after an event",
        ),
        (
            "He left only hours after the envoy had come.",
            "hours | DURATION PTXH | None | 1-24 hour after an event",
        ),
        (
            "He left three weeks before Mary Rowe began to print.",
            "three weeks | DURATION P3W | None | 3-3 week before an event",
        ),
    ],
)
def test_distances_from_an_event_are_kept_for_whoever_knows_it(text: Any, expected: Any) -> None:
    assert listing(text) == [expected]


def test_what_depends_on_an_unknown_date_stays_open() -> None:
    assert edtf("He came yesterday, left on Friday and will return next month.", None) == [
        None,
        None,
        None,
    ]
    assert edtf("He came in March.", None) == [None]
    assert edtf("He came in March and left on Friday.", "1911") == ["1911-03", None]


def test_the_day_of_the_run_plays_no_part() -> None:
    assert listing("He came two days ago.", "1911-03-15") == [
        "two days ago | DATE 1911-03-13 | 1911-03-13"
    ]
