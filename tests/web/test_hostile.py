"""Whatever is sent to the workbench and whatever it is called: nothing breaks, and nothing outside the case is served."""

from __future__ import annotations

import http.client
import json
import re
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from seriatim.case import Case
from seriatim.web import http_protocol, middleware
from seriatim.web.app import application
from seriatim.web.auth import accounts
from tests.exports.payloads import ALL
from tests.web.visits import PASSWORD, PATIENCE, Browser, served

SECRET = "not for the browser"  # noqa: S105 - looked for in answers
LETTER = b"On 3 May 1871 Ada Quill met Bert Stone in Leeds.\n"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "beside.txt").write_text(SECRET)
    made = Case.create(folder / "case", "Letters")
    made.intake.add_bytes(LETTER, "letter.txt", who="Ada")
    made.build(model=False)
    (made.path / "private").mkdir()
    (made.path / "private" / "notes.txt").write_text(SECRET)
    (made.path / "case.toml").write_text((made.path / "case.toml").read_text() + f"# {SECRET}\n")
    return made


@pytest.fixture(scope="module")
def address(case: Any) -> Any:
    with served(application(case.path, who="Ada")) as found:
        yield found


@pytest.fixture
def client(address: Any) -> Any:
    with httpx.Client(base_url=address, timeout=PATIENCE) as client:
        client.headers["X-Seriatim-Token"] = client.get("/api/session").json()["token"]
        yield client


def raw(address: str, sent: bytes, *, wait: float = PATIENCE) -> bytes:
    """What comes back for bytes as they are, until the server closes."""
    host, port = address.removeprefix("http://").split(":")
    got = b""
    with socket.create_connection((host, int(port)), wait) as connection:
        connection.sendall(sent)
        with suppress(ConnectionResetError):  # it closed before it had read everything
            while part := connection.recv(65536):
                got += part
    return got


# Paths

UP = [
    "../",
    "..%2f",
    "%2e%2e/",
    "%2e%2e%2f",
    "..\\",
    "..%5c",
    "....//",
    "..;/",
    "%252e%252e%252f",
    "..%c0%af",
    "%00../",
]
PREFIXES = [
    "/",
    "/static/",
    "/api/",
    "/api/export/",
    "/api/built/",
    "/api/built/" + "0" * 64 + "/",
    "/api/built/" + "0" * 64 + "/index/",
]
WANTED = [
    "case.toml",
    "private/notes.txt",
    "decisions.jsonl",
    "derived.sqlite",
    "beside.txt",
    "etc/passwd",
    "documents/",
]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_no_path_leads_out_of_what_is_served(address: Any, prefix: Any) -> None:
    host, port = address.removeprefix("http://").split(":")
    found = []
    connection = http.client.HTTPConnection(
        host, int(port), timeout=PATIENCE
    )  # sends a path as it stands
    for path in [
        prefix + up * depth + wanted for up in UP for depth in (1, 4) for wanted in WANTED
    ] + [prefix + "/" + w for w in WANTED]:
        connection.putrequest("GET", path, skip_host=True)
        connection.putheader("Host", "127.0.0.1")
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        if answer.status < 400 or SECRET.encode() in body or b"root:" in body:
            found.append((path, answer.status, body[:80]))
    connection.close()
    assert found == []


@pytest.mark.parametrize(
    "place",
    ["/api/export/{}", "/api/built/{}/index", "/api/built/" + "0" * 64 + "/{}", "/static/{}"],
)
def test_a_name_in_a_path_is_one_that_is_known_or_nothing(client: Any, place: Any) -> None:
    for name in [
        "",
        "csv/../csv",
        "CSV",
        "__init__",
        "seriatim.exports.csv:run",
        "os:system",
        "a" * 5000,
        "\u202e",
        *ALL[:20],
    ]:
        answer = client.get(place.format(quote(name, safe="")))
        assert 400 <= answer.status_code < 500, (name, answer.status_code)
        assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    "document",
    [
        "../../etc/passwd",
        "d1/../d2",
        "",
        "d",
        "d-1",
        "d1.1.1",
        "d" + "9" * 70,
        "\x00",
        "d1\n",
        *ALL[:5],
    ],
)
def test_a_document_is_named_by_its_id_or_not_at_all(client: Any, document: Any) -> None:
    body = {
        "act": "claim",
        "document": document,
        "span": [0, 10],
        "value": "1871",
        "seen": client.get("/api/state").json()["head"],
    }
    assert client.post("/api/decisions", json=body).status_code == 422
    assert client.post("/api/decisions", json={**body, "act": "remove"}).status_code == 422
    answer = client.get("/api/log", params={"about": f"{document}:0-5"})
    assert (
        answer.status_code == 400
        if not document.isprintable()
        else answer.status_code in (200, 422)
    )


