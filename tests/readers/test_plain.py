"""Plain text as it is found in life."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from seriatim.analysis import passage_text
from seriatim.readers.lines import split
from tests.readers.listing import listing, taken

WRAPPED = """\
    The keeper of the light at Harrow Point wrote to the Board in
    the spring of 1871 that the lamp had failed twice in one week,
    and that the oil was bad.

    Nobody answered him. He wrote again on 4 June, and a third time
    on 9 June.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    assert listing(WRAPPED) == (
        "paragraph: The keeper of the light at Harrow Point wrote to the Board in the spring of 1871 that the lamp had failed twice in one week, "
        "and that the oil was bad.\n"
        "paragraph: Nobody answered him. He wrote again on 4 June, and a third time on 9 June."
    )


def test_a_word_parted_at_a_lines_end_is_one_word() -> None:
    source = (
        "The keeper of the light at Harrow Point wrote to the Board for an in-\nspection before the winter, and a well-known pilot, a man of long ser-\n"
        "vice, said the same; another well-\nknown pilot did not, nor did the Anglo-\nScottish ferry."
    )
    assert listing(source) == (
        "paragraph: The keeper of the light at Harrow Point wrote to the Board for an inspection before the winter, and a well-known pilot, "
        "a man of long service, said the same; another well-known pilot did not, nor did the Anglo-Scottish ferry."
    )


def test_lines_that_were_not_wrapped_stay_apart() -> None:
    assert listing(
        "The Lamp at Harrow Point\nIt failed on 3 May.\nThe keeper wrote to the Board the next day, and to his brother in Leith.\nNo answer came."
    ) == (
        "title: The Lamp at Harrow Point\n"
        "paragraph: It failed on 3 May.\n"
        "paragraph: The keeper wrote to the Board the next day, and to his brother in Leith.\n"
        "paragraph: No answer came."
    )


def test_a_line_broken_in_the_middle_of_a_sentence_goes_on() -> None:
    assert (
        listing("The lamp failed on 3 May\nand again on 4 May.")
        == "paragraph: The lamp failed on 3 May and again on 4 May."
    )


def test_nested_bullets_keep_their_parents() -> None:
    source = "What is known so far:\n\n\n  • 3 May 1871: The lamp fails.\n\n  • 4 May 1871: A brig strands.\n    • Its master: “No light.”\n    • Two drown.\n  • 5 May: An inquiry.\n\nSo much."
    assert listing(source) == (
        "paragraph: What is known so far:\n"
        "item:   3 May 1871: The lamp fails.\n"
        "item:   4 May 1871: A brig strands.\n"
        "item:     Its master: “No light.”\n"
        "item:     Two drown.\n"
        "item:   5 May: An inquiry.\n"
        "paragraph: So much."
    )


def test_items_that_go_on_over_lines_and_paragraphs() -> None:
    source = "1. The lamp failed\n   twice.\n\n   It was old.\n2. The brig\nstranded.\n\n9. is no next number, and 3) neither."
    assert listing(source) == (
        "item: The lamp failed twice.\nparagraph:   It was old.\nitem: The brig stranded.\nparagraph: 9. is no next number, and 3) neither."
    )


def test_a_number_or_a_dash_inside_a_paragraph_begins_no_list() -> None:
    source = "The keeper wrote to the Board of Trade on the afternoon of the\n12. The Board met again in the autumn and it heard him at length\n- or so he said - on the matter."
    assert listing(source).count("\n") == 0


def test_headings_without_markup() -> None:
    source = "THE LIGHT\n\nI. The Failure\n\nIt failed.\n\nWhat the Board Did About It\n\nNothing was done, and nobody asked.\n\n1872\n\nIt failed again."
    assert listing(source) == (
        "title: THE LIGHT\nheading: I. The Failure\nparagraph: It failed.\nheading: What the Board Did About It\n"
        "paragraph: Nothing was done, and nobody asked.\nheading: 1872\nparagraph: It failed again."
    )


def test_entries_that_begin_with_a_date_are_no_headings_and_dates_alone_are() -> None:
    source = "3 May 1871 Keeper Quill Wrote to the Board\n\nMay 4 Nobody Answered Keeper Quill\n\n1872\n\nIt failed again.\n\n3 May 1872\n\nAnd again."
    assert listing(source) == (
        "paragraph: 3 May 1871 Keeper Quill Wrote to the Board\nparagraph: May 4 Nobody Answered Keeper Quill\n"
        "heading: 1872\nparagraph: It failed again.\nheading: 3 May 1872\nparagraph: And again."
    )


def test_paragraphs_numbered_on_across_headings() -> None:
    source = "Findings\n\n1. The lamp failed.\n\n2. It was old.\n\nWhat the Board Did\n\n3. The Board sat.\n\n7. Nothing came of it."
    assert listing(source) == (
        "title: Findings\nitem: The lamp failed.\nitem: It was old.\nheading: What the Board Did\nitem: The Board sat.\nparagraph: 7. Nothing came of it."
    )


