"""uvicorn's HTTP/1.1, with a limit that it lacks: how long the head of a request may take."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 15.0


class Protocol(H11Protocol):
    """A connection that is closed where a request's head is not there after one to two times ``HEAD_SECONDS``, or the rest of one that is answered.

    uvicorn limits how long a connection may be silent after an answer, not before the first request
    nor between the letters of a head: two hundred patient strangers would hold every place.
    """

    _seen: object = None  # the last request that had come when it was looked before
    _look: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to look."""
        super().connection_made(transport)
        self._look = self.loop.call_later(HEAD_SECONDS, self._check)

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no more."""
        if self._look is not None:
            self._look.cancel()
        super().connection_lost(exc)

    def _check(self) -> None:
        if self.cycle is self._seen and (self.cycle is None or self.cycle.response_complete):
            self.transport.close()
            return
        self._seen = self.cycle
        self._look = self.loop.call_later(HEAD_SECONDS, self._check)
