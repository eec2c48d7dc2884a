"""Views of the case: its state, the blocks of a build, changes as they happen, searches."""

from __future__ import annotations

import gzip
import json
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from fastapi.responses import StreamingResponse

from seriatim.messages import web as messages
from seriatim.messages.page import WORDS
from seriatim.messages.workbench import WORKBENCH
from seriatim.temporal import edtf
from seriatim.web.case_session import CaseSession, Change
from seriatim.web.middleware import require
from seriatim.web.schemas import ErrorMessage, EventPage, SearchHit, State, Words

Filter = Annotated[str, Query(max_length=2000)]
Built = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
_BLOCKS = "index|links|actors|queue|grounds"
Block = Annotated[str, Path(pattern=rf"^({_BLOCKS}|(events|documents)-[0-9]{{1,6}})$")]


def router(case_session: CaseSession) -> APIRouter:
    """The routes, for a case."""
    routes = APIRouter(prefix="/api")

    @routes.get("/words")
    def words() -> Words:
        """The words of the interface; open to everybody."""
        return Words(words=WORDS | WORKBENCH, months=list(edtf.MONTH_NAMES))

    @routes.get("/state")
    def state(request: Request) -> State:
        """The case now."""
        require(request, "reader")
        return State(**case_session.state())

    @routes.get(
        "/built/{built}/{name}",
        response_class=Response,
        responses={200: {"content": {"application/json": {}}}, 410: {"model": ErrorMessage}},
    )
    def block(request: Request, built: Built, name: Block) -> Response:
        """A block of a build, which never changes; 410 where a newer build has replaced it."""
        require(request, "reader")
        found = case_session.case.blocks.get(built, name)
        if found is None:
            raise HTTPException(410, messages.BUILD_REPLACED)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(
                found,
                media_type="application/json",
                headers={"content-encoding": "gzip", "vary": "accept-encoding"},
            )
        return Response(
            gzip.decompress(found),
            media_type="application/json",
            headers={"vary": "accept-encoding"},
        )

    @routes.get(
        "/changes",
        response_class=StreamingResponse,
        responses={200: {"content": {"text/event-stream": {}}}},
    )
    async def changes(request: Request) -> StreamingResponse:
        """What changes, as server-sent events: decided, working, built, problem."""
        require(request, "reader")
        return StreamingResponse(_stream(case_session), media_type="text/event-stream")

    @routes.get("/search")
    def search(
        request: Request, words: Filter, limit: Annotated[int, Query(ge=1, le=1000)] = 100
    ) -> list[SearchHit]:
        """Passages that have the words, with the entries that they tell, best first."""
        require(request, "reader")
        return [
            SearchHit(
                document=h.document,
                start=h.start,
                end=h.end,
                words=h.words,
                entry=h.event,
                edtf=h.edtf,
                headline=h.headline,
                score=h.score,
            )
            for h in case_session.case.results.search(words, limit).results
        ]

    @routes.get("/events", responses={200: {"model": EventPage}})
    def events(
        request: Request,
        filter: Filter = "",  # noqa: A002 - what it is called everywhere
        offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
        limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    ) -> Response:
        """Events that a filter selects, in the interchange form."""
        require(request, "reader")
        n, found = case_session.asking.run("events", filter, offset, limit)
        return Response(b'{"all":%d,"events":%s}' % (n, found), media_type="application/json")

    return routes


async def _stream(case_session: CaseSession) -> AsyncIterator[bytes]:
    """The changes of a case as server-sent events."""
    yield b"retry: 2000\n\n"
    async for change in case_session.changes():
        yield _event(change) if change else b": here\n\n"


def _event(change: Change) -> bytes:
    """A change as a server-sent event."""
    return f"event: {change.name}\ndata: {json.dumps(change.content)}\n\n".encode()
