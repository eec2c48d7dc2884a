"""Every message of the workbench is used, and every one that is used exists."""

from __future__ import annotations

import re
from pathlib import Path

from seriatim.messages.page import WORDS
from seriatim.messages.workbench import WORKBENCH

SOURCES = Path(__file__).parents[2] / "frontend" / "src" / "work"


def test_every_word_of_the_workbench_exists_and_is_used() -> None:
    script = "\n".join(p.read_text("utf-8") for p in sorted(SOURCES.rglob("*.ts*")))
    plain = set(re.findall(r"""\bt\((?:[^()"`]*\? )?"([^"]+)\"""", script)) | set(
        re.findall(
            r"""[:?({, ] "(sure|date\.[^"]+|ask\.[^"]+|empty[^"]*|review\.[^"]+)\"""", script
        )
    )
    plain |= {
        f"{key}.{n}"
        for key in re.findall(r"""\bcount\("([^"]+)\"""", script)
        for n in ("one", "other")
    }
    made = {re.sub(r"\$\{[^}]*\}", "*", key) for key in re.findall(r"\bt\(`([^`]+)`", script)}
    patterns = [re.compile(re.escape(key).replace(r"\*", "[^.]+") + "$") for key in made]
    assert sorted(key for key in plain if key not in WORDS | WORKBENCH) == []
    assert (
        sorted(
            key for key in WORKBENCH if key not in plain and not any(p.match(key) for p in patterns)
        )
        == []
    )
