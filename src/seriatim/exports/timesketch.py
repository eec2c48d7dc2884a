"""Timesketch JSONL: ``message``, ``datetime``, ``timestamp_desc``, and other fields.

Timesketch has instants only.  A date wider than a second becomes two lines, its first and its last
instant; an open interval has one line; an undated event has none and is counted.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from seriatim.exports import File
from seriatim.exports.rows import Row, rows, without_rejected
from seriatim.messages import exports as messages
from seriatim.model import Chronology
from seriatim.temporal import edtf


def to_file(chronology: Chronology) -> File:
    """A line per instant, in the chronology's order."""
    chronology, left_out = without_rejected(chronology)
    lost: Counter[str] = Counter(left_out)
    lines = [
        json.dumps(_line(row, word, seconds), ensure_ascii=False)
        for row in rows(chronology)
        for word, seconds in _instants(row, lost)
    ]
    return File("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"), dict(lost))


def _instants(row: Row, lost: Counter[str]) -> Iterator[tuple[str, int]]:
    """The first and the last instant of a row's date, without what Timesketch can't hold."""
    start, end = edtf.interval(row.claim.when.edtf)
    if start is None and end is None:
        lost[messages.UNDATED_IN_TIMESKETCH] += 1
        return
    if start is None or end is None:
        lost[messages.OPEN_IN_TIMESKETCH] += 1
    last = None if end is None else end - 1
    for word, seconds in ((messages.EARLIEST, start), (messages.LATEST, last)):
        if seconds is None:
            continue
        if 1 <= edtf.civil_from_days(seconds // edtf.DAY)[0] <= 9999:
            yield word, seconds
        else:
            lost[messages.EARLY_IN_TIMESKETCH] += 1


def _line(row: Row, word: str, seconds: int) -> dict[str, object]:
    rest = seconds % edtf.DAY
    time = f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
    return {
        "message": row.claim.summary,
        "datetime": f"{edtf.day(seconds // edtf.DAY)}T{time}+00:00",
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
