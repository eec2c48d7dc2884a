"""Two claims of which one denies the other.

What it finds
A claim that something did not happen beside one that it did: of the same event, or in words so alike that they are about the same.

Why it matters
A chronology that shows one side as fact has taken sides.  Both are kept, each with who says so.

Example
| Ada Kerr sold the harbour bonds to Tom Hale in May 1908. Tom Hale denied that Ada Kerr sold the harbour bonds.

Near miss
| Ada Kerr sold the harbour bonds to Tom Hale in May 1908. Tom Hale denied that he had rowed to the island.

Limits
Judged by words in common, so a denial in quite other words is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriatim.findings.lookup import Case
from seriatim.language.function_words import FUNCTION_WORDS
from seriatim.model import Claim, Finding, Severity

SEVERITY: Severity = "warning"
ENOUGH = 3  # words that a denial and what it denies must have in common
SHARE = 0.4  # of the words of the shorter
SMALL_WORDS = FUNCTION_WORDS["English"]


def find(case: Case) -> Iterator[Finding]:
    """One finding a denial, with the claim that it denies most plainly."""
    claims = list(case.claims.values())
    words = {c.id: _words(case, c) for c in claims}
    for denial in (c for c in claims if c.polarity == "-"):
        best = max(((_alike(case, words, denial, c), -i, c) for i, c in enumerate(claims) if c.polarity == "+"), default=None, key=lambda o: o[:2])
        if best and best[0] > 0:
            yield _finding(case, denial, best[2])


def _finding(case: Case, denial: Claim, claim: Claim) -> Finding:
    return Finding(
        code="denied-claim",
        severity=SEVERITY,
        message=f"{case.quote(denial.document, denial.span)} denies {case.quote(claim.document, claim.span)}",
        events=case.events_of([denial, claim]),
        claims=(denial.id, claim.id),
        document=denial.document,
        span=denial.span,
        because=tuple(case.quote(c.document, c.span) for c in (denial, claim)),
    )


def _alike(case: Case, words: dict[str, frozenset[str]], denial: Claim, claim: Claim) -> float:
    """How much of the shorter claim's words both have; 0 where they are not about the same."""
    if case.event_of[denial.id] is case.event_of[claim.id]:
        return 1.0
    common = words[denial.id] & words[claim.id]
    shorter = min(len(words[denial.id]), len(words[claim.id]))
    share = len(common) / shorter if shorter else 0.0
    about = _stems(case.text(denial.document, denial.predicate)) & words[claim.id]
    return share if len(common) >= ENOUGH and share >= SHARE and about else 0.0


def _words(case: Case, claim: Claim) -> frozenset[str]:
    return _stems(case.text(claim.document, claim.span))


def _stems(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"(?:ing|ed|es|s|e)$", "", w) for w in re.findall(r"[^\W\d_]{3,}", text.lower()) if w not in SMALL_WORDS)
