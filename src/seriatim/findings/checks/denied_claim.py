"""An event that is asserted and denied.

What it finds
A claim that something happened and another that it did not, by another source or in another
document: of the same event, or in words so similar that they are about the same event.

Why it matters
A chronology that shows one side as fact has taken sides. Both are kept, each with its source.

Example
| Ada Kerr sold the harbour bonds to Tom Hale in May 1908. Tom Hale denied that Ada Kerr sold the
| harbour bonds.

Near miss
| Ada Kerr sold the harbour bonds to Tom Hale in May 1908. Tom Hale denied that he had rowed to the
| island.

Limits
Decided by words and actors in common, so a denial in quite different words is not found. A source
that contradicts itself in one voice is not found either. Names the three closest claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriatim.findings.context import CheckContext
from seriatim.findings.similarity import (
    ClaimSimilarity,
    are_two_voices,
    dates_overlap,
    overlapping,
    stems,
)
from seriatim.messages import findings as messages
from seriatim.model import Claim, Finding, Severity

SEVERITY: Severity = "warning"
SHARE_OF_OTHERS = 0.5  # where the words for the event are others
ENOUGH = 2  # words in common besides the predicate; one more where no actor is in common
SHARE = 0.3  # of the words of the shorter
MOST = 3
ELSEWHERE = 200  # claims of other documents that a denial is compared with


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each denial, with the closest claims that it denies."""
    similarity = context.similarity
    place = {claim: i for i, claim in enumerate(context.claims)}
    denials = [c for c in context.claims.values() if c.polarity == "-" and context.is_active(c)]
    using = _ClaimsByWord(similarity, denials)
    for denial in denials:
        candidates = {
            c.id: c
            for c in (*context.event_of[denial.id].claims, *using.words_of(denial))
            if c.polarity == "+" and context.is_active(c)
        }
        rated = ((_match(context, denial, c), -place[c.id], c) for c in candidates.values())
        best = sorted(
            (r for r in rated if r[0] > 0 and not overlapping(denial, r[2])),
            key=lambda r: r[:2],
            reverse=True,
        )[:MOST]
        if best:
            yield _finding(context, denial, [c for _, _, c in best])


class _ClaimsByWord:
    """The claims that share words with denials, by word."""

    def __init__(self, similarity: ClaimSimilarity, denials: Sequence[Claim]) -> None:
        self._wording = similarity
        within: dict[str, set[str]] = {}
        for denial in denials:
            within.setdefault(denial.document, set()).update(similarity.predicate[denial.id])
        missing = set().union(*within.values())
        self._anywhere: dict[str, list[Claim]] = {stem: [] for stem in missing}
        self._within: dict[tuple[str, str], list[Claim]] = {}
        for claim in similarity.claims.values():
            words = similarity.words[claim.id]
            for stem in words & within.get(claim.document, frozenset()):
                self._within.setdefault((claim.document, stem), []).append(claim)
            for stem in words & missing:
                self._anywhere[stem].append(claim)
                if len(self._anywhere[stem]) == ELSEWHERE:
                    missing.remove(stem)

    def words_of(self, denial: Claim) -> Iterator[Claim]:
        """The claims that may be about what is denied: all of its document, the first of others."""
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


def _finding(context: CheckContext, denial: Claim, denied: Sequence[Claim]) -> Finding:
    return Finding(
        code="denied-claim",
        severity=SEVERITY,
        message=messages.asserted_and_denied(
            context.quote(denied[0].document, denied[0].span),
            context.quote(denial.document, denial.span),
        ),
        events=context.events_of([denial, *denied]),
        claims=(denial.id, *(c.id for c in denied)),
        document=denial.document,
        span=denial.span,
        because=tuple(context.quote(c.document, c.span) for c in (denial, *denied)),
    )


def _match(context: CheckContext, denial: Claim, claim: Claim) -> float:
    """How closely a claim matches a denial; 0 where they are not about the same event."""
    similarity = context.similarity
    if not are_two_voices(denial, claim):
        return 0.0
    if similarity.event_of[denial.id] is similarity.event_of[claim.id]:
        return 3.0
    if not (dates_overlap(denial, claim) or _is_of_any_time(denial)):
        return 0.0
    same_word = not similarity.predicate[denial.id].isdisjoint(similarity.predicate[claim.id])
    common = len(similarity.common(denial, claim) - similarity.predicate[denial.id])
    actors = len(similarity.actors(denial) & similarity.actors(claim))
    share = similarity.share(denial, claim)
    alike = common >= (ENOUGH if actors else ENOUGH + 1) and share >= SHARE
    if not (alike if same_word else alike and actors and share >= SHARE_OF_OTHERS):
        alike = same_word and actors > 0 and not _tells_other_things(context, denial, claim)
    return same_word + 0.5 * actors + share if alike else 0.0


def _tells_other_things(context: CheckContext, denial: Claim, claim: Claim) -> bool:
    """Whether both say more of the event than who did it, and have nothing of that in common."""
    similarity = context.similarity
    actors = similarity.actors(denial) | similarity.actors(claim)
    known = {stem for actor in actors for stem in stems(context.actors[actor].name)}
    for one in (denial, claim):
        for source in one.sources:
            said = context.text(one.document, source.cue) if source.cue else ""
            known |= stems(source.name) | stems(said)
    known |= similarity.predicate[denial.id] | similarity.predicate[claim.id]
    rest = [similarity.words[c.id] - known for c in (denial, claim)]
    return all(rest) and not rest[0] & rest[1]


def _is_of_any_time(denial: Claim) -> bool:
    """Whether a denial gives no date for what it denies, so that any earlier date fits."""
    return denial.when.basis != "stated" and denial.when.edtf.startswith("../")
