"""Findings as text, JSON, or SARIF 2.1.0 (OASIS), which editors and code hosts read."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from typing import Any

from seriatim.findings.check import Check, checks
from seriatim.messages import findings as messages
from seriatim.model import Chronology, Document, Finding, Proposal
from seriatim.temporal import edtf

LEVELS = {"error": "error", "warning": "warning", "note": "note"}
COLUMNS = (
    "code",
    "severity",
    "message",
    "file",
    "line",
    "column",
    "events",
    "because",
    "proposals",
)
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def select(findings: Sequence[Finding], codes: Sequence[str] | None) -> tuple[Finding, ...]:
    """The findings of these codes, or all.  Raises KeyError for a code that no check has."""
    known = [c.code for c in checks()]
    unknown = [code for code in codes or () if code not in known]
    if unknown:
        raise KeyError(messages.unknown_check(unknown[0], known))
    return tuple(f for f in findings if codes is None or f.code in codes)


def render(chronology: Chronology, findings: Sequence[Finding], form: str) -> str:
    """The findings as "text", "json" or "sarif", with a newline at the end."""
    return FORMS[form](chronology, findings)


def _text(chronology: Chronology, findings: Sequence[Finding]) -> str:
    places = {r.document.id: LineIndex(r.document) for r in chronology.readings}
    lines: list[str] = []
    for finding in findings:
        lines.append(
            f"{_where(places, finding)}: {finding.severity}: {finding.message} [{finding.code}]"
        )
        lines += [f"    {reason}" for reason in finding.because if reason not in finding.message]
        lines += [
            f"    {messages.proposal(value)}"
            for value in map(_proposed, (finding.proposal, *finding.other_proposals))
            if value
        ]
    return "\n".join([*lines, _counts(findings)]) + "\n"


def _where(places: dict[str, LineIndex], finding: Finding) -> str:
    place = places.get(finding.document or "")
    if place is None:
        return "chronology"
    line, column = place.of(finding.span[0] if finding.span else 0)
    return f"{place.document.path}:{line}:{column}"


def _proposed(proposal: Proposal | None) -> str:
    if proposal is None:
        return ""
    names = proposal.name or ", ".join(proposal.names)
    value = edtf.say(proposal.edtf) if proposal.edtf else names
    return f"{value} ({proposal.slip})" if proposal.slip else value


def _counts(findings: Sequence[Finding]) -> str:
    times = Counter(f.severity for f in findings)
    return messages.counts(times["error"], times["warning"], times["note"])


def objects(chronology: Chronology, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """The findings as plain JSON values, each with its file, line and column."""
    places = {r.document.id: LineIndex(r.document) for r in chronology.readings}
    return [_object(places, finding) for finding in findings]


def _json(chronology: Chronology, findings: Sequence[Finding]) -> str:
    return json.dumps(objects(chronology, findings), ensure_ascii=False, indent=2) + "\n"


def rows(chronology: Chronology, findings: Sequence[Finding]) -> list[tuple[str, ...]]:
    """One row per finding, in the order of ``COLUMNS``; lists are joined with semicolons."""
    return [
        (
            *(_cell(found[name]) for name in COLUMNS[:-1]),
            "; ".join(filter(None, map(_proposed, (one.proposal, *one.other_proposals)))),
        )
        for one, found in zip(findings, objects(chronology, findings), strict=True)
    ]


def _cell(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _object(places: dict[str, LineIndex], finding: Finding) -> dict[str, Any]:
    place = places.get(finding.document or "")
    line, column = place.of(finding.span[0]) if place and finding.span else (None, None)
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "file": place.document.path if place else None,
        "line": line,
        "column": column,
        "span": list(finding.span) if finding.span else None,
        "events": list(finding.events),
        "claims": list(finding.claims),
        "because": list(finding.because),
        "proposals": [_proposal(p) for p in (finding.proposal, *finding.other_proposals) if p],
    }


def _proposal(proposal: Proposal) -> dict[str, Any]:
    given = {
        "edtf": proposal.edtf,
        "name": proposal.name,
        "names": list(proposal.names) or None,
        "slip": proposal.slip,
    }
    return {k: v for k, v in given.items() if v is not None}


def _sarif(chronology: Chronology, findings: Sequence[Finding]) -> str:
    places = {r.document.id: LineIndex(r.document) for r in chronology.readings}
    used = {f.code for f in findings}
    driver = {
        "name": "seriatim",
        "semanticVersion": version("seriatim"),
        "rules": [_rule(c) for c in checks() if c.code in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(places, f) for f in findings],
    }
    return (
        json.dumps(
            {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2
        )
        + "\n"
    )


def _rule(check: Check) -> dict[str, Any]:
    return {
        "id": check.code,
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": check.parts["What it finds"]},
        "help": {"text": f"{check.parts['Why it matters']}\n\n{check.parts['Limits']}"},
        "defaultConfiguration": {"level": LEVELS[check.severity]},
    }


def _result(places: dict[str, LineIndex], finding: Finding) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": "\n".join((finding.message, *finding.because))},
    }
    place = places.get(finding.document or "")
    if place and finding.span:
        (line, column), (end_line, end_column) = (
            place.of(finding.span[0]),
            place.of(finding.span[1]),
        )
        region = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
        }
        result["locations"] = [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": place.document.path},
                    "region": region,
                }
            }
        ]
    return result


class LineIndex:
    """The lines and columns of a document's text, both from 1, columns in code points."""

    def __init__(self, document: Document) -> None:
        """Find the lines of the text as it was read."""
        self.document = document
        self._starts = [0, *_ends(document.text)]

    def of(self, offset: int) -> tuple[int, int]:
        """The line and column of a code point."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def _ends(text: str) -> Iterable[int]:
    return (i + 1 for i, char in enumerate(text) if char == "\n")


FORMS: dict[str, Callable[[Chronology, Sequence[Finding]], str]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
}
