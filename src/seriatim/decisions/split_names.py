"""Words that a person says are several names: a reading with a mention of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from seriatim.lang import name_lists
from seriatim.model import Claim, Mention, MentionKind, Participant, Reading, Role, Span

_SEPARATOR = re.compile(r"\s*[;,]\s*")


def split(value: str) -> tuple[str, ...]:
    """The names in what a person typed, separated by commas or semicolons."""
    return tuple(n for n in (" ".join(part.split()) for part in _SEPARATOR.split(value)) if n)


def find(text: str, span: Span, wanted: Sequence[str]) -> tuple[Span, ...]:
    """The spans of names in their order, ignoring white space; none where one is missing."""
    found: list[Span] = []
    at = span[0]
    for name in wanted:
        match = re.compile(r"\s+".join(map(re.escape, name.split()))).search(text, at, span[1])
        if match is None:
            return ()
        found.append(match.span())
        at = match.end()
    return tuple(found)


def with_names(reading: Reading, span: Span, wanted: Sequence[str], prefix: str) -> Reading:
    """The reading with a mention of each name in place of the mentions in the span.

    ``prefix`` is the beginning of their ids.
    """
    spans = find(reading.document.text, span, wanted)
    replaced = [m for m in reading.mentions if m.span[0] < span[1] and span[0] < m.span[1]]
    if not spans:
        return reading
    passage = next((p.index for p in reading.passages if p.span[0] <= span[0] < p.span[1]), 0)
    made = tuple(
        _mention(reading, passage, at, name, replaced, f"{prefix}-{n}")
        for n, (at, name) in enumerate(zip(spans, wanted, strict=True), 1)
    )
    instead = {
        old.id: new.id
        for old in replaced
        for new in made
        if old.span[0] < new.span[1] and new.span[0] < old.span[1]
    }
    left = (m for m in reading.mentions if m not in replaced)
    mentions = (
        *(
            replace(m, refers_to=instead.get(m.refers_to, m.refers_to)) if m.refers_to else m
            for m in left
        ),
        *made,
    )
    ordered = tuple(sorted(mentions, key=lambda m: m.span))
    claims = tuple(_with_participants(reading, c, span, replaced, made) for c in reading.claims)
    return replace(reading, mentions=ordered, claims=claims)


def _mention(
    reading: Reading,
    passage: int,
    span: Span,
    name: str,
    replaced: Sequence[Mention],
    identity: str,
) -> Mention:
    """A mention of one name, of the kind that was read there."""
    kind: MentionKind = next(
        (
            m.kind
            for m in replaced
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


def _with_participants(
    reading: Reading, claim: Claim, span: Span, replaced: Sequence[Mention], made: Sequence[Mention]
) -> Claim:
    """The claim with the names as participants, where the words or their list had a role in it."""
    if not (claim.span[0] <= span[0] and span[1] <= claim.span[1]):
        return claim
    before = {m.id for m in replaced}
    roles = [p.role for p in claim.participants if p.mention in before] or list(
        _roles_in_list(reading, claim, span)
    )
    if not roles:
        return claim
    others = tuple(p for p in claim.participants if p.mention not in before)
    sources = tuple(replace(s, mention=None) if s.mention in before else s for s in claim.sources)
    return replace(
        claim, participants=(*(Participant(m.id, roles[0]) for m in made), *others), sources=sources
    )


def _roles_in_list(reading: Reading, claim: Claim, span: Span) -> Iterator[Role]:
    """The roles of those named right beside the words: "…, and Ida Moss"."""
    where = {m.id: m.span for m in reading.mentions}
    for participant in claim.participants:
        start, end = where.get(participant.mention, (0, 0))
        between = (
            reading.document.text[span[1] : start]
            if start >= span[1]
            else reading.document.text[end : span[0]]
        )
        if end and name_lists.BETWEEN_NAMES.fullmatch(between):
            yield participant.role
