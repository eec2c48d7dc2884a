"""What a chronology as a whole rests on: its documents, whom they cite, how surely they tell it; and what is missing in it.  No verdict."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from seriatim.association.evidence import LACKS, Evidence, evidence
from seriatim.lang.en.unnamed_sources import is_unnamed
from seriatim.model import Chronology, Claim, Document, Event

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Cited:
    """Somebody whom documents name as their source: in how many claims, of how many documents; ``named``: whether it is anybody in particular."""

    name: str
    claims: int
    documents: int
    named: bool


@dataclass(frozen=True, slots=True)
class Absent:
    """An address that claims cite and that no document of the case is called after; one of the claims, with its event, and how many there are."""

    url: str
    event: str
    claim: Claim
    claims: int


@dataclass(frozen=True)
class Grounds:
    """What events rest on.  ``found``: each with what is missing, as :func:`evidence` orders them; ``undated``, ``absent``: of the documents."""

    found: tuple[Evidence, ...]
    documents: tuple[tuple[str, int], ...]  # id, claims; those with most first
    cited: tuple[Cited, ...]  # those with most claims first
    own_words: int  # claims that cite nobody
    ties: tuple[
        tuple[str, int], ...
    ]  # why documents are not independent of others, with how many events that holds for
    undated: tuple[str, ...]
    absent: tuple[Absent, ...]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the events."""
        return tuple(c for e in self.found for c in e.event.claims)

    def missing(self) -> dict[str, tuple[Evidence, ...]]:
        """The events by what is missing, keys of ``records.MISSING``; only what is missing somewhere."""
        by = {what: tuple(e for e in self.found if what in e.missing) for what in LACKS}
        return {what: events for what, events in by.items() if events}

    def best(self, most: int) -> tuple[Evidence, ...]:
        """The events with fewest missing; among them those with most independent documents, then documents, then claims."""
        told = [e for e in self.found if e.told]
        return tuple(sorted(told, key=_strength)[:most])

    def least(self, most: int, but: Iterable[Evidence] = ()) -> tuple[Evidence, ...]:
        """The events with most missing, without some."""
        left_out = {e.event.id for e in but}
        weak = (e for e in self.found if e.missing and e.event.id not in left_out)
        return tuple(e for e, _ in zip(weak, range(most), strict=False))


def _strength(found: Evidence) -> tuple[int, int, int, int, str]:
    support = found.event.corroboration
    return (
        len(found.missing),
        -support.independent,
        -support.documents,
        -len(found.told),
        found.event.id,
    )


def grounds(chronology: Chronology, events: Sequence[Event]) -> Grounds:
    """What the events rest on, which belong to the chronology.  What is rejected should not be among them."""
    told_by = Counter(c.document for e in events for c in e.claims)
    documents = [r.document for r in chronology.readings if r.document.id in told_by]
    return Grounds(
        found=evidence(chronology, events),
        documents=tuple(told_by.most_common()),
        cited=tuple(_cited(events)),
        own_words=sum(not c.sources for e in events for c in e.claims),
        ties=tuple(Counter(why for e in events for why in e.corroboration.because).most_common()),
        undated=tuple(d.id for d in documents if d.published is None),
        absent=tuple(_absent([r.document for r in chronology.readings], events)),
    )


def _cited(events: Iterable[Event]) -> list[Cited]:
    """Whoever is named as a source, at whichever place of a chain; one who is named twice for a claim counts once, large or small letters are one."""
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    claims: Counter[str] = Counter()
    documents: dict[str, set[str]] = defaultdict(set)
    for claim in (c for e in events for c in e.claims):
        for key, name in {s.name.casefold(): s.name for s in claim.sources}.items():
            spelt[key][name] += 1
            claims[key] += 1
            documents[key].add(claim.document)
    called = {
        key: max(names, key=lambda name: (not name.isupper(), names[name], name))
        for key, names in spelt.items()
    }
    found = [
        Cited(called[key], n, len(documents[key]), not is_unnamed(called[key]))
        for key, n in claims.items()
    ]
    return sorted(found, key=lambda c: (-c.claims, -c.documents, c.name))


def _absent(documents: Iterable[Document], events: Iterable[Event]) -> Iterator[Absent]:
    there = {name for d in documents for name in (_name(d.path), _words(d.title)) if name}
    citing: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
    for event in events:
        for claim in event.claims:
            for url in dict.fromkeys(claim.citations):
                citing[url].append((event.id, claim))
    yield from _missing(citing, there)


def _missing(
    citing: Mapping[str, Sequence[tuple[str, Claim]]], there: set[str]
) -> Iterator[Absent]:
    """Those most cited first."""
    for url, claims in sorted(citing.items(), key=lambda one: (-len(one[1]), one[0])):
        if _name(_path(url)) not in there:
            yield Absent(url, *claims[0], len(claims))


def _path(url: str) -> str:
    """The part of an address that may be a file's name; what is no address is its own."""
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return url


def _name(path: str) -> str:
    """A file's name in words, without folder and ending."""
    name = PurePosixPath(path.rstrip("/")).name
    return _words(re.sub(r"\.\w{2,5}$", "", name))


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
