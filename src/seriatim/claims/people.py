"""Phrases → who is meant: a name in full, a role by its words, and whom a pronoun most likely stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from seriatim.claims import names, syntax
from seriatim.claims.directory import Directory
from seriatim.claims.names import Name
from seriatim.language import roles
from seriatim.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from seriatim.analysis import Analysis

Gender = Literal["m", "f", "n", "p", ""]
_INDEFINITE = frozenset({"a", "an", "another", "some", "many", "several", "few", "any", "no", "each", "every", "most", "all"})
_DESCRIPTIVE = frozenset({"compound", "amod", "nmod", "poss", "nummod"})


@dataclass(frozen=True, slots=True)
class Someone:
    """Who a phrase names: its tokens (end exclusive), its name as it is read, and what goes with it."""

    start: int
    end: int
    name: str
    kind: MentionKind
    gender: Gender = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document somebody was spoken of."""

    passage: int
    sentence: int
    token: int
    subject: bool
    who: Someone


class People:
    """Who is spoken of in one document, in the order of its words."""

    def __init__(self, directory: Directory, found: Sequence[Sequence[Name]], analyses: Sequence[Analysis]) -> None:
        """``found`` are the names of each analysis."""
        self._directory = directory
        self._names = found
        self._analyses = analyses
        self._spoken: list[list[Place]] = [self._in_passage(i) for i in range(len(analyses))]

    def who(self, index: int, token: Token, *, direct: bool) -> list[Someone]:
        """Who the phrase headed by ``token`` names in the analysis at ``index``; empty where it is nobody, or nobody in particular."""
        if token.pos_ == "PRON" or token.lower_ in roles.PERSONAL_PRONOUNS:
            return self._pronoun(index, token)
        named = names.at(self._names[index], token.i)
        if named is not None and not self._is_modifier_of_noun(named, token):
            return [self._someone(named, token)] if self._may_act(named, token) else []
        if token.pos_ in ("NOUN", "PROPN", "ADJ"):
            return self._described(index, token, direct=direct)
        return []

    def _is_modifier_of_noun(self, named: Name, token: Token) -> bool:
        return token.i == named.end - 1 and token.pos_ == "NOUN" and named.label == ""

    def _may_act(self, named: Name, token: Token) -> bool:
        """Whether a name can take part: products, works and places that only say where cannot."""
        kind = self._directory.kind(named.text)
        if named.label in ("EVENT", "WORK_OF_ART", "LAW", "FAC", "LOC"):
            return kind in ("person", "organization")
        if any(c.isdigit() for c in named.text) and kind != "person":
            return token.dep_ in ("nsubj", "dobj", "dative", "pobj") and named.words[-1][:1].isdigit() and token.dep_ == "nsubj" and token.head.pos_ == "VERB"
        return True

    def _someone(self, named: Name, token: Token) -> Someone:
        full = self._directory.full(named.text)
        kind = self._directory.kind(named.text)
        if kind == "place":
            kind = "organization"
        gender: Gender = self._directory.gender(named.text) or "" if kind == "person" else "n"  # type: ignore[assignment]
        if token.tag_ == "NNPS" or (named.label == "NORP" and token.tag_ in ("NNS", "NNPS")):
            gender = "p"
        return Someone(named.start, named.end, full, kind, gender, named.title)

    def _described(self, index: int, token: Token, *, direct: bool) -> list[Someone]:
        """Persons and bodies by what they are: "the deputy minister", "Acme's lawyers"; behind them a name, where one follows."""
        lemma = token.lemma_.lower()
        if lemma not in roles.PERSON_NOUNS and lemma not in roles.BODY_NOUNS:
            return []
        for child in syntax.children(token, "appos"):
            if (named := names.at(self._names[index], child.i)) and self._directory.kind(named.text) == "person":
                return [self._someone(named, child)]
        if not self._is_particular(index, token, direct=direct):
            return []
        start, end = self._bounds(token)
        text = self._text(index, start, token)
        if full := self._short_form(text):
            return [Someone(token.i, token.i + 1, full, self._directory.kind(full), "n")]
        plural = token.tag_ in ("NNS", "NNPS")
        kind: MentionKind = "role" if lemma in roles.PERSON_NOUNS else "organization"
        return [Someone(start, end, text, kind, "p" if plural else "n" if kind == "organization" else "")]

    def _short_form(self, text: str) -> str | None:
        """The body that "the commission" is, where the document names one such body."""
        capital = text[:1].upper() + text[1:]
        full = self._directory.full(capital)
        return full if full != capital else None

    def _is_particular(self, index: int, token: Token, *, direct: bool) -> bool:
        determiners = {c.lower_ for c in token.children if c.dep_ in ("det", "predet")}
        named = any(names.at(self._names[index], c.i) for c in token.children if c.dep_ in ("compound", "poss", "nmod"))
        if named:
            return not determiners & {"another", "any", "no"}
        if direct:
            return not determiners & {"another", "any", "no", "some", "many"}
        return bool(determiners & {"the", "this", "that", "these", "those"}) or any(c.dep_ == "poss" for c in token.children)

    @staticmethod
    def _bounds(token: Token) -> tuple[int, int]:
        parts = [c for c in token.children if c.dep_ in _DESCRIPTIVE and c.i < token.i]
        start = min((c.left_edge.i for c in parts), default=token.i)
        while start < token.i and token.doc[start].pos_ == "DET":
            start += 1
        while start < token.i and (token.doc[start].is_punct or token.doc[start].like_num or token.doc[start].lower_ in ("other", "same", "such", "own", "then")):
            start += 1
        return start, token.i + 1

    def _text(self, index: int, start: int, token: Token) -> str:
        first = token.doc[start]
        if first.tag_ == "PRP$":
            owner = self._pronoun(index, first)
            rest = token.doc[start + 1 : token.i + 1].text
            return f"{owner[0].name}'s {rest}" if owner else rest
        return token.doc[start : token.i + 1].text

    # Pronouns

    def _in_passage(self, index: int) -> list[Place]:
        analysis = self._analyses[index]
        sentences = {t.i: n for n, s in enumerate(analysis.doc.sents) for t in s}
        spoken = []
        for token in analysis.doc:
            if token.pos_ == "PRON" or token.dep_ in ("compound", "amod", "det", "punct"):
                continue
            named = names.at(self._names[index], token.i)
            head = named is not None and token.i == named.end - 1
            if named is not None and not head:
                continue
            if named is not None:
                if not self._may_act(named, token):
                    continue
                who = self._someone(named, token)
            elif token.pos_ == "NOUN" and (described := self._described_plainly(index, token)):
                who = described
            else:
                continue
            spoken.append(Place(index, sentences[token.i], token.i, _is_subject(token), who))
        return spoken

    def _described_plainly(self, index: int, token: Token) -> Someone | None:
        lemma = token.lemma_.lower()
        if lemma not in roles.PERSON_NOUNS | roles.BODY_NOUNS or any(c.tag_ == "PRP$" for c in token.children):
            return None
        found = self._described(index, token, direct=True)
        return found[0] if found else None

    def _pronoun(self, index: int, token: Token) -> list[Someone]:
        word = token.lower_
        if word in roles.MALE_PRONOUNS:
            return self._clearest(index, token, "m")
        if word in roles.FEMALE_PRONOUNS:
            return self._clearest(index, token, "f")
        if word in roles.NEUTER_PRONOUNS:
            return self._clearest(index, token, "n")
        if word in roles.PLURAL_PRONOUNS:
            return self._plural(index, token)
        if word in ("who", "which", "that") and (head := syntax.antecedent(token)).i != token.i:
            return self.who(index, head, direct=True)
        return []

    def _clearest(self, index: int, token: Token, gender: Gender) -> list[Someone]:
        """The one that is meant, if one reading is best: the subject of the clause above, then of the sentences before, then the last named."""
        best = self._ranked(index, token, gender)
        return [best.who] if best else []

    def _ranked(self, index: int, token: Token, gender: Gender) -> Place | None:
        sentence = next((n for n, s in enumerate(token.doc.sents) if s.start <= token.i < s.end), 0)
        here = [p for p in self._spoken[index] if p.token < token.i and _fits(p.who, gender)]
        earlier = [p for i in (index - 1, index - 2) if i >= 0 for p in self._spoken[i] if _fits(p.who, gender)]
        same = [p for p in here if p.sentence == sentence and not _same_clause_object(token, self._analyses[index].doc[p.token])]
        before = [p for p in here if p.sentence == sentence - 1]
        for group in (same, before, [p for p in here if p.sentence < sentence - 1], earlier):
            if subjects := [p for p in group if p.subject]:
                return subjects[0] if group is same else subjects[0]
            if group:
                return group[-1]
        return None

    def _plural(self, index: int, token: Token) -> list[Someone]:
        """A plural role, or persons that the last sentence joins."""
        best = self._ranked(index, token, "p")
        sentence = next((n for n, s in enumerate(token.doc.sents) if s.start <= token.i < s.end), 0)
        joined = [p for p in self._spoken[index] if p.sentence in (sentence - 1, sentence) and p.token < token.i and p.who.kind in ("person", "role")]
        last = max((p.sentence for p in joined), default=-1)
        persons = [p for p in joined if p.sentence == last]
        if best is not None and (best.sentence >= last or len(persons) < 2):
            return [best.who]
        return list({p.who.name: p.who for p in persons}.values()) if len(persons) > 1 else [best.who] if best else []


def _is_subject(token: Token) -> bool:
    here = token
    while here.dep_ == "conj":
        here = here.head
    return here.dep_ in ("nsubj", "nsubjpass")


def _fits(who: Someone, gender: Gender) -> bool:
    if gender in ("m", "f"):
        return who.kind in ("person", "role", "alias") and who.gender in (gender, "")
    if gender == "p":
        return who.gender == "p" or (who.kind == "organization" and who.gender == "n")
    return who.kind == "organization" and who.gender == "n"


def _same_clause_object(pronoun: Token, other: Token) -> bool:
    """Whether pronoun and name are subject and object of one verb, and so two."""
    if pronoun.tag_ == "PRP$":
        return False
    verb = pronoun.head if pronoun.head.pos_ != "ADP" else pronoun.head.head
    above = other.head if other.head.pos_ != "ADP" else other.head.head
    return verb.i == above.i and pronoun.dep_ != other.dep_
