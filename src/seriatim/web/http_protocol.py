"""HTTP/1.1 as uvicorn has it, with a limit on how long the head of a request may take."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 15.0


class Protocol(H11Protocol):
    """A connection that is closed where a request takes longer than ``HEAD_SECONDS``.

    That is the time for the head, and for the rest of a request that is answered; it may take
    twice as long.  uvicorn limits only how long a connection is silent after an answer: two hundred
    slow clients would take every connection.
    """

    _seen: object = None  # the request at the last check
    _next_check: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to check."""
        super().connection_made(transport)
        self._next_check = self.loop.call_later(HEAD_SECONDS, self._check)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop checking."""
        if self._next_check is not None:
            self._next_check.cancel()
        super().connection_lost(exc)

    def _check(self) -> None:
        """Close the connection where its request has not moved on."""
        if self.cycle is self._seen and (self.cycle is None or self.cycle.response_complete):
            self.transport.close()
            return
        self._seen = self.cycle
        self._next_check = self.loop.call_later(HEAD_SECONDS, self._check)
