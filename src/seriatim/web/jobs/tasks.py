"""The jobs of the worker: functions of a case with the answers of the commands of their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from seriatim.analysis.progress import Progress
from seriatim.association.question import Question, QuestionError
from seriatim.case import Case
from seriatim.messages import web as messages
from seriatim.model import Chronology, Event
from seriatim.query import filters, listing
from seriatim.query.filters import FilterError
from seriatim.store.files import CaseError
from seriatim.web.jobs.worker import JobRefused

if TYPE_CHECKING:
    from seriatim.web.schemas import ContactPairs, Grounds, PublishPreview

_REFUSALS = (CaseError, FilterError, QuestionError)


@dataclass(frozen=True, slots=True)
class Download:
    """An exported file: its bytes, and how often its format could not hold what."""

    data: bytes
    lost: dict[str, int]


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer about coincidence: the question as in the log, words, and a picture (SVG)."""

    question: str
    words: str
    picture: str


def build(case: Case, progress: Progress) -> tuple[str, list[tuple[str, str]]]:
    """The fingerprint of the present build, with its blocks, and its problems: (path, message)."""
    from seriatim.web.build_blocks import blocks

    built, chronology = case.results.fingerprint() or "", None
    if built and built == case.blocks.build() and case.builder.is_current():
        return built, [(p.where, p.message) for p in case.results.problems()]
    case.build(progress=progress)
    # The command line may have built it again meanwhile.
    while built != case.results.fingerprint() or chronology is None:
        built, chronology = case.results.fingerprint() or "", case.chronology()
    if case.blocks.build() != built:
        progress(messages.MAKING_PAGE, 0, 0)
        case.blocks.keep(built, blocks(chronology))
    return built, [(p.where, p.message) for p in chronology.problems]


def events(case: Case, wanted: str, offset: int, limit: int, _: Progress) -> tuple[int, bytes]:
    """The number of events that a filter selects, and some of them as JSON (interchange form)."""
    from seriatim.exports import interchange

    chronology = case.chronology()
    selected = listing.by_date(filters.select(chronology, filters.parse(wanted)))
    some = interchange.to_wire(replace(chronology, events=selected[offset : offset + limit])).events
    return len(selected), msgspec.json.encode(some)


def listed(case: Case, wanted: str, _: Progress) -> str:
    """What ``seriatim show`` prints."""
    return case.results.listing(filters.parse(wanted))


def check(case: Case, _: Progress) -> str:
    """What ``seriatim check`` prints."""
    from seriatim.findings import report

    chronology = case.chronology()
    return report.render(chronology, chronology.findings, "text")


def contacts(case: Case, wanted: str, _: Progress) -> str:
    """What ``seriatim contacts`` prints."""
    from seriatim.association.contact_report import ContactPrinter
    from seriatim.association.contacts import pairs

    chronology = case.chronology(whole=False)
    selected = filters.select_contacts(chronology, filters.parse(wanted))
    return "\n".join(ContactPrinter(chronology).pairs(pairs(selected))) or messages.NO_CONTACTS


def evidence(case: Case, wanted: str, _: Progress) -> str:
    """What ``seriatim evidence`` prints."""
    from seriatim.association.evidence import evidence as of
    from seriatim.association.evidence import say

    chronology = case.chronology()
    selected = [
        e for e in filters.select(chronology, filters.parse(wanted)) if e.status != "rejected"
    ]
    return say(of(chronology, selected), listing.names(r.document for r in chronology.readings))


def grounds(case: Case, wanted: str, _: Progress) -> Grounds:
    """The evidence of the events that a filter selects, without the rejected ones."""
    from seriatim.association.evidence_overview import grounds as of
    from seriatim.web.evidence import overview

    chronology = case.chronology()
    selected = filters.select(chronology, filters.parse(wanted))
    return overview(of(chronology, [e for e in selected if e.status != "rejected"]))


def met(case: Case, wanted: str, _: Progress) -> ContactPairs:
    """The pairs that ``contacts`` prints, those with most contacts first."""
    from seriatim.association.contacts import pairs
    from seriatim.web.evidence import contact_pairs

    chronology = case.chronology(whole=False)
    selected = filters.select_contacts(chronology, filters.parse(wanted))
    return contact_pairs(pairs(selected), chronology.actors, (e.kind for e in selected))


def findings(case: Case, _: Progress) -> bytes:
    """What ``seriatim check --format json`` prints."""
    from seriatim.findings import report

    chronology = case.chronology()
    return report.render(chronology, chronology.findings, "json").encode(
        "utf-8", "backslashreplace"
    )


def publishing(case: Case, wanted: str, _: Progress) -> PublishPreview:
    """What the published page would contain."""
    from seriatim.web.schemas import PublishPreview

    chronology = case.chronology(whole=False)
    selected = filters.select(chronology, filters.parse(wanted))
    by = Counter(e.status for e in selected)
    documents = {c.document for e in selected if e.status != "rejected" for c in e.claims}
    # Rejected events are apart on the page and don't count.
    events = len(selected) - by["rejected"]
    return PublishPreview(
        title=chronology.title,
        events=events,
        documents=len(documents),
        rejected=by["rejected"],
        disputed=by["disputed"],
    )


def coincide(case: Case, question: Question, earlier: list[Question], _: Progress) -> Answered:
    """The answer to a question about coincidence, which counts the earlier ones."""
    from seriatim.association import ask, picture, say

    chronology = case.chronology(whole=False)
    of, after = (_select(chronology, words) for words in (question.of, question.after))
    answer = ask(question, of, after, earlier=earlier)
    return Answered(
        question.as_line(),
        say(answer, listing.names(r.document for r in chronology.readings)),
        picture.svg(answer).decode(),
    )


def _select(chronology: Chronology, words: str) -> tuple[Event, ...]:
    """The events that a filter selects."""
    return filters.select(chronology, filters.parse(words))


def coincidences(case: Case, _: Progress) -> list[Answered]:
    """The questions that were asked so far, with their present answers."""
    found = case.questions.answers(case.chronology(whole=False))
    return [Answered(a.question, a.words, a.picture) for a in found]


def export(case: Case, form: str, wanted: str, _: Progress) -> Download:
    """The chronology in another format, as ``seriatim export`` and ``publish`` write it."""
    from seriatim import plugins

    chronology = case.chronology()
    selected = (
        filters.select(chronology, filters.parse(wanted)) if wanted.strip() else chronology.events
    )
    answers = case.questions.answers(chronology) if form == "html" else ()
    made = plugins.load("exports", form)(
        replace(chronology, events=listing.by_date(selected), answers=answers)
    )
    return Download(made.data, dict(made.lost))


_JOBS: dict[str, Callable[..., Any]] = {
    "build": build,
    "events": events,
    "listing": listed,
    "check": check,
    "contacts": contacts,
    "evidence": evidence,
    "grounds": grounds,
    "met": met,
    "findings": findings,
    "publishing": publishing,
    "coincide": coincide,
    "coincidences": coincidences,
    "export": export,
}


def run(case: Path, job: str, args: tuple[Any, ...], progress: Progress) -> Any:  # noqa: ANN401 - the job's own type
    """The result of a job on the case at a path.  Raises JobRefused."""
    try:
        return _JOBS[job](Case(case), *args, progress)
    except _REFUSALS as error:
        raise JobRefused(str(error)) from error
