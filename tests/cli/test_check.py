"""``seriatim check`` as a person runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

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


def test_an_error_is_exit_status_1(tmp_path: Path):
    ran = check(tmp_path, WRONG)
    assert ran.stdout.startswith("document.txt:1:19: error: 9 March 1909 was a Tuesday, not a Wednesday; perhaps 9 March 1910 [mismatched-weekday]\n")
    assert ran.returncode == 1


def test_nothing_wrong_is_exit_status_0(tmp_path: Path):
    ran = check(tmp_path, RIGHT)
    assert (ran.stdout, ran.returncode) == ("nothing found\n", 0)


def test_a_code_that_is_none_is_wrong_use(tmp_path: Path):
    ran = check(tmp_path, RIGHT, "--select", "no-such-check")
    assert ran.returncode == 2
    assert "there is no check 'no-such-check'" in ran.stderr


def test_sarif_is_json(tmp_path: Path):
    ran = check(tmp_path, WRONG, "--format", "sarif", "--select", "mismatched-weekday")
    assert [r["ruleId"] for r in json.loads(ran.stdout)["runs"][0]["results"]] == ["mismatched-weekday"]
    assert ran.returncode == 1
