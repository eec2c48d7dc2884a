"""How the time of reading grows with the length of inputs that are hard for parsers.

usage: python benchmarks/growth.py [--characters N]

For each pattern: seconds of CPU for a text of N characters and for one twice as long, and the
exponent of growth, 1 where twice the text takes twice the time.  A text that takes longer than a
document may is ended, as in the program (``pipeline/guard.py``).
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from seriatim import pipeline, readers
from seriatim.pipeline import guard

BOUND = 1.2
NOISE = 0.5  # seconds: shorter times say little about growth


def _of(part: str) -> Callable[[int], str]:
    """A text of so many characters that repeats a part."""
    return lambda size: part * (size // len(part))


def _nested(opening: str, closing: str) -> Callable[[int], str]:
    return lambda size: opening * (size // 2) + "x" + closing * (size // 2)


PATTERNS: dict[str, Callable[[int], str]] = {
    "commas": _of(","),
    "commas, spaced": _of(", "),
    "quotes": _of('"'),
    "curly quotes": _of("“”"),
    "single quotes": _of("'"),
    "X said that": _of("Hale said that "),
    "according to": _of("according to Hale, "),
    "round brackets": _of("("),
    "square brackets": _of("["),
    "nested round": _nested("(", ")"),
    "nested square": _nested("[", "]"),
    "nested quotes": _nested("“", "”"),
    "hyphens": _of("a-"),
    "hyphens, long": _of("mill-"),
    "clock to clock": _of("at 3:15 pm to "),
    "dates": _of("Jan 1, "),
    "dates, whole": _of("3 May 1911, "),
    "years": _of("1911 "),
    "and": _of("and "),
    "of the": _of("of the "),
    "names": _of("Ada Quill "),
    "names, commas": _of("Ada Quill, "),
    "initials": _of("A. "),
    "ellipses": _of("... "),
    "dashes": _of("— "),
    "semicolons": _of("he left; "),
    "colons": _of("note: "),
    "digits": _of("1"),
    "numbers": _of("12,345 "),
    "words in numbers": _of("twenty-one "),
    "that": _of("that "),
    "because": _of("because he left "),
    "before": _of("before the fire "),
    "after midnight": _of("after midnight on Monday "),
    "days later": _of("two days later, "),
    "emphasis": _of("*a* "),
    "links": _of("[a](b) "),
    "list items": _of("- a mill\n"),
    "quoted lines": _of("> he left\n"),
    "headings": _of("# A mill\n\n"),
    "sentences": _of("Ada Quill met Ben Moor on 5 March 1911. "),
    "one long word": _of("a"),
    "exclamation marks": _of("!"),
    "he said, she said": _of("he said, she said, "),
}


class Growth(NamedTuple):
    """Seconds for a text and for one twice as long, and whether both were read to the end."""

    short: float
    long: float
    whole: bool

    @property
    def exponent(self) -> float:
        """1 where twice the text takes twice the time."""
        return math.log2(max(self.long, 1e-3) / max(self.short, 1e-3))

    @property
    def is_bounded(self) -> bool:
        """Whether the time grows about as the text does, or is too short to tell."""
        return self.whole and (self.long < NOISE or self.exponent <= BOUND)


def seconds(text: str) -> tuple[float, bool]:
    """Seconds of CPU for reading a text, and whether it was read within its limits."""
    begun = time.process_time()
    taken = readers.read_bytes(text.encode(), "pattern.md", published="1911-05-20")
    found = [guard.guarded(d, p, pipeline.read) for d, p in taken.documents]
    return time.process_time() - begun, not any(f.failed for f in found)


def growth(make: Callable[[int], str], characters: int) -> Growth:
    """How the time for a pattern grows."""
    short, whole = seconds(make(characters))
    long, also = seconds(make(2 * characters))
    return Growth(short, long, whole and also)


def main() -> int:
    """Print a line for each pattern; exit status 1 where one is not bounded."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--characters", type=int, default=5000)
    options.add_argument("patterns", nargs="*")
    given = options.parse_args()
    seconds("Ada Quill met Ben Moor on 5 March 1911.\n")  # loads the models
    failed = 0
    for name in given.patterns or PATTERNS:
        found = growth(PATTERNS[name], given.characters)
        failed += not found.is_bounded
        mark = "" if found.is_bounded else "  ✗" if found.whole else "  ✗ ended"
        print(f"{name:20} {found.short:7.2f} {found.long:7.2f} {found.exponent:6.2f}{mark}")
        sys.stdout.flush()
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
