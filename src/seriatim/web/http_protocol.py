"""HTTP/1.1 as uvicorn has it, with a limit on how long the head of a request may take."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 15.0
GRACE_SECONDS = 0.2
WAITING = 100  # connections without a request; a browser keeps at most six


class Protocol(H11Protocol):
    """A connection that is closed where a request takes longer than ``HEAD_SECONDS``.

    That is the time for the head, and for the rest of a request that is answered; it may take
    twice as long.  uvicorn limits only how long a connection is silent after an answer: two hundred
    slow clients would take every connection.
    """

    # Every open connection, oldest first: there may be WAITING that have no request.
    _open: ClassVar[dict[Protocol, str]] = {}
    _seen: object = None  # the request at the last check
    _next_check: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to check."""
        super().connection_made(transport)
        self._open[self] = str((transport.get_extra_info("peername") or ("",))[0])
        # Not at once: of many that connect together, those that have sent a request are not silent,
        # but are read only after all have been accepted.
        self.loop.call_later(GRACE_SECONDS, self._make_room)
        self._next_check = self.loop.call_later(HEAD_SECONDS, self._check)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop checking."""
        if self._next_check is not None:
            self._next_check.cancel()
        self._open.pop(self, None)
        super().connection_lost(exc)

    def _make_room(self) -> None:
        """Close the oldest waiting connection of the address with most, where there are too many.

        So whoever opens hundreds and says nothing loses their own.
        """
        waiting = [p for p in self._open if p.is_waiting()]
        if len(waiting) > WAITING:
            (worst, _), *_ = Counter(self._open[p] for p in waiting).most_common(1)
            oldest = next(p for p in waiting if self._open[p] == worst)
            oldest.transport.close()
            self._open.pop(oldest, None)

    def is_waiting(self) -> bool:
        """Whether no request is being answered."""
        return self.cycle is None or self.cycle.response_complete

    def _check(self) -> None:
        """Close the connection where its request has not moved on."""
        if self.cycle is self._seen and (self.cycle is None or self.cycle.response_complete):
            self.transport.close()
            return
        self._seen = self.cycle
        self._next_check = self.loop.call_later(HEAD_SECONDS, self._check)
