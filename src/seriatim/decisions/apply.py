"""Decisions applied to readings: dates, statuses, added claims, and what to merge or keep apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from seriatim.decisions.selectors import locate
from seriatim.decisions.split_names import split, with_names
from seriatim.messages import decisions as messages
from seriatim.model import (
    Allowed,
    Claim,
    Decision,
    Mention,
    Participant,
    Problem,
    Reading,
    Selector,
    Span,
    Status,
    When,
)
from seriatim.resolution.constraints import NO_DECISIONS, AppliedDecisions, LinkConstraints
from seriatim.temporal import edtf

RUN_TOGETHER = "run-together-names"  # the check that a decision about names settles


@dataclass(frozen=True, slots=True)
class DecidedReadings:
    """Readings with corrected and added claims, and what decisions say of other stages."""

    readings: tuple[Reading, ...]
    decided: AppliedDecisions = NO_DECISIONS
    allowed: tuple[Allowed, ...] = ()  # findings that a person dismissed
    problems: tuple[Problem, ...] = ()  # decisions whose words are gone


def active(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that no active decision undoes, oldest first."""
    undone: set[str] = set()
    kept = []
    for decision in reversed(list(decisions)):
        if decision.id in undone:
            continue
        if decision.act == "undo" and decision.undoes:
            undone.add(decision.undoes)
        else:
            kept.append(decision)
    return kept[::-1]


def apply_decisions(readings: Sequence[Reading], decisions: Iterable[Decision]) -> DecidedReadings:
    """The readings with every active decision applied; a later one wins over an earlier one."""
    work = _Work(list(readings))
    for decision in active(decisions):
        work.apply(decision)
    return DecidedReadings(
        tuple(work.readings), work.decided(), tuple(work.allowed), tuple(work.problems)
    )


