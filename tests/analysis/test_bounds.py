"""The work on a sentence and on a word is bounded, whatever a text is like."""

from __future__ import annotations

import time

import pytest

from seriatim import pipeline, readers
from seriatim.analysis import parse


@pytest.mark.parametrize("text", [",", '"', "a-", "((", "“”", "Hale said that "])
def test_a_text_is_read_whole_and_soon(text: str) -> None:
    begun = time.process_time()
    words = text * (3000 // len(text))
    doc = parse.language()(words)
    assert doc.text == words
    assert max(len(s) for s in doc.sents) <= parse.LONGEST_SENTENCE + 1
    taken = readers.read_bytes(words.encode(), "a.txt", published="1911-05-20")
    for document, passages in taken.documents:
        pipeline.read(document, passages)
    assert time.process_time() - begun < 30


def test_a_sentence_of_an_ordinary_length_is_left_alone() -> None:
    text = "Ada Quill met Ben Moor, " * 20 + "and the mill burned."
    assert len(list(parse.language()(text).sents)) == 1
