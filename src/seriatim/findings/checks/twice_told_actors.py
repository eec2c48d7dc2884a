"""One event, told of different doers.

What it finds
A sentence that says who it was, and not who it was said to be ("It was Ada Kerr who signed it",
"Ada Kerr, not Tom Hale, signed it", "not Tom Hale but Ada Kerr signed it"), beside a claim that
tells the same of somebody else.

Why it matters
Such a sentence puts another right.  Read each by itself, both people did it, and one of them was
never there.

Example
| The guide says that Tom Hale opened the bridge on 4 May 1908. It was Ada Kerr who opened it on
| that day.

| Tom Hale opened the Corran bridge on 4 May 1908. Ada Kerr, not Tom Hale, opened the Corran bridge
| on 4 May 1908.

Near miss
| The guide says that Tom Hale opened the bridge on 4 May 1908. It was Ada Kerr who closed it. Ida
| Moss opened the gate on 9 May 1908.

Limits
Only where the words themselves set one person against another: two people may well do the same on
one day.  The claim that is put right stands right before, or is of the same day, with the same word
for what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from seriatim.findings.lookup import Case
from seriatim.findings.wording import agree, beside
from seriatim.model import Claim, Finding, Severity, Span

SEVERITY: Severity = "warning"
NAME = r"(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)*"
CLEFT = re.compile(r"\b[Ii]t\s+(?:was|is)\s+(?P<who>[^.;:]{2,90}?),?\s+who\b")
SET_AGAINST = re.compile(
    rf"\b(?P<who>{NAME}),?\s+(?:(?:and|but)\s+)?(?:not|rather\s+than|instead\s+of)\s+(?P<other>{NAME}),?(?=\s)"
    rf"|\b[Nn]ot\s+(?P<said>{NAME}),?\s+but\s+(?P<was>{NAME}),?(?=\s)"
)
NOT_BUT = re.compile(
    r"^not\s+(?P<other>.+?),?\s+but\s+(?P<who>.+)$"
    r"|^(?P<was>.+?),?\s+(?:(?:and|but)\s+)?(?:not|rather\s+than|instead\s+of)\s+(?P<said>.+)$"
)
SUSPECT = re.compile(
    r"\b(?:who|[Nn]ot|instead|rather)\b"
)  # a passage without them needs no closer look
NEAR = 24  # letters between those words and what they say happened


class _Said(NamedTuple):
    """A claim that says who it was: the actors who did it, and those who are said not to have."""

    claim: Claim
    words: str
    who: frozenset[str]  # nobody where the words name no actor of the case
    others: frozenset[str]


def find(case: Case) -> Iterator[Finding]:
    """One finding a sentence, with the claims of others that it is set against."""
    said = list(_said(case))
    stems = set().union(*(case.wording.predicate[s.claim.id] for s in said)) if said else set()
    using: dict[str, list[Claim]] = {stem: [] for stem in stems}
    for claim in case.claims.values():
        for stem in case.wording.predicate[claim.id] & stems:
            using[stem].append(claim)
    for one in said:
        told = {
            c.id: c for stem in sorted(case.wording.predicate[one.claim.id]) for c in using[stem]
        }
        against = [c for c in told.values() if _is_against(case, one, c)]
        if against:
            yield _finding(case, one.claim, against)


def _said(case: Case) -> Iterator[_Said]:
    """The claims whose sentence sets one who did it against another."""
    for reading, (start, end) in case.passages():
        text = reading.document.text
        if not SUSPECT.search(text, start, end):
            continue
        found = [
            (m, _sides(m))
            for pattern in (CLEFT, SET_AGAINST)
            for m in pattern.finditer(text, start, end)
        ]
        if not found:
            continue
        inside = [
            c
            for c in reading.claims
            if c.id in case.claims
            and case.stands(c)
            and c.polarity == "+"
            and start <= c.span[0] < end
        ]
        for match, (who, others) in found:
            behind = [
                c
                for c in inside
                if 0 <= c.predicate[0] - match.end() <= NEAR
                and c.span[0] <= match.start() < c.span[1]
            ]
            names = (
                _named(case, reading.document.id, who),
                _named(case, reading.document.id, others),
            )
            words = text[slice(*who)]
            if behind and names[0].isdisjoint(names[1]) and any(c.isupper() for c in words):
                yield _Said(min(behind, key=lambda c: c.predicate), words, names[0], names[1])


def _sides(match: re.Match[str]) -> tuple[Span, Span]:
    """The words for who did it, and for who did not, as spans of the text."""
    at, inner = 0, match
    if match.re is CLEFT and (found := NOT_BUT.search(match["who"])):
        at, inner = match.start("who"), found
    groups = inner.groupdict()
    if "other" not in groups:
        return match.span("who"), (0, 0)
    names = ("who", "other") if groups["other"] else ("was", "said")
    one, other = (inner.span(name) for name in names)
    return (one[0] + at, one[1] + at), (other[0] + at, other[1] + at)


def _named(case: Case, document: str, span: Span) -> frozenset[str]:
    return frozenset(
        a for a, m in case.named.get(document, ()) if span[0] <= m[0] and m[1] <= span[1]
    )


def _is_against(case: Case, one: _Said, claim: Claim) -> bool:
    """Whether a claim tells the same of another."""
    agents = frozenset(
        case.actor_of[p.mention]
        for p in claim.participants
        if p.role == "agent" and p.mention in case.actor_of
    )
    if (
        claim.id == one.claim.id
        or claim.polarity != "+"
        or not case.stands(claim)
        or beside(claim, one.claim)
        or not agents
        or agents & one.who
    ):
        return False
    if any(case.actors[a].name.rpartition(" ")[2] in one.words for a in agents):
        return False
    if (one.others and not agents & one.others) or case.are_apart(
        case.event_of[claim.id], case.event_of[one.claim.id]
    ):
        return False
    before = (claim.document, claim.passage) == (
        one.claim.document,
        one.claim.passage,
    ) and 0 <= one.claim.span[0] - claim.span[1] <= NEAR
    counted = one.claim.when.basis != "stated"
    common = case.wording.common(claim, one.claim) - case.wording.predicate[one.claim.id]
    return (before and counted) or (
        agree(claim, one.claim) and (before or bool(one.others) or len(common) > 1)
    )


def _finding(case: Case, said: Claim, against: list[Claim]) -> Finding:
    return Finding(
        code="twice-told-actors",
        severity=SEVERITY,
        message=f"{case.quote(said.document, said.span)} stands against {case.quote(against[0].document, against[0].span)}",
        events=case.events_of([said, *against]),
        claims=(said.id, *(c.id for c in against)),
        document=said.document,
        span=said.span,
        because=tuple(case.quote(c.document, c.span) for c in (said, *against)),
    )
