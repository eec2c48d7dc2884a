"""How far chance can be trusted, and how fast it is: the tables of docs/chance.md, made again.

``python benchmarks/chance.py`` measures and prints; ``--write`` puts the tables into
docs/chance.md; ``--peers`` measures pyunicorn and a plain numpy surrogate loop, too, in an
environment of their own under .benchmarks/.  Fixed seeds: the rates are the same on every machine.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from seriatim.association import Length, Question, calendar, exact, null_models
from seriatim.association.contacts import Columns, earliest_arrival
from seriatim.association.observation import Calendar
from seriatim.association.observation import calendar as calendar_of
from seriatim.association.question import Method
from seriatim.temporal import edtf

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "chance.md"
PEERS = ROOT / ".benchmarks" / "chance-peers"
FIRST = edtf.days_from_civil(1901, 1)
DAYS, EVENTS, WITHIN, LEVEL = 3652, 50, 3, 0.05
PAIRS = 1_000
RUNS: dict[str, Method] = {
    "exact count": "exact",
    "strata": "strata",
    "waits": "waits",
    "circular shift": "circular",
    "**block shift (default)**": "blocks",
    "**all windows at once**": "windows",
}
Rng = np.random.Generator
Days = np.ndarray[Any, np.dtype[np.int64]]


# Calendars on which A and B have nothing to do with each other


def uniform(rng: Rng, _: Days) -> Days:
    """Days strewn evenly."""
    return rng.choice(DAYS, EVENTS, replace=False)


def weekdays(rng: Rng, _: Days) -> Days:
    """Both keep the same days of the week: six in ten on two of them, almost none at weekends."""
    weight = np.array([2.0, 6.0, 2.0, 6.0, 2.0, 0.2, 0.2])[(np.arange(DAYS) + FIRST + 3) % 7]
    return rng.choice(DAYS, EVENTS, replace=False, p=weight / weight.sum())


def clusters(rng: Rng, _: Days) -> Days:
    """Ten bouts of five, each within ten days."""
    starts = np.repeat(rng.integers(0, DAYS - 10, 10), 5)
    return np.asarray(np.clip(starts + rng.integers(0, 10, EVENTS), 0, DAYS - 1))


def busy_years(rng: Rng, years: Days) -> Days:
    """Two years of ten, the same for both, hold six events in ten."""
    return _in_years(rng, years, EVENTS)


def busy_clusters(rng: Rng, years: Days) -> Days:
    """Bouts of five, in the busy years of both."""
    starts = np.repeat(_in_years(rng, years, 10), 5)
    return np.asarray(np.clip(starts + rng.integers(0, 10, EVENTS), 0, DAYS - 1))


def _in_years(rng: Rng, years: Days, events: int) -> Days:
    weight = np.where(np.isin(np.arange(DAYS) // 365.25, years), 6.0, 1.0)
    return rng.choice(DAYS, events, replace=False, p=weight / weight.sum())


NULLS: dict[str, Callable[[Rng, Days], Days]] = {
    "uniform": uniform,
    "weekday habit": weekdays,
    "clusters": clusters,
    "shared busy years": busy_years,
    "clusters in shared busy years": busy_clusters,
}


def pairs(null: str, count: int, planted: int = 0) -> Iterator[tuple[Days, Days]]:
    """A and B by a null; ``planted`` of the A are put 0 to 3 days after a B."""
    rng = np.random.default_rng([*null.encode(), planted])
    for _ in range(count):
        years = rng.choice(10, 2, replace=False)
        of, after = NULLS[null](rng, years), NULLS[null](rng, years)
        if planted:
            of[rng.choice(EVENTS, planted, replace=False)] = np.minimum(
                rng.choice(after, planted) + rng.integers(0, WITHIN + 1, planted), DAYS - 1
            )
        yield of, after


def asked(of: calendar.Row, after: Days) -> Calendar:
    """The question of all tables: within 3 days, ten years."""
    question = Question(
        "A",
        "B",
        Length(WITHIN, "day"),
        made_of="complete",
        made_after="complete",
        period="1901/1910",
        window_fixed=True,
    )
    return calendar_of(question, FIRST * edtf.DAY, DAYS, of, calendar.points(after))


def rejected(null: str, method: Method, planted: int = 0) -> float:
    """The share of calendars that the method calls more than chance at .05."""
    return float(
        np.mean(
            [
                null_models.run(method, asked(calendar.points(a), b)).p <= LEVEL
                for a, b in pairs(null, PAIRS, planted)
            ]
        )
    )


# What others do


def donges(found: Calendar) -> float:
    """The analytic p of event coincidence analysis (Donges et al. 2016, eq. for the precursor rate)."""
    share = 1 - (1 - WITHIN / DAYS) ** len(found.after)
    return exact.binomial(len(found.of), share).at_least(float(found.shares.sum()))


def best_of_windows(found: Calendar) -> float:
    """The smallest p of 31 windows, taken as if it were the only one."""
    return min(null_models.run("blocks", found.with_width(width)).p for width in range(31))


def first_of_month(of: calendar.Row) -> calendar.Row:
    """Months taken for their first days."""
    return calendar.points(of.starts)


def by_month(of: Days, every: int) -> calendar.Row:
    """Every so manyeth event known to its month only."""
    intervals = []
    for i, day in enumerate(of.tolist()):
        year, month, _ = edtf.civil_from_days(FIRST + day)
        whole = (
            edtf.days_from_civil(year, month) - FIRST,
            edtf.days_from_civil(year, month + 1) - FIRST,
        )
        intervals.append((day, day + 1) if i % every else (max(0, whole[0]), min(DAYS, whole[1])))
    return calendar.row(intervals)


# The tables


def rates() -> str:
    """Share rejected at .05 although A and B have nothing to do with each other; power beside it."""
    head = ["", *NULLS, "power: 10 of 50 planted"]
    rows = [
        [
            name,
            *(_rate(rejected(null, method)) for null in NULLS),
            _rate(rejected("uniform", method, 10)),
        ]
        for name, method in RUNS.items()
    ]
    others = {
        "formula of Donges et al.": donges,
        "best of 31 windows, uncorrected": best_of_windows,
    }
    for name, p in others.items():
        row = [
            _rate(
                float(
                    np.mean(
                        [p(asked(calendar.points(a), b)) <= LEVEL for a, b in pairs(null, PAIRS)]
                    )
                )
            )
            for null in NULLS
        ]
        rows.append([name, *row, ""])
    return _table(head, rows)


def imprecise() -> str:
    """A third of the A known to the month only: covered shares against days that nobody stated."""
    kinds: dict[str, Callable[[calendar.Row], calendar.Row]] = {
        "**covered shares (default)**": lambda row: row,
        "first of the month": first_of_month,
    }
    rows = []
    for name, kind in kinds.items():
        found = [
            float(
                np.mean(
                    [
                        null_models.run("blocks", asked(kind(by_month(a, 3)), b)).p <= LEVEL
                        for a, b in pairs("uniform", PAIRS, planted)
                    ]
                )
            )
            for planted in (0, 10)
        ]
        rows.append([name, *map(_rate, found)])
    return _table(["", "rejected without a link", "power: 10 of 50 planted"], rows)


def hours() -> str:
    """Within three hours, three years, 150 A and 150 B, both in the hours of an office; the share rejected without a link."""
    methods_asked: dict[str, Method] = {
        "exact count": "exact",
        "strata: weekday, hour, year": "strata",
        "**block shift (default)**": "blocks",
    }
    rows = [
        [
            name,
            _rate(
                float(
                    np.mean([null_models.run(method, found).p <= LEVEL for found in _office(PAIRS)])
                )
            ),
        ]
        for name, method in methods_asked.items()
    ]
    return _table(["", "rejected without a link"], rows)


def _office(count: int) -> Iterator[Calendar]:
    rng = np.random.default_rng(17)
    size = (edtf.days_from_civil(1904, 1) - FIRST) * 24
    hour = np.arange(size)
    weight = np.where(
        (hour % 24 >= 9) & (hour % 24 < 18) & ((hour // 24 + FIRST + 3) % 7 < 5), 1.0, 0.02
    )
    question = Question(
        "A",
        "B",
        Length(3, "hour"),
        made_of="complete",
        made_after="complete",
        period="1901/1903",
        window_fixed=True,
    )
    for _ in range(count):
        of, after = (
            calendar.points(rng.choice(size, 150, replace=False, p=weight / weight.sum()))
            for _ in range(2)
        )
        yield calendar_of(question, FIRST * edtf.DAY, size, of, after)


def curated() -> str:
    """Lists without a link from which A that don't fit were left out."""
    rows = []
    for share in (0.0, 0.2, 0.5, 1.0):
        p = [
            null_models.run("blocks", asked(_left_out(asked(calendar.points(a), b), share), b)).p
            for a, b in pairs("uniform", PAIRS)
        ]
        rows.append([f"{share:.0%}", _rate(float(np.mean(np.array(p) <= LEVEL)))])
    return _table(["left out of the A that don't fit", "rejected"], rows)


