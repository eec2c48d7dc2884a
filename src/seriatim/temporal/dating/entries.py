"""The date that stands over a stretch of text: a diary's day, a letter's head, a dated heading.

What follows such a date is told under it until the next one, whatever the layout: plain text knows
no headings, and a line that holds nothing but a date is one all the same.
"""

from __future__ import annotations

from typing import NamedTuple

from seriatim.temporal.dating.view import Text, Timex, View

ALONE, LEADS, OPENS, TITLE = 1, 2, 3, 4  # how a date stands over what follows
_PLACE = 6  # words beside a date that stands alone: a place, a name, a weekday
_DATED = frozenset({"dated", "date"})


class Entry(NamedTuple):
    """A date that what follows is told under: where it stands, and how."""

    text: int
    word: int
    timex: int
    kind: int


def entries(view: View) -> list[Entry]:
    """The dates that stand over what follows, in the order of the text."""
    found: list[Entry] = []
    for n, timex in enumerate(view.timexes):
        text = view.texts[timex.text]
        kind = _kind(timex, text)
        if kind and not (found and found[-1].text == timex.text):
            found.append(Entry(timex.text, timex.first, n, kind))
    return found


def _kind(timex: Timex, text: Text) -> int:
    """How an expression stands over what follows it, or 0."""
    e = timex.expression
    if e.type not in ("DATE", "TIME") or e.direction is not None or not _is_calendar(e.value):
        return 0
    if text.kind in ("title", "heading"):
        return TITLE
    if _stands_alone(timex, text):
        return ALONE
    if timex.leads:
        return LEADS
    before = text.words[: timex.first]
    opens = all(w.pos in ("PUNCT", "SYM", "NUM", "X") or w.lower in _DATED for w in before)
    return OPENS if opens and "-" in e.value and timex.first <= 4 else 0


def _is_calendar(value: str) -> bool:
    """Whether the value is of a calendar date or clock, not "now" or a length."""
    return value[:4].isdigit() or value.startswith("XXXX-")


def _stands_alone(timex: Timex, text: Text) -> bool:
    """Whether the passage holds nothing but the date, with a place or a name."""
    others = [
        w
        for i, w in enumerate(text.words)
        if not timex.first <= i <= timex.last and w.pos not in ("PUNCT", "SPACE", "SYM")
    ]
    return len(others) <= _PLACE and not any(w.pos in ("VERB", "AUX", "PRON") for w in others)
