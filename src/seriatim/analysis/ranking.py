"""The order of repairs of a date, the likeliest first.

A repair that fits the order of its list comes first, then one that contradicts fewer claims, then
one nearer to the adjacent dates, then the more frequent slip.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from seriatim.analysis.sequences import DatedList
from seriatim.analysis.slips import KINDS, slips
from seriatim.model import Claim
from seriatim.temporal import edtf


def key(
    claim: Claim, slip: str, value: str, lists: Sequence[DatedList], claims: int
) -> tuple[int, int, int, int, str]:
    """The sort key of a repair of the date of ``claim``, which ``claims`` claims share.

    Smaller is better.
    """
    found = _entry(claim, lists)
    if found is None:
        return (0, claims, 0, KINDS.index(slip), value)
    dated, place = found
    gain = dated.fits(place, value) - dated.fits(place, dated.entries[place].value)
    return (
        -gain,
        claims,
        distance_to_neighbours(dated.beside(place), value),
        KINDS.index(slip),
        value,
    )


def by_list(dated: DatedList, place: int) -> list[tuple[str, str]]:
    """The slips (kind, value) that would put an entry in order in its list, likeliest first."""
    rest = dated.without(place)
    options = [
        (kind, value) for kind, value in slips(rest.entries[place].value) if rest.fits(place, value)
    ]
    return sorted(
        options,
        key=lambda option: (
            distance_to_neighbours(rest.beside(place), option[1]),
            KINDS.index(option[0]),
            option[1],
        ),
    )


def distance_to_neighbours(beside: Sequence[int], value: str) -> int:
    """The sum of the distances, in days, from a value to the adjacent days.

    It is the same everywhere between two of them.
    """
    day = edtf.first_day(value) or 0
    return sum(abs(day - other) for other in beside)


def variation(dated: DatedList, place: int, value: str) -> int:
    """How many days the list moves back and forth in all, with ``value`` at ``place``."""
    days = [e.first for e in dated.entries]
    days[place] = edtf.first_day(value) or 0
    return sum(abs(b - a) for a, b in pairwise(days))


def _entry(claim: Claim, lists: Sequence[DatedList]) -> tuple[DatedList, int] | None:
    """The ordered list and the place of the entry that dates the claim, or ``None``.

    The entry itself is held to be wrong.
    """
    for dated in (d for d in lists if d.runs_in_order):
        for place, entry in enumerate(dated.entries):
            if entry.claim.document == claim.document and entry.span == claim.when.span:
                return dated.without(place), place
    return None
