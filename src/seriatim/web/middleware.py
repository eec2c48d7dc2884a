"""What stands before the workbench: who may ask, from where, how much at once; and what every answer carries.

Pure ASGI, so that answers stream.  Nothing behind it is reached by a request that is not let
through here, whatever route is added later.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
import unicodedata
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

from fastapi import HTTPException, Request

from seriatim.readers.documents import MAX_BYTES
from seriatim.store.files import CaseError
from seriatim.web.auth.accounts import Role, clean_name, is_loopback, may
from seriatim.web.auth.sessions import Sessions, Visitor
from seriatim.web.headers import dressed
from seriatim.web.http_protocol import Protocol

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
SAFE = frozenset({"GET", "HEAD"})
OPEN = frozenset(
    {"/", "/favicon.ico", "/api/session", "/api/login", "/api/words"}
)  # to people who have not logged in; and /static/
MAX_JSON = 1024 * 1024
WITHIN, DOCUMENT_WITHIN = 60.0, 600.0  # seconds for a body to arrive
ONCE = frozenset(
    {
        b"host",
        b"origin",
        b"content-length",
        b"content-type",
        b"sec-fetch-site",
        b"x-seriatim-token",
        b"x-seriatim-who",
    }
)
CLOSE = ((b"connection", b"close"),)
# For uvicorn: the guard writes the access log (uvicorn's would hold what people search for) and
# trusts proxies itself.
UVICORN: dict[str, Any] = {
    "http": Protocol, "ws": "none", "server_header": False, "proxy_headers": False, "access_log": False,
    "limit_concurrency": 200, "timeout_keep_alive": 15, "h11_max_incomplete_event_size": 32 * 1024,
}  # fmt: skip
_NETLOC = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[^][:/@\s]+)(?::(?P<port>[0-9]{0,5}))?")
_LOG = logging.getLogger("seriatim.access")


def hosts(bound: str, names: Iterable[str] = ()) -> frozenset[str]:
    """The names that a workbench answers to: this machine's own, the address that it listens on, and those given for it."""
    listening = {f"[{bound}]" if ":" in bound else bound} - {"0.0.0.0", "[::]", ""}  # noqa: S104 - "everywhere" is no name
    return frozenset({*LOOPBACK, *listening, *names})


class Refused(Exception):  # noqa: N818 - said to a person, as an answer
    """A request that is not let through: the status, one sentence for the person, and headers."""

    def __init__(
        self, status: int, message: str, headers: tuple[tuple[bytes, bytes], ...] = ()
    ) -> None:
        super().__init__(message)
        self.status, self.message, self.headers = status, message, headers


class _Over(Exception):  # noqa: N818 - no error: the session behind a stream of events has ended
    pass


def visitor(request: Request) -> Visitor:
    """Who makes this request.  Raises HTTPException 401 where nobody is logged in (on the few routes that are open to them)."""
    found: Visitor | None = request.scope["state"].get("seriatim")
    if found is None:
        raise HTTPException(401, "log in first")
    return found


def require(request: Request, role: Role) -> Visitor:
    """Who makes this request, where they have at least this role.  Raises HTTPException 401 or 403."""
    found = visitor(request)
    if not may(found.role, role):
        raise HTTPException(403, f"this is for a {role}; you are logged in as a {found.role}")
    return found


