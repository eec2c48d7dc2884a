"""Passage → TimeExpression: every expression that says when, and what it means.

``read`` is for documents, ``find`` for plain text, ``timex`` for text as the TIMEX3 corpora mark it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seriatim.analysis.words import PassageText, passage_text
from seriatim.model import Document, Passage, Span, TimeExpression
from seriatim.times import anchors
from seriatim.times.habits import as_in_messages
from seriatim.times.reading import Told, tell
from seriatim.times.values import Context

__all__ = ["find", "read", "timex"]


def read(document: Document, passages: Sequence[Passage]) -> tuple[TimeExpression, ...]:
    """Every time expression of the document, in order.  Never raises; spans are those of ``document.text``."""
    texts = [passage_text(document, passage) for passage in passages]
    context = _context("\n\n".join(t.text for t in texts), document.published)
    found: list[TimeExpression] = []
    for passage, words in zip(passages, texts, strict=True):
        for told in tell(words.text, context):
            for one in told.parts if told.join == "list" else (told,):
                found.append(_expression(document.id, passage.index, words, one))
    return tuple(found)


def find(text: str, dct: str | None = None) -> list[TimeExpression]:
    """Every time expression of a plain text, with the date that it was written on (an EDTF day, month or year) where that is known."""
    words = PassageText(text, tuple(range(len(text))))
    context = _context(text, dct)
    return [_expression("", 0, words, one) for told in tell(text, context) for one in (told.parts if told.join == "list" else (told,))]


def timex(text: str, dct: str | None = None) -> list[TimeExpression]:
    """The same, marked as the TIMEX3 corpora mark it: both ends of a range are expressions, and each carries the interval of the range."""
    words = PassageText(text, tuple(range(len(text))))
    context = _context(text, dct)
    found = []
    for told in tell(text, context):
        for one in told.parts or (told,):
            expression = _expression("", 0, words, one)
            if context.genre == "message":
                expression = replace(expression, value=as_in_messages(expression.value, one.meaning, expression.text))
            found.append(expression)
    return found


def _context(text: str, published: str | None) -> Context:
    document = anchors.point(published)
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
