"""A real browser for tests: the system's Chromium, which hears of every request, dialog and error of a page."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


@dataclass
class AttributionIndex:
    """What a page did that somebody could have noticed."""

    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@contextmanager
def chromium() -> Generator[Any]:
    if not CHROMIUM.exists():
        pytest.skip(f"needs {CHROMIUM}, a browser to open pages in")
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Any,
    path: Path,
    at: str = "",
    *,
    width: int = 1280,
    height: int = 800,
    dark: bool = False,
    script: bool = True,
) -> Generator[tuple[Any, AttributionIndex]]:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        java_script_enabled=script,
    )
    context.set_default_timeout(30_000)
    tab, heard = context.new_page(), AttributionIndex()
    tab.add_init_script("window.fired = () => { window.hit = (window.hit || 0) + 1 }")
    tab.on("request", lambda r: heard.requests.append(r.url))
    tab.on("pageerror", lambda e: heard.errors.append(str(e)))
    tab.on(
        "console", lambda m: heard.errors.append(m.text) if m.type in ("error", "warning") else None
    )
    tab.on("dialog", lambda d: (heard.dialogs.append(d.message), d.dismiss()))
    tab.goto(path.as_uri() + at)
    if script:
        tab.wait_for_selector("#app .desk")
        settle(tab)
    yield tab, heard
    context.close()


def settle(tab: Any) -> None:
    """Two frames: what was asked for has been drawn."""
    tab.evaluate(
        "() => new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 120))"
    )


def complaints(tab: Any) -> list[str]:
    """What axe-core finds, by rule and place."""
    if not AXE.exists():
        pytest.skip("needs the front end's packages: npm ci in frontend/")
    tab.evaluate(AXE.read_text("utf-8"))
    found = tab.evaluate(
        "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    return [
        f"{v['id']}: {n['target']} {n['failureSummary']}"
        for v in found["violations"]
        for n in v["nodes"]
    ]


def until(tab: Any, holds: str, given: Any = None) -> None:
    """Waits until a function of the page holds; Playwright's own way of waiting needs ``eval``, which the page's policy refuses."""
    for _ in range(200):
        if tab.evaluate(holds, given):
            return
        tab.wait_for_timeout(100)
    pytest.fail(f"20 seconds, and still not: {holds}")
