"""The index of attributions: the same result as going through all of them."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from seriatim.attribution.attributions import Attribution
from seriatim.attribution.index import AttributionIndex

SPANS = st.tuples(st.integers(0, 6_000), st.integers(1, 2_500)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)
SOME = st.lists(SPANS, max_size=2).map(tuple)
HEARD = st.lists(
    st.builds(
        Attribution,
        source=st.just(()),
        cue=SOME,
        content=SOME,
        name=st.just("Ada Quill"),
        passage=st.integers(0, 3),
    ),
    max_size=8,
)


def touches(attribution: Any, span: Any) -> Any:
    return any(a < span[1] and span[0] < b for a, b in (*attribution.cue, *attribution.content))


@given(HEARD, SPANS)
def test_near_a_span_are_all_that_overlap_it_in_order(found: Any, span: Any) -> None:
    near = AttributionIndex(found).near(span)
    assert [s for s in near if touches(s, span)] == [s for s in found if touches(s, span)]


@given(HEARD, HEARD, st.integers(0, 3), SPANS)
def test_content_of_other_passages_that_begins_in_the_span_is_removed(
    found: Any, later: Any, passage: Any, span: Any
) -> None:
    heard = AttributionIndex(found)
    heard.remove_content(passage, span)
    heard.add(later)
    left = []
    for s in found:
        content = (
            s.content
            if s.passage == passage
            else tuple(c for c in s.content if not span[0] <= c[0] < span[1])
        )
        left += [(s.passage, s.cue, content)] if content else []
    assert [(s.passage, s.cue, s.content) for s in heard] == left + [
        (s.passage, s.cue, s.content) for s in later
    ]
    assert all([s for s in heard if s.passage == p] == heard.of(p) for p in range(4))