def _left_out(found: Calendar, share: float) -> calendar.Row:
    misses = np.flatnonzero(found.shares == 0)
    return found.of.only(~np.isin(np.arange(len(found.of)), misses[: round(share * len(misses))]))


def speed() -> str:
    """CPU-milliseconds."""
    rng = np.random.default_rng(5)
    days = 36_525
    of, after = rng.choice(days, (2, 10_000)).tolist()
    question = Question(
        "A",
        "B",
        Length(WITHIN, "day"),
        made_of="complete",
        made_after="complete",
        period="1901/2000",
        window_fixed=True,
    )

    def ask(method: Method) -> Callable[[], object]:
        def run() -> object:
            found = calendar_of(
                replace(question, method=method),
                FIRST * edtf.DAY,
                days,
                calendar.points(of),
                calendar.points(after),
            )
            return null_models.run(method, found)

        return run

    n, actors = 1_000_000, 10_000
    times = np.sort(rng.integers(0, 3_652, n))
    people = rng.integers(0, actors, (2, n))
    meetings = Columns(people[0], people[1], times, times + 1, np.zeros(n, dtype=np.bool_))
    tasks: dict[str, Callable[[], object]] = {
        f"{name}, 10,000 A and 10,000 B in a century": ask(method) for name, method in RUNS.items()
    }
    tasks["1,000,000 dated contacts of 10,000 people, one earliest-arrival pass"] = lambda: (
        earliest_arrival(meetings, 0, actors)
    )
    return _table(
        ["", "CPU-milliseconds"],
        [[name, f"{_milliseconds(task):,.1f}"] for name, task in tasks.items()],
    )


