"""Searches in a case: passages with the entries that they tell, those that answer best first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from seriatim.case import listing_index
from seriatim.case.listing_index import Place
from seriatim.query import search_words
from seriatim.query.search_words import Search
from seriatim.store import fulltext
from seriatim.store.derived import Store
from seriatim.temporal import edtf

_MORE = (
    4  # passages read for each one shown, from which those that tell a matching event come first
)
_TELLS = (
    1.0  # how much an event whose sentence has all parts of the search adds, as a share of BM25
)
_DATED = 0.1


@dataclass(frozen=True, slots=True)
class Result:
    """A passage found, with the place of the event in it that has most of what was searched."""

    document: str
    start: int
    end: int
    words: str  # an excerpt, what was found in brackets
    quote: str
    score: float
    event: str | None = None
    edtf: str | None = None
    headline: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The results of a search, and how it was read.

    ``every`` is whether the results have all parts of it: where no passage has, those with any are
    given.  ``instead`` are the words that were searched in place of misspelled ones.
    """

    results: tuple[Result, ...]
    every: bool = True
    instead: tuple[str, ...] = ()


def search(store: Store, words: str, limit: int) -> Found:
    """What a search finds in the last build of a case; nothing where there was none."""
    if store.get("title") is None:
        return Found(())
    asked = search_words.parse(words)
    asked = search_words.with_other_names(asked, listing_index.actor_names(store))
    mended, hits = store.search(asked, limit * _MORE)
    every = bool(hits) or len([p for p in asked.parts if p.wanted]) < 2
    if not every:
        mended, hits = store.search(asked, limit * _MORE, every=False)
    told: dict[str, list[Place]] = {}
    for place in listing_index.places(store, {hit.document for hit in hits}) if hits else ():
        told.setdefault(place.document, []).append(place)
    main_of = listing_index.main_events(store)
    found = [_result(hit, mended, told.get(hit.document, ()), main_of) for hit in hits]
    found.sort(key=lambda one: -one.score)
    return Found(tuple(found[:limit]), every, _instead(asked, mended))


def _result(
    hit: fulltext.Hit, asked: Search, places: Sequence[Place], main_of: Mapping[str, str]
) -> Result:
    """The passage with its best event: the one whose sentence has most parts of the search."""
    result = Result(hit.document, hit.start, hit.end, hit.words, hit.text, hit.score)
    inside = [p for p in places if hit.start <= p.start and p.end <= hit.end]
    if not inside:
        return result
    parts = [fulltext.marked(part.alternatives) for part in asked.parts if part.wanted]

    def rating(place: Place) -> tuple[float, bool, float]:
        sentence = hit.text[place.start - hit.start : place.end - hit.start]
        return (
            _share(parts, sentence),
            place.event not in main_of,
            _share(parts, place.headline) + (_DATED if place.edtf != edtf.UNKNOWN else 0),
        )

    best = max(inside, key=rating)
    covered, _, named = rating(best)
    if not covered:
        return result
    return replace(
        result,
        start=best.start,
        end=best.end,
        quote=hit.text[best.start - hit.start : best.end - hit.start],
        score=round(hit.score * (1 + _TELLS * covered + _DATED * named), 4),
        event=main_of.get(best.event, best.event),
        edtf=best.edtf,
        headline=best.headline,
    )


def _share(parts: Sequence[re.Pattern[str]], text: str) -> float:
    found = sum(part.search(text) is not None for part in parts)
    return found / max(1, len(parts))


def _instead(asked: Search, mended: Search) -> tuple[str, ...]:
    before = set(asked.terms)
    return tuple(_unique(t.removesuffix("*") for t in mended.terms if t not in before))


def _unique(terms: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(terms))
