"""What holds for every text: no error, spans in range, the same twice, EDTF of the profile, and time linear in the text."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from seriatim.lang.en.timex.rules import RULES
from seriatim.model import Document, Passage
from seriatim.temporal import edtf, timexes
from seriatim.temporal.tagging.holidays import easter

FRAGMENTS = st.sampled_from(
    sorted(
        {rule.example for rule in RULES}
        | {
            "the",
            "of",
            "and",
            "-",
            ",",
            ".",
            "to",
            "in",
            "12",
            "1911",
            "30 Feb",
            "’",
            "“",
            "\n\n",
            "May",
            "may",
            "a",
            "B.C.",
            "24:00",
            "99",
            "0000",
            "9999",
        }
    )
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(FRAGMENTS, max_size=25).map(" ".join),
    st.lists(FRAGMENTS, max_size=25).map("".join),
)
DATES = st.sampled_from(
    [None, "1911-03-15", "1911-03", "1911", "2024-02-29", "-0043", "0001-01-01"]
)


@settings(max_examples=400, deadline=None)
@given(TEXTS, DATES)
def test_promises(text: Any, written: Any) -> None:
    found = timexes.find(text, written)
    assert found == timexes.find(text, written)
    end = 0
    for each in found:
        assert end <= each.span[0] < each.span[1] <= len(text)
        assert text[slice(*each.span)] == each.text
        end = each.span[1]
        assert each.rule
        assert each.value
        if each.edtf is not None:
            assert edtf.is_valid(each.edtf), each
        if each.offset is not None and each.offset.min is not None and each.offset.max is not None:
            assert each.offset.min <= each.offset.max


@settings(max_examples=200, deadline=None)
@given(TEXTS, DATES)
def test_what_annotators_mark_lies_in_what_is_found(text: Any, written: Any) -> None:
    spans = [each.span for each in timexes.find(text, written)]
    for each in timexes.timex(text, written):
        assert any(start <= each.span[0] and each.span[1] <= end for start, end in spans)


def as_package(value: Any) -> Any:
    """The value as the ``edtf`` package writes it: an open side is two dots to both, times and uncertain ends are not its business."""
    return None if "T" in value or "%" in value else value


@settings(max_examples=80, deadline=None)
@given(TEXTS, DATES)
def test_intervals_are_those_of_the_edtf_package(text: Any, written: Any) -> None:
    for each in timexes.find(text, written):
        value = each.edtf and as_package(each.edtf)
        if not value or (
            re.search(r"-\d\d[?~]?(/|$)", value)
            and any(
                int(m) // 10 > 2 or int(m) > 12
                for m in re.findall(r"^-?\d{4}-(\d\d)[?~]?(?:/|$)|/-?\d{4}-(\d\d)$", value)
                for m in m
                if m
            )
        ):
            continue  # seasons and quarters: the package has months of its own for them
        if ".." in value or value.startswith("-") or "/-" in value:
            continue
        parsed = parse_edtf(value)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        assert edtf.first_day(value) == edtf.days_from_civil(*low[:3])
        assert edtf.last_day(value) == edtf.days_from_civil(*high[:3])


@pytest.mark.parametrize(
    "piece",
    [
        "the of the in a ",
        "1911 ",
        "3, 5, 7, 9, ",
        "March ",
        "two hundred and ",
        "12:",
        "-",
        "’",
        "last last ",
        "early mid late ",
        "May 5-",
        "hours later ",
        "9 p.m. on ",
        "from 1911 to ",
        "(",
        "a few ",
        "www.",
        "a" * 50,
        "@",
        "1.",
        "Mr. ",
    ],
)
def test_time_is_linear_in_the_text(piece: Any) -> None:
    def seconds(times_over: Any) -> Any:
        text = piece * times_over
        started = time.process_time()
        timexes.find(text, "1911-03-15")
        return time.process_time() - started

    timexes.find("on 5 March 1911")
    size = max(1, 5_000 // len(piece))
    once = min(seconds(size) for _ in range(2))
    assert min(seconds(size * 4) for _ in range(2)) < 0.05 + 8 * once


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1886, 4, 25), (1900, 4, 15), (1911, 4, 16), (2000, 4, 23), (2038, 4, 25)],
)
def test_easter(year: Any, month: Any, day: Any) -> None:
    assert edtf.civil_from_days(easter(year)) == (year, month, day)


KIND = st.sampled_from(["paragraph", "item", "heading", "title", "row", "quote", "header"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(KIND, TEXTS, DATES), max_size=6), DATES)
def test_documents(parts: Any, published: Any) -> None:
    text, passages = "", []
    for index, (kind, words, own) in enumerate(parts):
        passages.append(
            Passage(
                "d1",
                index,
                kind,
                ((len(text), len(text) + len(words)),),
                tuple(range(max(0, index - 2), index)),
                0 if index else None,
                published=own,
            )
        )
        text += words + "\n"
    document = Document("d1", "d1.txt", "", text, "", published=published)
    found = timexes.read(document, passages)
    assert found == timexes.read(document, passages)
    for each in found:
        start, end = passages[each.passage].span
        assert start <= each.span[0] < each.span[1] <= end
        assert each.edtf is None or edtf.is_valid(each.edtf)
        assert not each.governs or each.edtf is not None
