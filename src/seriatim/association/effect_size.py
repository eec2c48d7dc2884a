"""How large: the effect beside what chance gives, and how many events left out would undo it."""

from __future__ import annotations

from math import floor

from seriatim.association.exact import Chance, binomial
from seriatim.association.question import Effect

LIMIT = 0.05
SURE = 0.95


def effect(seen: float, events: int, chance: Chance) -> Effect:
    """Seen, expected, their ratio and its interval.

    The interval is Clopper and Pearson's for the share of the events (Biometrika 26, 1934), of as
    many independent events as would vary as much as these do under the null: events in clusters
    count for fewer.
    """
    expected, events = chance.mean, max(1, events)
    share = min(1.0, expected / events)
    by_chance = chance.middle(SURE)
    if expected <= 0:
        return Effect(seen, expected, None, None, by_chance)
    independent = events * share * (1 - share)
    clumped = max(1.0, chance.variance / independent) if independent > 0 else 1.0
    low, high = _share_interval(seen / clumped, events / clumped)
    return Effect(seen, expected, seen / expected, (low / share, high / share), by_chance)


def _share_interval(hits: float, events: float) -> tuple[float, float]:
    """Between which shares ``hits`` of ``events`` would not surprise, each in 2.5 of 100 cases on its side; ``hits`` need not be whole."""
    from scipy.special import betaincinv

    rest = (1 - SURE) / 2
    low = float(betaincinv(hits, events - hits + 1, rest)) if hits > 0 else 0.0
    high = float(betaincinv(hits + 1, events - hits, 1 - rest)) if hits < events else 1.0
    return low, high


def tipping(seen: float, events: int, share: float) -> int | None:
    """The least number of events outside every window that, had they been left out of the list, would bring p above .05.

    0 where nothing need be left out; ``None`` where nothing was seen.  p as for events strewn
    evenly over a period of which the windows cover ``share``: those left out have no dates that
    could be shifted.
    """
    hits = floor(seen + 1e-9)
    if not hits:
        return None

    def passes(left_out: int) -> bool:
        return binomial(events + left_out, share).at_least(hits) > LIMIT

    if share <= 0 or passes(0):
        return 0 if share > 0 else None
    low, high = 0, 1
    while not passes(high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if passes(middle) else (middle, high)
    return high
