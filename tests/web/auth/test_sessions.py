"""Logging in and out: who is whom, for how long, and how often one may be wrong."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from seriatim.web.auth import accounts, sessions
from seriatim.web.auth.sessions import EACH, IDLE, WHOLE, Sessions
from seriatim.web.auth.throttle import FREE, LONGEST_OF_ADDRESS, LONGEST_OF_NAME, Tries, network
from tests.web import visits
from tests.web.visits import PASSWORD, Clock, House

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_without_accounts_everybody_is_owner_under_the_name_they_give(tmp_path: Path) -> None:
    house = House(tmp_path, people=False)
    browser = house.browser()
    answer = browser.get("/api/session")
    assert answer.status_code == 200
    assert {**answer.json(), "token": ""} == {
        "who": "somebody",
        "role": "owner",
        "accounts": False,
        "token": "",
    }
    assert len(answer.json()["token"]) == 64
    assert "set-cookie" not in answer.headers
    assert (
        browser.get("/api/who", headers={"X-Seriatim-Who": "Zo%C3%AB%20Quill"}).json()["who"]
        == "Zoë Quill"
    )
    assert browser.get("/api/who", headers={"X-Seriatim-Who": ""}).json()["who"] == "somebody"
    for name in ("%0a", "%ff", "a%00b", "%20", "x" * 65, "%E2%80%AEx"):
        refused = browser.get("/api/who", headers={"X-Seriatim-Who": name})
        assert (refused.status_code, refused.json()) == (
            400,
            {"message": "X-Seriatim-Who is no name that can be shown"},
        )


def test_without_accounts_the_token_is_wanted_all_the_same(tmp_path: Path) -> None:
    browser = House(tmp_path, people=False).browser()
    assert browser.post("/api/judgements").status_code == 403
    assert (
        browser.post("/api/judgements", headers={"X-Seriatim-Token": "0" * 64}).status_code == 403
    )
    browser.meet()
    assert browser.post("/api/judgements").status_code == 200
    assert browser.post("/api/login", json={"name": "Ada", "password": PASSWORD}).status_code == 409
    assert browser.post("/api/logout").status_code == 204
    assert browser.post("/api/judgements").status_code == 200, "there was nothing to log out of"


def test_another_process_has_another_token(tmp_path: Path) -> None:
    house = House(tmp_path, people=False)
    assert Sessions(house.case, who="x").token("") != house.sessions.token("")


def test_nothing_is_open_before_one_has_logged_in(house: Any) -> None:
    browser = house.browser()
    answer = browser.get("/api/session")
    assert (answer.status_code, answer.json()["message"]) == (401, "log in first")
    assert browser.get("/api/who").json() == {"message": "log in first"}
    assert browser.get("/elsewhere").status_code == 401
    assert browser.get("/openapi.json").status_code == 401
    browser.headers["X-Seriatim-Token"] = answer.json()["token"]
    assert browser.post("/api/judgements").status_code == 401
    assert house.reached == []
    assert browser.get("/").status_code == 200
    assert browser.get("/static/workbench.js").status_code == 200


def test_who_logs_in_is_who_the_account_says(house: Any) -> None:
    browser = house.browser()
    assert browser.log_in("ben") == 200
    assert browser.get("/api/session").json()["accounts"] is True
    assert browser.get("/api/who", headers={"X-Seriatim-Who": "Ada"}).json() == {
        "who": "Ben",
        "role": "reviewer",
        "address": "127.0.0.1",
    }


@pytest.mark.parametrize(
    ("name", "password"),
    [("Ada", "wrong"), ("Ada", PASSWORD.upper()), ("Nobody", PASSWORD), ("Ada ", f"{PASSWORD} ")],
)
def test_a_wrong_name_and_a_wrong_password_look_the_same(
    house: Any, name: Any, password: Any
) -> None:
    browser = house.browser()
    browser.meet()
    answer = browser.post("/api/login", json={"name": name, "password": password})
    assert (answer.status_code, answer.json(), "set-cookie" in answer.headers) == (
        401,
        {"message": "the name or the password is wrong"},
        False,
    )
    assert browser.get("/api/who").status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'{"name": "Ada"}',
        b'{"name": "Ada", "password": 5}',
        b'{"name": "\\ud800", "password": "\\udfff"}',
        b'{"name": "' + b"x" * 70 + b'", "password": "x"}',
    ],
)
def test_what_is_no_name_and_password_is_no_login(house: Any, body: Any) -> None:
    browser = house.browser()
    browser.meet()
    assert browser.post(
        "/api/login", content=body, headers={"content-type": "application/json"}
    ).status_code in (401, 422)


def test_logging_in_wants_the_token_that_came_with_the_refusal(house: Any) -> None:
    browser = house.browser()
    given = {"name": "Ada", "password": PASSWORD}
    assert browser.post("/api/login", json=given).status_code == 403
    other = house.browser()
    other.meet()
    assert browser.post("/api/login", json=given, headers=dict(other.headers)).status_code == 403, (
        "the token of another browser's cookie"
    )
    assert browser.log_in("Ada") == 200


def test_the_cookie_can_not_be_read_by_scripts_nor_sent_by_other_sites(house: Any) -> None:
    browser = house.browser()
    browser.meet()
    answer = browser.post("/api/login", json={"name": "Ada", "password": PASSWORD})
    assert re.fullmatch(
        r"seriatim-[0-9a-f]{8}=[\w-]{43}; Max-Age=604800; Path=/; HttpOnly; SameSite=Strict",
        answer.headers["set-cookie"],
    )


def test_over_tls_the_cookie_goes_back_over_tls_alone(tmp_path: Path) -> None:
    house = House(tmp_path, hosts=frozenset({"case.example"}), proxied=True)
    browser = house.browser(base_url="https://case.example")
    browser.headers["X-Forwarded-Proto"] = "https"
    answer = browser.get("/api/session")
    assert answer.headers["set-cookie"].endswith("; Secure")
    browser.headers["X-Seriatim-Token"] = answer.json()["token"]
    answer = browser.post("/api/login", json={"name": "Ada", "password": PASSWORD})
    assert answer.headers["set-cookie"].endswith("; Secure")
    browser.headers["X-Seriatim-Token"] = answer.json()["token"]
    assert browser.post("/api/logout").headers["set-cookie"].endswith("; Secure")


def test_the_number_is_new_at_login_and_only_its_hash_is_held(house: Any) -> None:
    browser = house.browser()
    browser.meet()
    before = browser.cookies[house.sessions.cookie]
    browser.log_in("Ada")
    first = browser.cookies[house.sessions.cookie]
    browser.log_in("Ada")
    second = browser.cookies[house.sessions.cookie]
    assert len({before, first, second}) == 3
    assert len(house.sessions._sessions) == 1, "the first ended when the second began"
    held = repr(vars(house.sessions))
    assert first not in held
    assert second not in held


def test_a_number_that_somebody_else_planted_never_becomes_a_session(house: Any) -> None:
    browser = house.browser()
    browser.cookies.set(house.sessions.cookie, "planted")
    browser.log_in("Ada")
    stranger = house.browser()
    stranger.cookies.set(house.sessions.cookie, "planted")
    assert stranger.get("/api/who").status_code == 401


def test_after_logging_out_the_number_is_worth_nothing(house: Any) -> None:
    browser, thief = house.browser(), house.browser()
    browser.log_in("Ada")
    thief.cookies.set(house.sessions.cookie, browser.cookies[house.sessions.cookie])
    assert thief.get("/api/who").status_code == 200
    answer = browser.post("/api/logout")
    assert (answer.status_code, answer.headers["clear-site-data"]) == (204, '"cache"')
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert browser.get("/api/who").status_code == 401
    assert thief.get("/api/who").status_code == 401


def test_logging_out_ends_one_session_and_no_other(house: Any) -> None:
    here, there = house.browser(), house.browser()
    here.log_in("Ada")
    there.log_in("Ada")
    here.post("/api/logout")
    assert there.get("/api/who").status_code == 200


def test_the_token_of_one_session_is_none_of_another(house: Any) -> None:
    ada, ben = house.browser(), house.browser()
    ada.log_in("Ada")
    ben.log_in("Ben")
    assert ben.post("/api/judgements").status_code == 200
    ben.headers["X-Seriatim-Token"] = ada.headers["X-Seriatim-Token"]
    assert ben.post("/api/judgements").status_code == 403


def test_a_session_ends_when_nobody_uses_it(house: Any) -> None:
    browser = house.browser()
    browser.log_in("Ada")
    house.clock.pass_(IDLE - 1)
    assert browser.get("/api/who").status_code == 200
    house.clock.pass_(IDLE - 1)
    assert browser.get("/api/who").status_code == 200
    house.clock.pass_(IDLE + 1)
    assert browser.get("/api/who").status_code == 401
    assert house.sessions._sessions == {}


def test_a_session_ends_after_a_week_however_it_is_used(house: Any) -> None:
    browser = house.browser()
    browser.log_in("Ada")
    hours = int(WHOLE // 3600)
    for _ in range(hours):
        house.clock.pass_(3600)
        assert browser.get("/api/who").status_code == 200
    house.clock.pass_(1)
    assert browser.get("/api/who").status_code == 401


def test_what_changes_in_the_accounts_counts_from_the_next_request(house: Any) -> None:
    ada, ben = house.browser(), house.browser()
    ada.log_in("Ada")
    ben.log_in("Ben")
    accounts.set_role(house.case, "Ben", "reader")
    assert ben.get("/api/who").json()["role"] == "reader"
    assert ben.post("/api/judgements").status_code == 403
    accounts.set_password(house.case, "Ben", "another password")
    assert ben.get("/api/who").status_code == 401
    assert ben.log_in("Ben") == 401
    assert ben.log_in("Ben", "another password") == 200
    accounts.remove(house.case, "Ben")
    assert ben.get("/api/who").status_code == 401
    accounts.add(house.case, "Ben", "reader", PASSWORD)
    assert ben.get("/api/who").status_code == 401, (
        "another account of the same name is another account"
    )
    assert ada.get("/api/who").status_code == 200


def test_the_first_account_closes_a_workbench_that_runs(tmp_path: Path) -> None:
    house = House(tmp_path, people=False)
    browser = house.browser()
    browser.meet()
    assert browser.get("/api/who").status_code == 200
    accounts.add(house.case, "Ada", "owner", PASSWORD)
    assert browser.get("/api/who").status_code == 401
    assert browser.post("/api/judgements").status_code == 401
    assert browser.log_in("Ada") == 200


@pytest.mark.parametrize("damage", ["unlink", "empty"])
def test_a_file_of_accounts_that_is_lost_opens_nothing(house: Any, damage: Any) -> None:
    browser = house.browser()
    browser.log_in("Ada")
    where = accounts.path(house.case)
    kept = where.read_bytes()
    if damage == "unlink":
        where.unlink()
    else:
        where.write_bytes(b"")
    assert browser.get("/api/who").status_code == 401
    assert house.browser().get("/api/session").status_code == 401
    assert house.browser().log_in("Ada") in (401, 503)
    where.write_bytes(kept)
    assert browser.log_in("Ada") == 200


def test_roles_may_what_they_may(house: Any) -> None:
    allowed = {}
    for name, role in visits.PEOPLE:
        browser = house.browser()
        browser.log_in(name)
        answers = [
            browser.get("/api/who"),
            browser.post("/api/judgements"),
            browser.delete("/api/documents"),
        ]
        allowed[role] = [a.status_code for a in answers]
    assert allowed == {
        "owner": [200, 200, 200],
        "reviewer": [200, 200, 403],
        "reader": [200, 403, 403],
    }


def test_an_account_has_not_endless_sessions(house: Any) -> None:
    account = accounts.load(house.case)[0]
    secrets = [house.sessions.begin(account) for _ in range(EACH + 3)]
    assert [house.sessions.account(s) is not None for s in secrets] == [False] * 3 + [True] * EACH


def test_sessions_have_a_bound(house: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "AT_MOST", 3)
    people = accounts.load(house.case)
    secrets = [house.sessions.begin(people[n % 3]) for n in range(5)]
    assert [house.sessions.account(s) is not None for s in secrets] == [
        False,
        False,
        True,
        True,
        True,
    ]


def test_two_cases_on_one_machine_do_not_log_one_another_out(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = House(tmp_path / "a"), House(tmp_path / "b")
    assert one.sessions.cookie != other.sessions.cookie
    browser = one.browser()
    browser.log_in("Ada")
    there = other.browser()
    there.cookies = browser.cookies
    there.log_in("Ben")
    browser.cookies = there.cookies
    assert [browser.get("/api/who").json()["who"], there.get("/api/who").json()["who"]] == [
        "Ada",
        "Ben",
    ]


@pytest.mark.parametrize(
    ("cookies", "secret"),
    [
        ("{}=abc", "abc"),
        ("a=b; {}=abc; c=d", "abc"),
        ('broken; =; ;; a="x;{}=abc', "abc"),
        ("{}=abc; {}=def", "abc"),
        ("x{}=abc", ""),
        ("{}=" + "a" * 65, ""),
        ("", ""),
    ],
)
def test_the_cookie_is_found_among_others(house: Any, cookies: Any, secret: Any) -> None:
    assert house.sessions.secret(cookies.replace("{}", house.sessions.cookie)) == secret


# How often


def test_after_five_wrong_tries_each_further_one_waits_twice_as_long(house: Any) -> None:
    browser = house.browser()
    browser.meet()

    def try_(password: Any = PASSWORD[:-1]) -> Any:
        answer = browser.post("/api/login", json={"name": "Ada", "password": password})
        return answer.status_code, answer.headers.get("retry-after")

    assert [try_() for _ in range(FREE)] == [(401, None)] * FREE
    waits = []
    for _ in range(4):
        status, wait = try_()
        assert status == 429
        assert try_(PASSWORD) == (429, wait), "the right password has to wait, too"
        waits.append(int(wait))
        house.clock.pass_(int(wait))
        assert try_() == (401, None)
    assert waits == [1, 2, 4, 8]
    house.clock.pass_(16)
    assert try_(PASSWORD) == (200, None)


def test_the_right_password_frees_the_name(house: Any) -> None:
    browser = house.browser()
    for _ in range(2):
        for _ in range(FREE - 1):
            assert browser.log_in("Ada", "wrong") == 401
        house.clock.pass_(3600 * 2)
        assert browser.log_in("Ada") == 200


def test_a_name_that_is_tried_from_everywhere_waits_but_never_for_long() -> None:
    clock = Clock()
    tries = Tries(clock)
    for n in range(40):
        while tries.begin("ada", f"10.0.0.{n}"):
            clock.pass_(1)
    assert 50 < tries.begin("ada", "10.0.1.1") <= LONGEST_OF_NAME
    assert tries.begin("ben", "10.0.1.1") == 0


def test_an_address_that_tries_many_names_waits_long() -> None:
    clock = Clock()
    tries = Tries(clock)
    for n in range(30):
        while wait := tries.begin(f"name {n}", "10.0.0.1"):
            clock.pass_(wait)
    assert tries.begin("ada", "10.0.0.1") == LONGEST_OF_ADDRESS
    assert tries.begin("ada", "10.0.0.2") == 0


def test_an_account_of_ones_own_buys_no_tries_at_others() -> None:
    tries = Tries(Clock())
    for n in range(FREE):
        assert tries.begin(f"name {n}", "10.0.0.1") == 0
        if n < FREE - 1:
            assert tries.begin("own", "10.0.0.1") == 0
            tries.right("own", "10.0.0.1")
    assert tries.begin("other", "10.0.0.1") > 0


def test_tries_at_once_are_all_counted() -> None:
    tries = Tries(Clock())
    assert [tries.begin("ada", "10.0.0.1") == 0 for _ in range(FREE + 3)] == [True] * FREE + [
        False
    ] * 3


def test_tries_are_forgotten_after_an_hour() -> None:
    clock = Clock()
    tries = Tries(clock)
    for _ in range(FREE):
        tries.begin("ada", "10.0.0.1")
    assert tries.begin("ada", "10.0.0.1") > 0
    clock.pass_(3601)
    assert [tries.begin("ada", "10.0.0.1") for _ in range(FREE)] == [0] * FREE


def test_memory_of_tries_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seriatim.web.auth.throttle.AT_MOST", 10)
    tries = Tries(Clock())
    for n in range(100):
        tries.begin(f"name {n}", f"10.0.0.{n}")
    assert (len(tries.names.counts), len(tries.addresses.counts)) == (10, 10)
    assert "name 99" in tries.names.counts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("10.0.0.1", "10.0.0.2", False),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("", "x", False),
    ],
)
def test_of_ipv6_whoever_has_one_address_has_them_all(one: Any, other: Any, same: Any) -> None:
    assert (network(one) == network(other)) is same
