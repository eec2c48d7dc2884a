"""How well key events cover what a document's own summary tells.

usage: python benchmarks/keyevents.py FILE…

A document with a summary of its own is the test: the dated entries of the summary are the
reference, and twice as many key events are chosen among the events that only the rest of the
document tells.  Recall is the share of the reference with a chosen entry of the same happening (a
compatible date and a third of the content words, or half of the words); date F1 compares the days
and months of both, as in the literature on timeline summarization.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from seriatim import pipeline, readers
from seriatim.model import Chronology, Event
from seriatim.query import salience
from seriatim.query.entries import entries
from seriatim.query.key_events import key_events
from seriatim.temporal import edtf

TIMES = 2  # as many key events as the reference has entries
WITH_DATE, WITHOUT = 1 / 3, 1 / 2  # of the content words


def main(paths: Sequence[str]) -> int:
    """0; a line for each document with a summary."""
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    print(f"{'document':24} {'reference':>9} {'chosen':>7} {'recall':>7} {'date F1':>8}")
    for path in map(Path, paths):
        chronology = read(path)
        reference, rest = divided(chronology)
        if not reference:
            print(f"{path.name:24} no summary with dated events")
            continue
        others = replace(chronology, events=tuple(rest))
        chosen = [k.entry.main for k in key_events(others, rest, TIMES * len(reference))]
        found = sum(any(same(one, other) for other in chosen) for one in reference)
        f1 = date_f1(dates(reference), dates(chosen))
        print(
            f"{path.name:24} {len(reference):9} {len(chosen):7} "
            f"{100 * found / len(reference):7.1f} {100 * f1:8.1f}"
        )
    return 0


def read(path: Path) -> Chronology:
    """The chronology of a file."""
    taken = readers.read_paths([path])
    return pipeline.assemble(
        [pipeline.read(document, passages) for document, passages in taken.documents],
        title=path.name,
        problems=taken.problems,
    )


def divided(chronology: Chronology) -> tuple[list[Event], list[Event]]:
    """The dated entries that a summary tells, and the events that no summary tells."""
    places = salience.of(chronology).places
    told = {e.id for e in chronology.events if any(places.get(c.id) == "summary" for c in e.claims)}
    summary = [e for e in chronology.events if e.id in told and e.when.edtf != edtf.UNKNOWN]
    reference = [entry.main for entry in entries(summary)]
    return reference, [e for e in chronology.events if e.id not in told]


def same(one: Event, other: Event) -> bool:
    """Whether two events are the same happening, by their dates and words."""
    first, second = salience.stems(one.summary), salience.stems(other.summary)
    shared = len(first & second) / max(1, min(len(first), len(second)))
    return shared >= (WITH_DATE if compatible(one, other) else WITHOUT)


def compatible(one: Event, other: Event) -> bool:
    """Whether one date lies within the other."""
    if edtf.UNKNOWN in (one.when.edtf, other.when.edtf):
        return False
    a, b = edtf.interval(one.when.edtf), edtf.interval(other.when.edtf)
    if None in (a.start, a.end, b.start, b.end):
        return False
    return a.start < b.end and b.start < a.end  # type: ignore[operator]  # none is open


def dates(events: Iterable[Event]) -> set[str]:
    """The days and months of events."""
    return {key for e in events for key in salience.day_keys(e)[:1]}


def date_f1(wanted: set[str], given: set[str]) -> float:
    """F1 of two sets of dates."""
    both = len(wanted & given)
    return 2 * both / (len(wanted) + len(given)) if both else 0.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
