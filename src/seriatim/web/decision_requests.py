"""What a request decides → the decision of :mod:`seriatim.decisions.make`, on as much of the case as it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seriatim.case.case import Case
from seriatim.case.originals import Held
from seriatim.decisions.apply import judged
from seriatim.decisions.make import DecisionError, DecisionRequest
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
from seriatim.web.schemas import Judging, Place


def decision(
    case: Case, documents: Sequence[Held], judgements: Sequence[Decision], wanted: Judging
) -> tuple[Chronology, DecisionRequest]:
    """The decision, and a chronology of just the events, actors and documents that it names.  Raises DecisionError, CaseError."""
    named = {
        *(c.rpartition("-")[0] for side in wanted.claims for c in side),
        *(m.document for side in wanted.mentions for m in side),
    }
    named |= {wanted.document} if wanted.document else set()
    readings = judged(_readings(case, documents, named), judgements).readings
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
    return chronology, _decision(wanted, chronology)


def _decision(wanted: Judging, chronology: Chronology) -> DecisionRequest:
    act: Act = wanted.act
    texts = {r.document.id: r.document.text for r in chronology.readings}
    quote = predicate = None
    if wanted.document and wanted.span:
        quote = _words(texts, wanted.document, wanted.span, blank=act == "allow") or None
        predicate = _words(texts, wanted.document, wanted.predicate) if wanted.predicate else None
    targets = (*(e.id for e in chronology.events), *(a.id for a in chronology.actors))
    if act == "split" and chronology.actors:
        quotes = {m.text for m in chronology.actors[0].mentions}
        if len(quotes) > 1:
            raise DecisionError(
                "to split an actor, choose mentions that are spelt alike; decide the others by themselves"
            )
        quote = quotes.pop()
    if act in ("published", "claim", "names"):
        targets = (wanted.document,) if wanted.document else ()
    elif act == "allow":
        targets = (
            *(c.id for e in chronology.events for c in e.claims),
            *((wanted.document,) if wanted.document else ()),
        )
    if not targets:
        raise DecisionError(f"{act}: say what it is about")
    return DecisionRequest(
        act, targets, wanted.value, quote, predicate, wanted.span[0] if wanted.span else 0
    )


def _readings(case: Case, documents: Sequence[Held], named: Iterable[str]) -> list[Reading]:
    """What was read in the originals that documents belong to."""
    numbers = {_number(d): d for d in named}
    found = [r for held in documents if held.number in numbers for r in case.readings(held)]
    missing = set(named) - {r.document.id for r in found}
    if missing:
        raise DecisionError(f"{min(missing)}: there is no document of that id in the case")
    return found


def _number(document: str) -> int:
    number = document.removeprefix("d").partition(".")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0


def _known(claims: dict[str, Claim], identity: str) -> Claim:
    if identity not in claims:
        raise DecisionError(
            f"{identity}: there is no claim of that id any more; load the page again"
        )
    return claims[identity]


def _mention(readings: Sequence[Reading], place: Place) -> Mention:
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
        raise DecisionError(
            f"{place.document}, {start} to {end}: no name is read there any more; load the page again"
        )
    return found


def _words(
    texts: dict[str, str], document: str, span: tuple[int, int], *, blank: bool = False
) -> str:
    words = texts[document][slice(*span)]
    if not words.strip() and not blank:
        raise DecisionError(f"{document}, {span[0]} to {span[1]}: there are no words there")
    return words


def _finding(wanted: Judging) -> tuple[Finding, ...]:
    """The finding that an ``allow`` speaks of."""
    if wanted.act != "allow" or not wanted.value:
        return ()
    claims = tuple(c for side in wanted.claims for c in side)
    at = (wanted.document, wanted.span) if wanted.document and wanted.span else (None, None)
    return (Finding(wanted.value, "warning", "", claims=claims, document=at[0], span=at[1]),)
