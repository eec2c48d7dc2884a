"""Which one-slip changes of a date would put a conflict right, in closed form.

A date of the conflict is taken out.  Where the rest can hold, it implies a window for what the date
was about, and the slips whose interval meets the window are exactly the changes that restore
consistency: nothing is tried one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from seriatim.analysis.slips import slips
from seriatim.temporal.network.simple_temporal_network import Network

Place = Callable[
    [str], tuple[float, float]
]  # an EDTF value as the lowest and highest value of its node


class Repair(NamedTuple):
    """Statement ``number`` would say ``value``, had its author not slipped (``slip``)."""

    number: int
    slip: str
    value: str


def repairs(
    network: Network, conflict: Sequence[int], dates: Mapping[int, str], place: Place
) -> list[Repair]:
    """All repairs by one slip in one date, by statement and then in the order of the slips.

    ``dates``: the EDTF value of each statement that a slip may have changed.  The network's
    statements stay as they were; its potentials go.
    """
    found: list[Repair] = []
    for number in sorted(set(conflict) & set(dates)):
        window = without(network, number)
        if window is not None:
            found += [
                Repair(number, slip, value)
                for slip, value in slips(dates[number])
                if _meet(place(value), window)
            ]
    return found


def without(network: Network, number: int) -> tuple[float, float] | None:
    """The window that the rest implies for the node of a date; None where the rest cannot hold either."""
    network.take_out([number])
    window = None
    if not network.check():
        low, high = network.windows()
        node = network.statement(number).b
        window = (float(low[node]), float(high[node]))
    network.put_back([number])
    return window


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
