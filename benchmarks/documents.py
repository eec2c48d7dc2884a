"""Real documents as they are: ``python benchmarks/documents.py DIR [NAME…] [-o OUT.json]``.

What is measured for each file of DIR, by rules alone:

- cut: claims whose passage ends, or begins, in mid-sentence next to them;
- ragged: quotes that end in a comma, an article or a preposition;
- impossible: claims of a year far outside the span of the document, or after its date, in 1,000;
- rows: rows of sheets with a claim;
- alarms: errors and warnings for 100 claims;
- notes: footnotes that were left in the text, of all;
- layout: the share of the reader in the time of reading.

``--key KEY.json`` compares the paragraphs of PDF pages with a key made by eye from pictures of the
pages.  It holds for each page of a file a hash of the first letters of each block on it, in order:
no text.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import time
from argparse import ArgumentParser
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from seriatim import pipeline, readers
from seriatim.analysis import passage_text
from seriatim.model import Claim, Document, Passage, Reading
from seriatim.temporal import edtf
from seriatim.temporal.frames.plausible_years import span_of

_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$|[\"”]$|[.!?]\s?\([^()]*\)$")
_RAGGED = re.compile(
    r"(?:,|\b(?:a|an|the|of|in|on|at|by|for|from|with|to|into|under|between|and|or))$",
    re.IGNORECASE,
)
_NOTE_INSIDE = re.compile(r"(?<=\s)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s?(?=[A-Z])")
_PROSE = ("paragraph", "quote", "item")
_LETTERS = 24  # of a block, by which it is known in a key


@dataclass
class Figures:
    """What was counted in one file."""

    file: str
    claims: int = 0
    dated: int = 0
    cut: int = 0
    ragged: int = 0
    impossible: int = 0
    rows: int = 0
    rows_read: int = 0
    alarms: int = 0
    notes: int = 0
    notes_in_text: int = 0
    layout_seconds: float = 0.0
    reading_seconds: float = 0.0

    def listed(self) -> str:
        """The figures in one line, as shares."""
        layout = self.layout_seconds / max(self.layout_seconds + self.reading_seconds, 1e-9)
        impossible = 10 * _share(self.impossible, self.dated)
        return (
            f"{self.file:24}{self.claims:7}{_share(self.cut, self.claims):8.1f}"
            f"{_share(self.ragged, self.claims):8.1f}{impossible:8.1f}"
            f"{_share(self.rows_read, self.rows):8.1f}{_share(self.alarms, self.claims):8.1f}"
            f"{self.notes_in_text:6}/{self.notes:<5}{100 * layout:7.1f}"
        )


HEAD = (
    f"{'':24}{'claims':>7}{'cut %':>8}{'ragged %':>9}{'imp ‰':>7}{'rows %':>8}"
    f"{'alarms':>8}{'notes':>9}{'layout %':>10}"
)


def _share(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def measure(path: Path) -> Figures:
    """The figures of one file."""
    figures = Figures(path.name)
    start = time.process_time()
    data = path.read_bytes()
    taken = readers.read_bytes(data, path.name)
    figures.layout_seconds = _reader_seconds(data, path.name) or time.process_time() - start
    start = time.process_time()
    readings = [pipeline.read(d, passages) for d, passages in taken.documents]
    figures.reading_seconds = time.process_time() - start
    for reading in readings:
        _count(figures, reading)
    chronology = pipeline.assemble(readings, title=path.stem)
    figures.alarms = sum(f.severity in ("error", "warning") for f in chronology.findings)
    return figures


def _reader_seconds(data: bytes, name: str) -> float:
    """The CPU-seconds of the format's reader, which otherwise runs in a process of its own."""
    if not name.endswith(".pdf"):
        return 0.0
    from seriatim.readers import pdf

    start = time.process_time()
    pdf.read(data, name)
    return time.process_time() - start


