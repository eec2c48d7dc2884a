"""Screenshots of every view of the workbench at two widths: docs/images/workbench-*.png.

usage: python tools/workbench_picture.py

Builds a case of the sample, serves it and opens it in Chromium.  Look at the pictures before you
commit them.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
SAMPLE = sorted((ROOT / "src/seriatim/samples/zimmermann").iterdir())
PROGRAM = Path(sys.executable).with_name("seriatim")
WIDTHS = {"": (1280, 800), "-phone": (390, 844)}
BUILT = 120_000  # milliseconds until every decision has to be shown


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--to", type=Path, default=ROOT / "docs/images")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        case = Path(folder) / "telegram"
        for command in (
            ["new", case, "--title", "The telegram of 1917"],
            ["add", case, *(p.name for p in SAMPLE)],
            ["build", case],
        ):
            who = {**os.environ, "SERIATIM_WHO": "Nora Vane"}
            subprocess.run(
                [PROGRAM, *map(str, command)],
                check=True,
                capture_output=True,
                cwd=SAMPLE[0].parent,
                env=who,
            )
        server = subprocess.Popen(
            [PROGRAM, "serve", case, "--port", "0", "--by", "Nora Vane"],
            stderr=subprocess.PIPE,
            text=True,
        )
        browser = play.chromium.launch(
            executable_path=options.chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        try:
            address = _address(server)
            for suffix, (width, height) in WIDTHS.items():
                tab = browser.new_page(viewport={"width": width, "height": height})
                tab.set_default_timeout(BUILT)
                for section, look in SECTIONS.items():
                    _open(tab, address, section)
                    look(tab)
                    tab.wait_for_timeout(600)
                    _write(options.to / f"workbench-{section}{suffix}.png", tab.screenshot())
                tab.close()
        finally:
            browser.close()
            server.terminate()
            server.wait(20)


def _address(server: subprocess.Popen[str]) -> str:
    """The address in the server's first line; SystemExit if there is none."""
    line = server.stderr.readline() if server.stderr else ""
    found = re.search(r"http://\S+", line)
    if found is None:
        raise SystemExit(line)
    return found.group()


def _open(tab: Any, address: str, section: str) -> None:  # noqa: ANN401 - Playwright's page
    tab.goto("about:blank")
    tab.goto(f"{address}#section={section}")
    _current(tab)


def _current(tab: Any) -> None:  # noqa: ANN401
    tab.wait_for_selector(".standing-of:not(.busy)")
    tab.wait_for_timeout(300)


def _review(_: Any) -> None:  # noqa: ANN401
    """Leave the view as it opens."""


def _chronology(tab: Any) -> None:  # noqa: ANN401
    tab.click(".row a:has-text('Wilson signs the declaration of war')")


def _documents(tab: Any) -> None:  # noqa: ANN401
    tab.locator(".queued").first.click()
    tab.wait_for_selector(".text")
    tab.focus(".text")
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", *["Shift+ArrowRight"] * 8):
        tab.keyboard.press(key)


def _actors(tab: Any) -> None:  # noqa: ANN401
    tab.locator(".queued").nth(1).click()


def _chance(tab: Any) -> None:  # noqa: ANN401
    for n, kind in enumerate(("message", "meeting")):
        tab.locator(".row-of-events").nth(n).locator("select").select_option(kind)
    tab.fill(".within input", "3")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".open-question")


def _evidence(tab: Any) -> None:  # noqa: ANN401
    """Wait for the figures."""
    tab.wait_for_selector(".figures")


def _history(tab: Any) -> None:  # noqa: ANN401
    """Decide something first, once."""
    if tab.viewport_size["width"] < WIDTHS[""][0]:
        return
    tab.click(".sections [data-section=review]")
    tab.keyboard.press("w")
    tab.keyboard.type("the ambassador’s report says so")
    tab.keyboard.press("Escape")
    tab.keyboard.press("c")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".foot:has-text('Saved: ')")
    _current(tab)
    tab.click(".sections [data-section=history]")


SECTIONS: dict[str, Callable[[Any], None]] = {
    "review": _review,
    "chronology": _chronology,
    "documents": _documents,
    "actors": _actors,
    "coincidence": _chance,
    "evidence": _evidence,
    "history": _history,
}


def _write(path: Path, picture: bytes) -> None:
    """Write a picture in 160 colours, which takes a quarter of the bytes."""
    out = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(160, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    path.write_bytes(out.getvalue())


if __name__ == "__main__":
    main()
