"""The headline of a claim: the document's own words and punctuation."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pipeline.reading import told


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "The board bought maps, an engine and a lamp on 3 May 1911.",
            "The board bought maps, an engine and a lamp on 3 May 1911",
        ),
        (
            "On 3 May 1911, Ada Quill, the surveyor, met Ben Moor.",
            "On 3 May 1911, Ada Quill, the surveyor, met Ben Moor",
        ),
        ("Ada Quill, who was ill, resigned on 3 May 1911.", "Ada Quill resigned on 3 May 1911"),
        (
            "Ada Quill sold the “lost lamp” to Ben Moor on 3 May 1911.",
            "Ada Quill sold the “lost lamp” to Ben Moor on 3 May 1911",
        ),
    ],
)
def test_the_punctuation_is_the_documents_own(text: Any, summary: Any) -> None:
    assert summary in [c.summary for c in told(text)[1].claims]


def test_quotation_marks_are_paired() -> None:
    for claim in told(
        "“The lamp was sold on 3 May 1911,” Ada Quill said. She told the “county board (of Lowick) on 4 May 1911."
    )[1].claims:
        assert claim.summary.count("“") == claim.summary.count("”")
        assert claim.summary.count("(") == claim.summary.count(")")


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "Ada Quill said that the town would sue if the talks fail.",
            "Ada Quill said that the town would sue if the talks fail",
        ),
        (
            "Ben Moor said that he would pay anyone who lost a boat.",
            "Ben Moor said that he would pay anyone who lost a boat",
        ),
        (
            "Ben Moor promised to stay until the mill is sold.",
            "Ben Moor promised to stay until the mill is sold",
        ),
        ("Ben Moor sold the mill, which stands in Osterby.", "Ben Moor sold the mill"),
        (
            "Ada Quill took office; Ben Moor ruled that it needed a vote.",
            "Ben Moor ruled that it needed a vote",
        ),
    ],
)
def test_a_summary_says_no_more_than_the_sentence(text: str, summary: str) -> None:
    assert summary in [c.summary for c in told(text)[1].claims]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Ada Quill denied that she sold the mill.", "Ada Quill denied that she sold the mill"),
        (
            "A cousin of the miller denied in a letter that his uncle took any money.",
            "A cousin of the miller denied in a letter that his uncle took any money",
        ),
        (
            "Ben Moor believes that the lamp was returned.",
            "Ben Moor believes that the lamp was returned",
        ),
        ("The lamp was returned, Ben Moor believes.", "The lamp was returned, Ben Moor believes"),
        (
            "Ada Quill is understood to have sold the mill.",
            "Ada Quill is understood to have sold the mill",
        ),
        (
            "Ada Quill is not known to have sold the mill.",
            "Ada Quill is not known to have sold the mill",
        ),
        ("The gate had probably been opened by hand.", "The gate had probably been opened by hand"),
        ("Ben Moor has never sold a boat abroad.", "Ben Moor has never sold a boat abroad"),
        ("The board approved the sale unanimously.", "The board approved the sale unanimously"),
        (
            "Ben Moor promised to close the lock on 3 May 1911.",
            "Ben Moor promised to close the lock on 3 May 1911",
        ),
        (
            "Ada Quill worked with Ben Moor to open the lock in 1911.",
            "Ada Quill worked with Ben Moor to open the lock in 1911",
        ),
        (
            "Chosen by the board in 1911, Ada Quill sold the mill.",
            "Chosen by the board in 1911, Ada Quill sold the mill",
        ),
        (
            "Ben Moor declined to sell the mill or, when asked in May, even the boat.",
            "Ben Moor declined to sell the mill",
        ),
        (
            "“We sold the mill because the river rose,” Ada Quill said.",
            "“We sold the mill because the river rose,” Ada Quill said",
        ),
    ],
)
def test_the_summary_keeps_what_qualifies_the_claim(text: str, summary: str) -> None:
    assert summary in [c.summary for c in told(text)[1].claims]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "Ada Quill, who joined the board in 1911, resigned.",
            "Ada Quill joined the board in 1911",
        ),
        ("It was Ben Moor who met her on 3 May 1911.", "Ben Moor met her on 3 May 1911"),
        (
            "That was the day on which Ada Quill sailed from Osterby.",
            "Ada Quill sailed from Osterby",
        ),
        (
            "Ben Moor sailed to Osterby, where Ada Quill is said to have sold the mill.",
            "Ada Quill is said to have sold the mill",
        ),
        (
            "The board paid everyone who had lost a boat in 1911.",
            "everyone who had lost a boat in 1911",
        ),
    ],
)
def test_a_relative_clause_reads_as_an_independent_one(text: str, summary: str) -> None:
    assert summary in [c.summary for c in told(text)[1].claims]


def test_a_long_quotation_keeps_who_said_it() -> None:
    sold = "The board sold the mill, the lock and the long meadow by the river to a firm from Osterby in the dark of a night in May 1911 without a word to us"
    *_, claim = told(f"“{sold},” Ada Quill told the council.")[1].claims
    assert claim.summary.startswith("“The board sold the mill, the lock and the long meadow")
    assert claim.summary.endswith("…” Ada Quill told the council")
    assert len(claim.summary) <= 160


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "Ada Quill neither confirmed nor denied that she had sold the mill.",
            "Ada Quill neither confirmed nor denied that she had sold the mill",
        ),
        (
            "There is no evidence that the letter was ever sent.",
            "no evidence that the letter was ever sent",
        ),
        ("Nobody remembers when the clock stopped.", "Nobody remembers when the clock stopped"),
        (
            "Ben Moor was accused of hiding three letters, which he denied.",
            "Ben Moor was accused of hiding three letters, which he denied",
        ),
        ("The abbot, it was reported, had fled.", "The abbot, it was reported, had fled"),
        ("The mill was not let. Nor was the boat sold.", "Nor was the boat sold"),
        (
            "The ship was rumoured to have been sold in 1911.",
            "The ship was rumoured to have been sold in 1911",
        ),
    ],
)
def test_what_is_left_open_reads_as_left_open(text: str, summary: str) -> None:
    assert summary in [c.summary for c in told(text)[1].claims]
    assert all(
        c.summary
        not in (
            "she had sold the mill",
            "Ada Quill denied that she had sold the mill",
            "the letter was ever sent",
            "the clock stopped",
        )
        for c in told(text)[1].claims
    )


def test_a_verb_of_saying_alone_brings_its_sentence_along() -> None:
    assert all(
        c.summary != "Sofia said"
        for c in told("It was from my mother, Sofia said, and she read it to me.")[1].claims
    )


def test_a_line_without_names_includes_the_sentence_it_refers_to() -> None:
    found = told("In 1911 the board asked two archives for the map. Neither has found it.")[1]
    assert (
        found.claims[1].summary
        == "In 1911 the board asked two archives for the map. Neither has found it"
    )
    assert (
        told("Ada Quill sold the mill. Neither of the clerks saw it.")[1].claims[1].summary
        == "Neither of the clerks saw it"
    )


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Ben Moor fell ill in May 1911.", "Ben Moor fell ill in May 1911"),
        ("Ben Moor lost his post that August.", "Ben Moor lost his post that August"),
        (
            "The council agreed on 3 May 1911, the board two days later.",
            "The council agreed on 3 May 1911, the board two days later",
        ),
        (
            "LOWICK, May 3, 1911 — The head of the board resigned on Tuesday.",
            "The head of the board resigned on Tuesday",
        ),
        (
            "Ben Moor died before the arrest of the mayor, which followed in May 1911.",
            "the arrest of the mayor followed in May 1911",
        ),
        (
            "LOWICK, 3 May 1911 — The head of the board resigned on Tuesday.",
            "The head of the board resigned on Tuesday",
        ),
        (
            "Ada Quill left on 3 May 1911. Two days later Ben Moor sold the mill.",
            "Ben Moor sold the mill",
        ),
        ("Ben Moor forgave her shortly before he died.", "he died"),
        (
            "Ada Quill took office in 1911; Ben Moor says that she bought it.",
            "Ada Quill took office in 1911",
        ),
        (
            "Two days after the flood, Ada Quill and Ben Moor visited Osterby.",
            "Two days after the flood, Ada Quill and Ben Moor visited Osterby",
        ),
        ("A senator was told by a clerk that Ada Quill sold the mill.", "Ada Quill sold the mill"),
    ],
)
def test_a_summary_is_a_whole_sentence(text: str, summary: str) -> None:
    assert summary in [c.summary for c in told(text)[1].claims]
