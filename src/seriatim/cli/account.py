"""``seriatim account``: who may open a case's workbench."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli import cases
from seriatim.cli.console import Unreadable

if TYPE_CHECKING:
    from seriatim.web.auth.accounts import Account, Role

ACTS = ("add", "list", "role", "password", "remove")
ROLES = ("reader", "reviewer", "owner")


@click.command("account")
@cases.CASE
@click.argument("act", type=click.Choice(ACTS))
@click.argument("name", required=False)
@click.option(
    "--role",
    type=click.Choice(ROLES),
    help="reader: looks; reviewer: also judges and adds documents; owner: also removes documents.",
)
def command(path: Path, act: str, name: str | None, role: Role | None) -> None:
    """Make and change the accounts of a case's workbench.

    \b
    account CASE add "Ada Quill" --role owner       account CASE role "Ada Quill" --role reader
    account CASE password "Ada Quill"               account CASE remove "Ada Quill"
    account CASE list

    The first account is an owner's. The password is asked for twice; where standard input is no terminal, its first line is taken. A workbench
    that runs takes a change over with the next request.
    """  # noqa: D301 - click looks for the sign itself
    case = cases.open_case(path).path
    if (name is None) != (act == "list"):
        raise Unreadable("list takes no name" if name else f"{act} wants a name")
    if role and act not in ("add", "role"):
        raise Unreadable(f"{act} takes no --role")
    with cases.said():
        _ACTS[act](case, name or "", role)


def _add(case: Path, name: str, role: Role | None) -> None:
    from seriatim.web.auth import accounts

    name = accounts.clean_name(name)
    if accounts.find(accounts.load(case), name):
        raise Unreadable(
            f"{case}: there is an account {name!r} already; change its role or its password, or choose another name"
        )
    _say(accounts.add(case, name, _wanted(role), _password()), "may log in")


def _list(case: Path, _name: str, _role: Role | None) -> None:
    from seriatim.web.auth import accounts

    for account in accounts.load(case):
        click.echo(f"{account.role:<8}  {account.name}")


def _role(case: Path, name: str, role: Role | None) -> None:
    from seriatim.web.auth import accounts

    _say(accounts.set_role(case, name, _wanted(role)), "from now on")


def _change_password(case: Path, name: str, _role: Role | None) -> None:
    from seriatim.web.auth import accounts

    accounts.known(case, name)
    _say(
        accounts.set_password(case, name, _password()),
        "has a new password, and has to log in again",
    )


def _remove(case: Path, name: str, _role: Role | None) -> None:
    from seriatim.web.auth import accounts

    click.echo(f"{accounts.remove(case, name).name} is out, and can't log in any more", err=True)


_ACTS: dict[str, Callable[[Path, str, Role | None], None]] = {
    "add": _add,
    "list": _list,
    "role": _role,
    "password": _change_password,
    "remove": _remove,
}


def _wanted(role: Role | None) -> Role:
    if role is None:
        raise Unreadable("say with --role what the account may do: reader, reviewer or owner")
    return role


def _password() -> str:
    """The password that a person types, or the first line of standard input."""
    from seriatim.web.auth.accounts import check_password

    if sys.stdin.isatty():
        given: str = click.prompt(
            "Password", hide_input=True, confirmation_prompt="The same again", err=True
        )
    else:
        given = sys.stdin.readline().rstrip("\r\n")
    check_password(given)
    return given


def _say(account: Account, what: str) -> None:
    click.echo(f"{account.name} ({account.role}) {what}", err=True)
