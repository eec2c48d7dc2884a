"""Which told happening stands before or after which, read from short documents."""

from __future__ import annotations

import pytest

from seriatim import pipeline, readers
from seriatim.model import Reading


def read(text: str) -> Reading:
    taken = readers.read_bytes(text.encode(), "document.txt", published="1911-12-01")
    ((document, passages),) = taken.documents
    return pipeline.read(document, passages, model=False)


def listing(text: str) -> list[str]:
    reading = read(text)
    words = {c.id: reading.document.text[c.predicate[0] : c.predicate[1]] for c in reading.claims}
    return [
        f"{words[r.first]} {r.name} {words[r.second]} | {reading.document.text[r.span[0] : r.span[1]]}"
        for r in reading.relations
    ]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "The board met on 4 May 1911. Two days later, Kerr resigned.",
            ["resigned after met | Two days later"],
        ),
        (
            "The board met on 4 May 1911. Two days later, Hale admitted that he burnt the letters.",
            [],
        ),
        ("After the board met, Kerr resigned.", ["resigned after met | After"]),
        (
            "Kerr resigned only hours after the board met.",
            ["resigned after met | only hours after"],
        ),
        (
            "Kerr resigned two months before the Herald published the letters.",
            ["resigned before published | two months before"],
        ),
        (
            "Kerr resigned and was shortly thereafter arrested.",
            ["arrested after resigned | shortly thereafter"],
        ),
        (
            "Kerr resigned the same day Hale sold the mill.",
            ["resigned same day sold | the same day"],
        ),
        ("While the board met, Kerr sold the mill.", ["sold during met | While"]),
        (
            "Following the resignation of Hale, Kerr sold the mill.",
            ["sold after resignation | Following"],
        ),
        (
            "Kerr resigned on 4 May 1911; two days later Hale sold the mill.",
            ["sold after resigned | two days later"],
        ),
        ("Kerr sold the mill. Hale arrived. Kerr then left.", ["left after sold | then"]),
        (
            "Kerr warned the board on 4 May 1911. Prior to the May 4 letter, Hale sold the mill.",
            ["sold before warned | Prior to"],
        ),
    ],
)
def test_relations(text: str, relations: list[str]) -> None:
    assert listing(text) == relations


@pytest.mark.parametrize(
    "text",
    [
        "Kerr left after 1911.",
        "Kerr left after lunch.",
        "Kerr left no later than May 1911.",
        "Two days later, Kerr left.",
        "Kerr bought the mill (later Hale House). Moss left.",
        "Kerr sold the mill, while Hale bought a farm.",
        "Kerr did not resign. Later Hale left.",
        "Kerr left on 9 May 1911. Hale then arrived on 2 May 1911.",
    ],
)
def test_nothing_is_said_where_an_end_is_not_clear(text: str) -> None:
    assert listing(text) == []


def test_in_a_list_the_distance_counts_from_the_entry_above() -> None:
    text = "The mill\n\n- May 4, 1911: The board meets. Hale objects.\n  - Kerr leaves the room.\n- May 6, 1911: Two days later, Moss resigns.\n"
    assert listing(text) == ["resigns after meets | Two days later"]


def test_the_cue_is_the_documents_own_words() -> None:
    reading = read(
        "The board met on 4 May 1911.\u00a0Less than two\u00a0hours\nlater, Kerr resigned."
    )
    (relation,) = reading.relations
    assert reading.document.text[relation.span[0] : relation.span[1]].split() == [
        "Less",
        "than",
        "two",
        "hours",
        "later",
    ]
    assert (relation.distance.min, relation.distance.max) == (0, 2) if relation.distance else False
