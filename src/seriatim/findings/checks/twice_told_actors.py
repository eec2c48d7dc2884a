"""One event attributed to different people.

What it finds
A sentence that corrects who did something ("It was Ada Kerr who signed it", "Ada Kerr, not Tom
Hale, signed it", "not Tom Hale but Ada Kerr signed it"), and a claim that somebody else did it.

Why it matters
Such a sentence corrects another. Read separately, they say that both people did it, and one of them
was never there.

Example
| The guide says that Tom Hale opened the bridge on 4 May 1908. It was Ada Kerr who opened it on
| that day.

| Tom Hale opened the Corran bridge on 4 May 1908. Ada Kerr, not Tom Hale, opened the Corran bridge
| on 4 May 1908.

Near miss
| The guide says that Tom Hale opened the bridge on 4 May 1908. It was Ada Kerr who closed it. Ida
| Moss opened the gate on 9 May 1908.

Limits
Only where the words themselves contrast two people: two people may well do the same thing on one
day. The corrected claim comes right before, or has the same day, and uses the same word for what
happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from seriatim.findings.context import CheckContext
from seriatim.findings.similarity import dates_overlap, overlapping
from seriatim.lang import check_patterns
from seriatim.messages import findings as messages
from seriatim.model import Claim, Finding, Reading, Severity, Span

SEVERITY: Severity = "warning"
NEAR = 24  # characters between those words and the predicate


class _Contrast(NamedTuple):
    """A claim that says who did it and, perhaps, who did not."""

    claim: Claim
    words: str
    who: frozenset[str]  # empty where the words name no actor of the case
    others: frozenset[str]


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each contrast, with the claims that it corrects."""
    contrasts = list(_contrasts(context))
    stems: set[str] = set().union(*(context.similarity.predicate[s.claim.id] for s in contrasts))
    using: dict[str, list[Claim]] = {stem: [] for stem in stems}
    for claim in context.claims.values():
        for stem in context.similarity.predicate[claim.id] & stems:
            using[stem].append(claim)
    for one in contrasts:
        using_a_word = {
            c.id: c
            for stem in sorted(context.similarity.predicate[one.claim.id])
            for c in using[stem]
        }
        against = [c for c in using_a_word.values() if _is_against(context, one, c)]
        if against:
            yield _finding(context, one.claim, against)


def _contrasts(context: CheckContext) -> Iterator[_Contrast]:
    """The claims whose sentence contrasts the person who did it with another."""
    for reading, (start, end) in context.passages():
        text = reading.document.text
        if not check_patterns.MAY_CONTRAST.search(text, start, end):
            continue
        for pattern in (check_patterns.CLEFT, check_patterns.CONTRASTED):
            for match in pattern.finditer(text, start, end):
                contrast = _contrast(context, reading, (start, end), match)
                if contrast:
                    yield contrast


def _contrast(
    context: CheckContext, reading: Reading, passage: Span, match: re.Match[str]
) -> _Contrast | None:
    """The first claim after the words, with the people that they name."""
    who, others = _sides(match)
    words = reading.document.text[slice(*who)]
    following = [
        c
        for c in reading.claims
        if c.id in context.claims
        and context.is_active(c)
        and c.polarity == "+"
        and passage[0] <= c.span[0] < passage[1]
        and 0 <= c.predicate[0] - match.end() <= NEAR
        and c.span[0] <= match.start() < c.span[1]
    ]
    one = _named(context, reading.document.id, who)
    other = _named(context, reading.document.id, others)
    if not following or one & other or not any(c.isupper() for c in words):
        return None
    return _Contrast(min(following, key=lambda c: c.predicate), words, one, other)


def _sides(match: re.Match[str]) -> tuple[Span, Span]:
    """The spans of the words for who did it and for who did not."""
    at, inner = 0, match
    if match.re is check_patterns.CLEFT and (
        found := check_patterns.CONTRASTED_IN_CLEFT.search(match["who"])
    ):
        at, inner = match.start("who"), found
    groups = inner.groupdict()
    if "other" not in groups:
        return match.span("who"), (0, 0)
    names = ("who", "other") if groups["other"] else ("was", "said")
    one, other = (inner.span(name) for name in names)
    return (one[0] + at, one[1] + at), (other[0] + at, other[1] + at)


def _named(context: CheckContext, document: str, span: Span) -> frozenset[str]:
    return frozenset(
        a for a, m in context.mentions.get(document, ()) if span[0] <= m[0] and m[1] <= span[1]
    )


def _is_against(context: CheckContext, one: _Contrast, claim: Claim) -> bool:
    """Whether a claim gives the same event to somebody else."""
    if (
        claim.id == one.claim.id
        or claim.polarity != "+"
        or not context.is_active(claim)
        or overlapping(claim, one.claim)
        or not _is_by_others(context, one, claim)
        or context.cannot_link(context.event_of[claim.id], context.event_of[one.claim.id])
    ):
        return False
    same_passage = (claim.document, claim.passage) == (one.claim.document, one.claim.passage)
    right_before = same_passage and 0 <= one.claim.span[0] - claim.span[1] <= NEAR
    if right_before and one.claim.when.basis != "stated":
        return True
    common = context.similarity.common(claim, one.claim)
    common -= context.similarity.predicate[one.claim.id]
    return dates_overlap(claim, one.claim) and (right_before or bool(one.others) or len(common) > 1)


def _is_by_others(context: CheckContext, one: _Contrast, claim: Claim) -> bool:
    """Whether a claim's agents are known, and none is the person whom the words name."""
    agents = frozenset(
        context.actor_of[p.mention]
        for p in claim.participants
        if p.role == "agent" and p.mention in context.actor_of
    )
    if not agents or agents & one.who or (one.others and not agents & one.others):
        return False
    surnames = (context.actors[a].name.rpartition(" ")[2] for a in agents)
    return not any(surname in one.words for surname in surnames)


def _finding(context: CheckContext, said: Claim, against: list[Claim]) -> Finding:
    return Finding(
        code="twice-told-actors",
        severity=SEVERITY,
        message=messages.different_actors(
            context.quote(said.document, said.span),
            context.quote(against[0].document, against[0].span),
        ),
        events=context.events_of([said, *against]),
        claims=(said.id, *(c.id for c in against)),
        document=said.document,
        span=said.span,
        because=tuple(context.quote(c.document, c.span) for c in (said, *against)),
    )