class Guard:
    """The application with its guard before it.

    ``hosts``: the names that it answers to, as in a ``Host`` header without the port (``LOOPBACK``
    and those given).  ``proxied``: whether
    ``X-Forwarded-For`` and ``X-Forwarded-Proto`` of a proxy on this machine are believed.
    """

    def __init__(
        self, app: App, *, hosts: frozenset[str], sessions: Sessions, proxied: bool
    ) -> None:
        self.app, self.sessions, self.proxied = app, sessions, proxied
        self.hosts = frozenset(h.lower() for h in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.monotonic()
        passage = _Passage(scope, receive, send)
        try:
            await self._let_through(scope, passage)
        except Refused as refused:
            await passage.refuse(refused)
        except _Over:
            pass
        except Exception:
            if not passage.over:  # else it only heard that nobody listens any more
                raise
        finally:
            _write_log(scope, passage.status, time.monotonic() - started)

    async def _let_through(self, scope: Scope, passage: _Passage) -> None:
        headers = _headers(scope)
        if self.proxied:
            _believe_the_proxy(scope, headers)
        self._check_host(headers)
        _check_origin(scope, headers)
        secret = self.sessions.secret(headers.get("cookie", ""))
        found = self._visitor(scope, headers, secret)
        scope["state"] = {**scope.get("state", {}), "seriatim": found}
        path = scope["path"]
        if found is None and path not in OPEN and not path.startswith("/static/"):
            raise Refused(401, "log in first")
        if scope["method"] not in SAFE:
            if not self.sessions.is_token(headers.get("x-seriatim-token", ""), secret):
                raise Refused(
                    403, "the request carries no valid X-Seriatim-Token; load the page again"
                )
            passage.measure(headers, *_limits(path))
        if path == "/api/changes" and self.sessions.wants_accounts:
            passage.stands = lambda: self.sessions.account(secret, touch=False) is not None
        await self.app(scope, passage.receive, passage.send)

    def _check_host(self, headers: dict[str, str]) -> None:
        """Against DNS rebinding: a page of another name that points to this machine gets nothing."""
        name = _host(headers.get("host", ""))
        if name not in self.hosts:
            raise Refused(
                400,
                f"this workbench does not go by the name {headers.get('host', '')[:80]!r}; start it with --host-name to give it that name",
            )

    def _visitor(self, scope: Scope, headers: dict[str, str], secret: str) -> Visitor | None:
        address = _address(scope)
        if not self.sessions.wants_accounts:
            return Visitor(
                _named(headers.get("x-seriatim-who", "")) or self.sessions.who, "owner", address
            )
        account = self.sessions.account(secret) if secret else None
        return Visitor(account.name, account.role, address) if account else None


@dataclass
class _Passage:
    """What goes in and comes out of one request."""

    scope: Scope
    wire_in: Receive
    wire_out: Send
    limit: int = MAX_JSON
    until: float = float("inf")  # monotonic: when the body has to be here
    got: int = 0
    whole: bool = False  # whether all of the body is here
    status: int = 0
    over: bool = False  # whether the answer has ended, whatever the application still says
    stands: Callable[[], bool] = field(default=lambda: True)

    def measure(self, headers: dict[str, str], limit: int, seconds: float) -> None:
        """Set how large a body may be and how long it may take.  Raises Refused where it says beforehand that it is larger."""
        self.limit, self.until = limit, time.monotonic() + seconds
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()):
            raise Refused(400, "the Content-Length is no number")
        if (
            len(length) > 20 or int(length) > limit
        ):  # Python refuses to make a number of some thousand digits
            raise _too_large(limit)

    async def receive(self) -> Message:
        """The next part of the body, while it is small and quick enough."""
        if self.over:
            return {"type": "http.disconnect"}
        if self.whole:
            return await self.wire_in()
        try:
            async with asyncio.timeout(
                None if self.until == float("inf") else max(0.0, self.until - time.monotonic())
            ):
                message = await self.wire_in()
        except TimeoutError:
            return await self._stop(Refused(408, "the request took too long to arrive", CLOSE))
        self.got += len(message.get("body", b""))
        if self.got > self.limit:
            return await self._stop(_too_large(self.limit))
        self.whole = not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        """A part of the answer, its head with what every answer carries."""
        if self.over:
            raise _Over
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message = {
                **message,
                "headers": dressed(self.scope["path"], self.status, message.get("headers", [])),
            }
        elif message.get("more_body") and not self.stands():
            await self._end()
            raise _Over
        await self.wire_out(message)

    async def refuse(self, refused: Refused) -> None:
        """Answer with a refusal, where nothing was answered yet."""
        if self.status or self.over:
            return
        body = json.dumps({"message": refused.message}).encode()
        head = [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(body)).encode()),
            *refused.headers,
        ]
        await self.send({"type": "http.response.start", "status": refused.status, "headers": head})
        await self.send({"type": "http.response.body", "body": body})
        self.over = True

    async def _stop(self, refused: Refused) -> Message:
        await self.refuse(refused)
        return {"type": "http.disconnect"}

    async def _end(self) -> None:
        self.over = True
        await self.wire_out({"type": "http.response.body", "body": b"", "more_body": False})


