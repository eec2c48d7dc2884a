"""docs/findings is what the code says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_pages_are_current():
    spec = importlib.util.spec_from_file_location("write_docs", ROOT / "tools" / "write_docs.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    folder = ROOT / "docs" / "findings"
    written = {p.name: p.read_text("utf8") for p in folder.glob("*.md")}
    assert written == tool.pages(), "run python tools/write_docs.py"
