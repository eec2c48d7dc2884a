"""The document's date: given, told by the file, or in its dateline; otherwise none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.readers.publication_date import find_date, find_day
from seriatim.temporal import edtf
from tests.readers.listing import date_of, listing, taken

STORY = "\n\nThe lamp at the point failed on 2 May 1911, the keeper said, and it failed again on 9 June."


@pytest.mark.parametrize(
    ("top", "found"),
    [
        ("The lamp\n\nTuesday, May 3, 1912", "1912-05-03 dateline"),
        ("The lamp\nBy Ada Quill\n3rd May 1912 10:30 a.m. GMT", "1912-05-03 dateline"),
        ("The lamp\n\nBy ADA QUILL, Staff Reporter | May 3, 1912", "1912-05-03 dateline"),
        ("Published 3 May 1912", "1912-05-03 dateline"),
        ("Posted on: 1912-05-03", "1912-05-03 dateline"),
        ("The lamp\n\nUpdated 5 May 1912\n\nPublished 3 May 1912", "1912-05-03 dateline"),
        ("The lamp\n\nUpdated 5 May 1912", "1912-05-05 dateline"),
        ("Published May 1912", "1912-05 dateline"),
        ("Published: 1912", "1912 dateline"),
        ("LEITH, May 3, 1912 (Harrow Wire) — The lamp failed.", "1912-05-03 dateline"),
        ("Leith, 3 May 1912\n\nDear Sir,", "1912-05-03 dateline"),
        ("LEITH, May 3 (Harrow Wire) — The lamp failed.", "None none"),
        ("The lamp failed on 3 May 1912.", "None none"),
        ("The Wreck of 3 May 1912", "None none"),
        ("3/5/1912", "None none"),
        ("May 1912", "None none"),
        ("30 February 1912", "None none"),
    ],
)
def test_datelines(top: Any, found: Any) -> None:
    assert date_of(top + STORY) == found


def test_days_that_head_a_chronicle_are_no_dateline() -> None:
    assert (
        date_of("The lamp\n\n3 May 1912\n\nIt failed.\n\n4 May 1912\n\nIt failed again.")
        == "None none"
    )


def test_a_label_in_the_middle_or_in_a_list_is_no_dateline() -> None:
    body = "\n\n".join(f"The lamp failed for the {i}. time." for i in range(20))
    assert date_of(f"{body}\n\nFiled 3 May 1912\n\n{body}") == "None none"
    assert date_of("Steps:\n\n- Filed 3 May 1912\n- Answered\n\nNo more.") == "None none"
    assert date_of(f"{body}\n\nPublished 3 May 1912") == "1912-05-03 dateline"


def test_a_line_that_is_only_a_dateline_is_a_header() -> None:
    assert listing("The lamp\nTuesday, May 3, 1912\nThe lamp failed in the night.") == (
        "title: The lamp\nheader: Tuesday, May 3, 1912\nparagraph: The lamp failed in the night."
    )


def test_the_given_date_stands_above_all() -> None:
    source = "---\ndate: 1912-05-04\n---\n\nPublished 3 May 1912" + STORY
    assert date_of(source, "a.md") == "1912-05-04 metadata"
    document, _ = taken(source, "a.md", published="1912").documents[0]
    assert (document.published, document.published_basis) == ("1912", "given")


def test_a_given_date_that_is_none_is_refused() -> None:
    with pytest.raises(edtf.EdtfError):
        taken("The lamp failed.", published="yesterday")


@given(
    st.text(max_size=80)
    | st.from_regex(
        r"[A-Z]?[a-z ]{0,5}\d{0,2} ?(?:May|Sept\.?|December) ?\d{0,2},? ?\d{0,4}", fullmatch=True
    )
)
def test_what_is_found_is_a_date(text: Any) -> None:
    for found in (find_day(text), find_date(text)):
        assert found is None or edtf.is_valid(found)