def test_a_byline_is_no_part_of_the_story() -> None:
    assert (
        listing(
            "The Lamp at Harrow\nBy Ada Quill and Benjamin Moor of the Harrow Mail\nIt failed on Monday."
        )
        .splitlines()[1]
        .startswith("header: By Ada")
    )


def test_passages_know_their_heading() -> None:
    _, passages = taken(
        "THE LIGHT\n\nI. The Failure\n\nIt failed.\n\nII. The Inquiry\n\nIt met."
    ).documents[0]
    assert [p.heading for p in passages] == [None, 0, 1, 0, 3]


def test_short_lines_that_are_no_headings() -> None:
    source = "Harrow, in spring\n\nLamp out again\n\nBrig ashore\n\nTwo men drowned"
    assert {line.partition(":")[0] for line in listing(source).splitlines()[1:]} == {"paragraph"}


def test_a_transcript_has_speakers() -> None:
    source = "He told the court so:\n\nCaptain Moor: You saw no light?\n\nMr. Quill: I did not.\n\nCaptain Moor: None?\n\nThe court rose.\n\nNote: It sat again."
    assert listing(source) == (
        "paragraph: He told the court so:\n"
        "paragraph @Captain Moor:   Captain Moor: You saw no light?\n"
        "paragraph @Mr. Quill:   Mr. Quill: I did not.\n"
        "paragraph @Captain Moor:   Captain Moor: None?\n"
        "paragraph: The court rose.\n"
        "paragraph: Note: It sat again."
    )


def test_labels_are_no_speakers() -> None:
    assert "@" not in listing(
        "Background: The light was old.\n\nNote: It failed.\n\nResult: A wreck."
    )
    assert "@" not in listing("Harrow Point: The light failed.\n\nIt was old.\n\nNothing was done.")


def test_a_quotation_under_a_colon() -> None:
    source = 'The keeper wrote:\n\n"The lamp failed.\n\n"It failed twice."\n\nNobody answered.\n\nHe said:\n\nIt failed again.'
    assert listing(source) == (
        'paragraph: The keeper wrote:\nquote:   "The lamp failed.\nquote:   "It failed twice."\nparagraph: Nobody answered.\nparagraph: He said:\nparagraph:   It failed again.'
    )


def test_quoted_replies_are_somebody_elses_words() -> None:
    source = "I agree.\n\nOn Fri, 3 May 1912 at 10:12, Ada Quill <ada@example.org> wrote:\n> The lamp failed\n> twice.\n>\n> It is old.\n\nBen"
    assert listing(source) == (
        "paragraph: I agree.\n"
        "furniture: On Fri, 3 May 1912 at 10:12, Ada Quill <ada@example.org> wrote:\n"
        "quote @Ada Quill on 1912-05-03: The lamp failed twice.\n"
        "quote @Ada Quill on 1912-05-03: It is old.\n"
        "paragraph: Ben"
    )


def test_addresses_in_the_text_are_citations() -> None:
    document, passages = taken(
        "It is told at (https://example.org/a_(b)), and at https://example.org/c."
    ).documents[0]
    assert [(document.text[slice(*c.span)], c.url) for c in passages[0].citations] == [
        (u, u) for u in ("https://example.org/a_(b)", "https://example.org/c")
    ]


def test_the_text_is_the_files_own_with_its_line_ends() -> None:
    source = "The light\r\n\r\nIt failed\r\non 3 May.\rIt burned\u00a0again.\n"
    document, passages = taken(source).documents[0]
    assert document.text == source
    assert [document.text[slice(*p.span)] for p in passages] == [
        "The light",
        "It failed\r\non 3 May.",
        "It burned\u00a0again.",
    ]


def letters(text: str) -> str:
    """The letters of a text."""
    return "".join(filter(str.isalpha, text))


@given(st.text(alphabet='aB1. :-•>\t\n\r\u00a0\u2028"“#*|[]_\x0c', max_size=120))
def test_every_letter_is_in_one_passage_and_in_order(source: Any) -> None:
    """Nothing is read twice or out of order, and what is left out is bullets, numbers, rules and marks of quoted lines."""
    for document, passages in taken(source).documents:
        pieces = [piece for p in passages for piece in p.pieces]
        assert all(start < end for start, end in pieces)
        assert all(a[1] <= b[0] for a, b in pairwise(pieces))
        read = "".join(document.text[start:end] for start, end in pieces)
        assert letters(read) == letters(source)
        assert all(passage_text(document, p).text for p in passages)


@given(st.text(alphabet="ab \t\r\n\x0b\x0c\x85\u2028", max_size=60))
def test_lines_cover_the_text(source: Any) -> None:
    words = "".join(line.text for line in split(source))
    assert "".join(words.split()) == "".join(source.split())
