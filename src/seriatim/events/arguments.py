"""Arguments of an event mention: its place, and its numbers with their bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.analysis.event_mentions import EventMention
from seriatim.lang import noun_phrases, numbers
from seriatim.model import Bound, Quantity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from seriatim.analysis import Analysis

_LEFT_OUT = frozenset({"advcl", "relcl", "parataxis", "punct", "cc", "conj", "mark", "meta"})

_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "off"})
_NOT_COUNTED = frozenset({"DATE", "TIME"})


def place(predicate: EventMention) -> tuple[Token, str] | None:
    """The place in the predicate's own clause, as its head and its words, or ``None``.

    It is the object of "in", "at" or the like.
    """
    places = (
        thing
        for preposition in _prepositions(predicate)
        if preposition.lower_ in _LOCATIVE
        for thing in syntax.children(preposition, "pobj")
        if _is_place(thing)
    )
    thing = next(places, None)
    if thing is None:
        return None
    last = thing.right_edge if _is_short(thing) else thing
    words = thing.doc[thing.left_edge.i : last.i + 1]
    return thing, re.sub(noun_phrases.ARTICLE, "", words.text, flags=re.IGNORECASE)


def _prepositions(predicate: EventMention) -> Iterator[Token]:
    """The prepositions of the predicate's words and of their objects."""
    for token in predicate.chain:
        things = (
            syntax.children(token, "dobj", "attr", "dative", "nsubjpass")
            if token.pos_ == "VERB"
            else []
        )
        yield from (p for t in (token, *things) for p in syntax.children(t, "prep"))


def _is_place(thing: Token) -> bool:
    return thing.ent_type_ in ("GPE", "LOC", "FAC") or (
        thing.pos_ == "PROPN" and thing.ent_type_ not in ("DATE", "TIME", "PERSON")
    )


def _is_short(token: Token) -> bool:
    return token.right_edge.i - token.i <= 2 and all(
        t.pos_ in ("PROPN", "PUNCT") for t in token.doc[token.i : token.right_edge.i + 1]
    )


def quantities(analysis: Analysis, predicate: EventMention) -> tuple[Quantity, ...]:
    """The numbers in the predicate's own phrases, and how the words bound them."""
    found: dict[Span, Quantity] = {}
    clause = {
        i
        for t in predicate.chain
        for c in t.children
        if c.dep_ not in _LEFT_OUT
        for i in syntax.whole_phrase(c)
    } | {t.i for t in predicate.chain}
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
        bound: Bound = next(
            (
                b
                for pattern, b in numbers.BEFORE_NUMBER
                if re.search(pattern, before, re.IGNORECASE)
            ),
            "exact",
        )
        found[span] = Quantity(span, token.doc[start:end].text, bound)
    return tuple(found.values())


def _number(token: Token) -> tuple[int, int]:
    """The tokens of an amount: the currency before it, the scale and the counted noun after it."""
    start, end = token.i, token.i + 1
    while start > 0 and (
        token.doc[start - 1].is_currency
        or (token.doc[start - 1].pos_ == "NUM" and token.doc[start - 1].like_num)
    ):
        start -= 1
    while end < len(token.doc) and (
        token.doc[end].lower_
        in ("million", "billion", "trillion", "thousand", "hundred", "percent", "%")
        or token.doc[end].is_currency
    ):
        end += 1
    if (
        end < len(token.doc)
        and token.doc[end].pos_ == "NOUN"
        and token.head.i >= end
        and not token.doc[start].is_currency
    ):
        end = min(token.head.i + 1, end + 3) if token.head.pos_ == "NOUN" else end
    return start, end
