"""Which words date a claim."""

import pytest

from tests.claims.telling import lines, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May 1911 Ada Quill sold the mill and left the town.", ["1911-05-03 sold: Ada Quill", "1911-05-03 left: Ada Quill"]),
        ("Ada Quill sold the mill, which Ben Moor built in 1897, on 3 May 1911.", ["1911-05-03 sold: Ada Quill", "1897 built: Ben Moor"]),
        ("On 3 May 1911 Ada Quill sold the mill. Ben Moor had left.", ["1911-05-03 sold: Ada Quill", "../1911-05-03 left: Ben Moor"]),
        ("On 3 May 1911 Ada Quill said that Ben Moor had sold the mill.", ["../1911-05-03 sold: Ben Moor"]),
        ("On 3 May 1911 Ada Quill sold the mill. Two days later Ben Moor left.", ["1911-05-03 sold: Ada Quill", "1911-05-05 left: Ben Moor"]),
        ("On 3 May 1911 Ada Quill sold the mill. Ben Moor did not pay.", ["1911-05-03 sold: Ada Quill", "unknown pay: Ben Moor"]),
        ("Between 7 and 11 May 1911 Ada Quill painted the wall.", ["1911-05-07/1911-05-11 painted: Ada Quill"]),
        ("In her letter of 3 May 1911 Ada Quill denied the sale.", ["1911-05-03 denied: Ada Quill"]),
        ("Ada Quill sold the mill before the May 3 letter.", ["../1911-05-03 sold: Ada Quill"]),
        ("Ada Quill signed the accounts for 1908 on 27 February 1909.", ["1909-02-27 signed: Ada Quill"]),
    ],
)
def test_the_words_that_date(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_the_date_of_an_item_governs_it_until_words_move_on() -> None:
    text = "• June 15, 1911: The mill burns down. Hours later, Ada Quill calls Ben Moor.\n• June 20, 1911: Two days later, Ben Moor leaves."
    assert [line.split()[0] for line in lines(text)] == ["1911-06-15", "1911-06-15/1911-06-16", "1911-06-20"]


def test_hours_stand_on_the_day_of_their_heading() -> None:
    text = "The night at the dam\n\nSaturday, 8 October 1910\n\n6:15 p.m. Ada Quill calls the mayor.\n\n9:30 p.m. The mayor orders the evacuation.\n"
    assert [line.split()[0] for line in lines(text)] == ["1910-10-08T18:15", "1910-10-08T21:30"]


def test_a_hearing_does_not_stand_in_the_time_that_it_hears_of() -> None:
    found = lines("At 2:30 p.m. on 3 May 1911 Ada Quill met Ben Moor. He left. Ben Moor testified before the commission.")
    assert [line.split()[0] for line in found] == ["1911-05-03T14:30", "1911-05-03", "unknown"]


def test_the_basis_says_where_a_date_comes_from() -> None:
    _, found = told("• 3 May 1911: Ada Quill sells the mill. The next day she leaves Osterby.\n• 9 May 1911: Ben Moor returns.")
    assert [c.when.basis for c in found.claims] == ["inherited", "relative", "inherited"]
    assert all(c.when.text for c in found.claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # words for a time to come date no past verb, a day that is past no plan
        ("Ada Quill sold the mill to Ben Moor next year.", "unknown sold"),
        ("The board met. Ada Quill voted to sell the mill on Thursday.", "unknown met, 1911-11-30 voted, 1911-11-30/.. sell"),
        # a year that only tells which thing is meant
        ("Former mayor Ben Moor, who lost his 1896 campaign, sold the mill.", "unknown lost, unknown sold"),
        # words of the clause's own let go of the day told last
        ("On 3 May 1911 Ada Quill met Ben Moor. After the treaty, he left.", "1911-05-03 met, 1911-05-03/.. left"),
        ("On 3 May 1911 Ada Quill met Ben Moor. Then he left.", "1911-05-03 met, 1911-05-03/.. left"),
        ("On 3 May 1911 Ada Quill met Ben Moor. Earlier, he left.", "1911-05-03 met, ../1911-05-03 left"),
        ("On 3 May 1911 Ben Moor left. Two men were killed in the Westby mill explosion.", "1911-05-03 left, unknown killed"),
        ("On 3 May 1911 Ben Moor left. The treaty of 9 June 1910 ended the war.", "1911-05-03 left, unknown ended"),
        # what stands before a date in its sentence was told before it
        ("Ben Moor sold the boats but on 3 May 1911 the board voted.", "unknown sold, 1911-05-03 voted"),
        # a look back does not move the telling
        (
            "On 3 May 1911 Ada Quill left. On the one occasion that the board had met, in 1614, it held a hearing. Ben Moor paid.",
            "1911-05-03 left, unknown met, 1614 held, unknown paid",
        ),
    ],
)
def test_no_date_reaches_further_than_its_words(text: str, expected: str) -> None:
    assert ", ".join(line.partition(":")[0] for line in lines(text)) == expected


def test_a_stretch_that_ends_with_the_document_dates_what_happened_in_it() -> None:
    assert lines("In the past three months prices have fallen.") == ["1911-09/1911-12-01 fallen"]
