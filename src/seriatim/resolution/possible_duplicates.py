"""Actors → possible duplicates: names that match, but not surely enough to be merged.

A score is a sum of weights in log-odds, which were set by hand.  From ``REVIEW`` on a person is
asked, with all reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from seriatim.lang import function_words, given_names
from seriatim.messages import resolution as messages
from seriatim.model import Actor, Mention, PossibleDuplicate, Reading
from seriatim.resolution.actor_kinds import is_plain
from seriatim.resolution.actors import key
from seriatim.resolution.constraints import AppliedDecisions
from seriatim.resolution.name_variants import SeparatedMentions, full_forms, short_forms
from seriatim.resolution.namesakes import described_as

PRIOR = "prior"
WEIGHTS = {
    PRIOR: -2.0,
    "name": 3.0,
    "surname": 2.5,
    "person": 2.5,
    "initial": 2.5,
    "acronym": 3.0,
    "firm": 3.0,
    "spelling": 2.2,
    "beginning": 1.5,
    "same_role": 1.0,
    "other_role": -1.0,
    "shared_company": 0.4,  # for each
    "ambiguous": -0.6,
    "side_by_side": -2.5,
    "person_and_organization": -2.0,
    "person_and_possible_organization": -0.8,
}
REVIEW = 0.0  # from here on the pair is a possible duplicate for a person to review
MOST = 3  # pairs that an actor is shown in
MOST_OTHERS = 3
LONG = 5  # letters of a name that may be misspelled
SHORT = 4  # of one word of several
_Form = tuple[str, ...]  # the kind of name form, and its words in lower case
_ASKED = ("person", "organization", "alias")
_SMALL = function_words.COMMON


@dataclass(frozen=True)
class _Candidate:
    """An actor that may duplicate another, with its features."""

    actor: Actor
    readings: Mapping[str, Reading]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(self.actor.mentions[0].name.replace(".", "").split())

    @cached_property
    def is_plain(self) -> bool:
        """Whether the name may be a bare surname, whatever its kind."""
        return is_plain(self.actor.mentions, self.readings)

    @cached_property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """The blocks that it shares with names that differ by a letter."""
        return tuple(_spellings([w.casefold() for w in self.words]))

    @cached_property
    def documents(self) -> frozenset[str]:
        return frozenset(m.document for m in self.actor.mentions)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The nouns beside its name: "the mayor"."""
        return frozenset(
            r
            for m in self.actor.mentions
            for r in described_as(m, self.readings[m.document].document.text)
        )

    @cached_property
    def first(self) -> Mention:
        """Its first mention, with documents ordered by hash and not as they were added."""
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


def possible_duplicates(
    actors: Sequence[Actor], readings: Sequence[Reading], decided: AppliedDecisions
) -> tuple[PossibleDuplicate, ...]:
    """The most likely pairs that nobody has decided on, a few for each actor, likeliest first."""
    candidates = _candidates(actors, readings, decided)
    separated = SeparatedMentions(decided.actors.cannot_link)
    company = _Company(actors)
    found = []
    for (i, j), (form, ambiguous) in _pairs(candidates).items():
        one, other = sorted((candidates[i], candidates[j]), key=lambda n: n.order)
        if separated(one.actor.mentions, other.actor.mentions):
            continue
        shared = company.shared(one.actor.id, other.actor.id)
        reasons = _reasons(one, other, form, ambiguous=ambiguous, shared=shared)
        score = round(WEIGHTS[PRIOR] + sum(weight for _, weight in reasons), 3)
        if score >= REVIEW:
            found.append((score, one, other, tuple(messages.weighted(*r) for r in reasons)))
    return tuple(_likeliest(sorted(found, key=lambda x: (-x[0], x[1].order, x[2].order))))


def _candidates(
    actors: Sequence[Actor], readings: Sequence[Reading], decided: AppliedDecisions
) -> list[_Candidate]:
    """The actors with a proper name that no decision split off."""
    of_document = {r.document.id: r for r in readings}
    split = {mention for group in decided.other_actor for mention in group}
    named = (
        _Candidate(a, of_document)
        for a in actors
        if a.kind in (*_ASKED, "other")
        and a.mentions[0].name[:1].isupper()
        and not any(m.id in split for m in a.mentions)
    )
    return [n for n in named if n.actor.kind in _ASKED or n.is_plain]


def _likeliest(
    found: Sequence[tuple[float, _Candidate, _Candidate, tuple[str, ...]]],
) -> Iterator[PossibleDuplicate]:
    """The pairs in their order, at most ``MOST`` of each actor."""
    shown: dict[str, int] = defaultdict(int)
    for score, one, other, because in found:
        if max(shown[n.actor.id] for n in (one, other)) < MOST:
            for n in (one, other):
                shown[n.actor.id] += 1
            yield PossibleDuplicate((), score, because, (one.first.id, other.first.id))


