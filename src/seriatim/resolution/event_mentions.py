"""Spans of event triggers → event mentions with their features: head, arguments, context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.analysis import Analysis
from seriatim.lang import function_words
from seriatim.messages import resolution as messages
from seriatim.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

AROUND = 5  # tokens on either side
_SMALL = function_words.COMMON
_AGENT_LIKE = frozenset({"nsubj", "poss", "agent", "nsubjpass", "compound", "amod"})
_PATIENT_LIKE = frozenset({"dobj", "nsubjpass", "attr", "prep", "oprd"})
_CONTENT = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "VERB"})
_FUNCTION = frozenset({"ADP", "DET", "PART", "PRON", "AUX", "PUNCT"})


@dataclass(frozen=True, slots=True)
class EventMentionFeatures:
    """An event mention with its features; lemmas are in lower case."""

    document: str
    text: str
    head: str
    first: str
    words: tuple[str, ...]
    tag: str
    sentence: tuple[int, int]  # passage, first token
    subject: tuple[str, ...]
    object: tuple[str, ...]
    beside: tuple[str, ...]
    around: tuple[str, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    whole: tuple[str, ...]  # the sentence
    place: float  # 0 to 1: relative position in the document
    denied: bool


def find(
    document: str, analyses: Sequence[Analysis], spans: Iterable[Span]
) -> list[EventMentionFeatures]:
    """A mention for each span, in their order.  Raises ValueError for a span without words."""
    return [_mention(document, analyses, span) for span in spans]


def lemmas(analyses: Iterable[Analysis]) -> Iterator[str]:
    """The lemmas of a document's content words."""
    return (t.lemma_.lower() for a in analyses for t in a.doc if _is_content_word(t))


def _mention(document: str, analyses: Sequence[Analysis], span: Span) -> EventMentionFeatures:
    analysis, inside = _located(document, analyses, span)
    head, own = inside.root, {t.i for t in inside}
    children = list(head.children)
    governor = [head.head] if head.head.i != head.i else []
    sentence = list(head.sent)
    around = analysis.doc[max(0, inside.start - AROUND) : inside.end + AROUND]
    return EventMentionFeatures(
        document,
        inside.text.lower(),
        head.lemma_.lower(),
        inside[0].lemma_.lower(),
        _words(inside),
        head.pos_,
        (analysis.passage.index, head.sent.start),
        _content_lemmas((c for c in children if c.dep_ in _AGENT_LIKE), own),
        _content_lemmas(_patients(children), own),
        _content_lemmas((*children, *governor), own),
        _content_lemmas(around, own),
        _lemmas(t for t in sentence if t.ent_type_),
        _lemmas(filter(_is_number, sentence)),
        _lemmas(t for t in sentence if _is_content_word(t) and t.i not in own),
        span[0] / max(1, analyses[-1].passage.span[1]),
        any(c.dep_ == "neg" for c in children),
    )


def _located(document: str, analyses: Sequence[Analysis], span: Span) -> tuple[Analysis, TokenSpan]:
    """The passage of a span and its tokens.  Raises ValueError where there are none."""
    for analysis in analyses:
        start, end = analysis.passage.span
        if start <= span[0] < end and (inside := analysis.tokens(span)):
            return analysis, inside
    raise ValueError(messages.no_tokens(span, document))


def _words(inside: TokenSpan) -> tuple[str, ...]:
    """The lemmas of a trigger without function words, or else of its head."""
    return _lemmas(t for t in inside if t.pos_ not in _FUNCTION) or (inside.root.lemma_.lower(),)


def _patients(children: Sequence[Token]) -> Iterator[Token]:
    """The objects among the children of a head, and what their prepositions govern."""
    patients = [c for c in children if c.dep_ in _PATIENT_LIKE]
    yield from patients
    yield from (g for c in patients if c.dep_ == "prep" for g in c.children)


def _lemmas(tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple(t.lemma_.lower() for t in tokens)


def _content_lemmas(tokens: Iterable[Token], own: set[int]) -> tuple[str, ...]:
    """The lemmas of content words outside the trigger, each once."""
    return tuple(
        dict.fromkeys(t.lemma_.lower() for t in tokens if t.pos_ in _CONTENT and t.i not in own)
    )


def _is_number(token: Token) -> bool:
    return token.pos_ == "NUM" or token.ent_type_ in ("DATE", "TIME")


def _is_content_word(token: Token) -> bool:
    return token.is_alpha and token.lower_ not in _SMALL
