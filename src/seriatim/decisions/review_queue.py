"""The review queue: what needs a decision, most important first, with the decisions to choose from.

It has conflicts and doubts that the checks found, possible duplicates of events and of actors, odd
names, and events without a date.  What a decision has settled is no longer in it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, get_args

from seriatim.decisions.make import DecisionRequest
from seriatim.decisions.settling import NAMES, TWICE, Lookup, is_settled, settling
from seriatim.messages import decisions as messages
from seriatim.model import (
    Chronology,
    Claim,
    Document,
    Event,
    PossibleDuplicate,
    Proposal,
    Severity,
    Span,
)
from seriatim.temporal import edtf

Kind = Literal["finding", "merge events", "merge actors", "name", "undated"]
KINDS: tuple[Kind, ...] = get_args(Kind)
# As notes, both claims can be right: there is nothing to decide.
COMPATIBLE = frozenset({"twice-told-dates", "twice-told-numbers", "twice-told-places"})
DATES = frozenset(
    {"run-together-date", "unanchored-date", "undated-document", "date-after-document"}
)
UNSCORED = 2.5  # score of a pair that the checks alone found
_Rank = tuple[int, int, float]  # what it is, whether something is proposed, how likely


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Something to review.

    ``key`` depends on the words of the documents alone and stays the same from build to build.
    ``acts`` are decisions, the likeliest first; where the ``value`` of one is missing, the person
    has to give it.
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


def review_queue(chronology: Chronology) -> tuple[ReviewItem, ...]:
    """The items to review in a chronology that has the texts of its documents."""
    look = _Queue(chronology)
    found = sorted(
        (*look.findings(), *look.duplicate_events(), *look.duplicate_actors(), *look.undated()),
        key=lambda x: x[0],
    )
    seen: Counter[str] = Counter()
    items = []
    for _, item in found:
        seen[item.key] += 1
        n = seen[item.key]
        items.append(item if n == 1 else replace(item, key=_hash(item.key, str(n))))
    return tuple(items)


class _Queue(Lookup):
    """The items of a chronology, each with its rank."""

    def findings(self) -> Iterator[tuple[_Rank, ReviewItem]]:
        """The findings that no decision has settled."""
        for f in self.chronology.findings:
            if is_settled(self, f) or (f.code in COMPATIBLE and f.severity == "note"):
                continue
            item = self._completed(
                ReviewItem(
                    key="",
                    kind=_kind(f.code),
                    code=f.code,
                    message=f.message,
                    severity=f.severity,
                    because=f.because,
                    events=f.events,
                    claims=f.claims,
                    actors=self.actors_of(f),
                    document=f.document,
                    span=f.span,
                    proposal=f.proposal,
                    acts=tuple(settling(self, f)),
                )
            )
            yield self._rank_of_pair(item) if f.code == TWICE else _rank(item), item

    def duplicate_events(self) -> Iterator[tuple[_Rank, ReviewItem]]:
        """The possible duplicates of events that no finding reports."""
        known = {frozenset(f.events) for f in self.chronology.findings if f.code == TWICE}
        for doubt in self.chronology.doubts:
            if doubt.claims and frozenset(self.event_of[c].id for c in doubt.claims) not in known:
                one, other = (_dated(self.claim[c]) for c in doubt.claims)
                targets = tuple(self.event_of[c].id for c in doubt.claims)
                message = messages.possible_duplicate_event(one, other)
                yield self._doubt("merge events", doubt, message, targets)

    def duplicate_actors(self) -> Iterator[tuple[_Rank, ReviewItem]]:
        """The possible duplicates of actors."""
        for doubt in self.chronology.doubts:
            if doubt.mentions:
                found = [self.mention[m] for m in doubt.mentions]
                one, other = (
                    f"“{m.text}”" + (f" ({a.name})" if a.name != m.text else "") for a, m in found
                )
                message = messages.possible_duplicate_actor(one, other)
                yield self._doubt("merge actors", doubt, message, tuple(a.id for a, _ in found))

    def undated(self) -> Iterator[tuple[_Rank, ReviewItem]]:
        """The events without a date that nobody has decided about."""
        for event in self.chronology.events:
            if event.when.edtf == edtf.UNKNOWN and event.status == "proposed":
                item = _undated(event)
                yield _rank(item), self._completed(item)

    def _rank_of_pair(self, item: ReviewItem) -> _Rank:
        """The rank of a possible duplicate: same date first, then by score."""
        dates = {self.claim[c].when.edtf for c in item.claims}
        score = self._scores.get(frozenset(item.events), UNSCORED)
        same_date = len(dates) == 1 and dates != {edtf.UNKNOWN}
        return (_rank(item)[0], 0 if same_date else 1, -score)

    @cached_property
    def _scores(self) -> dict[frozenset[str], float]:
        """The scores of pairs of events."""
        return {
            frozenset(self.event_of[c].id for c in d.claims): d.score
            for d in self.chronology.doubts
            if d.claims
        }

    def _doubt(
        self, kind: Kind, doubt: PossibleDuplicate, message: str, targets: tuple[str, ...]
    ) -> tuple[_Rank, ReviewItem]:
        """A possible duplicate with its rank."""
        item = ReviewItem(
            key="",
            kind=kind,
            code="doubt",
            message=message,
            because=doubt.because,
            claims=doubt.claims,
            mentions=doubt.mentions,
            acts=(DecisionRequest("merge", targets), DecisionRequest("apart", targets)),
        )
        return (*_rank(item)[:2], -doubt.score), self._completed(item)

    def _completed(self, item: ReviewItem) -> ReviewItem:
        """An item with its key, its events and actors, and where to look first."""
        claims = [self.claim[c] for c in item.claims if c in self.claim]
        named = [self.mention[m] for m in item.mentions]
        own = [(item.document, item.span)] if item.document and item.span else []
        places = [
            *((c.document, c.predicate) for c in claims),
            *((m.document, m.span) for _, m in named),
        ]
        document, span = [*own, *places, (None, None)][0]
        # Which of two claims a finding points to depends on the order of the documents, so that
        # its own words belong to the key of a name only.
        telling = [*own, *places] if item.kind == "name" or not places else places
        return replace(
            item,
            key=self._key(item, telling),
            events=item.events or tuple(dict.fromkeys(self.event_of[c.id].id for c in claims)),
            actors=item.actors or tuple(dict.fromkeys(a.id for a, _ in named)),
            document=document,
            span=span,
        )

    def _key(self, item: ReviewItem, places: Sequence[tuple[str, Span]]) -> str:
        """A hash of words and their documents, in whatever order they come."""
        words = (_place(self.documents[document], span) for document, span in places)
        return _hash(item.kind, item.code, *sorted(words))


def _undated(event: Event) -> ReviewItem:
    """The item of an event without a date; the range that other events give it is proposed."""
    first, last = event.when.earliest, event.when.latest
    because = [
        messages.unresolved_date(_line(words))
        for words in dict.fromkeys(c.when.text for c in event.claims if c.when.text)
    ]
    proposed = None
    if first and last:
        proposed = f"{first}/{last}"
        because.append(messages.between(edtf.say(first), edtf.say(last)))
    return ReviewItem(
        key="",
        kind="undated",
        code="undated",
        message=event.summary,
        because=tuple(dict.fromkeys(because)),
        claims=tuple(c.id for c in event.claims),
        acts=(
            DecisionRequest("date", (event.id,), proposed),
            DecisionRequest("accept", (event.id,)),
            DecisionRequest("reject", (event.id,)),
        ),
    )


def _kind(code: str) -> Kind:
    """The kind of item that a finding makes."""
    if code == TWICE:
        return "merge events"
    return "name" if code in NAMES else "finding"


def _rank(item: ReviewItem) -> _Rank:
    """The rank of an item by what it is; those with a proposal come first.

    Errors, warnings, dates, events, actors, names, undated events, other notes.
    """
    order = ("error", "warning", "date", "merge events", "merge actors", "name", "undated", "note")
    what: str = item.kind
    if item.kind == "finding":
        is_date = item.severity == "note" and item.code in DATES
        what = "date" if is_date else str(item.severity)
    is_undated = item.kind == "undated"
    has_proposal = item.proposal is not None or (is_undated and item.acts[0].value is not None)
    return (order.index(what), 0 if has_proposal else 1, 0.0)


def _place(document: Document, span: Span) -> str:
    """Words with their document and their number among the same words in it."""
    words = document.text[slice(*span)]
    number = document.text.count(words, 0, span[0]) if words else 0
    return f"{document.sha256}\0{_line(words)}\0{number}"


def _dated(claim: Claim) -> str:
    """A claim's headline with its date."""
    return messages.dated(claim.summary, edtf.say(claim.when.edtf))


def _line(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


def _hash(*parts: str) -> str:
    """A short hash of some texts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
