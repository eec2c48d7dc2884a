"""The names of sources as a reader would write them, with unambiguous pronouns resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from seriatim.analysis import Analysis, joined, syntax
from seriatim.analysis.noun_phrases import is_agentive_noun
from seriatim.attribution.cues import issuer_of
from seriatim.lang import given_names, reporting, roles, unnamed_sources

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_DESCRIPTION = 10  # words
REACH = 2  # passages that a pronoun looks back over
# A dash without blanks joins a day and the first word of the report to one token.
_DATELINE = re.compile(r"^.*\d\.?\s*(?:--|—)\s*(?=[^\W\d_])")
_FAMILY = {
    "m": roles.MALE_PRONOUNS,
    "f": roles.FEMALE_PRONOUNS,
    "n": roles.NEUTER_PRONOUNS,
    "p": roles.PLURAL_PRONOUNS,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible antecedent of a pronoun: its place, its name and the pronouns that fit.

    ``fits`` holds some of ``m``, ``f``, ``n`` and ``p``.
    """

    passage: int
    start: int
    sentence: int
    name: str
    fits: str
    subject: bool


class Names:
    """The names of a document's sources, by their own words and what came before them.

    An earlier mention decides what a pronoun or "the report" refers to.
    """

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self.candidates = [c for i, a in enumerate(analyses) for c in _candidates(i, a)]
        self.issuers = [
            (i, t.idx, t.lemma_.lower(), issuer)
            for i, a in enumerate(analyses)
            for t in a.doc
            for issuer in _issuers(t)
        ]

    def name(self, head: Token, passage: int, issuer: Token | None = None) -> str:
        """The name of the source whose head word is ``head``."""
        head = syntax.antecedent(head)
        if head.pos_ == "PRON" or head.tag_ in ("PRP", "PRP$"):
            return self._antecedent(head, passage) or head.text
        if issuer is not None:
            return (
                phrase(issuer)
                if issuer.pos_ != "PRON"
                else self._antecedent(issuer, passage) or phrase(head)
            )
        return phrase(self._earlier_issuer(head, passage) or head)

    def _earlier_issuer(self, head: Token, passage: int) -> Token | None:
        """The issuer of the document that a phrase such as "the report" refers back to."""
        if head.lemma_.lower() not in reporting.DOCUMENTS or not _is_known(head):
            return None
        earlier = [
            o
            for i, at, lemma, o in self.issuers
            if lemma == head.lemma_.lower() and (i, at) < (passage, head.idx)
        ]
        return earlier[-1] if earlier and earlier[-1].pos_ != "PRON" else None

    def _antecedent(self, pronoun: Token, passage: int) -> str | None:
        """The antecedent in the nearest earlier sentence with a fitting name, or ``None``.

        It is that sentence's subject, or its only fitting name.
        """
        kind = next((k for k, family in _FAMILY.items() if pronoun.lower_ in family), None)
        if kind is None:
            return None
        before = [
            c
            for c in self.candidates
            if kind in c.fits
            and passage - REACH <= c.passage
            and (c.passage, c.start) < (passage, pronoun.idx)
        ]
        for _, sentence in groupby(reversed(before), key=lambda c: (c.passage, c.sentence)):
            nearest = list(sentence)[::-1]
            # A name of unknown kind yields to the others.
            nearest = [c for c in nearest if c.fits != "mfn"] or nearest
            subjects = {c.name for c in nearest if c.subject}
            if len(named := subjects if len(subjects) == 1 else {c.name for c in nearest}) == 1:
                return named.pop()
            if subjects:
                return None
        return None


def _issuers(token: Token) -> Iterator[Token]:
    if token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in reporting.DOCUMENTS:
        issuer = issuer_of(token)
        if issuer is not None:
            yield issuer


def _is_known(head: Token) -> bool:
    """Whether the phrase refers back: "the report", "this letter", without a modifier."""
    return any(
        c.lower_ in ("the", "this", "that", "these") for c in head.children
    ) and not syntax.children(head, "prep", "acl", "amod", "compound", "relcl")


