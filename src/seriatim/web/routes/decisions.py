"""What people decide, and the log of it."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import JSONResponse
from pydantic import StringConstraints

from seriatim.case.case import EditConflict, now
from seriatim.decisions import describe
from seriatim.decisions.make import DecisionError
from seriatim.model import Act, Decision
from seriatim.store.files import CaseError
from seriatim.web import decision_requests, log_lines
from seriatim.web.auth.sessions import Visitor
from seriatim.web.case_session import Desk, Log
from seriatim.web.middleware import require
from seriatim.web.schemas import Judging, Kept, Lines, Overtook, Told, Undoing

Words = Annotated[
    str, StringConstraints(pattern=r"^d[0-9]{1,9}(\.[0-9]{1,9})?:[0-9]{1,9}-[0-9]{1,9}$")
]
_WRONG: dict[int | str, dict[str, Any]] = {
    403: {"model": Told},
    409: {"model": Overtook},
    422: {"model": Told},
}


def router(desk: Desk) -> APIRouter:
    """The routes, for a case."""
    routes = APIRouter(prefix="/api")

    @routes.get("/log")
    def log(
        request: Request,
        before: Annotated[int | None, Query(ge=1)] = None,
        limit: Annotated[int, Query(ge=1, le=1000)] = 100,
        about: Annotated[list[Words], Query(max_length=100)] = [],  # noqa: B006 - FastAPI makes its own of it
    ) -> Lines:
        """Everything that was added, decided and undone, newest first; ``before``: only lines with a lower number.

        ``about``: only what was decided about words, each ``DOCUMENT:START-END``, and what undid
        it.
        """
        require(request, "reader")
        found = desk.log()
        end = min(len(found.judgements), (before or len(found.judgements) + 1) - 1)
        wanted = (
            describe.about(found.judgements, _places(desk, about))
            if about
            else range(len(found.judgements))
        )
        chosen = list(islice((n for n in reversed(wanted) if n < end), limit))
        return Lines(
            judgements=log_lines.lines(found.judgements, chosen, desk.numbers()),
            head=found.head,
            all=len(found.judgements),
        )

    @routes.post("/judgements", status_code=201, response_model=Kept, responses=_WRONG)
    def judge(request: Request, wanted: Judging) -> Any:  # noqa: ANN401 - what was kept, or what stands in its way
        """Decide.  409 where somebody has decided about the same words since ``seen``."""
        visitor = require(request, "owner" if wanted.act == "remove" else "reviewer")
        try:
            made = _made(desk, wanted, visitor)
        except EditConflict as overtaken:
            found = desk.log()
            places = [
                n for n, j in enumerate(found.judgements) if j.id in {o.id for o in overtaken.since}
            ]
            since = log_lines.lines(found.judgements, places, desk.numbers())
            return JSONResponse(
                Overtook(message=f"{overtaken}: look at it again", since=since).model_dump(), 409
            )
        except DecisionError as error:
            raise HTTPException(422, str(error)) from error
        desk.changed()
        return _kept(desk, made)

    @routes.post("/undo", status_code=201, responses={**_WRONG, 409: {"model": Told}})
    def undo(request: Request, wanted: Undoing) -> Kept:
        """Undo a judgement; an undo can be undone, too.  409 where it is undone already."""
        visitor = require(request, "reviewer")
        if _undone_in_the_end(desk.log(), wanted.id) in ("add", "import", "remove"):
            require(request, "owner")
        try:
            made = desk.case.undo(wanted.id, who=visitor.who, why=wanted.why)
        except CaseError as error:
            raise HTTPException(409, str(error).removeprefix(f"{desk.case.path}: ")) from error
        desk.changed()
        return _kept(desk, (made,))

    return routes


def _undone_in_the_end(log: Log, identity: str) -> Act | None:
    """The act that undoing a judgement takes back or brings back: of an undo, what it undid."""
    by_id = {j.id: j for j in log.judgements}
    found = next((j for j in log.judgements if j.id.startswith(identity)), None)
    while found is not None and found.act == "undo":
        found = by_id.get(found.undoes or "")
    return found.act if found else None


def _kept(desk: Desk, made: tuple[Decision, ...]) -> Kept:
    last = made[-1]
    undone = (
        next((j for j in desk.log().judgements if j.id == last.undoes), None)
        if last.undoes
        else None
    )
    return Kept(
        id=last.id,
        says=describe.said(last, undone),
        head=last.id,
        previous=desk.heads(made[0].id)[0],
    )


def _made(desk: Desk, wanted: Judging, visitor: Visitor) -> tuple[Decision, ...]:
    found = desk.log()
    if wanted.act == "remove":
        held = next((h for h in found.documents if f"d{h.number}" == wanted.document), None)
        if held is None:
            raise DecisionError(
                f"{wanted.document}: there is no document of that id to take out; parts of an archive go with it"
            )
        remove = Decision(
            "",
            "remove",
            visitor.who,
            now(),
            wanted.why,
            target="document",
            document=held.sha256,
            value=held.name,
        )
        return desk.case.append([remove], seen=wanted.seen)
    chronology, decision = decision_requests.decision(
        desk.case, found.documents, found.judgements, wanted
    )
    return desk.case.decide(chronology, decision, who=visitor.who, why=wanted.why, seen=wanted.seen)


def _places(desk: Desk, about: list[str]) -> list[tuple[str, int, int]]:
    """Words as the hash of their document, their start and end."""
    sha = {identity: of for of, identity in desk.numbers().items()}
    parts = [
        (document, *span.split("-"))
        for document, _, span in (words.partition(":") for words in about)
    ]
    return [
        (sha[document], int(start), int(end)) for document, start, end in parts if document in sha
    ]
