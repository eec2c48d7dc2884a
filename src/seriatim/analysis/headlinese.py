"""A second parse of sentences in a headline's present tense whose verb was parsed as a noun.

Example: "Herald 2.0 releases letters". The verb is put into the past for the parse.

spaCy's models know the past tense better than the headline's present; the words of the document and
their places stay what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from seriatim.analysis import Analysis, PassageText
from seriatim.analysis.parse import language
from seriatim.lang import event_types as words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

_VERBS = frozenset().union(*words.KIND_VERBS.values()) | words.LIGHT_VERBS | words.SAYING_VERBS
_TRIES = 3


def reread(analysis: Analysis) -> Analysis:
    """The analysis, or a new one where a sentence without a verb has one among its nouns."""
    changes = [c for sentence in analysis.doc.sents if (c := _verb_of(sentence)) is not None]
    if not changes:
        return analysis
    text, offsets = analysis.words.text, list(analysis.words.offsets)
    for token, past in reversed(changes):
        start, end = token.idx, token.idx + len(token)
        here = offsets[start:end]
        text = text[:start] + past + text[end:]
        offsets[start:end] = [here[min(i, len(here) - 1)] for i in range(len(past) - 1)] + [
            here[-1]
        ]
    return Analysis(analysis.passage, PassageText(text, tuple(offsets)), language()(text))


def _verb_of(sentence: Words) -> tuple[Token, str] | None:
    """The noun that is the sentence's verb, and its past form, if the sentence parses with it."""
    candidates = [t for t in sentence if _may_be_verb(t)]
    if _has_verb(sentence):
        candidates = [t for t in candidates if _has_object(t)]
    for token in candidates[:_TRIES]:
        past = _past(token.lemma_.lower())
        offset = token.idx - sentence.start_char
        again = language()(sentence.text[:offset] + past + sentence.text[offset + len(token) :])
        if _reads_as_verb(again, offset):
            return token, past
    return None


def _has_verb(sentence: Words) -> bool:
    root = sentence.root
    return (
        root.pos_ in ("VERB", "AUX")
        and root.tag_ in ("VBZ", "VBP", "VBD")
        and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in root.children)
    )


def _may_be_verb(token: Token) -> bool:
    """Whether a word has the form of a verb in the present and follows a possible subject."""
    if (
        token.pos_ not in ("NOUN", "PROPN", "VERB", "ADJ", "X")
        or not token.is_lower
        or token.lemma_.lower() not in _VERBS
        or token.i == token.sent.start
    ):
        return False
    before = token.nbor(-1)
    named = (
        before.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADV", "ADJ", "PUNCT")
        or before.text[0].isupper()
    ) and any(t.text[0].isupper() for t in token.doc[token.sent.start : token.i])
    plural = any(t.lower_ == "and" for t in token.doc[token.sent.start : token.i])
    return named and (token.lower_.endswith("s") or plural)


def _has_object(token: Token) -> bool:
    """Whether a verb's complement follows: an article, a pronoun, a colon or a quotation."""
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return (
        token.pos_ != "VERB"
        and behind is not None
        and (
            behind.pos_ in ("DET", "PRON")
            or behind.text in (":", "“", '"')
            or behind.lower_ == "that"
        )
    )


def _past(lemma: str) -> str:
    if lemma in words.IRREGULAR_PAST:
        return words.IRREGULAR_PAST[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    return (
        lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "ed"
    )


def _reads_as_verb(doc: Doc, offset: int) -> bool:
    token = next((t for t in doc if t.idx == offset), None)
    if token is None or token.tag_ != "VBD":
        return False
    return token.dep_ in ("ROOT", "conj", "ccomp") and any(
        c.dep_ == "nsubj" for c in token.children
    )
