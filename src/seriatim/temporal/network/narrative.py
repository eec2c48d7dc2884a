"""The claims of a document in text order: the claim of a word, and the claim before it.

Dependency labels are those of spaCy's English models.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.analysis import Analysis
from seriatim.lang import connectives
from seriatim.model import Claim, Passage, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

CLAUSES = frozenset(
    {
        "ROOT",
        "advcl",
        "ccomp",
        "relcl",
        "acl",
        "conj",
        "parataxis",
        "csubj",
        "csubjpass",
        "pcomp",
        "dep",
    }
)
# Where the event is when the verb above it is no claim: "began publishing", "held a meeting".
CARRIED = ("xcomp", "dobj", "attr", "ccomp", "nsubjpass", "nsubj")
VERBS = frozenset({"VERB", "AUX"})
PROSE = frozenset({"paragraph", "item", "row", "quote"})
REACH = 12  # sentences that "then" and "two days later" look back over


@dataclass(frozen=True, slots=True)
class ClaimInNarrative:
    """A claim, the place of its passage among the analyses, and its trigger."""

    claim: Claim
    place: int
    word: Token


class Narrative:
    """The claims of a document by their words."""

    def __init__(self, analyses: Sequence[Analysis], claims: Iterable[Claim]) -> None:
        """Index the claims; one whose trigger no analysis covers is left out."""
        self.analyses = analyses
        # (place, token) -> the claim that it names
        self._at: dict[tuple[int, int], ClaimInNarrative] = {}
        places = {a.passage.index: i for i, a in enumerate(analyses)}
        for claim in claims:
            place = places.get(claim.passage)
            words = None if place is None else analyses[place].tokens(claim.predicate)
            if place is not None and words is not None:
                told = ClaimInNarrative(claim, place, words.root)
                for token in words:
                    self._at.setdefault((place, token.i), told)

    def in_order(self) -> list[ClaimInNarrative]:
        """Each claim once, in text order."""
        told = {(found.place, found.word.i): found for found in self._at.values()}
        return [told[key] for key in sorted(told)]

    def of(self, place: int, token: Token) -> ClaimInNarrative | None:
        """The claim that the word names, itself or through what it carries."""
        return self._at.get((place, token.i)) or self._carried(place, token, 2)

    def _carried(self, place: int, token: Token, depth: int) -> ClaimInNarrative | None:
        if not depth:
            return None
        for label in CARRIED:
            for child in (c for c in token.children if c.dep_ == label):
                found = self._at.get((place, child.i)) or self._carried(place, child, depth - 1)
                if found:
                    return found
        inside = _objects(token, connectives.IN)
        return next((self._at[place, p.i] for p in inside if (place, p.i) in self._at), None)

    def of_noun(self, place: int, noun: Token) -> ClaimInNarrative | None:
        """The claim that a noun names: "the resignation", "news of the resignation"."""
        found = self._at.get((place, noun.i))
        if found:
            return found
        inner = _objects(noun, connectives.OF)
        return next((told for told in (self.of_noun(place, g) for g in inner) if told), None)

    def clause_of(self, place: int, token: Token) -> ClaimInNarrative | None:
        """The claim of the clause that the word is in."""
        here = token
        while True:
            found = self._at.get((place, here.i))
            if found:
                return found
            if is_clause(here) or here.head.i == here.i:
                return self._carried(place, here, 2) if here.pos_ in VERBS else None
            here = here.head

    def last_before(self, place: int, token: Token) -> ClaimInNarrative | None:
        """The nearest claim before the word in its sentence."""
        before = (self._at.get((place, i)) for i in range(token.i - 1, token.sent.start - 1, -1))
        return next((told for told in before if told), None)

    def first_after(self, place: int, token: Token) -> ClaimInNarrative | None:
        """The nearest claim after the word in its sentence."""
        after = (self._at.get((place, i)) for i in range(token.i + 1, token.sent.end))
        return next((told for told in after if told), None)

    def above(self, told: ClaimInNarrative) -> ClaimInNarrative | None:
        """The nearest claim of a clause that holds this one's."""
        here = told.word
        while here.head.i != here.i:
            here = here.head
            found = self._at.get((told.place, here.i))
            if found and found.claim.id != told.claim.id:
                return found
        return None

    def before(self, told: ClaimInNarrative, *, measured: bool) -> ClaimInNarrative | None:
        """The claim that "later" or "two days later" counts from: the main one before.

        Without a distance the narrative may have turned to somebody else in between: then the last
        claim with the same subject comes first.
        """
        inside = self._before_in_sentence(told)
        if inside:
            return inside
        found = None if measured else self._of_subject(told)
        earlier = (
            self._head(p) if whole else self._main(p, words)
            for p, words, whole in self._sentences_before(told.place, told.word.sent)
        )
        return found or next(
            (other for other in earlier if other and other.claim.id != told.claim.id), None
        )

    def aside(self, told: ClaimInNarrative) -> ClaimInNarrative | None:
        """The claim that a participle beside a noun counts from.

        The last one with the same verb, else that of the clause around it.
        """
        for place, sentence, _ in self._sentences_before(told.place, told.word.sent):
            for token in reversed(list(sentence)):
                found = self._at.get((place, token.i))
                if found and found.word.lemma_ == told.word.lemma_:
                    return found
        return self.above(told) or self.first_after(told.place, told.word)

    def dated(self, value: str, apart: Span) -> ClaimInNarrative | None:
        """The first claim of a day, dated by other words than ``apart``: "the June 22 letter"."""
        return next(
            (
                t
                for t in self._at.values()
                if t.claim.when.edtf == value and t.claim.when.span != apart
            ),
            None,
        )

    def _of_subject(self, told: ClaimInNarrative) -> ClaimInNarrative | None:
        names = subject_names(told.word)
        for place, sentence, _ in (
            self._sentences_before(told.place, told.word.sent) if names else ()
        ):
            for token in reversed(list(sentence)):
                found = self._at.get((place, token.i))
                if (
                    found
                    and found.word.i == token.i
                    and _happened(found.claim)
                    and _depth(token) is not None
                    and names & subject_names(token)
                ):
                    return found
        return None

    def _before_in_sentence(self, told: ClaimInNarrative) -> ClaimInNarrative | None:
        verb = told.word
        while not is_clause(verb) and verb.head.i != verb.i:
            verb = verb.head
        while verb.dep_ == "conj":
            verb = verb.head
            found = self.of(told.place, verb)
            if (
                found
                and found.claim.id != told.claim.id
                and found.word.i < told.word.i
                and not _is_state(verb)
            ):
                return found
        return self._before_break(told)

    def _before_break(self, told: ClaimInNarrative) -> ClaimInNarrative | None:
        """The claim of the part of the sentence before the last semicolon."""
        sentence = told.word.sent
        breaks = [t.i for t in sentence if t.text == ";" and t.i < told.word.i]
        before = (
            self._at.get((told.place, i))
            for i in range(breaks[-1] - 1 if breaks else sentence.start - 1, sentence.start - 1, -1)
        )
        return next((other for other in before if other and _happened(other.claim)), None)

    def _main(self, place: int, sentence: Words) -> ClaimInNarrative | None:
        """The claim of a sentence's main clause.

        Where the parse shows none there, the one least deep in the tree that modifies no noun.
        """
        found = self.of(place, sentence.root)
        if found and _happened(found.claim):
            return found
        depths = [
            (depth, t.i)
            for t in sentence
            if (place, t.i) in self._at and _happened(self._at[place, t.i].claim)
            for depth in (_depth(t),)
            if depth is not None
        ]
        return self._at[place, min(depths)[1]] if depths else None

    def _head(self, place: int) -> ClaimInNarrative | None:
        """The first main claim of a passage: the event that a list item is about."""
        return next(
            (
                told
                for told in (self._main(place, s) for s in self.analyses[place].doc.sents)
                if told
            ),
            None,
        )

    def _sentences_before(self, place: int, sentence: Words) -> Iterator[tuple[int, Words, bool]]:
        """The sentences before one, nearest first, with their place.

        A list item beside or above this one's comes once, as a whole (True).
        """
        count = 0
        for earlier in reversed(
            [s for s in self.analyses[place].doc.sents if s.end <= sentence.start]
        ):
            yield place, earlier, False
            count += 1
        for other in self._passages_before(place):
            whole = (
                self.analyses[place].passage.kind == "item"
                and self.analyses[other].passage.kind == "item"
            )
            sentences = list(self.analyses[other].doc.sents)
            for earlier in sentences[:1] if whole else reversed(sentences):
                if count >= REACH:
                    return
                yield other, earlier, whole
                count += 1

    def _passages_before(self, place: int) -> Iterator[int]:
        """The passages before this one, nearest first.

        For an item those beside it and above it, not those under other items.
        """
        here = self.analyses[place].passage
        for other in range(place - 1, -1, -1):
            passage = self.analyses[other].passage
            if passage.kind in PROSE and (here.kind != "item" or _beside_or_above(passage, here)):
                yield other


