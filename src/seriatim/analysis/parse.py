"""Sentences, parts of speech, dependencies and named entities of passages, by spaCy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from seriatim.analysis.progress import Progress, silent
from seriatim.analysis.words import PassageText, passage_text
from seriatim.lang import parser
from seriatim.messages.reading import READING_PASSAGE
from seriatim.model import Document, Passage, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words


# Passages.  Larger batches leave fragmented memory between the parses: 64 cost 4 kB per word.
BATCH = 16
_TEXT = "text"
LONGEST_SENTENCE = 250  # tokens; the longest of our own texts has 42
LONGEST_WORD = 500  # characters; an address of a page has at most some hundred
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD},}}")
_ENDS = frozenset({".", "!", "?"})


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
    """The spaCy pipeline, loaded once per process."""
    import spacy
    import spacy.language

    loaded = spacy.load(parser.SPACY_MODEL)
    spacy.language.Language.component("longest_sentence", func=_divided)
    loaded.add_pipe("longest_sentence", before="parser")
    loaded.tokenizer = _WordByWord(loaded.tokenizer)
    return loaded


class _WordByWord:
    """spaCy's tokenizer, which takes a run without white space in parts of ``LONGEST_WORD``.

    It looks at the whole run again for each comma that it splits off its end.
    """

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """The tokens of a text."""
        from spacy.tokens import Doc

        ends = [
            at
            for run in _LONG_WORD.finditer(text)
            for at in range(run.start() + LONGEST_WORD, run.end(), LONGEST_WORD)
        ]
        if not ends:
            return self.tokenizer(text)
        parts = [text[a:b] for a, b in pairwise((0, *ends, len(text)))]
        return Doc.from_docs([self.tokenizer(part) for part in parts], ensure_whitespace=False)


def _divided(doc: Doc) -> Doc:
    """The passage with a sentence's start wherever a run of tokens has no end for too long.

    The stages look from each verb of a sentence at the others: without it, "Hale said that" two
    thousand times takes minutes.
    """
    run = 0
    for token in doc:
        run = 0 if token.text in _ENDS else run + 1
        if run > LONGEST_SENTENCE:
            token.is_sent_start = True
            run = 0
    return doc


def joined(doc: Doc) -> str:
    """The text of a parse, joined once.

    ``doc.text`` builds it from its tokens at every call, which took two thirds of the time of
    claims.
    """
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
        # 384 bytes per token that are not used afterwards; a view would keep all of them.
        doc.tensor = doc.tensor[:0].copy()
        doc.user_data[_TEXT] = words.text
        progress(READING_PASSAGE, passage.index + 1, len(passages))
        yield Analysis(passage, words, doc)
