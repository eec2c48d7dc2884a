"""The words of claims as stems, and the pairs of claims that tell, or seem to tell, one event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import combinations

from seriatim.lang.en.function_words import FUNCTION_WORDS
from seriatim.lang.en.word_families import FAMILIES
from seriatim.model import Claim, Event, Role
from seriatim.temporal import edtf

SMALL_WORDS = FUNCTION_WORDS["English"]
WORD = re.compile(r"[^\W\d_]{3,}")
ENDING = re.compile(r"(?:ations?|ings?|ed|es|s|e)$")
FAMILY = {word: family[0] for family in FAMILIES for word in family if len(word) > 2}
ENOUGH = 3  # words that two claims must have in common to tell one event, though nobody put them together
SHARE = 0.6  # of the words of the shorter
NEAR = 20  # claims with one word for what happened, in order of time, that each is held against
NEAR_BEFORE = 6  # claims of a passage among which that which another puts right is looked for
AGAIN = re.compile(r"\b(?:again|also|too|second|another|once more)\b", re.IGNORECASE)
THAT = re.compile(r"\s+(?:it|them|this|that|these|those)\b")
DOING: frozenset[Role] = frozenset({"agent"})
DONE_TO: frozenset[Role] = frozenset({"patient", "counterpart", "recipient"})
SLIGHT = 3  # days by which two tellings of one event may differ


@lru_cache(maxsize=1 << 18)
def _stem(word: str) -> str:
    """A word without its ending; nothing for one that every text has."""
    if word in SMALL_WORDS:
        return ""
    if word in FAMILY:
        return FAMILY[word]
    return ENDING.sub("", word) if len(word) > 4 else word


def stems(text: str) -> frozenset[str]:
    """The words of three letters or more, without those that every text has and without their endings."""
    return frozenset(filter(None, map(_stem, WORD.findall(text.lower()))))


def beside(one: Claim, other: Claim) -> bool:
    """Whether the two are told in one run of words, so that one is a part of the other or goes on with it."""
    return (
        one.document == other.document
        and one.span[0] < other.span[1]
        and other.span[0] < one.span[1]
    )


def agree(one: Claim | Event, other: Claim | Event) -> bool:
    """Whether the dates of the two share a moment."""
    return edtf.interval(one.when.edtf).meets(edtf.interval(other.when.edtf))


def _versions(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The first claim of each version: what a hundred documents tell alike is held once against what others tell otherwise."""
    found: dict[tuple[object, ...], Claim] = {}
    for c in claims:
        found.setdefault(
            (c.when.edtf, c.place, c.polarity, tuple((q.text, q.bound) for q in c.quantities)), c
        )
    return tuple(found.values())


class Wording:
    """The stems of all claims of a case, and which pairs are alike."""

    def __init__(
        self,
        event_of: Mapping[str, Event],
        texts: Mapping[str, str],
        people: frozenset[str] = frozenset(),
    ) -> None:
        """``event_of`` the event of each claim, ``texts`` the text of each document, ``people`` the actors who are persons."""
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
    def twice(self) -> tuple[tuple[Claim, Claim], ...]:
        """Pairs of claims that tell one event: put together by resolution, or with the same word for it and much the same words around."""
        together = ((a, b) for e in self.events for a, b in combinations(_versions(e.claims), 2))
        return tuple(
            (a, b)
            for a, b in dict.fromkeys((*together, *self._alike(), *self._put_right()))
            if a.polarity == b.polarity == "+"
        )

    def _put_right(self) -> Iterator[tuple[Claim, Claim]]:
        """What a passage says that somebody says, and the same in its own words: "The label says it was sent on the 9th.  Kerr sent it before"."""
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
                yield from ((c, claim) for c in before if self._is_put_right(c, claim))
            before.append(claim)

    def _is_put_right(self, one: Claim, other: Claim) -> bool:
        if (
            not one.sources
            or one.when.edtf == edtf.UNKNOWN
            or beside(one, other)
            or self.event_of[one.id] is self.event_of[other.id]
        ):
            return False
        if self.predicate[one.id].isdisjoint(self.predicate[other.id]) or AGAIN.search(other.quote):
            return False
        behind = self._texts[other.document][other.predicate[1] : other.predicate[1] + 8]
        agents = [{p.mention for p in c.participants if p.role == "agent"} for c in (one, other)]
        return not all(agents) and THAT.match(behind) is not None

    def _alike(self) -> Iterator[tuple[Claim, Claim]]:
        by_word: dict[str, list[Claim]] = {}
        for claim in sorted(self.claims.values(), key=lambda c: edtf.first_day(c.when.edtf) or 0):
            for stem in sorted(self.predicate[claim.id]):
                by_word.setdefault(stem, []).append(claim)
        for group in by_word.values():
            words = [self.words[claim.id] for claim in group]
            for i, one in enumerate(group):
                for j in range(i + 1, min(i + 1 + NEAR, len(group))):
                    other = group[j]
                    if (
                        len(words[i] & words[j]) >= ENOUGH
                        and self.event_of[one.id] is not self.event_of[other.id]
                        and self._is_told_again(one, other)
                    ):
                        first, second = sorted((one, other), key=lambda c: (c.document, c.span))
                        yield first, second

    def _is_told_again(self, one: Claim, other: Claim) -> bool:
        if edtf.UNKNOWN in (one.when.edtf, other.when.edtf) or self.share(one, other) < SHARE:
            return False
        if self._are_others(one, other, DOING) or self._are_others(one, other, DONE_TO):
            return False
        near = (
            abs((edtf.first_day(one.when.edtf) or 0) - (edtf.first_day(other.when.edtf) or 0))
            <= SLIGHT
        )
        return (near or agree(one, other)) and not beside(one, other)

    def actors(self, claim: Claim) -> frozenset[str]:
        """The actors of the claim's event, places left out."""
        event = self.event_of[claim.id]
        if event.id not in self._actors:
            self._actors[event.id] = frozenset(a.actor for a in event.actors if a.role != "place")
        return self._actors[event.id]

    def _are_others(self, one: Claim, other: Claim, roles: frozenset[Role]) -> bool:
        """Whether both name people in these roles, and none of the one is one of the other."""
        sides = [
            frozenset(a.actor for a in self.event_of[c.id].actors if a.role in roles)
            for c in (one, other)
        ]
        return all(sides) and not sides[0] & sides[1] and sides[0] | sides[1] <= self._people

    def common(self, one: Claim, other: Claim) -> frozenset[str]:
        """The stems that both use."""
        return self.words[one.id] & self.words[other.id]

    def share(self, one: Claim, other: Claim) -> float:
        """The part of the shorter claim's stems that both use."""
        shorter = min(len(self.words[one.id]), len(self.words[other.id]))
        return len(self.common(one, other)) / shorter if shorter else 0.0