class _Work:
    """The state of one pass over the decisions."""

    def __init__(self, readings: list[Reading]) -> None:
        self.readings = readings
        self.places: dict[str, list[int]] = {}
        for i, reading in enumerate(readings):
            self.places.setdefault(reading.document.sha256, []).append(i)
        self.status: dict[str, Status] = {}
        self.events, self.actors = LinkConstraints(), LinkConstraints()
        self.separate: set[str] = set()
        self.other_actor: list[tuple[str, ...]] = []
        self.allowed: list[Allowed] = []
        self.names: dict[str, str] = {}
        self.groups: dict[str, tuple[str, ...]] = {}
        self.problems: list[Problem] = []

    def decided(self) -> AppliedDecisions:
        """What decisions say of statuses, merges, names and groups."""
        events, actors = self.events.resolved(), self.actors.resolved()
        return AppliedDecisions(
            self.status,
            events,
            frozenset(self.separate),
            actors,
            tuple(self.other_actor),
            self.names,
            self.groups,
        )

    def apply(self, decision: Decision) -> None:
        """Apply a decision; where its words are gone, a problem says so, and that is all."""
        by_act = {
            "claim": self._add_claim,
            "allow": self._allow,
            "names": self._name_each,
            "apart": self._keep_apart,
        }
        if decision.act in by_act:
            by_act[decision.act](decision)
        elif decision.target in ("claim", "event"):
            claims = self._claims(decision.selectors, decision)
            if claims and len(claims) == len(decision.selectors):
                self._on_claims(decision, claims)
        elif decision.target == "actor":
            mentions = self._mentions(decision.selectors, decision)
            if mentions and len(mentions) == len(decision.selectors):
                self._on_actor(decision, mentions)

    def _on_claims(self, decision: Decision, claims: list[tuple[int, Claim]]) -> None:
        """Apply a decision about claims."""
        ids = tuple(c.id for _, c in claims)
        statuses: dict[str, Status] = {
            "accept": "accepted",
            "reject": "rejected",
            "dispute": "disputed",
        }
        if decision.act in statuses:
            self.status.update(dict.fromkeys(ids, statuses[decision.act]))
        elif decision.act == "date" and decision.value:
            for i, claim in claims:
                self._replace(i, replace(claim, when=corrected(claim.when, decision.value)))
        elif decision.act == "merge":
            self.events.must_link(ids)
            self.separate -= set(ids)
        elif decision.act == "split":
            self.separate |= set(ids)
            self.events.release(ids)

    def _on_actor(self, decision: Decision, mentions: list[Mention]) -> None:
        """Apply a decision about the actor of some mentions."""
        ids = [m.id for m in mentions]
        if decision.act == "merge":
            self.actors.must_link(ids)
        elif decision.act == "split":
            self.other_actor.append(tuple(ids))
            if mentions[0].kind != "pronoun":
                # The person denies the name that it was given.
                self.names[ids[0]] = mentions[0].text
        if decision.act in ("name", "merge", "split") and decision.value:
            self.names[ids[0]] = decision.value
        if decision.act == "group" and decision.value:
            for mention in ids:
                self.groups[mention] = (*self.groups.get(mention, ()), decision.value)

    def _keep_apart(self, decision: Decision) -> None:
        """Keep the sides of a decision apart, as far as their words are still found."""
        selectors = iter(decision.selectors)
        sizes = decision.parts or [1] * len(decision.selectors)
        sides = [list(islice(selectors, n)) for n in sizes]
        if decision.target == "actor":
            self.actors.cannot_link([[m.id for m in self._mentions(s, decision)] for s in sides])
        else:
            self.events.cannot_link([[c.id for _, c in self._claims(s, decision)] for s in sides])

    def _allow(self, decision: Decision) -> None:
        """Dismiss a finding."""
        places = [
            (self.readings[i].document.id, span)
            for s in decision.selectors
            if (found := self._place(s, decision))
            for i, span in [found]
        ]
        if places and decision.value:
            self.allowed.append(Allowed(decision.value, tuple(places)))

    def _name_each(self, decision: Decision) -> None:
        """Read some words as several names."""
        place = self._place(decision.selectors[0], decision)
        if place is not None:
            i, span = place
            prefix = f"{self.readings[i].document.id}-j{decision.id[:10]}"
            self.readings[i] = with_names(
                self.readings[i], span, split(decision.value or ""), prefix
            )
            self.allowed.append(Allowed(RUN_TOGETHER, ((self.readings[i].document.id, span),)))

    def _add_claim(self, decision: Decision) -> None:
        """Add a claim that a person made from a quote."""
        place = self._place(decision.selectors[0], decision)
        if place is None:
            return
        i, span = place
        reading = self.readings[i]
        predicate = (
            self._place(decision.selectors[1], decision) if len(decision.selectors) > 1 else None
        )
        text = reading.document.text[slice(*span)]
        passage = next((p.index for p in reading.passages if p.span[0] <= span[0] < p.span[1]), 0)
        named = [m for m in reading.mentions if span[0] <= m.span[0] and m.span[1] <= span[1]]
        claim = Claim(
            id=f"{reading.document.id}-j{decision.id[:10]}",
            document=reading.document.id,
            passage=passage,
            span=span,
            quote=text,
            predicate=predicate[1] if predicate else span,
            kind="other",
            summary=" ".join(text.split()),
            when=corrected(When(), decision.value) if decision.value else _stated(reading, span),
            place=next((m.text for m in named if m.kind == "place"), None),
            participants=tuple(
                Participant(m.id, "place" if m.kind == "place" else "counterpart") for m in named
            ),
        )
        self.readings[i] = replace(reading, claims=(*reading.claims, claim))
        self.status[claim.id] = "accepted"

    def _replace(self, i: int, claim: Claim) -> None:
        """Replace a claim of a reading."""
        reading = self.readings[i]
        self.readings[i] = replace(
            reading, claims=tuple(claim if c.id == claim.id else c for c in reading.claims)
        )

    def _place(self, selector: Selector, decision: Decision) -> tuple[int, Span] | None:
        """The reading and the span that a selector selects; ``None`` where they are gone."""
        places = self.places.get(selector.document)
        if places is None:
            return None  # the document was removed from the case; an undo would bring it back
        for i in places:
            span = locate(selector, self.readings[i].document.text)
            if span is not None:
                return i, span
        path = self.readings[places[0]].document.path
        self._lost(decision, path, messages.words_gone(selector.exact))
        return None

    def _claims(self, selectors: Iterable[Selector], decision: Decision) -> list[tuple[int, Claim]]:
        """The claims that are found, each with its reading."""
        return [found for s in selectors if (found := self._claim(s, decision))]

    def _mentions(self, selectors: Iterable[Selector], decision: Decision) -> list[Mention]:
        """The mentions that are found."""
        return [found for s in selectors if (found := self._mention(s, decision))]

    def _claim(self, selector: Selector, decision: Decision) -> tuple[int, Claim] | None:
        """The claim whose predicate a selector selects, with its reading."""
        place = self._place(selector, decision)
        if place is None:
            return None
        i, span = place
        near = [
            (_overlap(c.predicate, span) / (_length(c.predicate) + _length(span)), c)
            for c in self.readings[i].claims
            if _overlap(c.predicate, span)
        ]
        if not near:
            self._lost(
                decision,
                self.readings[i].document.path,
                messages.no_claim_at(selector.exact),
            )
            return None
        return i, max(near, key=lambda x: (x[0], -x[1].predicate[0]))[1]

    def _mention(self, selector: Selector, decision: Decision) -> Mention | None:
        """The mention that a selector selects."""
        place = self._place(selector, decision)
        if place is None:
            return None
        i, span = place
        near = [
            (_overlap(m.span, span), m) for m in self.readings[i].mentions if _overlap(m.span, span)
        ]
        if not near:
            self._lost(
                decision,
                self.readings[i].document.path,
                messages.no_name_at(selector.exact),
            )
            return None
        return max(near, key=lambda x: (x[0], -x[1].span[0]))[1]

    def _lost(self, decision: Decision, path: str, why: str) -> None:
        """Report a decision that can't be applied."""
        message = messages.not_applied(
            decision.id[:10], decision.act, decision.who, decision.at, why
        )
        self.problems.append(Problem(path, message))


def corrected(when: When, value: str) -> When:
    """A date as a person corrected it; the words of the source stay."""
    return _dated(replace(when, basis="corrected"), value)


def _stated(reading: Reading, span: Span) -> When:
    """The date that a span states; unknown where it states none, several, or a relative one."""
    inside = [
        e
        for e in reading.expressions
        if span[0] <= e.span[0] and e.span[1] <= span[1] and e.type in ("DATE", "TIME")
    ]
    if len(inside) != 1 or inside[0].edtf is None or inside[0].anchor != "none":
        return When()
    return _dated(When(basis="stated", text=inside[0].text, span=inside[0].span), inside[0].edtf)


def _dated(when: When, value: str) -> When:
    """A date with another value, and the bounds and precision of that value."""
    first, last = edtf.first_day(value), edtf.last_day(value)
    return replace(
        when,
        edtf=value,
        earliest=None if first is None else edtf.day(first),
        latest=None if last is None else edtf.day(last),
        precision=edtf.precision(value),
    )


def _overlap(a: Span, b: Span) -> int:
    """The number of characters that two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _length(span: Span) -> int:
    """The number of characters of a span."""
    return span[1] - span[0]
