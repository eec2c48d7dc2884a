"""What is decided over a whole document before any of its expressions is counted from another.

Which years its months and days without one are of, and whether its relative expressions count from
the day of writing or from the story.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp

from seriatim.temporal.frames import anchors, scores, tense
from seriatim.temporal.frames.anchors import Genre, Point
from seriatim.temporal.frames.mentions import Mention, Stretch, mentions
from seriatim.temporal.frames.outline import Outline, outline
from seriatim.temporal.frames.year_chain import Decision, dot, years
from seriatim.temporal.frames.year_features import OTHER_YEARS


@dataclass(frozen=True, slots=True)
class DocumentFrames:
    """A document's genre, and by stretch and place the years of months and days without one."""

    genre: Genre
    years: Sequence[dict[int, Decision]]


def decide(stretches: Sequence[Stretch], published: Point | None) -> DocumentFrames:
    """The frames of a document; a message counts from its own day."""
    if published is not None and anchors.is_message("\n\n".join(s.text for s in stretches)):
        return DocumentFrames("message", [{} for _ in stretches])
    whole = with_gate(outline(stretches, mentions(stretches), published))
    told = genre(whole)
    if told == "news":
        whole = replace(whole, mentions=tuple(_reported(m, stretches) for m in whole.mentions))
    return DocumentFrames(told, _years(whole, len(stretches)))


def _reported(mention: Mention, stretches: Sequence[Stretch]) -> Mention:
    """A mention of the news, where "would" looks ahead."""
    if not mention.yearless:
        return mention
    text = stretches[mention.stretch].text
    way = tense.direction(text, mention.start, mention.end, reported=True)
    return mention if way == mention.tense else replace(mention, tense=way)


def with_gate(document: Outline) -> Outline:
    """The outline with what its stated years say: how likely it is news, or of other years."""
    news = 0.0 if document.published is None else 1 - tells_a_story(document)
    gates = {"news": news}
    if news <= 0.5 and _states_other_years(document):
        gates[OTHER_YEARS] = 1.0
    return replace(document, traits={**document.traits, **gates})


_MANY = 5  # years, after which one of another time is less likely than one in six


def _states_other_years(document: Outline) -> bool:
    """Whether a document states many years, and none near that of its publication."""
    published = document.published
    if published is None or len(document.explicit) < _MANY:
        return False
    stated = [document.mentions[at].parts.year or 0 for at in document.explicit]
    return all(abs(year - published.year) > 1 for year in stated)


def genre(document: Outline) -> Genre:
    """Whether a document is news, which counts from its date, or a narrative."""
    if document.published is None:
        return "narrative"
    return "narrative" if tells_a_story(document) > 0.5 else "news"


def tells_a_story(document: Outline) -> float:
    """How likely a document counts from the day that its story has reached."""
    return 1 / (1 + exp(-dot(list(document.traits.items()), scores.of("story"))))


def _years(whole: Outline, size: int) -> list[dict[int, Decision]]:
    found: list[dict[int, Decision]] = [{} for _ in range(size)]
    if not any(m.yearless for m in whole.mentions):
        return found
    for mention, decision in zip(whole.mentions, years(whole, scores.of("years")), strict=True):
        if mention.yearless and decision is not None:
            found[mention.stretch][mention.start] = decision
    return found
