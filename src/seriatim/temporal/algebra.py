"""The typed algebra of time: what the words of a time expression mean, unresolved.

The builders of ``tagging`` make these values, ``frames`` resolves them.  A ``Meaning`` holds the
parts that the words state, each of its own type; what they do not state is ``None`` or ``False``.
Everything here is immutable and belongs to no language.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeVar

Base = Literal["document", "running", "context"]
Direction = Literal["ago", "hence", "earlier", "later"]
Join = Literal["range", "list", "of"]
Stated = int | str | bool | tuple[int, int] | tuple[str, str] | None
_T = TypeVar("_T")


class Date(NamedTuple):
    """What words of the calendar state: a point, or a part of a year, month or week."""

    year: int | None = None  # as it is written: 44 for “44 BC”
    bc: bool = False
    short_year: int | None = None  # the two digits of “’89”
    month: int | None = None
    day: int | None = None
    day_and_month: tuple[int, int] | None = None  # “3/4” as written: either may be the month
    written_first: int | None = None  # the first number of a date that can be read in one way
    weekday: int | None = None  # 1 is Monday
    stated_weekday: int | None = None  # of a weekday that stands beside its date
    quarter: int | None = None
    half: int | None = None
    season: str | None = None  # SP, SU, FA, WI
    decade: int | None = None  # 189 for “the 1890s”
    short_decade: int | None = None  # 9 for “the nineties”: the century is not stated
    century: int | None = None  # 18 for “the 19th century”
    holiday: str | None = None
    around_holiday: bool = False  # the weekend at the holiday
    weekend: bool = False
    week_of: bool = False  # the week that the day lies in
    today: int | None = None  # days from today: -1 for “yesterday”
    fiscal: bool = False
    across_years: bool = False  # “winter 1816-17”
    beside_holiday: int | None = None  # days from the holiday: -1 for its eve
    # The first and the last time, in EDTF, that words of another reckoning allow, and their value.
    covers: tuple[str, str] | None = None
    reckoned: str | None = None
    # How it is written, for the negative rules.
    bare: bool = False  # a year by its digits alone
    ancient: bool = False  # digits that are a year only among such years
    season_word: str | None = None  # a season alone
    article: bool = False  # a season alone with “the”
    abbreviated: bool = False  # “Sun”
    lower_case: bool = False  # “sun”


class Clock(NamedTuple):
    """A time of day."""

    hour: int
    minute: int
    second: int | None = None
    half_stated: bool = False  # a.m. or p.m.
    run_together: bool = False  # “1430”
    word: str | None = None  # “noon”
    zone: int | None = None  # minutes from UTC


class DayPart(NamedTuple):
    """A part of a day: morning, night."""

    name: str
    bare: bool = False  # no day is stated with it
    lead: str = ""  # the word that it begins with: “the”, “a”


class Number(NamedTuple):
    """How many: at least, and at most where that is known."""

    least: float
    most: float | None
    vague: bool = False
    mod: str | None = None


class Amount(NamedTuple):
    """So many of a unit, at least and at most."""

    least: float
    most: float | None
    unit: str


class Duration(NamedTuple):
    """A length of time: the sum of its amounts."""

    amounts: tuple[Amount, ...]
    vague: bool = False
    window: bool = False  # a stretch that ends or begins where it counts from
    edge: Literal["START", "END"] | None = None  # which end of an outer time it covers
    ends: tuple[Placed, ...] = ()  # “two to three weeks”: its two amounts
    ordinal: int | None = None  # 3 for “the third day”
    # How it is written, for the negative rules.
    article: bool = False  # “a week”
    hyphen: bool = False  # “two-week”
    age: bool = False  # “eight months old”
    uncounted: bool = False  # “weeks”
    one: bool = False  # a unit that nothing counts: “a happy day”
    a_second: bool = False  # “a second”, more often the next one

    @property
    def unit(self) -> str:
        """The unit of the first amount."""
        return self.amounts[0].unit


class Offset(NamedTuple):
    """On which side of its anchor a distance lies, and whether the anchor is an event."""

    direction: Direction
    from_event: bool = False


class Step(NamedTuple):
    """So many units forward or back from an anchor: “last”, “the following”."""

    steps: int
    base: Base
    which: str = ""
    article: bool = False  # “the next year”
    whole_unit: bool = False  # “the year”, which may be the running one


class Recurrence(NamedTuple):
    """That something happens again and again."""

    frequency: str | None = None  # “daily”
    lead: str = ""  # the word that it begins with: “every”, “per”


class ReportingPeriod(NamedTuple):
    """A quarter that is known from the report: “the year-earlier quarter”."""

    years_back: int
    year_alone: bool = False  # “year-earlier sales”


class Modifier(NamedTuple):
    """A TIMEX3 modifier and its word."""

    value: str | None
    word: str = ""
    inner: int | None = None  # where the words that it modifies start


class Placed(NamedTuple):
    """A part of an expression and its span."""

    meaning: Meaning
    start: int
    end: int


class Joined(NamedTuple):
    """Several times in one expression: a range, a list, or a stretch of an outer time."""

    parts: tuple[Placed, ...]
    join: Join


NO_DATE = Date()


class Meaning(NamedTuple):
    """Everything that the words of an expression state, and the rule that read them."""

    rule: str = ""
    date: Date = NO_DATE
    clock: Clock | None = None
    part: DayPart | None = None
    number: Number | None = None
    unit: str | None = None  # what ``step`` counts in
    step: Step | None = None
    length: Duration | None = None
    offset: Offset | None = None
    recurrence: Recurrence | None = None
    reference: str | None = None  # PAST_REF, PRESENT_REF, FUTURE_REF
    period: ReportingPeriod | None = None
    mod: Modifier | None = None
    joined: Joined | None = None
    of: Meaning | None = None  # “that year” of “August of that year”
    start: int | None = None  # where the expression starts, if not with the words of its rule
    age: int | None = None  # completed years: “at the age of 23”
    open_end: bool = False  # ends in “before”, “after”: an event may follow, which it counts from

    @property
    def modifier(self) -> str | None:
        """The TIMEX3 modifier."""
        return None if self.mod is None else self.mod.value

    @property
    def parts(self) -> tuple[Placed, ...]:
        """The parts of a range, a list or a stretch; empty for a single time."""
        return () if self.joined is None else self.joined.parts


NOTHING = Meaning()


def dated(meaning: Meaning, **stated: Stated) -> Meaning:
    """The meaning with words of the calendar added or replaced."""
    return meaning._replace(date=meaning.date._replace(**stated))  # type: ignore[arg-type]


def length(least: float, most: float | None, unit: str, *, vague: bool = False) -> Duration:
    """A duration of one amount."""
    return Duration((Amount(least, most, unit),), vague)


def over(first: Meaning, second: Meaning) -> Meaning:
    """What both state together; where both state the same part, the second one's."""
    date = (
        Date._make(map(_stated, first.date, second.date)) if second.date != NO_DATE else first.date
    )
    return Meaning._make(map(_stated, first, second))._replace(date=date)


def _stated(first: _T, second: _T) -> _T:
    return first if second is None or second is False or second == "" else second
