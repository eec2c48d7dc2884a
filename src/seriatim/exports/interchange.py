"""The chronology file (JSON): export, import and schema (``docs/chronology.md``)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from seriatim import model
from seriatim.exports import File, wire
from seriatim.messages import exports as messages
from seriatim.temporal import edtf


class ChronologyError(ValueError):
    """A file that is no chronology of this version; the message has the path of the wrong value."""


def export(chronology: model.Chronology) -> bytes:
    """The file's bytes: UTF-8, indented by two spaces, reproducible."""
    return (
        json.dumps(to_dict(chronology), ensure_ascii=False, indent=2).encode(
            "utf-8", "backslashreplace"
        )
        + b"\n"
    )


def to_file(chronology: model.Chronology) -> File:
    """The file; nothing is lost."""
    return File(export(chronology))


def to_dict(chronology: model.Chronology) -> dict[str, Any]:
    """The file as plain JSON values."""
    built: dict[str, Any] = msgspec.to_builtins(to_wire(chronology))
    return built


def event_to_dict(event: model.Event, actors: Iterable[model.Actor]) -> dict[str, object]:
    """The event as plain JSON values, as the file has it."""
    built: dict[str, object] = msgspec.to_builtins(_event(event, _actor_of(actors)))
    return built


def when_to_dict(when: model.When) -> dict[str, object]:
    """The date as plain JSON values, as the file has it."""
    built: dict[str, object] = msgspec.to_builtins(_when(when))
    return built


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the file."""
    made = msgspec.json.schema(wire.Chronology)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{wire.FORMAT} {wire.VERSION}",
        **made,
    }


def read(path: Path) -> model.Chronology:
    """The chronology in a file.  Raises ChronologyError if it doesn't match, or OSError."""
    return parse(path.read_bytes(), str(path))


def parse(data: bytes, name: str) -> model.Chronology:
    """The chronology in the bytes of a file named ``name``.  Raises ChronologyError."""
    try:
        found = msgspec.json.decode(data, type=wire.Chronology)
    except msgspec.MsgspecError as error:
        message = messages.wrong_format(name, wire.FORMAT, wire.VERSION, error)
        raise ChronologyError(message) from error
    _check(found, name)
    return from_wire(found)


def to_wire(chronology: model.Chronology) -> wire.Chronology:
    """The chronology as the file's types."""
    actor_of = _actor_of(chronology.actors)
    return wire.Chronology(
        format="seriatim-chronology",
        version=1,
        case=wire.Case(
            chronology.title, {name: list(ids) for name, ids in chronology.groups.items()}
        ),
        documents=[_document(r.document) for r in chronology.readings],
        actors=[_actor(a) for a in chronology.actors],
        events=[_event(e, actor_of) for e in chronology.events],
        links=[_link(link) for link in chronology.links],
        findings=[_finding(f) for f in chronology.findings],
    )


def _actor_of(actors: Iterable[model.Actor]) -> dict[str, str]:
    """The actor of each mention, both by id."""
    return {mention.id: actor.id for actor in actors for mention in actor.mentions}


def _document(d: model.Document) -> wire.Document:
    locations = [wire.Location(x.span, x.page, x.line, x.element, x.box) for x in d.locations]
    return wire.Document(
        d.id,
        d.path,
        d.title,
        d.published,
        d.published_basis,
        d.media_type,
        d.sha256,
        d.text,
        locations,
    )


def _actor(a: model.Actor) -> wire.Actor:
    return wire.Actor(
        a.id,
        a.name,
        a.kind,
        list(a.aliases),
        list(a.groups),
        [wire.Mention(m.document, m.span) for m in a.mentions],
    )


def _when(w: model.When) -> wire.When:
    candidates = [wire.DateCandidate(x.edtf, x.score, x.span) for x in w.candidates]
    return wire.When(
        w.edtf,
        w.earliest,
        w.latest,
        w.precision,
        w.basis,
        w.text,
        w.span,
        list(w.because),
        candidates,
    )


def _event(e: model.Event, actor_of: dict[str, str]) -> wire.Event:
    return wire.Event(
        e.id,
        e.kind,
        e.summary,
        _when(e.when),
        e.place,
        [wire.EventActor(a.actor, a.role) for a in e.actors],
        e.status,
        [_claim(c, actor_of) for c in e.claims],
        wire.Corroboration(
            e.corroboration.independent, e.corroboration.documents, list(e.corroboration.because)
        ),
        [
            wire.Difference(d.aspect, d.kind, [wire.Side(said, list(ids)) for said, ids in d.sides])
            for d in e.differences
        ],
    )


