"""Events for the tests of this folder, from a line of dates."""

from __future__ import annotations

from typing import Any

from seriatim.association import Length, Question
from seriatim.model import Claim, Event, Source, When


def events(
    kind: str, dates: str, *, denied: str = "", planned: str = "", source: str = ""
) -> tuple[Event, ...]:
    """An event a date (EDTF, blank-separated), told in one claim; ``denied`` and ``planned`` name the dates of those that are."""
    return tuple(
        _event(
            kind, i, edtf, source, denied=edtf in denied.split(), planned=edtf in planned.split()
        )
        for i, edtf in enumerate(dates.split(), 1)
    )


def _event(kind: str, number: int, edtf: str, source: str, *, denied: bool, planned: bool) -> Event:
    name = f"{kind}{number}"
    quote = f"there was a {kind}"
    told = Claim(
        f"{name}-c",
        "d1",
        0,
        (0, len(quote)),
        quote,
        (12, len(quote)),
        kind,
        quote,
        When(edtf),
        polarity="-" if denied else "+",
        planned=planned,
        sources=(Source(source, (0, 1)),) if source else (),
    )
    return Event(name, kind, quote, told.when, (told,))


def question(within: int = 3, **told: Any) -> Question:
    """A question about complete lists and a fixed window, but for what is told."""
    known: dict[str, Any] = {
        "made_of": "complete",
        "made_after": "complete",
        "period": "1901/1910",
        "window_fixed": True,
    }
    return Question("kind:complaint", "kind:arrival", Length(within, "day"), **{**known, **told})
