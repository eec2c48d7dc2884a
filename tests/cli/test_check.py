"""``seriatim check`` as a person runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from seriatim import cli
from seriatim.case.case import Case

RIGHT = "published: 1912\n\nThe council met on 4 February 1911.\n"
WRONG = "The ferry sank on Wednesday, 9 March 1909.\n"


def check(folder: Path, text: str, *options: str) -> subprocess.CompletedProcess[str]:
    path = folder / "document.txt"
    path.write_text(text, "utf8")
    command = [
        sys.executable,
        "-c",
        "from seriatim.cli import main; main()",
        "check",
        "document.txt",
        "--published",
        "1912-05-01",
        "--no-model",
        *options,
    ]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)


def test_an_error_is_exit_status_1(tmp_path: Path) -> None:
    ran = check(tmp_path, WRONG)
    assert ran.stdout.startswith(
        "document.txt:1:19: error: 9 March 1909 was a Tuesday, not a Wednesday; perhaps 9 March 1910 [mismatched-weekday]\n"
    )
    assert ran.returncode == 1


def test_nothing_wrong_is_exit_status_0(tmp_path: Path) -> None:
    ran = check(tmp_path, RIGHT)
    assert (ran.stdout, ran.returncode) == ("nothing found\n", 0)


def test_a_code_that_is_none_is_wrong_use(tmp_path: Path) -> None:
    ran = check(tmp_path, RIGHT, "--select", "no-such-check")
    assert ran.returncode == 2
    assert "there is no check 'no-such-check'" in ran.stderr


def test_sarif_is_json(tmp_path: Path) -> None:
    ran = check(tmp_path, WRONG, "--format", "sarif", "--select", "mismatched-weekday")
    assert [r["ruleId"] for r in json.loads(ran.stdout)["runs"][0]["results"]] == [
        "mismatched-weekday"
    ]
    assert ran.returncode == 1


def test_a_case_is_checked_as_it_was_built_and_its_documents_go_by_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ferry.txt").write_text(WRONG, "utf8")
    for words in (
        ["new", "ferry"],
        ["add", "ferry", "ferry.txt"],
        ["build", "ferry", "--no-model"],
    ):
        said(words, capsys)
    status, out, err = said(["check", "ferry"], capsys)
    assert status == 1
    assert "\nferry.txt:1:19: error: 9 March 1909 was a Tuesday" in out
    assert "judgements" not in out + err


def test_a_case_is_no_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    said(["new", "ferry"], capsys)
    status, _, err = said(["timeline", "ferry"], capsys)
    assert (status, "seriatim publish ferry" in err) == (2, True)


def said(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    try:
        cli.main(words)
        status = 0
    except SystemExit as stop:
        status = int(stop.code or 0)
    heard = capsys.readouterr()
    return status, heard.out, heard.err


def test_an_export_stands_in_order_of_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ferry.txt").write_text(
        "The ferry sank on 9 March 1909. Ada Quill resigned on 4 May 1907.\n", "utf8"
    )
    for words in (
        ["new", "ferry"],
        ["add", "ferry", "ferry.txt"],
        ["build", "ferry", "--no-model"],
    ):
        said(words, capsys)
    said(["export", "ferry", "--format", "csv", "-o", "ferry.csv"], capsys)
    listed = Path("ferry.csv").read_text("utf8")
    assert 0 < listed.index("1907-05-04") < listed.index("1909-03-09")


@pytest.mark.parametrize("option", [["--no-model"], ["--published", "1912"]])
def test_what_is_for_files_is_wrong_use_of_a_case(tmp_path: Path, option: list[str]) -> None:
    case = Case.create(tmp_path / "ferry", "Ferry")
    case.build(model=False)
    ran = subprocess.run(
        [sys.executable, "-m", "seriatim", "check", "ferry", *option],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert ran.returncode == 2
    assert f"{option[0]} is for files" in ran.stderr
