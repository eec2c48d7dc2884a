"""What the guard lets through and what not; what every answer carries; what the log holds."""

from __future__ import annotations

import asyncio
import logging
import time
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import StreamingResponse

from seriatim.readers.documents import MAX_BYTES
from seriatim.web import headers, middleware
from seriatim.web.auth import accounts
from seriatim.web.middleware import MAX_JSON, Guard, hosts
from tests.web.visits import PASSWORD, House, asked

HOST = ("Host", "127.0.0.1:8765")


pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path, people=False)


@pytest.fixture
def browser(house: Any) -> Any:
    browser = house.browser()
    browser.meet()
    return browser


# From where


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.0.0.1:8765", "localhost:1", "LOCALHOST", "[::1]", "[::1]:8765", "[::1]:"],
)
def test_it_answers_to_this_machines_names(house: Any, browser: Any, host: Any) -> None:
    assert browser.get("/api/who", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8765",
        "127.0.0.1.evil.example",
        "localhost.",
        "",
        "127.0.0.1@evil.example",
        "[::1].evil.example",
        "::1",
        "[::1",
        "0.0.0.0",  # noqa: S104 - what a page may try
        "2130706433",
        "<script>",
    ],
)
def test_a_page_whose_name_was_bent_to_this_machine_gets_nothing(
    house: Any, browser: Any, host: Any
) -> None:
    answer = browser.get("/api/who", headers={"Host": host})
    assert answer.status_code == 400
    assert "does not go by the name" in answer.json()["message"]
    assert house.reached == []


def test_a_name_that_it_was_given_is_answered_to(tmp_path: Path) -> None:
    house = House(tmp_path, people=False, hosts=hosts("0.0.0.0", ["Case.example"]))  # noqa: S104 - what it is about
    assert house.browser(base_url="http://case.EXAMPLE").get("/api/who").status_code == 200
    assert house.browser(base_url="http://0.0.0.0").get("/api/who").status_code == 400


@pytest.mark.parametrize(
    ("bound", "names", "more"),
    [
        ("127.0.0.1", [], set()),
        ("::", [], set()),
        ("2001:db8::1", [], {"[2001:db8::1]"}),
        ("10.0.0.5", ["a.example"], {"10.0.0.5", "a.example"}),
    ],
)
def test_the_names_are_those_bound_and_given(bound: Any, names: Any, more: Any) -> None:
    assert hosts(bound, names) == {"127.0.0.1", "localhost", "[::1]"} | more


