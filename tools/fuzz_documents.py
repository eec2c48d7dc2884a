"""Read damaged files of one format, or of all in turn, for some minutes; keep the first that breaks a promise.

    python tools/fuzz_documents.py [FORMAT|all] [MINUTES] [SEED]

FORMAT is the name of a sample in ``tests/documents/fuzz.py``, such as ``a.pdf``.  A file that breaks a promise is written beside this run as
``found-SEED-NUMBER-NAME`` with the error, and the run goes on.  The slowest file is named at the end.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from seriatim.documents import read_bytes
from tests.documents.fuzz import SAMPLES, check, damaged


def main() -> int:
    """Exit status 1 where something was found."""
    which = sys.argv[1] if len(sys.argv) > 1 else "all"
    minutes = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    names = list(SAMPLES) if which == "all" else [which]
    found = sum(run(name, 60 * minutes / len(names), seed) for name in names)
    return int(found > 0)


def run(name: str, seconds: float, seed: int) -> int:
    """How many of the damaged files broke a promise."""
    sample, chance = SAMPLES[name](), random.Random(seed)
    end, tried, found, slowest = time.monotonic() + seconds, 0, 0, 0.0
    while time.monotonic() < end:
        data = damaged(sample, chance)
        start = time.monotonic()
        try:
            check(read_bytes(data, name))
        except Exception:  # noqa: BLE001 - whatever is raised is what is looked for
            found += 1
            Path(f"found-{seed}-{tried}-{name}").write_bytes(data)
            traceback.print_exc()
        took = time.monotonic() - start
        if took > slowest:
            slowest = took
            Path(f"slowest-{name}").write_bytes(data)
        tried += 1
    print(f"{name}: {tried} files, {found} broke a promise, the slowest took {slowest:.2f} s")
    return found


if __name__ == "__main__":
    sys.exit(main())
