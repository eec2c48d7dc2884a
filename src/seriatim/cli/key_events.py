"""Key events as a listing for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from seriatim.messages import cli as messages
from seriatim.model import Chronology
from seriatim.query.key_events import KeyEntry
from seriatim.query.listing import MARGIN, WIDTH, lines, minor_line, names, wrapped


def render(chronology: Chronology, chosen: Sequence[KeyEntry]) -> str:
    """The listing of key events, each with the reasons for its rank."""
    called = names(r.document for r in chronology.readings)
    listed: list[str] = []
    for line in chosen:
        listed.append(lines(line.entry.main, called).text)
        listed += (minor_line(event.id, event.summary) for event in line.entry.minor)
        why = wrapped(messages.because(line.because), WIDTH - MARGIN - 4) if line.because else []
        listed += (" " * (MARGIN + 4) + words for words in why)
    return "\n".join(listed or [messages.NO_EVENTS]) + "\n"