def _reasons(
    one: _Candidate, other: _Candidate, form: str, *, ambiguous: bool, shared: int
) -> list[tuple[str, float]]:
    """The features of a pair in words with their weights, the largest weight first."""
    beside = bool(one.documents & other.documents) and not _is_misspelling(one, other, form)
    times = {form: 1, "ambiguous": ambiguous, "side_by_side": beside}
    if {one.actor.kind, other.actor.kind} == {"person", "organization"}:
        may_be_surname = form == "surname" and (one.is_plain or other.is_plain)
        kinds = "possible_organization" if may_be_surname else "organization"
        times[f"person_and_{kinds}"] = 1
    if one.roles and other.roles:
        times["same_role" if one.roles & other.roles else "other_role"] = 1
    times["shared_company"] = min(shared, MOST_OTHERS)
    weighted = (
        (messages.ACTOR_FEATURES[name], round(WEIGHTS[name] * n, 3))
        for name, n in times.items()
        if n
    )
    return sorted(weighted, key=lambda x: (-abs(x[1]), x[0]))


def _is_misspelling(one: _Candidate, other: _Candidate, form: str) -> bool:
    """Whether two full names that share a word differ by a letter, in different passages.

    In two passages of one document that is a misspelling more often than two people.
    """
    if form != "spelling" or {w.casefold() for w in one.words}.isdisjoint(
        w.casefold() for w in other.words
    ):
        return False
    here, there = (
        {(m.document, m.passage) for m in n.actor.mentions if " " in m.text} for n in (one, other)
    )
    return here.isdisjoint(there)


def _pairs(candidates: Sequence[_Candidate]) -> dict[tuple[int, int], tuple[str, bool]]:
    """Pairs of matching names → the form with the largest weight, and whether it is ambiguous.

    A short name is ambiguous if it fits several candidates.
    """
    blocks = _blocks(candidates)
    found: dict[tuple[int, int], tuple[str, bool]] = {}
    for i, one in enumerate(candidates):
        for form, others in _matches(i, one, candidates, blocks).items():
            ambiguous = form not in ("name", "spelling") and len(others) > 1
            for j in others:
                pair = (min(i, j), max(i, j))
                if pair not in found or WEIGHTS[found[pair][0]] < WEIGHTS[form]:
                    found[pair] = (form, ambiguous)
    return found


def _blocks(candidates: Sequence[_Candidate]) -> dict[_Form, list[int]]:
    """The places of the candidates by each form that others may use for them."""
    blocks: dict[_Form, list[int]] = defaultdict(list)
    for i, one in enumerate(candidates):
        full = full_forms(one.actor.mentions, one.words, one.actor.kind)
        for form in dict.fromkeys((*full, *_more_full_forms(one))):
            blocks[form].append(i)
    return blocks


def _matches(
    i: int,
    one: _Candidate,
    candidates: Sequence[_Candidate],
    blocks: Mapping[_Form, Sequence[int]],
) -> dict[str, list[int]]:
    """The places of the candidates that a name may be short for, by kind of form."""
    meant: dict[str, list[int]] = defaultdict(list)
    short = short_forms(one.actor.mentions, one.words, alone=one.is_plain)
    for form in dict.fromkeys((*short, *_more_short_forms(one))):
        kind = form[0]
        meant[kind] += [
            j
            for j in blocks.get(form, ())
            if j != i and j not in meant[kind] and _match(kind, one, candidates[j])
        ]
    return meant


def _match(form: str, one: _Candidate, other: _Candidate) -> bool:
    """Whether two names with a form in common match by it.

    Names that differ by two letters can share the form of a spelling.
    """
    names = [key(n.actor.mentions[0].name) for n in (one, other)]
    if form != "spelling":
        return form != "name" or names[0] == names[1]
    return names[0] != names[1] and _one_letter(*names) and not _are_two_names(*names)


def _are_two_names(one: str, other: str) -> bool:
    """Whether two names differ in a man's and a woman's given name: "John" and "Joan"."""
    differ = {(a, b) for a, b in zip(one.split(), other.split(), strict=False) if a != b}
    return any(
        {a, b} & given_names.MALE_NAMES and {a, b} & given_names.FEMALE_NAMES for a, b in differ
    )


def _more_full_forms(one: _Candidate) -> Iterator[_Form]:
    """Forms for review only: the name itself, its spellings, an initial, a first word."""
    words = [w.casefold() for w in one.words]
    yield ("name", key(one.actor.mentions[0].name))
    yield from one.spellings
    if len(words) > 1 and one.actor.kind == "person":
        yield ("initial", words[0][:1], words[-1])
    if len(words) > 1 and one.actor.kind == "organization" and words[0] not in _SMALL:
        yield ("beginning", words[0])


def _more_short_forms(one: _Candidate) -> Iterator[_Form]:
    """The forms for review that the name may be short for."""
    words = [w.casefold() for w in one.words]
    yield ("name", key(one.actor.mentions[0].name))
    yield from one.spellings
    if len(words) > 1 and one.actor.kind == "person" and len(words[0]) == 1:
        yield ("initial", words[0], words[-1])
    if len(words) == 1 and len(words[0]) >= LONG:
        yield ("beginning", words[0])


def _spellings(words: Sequence[str]) -> Iterator[_Form]:
    """The name, and the name without each of its letters: blocks of near spellings."""
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
    """The actors that share documents with an actor, computed on demand."""

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
        """How many other actors are mentioned in documents of both."""
        return len((self._of(one) & self._of(other)) - {one, other})

    def _of(self, actor: str) -> set[str]:
        if actor not in self._known:
            self._known[actor] = set().union(*(self._there[d] for d in self._documents[actor]))
        return self._known[actor]
