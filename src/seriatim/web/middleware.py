"""Security middleware: who may ask, from where and how much, and the headers of every answer.

Pure ASGI, so that answers stream.  A request that is refused here reaches no route, whichever are
added later.
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
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, unquote_plus

from fastapi import HTTPException, Request

from seriatim.messages import web as messages
from seriatim.messages.visible import is_plain
from seriatim.readers.documents import MAX_BYTES
from seriatim.store.files import CaseError, append
from seriatim.web.auth.accounts import Role, clean_name, is_loopback, may
from seriatim.web.auth.sessions import Sessions, Visitor
from seriatim.web.headers import with_headers
from seriatim.web.http_protocol import Protocol

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
SAFE = frozenset({"GET", "HEAD"})
# Open to people who have not logged in, as is /static/.
OPEN = frozenset({"/", "/favicon.ico", "/api/session", "/api/login", "/api/words"})
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
# For uvicorn: the middleware writes the access log, since uvicorn's would have what people search
# for, and decides itself about proxies.
UVICORN: dict[str, Any] = {
    "http": Protocol,
    "ws": "none",
    "server_header": False,
    "proxy_headers": False,
    "access_log": False,
    # Connections without a request are closed by Protocol before this many are open.
    "limit_concurrency": 600,
    "timeout_keep_alive": 15,
    "h11_max_incomplete_event_size": 32 * 1024,
}
_NETLOC = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[^][:/@\s]+)(?::(?P<port>[0-9]{0,5}))?")
_LOG = logging.getLogger("seriatim.access")


def hosts(bound: str, names: Iterable[str] = ()) -> frozenset[str]:
    """The names that a workbench answers to: this machine's, its address, and given ones."""
    listening = {f"[{bound}]" if ":" in bound else bound} - {"0.0.0.0", "[::]", ""}  # noqa: S104 - "everywhere" is no name
    return frozenset({*LOOPBACK, *listening, *names})


class RequestRefused(Exception):  # noqa: N818 - said to a person, as an answer
    """A request that is refused: the status, one sentence for the person, and headers."""

    def __init__(
        self, status: int, message: str, headers: tuple[tuple[bytes, bytes], ...] = ()
    ) -> None:
        super().__init__(message)
        self.status, self.message, self.headers = status, message, headers


class _SessionEnded(Exception):  # noqa: N818 - not an error
    """The session behind a stream of events has ended."""


def visitor(request: Request) -> Visitor:
    """The visitor who makes a request.  Raises HTTPException 401 where nobody is logged in."""
    found: Visitor | None = request.scope["state"].get("seriatim")
    if found is None:
        raise HTTPException(401, messages.LOG_IN)
    return found


def require(request: Request, role: Role) -> Visitor:
    """The visitor, who has at least this role.  Raises HTTPException 401 or 403."""
    found = visitor(request)
    if not may(found.role, role):
        raise HTTPException(403, messages.needs_role(role, found.role))
    return found


