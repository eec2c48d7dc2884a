"""The narrator of a passage: whom "I" and, in an examination, "you" refer to."""

import pytest

from tests.pipeline.reading import told


def names(text: str) -> list[list[str]]:
    _, found = told(text)
    by_id = {m.id: m.name for m in found.mentions}
    return [[by_id[p.mention] for p in claim.participants] for claim in found.claims]


def test_a_witness_is_named_by_the_heading() -> None:
    text = (
        "TESTIMONY OF ADA QUILL\n\nMr. MOOR. What did you do?\n\n"
        "Mrs. QUILL. I sold the mill in May 1912."
    )
    assert names(text)[-1] == ["Ada Quill"]


def test_who_asks_is_not_the_witness() -> None:
    text = (
        "TESTIMONY OF ADA QUILL\n\nMr. MOOR. Where were you?\n\nMrs. QUILL. At home.\n\n"
        "Mr. MOOR. I sold the mill in May 1912."
    )
    assert names(text) == [["Mr. Moor"]]


@pytest.mark.parametrize("end", ["Ada Hartley", "A. Hartley", "Hartley"])
def test_a_letter_is_told_by_its_signer(end: str) -> None:
    assert names(f"I sold the mill in May 1912.\n\n{end}") == [[end]]


def test_a_closing_line_that_is_no_name_signs_nothing() -> None:
    assert names("I sold the mill in May 1912.\n\nKind regards from here") == [[]]


def test_a_place_and_a_day_are_no_sender() -> None:
    assert names("London, May 3, 1912\n\nI sold the mill. I left.")[0] == ["narrator"]


def test_an_unknown_narrator_is_called_so() -> None:
    assert names("I sold the mill in May 1912. I bought a ferry.") == [["narrator"], ["narrator"]]


def test_we_is_not_an_unknown_narrator() -> None:
    assert names("I sold the mill. I left. We bought a ferry.")[-1] == []


def test_a_narrator_presents_himself() -> None:
    assert names("My name is Ben Moor. I sold the mill in May 1912.")[-1] == ["Ben Moor"]
