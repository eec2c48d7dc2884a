"""How the words of a search are read."""

from __future__ import annotations

import pytest

from seriatim.query.search_words import parse, with_other_names, with_spellings

NAMES = [("Harrow Dock Board", "HDB"), ("Ada Quill", "Miss Quill")]


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("harbour fire", '("harbour" AND "fire")'),
        ("harbour AND fire", '("harbour" AND "fire")'),
        ("harbour OR quay fire", '(("harbour" OR "quay") AND "fire")'),
        ('"dock fire" quay', '("dock fire" AND "quay")'),
        ("harbour NOT fire", '("harbour") NOT "fire"'),
        ("harbour -fire", '("harbour") NOT "fire"'),
        ("OR harbour", '("harbour")'),
        ("well-known", '("well known")'),
        ("or and", '("or" AND "and")'),
        ('" * ( NEAR', '("NEAR")'),
        ("-fire", ""),
        ("", ""),
    ],
)
def test_words_phrases_and_operators(words: str, query: str) -> None:
    assert parse(words).fts5() == query


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("HDB met", '(("HDB" OR "Harrow Dock Board") AND "met")'),
        ("harrow dock board met", '(("harrow dock board" OR "HDB") AND "met")'),
        ("dock met", '("dock" AND "met")'),
        ('"Miss Quill"', '(("Miss Quill" OR "Ada Quill"))'),
        ("fire -HDB", '("fire") NOT "HDB"'),
    ],
)
def test_a_name_finds_the_other_names_of_its_actor(words: str, query: str) -> None:
    assert with_other_names(parse(words), NAMES).fts5() == query


def test_a_word_that_no_document_has_is_taken_for_those_like_it() -> None:
    known = ["harbour", "labour", "fire", "harbor"]

    def mended(words: str) -> str:
        return with_spellings(parse(words), lambda term: term in known, known).fts5()

    assert mended("habour fire") == '(("harbour"* OR "harbor"* OR "labour"*) AND "fire")'
    assert mended("xyzzy") == '("xyzzy")'
    assert mended("fir") == '("fir")'  # too short to be sure that it is misspelled
