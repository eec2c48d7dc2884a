"""The chronology as Markdown: a heading a year, an item an event, its claims with quotes below."""

from __future__ import annotations

import re
from itertools import groupby

from seriatim.exports import File
from seriatim.exports.rows import Row, rows
from seriatim.model import Chronology
from seriatim.temporal import edtf

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])|^(\s*)([-+]|\d+[.)])(?=\s)")


def to_file(chronology: Chronology) -> File:
    """The whole chronology; links between events are told in words with the quotes."""
    lines = [f"# {escape(chronology.title)}", ""]
    for year, group in groupby(rows(chronology), key=_year):
        lines += [f"## {year}", ""]
        for _, claims in groupby(group, key=lambda r: r.event.id):
            lines += _event(list(claims))
    if chronology.findings:
        lines += [
            "## Findings",
            "",
            *(f"- **{f.severity}** {escape(f.message)}" for f in chronology.findings),
            "",
        ]
    lines += ["## Documents", ""]
    for r in chronology.readings:
        d = r.document
        dated = (
            f"{edtf.say(d.published)} ({d.published_basis})" if d.published else "date not known"
        )
        lines.append(f"- {escape(d.path)}: {escape(d.title)}, {dated}")
    links = sum(x.basis == "stated" for x in chronology.links)
    return File(
        ("\n".join(lines) + "\n").encode("utf-8", "replace"),
        {"relation in time between two events": links} if links else {},
    )


def _event(claims: list[Row]) -> list[str]:
    event = claims[0].event
    status = "" if event.status == "proposed" else f" ({event.status})"
    lines = [f"- **{edtf.say(event.when.edtf)}**: {escape(event.summary)}{status}"]
    for row in claims:
        chain = "".join(f", who has it from {escape(s)}" for s in row.sources)
        hedges = f", hedged: {escape(', '.join(row.hedges))}" if row.hedges else ""
        lines += [
            f"  - “{escape(' '.join(row.claim.quote.split()))}”",
            f"    ({escape(str(row.cite))}{chain}{hedges}; {row.surely}; {escape(row.dated)})",
        ]
    return lines


def _year(row: Row) -> str:
    if row.event.status == "rejected":
        return "Rejected by a reviewer"
    if row.event.when.edtf == edtf.UNKNOWN:
        return "No date stated"
    first = edtf.first_day(row.event.when.edtf)
    if first is None:
        first = edtf.last_day(row.event.when.edtf) or 0
    year = edtf.civil_from_days(first)[0]
    return str(year) if year > 0 else f"{1 - year} BC"


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _SPECIAL.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)
