"""Actors → the pairs of them that may be one: names that go together, but not surely enough to be put together.

A score is a sum of weights (log-odds, set by hand); from ``DOUBT`` on a person is asked, with every
reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from seriatim.lang.en.function_words import FUNCTION_WORDS
from seriatim.lang.en.given_names import FEMALE_NAMES, MALE_NAMES
from seriatim.model import Actor, Doubt, Mention, Reading
from seriatim.resolution.actor_kinds import is_plain
from seriatim.resolution.actors import key
from seriatim.resolution.constraints import AppliedDecisions
from seriatim.resolution.name_variants import Parted, forms, shorts
from seriatim.resolution.namesakes import said_to_be

WEIGHTS = {
    "to begin with": -2.0,
    "the same name": 3.0,
    "one name is the other’s surname": 2.5,
    "one name is the other with a name left out": 2.5,
    "one name has an initial where the other has a name": 2.5,
    "one name is the other’s letters": 3.0,
    "one name is the other without its legal form": 3.0,
    "the names differ by one letter": 2.2,
    "one name begins the other": 1.5,
    "said to be the same": 1.0,
    "said to be different": -1.0,
    "named with the same others": 0.4,  # for each
    "others could be meant": -0.6,
    "named side by side in one document": -2.5,
    "a person and a body": -2.0,
    "a person and what may be a body": -0.8,
}
DOUBT = 0.0
MOST = 3  # pairs that an actor is shown in
MOST_OTHERS = 3
LONG = 5  # letters of a name that may be misspelled
SHORT = 4  # of one word of several
_FORMS = {
    "surname": "one name is the other’s surname",
    "person": "one name is the other with a name left out",
    "initial": "one name has an initial where the other has a name",
    "acronym": "one name is the other’s letters",
    "firm": "one name is the other without its legal form",
    "beginning": "one name begins the other",
    "name": "the same name",
    "spelling": "the names differ by one letter",
}
_ASKED = ("person", "organization", "alias")
_SMALL = FUNCTION_WORDS["English"]


@dataclass(frozen=True)
class _Named:
    """An actor that may be another, and what it can be told by."""

    actor: Actor
    readings: Mapping[str, Reading]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(self.actor.mentions[0].name.replace(".", "").split())

    @cached_property
    def is_plain(self) -> bool:
        """Whether it may be a surname alone, whatever it was read as."""
        return is_plain(self.actor.mentions, self.readings)

    @cached_property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """What it shares with names that differ by a letter."""
        return tuple(_spellings([w.casefold() for w in self.words]))

    @cached_property
    def documents(self) -> frozenset[str]:
        return frozenset(m.document for m in self.actor.mentions)

    @cached_property
    def said_to_be(self) -> frozenset[str]:
        return frozenset(
            r
            for m in self.actor.mentions
            for r in said_to_be(m, self.readings[m.document].document.text)
        )

    @cached_property
    def first(self) -> Mention:
        """Its first mention in the documents as their hashes order them: the same in whatever order they were added."""
        return min(
            self.actor.mentions, key=lambda m: (self.readings[m.document].document.sha256, m.span)
        )

    @cached_property
    def order(self) -> tuple[str, str, tuple[int, int]]:
        return (
            key(self.actor.name),
            self.readings[self.first.document].document.sha256,
            self.first.span,
        )


def doubts(
    actors: Sequence[Actor], readings: Sequence[Reading], decided: AppliedDecisions
) -> tuple[Doubt, ...]:
    """The likeliest pairs, few for each actor; none about which a person decided.  Likeliest first."""
    of_document = {r.document.id: r for r in readings}
    split = {m for one in decided.other_actor for m in one}
    asked = [
        a
        for a in actors
        if a.kind in (*_ASKED, "other")
        and a.mentions[0].name[:1].isupper()
        and not any(m.id in split for m in a.mentions)
    ]
    named = [
        n for n in (_Named(a, of_document) for a in asked) if n.actor.kind in _ASKED or n.is_plain
    ]
    parted, company = Parted(decided.actors.apart), _Company(actors)
    found = []
    for (i, j), (how, several) in _pairs(named).items():
        one, other = sorted((named[i], named[j]), key=lambda n: n.order)
        if parted(one.actor.mentions, other.actor.mentions):
            continue
        reasons = _weighed(
            one, other, how, several=several, others=company.shared(one.actor.id, other.actor.id)
        )
        score = round(WEIGHTS["to begin with"] + sum(w for _, w in reasons), 3)
        if score >= DOUBT:
            found.append((score, one, other, tuple(f"{name} ({w:+.1f})" for name, w in reasons)))
    return tuple(_few(sorted(found, key=lambda x: (-x[0], x[1].order, x[2].order))))


def _few(found: Sequence[tuple[float, _Named, _Named, tuple[str, ...]]]) -> Iterator[Doubt]:
    shown: dict[str, int] = defaultdict(int)
    for score, one, other, because in found:
        if max(shown[n.actor.id] for n in (one, other)) < MOST:
            for n in (one, other):
                shown[n.actor.id] += 1
            yield Doubt((), score, because, (one.first.id, other.first.id))


def _weighed(
    one: _Named, other: _Named, how: str, *, several: bool, others: int
) -> list[tuple[str, float]]:
    beside = bool(one.documents & other.documents) and not _is_slip(one, other, how)
    times = {how: 1, "others could be meant": several, "named side by side in one document": beside}
    if {one.actor.kind, other.actor.kind} == {"person", "organization"}:
        times[
            "a person and what may be a body"
            if how == _FORMS["surname"] and (one.is_plain or other.is_plain)
            else "a person and a body"
        ] = 1
    if one.said_to_be and other.said_to_be:
        times[
            "said to be the same" if one.said_to_be & other.said_to_be else "said to be different"
        ] = 1
    times["named with the same others"] = min(others, MOST_OTHERS)
    reasons = ((name, round(WEIGHTS[name] * n, 3)) for name, n in times.items() if n)
    return sorted(reasons, key=lambda x: (-abs(x[1]), x[0]))


def _is_slip(one: _Named, other: _Named, how: str) -> bool:
    """Whether two full names with a word in common differ by a letter: in two places of one document that is a misprint sooner than two people."""
    if how != _FORMS["spelling"] or {w.casefold() for w in one.words}.isdisjoint(
        w.casefold() for w in other.words
    ):
        return False
    here, there = (
        {(m.document, m.passage) for m in n.actor.mentions if " " in m.text} for n in (one, other)
    )
    return here.isdisjoint(there)


def _pairs(named: Sequence[_Named]) -> dict[tuple[int, int], tuple[str, bool]]:
    """Places of two whose names go together → how, by what weighs most, and whether the shorter one could as well be a third."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, one in enumerate(named):
        for form in dict.fromkeys(
            (*forms(one.actor.mentions, one.words, one.actor.kind), *_more_forms(one))
        ):
            blocks[form].append(i)
    found: dict[tuple[int, int], tuple[str, bool]] = {}
    for i, one in enumerate(named):
        meant: dict[str, list[int]] = defaultdict(list)
        for form in dict.fromkeys(
            (*shorts(one.actor.mentions, one.words, alone=one.is_plain), *_more_shorts(one))
        ):
            meant[form[0]] += [
                j
                for j in blocks.get(form, ())
                if j != i and j not in meant[form[0]] and _goes(form[0], one, named[j])
            ]
        for kind, others in meant.items():
            for j in others:
                pair, how = (
                    (min(i, j), max(i, j)),
                    (_FORMS[kind], kind not in ("name", "spelling") and len(others) > 1),
                )
                if pair not in found or WEIGHTS[found[pair][0]] < WEIGHTS[how[0]]:
                    found[pair] = how
    return found


