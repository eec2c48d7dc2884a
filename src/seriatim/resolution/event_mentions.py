"""Marked words of a text → what a mention of a happening is told by: its head, who and what stands with it, its sentence, its document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.analysis import Analysis
from seriatim.lang.en.function_words import FUNCTION_WORDS
from seriatim.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

AROUND = 5  # tokens on either side
_SMALL = FUNCTION_WORDS["English"]
_DOERS = frozenset({"nsubj", "poss", "agent", "nsubjpass", "compound", "amod"})
_DONE_TO = frozenset({"dobj", "nsubjpass", "attr", "prep", "oprd"})
_TELLING = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "VERB"})
_EMPTY = frozenset({"ADP", "DET", "PART", "PRON", "AUX", "PUNCT"})


@dataclass(frozen=True, slots=True)
class EventMentionFeatures:
    """A mention of a happening.  Lemmas in lower case."""

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
    place: float  # 0 to 1, from the start of its document to its end
    denied: bool


def find(
    document: str, analyses: Sequence[Analysis], spans: Iterable[Span]
) -> list[EventMentionFeatures]:
    """One for each span, in their order.  Raises ValueError where a span lies in no passage."""
    return [_mentioned(document, analyses, span) for span in spans]


def lemmas(analyses: Iterable[Analysis]) -> Iterator[str]:
    """The lemmas of a document that say something."""
    return (t.lemma_.lower() for a in analyses for t in a.doc if _says(t))


def _mentioned(document: str, analyses: Sequence[Analysis], span: Span) -> EventMentionFeatures:
    analysis, inside = next(
        (
            (a, w)
            for a in analyses
            if a.passage.span[0] <= span[0] < a.passage.span[1] and (w := a.tokens(span))
        ),
        (None, None),
    )
    if analysis is None or inside is None:
        raise ValueError(f"no words at {span} of {document}")
    head, own = inside.root, {t.i for t in inside}
    children = list(head.children)
    done_to = [c for c in children if c.dep_ in _DONE_TO]
    sentence = list(head.sent)
    around = analysis.doc[max(0, inside.start - AROUND) : inside.end + AROUND]
    telling = [t.lemma_.lower() for t in inside if t.pos_ not in _EMPTY]
    return EventMentionFeatures(
        document,
        inside.text.lower(),
        head.lemma_.lower(),
        inside[0].lemma_.lower(),
        tuple(telling) or (head.lemma_.lower(),),
        head.pos_,
        (analysis.passage.index, head.sent.start),
        _named((c for c in children if c.dep_ in _DOERS), own),
        _named((*done_to, *(g for c in done_to if c.dep_ == "prep" for g in c.children)), own),
        _named((*children, *([head.head] if head.head.i != head.i else [])), own),
        _named(around, own),
        tuple(t.lemma_.lower() for t in sentence if t.ent_type_),
        tuple(
            t.lemma_.lower() for t in sentence if t.pos_ == "NUM" or t.ent_type_ in ("DATE", "TIME")
        ),
        tuple(t.lemma_.lower() for t in sentence if _says(t) and t.i not in own),
        span[0] / max(1, analyses[-1].passage.span[1]),
        any(c.dep_ == "neg" for c in children),
    )


def _named(tokens: Iterable[Token], own: set[int]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(t.lemma_.lower() for t in tokens if t.pos_ in _TELLING and t.i not in own)
    )


def _says(token: Token) -> bool:
    return token.is_alpha and token.lower_ not in _SMALL
