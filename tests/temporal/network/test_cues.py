"""The words that state an order, and the distance that they give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.lang.en import connectives
from seriatim.model import Distance
from seriatim.temporal.network.cues import find, find_all, measure


def listing(text: str) -> list[str]:
    return [
        f"{text[c.start : c.end]} = {c.relation}{' ' + say(c.distance) if c.distance else ''}{' …' if c.joins else ''}"
        for c in find(text)
    ]


def say(distance: Distance) -> str:
    return f"{distance.min}-{'' if distance.max is None else distance.max} {distance.unit}"


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Two days later, he left.", ["Two days later = after 2-2 day"]),
        ("Hours later, he left.", ["Hours later = after 1-24 hour"]),
        (
            "Less than two hours after the fire, he left.",
            ["Less than two hours after = after 0-2 hour …"],
        ),
        ("He left two months before the fire.", ["two months before = before 1.5-2.5 month …"]),
        ("He left only hours after the fire.", ["only hours after = after 1-24 hour …"]),
        ("The same day he left.", ["The same day = same day 0-0 day"]),
        ("He left while they met.", ["while = during …"]),
        ("He stayed until the vote.", ["until = before …"]),
        ("He then left.", ["then = after"]),
        ("The next day he left.", ["The next day = after 1-1 day"]),
        ("He left shortly thereafter.", ["shortly thereafter = after"]),
        (
            "Subsequent to the vote, prior to the fire.",
            ["Subsequent to = after …", "prior to = before …"],
        ),
        (
            "A few minutes later, at the same time.",
            ["A few minutes later = after 2-10 minute", "at the same time = equal"],
        ),
        ("About eight months later.", ["About eight months later = after 6.8-9.2 month"]),
        ("More than two years after the fire.", ["More than two years after = after 2- year …"]),
        (
            "The day before the vote, twenty-five days earlier.",
            ["The day before = before 1-1 day …", "twenty-five days earlier = before 25-25 day"],
        ),
        ("Three and a half years later.", ["Three and a half years later = after 3-4 year"]),
        ("Ten to twelve days later.", ["Ten to twelve days later = after 10-12 day"]),
    ],
)
def test_cues(text: str, cues: list[str]) -> None:
    assert listing(text) == cues


@pytest.mark.parametrize(
    "text",
    [
        "No later than May.",
        "If it rains, then he goes.",
        "Sooner or later.",
        "Later this month.",
        "The then-mayor spoke.",
        "An after-thought.",
    ],
)
def test_words_that_state_no_order(text: str) -> None:
    assert listing(text) == []


@given(
    st.sampled_from(sorted(connectives.UNITS)),
    st.sampled_from(["", *sorted(connectives.AT_MOST | connectives.AT_LEAST | connectives.ABOUT)]),
    st.integers(1, 99),
)
def test_a_distance_holds_the_number_that_was_written(unit: str, bound: str, number: int) -> None:
    distance = measure(bound, str(number), unit)
    kept, of = connectives.UNITS[unit]
    assert distance.unit == kept
    assert (distance.min or 0) <= number * of + 1e-3
    assert distance.max is None or distance.max >= number * of - 1e-3


def test_cues_whose_ends_are_learned_stand_beside_the_others_and_never_in_them() -> None:
    text = "As soon as they met he left; soon after the vote they married. Next day he spoke."
    cues = find_all(text)
    assert [(text[c.start : c.end], c.name) for c in cues] == [
        ("As soon as", "as soon as"),
        ("soon after", "after"),
        ("Next day", "adverb.next"),
    ]
