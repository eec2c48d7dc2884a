"""One slip of the pen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seriatim.analysis.slips import KINDS, slips
from seriatim.temporal import edtf
from seriatim.temporal.network.repairs import repairs
from seriatim.temporal.network.simple_temporal_network import Network, Statement

DAYS = st.integers(edtf.days_from_civil(1000, 1), edtf.days_from_civil(2500, 1))


def listing(value: str) -> str:
    return "\n".join(f"{kind}: {changed}" for kind, changed in slips(value))


def test_of_a_day() -> None:
    assert listing("1912-04-12") == (
        "year-1: 1911-04-12\nyear+1: 1913-04-12\nday/month swap: 1912-12-04\nmonth-1: 1912-03-12\n"
        "month+1: 1912-05-12\nday-1: 1912-04-11\nday+1: 1912-04-13\ndigits swapped: 1912-04-21\ndigits swapped: 1921-04-12\n"
        "year-10: 1902-04-12\nyear+10: 1922-04-12"
    )


def test_of_a_month() -> None:
    assert listing("1912-10") == (
        "year-1: 1911-10\nyear+1: 1913-10\n"
        "month-1: 1912-09\nmonth+1: 1912-11\ndigits swapped: 1921-10\ndigits swapped: 1912-01\nyear-10: 1902-10\nyear+10: 1922-10"
    )


def test_no_slip_makes_a_day_that_is_none() -> None:
    assert "month+1" not in dict(slips("1912-01-31"))
    assert "year+1" not in dict(slips("1912-02-29"))


def test_only_days_and_months_slip() -> None:
    for value in (
        "1912",
        "1912-21",
        "191X",
        "1912-04-12~",
        "1912-04-12/1912-04-15",
        "1912-04-12/..",
        "unknown",
        "1912-04-12T11:40",
    ):
        assert slips(value) == ()


@given(DAYS)
def test_a_slip_can_slip_back(number: int) -> None:
    value = edtf.day(number)
    for kind, changed in slips(value):
        assert kind in KINDS
        assert edtf.is_valid(changed)
        assert value in [back for _, back in slips(changed)]


@given(DAYS, st.integers(1, 40))
def test_repairs_are_what_trying_each_slip_finds(number: int, apart: int) -> None:
    first, second = edtf.day(number + 366), edtf.day(number + apart)
    at = {0: first, 1: second}

    def place(value: str) -> tuple[float, float]:
        return (float(edtf.first_day(value) or 0), float(edtf.last_day(value) or 0))

    def network(values: dict[int, str]) -> Network:
        dates = [Statement(0, i + 1, *place(value)) for i, value in values.items()]
        return Network(3, [*dates, Statement(1, 2, apart, apart)])

    told = network(at)
    conflict = told.check()
    tried = [
        (i, value) for i in at for _, value in slips(at[i]) if not network({**at, i: value}).check()
    ]
    assert [(r.number, r.value) for r in repairs(told, conflict, at, place)] == tried
