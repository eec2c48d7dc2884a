"""What is said about the evidence for an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seriatim.temporal import edtf

DENIED, PLANNED = "denied", "planned"
OWN_WORDS = "the document's own words"


def event(date: str, summary: str, kind: str, identity: str) -> str:
    """An event on a line."""
    return f"{edtf.say(date)}: {summary} ({kind}, {identity})"


def labelled(label: str, text: str) -> str:
    """A claim that denies or only plans an event."""
    return f"{label}: {text}"


def conflict(message: str) -> str:
    """A finding against an event."""
    return f"conflict: {message}"


def missing(what: Iterable[str]) -> str:
    """What is missing."""
    return f"missing: {'; '.join(what)}"


def settled_by(record: str) -> str:
    """The document that could settle what is missing."""
    return f"could be settled by: {record}"


def only(kinds: Sequence[str]) -> str:
    """An event that nobody asserts: ``only denied or planned``."""
    return f"only {' or '.join(kinds)}"


def support(claims: int, documents: int, independent: int) -> str:
    """How many claims report an event, in how many documents."""
    reported = f"reported by {claims} claim{'' if claims == 1 else 's'}"
    if documents == 1:
        return f"{reported} in 1 document"
    return f"{reported} in {documents} documents, {independent} of them independent"


def claim(quote: str, document: str, source: str) -> str:
    """A claim with its document and source."""
    return f"“{quote}” ({document}, {source})"


def first_hand(source: str | None) -> str:
    """A source who takes part in the event."""
    return f"from {source}, who took part" if source else "from its author, who took part"


def other_source(source: str | None) -> str:
    """A source who is not known to take part."""
    return f"from {source}"


def through(names: Sequence[str]) -> str:
    """The people between a source and its document."""
    return f", by way of {' and '.join(names)}" if names else ""


def hedged(words: Sequence[str]) -> str:
    """The hedges of a claim."""
    return f"; hedged: {', '.join(f'“{word}”' for word in words)}" if words else ""


def certainty(level: str) -> str:
    """The certainty of a claim without a hedge."""
    return f"; reported as {level}"
