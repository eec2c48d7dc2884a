"""Random words cause no error, and every span is inside the text and not empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from seriatim import pipeline
from seriatim.model import Reading, Span
from seriatim.readers import read_bytes

SCRAPS = (
    "Ada Quill said", "the Board", "that the lamp had failed", "on 3 May 1871", "according to", "Moor:", "denied having met", "Hale", "two days later", "I",
    "“", "”", '"', "‘", "’", "'", "«", "—", "–", "-", "-- ", ":", ";", "...", "…", ",", ". ", "?", "!", "(", ")", "[", "]", "•", "*", "$", "%", "&", "\u0301",
    "\u200b", "\u00ad", "\u202e", "\u00a0", "\u2003", "\t", "\n", "\n\n", "\ufffd", "İ", "ß", "ﬁ", "𝒜", "👩‍🚒", "S.", "'s", "n't", "said", "says", "told", "report", "claims", "U.S.",
    "1871Hale", "Ada QuillBen Moor said", "> ", "- ", "Q:", "A:", "announces plan the day that Hale leaves", "vows to sell after the Board met", "so", "1",
)  # fmt: skip


@st.composite
def texts(draw: Any) -> Any:
    scraps = draw(st.lists(st.sampled_from(SCRAPS), min_size=1, max_size=24))
    return "".join(scrap + draw(st.sampled_from((" ", " ", "", "\n\n"))) for scrap in scraps)


@given(texts(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_odd_words(text: Any, model: Any) -> None:
    for document, passages in read_bytes(
        text.encode("utf-8", "surrogatepass"), "a.txt", published="1871-06-01"
    ).documents:
        reading = pipeline.read(document, passages, model=model)
        for claim in reading.claims:
            assert document.text[slice(*claim.span)] == claim.quote
        for start, end in _spans(reading):
            assert 0 <= start < end <= len(document.text)


def _spans(reading: Reading) -> Iterator[Span]:
    for claim in reading.claims:
        yield from (claim.span, claim.predicate, *claim.hedges)
        yield from (q.span for q in claim.quantities)
        spans = (s for o in claim.sources for s in (o.span, o.cue, o.content))
        yield from (s for s in spans if s is not None)
    yield from (m.span for m in reading.mentions)
    yield from (e.span for e in reading.expressions)
    yield from (r.span for r in reading.relations)
