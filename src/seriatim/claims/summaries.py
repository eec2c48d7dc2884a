"""What a claim is called in a list: the source's own words, and the facts that stand beside it: kind of place, numbers and how they are bounded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from seriatim.claims import syntax
from seriatim.claims.predicates import Predicate
from seriatim.language.happenings import SAYING_VERBS
from seriatim.model import Bound, Quantity, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from seriatim.analysis import Analysis

_LONGEST = 160
_LEFT_OUT = frozenset({"advcl", "relcl", "parataxis", "punct", "cc", "conj", "mark", "meta"})
_KEPT_AFTER = frozenset(
    {"dobj", "attr", "acomp", "prt", "dative", "agent", "prep", "oprd", "xcomp", "neg", "aux", "auxpass", "nsubj", "nsubjpass", "ccomp", "expl"}
)
_LIMITS = frozenset({"if", "unless", "until", "till", "provided", "lest"})
_CLOSING = {"“": "”", '"': '"', "(": ")", "[": "]", "«": "»"}
_BOUNDS: tuple[tuple[str, Bound], ...] = (
    (r"(?:at least|no (?:less|fewer) than|not less than|a minimum of|more than|over|upwards? of|exceeding|in excess of)\s+$", "at least"),
    (r"(?:at most|no more than|up to|not more than|a maximum of|less than|fewer than|under|below)\s+$", "at most"),
    (r"(?:about|around|approximately|some|roughly|nearly|almost|close to|an estimated|estimated|circa|c\.)\s+$", "about"),
)
_NOT_COUNTED = frozenset({"DATE", "TIME"})


def summary(text: str, analysis: Analysis, predicate: Predicate) -> str:
    """Subject, predicate, object and place, in the words and the order of the document's ``text``."""
    kept: set[int] = set()
    for token in predicate.chain:
        kept.add(token.i)
        for child in token.children:
            if _is_another_sentence(child):
                continue
            if child.dep_ in _KEPT_AFTER or _limits(child) or (child.i < token.i and child.dep_ in ("poss", "compound", "amod", "det", "nummod")):
                kept.update(_phrase(child))
    subject = syntax.subject(predicate.chain[0]) if predicate.token.pos_ == "VERB" else None
    if subject is not None:
        kept.update(_phrase(subject))
    line = _joined(text, analysis, [predicate.word.doc[i] for i in sorted(kept | _marks_inside(predicate.word.doc, kept))])
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _phrase(token: Token) -> Iterable[int]:
    """The tokens of a phrase without the clauses that hang on it, save those that what is told holds only with."""
    yield token.i
    for child in token.children:
        aside = child.dep_ in ("relcl", "advcl", "parataxis") and not _limits(child)
        if aside or (child.dep_ == "punct" and child.i > token.i):
            continue
        yield from _phrase(child)


def _limits(clause: Token) -> bool:
    """Whether the rest would say more without the clause: "if talks fail", "anyone who had bought a boat"."""
    if clause.dep_ == "relcl":
        return clause.left_edge.i > 0 and not clause.left_edge.nbor(-1).is_punct
    return clause.dep_ == "advcl" and syntax.has_mark(clause, _LIMITS)


def _is_another_sentence(clause: Token) -> bool:
    """Whether a clause before the verb only stands before it: "A; B posited that C"."""
    if clause.dep_ != "ccomp" or clause.i > clause.head.i or not syntax.is_free(clause):
        return False
    return clause.head.lemma_ not in SAYING_VERBS or any(t.text == ";" for t in clause.doc[clause.i : clause.head.i])


def _marks_inside(doc: Doc, kept: set[int]) -> set[int]:
    """The commas, dashes and quotation marks whose neighbours on both sides are kept, and the quotation marks at its edges."""
    marks: set[int] = set()
    for i in range(min(kept), max(kept)):
        if doc[i].is_punct and i not in kept:
            start, end = i, i
            while doc[start - 1].is_punct and start - 1 > min(kept):
                start -= 1
            while doc[end].is_punct and end < max(kept):
                end += 1
            if start - 1 in kept and end in kept:
                marks.add(i)
    edges = {min(kept) - 1: set(_CLOSING), max(kept) + 1: set(_CLOSING.values())}
    return marks | {i for i, signs in edges.items() if 0 <= i < len(doc) and doc[i].text in signs}


