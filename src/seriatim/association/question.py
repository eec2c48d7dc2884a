"""The question of a coincidence test, and its result or refusal."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Literal, get_args

from seriatim.association.exact import Chance
from seriatim.lang import lengths
from seriatim.messages import coincidence as messages
from seriatim.model import Event
from seriatim.temporal import edtf

Made = Literal["complete", "curated", "unknown"]
Method = Literal["blocks", "exact", "strata", "circular", "windows", "waits"]
SlotUnit = Literal["minute", "hour", "day"]

_UNITS: dict[str, tuple[SlotUnit, int]] = {
    "m": ("minute", 1),
    "h": ("hour", 1),
    "d": ("day", 1),
    "w": ("day", 7),
}


class QuestionError(ValueError):
    """A question that can't be tested: the message says why."""


@dataclass(frozen=True, slots=True)
class Length:
    """A number of slots: ``3 days``."""

    amount: int
    unit: SlotUnit

    def __str__(self) -> str:
        return f"{self.amount:,} {self.unit}{'' if self.amount == 1 else 's'}"


def length(text: str) -> Length:
    """The length of ``3d``, ``2 weeks``, ``36h`` or ``90min``.  Raises QuestionError."""
    match = lengths.LENGTH.fullmatch(text.strip())
    if not match:
        raise QuestionError(messages.not_a_length(text))
    unit, times = _UNITS[match[2][0].lower()]
    return Length(int(match[1]) * times, unit)


@dataclass(frozen=True, slots=True)
class Question:
    """Whether the events ``of`` come ``within`` a time after (``either``: around) those ``after``.

    ``of`` and ``after`` name the two lists (a FILTER as written).  ``made_of`` and ``made_after``
    say how each was made: ``complete`` has every event of its kind in the period, recorded without
    regard to the other list; ``curated`` was made to show something.  ``period`` is an EDTF value
    with two closed ends.  ``window_fixed``: the window was fixed before looking at the data.
    ``method``: ``None`` for the block shift, over all windows at once if the window was not fixed.
    """

    of: str
    after: str
    within: Length
    lag: Length | None = None
    either: bool = False
    made_of: Made = "unknown"
    made_after: Made = "unknown"
    period: str | None = None
    window_fixed: bool = False
    method: Method | None = None

    def __post_init__(self) -> None:
        """Raise QuestionError if the parts don't fit together."""
        if self.lag and self.lag.unit != self.within.unit:
            raise QuestionError(messages.two_units(self.lag.unit, self.within.unit))
        if self.either and self.method == "waits":
            raise QuestionError(messages.WAITS_LOOK_AHEAD)
        if self.method is not None and self.method not in get_args(Method):
            raise QuestionError(messages.unknown_method(self.method, get_args(Method)))
        if self.period is not None:
            bounds(self.period)

    def as_line(self) -> str:
        """The question as a line for a log: JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_line(cls, line: str) -> Question:
        """The question on a line of a log.  Raises QuestionError."""
        try:
            given = json.loads(line)
            named = {
                name: Length(**given.pop(name)) for name in ("within", "lag") if given.get(name)
            }
            return cls(**{**given, **named})
        except (ValueError, TypeError, AttributeError) as error:
            raise QuestionError(messages.not_a_question(line)) from error

    @property
    def chosen_method(self) -> Method:
        """The method to use."""
        return self.method or ("blocks" if self.window_fixed else "windows")

    @property
    def tried(self) -> tuple[object, ...]:
        """What makes two questions count as two tests."""
        return (
            self.of,
            self.after,
            self.within,
            self.lag,
            self.either,
            self.period,
            self.chosen_method,
        )


def bounds(period: str) -> tuple[int, int]:
    """The period in seconds from 1970-01-01T00:00, half-open.

    Raises QuestionError unless it has two closed ends.
    """
    if not edtf.is_valid(period):
        raise QuestionError(messages.not_a_period(period))
    start, end = edtf.interval(period)
    if start is None or end is None:
        raise QuestionError(messages.open_period(period))
    return start, end


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two lists: the events placed in the period, and those left out, by reason."""

    placed: tuple[Event, ...]
    undated: tuple[Event, ...] = ()
    not_surely_inside: tuple[Event, ...] = ()
    outside: tuple[Event, ...] = ()
    not_said_to_have_happened: tuple[Event, ...] = ()
    in_both_lists: tuple[Event, ...] = ()

    @property
    def share_without_place(self) -> float:
        """The share of the events that may belong to the period without an exact enough date."""
        lost = len(self.undated) + len(self.not_surely_inside)
        return lost / (lost + len(self.placed)) if lost else 0.0


@dataclass(frozen=True, slots=True)
class Pair:
    """An event and the nearest one of the other list in whose window it may lie.

    ``share`` of the event's own interval that the windows cover: 1 if it is certainly in one.
    ``apart``: slots from the first to the second, least and most.
    """

    of: Event
    after: Event
    share: float
    apart: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What was observed, before any test."""

    question: Question
    of: Side
    after: Side
    period: tuple[int, int]  # seconds from 1970-01-01T00:00, half-open
    hits: float
    covered: float  # share of the period
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Refusal:
    """No p-value: the reasons, the lists needed, and the tipping point (``None`` without hits)."""

    seen: Seen
    reasons: tuple[str, ...]
    needed: tuple[str, ...]
    tipping: int | None


@dataclass(frozen=True, slots=True)
class Effect:
    """The observed and expected hits, their ratio and its 95% interval."""

    seen: float
    expected: float
    ratio: float | None
    interval: tuple[float, float] | None
    by_chance: tuple[float, float]  # counts of 95 of 100 calendars


@dataclass(frozen=True, slots=True, eq=False)
class Coincidence:
    """A result: the effect, its p-value, and warnings."""

    seen: Seen
    method: Method
    effect: Effect
    p: float
    tried: int | None  # tests of this case, with this one; None if nobody counted
    least: float  # the smallest p that the calendar can give
    chance: Chance
    best: Length | None = None  # the window that stands out most
    warnings: tuple[str, ...] = field(default=())

    @property
    def corrected(self) -> float:
        """The p-value corrected for all tests (Bonferroni: valid for dependent tests too)."""
        return min(1.0, self.p * (self.tried or 1))
