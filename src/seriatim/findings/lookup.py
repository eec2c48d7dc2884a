"""What checks ask of a chronology: claims and events by name, the words of a span, and how to quote them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from seriatim.analysis.sequences import DatedList, Entry, sequences
from seriatim.findings.wording import Wording
from seriatim.model import Allowed, Chronology, Claim, Event, Finding, Proposal, Reading, Span
from seriatim.temporal import edtf

LONG = 90  # characters of a quote from which on its middle is left out


class Case:
    """A chronology with its claims, events and documents by id."""

    def __init__(self, chronology: Chronology, apart: Collection[tuple[str, str]] = ()) -> None:
        """The chronology is only read; ``apart`` are pairs of claims that a person said are not one event."""
        self.chronology = chronology
        self.readings = {r.document.id: r for r in chronology.readings}
        self.claims: dict[str, Claim] = {c.id: c for e in chronology.events for c in e.claims}
        self.event_of: dict[str, Event] = {c.id: e for e in chronology.events for c in e.claims}
        self.events = {e.id: e for e in chronology.events}
        self.actors = {a.id: a for a in chronology.actors}
        self._apart = frozenset(map(frozenset, apart))
        self._order = {r.document.id: i for i, r in enumerate(chronology.readings)}

    def place(self, finding: Finding) -> tuple[int, Span, str, str]:
        """Where a finding stands among others."""
        return (
            self._order.get(finding.document or "", -1),
            finding.span or (-1, -1),
            finding.code,
            finding.message,
        )

    def is_allowed(self, finding: Finding, allowed: Allowed) -> bool:
        """Whether all that a finding points to is what a person said is no fault; words that another reading cuts a little otherwise are the same."""
        own = [(finding.document, finding.span)] if finding.document and finding.span else []
        places = [
            *own,
            *((c.document, c.predicate) for i in finding.claims if (c := self.claims.get(i))),
        ]
        if finding.code != allowed.code or not places:
            return False
        return all(any(d == e and _alike(a, b) for e, b in allowed.places) for d, a in places)

    def are_corrected(self, claims: Sequence[Claim]) -> bool:
        """Whether a person put right the dates of all of them, so that the words' own date is no longer what the chronology says."""
        known = [self.claims[c.id] for c in claims if c.id in self.claims]
        return bool(known) and all(c.when.basis == "corrected" for c in known)

    def are_apart(self, one: Event, other: Event) -> bool:
        """Whether a person said of a claim of each that they are not one event."""
        return bool(self._apart) and any(
            frozenset((a.id, b.id)) in self._apart for a in one.claims for b in other.claims
        )

    def text(self, document: str, span: Span) -> str:
        """The words of a span."""
        return self.readings[document].document.text[span[0] : span[1]]

    def quote(self, document: str, span: Span) -> str:
        """The words of a span between quotation marks, on one line, shortened in the middle."""
        return f"“{_shortened(self.text(document, span))}”"

    def told(self, claim: Claim) -> str:
        """What a claim tells, with its date, on one line, shortened in the middle."""
        return f"{_shortened(claim.summary[:1].upper() + claim.summary[1:])} ({edtf.say(claim.when.edtf)})"

    @cached_property
    def wording(self) -> Wording:
        """The words of all claims, to tell which are about the same."""
        people = frozenset(a.id for a in self.chronology.actors if a.kind == "person")
        return Wording(
            self.event_of, {d: r.document.text for d, r in self.readings.items()}, people
        )

    @cached_property
    def twice(self) -> tuple[tuple[Claim, Claim], ...]:
        """Pairs of claims that tell one event, or seem to: without those of which a person said that they do not, or that one is not so."""
        return tuple(
            p
            for p in self.wording.twice
            if all(map(self.stands, p))
            and not self.are_apart(self.event_of[p[0].id], self.event_of[p[1].id])
        )

    def stands(self, claim: Claim) -> bool:
        """Whether nobody rejected it."""
        return self.event_of[claim.id].status != "rejected"

    @cached_property
    def actor_of(self) -> dict[str, str]:
        """The actor of each mention."""
        return {m.id: a.id for a in self.chronology.actors for m in a.mentions}

    @cached_property
    def named(self) -> dict[str, list[tuple[str, Span]]]:
        """Who is named where, by document."""
        found: dict[str, list[tuple[str, Span]]] = {}
        for actor in self.chronology.actors:
            for mention in actor.mentions:
                found.setdefault(mention.document, []).append((actor.id, mention.span))
        return found

    def date_span(self, claim: Claim) -> Span:
        """The words that date a claim; where it has none of its own, the word that names what happened."""
        return claim.when.span or claim.predicate

    def date_words(self, claim: Claim) -> str:
        """The words that date a claim, quoted."""
        return self.quote(claim.document, self.date_span(claim))

    @cached_property
    def lists(self) -> tuple[tuple[Reading, DatedList], ...]:
        """The lists of dated entries of all documents, with the dates that people put right."""
        return tuple(
            (r, found)
            for r in map(self._as_it_stands, self.chronology.readings)
            for found in sequences(r)
        )

    def _as_it_stands(self, reading: Reading) -> Reading:
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
        """The ordered list with the entry whose date the claim has, that entry held for wrong, and its place."""
        for _, dated in self.lists:
            if dated.runs_in_order:
                for place, entry in enumerate(dated.entries):
                    if entry.claim.document == claim.document and entry.span == claim.when.span:
                        return dated.without(place), place
        return None

    def sharing(self, entry: Entry) -> list[Claim]:
        """The claims that have their date from the same words as an entry of a list."""
        reading = self.readings[entry.claim.document]
        return [c for c in reading.claims if c.when.span == entry.span and c.id in self.event_of]

    def events_of(self, claims: Sequence[Claim]) -> tuple[str, ...]:
        """The events that claims are about, each once."""
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


def first_and_rest(proposals: Sequence[Proposal]) -> tuple[Proposal | None, tuple[Proposal, ...]]:
    """The best proposal and the others, none twice."""
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
    """The words that fit, none of them cut; of one that is longer, its beginning."""
    return (words[: length + 1].rpartition(" ")[0] or words[:length]).rstrip()
