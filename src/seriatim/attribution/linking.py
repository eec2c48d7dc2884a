"""The linking of tagged spans: which source and which contents belong to each cue.

The model gives each cue the sources, and each content the cues, that it may belong to, with a logit
above "none of these".  Nearness counts too.  A cue has nearly always one content at least, and a
content one cue: so the best pairs are made first, one to one, and what content is left joins its
best cue.  Constants: fitted on the development part of the corpus, where they move the share of
attributions that are right as a whole by less than a point either way.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seriatim.analysis.spans import TaggedSpan

NEARNESS = 2.0  # logits lost each time the gap grows by a factor of e
GAP = 8  # characters that make the first such step
OTHER_PASSAGE = 3.0  # logits lost for a cue in another passage
PAIR_FLOOR, JOIN_FLOOR, SOURCE_FLOOR = -8.0, -3.0, -3.0


@dataclass(frozen=True, slots=True)
class LinkedCue:
    """A cue with its source and its contents."""

    cue: TaggedSpan
    source: TaggedSpan | None
    content: tuple[TaggedSpan, ...]


def link(tagged: Sequence[TaggedSpan], starts: Sequence[int]) -> list[LinkedCue]:
    """The attributions of a document, in the order of their cues.

    ``starts``: where each text begins, counted over all of them.
    """
    contents = _contents(tagged, starts)
    found = []
    for number in sorted(contents, key=lambda n: _place(tagged[n], starts)):
        parts = sorted((tagged[i] for i in contents[number]), key=lambda t: _place(t, starts))
        found.append(LinkedCue(tagged[number], _source(tagged, number, starts), tuple(parts)))
    return found


def _place(span: TaggedSpan, starts: Sequence[int]) -> tuple[int, int]:
    return (starts[span.text] + span.start, starts[span.text] + span.end)


def _ranked(
    tagged: Sequence[TaggedSpan], number: int, starts: Sequence[int], nearness: float
) -> list[tuple[float, int]]:
    """What a span may belong to, likeliest first, with nearness counted in."""
    here = tagged[number]
    (a, b), out = _place(here, starts), []
    for other, score in here.links:
        c, d = _place(tagged[other], starts)
        far = nearness * math.log1p(max(0, a - d, c - b) / GAP)
        out.append((score - far - (OTHER_PASSAGE if here.text != tagged[other].text else 0), other))
    return sorted(out, key=lambda x: (-x[0], x[1]))


def _source(tagged: Sequence[TaggedSpan], cue: int, starts: Sequence[int]) -> TaggedSpan | None:
    best = next(iter(_ranked(tagged, cue, starts, NEARNESS / 2)), None)
    return tagged[best[1]] if best and best[0] > SOURCE_FLOOR else None


def _contents(tagged: Sequence[TaggedSpan], starts: Sequence[int]) -> dict[int, list[int]]:
    """The contents of each cue."""
    ranked = {
        i: _ranked(tagged, i, starts, NEARNESS) for i, t in enumerate(tagged) if t.role == "content"
    }
    of_cue: dict[int, list[int]] = {i: [] for i, t in enumerate(tagged) if t.role == "cue"}
    pairs = dict(_pairs(ranked))
    for content, choices in ranked.items():
        cue = pairs.get(content)
        if cue is None and choices and choices[0][0] > JOIN_FLOOR:
            cue = choices[0][1]
        if cue is None:
            cue = _before(tagged, content, of_cue, starts)
        if cue is not None:
            of_cue[cue].append(content)
    return of_cue


def _pairs(ranked: dict[int, list[tuple[float, int]]]) -> Iterator[tuple[int, int]]:
    """The pairs of content and cue, one to one, the best first."""
    taken: set[int] = set()
    candidates = sorted(
        ((-score, content, cue) for content, choices in ranked.items() for score, cue in choices),
        key=lambda x: x,
    )
    for worse, content, cue in candidates:
        if -worse >= PAIR_FLOOR and content not in taken and cue not in taken:
            taken |= {content, cue}
            yield content, cue


def _before(
    tagged: Sequence[TaggedSpan], content: int, cues: dict[int, list[int]], starts: Sequence[int]
) -> int | None:
    """The last cue before a content that has none: its speaker continues."""
    here = tagged[content]
    near = [
        c
        for c in cues
        if here.text - 2 <= tagged[c].text and _place(tagged[c], starts) <= _place(here, starts)
    ]
    return max(near, key=lambda c: _place(tagged[c], starts), default=None)
