"""Mentions of happenings in the documents of one topic."""

from __future__ import annotations

import re

import pytest

from seriatim.analysis import analyse
from seriatim.model import Document, Passage
from seriatim.resolution import event_coreference, event_mentions, pair_features
from seriatim.resolution.event_mentions import EventMentionFeatures

DOCUMENTS = (
    "The bridge at Corran [collapsed] on Monday. Nobody was hurt in the [collapse]. The mayor [said] so.",
    "Corran's bridge [collapsed] on Monday into the river. Ada Quill [sold] the mill.",
    "The [sale] of the mill by Ada Quill was news in Osterby. Ben Moor [resigned].",
)


def read() -> tuple[list[EventMentionFeatures], dict[str, list[str]]]:
    """The words in brackets, and the lemmas of each document."""
    mentions, lemmas = [], {}
    for n, marked in enumerate(DOCUMENTS):
        text = re.sub(r"[\[\]]", "", marked)
        spans = [
            (m.start() - 2 * i, m.end() - 2 * i - 2)
            for i, m in enumerate(re.finditer(r"\[[^]]+\]", marked))
        ]
        analyses = list(
            analyse(
                Document(f"d{n}", "", "", text, "0" * 64),
                [Passage(f"d{n}", 0, "paragraph", ((0, len(text)),))],
            )
        )
        mentions += event_mentions.find(f"d{n}", analyses, spans)
        lemmas[f"d{n}"] = list(event_mentions.lemmas(analyses))
    return mentions, lemmas


def test_a_happening_is_one_over_documents_and_others_are_others() -> None:
    mentions, lemmas = read()
    found = event_coreference.clusters(
        mentions, lemmas, pair_features.rarity(list(lemmas.values()))
    )
    words = {m.text: n for m, n in zip(mentions, found, strict=True)}
    assert found[0] == found[3], "the bridge collapsed in both documents"
    assert len({words["collapsed"], words["sold"], words["said"], words["resigned"]}) == 4


def test_a_span_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        event_mentions.find("d1", [], [(0, 3)])
