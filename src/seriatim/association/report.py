"""The result of a coincidence test in words: natural frequencies first, then the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from seriatim.association.question import (
    Coincidence,
    Length,
    Pair,
    Question,
    Refusal,
    Seen,
    Side,
    SlotUnit,
)
from seriatim.messages import coincidence as messages
from seriatim.model import Event
from seriatim.temporal import edtf

SHOWN = 20  # pairs listed before "and n more"


def say(answer: Coincidence | Refusal, documents: Mapping[str, str] | None = None) -> str:
    """The result as paragraphs of text; ``documents``: the names of documents by id."""
    parts = _refusal(answer) if isinstance(answer, Refusal) else _coincidence(answer)
    return "\n".join([*parts, *_pairs(answer.seen, documents or {})]) + "\n"


def _coincidence(answer: Coincidence) -> Iterator[str]:
    yield from _lists(answer.seen)
    yield ""
    yield f"{_observed(answer.seen)} {_by_chance(answer)}"
    yield messages.NOT_SHOWN
    if answer.tried is None:
        yield messages.NOT_COUNTED
    else:
        yield messages.tests_run(answer.tried, often(answer.corrected))
    yield from map(messages.warning, answer.warnings)
    yield ""
    yield from _numbers(answer)


def _refusal(answer: Refusal) -> Iterator[str]:
    yield from _lists(answer.seen)
    yield ""
    yield messages.NO_P
    yield from (f"- {reason}" for reason in answer.reasons)
    yield ""
    yield messages.observed(_observed(answer.seen))
    if answer.tipping is not None:
        yield messages.tipping_point(answer.tipping) if answer.tipping else messages.NO_TIPPING
    yield messages.NOT_SHOWN
    yield ""
    yield messages.NEEDED_HEADING
    yield from (f"- {what}" for what in answer.needed)


def _lists(seen: Seen) -> Iterator[str]:
    for name, chosen, side in (
        ("A", seen.question.of, seen.of),
        ("B", seen.question.after, seen.after),
    ):
        yield messages.side(name, chosen, len(side.placed), list(_left_out(side)))
    start, end = (edtf.day(s // edtf.DAY) for s in (seen.period[0], seen.period[1] - 1))
    yield messages.period(start, end, given=seen.question.period is not None)


def _left_out(side: Side) -> Iterator[str]:
    for reason, why in messages.LEFT_OUT.items():
        events: tuple[Event, ...] = getattr(side, reason)
        if events:
            yield f"{len(events):,} {why}"


def _observed(seen: Seen) -> str:
    sure = sum(p.share >= 1 for p in seen.pairs)
    return messages.hits(
        len(seen.of.placed),
        sure,
        len(seen.pairs) - sure,
        count(seen.hits),
        where(seen.question, seen.question.within),
        either=seen.question.either,
        covered=percent(seen.covered),
    )


def where(question: Question, within: Length) -> str:
    """The window in words: ``within 3 days after a B``, or the slot itself without a length."""
    if not within.amount and not question.lag:
        return messages.same_slot(within.unit)
    lag = str(question.lag) if question.lag else None
    return messages.window(str(within), lag, either=question.either)


def _by_chance(answer: Coincidence) -> str:
    low, high = answer.effect.by_chance
    gives = messages.chance(count(answer.effect.expected), count(low), count(high))
    if answer.method == "waits":
        return messages.as_short_waits(gives, often(answer.p))
    if answer.best is not None:
        window = where(answer.seen.question, answer.best)
        return messages.best_window(gives, window, often(answer.p))
    return messages.as_many(gives, count(answer.effect.seen), often(answer.p))


def _numbers(answer: Coincidence) -> Iterator[str]:
    effect = answer.effect
    yield messages.numbers(
        effect.seen,
        effect.expected,
        messages.ratio(effect.ratio, effect.interval),
        number(answer.p),
        answer.tried or 1,
        number(answer.corrected),
    )
    yield messages.method(answer.method, number(answer.least))


def _pairs(seen: Seen, documents: Mapping[str, str]) -> Iterator[str]:
    if not seen.pairs:
        return
    yield ""
    yield messages.PAIRS
    for pair in seen.pairs[:SHOWN]:
        yield f"- {_apart(pair, seen.question)}"
        yield f"  A {_event(pair.of, documents)}"
        yield f"  B {_event(pair.after, documents)}"
    if len(seen.pairs) > SHOWN:
        yield messages.more_pairs(len(seen.pairs) - SHOWN)


def _apart(pair: Pair, question: Question) -> str:
    low, high = pair.apart
    unit = question.within.unit
    if low == high:
        return _signed(low, unit) if low else messages.same_moment(unit)
    share = None if pair.share >= 1 else percent(pair.share)
    return messages.between(_signed(low, unit), _signed(high, unit), share)


def _signed(slots: int, unit: SlotUnit) -> str:
    return messages.before_or_after(str(Length(abs(slots), unit)), before=slots < 0)


def _event(event: Event, documents: Mapping[str, str]) -> str:
    claim = next(c for c in event.claims if c.polarity == "+" and not c.planned)
    return messages.event(
        event.when.edtf,
        " ".join(claim.quote.split()),
        documents.get(claim.document, claim.document),
        (s.name for s in claim.sources),
    )


def count(value: float) -> str:
    """A count of events, whole where it is whole."""
    return f"{value:,.0f}" if abs(value - round(value)) < 5e-3 or value >= 100 else f"{value:.1f}"


def percent(share: float) -> str:
    """A share in whole per cent, but never 0% or 100% unless it is exactly that."""
    if 0 < share < 0.01:
        return messages.LESS_THAN_1
    return messages.MORE_THAN_99 if 0.99 < share < 1 else f"{share:.0%}"


def number(p: float) -> str:
    """A probability to two digits; below the smallest that can be shown, an upper bound."""
    return messages.below("1e-300") if p < 1e-300 else f"{p:.2g}"


def often(p: float) -> str:
    """A probability as a natural frequency: ``about 2 of 1,000``."""
    for of in (100, 1_000, 10_000, 100_000, 1_000_000):
        if p * of >= 1.5:
            times = round(p * of)
            if times < of:
                return messages.often(times, of)
            return messages.NEARLY_ALL if p < 1 else messages.ALL
    return messages.RARELY
