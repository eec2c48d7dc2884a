"""How similar the words of claims are, and the pairs of claims that are about one event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import combinations

from seriatim.lang import check_patterns, function_words, word_families
from seriatim.model import Claim, Event, Role
from seriatim.temporal import edtf

SMALL_WORDS = function_words.FUNCTION_WORDS["English"]
WORD = re.compile(r"[^\W\d_]{3,}")
FAMILY = {word: family[0] for family in word_families.FAMILIES for word in family if len(word) > 2}
ENOUGH = 3  # words that two claims of different events must have in common to be compared
SHARE = 0.6  # of the words of the shorter
NEAR = 20  # claims with one predicate, in chronological order, that each is compared with
NEAR_BEFORE = 6  # claims of a passage among which the one that another corrects is looked for
AGENT: frozenset[Role] = frozenset({"agent"})
OTHERS: frozenset[Role] = frozenset({"patient", "counterpart", "recipient"})
SLIGHT = 3  # days by which two dates of one event may differ


@lru_cache(maxsize=1 << 18)
def _stem(word: str) -> str:
    """A word without its ending; empty for a function word."""
    if word in SMALL_WORDS:
        return ""
    if word in FAMILY:
        return FAMILY[word]
    return check_patterns.ENDING.sub("", word) if len(word) > 4 else word


def stems(text: str) -> frozenset[str]:
    """The stems of the words of three letters or more, without function words."""
    return frozenset(filter(None, map(_stem, WORD.findall(text.lower()))))


def overlapping(one: Claim, other: Claim) -> bool:
    """Whether the spans of the two overlap, so that one is part of the other."""
    return (
        one.document == other.document
        and one.span[0] < other.span[1]
        and other.span[0] < one.span[1]
    )


def dates_overlap(one: Claim | Event, other: Claim | Event) -> bool:
    """Whether the dates of the two overlap."""
    return edtf.interval(one.when.edtf).meets(edtf.interval(other.when.edtf))


def are_two_voices(one: Claim, other: Claim) -> bool:
    """Whether two claims are of different documents, or of different sources within one.

    Who says in one voice that Kerr answered the first letter and never answered the second tells
    of two letters, and who dates two sinkings differently of two ships.
    """
    voices = [frozenset(s.name for s in c.sources) for c in (one, other)]
    return one.document != other.document or voices[0] != voices[1]


def _versions(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The first claim of each version, so that a hundred equal claims are compared once."""
    found: dict[tuple[object, ...], Claim] = {}
    for c in claims:
        found.setdefault(
            (c.when.edtf, c.place, c.polarity, tuple((q.text, q.bound) for q in c.quantities)), c
        )
    return tuple(found.values())


