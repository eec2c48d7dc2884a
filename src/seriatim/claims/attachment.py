"""Time expressions → the words that they date: which verb or noun each hangs on, and which one leads the passage."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.claims.predicates import KIND_OF_NOUN
from seriatim.language.happenings import DOCUMENT_NOUNS
from seriatim.model import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token
    from spacy.tokens import Span as Words

    from seriatim.analysis import Analysis

_OPENING = re.compile(r"[\s\W_]*")
_LEAD_END = re.compile(r"\s*(?:[:;–—|\-]|\.(?=\s)|\t|\s{2,}|$)")


@dataclass(frozen=True, slots=True)
class Attached:
    """A passage's time expressions by what they hang on.

    ``dated``: token → expressions that it governs, verbs and nouns of happening.  ``timed``: tokens that are part of an expression.
    ``lead``: the expression that stands before all else ("July 3, 1863: …").  ``loose``: those that hang on nothing that can be dated.
    """

    dated: dict[int, list[TimeExpression]]
    timed: frozenset[int]
    lead: TimeExpression | None
    loose: tuple[tuple[TimeExpression, int], ...]  # with the token that they hang on


def attach(analysis: Analysis, expressions: Sequence[TimeExpression]) -> Attached:
    """What each expression of the passage dates."""
    dated: dict[int, list[TimeExpression]] = defaultdict(list)
    timed: set[int] = set()
    loose: list[tuple[TimeExpression, int]] = []
    lead = _lead(analysis, expressions)
    for expression in expressions:
        tokens = analysis.tokens(expression.span)
        if tokens is None:
            continue
        timed.update(t.i for t in tokens)
        if expression is lead:
            continue
        governors = _governors(tokens)
        for token in governors:
            dated[token.i].append(expression)
        if not governors:
            loose.append((expression, tokens.root.i))
    return Attached(dict(dated), frozenset(timed), lead, tuple(loose))


def _lead(analysis: Analysis, expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression at the head of the passage, set off from what follows."""
    text = analysis.words.text
    for expression in expressions:
        start, end = analysis.words.position(expression.span[0]), analysis.words.position(expression.span[1] - 1) + 1
        if expression.edtf is None or not _OPENING.fullmatch(text[:start]):
            continue
        if _LEAD_END.match(text[end:]) or text[end : end + 1].isupper():
            return expression
    return None


def _governors(tokens: Words) -> list[Token]:
    """The tokens that the expression dates: the verb that it modifies, the noun of happening that carries it, or both."""
    inside = {t.i for t in tokens}
    here = tokens.root
    found: list[Token] = []
    for _ in range(12):
        if here.head == here:
            break
        before = here
        here = here.head
        if here.i in inside or here.pos_ in ("ADP", "ADV", "SCONJ", "PART", "NUM", "DET"):
            continue
        if here.pos_ in ("VERB", "AUX"):
            return [*found, _content_verb(here)]
        if here.pos_ not in ("NOUN", "PROPN", "ADJ", "PRON"):
            continue
        if before.i < here.i and before.dep_ in ("compound", "nmod", "amod", "nummod", "poss", "npadvmod", "dep"):
            found.append(here)
            return [*found, *_told_in(here)]
        if here.lemma_.lower() in KIND_OF_NOUN:
            found.append(here)
        if here.dep_ in ("nsubj", "nsubjpass") and found:
            return found
    return found


def _content_verb(verb: Token) -> Token:
    """The verb that an auxiliary helps."""
    return verb.head if verb.dep_ in ("aux", "auxpass") and verb.head.pos_ == "VERB" else verb


def _told_in(noun: Token) -> list[Token]:
    """The verb whose telling stands in a dated document: "in our June 22 reply we explained"."""
    preposition = noun.head
    if noun.dep_ == "pobj" and preposition.lower_ in ("in", "at", "by") and preposition.head.pos_ == "VERB" and noun.lemma_.lower() in DOCUMENT_NOUNS:
        return [preposition.head]
    return []
