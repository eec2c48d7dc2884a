"""Adding documents, and building."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from starlette.concurrency import run_in_threadpool

from seriatim.messages import web as messages
from seriatim.store import input_files
from seriatim.temporal import edtf
from seriatim.web.case_session import CaseSession
from seriatim.web.middleware import require
from seriatim.web.schemas import DocumentAdded, ErrorMessage

BYTES = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}

_ADDING = ("add", "published")


def router(case_session: CaseSession) -> APIRouter:
    """The routes, for a case."""
    routes = APIRouter(prefix="/api")

    @routes.post(
        "/documents",
        status_code=201,
        responses={
            403: {"model": ErrorMessage},
            413: {"model": ErrorMessage},
            422: {"model": ErrorMessage},
        },
        openapi_extra={"requestBody": {"required": True, "content": BYTES}},
    )
    async def add(
        request: Request,
        name: Annotated[str, Query(min_length=1, max_length=500)],
        published: Annotated[str | None, Query(max_length=80)] = None,
    ) -> DocumentAdded:
        """Add a document: the body is its bytes, ``published`` its date where a person knows it."""
        visitor = require(request, "reviewer")
        if published is not None and (not edtf.is_valid(published) or published == edtf.UNKNOWN):
            raise HTTPException(422, messages.not_a_date(published))
        data = await request.body()
        if not data.strip():
            raise HTTPException(422, messages.EMPTY_FILE)

        file = input_files.printable(Path(name))
        added = await run_in_threadpool(
            _added, case_session, data, file, published=published, who=visitor.who
        )
        case_session.changed()
        return added

    @routes.post("/build", status_code=202, responses={403: {"model": ErrorMessage}})
    def build(request: Request) -> None:
        """Build the case again, as happens by itself after every change."""
        require(request, "reviewer")
        case_session.changed()

    return routes


def _added(
    case_session: CaseSession, data: bytes, name: str, *, published: str | None, who: str
) -> DocumentAdded:
    """The document of some bytes, added where it is new."""
    added = case_session.case.intake.add_bytes(data, name, published=published, who=who)
    log, identity = case_session.log(), hashlib.sha256(data).hexdigest()
    document = next(d for d in log.documents if d.sha256 == identity)
    made = [d.id for d in log.decisions if d.document == identity and d.act in _ADDING]
    if not added.new:
        head = previous = log.head
    else:
        head, previous = made[-1], case_session.heads(made[0])[0]
    return DocumentAdded(
        new=bool(added.new),
        name=document.name,
        document=f"d{document.number}",
        head=head,
        previous=previous,
    )
