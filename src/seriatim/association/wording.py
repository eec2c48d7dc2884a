"""An answer in plain words: natural frequencies first, numbers after, and what is not shown."""

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
from seriatim.messages import coincidence as said
from seriatim.model import Event
from seriatim.temporal import edtf

SHOWN = 20  # pairs listed before "and n more"


def say(answer: Coincidence | Refusal, documents: Mapping[str, str] | None = None) -> str:
    """The answer as paragraphs of text; ``documents``: what a document is called, by its id."""
    parts = _refusal(answer) if isinstance(answer, Refusal) else _coincidence(answer)
    return "\n".join([*parts, *_pairs(answer.seen, documents or {})]) + "\n"


def _coincidence(answer: Coincidence) -> Iterator[str]:
    yield from _lists(answer.seen)
    yield ""
    yield f"{_seen(answer.seen)} {_by_chance(answer)}"
    yield said.NOT_SHOWN
    yield _tried(answer)
    yield from (f"Keep in mind: {warning}" for warning in answer.warnings)
    yield ""
    yield _numbers(answer)


def _tried(answer: Coincidence) -> str:
    if answer.tried is None:
        return said.NOT_COUNTED
    if answer.tried == 1:
        return "1 question was tried."
    return f"{answer.tried} questions were tried: with as many, chance alone gives one like this in {often(answer.corrected)} cases."


def _refusal(answer: Refusal) -> Iterator[str]:
    yield from _lists(answer.seen)
    yield ""
    yield said.NO_P
    yield from (f"- {reason}" for reason in answer.reasons)
    yield ""
    yield "What was seen: " + _seen(answer.seen)
    yield from _tipping(answer)
    yield said.NOT_SHOWN
    yield ""
    yield "What would be needed:"
    yield from (f"- {what}" for what in answer.needed)


def _lists(seen: Seen) -> Iterator[str]:
    start, end = seen.period
    known = (
        ""
        if seen.question.period
        else " (from the first to the last event; the period of the lists was not given)"
    )
    yield f"A: {seen.question.of or 'every event'}, {_events(len(seen.of.placed))}{_left_out(seen.of)}"
    yield f"B: {seen.question.after or 'every event'}, {_events(len(seen.after.placed))}{_left_out(seen.after)}"
    yield f"Period: {edtf.say(edtf.day(start // edtf.DAY))} to {edtf.say(edtf.day((end - 1) // edtf.DAY))}{known}"


def _events(count: int) -> str:
    return f"{count:,} event{'' if count == 1 else 's'}"


def _left_out(side: Side) -> str:
    groups = (
        (side.undated, "without a date of two ends"),
        (side.not_surely_inside, "not surely inside the period"),
        (side.outside, "outside the period"),
        (side.not_said_to_have_happened, "denied or only planned"),
        (side.in_both_lists, "in both rows, and counted as B alone"),
    )
    told = [f"{len(events):,} {why}" for events, why in groups if events]
    return f" (left out: {', '.join(told)})" if told else ""


def _seen(seen: Seen) -> str:
    question, events = seen.question, len(seen.of.placed)
    near, covered = (
        where(question, question.within),
        f"The windows {_side_word(question)} B cover {percent(seen.covered)} of the period.",
    )
    sure = sum(p.share >= 1 for p in seen.pairs)
    unsure = len(seen.pairs) - sure
    if not unsure:
        return f"Of {events:,} A, {sure:,} came {near}. {covered}"
    return (
        f"Of {events:,} A, {sure:,} came {near}, and {unsure:,} more may have: their dates are not exact and count by the share that lies in "
        f"windows, {count(seen.hits)} in all. {covered}"
    )


def where(question: Question, within: Length) -> str:
    """Where the events were looked for: ``within 3 days after a B``; a window of no length is the slot itself."""
    same = "on the same day as" if within.unit == "day" else f"in the same {within.unit} as"
    if not within.amount and not question.lag:
        return f"{same} a B"
    near = f"within {within} {'before or after' if question.either else 'after'}"
    return f"{near} a B" if not question.lag else f"{near} the moment {question.lag} after a B"


def _side_word(question: Question) -> str:
    return "around" if question.either else "after"


