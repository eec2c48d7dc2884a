"""The day on which a document was published, read from metadata and from a dateline.

Small on purpose: full dates with a month's name, ISO days, and a month or a year behind a label.  A
numeric date that could be read in two orders is read as neither.  What a text says about its
subject is the stage ``times``'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from seriatim.lang import calendar, layout
from seriatim.readers.draft import Block
from seriatim.temporal import edtf

_MONTH_NAMES = "|".join(sorted(calendar.MONTHS, key=len, reverse=True))
_MONTH = rf"(?P<month>{_MONTH_NAMES})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}(?!\d)",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}[-/](?P<month>\d\d)[-/](?P<day>\d\d)(?!\d)",
        rf"(?<!\d){_YEAR}\s+{_MONTH}\s+{_DAY}(?!\d)",
    )
)
_MONTH_FORM = re.compile(rf"\b{_MONTH},?\s+{_YEAR}(?!\d)", re.IGNORECASE)
_ISO_MONTH = re.compile(rf"(?<![\d-]){_YEAR}-(?P<month>\d\d)(?![\d-])")
_DAY_2, _MONTH_2 = _DAY.replace("day", "d"), _MONTH.replace("month", "m")
_DAY_FORM = re.compile(
    rf"(?:{_MONTH}\s+{_DAY}|{_DAY_2}\s+{_MONTH_2})(?!\d)",
    re.IGNORECASE,
)
_YEAR_FORM = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_LABELS = "|".join(
    sorted(layout.DATE_LABELS | layout.LATER_LABELS, key=lambda label: (-len(label), label))
)
_LABEL = re.compile(
    rf"\W*\b(?P<label>{_LABELS})\b(?:\s+(?:on|at|in)\b)?\s*[:\-–—]?\s*", re.IGNORECASE
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|\b[A-Z]{2,4}T\b|[+-]\d\d:?\d\d\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"\b(?:{'|'.join(f'{d[:3]}(?:{d[3:]})?' for d in layout.WEEKDAYS)})\b\.?,?", re.IGNORECASE
)
_OPENING = re.compile(
    r"(?P<words>[A-Z][A-Z.'’ \-]{2,40},[^—–\n]{4,80}?)(?:—|–|--|\s-\s)"
)  # LEITH, May 3, 1912 (Harrow Wire) —
_LEADS_TO_DAY = re.compile(layout.LEADS_TO_DAY)
_PLACE = re.compile(r"(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?,)?\s*")
_NEAR_TOP = 6  # blocks
_LINE = 120  # characters


class Dateline(NamedTuple):
    """The day, and the block that is only a dateline (``None`` if the day opens a paragraph)."""

    published: str
    block: int | None


def find_day(text: str) -> str | None:
    """The first full date in the text, as an EDTF day."""
    found = _first(text)
    return found[0] if found else None


def find_date(text: str) -> str | None:
    """The first date in the text, as an EDTF day, month or year, whichever it gives."""
    day = find_day(text)
    if day:
        return day
    for form in (_MONTH_FORM, _ISO_MONTH, _YEAR_FORM):
        match = form.search(text)
        if match:
            return _value(match)
    return None


def opens_with_date(line: str) -> bool:
    """Whether a line begins with a day, month or year before its words, as in a chronicle."""
    match = next(
        (
            m
            for form in (*_FORMS, _MONTH_FORM, _DAY_FORM, _YEAR_FORM)
            if (m := form.match(line.lstrip("([")))
        ),
        None,
    )
    return match is not None and len(re.findall(r"[^\W\d_]{2,}", line[match.end() :])) >= 2


def has_clock(text: str) -> bool:
    """Whether the text has a time of day."""
    return bool(_CLOCK.search(text))


def without_dates(text: str) -> str:
    """The text with its full dates, weekdays and times of day left out."""
    for pattern in (*_FORMS, _WEEKDAY, _CLOCK):
        text = pattern.sub(" ", text)
    return text


def _first(text: str) -> tuple[str, re.Match[str]] | None:
    found = [(m.start(), v, m) for form in _FORMS for m in form.finditer(text) if (v := _value(m))]
    if not found:
        return None
    _, value, match = min(found, key=lambda f: f[0])
    return value, match


def _value(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    value = f"{int(parts['year']):04}"
    if parts.get("month"):
        month = parts["month"]
        value += f"-{int(month) if month.isdigit() else calendar.MONTHS[month.lower()]:02}"
    if parts.get("day"):
        value += f"-{int(parts['day']):02}"
    return value if edtf.is_valid(value) else None


def dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """The day in a dateline, a byline or behind a label, near the top.

    A bare date that has its like further down heads a day of a chronicle, and says nothing of when
    the text was published.
    """
    lines = [_words(text, b) for b in blocks]
    bare = [
        (i, found)
        for i, line in enumerate(lines)
        if (found := _bare(line)) and blocks[i].kind not in ("item", "row", "quote")
    ]
    labelled = [
        (found.label in layout.LATER_LABELS, i, found.value)
        for i, found in bare
        if found.label and (i < 2 * _NEAR_TOP or i >= len(blocks) - 2)
    ]
    if labelled:
        _, i, value = min(labelled)
        return Dateline(value, i)
    if len(bare) == 1 and bare[0][1].day and _may_stand_there(lines, blocks, *bare[0]):
        return Dateline(bare[0][1].value, bare[0][0])
    return _opening(lines[:_NEAR_TOP])


def _may_stand_there(lines: Sequence[str], blocks: Sequence[Block], i: int, found: _Bare) -> bool:
    """Whether a bare date precedes the text: after a title, a byline or one summary sentence.

    In the very first line, which may be a title, no more than a place may stand before it.
    """
    before = [
        line
        for line, block in zip(lines[:i], blocks, strict=False)
        if block.kind not in ("title", "header")
    ]
    begun = sum(line.endswith((".", "!", "?", ":")) for line in before) > 1 or any(
        opens_with_date(line) for line in before
    )
    return (
        i < _NEAR_TOP
        and not begun
        and (found.placed or blocks[i].kind != "title")
        and not (found.told and blocks[i].kind == "heading")
    )


class _Bare(NamedTuple):
    value: str
    label: str
    day: bool
    placed: bool = False  # at most a place precedes it
    told: bool = False  # "on" leads to it, as to the day of what a title tells


def _words(text: str, block: Block) -> str:
    start, end = block.pieces[0][0], block.pieces[-1][1]
    return " ".join(text[start : min(end, start + 4 * _LINE)].split())


def _bare(line: str) -> _Bare | None:
    """A line with a date and at most a label, a weekday, a time, a place and a name."""
    if not 4 <= len(line) <= _LINE:
        return None
    label = _LABEL.search(line)
    found = _first(line)
    if found:
        rest = line[: found[1].start()] + " " + line[found[1].end() :]
        placed = bool(_PLACE.fullmatch(_WEEKDAY.sub("", line[: found[1].start()])))
        return (
            _Bare(
                found[0],
                label["label"].lower() if label else "",
                day=True,
                placed=placed,
                told=not label and bool(_LEADS_TO_DAY.search(line[: found[1].start()])),
            )
            if _is_furniture(rest)
            else None
        )
    if not label or label.start() > 0:
        return None
    match = _MONTH_FORM.fullmatch(line[label.end() :]) or _YEAR_FORM.fullmatch(line[label.end() :])
    value = _value(match) if match else None
    return _Bare(value, label["label"].lower(), day=False) if value else None


def _is_furniture(rest: str) -> bool:
    for pattern in (_LABEL, _CLOCK, _WEEKDAY):
        rest = pattern.sub(" ", rest)
    words = re.findall(r"[^\W_][\w.'’-]*", rest)
    return len(words) <= 8 and all(
        w[0].isupper() or w.lower().rstrip(".") in layout.DATELINE_WORDS for w in words
    )


def _opening(lines: Sequence[str]) -> Dateline | None:
    """A place in capitals and a full date before a dash, where a report begins."""
    for line in lines:
        match = _OPENING.match(line)
        found = _bare(match["words"]) if match else None
        if found:
            return Dateline(found.value, None)
    return None
