"""In a real browser: nothing of a document runs in the workbench, other pages can do nothing, and nothing leaves the machine."""

from __future__ import annotations

import http.server
import os
import threading
import time
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from seriatim.case import Case
from seriatim.web.app import application
from tests.exports.browser import chromium, settle
from tests.exports.payloads import ALL
from tests.exports.test_page_hostile import FOREIGN, READERS
from tests.web import served as program
from tests.web.visits import PATIENCE, served

# Writes down every address that a process of the program wants to reach or to have looked up.
WATCH = """
import os, sys
def heard(event, args):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"):
        with open(os.environ["HEARD"], "a") as file:
            print(event, *(repr(a) for a in args if not hasattr(a, "family")), file=file)
sys.addaudithook(heard)
import socket
socket.gethostbyname("127.0.0.1")  # so that a test sees that it is watched
"""


@pytest.fixture(scope="module")
def infested(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A workbench of a case whose documents, names, decisions and title are payloads; its address and what its processes wanted of the network."""
    folder = tmp_path_factory.mktemp("infested")
    made = Case.create(folder / "case", ALL[3])
    for name, document in READERS.items():
        made.intake.add_bytes(document(), f"{ALL[9]}-{name}", who=ALL[3])
    (folder / "sitecustomize.py").write_text(WATCH)
    heard = folder / "heard"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")]))
        patch.setenv("HEARD", str(heard))
        patch.setattr(program, "WAIT", PATIENCE)
        made.build(model=False, processes=1)
        with program.served(made.path, who=ALL[0]) as address:
            yield address.rstrip("/"), made, heard


@pytest.fixture(scope="module")
def browser() -> Any:
    with chromium() as found:
        yield found


# What the workbench itself writes: its files, its exports, the form of a question, and the picture
# of an answer (SVG as an image runs nothing).
OWN = (
    "href=/static/workbench.css",
    "src=/static/workbench.js",
    "href=/api/export/",
    '<form class="question">',
    '<img src="blob:http://127.0.0.1:',
    "src=blob:http://127.0.0.1:",
)


class WithoutPolicy:
    """A browser that does not heed the policy: what keeps a payload from running must be that it is text, not the policy alone."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser

    def new_context(self, **options: Any) -> Any:
        return self.browser.new_context(bypass_csp=True, **options)


@pytest.fixture(scope="module")
def decided(infested: Any) -> Any:
    """The same, after people have decided with payloads for reasons, names, groups and questions, and under a payload's name."""
    address, made, _ = infested
    with httpx.Client(base_url=address, timeout=PATIENCE) as client:
        client.headers.update(
            {
                "X-Seriatim-Token": client.get("/api/session").json()["token"],
                "X-Seriatim-Who": quote(ALL[9]),
            }
        )

        def decide(**body: Any) -> None:
            answer = client.post(
                "/api/decisions", json={**body, "seen": client.get("/api/state").json()["head"]}
            )
            assert answer.status_code == 201, answer.text

        chronology = made.chronology()
        events = [e for e in chronology.events if e.claims][:12]
        for event, payload in zip(events, ALL, strict=False):
            decide(act="comment", claims=[[c.id for c in event.claims]], why=payload)
        decide(act="date", claims=[[events[0].claims[0].id]], value="1911-05", why=ALL[4])
        mentions = [{"document": m.document, "span": m.span} for m in chronology.actors[0].mentions]
        decide(act="name", mentions=[mentions], value=ALL[9], why=ALL[0])
        decide(act="group", mentions=[mentions], value=ALL[10], why=ALL[1])
        asked = {
            "of": f'text:"{ALL[2]}"',
            "after": "kind:meeting",
            "within": "3d",
            "period": "1911",
            "window_fixed": True,
            "ask": True,
        }
        assert client.post("/api/coincide", json=asked).status_code in (200, 422)
    return address, made


@pytest.mark.parametrize(
    "dress", [lambda b: b, WithoutPolicy], ids=["with the policy", "without it"]
)
def test_nothing_of_a_document_runs_in_the_workbench(
    browser: Any, decided: Any, dress: Any
) -> None:
    address, made = decided
    views = (
        "review",
        "chronology&event=e1",
        "chronology&event=e2&lanes=source",
        "documents",
        "documents&document=d1",
        "actors",
        "coincidence",
        "evidence",
        "history",
    )
    with program.seated(dress(browser), address) as seat:
        for view in views:
            seat.go(f"#section={view}")
            seat.tab.evaluate(
                "() => document.querySelectorAll('details').forEach(d => { d.open = true })"
            )
            settle(seat.tab)
            assert seat.tab.evaluate("window.hit") is None, view
            assert [
                found for found in seat.tab.evaluate(FOREIGN) if not found.startswith(OWN)
            ] == [], view
        seat.go("#section=history")
        assert ALL[0] in seat.tab.inner_text(".section"), "it is there, as text"
    assert [j.who for j in made.decisions()][-1] == ALL[9]


def test_no_request_leaves_the_machine(infested: Any) -> None:
    """While the documents above were read, built, shown and exported, and more were added."""
    address, _, heard = infested
    with httpx.Client(base_url=address, timeout=PATIENCE) as client:
        client.headers["X-Seriatim-Token"] = client.get("/api/session").json()["token"]
        page = b"<html><head><link rel=stylesheet href=http://evil.example/x.css></head><body><img src=http://evil.example/x.png><p>Ada Quill left on 3 May 1911.</p>"
        assert (
            client.post(
                "/api/documents", params={"name": "http://evil.example/x.html"}, content=page
            ).status_code
            == 201
        )
        until = time.monotonic() + PATIENCE
        while not client.get("/api/state").json()["current"]:
            assert time.monotonic() < until
            time.sleep(0.2)
        for form in ("html", "csv", "json"):
            assert client.get(f"/api/export/{form}").status_code == 200
        for path in (
            "check",
            "contacts",
            "evidence",
            "listing",
            "coincidences",
            "evidence/grounds",
            "contacts/pairs",
            "check/findings",
            "publishing",
        ):
            assert client.get(f"/api/{path}").status_code == 200
    lines = heard.read_text().splitlines()
    assert sum("gethostbyname '127.0.0.1'" in line for line in lines) >= 2, (
        "the server and its workers were watched"
    )
    assert [line for line in lines if "127.0.0.1" not in line and "AF_UNIX" not in line] == []


# Other pages in the same browser

ATTACK = """async (address) => {
    const token = 'x'.repeat(64), got = [];
    const try_ = async (what) => { try { got.push(String(await what())) } catch (error) { got.push(error.name) } };
    await try_(() => fetch(address + '/api/state').then((r) => r.text()));
    await try_(() => fetch(address + '/api/build', {method: 'POST', mode: 'no-cors'}).then((r) => r.type));
    await try_(() => fetch(address + '/api/build', {method: 'POST', headers: {'X-Seriatim-Token': token}}).then((r) => r.text()));
    await try_(() => fetch(address + '/api/documents?name=a.txt', {method: 'POST', mode: 'no-cors', body: 'On 3 May 1871 Ada Quill left.'}).then((r) => r.type));
    await try_(() => navigator.sendBeacon(address + '/api/documents?name=b.txt', 'On 4 May 1871 Ada Quill left.'));
    await try_(() => new Promise((done) => { const s = new EventSource(address + '/api/changes'); s.onopen = () => done('open'); s.onerror = () => { s.close(); done('closed') } }));
    await try_(() => new Promise((done) => { const i = new Image(); i.onload = () => done('loaded'); i.onerror = () => done('blocked'); i.src = address + '/api/export/csv' }));
    await try_(() => new Promise((done) => { const s = document.createElement('script'); s.onload = () => done('ran'); s.onerror = () => done('blocked'); s.src = address + '/api/words'; document.head.append(s) }));
    await try_(() => new Promise((done) => {
        const f = document.createElement('iframe');
        f.onload = () => { try { done(f.contentDocument ? 'empty' : 'blocked') } catch { done('blocked') } };
        f.src = address + '/';
        document.body.append(f);
    }));
    const form = Object.assign(document.createElement('form'), {action: address + '/api/build', method: 'post', target: 'elsewhere'});
    document.body.append(form);
    form.submit();
    await new Promise((done) => setTimeout(done, 500));
    return got;
}"""


class Page(http.server.BaseHTTPRequestHandler):
    """An empty page of somebody else."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(
            b"<!doctype html><title>elsewhere</title><link rel=icon href=data:,><body>"
        )

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    made = Case.create(tmp_path_factory.mktemp("other") / "case", "Letters")
    made.intake.add_bytes(
        b"On 3 May 1871 Ada Quill met Bert Stone in Leeds.", "letter.txt", who="Ada"
    )
    made.build(model=False)
    return made


@pytest.fixture(scope="module")
def address(case: Any) -> Any:
    with served(application(case.path, who="Ada")) as found:
        yield found


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1"], ids=["of another site", "of another port"]
)
def test_another_page_can_do_nothing(
    browser: Any, case: Any, address: Any, caplog: pytest.LogCaptureFixture, host: Any
) -> None:
    """The server of the other page is on this machine, too: of pages from elsewhere Chromium itself refuses most of this."""
    caplog.set_level("INFO", "seriatim.access")
    before = case.decisions()
    elsewhere = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=elsewhere.serve_forever, daemon=True).start()
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"http://{host}:{elsewhere.server_port}/")
    got = tab.evaluate(ATTACK, address)
    context.close()
    elsewhere.shutdown()
    assert got[0] == "TypeError", "what answers hold can't be read"
    assert got[2] == "TypeError", "the browser asks before it sends such a header, and is refused"
    assert got[5:8] == ["closed", "blocked", "blocked"]
    assert case.decisions() == before
    answered = [
        r.getMessage().split(" ")[2:5] for r in caplog.records if r.name == "seriatim.access"
    ]
    assert {status for method, path, status in answered if path.startswith("/api/")} == {"403"}, (
        answered
    )
    assert len(answered) >= 6
