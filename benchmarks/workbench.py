"""The speed of the workbench of a large case, and the memory of its server and worker.

    python benchmarks/workbench.py [--documents 10000] [--claims 200000] [--case FOLDER]

A generated case (``benchmarks/identities.py``) whose documents count as read, so that building and
not reading is measured. In headless Chromium: seconds from navigation to the first frame with
timeline and list, and milliseconds from the last key of a filter to the frame with its result.
Memory: the largest resident size of the server, and of the worker that builds. ``--case`` keeps the
case for the next run.
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

from seriatim.case import Case
from seriatim.model import Passage, Reading

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import identities
from benchmarks.page import ARGUMENTS, CHROMIUM

FILTERS = ("dated:no", "since:1930 until:1935", "kind:act -dated:no", "text:Leeds", "sold")


def main() -> int:
    """0; prints one figure a line."""
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
    """Make a case whose documents count as read but whose claims are not merged yet."""
    identities.CLAIMS_A_DOCUMENT = claims // documents
    made, _ = identities.readings(claims)
    case = Case.create(path, "A large case")
    originals = path.parent / "originals"
    originals.mkdir(exist_ok=True)
    for n, reading in enumerate(made):
        (originals / f"{n:05}.txt").write_text(reading.document.text, "utf8")
    started = time.process_time()
    case.add([originals], who="benchmark")
    print(f"add: {time.process_time() - started:.1f} s of CPU")
    case.builder.keep_readings(
        {h.sha256: whole(reading) for h, reading in zip(case.documents(), made, strict=True)}
    )


def whole(reading: Reading) -> Reading:
    """A reading with the passage of its claims."""
    document = reading.document
    return replace(
        reading, passages=(Passage(document.id, 0, "paragraph", ((0, len(document.text)),)),)
    )


def serve(path: Path) -> None:
    """Start the workbench, wait for its build and measure it."""
    command = [sys.executable, "-m", "seriatim", "serve", str(path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None  # noqa: S101 - it is a pipe, see above
            (address,) = re.findall(r"http://\S+", server.stderr.readline())
            started = time.monotonic()
            worker = 0
            while not (state := httpx.get(f"{address}api/state", timeout=60).json())["current"]:
                worker = max([worker, *map(peak, children(server.pid))])
                if state["problems"]:
                    raise SystemExit(state["problems"][0]["message"])
                time.sleep(0.5)
            seconds = time.monotonic() - started
            print(f"built in {seconds:.0f} s, {worker >> 20} MB at most in a worker")
            browse(address)
            print(f"server: {peak(server.pid) >> 20} MB at most")
        finally:
            server.terminate()


def browse(address: str) -> None:
    """Open the workbench in a browser and filter, with a line for each time."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for section, drawn in (("review", ".section h2"), ("chronology", ".canvas canvas")):
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            started = time.perf_counter()
            page.goto(f"{address}#section={section}")
            page.wait_for_selector(drawn, timeout=60_000)
            page.evaluate(DRAWN)
            print(f"first view, {section}: {time.perf_counter() - started:.2f} s")
        page.locator("input[type=search]").focus()
        page.wait_for_timeout(30_000)  # the quotes are read once, on the first search
        for words in FILTERS:
            print(f"filter {words}: {page.evaluate(FILTERED, words):.0f} ms")
        browser.close()


DRAWN = """() =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
"""

# From the last letter (after all events were shown) to the frame after the number of results has
# changed, the delay for typing included.
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
    """The child processes of a process."""
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
    """The largest resident size of a process, in bytes; 0 if it has ended."""
    try:
        (size,) = re.findall(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
        return int(size) << 10
    except (OSError, ValueError):
        return 0


if __name__ == "__main__":
    sys.exit(main())
