"""What is told twice and otherwise, in one document and in several; and what only looks like it."""

from __future__ import annotations

import pytest

from tests.findings.conftest import read_text


def found(text: str, code: str) -> list[list[str]]:
    """The words for what happened, of the claims of each finding."""
    chronology = read_text("published: 1908-06-01\n" + text)
    words = {
        c.id: chronology.readings[0].document.text[slice(*c.predicate)]
        for e in chronology.events
        for c in e.claims
    }
    return [[words[c] for c in f.claims] for f in chronology.findings if f.code == code]


@pytest.mark.parametrize(
    "text",
    [
        "The guide says that Tom Hale opened the bridge on 4 May 1908. It was Ada Kerr who opened it on that day.",
        "Tom Hale signed the offer on 4 May 1908. It was Ada Kerr, not Tom Hale, who signed the offer of 4 May 1908.",
        "Tom Hale signed the offer on 4 May 1908. Not Tom Hale but Ada Kerr signed the offer on 4 May 1908.",
        "Tom Hale signed the offer on 4 May 1908. Ada Kerr rather than Tom Hale signed the offer on 4 May 1908.",
    ],
)
def test_who_it_was_and_who_it_was_not(text: str) -> None:
    assert len(found(text, "twice-told-actors")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Tom Hale signed the offer on 4 May 1908. Ada Kerr signed the offer on 4 May 1908.",
        "Tom Hale signed the offer on 4 May 1908. It was Ada Kerr who signed the lease on 9 May 1908.",
        "Tom Hale signed the offer on 4 May 1908. Ida Moss left. It was Tom Hale, not Ada Kerr, who signed the offer on 4 May 1908.",
        "Ada Kerr, not yet forty, signed the offer on 4 May 1908. Tom Hale signed the offer on 4 May 1908.",
    ],
)
def test_two_who_did_the_same_are_no_contradiction(text: str) -> None:
    assert found(text, "twice-told-actors") == []


def test_what_a_label_says_and_the_same_in_the_texts_own_words() -> None:
    assert found(
        "The label says that the letter was sent on 19 May 1908. Ada Kerr sent it on 16 May 1908.",
        "twice-told-dates",
    ) == [["sent", "sent"]]
    assert (
        found(
            "The label says that the letter was sent on 16 May 1908. Ada Kerr sent it again on 19 May 1908.",
            "twice-told-dates",
        )
        == []
    )


def test_who_is_dismissed_and_then_fires_a_gun_did_not_do_one_thing() -> None:
    assert (
        found(
            "Ada Kerr fired Tom Hale on 3 May 1908. Tom Hale fired a gun on 5 May 1908.",
            "twice-told-dates",
        )
        == []
    )


def test_who_meets_two_people_on_two_days_met_both() -> None:
    assert (
        found(
            "Ada Kerr met Tom Hale in Osterby on 3 May 1908. Ada Kerr met Ida Moss in Osterby on 5 May 1908.",
            "twice-told-dates",
        )
        == []
    )


def test_a_denial_dates_what_it_denies_by_its_own_words_alone() -> None:
    assert found(
        "Ada Kerr sold the bonds on 6 May 1908. On 4 May 1908 Tom Hale left. Ada Kerr denied that she had sold the bonds.",
        "denied-claim",
    )


def test_who_denies_in_his_own_voice_what_he_asserts_of_another_thing() -> None:
    text = "Ada Kerr answered the first letter on 3 May 1908. Ada Kerr never answered the letter of 5 May 1908."
    assert found(text, "denied-claim") == []
