"""Connections: how they are secured, how many there may be, and what is recorded of them."""

from __future__ import annotations

import json
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from seriatim import cli
from seriatim.case import Case
from seriatim.web.auth import accounts
from seriatim.web.http_protocol import WAITING


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def served(case: Path, *options: str) -> Iterator[int]:
    """The port of a workbench that listens."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "seriatim", "serve", str(case), "--port", str(port), *options],
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Case.create(tmp_path / "case", "The board").path


def is_open(connection: socket.socket) -> bool:
    """Whether the other side has not ended a connection, after reading what it sent."""
    connection.settimeout(0.01)
    try:
        while connection.recv(4096):
            pass
    except TimeoutError:
        return True
    return False


def refused(*words: object) -> bool:
    with pytest.raises(SystemExit) as ended:
        cli.main([str(word) for word in words])
    return ended.value.code == 2


def test_beyond_this_machine_it_needs_tls(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    accounts.add(case, "Ada", "owner", "a long password of words")
    assert refused("serve", case, "--host", "0.0.0.0", "--port", "0")  # noqa: S104 - what is refused
    assert "--insecure-http" in capsys.readouterr().err


def test_a_wrong_certificate_is_one_line(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pem").write_text("no certificate")
    options = ("--tls-cert", tmp_path / "a.pem", "--tls-key", tmp_path / "a.pem")
    assert refused("serve", case, "--port", "0", *options)
    assert "cannot be used for TLS" in capsys.readouterr().err
    assert refused("serve", case, "--port", "0", "--tls-cert", tmp_path / "a.pem")


def test_by_tls_a_browser_is_told_to_stay_with_it(case: Path, tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    pair = ("-keyout", "key.pem", "-out", "cert.pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *pair, "-subj", "/CN=x"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    options = ("--tls-cert", str(tmp_path / "cert.pem"), "--tls-key", str(tmp_path / "key.pem"))
    trusting = ssl.create_default_context(cafile=str(tmp_path / "cert.pem"))
    trusting.check_hostname = False
    with (
        served(case, *options) as port,
        urlopen(f"https://127.0.0.1:{port}/", context=trusting, timeout=20) as answer,
    ):
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
    with served(case) as port, urlopen(f"http://127.0.0.1:{port}/", timeout=20) as answer:
        assert "strict-transport-security" not in answer.headers


def test_silent_connections_keep_nobody_out_and_streams_are_held(case: Path) -> None:
    with served(case) as port, ExitStack() as held:
        streams = []
        for _ in range(150):
            one = held.enter_context(socket.create_connection(("127.0.0.1", port), 20))
            one.sendall(b"GET /api/changes HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            streams.append(one)
        assert all(b" 200 " in one.recv(200) for one in streams)
        for _ in range(210):
            one = held.enter_context(socket.create_connection(("127.0.0.1", port), 20))
            one.sendall(b"GET / HTTP/1.1\r\nHost:")
        for _ in range(20):
            with urlopen(f"http://127.0.0.1:{port}/api/session", timeout=20) as answer:
                assert answer.status == 200
        assert WAITING < 210
        for one in streams:  # none was closed
            assert is_open(one)


def test_reading_is_recorded_where_the_case_asks_for_it(case: Path) -> None:
    settings = case / "case.toml"
    settings.write_text(settings.read_text().replace("[groups]", 'audit = "reads"\n[groups]', 1))
    with served(case, "--by", "Ada") as port:
        address = f"http://127.0.0.1:{port}/api/search?words=harbour"
        with urlopen(address, timeout=20) as answer:
            assert answer.status == 200
    lines = [json.loads(n) for n in (case / "private/reads.jsonl").read_text().splitlines()]
    assert [(n["who"], n["path"], n["query"], n["status"]) for n in lines] == [
        ("Ada", "/api/search", "words=harbour", 200)
    ]


@pytest.mark.parametrize("words", ["%00", "a%0Ab", "%E2%80%AEabc", "%1B[2J"])
def test_control_characters_are_no_words(case: Path, words: str) -> None:
    with served(case) as port, socket.create_connection(("127.0.0.1", port), 20) as one:
        request = f"GET /api/search?words={words} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        one.sendall(request.encode())
        answer = one.recv(4096)
    assert b" 400 " in answer
    assert str(case).encode() not in answer
