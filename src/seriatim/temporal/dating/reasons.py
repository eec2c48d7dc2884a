"""A decision → the date, with the words and the evidence that decided, in plain English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from seriatim.messages import dating as messages
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
        if choice.flags & c.ENTRY:
            said.append(messages.DATE_ABOVE)
    elif choice.flags & c.LEAD:
        said.append(messages.LEAD_DATE)
    elif choice.flags & c.HEADING:
        said.append(messages.HEADING_DATE)
    elif choice.flags & c.PUBLISHED:
        said.append(messages.DOCUMENT_DATE)
    elif choice.flags & c.RUNNING:
        said.append(messages.EARLIER_EVENT_DATE)
    if choice.flags & c.RULE:
        said.append(messages.RULES_AGREE)
    return (*said, messages.estimated(round(100 * float(scores[chosen, 0]))))


def _open(candidates: Sequence[c.Candidate], scores: ndarray) -> str:
    """Why no date is given: how likely the best one is."""
    dated = [n for n, one in enumerate(candidates) if one.value != edtf.UNKNOWN]
    best = max(dated, key=lambda n: float(scores[n, 0]), default=None)
    if best is None:
        return messages.NO_DATE_NEAR
    return messages.not_likely_enough(candidates[best].value, round(100 * float(scores[best, 0])))


_HOW = {
    c.AT: "",
    c.DAY: messages.DAY,
    c.FROM: messages.FROM,
    c.UNTIL: messages.UNTIL,
    c.WIDE: messages.WIDE,
    c.ALONE: "",
}
_READ = {
    c.YEAR: messages.YEAR_AROUND,
    c.CLOCK: messages.DAY_BEFORE,
    c.MOVED: messages.COUNTED,
    c.WEEKDAY: messages.WEEKDAY_BESIDE,
    c.MONTH_BESIDE: messages.MONTH_BESIDE,
    c.FROM_ENTRY: messages.COUNTED_FROM_ABOVE,
}


def _where(view: View, event: Event, timex: Timex) -> str:
    if (
        any(word in event.chain or word == event.word for word, _, _ in timex.dates)
        and event.text == timex.text
    ):
        return messages.DATES_ITS_CLAUSE
    apart = _sentences_apart(view, event, timex)
    if apart == 0:
        return messages.IN_ITS_SENTENCE
    if apart is None:
        return messages.IN_ANOTHER_PASSAGE
    return messages.sentences_apart(apart)
