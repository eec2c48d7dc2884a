"""Passage → TimeExpression: every expression that says when, and what it means.

``read`` is for documents, ``find`` for plain text, ``timex`` for text as TIMEX3 marks it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from seriatim.analysis.words import PassageText, passage_text
from seriatim.lang import timex_words
from seriatim.model import Document, Passage, Span, TimeExpression
from seriatim.temporal.frames import anchors, plausible_years
from seriatim.temporal.frames.context import Context
from seriatim.temporal.frames.document_frames import decide
from seriatim.temporal.frames.mentions import Stretch
from seriatim.temporal.frames.reference_time import ReferenceTime
from seriatim.temporal.frames.resolution import (
    READING,
    Reading,
    ResolvedTimex,
    counts_to_24,
    day_first,
    tell_found,
)
from seriatim.temporal.frames.structure import Frames, leads, opens_entry
from seriatim.temporal.frames.year_chain import Decision
from seriatim.temporal.tagging.search import Found, search

__all__ = ["find", "read", "timex"]


def read(document: Document, passages: Sequence[Passage]) -> tuple[TimeExpression, ...]:
    """Every time expression of the document, in order, with spans of ``document.text``."""
    texts = [passage_text(document, passage) for passage in passages]
    found = [list(search(t.text)) for t in texts]
    stretches = [Stretch(t.text, f, p) for t, f, p in zip(texts, found, passages, strict=True)]
    context, stories = _context(stretches, document.published)
    frames = Frames(passages, context.reference.document, _entries(passages, texts, found))
    if frames.entries:
        context.genre, context.diary = "news", True
    resolved = [
        expression
        for row in zip(passages, texts, found, stories, strict=True)
        for expression in _read_passage(document.id, *row, frames, context)
    ]
    return plausible_years.plausible(resolved, document.text, document.published)


def _read_passage(
    document: str,
    passage: Passage,
    words: PassageText,
    found: list[Found],
    story_years: dict[int, Decision],
    frames: Frames,
    context: Context,
) -> Iterator[TimeExpression]:
    frames.enter(passage, context)
    if _counts_days(passage, words.text, found):
        context.reference.leave_day()
    context.years = {} if frames.dates_itself(passage) else story_years
    for at, told in enumerate(tell_found(words.text, found, context)):
        governs = at == 0 and leads(told, words.text, passage)
        if governs:
            context.leading, context.leading_end = told.said, told.end
            context.reference.govern()
        elif at == 0:
            frames.dateline(told, context)
        if at == 0:
            frames.entry(told, passage, context)
        for one in told.parts if told.join in ("list", "of") else (told,):
            yield _expression(document, passage.index, words, one, governs=governs)
    frames.leave(passage, context)


def _counts_days(passage: Passage, text: str, found: Sequence[Found]) -> bool:
    """Whether a heading counts days without a date ("Third day"): what follows is of another."""
    if passage.kind not in ("heading", "title") or any(f.meaning.length is None for f in found):
        return False
    return bool(timex_words.COUNTED_DAYS.intersection(text.lower().split()))


def _entries(
    passages: Sequence[Passage], texts: Sequence[PassageText], found: list[list[Found]]
) -> frozenset[int]:
    """The passages that open the entries of a diary or the parts of a letter, at least two.

    Such a passage opens with a day, and nothing else or a full stop behind it.
    """
    opening = [
        p.index
        for p, text, first in zip(passages, texts, found, strict=True)
        if first and opens_entry(first[0], text.text, p)
    ]
    return frozenset(opening if len(opening) > 1 else ())


def find(text: str, dct: str | None = None) -> list[TimeExpression]:
    """Every time expression of a plain text, in order.

    ``dct`` is the date that it was written on, an EDTF day, month or year, where that is known.
    """
    told, _ = resolve(text, dct)
    words = plain(text)
    return [
        expression(words, one)
        for each in told
        for one in (each.parts if each.join in ("list", "of") else (each,))
    ]


def timex(text: str, dct: str | None = None) -> list[TimeExpression]:
    """Every expression as TIMEX3 marks it: both ends of a range, each with its interval."""
    told, _ = resolve(text, dct)
    words = plain(text)
    return [expression(words, one) for each in told for one in ends(each)]


def ends(told: ResolvedTimex) -> tuple[ResolvedTimex, ...]:
    """The expressions that TIMEX3 makes of one: the ends of a range with its interval."""
    if told.join != "range" or told.said.edtf is None:
        return told.parts or (told,)
    return tuple(replace(part, said=replace(part.said, edtf=told.said.edtf)) for part in told.parts)


def resolve(
    text: str, published: str | None, reading: Reading = READING
) -> tuple[list[ResolvedTimex], Context]:
    """The resolved expressions of a plain text, and the context after the last one."""
    found = [list(search(text))]
    context, decided = _context([Stretch(text, found[0])], published)
    context.years = decided[0]
    frames = Frames((), context.reference.document, frozenset())
    told = []
    for at, one in enumerate(tell_found(text, found[0], context, reading)):
        told.append(one)
        if at == 0:
            frames.dateline(one, context)
    return told, context


def plain(text: str) -> PassageText:
    """The words of a plain text, which is its own passage."""
    return PassageText(text, tuple(range(len(text))))


def expression(words: PassageText, told: ResolvedTimex) -> TimeExpression:
    """The time expression of a plain text."""
    return _expression("", 0, words, told)


def _context(
    stretches: Sequence[Stretch], published: str | None
) -> tuple[Context, Sequence[dict[int, Decision]]]:
    """Where the document starts from, and the years that were decided for each stretch of it."""
    document = anchors.point(published)
    decided = decide(stretches, document)
    text = "\n\n".join(s.text for s in stretches)
    found = [list(s.found) for s in stretches]
    reference = ReferenceTime(document)
    reference.clocks.to_24 = counts_to_24(found)
    context = Context(text, decided.genre, reference, dayfirst=day_first(found))
    return context, decided.years


def _expression(
    document: str, passage: int, words: PassageText, told: ResolvedTimex, *, governs: bool = False
) -> TimeExpression:
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
        governs=governs,
        years=said.years,
    )
