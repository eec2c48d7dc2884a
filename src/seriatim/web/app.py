"""The workbench as one ASGI application: its routes behind its guard."""

from __future__ import annotations

import mimetypes
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteError

from seriatim.decisions.describe import said
from seriatim.decisions.make import DecisionError
from seriatim.store.files import CaseError
from seriatim.web.auth.sessions import Sessions
from seriatim.web.case_session import Desk
from seriatim.web.jobs.worker import Refused
from seriatim.web.middleware import LOOPBACK, Guard
from seriatim.web.routes import data, decisions, documents, intake, questions, resting, session
from seriatim.web.schemas import Told

STATIC = ("workbench.js", "workbench.css")
ABOUT = "Every request but GET carries the header `X-Seriatim-Token` with the token that `/api/session` gives, or that comes with its 401."
ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": Told} for status in (400, 401, 403, 408, 413, 422, 503)
}
SHELL = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Seriatim</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/workbench.css">
</head>
<body><div id="app"></div><script src="/static/workbench.js"></script></body>
</html>
"""


def application(
    path: Path, *, who: str, hosts: frozenset[str] = LOOPBACK, proxied: bool = False
) -> Guard:
    """The workbench of the case at a path.

    ``who`` signs judgements where the case has no accounts; ``hosts`` are the names that it answers
    to; ``proxied``: a proxy stands before it. Raises CaseError where there is no case.
    """
    desk, sessions = Desk(path, said), Sessions(path, who=who)
    return Guard(api(desk, sessions), hosts=hosts, sessions=sessions, proxied=proxied)


def api(desk: Desk, sessions: Sessions) -> FastAPI:
    """The routes without their guard."""

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        desk.open()
        try:
            yield
        finally:
            desk.close()

    app = FastAPI(
        title="Seriatim",
        summary="The workbench of one case.",
        description=ABOUT,
        version="1",
        lifespan=life,
        docs_url=None,
        redoc_url=None,
        responses=ERRORS,
        redirect_slashes=False,
    )
    for routes in (
        session.router(sessions),
        data.router(desk),
        decisions.router(desk),
        documents.router(desk),
        questions.router(desk),
        resting.router(desk),
        intake.router(desk),
    ):
        app.include_router(routes)
    app.state.desk = desk
    _say_errors(app)

    @app.get("/", include_in_schema=False)
    def shell() -> Response:
        return Response(SHELL, media_type="text/html")

    @app.get("/static/{name}", include_in_schema=False)
    def static(name: str) -> Response:
        if name not in STATIC:
            raise HTTPException(404, "there is no such file")
        return Response(_static(name), media_type=mimetypes.guess_type(name)[0])

    return app


@cache
def _static(name: str) -> bytes:
    return resources.files("seriatim").joinpath("web", "static", name).read_bytes()


def _say_errors(app: FastAPI) -> None:
    """Every error is ``{"message": one sentence}``, and none a traceback."""

    @app.exception_handler(StarletteError)
    def answered(_: Request, error: StarletteError) -> JSONResponse:
        return JSONResponse({"message": str(error.detail)}, error.status_code, error.headers)

    @app.exception_handler(RequestValidationError)
    def unread(_: Request, error: RequestValidationError) -> JSONResponse:
        return JSONResponse({"message": "; ".join(map(_where, error.errors()))}, 422)

    for kind, status in ((Refused, 422), (DecisionError, 422), (CaseError, 409), (OSError, 503)):
        app.add_exception_handler(kind, _answering(status))


def _answering(status: int) -> Any:  # noqa: ANN401 - a handler, as FastAPI takes it
    def answer(_: Request, error: Exception) -> JSONResponse:
        return JSONResponse({"message": str(error)}, status)

    return answer


def _where(error: Any) -> str:  # noqa: ANN401 - pydantic's own form
    """What is wrong with a request, and where in it."""
    place = ".".join(str(part) for part in error["loc"] if part not in ("body", "query", "path"))
    return f"{place}: {error['msg']}" if place else str(error["msg"])