def _objects(token: Token, preposition: str) -> Iterator[Token]:
    """The objects of a preposition that hangs on the word."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == preposition:
            yield from (o for o in child.children if o.dep_ == "pobj")


def _happened(claim: Claim) -> bool:
    return claim.polarity == "+" and not claim.planned


def _is_state(verb: Token) -> bool:
    """Whether the clause reports a state: "is purported to be"."""
    return any(c.dep_ == "xcomp" and c.lemma_ == "be" for c in verb.children)


def subject_names(verb: Token) -> frozenset[str]:
    """The proper names in a verb's subject, or in that of the verb it is coordinated with."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return subject_names(verb.head) if verb.dep_ == "conj" else frozenset()
    near = [subject, *(c for c in subject.children if c.dep_ in ("compound", "poss", "nmod"))]
    return frozenset(t.lower_ for t in near if t.pos_ == "PROPN" and not t.text.endswith("."))


def is_participle(token: Token) -> bool:
    """Whether a participle modifies a noun: ", later named as Hale, "."""
    return token.tag_ == "VBN" and not any(
        c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in token.children
    )


def is_foreseen(told: ClaimInNarrative) -> bool:
    """Whether the claim is planned, or would, might or will happen."""
    return told.claim.planned or any(c.tag_ == "MD" for c in told.word.children)


def is_clause(token: Token) -> bool:
    """Whether the word heads a clause of its own."""
    return token.dep_ in CLAUSES and (token.pos_ in VERBS or token.dep_ == "ROOT")


def _depth(token: Token) -> int | None:
    """How deep the word is in the tree; None inside a relative clause or a participle on a noun."""
    depth, here = 0, token
    while here.head.i != here.i:
        if here.dep_ in ("relcl", "acl"):
            return None
        depth, here = depth + 1, here.head
    return depth


def _beside_or_above(other: Passage, here: Passage) -> bool:
    return other.index in here.parents or (
        other.kind == "item" and len(other.parents) <= len(here.parents)
    )
