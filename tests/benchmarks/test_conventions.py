"""What the annotators of a corpus mark in their own way is no part of the product."""

from __future__ import annotations

import pytest

from benchmarks import conventions
from benchmarks.conventions import timeml, tweets, wikiwars
from seriatim.temporal.timexes import timex

WRITTEN = "1911-03-15"


def plain(text: str) -> list[str]:
    """The words and TIMEX3 values that the product reads."""
    return [f"{found.text} {found.value}" for found in timex(text, WRITTEN)]


def marked(text: str, habits: conventions.Conventions) -> list[str]:
    """The same with a corpus's conventions."""
    return [f"{x.text} {x.value}" for x in conventions.timex(text, WRITTEN, habits)]


def test_the_past_year_is_a_stretch() -> None:
    text = "In the past year the mill had burned."
    (found,) = timex(text, WRITTEN)
    assert (found.type, found.value, found.edtf) == ("DURATION", "P1Y", "1910/1911-03-15")
    assert marked(text, timeml) == ["the past year 1910"]


def test_last_year_is_a_date() -> None:
    assert plain("Last year the mill burned.") == ["Last year 1910"]


def test_a_quarter_that_nobody_names() -> None:
    text = "Sales fell in the latest quarter."
    assert plain(text) == ["the latest quarter XXXX-QX"]
    assert marked(text, timeml) == ["the latest quarter 1910-Q4"]


@pytest.mark.parametrize(
    ("text", "read", "in_messages"),
    [
        ("it was 1910 #mill", ["1910 1910"], ["1910 1910-XX-XX"]),
        ("a happy day #mill", [], ["day P1D"]),
        ("on Friday #mill", ["Friday 1911-03-10"], ["Friday 1911-03-10-WXX-5"]),
        ("26 years of age #mill", [], ["26 years of age P26Y"]),
    ],
)
def test_messages(text: str, read: list[str], in_messages: list[str]) -> None:
    assert plain(text) == read
    assert marked(text, tweets) == in_messages


def test_histories_mark_a_stretch_as_one() -> None:
    text = "It rained in the last week of August 1910."
    assert plain(text) == ["the last week P1W", "August 1910 1910-08"]
    assert marked(text, wikiwars) == ["the last week of August 1910 P1W"]


def test_words_that_annotators_pass_over() -> None:
    text = "The mill stands at this time."
    assert plain(text) == ["at this time PRESENT_REF"]
    assert marked(text, timeml) == []
