"""Logging in and out, and who one is: ``/api/session``, ``/api/login``, ``/api/logout``."""

from __future__ import annotations

import math
from typing import Any

import anyio
import anyio.to_thread
from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from seriatim.store.files import CaseError
from seriatim.web.auth import accounts
from seriatim.web.auth.sessions import Sessions, Visitor, new_secret
from seriatim.web.auth.throttle import Tries
from seriatim.web.schemas import Told

AT_ONCE = 2  # passwords that are checked at a time: each takes 64 MB and 0.1 s of two cores
QUEUE = 20  # tries that may wait for their turn


class Login(BaseModel):
    """Somebody's name and password."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    name: str = Field(min_length=1, max_length=accounts.LONGEST_NAME)
    password: str = Field(min_length=1, max_length=accounts.LONGEST)


class Session(BaseModel):
    """Who is there: ``accounts`` says whether one has to log in, ``token`` is what requests other than GET carry in ``X-Seriatim-Token``."""

    who: str
    role: accounts.Role
    accounts: bool
    token: str


class LogIn(Told):
    """That one has to log in, with the token for it."""

    token: str


def router(sessions: Sessions, tries: Tries | None = None) -> APIRouter:
    """The routes, for a workbench's sessions."""
    routes, counted, limiter = (
        APIRouter(prefix="/api"),
        tries or Tries(),
        anyio.CapacityLimiter(AT_ONCE),
    )

    @routes.get("/session", response_model=Session, responses={401: {"model": LogIn}})
    def session(request: Request) -> Any:  # noqa: ANN401 - a session, or the answer that there is none
        """Who is there, and the token for all that changes something."""
        found: Visitor | None = request.scope["state"]["seriatim"]
        if not sessions.wants_accounts and found:
            return Session(who=found.who, role=found.role, accounts=False, token=sessions.token(""))
        secret = _secret(sessions, request)
        if found and secret:
            return Session(
                who=found.who, role=found.role, accounts=True, token=sessions.token(secret)
            )
        return _log_in(sessions, request, secret or new_secret())

    @routes.post("/login", responses={409: {"model": Told}, 429: {"model": Told}})
    async def login(request: Request, response: Response, given: Login) -> Session:
        """Log in: a new session, whatever was there before."""
        if not sessions.wants_accounts:
            raise HTTPException(409, "this case has no accounts: nobody need log in")
        address = str(request.client.host) if request.client else ""
        name = accounts.same(given.name)
        wait = 1.0 if limiter.statistics().tasks_waiting >= QUEUE else counted.begin(name, address)
        if wait:
            seconds = math.ceil(wait)
            raise HTTPException(
                429, f"too many tries to log in; wait {seconds} s", {"Retry-After": str(seconds)}
            )
        try:
            account = await anyio.to_thread.run_sync(
                accounts.verify, sessions.case, given.name, given.password, limiter=limiter
            )
        except CaseError:
            raise HTTPException(
                503, "the accounts can't be read; the server's own messages say why"
            ) from None
        if account is None:
            raise HTTPException(401, "the name or the password is wrong")
        counted.right(name, address)
        sessions.end(_secret(sessions, request))
        secret = sessions.begin(account)
        response.headers["set-cookie"] = sessions.set_cookie(
            secret, secure=request.url.scheme == "https"
        )
        return Session(
            who=account.name, role=account.role, accounts=True, token=sessions.token(secret)
        )

    @routes.post("/logout", status_code=204)
    def logout(request: Request) -> Response:
        """Log out: the session is gone from the server, the cookie and what was kept of the case from the browser."""
        if not sessions.wants_accounts:
            return Response(status_code=204)
        sessions.end(_secret(sessions, request))
        gone = sessions.set_cookie("", secure=request.url.scheme == "https")
        return Response(status_code=204, headers={"set-cookie": gone, "clear-site-data": '"cache"'})

    return routes


def _secret(sessions: Sessions, request: Request) -> str:
    return sessions.secret(request.headers.get("cookie", ""))


def _log_in(sessions: Sessions, request: Request, secret: str) -> Response:
    body = {"message": "log in first", "token": sessions.token(secret)}
    return JSONResponse(
        body, 401, {"set-cookie": sessions.set_cookie(secret, secure=request.url.scheme == "https")}
    )
