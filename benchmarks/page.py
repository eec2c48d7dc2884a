"""The speed of opening and dragging the page of a large case, beside vis-timeline.

    python benchmarks/page.py [--events 100000] [--peer 10000] [-o build/benchmarks]

In headless Chromium. Opens: seconds from navigation to the first frame with timeline and list. CPU:
processor time of all browser processes for that. Frames: frames a second while the timeline is
dragged for three seconds. vis-timeline comes from ``frontend/node_modules`` (``npm ci`` there);
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
from benchmarks.large_case import generate  # noqa: E402 - the path is set above

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def main() -> None:
    """Make the cases, open them and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--peer", type=int, default=10_000)
    parser.add_argument("-o", type=Path, default=ROOT / "build" / "benchmarks")
    options = parser.parse_args()
    options.o.mkdir(parents=True, exist_ok=True)
    made = write_page(options.events, options.o)
    print(
        f"{'page':<16}{'events':>9}{'MB':>8}{'opens, s':>10}{'CPU, s':>8}"
        f"{'frames/s':>10}{'worst frame, ms':>17}"
    )
    show("seriatim", options.events, made, measure(made, ".live .canvas canvas", ".canvas"))
    peer = write_peer(options.peer, options.o)
    if peer:
        show("vis-timeline", options.peer, peer, measure(peer, ".vis-item", ".vis-center"))


def show(name: str, events: int, made: Path, found: dict[str, float]) -> None:
    """Print a row of the table."""
    size = made.stat().st_size / 1e6
    print(
        f"{name:<16}{events:>9,}{size:>8.1f}{found['opens']:>10.2f}{found['cpu']:>8.2f}"
        f"{found['frames']:>10.1f}{found['worst']:>17.0f}"
    )


def write_page(n: int, folder: Path) -> Path:
    """The file of a generated case's page; prints the CPU-seconds of generating and writing it."""
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
    """The file of a vis-timeline page with as many items; ``None`` if it is not installed."""
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
        f"<!doctype html><meta charset=utf-8><style>{style.read_text()}</style><div id=t></div>"
        f"<script>{built.read_text()}</script>"
        "<script>new vis.Timeline(document.getElementById('t'), "
        f"new vis.DataSet({json.dumps(items)}), {{height: 500}})</script>"
    )
    return out


# The measurement


def measure(made: Path, drawn: str, dragged: str) -> dict[str, float]:
    """Seconds until the first frame with ``drawn``, and frames a second while ``dragged`` moves."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        tab = browser.new_page(viewport={"width": 1280, "height": 800})
        tab.set_default_timeout(120_000)
        tab.goto("about:blank")
        session = browser.new_browser_cdp_session()
        before = _cpu(session)
        started = time.perf_counter()
        tab.goto(made.as_uri(), wait_until="commit")
        tab.wait_for_selector(drawn, state="attached")
        tab.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )
        opens = time.perf_counter() - started
        cpu = _cpu(session) - before
        tab.wait_for_timeout(3000)
        frames = _drag(tab, dragged)
        browser.close()
    return {"opens": opens, "cpu": cpu, **frames}


def _cpu(session: CDPSession) -> float:
    """The CPU-seconds of all browser processes, which do not depend on how busy the machine is."""
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return sum(float(p["cpuTime"]) for p in processes)


def _drag(tab: Page, dragged: str) -> dict[str, float]:
    """Frames a second and the worst frame while the element is dragged.

    Pointer events are made inside the page, one a frame, so that measuring is not in the way.
    """
    found: dict[str, Any] = tab.evaluate(
        """dragged => new Promise(done => {
            const box = document.querySelector(dragged), rect = box.getBoundingClientRect();
            const y = rect.top + rect.height / 2, times = [];
            box.setPointerCapture = () => {};
            const how = {pointerId: 1, clientY: y, bubbles: true, cancelable: true,
                         button: 0, buttons: 1, isPrimary: true};
            const fire = (type, clientX) =>
                document.elementFromPoint(rect.left + 20, y)
                    .dispatchEvent(new PointerEvent(type, {...how, clientX}));
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
        dragged,
    )
    times = found["times"]
    gaps = [b - a for a, b in pairwise(times)]
    return {"frames": 1000 * len(gaps) / (times[-1] - times[0]), "worst": max(gaps)}


if __name__ == "__main__":
    main()
