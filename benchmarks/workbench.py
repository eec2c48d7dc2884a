"""How fast the workbench of a large case opens and filters, in headless Chromium, and how much memory its server takes.

    python benchmarks/workbench.py [--documents 10000] [--claims 200000] [--case FOLDER]

An invented case (``benchmarks/identities.py``) whose documents count as read, so that the building
and not the reading is measured. Opens: from navigation to the first drawn frame of the timeline
with the list beside it; filter: from the key that ends a filter to the frame in which list and
picture show it, the longest of several.  Memory: the largest resident size of the server, and of
the worker that builds beside it.  ``--case`` keeps the case and takes it up again.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import httpx

from seriatim.case.case import Case
from seriatim.model import Passage, Reading

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import identities
from benchmarks.page import ARGUMENTS, CHROMIUM

FILTERS = ("dated:no", "since:1930 until:1935", "kind:act -dated:no", "text:Leeds", "sold")


def main() -> int:
    """The figures, a line each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--case", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = options.case or Path(name) / "case"
        if not path.exists():
            make(path, options.documents, options.claims)
        serve(path)
    return 0


def make(path: Path, documents: int, claims: int) -> None:
    """A case whose documents count as read, not yet put together."""
    identities.A_DOCUMENT = claims // documents
    made, _ = identities.readings(claims)
    case = Case.create(path, "A large case")
    originals = path.parent / "originals"
    originals.mkdir(exist_ok=True)
    for n, reading in enumerate(made):
        (originals / f"{n:05}.txt").write_text(reading.document.text, "utf8")
    started = time.process_time()
    case.add([originals], who="benchmark")
    print(f"add: {time.process_time() - started:.1f} s of CPU")
    case.lay_readings(
        {h.sha256: whole(reading) for h, reading in zip(case.documents(), made, strict=True)}
    )


def whole(reading: Reading) -> Reading:
    """A reading with the passage that its claims stand in."""
    document = reading.document
    return replace(
        reading, passages=(Passage(document.id, 0, "paragraph", ((0, len(document.text)),)),)
    )


def serve(path: Path) -> None:
    """Start the workbench, wait for its build, and look at it."""
    command = [sys.executable, "-m", "seriatim", "serve", str(path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None  # noqa: S101 - it is a pipe, as asked above
            (address,) = re.findall(r"http://\S+", server.stderr.readline())
            started = time.monotonic()
            worker = 0
            while not (state := httpx.get(f"{address}api/state", timeout=60).json())["current"]:
                worker = max([worker, *map(peak, children(server.pid))])
                if state["problems"]:
                    raise SystemExit(state["problems"][0]["message"])
                time.sleep(0.5)
            print(
                f"built in {time.monotonic() - started:.0f} s, {worker >> 20} MB at most in a worker"
            )
            look(address)
            print(f"server: {peak(server.pid) >> 20} MB at most")
        finally:
            server.terminate()


def look(address: str) -> None:
    """Open the workbench in a browser, and filter."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for room, drawn in (("review", ".room h2"), ("chronology", ".canvas canvas")):
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            started = time.perf_counter()
            page.goto(f"{address}#room={room}")
            page.wait_for_selector(drawn, timeout=60_000)
            page.evaluate(
                "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
            )
            print(f"first view, {room}: {time.perf_counter() - started:.2f} s")
        page.locator("input[type=search]").focus()
        page.wait_for_timeout(30_000)  # the quotes are read once, when somebody begins to search
        for words in FILTERS:
            print(f"filter {words}: {page.evaluate(FILTERED, words):.0f} ms")
        browser.close()


# From the last letter (after all events were shown) to the frame after the number of those found
# has changed, the pause for typing included.
FILTERED = """async (words) => {
    const box = document.querySelector("input[type=search]");
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const type = (text) => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(box, text);
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    const found = () => document.getElementById("search-result").textContent;
    type("");
    await new Promise((done) => setTimeout(done, 1500));
    const before = found();
    const started = performance.now();
    type(words);
    while (found() === before && performance.now() - started < 10000) await frame();
    await frame();
    return performance.now() - started;
}"""


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return (
        [
            int(word)
            for task in Path(f"/proc/{pid}/task").iterdir()
            for word in (task / "children").read_text().split()
        ]
        if found.exists()
        else []
    )


def peak(pid: int) -> int:
    """The largest resident size of a process, in bytes; 0 where it has ended."""
    try:
        (size,) = re.findall(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
        return int(size) << 10
    except (OSError, ValueError):
        return 0


if __name__ == "__main__":
    sys.exit(main())
