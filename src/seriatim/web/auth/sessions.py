"""Who is there: sessions in memory, their cookies and their tokens.

A session is known by a random number of 256 bits in a cookie; the server holds its hash alone.  The
token that every request but GET and HEAD has to carry is made from that number with a key of this
process, so that nothing need be held for people who have not logged in.  The server starts without
sessions: to stop it logs everybody out.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from seriatim.store.files import CaseError
from seriatim.web.auth import accounts
from seriatim.web.auth.accounts import Account, Accounts, Role

IDLE, WHOLE = 8 * 3600.0, 7 * 24 * 3600.0  # seconds: without a request, in all
AT_MOST, EACH = (
    10_000,
    20,
)  # sessions in all and of one account; the one that was used longest ago goes
_LOG = logging.getLogger("seriatim.web")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who makes a request: the name that goes into the log, what they may do, and where they are (an IP address)."""

    who: str
    role: Role
    address: str


@dataclass(slots=True)
class _Session:
    name: str
    key: str  # of the account when the session began: another password has another one
    began: float
    used: float


class Sessions:
    """The sessions of one workbench.

    ``who`` is the name that judgements carry where the case has no accounts.  Accounts that are
    made, changed or removed while the workbench runs count from the next request on.  Once there
    were accounts, nobody gets in without one, even if the file is gone.
    """

    def __init__(self, case: Path, *, who: str, clock: Callable[[], float] = time.time) -> None:
        """No session yet.  ``clock`` gives seconds."""
        self.case, self.who, self.clock = case, who, clock
        self.cookie = f"seriatim-{hashlib.sha256(os.fsencode(case.resolve())).hexdigest()[:8]}"  # two cases on one machine keep apart
        self._key = secrets.token_bytes(32)
        self._sessions: OrderedDict[bytes, _Session] = OrderedDict()
        self._lock = threading.Lock()
        self._accounts: Accounts = ()
        self._stamp: tuple[int, ...] | None = None
        self._had_accounts = False

    # Accounts

    def accounts(self) -> Accounts:
        """The accounts as they are now; none where the file is gone or can't be read."""
        stamp = _stamp(accounts.path(self.case))
        with self._lock:
            if stamp != self._stamp:
                try:
                    self._accounts = accounts.load(self.case)
                except CaseError as error:
                    _LOG.error("%s", error)
                    self._accounts = ()
                self._stamp = stamp
                self._had_accounts |= stamp is not None
            return self._accounts

    @property
    def wants_accounts(self) -> bool:
        """Whether one has to log in."""
        self.accounts()
        return self._had_accounts

    # Sessions

    def begin(self, account: Account) -> str:
        """A new session of an account; its secret number, for the cookie."""
        secret, now = secrets.token_urlsafe(32), self.clock()
        with self._lock:
            own = [identity for identity, s in self._sessions.items() if s.name == account.name]
            for identity in own[: len(own) - EACH + 1] if len(own) >= EACH else ():
                del self._sessions[identity]
            if len(self._sessions) >= AT_MOST:
                self._sessions.popitem(last=False)
            self._sessions[_hash(secret)] = _Session(account.name, account.key, now, now)
        return secret

    def account(self, secret: str, *, touch: bool = True) -> Account | None:
        """The account of a session, or None where it has ended.  ``touch``: this is a request, and the session is idle no longer."""
        there, now, identity = self.accounts(), self.clock(), _hash(secret)
        with self._lock:
            session = self._sessions.get(identity)
            if session is None:
                return None
            found = accounts.find(there, session.name)
            if (
                found is None
                or found.key != session.key
                or now - session.used > IDLE
                or now - session.began > WHOLE
            ):
                del self._sessions[identity]
                return None
            if touch:
                session.used = now
                self._sessions.move_to_end(identity)
            return found

    def end(self, secret: str) -> None:
        """End a session, where there is one."""
        with self._lock:
            self._sessions.pop(_hash(secret), None)

    # Cookies and tokens

    def secret(self, cookies: str) -> str:
        """What the ``Cookie`` header holds for this workbench; empty where it holds nothing."""
        pairs = (pair.strip().partition("=") for pair in cookies.split(";"))
        return next(
            (value for name, _, value in pairs if name == self.cookie and len(value) <= 64), ""
        )

    def set_cookie(self, secret: str, *, secure: bool) -> str:
        """The ``Set-Cookie`` header that gives a browser a session; an empty secret takes it away."""
        age = f"Max-Age={int(WHOLE)}" if secret else "Max-Age=0"
        return f"{self.cookie}={secret}; {age}; Path=/; HttpOnly; SameSite=Strict" + (
            "; Secure" if secure else ""
        )

    def token(self, secret: str) -> str:
        """The token that goes with a cookie.  Where there are no accounts there is no cookie, and one token for all."""
        return hmac.new(self._key, secret.encode(), hashlib.sha256).hexdigest()

    def is_token(self, token: str, secret: str) -> bool:
        """Whether this is the token of that cookie."""
        if self.wants_accounts and not secret:
            return False
        return hmac.compare_digest(
            token.encode(), self.token(secret if self.wants_accounts else "").encode()
        )


def new_secret() -> str:
    """A number for the cookie of somebody who is yet to log in."""
    return secrets.token_urlsafe(32)


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


def _stamp(path: Path) -> tuple[int, ...] | None:
    """What changes when a file is written anew; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError:
        return (0,)
    return (found.st_ino, found.st_mtime_ns, found.st_size)
