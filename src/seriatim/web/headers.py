"""The headers that every answer of the workbench carries."""

from __future__ import annotations

from collections.abc import Iterable

Headers = list[tuple[bytes, bytes]]

# No inline script and no inline style, nothing from elsewhere, nobody's frame; a script can't make
# markup of a text (Trusted Types).
PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'"
)
# What the API answers is never shown as a page; should a browser do so all the same, nothing in it
# runs.
DATA = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox"
ALWAYS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
BUILT = "/api/built/"


def dressed(path: str, status: int, headers: Iterable[tuple[bytes, bytes]]) -> Headers:
    """The headers of an answer: the application's, with those that every answer has in place of its own."""
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
    """Blocks of a build never change under their address; what else the API says must not lie about; pages are asked for anew."""
    if path.startswith(BUILT) and status == 200:
        return b"private, max-age=31536000, immutable"
    return b"no-store" if path.startswith("/api/") else b"no-cache"
