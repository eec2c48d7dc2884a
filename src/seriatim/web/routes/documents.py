"""Documents that are added, and building."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from starlette.concurrency import run_in_threadpool

from seriatim.store import intake
from seriatim.temporal import edtf
from seriatim.web.case_session import Desk
from seriatim.web.middleware import require
from seriatim.web.schemas import Taken, Told

BYTES = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


def router(desk: Desk) -> APIRouter:
    """The routes, for a case."""
    routes = APIRouter(prefix="/api")

    @routes.post(
        "/documents",
        status_code=201,
        responses={403: {"model": Told}, 413: {"model": Told}, 422: {"model": Told}},
        openapi_extra={"requestBody": {"required": True, "content": BYTES}},
    )
    async def add(
        request: Request,
        name: Annotated[str, Query(min_length=1, max_length=500)],
        published: Annotated[str | None, Query(max_length=80)] = None,
    ) -> Taken:
        """Add one document: the body is the file's bytes, ``name`` its name, ``published`` its date where a person knows it."""
        visitor = require(request, "reviewer")
        if published is not None and (not edtf.is_valid(published) or published == edtf.UNKNOWN):
            raise HTTPException(
                422, f"{published!r} is not a date such as 1917-01-16, 1917-01 or 1917"
            )
        data = await request.body()
        if not data.strip():
            raise HTTPException(422, "the file is empty: there is nothing to read")

        def kept() -> Taken:
            added = desk.case.add_bytes(
                data, intake.printable(Path(name)), published=published, who=visitor.who
            )
            log, identity = desk.log(), hashlib.sha256(data).hexdigest()
            held = next(h for h in log.documents if h.sha256 == identity)
            made = (
                [
                    j.id
                    for j in log.judgements
                    if j.document == identity and j.act in ("add", "published")
                ]
                if added.new
                else []
            )
            previous = desk.heads(made[0])[0] if made else log.head
            return Taken(
                new=bool(made),
                name=held.name,
                document=f"d{held.number}",
                head=made[-1] if made else log.head,
                previous=previous,
            )

        taken = await run_in_threadpool(kept)
        desk.changed()
        return taken

    @routes.post("/build", status_code=202, responses={403: {"model": Told}})
    def build(request: Request) -> None:
        """Read what is new and make the chronology again; it happens by itself after every change."""
        require(request, "reviewer")
        desk.changed()

    return routes
