"""Claims as they are held against one another: families of words, who takes part, where, how many, when."""

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

BEHIND = 40  # letters behind a predicate in which its small word stands


class ClaimFeatures(NamedTuple):
    """A claim with what it can be told by.  ``key`` hangs on the words alone, not on the order of the documents."""

    claim: Claim
    key: str
    word: frozenset[str]  # families of the words that name what happened
    own: frozenset[str]  # of the summary
    around: frozenset[str]  # of the sentence
    agents: frozenset[str]
    others: frozenset[str]
    place: frozenset[str]
    numbers: frozenset[str]
    when: Interval
    days: float  # how long the interval is
    published: int | None  # day
    actors: frozenset[str]  # agents and others
    senses: frozenset[str] = frozenset()  # what else the happening may be called


def tellings(
    readings: Sequence[Reading], by_mention: Mapping[str, str], alone: Iterable[str] = ()
) -> list[ClaimFeatures]:
    """All claims but those that share their event with no other, in the order of their keys."""
    left_out = frozenset(alone)
    found: list[ClaimFeatures] = []
    for reading in readings:
        around: dict[str, frozenset[str]] = {}  # of a sentence that tells several things, once
        for claim in reading.claims:
            if claim.id not in left_out:
                if claim.quote not in around:
                    around[claim.quote] = stems(claim.quote)
                found.append(_telling(claim, reading.document, by_mention, around[claim.quote]))
    return sorted(found, key=lambda t: t.key)


def _telling(
    claim: Claim, document: Document, by_mention: Mapping[str, str], around: frozenset[str]
) -> ClaimFeatures:
    parts = [(by_mention[p.mention], p.role) for p in claim.participants if p.mention in by_mention]
    when = edtf.interval(claim.when.edtf)
    agents = frozenset(a for a, role in parts if role == "agent")
    others = frozenset(a for a, role in parts if role not in ("agent", "place"))
    word = stems(document.text[claim.predicate[0] : claim.predicate[1]])
    return ClaimFeatures(
        claim,
        f"{document.sha256}:{claim.predicate[0]:09}:{claim.predicate[1]:09}:{claim.span[0]:09}:{claim.kind}:{document.path}",
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


def _own(claim: Claim, document: Document) -> frozenset[str]:
    """The families of the summary's words without those that only tell who says so: two who deny it do not make two happenings."""
    contents = [s.content for s in claim.sources if s.content is not None]
    if not contents:
        return stems(claim.summary)
    return stems(claim.summary) & stems(document.text[slice(*contents[-1])])


class Rarity:
    """How much a word tells: the rarer among the claims, the more."""

    def __init__(self, tellings: Sequence[ClaimFeatures]) -> None:
        self._tellings = tellings
        self._sums: dict[frozenset[str], float] = {}

    @cached_property
    def _weights(self) -> dict[str, float]:
        counts: Counter[str] = Counter()
        for telling in self._tellings:
            counts.update(telling.own | telling.around)
        total = len(self._tellings)
        return {w: math.log(1 + total / n) for w, n in counts.items()}

    def sum(self, words: frozenset[str]) -> float:
        """The weights of words together, the same in whatever order they come."""
        if words not in self._sums:
            self._sums[words] = math.fsum(map(self._weights.__getitem__, words))
        return self._sums[words]

    def share(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The part of the lighter side's weight that is common to both, 0 to 1."""
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
        """The words that tell most, best first."""
        return sorted(words, key=self._rank.__getitem__)[:most]
