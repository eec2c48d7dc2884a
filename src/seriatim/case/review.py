"""What a person should look at in a chronology, most important first, each with the decisions that would settle it.

Contradictions and doubts that the checks found, claims that may tell one event, names that may be
one actor's, names that are written oddly, and events without a date.  What a judgement settled is
no longer there.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, get_args

from seriatim.decisions.make import DecisionRequest
from seriatim.model import (
    Actor,
    Chronology,
    Claim,
    Document,
    Doubt,
    Event,
    Finding,
    Mention,
    Proposal,
    Severity,
    Span,
)
from seriatim.temporal import edtf

Kind = Literal["finding", "merge events", "merge actors", "name", "undated"]
KINDS: tuple[Kind, ...] = get_args(Kind)
NAMES = frozenset({"misspelled-name", "run-together-names"})
FINER = frozenset(
    {"twice-told-dates", "twice-told-numbers", "twice-told-places"}
)  # as notes both tellings can be right: nothing to decide
DATES = frozenset(
    {"run-together-date", "unanchored-date", "undated-document", "date-after-document"}
)
TWICE = "twice-told-event"
DOUBTFUL = 2.5  # what speaks for a pair that the checks alone found
MOST_PROPOSED = 4  # dates that are offered for a finding
MOST_REJECTED = 3  # claims of a finding that are offered for it
ONE_EVENT = frozenset(
    {"twice-told-actors", "twice-told-dates", "twice-told-numbers", "twice-told-places"}
)  # two claims of one event that say different things
ONE_AGAINST_OTHERS = frozenset(
    {"denied-claim", "twice-told-actors"}
)  # the first claim stands against all others
AGAINST = ONE_EVENT | {
    "denied-claim",
    "contradicting-dates",
    "miscounted-distance",
}  # to reject one of the two settles it
MISDATED = frozenset(
    {
        "mismatched-weekday",
        "date-after-document",
        "date-out-of-order",
        "end-before-start",
        "unanchored-date",
        "impossible-date",
    }
)
_Rank = tuple[int, int, float]  # what it is, whether something is proposed, how likely


@dataclass(frozen=True, slots=True)
class Item:
    """Something to look at.  ``key`` hangs on the documents' words alone and stays the same when the case is built anew.

    ``acts`` are decisions, the likeliest first; one whose ``value`` is missing (the date of what
    has none) wants it from the person.
    """

    key: str
    kind: Kind
    code: str  # the check's, or "doubt", or "undated"
    message: str
    severity: Severity | None = None
    because: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    document: str | None = None  # where to look first
    span: Span | None = None
    proposal: Proposal | None = None
    acts: tuple[DecisionRequest, ...] = ()


def queue(chronology: Chronology) -> tuple[Item, ...]:
    """The items of a chronology that holds its documents' texts."""
    look = _Look(chronology)
    found = sorted(
        (*look.findings(), *look.events(), *look.actors(), *look.undated()), key=lambda x: x[0]
    )
    seen: Counter[str] = Counter()
    items = []
    for _, item in found:
        seen[item.key] += 1
        items.append(
            item if seen[item.key] == 1 else replace(item, key=_hash(item.key, str(seen[item.key])))
        )
    return tuple(items)


