"""Event coreference within a document: a claim that repeats an earlier one points to it.

An article often reports its event in the lead and again in the body.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from seriatim.lang import function_words, word_families
from seriatim.model import Claim
from seriatim.temporal import edtf, intervals

# An agent may have several similar events of these types on one day.
_SPOKEN = frozenset({"statement", "message", "act"})
_ANOTHER = re.compile(word_families.ANOTHER, re.IGNORECASE)
_SHARED = 3  # words in common
_SHARE = 0.6  # of the words of the shorter


@dataclass(frozen=True, slots=True)
class _Features:
    """The features of a claim that are compared."""

    claim: Claim
    agents: frozenset[str]
    others: frozenset[str]
    words: frozenset[str]


def mark_repeated(
    claims: Sequence[Claim], names: Mapping[str, str], under_date: Collection[int]
) -> tuple[Claim, ...]:
    """The claims, with ``same_as`` where one repeats an earlier one.

    ``names`` are those of mentions by id, ``under_date`` the passages under a date of their own or
    of their list item: the dates of two such entries are compared exactly.
    """
    seen: dict[tuple[str, frozenset[str]], list[_Features]] = defaultdict(list)
    found = []
    for claim in claims:
        features = _features(claim, names)
        first = (
            next(
                (
                    d
                    for d in seen[claim.kind, features.agents]
                    if _is_same_event(d, features, under_date)
                ),
                None,
            )
            if _may_repeat(features)
            else None
        )
        found.append(
            claim
            if first is None
            else replace(claim, same_as=first.claim.same_as or first.claim.id)
        )
        if _may_be_repeated(features):
            seen[claim.kind, features.agents].append(features)
    return tuple(found)


def _features(claim: Claim, names: Mapping[str, str]) -> _Features:
    agents = frozenset(names[p.mention] for p in claim.participants if p.role == "agent")
    others = frozenset(names[p.mention] for p in claim.participants if p.role != "agent")
    words = {
        _stem(w)
        for w in re.findall(r"[^\W\d_]{3,}", claim.summary.lower())
        if w not in function_words.COMMON
    }
    return _Features(claim, agents, others, frozenset(words))


def _stem(word: str) -> str:
    return re.sub(word_families.INFLECTION, "", word) if len(word) > 4 else word


def _may_be_repeated(features: _Features) -> bool:
    claim = features.claim
    return (
        bool(features.agents)
        and claim.kind not in _SPOKEN
        and claim.polarity == "+"
        and not claim.planned
        and claim.when.edtf != edtf.UNKNOWN
    )


def _may_repeat(features: _Features) -> bool:
    return _may_be_repeated(features) and _ANOTHER.search(features.claim.quote) is None


def _is_same_event(first: _Features, second: _Features, under_date: Collection[int]) -> bool:
    if first.claim.span == second.claim.span or not _dates_agree(
        first.claim, second.claim, under_date
    ):
        return False
    shared = len(first.words & second.words)
    alike = shared >= _SHARED and shared >= _SHARE * min(len(first.words), len(second.words))
    return alike and (not first.others or not second.others or bool(first.others & second.others))


def _dates_agree(first: Claim, second: Claim, under_date: Collection[int]) -> bool:
    """Whether the dates are one day, or one contains the other ("in October", "on October 7").

    Two entries of a list must have the same day.
    """
    a, b = (intervals.whole_days(c.when.edtf) for c in (first, second))
    if a == b:
        return edtf.precision(a) == "day"
    if ".." in a + b or (first.passage in under_date and second.passage in under_date):
        return False
    return edtf.interval(a).contains(edtf.interval(b)) or edtf.interval(b).contains(
        edtf.interval(a)
    )
