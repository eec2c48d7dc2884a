"""Numbers in words and digits, what they count, and which contradict each other."""

from __future__ import annotations

import pytest

from seriatim.analysis import amounts
from seriatim.model import Claim, Quantity


def claim(words: str, *numbers: str, kind: str = "decision") -> Claim:
    """A claim of these words that gives these numbers."""
    found, at = [], 10
    for number in numbers:
        at = 10 + words.index(number, at - 10)
        found.append(Quantity((at, at + len(number)), number))
        at += len(number)
    return Claim(
        "d1-c1",
        "d1",
        0,
        (10, 10 + len(words)),
        words,
        (10, 12),
        kind,
        words,
        quantities=tuple(found),
    )


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("eleven workers", 11, "worker"),
        ("three hundred people", 300, "people"),
        ("two dozen men", 24, "men"),
        ("$2.5 million", 2_500_000, "dollar"),
        ("£1,200", 1200, "pound"),
        ("4,000 pounds", 4000, "pound"),
        ("one hundred and twenty-five goats", 125, "goat"),
        ("two thousand three hundred goats", 2300, "goat"),
        ("12.5%", 12.5, "percent"),
        ("403", 403, ""),
        ("a crowd", None, "crowd"),
    ],
)
def test_values_and_what_they_count(text: str, value: float | None, noun: str) -> None:
    assert amounts.amount(text) == value
    assert amounts.noun(Quantity((0, 1), text)) == noun


def told(one: Claim, other: Claim) -> list[tuple[str, str]]:
    """The words that cannot both be right."""
    return [(a.text, b.text) for a, b in amounts.contradictions(one, other)]


VOTE = claim("The council approved the bridge by 31 votes to 12.", "31 votes", "12")


def test_tallies_are_compared_with_each_other() -> None:
    assert told(
        VOTE, claim("The council voted on Monday, by 31 to 14, to build it.", "31", "14")
    ) == [("31 votes to 12", "31 to 14")]
    assert told(VOTE, claim("The bridge passed 31-13.", "31", "13")) == [
        ("31 votes to 12", "31-13")
    ]
    assert told(VOTE, claim("The council voted 31 to 12 for the bridge.", "31", "12")) == []
    assert told(VOTE, claim("It lost by 12 votes to 31.", "12 votes", "31")) == []


def test_a_range_is_no_tally() -> None:
    hurt = claim("10 to 14 people were hurt.", "10", "14 people", kind="accident")
    assert list(amounts.counted(hurt)) == ["people"]
    assert told(VOTE, hurt) == []


def test_of_several_numbers_one_that_agrees_is_enough() -> None:
    paid = claim("Quill paid £500 to Moor and £200 to Hale.", "£500", "£200", kind="payment")
    assert told(paid, claim("Quill paid Hale 200 pounds.", "200 pounds", kind="payment")) == []
    assert told(paid, claim("Quill paid £300.", "£300", kind="payment")) == [("£500", "£300")]


@pytest.mark.parametrize(
    ("one", "other", "excludes"),
    [
        ("21-year sentence", "22-year sentence", True),
        ("21-year sentence", "21-year term", False),
        ("14-year-old boys", "15 boys", True),
        ("ten-fold", "10", False),
        ("5-4 vote", "6-3 vote", True),
        ("5-4 vote", "4-5 vote", False),
    ],
)
def test_a_hyphen_does_not_make_a_tally_of_a_number(
    one: str, other: str, *, excludes: bool
) -> None:
    assert amounts.exclude(Quantity((0, 1), one), Quantity((0, 1), other)) is excludes