@pytest.mark.parametrize(
    ("sent", "taken"),
    [
        ({}, True),
        ({"Origin": "http://127.0.0.1:8765"}, True),
        ({"Origin": "http://127.0.0.1:8765", "Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": "http://127.0.0.1:8766"}, False),
        ({"Origin": "http://127.0.0.1"}, False),
        ({"Origin": "https://127.0.0.1:8765"}, False),
        ({"Origin": "http://localhost:8765"}, False),
        ({"Origin": "http://evil.example"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": ""}, False),
        ({"Origin": "http://127.0.0.1:8765.evil.example"}, False),
        ({"Origin": "http://127.0.0.1:99999999"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": "same-origin, cross-site"}, False),
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])
def test_only_its_own_pages_change_anything(
    house: Any, browser: Any, sent: Any, taken: Any, method: Any
) -> None:
    path = "/api/judgements" if method != "DELETE" else "/api/documents"
    answer = browser.request(method, path, headers=sent)
    assert (answer.status_code in (200, 405)) is taken
    assert (answer.status_code == 403) is not taken


@pytest.mark.parametrize(
    ("site", "status"),
    [("same-origin", 200), ("none", 200), ("same-site", 403), ("cross-site", 403)],
)
def test_another_site_can_not_even_make_the_api_work(
    house: Any, browser: Any, site: Any, status: Any
) -> None:
    assert browser.get("/api/who", headers={"Sec-Fetch-Site": site}).status_code == status
    assert browser.get("/", headers={"Sec-Fetch-Site": site}).status_code == 200, (
        "a link in a mail opens the workbench"
    )


@pytest.mark.parametrize("token", ["", "0", "x" * 64, "é", "0" * 100_000])
def test_everything_but_looking_wants_the_token(house: Any, browser: Any, token: Any) -> None:
    assert browser.post("/api/judgements").status_code == 200
    right = browser.headers["X-Seriatim-Token"]
    for method in ("POST", "DELETE", "PUT"):
        assert (
            browser.request(
                method, "/api/judgements", headers={"X-Seriatim-Token": token.encode()}
            ).status_code
            == 403
        )
    assert (
        browser.post("/api/judgements", headers={"X-Seriatim-Token": right + "0"}).status_code
        == 403
    )
    assert house.reached == ["judge"]


@pytest.mark.parametrize(
    "name",
    [
        "Host",
        "Origin",
        "Content-Length",
        "Content-Type",
        "Sec-Fetch-Site",
        "X-Seriatim-Token",
        "X-Seriatim-Who",
    ],
)
def test_a_header_that_decides_stands_there_once(house: Any, name: Any) -> None:
    value = {"Host": HOST[1], "Origin": "http://127.0.0.1:8765", "Content-Length": "0"}.get(
        name, "same-origin"
    )
    sent = [h for h in (HOST,) if h[0] != name]
    status, _, body = asyncio.run(
        asked(house.app, "GET", "/api/who", [*sent, (name, value), (name.upper(), value)])
    )
    assert (status, body) == (
        400,
        f'{{"message": "the header {name.lower()} stands there twice"}}'.encode(),
    )
    status, _, _ = asyncio.run(asked(house.app, "GET", "/api/who", [*sent, (name, value)]))
    assert status == 200


def test_a_header_that_nobody_knows_is_no_matter(house: Any) -> None:
    sent = [
        HOST,
        ("X-Forwarded-Host", "evil.example"),
        ("X-Odd", "\xff\x80"),
        ("X-Odd", "b"),
        ("Forwarded", "host=evil.example"),
        ("X-Original-Url", "/elsewhere"),
    ]
    status, _, body = asyncio.run(asked(house.app, "GET", "/api/who", sent))
    assert (status, body) == (200, b'{"who":"somebody","role":"owner","address":"127.0.0.1"}')


def test_websockets_are_closed(house: Any) -> None:
    sent = []

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(house.app({"type": "websocket", "path": "/"}, None, send))
    assert sent == [{"type": "websocket.close", "code": 1008}]


# A proxy

FORWARDED = {"X-Forwarded-For": "198.51.100.9, 203.0.113.7", "X-Forwarded-Proto": "https"}


def behind(tmp_path: Path, *, proxied: Any, client: str = "127.0.0.1") -> Any:
    house = House(tmp_path, people=False, hosts=frozenset({"case.example"}), proxied=proxied)
    browser = house.browser(base_url="http://case.example", client=(client, 50000))
    browser.meet()
    return browser


def test_a_proxy_is_believed_where_it_was_said_that_there_is_one(tmp_path: Path) -> None:
    browser = behind(tmp_path, proxied=True)
    assert browser.get("/api/who", headers=FORWARDED).json()["address"] == "203.0.113.7", (
        "the last, which the proxy saw itself"
    )
    assert (
        browser.post(
            "/api/judgements", headers={**FORWARDED, "Origin": "https://case.example"}
        ).status_code
        == 200
    )
    assert (
        browser.post(
            "/api/judgements", headers={**FORWARDED, "Origin": "http://case.example"}
        ).status_code
        == 403
    )


@pytest.mark.parametrize(("proxied", "client"), [(False, "127.0.0.1"), (True, "198.51.100.2")])
def test_anybody_else_is_not(tmp_path: Path, proxied: Any, client: Any) -> None:
    browser = behind(tmp_path, proxied=proxied, client=client)
    assert browser.get("/api/who", headers=FORWARDED).json()["address"] == client
    assert (
        browser.post(
            "/api/judgements", headers={**FORWARDED, "Origin": "https://case.example"}
        ).status_code
        == 403
    )


@pytest.mark.parametrize(
    "said", ["", ",", "unknown host", "<script>", "1.2.3.4\r\nx", "a" * 46, "é"]
)
def test_an_address_that_is_none_is_not_taken(tmp_path: Path, said: Any) -> None:
    browser = behind(tmp_path, proxied=True)
    assert (
        browser.get("/api/who", headers={"X-Forwarded-For": said.encode()}).json()["address"]
        == "127.0.0.1"
    )


def test_a_scheme_that_is_none_is_not_taken(tmp_path: Path) -> None:
    browser = behind(tmp_path, proxied=True)
    assert (
        browser.post(
            "/api/judgements", headers={"X-Forwarded-Proto": "ftp", "Origin": "http://case.example"}
        ).status_code
        == 200
    )


# How much


@pytest.mark.parametrize(
    ("path", "limit"), [("/api/judgements", MAX_JSON), ("/api/documents", MAX_BYTES)]
)
@pytest.mark.parametrize("told", [True, False], ids=["with its length", "in chunks"])
def test_a_body_is_as_large_as_its_route_allows(
    browser: Any, path: Any, limit: Any, told: Any
) -> None:
    def body(size: Any) -> Any:
        part = b"x" * 65536
        whole = [part[: min(65536, size - at)] for at in range(0, size, 65536)]
        return b"".join(whole) if told else iter(whole)

    assert browser.post(path, content=body(limit)).json() == {"got": limit}
    answer = browser.post(path, content=body(limit + 1))
    assert (answer.status_code, answer.json()["message"].partition(":")[0]) == (
        413,
        f"this is larger than {limit >> 20} MB",
    )
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_what_is_too_large_is_not_read_to_its_end(house: Any, browser: Any) -> Any:
    """The application hears of the end as soon as the limit is passed, and reads no more than the part that passed it."""
    read = 0

    async def endless() -> Any:
        nonlocal read
        read += 1
        return {"type": "http.request", "body": b"x" * 65536, "more_body": True}

    sent = [HOST, ("X-Seriatim-Token", browser.headers["X-Seriatim-Token"])]
    status, _, _ = asyncio.run(asked(house.app, "POST", "/api/judgements", sent, endless))
    assert (status, read) == (413, MAX_JSON // 65536 + 1)


@pytest.mark.parametrize("length", ["-1", "1e3", "", "1_0", "٣", "0x10"])
def test_a_length_is_a_number(house: Any, browser: Any, length: Any) -> None:
    sent = [
        HOST,
        ("X-Seriatim-Token", browser.headers["X-Seriatim-Token"]),
        ("Content-Length", length.encode().decode("latin-1")),
    ]
    status, _, body = asyncio.run(asked(house.app, "POST", "/api/judgements", sent))
    assert (status, body) == (400, b'{"message": "the Content-Length is no number"}')


def test_a_length_of_thousands_of_digits_is_too_large(house: Any, browser: Any) -> None:
    sent = [
        HOST,
        ("X-Seriatim-Token", browser.headers["X-Seriatim-Token"]),
        ("Content-Length", "9" * 5000),
    ]
    assert asyncio.run(asked(house.app, "POST", "/api/judgements", sent))[0] == 413


def test_a_request_that_says_twice_where_it_ends_is_refused_and_the_connection_closed(
    house: Any,
) -> None:
    sent = [HOST, ("Content-Length", "4"), ("Transfer-Encoding", "chunked")]
    status, headers_, _ = asyncio.run(asked(house.app, "GET", "/api/who", sent))
    assert (status, headers_["connection"]) == (400, "close")


@pytest.mark.parametrize("pause", [0.02, 60.0], ids=["drop by drop", "not at all"])
def test_a_slow_body_is_not_waited_for(
    house: Any, browser: Any, monkeypatch: pytest.MonkeyPatch, pause: Any
) -> Any:
    monkeypatch.setattr(middleware, "WITHIN", 0.3)

    async def slow() -> Any:
        await asyncio.sleep(pause)
        return {"type": "http.request", "body": b"x", "more_body": True}

    sent = [HOST, ("X-Seriatim-Token", browser.headers["X-Seriatim-Token"])]
    started = time.monotonic()
    status, _, body = asyncio.run(asked(house.app, "POST", "/api/judgements", sent, slow))
    assert (status, body) == (408, b'{"message": "the request took too long to arrive"}')
    assert time.monotonic() - started < 5


def test_a_slow_answer_is_waited_for(
    house: Any, browser: Any, monkeypatch: pytest.MonkeyPatch
) -> Any:
    """The limit is for the body: what comes of it may take as long as it takes, and hears when the browser has gone."""
    monkeypatch.setattr(middleware, "WITHIN", 0.05)
    heard = []

    async def slow_app(scope: Any, receive: Any, send: Any) -> None:
        heard.append((await receive())["type"])
        heard.append((await receive())["type"])
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"done"})

    parts = [
        {"type": "http.request", "body": b"x", "more_body": False},
        {"type": "http.disconnect"},
    ]

    async def body() -> Any:
        if len(parts) == 1:
            await asyncio.sleep(0.2)
        return parts.pop(0)

    app = Guard(slow_app, hosts=middleware.LOOPBACK, sessions=house.sessions, proxied=False)
    sent = [HOST, ("X-Seriatim-Token", browser.headers["X-Seriatim-Token"])]
    assert asyncio.run(asked(app, "POST", "/api/judgements", sent, body))[0] == 200
    assert heard == ["http.request", "http.disconnect"]


# What every answer carries

EXPECTED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/static/workbench.js",
        "/api/session",
        "/api/built/b1/index",
        "/nowhere",
        "/api/nowhere",
        "//",
        "/%00",
        "/api/judgements",
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_every_answer_carries_its_headers(browser: Any, path: Any, method: Any) -> None:
    answer = browser.request(method, f"http://127.0.0.1:8765{path}")
    assert {k: answer.headers[k] for k in EXPECTED} == EXPECTED
    assert answer.headers.get_list("content-security-policy") == [
        headers.DATA if path.startswith("/api/") else headers.PAGE
    ]
    assert "geolocation=()" in answer.headers["permissions-policy"]
    assert "server" not in answer.headers
    assert "access-control-allow-origin" not in answer.headers
    built = path.startswith("/api/built/") and answer.status_code == 200
    kept = (
        "private, max-age=31536000, immutable"
        if built
        else "no-store"
        if path.startswith("/api/")
        else "no-cache"
    )
    assert answer.headers.get_list("cache-control") == [kept]


def test_refusals_carry_them_too(house: Any, browser: Any) -> None:
    for answer in (
        browser.get("/", headers={"Host": "evil.example"}),
        browser.post("/api/judgements", headers={"Origin": "null"}),
    ):
        assert {k: answer.headers[k] for k in EXPECTED} == EXPECTED
        assert answer.headers["content-type"] == "application/json"


def test_the_policy_of_the_pages_has_no_hole() -> None:
    rules = dict(rule.split(" ", 1) for rule in headers.PAGE.split("; "))
    assert rules["default-src"] == rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert "unsafe" not in headers.PAGE
    assert "*" not in headers.PAGE
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
    assert rules["require-trusted-types-for"] == "'script'"


def test_what_the_application_says_beside_them_is_kept(browser: Any) -> None:
    assert browser.get("/").headers["x-kept"] == "yes"


def test_an_application_that_fails_is_not_covered_up(house: Any) -> None:
    async def failing(scope: Any, receive: Any, send: Any) -> None:
        raise RuntimeError("a bug")

    app = Guard(failing, hosts=middleware.LOOPBACK, sessions=house.sessions, proxied=False)
    with pytest.raises(RuntimeError, match="a bug"):
        asyncio.run(asked(app, "GET", "/", [HOST]))


# Streams


def streaming(house: Any) -> Any:
    """A stream that never ends by itself; what became of it stands in the list."""
    ended = []

    async def stream(scope: Any, receive: Any, send: Any) -> Any:
        async def parts() -> Any:
            try:
                while True:
                    yield b": still here\n\n"
                    await asyncio.sleep(0.01)
            finally:
                ended.append(True)

        await StreamingResponse(parts(), media_type="text/event-stream")(scope, receive, send)

    return Guard(stream, hosts=middleware.LOOPBACK, sessions=house.sessions, proxied=False), ended


def listened(app: Any, cookie: Any, after: Any) -> Any:
    """What comes of ``/api/changes`` while ``after`` is done once three parts have come."""
    got = []

    async def run() -> None:
        async def receive() -> None:
            await asyncio.sleep(60)

        async def send(message: Any) -> None:
            got.append(message)
            if len(got) == 4:
                after()

        scope = {
            "type": "http",
            "asgi": {"spec_version": "2.3"},
            "method": "GET",
            "scheme": "http",
            "path": "/api/changes",
            "headers": [(b"host", b"127.0.0.1"), (b"cookie", cookie.encode())],
        }
        async with asyncio.timeout(10):
            await app({**scope, "client": ("127.0.0.1", 1)}, receive, send)

    asyncio.run(run())
    return got


@pytest.mark.parametrize("change", ["removed", "password", "logged out", "idle"])
def test_a_stream_ends_with_its_session(tmp_path: Path, change: Any) -> None:
    house = House(tmp_path)
    secret = house.sessions.begin(accounts.find(accounts.load(house.case), "Ben"))
    app, ended = streaming(house)
    end = {
        "removed": lambda: accounts.remove(house.case, "Ben"),
        "password": lambda: accounts.set_password(house.case, "Ben", "another password"),
        "logged out": lambda: house.sessions.end(secret),
        "idle": lambda: house.clock.pass_(9 * 3600),
    }[change]
    got = listened(app, f"{house.sessions.cookie}={secret}", end)
    assert [m["type"] for m in got] == ["http.response.start", *["http.response.body"] * 4]
    assert got[-1] == {"type": "http.response.body", "body": b"", "more_body": False}
    assert ended == [True]


def test_a_stream_of_nobody_does_not_begin(tmp_path: Path) -> None:
    house = House(tmp_path)
    app, ended = streaming(house)
    got = listened(app, f"{house.sessions.cookie}=x", lambda: None)
    assert (got[0]["status"], ended) == (401, [])


# The log


def test_the_log_says_who_asked_what_and_holds_no_secret(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    house = House(tmp_path)
    browser = house.browser()
    browser.meet()
    first = browser.headers["X-Seriatim-Token"]
    assert browser.log_in("Ada") == 200
    browser.get("/api/who?filter=a+secret+question", headers={"Authorization": "Bearer unheard"})
    browser.post("/api/login", json={"name": "Ada", "password": "almost the one"})
    browser.get("/api/no%0ASuch%1bthing")
    secrets = [
        PASSWORD,
        "almost the one",
        first,
        browser.headers["X-Seriatim-Token"],
        browser.cookies[house.sessions.cookie],
        "secret",
        "unheard",
    ]
    ours = [r.getMessage() for r in caplog.records if r.name == "seriatim.access"]
    assert [line.rsplit(" ", 2)[0] for line in ours] == [
        "127.0.0.1 - GET /api/session 401",
        "127.0.0.1 - GET /api/session 401",
        "127.0.0.1 - POST /api/login 200",
        "127.0.0.1 Ada GET /api/who 200",
        "127.0.0.1 Ada POST /api/login 401",
        "127.0.0.1 Ada GET /api/no%0ASuch%1Bthing 404",
    ]
    all_ours = "\n".join(r.getMessage() for r in caplog.records if r.name.startswith("seriatim"))
    assert [s for s in secrets if s in all_ours] == []


def test_a_name_can_not_forge_a_line_of_the_log(
    house: Any, browser: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "seriatim.access")
    browser.get("/api/who", headers={"X-Seriatim-Who": "Ada%20-%20%22GET"})
    assert caplog.records[-1].getMessage().startswith("127.0.0.1 Ada - %22GET GET /api/who 200 ")
