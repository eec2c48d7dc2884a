"""The times that a document names, in reading order, each with what the words about it say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.model import Passage
from seriatim.temporal.frames import tense
from seriatim.temporal.frames.identification import tells_which
from seriatim.temporal.frames.meanings import Deictic, Parts, calendar_parts, deictic, meanings
from seriatim.temporal.tagging.negative_rules import doubtful
from seriatim.temporal.tagging.search import Found

_QUOTES = re.compile(r"[\"“”]|``|''")
_SENTENCE = re.compile(r"[.!?;][\"'”’)]*\s+[A-Z]|\n\s*\n")
_NO_PARTS = Parts()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage's words as they are read, and what the grammar found in them."""

    text: str
    found: Sequence[Found]
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A time that the text names: what it states, and how it is told."""

    stretch: int  # the index of its stretch
    start: int
    end: int
    parts: Parts
    deictic: Deictic
    tense: int  # which way its clause looks: -1 back, 1 ahead, 0 unknown
    back: bool  # in the pluperfect, and not "by June he had"
    which: bool  # tells which thing is meant: "the treaty of 1783"
    quoted: bool
    bracketed: bool
    led: bool  # a preposition or a month leads to it
    opens: bool  # nothing but a preposition stands before it in its passage
    heading: bool  # stands in a heading or title
    sentence: int  # the number of its sentence within the stretch, by full stops before it
    block: int  # the number of its paragraph, counted over the document

    @property
    def yearless(self) -> bool:
        """Whether it names a month and no year."""
        return self.parts.year is None and self.parts.month is not None


def mentions(stretches: Sequence[Stretch]) -> list[Mention]:
    """Every calendar time and every time near a day of reference that the document names."""
    return [m for index, stretch in enumerate(stretches) for m in _of_stretch(index, stretch)]


def _of_stretch(index: int, stretch: Stretch) -> Iterator[Mention]:
    text = stretch.text
    if not stretch.found:
        return
    quotes = [m.start() for m in _QUOTES.finditer(text)]
    ends = [m.start() for m in _SENTENCE.finditer(text)]
    blocks = [m.start() for m in _BLANK.finditer(text)]
    heading = stretch.passage is not None and stretch.passage.kind in ("heading", "title")
    for found in stretch.found:
        if doubtful(found, text, "narrative"):
            continue
        for start, meaning in meanings(found):
            parts, points = calendar_parts(meaning), deictic(meaning)
            if parts is None and not points:
                continue
            stated = parts is not None and parts.year is not None
            yield Mention(
                stretch=index,
                start=start,
                end=found.end,
                parts=parts or _NO_PARTS,
                deictic=points,
                tense=0 if stated else tense.direction(text, found.start, found.end),
                back=tense.is_pluperfect(text, found.start, found.end)
                and frame_patterns.BY.search(text, max(0, start - 8), found.start) is None,
                which=tells_which(text, found.start, found.end),
                quoted=bisect_left(quotes, start) % 2 == 1,
                bracketed=_is_bracketed(text, start),
                led=(parts is not None and parts.month is not None)
                or frame_patterns.LED.search(text, max(0, start - 16), found.start) is not None,
                opens=frame_patterns.OPENS_SENTENCE.fullmatch(text, 0, found.start) is not None,
                heading=heading,
                sentence=bisect_left(ends, start),
                block=bisect_left(blocks, start),
            )


_BLANK = re.compile(r"\n\s*\n")
_REACH = 60


def _is_bracketed(text: str, start: int) -> bool:
    left = text[max(0, start - _REACH) : start]
    return left.rfind("(") > left.rfind(")") or left.rfind("[") > left.rfind("]")
