"""Words that a judgement rests on, found again and said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seriatim.decisions.selectors import in_its_line, locate, selector
from seriatim.model import Document

TEXT = """The society's letters

• 9 June 1871: Bert Stone sold the mill. Later Ada Quill left
Leeds, as she had written to the Harbour Board in the spring of that year, for good. He came.
"""


@pytest.fixture
def document() -> Document:
    return Document("d1", "letters.txt", "The society's letters", TEXT, "0" * 64)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("sold", "9 June 1871: Bert Stone sold the mill."),
        ("left", "Later Ada Quill left"),
        ("written", "Leeds, as she had written to the Harbour Board in the …"),
        ("for good", "… in the spring of that year, for good."),
        ("came", "He came."),
        ("to the Harbour Board in the spring", "to the Harbour Board in the spring"),
    ],
)
def test_few_words_are_said_with_what_stands_around_them_in_their_sentence(
    document: Document, words: str, said: str
) -> None:
    start = TEXT.index(words)
    assert in_its_line(selector(document, (start, start + len(words)))) == said


def test_words_are_found_again_where_lines_break_elsewhere(document: Document) -> None:
    start = TEXT.index("left")
    moved = TEXT.replace("\nLeeds", " Leeds").replace("letters\n\n", "letters\n\n\n\n")
    found = locate(selector(document, (start, start + 4)), moved)
    assert found is not None
    assert moved[slice(*found)] == "left"
    assert locate(replace(selector(document, (start, start + 4)), exact="bought"), moved) is None
