"""The dates that one slip of the pen could have turned into another.

A pure function of an EDTF day or month.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.temporal import edtf

# The more frequent first.
KINDS = (
    "year-1",
    "year+1",
    "day/month swap",
    "month-1",
    "month+1",
    "day-1",
    "day+1",
    "digits swapped",
    "year-10",
    "year+10",
)


def slips(value: str) -> tuple[tuple[str, str], ...]:
    """The (kind of slip, intended value) pairs of a day or month, in the order of ``KINDS``.

    No value occurs twice; other values have none.
    """
    if edtf.precision(value) not in ("day", "month") or not value[-1].isdigit():
        return ()
    year, month, *day = (int(part) for part in value.rsplit("-", value.lstrip("-").count("-")))
    found: dict[str, str] = {}
    for kind, changed in _changes(year, month, day[0] if day else None):
        if changed != value and edtf.is_valid(changed):
            found.setdefault(changed, kind)
    return tuple((kind, changed) for changed, kind in found.items())


def _changes(year: int, month: int, day: int | None) -> Iterator[tuple[str, str]]:
    for step in (-1, 1):
        yield f"year{step:+}", _date(year + step, month, day)
    if day is not None:
        yield "day/month swap", _date(year, day, month)
    for step in (-1, 1):
        yield (
            f"month{step:+}",
            _date(year + (month + step - 1) // 12, (month + step - 1) % 12 + 1, day),
        )
    if day is not None:
        for step in (-1, 1):
            yield f"day{step:+}", edtf.day(edtf.days_from_civil(year, month, day) + step)
        yield "digits swapped", _date(year, month, day % 10 * 10 + day // 10)
    yield "digits swapped", _date(year // 100 * 100 + year % 10 * 10 + year // 10 % 10, month, day)
    yield "digits swapped", _date(year, month % 10 * 10 + month // 10, day)
    for step in (-10, 10):
        yield f"year{step:+}", _date(year + step, month, day)


def _date(year: int, month: int, day: int | None) -> str:
    """An EDTF date, which may be invalid: 31 June, or a day of a month 21."""
    return f"{edtf.year_text(year)}-{month:02}" + ("" if day is None else f"-{day:02}")
