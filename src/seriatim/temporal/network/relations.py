"""Analyses, claims → relations: which event is before, after or during which, by their cues.

A relation is stated only where both its ends are clear: the claim that the cue belongs to, and the
claim of its clause or noun, or the one before it.  Where either is in doubt there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from seriatim.analysis import Analysis
from seriatim.lang import connectives
from seriatim.model import Claim, Relation, Span, TimeExpression
from seriatim.temporal import edtf
from seriatim.temporal.network import ends
from seriatim.temporal.network.cues import Cue, find_all
from seriatim.temporal.network.narrative import (
    VERBS,
    ClaimInNarrative,
    Narrative,
    is_foreseen,
    is_participle,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

NOUN_CLAUSES = frozenset({"relcl", "acl"})  # on a noun
Days = Mapping[Span, str]  # the words that give a day, and the day


def read(
    analyses: Sequence[Analysis], expressions: Sequence[TimeExpression], claims: Iterable[Claim]
) -> tuple[Relation, ...]:
    """The relations that one document states, in the order of their cues."""
    asked = list(candidates(analyses, expressions, claims))
    found: dict[tuple[str, str], Relation] = {}
    for one, pair in zip(asked, ends.chosen([one.candidates for one in asked]), strict=True):
        if pair is not None and _may_count(one, pair):
            first, second, relation = pair.first.claim, pair.second.claim, pair.relation
            found.setdefault(
                (first.id, second.id),
                Relation(first.document, first.id, relation, second.id, one.span, one.cue.distance),
            )
    return tuple(found.values())


class CueInText(NamedTuple):
    """A cue, the span of its words, and the pairs that it may order."""

    cue: Cue
    span: Span
    candidates: ends.Candidates


def candidates(
    analyses: Sequence[Analysis], expressions: Sequence[TimeExpression], claims: Iterable[Claim]
) -> Iterator[CueInText]:
    """The cues of a document, in order, each with the pairs of claims that it may order."""
    narrative = Narrative(analyses, claims)
    all_pairs = ends.Ends(narrative)
    days = _days(expressions)
    # "Later this month" counts from today.
    dated = [e.span for e in expressions if e.anchor in ("none", "document") and e.edtf is not None]
    for place, analysis in enumerate(analyses):
        for cue in find_all(analysis.words.text):
            span = analysis.words.span(cue.start, cue.end)
            run = analysis.doc.char_span(cue.start, cue.end, alignment_mode="expand")
            if run is not None and not any(_is_inside(span, outer) for outer in dated):
                hints = _hints(narrative, place, cue, run, span, days)
                pairs = all_pairs.pairs(place, cue, run[0], run[-1], hints)
                if pairs.pairs:
                    yield CueInText(cue, span, pairs)


def _hints(
    narrative: Narrative, place: int, cue: Cue, run: Words, span: Span, days: Days
) -> ends.Hints:
    """What the rules say of a cue's ends."""
    governing = _governing(narrative, place, run)
    joined = _joined(narrative, place, run[-1], cue, days)
    for first, second in _ends(narrative, place, cue, days):
        if not _times_the_saying(span, first.claim):
            return ends.Hints(governing, joined, first, second)
    return ends.Hints(governing, joined)


def _may_count(asked: CueInText, pair: ends.Pair) -> bool:
    """Whether the cue dates the event itself, and counts from one that happened."""
    unreal = pair.second.claim.polarity == "-" and pair.second.word.i < pair.first.word.i
    return not _times_the_saying(asked.span, pair.first.claim) and not (
        unreal and not asked.cue.joins
    )


def _days(expressions: Iterable[TimeExpression]) -> Days:
    """The days that the words of a document give, by their spans."""
    dates = (e for e in expressions if e.type == "DATE" and edtf.is_valid(e.value))
    return {e.span: e.value for e in dates if edtf.precision(e.value) == "day"}


def _is_inside(span: Span, outer: Span) -> bool:
    return outer[0] <= span[0] and span[1] <= outer[1] and span != outer


def _ends(
    narrative: Narrative, place: int, cue: Cue, days: Days
) -> Iterator[tuple[ClaimInNarrative, ClaimInNarrative]]:
    """The claims that a cue orders: one pair, or none."""
    run = narrative.analyses[place].doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if run is None:
        return
    word = run[-1]
    first, joined = _governing(narrative, place, run), _joined(narrative, place, word, cue, days)
    second = joined
    if _goes_on(run, cue):
        first, second = (
            narrative.first_after(place, run[-1]),
            narrative.clause_of(place, run.root.head),
        )
    elif joined:
        first = _real(narrative, first, joined)
    elif first and _counts_back(word, cue) and not _has_own_day(narrative, first, run):
        aside = is_participle(first.word) and (first.word.dep_ == "acl" or _is_set_off(run))
        second = (
            narrative.aside(first)
            if aside
            else narrative.before(first, measured=cue.distance is not None)
        )
    if (
        first
        and second
        and first.claim.id != second.claim.id
        and (joined or cue.distance or _may_stand(cue, first.claim, second.claim))
    ):
        yield first, second


def _times_the_saying(cue: Span, claim: Claim) -> bool:
    """Whether the words date the saying, not the event: "one day later she admits selling it"."""
    return any(
        s.cue and s.content and s.cue[0] < s.content[0] and cue[1] <= s.content[0]
        for s in claim.sources
    )


