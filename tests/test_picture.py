"""The page of the sample in a real browser: the picture in the README, and that it asks the network for nothing.

``SERIATIM_PICTURE=write`` puts the picture into ``docs/images``; it is looked at before it is
committed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SAMPLE = sorted((ROOT / "src/seriatim/samples/zimmermann").iterdir())
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("sample") / "page.html"
    program = Path(sys.executable).with_name("seriatim")
    command = [
        program,
        "timeline",
        *SAMPLE,
        "-o",
        path,
        "--json",
        path.with_suffix(".json"),
        "--title",
        "The telegram of 1917",
    ]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    return path


@pytest.fixture(scope="module")
def browser() -> Any:
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM:
        pytest.skip("needs the package chromium")
    with playwright.sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def test_the_page_of_the_sample(page_file: Any, browser: Any, tmp_path: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    events = json.loads(page_file.with_suffix(".json").read_text("utf8"))["events"]
    next_day = next(e["id"] for e in events if "Hall passes a copy" in e["claims"][0]["quote"])
    page.goto(
        f"{page_file.as_uri()}#event={next_day}&filter=since:1917-01 until:1917-04&from=1917-02-02T00:00&to=1917-03-08T00:00"
    )
    page.wait_for_timeout(500)
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert errors == []
    words = page.inner_text("body")
    assert "The telegram of 1917" in words
    assert "One day later" in words
    folder = ROOT / "docs/images" if os.environ.get("SERIATIM_PICTURE") == "write" else tmp_path
    picture = page.screenshot(path=folder / "page.png")
    assert len(picture) > 20_000, "the picture is all but empty"


def test_the_page_is_a_complete_list_without_javascript(page_file: Any, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri())
    words = " ".join(page.inner_text("body").split())
    for told in ("Housatonic", "Balfour", "Room 40", "Miss Fenwick"):
        assert told in words