def _goes(form: str, one: _Named, other: _Named) -> bool:
    """Whether two names that share a form go together in its way: that of a spelling is shared by some that differ in two letters."""
    names = [key(n.actor.mentions[0].name) for n in (one, other)]
    if form != "spelling":
        return form != "name" or names[0] == names[1]
    return names[0] != names[1] and _one_letter(*names) and not _are_two_names(*names)


def _are_two_names(one: str, other: str) -> bool:
    """Whether they differ in a given name, and one is a man's and one a woman's: "John" and "Joan"."""
    differ = {(a, b) for a, b in zip(one.split(), other.split(), strict=False) if a != b}
    return any({a, b} & MALE_NAMES and {a, b} & FEMALE_NAMES for a, b in differ)


def _more_forms(one: _Named) -> Iterator[tuple[str, ...]]:
    words = [w.casefold() for w in one.words]
    yield ("name", key(one.actor.mentions[0].name))
    yield from one.spellings
    if len(words) > 1 and one.actor.kind == "person":
        yield ("initial", words[0][:1], words[-1])
    if len(words) > 1 and one.actor.kind == "organization" and words[0] not in _SMALL:
        yield ("beginning", words[0])


def _more_shorts(one: _Named) -> Iterator[tuple[str, ...]]:
    words = [w.casefold() for w in one.words]
    yield ("name", key(one.actor.mentions[0].name))
    yield from one.spellings
    if len(words) > 1 and one.actor.kind == "person" and len(words[0]) == 1:
        yield ("initial", words[0], words[-1])
    if len(words) == 1 and len(words[0]) >= LONG:
        yield ("beginning", words[0])


def _spellings(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The name with a letter left out, in every way: what two spellings share that differ by a letter."""
    for n, word in enumerate(words):
        if len(word) >= (LONG if len(words) == 1 else SHORT) and word.isalpha():
            yield ("spelling", *words)
            yield from (
                ("spelling", *words[:n], word[:i] + word[i + 1 :], *words[n + 1 :])
                for i in range(len(word))
            )


def _one_letter(one: str, other: str) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(one, other, score_cutoff=1) == 1


class _Company:
    """Who else the documents of an actor name, found when it is asked for."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._documents = {
            a.id: dict.fromkeys(m.document for m in a.mentions)
            for a in actors
            if a.kind in (*_ASKED, "other")
        }
        self._there: dict[str, set[str]] = defaultdict(set)
        for actor in (a for a in actors if a.kind in _ASKED):
            for document in self._documents[actor.id]:
                self._there[document].add(actor.id)
        self._known: dict[str, set[str]] = {}

    def shared(self, one: str, other: str) -> int:
        """How many others both are named with."""
        return len((self._of(one) & self._of(other)) - {one, other})

    def _of(self, actor: str) -> set[str]:
        if actor not in self._known:
            self._known[actor] = set().union(*(self._there[d] for d in self._documents[actor]))
        return self._known[actor]
