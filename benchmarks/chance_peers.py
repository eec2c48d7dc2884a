"""What benchmarks/chance.py --peers runs in an environment of its own: pyunicorn, and the loop over surrogates that people write.

Prints a JSON object: task -> CPU-milliseconds.  Sizes are those that end within a minute or so.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial

import numpy as np

DAYS, WITHIN = 36_525, 3


def main() -> None:
    """Each task once."""
    rng = np.random.default_rng(5)
    found: dict[str, float] = {}
    pyunicorn(
        *rng.choice(DAYS, (2, 5), replace=False)
    )  # its imports and compiled parts are loaded before the clock starts
    for size in (300, 1_000):
        of, after = rng.choice(DAYS, (2, size), replace=False)
        found[f"pyunicorn, {size} A and {size} B, 1,000 shuffled surrogates"] = milliseconds(
            partial(pyunicorn, of, after)
        )
    of, after = rng.choice(DAYS, (2, 10_000), replace=False)
    found["numpy, 10,000 A and 10,000 B, 1,000 uniform surrogates"] = milliseconds(
        lambda: surrogates(of, after, rng)
    )
    print(json.dumps(found))


def pyunicorn(of: np.ndarray, after: np.ndarray) -> object:
    """Event coincidence analysis with its significance by surrogates."""
    from pyunicorn.eventseries import EventSeries

    events = np.zeros((DAYS, 2), dtype=int)
    events[of, 0] = events[after, 1] = 1
    series = EventSeries(events, taumax=WITHIN, lag=0.0)
    return series.event_analysis_significance(
        method="ECA",
        surrogate="shuffle",
        n_surr=1_000,
        symmetrization="directed",
        window_type="retarded",
    )


def surrogates(of: np.ndarray, after: np.ndarray, rng: np.random.Generator) -> float:
    """The share of 1,000 uniform calendars with as many hits or more."""
    ordered = np.sort(after)

    def hits(days: np.ndarray) -> int:
        last = np.searchsorted(ordered, days, side="right") - 1
        return int(((last >= 0) & (days - ordered[last] <= WITHIN)).sum())

    seen = hits(of)
    return (
        1 + sum(hits(rng.choice(DAYS, len(of), replace=False)) >= seen for _ in range(1_000))
    ) / 1_001


def milliseconds(task: Callable[[], object]) -> float:
    """CPU time of one run."""
    start = time.process_time()
    task()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
