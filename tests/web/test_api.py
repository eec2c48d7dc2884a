"""The workbench's API: what is decided in a browser is in the log, and what is in the log is seen in the browser."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from seriatim.case import Case
from seriatim.web.app import application
from seriatim.web.jobs import tasks
from seriatim.web.jobs.worker import JobRefused, Worker
from seriatim.web.routes.exports import offered

LETTER = """The society's letters

On 3 May 1871 Ada Quill met Bert Stone in Leeds. On 5 May 1871 Ada Quill wrote to the Harbour Board.
Bert Stone sold the mill on 9 June 1871. Later Ada Quill left Leeds.
On Monday, 14 June 1871, Bert Stone visited York.
"""
REPORT = """The Harbour Gazette, 12 May 1871

Ada Quill met Bert Stone in Leeds on 3 May 1871, the Gazette reports.
"""


class Browser:
    """What a browser does: it holds the token and the head that it has seen."""

    def __init__(self, client: Any, who: str = "Ada") -> None:
        self.client = client
        self.head = self.state()["head"]
        self.headers = {
            "X-Seriatim-Token": client.get("/api/session").json()["token"],
            "X-Seriatim-Who": who,
        }

    def state(self) -> Any:
        return self.client.get("/api/state").json()

    def get(self, path: Any) -> Any:
        return self.client.get(f"/api/{path}").json()

    def post(self, path: Any, **body: Any) -> Any:
        return self.client.post(f"/api/{path}", json=body, headers=self.headers)

    def judge(self, act: Any, **body: Any) -> Any:
        answer = self.post("decisions", act=act, seen=self.head, **body)
        return self.seen(answer)

    def seen(self, answer: Any) -> Any:
        if answer.status_code == 201 and answer.json()["previous"] == self.head:
            self.head = answer.json()["head"]
        return answer

    def add(self, name: Any, text: Any, **query: Any) -> Any:
        return self.seen(
            self.client.post(
                "/api/documents",
                params={"name": name, **query},
                content=text.encode(),
                headers=self.headers,
            )
        )

    def built(self) -> Any:
        """The state once all that was decided is laid on."""
        until = time.monotonic() + 60
        while not (state := self.state())["current"]:
            assert time.monotonic() < until, state
            time.sleep(0.05)
        return state

    def block(self, name: Any) -> Any:
        return self.get(f"built/{self.built()['built']}/{name}")

    def events(self) -> Any:
        return self.block("events-0")

    def event(self, words: Any) -> Any:
        return next(e for e in self.events() if words in e["summary"])

    def claims(self, words: Any) -> Any:
        return [[c["id"] for c in self.event(words)["claims"]]]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("web") / "case"
    case = Case.create(path, "Mill & <Harbour>")
    case.intake.add_bytes(LETTER.encode(), "letter.txt", published="1871-07", who="Ada")
    case.build(model=False)
    with TestClient(application(path, who="Ada"), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture
def ada(client: Any) -> Any:
    return Browser(client)


@pytest.fixture
def bert(client: Any) -> Any:
    return Browser(client, "Bert")


def test_the_state_says_what_there_is(ada: Any) -> None:
    state = ada.built()
    assert (state["title"], state["documents"], state["current"], state["working"]) == (
        "Mill & <Harbour>",
        1,
        True,
        None,
    )
    assert state["problems"] == []


def test_blocks_are_the_pages_own(ada: Any) -> None:
    index = ada.block("index")
    assert index["title"] == "Mill & <Harbour>"
    assert len(index["events"]["id"]) == len(ada.events())
    document = ada.block("documents-0")[0]
    assert all(
        document["text"][slice(*c["span"])] == c["quote"] for e in ada.events() for c in e["claims"]
    )


def test_a_block_of_another_build_is_gone(client: Any) -> None:
    assert client.get(f"/api/built/{'0' * 64}/index").status_code == 410


def test_a_date_put_right_is_in_the_log_and_on_the_page_and_can_be_undone(ada: Any) -> None:
    made = ada.judge("date", claims=ada.claims("sold"), value="1871-06-19", why="the deed says so")
    assert made.status_code == 201, made.text
    assert ada.event("sold")["when"]["edtf"] == "1871-06-19"
    line = ada.get("log")["decisions"][0]
    assert (line["says"], line["who"], line["why"], line["undone"]) == (
        "dated “Bert Stone sold the mill on 9 June 1871.”: 19 June 1871",
        "Ada",
        "the deed says so",
        False,
    )
    assert ada.post("undo", id=made.json()["id"]).status_code == 201
    assert ada.event("sold")["when"]["edtf"] == "1871-06-09"
    assert [(x["act"], x["undone"]) for x in ada.get("log")["decisions"][:2]] == [
        ("undo", False),
        ("date", True),
    ]
    assert ada.post("undo", id=made.json()["id"]).status_code == 409


def test_who_has_not_seen_what_another_decided_must_look_first(ada: Any, bert: Any) -> None:
    claims = ada.claims("wrote")
    assert ada.judge("reject", claims=claims).status_code == 201
    overtaken = bert.judge("date", claims=claims, value="1871-05-06")
    assert overtaken.status_code == 409
    assert [(x["act"], x["who"]) for x in overtaken.json()["since"]] == [("reject", "Ada")]
    bert.head = bert.state()["head"]
    assert bert.judge("date", claims=claims, value="1871-05-06").status_code == 201
    event = ada.event("wrote")
    assert (event["status"], event["when"]["edtf"]) == ("rejected", "1871-05-06")


def test_who_decides_after_another_has_still_to_look_at_what_the_other_decided(
    ada: Any, bert: Any
) -> None:
    met, sold = ada.claims("met"), ada.claims("sold")
    assert ada.judge("accept", claims=met).status_code == 201
    assert bert.judge("dispute", claims=sold).status_code == 201
    assert bert.judge("reject", claims=met).status_code == 409


def test_two_who_decide_about_different_words_are_in_nobodys_way(ada: Any, bert: Any) -> None:
    met, sold = ada.claims("met"), ada.claims("sold")
    assert ada.judge("accept", claims=met).status_code == 201
    assert bert.judge("accept", claims=sold).status_code == 201


def test_words_that_are_dragged_over_become_a_claim(ada: Any) -> None:
    document = ada.block("documents-0")[0]
    start = document["text"].index("Later Ada Quill left Leeds")
    span, predicate = [start, start + 26], [start + 16, start + 20]
    made = ada.judge(
        "claim", document=document["id"], span=span, predicate=predicate, value="1871-07-01"
    )
    assert made.status_code == 201, made.text
    claim = next(
        c
        for e in ada.events()
        for c in e["claims"]
        if c["id"].endswith(f"j{made.json()['id'][:10]}")
    )
    assert (claim["quote"], claim["span"], claim["predicate"], claim["when"]["edtf"]) == (
        "Later Ada Quill left Leeds",
        span,
        predicate,
        "1871-07-01",
    )


def test_an_actor_is_renamed(ada: Any) -> None:
    actors = {a["name"]: a for a in ada.block("actors")}
    mention = actors["Bert Stone"]["mentions"][0]
    assert ada.judge("name", mentions=[[mention]], value="Albert Stone").status_code == 201
    assert "Albert Stone" in {a["name"] for a in ada.block("actors")}


def test_a_document_is_added_read_told_with_the_others_and_taken_out(ada: Any) -> None:
    before = ada.head
    added = ada.add("report.txt", REPORT)
    assert (added.status_code, added.json()) == (
        201,
        {"new": True, "name": "report.txt", "document": "d2", "head": ada.head, "previous": before},
    )
    again = ada.add("again.txt", REPORT).json()
    assert again == {
        "new": False,
        "name": "report.txt",
        "document": "d2",
        "head": ada.head,
        "previous": ada.head,
    }
    assert {c["document"] for c in ada.event("met")["claims"]} == {"d1", "d2"}
    assert ada.judge("remove", document="d2", why="a copy").status_code == 201
    assert {c["document"] for c in ada.event("met")["claims"]} == {"d1"}


def test_a_documents_date_moves_what_counts_from_it(ada: Any) -> None:
    assert ada.judge("published", document="d1", value="1872-01-15").status_code == 201
    assert ada.block("documents-0")[0]["published"] == "1872-01-15"


def test_the_queue_gives_decisions_that_can_be_sent_back(ada: Any) -> None:
    item = next(i for i in ada.block("queue") if i["kind"] == "undated" or i["acts"])
    act = next(
        a for a in item["acts"] if a["act"] in ("accept", "allow", "apart", "date", "published")
    )
    body = {k: v for k, v in act.items() if k not in ("act", "says")}
    if act["act"] in ("date", "published"):
        body["value"] = body["value"] or "1871"
    assert ada.judge(act["act"], **body).status_code == 201
    left = [i for i in ada.block("queue") if i["key"] == item["key"]]
    assert left == [], (act, left)


@pytest.mark.parametrize(
    ("act", "body", "says"),
    [
        ("date", {"claims": [["d1-c999"]], "value": "1871"}, "no longer a claim"),
        ("date", {"claims": [["d9-c1"]], "value": "1871"}, "no document"),
        ("date", {"claims": [["d1-c1"]], "value": "yesterday"}, "not an EDTF date"),
        ("accept", {}, "select what it is about"),
        ("claim", {"document": "d1", "span": [0, 0]}, "no words"),
        (
            "name",
            {"mentions": [[{"document": "d1", "span": [0, 3]}]], "value": "X"},
            "no longer a name",
        ),
        ("merge", {"claims": [["d1-c1"]]}, "merge needs two"),
        ("comment", {"claims": [["d1-c1"]]}, "a comment needs"),
        ("remove", {"document": "d77"}, "no document"),
        ("burn", {"claims": [["d1-c1"]]}, "act"),
        ("accept", {"claims": [["d1-c1"]], "colour": "red"}, "colour"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_kept(
    ada: Any, act: Any, body: Any, says: Any
) -> None:
    before = ada.state()["head"]
    answer = ada.judge(act, **body)
    assert answer.status_code == 422
    assert says in answer.json()["message"]
    assert ada.state()["head"] == before


def test_what_the_commands_say_the_api_says(ada: Any) -> None:
    listing = ada.get("listing?filter=kind:meeting")["text"]
    assert "Ada Quill met Bert Stone" in listing
    found = ada.get("events?filter=kind:meeting")
    assert (found["all"], "met" in found["events"][0]["summary"]) == (1, True)
    assert "Ada Quill" in ada.get("contacts")["text"]
    assert "reported by" in ada.get("evidence")["text"]
    assert isinstance(ada.get("check")["text"], str)
    assert ada.get("search?words=mill")[0]["words"].count("[mill]") == 1


def test_what_the_commands_say_is_given_in_parts_too(ada: Any) -> None:
    grounds = ada.get("evidence/grounds?filter=kind:meeting")
    assert (grounds["counts"]["events"], grounds["best"][0]["words"][0]["document"]) == (1, "d1")
    assert "Ada Quill met Bert Stone" in grounds["best"][0]["words"][0]["quote"]
    assert ada.get("evidence/grounds") == ada.block("grounds"), (
        "of everything it is made with the build"
    )
    (pair,) = [
        p
        for p in ada.get("contacts/pairs?filter=kind:meeting")["pairs"]
        if p["first"] != p["second"]
    ]
    assert (pair["contacts"], pair["from"], pair["to"], pair["there"]) == (
        1,
        "3 May 1871",
        "3 May 1871",
        0,
    )
    found = ada.get("check/findings")
    assert [(f["code"], f["message"]) for f in found] == [
        (f["code"], f["message"]) for f in ada.block("index")["findings"]
    ]
    assert {f["code"] for f in found} < {c["code"] for c in ada.get("checks")}


def test_what_the_page_would_hold_is_said(ada: Any) -> None:
    ada.built()
    wanted = f"publishing?filter=kind:{ada.event('visited York')['kind']}"
    before = ada.get(wanted)
    assert (before["title"], before["rejected"]) == ("Mill & <Harbour>", 0)
    made = ada.judge("reject", claims=ada.claims("visited York"))
    assert made.status_code == 201
    ada.built()
    assert ada.get(wanted) == before | {
        "events": before["events"] - 1,
        "documents": 0,
        "rejected": 1,
    }
    assert ada.post("undo", id=made.json()["id"]).status_code == 201


def test_a_filter_that_cannot_be_meant_is_said(client: Any, ada: Any) -> None:
    answer = client.get("/api/listing?filter=knid:meeting")
    assert (answer.status_code, "no field 'knid'" in answer.json()["message"]) == (422, True)
    assert "Did you mean" in answer.json()["message"]


def test_a_question_about_coincidence_asks_back_first_and_is_kept_when_asked(ada: Any) -> None:
    asked = {"of": "kind:message", "after": "kind:meeting", "within": "3d"}
    open_ = ada.post("coincide", **asked).json()
    assert ([q["field"] for q in open_["questions"]], open_["answer"]) == (
        ["made_of", "made_after", "period", "window_fixed"],
        None,
    )
    assert ada.get("coincidences") == []
    told = {
        **asked,
        "made_of": "curated",
        "made_after": "complete",
        "period": "1871",
        "window_fixed": True,
    }
    answer = ada.post("coincide", **told, ask=True).json()
    assert "no p" in answer["answer"]["words"].lower()
    assert answer["answer"]["picture"].startswith("<svg")
    assert [a["question"] for a in ada.get("coincidences")] == [answer["question"]]
    assert ada.get("log")["decisions"][0]["act"] == "ask"


def test_every_format_can_be_taken_away(client: Any, ada: Any) -> None:
    ada.built()
    for form in ("json", "csv", "html", "ics"):
        answer = client.get(f"/api/export/{form}")
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].startswith(
            'attachment; filename="Mill-Harbour.'
        )
    assert {f["name"] for f in ada.get("formats")} >= {"json", "docx", "timelinejs"}
    assert all(f["says"] != f["name"] or f["name"] == "timelinejs" for f in ada.get("formats"))
    assert [f["name"] for f in ada.get("formats")][:3] == ["html", "docx", "pdf"]
    assert client.get("/api/export/nothing").status_code == 404


def test_a_format_that_was_added_comes_last() -> None:
    assert [(f.name, f.group) for f in offered(["odd", "csv", "html"])] == [
        ("html", "read"),
        ("csv", "table"),
        ("odd", "other"),
    ]


def test_a_command_on_the_same_case_is_seen(client: Any, ada: Any) -> None:
    case = Case(client.app.app.state.case_session.case.path)
    claim = ada.event("met")["claims"][0]["id"]
    before = ada.state()["head"]
    case.log.decide(case.chronology(), decision("dispute", claim), who="Clio")
    until = time.monotonic() + 30
    while ada.state()["head"] == before:
        assert time.monotonic() < until
    assert ada.event("met")["status"] == "disputed"


def decision(act: Any, *targets: Any) -> Any:
    from seriatim.decisions.make import DecisionRequest

    return DecisionRequest(act, targets)


def test_a_damaged_log_is_said(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "case", "Broken")
    case.intake.add_bytes(b"On 3 May 1871 Ada met Bert.", "a.txt", who="Ada")
    with TestClient(application(case.path, who="Ada"), base_url="http://127.0.0.1") as client:
        log = case.path / "decisions.jsonl"
        log.write_bytes(log.read_bytes().replace(b"a.txt", b"b.txt"))
        answer = client.get("/api/state")
        assert (answer.status_code, "not what was written" in answer.json()["message"]) == (
            409,
            True,
        )


def test_changes_are_told_as_they_happen(client: Any, ada: Any) -> None:
    session = client.app.app.state.case_session
    told: list[Any] = []
    notify = session.notify

    def heard(change: Any) -> None:
        told.append(change)
        notify(change)

    session.notify = heard
    try:
        ada.judge("comment", claims=ada.claims("sold"), why="look at the deed")
        ada.built()
        until = time.monotonic() + 30
        while not any(c.name == "built" for c in told):
            assert time.monotonic() < until
            time.sleep(0.05)
    finally:
        session.notify = notify
    names = [c.name for c in told]
    assert names[0] == "decided"
    assert names[-1] == "built"
    assert told[0].content["says"] == "commented on “Bert Stone sold the mill on 9 June 1871.”"
    assert told[-1].content["head"] == ada.head


def test_a_worker_that_was_closed_starts_no_other_process(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "case", "Closed")
    worker = Worker(case.path, tasks.run)
    worker.close()
    with pytest.raises(JobRefused, match="closing"):
        worker.run("check")
    assert worker._process is None
