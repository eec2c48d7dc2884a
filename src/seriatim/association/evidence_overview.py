"""The evidence for a chronology as a whole: documents, cited sources, and what is missing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from seriatim.association.evidence import LACKS, Evidence, evidence
from seriatim.lang import unnamed_sources
from seriatim.model import Chronology, Claim, Document, Event

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Cited:
    """A cited source, its numbers of claims and documents, and whether it is somebody by name."""

    name: str
    claims: int
    documents: int
    named: bool


@dataclass(frozen=True, slots=True)
class Absent:
    """An address that claims cite and that is no document of the case, with one of the claims."""

    url: str
    event: str
    claim: Claim
    claims: int


@dataclass(frozen=True)
class Grounds:
    """The evidence for events.

    ``found``: each event's, as :func:`evidence` orders them; ``undated``, ``absent``: documents.
    """

    found: tuple[Evidence, ...]
    documents: tuple[tuple[str, int], ...]  # id, claims; those with most first
    cited: tuple[Cited, ...]  # those with most claims first
    own_words: int  # claims that cite nobody
    ties: tuple[tuple[str, int], ...]  # why documents depend on others, with the number of events
    undated: tuple[str, ...]
    absent: tuple[Absent, ...]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the events."""
        return tuple(c for e in self.found for c in e.event.claims)

    def missing(self) -> dict[str, tuple[Evidence, ...]]:
        """The events by what is missing (keys of ``records.MISSING``)."""
        by = {what: tuple(e for e in self.found if what in e.missing) for what in LACKS}
        return {what: events for what, events in by.items() if events}

    def best(self, most: int) -> tuple[Evidence, ...]:
        """The events with least missing, then most independent documents, documents and claims."""
        asserted = [e for e in self.found if e.asserted]
        return tuple(sorted(asserted, key=_strength)[:most])

    def least(self, most: int, but: Iterable[Evidence] = ()) -> tuple[Evidence, ...]:
        """The events with most missing, without those in ``but``."""
        left_out = {e.event.id for e in but}
        weak = (e for e in self.found if e.missing and e.event.id not in left_out)
        return tuple(e for e, _ in zip(weak, range(most), strict=False))


def _strength(found: Evidence) -> tuple[int, int, int, int, str]:
    support = found.event.corroboration
    return (
        len(found.missing),
        -support.independent,
        -support.documents,
        -len(found.asserted),
        found.event.id,
    )


def grounds(chronology: Chronology, events: Sequence[Event]) -> Grounds:
    """The evidence for events of the chronology, without rejected ones."""
    claims_of = Counter(c.document for e in events for c in e.claims)
    documents = [r.document for r in chronology.readings if r.document.id in claims_of]
    return Grounds(
        found=evidence(chronology, events),
        documents=tuple(claims_of.most_common()),
        cited=tuple(_cited(events)),
        own_words=sum(not c.sources for e in events for c in e.claims),
        ties=tuple(Counter(why for e in events for why in e.corroboration.because).most_common()),
        undated=tuple(d.id for d in documents if d.published is None),
        absent=tuple(_absent([r.document for r in chronology.readings], events)),
    )


def _cited(events: Iterable[Event]) -> list[Cited]:
    """The sources at any place of a chain, each once per claim, regardless of case."""
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    claims: Counter[str] = Counter()
    documents: dict[str, set[str]] = defaultdict(set)
    for claim in (c for e in events for c in e.claims):
        for key, name in {s.name.casefold(): s.name for s in claim.sources}.items():
            spelt[key][name] += 1
            claims[key] += 1
            documents[key].add(claim.document)
    names = {
        key: max(forms, key=lambda name: (not name.isupper(), forms[name], name))
        for key, forms in spelt.items()
    }
    found = [
        Cited(names[key], n, len(documents[key]), not unnamed_sources.is_unnamed(names[key]))
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
    """The path of an address; text that is no address is returned unchanged."""
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return url


def _name(path: str) -> str:
    """The words of a file's name, without folder and suffix."""
    name = PurePosixPath(path.rstrip("/")).name
    return _words(re.sub(r"\.\w{2,5}$", "", name))


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