class ClaimSimilarity:
    """The stems of all claims, and the pairs that are about one event."""

    def __init__(
        self,
        event_of: Mapping[str, Event],
        texts: Mapping[str, str],
        people: frozenset[str] = frozenset(),
    ) -> None:
        """Index the claims: their events, the texts by document, and the actors who are people."""
        self._people = people
        self.event_of = event_of
        self._texts = texts
        self._actors: dict[str, frozenset[str]] = {}
        self.events = tuple({e.id: e for e in event_of.values()}.values())
        self.claims = {c.id: c for e in self.events for c in e.claims}
        self.predicate = {
            c.id: stems(texts[c.document][c.predicate[0] : c.predicate[1]])
            for c in self.claims.values()
        }
        self.words = {c.id: stems(c.summary) | self.predicate[c.id] for c in self.claims.values()}

    @cached_property
    def same_event_pairs(self) -> tuple[tuple[Claim, Claim], ...]:
        """Pairs of claims about one event: merged by resolution, corrected, or similar in words."""
        merged = ((a, b) for e in self.events for a, b in combinations(_versions(e.claims), 2))
        return tuple(
            (a, b)
            for a, b in dict.fromkeys((*merged, *self._similar(), *self._corrections()))
            if a.polarity == b.polarity == "+"
        )

    def _corrections(self) -> Iterator[tuple[Claim, Claim]]:
        """Attributed claims and their corrections in the passage's own words.

        "The label says it was sent on the 9th. Kerr sent it before."
        """
        before: list[Claim] = []
        sourced = {(c.document, c.passage) for c in self.claims.values() if c.sources}
        for claim in sorted(
            (c for c in self.claims.values() if (c.document, c.passage) in sourced),
            key=lambda c: (c.document, c.passage, c.predicate),
        ):
            before = [
                c
                for c in before[-NEAR_BEFORE:]
                if (c.document, c.passage) == (claim.document, claim.passage)
            ]
            if not claim.sources and claim.when.edtf != edtf.UNKNOWN:
                yield from ((c, claim) for c in before if self._is_correction(c, claim))
            before.append(claim)

    def _is_correction(self, one: Claim, other: Claim) -> bool:
        if (
            not one.sources
            or one.when.edtf == edtf.UNKNOWN
            or overlapping(one, other)
            or self.event_of[one.id] is self.event_of[other.id]
        ):
            return False
        if self.predicate[one.id].isdisjoint(
            self.predicate[other.id]
        ) or check_patterns.AGAIN.search(other.quote):
            return False
        behind = self._texts[other.document][other.predicate[1] : other.predicate[1] + 8]
        agents = [{p.mention for p in c.participants if p.role == "agent"} for c in (one, other)]
        return not all(agents) and check_patterns.OBJECT_PRONOUN.match(behind) is not None

    def _similar(self) -> Iterator[tuple[Claim, Claim]]:
        by_word: dict[str, list[Claim]] = {}
        for claim in sorted(self.claims.values(), key=lambda c: edtf.first_day(c.when.edtf) or 0):
            for stem in sorted(self.predicate[claim.id]):
                by_word.setdefault(stem, []).append(claim)
        for group in by_word.values():
            for i, one in enumerate(group):
                for other in group[i + 1 : i + 1 + NEAR]:
                    if (
                        len(self.common(one, other)) >= ENOUGH
                        and self.event_of[one.id] is not self.event_of[other.id]
                        and self._is_same_event(one, other)
                    ):
                        first, second = sorted((one, other), key=lambda c: (c.document, c.span))
                        yield first, second

    def _is_same_event(self, one: Claim, other: Claim) -> bool:
        if edtf.UNKNOWN in (one.when.edtf, other.when.edtf) or self.share(one, other) < SHARE:
            return False
        if self._are_different_people(one, other, AGENT) or self._are_different_people(
            one, other, OTHERS
        ):
            return False
        near = (
            abs((edtf.first_day(one.when.edtf) or 0) - (edtf.first_day(other.when.edtf) or 0))
            <= SLIGHT
        )
        return (near or dates_overlap(one, other)) and not overlapping(one, other)

    def actors(self, claim: Claim) -> frozenset[str]:
        """The actors of the claim's event without places."""
        event = self.event_of[claim.id]
        if event.id not in self._actors:
            self._actors[event.id] = frozenset(a.actor for a in event.actors if a.role != "place")
        return self._actors[event.id]

    def _are_different_people(self, one: Claim, other: Claim, roles: frozenset[Role]) -> bool:
        """Whether both have people in these roles, and none in common."""
        sides = [
            frozenset(a.actor for a in self.event_of[c.id].actors if a.role in roles)
            for c in (one, other)
        ]
        return all(sides) and not sides[0] & sides[1] and sides[0] | sides[1] <= self._people

    def common(self, one: Claim, other: Claim) -> frozenset[str]:
        """The stems in common."""
        return self.words[one.id] & self.words[other.id]

    def share(self, one: Claim, other: Claim) -> float:
        """The stems in common as a share of the shorter claim's."""
        shorter = min(len(self.words[one.id]), len(self.words[other.id]))
        return len(self.common(one, other)) / shorter if shorter else 0.0
