"""Claims → which of them tell one event, over all documents.

The likeliest pairs are joined first; two sets are joined where the pairs between them are likely on
the average, and never where their dates exclude each other.  What comes out hangs on the claims
alone and not on the order of the documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from seriatim.model import Claim, Doubt, Reading
from seriatim.resolution.blocking import pairs
from seriatim.resolution.claim_features import ClaimFeatures, Rarity, tellings
from seriatim.resolution.constraints import AppliedDecisions
from seriatim.resolution.disjoint_sets import DisjointSets
from seriatim.resolution.scoring import DOUBT, MERGE, Score, score
from seriatim.temporal.edtf import Interval

LOOSE = 1.0  # by how much the average over two sets may stay under what two claims need
LOOK = 6  # tellings of a set, the first by key, that an average is made over
MOST_DOUBTS = 3  # for one event


@dataclass(frozen=True, slots=True)
class Joined:
    """Claims by event, in the order of the first of each, and pairs of claims that a person should look at."""

    events: tuple[tuple[Claim, ...], ...]
    doubts: tuple[Doubt, ...] = ()


def join(
    readings: Sequence[Reading], by_mention: Mapping[str, str], decided: AppliedDecisions
) -> Joined:
    """What people decided goes before what was read; a rejected claim and one that was split off share their event with no other."""
    claims = [c for r in readings for c in r.claims]
    alone = decided.alone | {c for c, status in decided.status.items() if status == "rejected"}
    sets = DisjointSets(c.id for c in claims)
    for one, other in sorted(decided.events.apart):
        sets.keep_apart(one, other)
    for one, other in _given(readings, decided, alone):
        sets.join(one, other)
    told = tellings(readings, by_mention, alone)
    scores = _Scores(told, Rarity(told))
    rated = sorted(
        (-value, i, j)
        for i, j in pairs(told, scores.rarity)
        if (value := scores.value(i, j)) >= DOUBT
    )
    _grow(sets, scores, [(i, j) for value, i, j in rated if -value >= MERGE])
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(sets.find(claim.id), []).append(claim)
    doubts = _doubts(
        sets, scores, ((i, j) for _, i, j in rated), {c.id: n for n, c in enumerate(claims)}
    )
    return Joined(tuple(map(tuple, found.values())), tuple(doubts))


def _given(
    readings: Sequence[Reading], decided: AppliedDecisions, alone: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Pairs that people or the documents' own readings put together: people first, and whatever the order of the documents."""
    for together in decided.events.together:
        for other in together[1:]:
            yield together[0], other
    apart = frozenset(alone)
    for reading in (
        sorted(readings, key=lambda r: (r.document.sha256, r.document.path))
        if decided.events.apart
        else readings
    ):
        known = {c.id for c in reading.claims}
        for claim in reading.claims:
            if claim.same_as and claim.same_as in known and not {claim.id, claim.same_as} & apart:
                yield claim.id, claim.same_as


class _Scores:
    """The scores of pairs of tellings, by their places: each found once."""

    def __init__(self, told: Sequence[ClaimFeatures], rarity: Rarity) -> None:
        self.told = told
        self.rarity = rarity
        self._values: dict[int, float] = {}

    def value(self, i: int, j: int) -> float:
        """How likely the two tell one event."""
        place = i * len(self.told) + j if i < j else j * len(self.told) + i
        found = self._values.get(place)
        if found is None:
            found = self._values[place] = self.score(i, j).value
        return found

    def score(self, i: int, j: int) -> Score:
        """The same, with the reasons."""
        return score(self.told[i], self.told[j], self.rarity)


def _grow(sets: DisjointSets, scores: _Scores, likely: Sequence[tuple[int, int]]) -> None:
    """Join sets along the likely pairs, best first."""
    told = scores.told
    members: dict[str, list[int]] = {}
    for i, telling in enumerate(told):
        members.setdefault(sets.find(telling.claim.id), []).append(i)
    common = {name: _common([told[i].when for i in inside]) for name, inside in members.items()}
    for i, j in likely:
        one, other = sets.find(told[i].claim.id), sets.find(told[j].claim.id)
        if one == other:
            continue
        a, b = common[one], common[other]
        if (
            a is None
            or b is None
            or not a.meets(b)
            or sets.are_apart(one, other)
            or not _likely(members[one], members[other], scores)
        ):
            continue
        sets.join(one, other)
        name = sets.find(one)
        members[name] = sorted(members[one] + members[other])
        common[name] = _common([a, b])


def _common(intervals: Sequence[Interval]) -> Interval | None:
    """The time that all share, which pairwise meeting intervals have; ``None`` where two exclude each other (a person joined them)."""
    starts = [i.start for i in intervals if i.start is not None]
    ends = [i.end for i in intervals if i.end is not None]
    start, end = max(starts, default=None), min(ends, default=None)
    return None if start is not None and end is not None and start >= end else Interval(start, end)


def _likely(one: Sequence[int], other: Sequence[int], scores: _Scores) -> bool:
    """Whether the pairs between two sets are likely on the average, and none tells parts of one sentence."""
    told = scores.told
    between = [(i, j) for i in one[:LOOK] for j in other[:LOOK]]
    if any(_beside(told[i].claim, told[j].claim) for i, j in between):
        return False
    found = sorted(scores.value(i, j) for i, j in between)
    return sum(found) / len(found) >= MERGE - (LOOSE if len(found) > 1 else 0.0)


def _beside(one: Claim, other: Claim) -> bool:
    """Whether the two are told in one run of words: the one is a part of the other, or goes on with it."""
    return (
        one.document == other.document
        and one.span[0] < other.span[1]
        and other.span[0] < one.span[1]
    )


def _doubts(
    sets: DisjointSets, scores: _Scores, rated: Iterable[tuple[int, int]], place: Mapping[str, int]
) -> Iterator[Doubt]:
    """The best pairs that stayed apart, few for each event, likeliest first; of a pair, that which stands first comes first."""
    shown: dict[str, int] = {}
    seen: set[tuple[str, ...]] = set()
    for i, j in rated:
        one, other = scores.told[i].claim, scores.told[j].claim
        events = tuple(sorted((sets.find(one.id), sets.find(other.id))))
        if one.polarity != other.polarity:
            continue  # that one says what the other denies is told by a check
        if (
            events[0] == events[1]
            or events in seen
            or max(shown.get(e, 0) for e in events) >= MOST_DOUBTS
            or sets.are_apart(*events)
        ):
            continue
        seen.add(events)
        for event in events:
            shown[event] = shown.get(event, 0) + 1
        first, second = sorted((one.id, other.id), key=place.__getitem__)
        found = scores.score(i, j)
        yield Doubt((first, second), found.value, found.because())
