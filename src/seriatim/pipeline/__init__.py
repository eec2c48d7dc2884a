"""The journey, in order: it reads as a table of contents.

``read`` is what is done in one document, a pure function of it; ``assemble`` is what is done across
the documents of a case.
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


def read(
    document: Document,
    passages: Sequence[Passage],
    *,
    model: bool = True,
    strict: bool = False,
    progress: Progress = silent,
) -> Reading:
    """Everything that one document says: times, claims, and the relations in time that its words state.

    ``strict`` leaves more dates open, so that fewer are false.
    ``progress`` hears what is being done and how far it is, five times a second at most.
    """
    progress = paced(progress)
    expressions = timexes.read(document, passages)
    analyses = list(analyse(document, passages, progress))
    told = claims.read(
        document, analyses, expressions, model=model, strict=strict, progress=progress
    )
    relations = network.read(analyses, expressions, told.claims)
    return Reading(
        document, tuple(passages), expressions, told.mentions, told.claims, relations, told.problems
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
    """A chronology that people keep in a table: one claim a row.  Raises ValueError for a column that it has not."""
    dated = partial(cells.value, find=partial(timexes.find, dct=document.published))
    reading = read(document, passages, model=model, strict=strict, progress=progress)
    return table_rows.lay(reading, columns, dated)


def assemble(
    readings: Sequence[Reading],
    *,
    title: str,
    groups: dict[str, tuple[str, ...]] | None = None,
    decisions: Sequence[Decision] = (),
    problems: Sequence[Problem] = (),
) -> Chronology:
    """One chronology of all that was read and decided: who and what, in what order, and what does not hang together."""
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
