"""Passage → TimeExpression: every expression that says when, and what it means.

``read`` is for documents, ``find`` for plain text, ``timex`` for text as the TIMEX3 corpora mark it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seriatim.analysis.words import PassageText, passage_text
from seriatim.model import Document, Passage, Span, TimeExpression
from seriatim.times import anchors, story
from seriatim.times.expressions import Found, search
from seriatim.times.habits import as_in_messages
from seriatim.times.reading import Told, day_first, mentions, tell_found
from seriatim.times.values import Context

__all__ = ["find", "read", "timex"]


def read(document: Document, passages: Sequence[Passage]) -> tuple[TimeExpression, ...]:
    """Every time expression of the document, in order.  Never raises; spans are those of ``document.text``."""
    texts = [passage_text(document, passage) for passage in passages]
    readings = _tell([t.text for t in texts], document.published)
    found: list[TimeExpression] = []
    for passage, words, told in zip(passages, texts, readings, strict=True):
        for one in (part for each in told for part in (each.parts if each.join in ("list", "of") else (each,))):
            found.append(_expression(document.id, passage.index, words, one))
    return tuple(found)


def find(text: str, dct: str | None = None) -> list[TimeExpression]:
    """Every time expression of a plain text, with the date that it was written on (an EDTF day, month or year) where that is known."""
    words = PassageText(text, tuple(range(len(text))))
    (told,) = _tell([text], dct)
    return [_expression("", 0, words, one) for each in told for one in (each.parts if each.join in ("list", "of") else (each,))]


def timex(text: str, dct: str | None = None) -> list[TimeExpression]:
    """The same, marked as the TIMEX3 corpora mark it: both ends of a range are expressions, and each carries the interval of the range."""
    words = PassageText(text, tuple(range(len(text))))
    context = _context([text], dct)
    (told,) = _tell([text], dct, context)
    found = []
    for one in (part for each in told for part in _marked(each, context)):
        if context.genre == "message" and "inner" in one.meaning:
            one = replace(one, start=one.meaning["inner"])
        expression = _expression("", 0, words, one)
        if context.genre == "message":
            expression = replace(expression, value=as_in_messages(expression.value, one.meaning, expression.text))
        found.append(expression)
    return found


def _marked(told: Told, context: Context) -> tuple[Told, ...]:
    """The expressions that annotators make of one: the whole of "the last week of August" in histories, its parts in news."""
    if not told.parts or (told.join == "of" and context.genre == "narrative"):
        return (told,)
    return told.parts


def _tell(texts: list[str], published: str | None, context: Context | None = None) -> list[list[Told]]:
    """What each text says, read in order as one document."""
    context = context or _context(texts, published)
    found = [list(search(text)) for text in texts]
    context.dayfirst = day_first(found)
    told = []
    stories = _years(found) if context.genre == "narrative" else [{} for _ in found]
    for text, everything, story in zip(texts, found, stories, strict=True):
        context.years = story
        told.append(list(tell_found(text, everything, context)))
    return told


def _years(found: list[list[Found]]) -> list[dict[int, int]]:
    """The years of a story's months, text by text."""
    named = [mentions(everything) for everything in found]
    told = iter(story.years([mention for each in named for _, mention in each]))
    return [{start: year for start, _ in each if (year := next(told)) is not None} for each in named]


def _context(texts: list[str], published: str | None) -> Context:
    document = anchors.point(published)
    text = "\n\n".join(texts)
    return Context(text, document, anchors.genre(text, document))


def _expression(document: str, passage: int, words: PassageText, told: Told) -> TimeExpression:
    said = told.said
    span: Span = words.span(told.start, told.end)
    return TimeExpression(
        document=document,
        passage=passage,
        span=span,
        text=words.text[told.start : told.end],
        type=said.type,
        value=said.value,
        mod=said.mod,
        edtf=said.edtf,
        anchor=said.anchor,
        direction=said.direction,
        offset=said.offset,
        signal=words.span(*told.signal) if told.signal else None,
        rule=told.rule,
    )
