"""Timesketch JSONL: ``message``, ``datetime``, ``timestamp_desc``, and the rest as fields of its own.

Timesketch knows instants only.  A date that is wider than a second goes out as its first and its
last instant, two lines that say so; an open side has one line; an undated event has none and is
counted.
"""

from __future__ import annotations

import json
from collections import Counter

from seriatim.exports import File
from seriatim.exports.rows import Row, rows, without_rejected
from seriatim.model import Chronology
from seriatim.temporal import edtf


def to_file(chronology: Chronology) -> File:
    """A line an instant, in the chronology's order."""
    chronology, left_out = without_rejected(chronology)
    lost: Counter[str] = Counter(left_out)
    lines = []
    for row in rows(chronology):
        span = edtf.interval(row.claim.when.edtf)
        if span.start is None and span.end is None:
            lost["undated event: Timesketch has no place for it"] += 1
            continue
        if span.start is None or span.end is None:
            lost["open interval: only its known side is written"] += 1
        instants = [
            ("at the earliest", span.start),
            ("at the latest", None if span.end is None else span.end - 1),
        ]
        for word, seconds in instants:
            if seconds is None:
                continue
            year = edtf.civil_from_days(seconds // edtf.DAY)[0]
            if not 1 <= year <= 9999:
                lost["instant before the year 1: Timesketch has no place for it"] += 1
                continue
            lines.append(json.dumps(_line(row, word, seconds), ensure_ascii=False))
    return File("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"), dict(lost))


def _line(row: Row, word: str, seconds: int) -> dict[str, object]:
    rest = seconds % edtf.DAY
    return {
        "message": row.claim.summary,
        "datetime": f"{edtf.day(seconds // edtf.DAY)}T{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}+00:00",
        "timestamp_desc": f"{row.event.kind}, {word} ({row.dated})",
        "tag": [
            row.event.kind,
            row.claim.certainty,
            *(["disputed"] if row.event.status == "disputed" else []),
        ],
        "edtf": row.claim.when.edtf,
        "claim": row.claim.id,
        "event": row.event.id,
        "quote": row.claim.quote,
        "cite": str(row.cite),
        "said_by": list(row.sources),
    }
