"""Which dates an event could have: those that stand over it, and what words alone may mean."""

from __future__ import annotations

import pytest

from seriatim.analysis import analyse
from seriatim.pipeline import claims
from seriatim.readers import read_bytes
from seriatim.temporal import timexes
from seriatim.temporal.dating import entries, rules
from seriatim.temporal.dating.candidates import Maker
from seriatim.temporal.dating.view import View, view


def seen(text: str, published: str | None = "1911-12-01") -> View:
    taken = read_bytes(text.encode(), "page.txt", published=published)
    document, passages = taken.documents[0]
    expressions = timexes.read(document, passages)
    read = claims.attached(document, list(analyse(document, passages)), expressions)
    by_rule = rules.RuleBasedDating(document)
    told = []
    for r in read:
        mentions = claims.mentions(r)
        whens = by_rule.passage(r.analysis, r.attached, mentions, r.setting)
        told.append([(m, whens[m.word.i]) for m in mentions])
    return view(document, read, told, expressions)


def values(text: str, trigger: str, published: str | None = "1911-12-01") -> set[str]:
    """The candidate values of the event with this trigger."""
    found = seen(text, published)
    at = next(n for n, e in enumerate(found.events) if text[slice(*e.span)] == trigger)
    return {c.value for c in Maker(found).of(at)}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("3 May 1873.\n\nAda Quill left the mill.\n\n4 May 1873.\n\nBen Moor came.", [1, 1]),
        ("Westby, 3 May 1873\n\nSir: Ada Quill left the mill.", [1]),
        ("Dated May 3, 1873. Ada Quill left the mill.", [3]),
        ("On 3 May 1873 Ada Quill left the mill. Ben Moor came.", []),
        ("Ada Quill left the mill on 3 May 1873.", []),
        ("Three days later.\n\nAda Quill left the mill.", []),
    ],
)
def test_a_date_stands_over_what_follows(text: str, kinds: list[int]) -> None:
    assert [e.kind for e in entries.entries(seen(text))] == kinds


def test_the_date_above_is_a_candidate_however_far_back() -> None:
    pages = "\n\n".join(f"Ada Quill met Ben Moor on {day} June 1872." for day in range(1, 9))
    assert "1873-05-03" in values(f"3 May 1873.\n\n{pages}\n\nThe mill burned.", "burned")


def test_a_day_alone_may_be_of_the_next_month() -> None:
    text = "Ada Quill sailed on 27 May 1873. Ben Moor landed on the 25th. In 1875 he died."
    assert {"1873-05-25", "1873-06-25"} <= values(text, "landed")


def test_yesterday_in_quoted_words_may_count_from_the_day_of_the_story() -> None:
    text = (
        "On 3 May 1873 Ada Quill sent a message to the mill. "
        "“Yesterday we sold the barges to Ben Moor,” she wrote."
    )
    assert "1873-05-02" in values(text, "sold")


@pytest.mark.parametrize(
    ("text", "trigger", "never"),
    [
        ("In the three months to 1 January 1870 the mill burned.", "burned", "1870-01-01"),
        ("Between 7 and 11 May 1870 the mill burned.", "burned", "1870-05-07"),
        (
            "Between 7 and 11 May 1870 Ada Quill denied that the mill burned.",
            "burned",
            "1870-05-11",
        ),
        ("By 3 June 1870 the mill had burned.", "burned", "1870-06-03"),
    ],
)
def test_no_candidate_is_narrower_than_the_words(text: str, trigger: str, never: str) -> None:
    assert never not in values(text, trigger)