class SecurityMiddleware:
    """An application behind the checks.

    ``hosts`` are the names that it answers to, as in a ``Host`` header without the port;
    ``proxied`` says whether ``X-Forwarded-For`` and ``X-Forwarded-Proto`` from a proxy on this
    machine are trusted, ``audit`` is the file in which every request for data is recorded.
    """

    def __init__(
        self,
        app: App,
        *,
        hosts: frozenset[str],
        sessions: Sessions,
        proxied: bool,
        audit: Path | None = None,
    ) -> None:
        self.app, self.sessions, self.proxied, self.audit = app, sessions, proxied, audit
        self.hosts = frozenset(h.lower() for h in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a connection."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check, answer and log a request."""
        started = time.monotonic()
        exchange = _Exchange(scope, receive, send)
        try:
            await self._check(scope, exchange)
        except RequestRefused as refused:
            await exchange.refuse(refused)
        except _SessionEnded:
            pass
        except Exception:
            if not exchange.over:  # else it only noticed that the browser is gone
                raise
        finally:
            _write_log(scope, exchange.status, time.monotonic() - started)
            if self.audit is not None:
                _write_audit(self.audit, scope, exchange.status)

    async def _check(self, scope: Scope, exchange: _Exchange) -> None:
        """Pass a request on to the application, or raise RequestRefused."""
        headers = _headers(scope)
        if self.proxied:
            _trust_proxy(scope, headers)
        self._check_host(headers)
        if not is_plain(unquote_plus(scope.get("query_string", b"").decode("latin-1"))):
            raise RequestRefused(400, messages.NOT_PLAIN)
        _check_origin(scope, headers)
        secret = self.sessions.secret(headers.get("cookie", ""))
        found = self._visitor(scope, headers, secret)
        scope["state"] = {**scope.get("state", {}), "seriatim": found}
        path = scope["path"]
        if found is None and path not in OPEN and not path.startswith("/static/"):
            raise RequestRefused(401, messages.LOG_IN)
        if scope["method"] not in SAFE:
            if not self.sessions.is_token(headers.get("x-seriatim-token", ""), secret):
                raise RequestRefused(403, messages.NO_TOKEN)
            exchange.limit_body(headers, *_limits(path))
        if path == "/api/changes" and self.sessions.wants_accounts:
            exchange.is_logged_in = lambda: self.sessions.account(secret, touch=False) is not None
        await self.app(scope, exchange.receive, exchange.send)

    def _check_host(self, headers: dict[str, str]) -> None:
        """Refuse other names, against DNS rebinding."""
        name = _host(headers.get("host", ""))
        if name not in self.hosts:
            raise RequestRefused(400, messages.unknown_host(headers.get("host", "")))

    def _visitor(self, scope: Scope, headers: dict[str, str], secret: str) -> Visitor | None:
        """Who makes a request; ``None`` where nobody is logged in."""
        address = _address(scope)
        if not self.sessions.wants_accounts:
            return Visitor(
                _named(headers.get("x-seriatim-who", "")) or self.sessions.who, "owner", address
            )
        account = self.sessions.account(secret) if secret else None
        return Visitor(account.name, account.role, address) if account else None


@dataclass
class _Exchange:
    """What one request sends and gets."""

    scope: Scope
    wire_in: Receive
    wire_out: Send
    limit: int = MAX_JSON
    until: float = float("inf")  # monotonic: when the body has to have arrived
    got: int = 0
    whole: bool = False  # whether the whole body has arrived
    status: int = 0
    over: bool = False  # whether the answer has ended, whatever the application still sends
    is_logged_in: Callable[[], bool] = field(default=lambda: True)

    def limit_body(self, headers: dict[str, str], limit: int, seconds: float) -> None:
        """Set how large a body may be and how long it may take.

        Raises RequestRefused where its Content-Length is larger.
        """
        self.limit, self.until = limit, time.monotonic() + seconds
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()):
            raise RequestRefused(400, messages.NO_LENGTH)
        # Python refuses to make a number of some thousand digits.
        if len(length) > 20 or int(length) > limit:
            raise _too_large(limit)

    async def receive(self) -> Message:
        """The next part of the body, as long as it is small and quick enough."""
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
            return await self._stop(RequestRefused(408, messages.TOO_SLOW, CLOSE))
        self.got += len(message.get("body", b""))
        if self.got > self.limit:
            return await self._stop(_too_large(self.limit))
        self.whole = not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        """Send a part of the answer, its head with the headers of every answer."""
        if self.over:
            raise _SessionEnded
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message = {
                **message,
                "headers": with_headers(
                    self.scope["path"],
                    self.status,
                    message.get("headers", []),
                    secure=self.scope.get("scheme") == "https",
                ),
            }
        elif message.get("more_body") and not self.is_logged_in():
            await self._end()
            raise _SessionEnded
        await self.wire_out(message)

    async def refuse(self, refused: RequestRefused) -> None:
        """Answer with a refusal, unless an answer has begun."""
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

    async def _stop(self, refused: RequestRefused) -> Message:
        """Refuse a request while its body arrives."""
        await self.refuse(refused)
        return {"type": "http.disconnect"}

    async def _end(self) -> None:
        """End an answer."""
        self.over = True
        await self.wire_out({"type": "http.response.body", "body": b"", "more_body": False})


