"""From a question to an answer or a refusal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from seriatim.association import null_models
from seriatim.association.effect_size import LIMIT, effect, tipping
from seriatim.association.observation import Calendar, look
from seriatim.association.question import Coincidence, Question, Refusal, Seen
from seriatim.messages import coincidence as said
from seriatim.model import Event

FEWEST = 5  # events on a side; below, no calendar could surprise
WIDEST = 0.40  # share of the period that windows may cover
FEWEST_BLOCKS = 8
MOST_UNDATED = 0.30


def ask(
    question: Question,
    of: Sequence[Event],
    after: Sequence[Event],
    earlier: Iterable[Question] | None = None,
) -> Coincidence | Refusal:
    """Whether the events ``of`` follow the events ``after`` more closely than a calendar of their own would give.

    ``earlier``: the questions that were asked of this case before, ``None`` where nobody kept
    count; their number goes into the correction.  Events that nobody says happened (denied or
    planned only), that were rejected, that have no date of two ends or one that reaches over the
    period's ends have no place on the calendar; what stands in both lists is left out of ``of``.
    The answer names them all.

    Raises QuestionError where the period has too many slots.
    """
    seen, calendar = look(question, of, after)
    reasons = [reason for reason, holds in REFUSALS.items() if holds(seen)]
    if reasons:
        return _refusal(seen, reasons)
    return _answer(
        seen,
        calendar,
        None if earlier is None else len({question.tried, *(q.tried for q in earlier)}),
    )


def _curated(seen: Seen) -> bool:
    return "curated" in (seen.question.made_of, seen.question.made_after)


def _unknown(seen: Seen) -> bool:
    return "unknown" in (seen.question.made_of, seen.question.made_after) and not _curated(seen)


# in the order in which they are told
REFUSALS: dict[str, Callable[[Seen], bool]] = {
    "curated": _curated,
    "unknown": _unknown,
    "period": lambda seen: seen.question.period is None,
    "few of": lambda seen: len(seen.of.placed) < FEWEST,
    "few after": lambda seen: len(seen.after.placed) < FEWEST,
}


def _refusal(seen: Seen, reasons: Sequence[str]) -> Refusal:
    count = tipping(seen.hits, len(seen.of.placed), seen.covered) if seen.of.placed else None
    needed = dict.fromkeys(said.NEEDED[reason] for reason in reasons)
    return Refusal(seen, tuple(said.REFUSED[reason] for reason in reasons), tuple(needed), count)


def _answer(seen: Seen, calendar: Calendar, tried: int | None) -> Coincidence:
    method = seen.question.chosen_method
    result = null_models.run(method, calendar)
    return Coincidence(
        seen,
        method,
        effect(result.hits, result.events, result.chance),
        result.p,
        tried,
        result.least,
        result.chance,
        result.best,
        tuple(_warnings(seen, result)),
    )


def _warnings(seen: Seen, result: null_models.Result) -> Iterable[str]:
    if seen.covered > WIDEST:
        yield said.WARNED["wide"].format(share=f"{seen.covered:.0%}")
    if result.blocks is not None and result.blocks < FEWEST_BLOCKS:
        yield said.WARNED["blocks"].format(blocks=result.blocks)
    if result.least > LIMIT:
        yield said.WARNED["least"].format(least=f"{result.least:.2g}")
    for side, name in ((seen.of, "A"), (seen.after, "B")):
        if side.share_without_place > MOST_UNDATED:
            yield said.WARNED["undated"].format(share=f"{side.share_without_place:.0%}", side=name)
    if (
        len(
            {
                claim.document
                for side in (seen.of, seen.after)
                for event in side.placed
                for claim in event.claims
            }
        )
        == 1
    ):
        yield said.WARNED["one document"]
    yield from result.notes
