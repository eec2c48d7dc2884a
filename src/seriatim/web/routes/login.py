"""Login, logout and the current user: ``/api/session``, ``/api/login``, ``/api/logout``."""

from __future__ import annotations

import math
from typing import Any

import anyio
import anyio.to_thread
from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from seriatim.messages import web as messages
from seriatim.store.files import CaseError
from seriatim.web.auth import accounts
from seriatim.web.auth.sessions import Sessions, Visitor, new_secret
from seriatim.web.auth.throttle import LoginThrottle
from seriatim.web.schemas import ErrorMessage

AT_ONCE = 2  # passwords checked at a time: each takes 64 MB and 0.1 s of two cores
QUEUE = 20  # attempts that may wait for their turn


class Login(BaseModel):
    """Somebody's name and password."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    name: str = Field(min_length=1, max_length=accounts.LONGEST_NAME)
    password: str = Field(min_length=1, max_length=accounts.LONGEST)


class Session(BaseModel):
    """The current user.

    ``accounts`` says whether a login is needed, ``token`` is for the header ``X-Seriatim-Token`` of
    requests other than GET.
    """

    who: str
    role: accounts.Role
    accounts: bool
    token: str


class LoginNeeded(ErrorMessage):
    """A login is needed; with the token for it."""

    token: str


def router(sessions: Sessions, throttle: LoginThrottle | None = None) -> APIRouter:
    """The routes, for a workbench's sessions."""
    routes, throttled, limiter = (
        APIRouter(prefix="/api"),
        throttle or LoginThrottle(),
        anyio.CapacityLimiter(AT_ONCE),
    )

    @routes.get("/session", response_model=Session, responses={401: {"model": LoginNeeded}})
    def session(request: Request) -> Any:  # noqa: ANN401 - a session, or the answer that there is none
        """The current user, and the token for requests that change something."""
        return _current(sessions, request)

    @routes.post("/login", responses={409: {"model": ErrorMessage}, 429: {"model": ErrorMessage}})
    async def login(request: Request, response: Response, given: Login) -> Session:
        """Log in: a new session in place of another."""
        if not sessions.wants_accounts:
            raise HTTPException(409, messages.NO_ACCOUNTS)
        address = str(request.client.host) if request.client else ""
        name = accounts.same(given.name)
        is_full = limiter.statistics().tasks_waiting >= QUEUE
        _refuse_early(1.0 if is_full else throttled.begin(name, address))
        account = await _verified(sessions, given, limiter)
        throttled.succeeded(name, address)
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
        """Log out: the server forgets the session, the browser its cookie and the case."""
        if not sessions.wants_accounts:
            return Response(status_code=204)
        sessions.end(_secret(sessions, request))
        gone = sessions.set_cookie("", secure=request.url.scheme == "https")
        return Response(status_code=204, headers={"set-cookie": gone, "clear-site-data": '"cache"'})

    return routes


def _current(sessions: Sessions, request: Request) -> Session | Response:
    """The current user, or the answer that a login is needed."""
    found: Visitor | None = request.scope["state"]["seriatim"]
    if not sessions.wants_accounts and found:
        return Session(who=found.who, role=found.role, accounts=False, token=sessions.token(""))
    secret = _secret(sessions, request)
    if found and secret:
        return Session(who=found.who, role=found.role, accounts=True, token=sessions.token(secret))
    return _log_in(sessions, request, secret or new_secret())


def _refuse_early(wait: float) -> None:
    """Refuse an attempt to log in that has to wait."""
    if wait:
        seconds = math.ceil(wait)
        raise HTTPException(429, messages.wait(seconds), {"Retry-After": str(seconds)})


async def _verified(
    sessions: Sessions, given: Login, limiter: anyio.CapacityLimiter
) -> accounts.Account:
    """The account of a name and a password.  Raises HTTPException 401, 503."""
    try:
        account = await anyio.to_thread.run_sync(
            accounts.verify, sessions.case, given.name, given.password, limiter=limiter
        )
    except CaseError:
        raise HTTPException(503, messages.ACCOUNTS_UNREADABLE) from None
    if account is None:
        raise HTTPException(401, messages.WRONG_PASSWORD)
    return account


def _secret(sessions: Sessions, request: Request) -> str:
    """The secret in the cookie of a request."""
    return sessions.secret(request.headers.get("cookie", ""))


def _log_in(sessions: Sessions, request: Request, secret: str) -> Response:
    """The answer that a login is needed, with a token for it."""
    body = {"message": messages.LOG_IN, "token": sessions.token(secret)}
    return JSONResponse(
        body, 401, {"set-cookie": sessions.set_cookie(secret, secure=request.url.scheme == "https")}
    )
