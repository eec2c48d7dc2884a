"""Windows and chains of tags: the input of the span model and the decoding of its scores."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.analysis import spans
from seriatim.analysis.windows import windows

needs_weights = pytest.mark.skipif(
    not spans.is_installed(), reason="the span model's weights are not here"
)

TEXT = st.text("abc Hale’“”\"'.,?! Roe123é\u00a0", max_size=400)


@given(
    st.integers(1, 12).flatmap(
        lambda n: st.lists(
            st.lists(st.floats(-5, 5), min_size=5, max_size=5), min_size=n, max_size=n
        )
    )
)
def test_a_chain_of_tags_is_well_formed(scores: list[list[float]]) -> None:
    (tags,) = spans.best_tags(np.array([scores], np.float32), np.zeros((5, 5), np.float32))
    inside = False
    for tag in tags:
        assert (tag in (2, 3)) == inside  # "inside" and "end" only after "begin"
        inside = tag in (1, 2)
    assert not inside


def test_the_best_chain_is_found() -> None:
    scores = np.full((1, 4, 5), -1.0)
    scores[0, [0, 1, 2, 3], [0, 1, 3, 4]] = 2.0
    (tags,) = spans.best_tags(scores, np.zeros((5, 5)))
    assert tags == [0, 1, 3, 4]
    assert list(spans.spans_of(tags)) == [(1, 3), (3, 4)]


@needs_weights
@given(st.lists(TEXT, max_size=6))
def test_windows_hold_every_word_once(texts: list[str]) -> None:
    cut = list(windows(spans._tokenizer(), texts, limit=24))
    words = [(w.text, w.start, w.end) for window in cut for w in window.words]
    assert words == sorted(words)
    assert len(set(words)) == len(words)
    for window in cut:
        assert len(window.pieces) == len(window.shapes)
        assert len(window.pieces) <= 24 or len(window.words) == 1
        assert [window.pieces[f] for f in window.firsts] == [w.pieces[0] for w in window.words]


@needs_weights
@given(st.lists(TEXT, max_size=4))
def test_spans_are_within_their_texts(texts: list[str]) -> None:
    for tagged in spans.tag(texts, roles=("source", "cue", "content", "hedge")):
        assert 0 <= tagged.start < tagged.end <= len(texts[tagged.text])


@needs_weights
def test_speaker_cue_and_content_are_marked_and_linked() -> None:
    text = "Captain Hale said the mill was sold in May."
    found = spans.tag([text])
    marked = {t.role: text[t.start : t.end] for t in found}
    assert marked["source"] == "Captain Hale"
    assert marked["cue"] == "said"
    assert marked["content"].startswith("the mill was sold")
    cue = next(t for t in found if t.role == "cue")
    assert [found[n].role for n, _ in cue.links] == ["source"]


@needs_weights
def test_a_window_has_the_same_scores_alone_and_among_others() -> None:
    texts = [
        "The mayor, Ada Kerr, said that the bridge had been closed on Monday.",
        "Rain.",
        "“Nobody warned us,” Tom Hale told the council. " * 12,
        "It may have been the frost, according to a report of the county surveyor. " * 9,
    ]
    cut = list(windows(spans._tokenizer(), [text for text in texts for _ in range(3)]))
    assert len(cut) > 2
    among = list(spans.scores(cut))
    for window, (emissions, links) in zip(cut, among, strict=True):
        ((alone, links_alone),) = spans.scores([window])
        assert (emissions == alone).all()
        assert (links == links_alone).all()
    backwards = list(spans.scores(cut[::-1]))[::-1]
    assert all((a[0] == b[0]).all() for a, b in zip(among, backwards, strict=True))
