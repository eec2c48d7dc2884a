"""What the texts of a chronology show about the weight of its events, collected once.

The signals are those of timeline summarization: how often a happening and its day are told, in how
many sections, whether a title, heading, summary or conclusion tells it, how central its words and
the people in it are, and how rare its type is.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from seriatim.lang import function_words, sections, word_families
from seriatim.model import Actor, Chronology, Claim, Event, Passage, Reading
from seriatim.temporal import edtf

Place = Literal["summary", "conclusion", "title"]
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBERING = re.compile(sections.NUMBERING, re.IGNORECASE)
_IN_A_HEADING = 0.6  # of an event's words, where a title or heading tells it


@dataclass(frozen=True, slots=True)
class Salience:
    """The weight of words, days, actors and types in a chronology, and where its claims lie."""

    words: Mapping[str, float]  # stem: between 0 and 1
    days: Mapping[str, float]  # day or month: between 0 and 1
    actors: Mapping[str, float]  # id: the share of events, between 0 and 1
    kinds: Mapping[str, float]  # type: its rarity, between 0 and 1
    sections: Mapping[str, tuple[str, int | None]]  # claim: document and heading
    places: Mapping[str, Place]  # claim: where in the document it stands out
    linked: Mapping[str, int]  # event: how many stated relations and conflicts it is part of

    def centrality(self, event: Event) -> float:
        """The mean weight of the words of an event's headline, between 0 and 1."""
        found = [self.words.get(w, 0.0) for w in stems(event.summary)]
        return sum(found) / (len(found) + 2)

    def day(self, event: Event) -> float:
        """How often the day or month of an event is told, between 0 and 1."""
        return max((self.days.get(key, 0.0) for key in day_keys(event)[:1]), default=0.0)


def stems(text: str) -> frozenset[str]:
    """The stems of the content words of a text."""
    return frozenset(
        _stem(w) for w in _WORD.findall(text.lower()) if w not in function_words.COMMON
    )


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    return re.sub(word_families.INFLECTION, "", word) if len(word) > 4 else word


def day_keys(event: Event) -> tuple[str, ...]:
    """The day and the month of an event whose date is at least that precise."""
    value = event.when.edtf
    if "/" in value or value == edtf.UNKNOWN:
        return ()
    return tuple(value[:n] for n in (10, 7) if len(value) >= n and value[n - 3] == "-")


def of(chronology: Chronology) -> Salience:
    """What a chronology's texts show; documents without passages give no places."""
    events = [event for event in chronology.events if event.status != "rejected"]
    where, places = _claims(chronology.readings, events)
    return Salience(
        words=_scaled(Counter(w for e in events for w in stems(e.summary))),
        days=_scaled(Counter(key for e in events for _ in e.claims for key in day_keys(e))),
        actors=_shares(events, chronology.actors),
        kinds=_rarity(events),
        sections=where,
        places=places,
        linked=_linked(chronology),
    )


def _scaled(counts: Counter[str]) -> dict[str, float]:
    """Counts on a logarithmic scale from 0 (once) to 1 (the most frequent)."""
    most = math.log(max(counts.values(), default=1)) or 1.0
    return {key: math.log(n) / most for key, n in counts.items()}


def _shares(events: Sequence[Event], actors: Sequence[Actor]) -> dict[str, float]:
    named = {a.id for a in actors if a.kind in ("person", "organization", "alias")}
    counts = Counter(
        actor
        for e in events
        for actor in dict.fromkeys(a.actor for a in e.actors if a.role != "place")
        if actor in named
    )
    return _scaled(Counter({actor: n + 1 for actor, n in counts.items()}))


def _rarity(events: Sequence[Event]) -> dict[str, float]:
    counts = Counter(e.kind for e in events)
    all_of_them = math.log(len(events) + 1) or 1.0
    return {kind: 1 - math.log(n + 1) / all_of_them for kind, n in counts.items()}


def _linked(chronology: Chronology) -> dict[str, int]:
    found: Counter[str] = Counter()
    for link in chronology.links:
        if link.basis == "stated":
            found.update((link.first, link.second))
    for finding in chronology.findings:
        if finding.severity != "note":
            found.update(finding.events)
    return dict(found)


# Where a claim stands in its document


def _claims(
    readings: Iterable[Reading], events: Sequence[Event]
) -> tuple[dict[str, tuple[str, int | None]], dict[str, Place]]:
    """Of each claim whose document's passages are there: its section, and where it stands out."""
    outlines = {r.document.id: _Outline(r) for r in readings if r.passages}
    where: dict[str, tuple[str, int | None]] = {}
    places: dict[str, Place] = {}
    for event in events:
        words = stems(event.summary)
        for claim in (c for c in event.claims if c.document in outlines):
            heading, place = outlines[claim.document].place(claim, words)
            where[claim.id] = (claim.document, heading)
            if place is not None:
                places[claim.id] = place
    return where, places


def _tells(titles: Sequence[frozenset[str]], words: frozenset[str]) -> bool:
    return any(len(title & words) >= max(3, _IN_A_HEADING * len(title)) for title in titles)


class _Outline:
    """The headings of a document, by which a claim is placed."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._title = reading.document.title
        self._passages = reading.passages
        self._starts = [p.span[0] for p in reading.passages]
        self._kinds: dict[int, Place | None] = {}
        headings = (self._words(p) for p in self._passages if p.kind in ("title", "heading"))
        self._titles = [found for found in map(stems, (self._title, *headings)) if len(found) > 2]

    def place(self, claim: Claim, words: frozenset[str]) -> tuple[int | None, Place | None]:
        """The heading above a claim with these words, and where in the document it stands out."""
        at = max(0, bisect_right(self._starts, claim.span[0]) - 1)
        heading = self._passages[at].heading
        place = None if heading is None else self._kind(heading)
        return heading, place or ("title" if _tells(self._titles, words) else None)

    def _words(self, passage: Passage) -> str:
        return " ".join(self._text[slice(*passage.span)].split())

    def _kind(self, heading: int) -> Place | None:
        if heading not in self._kinds:
            self._kinds[heading] = self._found(heading)
        return self._kinds[heading]

    def _found(self, heading: int) -> Place | None:
        passage = self._passages[heading]
        name = _NUMBERING.sub("", self._words(passage).casefold()).strip(" .:")
        if name in sections.SUMMARY:
            return "summary"
        if name in sections.CONCLUSION:
            return "conclusion"
        above = passage.heading
        return self._kind(above) if above is not None and above < heading else None


def sections_of(salience: Salience, claims: Iterable[Claim]) -> set[tuple[str, int | None]]:
    """The sections of documents in which claims stand."""
    return {salience.sections[c.id] for c in claims if c.id in salience.sections}