def _milliseconds(task: Callable[[], object]) -> float:
    """The best of five runs, after one that warms up."""
    task()
    taken = []
    for _ in range(5):
        start = time.process_time()
        task()
        taken.append(time.process_time() - start)
    return min(taken) * 1000


def peers() -> str:
    """Pyunicorn and a plain numpy surrogate loop, each at a size that it can do, in their own environment."""
    python = PEERS / "bin" / "python"
    if not python.exists():
        uv = ROOT / ".venv" / "bin" / "uv"
        subprocess.run([uv, "venv", "--quiet", "--python", "3.11", PEERS], check=True)
        subprocess.run(
            [uv, "pip", "install", "--quiet", "--python", python, "pyunicorn==1.0.0", "numpy"],
            check=True,
        )
    # pyunicorn greets on standard output: the answer is the last line
    found = subprocess.run(
        [python, ROOT / "benchmarks" / "chance_peers.py"],
        check=True,
        capture_output=True,
        text=True,
    )
    return _table(
        ["", "CPU-milliseconds"],
        [[name, f"{ms:,.1f}"] for name, ms in json.loads(found.stdout.splitlines()[-1]).items()],
    )


def _rate(share: float) -> str:
    return f"{share:.3f}".removeprefix("0")


def _table(head: list[str], rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows))


TABLES: dict[str, Callable[[], str]] = {
    "rates": rates,
    "hours": hours,
    "imprecise": imprecise,
    "curated": curated,
    "speed": speed,
}


def main() -> None:
    """Measure what is asked for; print it, and put it into the page where that is asked for, too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "tables",
        nargs="*",
        choices=[*TABLES, []],
        help="which tables; all of them where none is named",
    )
    parser.add_argument("--write", action="store_true", help="put the tables into docs/chance.md")
    parser.add_argument(
        "--peers", action="store_true", help="measure pyunicorn and a numpy loop, too"
    )
    told = parser.parse_args()
    wanted = {name: make for name, make in TABLES.items() if name in (told.tables or TABLES)} | (
        {"peers": peers} if told.peers else {}
    )
    for name, make in wanted.items():
        table = make()
        print(f"{name}\n\n{table}\n", flush=True)
        if told.write:
            write(name, table)


def write(name: str, table: str) -> None:
    """Put a table between its two marks in the page."""
    start, end = f"<!-- {name}: made by benchmarks/chance.py -->\n", f"<!-- end of {name} -->"
    before, found, rest = PAGE.read_text("utf8").partition(start)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise SystemExit(f"{PAGE} has no place for the table {name}")
    PAGE.write_text(f"{before}{start}\n{table}\n\n{end}{after}", "utf8")


if __name__ == "__main__":
    main()
