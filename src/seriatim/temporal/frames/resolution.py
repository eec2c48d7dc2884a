"""The time expressions of a text in reading order, each resolved in its context."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.temporal.algebra import Amount, Duration, Join, Meaning, Offset, Placed, dated
from seriatim.temporal.edtf import day, first_day, is_valid, last_day
from seriatim.temporal.frames import tense
from seriatim.temporal.frames.ages import note_birth
from seriatim.temporal.frames.anchors import Genre, Point
from seriatim.temporal.frames.context import Context, TimexValue
from seriatim.temporal.frames.counted import note_beginning
from seriatim.temporal.frames.durations import move, shifted_edtf
from seriatim.temporal.frames.identification import tells_which
from seriatim.temporal.frames.values import say
from seriatim.temporal.tagging.negative_rules import counts, doubtful
from seriatim.temporal.tagging.search import Found

_CLAUSE_FOLLOWS = re.compile(r"\s+(?:[a-z]+ly\s+)?[A-Za-z0-9\"“'‘]")


@dataclass(frozen=True, slots=True)
class ResolvedTimex:
    """One resolved expression: its place, its value, its rule and the word that bounds it."""

    start: int
    end: int
    said: TimexValue
    rule: str
    meaning: Meaning
    signal: tuple[int, int] | None = None
    parts: tuple[ResolvedTimex, ...] = ()
    join: str = ""


class Reading(NamedTuple):
    """Which expressions are left out, and what each of the others says."""

    excluded: Callable[[Found, str, Genre], bool] = doubtful
    value: Callable[[Meaning, Context], TimexValue | None] = say


READING = Reading()


def tell_found(
    text: str, everything: list[Found], context: Context, reading: Reading = READING
) -> Iterator[ResolvedTimex]:
    """The values of the expressions in a stretch of text, in order; the context is updated."""
    context.text = text
    context.quotes = None
    context.reference.begin_words()
    distance: ResolvedTimex | None = None  # one that may count from the date that comes next
    for found in everything:
        told = _told(found, text, context, reading)
        if told is None:
            continue
        if distance is not None:
            told = _beside_date(distance, told, context) or told
            if told.start != distance.start:
                yield distance
            distance = None
        if told.said.anchor == "event" and not told.parts:
            distance = told
        else:
            yield told
    if distance is not None:
        yield distance


def _told(found: Found, text: str, context: Context, reading: Reading) -> ResolvedTimex | None:
    """One expression, resolved; None where it is no time after all."""
    if reading.excluded(found, text, context.genre):
        return None
    if found.meaning.date.ancient and not _in_antiquity(found, context):
        return None
    if found.meaning.joined is not None:
        return _parts(found, context, reading)
    return _one(found.start, found.end, _of_era(found.meaning, context), context, reading)


def _beside_date(
    distance: ResolvedTimex, date: ResolvedTimex, context: Context
) -> ResolvedTimex | None:
    """“three weeks before Christmas”: a distance from a date that the text states."""
    said = date.said
    between = frame_patterns.BETWEEN.fullmatch(context.text, distance.end, date.start)
    if (
        between is None
        or date.parts
        or said.type not in ("DATE", "TIME")
        or date.meaning.length is not None
    ):
        return None
    length = distance.meaning.length
    if said.point is None or distance.said.offset is None or length is None:
        return None
    back = distance.said.direction == "before"
    whole = replace(
        distance.said,
        type="DATE",
        anchor=said.anchor,
        edtf=shifted_edtf(said.point, distance.said.offset, back=back),
    )
    lo, hi, unit = length.amounts[0]
    target = (
        move(said.point, -lo if back else lo, unit)
        if lo == hi and not length.vague and not distance.said.mod
        else None
    )
    whole.value, whole.point = target or (("PAST_REF" if back else "FUTURE_REF"), None)
    move_on(whole, distance.start, context)
    return ResolvedTimex(
        distance.start,
        date.end,
        whole,
        "shift.beside-date",
        distance.meaning,
        None,
        (distance, date),
        "beside",
    )


def counts_to_24(readings: Iterable[Sequence[Found]]) -> bool:
    """Whether the document counts its hours to 24: told by one behind the twelfth."""
    return any(
        clock.hour > 12
        and not (clock.half_stated or clock.run_together or each.meaning.part is not None)
        for found in readings
        for each in found
        if (clock := each.meaning.clock) is not None
    )


def day_first(readings: list[list[Found]]) -> bool | None:
    """Whether numeric dates have the day first, if one can be read only so."""
    orders = {
        date.day == date.written_first
        for found in readings
        for each in found
        if (date := each.meaning.date).written_first is not None
    }
    return orders.pop() if len(orders) == 1 else None


def _in_antiquity(found: Found, context: Context) -> bool:
    """Whether a number of three digits is a year: after a preposition, in a text of such years."""
    running = context.reference.running
    if (
        running is None
        or running.year > 999
        or not frame_patterns.YEAR_LEAD.search(context.text, max(0, found.start - 10), found.start)
    ):
        return False
    return not counts(context.text, found.end)


def _of_era(meaning: Meaning, context: Context) -> Meaning:
    """A year of three digits in the era of the running time."""
    before = (
        meaning.date.ancient
        and context.reference.running is not None
        and context.reference.running.year <= 0
    )
    return dated(meaning, bc=True) if before else meaning


def _looks_to_the_day(meaning: Meaning, said: TimexValue) -> bool:
    """Whether words such as "that day", "the next morning" count from the day named last."""
    step = meaning.step
    if step is None or said.point is None or said.point.day is None:
        return False
    return step.base == "running" or step.which in frame_patterns.DEMONSTRATIVES


def _one(
    start: int, end: int, meaning: Meaning, context: Context, reading: Reading
) -> ResolvedTimex | None:
    context.at = (start, end)
    meaning = _look_for_event(meaning, context.text, end)
    length = meaning.length
    if meaning.start is not None:
        start = meaning.start
    said = reading.value(meaning, context)
    if said is None:
        return None
    if context.reference.unknown and _looks_to_the_day(meaning, said):
        said.edtf = said.point = None
    if meaning.open_end and length is None and _CLAUSE_FOLLOWS.match(context.text, end):
        end = _without_last_word(start, end, context.text)  # "the autumn before the war"
        said = TimexValue("DATE", _of_no_year(said.value), anchor="event")
        return ResolvedTimex(start, end, said, meaning.rule, meaning)
    _beside_leading(start, meaning, said, context)
    if _leads_to_event(start, end, meaning, context.text):
        end = _without_last_word(start, end, context.text)
    if length is not None and length.ends:
        parts = tuple(
            told
            for half, first, last in length.ends
            if (told := _one(first, last, half, context, reading))
        )
        return ResolvedTimex(start, end, said, meaning.rule, meaning, None, parts, "halves")
    signal = _noted(start, end, meaning, said, context)
    return ResolvedTimex(start, end, said, meaning.rule, meaning, signal)


def _without_last_word(start: int, end: int, text: str) -> int:
    """Where the expression ends without the “before” that leads to an event."""
    return start + len(text[start:end].rsplit(None, 1)[0])


def _leads_to_event(start: int, end: int, meaning: Meaning, text: str) -> bool:
    """Whether the words end in the “before” or “after” of the event that they count from."""
    offset = meaning.offset
    if not meaning.open_end or offset is None or not offset.from_event or meaning.length is None:
        return False
    return text[start:end].lower().split()[-1] in frame_patterns.LEADS_EVENT


def _noted(
    start: int, end: int, meaning: Meaning, said: TimexValue, context: Context
) -> tuple[int, int] | None:
    """The word that bounds the value, applied to it; the context is updated."""
    if _spans_quarters(meaning):
        context.reference.quarter = None
    note_birth(said, start, context)
    note_beginning(said, start, end, context)
    _doubted(start, said, context.text)
    signal = _bounded(start, end, said, context.text)
    if said.edtf is not None and not is_valid(said.edtf):
        said.edtf = None
    move_on(said, start, context)
    if meaning.clock is not None:
        context.reference.keep_clock(meaning.clock, said.point)
    return signal


def _of_no_year(value: str) -> str:
    return re.sub(r"^\d{4}", "XXXX", value)


def _spans_quarters(meaning: Meaning) -> bool:
    """“the nine months”: what a report compares from here on is no quarter."""
    return (
        meaning.length is not None
        and meaning.offset is None
        and meaning.length.amounts in ((Amount(6, 6, "month"),), (Amount(9, 9, "month"),))
    )


def _beside_leading(start: int, meaning: Meaning, said: TimexValue, context: Context) -> None:
    """The day of “July 22: two days later, …”: the date that opens the item, with the distance."""
    leading, offset = context.leading, meaning.offset
    if (
        leading is None
        or offset is None
        or offset.direction not in ("later", "earlier")
        or offset.from_event
    ):
        return
    if context.text[context.leading_end : start].strip(" :,;.–—-()*•") == "":
        said.edtf, said.point, said.value, said.anchor = (
            leading.edtf,
            leading.point,
            leading.value,
            "running",
        )


def _look_for_event(meaning: Meaning, text: str, end: int) -> Meaning:
    """The meaning, with whether its distance counts from an event that follows.

    “Two days after the landing”.
    """
    if meaning.length is None or meaning.recurrence is not None or meaning.length.window:
        return meaning
    if meaning.offset is not None:
        if meaning.open_end and _CLAUSE_FOLLOWS.match(text, end):
            return meaning._replace(offset=meaning.offset._replace(from_event=True))
        return meaning
    match = frame_patterns.EVENT_AFTER.match(text, end)
    if (
        match
        and match[1].lower() in ("before", "after", "following", "prior to")
        and _CLAUSE_FOLLOWS.match(text, match.end())
    ):
        back = match[1].lower() in ("before", "prior to")
        return meaning._replace(offset=Offset("earlier" if back else "later", from_event=True))
    return meaning


def _doubted(start: int, said: TimexValue, text: str) -> None:
    """“possibly in the 1840s”: the date is marked as uncertain."""
    if (
        said.edtf is None
        or "/" in said.edtf
        or not frame_patterns.PERHAPS.search(text, max(0, start - 40), start)
    ):
        return
    said.edtf = f"{said.edtf[:-1]}%" if said.edtf.endswith("~") else f"{said.edtf}?"


def _bounded(start: int, end: int, said: TimexValue, text: str) -> tuple[int, int] | None:
    """The word before that opens or bounds the interval, applied to it."""
    if said.type not in ("DATE", "TIME"):
        return None
    match = frame_patterns.SIGNAL.search(text, max(0, start - 20), start)
    if match is None or said.edtf is None or ".." in said.edtf:
        return None
    opens, until, before, after = match.groups()
    if until and frame_patterns.NOT.search(text, 0, match.start()):
        return None  # "not until 1952": it was then
    if (
        said.type == "TIME"
        and (before or after)
        and frame_patterns.SHORTLY.search(text, 0, match.start())
    ):
        said.edtf = _day_alone(said.point)
        return None  # "shortly before midnight" is of that day
    if opens and opens.lower() == "from" and not frame_patterns.OPENS_WITH_FROM.match(text, end):
        return None
    low, _, high = said.edtf.partition("/")
    said.edtf = f"{low}/.." if opens or after else f"../{high or low}"
    return match.span(match.lastindex or 0)


def _day_alone(point: Point | None) -> str | None:
    return None if point is None or point.day is None else day(point.days)


def move_on(said: TimexValue, start: int, context: Context) -> None:
    """Tell the reference time what an expression names."""
    reference, point = context.reference, said.point
    if said.unsure:
        reference.unknown = True
    if point is None or said.type in ("DURATION", "SET"):
        return
    if reference.is_behind(point) and tense.is_pluperfect(context.text, *context.at):
        return  # "had sailed in May": the story stays where it was
    reference.run_to(point)
    if point.day is not None:
        reference.name_day(point, start, sure=said.stated, quoted=context.quoted())
    if said.stated:
        of_story = reference.story_here or not tells_which(context.text, *context.at)
        reference.state_year(start, of_story=of_story)


def _parts(found: Found, context: Context, reading: Reading) -> ResolvedTimex | None:
    """A range or a list: its parts read in turn, the first with what the last one gives."""
    rule, joined = found.meaning.rule, found.meaning.joined
    if joined is None:
        return None
    parts = [
        Placed(meaning._replace(rule=meaning.rule or rule), start, end)
        for meaning, start, end in joined.parts
    ]
    parts = [_sharing(part, parts[-1].meaning, joined.join) for part in parts[:-1]] + parts[-1:]
    before = context.reference.running
    told = [
        one for meaning, start, end in parts if (one := _one(start, end, meaning, context, reading))
    ]
    if not told:
        return None
    if joined.join == "of" and len(told) == 2:
        _edge_of(told[0].said, told[1].said, joined.parts[0].meaning.length)
        return ResolvedTimex(
            found.start,
            found.end,
            told[0].said,
            rule,
            found.meaning,
            None,
            tuple(told),
            "of",
        )
    if joined.join == "list" or len(told) < 2:
        return ResolvedTimex(
            found.start,
            found.end,
            told[0].said,
            rule,
            found.meaning,
            None,
            tuple(told),
            "list",
        )
    first, last = told[0].said, told[-1].said
    if _is_life(found, context.text):
        context.reference.running = before
    elif (
        first.point is not None
        and last.point is not None
        and first.point.month is None
        and last.point.month is None
    ):
        context.reference.running = first.point  # what follows "1914-18" begins in 1914
    whole = TimexValue(
        first.type,
        f"{first.value}/{last.value}",
        edtf=_hull(first.edtf, last.edtf),
        point=last.point,
        anchor=last.anchor,
    )
    return ResolvedTimex(
        told[0].start,
        told[-1].end,
        whole,
        rule,
        found.meaning,
        None,
        tuple(told),
        "range",
    )


def _is_life(found: Found, text: str) -> bool:
    """Whether a range in brackets tells when somebody lived: it moves no story on."""
    opened = text[max(0, found.start - 2) : found.start].rstrip()[-1:]
    closed = text[found.end : found.end + 1]
    years = all(part.meaning.date.year is not None for part in found.meaning.parts)
    return years and opened == "(" and closed == ")"


def _edge_of(stretch: TimexValue, outer: TimexValue, length: Duration | None) -> None:
    """“the last week of August”: the days that it covers."""
    if length is None:
        return
    lo, hi, unit = length.amounts[0]
    if (
        outer.edtf is None
        or ".." in outer.edtf
        or unit not in ("day", "week", "month", "year")
        or lo != hi
        or length.vague
    ):
        return
    stretch.anchor = outer.anchor
    first, last = first_day(outer.edtf), last_day(outer.edtf)
    days = int(lo * {"day": 1, "week": 7, "month": 30, "year": 365}[unit])
    if first is None or last is None or last - first < days:
        return
    stretch.edtf = (
        f"{day(last - days + 1)}/{day(last)}"
        if length.edge == "END"
        else f"{day(first)}/{day(first + days - 1)}"
    )
    if days == 1:
        stretch.edtf = stretch.edtf.partition("/")[0]


def _hull(first: str | None, last: str | None) -> str | None:
    if first is None or last is None:
        return None
    low, high = first.partition("/")[0], last.partition("/")[2] or last
    if low == "..":
        low = first.partition("/")[2]
    value = f"{low}/{high}"
    return value if is_valid(value) else None


def _sharing(part: Placed, last: Meaning, join: Join) -> Placed:
    """A part with the year, month and day that only the last part states."""
    date, known = part.meaning.date, last.date
    monthly = date.month is not None or date.season is not None
    yearless = date.year is None and date.short_year is None
    if known.year is not None and yearless and monthly:
        turned = join == "range" and (date.month or 0) > (known.month or _DECEMBER)
        date = date._replace(year=known.year - turned, bc=date.bc or known.bc)
    if last.clock is not None and part.meaning.clock is not None:
        date = date._replace(
            month=known.month if date.month is None else date.month,
            day=known.day if date.day is None else date.day,
            year=known.year if date.year is None else date.year,
        )
    return part._replace(meaning=part.meaning._replace(date=date))


_DECEMBER = 12
