"""A conflict in one sentence, with the words that it rests on."""

from __future__ import annotations

from seriatim.findings.lookup import Case, first_and_rest
from seriatim.model import Claim, Conflict, Distance, Finding, Link, Proposal, Severity
from seriatim.temporal import edtf

DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25}
FEW = 7  # days by which a miscount may be off, and a quarter of the distance


def is_miscount(case: Case, conflict: Conflict) -> bool:
    """Whether two dates and one stated distance nearly agree."""
    off = _off(case, conflict)
    return off is not None and off[0] <= max(FEW, off[1] / 4) and not _named_by_list(case, conflict)


def tell(case: Case, conflict: Conflict, code: str, severity: Severity) -> Finding:
    """The finding of a conflict: on the date that the best repair changes, else on the last date, else on the cue."""
    claims = [case.claims[c] for c in conflict.claims if c in case.claims]
    blamed = case.claims.get(conflict.repairs[0][0]) if conflict.repairs else None
    at = blamed or (max(claims, key=lambda c: c.span) if claims else None)
    link = next(link for link in conflict.links if link.span and link.document)
    proposals = [
        p
        for claim, p in conflict.repairs
        if at
        and case.claims[claim].when.span == at.when.span
        and case.claims[claim].document == at.document
    ]
    best, others = first_and_rest(proposals)
    about = [at, *(c for c in claims if c is not at)] if at else claims
    return Finding(
        code=code,
        severity=severity,
        message=_message(case, conflict, about, best),
        events=case.events_of(about) or conflict.events,
        claims=tuple(c.id for c in about),
        document=at.document if at else link.document,
        span=_span(case, at, conflict) if at else link.span,
        because=tuple(_because(case, conflict, about)),
        proposal=best,
        other_proposals=others,
    )


def _span(case: Case, at: Claim, conflict: Conflict) -> tuple[int, int]:
    """The words of the date, and those of a distance that stands right before or after them."""
    start, end = case.date_span(at)
    for link in conflict.links:
        if (
            link.span
            and link.document == at.document
            and 0 <= start - link.span[1] <= 6
            and at.when.span
        ):
            start = link.span[0]
    return start, end


def _message(case: Case, conflict: Conflict, about: list[Claim], best: Proposal | None) -> str:
    dates = [case.date_words(c) for c in dict.fromkeys(about)][:2]
    words = [
        case.quote(link.document, link.span)
        for link in conflict.links
        if link.document and link.span
    ]
    if not dates:
        return f"{', '.join(words)} cannot all be so"
    if len(dates) == 1:
        return f"{dates[0]} and {', '.join(words)} cannot both be right"
    message = f"{dates[0]} contradicts {dates[1]} and {', '.join(words)}"
    off = _off(case, conflict)
    if off is not None:
        message += f": the dates are {_days(off[1])} apart"
    return message + (f"; perhaps {edtf.say(best.edtf)}" if best and best.edtf else "")


def _because(case: Case, conflict: Conflict, about: list[Claim]) -> list[str]:
    reasons = []
    for link in conflict.links:
        if link.document and link.span:
            later = case.events[link.first]
            reasons.append(
                f"{case.quote(link.document, link.span)} on {edtf.say(later.when.edtf)}: {_short(later.summary)}"
            )
    reasons += [f"{case.date_words(c)}: {_short(c.summary)}" for c in about[1:]]
    if about and _named_by_list(case, conflict):
        reasons.insert(0, "its date also breaks the order of its list")
    return reasons


def _named_by_list(case: Case, conflict: Conflict) -> bool:
    """Whether the date that the best repair changes also stands out of the order of its list."""
    if not conflict.repairs or conflict.repairs[0][0] not in case.claims:
        return False
    claim = case.claims[conflict.repairs[0][0]]
    found = case.entry(claim)
    return found is not None and not found[0].fits(found[1], claim.when.edtf)


def _off(case: Case, conflict: Conflict) -> tuple[float, float] | None:
    """By how many days two day-dated claims miss the one distance stated between them, and how many days they are apart."""
    claims = {case.claims[c].when.span: case.claims[c] for c in conflict.claims if c in case.claims}
    if len(conflict.links) != 1 or len(claims) != 2 or conflict.links[0].distance is None:
        return None
    one, other = claims.values()
    if {edtf.precision(c.when.edtf) for c in (one, other)} != {"day"}:
        return None
    apart = _signed(case, conflict.links[0], one, other)
    low, high = _range(conflict.links[0].distance)
    return (max(low - apart, apart - high, 0.0), abs(apart))


def _signed(case: Case, link: Link, one: Claim, other: Claim) -> float:
    later = link.first if link.relation != "before" else link.second
    if case.event_of[one.id].id != later:
        one, other = other, one
    return (edtf.first_day(one.when.edtf) or 0) - (edtf.first_day(other.when.edtf) or 0)


def _range(distance: Distance) -> tuple[float, float]:
    days = DAYS[distance.unit]
    return (
        (distance.min or 0) * days,
        float("inf") if distance.max is None else distance.max * days,
    )


def _days(count: float) -> str:
    return "one day" if count == 1 else f"{count:.0f} days"


def _short(words: str) -> str:
    return words if len(words) <= 70 else words[:67].rstrip() + "…"
