"""The system's Chromium for tests, with every request, dialog and error of a page recorded."""

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
class PageActivity:
    """The requests, dialogs and errors of a page."""

    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def dialog(self, dialog: Any) -> None:
        """Records a dialog and closes it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def console(self, message: Any) -> None:
        """Records an error or a warning of the console."""
        if message.type in ("error", "warning"):
            self.errors.append(message.text)


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
) -> Generator[tuple[Any, PageActivity]]:
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        java_script_enabled=script,
    )
    context.set_default_timeout(30_000)
    tab, activity = context.new_page(), PageActivity()
    tab.add_init_script("window.fired = () => { window.hit = (window.hit || 0) + 1 }")
    tab.on("request", lambda r: activity.requests.append(r.url))
    tab.on("pageerror", lambda e: activity.errors.append(str(e)))
    tab.on("console", activity.console)
    tab.on("dialog", activity.dialog)
    tab.goto(path.as_uri() + at)
    if script:
        tab.wait_for_selector("#app .layout")
        settle(tab)
    yield tab, activity
    context.close()


def settle(tab: Any) -> None:
    """Waits two frames, so that the page has been drawn."""
    tab.evaluate(
        "() => new Promise(done => setTimeout(() => "
        "requestAnimationFrame(() => requestAnimationFrame(done)), 120))"
    )


def complaints(tab: Any) -> list[str]:
    """The violations that axe-core finds, by rule and place."""
    if not AXE.exists():
        pytest.skip("needs the front end's packages: npm ci in frontend/")
    tab.evaluate(AXE.read_text("utf-8"))
    found = tab.evaluate(
        "() => axe.run(document, {runOnly: "
        "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    return [
        f"{v['id']}: {n['target']} {n['failureSummary']}"
        for v in found["violations"]
        for n in v["nodes"]
    ]


def until(tab: Any, holds: str, given: Any = None) -> None:
    """Waits until a function of the page holds.

    Playwright's own way of waiting needs ``eval``, which the page's policy refuses.
    """
    for _ in range(200):
        if tab.evaluate(holds, given):
            return
        tab.wait_for_timeout(100)
    pytest.fail(f"20 seconds, and still not: {holds}")
