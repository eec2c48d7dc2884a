"""Which repair comes first.

One that also fits the order of its list, then one that speaks against fewer claims, then one that
stands nearest to the dates beside it, then the commoner slip.
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
    """A smaller key is a better repair of the date of ``claim``, which ``claims`` claims give."""
    found = _entry(claim, lists)
    if found is None:
        return (0, claims, 0, KINDS.index(slip), value)
    dated, place = found
    gain = dated.fits(place, value) - dated.fits(place, dated.entries[place].value)
    return (-gain, claims, strangeness(dated.beside(place), value), KINDS.index(slip), value)


def by_list(dated: DatedList, place: int) -> list[tuple[str, str]]:
    """The slips (kind, value) by which the entry at a place would stand in the order of its list, the likeliest first."""
    rest = dated.without(place)
    options = [
        (kind, value) for kind, value in slips(rest.entries[place].value) if rest.fits(place, value)
    ]
    return sorted(
        options,
        key=lambda option: (
            strangeness(rest.beside(place), option[1]),
            KINDS.index(option[0]),
            option[1],
        ),
    )


def strangeness(beside: Sequence[int], value: str) -> int:
    """How far, in days, a value stands from the days beside it, in sum: the same everywhere between two of them."""
    day = edtf.first_day(value) or 0
    return sum(abs(day - other) for other in beside)


def variation(dated: DatedList, place: int, value: str) -> int:
    """How many days the list goes forth and back from entry to entry, with a value at a place."""
    days = [e.first for e in dated.entries]
    days[place] = edtf.first_day(value) or 0
    return sum(abs(b - a) for a, b in pairwise(days))


def _entry(claim: Claim, lists: Sequence[DatedList]) -> tuple[DatedList, int] | None:
    """The list that runs in order with the entry whose date the claim has, that entry held for wrong."""
    for dated in (d for d in lists if d.runs_in_order):
        for place, entry in enumerate(dated.entries):
            if entry.claim.document == claim.document and entry.span == claim.when.span:
                return dated.without(place), place
    return None