def _claim(c: model.Claim, actor_of: dict[str, str]) -> wire.Claim:
    return wire.Claim(
        id=c.id,
        document=c.document,
        span=c.span,
        quote=c.quote,
        predicate=c.predicate,
        when=_when(c.when),
        place=c.place,
        sources=[
            wire.Source(s.name, actor_of.get(s.mention or ""), s.span, s.cue, s.content)
            for s in c.sources
        ],
        hedges=list(c.hedges),
        polarity=c.polarity,
        certainty=c.certainty,
        planned=c.planned,
        quantities=[wire.Quantity(q.span, q.text, q.bound) for q in c.quantities],
        citations=list(c.citations),
    )


def _link(link: model.Link) -> wire.Link:
    d = link.distance
    return wire.Link(
        link.first,
        link.relation,
        link.second,
        _number(d.min if d else None),
        _number(d.max if d else None),
        d.unit if d else None,
        link.basis,
        link.document,
        link.span,
    )


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)


def _finding(f: model.Finding) -> wire.Finding:
    p = f.proposal
    others = [o.edtf for o in f.other_proposals if o.edtf]
    proposal = wire.Proposal(p.edtf, p.name, list(p.names), p.slip, others) if p else None
    return wire.Finding(
        f.code,
        f.severity,
        f.message,
        list(f.events),
        list(f.claims),
        f.document,
        f.span,
        list(f.because),
        proposal,
    )


def _check(found: wire.Chronology, name: str) -> None:
    """Raise ChronologyError unless quotes match spans, dates are EDTF and references resolve."""
    for where, why in _inconsistencies(found):
        raise ChronologyError(messages.inconsistent(name, where, why))


def _inconsistencies(found: wire.Chronology) -> Iterator[tuple[str, str]]:
    """Where the file contradicts itself, and how: dates first, then references, then quotes."""
    claims = [
        (f"events[{i}].claims[{k}]", c)
        for i, e in enumerate(found.events)
        for k, c in enumerate(e.claims)
    ]
    for where, value in _dates(found, claims):
        if value is not None and not edtf.is_valid(value):
            yield where, messages.not_edtf(value)
    yield from _dangling_documents(found, claims)
    yield from _dangling_actors(found)
    for i, e in enumerate(found.events):
        yield from _dangling_claims(f"events[{i}]", e)
    texts = {d.id: d.text for d in found.documents}
    for where, c in claims:
        if texts[c.document][c.span[0] : c.span[1]] != c.quote:
            yield f"{where}.quote", messages.NOT_THE_QUOTE


Claims = list[tuple[str, wire.Claim]]  # each with its path in the file


def _dates(found: wire.Chronology, claims: Claims) -> Iterator[tuple[str, str | None]]:
    yield from ((f"documents[{i}].published", d.published) for i, d in enumerate(found.documents))
    yield from ((f"events[{i}].when.edtf", e.when.edtf) for i, e in enumerate(found.events))
    yield from ((f"{where}.when.edtf", c.when.edtf) for where, c in claims)


def _dangling_documents(found: wire.Chronology, claims: Claims) -> Iterator[tuple[str, str]]:
    known = {d.id for d in found.documents}
    named = [
        (f"actors[{i}].mentions[{k}].document", m.document)
        for i, a in enumerate(found.actors)
        for k, m in enumerate(a.mentions)
    ]
    named += [(f"{where}.document", c.document) for where, c in claims]
    yield from (
        (where, messages.dangling(document, messages.A_DOCUMENT))
        for where, document in named
        if document not in known
    )


def _dangling_actors(found: wire.Chronology) -> Iterator[tuple[str, str]]:
    known = {a.id for a in found.actors}
    for i, e in enumerate(found.events):
        for k, a in enumerate(e.actors):
            if a.actor not in known:
                where = f"events[{i}].actors[{k}].actor"
                yield where, messages.dangling(a.actor, messages.AN_ACTOR)


def _dangling_claims(at: str, event: wire.Event) -> Iterator[tuple[str, str]]:
    known = {c.id for c in event.claims}
    sides = (
        (f"{at}.differences[{k}].sides[{n}].claims", side)
        for k, difference in enumerate(event.differences)
        for n, side in enumerate(difference.sides)
    )
    yield from (
        (where, messages.dangling(claim, messages.A_CLAIM))
        for where, side in sides
        for claim in side.claims
        if claim not in known
    )


