"""The headers of every answer of the workbench."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Headers = list[tuple[bytes, bytes]]

_NONE, _SELF = "'none'", "'self'"
_CLOSED = {
    "default-src": _NONE,
    "form-action": _NONE,
    "frame-ancestors": _NONE,
    "base-uri": _NONE,
}


def _policy(directives: Mapping[str, str]) -> str:
    """A Content Security Policy."""
    return "; ".join(f"{name} {value}".strip() for name, value in directives.items())


# No inline script or style, nothing from elsewhere, no frames; a script can't turn text into markup
# (Trusted Types).
PAGE = _policy(
    {
        **_CLOSED,
        "form-action": _SELF,
        "script-src": _SELF,
        "style-src": _SELF,
        "connect-src": _SELF,
        "img-src": f"{_SELF} data: blob:",
        "require-trusted-types-for": "'script'",
    }
)
# Answers of the API are never shown as pages; should a browser do so all the same, nothing in them
# runs.
DATA = _policy({**_CLOSED, "sandbox": ""})
_DEVICES = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
ALWAYS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": ", ".join(f"{device}=()" for device in _DEVICES).encode(),
}
BUILT = "/api/built/"


def with_headers(
    path: str, status: int, headers: Iterable[tuple[bytes, bytes]], *, secure: bool = False
) -> Headers:
    """The headers of an answer: the application's, and those that every answer has.

    A browser that came by TLS is told to come by nothing else for a year.
    """
    given = {
        **ALWAYS,
        **({b"strict-transport-security": b"max-age=31536000"} if secure else {}),
        b"content-security-policy": (DATA if path.startswith("/api/") else PAGE).encode(),
        b"cache-control": _cache(path, status),
    }
    kept = [
        (name, value)
        for name, value in headers
        if name.lower() not in given and name.lower() != b"server"
    ]
    return [*kept, *given.items()]


def _cache(path: str, status: int) -> bytes:
    """How long an answer is kept: blocks for good, other data never, pages until asked again."""
    if path.startswith(BUILT) and status == 200:
        return b"private, max-age=31536000, immutable"
    return b"no-store" if path.startswith("/api/") else b"no-cache"
