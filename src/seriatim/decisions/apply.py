"""What people decided, laid on what was read: corrected and added claims, statuses, and which claims and mentions belong together or apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from seriatim.decisions.selectors import locate
from seriatim.decisions.split_names import named, names
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

RUN_TOGETHER = (
    "run-together-names"  # the check that asks what was settled by saying which names words are
)


@dataclass(frozen=True, slots=True)
class DecidedReadings:
    """Readings with corrections and added claims in them, what else was decided, and judgements whose words are gone."""

    readings: tuple[Reading, ...]
    decided: AppliedDecisions = NO_DECISIONS
    allowed: tuple[Allowed, ...] = ()  # findings that are no faults
    problems: tuple[Problem, ...] = ()


def active(judgements: Iterable[Decision]) -> list[Decision]:
    """The judgements that stand: those that no standing judgement undoes, in the order in which they were made."""
    undone: set[str] = set()
    standing = []
    for judgement in reversed(list(judgements)):
        if judgement.id in undone:
            continue
        if judgement.act == "undo" and judgement.undoes:
            undone.add(judgement.undoes)
        else:
            standing.append(judgement)
    return standing[::-1]


def judged(readings: Sequence[Reading], judgements: Iterable[Decision]) -> DecidedReadings:
    """The readings with every standing judgement laid on them; a later one wins over an earlier one."""
    work = _Work(list(readings))
    for judgement in active(judgements):
        work.lay(judgement)
    return DecidedReadings(
        tuple(work.readings), work.decided(), tuple(work.allowed), tuple(work.problems)
    )


class _Work:
    """The state of one pass over the judgements."""

    def __init__(self, readings: list[Reading]) -> None:
        self.readings = readings
        self.places: dict[str, list[int]] = {}
        for i, reading in enumerate(readings):
            self.places.setdefault(reading.document.sha256, []).append(i)
        self.status: dict[str, Status] = {}
        self.events, self.actors = LinkConstraints(), LinkConstraints()
        self.alone: set[str] = set()
        self.other_actor: list[tuple[str, ...]] = []
        self.allowed: list[Allowed] = []
        self.names: dict[str, str] = {}
        self.groups: dict[str, tuple[str, ...]] = {}
        self.problems: list[Problem] = []

    def decided(self) -> AppliedDecisions:
        events, actors = self.events.settled(), self.actors.settled()
        return AppliedDecisions(
            self.status,
            events,
            frozenset(self.alone),
            actors,
            tuple(self.other_actor),
            self.names,
            self.groups,
        )

    def lay(self, judgement: Decision) -> None:
        """One judgement; where its words are gone, a problem says so and nothing else changes."""
        if judgement.act == "claim":
            self._add_claim(judgement)
        elif judgement.act == "allow":
            self._allow(judgement)
        elif judgement.act == "names":
            self._name_each(judgement)
        elif judgement.act == "apart":
            self._part(judgement)
        elif judgement.target in ("claim", "event"):
            claims = [c for s in judgement.selectors if (c := self._claim(s, judgement))]
            if claims and len(claims) == len(judgement.selectors):
                self._on_claims(judgement, claims)
        elif judgement.target == "actor":
            mentions = [m for s in judgement.selectors if (m := self._mention(s, judgement))]
            if mentions and len(mentions) == len(judgement.selectors):
                self._on_actor(judgement, mentions)

    def _on_claims(self, judgement: Decision, claims: list[tuple[int, Claim]]) -> None:
        ids = tuple(c.id for _, c in claims)
        statuses: dict[str, Status] = {
            "accept": "accepted",
            "reject": "rejected",
            "dispute": "disputed",
        }
        if judgement.act in statuses:
            self.status.update(dict.fromkeys(ids, statuses[judgement.act]))
        elif judgement.act == "date" and judgement.value:
            for i, claim in claims:
                self._replace(i, replace(claim, when=corrected(claim.when, judgement.value)))
        elif judgement.act == "merge":
            self.events.merge(ids)
            self.alone -= set(ids)
        elif judgement.act == "split":
            self.alone |= set(ids)
            self.events.release(ids)

    def _on_actor(self, judgement: Decision, mentions: list[Mention]) -> None:
        ids = [m.id for m in mentions]
        if judgement.act == "merge":
            self.actors.merge(ids)
        elif judgement.act == "split":
            self.other_actor.append(tuple(ids))
            if mentions[0].kind != "pronoun":
                self.names[ids[0]] = mentions[
                    0
                ].text  # what it was read as is what the person denies
        if judgement.act in ("name", "merge", "split") and judgement.value:
            self.names[ids[0]] = judgement.value
        if judgement.act == "group" and judgement.value:
            for mention in ids:
                self.groups[mention] = (*self.groups.get(mention, ()), judgement.value)

    def _part(self, judgement: Decision) -> None:
        """Those whose words are gone, or whose document is out of the case, are apart from nobody; the others stay so."""
        wishes = self.actors if judgement.target == "actor" else self.events
        selectors = iter(judgement.selectors)
        sides = [
            list(islice(selectors, n)) for n in judgement.parts or [1] * len(judgement.selectors)
        ]
        if judgement.target == "actor":
            wishes.part(
                [[m.id for s in side if (m := self._mention(s, judgement))] for side in sides]
            )
        else:
            wishes.part(
                [
                    [found[1].id for s in side if (found := self._claim(s, judgement))]
                    for side in sides
                ]
            )

    def _allow(self, judgement: Decision) -> None:
        places = [
            (self.readings[i].document.id, span)
            for s in judgement.selectors
            if (found := self._place(s, judgement))
            for i, span in [found]
        ]
        if places and judgement.value:
            self.allowed.append(Allowed(judgement.value, tuple(places)))

    def _name_each(self, judgement: Decision) -> None:
        place = self._place(judgement.selectors[0], judgement)
        if place is not None:
            i, span = place
            prefix = f"{self.readings[i].document.id}-j{judgement.id[:10]}"
            self.readings[i] = named(self.readings[i], span, names(judgement.value or ""), prefix)
            self.allowed.append(Allowed(RUN_TOGETHER, ((self.readings[i].document.id, span),)))

    def _add_claim(self, judgement: Decision) -> None:
        place = self._place(judgement.selectors[0], judgement)
        if place is None:
            return
        i, span = place
        reading = self.readings[i]
        predicate = (
            self._place(judgement.selectors[1], judgement) if len(judgement.selectors) > 1 else None
        )
        text = reading.document.text[slice(*span)]
        passage = next((p.index for p in reading.passages if p.span[0] <= span[0] < p.span[1]), 0)
        named = [m for m in reading.mentions if span[0] <= m.span[0] and m.span[1] <= span[1]]
        claim = Claim(
            id=f"{reading.document.id}-j{judgement.id[:10]}",
            document=reading.document.id,
            passage=passage,
            span=span,
            quote=text,
            predicate=predicate[1] if predicate else span,
            kind="other",
            summary=" ".join(text.split()),
            when=corrected(When(), judgement.value) if judgement.value else _stated(reading, span),
            place=next((m.text for m in named if m.kind == "place"), None),
            participants=tuple(
                Participant(m.id, "place" if m.kind == "place" else "counterpart") for m in named
            ),
        )
        self.readings[i] = replace(reading, claims=(*reading.claims, claim))
        self.status[claim.id] = "accepted"

    def _replace(self, i: int, claim: Claim) -> None:
        reading = self.readings[i]
        self.readings[i] = replace(
            reading, claims=tuple(claim if c.id == claim.id else c for c in reading.claims)
        )

    def _place(self, selector: Selector, judgement: Decision) -> tuple[int, Span] | None:
        places = self.places.get(selector.document)
        if places is None:
            return None  # the document was removed from the case: its judgements wait for it
        for i in places:
            span = locate(selector, self.readings[i].document.text)
            if span is not None:
                return i, span
        path = self.readings[places[0]].document.path
        self._lost(judgement, path, f"its words “{selector.exact}” are no longer found")
        return None

    def _claim(self, selector: Selector, judgement: Decision) -> tuple[int, Claim] | None:
        place = self._place(selector, judgement)
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
                judgement,
                self.readings[i].document.path,
                f"no claim is read at “{selector.exact}” any more",
            )
            return None
        return i, max(near, key=lambda x: (x[0], -x[1].predicate[0]))[1]

    def _mention(self, selector: Selector, judgement: Decision) -> Mention | None:
        place = self._place(selector, judgement)
        if place is None:
            return None
        i, span = place
        near = [
            (_overlap(m.span, span), m) for m in self.readings[i].mentions if _overlap(m.span, span)
        ]
        if not near:
            self._lost(
                judgement,
                self.readings[i].document.path,
                f"no name is read at “{selector.exact}” any more",
            )
            return None
        return max(near, key=lambda x: (x[0], -x[1].span[0]))[1]

    def _lost(self, judgement: Decision, path: str, why: str) -> None:
        made = f"judgement {judgement.id[:10]} ({judgement.act} by {judgement.who}, {judgement.at})"
        self.problems.append(Problem(path, f"{made} could not be laid on: {why}; it is kept"))


def corrected(when: When, value: str) -> When:
    """A date that a person put right; the source's words stay."""
    return _dated(replace(when, basis="corrected"), value)


def _stated(reading: Reading, span: Span) -> When:
    """The date that the words of a span state, where they state one; ``UNKNOWN`` where they state none, several, or one that is counted."""
    inside = [
        e
        for e in reading.expressions
        if span[0] <= e.span[0] and e.span[1] <= span[1] and e.type in ("DATE", "TIME")
    ]
    if len(inside) != 1 or inside[0].edtf is None or inside[0].anchor != "none":
        return When()
    return _dated(When(basis="stated", text=inside[0].text, span=inside[0].span), inside[0].edtf)


def _dated(when: When, value: str) -> When:
    first, last = edtf.first_day(value), edtf.last_day(value)
    return replace(
        when,
        edtf=value,
        earliest=None if first is None else edtf.day(first),
        latest=None if last is None else edtf.day(last),
        precision=edtf.precision(value),
    )


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _length(span: Span) -> int:
    return span[1] - span[0]
