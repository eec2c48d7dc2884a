"""TimelineJS 3: its JSON and the columns of its spreadsheet.

A TimelineJS date is a year, month, day … or nothing: an interval becomes a start and an end with
the date in words as what is shown; an open side, and an undated event, have no place in it and are
counted.
"""

from __future__ import annotations

import csv
import html
import io
import json
from collections import Counter
from typing import Any

from seriatim.exports import File
from seriatim.exports.rows import Row, rows, without_rejected
from seriatim.exports.sheet import safe
from seriatim.model import Chronology
from seriatim.temporal import edtf

COLUMNS = (
    *(
        "Year",
        "Month",
        "Day",
        "Time",
        "End Year",
        "End Month",
        "End Day",
        "End Time",
        "Display Date",
        "Headline",
        "Text",
    ),
    *(
        "Media",
        "Media Credit",
        "Media Caption",
        "Media Thumbnail",
        "Alt Text",
        "Type",
        "Group",
        "Background",
    ),
)
_PARTS = ("year", "month", "day", "hour", "minute", "second")


def to_json(chronology: Chronology) -> File:
    """TimelineJS's JSON: a title and events, each with its date in words."""
    chronology, left_out = without_rejected(chronology)
    lost: Counter[str] = Counter(left_out)
    events = [e for row in rows(chronology) if (e := _event(row, lost))]
    body = {
        "title": {"text": {"headline": html.escape(chronology.title), "text": ""}},
        "events": events,
        "scale": "human",
    }
    return File(
        json.dumps(body, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n",
        dict(lost),
    )


def to_csv(chronology: Chronology) -> File:
    """The columns of TimelineJS's spreadsheet."""
    chronology, left_out = without_rejected(chronology)
    lost: Counter[str] = Counter(left_out)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(chronology):
        event = _event(row, lost)
        if event:
            dates = [*_columns(event["start_date"]), *_columns(event.get("end_date", {}))]
            text = [event["display_date"], event["text"]["headline"], event["text"]["text"]]
            writer.writerow(
                [safe(str(c)) for c in [*dates, *text, "", "", "", "", "", "", row.event.kind, ""]]
            )
    return File(out.getvalue().encode("utf-8", "replace"), dict(lost))


def _event(row: Row, lost: Counter[str]) -> dict[str, Any] | None:
    value = row.claim.when.edtf
    left, _, right = value.partition("/")
    if value == edtf.UNKNOWN or (left == ".." and right == ".."):
        lost["undated event: TimelineJS has no place for it"] += 1
        return None
    if ".." in (left, right):
        lost["open interval: shown at its known side, said in words"] += 1
    start = _date(right if left == ".." else left, first=True)
    end = (
        _date(right or left, first=False)
        if right != ".." and left != ".." and (right or _is_wide(left))
        else None
    )
    said = ", who has it from ".join(row.sources)
    text = [
        f"<p>“{html.escape(row.claim.quote)}”</p>",
        f"<p>{html.escape(str(row.cite))}{'; has it from ' + html.escape(said) if said else ''}; {row.standing}</p>",
    ]
    made: dict[str, Any] = {
        "start_date": start,
        "display_date": html.escape(row.dated) if row.claim.when.basis == "corrected" else row.date,
        "text": {"headline": html.escape(row.claim.summary), "text": "".join(text)},
        "group": row.event.kind,
        "unique_id": row.claim.id,
    }
    return made | ({"end_date": end} if end else {})


def _is_wide(value: str) -> bool:
    return "X" in value or edtf.precision(value) == "season"


def _date(value: str, *, first: bool) -> dict[str, int]:
    """The parts of one side: as many as the value has; a decade, century or season by its first or last month."""
    bare = value.rstrip("~?%")
    if _is_wide(bare):
        day = edtf.first_day(bare) if first else edtf.last_day(bare)
        of_year, month, _ = edtf.civil_from_days(day or 0)
        return {"year": of_year, "month": month}
    date, _, time = bare.partition("T")
    sign = -1 if date.startswith("-") else 1
    year, *rest = date.lstrip("-").split("-")
    numbers = [sign * int(year), *map(int, rest), *map(int, time.split(":") if time else [])]
    return dict(zip(_PARTS, numbers, strict=False))


def _columns(date: dict[str, int]) -> list[str]:
    time = f"{date['hour']}:{date.get('minute', 0):02}" if "hour" in date else ""
    return [str(date.get("year", "")), str(date.get("month", "")), str(date.get("day", "")), time]
