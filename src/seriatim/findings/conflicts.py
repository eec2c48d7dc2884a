"""Findings made from conflicts: constraints in time that can't all hold."""

from __future__ import annotations

from seriatim.findings.context import CheckContext, best_and_others
from seriatim.messages import findings as messages
from seriatim.model import Claim, Conflict, Distance, Finding, Link, Proposal, Severity
from seriatim.temporal import edtf

DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25}
FEW = 7  # days by which a miscount may be off; or a quarter of the distance, where that is more
NEAR = 6  # characters between a distance and the date after it


def is_miscount(context: CheckContext, conflict: Conflict) -> bool:
    """Whether two dates and a stated distance nearly match."""
    off = _off(context, conflict)
    return (
        off is not None and off[0] <= max(FEW, off[1] / 4) and not _named_by_list(context, conflict)
    )


def conflict_finding(
    context: CheckContext, conflict: Conflict, code: str, severity: Severity
) -> Finding:
    """The finding of a conflict, on the date that the best repair changes.

    Where there is no repair, on the last date; where there is no date, on the cue.
    """
    claims = [context.claims[c] for c in conflict.claims if c in context.claims]
    at = _repaired(context, conflict) or max(claims, key=lambda c: c.span, default=None)
    link = next(link for link in conflict.links if link.span and link.document)
    best, others = best_and_others(_proposals(context, conflict, at))
    about = [at, *(c for c in claims if c is not at)] if at else claims
    return Finding(
        code=code,
        severity=severity,
        message=_message(context, conflict, about, best),
        events=context.events_of(about) or conflict.events,
        claims=tuple(c.id for c in about),
        document=at.document if at else link.document,
        span=_span(context, at, conflict) if at else link.span,
        because=tuple(_because(context, conflict, about)),
        proposal=best,
        other_proposals=others,
    )


def _repaired(context: CheckContext, conflict: Conflict) -> Claim | None:
    """The claim whose date the best repair changes."""
    return context.claims.get(conflict.repairs[0][0]) if conflict.repairs else None


def _proposals(context: CheckContext, conflict: Conflict, at: Claim | None) -> list[Proposal]:
    """The repairs that change the words that date a claim."""
    if at is None:
        return []
    return [
        proposal
        for claim, proposal in conflict.repairs
        if context.claims[claim].when.span == at.when.span
        and context.claims[claim].document == at.document
    ]


def _span(context: CheckContext, at: Claim, conflict: Conflict) -> tuple[int, int]:
    """The words of the date, with a distance that comes right before them."""
    start, end = context.date_span(at)
    for link in conflict.links:
        is_here = link.document == at.document and at.when.span is not None
        if link.span and is_here and 0 <= start - link.span[1] <= NEAR:
            start = link.span[0]
    return start, end


def _message(
    context: CheckContext, conflict: Conflict, about: list[Claim], best: Proposal | None
) -> str:
    dates = [context.date_words(c) for c in dict.fromkeys(about)][:2]
    distances = [
        context.quote(link.document, link.span)
        for link in conflict.links
        if link.document and link.span
    ]
    message = messages.conflict(dates, distances)
    off = _off(context, conflict) if len(dates) > 1 else None
    if off is not None:
        message += messages.apart(off[1])
    return messages.resolved_by(message, best.edtf if best and len(dates) > 1 else None)


def _because(context: CheckContext, conflict: Conflict, about: list[Claim]) -> list[str]:
    reasons = []
    for link in conflict.links:
        if link.document and link.span:
            later = context.events[link.first]
            quoted = context.quote(link.document, link.span)
            reasons.append(messages.distance_reason(quoted, later.when.edtf, _short(later.summary)))
    reasons += [f"{context.date_words(c)}: {_short(c.summary)}" for c in about[1:]]
    if about and _named_by_list(context, conflict):
        reasons.insert(0, messages.BREAKS_LIST_TOO)
    return reasons


def _named_by_list(context: CheckContext, conflict: Conflict) -> bool:
    """Whether the date that the best repair changes also breaks the order of its list."""
    claim = _repaired(context, conflict)
    found = context.entry(claim) if claim else None
    return claim is not None and found is not None and not found[0].fits(found[1], claim.when.edtf)


def _off(context: CheckContext, conflict: Conflict) -> tuple[float, float] | None:
    """The days by which two dates miss the distance stated between them, and those between them."""
    claims = {
        context.claims[c].when.span: context.claims[c]
        for c in conflict.claims
        if c in context.claims
    }
    if len(conflict.links) != 1 or len(claims) != 2 or conflict.links[0].distance is None:
        return None
    one, other = claims.values()
    if {edtf.precision(c.when.edtf) for c in (one, other)} != {"day"}:
        return None
    apart = _signed(context, conflict.links[0], one, other)
    low, high = _range(conflict.links[0].distance)
    return (max(low - apart, apart - high, 0.0), abs(apart))


def _signed(context: CheckContext, link: Link, one: Claim, other: Claim) -> float:
    later = link.first if link.relation != "before" else link.second
    if context.event_of[one.id].id != later:
        one, other = other, one
    return (edtf.first_day(one.when.edtf) or 0) - (edtf.first_day(other.when.edtf) or 0)


def _range(distance: Distance) -> tuple[float, float]:
    days = DAYS[distance.unit]
    return (
        (distance.min or 0) * days,
        float("inf") if distance.max is None else distance.max * days,
    )


def _short(words: str) -> str:
    return words if len(words) <= 70 else words[:67].rstrip() + "…"
