"""How fast the page of a large case opens and moves, in headless Chromium, with vis-timeline beside it.

    python benchmarks/page.py [--events 100000] [--peer 10000] [-o build/benchmarks]

Opens: from navigation to the first drawn frame of the timeline with the list beside it; CPU: the
processor time of all the browser's processes for that.  Frames: a second, while the picture is
dragged for three seconds.  vis-timeline comes from ``frontend/node_modules`` (``npm ci`` there);
without it only our own page is measured.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seriatim.exports import page
from seriatim.temporal import edtf

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from benchmarks.large_case import generate  # noqa: E402 - found from this file's place

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def main() -> None:
    """Makes the cases, opens them, prints a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--peer", type=int, default=10_000)
    parser.add_argument("-o", type=Path, default=ROOT / "build" / "benchmarks")
    options = parser.parse_args()
    options.o.mkdir(parents=True, exist_ok=True)
    made = write_page(options.events, options.o)
    print(
        f"{'page':<16}{'events':>9}{'MB':>8}{'opens, s':>10}{'CPU, s':>8}{'frames/s':>10}{'worst frame, ms':>17}"
    )
    show("seriatim", options.events, made, measure(made, ".live .canvas canvas", ".canvas"))
    peer = write_peer(options.peer, options.o)
    if peer:
        show("vis-timeline", options.peer, peer, measure(peer, ".vis-item", ".vis-center"))


def show(name: str, events: int, made: Path, told: dict[str, float]) -> None:
    """A line of the table."""
    size = made.stat().st_size / 1e6
    print(
        f"{name:<16}{events:>9,}{size:>8.1f}{told['opens']:>10.2f}{told['cpu']:>8.2f}{told['frames']:>10.1f}{told['worst']:>17.0f}"
    )


def write_page(n: int, folder: Path) -> Path:
    """The page of a generated case; how long the writing took goes to standard output."""
    started = time.process_time()
    case = generate(n)
    made = time.process_time()
    out = folder / f"page-{n}.html"
    out.write_bytes(page.render_wire(case).encode("utf-8", "backslashreplace"))
    print(
        f"generated in {made - started:.1f} s of CPU, written in {time.process_time() - made:.1f} s"
    )
    return out


# The peer


def write_peer(n: int, folder: Path) -> Path | None:
    """A page of vis-timeline with as many items; ``None`` where it is not installed."""
    built = (
        ROOT
        / "frontend"
        / "node_modules"
        / "vis-timeline"
        / "standalone"
        / "umd"
        / "vis-timeline-graph2d.min.js"
    )
    if not built.exists():
        print("vis-timeline is not installed: npm ci in frontend/")
        return None
    dated = [e for e in generate(n).events if e.when.edtf != edtf.UNKNOWN]
    items = [
        {"id": e.id, "content": e.summary, "start": e.when.edtf.rstrip("~").partition("/")[0]}
        for e in dated
    ]
    style = built.parents[2] / "styles" / "vis-timeline-graph2d.min.css"
    out = folder / f"peer-{n}.html"
    out.write_text(
        f"<!doctype html><meta charset=utf-8><style>{style.read_text()}</style><div id=t></div><script>{built.read_text()}</script>"
        f"<script>new vis.Timeline(document.getElementById('t'), new vis.DataSet({json.dumps(items)}), {{height: 500}})</script>"
    )
    return out


# The measurement


def measure(made: Path, drawn: str, held: str) -> dict[str, float]:
    """Seconds until ``drawn`` exists and a frame has been painted, and frames a second while ``held`` is dragged."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        tab = browser.new_page(viewport={"width": 1280, "height": 800})
        tab.set_default_timeout(120_000)
        tab.goto("about:blank")
        told = browser.new_browser_cdp_session()
        before = _cpu(told)
        started = time.perf_counter()
        tab.goto(made.as_uri(), wait_until="commit")
        tab.wait_for_selector(drawn, state="attached")
        tab.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )
        opens = time.perf_counter() - started
        cpu = _cpu(told) - before
        tab.wait_for_timeout(3000)
        frames = _drag(tab, held)
        browser.close()
    return {"opens": opens, "cpu": cpu, **frames}


def _cpu(told: CDPSession) -> float:
    """Seconds of processor time of all the browser's processes: what opening costs however busy the machine is."""
    return sum(float(p["cpuTime"]) for p in told.send("SystemInfo.getProcessInfo")["processInfo"])


def _drag(tab: Page, held: str) -> dict[str, float]:
    """Pointer events are made inside the page, one a frame, so that the measuring itself costs no turn of the loop."""
    told: dict[str, Any] = tab.evaluate(
        """held => new Promise(done => {
            const box = document.querySelector(held), rect = box.getBoundingClientRect();
            const y = rect.top + rect.height / 2, times = [];
            box.setPointerCapture = () => {};
            const how = {pointerId: 1, clientY: y, bubbles: true, cancelable: true, button: 0, buttons: 1, isPrimary: true};
            const fire = (type, clientX) => document.elementFromPoint(rect.left + 20, y).dispatchEvent(new PointerEvent(type, {...how, clientX}));
            let x = rect.left + rect.width / 2;
            fire("pointerdown", x);
            const started = performance.now();
            const step = now => {
                times.push(now);
                x += 4 * Math.cos((now - started) / 500);
                fire("pointermove", x);
                if (now - started < 3000) requestAnimationFrame(step);
                else { fire("pointerup", x); done({times}); }
            };
            requestAnimationFrame(step);
        })""",
        held,
    )
    times = told["times"]
    gaps = [b - a for a, b in pairwise(times)]
    return {"frames": 1000 * len(gaps) / (times[-1] - times[0]), "worst": max(gaps)}


if __name__ == "__main__":
    main()
