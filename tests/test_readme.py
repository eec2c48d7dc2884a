"""The README's examples of a case, run as printed there."""

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
    """The output of each command in the second and third example, by its name."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "src").symlink_to(ROOT / "src")
    (folder / ".venv/bin").mkdir(parents=True)
    program = folder / ".venv/bin/seriatim"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m seriatim "$@"\n')
    program.chmod(0o755)
    printed: dict[str, str] = {}
    for line in "".join(blocks()[1:]).splitlines():
        if line.split()[1] == "serve":
            continue  # runs until stopped: tests/cli/test_serve.py
        done = subprocess.run(
            ["sh", "-c", line],
            cwd=folder,
            capture_output=True,
            text=True,
            env={**os.environ, "SERIATIM_WHO": "Ada"},
            check=False,
        )
        # The status of "check" is 1 if a document has an error.
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


def test_it_shows_events_and_undoes_a_decision(ran: dict[str, str]) -> None:
    (line,) = re.findall(r"^19 February 1918 +e18 .*", ran["show"], re.MULTILINE)
    assert "William Hall shows" in line
    (decided,) = re.findall(r"^.* Ada  date .*", ran["log"], re.MULTILINE)
    assert "1917-02-19" in decided
    assert decided.endswith("[undone]")
    assert "Changing the date to 19 February 1917" in ran["check"]


def test_the_other_commands_find_something(ran: dict[str, str]) -> None:
    assert "[ambassador]" in ran["search"]
    assert all(ran[name].strip() for name in ("contacts", "evidence"))