def _candidates(passage: int, analysis: Analysis) -> Iterator[Candidate]:
    for number, sentence in enumerate(analysis.doc.sents):
        for token in sentence:
            subject = token.dep_ in syntax.SUBJECTS
            fits = _fits(token) if _may_be_antecedent(token, analysis) else ""
            if fits and (fits != "mfn" or subject or token.dep_ != "pobj"):
                yield Candidate(passage, token.idx, number, phrase(token), fits, subject)


def _may_be_antecedent(token: Token, analysis: Analysis) -> bool:
    """Whether a word heads a noun phrase of its own that a pronoun may refer to."""
    if _is_label(token, analysis):
        return False
    if token.dep_ in ("compound", "poss", "nmod", "amod", "npadvmod"):
        return False
    if token.dep_ == "appos" and not (token.ent_type_ == "PERSON" and not token.head.ent_type_):
        return False
    body = token.dep_ in ("dobj", "pobj") and token.lemma_.lower() in roles.BODY_NOUNS
    subject = token.dep_ in syntax.SUBJECTS
    return token.pos_ == "PROPN" or (token.pos_ == "NOUN" and (subject or body))


def _is_label(token: Token, analysis: Analysis) -> bool:
    """Whether a word is part of a transcript's speaker label."""
    author = analysis.passage.author
    return (
        author is not None
        and 0 <= token.idx < len(author)
        and analysis.words.text.startswith(f"{author}:")
    )


def _fits(token: Token) -> str:
    """The pronouns that can refer to the word."""
    lemma = token.lemma_.lower()
    if lemma in roles.PERSON_NOUNS and token.tag_ in ("NN", "NNP"):
        return _fits_role(lemma)
    if token.ent_type_ == "PERSON" or _has_title(token):
        return _gender(token, phrase(token)) or "mf"
    if _is_agent(token):
        return "mf"
    if token.tag_ in ("NNS", "NNPS"):
        return "p"
    if token.ent_type_ in ("ORG", "GPE", "NORP") or lemma in roles.BODY_NOUNS:
        return "np"
    return "mfn" if token.pos_ == "PROPN" and not token.ent_type_ else ""


def _fits_role(lemma: str) -> str:
    """The pronouns that can refer to a person's role."""
    if lemma.endswith("woman") or lemma in roles.FEMALE_NOUNS:
        return "f"
    return "m" if lemma.endswith("man") or lemma in roles.MALE_NOUNS else "mf"


def _is_agent(token: Token) -> bool:
    """Whether the word is the subject of a finite verb and names whoever does something."""
    subject = token.tag_ == "NN" and token.dep_ in syntax.SUBJECTS and token.head.tag_ != "VB"
    return subject and is_agentive_noun(token)


def _has_title(token: Token) -> bool:
    titles = (c.lower_.rstrip(".") for c in syntax.children(token, "compound"))
    return token.pos_ == "PROPN" and any(t in roles.TITLES for t in titles)


def _gender(token: Token, name: str) -> str | None:
    before = {c.lower_.rstrip(".") for c in token.children if c.dep_ == "compound"} | {
        token.doc[token.left_edge.i - 1].lower_.rstrip(".") if token.left_edge.i else ""
    }
    first = name.split(maxsplit=1)[0].lower() if name else ""
    if before & roles.FEMALE_TITLES or (
        first in given_names.FEMALE_NAMES and first not in given_names.MALE_NAMES
    ):
        return "f"
    if before & roles.MALE_TITLES or (
        first in given_names.MALE_NAMES and first not in given_names.FEMALE_NAMES
    ):
        return "m"
    return None


def phrase(head: Token) -> str:
    """The noun phrase as a name.

    A person's own name where it has one, else the words without article, relative clause and
    apposition.
    """
    person = next(
        (t for t in (head, *syntax.children(head, "appos")) if t.ent_type_ == "PERSON"), None
    )
    if person is not None:
        return _person(person)
    kept = [t for t in head.subtree if _in_name(t, head)]
    datelines = [
        n
        for n, t in enumerate(kept)
        if t.i < head.i and t.text in ("-", "–", "—", "--") and t.whitespace_
    ]
    kept = kept[datelines[-1] + 1 :] if datelines else kept
    while kept and _opens_no_name(kept[0], head, is_alone=len(kept) == 1):
        kept = kept[1:]
    words = _untitled(kept or [head], head)
    words += _who_is_not_named(head)
    text = joined(head.doc)[words[0].idx : words[-1].idx + len(words[-1])]
    text = _DATELINE.sub("", text)
    return " ".join(text.strip(" ,;:“”\"'‘’").split())


