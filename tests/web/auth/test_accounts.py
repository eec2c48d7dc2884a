"""Accounts: who is let in, who is not, and that nothing of a password is left lying about."""

from __future__ import annotations

import io
import json
import os
import pty
import select
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from seriatim import cli
from seriatim.case import Case
from seriatim.store.files import CaseError
from seriatim.web.auth import accounts
from seriatim.web.auth.accounts import Account

PASSWORD, OTHER = "mill harbour ferry", "quarry lantern oak"
WAIT = 60  # seconds for a prompt on a terminal


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Case.create(tmp_path / "case", "A case").path


@pytest.fixture
def owned(case: Path) -> Path:
    accounts.add(case, "Ada Quill", "owner", PASSWORD)
    return case


def listed(case: Path) -> list[tuple[str, str]]:
    return [(a.name, a.role) for a in accounts.load(case)]


def said(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *words: str,
    typed: str = "",
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    with pytest.raises(SystemExit) as stop:
        cli.main(["account", *words])
    heard = capsys.readouterr()
    return int(stop.value.code or 0), heard.out, heard.err


def test_the_right_password_is_taken_and_no_other(owned: Path) -> None:
    assert accounts.verify(owned, "Ada Quill", PASSWORD) == accounts.load(owned)[0]
    assert accounts.verify(owned, "Ada Quill", OTHER) is None
    assert accounts.verify(owned, "Ada Quill", "") is None
    assert accounts.verify(owned, "Ben Moor", PASSWORD) is None


def test_a_name_is_one_however_it_is_written(owned: Path) -> None:
    assert accounts.verify(owned, "  ada QUILL ", PASSWORD)
    with pytest.raises(CaseError, match="there is already an account 'ADA QUILL'"):
        accounts.add(owned, "ADA QUILL", "reader", OTHER)
    accounts.add(owned, "Zoe\u0301", "reader", OTHER)  # e and an accent
    assert accounts.verify(owned, "Zo\u00e9", OTHER)


def test_a_password_is_one_on_every_keyboard(owned: Path) -> None:
    accounts.set_password(owned, "Ada Quill", "Ze\u0301ro mill harbour")
    assert accounts.verify(owned, "Ada Quill", "Z\u00e9ro mill harbour")


@pytest.mark.parametrize("name", ["", "   ", "a\nb", "a\x00b", "x" * 65, "\u202eadA", "a\u200bb"])
def test_a_name_can_be_seen(case: Path, name: str) -> None:
    with pytest.raises(CaseError, match="visible characters"):
        accounts.add(case, name, "owner", PASSWORD)
    assert not accounts.path(case).exists()


@pytest.mark.parametrize(
    ("password", "taken"),
    [
        ("a" * 11, False),
        ("a" * 12, True),
        ("é" * 12, True),
        ("a" * 1024, True),
        ("a" * 1025, False),
    ],
)
def test_a_password_is_long_enough_and_no_other_rule_holds(
    case: Path, password: str, taken: bool
) -> None:
    if taken:
        accounts.add(case, "Ada", "owner", password)
        assert accounts.verify(case, "Ada", password)
    else:
        with pytest.raises(CaseError, match="at least 12 characters"):
            accounts.add(case, "Ada", "owner", password)
        assert accounts.load(case) == ()


def test_the_first_account_is_an_owners(case: Path) -> None:
    with pytest.raises(CaseError, match="the first account must be an owner's"):
        accounts.add(case, "Ada", "reviewer", PASSWORD)
    accounts.add(case, "Ada", "owner", PASSWORD)
    accounts.add(case, "Ben", "reviewer", PASSWORD)
    assert listed(case) == [("Ada", "owner"), ("Ben", "reviewer")]


def test_the_last_owner_stays(owned: Path) -> None:
    accounts.add(owned, "Ben", "reviewer", PASSWORD)
    changes: tuple[Callable[[], Account], ...] = (
        lambda: accounts.remove(owned, "Ada Quill"),
        lambda: accounts.set_role(owned, "Ada Quill", "reviewer"),
    )
    for change in changes:
        with pytest.raises(CaseError, match="the last owner"):
            change()
    assert listed(owned) == [("Ada Quill", "owner"), ("Ben", "reviewer")]
    accounts.set_role(owned, "Ben", "owner")
    accounts.remove(owned, "Ada Quill")
    assert listed(owned) == [("Ben", "owner")]


def test_another_password_has_another_key_and_another_role_has_not(owned: Path) -> None:
    first = accounts.load(owned)[0]
    assert accounts.set_role(owned, "Ada Quill", "owner").key == first.key
    second = accounts.set_password(owned, "Ada Quill", OTHER)
    assert second.key != first.key
    assert accounts.verify(owned, "Ada Quill", PASSWORD) is None
    assert accounts.verify(owned, "Ada Quill", OTHER) == second


def test_who_is_not_there_can_not_be_changed(owned: Path) -> None:
    changes: tuple[Callable[[], Account], ...] = (
        lambda: accounts.remove(owned, "Ben"),
        lambda: accounts.set_role(owned, "Ben", "owner"),
        lambda: accounts.set_password(owned, "Ben", OTHER),
    )
    for change in changes:
        with pytest.raises(CaseError, match="there is no account 'Ben'"):
            change()


def test_a_name_that_nobody_has_is_worked_for_like_a_wrong_password(
    owned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not measured by the clock, which other tests share, but by the hashes that are held against the password."""
    worked: list[str] = []
    accounts._hash_of_nobody.cache_clear()
    made: list[object] = []
    hash_once = PasswordHasher.hash
    monkeypatch.setattr(
        PasswordHasher,
        "hash",
        lambda self, *given: made.append(given) or hash_once(self, *given),  # type: ignore[func-returns-value]
    )
    true = PasswordHasher.verify
    monkeypatch.setattr(
        PasswordHasher,
        "verify",
        lambda self, hash_, given: worked.append(hash_) or true(self, hash_, given),  # type: ignore[func-returns-value]
    )
    accounts.verify(owned, "Ada Quill", OTHER)
    assert len(made) == 1, (
        "what a name that nobody has is held against is made at the first login of anybody"
    )
    accounts.verify(owned, "Nobody", OTHER)
    assert len(made) == 1
    known, unknown = worked
    assert known.split("$")[:4] == unknown.split("$")[:4], "the same method, memory and rounds"
    assert known != unknown


def test_the_hash_is_argon2id_as_the_package_recommends_it(owned: Path) -> None:
    assert accounts.load(owned)[0].hash.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_a_hash_of_less_work_is_made_again_at_the_next_login(owned: Path) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    file = json.loads(accounts.path(owned).read_bytes())
    file["accounts"][0]["hash"] = weak
    accounts.path(owned).write_text(json.dumps(file))
    key = accounts.load(owned)[0].key
    assert accounts.verify(owned, "Ada Quill", OTHER) is None
    assert accounts.load(owned)[0].hash == weak
    again = accounts.verify(owned, "Ada Quill", PASSWORD)
    assert again
    assert again.hash.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert accounts.load(owned) == (again,)
    assert again.key == key, "or its sessions would end"


def test_nobody_else_may_read_the_file_and_git_does_not_take_it(owned: Path) -> None:
    assert accounts.path(owned).stat().st_mode & 0o777 == 0o600
    assert accounts.path(owned).parent.stat().st_mode & 0o777 == 0o700
    git = ["git", "-C", str(owned)]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "-A"], check=True)
    taken = subprocess.run(
        [*git, "ls-files"], check=True, capture_output=True, text=True
    ).stdout.split()
    assert taken == ["case.toml", "decisions.jsonl"]
    accounts.set_password(owned, "Ada Quill", OTHER)
    assert accounts.path(owned).stat().st_mode & 0o777 == 0o600
    assert sorted(p.name for p in accounts.path(owned).parent.iterdir()) == [
        ".gitignore",
        ".lock",
        "accounts.json",
    ]


def test_a_password_stands_nowhere_in_the_case(owned: Path) -> None:
    kept = b"".join(p.read_bytes() for p in owned.rglob("*") if p.is_file())
    assert PASSWORD.encode() not in kept
    assert accounts.load(owned)[0].hash not in repr(accounts.load(owned))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"version": 2, "accounts": []}',
        '{"version": 1, "accounts": [{"name": "A", "role": "king", "hash": "", "key": ""}]}',
        "\x00",
    ],
)
def test_a_file_that_is_none_says_so(owned: Path, text: str) -> None:
    accounts.path(owned).write_text(text)
    for look in (
        lambda: accounts.load(owned),
        lambda: accounts.verify(owned, "Ada Quill", PASSWORD),
        lambda: accounts.remove(owned, "Ada Quill"),
    ):
        with pytest.raises(CaseError, match=r"accounts\.json: this is not an accounts file"):
            look()
    assert accounts.path(owned).read_text() == text, "left as it was, for whoever mends it"


def test_a_hash_that_is_none_lets_nobody_in(owned: Path) -> None:
    file = json.loads(accounts.path(owned).read_bytes())
    file["accounts"][0]["hash"] = PASSWORD
    accounts.path(owned).write_text(json.dumps(file))
    assert accounts.verify(owned, "Ada Quill", PASSWORD) is None


def test_two_who_add_at_once_both_are_there(owned: Path) -> None:
    adding = [
        threading.Thread(target=accounts.add, args=(owned, f"Reader {n}", "reader", PASSWORD))
        for n in range(4)
    ]
    for thread in adding:
        thread.start()
    for thread in adding:
        thread.join()
    assert sorted(listed(owned))[1:] == [(f"Reader {n}", "reader") for n in range(4)]


@pytest.mark.parametrize(
    ("host", "proxied", "names", "open_to_others"),
    [
        ("127.0.0.1", False, (), False),
        ("127.8.8.8", False, (), False),
        ("localhost", False, (), False),
        ("::1", False, (), False),
        ("127.0.0.1", False, ("localhost",), False),
        ("127.0.0.1", True, (), True),
        ("127.0.0.1", False, ("case.example",), True),
        ("0.0.0.0", False, (), True),  # noqa: S104 - what it is about
        ("::", False, (), True),
        ("", False, (), True),
        ("192.168.1.5", False, (), True),
        ("localhost.example", False, (), True),
    ],
)
def test_listening_beyond_this_machine_wants_accounts(
    case: Path, host: str, proxied: bool, names: tuple[str, ...], open_to_others: bool
) -> None:
    if open_to_others:
        with pytest.raises(CaseError, match="make an account first"):
            accounts.may_listen(host, case, proxied=proxied, names=names)
        accounts.add(case, "Ada", "owner", PASSWORD)
    accounts.may_listen(host, case, proxied=proxied, names=names)


def test_serve_refuses_to_be_open_without_accounts(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.main(["serve", str(case), "--host", "0.0.0.0", "--port", "0"])  # noqa: S104 - what it is about
    assert stop.value.code == 2
    assert (
        f"make an account first: seriatim account {case} add NAME --role owner"
        in capsys.readouterr().err
    )


def test_the_command_makes_lists_changes_and_removes(
    case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at = str(case)
    assert said(
        monkeypatch, capsys, at, "add", "Ada", "--role", "owner", typed=f"{PASSWORD}\n"
    ) == (0, "", "Ada (owner) can now log in\n")
    assert (
        said(monkeypatch, capsys, at, "add", "Ben", "--role", "reader", typed=f"{OTHER}\r\nmore")[0]
        == 0
    )
    assert said(monkeypatch, capsys, at, "list") == (0, "owner     Ada\nreader    Ben\n", "")
    assert accounts.verify(case, "Ben", OTHER)
    assert said(monkeypatch, capsys, at, "role", "ben", "--role", "reviewer") == (
        0,
        "",
        "Ben (reviewer) from now on\n",
    )
    assert said(monkeypatch, capsys, at, "password", "Ben", typed=PASSWORD)[0] == 0
    assert accounts.verify(case, "Ben", PASSWORD)
    assert said(monkeypatch, capsys, at, "remove", "Ben") == (
        0,
        "",
        "Ben was removed and can no longer log in\n",
    )
    assert listed(case) == [("Ada", "owner")]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("add", "Ben"), "give a role with --role"),
        (("add", "Ben", "--role", "reader"), "at least 12 characters"),
        (("add", "ada quill", "--role", "reader"), "already"),
        (("add", "--role", "reader"), "add needs a name"),
        (("list", "Ada Quill"), "list takes no name"),
        (("remove", "Ada Quill", "--role", "reader"), "remove takes no --role"),
        (("remove", "Ada Quill"), "the last owner"),
        (("password", "Ben"), "no account 'Ben'"),
    ],
)
def test_wrong_use_is_one_line_and_status_2(
    owned: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    why: str,
) -> None:
    before = accounts.path(owned).read_bytes()
    status, out, err = said(monkeypatch, capsys, str(owned), *words, typed="short\n")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert why in err
    assert accounts.path(owned).read_bytes() == before


def test_on_a_terminal_the_password_is_asked_for_twice_and_not_shown(owned: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from seriatim.cli import main; main()",
        "account",
        str(owned),
        "add",
        "Ben",
        "--role",
        "reader",
    ]
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.executable, command)  # noqa: S606 - a child that has the terminal
    shown = b""
    for prompt, typed in (
        (b"Password: ", PASSWORD),
        (b"Repeat the password: ", PASSWORD),
        (b"can now log in", ""),
    ):
        while prompt not in shown:
            assert select.select([terminal], [], [], WAIT)[0], f"{prompt!r} is not in {shown!r}"
            shown += os.read(terminal, 1024)
        os.write(terminal, f"{typed}\n".encode())
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    assert status == 0
    assert PASSWORD.encode() not in shown
    assert accounts.verify(owned, "Ben", PASSWORD)
