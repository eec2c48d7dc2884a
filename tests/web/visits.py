"""A workbench to log in to, and people who do: shared by the tests of sessions, guard and hostile requests."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from argon2 import PasswordHasher
from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse
from starlette.testclient import TestClient

from seriatim.case.case import Case
from seriatim.web.app import _say_errors
from seriatim.web.auth import accounts
from seriatim.web.auth.sessions import Sessions
from seriatim.web.auth.throttle import Tries
from seriatim.web.middleware import LOOPBACK, UVICORN, Guard, require, visitor
from seriatim.web.routes import session

PASSWORD = "mill harbour ferry"  # noqa: S105 - of people who are not there
PATIENCE = 300.0  # seconds: a build on a machine that is busy with other tests
QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
PEOPLE: tuple[tuple[str, accounts.Role], ...] = (
    ("Ada", "owner"),
    ("Ben", "reviewer"),
    ("Cora", "reader"),
)


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


class House:
    """A case with a few routes behind its guard."""

    def __init__(
        self,
        folder: Path,
        *,
        people: bool = True,
        hosts: frozenset[str] = LOOPBACK,
        proxied: bool = False,
    ) -> None:
        self.case = Case.create(folder / "case", "A case").path
        for name, role in PEOPLE if people else ():
            accounts.add(self.case, name, role, PASSWORD)
        self.clock = Clock()
        self.sessions = Sessions(self.case, who="somebody", clock=self.clock)
        self.reached: list[str] = []
        self.inner = self._routes()
        self.app = Guard(self.inner, hosts=hosts, sessions=self.sessions, proxied=proxied)

    def _routes(self) -> FastAPI:
        app = FastAPI()
        _say_errors(app)
        app.include_router(session.router(self.sessions, Tries(self.clock)))

        @app.get("/api/who")
        def who(request: Request) -> dict[str, str]:
            self.reached.append("who")
            found = visitor(request)
            return {"who": found.who, "role": found.role, "address": found.address}

        @app.post("/api/judgements")
        async def judge(request: Request) -> dict[str, int]:
            self.reached.append("judge")
            require(request, "reviewer")
            return {"got": len(await request.body())}

        @app.post("/api/documents")
        async def add(request: Request) -> dict[str, int]:
            return {"got": len(await request.body())}

        @app.delete("/api/documents")
        def remove(request: Request) -> str:
            return require(request, "owner").who

        @app.get("/")
        @app.get("/static/workbench.js")
        @app.get("/elsewhere")
        @app.get("/api/built/b1/{name}")
        def text() -> PlainTextResponse:
            self.reached.append("text")
            return PlainTextResponse(
                "text",
                headers={
                    "server": "inner",
                    "cache-control": "public",
                    "content-security-policy": "none",
                    "x-kept": "yes",
                },
            )

        return app

    def browser(
        self,
        *,
        base_url: str = "http://127.0.0.1:8765",
        client: tuple[str, int] = ("127.0.0.1", 50000),
    ) -> Browser:
        return Browser(self.app, base_url=base_url, client=client)


class Browser(TestClient):
    """What a browser sends: its cookies and the token that it was given last."""

    def meet(self) -> int:
        """Ask who one is, as the page does when it opens; the status."""
        answer = self.get("/api/session")
        self.headers["X-Seriatim-Token"] = answer.json()["token"]
        return answer.status_code

    def log_in(self, name: str, password: str = PASSWORD) -> int:
        """Log in as the page does; the status."""
        self.meet()
        answer = self.post("/api/login", json={"name": name, "password": password})
        if answer.status_code == 200:
            self.headers["X-Seriatim-Token"] = answer.json()["token"]
        return answer.status_code


Told = dict[str, Any]


async def asked(
    app: Callable[..., Awaitable[None]],
    method: str,
    path: str,
    headers: list[tuple[str, str]],
    body: Callable[[], Awaitable[Told]] | None = None,
) -> tuple[int, dict[str, str], bytes]:
    """One request as a server hands it on, with headers as they are: status, headers and body of the answer."""
    sent: list[Told] = []

    async def nothing() -> Told:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Told) -> None:
        sent.append(message)

    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
    place, _, query = path.partition("?")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http", "path": place, "raw_path": place.encode(),
        "query_string": query.encode(), "root_path": "", "headers": raw, "client": ("127.0.0.1", 50000), "server": ("127.0.0.1", 8765), "state": {},
    }  # fmt: skip
    await app(scope, body or nothing, send)
    head = sent[0]
    return (
        head["status"],
        {k.decode(): v.decode() for k, v in head["headers"]},
        b"".join(m.get("body", b"") for m in sent[1:]),
    )


@contextmanager
def served(app: Any) -> Generator[str]:
    """The application behind a real server, as ``seriatim serve`` runs it; its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=2, **UVICORN)
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        until = time.monotonic() + PATIENCE
        while not server.started:
            assert time.monotonic() < until
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        listening.close()
