"""Two claims of which one denies the other.

What it finds
A claim that something did not happen beside one that it did: of the same event, or in words so
alike that they are about the same.

Why it matters
A chronology that shows one side as fact has taken sides.  Both are kept, each with who says so.

Example
| Ada Kerr sold the harbour bonds to Tom Hale in May 1908. Tom Hale denied that Ada Kerr sold the
| harbour bonds.

Near miss
| Ada Kerr sold the harbour bonds to Tom Hale in May 1908. Tom Hale denied that he had rowed to the
| island.

Limits
Decided by words and actors in common, so a denial in quite other words is not found.  Names the
three claims that it denies most plainly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriatim.findings.lookup import Case
from seriatim.findings.wording import Wording, agree, beside
from seriatim.model import Claim, Finding, Severity

SEVERITY: Severity = "warning"
ENOUGH = 2  # words in common besides the one that names what happened; one more where no actor is
SHARE = 0.3  # of the words of the shorter
MOST = 3
ELSEWHERE = 200  # claims of other documents that a denial is held against


def find(case: Case) -> Iterator[Finding]:
    """One finding a denial, with the claims that it denies most plainly."""
    wording = case.wording
    place = {claim: i for i, claim in enumerate(case.claims)}
    denials = [c for c in case.claims.values() if c.polarity == "-" and case.stands(c)]
    using = _Using(wording, denials)
    for denial in denials:
        candidates = {
            c.id: c
            for c in (*case.event_of[denial.id].claims, *using.words_of(denial))
            if c.polarity == "+" and case.stands(c)
        }
        rated = ((_plainness(wording, denial, c), -place[c.id], c) for c in candidates.values())
        best = sorted(
            (r for r in rated if r[0] > 0 and not beside(denial, r[2])),
            key=lambda r: r[:2],
            reverse=True,
        )[:MOST]
        if best:
            yield _finding(case, denial, [c for _, _, c in best])


class _Using:
    """The claims that use the words for what is denied."""

    def __init__(self, wording: Wording, denials: Sequence[Claim]) -> None:
        self._wording = wording
        within: dict[str, set[str]] = {}
        for denial in denials:
            within.setdefault(denial.document, set()).update(wording.predicate[denial.id])
        missing = set().union(*within.values())
        self._anywhere: dict[str, list[Claim]] = {stem: [] for stem in missing}
        self._within: dict[tuple[str, str], list[Claim]] = {}
        for claim in wording.claims.values():
            words = wording.words[claim.id]
            for stem in words & within.get(claim.document, frozenset()):
                self._within.setdefault((claim.document, stem), []).append(claim)
            for stem in words & missing:
                self._anywhere[stem].append(claim)
                if len(self._anywhere[stem]) == ELSEWHERE:
                    missing.remove(stem)

    def words_of(self, denial: Claim) -> Iterator[Claim]:
        """All claims of the same document that use its words, the first few of others: those that at a glance are about the same."""
        named, words = self._wording.predicate, self._wording.words
        word = named[denial.id]
        rest = words[denial.id] - word
        for stem in sorted(word):
            using = (*self._within.get((denial.document, stem), ()), *self._anywhere[stem])
            yield from (
                c
                for c in using
                if not word.isdisjoint(named[c.id]) or len(rest & words[c.id]) >= ENOUGH
            )


def _finding(case: Case, denial: Claim, denied: Sequence[Claim]) -> Finding:
    return Finding(
        code="denied-claim",
        severity=SEVERITY,
        message=f"{case.quote(denial.document, denial.span)} stands against {case.quote(denied[0].document, denied[0].span)}",
        events=case.events_of([denial, *denied]),
        claims=(denial.id, *(c.id for c in denied)),
        document=denial.document,
        span=denial.span,
        because=tuple(case.quote(c.document, c.span) for c in (denial, *denied)),
    )


def _plainness(wording: Wording, denial: Claim, claim: Claim) -> float:
    """How plainly the one denies the other; 0 where they are not about the same."""
    if wording.event_of[denial.id] is wording.event_of[claim.id]:
        return 3.0
    same_word = not wording.predicate[denial.id].isdisjoint(wording.predicate[claim.id])
    common = len(wording.common(denial, claim) - wording.predicate[denial.id])
    if (common < ENOUGH and not same_word) or not (agree(denial, claim) or _is_of_any_time(denial)):
        return 0.0
    actors = len(wording.actors(denial) & wording.actors(claim))
    alike = common >= (ENOUGH if actors else ENOUGH + 1) and wording.share(denial, claim) >= SHARE
    return (
        same_word + 0.5 * actors + wording.share(denial, claim)
        if alike or (same_word and actors)
        else 0.0
    )


def _is_of_any_time(denial: Claim) -> bool:
    """Whether its words do not date what they deny: it happened, or not, at some time before they were said."""
    return denial.when.basis != "stated" and denial.when.edtf.startswith("../")
