"""A digest as a listing for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from seriatim.model import Chronology
from seriatim.query.key_events import Line
from seriatim.query.listing import MARGIN, WIDTH, lines, names, wrapped


def render(chronology: Chronology, chosen: Sequence[Line]) -> str:
    """The listing of a digest: each line with why it is there."""
    called = names(r.document for r in chronology.readings)
    told: list[str] = []
    for line in chosen:
        told.append(lines(line.event, called).text)
        why = (
            wrapped(f"because: {'; '.join(line.because)}", WIDTH - MARGIN - 4)
            if line.because
            else []
        )
        told += (" " * (MARGIN + 4) + words for words in why)
    return "\n".join(told) + "\n" if told else "no events\n"
