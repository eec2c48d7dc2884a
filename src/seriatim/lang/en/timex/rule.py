"""What a rule of the grammar of time expressions is made of."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypedDict


class Constant(TypedDict, total=False):
    """What the result of a rule always means, by the names of ``temporal/algebra.py``."""

    number: tuple[float, float | None]
    vague: bool
    plus: float  # added to the number
    unit: str
    length: tuple[float, float, str]
    direction: Literal["ago", "hence", "earlier", "later"]
    beside: int  # the day beside which it lies: -1 for yesterday
    steps: int
    base: Literal["document", "running"]
    recurring: bool
    reference: str
    years_back: int
    year_alone: bool
    mod: str
    minutes: int
    bc: bool
    holiday: str
    around_holiday: bool
    weekend: bool
    week_of: bool
    fiscal: bool
    abbreviated: bool
    lower_case: bool


class Rule(NamedTuple):
    """A rule of the grammar, with phrases that it reads and phrases that only look like them."""

    id: str
    pattern: str
    makes: str  # the classes of what it makes
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    value: str = ""  # the TIMEX3 value of the first example
    sets: Constant = Constant()  # what the result always means
    by: str = "plain"  # its builder
