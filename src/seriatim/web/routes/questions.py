"""What is asked of the whole case: each answers as the command of its name."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from fastapi import APIRouter, HTTPException, Query, Request

from seriatim.association.question import Made, Question, QuestionError, length
from seriatim.messages.workbench import SAID
from seriatim.web.case_session import Desk
from seriatim.web.middleware import require
from seriatim.web.schemas import Answer, Asked, Asking, Open, Text, Told

Filter = Annotated[str, Query(max_length=2000)]
_OPEN: dict[str, tuple[str, ...]] = {
    "made_of": get_args(Made),
    "made_after": get_args(Made),
    "period": (),
    "window_fixed": ("yes", "no"),
}


def router(desk: Desk) -> APIRouter:
    """The routes, for a case."""
    routes = APIRouter(prefix="/api")

    @routes.get("/listing")
    def listing(request: Request, filter: Filter = "") -> Text:  # noqa: A002 - what it is called everywhere
        """What ``seriatim show`` prints."""
        require(request, "reader")
        return Text(text=desk.asking.run("listing", filter))

    @routes.get("/check")
    def check(request: Request) -> Text:
        """What ``seriatim check`` prints."""
        require(request, "reader")
        return Text(text=desk.asking.run("check"))

    @routes.get("/contacts")
    def contacts(request: Request, filter: Filter = "") -> Text:  # noqa: A002
        """What ``seriatim contacts`` prints."""
        require(request, "reader")
        return Text(text=desk.asking.run("contacts", filter))

    @routes.get("/evidence")
    def evidence(request: Request, filter: Filter = "") -> Text:  # noqa: A002
        """What ``seriatim evidence`` prints."""
        require(request, "reader")
        return Text(text=desk.asking.run("evidence", filter))

    @routes.post("/coincide", responses={403: {"model": Told}, 422: {"model": Told}})
    def coincide(request: Request, wanted: Asking) -> Asked:
        """A question about coincidence: what it leaves open is asked back; with ``ask`` it goes into the log and is answered."""
        visitor = require(request, "reviewer" if wanted.ask else "reader")
        try:
            question = _question(wanted)
        except QuestionError as error:
            raise HTTPException(422, str(error)) from error
        if not wanted.ask:
            return Asked(question=question.as_line(), questions=_open(wanted), answer=None)
        found = desk.asking.run("coincide", question, desk.case.tried())
        desk.case.ask(question, who=visitor.who)
        desk.changed()
        return Asked(question=found.question, questions=_open(wanted), answer=_answer(found))

    @routes.get("/coincidences")
    def coincidences(request: Request) -> list[Answer]:
        """The questions that were asked so far, with what comes of them now."""
        require(request, "reader")
        return [_answer(found) for found in desk.asking.run("coincidences")]

    return routes


def _question(wanted: Asking) -> Question:
    return Question(
        wanted.of,
        wanted.after,
        length(wanted.within),
        length(wanted.lag) if wanted.lag else None,
        wanted.either,
        wanted.made_of or "unknown",
        wanted.made_after or "unknown",
        wanted.period or None,
        bool(wanted.window_fixed),
        wanted.method,
    )


def _open(wanted: Asking) -> list[Open]:
    missing = [field for field in _OPEN if getattr(wanted, field) in (None, "")]
    return [
        Open(field=field, says=SAID[f"coincide.{field}"], choices=list(_OPEN[field]))
        for field in missing
    ]


def _answer(found: Any) -> Answer:  # noqa: ANN401 - jobs.Asked, which only the worker imports
    return Answer(question=found.question, words=found.words, picture=found.picture)
