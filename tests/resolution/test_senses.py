"""One happening in other words: asked about, where who and when agree; and what has the same word for something else stays apart."""

from __future__ import annotations

import pytest

from seriatim.resolution.word_families import senses, stems
from tests.pipeline.reading import resolved


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("declined", "turned it down"),
        ("resigned on Monday", "stepped down"),
        ("handed him the map", "gave him the map"),
        ("fired", "dismissed"),
    ],
)
def test_other_words_of_one_sense(one: str, other: str) -> None:
    assert sense(one) & sense(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("turned round", "declined"), ("stepped aside", "resigned"), ("gave up", "handed over a map")],
)
def test_a_small_word_changes_the_sense(one: str, other: str) -> None:
    assert not sense(one) & sense(other)


def sense(words: str) -> frozenset[str]:
    """Of the first word, with the others behind it."""
    first, _, behind = words.partition(" ")
    return senses(stems(first), " " + behind)


def told_of(*texts: str) -> str:
    """Whether two documents are taken to tell one event, or a person is asked, or neither."""
    found = resolved(*texts)
    return (
        "one"
        if any(len(e.claims) > 1 for e in found.events)
        else "asked"
        if any(d.claims for d in found.doubts)
        else "two"
    )


def test_a_refusal_in_other_words() -> None:
    told = "Ada Quill declined the offer of the Corran Bank on 4 May 1908."
    assert told_of(told, "On 4 May 1908 Ada Quill turned the offer down.") == "one"
    assert (
        told_of(told, "In May 1908, as the mayor recalled, Ada Quill turned the bank down.")
        == "asked"
    )


def test_another_day_another_person_or_another_small_word_is_not() -> None:
    told = "Ada Quill declined the offer of the Corran Bank on 4 May 1908."
    assert told_of(told, "On 7 May 1908 Ada Quill turned the offer down.") == "two"
    assert told_of(told, "On 4 May 1908 Ben Moor turned a page down.") == "two"
    assert (
        told_of(told, "In May 1908, as the mayor recalled, Ada Quill turned the boat round.")
        == "two"
    )