def _count(figures: Figures, reading: Reading) -> None:
    texts = {p.index: passage_text(reading.document, p).text for p in reading.passages}
    told = {p.index: p for p in reading.passages}
    figures.claims += len(reading.claims)
    for claim in reading.claims:
        passage = told[claim.passage]
        figures.cut += passage.kind in _PROSE and _is_cut(reading.document, claim, passage)
        figures.ragged += bool(_RAGGED.search(claim.quote.strip()))
    figures.dated += sum(c.when.edtf != edtf.UNKNOWN for c in reading.claims)
    figures.impossible += sum(_is_impossible(reading, c) for c in reading.claims)
    is_table = reading.document.media_type in pipeline.TABLES
    rows = {p.index for p in reading.passages if p.kind == "row" and is_table}
    figures.rows += len(rows)
    figures.rows_read += len(rows & {c.passage for c in reading.claims})
    figures.notes += sum(p.kind == "footnote" for p in reading.passages)
    figures.notes_in_text += sum(
        len(_NOTE_INSIDE.findall(texts[p.index])) for p in reading.passages if p.kind in _PROSE
    )


def _is_cut(document: Document, claim: Claim, passage: Passage) -> bool:
    """Whether the passage is cut in mid-sentence at the claim: behind it, or before it."""
    text = document.text
    behind = text[claim.span[1] : passage.span[1]]
    before = text[passage.span[0] : claim.span[0]]
    last = not re.search(r"[.!?]\s", behind) and not _ENDS.search(
        text[passage.span[0] : passage.span[1]].rstrip()
    )
    opening = text[passage.span[0] : passage.span[0] + 1]
    first = opening.islower() and not re.search(r"[.!?]\s", before) and passage.kind != "item"
    return (last and passage.kind == "paragraph") or first


def _is_impossible(reading: Reading, claim: Claim) -> bool:
    """Whether a claim is of a year that cannot be: far from all others, or long after the text."""
    first = edtf.first_day(claim.when.edtf) if claim.when.edtf != edtf.UNKNOWN else None
    if first is None:
        return False
    year = edtf.civil_from_days(first)[0]
    span = span_of(reading.expressions, reading.document.published)
    return year < 1000 or (span is not None and span.is_far(year))


# The key


def blocks_of_pages(path: Path) -> dict[int, list[str]]:
    """The hashes of the blocks that begin on each page of a PDF, without its furniture."""
    found: dict[int, list[str]] = defaultdict(list)
    for document, passages in readers.read_bytes(path.read_bytes(), path.name).documents:
        starts = [place.span[0] for place in document.locations]
        for passage in passages:
            place = document.locations[bisect_right(starts, passage.span[0]) - 1]
            if passage.kind != "furniture" and place.page:
                found[place.page].append(fingerprint(passage_text(document, passage).text))
    return found


def fingerprint(text: str) -> str:
    """A hash of the first letters and digits of a block."""
    letters = "".join(c for c in text.lower() if c.isalnum())[:_LETTERS]
    return hashlib.sha256(letters.encode()).hexdigest()[:12]


def boundaries(found: Sequence[str], expected: Sequence[str]) -> tuple[int, int, int]:
    """How many blocks begin where the key says, how many were found, how many there are."""
    left = list(expected)
    hits = 0
    for one in found:
        if one in left:
            left.remove(one)
            hits += 1
    return hits, len(found), len(expected)


def against_key(root: Path, key: Path) -> Iterable[str]:
    """A line for each file of the key, and one for all."""
    totals = [0, 0, 0]
    for name, pages in json.loads(key.read_text(encoding="utf-8")).items():
        found = blocks_of_pages(root / name)
        counted = [boundaries(found[int(page)], blocks) for page, blocks in pages.items()]
        sums = [sum(c[i] for c in counted) for i in range(3)]
        totals = [a + b for a, b in zip(totals, sums, strict=True)]
        yield f"{name:24}{len(pages):4} pages  F1 {_f1(sums):5.1f}"
    yield f"{'all':24}            F1 {_f1(totals):5.1f}"


def _f1(counts: Sequence[int]) -> float:
    hits, found, expected = counts
    return 200 * hits / (found + expected) if found + expected else 0.0


def main() -> int:
    """Measure, and print a table."""
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--key", type=Path)
    given = parser.parse_args()
    if given.key:
        print("\n".join(against_key(given.root, given.key)))
        return 0
    wanted = [p for p in sorted(given.root.iterdir()) if p.suffix not in (".json", ".md")]
    chosen = [p for p in wanted if not given.names or p.name in given.names]
    if not chosen:
        parser.error(f"no documents in {given.root}")
    print(HEAD)
    measured = []
    for path in chosen:
        measured.append(measure(path))
        print(measured[-1].listed(), flush=True)
    if given.output:
        given.output.write_text(json.dumps([asdict(m) for m in measured], indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