def _joined(document: str, analysis: Analysis, tokens: list[Token]) -> str:
    text = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        apart = before is not None and (before.whitespace_ or before.i + 1 != token.i)
        start, end = analysis.span(token)
        text += (" " if apart else "") + " ".join(document[start:end].split())
    return _paired(re.sub(r"\s+([,;:.])", r"\1", text).strip(" ,;:-–—•")).strip()


def _paired(text: str) -> str:
    """Without the quotation marks and brackets whose other half was left out."""
    alone: list[int] = []
    for i, char in enumerate(text):
        if alone and char == _CLOSING.get(text[alone[-1]]):
            alone.pop()
        elif char in _CLOSING or char in _CLOSING.values():
            alone.append(i)
    return "".join(char for i, char in enumerate(text) if i not in alone)


def place(predicate: Predicate) -> tuple[Token, str] | None:
    """Where it happened, by "in", "at" and their like in the predicate's own clause: the head and the words."""
    for token in predicate.chain:
        things = syntax.children(token, "dobj", "attr", "dative", "nsubjpass") if token.pos_ == "VERB" else []
        for preposition in (p for t in (token, *things) for p in syntax.children(t, "prep")):
            if preposition.lower_ not in ("in", "at", "near", "outside", "inside", "off"):
                continue
            for thing in syntax.children(preposition, "pobj"):
                if thing.ent_type_ in ("GPE", "LOC", "FAC") or (thing.pos_ == "PROPN" and thing.ent_type_ not in ("DATE", "TIME", "PERSON")):
                    words = thing.doc[thing.left_edge.i : thing.right_edge.i + 1] if _is_short(thing) else thing.doc[thing.left_edge.i : thing.i + 1]
                    return thing, re.sub(r"^(?:the|a|an)\s+", "", words.text, flags=re.IGNORECASE)
    return None


def _is_short(token: Token) -> bool:
    return token.right_edge.i - token.i <= 2 and all(t.pos_ in ("PROPN", "PUNCT") for t in token.doc[token.i : token.right_edge.i + 1])


def quantities(analysis: Analysis, predicate: Predicate) -> tuple[Quantity, ...]:
    """The numbers that the predicate's own phrases give, and how the words bound them."""
    found: dict[Span, Quantity] = {}
    clause = {i for t in predicate.chain for c in t.children if c.dep_ not in _LEFT_OUT for i in _phrase(c)} | {t.i for t in predicate.chain}
    text = analysis.words.text
    for i in sorted(clause):
        token = predicate.word.doc[i]
        if not token.like_num or token.ent_type_ in _NOT_COUNTED or token.pos_ != "NUM":
            continue
        start, end = _number(token)
        if start >= end:
            continue
        span = analysis.span(token.doc[start:end])
        before = text[: token.doc[start].idx]
        bound: Bound = next((b for pattern, b in _BOUNDS if re.search(pattern, before, re.IGNORECASE)), "exact")
        found[span] = Quantity(span, token.doc[start:end].text, bound)
    return tuple(found.values())


def _number(token: Token) -> tuple[int, int]:
    """The tokens of an amount: currency before it, scale and what is counted behind it."""
    start, end = token.i, token.i + 1
    while start > 0 and (token.doc[start - 1].is_currency or (token.doc[start - 1].pos_ == "NUM" and token.doc[start - 1].like_num)):
        start -= 1
    while end < len(token.doc) and (
        token.doc[end].lower_ in ("million", "billion", "trillion", "thousand", "hundred", "percent", "%") or token.doc[end].is_currency
    ):
        end += 1
    if end < len(token.doc) and token.doc[end].pos_ == "NOUN" and token.head.i >= end and not token.doc[start].is_currency:
        end = min(token.head.i + 1, end + 3) if token.head.pos_ == "NOUN" else end
    return start, end
