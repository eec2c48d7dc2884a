"""Readings of a case → its actors, events and groups, numbered in the order of the documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seriatim.model import (
    Actor,
    Claim,
    Corroboration,
    Difference,
    Event,
    EventActor,
    PossibleDuplicate,
    Reading,
    Role,
    Status,
    When,
)
from seriatim.resolution import actors as who
from seriatim.resolution.constraints import NO_DECISIONS, AppliedDecisions
from seriatim.resolution.events import join
from seriatim.resolution.independence import Independence
from seriatim.resolution.possible_duplicates import possible_duplicates
from seriatim.resolution.versions import differences
from seriatim.temporal import edtf


@dataclass(frozen=True, slots=True)
class Resolved:
    """Actors, events, the members of each group (group → actor ids), and possible duplicates."""

    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    groups: dict[str, tuple[str, ...]]
    doubts: tuple[PossibleDuplicate, ...] = ()


def resolve(
    readings: Sequence[Reading],
    groups: Mapping[str, Sequence[str]],
    decided: AppliedDecisions = NO_DECISIONS,
) -> Resolved:
    """The actors and events of all readings, after the decisions.

    ``groups``: group → names or patterns of actors.
    """
    actors, by_mention, members = who.resolve(readings, groups, decided)
    joined = join(readings, by_mention, decided)
    support = Independence(readings, by_mention)
    published = {r.document.id: r.document.published for r in readings}
    names = {m.id: a.name for a in actors for m in a.mentions}
    events = tuple(
        _event(
            f"e{n}",
            claims,
            by_mention,
            decided,
            support.of(claims),
            differences(claims, published, names),
        )
        for n, claims in enumerate(joined.events, 1)
    )
    similar = possible_duplicates(actors, readings, decided)
    return Resolved(actors, events, members, (*joined.doubts, *similar))


def _status(claims: Sequence[Claim], decided: AppliedDecisions) -> Status:
    """The status of an event: disputed or rejected if a claim is, else accepted if one is."""
    if not decided.status:
        return "proposed"
    given = {decided.status[c.id] for c in claims if c.id in decided.status}
    ranked: tuple[Status, ...] = ("disputed", "rejected", "accepted")
    return next((s for s in ranked if s in given), "proposed")


def _event(
    name: str,
    claims: Sequence[Claim],
    by_mention: Mapping[str, str],
    decided: AppliedDecisions,
    corroboration: Corroboration,
    versions: tuple[Difference, ...],
) -> Event:
    taking_part: dict[str, Role] = {}
    for claim in claims:
        for participant in claim.participants:
            if participant.mention in by_mention:
                taking_part.setdefault(by_mention[participant.mention], participant.role)
    best = max(claims, key=lambda c: len(c.participants))  # the first of those with most
    return Event(
        name,
        best.kind,
        best.summary,
        _when([c.when for c in claims]),
        tuple(claims),
        next((c.place for c in claims if c.place), None),
        tuple(EventActor(a, role) for a, role in taking_part.items()),
        _status(claims, decided),
        corroboration,
        versions,
    )


def _when(whens: Sequence[When]) -> When:
    """The narrowest date if all others contain it, else the hull of all."""
    known = [w for w in whens if w.edtf != edtf.UNKNOWN]
    for when in known:
        if all(edtf.interval(other.edtf).contains(edtf.interval(when.edtf)) for other in known):
            return when
    if not known:
        return whens[0]
    value = edtf.hull([w.edtf for w in known])
    if value == edtf.UNKNOWN:
        return When()
    return next(
        (w for w in known if w.edtf == value),
        When(
            value,
            _end(value, 0),
            _end(value, 1),
            "range",
            known[0].basis,
            known[0].text,
            known[0].span,
        ),
    )


def _end(value: str, side: int) -> str | None:
    days = edtf.first_day(value) if side == 0 else edtf.last_day(value)
    return None if days is None else edtf.day(days)
