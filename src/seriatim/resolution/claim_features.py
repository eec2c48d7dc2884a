"""Claims → the features by which they are compared: word families, actors, place, numbers, date."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from seriatim.model import Claim, Document, Reading
from seriatim.resolution.word_families import senses, stems
from seriatim.temporal import edtf
from seriatim.temporal.edtf import Interval

BEHIND = 40  # characters after a trigger in which its particle stands


class ClaimFeatures(NamedTuple):
    """A claim with its features; ``key`` does not depend on the order of the documents."""

    claim: Claim
    key: str
    word: frozenset[str]  # families of the trigger's words
    own: frozenset[str]  # of the headline
    around: frozenset[str]  # of the sentence
    agents: frozenset[str]
    others: frozenset[str]
    place: frozenset[str]
    numbers: frozenset[str]
    when: Interval
    days: float  # length of the interval
    published: int | None  # day
    actors: frozenset[str]  # agents and others
    senses: frozenset[str] = frozenset()  # of synonyms of the trigger


def features(
    readings: Sequence[Reading], by_mention: Mapping[str, str], alone: Iterable[str] = ()
) -> list[ClaimFeatures]:
    """The features of all claims not in ``alone``, ordered by key."""
    left_out = frozenset(alone)
    found: list[ClaimFeatures] = []
    for reading in readings:
        around: dict[str, frozenset[str]] = {}  # a sentence can have several claims
        for claim in reading.claims:
            if claim.id not in left_out:
                if claim.quote not in around:
                    around[claim.quote] = stems(claim.quote)
                found.append(_features(claim, reading.document, by_mention, around[claim.quote]))
    return sorted(found, key=lambda t: t.key)


def _features(
    claim: Claim, document: Document, by_mention: Mapping[str, str], around: frozenset[str]
) -> ClaimFeatures:
    parts = [(by_mention[p.mention], p.role) for p in claim.participants if p.mention in by_mention]
    when = edtf.interval(claim.when.edtf)
    agents = frozenset(a for a, role in parts if role == "agent")
    others = frozenset(a for a, role in parts if role not in ("agent", "place"))
    word = stems(document.text[claim.predicate[0] : claim.predicate[1]])
    return ClaimFeatures(
        claim,
        _key(claim, document),
        word,
        _own(claim, document) | word,
        around,
        agents,
        others,
        stems(claim.place) if claim.place else frozenset(),
        frozenset(n for q in claim.quantities for n in stems(q.text) if n[0].isdigit()),
        when,
        math.inf if when.start is None or when.end is None else (when.end - when.start) / edtf.DAY,
        edtf.first_day(document.published) if document.published else None,
        agents | others,
        senses(word, document.text[claim.predicate[1] : claim.predicate[1] + BEHIND]),
    )


def _key(claim: Claim, document: Document) -> str:
    """The sort key of a claim: its document's hash, its spans, its type and the path."""
    start, end = claim.predicate
    place = f"{start:09}:{end:09}:{claim.span[0]:09}"
    return f"{document.sha256}:{place}:{claim.kind}:{document.path}"


def _own(claim: Claim, document: Document) -> frozenset[str]:
    """The word families of the headline, within the content where the claim is attributed.

    Claims of one event may be attributed by different words.
    """
    contents = [s.content for s in claim.sources if s.content is not None]
    if not contents:
        return stems(claim.summary)
    return stems(claim.summary) & stems(document.text[slice(*contents[-1])])


class Rarity:
    """The weight of each word family: the rarer among the claims, the larger."""

    def __init__(self, claims: Sequence[ClaimFeatures]) -> None:
        self._claims = claims
        self._sums: dict[frozenset[str], float] = {}

    @cached_property
    def _weights(self) -> dict[str, float]:
        counts: Counter[str] = Counter()
        for claim in self._claims:
            counts.update(claim.own | claim.around)
        total = len(self._claims)
        return {w: math.log(1 + total / n) for w, n in counts.items()}

    def sum(self, words: frozenset[str]) -> float:
        """The sum of the weights of words, whatever their order."""
        if words not in self._sums:
            self._sums[words] = math.fsum(map(self._weights.__getitem__, words))
        return self._sums[words]

    def share(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The share of the lighter side's weight that both have in common, from 0 to 1."""
        common = one & other
        if not common:
            return 0.0
        lighter = min(
            self._sums.get(one) or self.sum(one), self._sums.get(other) or self.sum(other)
        )
        return math.fsum(map(self._weights.__getitem__, common)) / lighter

    @cached_property
    def _rank(self) -> dict[str, int]:
        return {
            w: n for n, w in enumerate(sorted(self._weights, key=lambda w: (-self._weights[w], w)))
        }

    def rarest(self, words: frozenset[str], most: int) -> list[str]:
        """The words of the largest weight, in descending order."""
        return sorted(words, key=self._rank.__getitem__)[:most]