def test_an_upload_lies_under_its_hash_whatever_its_name_says(case: Any, client: Any) -> None:
    outside = sorted(p.name for p in case.path.parent.iterdir())
    names = [
        "../../../out.txt",
        "/etc/cron.d/x",
        "C:\\x.txt",
        "a\nb\x00c.txt",
        "\u202etxt.exe",
        "<img src=x onerror=fired()>.txt",
        ".",
        "..",
        "x" * 500,
        "case.toml",
        "decisions.jsonl",
    ]
    before = (case.path / "case.toml").read_bytes()
    for n, name in enumerate(names):
        answer = client.post(
            "/api/documents", params={"name": name}, content=LETTER + str(n).encode()
        )
        if not name.isprintable():
            assert answer.status_code == 400
            continue
        assert answer.status_code == 201, (name, answer.text)
        assert answer.json()["name"].isprintable()
        assert len(answer.json()["name"]) <= 500
    assert (case.path / "case.toml").read_bytes() == before
    assert sorted(p.name for p in case.path.parent.iterdir()) == outside
    kept = [p.name for p in (case.path / "documents").rglob("*") if p.is_file()]
    assert {len(name) for name in kept} == {64}
    until = time.monotonic() + PATIENCE
    while not client.get("/api/state").json()["current"]:
        assert time.monotonic() < until
        time.sleep(0.1)
    case.build(model=False)
    assert case.verify() == []


# Requests


