"""The workbench as one ASGI application: its routes behind its middleware."""

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

from seriatim.decisions.describe import describe
from seriatim.decisions.make import DecisionError
from seriatim.messages import web as messages
from seriatim.store.files import CaseError
from seriatim.store.folder import settings
from seriatim.web.auth import accounts
from seriatim.web.auth.sessions import Sessions
from seriatim.web.case_session import CaseSession
from seriatim.web.jobs.worker import JobRefused
from seriatim.web.middleware import LOOPBACK, SecurityMiddleware
from seriatim.web.routes import data, decisions, documents, evidence, exports, login, questions
from seriatim.web.schemas import ErrorMessage

STATIC = ("workbench.js", "workbench.css")
ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorMessage} for status in (400, 401, 403, 408, 413, 422, 503)
}
SHELL = "shell.html"


def application(
    path: Path, *, who: str, hosts: frozenset[str] = LOOPBACK, proxied: bool = False
) -> SecurityMiddleware:
    """The workbench of the case at a path.

    ``who`` signs decisions where the case has no accounts, ``hosts`` are the names that the
    workbench answers to, ``proxied`` says whether it is behind a proxy.  Raises CaseError where
    there is no case.
    """
    case_session, sessions = CaseSession(path, describe), Sessions(path, who=who)
    app = api(case_session, sessions)
    audit = None
    if settings(path).audit == "reads":
        audit = accounts.private(path) / "reads.jsonl"
    return SecurityMiddleware(app, hosts=hosts, sessions=sessions, proxied=proxied, audit=audit)


def api(case_session: CaseSession, sessions: Sessions) -> FastAPI:
    """The routes without their middleware."""

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        case_session.open()
        try:
            yield
        finally:
            case_session.close()

    app = FastAPI(
        title="Seriatim",
        summary=messages.API_SUMMARY,
        description=messages.API_DESCRIPTION,
        version="1",
        lifespan=life,
        docs_url=None,
        redoc_url=None,
        responses=ERRORS,
        redirect_slashes=False,
    )
    for routes in (
        login.router(sessions),
        data.router(case_session),
        decisions.router(case_session),
        exports.router(case_session),
        questions.router(case_session),
        evidence.router(case_session),
        documents.router(case_session),
    ):
        app.include_router(routes)
    app.state.case_session = case_session
    _handle_errors(app)

    @app.get("/", include_in_schema=False)
    def shell() -> Response:
        return Response(_file(SHELL), media_type="text/html")

    @app.get("/static/{name}", include_in_schema=False)
    def static(name: str) -> Response:
        if name not in STATIC:
            raise HTTPException(404, messages.NO_FILE)
        return Response(_file("static", name), media_type=mimetypes.guess_type(name)[0])

    return app


@cache
def _file(*name: str) -> bytes:
    """The bytes of a file that comes with the workbench."""
    return resources.files("seriatim").joinpath("web", *name).read_bytes()


def _handle_errors(app: FastAPI) -> None:
    """Answer every error with ``{"message": one sentence}``, and none with a traceback."""

    @app.exception_handler(StarletteError)
    def answered(_: Request, error: StarletteError) -> JSONResponse:
        return JSONResponse({"message": str(error.detail)}, error.status_code, error.headers)

    @app.exception_handler(RequestValidationError)
    def unread(_: Request, error: RequestValidationError) -> JSONResponse:
        return JSONResponse({"message": "; ".join(map(_where, error.errors()))}, 422)

    for kind, status in ((JobRefused, 422), (DecisionError, 422), (CaseError, 409), (OSError, 503)):
        app.add_exception_handler(kind, _answering(status))


def _answering(status: int) -> Any:  # noqa: ANN401 - a handler, as FastAPI takes it
    """A handler that answers an error with a status and its message."""

    def answer(_: Request, error: Exception) -> JSONResponse:
        return JSONResponse({"message": str(error)}, status)

    return answer


def _where(error: Any) -> str:  # noqa: ANN401 - pydantic's own form
    """What is wrong with a request, and where in it."""
    place = ".".join(str(part) for part in error["loc"] if part not in ("body", "query", "path"))
    return messages.at(place, str(error["msg"]))
