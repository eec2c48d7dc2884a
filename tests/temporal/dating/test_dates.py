"""Which date the learned scores choose for each event, and that they never say more than a candidate does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seriatim.analysis import analyse
from seriatim.model import Claim
from seriatim.pipeline import claims
from seriatim.readers import read_bytes
from seriatim.temporal import edtf, timexes

PAGE = (
    "The mill at Westby was built in 1871. On 3 May 1873 Ada Quill bought it from Ben Moor. "
    "In 1875 she sold it to the Harrow company.\n\n"
    "Ben Moor died on 9 June 1880. The company closed the mill in October 1884, and on "
    "12 January 1885 a fire destroyed it."
)


def read(text: str, published: str | None = "1911-12-01", *, strict: bool = False) -> list[Claim]:
    taken = read_bytes(text.encode(), "page.txt", published=published)
    document, passages = taken.documents[0]
    expressions = timexes.read(document, passages)
    found = claims.read(
        document, list(analyse(document, passages)), expressions, model=True, strict=strict
    )
    return list(found.claims)


def dates(text: str, published: str | None = "1911-12-01") -> dict[str, str]:
    return {text[slice(*c.predicate)]: c.when.edtf for c in read(text, published)}


def test_each_event_takes_the_date_of_its_own_clause() -> None:
    found = dates(PAGE)
    assert found["built"] == "1871"
    assert found["bought"] == "1873-05-03"
    assert found["sold"] == "1875"
    assert found["died"] == "1880-06-09"
    assert found["destroyed"] == "1885-01-12"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill wrote a history of the mill. She had been born in Westby. Ben Moor taught her.",
        "Ben Moor sold the mill. Ada Quill bought it and closed it.",
    ],
)
def test_without_a_date_near_by_none_is_given(text: str) -> None:
    assert set(dates(text, None).values()) == {"unknown"}


def test_a_date_says_what_decided_and_what_else_it_could_have_been() -> None:
    bought = next(c for c in read(PAGE) if PAGE[slice(*c.predicate)] == "bought")
    assert any("3 May 1873" in reason for reason in bought.when.because)
    assert bought.when.candidates[0].edtf == "1873-05-03"
    assert len(bought.when.candidates) <= 5
    assert all(c.score >= 0.05 for c in bought.when.candidates)
    assert bought.when.span is not None
    assert PAGE[slice(*bought.when.span)] == bought.when.text


def test_strict_leaves_open_what_is_doubtful_and_dates_nothing_more() -> None:
    easy, strict = ([c.when.edtf != "unknown" for c in read(PAGE, strict=s)] for s in (False, True))
    assert all(e or not s for e, s in zip(easy, strict, strict=True))


SENTENCES = st.sampled_from(
    [
        "On 3 May 1873 Ada Quill sold the mill.",
        "Two days later Ben Moor left the town.",
        "She had met him in 1869.",
        "At half past nine the bell rang, and the miners walked out.",
        "In October the company closed the works.",
        "If the river rose, they would leave by Friday.",
        "The council voted to build a bridge before the winter of 1875.",
        "He wrote to her until 1880.",
    ]
)


@settings(max_examples=15, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=8))
def test_every_date_is_valid_and_one_of_the_candidates_and_comes_out_again(
    sentences: list[str],
) -> None:
    text = " ".join(sentences)
    first, again = read(text), read(text)
    assert first == again
    for claim in first:
        assert edtf.is_valid(claim.when.edtf)
        ends = {edtf.interval(c.edtf) for c in claim.when.candidates}
        assert edtf.interval(claim.when.edtf) in ends or len(claim.when.candidates) == 5 or not ends
