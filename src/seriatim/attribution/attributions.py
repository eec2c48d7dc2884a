"""Attributions in spans of the document, and those that the span model finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from seriatim.analysis import syntax
from seriatim.attribution.cues import commits, is_actor, is_document, is_period, issuer_of
from seriatim.attribution.linking import link
from seriatim.attribution.quotations import trim
from seriatim.lang import reporting
from seriatim.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from seriatim.analysis import Analysis
    from seriatim.analysis.spans import TaggedSpan
    from seriatim.attribution.source_names import Names

_MARKS = ('"', "“", "‘", "«", "„", "''", "``")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, in spans of the document.

    ``name`` is the source as a reader would write it: the noun phrase without article and title, a
    pronoun's antecedent where one is clear.
    ``passage`` is the index of the passage of the cue (or, without one, of the content).
    ``committed``: whether the words attribute a statement to the source; "did not say whether" and
    "hopes to" attribute too, but commit the source to nothing.
    ``by``: whether the span model or the rules found it.  Where both apply, the rules add the
    layers that the model leaves out.
    ``addressee``: whom "you" is in the content, in a transcript.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    name: str
    passage: int
    committed: bool = True
    by: Literal["model", "rules"] = "rules"
    addressee: str = ""


def modelled_attributions(
    analyses: Sequence[Analysis], tagged: Sequence[TaggedSpan], names: Names
) -> Iterator[Attribution]:
    """The attributions that the span model finds."""
    starts = list(accumulate((len(a.words.text) + 1 for a in analyses), initial=0))
    for linked in link(tagged, starts):
        at, cue = analyses[linked.cue.text], (linked.cue.start, linked.cue.end)
        quoted = any(
            analyses[t.text].words.text.startswith(_MARKS, t.start) for t in linked.content
        )
        said = commits(at.doc, cue) or (quoted and not is_negated(at, cue))
        named = (
            linked.source
            if linked.source is not None and not _is_impersonal(at, cue, analyses, linked.source)
            else None
        )
        source = _span(analyses, named) if named else ()
        content = tuple(
            s
            for t in _within_reach(analyses, linked.cue, linked.content)
            for s in _span(analyses, t)
        )
        yield Attribution(
            source,
            _span(analyses, linked.cue),
            content,
            _name(analyses, named, names),
            at.passage.index,
            said,
            "model",
        )


def _is_impersonal(
    at: Analysis, cue: Span, analyses: Sequence[Analysis], source: TaggedSpan
) -> bool:
    """Whether the source is no one: a time, or the "it" of "it has been claimed that"."""
    words = at.doc.char_span(*cue, alignment_mode="expand")
    phrase = analyses[source.text].doc.char_span(source.start, source.end, alignment_mode="expand")
    if phrase is not None and is_period(phrase.root):
        return True
    name = analyses[source.text].words.text[source.start : source.end]
    return (
        name.lower() == "it"
        and words is not None
        and any(t.pos_ == "VERB" and syntax.is_passive(t) for t in words)
    )


def _within_reach(
    analyses: Sequence[Analysis], cue: TaggedSpan, content: Sequence[TaggedSpan]
) -> Iterator[TaggedSpan]:
    """The parts of the content that the cue can introduce.

    Words that hold their own cue are somebody else's around it: what the cue opens stands behind it
    in its sentence.  In a later passage only a quotation goes on, or what a colon led in.
    """
    here = analyses[cue.text]
    inside = any(t.text == cue.text and t.start < cue.start and cue.end < t.end for t in content)
    leads = here.words.text.rstrip().endswith((":", "—"))
    for piece in content:
        text = analyses[piece.text].words.text
        if piece.text == cue.text and piece.start < cue.start and cue.end < piece.end:
            yield from _rest_of_sentence(here, cue, piece)
        elif piece.text == cue.text:
            yield from _as_far_as_its_sentence(here, cue, piece)
        elif piece.text < cue.text or (not inside and (leads or text.lstrip().startswith(_MARKS))):
            yield piece


def _rest_of_sentence(here: Analysis, cue: TaggedSpan, piece: TaggedSpan) -> Iterator[TaggedSpan]:
    """The part of a content that follows the cue within it, in the cue's sentence."""
    sentence = next(s for s in here.doc.sents if cue.start < s.end_char)
    start, end = trim(here.words.text, cue.end, min(piece.end, sentence.end_char))
    if start < end:
        yield replace(piece, start=start, end=end)


def _as_far_as_its_sentence(
    here: Analysis, cue: TaggedSpan, piece: TaggedSpan
) -> Iterator[TaggedSpan]:
    """The content, cut to the sentence of its cue.

    Only quotation marks or a colon extend what somebody says beyond a full stop.
    """
    text = here.words.text
    sentence = next((s for s in here.doc.sents if cue.start < s.end_char), None)
    quoted = any(mark in text[max(0, piece.start - 1) : piece.end + 1] for mark in _MARKS)
    led_in = ":" in text[max(cue.start, cue.end - 1) : max(cue.end, piece.start)]
    if sentence is None or quoted or led_in:
        yield piece
        return
    start, end = trim(
        text, max(piece.start, sentence.start_char), min(piece.end, sentence.end_char)
    )
    if start < end and text[start:end].lower() not in reporting.OPENERS_OF_CONTENT:
        yield replace(piece, start=start, end=end)


def _span(analyses: Sequence[Analysis], tagged: TaggedSpan) -> tuple[Span, ...]:
    return (analyses[tagged.text].words.span(tagged.start, tagged.end),)


def _name(analyses: Sequence[Analysis], source: TaggedSpan | None, names: Names) -> str:
    words = (
        analyses[source.text].doc.char_span(source.start, source.end, alignment_mode="expand")
        if source
        else None
    )
    if source is None or words is None:
        return ""
    head = _speaker_among(words)
    return names.name(head, source.text, issuer_of(head) if is_document(head) else None)


def _speaker_among(words: Words) -> Token:
    """The conjunct that can speak, in "planes that left Osterby and officials".

    The parse may join both to one phrase.
    """
    head = words.root
    if is_actor(head) or is_document(head):
        return head
    return next((t for t in reversed(words) if t.dep_ == "conj" and is_actor(t)), head)


def is_negated(analysis: Analysis, cue: Span) -> bool:
    """Whether the cue denies that anything was said."""
    words = analysis.doc.char_span(*cue, alignment_mode="expand")
    return words is not None and any(
        t.dep_ == "neg" or (t.pos_ == "VERB" and syntax.is_negated(t)) for t in words
    )


def is_known(report: Attribution, modelled: Sequence[Attribution]) -> bool:
    """Whether the model has the same cue, or another cue for the same content.

    It reads sentences that are parsed wrongly.

    What stands whole within the report's content, or around it, is another layer of the same
    sentence, and no rival.
    """
    same = any(
        m.content and (m.source or not report.source) and _meet(m.cue, report.cue) for m in modelled
    )
    return same or any(
        m.committed
        and (m.source or not report.source)
        and _meet(m.content, report.content)
        and not _nested(m, report)
        for m in modelled
    )


def _nested(first: Attribution, second: Attribution) -> bool:
    return any(
        all(share(s, outer.content) == 1 for s in (*inner.cue, *inner.content))
        for inner, outer in ((first, second), (second, first))
    )


def _meet(first: Sequence[Span], second: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in first for c, d in second)


def share(span: Span, contents: Sequence[Span]) -> float:
    """The share of a span that the contents cover."""
    return sum(max(0, min(span[1], e) - max(span[0], s)) for s, e in contents) / max(
        1, span[1] - span[0]
    )
