"""The chronology as Markdown: a heading per year, an item per event, its claims below."""

from __future__ import annotations

import re
from itertools import groupby

from seriatim.exports import File
from seriatim.exports.rows import Row, rows
from seriatim.messages import exports as messages
from seriatim.model import Chronology
from seriatim.temporal import edtf

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])|^(\s*)([-+]|\d+[.)])(?=\s)")


def to_file(chronology: Chronology) -> File:
    """The whole chronology; relations between events are in the words of the quotes only."""
    lines = [f"# {escape(chronology.title)}", ""]
    for year, group in groupby(rows(chronology), key=_year):
        lines += [f"## {year}", ""]
        for _, claims in groupby(group, key=lambda r: r.event.id):
            lines += _event(list(claims))
    if chronology.findings:
        lines += [
            f"## {messages.FINDINGS}",
            "",
            *(f"- **{f.severity}** {escape(f.message)}" for f in chronology.findings),
            "",
        ]
    lines += [f"## {messages.DOCUMENTS}", ""]
    for r in chronology.readings:
        d = r.document
        dated = messages.document_date(d.published, d.published_basis)
        lines.append(f"- {escape(d.path)}: {escape(d.title)}, {dated}")
    links = sum(x.basis == "stated" for x in chronology.links)
    return File(
        ("\n".join(lines) + "\n").encode("utf-8", "replace"),
        {messages.RELATIONS: links} if links else {},
    )


def _event(claims: list[Row]) -> list[str]:
    event = claims[0].event
    summary = messages.with_status(escape(event.summary), event.status)
    lines = [f"- **{edtf.say(event.when.edtf)}**: {summary}"]
    for row in claims:
        chain = messages.citing(map(escape, row.sources))
        hedges = f", {messages.hedged(map(escape, row.hedges))}" if row.hedges else ""
        lines += [
            f"  - “{escape(' '.join(row.claim.quote.split()))}”",
            f"    ({escape(str(row.cite))}{chain}{hedges}; {row.factuality}; {escape(row.dated)})",
        ]
    return lines


def _year(row: Row) -> str:
    if row.event.status == "rejected":
        return messages.REJECTED
    if row.event.when.edtf == edtf.UNKNOWN:
        return messages.UNDATED
    first = edtf.first_day(row.event.when.edtf)
    if first is None:
        first = edtf.last_day(row.event.when.edtf) or 0
    year = edtf.civil_from_days(first)[0]
    return str(year) if year > 0 else f"{1 - year} BC"


def escape(text: str) -> str:
    """The text with Markdown's special characters escaped."""
    return _SPECIAL.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)
