"""Claims of all documents → events, by agglomerative clustering with average linkage.

The best pairs are merged first, and never where dates exclude each other.  The result does not
depend on the order of the documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from seriatim.model import Claim, PossibleDuplicate, Reading
from seriatim.resolution.blocking import pairs
from seriatim.resolution.claim_features import ClaimFeatures, Rarity, features
from seriatim.resolution.constraints import AppliedDecisions
from seriatim.resolution.disjoint_sets import DisjointSets
from seriatim.resolution.scoring import MERGE, REVIEW, Score, score
from seriatim.temporal.edtf import Interval

LOOSE = 1.0  # by how much the average over two sets may be below MERGE
LOOK = 6  # claims of a set, the first by key, that are averaged over
MOST_REVIEWED = 3  # possible duplicates of one event


@dataclass(frozen=True, slots=True)
class Joined:
    """Claims by event, in the order of the first of each, and possible duplicates."""

    events: tuple[tuple[Claim, ...], ...]
    doubts: tuple[PossibleDuplicate, ...] = ()


def join(
    readings: Sequence[Reading], by_mention: Mapping[str, str], decided: AppliedDecisions
) -> Joined:
    """The events.  Decisions come first; a rejected or split-off claim is an event of its own."""
    claims = [c for r in readings for c in r.claims]
    alone = decided.alone | {c for c, status in decided.status.items() if status == "rejected"}
    sets = DisjointSets(c.id for c in claims)
    for one, other in sorted(decided.events.cannot_link):
        sets.keep_apart(one, other)
    for one, other in _linked(readings, decided, alone):
        sets.join(one, other)
    compared = features(readings, by_mention, alone)
    scores = _Scores(compared, Rarity(compared))
    rated = sorted(
        (-value, i, j)
        for i, j in pairs(compared, scores.rarity)
        if (value := scores.value(i, j)) >= REVIEW
    )
    _grow(sets, scores, [(i, j) for value, i, j in rated if -value >= MERGE])
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(sets.find(claim.id), []).append(claim)
    places = {c.id: n for n, c in enumerate(claims)}
    doubts = _possible_duplicates(sets, scores, ((i, j) for _, i, j in rated), places)
    return Joined(tuple(map(tuple, found.values())), tuple(doubts))


def _linked(
    readings: Sequence[Reading], decided: AppliedDecisions, alone: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Pairs linked by decisions, then those by coreference within a document.

    With cannot-link constraints the order of the links matters, hence the sorting by hash.
    """
    for together in decided.events.must_link:
        for other in together[1:]:
            yield together[0], other
    apart = frozenset(alone)
    for reading in (
        sorted(readings, key=lambda r: (r.document.sha256, r.document.path))
        if decided.events.cannot_link
        else readings
    ):
        known = {c.id for c in reading.claims}
        for claim in reading.claims:
            if claim.same_as and claim.same_as in known and not {claim.id, claim.same_as} & apart:
                yield claim.id, claim.same_as


class _Scores:
    """The scores of pairs of claims by their places, each computed once."""

    def __init__(self, claims: Sequence[ClaimFeatures], rarity: Rarity) -> None:
        self.claims = claims
        self.rarity = rarity
        self._values: dict[int, float] = {}

    def value(self, i: int, j: int) -> float:
        """The score that two claims report one event."""
        place = i * len(self.claims) + j if i < j else j * len(self.claims) + i
        found = self._values.get(place)
        if found is None:
            found = self._values[place] = self.score(i, j).value
        return found

    def score(self, i: int, j: int) -> Score:
        """The same with its reasons."""
        return score(self.claims[i], self.claims[j], self.rarity)


def _grow(sets: DisjointSets, scores: _Scores, likely: Sequence[tuple[int, int]]) -> None:
    """Join sets along the likely pairs, best first, where dates and constraints allow it."""
    compared = scores.claims
    members: dict[str, list[int]] = {}
    for i, claim in enumerate(compared):
        members.setdefault(sets.find(claim.claim.id), []).append(i)
    common = {name: _common([compared[i].when for i in inside]) for name, inside in members.items()}
    for i, j in likely:
        one, other = (sets.find(compared[place].claim.id) for place in (i, j))
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
    """The intersection of intervals; ``None`` for merged claims that exclude each other."""
    starts = [i.start for i in intervals if i.start is not None]
    ends = [i.end for i in intervals if i.end is not None]
    start, end = max(starts, default=None), min(ends, default=None)
    return None if start is not None and end is not None and start >= end else Interval(start, end)


def _likely(one: Sequence[int], other: Sequence[int], scores: _Scores) -> bool:
    """Whether the pairs of two sets are likely on average, and none overlap in their document."""
    claims = scores.claims
    between = [(i, j) for i in one[:LOOK] for j in other[:LOOK]]
    if any(_overlap(claims[i].claim, claims[j].claim) for i, j in between):
        return False
    found = sorted(scores.value(i, j) for i, j in between)
    return sum(found) / len(found) >= MERGE - (LOOSE if len(found) > 1 else 0.0)


def _overlap(one: Claim, other: Claim) -> bool:
    """Whether the spans of two claims overlap in one document."""
    return (
        one.document == other.document
        and one.span[0] < other.span[1]
        and other.span[0] < one.span[1]
    )


def _possible_duplicates(
    sets: DisjointSets, scores: _Scores, rated: Iterable[tuple[int, int]], place: Mapping[str, int]
) -> Iterator[PossibleDuplicate]:
    """The best pairs that were not merged, a few for each event, likeliest first."""
    shown: dict[str, int] = {}
    seen: set[tuple[str, ...]] = set()
    for i, j in rated:
        one, other = scores.claims[i].claim, scores.claims[j].claim
        events = tuple(sorted((sets.find(one.id), sets.find(other.id))))
        if one.polarity != other.polarity:
            continue  # a check reports what one asserts and the other denies
        if (
            events[0] == events[1]
            or events in seen
            or max(shown.get(e, 0) for e in events) >= MOST_REVIEWED
            or sets.are_apart(*events)
        ):
            continue
        seen.add(events)
        for event in events:
            shown[event] = shown.get(event, 0) + 1
        first, second = sorted((one.id, other.id), key=place.__getitem__)
        found = scores.score(i, j)
        yield PossibleDuplicate((first, second), found.value, found.because())
