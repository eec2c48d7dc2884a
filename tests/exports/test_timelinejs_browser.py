"""TimelineJS itself shows what is exported for it: every event that has a place in it, with its date in words."""

import json
from pathlib import Path

import pytest

from seriatim.exports import timelinejs
from seriatim.temporal import edtf
from tests.exports.browser import chromium
from tests.exports.test_formats import chronology

DIST = Path(__file__).parents[2] / "frontend/node_modules/@knight-lab/timelinejs/dist"


def test_timelinejs_shows_every_event_with_its_date_in_words(tmp_path: Path) -> None:
    if not DIST.is_dir():
        pytest.skip("needs TimelineJS: npm ci --prefix frontend")
    data = json.loads(timelinejs.to_json(chronology()).data)
    page = tmp_path / "timeline.html"
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="{(DIST / "css/timeline.css").as_uri()}"><div id="t" style="height: 600px"></div>'
        f'<script src="{(DIST / "js/timeline.js").as_uri()}"></script><script>new TL.Timeline("t", {json.dumps(data).replace("<", chr(92) + "u003c")})</script>',
        encoding="utf-8",
    )
    with chromium() as browser:
        tab = browser.new_page(viewport={"width": 1200, "height": 700})
        tab.route(
            "http*://**", lambda route: route.abort()
        )  # it asks a font server that is not there
        tab.goto(page.as_uri())
        tab.wait_for_selector(".tl-slide .tl-headline-date", state="attached", timeout=30_000)
        shown = [t for t in tab.locator(".tl-slide .tl-headline-date").all_text_contents() if t]
        assert tab.locator(".tl-timemarker").count() == len(data["events"])
        tab.close()
    dated = [e for e in chronology().events if e.when.edtf != edtf.UNKNOWN]
    assert sorted(shown) == sorted(edtf.say(e.when.edtf) for e in dated)
