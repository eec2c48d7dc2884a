"""The accounts of a case: who may open its workbench, and what they may do there.

They are in ``private/accounts.json`` in the case folder, with a ``.gitignore`` beside them that
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

from seriatim.messages import web as messages
from seriatim.store.files import CaseError, locked, write_whole

if TYPE_CHECKING:
    from argon2 import PasswordHasher

Role = Literal["reader", "reviewer", "owner"]
ROLES: tuple[Role, ...] = get_args(Role)  # each may do what those before it may

FOLDER, FILE = "private", "accounts.json"
IGNORE = f"{messages.PRIVATE}\n*\n".encode()
SHORTEST, LONGEST = 12, 1024  # of a password, in characters
LONGEST_NAME = 64
WAIT_SECONDS = 10.0


class Account(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An account.

    ``hash`` is the password's argon2id hash in its own notation; ``key`` is random and new with
    every password, so that a session notices that its password was changed.
    """

    name: str
    role: Role
    hash: str
    key: str

    def __repr__(self) -> str:
        """The account without what must not get into a log."""
        return f"Account({self.name!r}, {self.role!r})"


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: Literal[1]
    accounts: tuple[Account, ...]


Accounts = tuple[Account, ...]


def path(case: Path) -> Path:
    """The file of a case's accounts."""
    return case / FOLDER / FILE


def load(case: Path) -> Accounts:
    """The accounts of a case in the order in which they were made; none where there is no file.

    Raises CaseError where the file can't be read.
    """
    where = path(case)
    try:
        return msgspec.json.decode(where.read_bytes(), type=_File).accounts
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise CaseError(messages.accounts_unreadable(where, error.strerror)) from error
    except msgspec.DecodeError as error:
        raise CaseError(messages.not_accounts(where, error)) from error


def find(accounts: Iterable[Account], name: str) -> Account | None:
    """The account of a name, whichever case it is written in."""
    wanted = same(name)
    return next((a for a in accounts if same(a.name) == wanted), None)


def may(role: Role, wanted: Role) -> bool:
    """Whether a role has the rights of another."""
    return ROLES.index(role) >= ROLES.index(wanted)


def add(case: Path, name: str, role: Role, password: str) -> Account:
    """A new account.

    Raises CaseError for a name that is taken or not a name, a password of the wrong length, and a
    first account that is not an owner's.
    """
    name = clean_name(name)

    def added(there: Accounts) -> Accounts:
        if find(there, name):
            raise CaseError(messages.account_exists(case, name))
        if not there and role != "owner":
            raise CaseError(messages.first_is_owner(case))
        return (*there, made)

    check_password(password)
    made = Account(name, role, _hasher().hash(_bytes(password)), secrets.token_hex(8))
    _change(case, added)
    return made


def set_role(case: Path, name: str, role: Role) -> Account:
    """The account with another role.  Raises CaseError where there is none, or no owner is left."""
    return _replace(case, name, lambda a: msgspec.structs.replace(a, role=role))


def set_password(case: Path, name: str, password: str) -> Account:
    """The account with another password; its sessions end.

    Raises CaseError where there is none, or for a password of the wrong length.
    """
    check_password(password)
    kept = _hasher().hash(_bytes(password))
    return _replace(
        case, name, lambda a: msgspec.structs.replace(a, hash=kept, key=secrets.token_hex(8))
    )


def remove(case: Path, name: str) -> Account:
    """The account that was removed; its sessions end.

    Raises CaseError where there is none, or no owner is left.
    """
    gone = known(case, name)
    _change(case, lambda there: tuple(a for a in there if a != _known(case, there, name)))
    return gone


def verify(case: Path, name: str, password: str) -> Account | None:
    """The account with this name and password, or None.

    An unknown name takes as long as a wrong password.  A hash that was made with less work than is
    usual today is made again.  Raises CaseError where the accounts can't be read.
    """
    from argon2.exceptions import InvalidHashError, VerificationError

    account, given = find(load(case), name), _bytes(password)
    nobody = _hash_of_nobody()  # made by the first call, whoever logs in
    try:
        _hasher().verify(account.hash if account else nobody, given)
    except (VerificationError, InvalidHashError):
        return None
    if account and _hasher().check_needs_rehash(account.hash):
        return _rehashed(case, account, given)
    return account


def may_listen(host: str, case: Path, *, proxied: bool = False, names: Iterable[str] = ()) -> None:
    """Raise CaseError where a workbench without accounts would be open to other machines.

    ``host`` is the address to listen on, ``proxied`` says whether there is a proxy, ``names`` are
    other names to answer to.
    """
    beyond = not is_loopback(host) or proxied or not all(map(is_loopback, names))
    if beyond and not load(case):
        raise CaseError(messages.open_to_all(case))


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
    """A name as it is kept and shown: composed (NFC), without space around it.

    Raises CaseError where it is empty, too long or unprintable.
    """
    cleaned = unicodedata.normalize("NFC", name).strip()
    if not cleaned or len(cleaned) > LONGEST_NAME or not cleaned.isprintable():
        raise CaseError(messages.bad_account_name(name, LONGEST_NAME))
    return cleaned


def same(name: str) -> str:
    """The form of a name that is compared: other spellings of it have the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).strip().casefold())


def check_password(password: str) -> None:
    """Raise CaseError where a password is too short or too long.

    There is no other rule: rules about kinds of characters make worse passwords.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise CaseError(messages.bad_password(SHORTEST, LONGEST))


def _bytes(password: str) -> bytes:
    """The same bytes for the same password, on whichever keyboard it was typed."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


@cache
def _hasher() -> PasswordHasher:
    """The password hasher, with argon2's own settings."""
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _hash_of_nobody() -> str:
    """A hash of a password that nobody has."""
    return _hasher().hash(secrets.token_bytes(32))


def _rehashed(case: Path, account: Account, given: bytes) -> Account:
    """The account with its password hashed anew."""
    stronger = _hasher().hash(given)

    def kept(there: Account) -> Account:
        return msgspec.structs.replace(there, hash=stronger) if there.key == account.key else there

    with suppress(OSError, CaseError):  # logging in must not fail because the folder is read-only
        return _replace(case, account.name, kept)
    return account


def _known(case: Path, there: Accounts, name: str) -> Account:
    """The account of a name.  Raises CaseError."""
    found = find(there, name)
    if found is None:
        raise CaseError(messages.no_account(case, name))
    return found


def _replace(case: Path, name: str, change: Callable[[Account], Account]) -> Account:
    """The account of a name after a change, which is kept."""
    made: list[Account] = []

    def changed(there: Accounts) -> Accounts:
        old = _known(case, there, name)
        made.append(change(old))
        return tuple(made[0] if a == old else a for a in there)

    _change(case, changed)
    return made[0]


def private(case: Path) -> Path:
    """The folder of what is not to be seen by everybody, made where it is missing."""
    folder = case / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        write_whole(ignore, IGNORE)  # before anything else, so that git can never take it
    return folder


def _change(case: Path, change: Callable[[Accounts], Accounts]) -> None:
    """Change the accounts under a lock.  Raises CaseError where no owner is left."""
    folder = private(case)
    with locked(folder / ".lock", wait=WAIT_SECONDS):
        there = load(case)
        changed = change(there)
        if there and not any(a.role == "owner" for a in changed):
            raise CaseError(messages.last_owner(case))
        data = msgspec.json.format(msgspec.json.encode(_File(1, changed)), indent=2) + b"\n"
        write_whole(path(case), data, mode=0o600)
