"""The README's examples of a case, run as they stand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def blocks() -> list[str]:
    return [
        block
        for block in re.findall(r"```\n(.*?)```", (ROOT / "README.md").read_text("utf8"), re.DOTALL)
        if ".venv/bin/seriatim" in block
    ]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each command of the second and third example printed, by its name."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "src").symlink_to(ROOT / "src")
    (folder / ".venv/bin").mkdir(parents=True)
    program = folder / ".venv/bin/seriatim"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m seriatim "$@"\n')
    program.chmod(0o755)
    printed: dict[str, str] = {}
    for line in "".join(blocks()[1:]).splitlines():
        if line.split()[1] == "serve":
            continue  # it runs until it is ended: tests/cli/test_serve.py
        done = subprocess.run(
            ["sh", "-c", line],
            cwd=folder,
            capture_output=True,
            text=True,
            env={**os.environ, "SERIATIM_WHO": "Ada"},
            check=False,
        )
        # "check" says by its status that there is an error in the documents.
        assert done.returncode == (1 if line.split()[1] == "check" else 0), f"{line}\n{done.stderr}"
        printed[line.split()[1]] = done.stdout + done.stderr
    return printed


def test_the_second_example_is_a_case() -> None:
    assert [line.split()[1] for line in blocks()[1].splitlines()] == [
        "new",
        "add",
        "build",
        "show",
        "judge",
        "undo",
        "log",
    ]


def test_it_shows_what_it_says_and_undoes_what_was_decided(ran: dict[str, str]) -> None:
    (line,) = re.findall(r"^19 February 1918 +e14 .*", ran["show"], re.MULTILINE)
    assert "William Hall shows" in line
    (decided,) = re.findall(r"^.* Ada  date .*", ran["log"], re.MULTILINE)
    assert "1917-02-19" in decided
    assert decided.endswith("[undone]")
    assert "perhaps 19 February 1917" in ran["check"]


def test_the_rest_finds_what_it_looks_for(ran: dict[str, str]) -> None:
    assert "[American ambassador]" in ran["search"]
    assert all(ran[name].strip() for name in ("contacts", "evidence"))
