"""Participants, under the full names that the document gives."""

import pytest

from tests.pipeline.reading import lines, told


def names(text: str) -> list[str]:
    return [line.partition(": ")[2] for line in lines(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Quill sold the mill. Mrs. Quill left.", ["Ada Quill", "Ada Quill"]),
        ("Ada Quill met Ben Moor. She left.", ["Ada Quill, Ben Moor", "Ada Quill"]),
        ("Ben Moor says he met Ada Quill.", ["Ben Moor, Ada Quill"]),
        ("The claimant, Ada Quill, signed a lease. The claimant left.", ["Ada Quill", "Ada Quill"]),
        ("The mayor of Osterby, Ada Quill, sold the mill.", ["Ada Quill"]),
        ("Governor Ben Moor signed the bill. The governor left.", ["Ben Moor", "Ben Moor"]),
        ("The deputy minister sold the mill.", ["deputy minister"]),
        (
            "The Corran Water Board (CWB) sold the mill. The CWB closed.",
            ["Corran Water Board", "Corran Water Board"],
        ),
        (
            "Ada Quill sent letters to the Senate and the House of Commons.",
            ["Ada Quill, Senate, House of Commons"],
        ),
        ("Ada Quill met with Moor's lawyer.", ["Ada Quill, Moor's lawyer"]),
        ("Two officers left the mill.", ["two officers"]),
        ("The Mill Act closed the mill.", [""]),
    ],
)
def test_who_takes_part(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_junior_differs_from_the_bare_surname_before_him() -> None:
    assert names("Moor sold the mill. Ben Moor Jr. bought a ferry. Moor left.") == [
        "Moor",
        "Ben Moor Jr.",
        "Moor",
    ]


def test_patients_and_agents() -> None:
    _, found = told("Ada Quill was arrested by Sergeant Ben Moor.")
    names_ = {m.id: m.name for m in found.mentions}
    assert [(names_[p.mention], p.role) for p in found.claims[0].participants] == [
        ("Ada Quill", "patient"),
        ("Ben Moor", "agent"),
    ]


def test_names_run_together_are_parted_and_keep_their_places() -> None:
    document, found = told(
        "• 20 July 1911: Ada KerrTom Hale, and Ida Moss meet with Ben Moor.\n• 21 July 1911: Ada Kerr leaves."
    )
    run = [m for m in found.mentions if m.repaired == "run together"]
    assert [(m.name, document.text[m.span[0] : m.span[1]]) for m in run] == [
        ("Ada Kerr", "Ada Kerr"),
        ("Tom Hale", "Tom Hale"),
    ]
    assert run[0].span[1] == run[1].span[0]


@pytest.mark.parametrize(
    "name", ["Tom McHale", "Tom MacArthur", "Tom DeLong", "Ida LeeAnn Moss", "WikiRing"]
)
def test_a_capital_inside_a_word_alone_parts_no_names(name: str) -> None:
    _, found = told(f"Ada Kerr met {name} Jones in Osterby.")
    assert not [m for m in found.mentions if m.repaired]


def test_a_misspelled_name_is_resolved() -> None:
    text = "Hjalmar Torvald leased the quarry. Torvald hired forty men. The bank warned Torvlad in March. Torvald sold the quarry."
    document, found = told(text)
    slip = [m for m in found.mentions if m.repaired == "misspelled"]
    assert [(m.text, m.name) for m in slip] == [("Torvlad", "Hjalmar Torvald")]
    assert all(document.text[m.span[0] : m.span[1]] == m.text for m in found.mentions)


def test_a_surname_refers_to_the_mention_that_gives_the_name_in_full() -> None:
    _, found = told("Ada Quill sold the mill. Quill left.")
    full, short = (m for m in found.mentions if m.name == "Ada Quill")
    assert (full.refers_to, short.refers_to) == (None, full.id)


def test_a_subject_after_a_date_without_a_comma_is_a_participant() -> None:
    assert lines("On 9 May 1911 the Corran Water Board sold the mill. It paid Ben Moor.") == [
        "1911-05-09 sold: Corran Water Board",
        "1911-05-09 paid: Corran Water Board, Ben Moor",
    ]


def test_a_title_tells_bearers_of_a_surname_apart() -> None:
    assert names("Mary Moor sold the mill. Mr Moor left.") == ["Mary Moor", "Moor"]


def test_she_is_the_woman_where_one_is_known() -> None:
    assert names("The queen met Stockholm envoy Ben Moor. She left.")[-1] == "queen"
