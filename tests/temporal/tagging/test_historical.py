"""Other reckonings, read in sentences: feasts, reigns, two calendars, ages, days that are counted."""

from __future__ import annotations

import pytest

from seriatim.temporal.timexes import find


def last(text: str, written: str | None = None) -> tuple[str, str | None]:
    """The value and the interval of the last expression."""
    found = find(text, written)
    return (found[-1].value, found[-1].edtf) if found else ("", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("At the age of 23 he left.", ""),
        (
            "He was born on 4 May 1820, his son was born on 3 May 1850. He left at the age of 9.",
            "1850-05-03",
        ),
        ("On the third day of the siege the wall fell.", ""),
        (
            "The siege began on 4 May 1820. On the third day of the voyage he fell ill.",
            "1820-05-04",
        ),
        ("They sat in Michaelmas term 1641.", "1641"),
        ("It was in the third year of Charles II of Spain.", ""),
        ("The bill came to 3s. 2d. in all.", ""),
        ("They met on 10 July 1641/2.", "XXXX-07-10"),
    ],
)
def test_what_is_not_said_stays_open(text: str, value: str) -> None:
    assert last(text)[0] == value


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("On the 2d of May 1863 they marched. On the 3d they halted.", "1863-05-03"),
        ("The palace burned on the eve of Michaelmas 1399.", "1399-09-28"),
        ("He came at Easter 1461.", "1461-04-05"),
        ("It was done on the 17th day of May in the year of our Lord 1673.", "1673-05-17"),
        ("The king died on 8 March 1701/2.", "1702-03-08"),
        ("The act is 12 Hen. VIII, c. 4.", "1520-04-22/1521-04-21"),
        ("Goethe (1749–1832) came in 1775. Three years later he left.", "1778"),
    ],
)
def test_what_is_said(text: str, interval: str) -> None:
    assert last(text)[1] == interval


def test_a_zone_stays_in_the_value() -> None:
    assert last("They spoke at 5 p.m. EST on 3 May 1910.") == (
        "1910-05-03T17:00-05:00",
        "1910-05-03T17:00",
    )
    assert last("1910-05-03T14:30+02:00 call")[0] == "1910-05-03T14:30+02:00"


def test_life_dates_in_brackets_move_no_story() -> None:
    text = "The theory was printed in 1852. It was doubted by Schwann (1810-1882). Three years later {}"
    assert last(text.format("a second edition came."))[1] == "1855"
