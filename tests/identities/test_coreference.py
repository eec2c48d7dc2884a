"""Mentions of happenings in the documents of one topic."""

from __future__ import annotations

import re

import pytest

from seriatim.analysis import analyse
from seriatim.identities import coreference, likeness, mentioned
from seriatim.identities.mentioned import Mentioned
from seriatim.model import Document, Passage

DOCUMENTS = (
    "The bridge at Corran [collapsed] on Monday. Nobody was hurt in the [collapse]. The mayor [said] so.",
    "Corran's bridge [collapsed] on Monday into the river. Ada Quill [sold] the mill.",
    "The [sale] of the mill by Ada Quill was news in Osterby. Ben Moor [resigned].",
)


def read() -> tuple[list[Mentioned], dict[str, list[str]]]:
    """The words in brackets, and the lemmas of each document."""
    mentions, lemmas = [], {}
    for n, marked in enumerate(DOCUMENTS):
        text = re.sub(r"[\[\]]", "", marked)
        spans = [(m.start() - 2 * i, m.end() - 2 * i - 2) for i, m in enumerate(re.finditer(r"\[[^]]+\]", marked))]
        analyses = list(analyse(Document(f"d{n}", "", "", text, "0" * 64), [Passage(f"d{n}", 0, "paragraph", ((0, len(text)),))]))
        mentions += mentioned.find(f"d{n}", analyses, spans)
        lemmas[f"d{n}"] = list(mentioned.lemmas(analyses))
    return mentions, lemmas


def test_a_happening_is_one_over_documents_and_others_are_others() -> None:
    mentions, lemmas = read()
    found = coreference.clusters(mentions, lemmas, likeness.rarity(list(lemmas.values())))
    words = {m.text: n for m, n in zip(mentions, found, strict=True)}
    assert found[0] == found[3], "the bridge collapsed in both documents"
    assert len({words["collapsed"], words["sold"], words["said"], words["resigned"]}) == 4


def test_a_span_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        mentioned.find("d1", [], [(0, 3)])
