"""The cost of a case of a thousand documents: building, adding, querying, disk and memory.

usage: python benchmarks/cases.py [DOCUMENTS] [--once] [--keep FOLDER]

By default 1,000 documents of about 500 words, cut from ../shared/corpora (docs/data.md).  Measured:

- wall-clock seconds of ``add`` and ``build`` on one core and on all cores, and their ratio (only
  meaningful on an idle machine; ``--once`` skips the run on one core),
- CPU seconds of adding one more document,
- CPU milliseconds of ``show``, ``search`` and filters, start-up excluded,
- the size of the store divided by the size of the text,
- the largest resident memory of a process.

``--keep`` builds the case in FOLDER once and copies it from there the next time.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from seriatim.case import Case
from seriatim.query import filters

CORPORA = Path(__file__).resolve().parent.parent.parent / "shared/corpora"
WORDS = 500
SOURCES = (
    "times/timebank",
    "times/aquaint",
    "events/meantime-dev",
    "events/ecbplus-dev",
    "attribution/polnear.train",
)
FILTERS = (
    "since:1990",
    "kind:meeting",
    "dated:no",
    "certainty:possible",
    "text:president -kind:statement",
)


def main() -> int:
    """0; prints one figure a line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", nargs="?", type=int, default=1000)
    parser.add_argument("--once", action="store_true")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pile = folder / "pile"
        pile.mkdir()
        for n, text in enumerate(texts(options.documents)):
            (pile / f"{n:05}.txt").write_text(text, "utf8")
        (folder / "more.txt").write_text(next(texts(1, skip=options.documents)), "utf8")
        case = built(folder, pile, options)
        case.build(processes=1)  # nothing to read: loads what the next lines need
        print(f"one document more: {cpu(partial(add_one, case, folder / 'more.txt')):.2f} s of CPU")
        query(case)
        size = sum(f.stat().st_size for f in pile.iterdir())
        store = sum(f.stat().st_size for f in case.path.glob("derived.sqlite*"))
        print(f"store: {store / size:.2f} times the text ({store >> 20} MB)")
        most = max(
            resource.getrusage(who).ru_maxrss
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        print(f"memory: {most >> 10} MB at most in a process")
    return 0


def built(folder: Path, pile: Path, options: argparse.Namespace) -> Case:
    """The case with all documents, built twice unless ``--once`` is given."""
    if options.keep and options.keep.exists():
        shutil.copytree(options.keep, folder / "two")
    elif options.once:
        seconds = timed(lambda: fill(folder / "two", pile, None))
        print(f"add + build, {options.documents} documents: {seconds:.0f} s in processes")
    else:
        one = timed(lambda: fill(folder / "one", pile, 1))
        two = timed(lambda: fill(folder / "two", pile, None))
        print(
            f"add + build, {options.documents} documents: {one:.0f} s in turn, "
            f"{two:.0f} s in processes, ratio {one / two:.2f}"
        )
    if options.keep and not options.keep.exists():
        shutil.copytree(folder / "two", options.keep)
    (folder / "first.txt").write_text("Ada Quill met Ben Moor on 5 March 1911.", "utf8")
    warm = Case.create(folder / "warm", "Warm-up")
    warm.add([folder / "first.txt"], who="benchmark")
    warm.build(processes=1)
    return Case(folder / "two")


def add_one(case: Case, path: Path) -> None:
    """Add a document to a case and build it."""
    case.add([path], who="benchmark")
    case.build(processes=1)


def fill(path: Path, pile: Path, processes: int | None) -> None:
    """Make a case of all documents and build it."""
    case = Case.create(path, "A thousand articles")
    case.add([pile], published="1998-01", who="benchmark")
    case.build(processes=processes)


def query(case: Case) -> None:
    """Print the CPU milliseconds of queries, without imports and opening the case."""
    shown(case, "")
    print(f"show: {1000 * cpu(lambda: shown(case, '')):.0f} ms of CPU")
    for words in FILTERS:
        print(f"show {words}: {1000 * cpu(partial(shown, case, words)):.0f} ms of CPU")
    for words in ("president", '"prime minister" visit'):
        print(f"search {words}: {1000 * cpu(partial(case.results.search, words)):.0f} ms of CPU")


def shown(case: Case, words: str) -> str:
    """The listing that ``seriatim show`` prints."""
    case.builder.is_current()
    return case.results.listing(filters.parse(words))


def texts(wanted: int, skip: int = 0) -> Iterator[str]:
    """Texts of 500 words, cut from the corpora in order.

    Each begins with its own number, so that none counts as a copy of another.
    """
    for number, text in enumerate(islice(_excerpts(), skip, skip + wanted), skip + 1):
        yield f"Report {number}.\n\n{text}"


def _excerpts() -> Iterator[str]:
    """Stretches of 500 words from the corpora, which start again when they are used up."""
    for source in cycle(SOURCES):
        words: list[str] = []
        for line in (CORPORA / f"{source}.jsonl").open(encoding="utf8"):
            words += json.loads(line)["text"].replace("\n", " \n ").split(" ")
            while len(words) >= WORDS:
                yield " ".join(words[:WORDS])
                words = words[WORDS:]


def timed(work: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call in this process."""
    before = time.process_time()
    work()
    return time.process_time() - before


if __name__ == "__main__":
    sys.exit(main())