class _Look:
    """A chronology by its ids."""

    def __init__(self, chronology: Chronology) -> None:
        self.chronology = chronology
        self.documents: dict[str, Document] = {
            r.document.id: r.document for r in chronology.readings
        }
        self.claim: dict[str, Claim] = {c.id: c for e in chronology.events for c in e.claims}
        self.event_of: dict[str, Event] = {c.id: e for e in chronology.events for c in e.claims}

    @cached_property
    def mention(self) -> dict[str, tuple[Actor, Mention]]:
        return {m.id: (a, m) for a in self.chronology.actors for m in a.mentions}

    # What there is

    def findings(self) -> Iterator[tuple[_Rank, Item]]:
        for f in self.chronology.findings:
            if not self._is_settled(f) and not (f.code in FINER and f.severity == "note"):
                kind: Kind = (
                    "merge events" if f.code == TWICE else "name" if f.code in NAMES else "finding"
                )
                draft = Item(
                    "",
                    kind,
                    f.code,
                    f.message,
                    f.severity,
                    f.because,
                    f.events,
                    f.claims,
                    self._called(f),
                    (),
                    f.document,
                    f.span,
                    f.proposal,
                )
                item = self._whole(replace(draft, acts=tuple(self._acts(f))))
                yield self._likely(item) if f.code == TWICE else _rank(item), item

    def events(self) -> Iterator[tuple[_Rank, Item]]:
        """Doubts of claims that no finding tells of."""
        told = {frozenset(f.events) for f in self.chronology.findings if f.code == TWICE}
        for doubt in self.chronology.doubts:
            if doubt.claims and frozenset(self.event_of[c].id for c in doubt.claims) not in told:
                one, other = (self.claim[c] for c in doubt.claims)
                message = f"{_told(one)} may be the same event as: {_told(other)}"
                yield self._doubt(
                    "merge events", doubt, message, tuple(self.event_of[c].id for c in doubt.claims)
                )

    def actors(self) -> Iterator[tuple[_Rank, Item]]:
        for doubt in self.chronology.doubts:
            if doubt.mentions:
                found = [self.mention[m] for m in doubt.mentions]
                names = [
                    f"“{m.text}”" + (f" ({a.name})" if a.name != m.text else "") for a, m in found
                ]
                yield self._doubt(
                    "merge actors",
                    doubt,
                    f"{names[0]} may be the same as {names[1]}",
                    tuple(a.id for a, _ in found),
                )

    def undated(self) -> Iterator[tuple[_Rank, Item]]:
        """Those that nobody decided about; first those that other events put between two dates."""
        for event in self.chronology.events:
            if event.when.edtf != edtf.UNKNOWN or event.status != "proposed":
                continue
            ends = event.when.earliest, event.when.latest
            bounds = f"{ends[0]}/{ends[1]}" if ends[0] and ends[1] else None
            words = tuple(
                dict.fromkeys(
                    f"“{_line(c.when.text)}”: when that was is not known"
                    for c in event.claims
                    if c.when.text
                )
            )
            because = words + (
                (
                    f"other events put it between {edtf.say(ends[0] or '')} and {edtf.say(ends[1] or '')}",
                )
                if bounds
                else ()
            )
            acts = (
                DecisionRequest("date", (event.id,), bounds),
                DecisionRequest("accept", (event.id,)),
                DecisionRequest("reject", (event.id,)),
            )
            draft = Item(
                "",
                "undated",
                "undated",
                event.summary,
                because=because,
                claims=tuple(c.id for c in event.claims),
                acts=acts,
            )
            yield _rank(draft), self._whole(draft)

    def _likely(self, item: Item) -> _Rank:
        """Of pairs of events those of one date come first, and what speaks most for being one."""
        dates = {self.claim[c].when.edtf for c in item.claims}
        score = self._scores.get(frozenset(item.events), DOUBTFUL)
        return (_rank(item)[0], 0 if len(dates) == 1 and dates != {edtf.UNKNOWN} else 1, -score)

    @cached_property
    def _scores(self) -> dict[frozenset[str], float]:
        """How likely pairs of events are one, where that was weighed."""
        return {
            frozenset(self.event_of[c].id for c in d.claims): d.score
            for d in self.chronology.doubts
            if d.claims
        }

    # How an item is made

    def _doubt(
        self, kind: Kind, doubt: Doubt, message: str, targets: tuple[str, ...]
    ) -> tuple[_Rank, Item]:
        acts = (DecisionRequest("merge", targets), DecisionRequest("apart", targets))
        item = Item(
            "",
            kind,
            "doubt",
            message,
            because=doubt.because,
            claims=doubt.claims,
            mentions=doubt.mentions,
            acts=acts,
        )
        return (*_rank(item)[:2], -doubt.score), self._whole(item)

    def _whole(self, item: Item) -> Item:
        """The item with its key, its events and actors, and where to look first."""
        claims = [self.claim[c] for c in item.claims if c in self.claim]
        named = [self.mention[m] for m in item.mentions]
        own = [(item.document, item.span)] if item.document and item.span else []
        places = [
            *((c.document, c.predicate) for c in claims),
            *((m.document, m.span) for _, m in named),
        ]
        look = [*own, *places, (None, None)][0]
        return replace(
            item,
            # Which of two claims a finding points to hangs on the order of the documents: its own
            # words tell only names apart.
            key=self._key(item, [*own, *places] if item.kind == "name" or not places else places),
            events=item.events or tuple(dict.fromkeys(self.event_of[c.id].id for c in claims)),
            actors=item.actors or tuple(dict.fromkeys(a.id for a, _ in named)),
            document=look[0],
            span=look[1],
        )

    def _key(self, item: Item, places: Sequence[tuple[str, Span]]) -> str:
        """A hash of words and of the documents that they stand in, in whatever order the places come."""
        return _hash(
            item.kind,
            item.code,
            *sorted(self._said(self.documents[document], span) for document, span in places),
        )

    @staticmethod
    def _said(document: Document, span: Span) -> str:
        """Words, their document, and the place among the like in it."""
        words = document.text[slice(*span)]
        return f"{document.sha256}\0{_line(words)}\0{document.text.count(words, 0, span[0]) if words else 0}"

    # What settles a finding

    def _is_settled(self, finding: Finding) -> bool:
        """Whether at most one of the claims that stand against each other was not rejected, or all events were said to be disputed or not so."""
        status = [self.event_of[c].status for c in finding.claims if c in self.event_of]
        if finding.code in ONE_AGAINST_OTHERS and (
            status[:1] == ["rejected"] or set(status[1:]) == {"rejected"}
        ):
            return True
        return bool(status) and (
            all(s in ("rejected", "disputed") for s in status)
            or (
                finding.code in AGAINST
                and "rejected" in status
                and len(status) - status.count("rejected") < 2
            )
        )

    def _acts(self, finding: Finding) -> Iterator[DecisionRequest]:
        if finding.code == TWICE:
            yield DecisionRequest("merge", finding.events)
            yield DecisionRequest("apart", finding.events)
            return
        for proposal in (finding.proposal, *finding.other_proposals)[:MOST_PROPOSED]:
            if proposal and proposal.edtf and finding.claims:
                yield DecisionRequest("date", self._of_one_date(finding.claims), proposal.edtf)
        if finding.code == "undated-document" and finding.document:
            yield DecisionRequest("published", (finding.document,))
        if (
            finding.code == "run-together-names"
            and finding.document
            and finding.span
            and finding.proposal
        ):
            said = "; ".join(finding.proposal.names)
            yield DecisionRequest(
                "names",
                (finding.document,),
                said,
                quote=self._words(finding),
                start=finding.span[0],
            )
        if finding.code == "misspelled-name":
            yield from (
                DecisionRequest("split", (a,), quote=self._words(finding))
                for a in self._called(finding)
            )
        if finding.code in MISDATED and finding.claims and not finding.proposal:
            yield DecisionRequest("date", self._of_one_date(finding.claims))
        if finding.code in AGAINST and not finding.proposal:
            yield from self._rejected(finding)
        if finding.code in ONE_EVENT:
            yield DecisionRequest("apart", finding.claims)
        about = (finding.events or ((finding.document,) if finding.document else ()))[:1]
        if about:
            alone = self._how_many[finding.code, about[0]] == 1
            yield DecisionRequest(
                "allow", about, finding.code, None if alone else self._words(finding)
            )

    def _rejected(self, finding: Finding) -> Iterator[DecisionRequest]:
        """Each side of a contradiction: where one claim stands against several, those together."""
        first, *others = finding.claims
        if finding.code in ONE_AGAINST_OTHERS:
            yield DecisionRequest("reject", (first,))
            yield DecisionRequest("reject", tuple(others))
        else:
            yield from (DecisionRequest("reject", (c,)) for c in finding.claims[:MOST_REJECTED])

    @cached_property
    def _how_many(self) -> Counter[tuple[str, str]]:
        """How many findings of a code are about an event or in a document."""
        return Counter(
            (f.code, about)
            for f in self.chronology.findings
            for about in {*f.events, f.document or ""}
        )

    def _of_one_date(self, claims: tuple[str, ...]) -> tuple[str, ...]:
        """The first claim and those that have their date from the same words: a proposal is about these."""
        first = self.claim[claims[0]]
        return tuple(
            c
            for c in claims
            if (self.claim[c].document, self.claim[c].when.span)
            == (first.document, first.when.span)
        )

    def _words(self, finding: Finding) -> str | None:
        return (
            self.documents[finding.document].text[slice(*finding.span)] or None
            if finding.document and finding.span
            else None
        )

    def _called(self, finding: Finding) -> tuple[str, ...]:
        """The actors whose names the finding of a name points to."""
        if finding.code not in NAMES or finding.span is None:
            return ()
        named = self._named.get(finding.document or "", ())
        return tuple(
            dict.fromkeys(
                a.id
                for a, m in named
                if finding.span[0] <= m.span[0] and m.span[1] <= finding.span[1]
            )
        )

    @cached_property
    def _named(self) -> dict[str, list[tuple[Actor, Mention]]]:
        """The mentions in each document."""
        found: dict[str, list[tuple[Actor, Mention]]] = {}
        for actor, mention in self.mention.values():
            found.setdefault(mention.document, []).append((actor, mention))
        return found


def _rank(item: Item) -> _Rank:
    """Errors, warnings, dates, events, actors, names, what has no date, other notes; what has a proposal first."""
    order = ("error", "warning", "date", "merge events", "merge actors", "name", "undated", "note")
    what = (
        item.kind
        if item.kind != "finding"
        else "date"
        if item.severity == "note" and item.code in DATES
        else str(item.severity)
    )
    has_way_out = item.proposal is not None or (
        item.kind == "undated" and item.acts[0].value is not None
    )
    return (order.index(what), 0 if has_way_out else 1, 0.0)


def _told(claim: Claim) -> str:
    return f"{claim.summary[:1].upper()}{claim.summary[1:]} ({edtf.say(claim.when.edtf)})"


def _line(words: str) -> str:
    return " ".join(words.split())


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
