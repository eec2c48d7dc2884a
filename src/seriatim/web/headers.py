"""The headers of every answer of the workbench."""

from __future__ import annotations

from collections.abc import Iterable

Headers = list[tuple[bytes, bytes]]

# No inline script or style, nothing from elsewhere, no frames; a script can't turn text into markup
# (Trusted Types).
PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data: blob:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'"
)
# Answers of the API are never shown as pages; should a browser do so all the same, nothing in them
# runs.
DATA = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox"
ALWAYS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": (
        b"camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
}
BUILT = "/api/built/"


def with_headers(path: str, status: int, headers: Iterable[tuple[bytes, bytes]]) -> Headers:
    """The headers of an answer: the application's, and those that every answer has."""
    given = {
        **ALWAYS,
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
