"""What is looked at: the state, the blocks of a build, changes as they happen, and what filters and searches find."""

from __future__ import annotations

import gzip
import json
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from fastapi.responses import StreamingResponse

from seriatim.messages.page import WORDS
from seriatim.messages.workbench import WORK
from seriatim.temporal import edtf
from seriatim.web.case_session import Change, Desk
from seriatim.web.middleware import require
from seriatim.web.schemas import Events, Found, State, Told, Words

Filter = Annotated[str, Query(max_length=2000)]
Built = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
Block = Annotated[
    str, Path(pattern=r"^(index|links|actors|queue|grounds|(events|documents)-[0-9]{1,6})$")
]


def router(desk: Desk) -> APIRouter:
    """The routes, for a case."""
    routes = APIRouter(prefix="/api")

    @routes.get("/words")
    def words() -> Words:
        """The words of the interface; open to everybody."""
        return Words(words=WORDS | WORK, months=list(edtf.MONTH_NAMES))

    @routes.get("/state")
    def state(request: Request) -> State:
        """The case now."""
        require(request, "reader")
        return State(**desk.state())

    @routes.get(
        "/built/{built}/{name}",
        response_class=Response,
        responses={200: {"content": {"application/json": {}}}, 410: {"model": Told}},
    )
    def block(request: Request, built: Built, name: Block) -> Response:
        """A block of a build: it never changes.  410 where another build has taken its place."""
        require(request, "reader")
        found = desk.case.block(built, name)
        if found is None:
            raise HTTPException(
                410, "another build has taken the place of this one; read the state again"
            )
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
        """What changes, as server-sent events: judged, working, built, problem."""
        require(request, "reader")
        return StreamingResponse(_stream(desk), media_type="text/event-stream")

    @routes.get("/search")
    def search(
        request: Request, words: Filter, limit: Annotated[int, Query(ge=1, le=1000)] = 100
    ) -> list[Found]:
        """Passages that have all of the words, best first."""
        require(request, "reader")
        return [
            Found(document=h.document, start=h.start, words=h.words)
            for h in desk.case.search(words, limit)
        ]

    @routes.get("/events", responses={200: {"model": Events}})
    def events(
        request: Request,
        filter: Filter = "",  # noqa: A002 - what it is called everywhere
        offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
        limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    ) -> Response:
        """Events that a filter chooses, in the interchange form."""
        require(request, "reader")
        n, found = desk.asking.run("events", filter, offset, limit)
        return Response(b'{"all":%d,"events":%s}' % (n, found), media_type="application/json")

    return routes


async def _stream(desk: Desk) -> AsyncIterator[bytes]:
    yield b"retry: 2000\n\n"
    async for change in desk.changes():
        yield _event(change) if change else b": here\n\n"


def _event(change: Change) -> bytes:
    return f"event: {change.name}\ndata: {json.dumps(change.content)}\n\n".encode()
