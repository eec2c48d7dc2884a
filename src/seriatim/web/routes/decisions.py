"""Decisions and their log."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import JSONResponse
from pydantic import StringConstraints

from seriatim.case import EditConflict
from seriatim.decisions import describe
from seriatim.decisions.make import DecisionError
from seriatim.messages import decisions as decision_messages
from seriatim.messages import web as messages
from seriatim.model import Act, Decision
from seriatim.store.files import CaseError
from seriatim.web import decision_requests, log_lines
from seriatim.web.auth.sessions import Visitor
from seriatim.web.case_session import CaseSession, LogState
from seriatim.web.middleware import require
from seriatim.web.schemas import (
    DecisionRecorded,
    EditConflictMessage,
    ErrorMessage,
    LogPage,
    NewDecision,
    UndoRequest,
)

Words = Annotated[
    str, StringConstraints(pattern=r"^d[0-9]{1,9}(\.[0-9]{1,9})?:[0-9]{1,9}-[0-9]{1,9}$")
]
_WRONG: dict[int | str, dict[str, Any]] = {
    403: {"model": ErrorMessage},
    409: {"model": EditConflictMessage},
    422: {"model": ErrorMessage},
}


def router(case_session: CaseSession) -> APIRouter:
    """The routes, for a case."""
    routes = APIRouter(prefix="/api")

    @routes.get("/log")
    def log(
        request: Request,
        before: Annotated[int | None, Query(ge=1)] = None,
        limit: Annotated[int, Query(ge=1, le=1000)] = 100,
        about: Annotated[list[Words], Query(max_length=100)] = [],  # noqa: B006 - FastAPI makes its own of it
    ) -> LogPage:
        """The log, newest first; ``before``: only lines with a lower number.

        ``about``: only decisions about some words, each ``DOCUMENT:START-END``, and what undid
        them.
        """
        require(request, "reader")
        return _page(case_session, before, limit, about)

    @routes.post("/decisions", status_code=201, response_model=DecisionRecorded, responses=_WRONG)
    def decide(request: Request, wanted: NewDecision) -> Any:  # noqa: ANN401 - what was kept, or what stands in its way
        """Decide; 409 where somebody has decided about the same words since ``seen``."""
        visitor = require(request, "owner" if wanted.act == "remove" else "reviewer")
        try:
            made = _made(case_session, wanted, visitor)
        except EditConflict as conflict:
            return JSONResponse(_conflict(case_session, conflict).model_dump(), 409)
        except DecisionError as error:
            raise HTTPException(422, str(error)) from error
        case_session.changed()
        return _kept(case_session, made)

    @routes.post("/undo", status_code=201, responses={**_WRONG, 409: {"model": ErrorMessage}})
    def undo(request: Request, wanted: UndoRequest) -> DecisionRecorded:
        """Undo a decision or an undo; 409 where it is already undone."""
        visitor = require(request, "reviewer")
        if _original_act(case_session.log(), wanted.id) in ("add", "import", "remove"):
            require(request, "owner")
        try:
            made = case_session.case.undo(wanted.id, who=visitor.who, why=wanted.why)
        except CaseError as error:
            raise HTTPException(
                409, str(error).removeprefix(f"{case_session.case.path}: ")
            ) from error
        case_session.changed()
        return _kept(case_session, (made,))

    return routes


def _page(case_session: CaseSession, before: int | None, limit: int, about: list[str]) -> LogPage:
    """A part of the log, newest first."""
    found = case_session.log()
    end = min(len(found.decisions), (before or len(found.decisions) + 1) - 1)
    wanted: Sequence[int] = range(len(found.decisions))
    if about:
        wanted = describe.about(found.decisions, _places(case_session, about))
    chosen = list(islice((n for n in reversed(wanted) if n < end), limit))
    return LogPage(
        decisions=log_lines.lines(found.decisions, chosen, case_session.numbers()),
        head=found.head,
        all=len(found.decisions),
    )


def _conflict(case_session: CaseSession, conflict: EditConflict) -> EditConflictMessage:
    """What others have decided in the meantime."""
    log = case_session.log()
    since = {d.id for d in conflict.since}
    places = [n for n, d in enumerate(log.decisions) if d.id in since]
    return EditConflictMessage(
        message=messages.look_again(conflict),
        since=log_lines.lines(log.decisions, places, case_session.numbers()),
    )


def _original_act(log: LogState, identity: str) -> Act | None:
    """The act of a decision; of an undo, that of the decision which it undid in the end."""
    by_id = {j.id: j for j in log.decisions}
    found = next((j for j in log.decisions if j.id.startswith(identity)), None)
    while found is not None and found.act == "undo":
        found = by_id.get(found.undoes or "")
    return found.act if found else None


def _kept(case_session: CaseSession, made: tuple[Decision, ...]) -> DecisionRecorded:
    """What was recorded, as the API answers."""
    last = made[-1]
    undone = (
        next((j for j in case_session.log().decisions if j.id == last.undoes), None)
        if last.undoes
        else None
    )
    return DecisionRecorded(
        id=last.id,
        says=describe.describe(last, undone),
        head=last.id,
        previous=case_session.heads(made[0].id)[0],
    )


def _made(case_session: CaseSession, wanted: NewDecision, visitor: Visitor) -> tuple[Decision, ...]:
    """The decisions that a request makes, recorded."""
    found = case_session.log()
    if wanted.act == "remove":
        held = next((h for h in found.documents if f"d{h.number}" == wanted.document), None)
        if held is None:
            raise DecisionError(decision_messages.no_removable_document(wanted.document))
        return (
            case_session.case.intake.remove(
                held, who=visitor.who, why=wanted.why, seen=wanted.seen
            ),
        )
    chronology, made = decision_requests.request(
        case_session.case, found.documents, found.decisions, wanted
    )
    return case_session.case.log.decide(
        chronology, made, who=visitor.who, why=wanted.why, seen=wanted.seen
    )


def _places(case_session: CaseSession, about: list[str]) -> list[tuple[str, int, int]]:
    """The hash of the document, the start and the end of some words."""
    sha = {identity: of for of, identity in case_session.numbers().items()}
    parts = [
        (document, *span.split("-"))
        for document, _, span in (words.partition(":") for words in about)
    ]
    return [
        (sha[document], int(start), int(end)) for document, start, end in parts if document in sha
    ]
