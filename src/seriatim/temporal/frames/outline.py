"""What a document's times are like as a whole: its years, its deictics, its dated headings."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from seriatim.messages import frame_features as names
from seriatim.temporal.frames.anchors import Point
from seriatim.temporal.frames.mentions import Mention, Stretch

SELDOM = 0.05  # a long history names a weekday now and then
FREQUENT = 3  # so many of its most frequent years are candidates everywhere
_TODAY = frozenset({"today", "ago", "last", "this", "next"})


@dataclass(frozen=True, slots=True)
class Outline:
    """The document's date and its calendar mentions, with what sums them up."""

    published: Point | None
    mentions: tuple[Mention, ...]  # those that name a year or a month, in reading order
    explicit: tuple[int, ...]  # where in ``mentions`` those with a year stand, no names of things
    dates: dict[int, frozenset[tuple[int | None, int | None]]]  # months and days by stated year
    shares: dict[int, float]  # of each year that is stated, among all
    frequent: tuple[int, ...]
    headings: dict[
        int, int
    ]  # the year that holds for a stretch by its heading or the item above it
    traits: dict[str, float]  # what sums the document up, by name


def outline(
    stretches: Sequence[Stretch], mentions: Sequence[Mention], published: Point | None
) -> Outline:
    """The outline of a document."""
    named = tuple(m for m in mentions if m.parts.month is not None or m.parts.year is not None)
    explicit = explicit_among(named)
    years = Counter(m.parts.year for m in named if m.parts.year is not None)
    shares = {year: n / sum(years.values()) for year, n in sorted(years.items())}
    frequent = tuple(sorted(sorted(years), key=lambda y: -years[y])[:FREQUENT])
    traits = _traits(mentions, named, published)
    return Outline(
        published,
        named,
        explicit,
        dates_among(named),
        shares,
        frequent,
        _headings(stretches, named),
        traits,
    )


def explicit_among(named: Sequence[Mention]) -> tuple[int, ...]:
    """Where the years stand that are told as a time, not in a name ("the 1911 census").

    All that are stated, where none is told so.
    """
    stated = [at for at, m in enumerate(named) if m.parts.year is not None]
    told = [at for at in stated if named[at].led or named[at].opens or named[at].heading]
    return tuple(told or stated)


def dates_among(
    named: Sequence[Mention],
) -> dict[int, frozenset[tuple[int | None, int | None]]]:
    """The months, and the days with their months, that are stated with each year."""
    found: dict[int, set[tuple[int | None, int | None]]] = {}
    for mention in named:
        year, month, day = mention.parts[:3]
        if year is not None and month is not None:
            found.setdefault(year, set()).update({(month, day), (month, None)})
    return {year: frozenset(dates) for year, dates in found.items()}


def _traits(
    mentions: Sequence[Mention], named: Sequence[Mention], published: Point | None
) -> dict[str, float]:
    years = [m.parts.year for m in named if m.parts.year is not None]
    dated = [m.parts.year for m in named if m.parts.year is not None and m.parts.month is not None]
    points = [m for m in mentions if m.deictic in _TODAY and not m.quoted]
    weekdays = [m for m in mentions if m.deictic == "weekday" and not m.quoted]
    size = len(named) + len(points) + len(weekdays) + 1
    traits = {"one": 1.0, "stated": log1p(len(years)), "nothing stated": float(not years)}
    traits["today"] = len(points) / size
    traits["weekdays"] = len(weekdays) / size
    traits[names.POINTS_AT_TODAY] = float(len(points) > SELDOM * size)
    traits[names.POINTS_AT_TODAY_OFTEN] = float(len(points) > 2)
    traits["names weekdays"] = float(len(weekdays) > SELDOM * size)
    return traits if published is None else traits | _by_publication(years, dated, published)


def _by_publication(
    years: Sequence[int], dated: Sequence[int], published: Point
) -> dict[str, float]:
    """How the years that a document states lie to its publication."""
    far = sum(abs(year - published.year) > 1 for year in years)
    near = sum(abs(year - published.year) <= 1 for year in dated)
    return {
        "far": (far + 0.5) / (len(years) + 1),
        names.MANY_FAR_YEARS: float(far > 2),
        "near dates": float(near > 0),
        "far dates": float(near < len(dated)),
        "year alone": float(published.month is None),
        "month alone": float(published.month is not None and published.day is None),
    }


def _headings(stretches: Sequence[Stretch], named: Sequence[Mention]) -> dict[int, int]:
    """The year of the nearest heading or item above that states just one."""
    own = _stated_above(named)
    places = {s.passage.index: at for at, s in enumerate(stretches) if s.passage is not None}
    found = {}
    for at, stretch in enumerate(stretches):
        above = [own[places[i]] for i in _above(stretch) if places.get(i, -1) in own]
        year = next((next(iter(years)) for years in above if len(years) == 1), None)
        if year is not None:
            found[at] = year
    return found


def _stated_above(named: Sequence[Mention]) -> dict[int, set[int]]:
    """The years that each heading, or the opening of a passage, states."""
    own: dict[int, set[int]] = {}
    for mention in named:
        if mention.parts.year is not None and (mention.heading or mention.opens):
            own.setdefault(mention.stretch, set()).add(mention.parts.year)
    return own


def _above(stretch: Stretch) -> tuple[int, ...]:
    """The passages that a stretch is under, nearest first: its items, then its heading."""
    passage = stretch.passage
    if passage is None:
        return ()
    heading = () if passage.heading is None else (passage.heading,)
    return (*reversed(passage.parents), *heading)


def beside(document: Outline, at: int) -> tuple[int | None, int | None]:
    """Where the explicit mentions before and behind a mention stand."""
    place = bisect_left(document.explicit, at)
    before = document.explicit[place - 1] if place else None
    place += place < len(document.explicit) and document.explicit[place] == at
    behind = document.explicit[place] if place < len(document.explicit) else None
    return before, behind