@pytest.mark.parametrize(
    "sent",
    [
        b"POST /api/undo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nContent-Length: 50\r\n\r\n",
        b"POST /api/undo HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/state HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        b"GET /api/state HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        b"GET /api/state HTTP/1.1\r\nConnection: close\r\n\r\n",
        b"GET http://evil.example/api/state HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        b"GET /api/state HTTP/1.0\r\n\r\n",
        b"CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        b"TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\x00b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n folded: x\r\nConnection: close\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
    ids=[
        "two lengths",
        "length and chunks",
        "two hosts",
        "no host",
        "another host's address",
        "an old request without host",
        "connect",
        "trace",
        "a huge header",
        "a huge path",
        "zero byte",
        "folded",
        "TLS",
        "HTTP/2",
    ],
)
def test_a_request_that_is_none_is_refused_and_nothing_breaks(
    address: Any, client: Any, sent: Any
) -> None:
    answer = raw(address, sent)
    assert answer.startswith(b"HTTP/1.1 4") or len(sent) > 100_000, answer[:80]
    assert b'"built"' not in answer
    assert b"Traceback" not in answer
    assert client.get("/api/state").status_code == 200


def test_a_head_that_does_not_come_is_not_waited_for(
    address: Any, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_protocol, "HEAD_SECONDS", 0.2)
    started = time.monotonic()
    assert raw(address, b"") == b""
    assert raw(address, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ") == b""
    first = b"GET /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    assert raw(address, first + b"GET / HTTP/1.1\r\n").count(b"HTTP/1.1 200 OK") == 1
    assert time.monotonic() - started < 40


def test_a_head_that_comes_drop_by_drop_is_not_waited_for(
    address: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_protocol, "HEAD_SECONDS", 0.3)
    host, port = address.removeprefix("http://").split(":")
    started = time.monotonic()
    with (
        socket.create_connection((host, int(port)), PATIENCE) as connection,
        suppress(ConnectionError),
    ):
        while time.monotonic() - started < 40:
            connection.sendall(b"X")
            time.sleep(0.05)
    assert time.monotonic() - started < 14


def test_a_slow_answer_and_a_stream_are_no_slow_heads(
    address: Any, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_protocol, "HEAD_SECONDS", 0.2)
    with httpx.stream("GET", f"{address}/api/changes", timeout=PATIENCE) as stream:
        lines = stream.iter_lines()
        assert next(lines) == "retry: 2000"
        time.sleep(1)
        assert client.post("/api/build").status_code == 202
        assert any(line.startswith("event: ") for line in lines)


@pytest.mark.parametrize("told", [True, False], ids=["with its length", "in chunks"])
def test_a_body_that_stops_is_not_waited_for(
    address: Any, client: Any, monkeypatch: pytest.MonkeyPatch, told: Any
) -> None:
    monkeypatch.setattr(middleware, "WITHIN", 0.3)
    head = f"POST /api/decisions HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Seriatim-Token: {client.headers['X-Seriatim-Token']}\r\n"
    rest = (
        "Content-Length: 500\r\n\r\n{" if told else "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"
    )
    started = time.monotonic()
    answer = raw(address, (head + rest).encode())
    assert answer.startswith(b"HTTP/1.1 408"), answer[:200]
    assert time.monotonic() - started < 30
    assert client.get("/api/state").status_code == 200


def test_an_upload_that_is_too_large_is_refused_before_it_is_here(
    address: Any, client: Any
) -> None:
    host, port = address.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=PATIENCE)
    connection.putrequest("POST", "/api/documents?name=large.txt")
    connection.putheader("X-Seriatim-Token", client.headers["X-Seriatim-Token"])
    connection.putheader("Content-Length", str(1 << 40))
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 413
    assert answer.read() == b'{"message": "this is larger than 64 MB: split it into parts"}'
    connection.close()


@pytest.mark.parametrize(
    "value", ["\ud800", "\x00", "\u202e", "a" * 1_000_000, "9" * 5000, "[" * 5000, *ALL[:3]]
)
def test_no_words_break_it(client: Any, value: Any) -> None:
    head = client.get("/api/state").json()["head"]
    bodies = [
        ("/api/decisions", {"act": "comment", "claims": [["d1-c1"]], "why": value, "seen": head}),
        ("/api/decisions", {"act": "date", "claims": [["d1-c1"]], "value": value, "seen": head}),
        ("/api/decisions", {"act": "comment", "claims": [[value]], "why": "x", "seen": value}),
        ("/api/undo", {"id": value}),
        ("/api/coincide", {"of": value, "after": value, "within": value, "ask": True}),
    ]
    for path, body in bodies:
        answer = client.post(
            path, content=json.dumps(body).encode(), headers={"content-type": "application/json"}
        )
        assert answer.status_code < 500, (path, answer.text[:200])
        assert answer.status_code in (201, 409) or "message" in answer.json()
    for path in (
        "/api/search?words=",
        "/api/events?filter=",
        "/api/listing?filter=",
        "/api/contacts?filter=",
        "/api/export/csv?filter=",
    ):
        answer = client.get(path + quote(value.encode("utf-8", "surrogatepass"))[:20_000])
        assert answer.status_code < 500, (path, answer.text[:200])
    assert client.get("/api/log").status_code == 200


def test_numbers_too_large_for_anything_break_nothing(client: Any) -> None:
    for path in (
        "/api/log?before={}",
        "/api/log?limit={}",
        "/api/log?about=d{0}:{0}-{0}",
        "/api/events?offset={}",
        "/api/search?words=x&limit={}",
    ):
        for number in ("9" * 400, "-1", "1e99", "0x10", "٣", "NaN", ""):
            assert client.get(path.format(number)).status_code in (200, 422), (path, number)


# The program says nothing that it must not


def test_what_the_server_says_holds_no_secret(tmp_path: Path) -> None:
    made = Case.create(tmp_path / "case", "Letters")
    accounts.add(made.path, "Ada", "owner", PASSWORD)
    command = [
        str(Path(sys.executable).with_name("seriatim")),
        "serve",
        str(made.path),
        "--port",
        "0",
        "--log",
        str(tmp_path / "log"),
    ]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    found = re.search(r"http://[^/]+", process.stderr.readline())
    assert found
    address = found.group()
    with httpx.Client(base_url=address, timeout=PATIENCE) as browser:
        first = browser.get("/api/session").json()["token"]
        wrong = {"name": "Ada", "password": "almost the right one"}
        assert (
            browser.post("/api/login", json=wrong, headers={"X-Seriatim-Token": first}).status_code
            == 401
        )
        answer = browser.post(
            "/api/login",
            json={"name": "Ada", "password": PASSWORD},
            headers={"X-Seriatim-Token": first},
        )
        token, cookie = answer.json()["token"], next(iter(browser.cookies.values()))
        browser.get("/api/search", params={"words": "a question of mine"})
        raw(address, b"nonsense " + PASSWORD.encode() + b"\r\n\r\n")
    process.terminate()
    said = process.communicate(timeout=PATIENCE)[1] + (tmp_path / "log").read_text()
    assert "127.0.0.1 - POST /api/login 401" in said
    assert "127.0.0.1 Ada GET /api/search 200" in said
    assert [
        s
        for s in (PASSWORD, wrong["password"], first, token, cookie, "question", "Traceback")
        if s in said
    ] == []


def openapi(app: Any) -> Any:
    return app.app.openapi()


def test_roles_hold_for_every_route_that_changes_something(tmp_path: Path) -> None:
    """Whatever route is added: a reader changes nothing, and a stranger sees nothing."""
    made = Case.create(tmp_path / "case", "Letters")
    roles: dict[str, accounts.Role] = {"Ada": "owner", "Cora": "reader"}
    for name, role in roles.items():
        accounts.add(made.path, name, role, PASSWORD)
    app = application(made.path, who="x")
    operations = [
        (method.upper(), path) for path, item in openapi(app)["paths"].items() for method in item
    ]
    assert len(operations) > 15
    with served(app) as address, httpx.Client(base_url=address, timeout=PATIENCE) as browser:
        browser.headers["X-Seriatim-Token"] = browser.get("/api/session").json()["token"]
        open_ = {
            path
            for method, path in operations
            if browser.request(method, path.replace("{", "").replace("}", ""), json={}).status_code
            != 401
        }
        assert open_ == {"/api/login", "/api/words"}
        answer = browser.post("/api/login", json={"name": "Cora", "password": PASSWORD})
        browser.headers["X-Seriatim-Token"] = answer.json()["token"]
        bodies: dict[str, dict[str, Any]] = {
            "/api/decisions": {
                "json": {"act": "comment", "claims": [["d1-c1"]], "why": "x", "seen": "0" * 64}
            },
            "/api/undo": {"json": {"id": "0" * 64}},
            "/api/documents": {"params": {"name": "a.txt"}, "content": LETTER},
            "/api/coincide": {
                "json": {"of": "kind:meeting", "after": "kind:message", "within": "3d", "ask": True}
            },
            "/api/build": {},
        }
        changing = {path for method, path in operations if method != "GET"} - {
            "/api/login",
            "/api/logout",
        }
        assert changing == set(bodies), "say here what a reader may not do with the new route"
        assert {
            path: browser.post(path, **body).status_code for path, body in bodies.items()
        } == dict.fromkeys(bodies, 403)
    assert made.decisions() == ()


def test_taking_a_document_out_stays_the_owners_however_it_is_said(tmp_path: Path) -> None:
    """To undo the undoing of a removal is to remove."""
    made = Case.create(tmp_path / "case", "Letters")
    made.intake.add_bytes(LETTER, "letter.txt", who="Ada")
    roles: dict[str, accounts.Role] = {"Ada": "owner", "Ben": "reviewer"}
    for name, role in roles.items():
        accounts.add(made.path, name, role, PASSWORD)
    app = application(made.path, who="x")

    def seat(name: str) -> Browser:
        browser = Browser(app, base_url="http://127.0.0.1")
        assert browser.log_in(name) == 200
        return browser

    ada, ben = seat("Ada"), seat("Ben")
    remove = {"act": "remove", "document": "d1", "seen": ada.get("/api/state").json()["head"]}
    assert ben.post("/api/decisions", json=remove).status_code == 403
    removed = ada.post("/api/decisions", json=remove).json()["id"]
    assert ben.post("/api/undo", json={"id": removed}).status_code == 403
    undone = ada.post("/api/undo", json={"id": removed}).json()["id"]
    assert ben.post("/api/undo", json={"id": undone}).status_code == 403
    assert len(made.documents()) == 1
    assert ada.post("/api/undo", json={"id": undone}).status_code == 201
    assert made.documents() == []


def test_a_name_that_was_bent_to_this_machine_opens_nothing(address: Any) -> None:
    """What a browser does after DNS rebinding: the page and the workbench are one origin to it, under the attacker's name."""
    port = address.rpartition(":")[2]
    for path in ("/", "/api/session", "/api/state", "/static/workbench.js"):
        answer = httpx.get(
            address + path,
            headers={"Host": f"evil.example:{port}", "Sec-Fetch-Site": "same-origin"},
            timeout=PATIENCE,
        )
        assert (answer.status_code, "token" in answer.text) == (400, False)
