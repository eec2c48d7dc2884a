"""The log, asked about words: what was decided about them, and what undid it."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from seriatim.web.app import application
from tests.web.served import LETTER, new_case
from tests.web.test_api import Browser


@pytest.fixture
def ada(tmp_path: Path) -> Generator[Browser]:
    new_case(tmp_path / "case", {"letter.txt": LETTER})
    with TestClient(application(tmp_path / "case", who="Ada"), base_url="http://127.0.0.1") as client:
        yield Browser(client)


def about(ada: Browser, words: str) -> list[str]:
    start = LETTER.index(words)
    return [line["act"] for line in ada.get(f"log?about=d1:{start}-{start + len(words)}")["judgements"]]


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
