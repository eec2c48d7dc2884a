"""The accounts of a case: who may open its workbench, and what each of them may do there.

They lie in ``private/accounts.json`` in the case's folder, with a ``.gitignore`` beside them that
keeps the whole of ``private/`` out of git (docs/decisions/workbench-security.md).  A password is
kept as its argon2id hash and nowhere else.
"""

from __future__ import annotations

import ipaddress
import secrets
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from seriatim.store.files import CaseError, locked, write_whole

if TYPE_CHECKING:
    from argon2 import PasswordHasher

Role = Literal["reader", "reviewer", "owner"]
ROLES: tuple[Role, ...] = get_args(Role)  # each may do what those before it may

FOLDER, FILE = "private", "accounts.json"
IGNORE = b"# Passwords' hashes are nobody's business: nothing of this folder goes into git, this line included.\n*\n"
SHORTEST, LONGEST = 12, 1024  # of a password, in characters
LONGEST_NAME = 64
WAIT_SECONDS = 10.0


class Account(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who may log in.

    ``hash`` is the password's argon2id hash in its own notation; ``key`` is random and new with
    every password, so that sessions can tell that the password they began with holds no more.
    """

    name: str
    role: Role
    hash: str
    key: str

    def __repr__(self) -> str:
        """Without what must not get into a log."""
        return f"Account({self.name!r}, {self.role!r})"


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: Literal[1]
    accounts: tuple[Account, ...]


Accounts = tuple[Account, ...]


def path(case: Path) -> Path:
    """Where a case's accounts lie."""
    return case / FOLDER / FILE


def load(case: Path) -> Accounts:
    """The accounts of a case, in the order in which they were made; none where there is no file.  Raises CaseError where it can't be read."""
    where = path(case)
    try:
        return msgspec.json.decode(where.read_bytes(), type=_File).accounts
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise CaseError(f"{where}: the accounts can't be read ({error.strerror})") from error
    except msgspec.DecodeError as error:
        raise CaseError(
            f"{where}: this is no file of accounts ({error}); restore it from a copy, or delete it and make the accounts again"
        ) from error


def find(accounts: Iterable[Account], name: str) -> Account | None:
    """The account of a name, whichever case it is written in."""
    wanted = same(name)
    return next((a for a in accounts if same(a.name) == wanted), None)


def may(role: Role, wanted: Role) -> bool:
    """Whether a role may do what is open to another."""
    return ROLES.index(role) >= ROLES.index(wanted)


def add(case: Path, name: str, role: Role, password: str) -> Account:
    """Make an account.  Raises CaseError for a name that is taken or none, a password too short, a first account that is no owner's."""
    name = clean_name(name)

    def added(there: Accounts) -> Accounts:
        if find(there, name):
            raise CaseError(
                f"{case}: there is an account {name!r} already; change its role or its password, or choose another name"
            )
        if not there and role != "owner":
            raise CaseError(
                f"{case}: the first account has to be an owner's; add it with --role owner"
            )
        return (*there, made)

    check_password(password)
    made = Account(name, role, _hasher().hash(_bytes(password)), secrets.token_hex(8))
    _change(case, added)
    return made


def set_role(case: Path, name: str, role: Role) -> Account:
    """Give an account another role.  Raises CaseError where there is no such account, or it is the last owner's."""
    return _replace(case, name, lambda a: msgspec.structs.replace(a, role=role))


def set_password(case: Path, name: str, password: str) -> Account:
    """Give an account another password; its sessions end.  Raises CaseError where there is no such account, or the password is too short."""
    check_password(password)
    kept = _hasher().hash(_bytes(password))
    return _replace(
        case, name, lambda a: msgspec.structs.replace(a, hash=kept, key=secrets.token_hex(8))
    )


def remove(case: Path, name: str) -> Account:
    """Take an account away; its sessions end.  Raises CaseError where there is no such account, or it is the last owner's."""
    gone = known(case, name)
    _change(case, lambda there: tuple(a for a in there if a != _known(case, there, name)))
    return gone


def verify(case: Path, name: str, password: str) -> Account | None:
    """The account whose name and password these are, or None.  An unknown name takes as long as a wrong password.

    A hash that was made with less work than is asked for today is made again.  Raises CaseError
    where the accounts can't be read.
    """
    from argon2.exceptions import InvalidHashError, VerificationError

    account, given, nobody = (
        find(load(case), name),
        _bytes(password),
        _nobody(),
    )  # the first call makes it, whoever logs in
    try:
        _hasher().verify(account.hash if account else nobody, given)
    except (VerificationError, InvalidHashError):
        return None
    if account and _hasher().check_needs_rehash(account.hash):
        return _rehashed(case, account, given)
    return account


def may_listen(host: str, case: Path, *, proxied: bool = False, names: Iterable[str] = ()) -> None:
    """Raises CaseError where a workbench without accounts would be open to others than this machine's.

    ``host`` is the address to listen on, ``proxied`` whether a proxy stands before it, ``names``
    what other names it is to answer to.
    """
    beyond = not is_loopback(host) or proxied or not all(map(is_loopback, names))
    if beyond and not load(case):
        raise CaseError(
            f"{case}: whoever reaches this address could change the case; first make an account: seriatim account {case} add NAME --role owner"
        )


def is_loopback(host: str) -> bool:
    """Whether a name or an address is only ever this machine itself."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def known(case: Path, name: str) -> Account:
    """The account of a name.  Raises CaseError where there is none."""
    return _known(case, load(case), name)


def clean_name(name: str) -> str:
    """A name as it is kept and shown: composed (NFC), without space around it.  Raises CaseError where it is empty, too long or unprintable."""
    cleaned = unicodedata.normalize("NFC", name).strip()
    if not cleaned or len(cleaned) > LONGEST_NAME or not cleaned.isprintable():
        raise CaseError(
            f"{name[:80]!r}: a name has 1 to {LONGEST_NAME} characters that can be seen"
        )
    return cleaned


def same(name: str) -> str:
    """What two ways to write one name have in common."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).strip().casefold())


def check_password(password: str) -> None:
    """Raises CaseError where a password is too short or too long.  There is no other rule: rules about signs make worse passwords."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise CaseError(
            f"a password has {SHORTEST} characters or more (and {LONGEST} at most); four words that nobody else would choose are good"
        )


def _bytes(password: str) -> bytes:
    """The same bytes for the same password, on whichever keyboard it was typed."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobody() -> str:
    """A hash of a password that nobody has."""
    return _hasher().hash(secrets.token_bytes(32))


def _rehashed(case: Path, account: Account, given: bytes) -> Account:
    stronger = _hasher().hash(given)

    def kept(there: Account) -> Account:
        return msgspec.structs.replace(there, hash=stronger) if there.key == account.key else there

    with suppress(OSError, CaseError):  # logging in must not fail because the folder is read-only
        return _replace(case, account.name, kept)
    return account


def _known(case: Path, there: Accounts, name: str) -> Account:
    found = find(there, name)
    if found is None:
        raise CaseError(
            f"{case}: there is no account {name[:80]!r}; see `seriatim account {case} list`"
        )
    return found


def _replace(case: Path, name: str, change: Callable[[Account], Account]) -> Account:
    made: list[Account] = []

    def changed(there: Accounts) -> Accounts:
        old = _known(case, there, name)
        made.append(change(old))
        return tuple(made[0] if a == old else a for a in there)

    _change(case, changed)
    return made[0]


def _change(case: Path, change: Callable[[Accounts], Accounts]) -> None:
    folder = case / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        write_whole(
            ignore, IGNORE
        )  # before the first hash, so that there is no moment at which git would take it
    with locked(folder / ".lock", wait=WAIT_SECONDS):
        there = load(case)
        changed = change(there)
        if there and not any(a.role == "owner" for a in changed):
            raise CaseError(f"{case}: this is the last owner; give somebody else that role first")
        data = msgspec.json.format(msgspec.json.encode(_File(1, changed)), indent=2) + b"\n"
        write_whole(path(case), data, mode=0o600)
