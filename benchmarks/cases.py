"""A case of a thousand documents: how long it takes to read, to add one more and to ask, and how much it weighs.

usage: python benchmarks/cases.py [DOCUMENTS] [--once] [--keep FOLDER]      needs ../shared/corpora
(docs/data.md)

1,000 documents of about 500 words by default.  Wall seconds of ``add`` + ``build`` on one core and
on all of them (their ratio is the claim: the machine must have nothing else to do; ``--once``
leaves the ratio out and builds on all cores alone), CPU seconds of adding one more, CPU
milliseconds of ``show``, ``search`` and filters after start-up, bytes of the store by bytes of the
text, and the largest resident memory of a process.  ``--keep``: the case is built in FOLDER once
and copied from there the next time.
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
from pathlib import Path

from seriatim.case.case import Case
from seriatim.query import filters

CORPORA = Path(__file__).resolve().parent.parent.parent / "shared/corpora"
WORDS = 500
FILTERS = (
    "since:1990",
    "kind:meeting",
    "dated:no",
    "certainty:possible",
    "text:president -kind:statement",
)


def main() -> int:
    """The figures, a line each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", nargs="?", type=int, default=1000)
    parser.add_argument("--once", action="store_true")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pile = folder / "pile"
        pile.mkdir()
        for n, text in enumerate(texts(asked.documents)):
            (pile / f"{n:05}.txt").write_text(text, "utf8")
        (folder / "more.txt").write_text(next(texts(1, skip=asked.documents)), "utf8")
        case = filled(folder, pile, asked)
        case.build(processes=1)  # nothing to read: what the next lines need is loaded
        print(
            f"one document more: {cpu(lambda: (case.add([folder / 'more.txt'], who='benchmark'), case.build(processes=1))):.2f} s of CPU"
        )
        ask(case)
        written = sum(f.stat().st_size for f in pile.iterdir())
        store = sum(f.stat().st_size for f in case.path.glob("derived.sqlite*"))
        print(f"store: {store / written:.2f} times the text ({store >> 20} MB)")
        most = max(
            resource.getrusage(who).ru_maxrss
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        print(f"memory: {most >> 10} MB at most in a process")
    return 0


def filled(folder: Path, pile: Path, asked: argparse.Namespace) -> Case:
    """The case of the pile, built twice where the ratio is asked for."""
    if asked.keep and asked.keep.exists():
        shutil.copytree(asked.keep, folder / "two")
    elif asked.once:
        print(
            f"add + build, {asked.documents} documents: {timed(lambda: fill(folder / 'two', pile, None)):.0f} s in processes"
        )
    else:
        one = timed(lambda: fill(folder / "one", pile, 1))
        two = timed(lambda: fill(folder / "two", pile, None))
        print(
            f"add + build, {asked.documents} documents: {one:.0f} s in turn, {two:.0f} s in processes, ratio {one / two:.2f}"
        )
    if asked.keep and not asked.keep.exists():
        shutil.copytree(folder / "two", asked.keep)
    (folder / "first.txt").write_text("Ada Quill met Ben Moor on 5 March 1911.", "utf8")
    warm = Case.create(folder / "warm", "What is loaded once")
    warm.add([folder / "first.txt"], who="benchmark")
    warm.build(processes=1)
    return Case(folder / "two")


def fill(path: Path, pile: Path, processes: int | None) -> None:
    """A new case of the pile."""
    case = Case.create(path, "A thousand articles")
    case.add([pile], published="1998-01", who="benchmark")
    case.build(processes=processes)


def ask(case: Case) -> None:
    """CPU milliseconds of asking, the imports and the opening left out."""
    shown(case, "")
    print(f"show: {1000 * cpu(lambda: shown(case, '')):.0f} ms of CPU")
    for words in FILTERS:
        print(f"show {words}: {1000 * cpu(partial(shown, case, words)):.0f} ms of CPU")
    for words in ("president", '"prime minister" visit'):
        print(f"search {words}: {1000 * cpu(partial(case.search, words)):.0f} ms of CPU")


def shown(case: Case, words: str) -> str:
    """What ``seriatim show`` prints."""
    case.is_current()
    return case.listing(filters.parse(words))


def texts(wanted: int, skip: int = 0) -> Iterator[str]:
    """Texts of about 500 words, cut from the corpora in their order, each marked with its number so that none is another's copy."""
    made = 0
    while True:
        for source in (
            "times/timebank",
            "times/aquaint",
            "events/meantime-dev",
            "events/ecbplus-dev",
            "attribution/polnear.train",
        ):
            words: list[str] = []
            for line in (CORPORA / f"{source}.jsonl").open(encoding="utf8"):
                words += json.loads(line)["text"].replace("\n", " \n ").split(" ")
                while len(words) >= WORDS:
                    made += 1
                    if made > skip:
                        yield f"Report {made}.\n\n" + " ".join(words[:WORDS])
                    words = words[WORDS:]
                    if made >= skip + wanted:
                        return


def timed(work: Callable[[], object]) -> float:
    """Wall seconds."""
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    before = time.process_time()
    work()
    return time.process_time() - before


if __name__ == "__main__":
    sys.exit(main())
