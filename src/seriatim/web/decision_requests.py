"""Requests of a browser, as requests of :mod:`seriatim.decisions.make` about a part of the case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seriatim.case import Case, CaseDocument
from seriatim.decisions.apply import apply_decisions
from seriatim.decisions.make import DecisionError, DecisionRequest
from seriatim.messages import decisions as messages
from seriatim.model import (
    Act,
    Actor,
    Chronology,
    Claim,
    Decision,
    Event,
    Finding,
    Mention,
    Reading,
)
from seriatim.web.schemas import NewDecision, Place


def request(
    case: Case,
    documents: Sequence[CaseDocument],
    decisions: Sequence[Decision],
    wanted: NewDecision,
) -> tuple[Chronology, DecisionRequest]:
    """A chronology of the events, actors and documents that a request names, and the request.

    Raises DecisionError, CaseError.
    """
    named = {
        *(c.rpartition("-")[0] for side in wanted.claims for c in side),
        *(m.document for side in wanted.mentions for m in side),
    }
    named |= {wanted.document} if wanted.document else set()
    readings = apply_decisions(_readings(case, documents, named), decisions).readings
    claims = {c.id: c for r in readings for c in r.claims}
    sides = [[_known(claims, c) for c in side] for side in wanted.claims]
    actors = [[_mention(readings, m) for m in side] for side in wanted.mentions]
    chronology = Chronology(
        title=case.settings.title,
        readings=readings,
        actors=tuple(
            Actor(f"a{n}", side[0].name, "other", mentions=tuple(side))
            for n, side in enumerate(actors)
            if side
        ),
        events=tuple(
            Event(f"e{n}", side[0].kind, side[0].summary, side[0].when, tuple(side))
            for n, side in enumerate(sides)
            if side
        ),
        findings=_finding(wanted),
    )
    return chronology, _request(wanted, chronology)


def _request(wanted: NewDecision, chronology: Chronology) -> DecisionRequest:
    """The request in terms of the chronology."""
    act: Act = wanted.act
    texts = {r.document.id: r.document.text for r in chronology.readings}
    quote = predicate = None
    if wanted.document and wanted.span:
        quote = _words(texts, wanted.document, wanted.span, blank=act == "allow") or None
        predicate = _words(texts, wanted.document, wanted.predicate) if wanted.predicate else None
    targets = (*(e.id for e in chronology.events), *(a.id for a in chronology.actors))
    if act == "split" and chronology.actors:
        quote = _spelling(chronology.actors[0])
    document = (wanted.document,) if wanted.document else ()
    if act in ("published", "claim", "names"):
        targets = document
    elif act == "allow":
        targets = (*(c.id for e in chronology.events for c in e.claims), *document)
    if not targets:
        raise DecisionError(messages.needs_target(act))
    return DecisionRequest(
        act, targets, wanted.value, quote, predicate, wanted.span[0] if wanted.span else 0
    )


def _spelling(actor: Actor) -> str:
    """The one spelling of an actor's mentions.  Raises DecisionError where there are several."""
    quotes = {m.text for m in actor.mentions}
    if len(quotes) > 1:
        raise DecisionError(messages.SPELLED_ALIKE)
    return quotes.pop()


def _readings(case: Case, documents: Sequence[CaseDocument], named: Iterable[str]) -> list[Reading]:
    """The readings of the originals that some documents belong to."""
    numbers = {_number(d): d for d in named}
    found = [r for held in documents if held.number in numbers for r in case.results.readings(held)]
    missing = set(named) - {r.document.id for r in found}
    if missing:
        raise DecisionError(messages.no_such_document(min(missing)))
    return found


def _number(document: str) -> int:
    """The number of the original that a document belongs to; 0 for no id of a document."""
    number = document.removeprefix("d").partition(".")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0


def _known(claims: dict[str, Claim], identity: str) -> Claim:
    """The claim of an id.  Raises DecisionError."""
    if identity not in claims:
        raise DecisionError(messages.claim_gone(identity))
    return claims[identity]


def _mention(readings: Sequence[Reading], place: Place) -> Mention:
    """The mention at a place.  Raises DecisionError."""
    start, end = place.span
    found = next(
        (
            m
            for r in readings
            for m in r.mentions
            if m.document == place.document and m.span == (start, end)
        ),
        None,
    )
    if found is None:
        raise DecisionError(messages.mention_gone(place.document, start, end))
    return found


def _words(
    texts: dict[str, str], document: str, span: tuple[int, int], *, blank: bool = False
) -> str:
    """The words of a span.  Raises DecisionError where there are none."""
    words = texts[document][slice(*span)]
    if not words.strip() and not blank:
        raise DecisionError(messages.blank_span(document, *span))
    return words


def _finding(wanted: NewDecision) -> tuple[Finding, ...]:
    """The finding that an ``allow`` dismisses."""
    if wanted.act != "allow" or not wanted.value:
        return ()
    claims = tuple(c for side in wanted.claims for c in side)
    at = (wanted.document, wanted.span) if wanted.document and wanted.span else (None, None)
    return (Finding(wanted.value, "warning", "", claims=claims, document=at[0], span=at[1]),)
