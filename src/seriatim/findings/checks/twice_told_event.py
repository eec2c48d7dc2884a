"""A possible duplicate event.

What it finds
Two events of the same kind with an actor in common, overlapping dates and similar words that were
not merged: "publishes letters in October" and "publishes the first letters on October 7".

Why it matters
A duplicate counts twice and looks like a habit.

Example
| published: 1912-02-01
| - October 7, 1911: The Corran Herald publishes the first letters of Ada Kerr.
| - October 9, 1911: Ada Kerr leaves Osterby.
| - October 1911: The Corran Herald publishes letters of Ada Kerr.

Near miss
| published: 1912-02-01
| - October 7, 1911: The Corran Herald publishes the first letters of Ada Kerr.
| - November 9, 1911: The Corran Herald publishes a map of Osterby.

Limits
The events stay separate until a person merges them. Between two documents, it also reports claims
that are probably one event, but not probably enough to be merged, with the reasons for and against
and their weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from seriatim.analysis import amounts
from seriatim.findings.context import CheckContext
from seriatim.findings.similarity import ClaimSimilarity, dates_overlap, overlapping
from seriatim.messages import findings as messages
from seriatim.model import Claim, Event, Finding, Severity
from seriatim.temporal import edtf

SEVERITY: Severity = "note"
ENOUGH = 2  # words in common
SHARE = 0.4  # of the words of the shorter
MOST = 3  # pairs that an event is shown in
NEAR = 20  # events of one kind and actor, in chronological order, that each is compared with
SPEECH = frozenset({"statement", "message"})  # one actor makes many of these in a day


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each pair."""
    reported = _Reported(context)
    for one, other in _candidates(context):
        if (
            reported.allows(one, other)
            and not context.cannot_link(one, other)
            and _alike(context.similarity, one, other)
        ):
            reported.add(one, other)
            yield _finding(context, one, other, messages.ALIKE)
    for doubt in (d for d in context.chronology.doubts if d.claims):
        one, other = (context.event_of[c] for c in doubt.claims)
        if reported.allows(one, other):
            reported.add(one, other)
            yield _finding(context, one, other, doubt.because)


class _Reported:
    """The pairs that have been reported, or that the words put before or after each other."""

    def __init__(self, context: CheckContext) -> None:
        self._pairs = {
            frozenset((link.first, link.second))
            for link in context.chronology.links
            if link.basis == "stated" and link.relation in ("after", "before")
        }
        self._times: Counter[str] = Counter()

    def allows(self, one: Event, other: Event) -> bool:
        """Whether the pair is new and neither event is in ``MOST`` pairs already."""
        pair = frozenset((one.id, other.id))
        return pair not in self._pairs and max(self._times[event] for event in pair) < MOST

    def add(self, one: Event, other: Event) -> None:
        """Count a pair."""
        self._pairs.add(frozenset((one.id, other.id)))
        self._times.update((one.id, other.id))


def _candidates(context: CheckContext) -> Iterator[tuple[Event, Event]]:
    """Pairs of dated events of one kind with an actor in common, near in time (blocking)."""
    blocks: dict[tuple[str, str], list[Event]] = {}
    in_order = sorted(context.chronology.events, key=lambda e: edtf.first_day(e.when.edtf) or 0)
    for event in filter(_is_comparable, in_order):
        for actor in event.actors:
            blocks.setdefault((event.kind, actor.actor), []).append(event)
    for block in blocks.values():
        for i, one in enumerate(block):
            for other in islice(block, i + 1, i + 1 + NEAR):
                yield one, other


def _is_comparable(event: Event) -> bool:
    """Whether an event is asserted, dated, and no act of speech."""
    is_asserted = event.status != "rejected" and all(c.polarity == "+" for c in event.claims)
    return is_asserted and event.when.edtf != edtf.UNKNOWN and event.kind not in SPEECH


def _alike(similarity: ClaimSimilarity, one: Event, other: Event) -> bool:
    if not dates_overlap(one, other) or any(
        overlapping(a, b) for a in one.claims for b in other.claims
    ):
        return False
    agents = [{a.actor for a in e.actors if a.role == "agent"} for e in (one, other)]
    if all(agents) and not agents[0] & agents[1]:
        return False
    return any(_same_words(similarity, a, b) for a in one.claims for b in other.claims)


def _same_words(similarity: ClaimSimilarity, one: Claim, other: Claim) -> bool:
    return len(similarity.common(one, other)) >= ENOUGH and similarity.share(one, other) >= SHARE


def _finding(context: CheckContext, one: Event, other: Event, why: tuple[str, ...]) -> Finding:
    first, second = sorted((one.claims[0], other.claims[0]), key=lambda c: (c.document, c.span))
    precisions = {edtf.precision(e.when.edtf) for e in (one, other)}
    return Finding(
        code="twice-told-event",
        severity=SEVERITY,
        message=messages.possible_duplicate(
            context.summary_with_date(first),
            context.summary_with_date(second),
            precision_differs=len(precisions) > 1,
        ),
        events=(context.event_of[first.id].id, context.event_of[second.id].id),
        claims=(first.id, second.id),
        document=second.document,
        span=second.span,
        because=(
            f"{context.quote(first.document, first.span)}: {edtf.say(first.when.edtf)}",
            f"{context.quote(second.document, second.span)}: {edtf.say(second.when.edtf)}",
            *why,
            *(
                messages.numbers_differ(a.text, b.text)
                for a, b in amounts.contradictions(first, second)
            ),
        ),
    )
