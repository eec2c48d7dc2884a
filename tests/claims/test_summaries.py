"""What a claim is called: the document's own words, with the marks that stand between them."""

from __future__ import annotations

import pytest

from tests.claims.telling import told


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("The board bought maps, an engine and a lamp on 3 May 1911.", "The board bought maps, an engine and a lamp on 3 May 1911"),
        ("On 3 May 1911, Ada Quill, the surveyor, met Ben Moor.", "On 3 May 1911, Ada Quill, the surveyor, met Ben Moor"),
        ("Ada Quill, who was ill, resigned on 3 May 1911.", "Ada Quill resigned on 3 May 1911"),
        ("Ada Quill sold the “lost lamp” to Ben Moor on 3 May 1911.", "Ada Quill sold the “lost lamp” to Ben Moor on 3 May 1911"),
    ],
)
def test_the_marks_inside_are_the_documents_own(text, summary):
    assert summary in [c.summary for c in told(text)[1].claims]


def test_a_quotation_mark_never_stands_alone():
    for claim in told("“The lamp was sold on 3 May 1911,” Ada Quill said. She told the “county board (of Lowick) on 4 May 1911.")[1].claims:
        assert claim.summary.count("“") == claim.summary.count("”")
        assert claim.summary.count("(") == claim.summary.count(")")


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Ada Quill said that the town would sue if the talks fail.", "Ada Quill said that the town would sue if the talks fail"),
        ("Ben Moor said that he would pay anyone who lost a boat.", "Ben Moor said that he would pay anyone who lost a boat"),
        ("Ben Moor promised to stay until the mill is sold.", "Ben Moor promised to stay until the mill is sold"),
        ("Ben Moor sold the mill, which stands in Osterby.", "Ben Moor sold the mill"),
        ("Ada Quill took office; Ben Moor ruled that it needed a vote.", "Ben Moor ruled that it needed a vote"),
    ],
)
def test_a_summary_says_no_more_than_the_sentence(text: str, summary: str) -> None:
    assert summary in [c.summary for c in told(text)[1].claims]
