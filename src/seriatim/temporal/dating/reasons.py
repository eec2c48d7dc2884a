"""A decision → the date, with the words and the evidence that decided, in plain English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from seriatim.model import Basis, DateCandidate, Span, When
from seriatim.temporal import edtf, intervals
from seriatim.temporal.dating import candidates as c
from seriatim.temporal.dating.view import Event, Timex, View

if TYPE_CHECKING:
    from numpy import ndarray

SHOWN = 5  # candidates that a reviewer sees
LIKELY = 0.05  # the least likely of them


def when(
    view: View, event: int, candidates: Sequence[c.Candidate], scores: ndarray, chosen: int
) -> When:
    """The chosen date of an event, why, and what else it could have been."""
    mention, choice = view.events[event], candidates[chosen]
    because = reasons(view, mention, candidates, scores, chosen)
    others = tuple(
        DateCandidate(
            candidates[n].value, round(float(scores[n, 0]), 2), _span(view, candidates[n])
        )
        for n in sorted(range(len(candidates)), key=lambda n: (-scores[n, 0], n))[:SHOWN]
        if scores[n, 0] >= LIKELY
    )
    if choice.flags & c.RULE:
        return replace(mention.proposal, because=because, candidates=others)
    if choice.value == edtf.UNKNOWN:
        return When(because=because, candidates=others)
    timex = view.timexes[choice.timex] if choice.timex >= 0 else None
    said = timex.expression if timex is not None else None
    dated = intervals.when(
        choice.value,
        _basis(view, mention, timex),
        said.text if said else None,
        said.span if said else None,
    )
    return replace(dated, because=because, candidates=others)


def _span(view: View, candidate: c.Candidate) -> Span | None:
    return view.timexes[candidate.timex].expression.span if candidate.timex >= 0 else None


def _basis(view: View, event: Event, timex: Timex | None) -> Basis:
    """Stated by its own sentence, counted from another time, or taken over from elsewhere."""
    if timex is None or _sentences_apart(view, event, timex) != 0:
        return "inherited"
    return "stated" if timex.expression.anchor == "none" else "relative"


def _sentences_apart(view: View, event: Event, timex: Timex) -> int | None:
    """How many sentences the event stands behind the expression; ``None`` across passages."""
    if event.text != timex.text:
        return None
    words = view.texts[event.text].words
    return words[event.word].sentence - words[timex.first].sentence


def reasons(
    view: View, event: Event, candidates: Sequence[c.Candidate], scores: ndarray, chosen: int
) -> tuple[str, ...]:
    """Where the date comes from, how its words were read, and how likely it is."""
    choice = candidates[chosen]
    if choice.value == edtf.UNKNOWN:
        return (_open(candidates, scores),)
    said = []
    if choice.timex >= 0:
        timex = view.timexes[choice.timex]
        said.append(
            f"“{timex.expression.text}” {_where(view, event, timex)}{_HOW[choice.relation]}"
        )
        if choice.reading in _READ:
            said.append(_READ[choice.reading])
    elif choice.flags & c.LEAD:
        said.append("the date that leads the passage")
    elif choice.flags & c.HEADING:
        said.append("the date of the heading")
    elif choice.flags & c.PUBLISHED:
        said.append("the document's own date")
    elif choice.flags & c.RUNNING:
        said.append("the date of an event before it")
    if choice.flags & c.RULE:
        said.append("the dating rules say the same")
    return (*said, f"estimated {round(100 * float(scores[chosen, 0]))}% right")


def _open(candidates: Sequence[c.Candidate], scores: ndarray) -> str:
    """Why no date is given: how likely the best one is."""
    dated = [n for n, one in enumerate(candidates) if one.value != edtf.UNKNOWN]
    best = max(dated, key=lambda n: float(scores[n, 0]), default=None)
    if best is None:
        return "no date stands near"
    right = round(100 * float(scores[best, 0]))
    return f"no date is likely enough: {candidates[best].value} is estimated {right}% right"


_HOW = {
    c.AT: "",
    c.DAY: ": the day of it",
    c.FROM: ": not before it",
    c.UNTIL: ": not after it",
    c.WIDE: ": the month or year of it",
    c.ALONE: "",
}
_READ = {
    c.YEAR: "its year is that of the dates around it",
    c.CLOCK: "its day is one named before it",
    c.MOVED: "counted from a date before it",
    c.WEEKDAY: "the weekday next to a day named before it",
}


def _where(view: View, event: Event, timex: Timex) -> str:
    if (
        any(word in event.chain or word == event.word for word, _, _ in timex.dates)
        and event.text == timex.text
    ):
        return "dates its clause"
    apart = _sentences_apart(view, event, timex)
    if apart == 0:
        return "in its sentence"
    if apart is None:
        return "in another passage"
    count = abs(apart)
    return f"{count} sentence{'s' if count > 1 else ''} {'before' if apart > 0 else 'after'}"