def _headers(scope: Scope) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        key = name.lower().decode("latin-1")
        if key in found and name.lower() in ONCE:
            raise Refused(400, f"the header {key} stands there twice")
        joint = "; " if key == "cookie" else ", "
        found[key] = (
            f"{found[key]}{joint}{value.decode('latin-1')}"
            if key in found
            else value.decode("latin-1")
        )
    if (
        "content-length" in found and "transfer-encoding" in found
    ):  # a proxy may hold one for its end, and the server the other
        raise Refused(400, "the request says in two ways where it ends", CLOSE)
    return found


def _believe_the_proxy(scope: Scope, headers: dict[str, str]) -> None:
    """Take over what a proxy on this machine says of the browser: of the addresses the last, which is the one that it saw itself."""
    if not is_loopback(_address(scope)):
        return
    if headers.get("x-forwarded-proto") in ("http", "https"):
        scope["scheme"] = headers["x-forwarded-proto"]
    address = headers.get("x-forwarded-for", "").rpartition(",")[2].strip().strip("[]")
    if address and all(c.isalnum() or c in ".:" for c in address) and len(address) <= 45:
        scope["client"] = (address, 0)


def _check_origin(scope: Scope, headers: dict[str, str]) -> None:
    """Refuse what a page of another origin asks.  Programs other than browsers send neither header; they need the token like everybody."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if scope["method"] in SAFE:
        if scope["path"].startswith("/api/") and site in ("cross-site", "same-site"):
            raise Refused(403, "another page can't ask the workbench")
        return
    if site not in (None, "same-origin"):
        raise Refused(403, "another page can't change anything in the workbench")
    if origin is not None and _origin(origin) != (
        scope["scheme"],
        *_port(headers["host"], scope["scheme"]),
    ):
        raise Refused(
            403,
            f"a page of {origin[:80]!r} can't change anything here; behind a proxy, start with --behind-proxy (docs/workbench.md)",
        )


def _origin(origin: str) -> tuple[str, str, int] | None:
    scheme, _, rest = origin.partition("://")
    return (scheme, *_port(rest, scheme)) if rest else None


def _port(netloc: str, scheme: str) -> tuple[str, int]:
    """The name and the port of an address; the scheme's own port where it has none."""
    found = _NETLOC.fullmatch(netloc)
    return _host(netloc), int(
        (found and found["port"]) or {"http": 80, "https": 443}.get(scheme, 0)
    )


def _host(netloc: str) -> str:
    """The name in a ``Host`` header, without its port; empty where it is none."""
    found = _NETLOC.fullmatch(netloc)
    return found["name"].lower() if found else ""


def _limits(path: str) -> tuple[int, float]:
    return (MAX_BYTES, DOCUMENT_WITHIN) if path == "/api/documents" else (MAX_JSON, WITHIN)


def _too_large(limit: int) -> Refused:
    return Refused(
        413,
        f"this is larger than {limit >> 20} MB"
        + (": split it into parts" if limit == MAX_BYTES else ""),
    )


def _named(header: str) -> str:
    """The name that a person gave themselves where there are no accounts; empty where they gave none."""
    if not header:
        return ""
    try:
        return clean_name(unicodedata.normalize("NFC", unquote(header, errors="strict")))
    except (CaseError, UnicodeDecodeError):
        raise Refused(400, "X-Seriatim-Who is no name that can be shown") from None


def _address(scope: Scope) -> str:
    return str((scope.get("client") or ("", 0))[0])


def _write_log(scope: Scope, status: int, seconds: float) -> None:
    """One line a request: no query, no header, no body."""
    found = scope.get("state", {}).get("seriatim")
    who = quote(found.who, safe=" ") if found else "-"
    _LOG.info(
        "%s %s %s %s %d %.0f ms",
        _address(scope),
        who,
        scope["method"],
        quote(scope["path"]),
        status,
        seconds * 1000,
    )
