"""The day that a story stands on: what a clock or a part of a day without a date belongs to."""

from __future__ import annotations

from math import exp, log2

from seriatim.messages import frame_features as names
from seriatim.temporal.frames import scores
from seriatim.temporal.frames.anchors import Point
from seriatim.temporal.frames.context import Context
from seriatim.temporal.frames.year_chain import dot
from seriatim.temporal.frames.year_features import Features

SURE = 0.4  # a day that is less likely is not taken
_NEAR_BY = 200  # characters: about two sentences


def day(context: Context, *, part: bool = False) -> Point | None:
    """The day that the words at hand belong to; None where the story may stand elsewhere."""
    here = candidate(context)
    if here is None or context.genre == "message":
        return here
    if context.reference.last_day is None and context.genre == "news":
        return here
    return here if probability(context, part=part) >= SURE else None


def candidate(context: Context) -> Point | None:
    """The day that was named last, else that of the document; None where its year is unknown."""
    if context.reference.unknown:
        return None
    here = context.reference.last_day or context.reference.document
    return here if here is not None and here.day is not None else None


def probability(context: Context, *, part: bool = False) -> float:
    """How likely the story still stands on that day."""
    return 1 / (1 + exp(-dot(evidence(context, part=part), scores.of("day"))))


def evidence(context: Context, *, part: bool = False) -> Features:
    """What speaks for and against the day that was named last."""
    return [
        ("one", 1.0),
        *_naming(context),
        *_document_day(context),
        *_since(context),
        *_words(context, part=part),
    ]


def _naming(context: Context) -> Features:
    """Where the day was named."""
    found: Features = []
    if context.reference.last_day is None:
        found.append((names.NO_DAY_NAMED, 1.0))
    elif context.reference.naming.here and context.at[0] - context.reference.naming.at < _NEAR_BY:
        found.append((names.NAMED_NEAR_BY, 1.0))
    elif context.reference.naming.passages_since:
        found.append((names.NAMED_IN_AN_EARLIER_PASSAGE, 1.0))
        found.append(("passages since", log2(context.reference.naming.passages_since)))
    return found


def _document_day(context: Context) -> Features:
    """Whether the day is that of the document, and the story of another time."""
    here, document = candidate(context), context.reference.document
    found: Features = []
    if here is not None and document is not None and here == document:
        found.append((names.THE_DOCUMENTS_DAY, 1.0))
        if context.genre == "narrative" or abs(_year_told(context) - document.year) > 1:
            found.append((names.THE_DOCUMENTS_DAY_IN_A_STORY_OF_ANOTHER_TIME, 1.0))
    return found


def _since(context: Context) -> Features:
    """What came after the day was named."""
    here = candidate(context)
    found: Features = []
    if context.reference.naming.heading_since and not context.reference.frame.governs:
        found.append((names.A_HEADING_SINCE, 1.0))
    if context.reference.naming.moved_on:
        found.append((names.A_LATER_TIME_NAMED_SINCE, 1.0))
    if (
        context.reference.clocks.last is not None
        and here is not None
        and abs(context.reference.clocks.last[0].days - here.days) <= 1
    ):
        found.append((names.A_CLOCK_ON_THAT_DAY, 1.0))
    return found


def _words(context: Context, *, part: bool) -> Features:
    """What surrounds the words at hand."""
    found: Features = []
    if context.reference.frame.governs:
        found.append((names.UNDER_A_DATE, 1.0))
    if context.reference.naming.quoted != context.quoted():
        found.append((names.ONE_OF_THEM_QUOTED, 1.0))
    if part:
        found.append((names.PART_OF_A_DAY, 1.0))
    if context.reference.naming.sure:
        found.append((names.STATED_WITH_ITS_YEAR, 1.0))
    return found


def _year_told(context: Context) -> int:
    running = context.reference.running or context.reference.document
    return 0 if running is None else running.year
