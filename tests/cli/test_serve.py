"""``seriatim serve``: it starts, says where, answers, ends; and it refuses what it should not do."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from seriatim.case import Case


@pytest.fixture
def case(tmp_path: Path) -> Any:
    case = Case.create(tmp_path / "case", "The mill")
    case.intake.add_bytes(
        b"On 3 May 1871 Ada Quill met Bert Stone in Leeds.", "letter.txt", who="Ada"
    )
    return case


@contextmanager
def serve(case: Any, *options: Any) -> Any:
    with subprocess.Popen(
        [sys.executable, "-m", "seriatim", "serve", str(case.path), *options],
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            yield server
        finally:
            server.kill()


def refusal(case: Any, *options: Any) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "seriatim", "serve", str(case), *options],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stderr


def test_it_says_where_it_listens_answers_and_ends(case: Any, tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    with serve(case, "--port", "0", "--by", "Clio", "--log", str(log)) as server:
        said = server.stderr.readline()
        (address,) = re.findall(r"http://127\.0\.0\.1:\d+/", said)
        assert said.startswith("The mill: ")
        assert httpx.get(f"{address}api/session").json()["who"] == "Clio"
        assert "workbench.js" in httpx.get(address).text
        assert (
            httpx.get(f"{address}api/state", headers={"host": "elsewhere.example"}).status_code
            == 400
        )
        httpx.get(f"{address}api/search?words=secret")
        until = time.monotonic() + 20
        while "GET /api/search" not in log.read_text() and time.monotonic() < until:
            time.sleep(0.05)  # the line is written after the answer
        assert (
            "Clio GET /api/state 400" in log.read_text(),
            "GET /api/search 200" in log.read_text(),
            "secret" in log.read_text(),
        ) == (
            False,
            True,
            False,
        )
        server.send_signal(signal.SIGINT)
        assert server.wait(20) in (0, 130, -2)
        assert "Traceback" not in server.stderr.read()


def test_it_listens_beyond_this_machine_only_with_accounts(case: Any) -> None:
    status, said = refusal(case.path, "--host", "0.0.0.0", "--port", "0")  # noqa: S104 - what is refused
    assert (status, "make an account first" in said) == (2, True)


def test_a_port_that_is_taken_is_said(case: Any) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        status, said = refusal(case.path, "--port", str(taken.getsockname()[1]))
    assert (status, "can't be listened on" in said, "--port" in said) == (2, True, True)


def test_a_folder_that_is_no_case_is_said(tmp_path: Path) -> None:
    status, said = refusal(tmp_path)
    assert (status, "this is not a case" in said) == (2, True)
