"""What is said about contacts: pairs of actors, their events, and paths between actors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seriatim.temporal import edtf

STATIC = "Connected if the order of contacts is ignored (this overstates: a path may run backwards)"
NOT_ASSERTED = "not asserted"
NOBODY = "nobody"


def pair(first: str, second: str, contacts: int, not_asserted: int) -> str:
    """Two actors and how often they met."""
    met = f"{contacts:,} contact{'' if contacts == 1 else 's'}"
    beside = f", {not_asserted:,} denied or only planned" if not_asserted else ""
    return f"{first} – {second}: {met}{beside}"


def direction(first: str, second: str) -> str:
    """A contact that runs one way."""
    return f"{first} to {second}"


def event(date: str, kind: str, note: str) -> str:
    """An event's date and kind."""
    return f"{edtf.say(date)}: {kind}{f', {note}' if note else ''}"


def claim(quote: str, document: str, sources: Iterable[str], *, denied: bool, planned: bool) -> str:
    """What a claim says, and where."""
    status = "denied: " if denied else "planned: " if planned else ""
    return f"{status}“{quote}” ({document}{''.join(f', from {s}' for s in sources)})"


def path(first: str, between: Sequence[str], last: str, *, sure: bool) -> str:
    """A path by its actors, and whether its order is certain."""
    if not between:
        return f"{first} to {last}:"
    order = "in this order" if sure else "in an order that is possible but not certain"
    return f"{first} to {last} by way of {', then '.join(between)}, {order}:"


def static(count: int, source: str, dated: int) -> str:
    """How many actors are connected, and how many of them along paths that respect time."""
    return f"{STATIC}: {count:,} with {source}, {dated:,} of them along paths that respect time."
