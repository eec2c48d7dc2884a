"""Documents → how many of them are independent of one another for an event, and why others are not.

Three things bind two documents: they tell it in the same words (a copy, a reprint, a rewrite), they
credit the same agency, or the one has it from the other or both from the same source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations

from seriatim.lang.en.agencies import CREDITS, SIGNATURES
from seriatim.model import Claim, Corroboration, Document, Reading
from seriatim.resolution.disjoint_sets import DisjointSets

RUN = 4  # words that follow one another
COPIED = 0.5  # of the runs of the shorter passage
ENOUGH_RUNS = 6  # a passage with fewer says too little to be called a copy
OPENING, CLOSING = 600, 400  # characters of a document in which a credit stands
_CREDITS = [
    (agency, re.compile("|".join(CREDITS).replace("{name}", re.escape(name)), re.MULTILINE))
    for name, agency in SIGNATURES.items()
]
_ALONE = Corroboration(1, 1)
_TITLE = re.compile(r"[^\W_]+")


class Independence:
    """What binds the documents of a case, found out as it is asked for."""

    def __init__(self, readings: Sequence[Reading], by_mention: Mapping[str, str]) -> None:
        """``by_mention``: mention id → actor id."""
        self._readings = {r.document.id: r for r in readings}
        self._actor = by_mention
        self._runs: dict[tuple[str, int], frozenset[tuple[str, ...]]] = {}

    def of(self, claims: Sequence[Claim]) -> Corroboration:
        """The support that an event's claims give it: only those that say it did happen, where any does."""
        if len(claims) == 1:
            return _ALONE
        telling = [c for c in claims if c.polarity == "+"] or list(claims)
        documents = list(dict.fromkeys(c.document for c in telling))
        if len(documents) == 1:
            return _ALONE
        sets = DisjointSets(documents)
        because = []
        for one, other, why in self._bonds(telling, sets, documents):
            if sets.find(one) != sets.find(other):
                sets.join(one, other)
                because.append(why)
        return Corroboration(len({sets.find(d) for d in documents}), len(documents), tuple(because))

    def _bonds(
        self, claims: Sequence[Claim], sets: DisjointSets, documents: Sequence[str]
    ) -> Iterator[tuple[str, str, str]]:
        """Two documents and what binds them; those that are bound already (``sets``) are not held against each other."""
        by_document: dict[str, list[Claim]] = {d: [] for d in documents}
        for claim in claims:
            by_document[claim.document].append(claim)
        yield from self._alike(
            documents, {d: self.agencies.get(d) for d in documents}, "are both from {}"
        )
        yield from self._alike(
            documents, {d: self._witness(by_document[d]) for d in documents}, "both have it from {}"
        )
        for one, other in combinations(documents, 2):
            if sets.find(one) == sets.find(other):
                continue
            if self._copies(by_document[one], by_document[other]):
                yield one, other, f"{self._name(other)} has the words of {self._name(one)}"
            for a, b in ((one, other), (other, one)):
                if self._reports(by_document[a], self._readings[b].document):
                    yield a, b, f"{self._name(a)} has it from {self._name(b)}"

    def _alike(
        self, documents: Sequence[str], marks: Mapping[str, tuple[str, str] | None], words: str
    ) -> Iterator[tuple[str, str, str]]:
        """Bonds of documents with one mark; a mark is what it is told apart by and how it is called."""
        first: dict[str, str] = {}
        for document in documents:
            mark = marks[document]
            if mark and first.setdefault(mark[0], document) != document:
                yield (
                    first[mark[0]],
                    document,
                    f"{self._name(first[mark[0]])} and {self._name(document)} {words.format(mark[1])}",
                )

    @cached_property
    def agencies(self) -> dict[str, tuple[str, str]]:
        """The agency that a document credits."""
        return {
            d: (found, found)
            for d, r in self._readings.items()
            if (found := agency(r.document.text))
        }

    def _witness(self, claims: Sequence[Claim]) -> tuple[str, str] | None:
        """From whom a document has it, where it does not say it itself: the last in the chain, whoever was there."""
        if not all(c.sources for c in claims):
            return None
        lasts = [c.sources[-1] for c in claims]
        actors = {self._actor.get(s.mention or "", s.name.casefold()) for s in lasts}
        return (actors.pop(), lasts[0].name) if len(actors) == 1 else None

    def _copies(self, one: Sequence[Claim], other: Sequence[Claim]) -> bool:
        return any(_copied(self._passage(a), self._passage(b)) for a in one for b in other)

    def _passage(self, claim: Claim) -> frozenset[tuple[str, ...]]:
        """The runs of words of a claim's sentence."""
        key = (claim.document, claim.span[0])
        if key not in self._runs:
            words = [w.casefold() for w in _TITLE.findall(claim.quote)]
            self._runs[key] = frozenset(
                tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)
            )
        return self._runs[key]

    def _reports(self, claims: Sequence[Claim], document: Document) -> bool:
        """Whether the claims are told as what the other document says: they link to it, or name it as the source."""
        if not all(c.sources or c.citations for c in claims):
            return False
        name = _name_of(document)
        links = {_name(url.rsplit("/", 1)[-1]) for c in claims for url in c.citations} - {""}
        heads = {_name(s.name) for c in claims for s in c.sources} - {""}
        return name in links or any(
            len(h.split()) > 1
            and h in _name(document.title + " " + document.text[:OPENING].split("\n\n")[0])
            for h in heads
        )

    def _name(self, document: str) -> str:
        return self._readings[document].document.path or document


def _copied(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= ENOUGH_RUNS and len(one & other) >= COPIED * shorter


def _name_of(document: Document) -> str:
    return _name(re.sub(r"\.\w{2,5}$", "", document.path.rsplit("/", 1)[-1]))


def _name(text: str) -> str:
    return " ".join(
        w.casefold() for w in _TITLE.findall(text) if w.casefold() not in ("the", "a", "an")
    )


def agency(text: str) -> str | None:
    """The agency that a text credits where it opens or closes."""
    ends = (text,) if len(text) <= OPENING + CLOSING else (text[:OPENING], text[-CLOSING:])
    signed = [end for end in ends if any(name in end for name in SIGNATURES)]
    return next(
        (name for name, pattern in _CREDITS if any(pattern.search(end) for end in signed)), None
    )
