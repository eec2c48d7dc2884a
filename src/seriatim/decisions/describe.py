"""Descriptions of decisions, for people who did not make them."""

from __future__ import annotations

from collections.abc import Sequence

from seriatim.decisions.selectors import with_context
from seriatim.messages import decisions as messages
from seriatim.messages.page import WORDS
from seriatim.model import Decision
from seriatim.temporal import edtf

SHORT = 60  # characters of words that are quoted


def describe(decision: Decision, undone: Decision | None = None) -> str:
    """A decision in one line, as it follows the name of the person; ``undone``: what it undoes."""
    date = _date(decision.value or "")
    text = _template(decision)
    if decision.act == "claim" and date:
        text = messages.WITH_DATE.format(text=text, date="{date}")
    return text.format(
        value=decision.value or "",
        words=_words(decision),
        date=date,
        undone=_undone(decision, undone),
        question=_question(decision),
        check=WORDS.get(f"check.{decision.value}", decision.value),
    )


def about(decisions: Sequence[Decision], places: Sequence[tuple[str, int, int]]) -> list[int]:
    """The positions of the decisions about some words, and of those that undid them.

    A place is the hash of a document, a start and an end.
    """
    found: list[int] = []
    ids: set[str] = set()
    for n, d in enumerate(decisions):
        touches = any(
            s.document == sha and start < s.end and s.start < end
            for s in d.selectors
            for sha, start, end in places
        )
        if touches or d.undoes in ids:
            found.append(n)
            ids.add(d.id)
    return found


def _template(decision: Decision) -> str:
    """The sentence for what was decided, to be filled in."""
    about_several = (
        messages.DECIDED_OF_ACTORS if decision.target == "actor" else messages.DECIDED_OF_EVENTS
    )
    return about_several.get(decision.act) or messages.DECIDED.get(decision.act, decision.act)


def _words(decision: Decision) -> str:
    """The quotations that a decision rests on; of events with their context."""
    is_name = decision.target == "actor"
    return messages.all_of(
        _short(s.exact if is_name else with_context(s)) for s in decision.selectors
    )


def _date(value: str) -> str:
    """A value in words where it is a date; else as it is."""
    return edtf.say(value) if value and edtf.is_valid(value) else value


def _undone(decision: Decision, undone: Decision | None) -> str:
    """The decision that an undo is about, in words or by its id."""
    if decision.act != "undo":
        return ""
    return describe(undone) if undone else (decision.undoes or "")[:10]


def _question(decision: Decision) -> str:
    """A question about coincidence; in the log it is a line of JSON."""
    from seriatim.association import Question, QuestionError

    if decision.act != "ask" or not decision.value:
        return ""
    try:
        found = Question.from_line(decision.value)
    except QuestionError:
        return decision.value
    return messages.question(found.of, found.after, found.within, either=found.either)


def _short(words: str) -> str:
    """Words on one line, cut where they are long."""
    folded = " ".join(words.split())
    return folded if len(folded) <= SHORT else folded[: SHORT - 1] + "…"
