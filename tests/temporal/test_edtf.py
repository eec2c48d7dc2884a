"""EDTF values: what they cover, how they are said, and what is refused."""

import edtf as reference
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.temporal import edtf

SAID = """
2016-07-20                          20 July 2016
2016-04                             April 2016
2016-21                             spring 2016
2016                                2016
201X                                the 2010s
18XX                                1800 to 1899
1850~                               about 1850
1850?                               perhaps 1850
-0479                               480 BC
2016-07-11/2016-07-15               11 to 15 July 2016
2016-06-28/2016-07-02               28 June to 2 July 2016
2016-11/2017-02                     November 2016 to February 2017
2016-11/2016-12                     November to December 2016
2015/2016                           2015 to 2016
2016-07-11/2016-08                  11 July 2016 to August 2016
1850~/1852                          about 1850 to 1852
2016-08-08/..                       8 August 2016 or after
../2016-07-07                       7 July 2016 or before
1911-03-05T08:51                    5 March 1911, 08:51
1911-03-05T08:51/1911-03-05T09:26   5 March 1911, 08:51 to 09:26
1911-03-05T08:51/1911-03-06T08:51   5 March 1911, 08:51 to 6 March 1911, 08:51
1911-03-05T08:51/1911-03-05         5 March 1911, 08:51 to 5 March 1911
unknown                             no date stated
"""


@pytest.mark.parametrize("line", SAID.strip().splitlines())
def test_a_value_is_said_as_precisely_as_it_is_written(line: str) -> None:
    value, said = line.split(maxsplit=1)
    assert edtf.say(value) == said


@pytest.mark.parametrize(
    "value",
    [
        "2016-13",
        "2016-02-30",
        "2016-7-1",
        "16",
        "",
        "../..",
        "2016/2015",
        "201X-04",
        "2016-04-01T24:00",
        "2016-04T10:00",
        "yesterday",
        "2016-04-01/x",
    ],
)
def test_anything_else_is_refused(value: str) -> None:
    assert not edtf.is_valid(value)
    with pytest.raises(edtf.EdtfError):
        edtf.interval(value)


@given(st.integers(-4_000_000, 4_000_000))
def test_days_and_calendar_dates_lead_to_each_other(days: int) -> None:
    assert edtf.days_from_civil(*edtf.civil_from_days(days)) == days


@given(st.dates())
def test_days_are_those_of_the_calendar(date: object) -> None:
    days = edtf.days_from_civil(date.year, date.month, date.day)  # type: ignore[attr-defined]
    assert edtf.day(days) == date.isoformat()  # type: ignore[attr-defined]
    assert edtf.weekday(days) == date.weekday()  # type: ignore[attr-defined]


POINTS = st.one_of(
    st.dates().map(lambda d: d.isoformat()),
    st.dates().map(lambda d: d.isoformat()[:7]),
    st.integers(1, 9999).map("{:04}".format),
    st.just("198X"),
    st.just("18XX"),
)


@given(POINTS)
def test_bounds_are_those_of_the_reference_package(value: str) -> None:
    theirs = reference.parse_edtf(value)
    first, last = edtf.first_day(value), edtf.last_day(value)
    assert first is not None
    assert last is not None
    assert edtf.civil_from_days(first) == tuple(theirs.lower_strict())[:3]
    assert edtf.civil_from_days(last) == tuple(theirs.upper_strict())[:3]


@given(
    st.lists(
        st.one_of(
            POINTS,
            st.just("unknown"),
            POINTS.map(lambda p: f"../{p}"),
            POINTS.map(lambda p: f"{p}/.."),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_hull_covers_every_value(values: list[str]) -> None:
    hull = edtf.interval(edtf.hull(values))
    assert all(hull.contains(edtf.interval(v)) for v in values if v != "unknown")


@given(st.integers(-800_000, 800_000), st.integers(0, 4_000))
def test_whole_days_are_said_as_short_as_they_can_be_and_no_narrower(
    first: int, length: int
) -> None:
    value = edtf.from_days(first, first + length)
    assert (edtf.first_day(value), edtf.last_day(value)) == (first, first + length)
