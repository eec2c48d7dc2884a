"""Two events that may be one.

What it finds
Two entries of the same kind, with an actor in common, dates that agree and words that are much
alike, which were not taken for one event: "publishes letters in October" and "publishes the first
letters on October 7".

Why it matters
Told twice, one event counts twice, and looks like a habit.

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
A suspicion, not a judgement: the two stay apart until a person says that they are one.  Of two
documents, also two claims that are likely one event, but not likely enough to be put together; what
speaks for it and against it is named, with its weight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, islice

from seriatim.analysis import amounts
from seriatim.findings.lookup import Case
from seriatim.findings.wording import Wording, agree, beside
from seriatim.model import Claim, Event, Finding, Severity
from seriatim.temporal import edtf

SEVERITY: Severity = "note"
ENOUGH = 2  # words in common
SHARE = 0.4  # of the words of the shorter
MOST = 3  # pairs that an event is shown in
NEAR = 20  # events of one kind and actor, in order of time, that each is held against
ALIKE = ("the same kind", "somebody in common", "dates that agree", "words in common")
SAYING = frozenset({"statement", "message"})  # of these one actor makes many in a day


def find(case: Case) -> Iterator[Finding]:
    """One finding a pair."""
    wording = case.wording
    linked = {
        frozenset((k.first, k.second))
        for k in case.chronology.links
        if k.basis == "stated" and k.relation in ("after", "before")
    }
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in sorted(case.chronology.events, key=lambda e: edtf.first_day(e.when.edtf) or 0):
        told = event.status != "rejected" and all(c.polarity == "+" for c in event.claims)
        if told and event.when.edtf != edtf.UNKNOWN and event.kind not in SAYING:
            for actor in event.actors:
                groups.setdefault((event.kind, actor.actor), []).append(event)
    seen = set(linked)  # what the words put before or after each other is not one
    shown: Counter[str] = Counter()
    for group in groups.values():
        for i, one in enumerate(group):
            for other in islice(group, i + 1, i + 1 + NEAR):
                pair = frozenset((one.id, other.id))
                if (
                    pair not in seen
                    and max(shown[one.id], shown[other.id]) < MOST
                    and not case.are_apart(one, other)
                    and _alike(wording, one, other)
                ):
                    seen.add(pair)
                    shown.update(pair)
                    yield _finding(case, one, other, ALIKE)
    for doubt in (d for d in case.chronology.doubts if d.claims):
        first, second = (case.event_of[c] for c in doubt.claims)
        pair = frozenset((first.id, second.id))
        if pair not in seen and max(shown[e] for e in pair) < MOST:
            seen.add(pair)
            shown.update(pair)
            yield _finding(case, first, second, doubt.because)


def _alike(wording: Wording, one: Event, other: Event) -> bool:
    if not agree(one, other) or any(beside(a, b) for a in one.claims for b in other.claims):
        return False
    agents = [{a.actor for a in e.actors if a.role == "agent"} for e in (one, other)]
    if all(agents) and not agents[0] & agents[1]:
        return False
    return any(_same_words(wording, a, b) for a in one.claims for b in other.claims)


def _same_words(wording: Wording, one: Claim, other: Claim) -> bool:
    return len(wording.common(one, other)) >= ENOUGH and wording.share(one, other) >= SHARE


def _finding(case: Case, one: Event, other: Event, why: tuple[str, ...]) -> Finding:
    first, second = sorted((one.claims[0], other.claims[0]), key=lambda c: (c.document, c.span))
    differ = next(
        (
            True
            for a, b in combinations((one, other), 2)
            if edtf.precision(a.when.edtf) != edtf.precision(b.when.edtf)
        ),
        False,
    )
    return Finding(
        code="twice-told-event",
        severity=SEVERITY,
        message=f"{case.told(first)} may be the same event as: {case.told(second)}"
        + (", told at different precision" if differ else ""),
        events=(case.event_of[first.id].id, case.event_of[second.id].id),
        claims=(first.id, second.id),
        document=second.document,
        span=second.span,
        because=(
            f"{case.quote(first.document, first.span)}: {edtf.say(first.when.edtf)}",
            f"{case.quote(second.document, second.span)}: {edtf.say(second.when.edtf)}",
            *why,
            *(
                f"they differ in a number: “{a.text}” and “{b.text}”"
                for a, b in amounts.contradictions(first, second)
            ),
        ),
    )
