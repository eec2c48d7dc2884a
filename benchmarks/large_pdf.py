"""What a report of 450 full pages costs, as a PDF made here: CPU-seconds and memory of reading it and, with ``whole``, of the whole way to the page.

    python benchmarks/large_pdf.py [PAGES] [whole]

The figures asked for, from file to page: under 420 CPU-seconds and 1.5 GB for 450 pages.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.readers.pdfs import pdf  # noqa: E402 - found from this file's place

SENTENCES = (
    "The keeper of the light, Ada Quill, wrote to the Board on {day} May 1871 that the lamp had failed.",
    "The secretary, Benjamin Moor, denied having received the letter.",
    "Nobody came before the winter, and the oil was bad.",
    "According to the harbour master, a brig struck the rocks below the light on {day} June.",
    "Two of her men may have been drowned, the inspector said later.",
)
READ = (
    "import sys; from pathlib import Path; from seriatim.readers import read_paths; "
    "print(len(read_paths([Path(sys.argv[1])]).documents[0][1]), 'passages')"
)


def report(pages: int) -> bytes:
    """Full pages of wrapped prose, with running heads and page numbers."""
    chance = random.Random(1)
    made = []
    for number in range(1, pages + 1):
        words = " ".join(
            chance.choice(SENTENCES).format(day=chance.randint(1, 30)) for _ in range(60)
        ).split()
        lines: list[str] = []
        while words and len(lines) < 46:
            line = words.pop(0)
            while words and len(line) + len(words[0]) < 88:
                line += f" {words.pop(0)}"
            lines.append(line)
        head, foot = (250, 770, "THE HARROW REPORT", 9), (300, 40, str(number), 9)
        made.append([head, *((72, 740 - 14.5 * i, line) for i, line in enumerate(lines)), foot])
    return pdf(made)


def main() -> None:
    """One line of figures."""
    pages = next((int(a) for a in sys.argv[1:] if a.isdigit()), 450)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        path.write_bytes(report(pages))
        program = Path(sys.executable).with_name("seriatim")
        whole = [str(program), "timeline", str(path), "-o", f"{folder}/page.html"]
        subprocess.run(
            whole if "whole" in sys.argv else [sys.executable, "-c", READ, str(path)], check=True
        )
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(
            f"{pages} pages, {path.stat().st_size >> 10} kB: {used.ru_utime + used.ru_stime:.1f} CPU-seconds, {used.ru_maxrss >> 10} MB"
        )


if __name__ == "__main__":
    main()
