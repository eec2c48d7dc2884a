"""Questions about the whole case, answered as by the command of the same name."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from fastapi import APIRouter, HTTPException, Query, Request

from seriatim.association.question import Made, Question, QuestionError, length
from seriatim.messages.workbench import SERVER
from seriatim.web.case_session import CaseSession
from seriatim.web.middleware import require
from seriatim.web.schemas import (
    CoincidenceAnswer,
    CoincidenceReply,
    CoincidenceRequest,
    CommandOutput,
    ErrorMessage,
    OpenQuestion,
)

Filter = Annotated[str, Query(max_length=2000)]
_FIELDS: dict[str, tuple[str, ...]] = {
    "made_of": get_args(Made),
    "made_after": get_args(Made),
    "period": (),
    "window_fixed": ("yes", "no"),
}


def router(case_session: CaseSession) -> APIRouter:
    """The routes, for a case."""
    routes = APIRouter(prefix="/api")

    @routes.get("/listing")
    def listing(request: Request, filter: Filter = "") -> CommandOutput:  # noqa: A002 - what it is called everywhere
        """What ``seriatim show`` prints."""
        require(request, "reader")
        return CommandOutput(text=case_session.asking.run("listing", filter))

    @routes.get("/check")
    def check(request: Request) -> CommandOutput:
        """What ``seriatim check`` prints."""
        require(request, "reader")
        return CommandOutput(text=case_session.asking.run("check"))

    @routes.get("/contacts")
    def contacts(request: Request, filter: Filter = "") -> CommandOutput:  # noqa: A002
        """What ``seriatim contacts`` prints."""
        require(request, "reader")
        return CommandOutput(text=case_session.asking.run("contacts", filter))

    @routes.get("/evidence")
    def evidence(request: Request, filter: Filter = "") -> CommandOutput:  # noqa: A002
        """What ``seriatim evidence`` prints."""
        require(request, "reader")
        return CommandOutput(text=case_session.asking.run("evidence", filter))

    @routes.post(
        "/coincide", responses={403: {"model": ErrorMessage}, 422: {"model": ErrorMessage}}
    )
    def coincide(request: Request, wanted: CoincidenceRequest) -> CoincidenceReply:
        """A question about coincidence, with what it leaves open.

        With ``ask`` it is kept in the log and answered.
        """
        visitor = require(request, "reviewer" if wanted.ask else "reader")
        try:
            question = _question(wanted)
        except QuestionError as error:
            raise HTTPException(422, str(error)) from error
        if not wanted.ask:
            return CoincidenceReply(
                question=question.as_line(), questions=_open_questions(wanted), answer=None
            )
        found = case_session.asking.run("coincide", question, case_session.case.questions.asked())
        case_session.case.questions.ask(question, who=visitor.who)
        case_session.changed()
        return CoincidenceReply(
            question=found.question, questions=_open_questions(wanted), answer=_answer(found)
        )

    @routes.get("/coincidences")
    def coincidences(request: Request) -> list[CoincidenceAnswer]:
        """The questions that were asked so far, with their present answers."""
        require(request, "reader")
        return [_answer(found) for found in case_session.asking.run("coincidences")]

    return routes


def _question(wanted: CoincidenceRequest) -> Question:
    """The question of a request.  Raises QuestionError."""
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


def _open_questions(wanted: CoincidenceRequest) -> list[OpenQuestion]:
    """What has to be answered first."""
    missing = [field for field in _FIELDS if getattr(wanted, field) in (None, "")]
    return [
        OpenQuestion(field=field, says=SERVER[f"coincide.{field}"], choices=list(_FIELDS[field]))
        for field in missing
    ]


def _answer(found: Any) -> CoincidenceAnswer:  # noqa: ANN401 - an Answered of the worker
    return CoincidenceAnswer(question=found.question, words=found.words, picture=found.picture)
