"""When: time expressions, distances and the date of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seriatim.model.document import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["none", "document", "running", "event"]
Precision = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "month",
    "season",
    "year",
    "decade",
    "century",
    "range",
    "open",
    "unknown",
]
Basis = Literal["stated", "relative", "inherited", "corrected", "unknown"]
RelationName = Literal[
    "after", "before", "same day", "during", "contains", "overlaps", "starts", "finishes", "equal"
]
Unit = Literal["minute", "hour", "day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Distance:
    """How far apart two events are: between ``min`` and ``max`` units (``None``: no limit)."""

    min: float | None
    max: float | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when: their TIMEX3 value, and the EDTF interval that it allows.

    ``edtf`` is ``None`` where the words alone give no interval (durations, sets, "hours later").
    ``offset`` is the distance from the anchor and ``direction`` the side of it; for
    ``anchor == "event"`` the network stage finds the event.  ``signal`` covers the word that opens
    or bounds the interval ("since", "before"), where that word lies outside the extent.
    ``governs`` marks a date that opens a list item, a row or a heading and dates what follows.
    ``years`` are those that a date without a year may be of, with how likely each is.
    """

    document: str
    passage: int
    span: Span
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    edtf: str | None = None
    anchor: Anchor = "none"
    direction: Literal["after", "before", "same"] | None = None
    offset: Distance | None = None
    signal: Span | None = None
    rule: str = ""
    governs: bool = False
    years: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date that an event could have: how likely it is right, and the words that give it."""

    edtf: str
    score: float
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class When:
    """When something happened, as precisely as the words allow and no more.

    ``edtf`` holds what the words say; ``earliest`` and ``latest`` (EDTF points, ``None`` where
    open) also what other events imply.  ``because`` says what decided, ``candidates`` what else it
    could have been, likeliest first.
    """

    edtf: str = "unknown"
    earliest: str | None = None
    latest: str | None = None
    precision: Precision = "unknown"
    basis: Basis = "unknown"
    text: str | None = None
    span: Span | None = None
    because: tuple[str, ...] = ()
    candidates: tuple[DateCandidate, ...] = ()


UNKNOWN = When()
