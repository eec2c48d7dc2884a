"""What is asked, and what comes out: an answer with its effect, or a refusal with what was seen."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from typing import Literal, get_args

from seriatim.association.exact import Chance
from seriatim.model import Event
from seriatim.temporal import edtf

Made = Literal["complete", "curated", "unknown"]
Method = Literal["blocks", "exact", "strata", "circular", "windows", "waits"]
SlotUnit = Literal["minute", "hour", "day"]

_LENGTH = re.compile(r"(\d{1,6})\s*(minutes?|min|m|hours?|h|days?|d|weeks?|w)", re.IGNORECASE)
_UNITS: dict[str, tuple[SlotUnit, int]] = {
    "m": ("minute", 1),
    "h": ("hour", 1),
    "d": ("day", 1),
    "w": ("day", 7),
}


class QuestionError(ValueError):
    """The question can't be meant so: the message names what is wrong and what would do."""


@dataclass(frozen=True, slots=True)
class Length:
    """A number of slots: ``3 days``."""

    amount: int
    unit: SlotUnit

    def __str__(self) -> str:
        return f"{self.amount:,} {self.unit}{'' if self.amount == 1 else 's'}"


def length(text: str) -> Length:
    """The length that ``3d``, ``2 weeks``, ``36h`` or ``90min`` says.  Raises QuestionError."""
    match = _LENGTH.fullmatch(text.strip())
    if not match:
        raise QuestionError(f"{text!r} is not a length of time: write 3d, 2w, 36h or 90min")
    unit, times = _UNITS[match[2][0].lower()]
    return Length(int(match[1]) * times, unit)


@dataclass(frozen=True, slots=True)
class Question:
    """Whether the events ``of`` come ``within`` a time after (``either``: before or after) one of the events ``after``.

    ``of`` and ``after`` name the two lists (a FILTER as it was written).  ``made_of`` and
    ``made_after`` tell how each was made:
    ``complete`` holds every event of its kind in the period, taken down without an eye on the other
    list; ``curated`` was put together to show something.  ``period`` is an EDTF value with two
    closed ends.  ``window_fixed``: the window was chosen before looking.
    ``method``: ``None`` for the block shift, over all windows at once where the window was not
    fixed.
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
        """Raise QuestionError where the parts do not go together."""
        if self.lag and self.lag.unit != self.within.unit:
            raise QuestionError(
                f"the lag is in {self.lag.unit}s and the window in {self.within.unit}s: give both in one unit"
            )
        if self.either and self.method == "waits":
            raise QuestionError(
                "the method waits looks at what comes after: leave out either, or choose another method"
            )
        if self.method is not None and self.method not in get_args(Method):
            raise QuestionError(
                f"{self.method!r} is not a method; known: {', '.join(get_args(Method))}"
            )
        if self.period is not None:
            bounds(self.period)

    def as_line(self) -> str:
        """The question as a line for a log: JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_line(cls, line: str) -> Question:
        """The question that a log's line holds.  Raises QuestionError."""
        try:
            told = json.loads(line)
            lengths = {
                name: Length(**told.pop(name)) for name in ("within", "lag") if told.get(name)
            }
            return cls(**{**told, **lengths})
        except (ValueError, TypeError, AttributeError) as error:
            raise QuestionError(f"{line!r} is not a question of the log") from error

    @property
    def chosen_method(self) -> Method:
        """The method that will be used."""
        return self.method or ("blocks" if self.window_fixed else "windows")

    @property
    def tried(self) -> tuple[object, ...]:
        """What makes two questions count as two tries."""
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
    """The period in seconds from 1970-01-01T00:00, half-open.  Raises QuestionError unless it has two closed ends."""
    if not edtf.is_valid(period):
        raise QuestionError(
            f"{period!r} is not a period: write FROM/TO, such as 2015-03/2017-12, or a year"
        )
    start, end = edtf.interval(period)
    if start is None or end is None:
        raise QuestionError(f"{period!r} has an open end: a period begins and ends")
    return start, end


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two lists: the events that have their place in the period, and those that were left out, by reason."""

    placed: tuple[Event, ...]
    undated: tuple[Event, ...] = ()
    not_surely_inside: tuple[Event, ...] = ()
    outside: tuple[Event, ...] = ()
    not_said_to_have_happened: tuple[Event, ...] = ()
    in_both_lists: tuple[Event, ...] = ()

    @property
    def share_without_place(self) -> float:
        """Of the events that may belong to the period, the share whose date does not tell where."""
        lost = len(self.undated) + len(self.not_surely_inside)
        return lost / (lost + len(self.placed)) if lost else 0.0


@dataclass(frozen=True, slots=True)
class Pair:
    """An event and the nearest one of the other list whose window it may lie in.

    ``share`` of the event's own interval that the windows cover: 1 where it surely lies in one.
    ``apart``: slots from the first to the second, least and most.
    """

    of: Event
    after: Event
    share: float
    apart: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What was seen, before any question of chance."""

    question: Question
    of: Side
    after: Side
    period: tuple[int, int]  # seconds from 1970-01-01T00:00, half-open
    hits: float
    covered: float  # share of the period
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Refusal:
    """No p-value: why, what list would be needed, and how many events left out would undo what was seen (``None`` where nothing was)."""

    seen: Seen
    reasons: tuple[str, ...]
    needed: tuple[str, ...]
    tipping: int | None


@dataclass(frozen=True, slots=True)
class Effect:
    """How much was seen beside what chance gives, in events; the interval holds the ratio in 95 of 100 cases."""

    seen: float
    expected: float
    ratio: float | None
    interval: tuple[float, float] | None
    by_chance: tuple[float, float]  # counts of 95 of 100 calendars


@dataclass(frozen=True, slots=True, eq=False)
class Coincidence:
    """The answer: the effect, how often chance alone gives as much, and what to keep in mind."""

    seen: Seen
    method: Method
    effect: Effect
    p: float
    tried: (
        int | None
    )  # questions asked of this case, this one among them; None where nobody kept count
    least: float  # the smallest p that the calendar can give
    chance: Chance
    best: Length | None = None  # of all windows the one that stands out most
    warnings: tuple[str, ...] = field(default=())

    @property
    def corrected(self) -> float:
        """The p for this question among all that were tried (Bonferroni: holds however they hang together)."""
        return min(1.0, self.p * (self.tried or 1))
