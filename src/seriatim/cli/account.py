"""``seriatim account``: the accounts of a case's workbench."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from seriatim.cli import cases, console
from seriatim.cli.console import Unreadable
from seriatim.messages import cli as messages

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
    help=messages.ROLE,
)
def command(path: Path, act: str, name: str | None, role: Role | None) -> None:
    """Create and change the accounts of a case's workbench.

    \b
    account CASE add "Ada Quill" --role owner       account CASE role "Ada Quill" --role reader
    account CASE password "Ada Quill"               account CASE remove "Ada Quill"
    account CASE list

    The first account must be an owner's. The password is asked for twice; if standard input is not
    a terminal, its first line is used. A running workbench applies changes at the next request.
    """  # noqa: D301 - click looks for the sign itself
    case = cases.open_case(path).path
    if (name is None) != (act == "list"):
        raise Unreadable(messages.LIST_TAKES_NO_NAME if name else messages.needs_name(act))
    if role and act not in ("add", "role"):
        raise Unreadable(messages.takes_no_role(act))
    with cases.errors():
        _ACTS[act](case, name or "", role)


def _add(case: Path, name: str, role: Role | None) -> None:
    from seriatim.web.auth import accounts

    name = accounts.clean_name(name)
    if accounts.find(accounts.load(case), name):
        raise Unreadable(messages.account_exists(case, name))
    _report(accounts.add(case, name, _wanted(role), _password()), messages.MAY_LOG_IN)


def _list(case: Path, _name: str, _role: Role | None) -> None:
    from seriatim.web.auth import accounts

    for account in accounts.load(case):
        console.echo(f"{account.role:<8}  {account.name}")


def _role(case: Path, name: str, role: Role | None) -> None:
    from seriatim.web.auth import accounts

    _report(accounts.set_role(case, name, _wanted(role)), messages.FROM_NOW_ON)


def _change_password(case: Path, name: str, _role: Role | None) -> None:
    from seriatim.web.auth import accounts

    accounts.known(case, name)
    _report(accounts.set_password(case, name, _password()), messages.NEW_LOGIN)


def _remove(case: Path, name: str, _role: Role | None) -> None:
    from seriatim.web.auth import accounts

    console.echo(messages.account_removed(accounts.remove(case, name).name), err=True)


_ACTS: dict[str, Callable[[Path, str, Role | None], None]] = {
    "add": _add,
    "list": _list,
    "role": _role,
    "password": _change_password,
    "remove": _remove,
}


def _wanted(role: Role | None) -> Role:
    if role is None:
        raise Unreadable(messages.NEEDS_ROLE)
    return role


def _password() -> str:
    """The password that a person types, or the first line of standard input."""
    from seriatim.web.auth.accounts import check_password

    if sys.stdin.isatty():
        given: str = click.prompt(
            messages.LOGIN_PROMPT,
            hide_input=True,
            confirmation_prompt=messages.LOGIN_PROMPT_AGAIN,
            err=True,
        )
    else:
        given = sys.stdin.readline().rstrip("\r\n")
    check_password(given)
    return given


def _report(account: Account, what: str) -> None:
    console.echo(messages.account_changed(account.name, account.role, what), err=True)
