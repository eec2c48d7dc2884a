"""The log, asked about words: what was decided about them, and what undid it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Generator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from seriatim.case.case import Case
from seriatim.web.app import application
from tests.web.served import LETTER, REPORT, new_case
from tests.web.test_api import Browser


@pytest.fixture
def ada(tmp_path: Path) -> Generator[Browser]:
    new_case(tmp_path / "case", {"letter.txt": LETTER})
    with TestClient(
        application(tmp_path / "case", who="Ada"), base_url="http://127.0.0.1"
    ) as client:
        yield Browser(client)


def about(ada: Browser, words: str) -> list[str]:
    start = LETTER.index(words)
    return [
        line["act"] for line in ada.get(f"log?about=d1:{start}-{start + len(words)}")["judgements"]
    ]


def test_only_what_was_decided_about_the_words_and_what_undid_it(ada: Browser) -> None:
    ada.judge("accept", claims=ada.claims("sold"))
    made = ada.judge("reject", claims=ada.claims("wrote")).json()["id"]
    assert ada.post("undo", id=made).status_code == 201
    assert about(ada, "sold the mill") == ["accept"]
    assert about(ada, "wrote") == ["undo", "reject"]
    assert about(ada, "York") == []
    assert [line["act"] for line in ada.get("log?about=d9:0-4")["judgements"]] == []
    assert ada.client.get("/api/log?about=sold").status_code == 422


def test_the_state_names_the_last_decision_that_the_build_tells(ada: Browser) -> None:
    before = ada.built()
    assert before["knows"] == before["head"]
    ada.judge("accept", claims=ada.claims("sold"))
    now = ada.state()
    assert now["knows"] in (before["head"], now["head"])
    assert ada.built()["knows"] == ada.head


def test_words_inside_an_archive_have_their_history_and_lead_to_their_own_document(
    tmp_path: Path,
) -> None:
    case = Case.create(tmp_path / "case", "The mill")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("gazette.txt", REPORT)
        archive.writestr("letter.txt", LETTER)
    case.add_bytes(packed.getvalue(), "papers.zip", who="Ada")
    case.build(model=False)
    with TestClient(
        application(tmp_path / "case", who="Ada"), base_url="http://127.0.0.1"
    ) as client:
        ada = Browser(client)
        inside = [d["id"] for d in ada.get(f"built/{ada.built()['built']}/index")["documents"]]
        letter = next(c.partition("-")[0] for c in ada.claims("sold")[0])
        ada.judge("accept", claims=ada.claims("sold"))
        start = LETTER.index("sold the mill")
        found = ada.get(f"log?about={letter}:{start}-{start + 4}")["judgements"]
    assert letter in inside
    assert "." in letter
    assert [(line["act"], line["document"]) for line in found] == [("accept", letter)]


def test_what_was_kept_and_undone_is_said_in_words(ada: Browser) -> None:
    kept = ada.judge("date", claims=ada.claims("sold"), value="1871-06-10").json()
    assert kept["says"] == "dated “Bert Stone sold the mill on 9 June 1871.”: 10 June 1871"
    undone = ada.post("undo", id=kept["id"]).json()
    assert undone["says"] == f"undid: {kept['says']}"
