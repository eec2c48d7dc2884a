"""Headings by what their section does: sum the document up, or conclude it."""

from __future__ import annotations

SUMMARY: frozenset[str] = frozenset(
    {
        "abstract", "at a glance", "background summary", "brief summary", "case summary", "chronology", "executive summary", "highlights", "in brief",
        "in summary", "key dates", "key events", "key findings", "key points", "key takeaways", "main findings", "main points", "overview", "précis",
        "summary", "summary of events", "summary of facts", "summary of findings", "synopsis", "timeline", "timeline of events",
    }
)  # fmt: skip
CONCLUSION: frozenset[str] = frozenset(
    {
        "closing remarks", "conclusion", "conclusions", "epilogue", "findings", "findings and conclusions", "final remarks", "judgment", "outcome",
        "result", "results", "summary and conclusions", "verdict",
    }
)  # fmt: skip
NUMBERING: str = (
    r"^(?:(?:part|chapter|section|appendix|annex)\s+)?(?:[ivxlc]+|\d+(?:\.\d+)*|[a-z])[.):]?\s+"
)
