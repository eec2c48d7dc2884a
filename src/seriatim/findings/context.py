"""A chronology with the indexes that the checks share, and quotes of its words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from seriatim.analysis.sequences import DatedList, Entry, sequences
from seriatim.findings.similarity import ClaimSimilarity
from seriatim.model import Allowed, Chronology, Claim, Event, Finding, Proposal, Reading, Span
from seriatim.temporal import edtf

LONG = 90  # characters of a quote above which its middle is left out
_LOWER_CASE = re.compile(r"\b[a-z]+\b")


class CheckContext:
    """A chronology with its claims, events and documents by id."""

    def __init__(self, chronology: Chronology, apart: Collection[tuple[str, str]] = ()) -> None:
        """Index a chronology; ``apart`` are pairs of claims of different events (cannot-link)."""
        self.chronology = chronology
        self.readings = {r.document.id: r for r in chronology.readings}
        self.claims: dict[str, Claim] = {c.id: c for e in chronology.events for c in e.claims}
        self.event_of: dict[str, Event] = {c.id: e for e in chronology.events for c in e.claims}
        self.events = {e.id: e for e in chronology.events}
        self.actors = {a.id: a for a in chronology.actors}
        self._apart = frozenset(map(frozenset, apart))
        self._order = {r.document.id: i for i, r in enumerate(chronology.readings)}

    def sort_key(self, finding: Finding) -> tuple[int, Span, str, str]:
        """The order of findings: document, span, code, message."""
        return (
            self._order.get(finding.document or "", -1),
            finding.span or (-1, -1),
            finding.code,
            finding.message,
        )

    def is_allowed(self, finding: Finding, allowed: Allowed) -> bool:
        """Whether a person dismissed the finding: spans that mostly overlap count as the same."""
        own = [(finding.document, finding.span)] if finding.document and finding.span else []
        places = [
            *own,
            *((c.document, c.predicate) for i in finding.claims if (c := self.claims.get(i))),
        ]
        if finding.code != allowed.code or not places:
            return False
        return all(any(d == e and _alike(a, b) for e, b in allowed.places) for d, a in places)

    def are_corrected(self, claims: Sequence[Claim]) -> bool:
        """Whether a person corrected the dates of all claims."""
        known = [self.claims[c.id] for c in claims if c.id in self.claims]
        return bool(known) and all(c.when.basis == "corrected" for c in known)

    def cannot_link(self, one: Event, other: Event) -> bool:
        """Whether a person decided that the two are different events."""
        return bool(self._apart) and any(
            frozenset((a.id, b.id)) in self._apart for a in one.claims for b in other.claims
        )

    def text(self, document: str, span: Span) -> str:
        """The words of a span."""
        return self.readings[document].document.text[span[0] : span[1]]

    def quote(self, document: str, span: Span) -> str:
        """The words of a span in quotation marks, on one line, shortened in the middle."""
        return f"“{_shortened(self.text(document, span))}”"

    def summary_with_date(self, claim: Claim) -> str:
        """A claim's summary with its date, on one line, shortened in the middle."""
        summary = claim.summary[:1].upper() + claim.summary[1:]
        return f"{_shortened(summary)} ({edtf.say(claim.when.edtf)})"

    @cached_property
    def common_words(self) -> frozenset[str]:
        """The words that some document writes without a capital."""
        texts = (r.document.text for r in self.readings.values())
        return frozenset(word for text in texts for word in _LOWER_CASE.findall(text))

    @cached_property
    def similarity(self) -> ClaimSimilarity:
        """The words of all claims, compared."""
        people = frozenset(a.id for a in self.chronology.actors if a.kind == "person")
        return ClaimSimilarity(
            self.event_of, {d: r.document.text for d, r in self.readings.items()}, people
        )

    @cached_property
    def same_event_pairs(self) -> tuple[tuple[Claim, Claim], ...]:
        """Pairs of claims about one event, or probably so, unless a person decided otherwise."""
        return tuple(
            p
            for p in self.similarity.same_event_pairs
            if all(map(self.is_active, p))
            and not self.cannot_link(self.event_of[p[0].id], self.event_of[p[1].id])
        )

    def is_active(self, claim: Claim) -> bool:
        """Whether the claim's event is not rejected."""
        return self.event_of[claim.id].status != "rejected"

    @cached_property
    def actor_of(self) -> dict[str, str]:
        """The actor of each mention."""
        return {m.id: a.id for a in self.chronology.actors for m in a.mentions}

    @cached_property
    def mentions(self) -> dict[str, list[tuple[str, Span]]]:
        """The actor and span of each mention, by document."""
        found: dict[str, list[tuple[str, Span]]] = {}
        for actor in self.chronology.actors:
            for mention in actor.mentions:
                found.setdefault(mention.document, []).append((actor.id, mention.span))
        return found

    def date_span(self, claim: Claim) -> Span:
        """The span that dates a claim; where there is none, its predicate."""
        return claim.when.span or claim.predicate

    def date_words(self, claim: Claim) -> str:
        """The words that date a claim, quoted."""
        return self.quote(claim.document, self.date_span(claim))

    @cached_property
    def lists(self) -> tuple[tuple[Reading, DatedList], ...]:
        """The lists of dated entries of all documents, with corrected dates."""
        return tuple(
            (r, found)
            for r in map(self._corrected, self.chronology.readings)
            for found in sequences(r)
        )

    def _corrected(self, reading: Reading) -> Reading:
        corrected = {
            c.id: self.claims[c.id]
            for c in reading.claims
            if c.id in self.claims and self.claims[c.id].when.basis == "corrected"
        }
        return (
            replace(reading, claims=tuple(corrected.get(c.id, c) for c in reading.claims))
            if corrected
            else reading
        )

    def entry(self, claim: Claim) -> tuple[DatedList, int] | None:
        """The ordered list without the entry that dates the claim, and the place of that entry."""
        for _, dated in self.lists:
            if dated.runs_in_order:
                for place, entry in enumerate(dated.entries):
                    if entry.claim.document == claim.document and entry.span == claim.when.span:
                        return dated.without(place), place
        return None

    def sharing(self, entry: Entry) -> list[Claim]:
        """The claims dated by the same words as an entry of a list."""
        reading = self.readings[entry.claim.document]
        return [c for c in reading.claims if c.when.span == entry.span and c.id in self.event_of]

    def dated_by(self, reading: Reading, span: Span) -> list[Claim]:
        """The claims of a document that are dated by a span."""
        return self._by_date.get((reading.document.id, span), [])

    @cached_property
    def _by_date(self) -> dict[tuple[str, Span], list[Claim]]:
        """The claims as read, by document and the span of their date."""
        found: dict[tuple[str, Span], list[Claim]] = {}
        for claim in (c for r in self.chronology.readings for c in r.claims):
            if claim.when.span and claim.id in self.claims:
                found.setdefault((claim.document, claim.when.span), []).append(claim)
        return found

    def involving(self, reading: Reading, mentions: Collection[str]) -> list[Claim]:
        """The claims of a document in which one of the mentions takes part."""
        own = (self.claims[c.id] for c in reading.claims if c.id in self.claims)
        return [c for c in own if any(p.mention in mentions for p in c.participants)]

    def events_of(self, claims: Sequence[Claim]) -> tuple[str, ...]:
        """The events of claims, each once."""
        return tuple(dict.fromkeys(self.event_of[c.id].id for c in claims if c.id in self.event_of))

    def passages(self) -> Iterator[tuple[Reading, Span]]:
        """Every passage with its document, in order."""
        for reading in self.chronology.readings:
            for passage in reading.passages:
                yield reading, passage.span


def _alike(one: Span, other: Span) -> bool:
    """Whether two spans share most of their words."""
    return (
        one == other
        or (min(one[1], other[1]) - max(one[0], other[0])) * 4
        > one[1] - one[0] + other[1] - other[0]
    )


def best_and_others(proposals: Sequence[Proposal]) -> tuple[Proposal | None, tuple[Proposal, ...]]:
    """The best proposal and the others, without repeats."""
    distinct = tuple(dict.fromkeys(proposals))
    return (distinct[0] if distinct else None, distinct[1:])


def _shortened(words: str) -> str:
    folded = re.sub(r"\s+", " ", words).strip()
    return (
        folded
        if len(folded) <= LONG
        else f"{_cut(folded, LONG // 2)} … {_cut(folded[::-1], LONG // 3)[::-1]}"
    )


def _cut(words: str, length: int) -> str:
    """The whole words that fit; of a single longer word, its beginning."""
    return (words[: length + 1].rpartition(" ")[0] or words[:length]).rstrip()
