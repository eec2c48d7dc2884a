"""Judgements in words, for people who did not make them."""

from __future__ import annotations

from collections.abc import Sequence

from seriatim.decisions.selectors import in_its_line
from seriatim.messages.page import WORDS
from seriatim.model import Decision
from seriatim.temporal import edtf

_SAYS = {
    "add": "added {value}",
    "import": "imported {value}",
    "remove": "took {value} out",
    "published": "dated the document {date}",
    "accept": "accepted {words}",
    "reject": "rejected {words}",
    "dispute": "marked as disputed {words}",
    "comment": "commented on {words}",
    "date": "dated {words}: {date}",
    "claim": "added by hand {words}",
    "name": "called {words} {value}",
    "names": "read {words} as the names {value}",
    "group": "put {words} into the group {value}",
    "allow": "left as it is ({check}): {words}",
    "undo": "undid: {undone}",
    "ask": "asked: {question}",
}
_OF_SEVERAL = {
    "merge": ("put together as one event: {words}", "held to be the same: {words}"),
    "split": ("held to tell something else: {words}", "held to be somebody else: {words}"),
    "apart": ("kept apart as two events: {words}", "held not to be the same: {words}"),
}
SHORT = 60  # characters of words that are quoted


def said(judgement: Decision, undone: Decision | None = None) -> str:
    """A judgement in a line; ``undone``: the one that it undoes."""
    several = _OF_SEVERAL.get(judgement.act)
    form = (
        several[judgement.target == "actor"] if several else _SAYS.get(judgement.act, judgement.act)
    )
    words = " · ".join(
        dict.fromkeys(
            f"“{_short(s.exact if judgement.target == 'actor' else in_its_line(s))}”"
            for s in judgement.selectors
        )
    )
    date = (
        edtf.say(judgement.value)
        if judgement.value and edtf.is_valid(judgement.value)
        else judgement.value or ""
    )
    if judgement.act == "claim" and date:
        form += ": {date}"
    undid = (
        (said(undone) if undone else (judgement.undoes or "")[:10])
        if judgement.act == "undo"
        else ""
    )
    check = WORDS.get(f"check.{judgement.value}", judgement.value)
    return form.format(
        value=judgement.value or "",
        words=words,
        date=date,
        undone=undid,
        question=_question(judgement),
        check=check,
    )


def _question(judgement: Decision) -> str:
    """A question about coincidence; in the log it is a line of JSON."""
    from seriatim.association import Question, QuestionError

    if judgement.act != "ask" or not judgement.value:
        return ""
    try:
        question = Question.from_line(judgement.value)
    except QuestionError:
        return judgement.value
    return f"does “{question.of}” come within {question.within} {'before or ' if question.either else ''}after “{question.after}”?"


def about(judgements: Sequence[Decision], places: Sequence[tuple[str, int, int]]) -> list[int]:
    """Where in the log something was decided about words, each the hash of its document, start and end; and where that was undone."""
    found: list[int] = []
    ids: set[str] = set()
    for n, j in enumerate(judgements):
        touches = any(
            s.document == sha and start < s.end and s.start < end
            for s in j.selectors
            for sha, start, end in places
        )
        if touches or j.undoes in ids:
            found.append(n)
            ids.add(j.id)
    return found


def _short(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= SHORT else folded[: SHORT - 1] + "…"
