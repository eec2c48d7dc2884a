"""Which repair comes first: one that also fits the order of its list, then one that speaks against fewer claims, then the commoner slip."""

from __future__ import annotations

from collections.abc import Sequence

from seriatim.analysis.sequences import DatedList
from seriatim.analysis.slips import KINDS, slips
from seriatim.model import Claim


def key(claim: Claim, slip: str, value: str, lists: Sequence[DatedList], claims: int) -> tuple[int, int, int, str]:
    """A smaller key is a better repair of the date of ``claim``, which ``claims`` claims give."""
    return (-_gain(claim, value, lists), claims, KINDS.index(slip), value)


def by_list(dated: DatedList, place: int) -> list[tuple[str, str]]:
    """The slips (kind, value) by which the entry at a place would stand in the order of its list, the commonest first."""
    options = [(kind, value) for kind, value in slips(dated.entries[place].value) if dated.fits(place, value)]
    return sorted(options, key=lambda option: (KINDS.index(option[0]), option[1]))


def _gain(claim: Claim, value: str, lists: Sequence[DatedList]) -> int:
    """1 where the value stands in the order of the list and the printed one did not; -1 for the reverse; 0 where the list says nothing."""
    for dated in (d for d in lists if d.runs_in_order):
        for place, entry in enumerate(dated.entries):
            if entry.claim.document == claim.document and entry.span == claim.when.span:
                return dated.fits(place, value) - dated.fits(place, entry.value)
    return 0