def _has_own_day(narrative: Narrative, first: ClaimInNarrative, run: Words) -> bool:
    """Whether the claim's own day is between its verb and the cue.

    The cue is then about another event: "agreed on the 4th, the House two days later".
    """
    when, cue = first.claim.when, narrative.analyses[first.place].span(run)[0]
    return (
        when.span is not None
        and first.claim.predicate[1] <= when.span[0]
        and when.span[1] <= cue
        and edtf.precision(when.edtf) == "day"
    )


def _is_set_off(run: Words) -> bool:
    return run.start > run.sent.start and run[0].nbor(-1).is_punct


def _goes_on(run: Words, cue: Cue) -> bool:
    """Whether the cue opens the next part of the sentence, though the parse attaches it before.

    "They invaded; two days later they left".
    """
    breaks = connectives.BREAKS if cue.distance else connectives.BREAKS | {","}
    return (
        not cue.joins
        and _is_set_off(run)
        and run[0].nbor(-1).text in breaks
        and run.root.head.i < run.start
    )


def _opens_clause(word: Token) -> bool:
    return word.dep_ == "mark" or (
        word.dep_ == "advmod" and word.head.dep_ == "advcl" and word.i < word.head.i
    )


def _counts_back(word: Token, cue: Cue) -> bool:
    """Whether the cue counts from an earlier claim: "later", or a final "two days after"."""
    if not cue.joins:
        return cue.distance is not None or word.pos_ == "NOUN" or word.head.pos_ in VERBS
    ends = word.i + 1 >= word.sent.end or word.nbor().is_punct
    return ends and cue.distance is not None


def _joined(
    narrative: Narrative, place: int, word: Token, cue: Cue, days: Days
) -> ClaimInNarrative | None:
    """The claim of the clause or noun that the cue joins: "after the vote", "while they met"."""
    if not cue.joins:
        clauses = (c for c in word.children if c.dep_ in NOUN_CLAUSES and c.i > word.i)
        clause = next(clauses, None)
        return None if clause is None else narrative.of(place, clause)
    if _opens_clause(word):
        return None if _contrasts(word) else narrative.of(place, word.head)
    return _object(narrative, place, word, days)


def _object(
    narrative: Narrative, place: int, preposition: Token, days: Days
) -> ClaimInNarrative | None:
    """The claim of what a preposition governs."""
    for child in preposition.children:
        if child.dep_ == "pcomp":
            return narrative.of(place, child)
        if child.dep_ == "pobj":
            return narrative.of_noun(place, child) or _dated_noun(narrative, place, child, days)
    return None


def _contrasts(word: Token) -> bool:
    """Whether "while" behind a comma contrasts and dates nothing."""
    return (
        word.lower_ in connectives.CONTRASTING
        and word.i > word.sent.start
        and word.nbor(-1).text == ","
    )


def _dated_noun(
    narrative: Narrative, place: int, noun: Token, days: Days
) -> ClaimInNarrative | None:
    """The claim of the day that a noun carries: "prior to the August 2 letter"."""
    if noun.pos_ != "NOUN":
        return None
    start, end = (narrative.analyses[place].span(t) for t in (noun.left_edge, noun))
    day = next(
        ((value, span) for span, value in days.items() if start[0] <= span[0] and span[1] < end[0]),
        None,
    )
    return narrative.dated(*day) if day else None


def _governing(narrative: Narrative, place: int, run: Words) -> ClaimInNarrative | None:
    """The claim of the cue's clause, or, where the cue opens one, of the clause above."""
    word = run[-1]
    if _opens_clause(word):
        clause = word.head.head
        unreal = clause.dep_ == "ccomp" and any(c.tag_ == "MD" for c in clause.children)
        return narrative.clause_of(place, clause) or (
            narrative.clause_of(place, clause.head) if unreal else None
        )
    before = run[0].nbor(-1) if run.start > run.sent.start else None
    head = run.root.head
    if before is not None and before.dep_ == "cc" and head.i < run.start:
        after = next(
            (c for c in head.children if c.dep_ == "conj" and c.i >= run.end), None
        )  # "left and, after the vote, returned"
        return narrative.clause_of(place, after) if after is not None else None
    if before is not None and before.is_alpha and head.i >= run.end and run.doc[run.end].is_punct:
        return narrative.last_before(place, run[0])  # "wrote to him decades later, said so"
    return narrative.clause_of(place, head)


def _real(
    narrative: Narrative, first: ClaimInNarrative | None, second: ClaimInNarrative
) -> ClaimInNarrative | None:
    """The claim that the cue belongs to: that of the clause above where one is only planned."""
    while first and is_foreseen(first) and not is_foreseen(second):
        first = narrative.above(first)
    return first


def _may_stand(cue: Cue, first: Claim, second: Claim) -> bool:
    """Whether the dates of both claims allow the order; if not, the words count from another."""
    low, high = edtf.interval(first.when.edtf), edtf.interval(second.when.edtf)
    if cue.relation == "before":
        low, high = high, low
    late_enough = low.end is None or high.start is None or low.end > high.start
    if cue.relation in ("after", "before"):
        return late_enough
    return low.meets(high)
