"""Words that a person said are several names → a reading in which they are: a mention for each, taking part where the words did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seriatim.model import Claim, Mention, MentionKind, Participant, Reading, Role, Span

BETWEEN = re.compile(
    r"\s*(?:[,&]|,?\s*and)?\s*"
)  # what stands between those who are named in a row
PARTED = re.compile(r"\s*[;,]\s*")


def names(value: str) -> tuple[str, ...]:
    """The names that a person wrote one after the other."""
    return tuple(n for n in (" ".join(part.split()) for part in PARTED.split(value)) if n)


def places(text: str, span: Span, wanted: Sequence[str]) -> tuple[Span, ...]:
    """Where in a span each name stands, in their order, white space aside; nothing where one does not."""
    found: list[Span] = []
    at = span[0]
    for name in wanted:
        match = re.compile(r"\s+".join(map(re.escape, name.split()))).search(text, at, span[1])
        if match is None:
            return ()
        found.append(match.span())
        at = match.end()
    return tuple(found)


def named(reading: Reading, span: Span, wanted: Sequence[str], prefix: str) -> Reading:
    """The reading with a mention of each name in the span, in the place of those that were read there.  ``prefix`` begins their ids."""
    spans = places(reading.document.text, span, wanted)
    gone = [m for m in reading.mentions if m.span[0] < span[1] and span[0] < m.span[1]]
    if not spans:
        return reading
    passage = next((p.index for p in reading.passages if p.span[0] <= span[0] < p.span[1]), 0)
    made = tuple(
        _mention(reading, passage, at, name, gone, f"{prefix}-{n}")
        for n, (at, name) in enumerate(zip(spans, wanted, strict=True), 1)
    )
    instead = {
        old.id: new.id
        for old in gone
        for new in made
        if old.span[0] < new.span[1] and new.span[0] < old.span[1]
    }
    left = (m for m in reading.mentions if m not in gone)
    mentions = (
        *(
            replace(m, refers_to=instead.get(m.refers_to, m.refers_to)) if m.refers_to else m
            for m in left
        ),
        *made,
    )
    ordered = tuple(sorted(mentions, key=lambda m: m.span))
    claims = tuple(_taking_part(reading, c, span, gone, made) for c in reading.claims)
    return replace(reading, mentions=ordered, claims=claims)


def _mention(
    reading: Reading, passage: int, span: Span, name: str, gone: Sequence[Mention], identity: str
) -> Mention:
    kind: MentionKind = next(
        (
            m.kind
            for m in gone
            if m.span[0] < span[1] and span[0] < m.span[1] and m.kind != "pronoun"
        ),
        "person",
    )
    return Mention(
        identity,
        reading.document.id,
        passage,
        span,
        reading.document.text[slice(*span)],
        name,
        kind,
    )


def _taking_part(
    reading: Reading, claim: Claim, span: Span, gone: Sequence[Mention], made: Sequence[Mention]
) -> Claim:
    """The claim with the named in it, where the words took part or stand in a row with somebody who does."""
    if not (claim.span[0] <= span[0] and span[1] <= claim.span[1]):
        return claim
    before = {m.id for m in gone}
    roles = [p.role for p in claim.participants if p.mention in before] or list(
        _in_a_row(reading, claim, span)
    )
    if not roles:
        return claim
    others = tuple(p for p in claim.participants if p.mention not in before)
    sources = tuple(replace(s, mention=None) if s.mention in before else s for s in claim.sources)
    return replace(
        claim, participants=(*(Participant(m.id, roles[0]) for m in made), *others), sources=sources
    )


def _in_a_row(reading: Reading, claim: Claim, span: Span) -> Iterator[Role]:
    """The part of whoever stands right beside the words: "…, and Ida Moss"."""
    where = {m.id: m.span for m in reading.mentions}
    for participant in claim.participants:
        start, end = where.get(participant.mention, (0, 0))
        between = (
            reading.document.text[span[1] : start]
            if start >= span[1]
            else reading.document.text[end : span[0]]
        )
        if end and BETWEEN.fullmatch(between):
            yield participant.role
