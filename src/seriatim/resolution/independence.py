"""Claims of an event → how many of their documents are independent, and why the others are not.

Two documents are dependent if they share their wording (a copy, a reprint, a rewrite), credit the
same agency, cite one another or rely on the same source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations

from seriatim.lang import agencies as agencies_words
from seriatim.messages import resolution as messages
from seriatim.model import Claim, Corroboration, Document, Reading
from seriatim.resolution.disjoint_sets import DisjointSets

RUN = 4  # consecutive words (n-gram)
COPIED = 0.5  # of the n-grams of the shorter sentence
ENOUGH_RUNS = 6  # a sentence with fewer is too short to be called a copy
OPENING, CLOSING = 600, 400  # characters of a document in which a credit stands
_CREDITS = [
    (
        agency,
        re.compile(
            "|".join(agencies_words.CREDITS).replace("{name}", re.escape(name)), re.MULTILINE
        ),
    )
    for name, agency in agencies_words.SIGNATURES.items()
]
_ALONE = Corroboration(1, 1)
_TITLE = re.compile(r"[^\W_]+")


class Independence:
    """The dependencies between the documents of a case, computed on demand."""

    def __init__(self, readings: Sequence[Reading], by_mention: Mapping[str, str]) -> None:
        """``by_mention``: mention id → actor id."""
        self._readings = {r.document.id: r for r in readings}
        self._actor = by_mention
        self._runs: dict[tuple[str, int], frozenset[tuple[str, ...]]] = {}

    def of(self, claims: Sequence[Claim]) -> Corroboration:
        """The corroboration of an event, from its asserting claims if it has any."""
        if len(claims) == 1:
            return _ALONE
        asserting = [c for c in claims if c.polarity == "+"] or list(claims)
        documents = list(dict.fromkeys(c.document for c in asserting))
        if len(documents) == 1:
            return _ALONE
        sets = DisjointSets(documents)
        because = []
        for one, other, why in self._dependencies(asserting, sets, documents):
            if sets.find(one) != sets.find(other):
                sets.join(one, other)
                because.append(why)
        return Corroboration(len({sets.find(d) for d in documents}), len(documents), tuple(because))

    def _dependencies(
        self, claims: Sequence[Claim], sets: DisjointSets, documents: Sequence[str]
    ) -> Iterator[tuple[str, str, str]]:
        """Pairs of dependent documents with the reason; joined ``sets`` are not compared."""
        by_document: dict[str, list[Claim]] = {d: [] for d in documents}
        for claim in claims:
            by_document[claim.document].append(claim)
        agencies = {d: self.agencies.get(d) for d in documents}
        yield from self._alike(documents, agencies, messages.same_agency)
        sources = {d: self._source(by_document[d]) for d in documents}
        yield from self._alike(documents, sources, messages.same_source)
        for one, other in combinations(documents, 2):
            if sets.find(one) == sets.find(other):
                continue
            if self._copies(by_document[one], by_document[other]):
                yield one, other, messages.copies(self._name(other), self._name(one))
            for a, b in ((one, other), (other, one)):
                if self._reports(by_document[a], self._readings[b].document):
                    yield a, b, messages.cites(self._name(a), self._name(b))

    def _alike(
        self,
        documents: Sequence[str],
        origins: Mapping[str, tuple[str, str] | None],
        reason: Callable[[str, str, str], str],
    ) -> Iterator[tuple[str, str, str]]:
        """Pairs of documents with the same origin, which is given as its key and its name."""
        first: dict[str, str] = {}
        for document in documents:
            origin = origins[document]
            if origin and (other := first.setdefault(origin[0], document)) != document:
                why = reason(self._name(other), self._name(document), origin[1])
                yield other, document, why

    @cached_property
    def agencies(self) -> dict[str, tuple[str, str]]:
        """The agency that each document credits, as a key and a name."""
        return {
            d: (found, found)
            for d, r in self._readings.items()
            if (found := agency(r.document.text))
        }

    def _source(self, claims: Sequence[Claim]) -> tuple[str, str] | None:
        """The last source in the chain, if all claims of a document have the same one."""
        if not all(c.sources for c in claims):
            return None
        lasts = [c.sources[-1] for c in claims]
        actors = {self._actor.get(s.mention or "", s.name.casefold()) for s in lasts}
        return (actors.pop(), lasts[0].name) if len(actors) == 1 else None

    def _copies(self, one: Sequence[Claim], other: Sequence[Claim]) -> bool:
        return any(_copied(self._passage(a), self._passage(b)) for a in one for b in other)

    def _passage(self, claim: Claim) -> frozenset[tuple[str, ...]]:
        """The word n-grams of a claim's sentence."""
        key = (claim.document, claim.span[0])
        if key not in self._runs:
            words = [w.casefold() for w in _TITLE.findall(claim.quote)]
            self._runs[key] = frozenset(
                tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)
            )
        return self._runs[key]

    def _reports(self, claims: Sequence[Claim], document: Document) -> bool:
        """Whether the claims cite the other document, by a link or as a source."""
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
    """The news agency that a text credits near its start or end."""
    ends = (text,) if len(text) <= OPENING + CLOSING else (text[:OPENING], text[-CLOSING:])
    signed = [end for end in ends if any(name in end for name in agencies_words.SIGNATURES)]
    return next(
        (name for name, pattern in _CREDITS if any(pattern.search(end) for end in signed)), None
    )