def _by_chance(answer: Coincidence) -> str:
    low, high = answer.effect.by_chance
    gives = f"Chance alone gives about {count(answer.effect.expected)} ({count(low)} to {count(high)} in 95 of 100 such calendars)"
    if answer.method == "waits":
        return f"{gives}; waits as short as these, whatever the window, in {often(answer.p)} such calendars."
    if answer.best is not None:
        found = where(answer.seen.question, answer.best)
        most = f"of all windows, '{found}' stands out most, and one stands out as much in {often(answer.p)} such calendars"
        return f"{gives}. The window was not fixed beforehand: {most}."
    return f"{gives}; {count(answer.effect.seen)} or more in {often(answer.p)} such calendars."


def _numbers(answer: Coincidence) -> str:
    effect = answer.effect
    ratio = (
        "ratio not defined"
        if effect.ratio is None or effect.interval is None
        else f"ratio {effect.ratio:.2f} (95%: {effect.interval[0]:.2f} to {effect.interval[1]:.2f})"
    )
    corrected = (
        f", corrected for {answer.tried} questions {number(answer.corrected)}"
        if (answer.tried or 1) > 1
        else ""
    )
    return (
        f"Seen {effect.seen:.4g}, expected {effect.expected:.3g}, {ratio}, p = {number(answer.p)}{corrected}.\n"
        f"Method: {said.METHODS[answer.method]}. The least p that it could give here is {number(answer.least)}."
    )


def _tipping(answer: Refusal) -> Iterator[str]:
    if answer.tipping is None:
        return
    if not answer.tipping:
        yield "Even if no A had been left out, as many would not be surprising in a period like this."
        return
    yield (
        f"Tipping point: were {answer.tipping:,} or more A that don't fit left out of the list, even a list strewn evenly over "
        "the period would show as many often enough (p above .05)."
    )


def _pairs(seen: Seen, documents: Mapping[str, str]) -> Iterator[str]:
    if not seen.pairs:
        return
    yield ""
    yield "The pairs:"
    for pair in seen.pairs[:SHOWN]:
        yield f"- {_apart(pair, seen.question)}"
        yield f"  A {_event(pair.of, documents)}"
        yield f"  B {_event(pair.after, documents)}"
    if len(seen.pairs) > SHOWN:
        yield f"and {len(seen.pairs) - SHOWN:,} more."


def _apart(pair: Pair, question: Question) -> str:
    low, high = pair.apart
    unit = question.within.unit
    if low == high:
        same = (
            "the same day, and which came first is not counted"
            if unit == "day"
            else f"the same {unit}"
        )
        return f"{Length(abs(low), unit)} {'after' if low > 0 else 'before'}" if low else same
    inside = (
        ""
        if pair.share >= 1
        else f" ({percent(pair.share)} of the dates that A may have lie in a window)"
    )
    return f"from {_signed(low, unit)} to {_signed(high, unit)}, as far as the dates tell{inside}"


def _signed(slots: int, unit: SlotUnit) -> str:
    return f"{Length(abs(slots), unit)} {'before' if slots < 0 else 'after'}"


def _event(event: Event, documents: Mapping[str, str]) -> str:
    claim = next(c for c in event.claims if c.polarity == "+" and not c.planned)
    said_by = "".join(f", from {s.name}" for s in claim.sources)
    return f"{edtf.say(event.when.edtf)}: “{' '.join(claim.quote.split())}” ({documents.get(claim.document, claim.document)}{said_by})"


def count(value: float) -> str:
    """A count of events, whole where it is whole."""
    return f"{value:,.0f}" if abs(value - round(value)) < 5e-3 or value >= 100 else f"{value:.1f}"


def percent(share: float) -> str:
    """A share in whole per cent, and never 0 or 100 where it is not."""
    if 0 < share < 0.01:
        return "less than 1%"
    return "more than 99%" if 0.99 < share < 1 else f"{share:.0%}"


def number(p: float) -> str:
    """A probability to two digits; the smallest that can be told is an upper bound."""
    return "below 1e-300" if p < 1e-300 else f"{p:.2g}"


def often(p: float) -> str:
    """A probability as so many of so many: ``about 2 of 1,000``."""
    for of in (100, 1_000, 10_000, 100_000, 1_000_000):
        if p * of >= 1.5:
            times = round(p * of)
            return (
                "nearly all"
                if times == of and p < 1
                else "all"
                if times == of
                else f"about {times:,} of {of:,}"
            )
    return "fewer than 2 of 1,000,000"
