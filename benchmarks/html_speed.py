"""How fast HTML is read, against trafilatura: documents a CPU-second, on pages made here.

    python benchmarks/html_speed.py [SECONDS]

Two kinds of pages: a short one of lists alone, and an article of about 700 words with the usual
surroundings.  The figure asked for: where only text and lists are wanted, at least ten times
trafilatura's rate.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from seriatim.readers.html import read_text, text_and_lists

SENTENCE = "The keeper of the light at Harrow Point wrote to the Board that the lamp had failed twice, and that the oil was bad. "
ITEMS = "".join(
    f"<li><b>187{i % 10} May {1 + i}</b>: The lamp failed for the {i}. time, and a ship was warned off.</li>"
    for i in range(12)
)
LIST = f"<html><head><title>The lamp</title></head><body><h1>The lamp</h1><ul>{ITEMS}</ul></body></html>"
MENU = (
    "<nav><ul>"
    + "".join(f"<li><a href=/{i}>Section {i}</a></li>" for i in range(30))
    + "</ul></nav>"
)
BODY = "".join(
    f"<p>{SENTENCE * 2}<a href=https://example.org/{i}>More</a> of it.</p>" for i in range(14)
)
HEAD = (
    "<title>The lamp</title><meta property='article:published_time' content='1871-05-03T10:00:00Z'>"
)
MAIN = f"<main><article><h1>The lamp at Harrow</h1><p class=byline>By Ada Quill</p>{BODY}<ul>{ITEMS}</ul></article><aside>{MENU}</aside></main>"
ARTICLE = f"<html><head>{HEAD}</head><body>{MENU}{MAIN}<footer>{MENU}</footer></body></html>"


def rate(read: Callable[[str], object], page: str, seconds: float) -> float:
    """Documents a CPU-second."""
    read(page)
    start, done = time.process_time(), 0
    while (used := time.process_time() - start) < seconds:
        read(page)
        done += 1
    return done / used


def main() -> None:
    """Print one line a page."""
    from trafilatura import extract

    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 3.0
    for name, page in (("list", LIST), ("article", ARTICLE)):
        lean, full, theirs = (
            rate(text_and_lists, page, seconds),
            rate(read_text, page, seconds),
            rate(extract, page, seconds),
        )
        print(
            f"{name:<8} {len(page):>6} bytes  trafilatura {theirs:6.0f}/s  text and lists {lean:6.0f}/s, {lean / theirs:4.1f} times",
            end="",
        )
        print(
            f"  with title, date, main text, links and places {full:6.0f}/s, {full / theirs:4.1f} times"
        )


if __name__ == "__main__":
    main()
