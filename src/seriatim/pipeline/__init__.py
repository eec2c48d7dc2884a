"""The stages of the pipeline, in order.

``read`` is a pure function of one document; ``assemble`` works across the documents of a case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from seriatim import findings, resolution
from seriatim.analysis import Progress, analyse, silent
from seriatim.analysis.progress import paced
from seriatim.decisions.apply import apply_decisions
from seriatim.events import table_rows
from seriatim.model import Chronology, Decision, Document, Passage, Problem, Reading
from seriatim.pipeline import claims
from seriatim.temporal import network, timexes
from seriatim.temporal.tagging import cells

# The media types of tables.
TABLES = frozenset(
    {
        "text/csv",
        "application/x-ndjson",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
)


def read(
    document: Document,
    passages: Sequence[Passage],
    *,
    model: bool = True,
    strict: bool = False,
    progress: Progress = silent,
) -> Reading:
    """The reading of one document: time expressions, mentions, claims and temporal relations.

    A table with a column of dates is a chronology: each of its rows is a claim.
    ``strict`` leaves more dates open, so that fewer are false.
    ``progress`` is called with the current step, at most five times a second.
    """
    if document.media_type in TABLES and table_rows.is_chronology(
        Reading(document, tuple(passages))
    ):
        return read_sheet(document, passages, {}, model=model, strict=strict, progress=progress)
    return _read_prose(document, passages, model=model, strict=strict, progress=progress)


def _read_prose(
    document: Document,
    passages: Sequence[Passage],
    *,
    model: bool,
    strict: bool,
    progress: Progress,
) -> Reading:
    """The reading of a document sentence by sentence."""
    progress = paced(progress)
    # The headers of forwarded mails give their text its author and day, and tell nothing more.
    forwarded = document.media_type == "message/rfc822"
    telling = [
        p for p in passages if p.tells and not (forwarded and p.kind == "header" and p.index)
    ]
    expressions = timexes.read(document, telling)
    analyses = list(analyse(document, telling, progress))
    found = claims.read(
        document, analyses, expressions, model=model, strict=strict, progress=progress
    )
    relations = network.read(analyses, expressions, found.claims)
    return Reading(
        document,
        tuple(passages),
        expressions,
        found.mentions,
        found.claims,
        relations,
        found.problems,
    )


def read_sheet(
    document: Document,
    passages: Sequence[Passage],
    columns: Mapping[str, str],
    *,
    model: bool = True,
    strict: bool = False,
    progress: Progress = silent,
) -> Reading:
    """The reading of a chronology kept in a table, with one claim per row.

    Raises ValueError for a column that the table does not have.
    """
    dated = table_rows.CellDates(
        partial(cells.value, find=partial(timexes.find, dct=document.published)),
        cells.day_order,
        cells.both_days,
    )
    reading = _read_prose(document, passages, model=model, strict=strict, progress=progress)
    return table_rows.read_rows(reading, columns, dated)


def assemble(
    readings: Sequence[Reading],
    *,
    title: str,
    groups: dict[str, tuple[str, ...]] | None = None,
    decisions: Sequence[Decision] = (),
    problems: Sequence[Problem] = (),
) -> Chronology:
    """The chronology of readings and decisions: actors, ordered events, conflicts and findings."""
    laid = apply_decisions(readings, decisions)
    who = resolution.resolve(laid.readings, groups or {}, laid.decided)
    ordered = network.solve(laid.readings, who.events)
    chronology = Chronology(
        title=title,
        readings=tuple(readings),
        actors=who.actors,
        events=ordered.events,
        links=ordered.links,
        conflicts=ordered.conflicts,
        problems=(*problems, *(p for r in readings for p in r.problems), *laid.problems),
        doubts=who.doubts,
        groups=who.groups,
    )
    return findings.check(chronology, laid.allowed, laid.decided.events.cannot_link)
