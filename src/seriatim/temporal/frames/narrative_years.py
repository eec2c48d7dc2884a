"""Which years a narrative's yearless months belong to: the cheapest way through all the times that it names.

A story goes on more easily than it goes back, and it looks aside (“the treaty of 1783”, “as he
wrote in 1911”): so a year that is stated may be left out of the way, at a price, and every month
without a year gets the year that fits what lies before and after.
"""

from __future__ import annotations

from typing import NamedTuple

# In units of half a year.  Flat about these values: a change of any one by half moves the figures
# on histories by less than half a point.
BACK = 0.7  # going back at all
LOOKING_BACK = 0.2  # going back in a clause that looks back (“had sailed in May”)
WITHIN = 12  # months that make one unit within a year: else six
STATED = 1.0  # no leap on to a year that is stated costs more
LONGEST = 3.0  # no leap costs more
ASIDE_YEAR = 1.0  # leaving out a bare year
ASIDE_DATE = 3.0  # leaving out a date
ASIDE_NAME = 0.5  # leaving out a year that tells which thing is meant
REACH = 12  # from how many mentions on either side a year is taken
LOOK_BACK = 4  # how many mentions may be left out in a row


class Mention(NamedTuple):
    """A time that the text names: its year where stated (astronomical), its month where it has one, and whether it is a full date."""

    year: int | None
    month: int | None
    exact: bool = False
    back: bool = False  # told in a clause that looks back
    which: bool = False  # a year that tells which thing is meant: “the treaty of 1783”


def years(mentions: list[Mention]) -> list[int | None]:
    """The year of each mention: the stated one, or the one that fits best; None where the text states no year at all."""
    stated = [m.year for m in mentions if m.year is not None]
    if not stated:
        return [None] * len(mentions)
    candidates = [_candidates(mentions, at) for at in range(len(mentions))]
    best: list[list[tuple[float, int, int]]] = []  # cost, where from: mention and candidate
    for at, own in enumerate(candidates):
        best.append([_arrive(mentions, candidates, best, at, year) for year in own])
    return _way_back(mentions, candidates, best)


def _candidates(mentions: list[Mention], at: int) -> list[int]:
    own = mentions[at].year
    if own is not None:
        return [own]
    near: set[int] = set()
    reach = REACH
    while not near:
        near = {m.year for m in mentions[max(0, at - reach) : at + reach + 1] if m.year is not None}
        reach *= 4
    return sorted({year + n for year in near for n in (-1, 0, 1)})


def _arrive(
    mentions: list[Mention],
    candidates: list[list[int]],
    best: list[list[tuple[float, int, int]]],
    at: int,
    year: int,
) -> tuple[float, int, int]:
    price, found = 0.0, (0.0, -1, -1)
    cheapest = float("inf")
    if at == 0:
        return found
    for before in range(at - 1, max(-1, at - 2 - LOOK_BACK), -1):
        for index, other in enumerate(candidates[before]):
            cost = (
                best[before][index][0] + price + step(mentions[before], other, mentions[at], year)
            )
            if cost < cheapest:
                cheapest, found = cost, (cost, before, index)
        if mentions[before].year is None:
            break
        price += _aside(mentions[before])
        if before == 0 and price < cheapest:
            cheapest, found = price, (price, -1, -1)
    return found


def _aside(mention: Mention) -> float:
    """What it costs to leave a stated time out of the way."""
    return ASIDE_DATE if mention.exact else ASIDE_NAME if mention.which else ASIDE_YEAR


def step(start: Mention, year: int, end: Mention, next_year: int) -> float:
    """What it costs to go on from one time to another."""
    first, last = year * 12 + (start.month or 1), year * 12 + (start.month or 12)
    low, high = next_year * 12 + (end.month or 1), next_year * 12 + (end.month or 12)
    if low > last:
        return min(
            (low - last) / (6 if next_year > year else WITHIN),
            LONGEST if end.year is None else STATED,
        )
    if high < first:
        return (LOOKING_BACK if end.back else BACK) + min((first - high) / 6, LONGEST)
    return 0.0


def _way_back(
    mentions: list[Mention], candidates: list[list[int]], best: list[list[tuple[float, int, int]]]
) -> list[int | None]:
    chosen: list[int | None] = [m.year for m in mentions]
    at = len(mentions) - 1
    ends: list[tuple[float, int, int]] = []
    price = 0.0
    for last in range(at, max(-1, at - 1 - LOOK_BACK), -1):
        ends += [(cell[0] + price, last, index) for index, cell in enumerate(best[last])]
        if mentions[last].year is None:
            break
        price += _aside(mentions[last])
    _, at, index = min(ends)
    while at >= 0:
        chosen[at] = candidates[at][index]
        _, at, index = best[at][index]
    return chosen
