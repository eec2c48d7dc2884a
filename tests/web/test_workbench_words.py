"""Every word of the workbench's own is said somewhere."""

from __future__ import annotations

import re
from pathlib import Path

from seriatim.messages.page import WORDS
from seriatim.messages.workbench import WORK

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
    assert sorted(key for key in plain if key not in WORDS | WORK) == []
    assert (
        sorted(key for key in WORK if key not in plain and not any(p.match(key) for p in patterns))
        == []
    )
