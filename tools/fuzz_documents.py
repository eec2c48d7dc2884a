"""Read damaged files of one format, or of all in turn, for some minutes; keep the first that breaks a promise.

    python tools/fuzz_documents.py [FORMAT|all] [MINUTES] [SEED]

FORMAT is the name of a sample in ``tests/documents/fuzz.py``, such as ``a.pdf``; MINUTES are by the
clock, for each format.  A file that breaks a promise, or takes more than 20 seconds of this
process's CPU, is written to the current folder as ``found-SEED-NUMBER-NAME`` with the error on the
terminal, and the run goes on.  What was done so far is kept in ``fuzz-SEED-NAME.json``: the same
command goes on from there until the minutes are full.  File NUMBER of a seed is the same in every
run.  Of what no format reader foresaw (an error that only the child process catches, a limit that
ended it) the first file of each kind is kept as ``unread-SEED-NUMBER-NAME``.
"""

from __future__ import annotations

import json
import random
import re
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from seriatim.readers import read_bytes
from tests.readers.fuzz import SAMPLES, check, damaged

CPU = 20.0  # seconds; a child process that reads has limits of its own
LAST = ("can't be read (", "took more than")  # how a child process says what no reader foresaw
TOLD = 60.0  # seconds between two lines of progress


class TooSlowError(BaseException):
    """A file took more CPU than is sane: no Exception, so that no reader takes it for a fault of the file."""


@dataclass
class Run:
    """What was done of one format: seconds by the clock, files tried, the numbers of those that broke a promise, why files could not be read."""

    seconds: float = 0.0
    tried: int = 0
    found: list[int] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)
    unread: dict[str, int] = field(default_factory=dict)


def main() -> int:
    """Exit status 1 where something was found."""
    which = sys.argv[1] if len(sys.argv) > 1 else "all"
    minutes = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    signal.signal(signal.SIGVTALRM, _too_slow)
    runs = [run(name, 60 * minutes, seed) for name in (SAMPLES if which == "all" else [which])]
    return int(any(r.found for r in runs))


def run(name: str, seconds: float, seed: int) -> Run:
    """Reads files until the time is full, begun before or not."""
    state = Path(f"fuzz-{seed}-{name}.json")
    done = Run(**json.loads(state.read_text())) if state.exists() else Run()
    samples, before, start, told = SAMPLES[name](), done.seconds, time.time(), 0.0
    while done.seconds < seconds:
        one(name, samples, seed, done)
        done.seconds = before + time.time() - start
        if done.seconds - told > TOLD:
            told = done.seconds
            state.write_text(json.dumps(asdict(done)))
            _tell(name, done)
    state.write_text(json.dumps(asdict(done)))
    _tell(name, done)
    for why, times in Counter(done.unread).most_common(12):
        print(f"  {times} {why}")
    return done


def one(name: str, samples: Sequence[bytes], seed: int, done: Run) -> None:
    """Read the next file."""
    number = done.tried
    data = damaged(samples, random.Random(f"{seed} {number}"))
    start = time.monotonic()
    signal.setitimer(signal.ITIMER_VIRTUAL, CPU)
    try:
        taken = read_bytes(data, name)
        check(taken)
        for problem in taken.problems:
            why = re.sub(r"\d+", "#", problem.message)[:70]
            if why.startswith(LAST) and why not in done.unread:
                Path(f"unread-{seed}-{number}-{name}").write_bytes(data)
            done.unread[why] = done.unread.get(why, 0) + 1
    except (Exception, TooSlowError):  # noqa: BLE001 - whatever is raised is what is looked for
        done.found.append(number)
        Path(f"found-{seed}-{number}-{name}").write_bytes(data)
        traceback.print_exc()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    slowest, which = done.slowest
    done.slowest = max((slowest, which), (round(time.monotonic() - start, 2), number))
    done.tried += 1


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def _tell(name: str, done: Run) -> None:
    slowest, number = done.slowest
    read = f"{done.seconds / 60:.1f} minutes, {done.tried} files, {len(done.found)} broke a promise"
    print(f"{name}: {read}, the slowest (number {number}) took {slowest:.2f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
