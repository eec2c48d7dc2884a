"""Numbers that look like years, in documents that tell of others."""

from __future__ import annotations

import pytest

from seriatim.readers import read_bytes
from seriatim.temporal import timexes

STORY = (
    "The mill burned on 4 May 1910. It was rebuilt by 7 June 1910. On 8 July 1910 the owner died. "
    "His sons fell out on 2 August 1910, and on 5 September 1910 the mill was sold. "
)


def years(text: str) -> list[str]:
    ((document, passages),) = read_bytes((STORY + text).encode(), "a.txt").documents
    return [e.text for e in timexes.read(document, passages)][5:]


@pytest.mark.parametrize(
    "text",
    ["The wheel turned 1490 times.", "About 2000 went home.", "From 1140 to 1205, they rested."],
)
def test_a_number_far_from_all_other_years_is_none(text: str) -> None:
    assert years(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The first mill was built in 1490.", ["1490"]),
        ("The 1890 mill was smaller.", ["1890"]),
        ("The guild (1490) was older.", ["1490"]),
        ("Between 1490 and 1520 there was none.", ["1490 and 1520"]),
    ],
)
def test_words_that_lead_to_a_year_are_evidence(text: str, found: list[str]) -> None:
    assert years(text) == found