def from_wire(found: wire.Chronology) -> model.Chronology:
    """The chronology of the file's types; passages, time expressions and parts stay empty."""
    kinds: dict[str, model.MentionKind] = {
        "person": "person",
        "organization": "organization",
        "alias": "alias",
        "role": "role",
    }
    actors: list[model.Actor] = []
    mention_of: dict[str, str | None] = {}
    texts = {d.id: d.text for d in found.documents}
    for a in found.actors:
        mentions = []
        for k, m in enumerate(a.mentions):
            text = texts.get(m.document, "")[m.span[0] : m.span[1]]
            mentions.append(
                model.Mention(
                    f"{a.id}-m{k}", m.document, 0, m.span, text, a.name, kinds.get(a.kind, "other")
                )
            )
        mention_of[a.id] = mentions[0].id if mentions else None
        actors.append(
            model.Actor(a.id, a.name, a.kind, tuple(a.aliases), tuple(a.groups), tuple(mentions))
        )
    return model.Chronology(
        title=found.case.title,
        readings=tuple(model.Reading(_document_in(d), ()) for d in found.documents),
        actors=tuple(actors),
        events=tuple(_event_in(e, mention_of) for e in found.events),
        links=tuple(_link_in(x) for x in found.links),
        findings=tuple(_finding_in(f) for f in found.findings),
        groups={name: tuple(ids) for name, ids in found.case.groups.items()},
    )


def _document_in(d: wire.Document) -> model.Document:
    locations = tuple(model.Location(x.span, x.page, x.line, x.element, x.box) for x in d.locations)
    return model.Document(
        d.id,
        d.path,
        d.title,
        d.text,
        d.sha256,
        d.media_type,
        d.published,
        d.published_basis,
        locations,
    )


def _when_in(w: wire.When) -> model.When:
    candidates = tuple(model.DateCandidate(x.edtf, x.score, x.span) for x in w.candidates)
    return model.When(
        w.edtf,
        w.earliest,
        w.latest,
        w.precision,
        w.basis,
        w.text,
        w.span,
        tuple(w.because),
        candidates,
    )


def _event_in(e: wire.Event, mention_of: dict[str, str | None]) -> model.Event:
    return model.Event(
        e.id,
        e.kind,
        e.summary,
        _when_in(e.when),
        tuple(_claim_in(c, e, mention_of) for c in e.claims),
        e.place,
        tuple(model.EventActor(a.actor, a.role) for a in e.actors),
        e.status,
        model.Corroboration(
            e.corroboration.independent, e.corroboration.documents, tuple(e.corroboration.because)
        ),
        tuple(
            model.Difference(d.aspect, d.kind, tuple((s.said, tuple(s.claims)) for s in d.sides))
            for d in e.differences
        ),
    )


def _claim_in(c: wire.Claim, e: wire.Event, mention_of: dict[str, str | None]) -> model.Claim:
    return model.Claim(
        id=c.id,
        document=c.document,
        passage=0,
        span=c.span,
        quote=c.quote,
        predicate=c.predicate,
        kind=e.kind,
        summary=e.summary,
        when=_when_in(c.when),
        place=c.place,
        sources=tuple(
            model.Source(s.name, s.span, s.cue, s.content, mention_of.get(s.actor or ""))
            for s in c.sources
        ),
        hedges=tuple(c.hedges),
        polarity=c.polarity,
        certainty=c.certainty,
        planned=c.planned,
        quantities=tuple(model.Quantity(q.span, q.text, q.bound) for q in c.quantities),
        citations=tuple(c.citations),
    )


def _link_in(x: wire.Link) -> model.Link:
    distance = model.Distance(x.min, x.max, x.unit) if x.unit else None
    return model.Link(x.first, x.relation, x.second, distance, x.basis, x.document, x.span)


def _finding_in(f: wire.Finding) -> model.Finding:
    p = f.proposal
    return model.Finding(
        f.code,
        f.severity,
        f.message,
        tuple(f.events),
        tuple(f.claims),
        f.document,
        f.span,
        tuple(f.because),
        model.Proposal(p.edtf, p.name, tuple(p.names), p.slip) if p else None,
        tuple(model.Proposal(edtf=o) for o in p.others) if p else (),
    )