def _headers(scope: Scope) -> dict[str, str]:
    """The headers by name.  Raises RequestRefused where they contradict one another."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        key = name.lower().decode("latin-1")
        if key in found and name.lower() in ONCE:
            raise RequestRefused(400, messages.twice(key))
        joint = "; " if key == "cookie" else ", "
        found[key] = (
            f"{found[key]}{joint}{value.decode('latin-1')}"
            if key in found
            else value.decode("latin-1")
        )
    # A proxy may go by one of them, and the server by the other.
    if "content-length" in found and "transfer-encoding" in found:
        raise RequestRefused(400, messages.TWO_LENGTHS, CLOSE)
    return found


def _trust_proxy(scope: Scope, headers: dict[str, str]) -> None:
    """Take the browser's address and scheme from a proxy on this machine.

    Of several addresses that is the last one, which the proxy saw itself.
    """
    if not is_loopback(_address(scope)):
        return
    if headers.get("x-forwarded-proto") in ("http", "https"):
        scope["scheme"] = headers["x-forwarded-proto"]
    address = headers.get("x-forwarded-for", "").rpartition(",")[2].strip().strip("[]")
    if address and all(c.isalnum() or c in ".:" for c in address) and len(address) <= 45:
        scope["client"] = (address, 0)


def _check_origin(scope: Scope, headers: dict[str, str]) -> None:
    """Refuse requests from pages of another origin.

    Programs other than browsers send neither header; they need the token as well.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if scope["method"] in SAFE:
        if scope["path"].startswith("/api/") and site in ("cross-site", "same-site"):
            raise RequestRefused(403, messages.OTHER_PAGE_READS)
        return
    if site not in (None, "same-origin"):
        raise RequestRefused(403, messages.OTHER_PAGE_WRITES)
    if origin is not None and _origin(origin) != (
        scope["scheme"],
        *_port(headers["host"], scope["scheme"]),
    ):
        raise RequestRefused(403, messages.other_origin(origin))


def _origin(origin: str) -> tuple[str, str, int] | None:
    """Scheme, name and port of an ``Origin`` header; ``None`` where it is none."""
    scheme, _, rest = origin.partition("://")
    return (scheme, *_port(rest, scheme)) if rest else None


def _port(netloc: str, scheme: str) -> tuple[str, int]:
    """The name and the port of an address; the scheme's own port where it has none."""
    found = _NETLOC.fullmatch(netloc)
    return _host(netloc), int(
        (found and found["port"]) or {"http": 80, "https": 443}.get(scheme, 0)
    )


def _host(netloc: str) -> str:
    """The name in a ``Host`` header, without its port; empty where it is not a name."""
    found = _NETLOC.fullmatch(netloc)
    return found["name"].lower() if found else ""


def _limits(path: str) -> tuple[int, float]:
    """The size and the seconds that a body may have."""
    return (MAX_BYTES, DOCUMENT_WITHIN) if path == "/api/documents" else (MAX_JSON, WITHIN)


def _too_large(limit: int) -> RequestRefused:
    """The refusal of a body that is too large."""
    return RequestRefused(413, messages.too_large(limit >> 20, can_split=limit == MAX_BYTES))


def _named(header: str) -> str:
    """The name that a visitor without an account has chosen; empty where there is none."""
    if not header:
        return ""
    try:
        return clean_name(unicodedata.normalize("NFC", unquote(header, errors="strict")))
    except (CaseError, UnicodeDecodeError):
        raise RequestRefused(400, messages.BAD_NAME) from None


def _address(scope: Scope) -> str:
    """The IP address of a browser."""
    return str((scope.get("client") or ("", 0))[0])


def _write_audit(path: Path, scope: Scope, status: int) -> None:
    """Record who has asked for what data: a line of JSON, on the disk before the next request."""
    found = scope.get("state", {}).get("seriatim")
    if not scope["path"].startswith("/api/") or scope["path"] in OPEN:
        return
    line = {
        "at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "who": found.who if found else None,
        "address": _address(scope),
        "method": scope["method"],
        "path": scope["path"],
        "query": unquote_plus(scope.get("query_string", b"").decode("latin-1")),
        "status": status,
    }
    append(path, json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")


def _write_log(scope: Scope, status: int, seconds: float) -> None:
    """Log one line for a request, without its query, headers and body."""
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
