"""Perturbed scores of the span model change the sources of few words of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest

from seriatim.analysis import Analysis, analyse, spans
from seriatim.analysis.windows import Window, windows
from seriatim.attribution import extraction
from seriatim.model import Document
from seriatim.readers import read_bytes

pytestmark = pytest.mark.skipif(
    not spans.is_installed(), reason="the span model's weights are not here"
)
Scores = Callable[[Sequence[Window]], Iterator[tuple[np.ndarray, np.ndarray]]]

STORY = (
    "We left the mill at nine on 3 May 1911.",
    "The foreman locked the gate behind us. My brother carried the lamp.",
    "We reached the river at ten and found the boat gone.",
    "The miller sent for the constable.",
    "I met him at the bridge. He searched the barn.",
)
OPENING, CLOSING = "The inquest opened in June 1911.", "The coroner closed the inquest in July."
AS_QUOTED = [f"“{p}" for p in STORY[:-1]] + [f"“{STORY[-1]}”"]
TEXTS = {
    "statement": [OPENING, "WITNESS STATEMENT OF JOHN MOOR", *STORY],
    "letter": [
        "The society printed a letter from John Moor:",
        "Dear Sir,",
        *STORY,
        "Yours faithfully,",
        "John Moor",
        CLOSING,
    ],
    "account": [f"{OPENING} John Moor gave the following account:", *STORY, CLOSING],
    "quotation": [f"{OPENING} John Moor told the coroner his story.", *AS_QUOTED, CLOSING],
    "quotations": [
        f"{OPENING} John Moor told the coroner his story.",
        *(f"“{p}”" for p in STORY),
        CLOSING,
    ],
    "depositions": [
        f"JOHN MOOR. I am a carter. {' '.join(STORY)}",
        "ADA SALT. I am a widow. I saw the smoke at nine.",
        "THOMAS ROE. I am the clerk. I rang the bell at ten.",
    ],
}
WORDS = ("left", "locked", "carried", "reached", "found", "sent", "met", "searched")


def sources(document: Document, analyses: Sequence[Analysis], word: str) -> list[str]:
    """The sources of a word, outermost first."""
    found = extraction.read(document, analyses, model=True)
    start = document.text.rindex(word)
    return [s.name for s in extraction.sources_of(found, (start, start + len(word)))]


def noisy(seed: int) -> Scores:
    """The scores with normal noise of half a logit."""
    rng, exact = np.random.default_rng(seed), spans.scores

    def scores(cut: Sequence[Window]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        for emissions, links in exact(cut):
            yield emissions + rng.normal(0, 0.5, emissions.shape).astype(np.float32), links

    return scores


def without(every: int) -> Scores:
    """The scores with nothing tagged in each n-th window."""
    exact = spans.scores

    def scores(cut: Sequence[Window]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        for n, (emissions, links) in enumerate(exact(cut)):
            if n % every == 0:
                tags = emissions.copy().reshape(len(emissions), -1, 5)
                tags[:, :, 0] += 50
                yield tags.reshape(len(emissions), -1), links
            else:
                yield emissions, links

    return scores


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("perturbed", ["exact", "noise 1", "noise 2", "nothing tagged", "short"])
def test_one_speaker_is_the_source_throughout(
    form: str, perturbed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((document, passages),) = read_bytes("\n\n".join(TEXTS[form]).encode(), "t.txt").documents
    analyses = list(analyse(document, passages))
    if perturbed == "short":
        monkeypatch.setattr(spans, "windows", lambda t, x: windows(t, x, limit=80))
    elif perturbed != "exact":
        scores = without(1) if perturbed == "nothing tagged" else noisy(int(perturbed[-1]))
        monkeypatch.setattr(spans, "scores", scores)
    outermost = [(sources(document, analyses, w) or ["nobody"])[0].lower() for w in WORDS]
    assert outermost.count("john moor") >= len(WORDS) - 1


@pytest.mark.parametrize("form", ["letter", "account", "quotation", "quotations"])
def test_the_author_speaks_again_after_it(form: str) -> None:
    ((document, passages),) = read_bytes("\n\n".join(TEXTS[form]).encode(), "t.txt").documents
    assert sources(document, list(analyse(document, passages)), "closed") == []


def test_a_log_is_the_source_of_its_entries() -> None:
    lines = ["The harbour log records:", "", "- the lamp failed at nine", "- the Ariel left"]
    text = "\n".join([*lines, "", "The harbour was sold in 1950."])
    ((document, passages),) = read_bytes(text.encode(), "t.txt").documents
    analyses = list(analyse(document, passages))
    assert [sources(document, analyses, w) for w in ("failed", "left")] == [["log"]] * 2 or [
        sources(document, analyses, w) for w in ("failed", "left")
    ] == [["harbour log"]] * 2
    assert sources(document, analyses, "sold") == []


def test_you_is_the_witness_in_a_question() -> None:
    text = (
        "TESTIMONY OF ADA B. QUILL\n\nMr. FARLOW. You said that you sold the mill.\n\n"
        "Miss QUILL. I rented it in 1911.\n\nMr. FARLOW. When did it burn?\n\n"
        "Miss QUILL. In May.\n"
    )
    ((document, passages),) = read_bytes(text.encode(), "t.txt").documents
    analyses = list(analyse(document, passages))
    assert sources(document, analyses, "sold") == ["FARLOW", "ADA B. QUILL"]
