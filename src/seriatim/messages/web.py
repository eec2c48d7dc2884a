"""What the workbench's server, its accounts and its API say to a person."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

API_SUMMARY = "The workbench of one case."
API_DESCRIPTION = (
    "Every request but GET has to carry the header `X-Seriatim-Token` with the token that "
    "`/api/session` gives, or that comes with its 401."
)

# Requests that are refused

LOG_IN = "log in first"
NO_TOKEN = "the request has no valid X-Seriatim-Token; reload the page"  # noqa: S105 - a sentence
NO_LENGTH = "the Content-Length is not a number"
TOO_SLOW = "the request took too long to arrive"
TWO_LENGTHS = "the request gives its length in two ways"
OTHER_PAGE_READS = "another page can't read from the workbench"
OTHER_PAGE_WRITES = "another page can't change anything in the workbench"
BAD_NAME = "X-Seriatim-Who is not a name that can be shown"
NO_FILE = "there is no such file"


def needs_role(wanted: str, role: str) -> str:
    """The role of an account is too low."""
    return f"this needs the role {wanted}; you are logged in as {role}"


def unknown_host(host: str) -> str:
    """A request is for another name."""
    return (
        f"this workbench does not answer to the name {host[:80]!r}; "
        "start it with --host-name to give it that name"
    )


def twice(header: str) -> str:
    """A header comes twice."""
    return f"the header {header} appears twice"


def other_origin(origin: str) -> str:
    """A page from elsewhere wants to change something."""
    return (
        f"a page from {origin[:80]!r} can't change anything here; "
        "behind a proxy, start with --behind-proxy (docs/workbench.md)"
    )


def too_large(megabytes: int, *, can_split: bool) -> str:
    """A body is larger than what is taken."""
    return f"this is larger than {megabytes} MB" + (": split it into parts" if can_split else "")


def at(place: str, message: str) -> str:
    """What is wrong with a request, and where in it."""
    return f"{place}: {message}" if place else message


# Logging in

NO_ACCOUNTS = "this case has no accounts: there is no need to log in"
ACCOUNTS_UNREADABLE = "the accounts can't be read; see the messages of the server"
WRONG_PASSWORD = "the name or the password is wrong"  # noqa: S105 - a sentence


def wait(seconds: int) -> str:
    """Too many wrong passwords."""
    return f"too many attempts to log in; wait {seconds} s"


# Accounts

PRIVATE = "# Password hashes are private: nothing in this folder goes into git, not even this file."


def accounts_unreadable(path: Path, why: str | None) -> str:
    """The system refuses the file."""
    return f"{path}: the accounts can't be read ({why})"


def not_accounts(path: Path, error: object) -> str:
    """The file has another form."""
    return (
        f"{path}: this is not an accounts file ({error}); "
        "restore it from a copy, or delete it and make the accounts again"
    )


def account_exists(case: Path, name: str) -> str:
    """A name is taken."""
    return (
        f"{case}: there is already an account {name!r}; "
        "change its role or its password, or choose another name"
    )


def first_is_owner(case: Path) -> str:
    """The first account has too low a role."""
    return f"{case}: the first account must be an owner's; add it with --role owner"


def last_owner(case: Path) -> str:
    """Nobody would be an owner any more."""
    return f"{case}: this is the last owner; make someone else an owner first"


def no_account(case: Path, name: str) -> str:
    """A name has no account."""
    return f"{case}: there is no account {name[:80]!r}; see `seriatim account {case} list`"


def open_to_all(case: Path) -> str:
    """The workbench would be open to other machines without accounts."""
    return (
        f"{case}: anyone who reaches this address could change the case; "
        f"make an account first: seriatim account {case} add NAME --role owner"
    )


def bad_account_name(name: str, longest: int) -> str:
    """A name is empty, too long or can't be seen."""
    return f"{name[:80]!r}: a name has 1 to {longest} visible characters"


def bad_password(shortest: int, longest: int) -> str:
    """A password is too short or too long."""
    return (
        f"a password has at least {shortest} characters (at most {longest}); "
        "four words that nobody else would choose are good"
    )


# Jobs

MAKING_PAGE = "preparing the page"
NO_CONTACTS = "no contacts"
ENDED = "the job was ended by the system, perhaps because memory ran out; try again"
CLOSING = "the workbench is closing"


def fault(job: str, error: Exception) -> str:
    """A fault of the program."""
    return f"{job}: this is a bug in the program, please report it: {type(error).__name__}: {error}"


# Routes

BUILD_REPLACED = "a newer build has replaced this one; read the state again"
EMPTY_FILE = "the file is empty: there is nothing to read"


def look_again(conflict: object) -> str:
    """Somebody else has decided about the same words."""
    return f"{conflict}: look at it again"


def not_a_date(value: str) -> str:
    """A date has another form."""
    return f"{value!r} is not a date such as 1917-01-16, 1917-01 or 1917"


def no_format(form: str, known: Iterable[str]) -> str:
    """A format is unknown."""
    return f"there is no format {form[:80]!r}; known formats: {', '.join(known)}"


# Evidence

DENIED, PLANNED = "denied, ", "planned, "

NOT_PLAIN = "Line breaks, control characters and direction marks are not allowed here."
