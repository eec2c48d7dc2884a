"""What is done in the worker: functions of a case, each with the same answer as the command of its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import msgspec

from seriatim.association.question import Question, QuestionError
from seriatim.case.case import Case, EditConflict
from seriatim.model import Chronology, Event
from seriatim.query import filters, listing
from seriatim.query.filters import FilterError
from seriatim.store.files import CaseError
from seriatim.web.jobs.worker import Progress

if TYPE_CHECKING:
    from seriatim.web.schemas import Grounds, Pairs, Publishing

REFUSALS = (CaseError, FilterError, QuestionError, EditConflict)


@dataclass(frozen=True, slots=True)
class Download:
    """A file to be taken away: its bytes, and what its format can't hold, each with how often that was so."""

    data: bytes
    lost: dict[str, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer about coincidence: the question as the log keeps it, the words, and the picture (SVG)."""

    question: str
    words: str
    picture: str


def build(case: Case, progress: Progress) -> tuple[str, list[tuple[str, str]]]:
    """Build the case and make its blocks; what the build was made from, and its problems as (path, message)."""
    from seriatim.web.build_blocks import blocks

    built, chronology = case.built() or "", None
    if built and built == case.blocks_of() and case.is_current():
        return built, [(p.where, p.message) for p in case.problems()]
    case.build(progress=progress)
    while (
        built != case.built() or chronology is None
    ):  # the command line may have built it again meanwhile
        built, chronology = case.built() or "", case.chronology()
    if case.blocks_of() != built:
        progress("making the page", 0, 0)
        case.keep_blocks(built, blocks(chronology))
    return built, [(p.where, p.message) for p in chronology.problems]


def events(case: Case, wanted: str, offset: int, limit: int, _: Progress) -> tuple[int, bytes]:
    """How many events a filter chooses, and some of them in the interchange form, as a JSON list."""
    from seriatim.exports import interchange

    chronology = case.chronology()
    chosen = listing.by_date(filters.select(chronology, filters.parse(wanted)))
    some = interchange.to_wire(replace(chronology, events=chosen[offset : offset + limit])).events
    return len(chosen), msgspec.json.encode(some)


def told(case: Case, wanted: str, _: Progress) -> str:
    """What ``seriatim show`` prints."""
    return case.listing(filters.parse(wanted))


def check(case: Case, _: Progress) -> str:
    """What ``seriatim check`` prints."""
    from seriatim.findings import report

    chronology = case.chronology()
    return report.render(chronology, chronology.findings, "text")


def contacts(case: Case, wanted: str, _: Progress) -> str:
    """What ``seriatim contacts`` prints."""
    from seriatim.association.contacts import pairs
    from seriatim.association.contacts_wording import Speaker

    chronology = case.chronology(whole=False)
    chosen = filters.select_contacts(chronology, filters.parse(wanted))
    return "\n".join(Speaker(chronology).pairs(pairs(chosen))) or "no contacts"


def evidence(case: Case, wanted: str, _: Progress) -> str:
    """What ``seriatim evidence`` prints."""
    from seriatim.association.evidence import evidence as of
    from seriatim.association.evidence import say

    chronology = case.chronology()
    chosen = [
        e for e in filters.select(chronology, filters.parse(wanted)) if e.status != "rejected"
    ]
    return say(of(chronology, chosen), listing.names(r.document for r in chronology.readings))


def grounds(case: Case, wanted: str, _: Progress) -> Grounds:
    """What the events that a filter chooses rest on, without the rejected: as ``evidence`` finds it, of each list the first."""
    from seriatim.association.evidence_overview import grounds as of
    from seriatim.web.evidence import shown

    chronology = case.chronology()
    chosen = filters.select(chronology, filters.parse(wanted))
    return shown(of(chronology, [e for e in chosen if e.status != "rejected"]))


def met(case: Case, wanted: str, _: Progress) -> Pairs:
    """The pairs that ``contacts`` prints, those with most contacts first."""
    from seriatim.association.contacts import pairs
    from seriatim.web.evidence import pairs as shown

    chronology = case.chronology(whole=False)
    chosen = filters.select_contacts(chronology, filters.parse(wanted))
    return shown(pairs(chosen), chronology.actors, (e.kind for e in chosen))


def findings(case: Case, _: Progress) -> bytes:
    """What ``seriatim check --format json`` prints."""
    from seriatim.findings import report

    chronology = case.chronology()
    return report.render(chronology, chronology.findings, "json").encode(
        "utf-8", "backslashreplace"
    )


def publishing(case: Case, wanted: str, _: Progress) -> Publishing:
    """What the published page would hold."""
    from seriatim.web.schemas import Publishing

    chronology = case.chronology(whole=False)
    chosen = filters.select(chronology, filters.parse(wanted))
    by = Counter(e.status for e in chosen)
    told_by = {c.document for e in chosen if e.status != "rejected" for c in e.claims}
    events = (
        len(chosen) - by["rejected"]
    )  # what was rejected stands apart on the page and counts for nothing
    return Publishing(
        title=chronology.title,
        events=events,
        documents=len(told_by),
        rejected=by["rejected"],
        disputed=by["disputed"],
    )


def coincide(case: Case, question: Question, earlier: list[Question], _: Progress) -> Asked:
    """The answer to a question about coincidence, asked after others."""
    from seriatim.association import ask, picture, say

    chronology = case.chronology(whole=False)
    of, after = (_chosen(chronology, words) for words in (question.of, question.after))
    answer = ask(question, of, after, earlier=earlier)
    return Asked(
        question.as_line(),
        say(answer, listing.names(r.document for r in chronology.readings)),
        picture.svg(answer).decode(),
    )


def _chosen(chronology: Chronology, words: str) -> tuple[Event, ...]:
    return filters.select(chronology, filters.parse(words))


def coincidences(case: Case, _: Progress) -> list[Asked]:
    """The questions that were asked so far, with what comes of them now."""
    return [
        Asked(a.question, a.words, a.picture) for a in case.answers(case.chronology(whole=False))
    ]


def export(case: Case, form: str, wanted: str, _: Progress) -> Download:
    """The chronology in another format, as ``seriatim export`` and ``publish`` write it."""
    from seriatim import plugins

    chronology = case.chronology()
    chosen = (
        filters.select(chronology, filters.parse(wanted)) if wanted.strip() else chronology.events
    )
    answers = case.answers(chronology) if form == "html" else ()
    made = plugins.load("exports", form)(
        replace(chronology, events=listing.by_date(chosen), answers=answers)
    )
    return Download(made.data, dict(made.lost))


JOBS: dict[str, Callable[..., Any]] = {
    "build": build,
    "events": events,
    "listing": told,
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
