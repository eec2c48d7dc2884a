"""iCalendar (RFC 5545): an all-day or timed entry an event, as wide as its date, with its words.

A calendar has no open intervals, no undated entries, no rival versions: an open side and an undated
event are counted and left out, the versions of an event stand in its description.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from seriatim.exports import File
from seriatim.exports.rows import Row, rows, without_rejected
from seriatim.model import Chronology
from seriatim.temporal import edtf

MOST_DAYS = 366 * 100  # calendars draw an entry on each of its days


def to_file(chronology: Chronology) -> File:
    """The calendar; stamps are those of the event itself, so that the same chronology gives the same bytes."""
    chronology, left_out = without_rejected(chronology)
    lost: Counter[str] = Counter(left_out)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Seriatim//chronology//EN",
        f"X-WR-CALNAME:{_text(chronology.title)}",
    ]
    for _, group in groupby(rows(chronology), key=lambda r: r.event.id):
        lines += _event(list(group), lost)
    lines.append("END:VCALENDAR")
    return File(
        "".join(f"{folded}\r\n" for line in lines for folded in _fold(line)).encode(
            "utf-8", "replace"
        ),
        dict(lost),
    )


def _event(claims: list[Row], lost: Counter[str]) -> Iterator[str]:
    event = claims[0].event
    span = edtf.interval(event.when.edtf)
    if span.start is None or span.end is None:
        lost["undated event or open interval: a calendar has no place for it"] += 1
        return
    years = [edtf.civil_from_days(s // edtf.DAY)[0] for s in (span.start, span.end)]
    if not (
        years[0] >= 1 and years[1] <= 9999 and (span.end - span.start) // edtf.DAY <= MOST_DAYS
    ):
        lost["date before the year 1 or wider than a century: a calendar has no place for it"] += 1
        return
    if len({r.claim.when.edtf for r in claims}) > 1:
        lost["versions with other dates: told in the description, shown as one entry"] += 1
    if event.when.edtf[-1] in "~?%":
        lost["“about” and “perhaps”: told in words only"] += 1
    told = "\n\n".join(
        f"{r.dated}: “{r.claim.quote}” ({r.cite}{''.join(f', who has it from {s}' for s in r.sources)}; {r.standing})"
        for r in claims
    )
    timed = (
        edtf.precision(event.when.edtf) in ("hour", "minute", "second") or "T" in event.when.edtf
    )
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@{claims[0].document.sha256[:16]}.seriatim"
    yield f"DTSTAMP:{_day(span.start)}T000000Z"
    yield (
        f"DTSTART:{_day(span.start)}T{_time(span.start)}"
        if timed
        else f"DTSTART;VALUE=DATE:{_day(span.start)}"
    )
    yield (
        f"DTEND:{_day(span.end)}T{_time(span.end)}"
        if timed
        else f"DTEND;VALUE=DATE:{_day(span.end)}"
    )
    yield f"SUMMARY:{_text(f'{event.summary} ({edtf.say(event.when.edtf)})')}"
    yield f"DESCRIPTION:{_text(told)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    yield f"CATEGORIES:{_text(event.kind)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(seconds: int) -> str:
    return edtf.day(seconds // edtf.DAY).replace("-", "")


def _time(seconds: int) -> str:
    rest = seconds % edtf.DAY
    return f"{rest // 3600:02}{rest // 60 % 60:02}{rest % 60:02}"


def _text(value: str) -> str:
    clean = "".join(
        c for c in value.replace("\r\n", "\n").replace("\r", "\n") if c == "\n" or ord(c) >= 32
    )
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> Iterator[str]:
    """Lines of at most 75 bytes, cut between characters, the rest behind a blank."""
    current, size = "", 0
    for char in line:
        width = len(char.encode("utf-8", "replace"))
        if size + width > 75:
            yield current
            current, size = " ", 1
        current, size = current + char, size + width
    yield current