def _opens_no_name(token: Token, head: Token, *, is_alone: bool) -> bool:
    """Whether a word before the head is no part of a name: an article, a pronoun, a finite verb."""
    if token.pos_ in ("DET", "PUNCT", "PRON") or token.tag_ == "PRP$":
        return True
    if token.lower_ in ("the", "a", "an", "this"):
        return not is_alone
    return token != head and (token.pos_ == "CCONJ" or token.tag_ in ("VBD", "VBZ", "VBP"))


def _who_is_not_named(head: Token) -> list[Token]:
    """The words that describe an unnamed source.

    Examples: "familiar with the matter", "close to the board", "briefed on the talks".
    """
    if head.lemma_.lower() not in unnamed_sources.NOUNS | unnamed_sources.NUMBERS:
        return []
    behind = [
        c for c in head.children if c.i > head.i and c.dep_ in ("amod", "acl", "prep", "relcl")
    ]
    for child in behind[:1]:
        words = list(child.subtree)
        text = " ".join(t.lower_ for t in words)
        if (
            words[0].i == head.i + 1
            and len(words) <= _LONGEST_DESCRIPTION
            and any(text.startswith(p) for p in unnamed_sources.FAMILIAR)
        ):
            return words
    return []


def _untitled(words: list[Token], head: Token) -> list[Token]:
    """A proper name without the titles before it, unless it is an office or an organization."""
    while (
        head.pos_ == "PROPN"
        and head.ent_type_ not in ("ORG", "GPE")
        and head.lower_ not in roles.TITLES | roles.BODY_NOUNS
        and len(words) > 1
        and words[0].lower_.rstrip(".") in roles.TITLES
    ):
        words = words[1:]
    return words


def _person(token: Token) -> str:
    words = _entity(token)
    while (
        len(words) > 1
        and words[0].lower_.rstrip(".") in roles.TITLES - {"van", "st"}
        and words[0].lower_.rstrip(".") not in given_names.MALE_NAMES
    ):
        words = words[1:]
    if words[-1].lower_ in ("'s", "’s", "'", "’"):
        words = words[:-1] or words
    text = joined(token.doc)[words[0].idx : words[-1].idx + len(words[-1])]
    return text.removesuffix("’s").removesuffix("'s")


def _entity(token: Token) -> list[Token]:
    """The tokens of the named entity around a token.

    They are found by the tags of its neighbours, since ``doc.ents`` reads the whole passage at each
    call.
    """
    first = last = token.i
    while first > 0 and (token.doc[first].ent_iob_ == "I" or _is_cut_word(token.doc[first])):
        first -= 1
    while last + 1 < len(token.doc) and token.doc[last + 1].ent_iob_ == "I":
        last += 1
    return _before_next_phrase(list(token.doc[first : last + 1]))


def _is_cut_word(token: Token) -> bool:
    """Whether a word goes on, without a blank, with a letter or a hyphen before it."""
    before = token.nbor(-1)
    joins = before.text in ("-", "'", "’", "‘") or before.pos_ == "PROPN"
    return joins and not before.whitespace_ and (token.text == "-" or token.text[0].isalpha())


def _before_next_phrase(words: list[Token]) -> list[Token]:
    """The words before an article that opens another noun phrase: "to Roe the firm's mill fell"."""
    last = words[-1].i
    cut = next(
        (n for n, t in enumerate(words) if n and t.lower_ == "the" and t.head.i > last), len(words)
    )
    return words[:cut]


def _in_name(token: Token, head: Token) -> bool:
    """Whether a word of the subtree is part of the name: before the head, or in "of …" after it."""
    if token == head or (head.ent_type_ == "ORG" and token.i > head.i and token in _entity(head)):
        return True
    path = [token]
    while path[-1].head != head:
        path.append(path[-1].head)
    top = path[-1]
    if any(
        t.dep_ in ("relcl", "acl", "appos", "advcl", "cc", "conj")
        and (t.i > head.i or t.dep_ in ("relcl", "advcl"))
        for t in path
    ):
        return False
    return top.i < head.i or (top.lower_ in ("of", "for") and top.dep_ == "prep")
