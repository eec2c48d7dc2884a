"""Judgements in words, for people who did not make them."""

from __future__ import annotations

from collections.abc import Sequence

from seriatim import edtf
from seriatim.identities.judgements import active
from seriatim.identities.selectors import in_its_line
from seriatim.language.interface import WORDS
from seriatim.model import Judgement
from seriatim.web.forms import Line

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


def said(judgement: Judgement, undone: Judgement | None = None) -> str:
    """A judgement in a line; ``undone``: the one that it undoes."""
    several = _OF_SEVERAL.get(judgement.act)
    form = several[judgement.target == "actor"] if several else _SAYS.get(judgement.act, judgement.act)
    words = " · ".join(dict.fromkeys(f"“{_short(s.exact if judgement.target == 'actor' else in_its_line(s))}”" for s in judgement.selectors))
    date = edtf.say(judgement.value) if judgement.value and edtf.is_valid(judgement.value) else judgement.value or ""
    if judgement.act == "claim" and date:
        form += ": {date}"
    undid = (said(undone) if undone else (judgement.undoes or "")[:10]) if judgement.act == "undo" else ""
    check = WORDS.get(f"check.{judgement.value}", judgement.value)
    return form.format(value=judgement.value or "", words=words, date=date, undone=undid, question=_question(judgement), check=check)


def _question(judgement: Judgement) -> str:
    """A question about coincidence; in the log it is a line of JSON."""
    from seriatim.coincidences import Question, QuestionError

    if judgement.act != "ask" or not judgement.value:
        return ""
    try:
        question = Question.from_line(judgement.value)
    except QuestionError:
        return judgement.value
    return f"does “{question.of}” come within {question.within} {'before or ' if question.either else ''}after “{question.after}”?"


def about(judgements: Sequence[Judgement], places: Sequence[tuple[str, int, int]]) -> list[int]:
    """Where in the log something was decided about words, each the hash of its document, start and end; and where that was undone."""
    found: list[int] = []
    ids: set[str] = set()
    for n, j in enumerate(judgements):
        touches = any(s.document == sha and start < s.end and s.start < end for s in j.selectors for sha, start, end in places)
        if touches or j.undoes in ids:
            found.append(n)
            ids.add(j.id)
    return found


def lines(judgements: Sequence[Judgement], chosen: Sequence[int], documents: dict[str, str]) -> list[Line]:
    """The judgements at the places ``chosen`` of a log; ``documents``: their ids by hash."""
    by_id = {j.id: j for j in judgements}
    standing = {j.id for j in active(judgements)}
    undone = {j.undoes for j in judgements if j.act == "undo"}
    return [_line(n, judgements[n], by_id, standing, undone, documents) for n in chosen]


def _line(n: int, j: Judgement, by_id: dict[str, Judgement], standing: set[str], undone: set[str | None], documents: dict[str, str]) -> Line:
    sha = j.document or (j.selectors[0].document if j.selectors else "")
    return Line(
        number=n + 1,
        id=j.id,
        act=j.act,
        who=j.who,
        at=j.at,
        why=j.why,
        target=j.target,
        value=j.value,
        says=said(j, by_id.get(j.undoes or "")),
        undone=j.id in undone if j.act == "undo" else j.id not in standing,
        document=documents.get(sha),
        quotes=[" ".join(s.exact.split()) for s in j.selectors],
        undoes=j.undoes,
    )


def _short(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= SHORT else folded[: SHORT - 1] + "…"
