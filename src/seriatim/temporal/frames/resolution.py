"""A text read from its first word to its last: what is found, counted from where the text then stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from seriatim.temporal.edtf import day, first_day, is_valid, last_day
from seriatim.temporal.frames.asides import looks_back, tells_which
from seriatim.temporal.frames.context import Context, TimexValue
from seriatim.temporal.frames.durations import move, shifted_edtf
from seriatim.temporal.frames.values import say
from seriatim.temporal.tagging.grammar import Meaning
from seriatim.temporal.tagging.negative_rules import counts, doubtful
from seriatim.temporal.tagging.search import Found

_SIGNAL = re.compile(
    r"\b(?:(since|starting|beginning|from)|(until|till|up to|through|no later than|by)|(before|prior to)|(after|following))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_EVENT_AFTER = re.compile(
    r"\s*(before|after|following|prior to|earlier than|later than|since|into|of)\b", re.IGNORECASE
)
_CLAUSE_FOLLOWS = re.compile(r"\s+(?:[a-z]+ly\s+)?[A-Za-z0-9\"“'‘]")


@dataclass(frozen=True, slots=True)
class ResolvedTimex:
    """One expression, read: where it stands, what it says, its rule and the word that opens or bounds it."""

    start: int
    end: int
    said: TimexValue
    rule: str
    meaning: Meaning
    signal: tuple[int, int] | None = None
    parts: tuple[ResolvedTimex, ...] = ()
    join: str = ""


def tell_found(text: str, everything: list[Found], context: Context) -> Iterator[ResolvedTimex]:
    """What the expressions found in a stretch of text say, in order; the context moves on with them."""
    context.text = text
    context.stated_at = -1
    context.day_here = context.month_here = context.story_here = False
    context.passages_since += 1
    context.quotes = None
    distance: ResolvedTimex | None = None  # one that may count from the date that comes next
    for found in everything:
        if doubtful(found, text, context.genre) or (
            "oldyear" in found.meaning and not _in_antiquity(found, context)
        ):
            continue
        told = (
            _parts(found, context)
            if "parts" in found.meaning
            else _one(found.start, found.end, found.meaning, context)
        )
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


_BETWEEN = re.compile(r"\s*(?:before|after|following|prior to)?\s+(?:the\s+)?", re.IGNORECASE)


def _beside_date(
    distance: ResolvedTimex, date: ResolvedTimex, context: Context
) -> ResolvedTimex | None:
    """“three weeks before Christmas”: a distance from a date that the text states."""
    said = date.said
    between = _BETWEEN.fullmatch(context.text, distance.end, date.start)
    if between is None or date.parts or said.type not in ("DATE", "TIME") or "dur" in date.meaning:
        return None
    if said.point is None or distance.said.offset is None or "dur" not in distance.meaning:
        return None
    back = distance.said.direction == "before"
    whole = replace(
        distance.said,
        type="DATE",
        anchor=said.anchor,
        edtf=shifted_edtf(said.point, distance.said.offset, back=back),
    )
    lo, hi, unit = distance.meaning["dur"][0]
    target = (
        move(said.point, -lo if back else lo, unit)
        if lo == hi and not distance.meaning.get("vague") and not distance.said.mod
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
        meaning["clock"][0] > 12 and not {"ampm", "hhmm", "part"} & set(meaning)
        for found in readings
        for each in found
        if "clock" in (meaning := each.meaning)
    )


def day_first(readings: list[list[Found]]) -> bool | None:
    """Whether the document writes the day before the month in numbers: told by one that can be read only so."""
    orders = {
        meaning["day"] == meaning["first"]
        for found in readings
        for each in found
        if "first" in (meaning := each.meaning)
    }
    return orders.pop() if len(orders) == 1 else None


_YEAR_LEAD = re.compile(
    r"\b(?:in|of|by|since|until|from|to|after|before|around|late|early|during)\s+$", re.IGNORECASE
)


def _in_antiquity(found: Found, context: Context) -> bool:
    """Whether a number of three digits is a year: the text speaks of such years, and a word before it asks for one."""
    running = context.running
    if (
        running is None
        or running.year > 999
        or not _YEAR_LEAD.search(context.text, max(0, found.start - 10), found.start)
    ):
        return False
    if counts(context.text, found.end):
        return False
    if running.year <= 0:
        found.meaning["bc"] = True
    return True


def _one(start: int, end: int, meaning: Meaning, context: Context) -> ResolvedTimex | None:
    context.at = (start, end)
    meaning = dict(meaning)
    _look_for_event(meaning, context.text, end)
    if meaning.get("trim"):
        start = meaning["trim"]
    said = say(meaning, context)
    if said is None:
        return None
    if meaning.get("openend") and "dur" not in meaning and _CLAUSE_FOLLOWS.match(context.text, end):
        end = start + len(context.text[start:end].rsplit(None, 1)[0])  # "the autumn before the war"
        return ResolvedTimex(
            start,
            end,
            TimexValue("DATE", _of_no_year(said.value), anchor="event"),
            meaning["rule"],
            meaning,
        )
    _beside_leading(start, meaning, said, context)
    if meaning.get("openend") and meaning.get("event"):
        end = (
            start + len(context.text[start:end].rsplit(None, 1)[0])
            if "dur" in meaning
            and context.text[start:end].lower().split()[-1] in ("before", "after", "prior")
            else end
        )
    if "halves" in meaning:
        parts = tuple(
            told
            for half, first, last in meaning["halves"]
            if (told := _one(first, last, half, context))
        )
        return ResolvedTimex(start, end, said, meaning["rule"], meaning, None, parts, "halves")
    if _spans_quarters(meaning):
        context.quarter = None
    _doubted(start, said, context.text)
    signal = _bounded(start, end, said, context.text)
    if said.edtf is not None and not is_valid(said.edtf):
        said.edtf = None
    move_on(said, start, context)
    if "clock" in meaning:
        _keep_the_clock(meaning, said, context)
    return ResolvedTimex(start, end, said, meaning.get("rule", ""), meaning, signal)


def _keep_the_clock(meaning: Meaning, said: TimexValue, context: Context) -> None:
    """The clock runs on: its day and hour, whether it was of the afternoon, and whether the text counts its hours to 24."""
    hour, minute, _ = meaning["clock"]
    if said.point is not None and said.point.day is not None:
        context.clock = (said.point, hour, minute)
    if meaning.get("ampm"):
        context.afternoon = (hour - 12, minute) if hour >= 12 else None
        context.morning = (hour, minute) if hour < 12 else None
    elif hour > 12 and "hhmm" not in meaning:
        context.whole_day = True


def _of_no_year(value: str) -> str:
    return re.sub(r"^\d{4}", "XXXX", value)


def _spans_quarters(meaning: Meaning) -> bool:
    """“the nine months”: what a report compares from here on is no quarter."""
    return (
        "dur" in meaning
        and "direction" not in meaning
        and meaning["dur"] in ([(6, 6, "month")], [(9, 9, "month")])
    )


def _beside_leading(start: int, meaning: Meaning, said: TimexValue, context: Context) -> None:
    """“July 22: two days later, …”: the date that opens the item says when; the words say how far that is from what was told before."""
    leading = context.leading
    if (
        leading is None
        or meaning.get("direction") not in ("later", "earlier")
        or meaning.get("event")
    ):
        return
    if context.text[context.leading_end : start].strip(" :,;.–—-()*•") == "":
        said.edtf, said.point, said.value, said.anchor = (
            leading.edtf,
            leading.point,
            leading.value,
            "running",
        )


def _look_for_event(meaning: Meaning, text: str, end: int) -> None:
    """Whether a distance counts from something that is told next (“two days after the landing”)."""
    if "dur" not in meaning or meaning.get("set") or "window" in meaning:
        return
    if meaning.get("theunit"):
        return
    if "direction" in meaning:
        if meaning.get("openend") and _CLAUSE_FOLLOWS.match(text, end):
            meaning["event"] = True
        return
    match = _EVENT_AFTER.match(text, end)
    if (
        match
        and match[1].lower() in ("before", "after", "following", "prior to")
        and _CLAUSE_FOLLOWS.match(text, match.end())
    ):
        meaning["direction"] = "earlier" if match[1].lower() in ("before", "prior to") else "later"
        meaning["event"] = True


_PERHAPS = re.compile(
    r"\b(?:possibly|perhaps|probably|maybe|allegedly|reportedly|believed to be)\s+(?:(?:in|on|at|as early as|from|of)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def _doubted(start: int, said: TimexValue, text: str) -> None:
    """“possibly in the 1840s”: the date is marked as uncertain."""
    if (
        said.edtf is None
        or "/" in said.edtf
        or not _PERHAPS.search(text, max(0, start - 40), start)
    ):
        return
    said.edtf = f"{said.edtf[:-1]}%" if said.edtf.endswith("~") else f"{said.edtf}?"


_SHORTLY = re.compile(
    r"\b(?:shortly|just|soon|right|immediately|a little|moments|minutes)\s+$", re.IGNORECASE
)
_NOT = re.compile(r"\bnot\s+$", re.IGNORECASE)
_OPENS_WITH_FROM = re.compile(
    r"\s+(?:on|onwards?|forward|through)\b|\s*,?\s*$"
)  # "from" alone compares more often: "up from 1909"


def _bounded(start: int, end: int, said: TimexValue, text: str) -> tuple[int, int] | None:
    """The word before that opens or bounds the interval, applied to it."""
    if said.type not in ("DATE", "TIME"):
        return None
    match = _SIGNAL.search(text, max(0, start - 20), start)
    if match and match[2] and _NOT.search(text, 0, match.start()):
        return None  # "not until 1952": it was then
    if not match or said.edtf is None or ".." in said.edtf:
        return None
    if said.type == "TIME" and (match[3] or match[4]) and _SHORTLY.search(text, 0, match.start()):
        said.edtf = None if said.point is None or said.point.day is None else day(said.point.days)
        return None  # "shortly before midnight" is of that day
    low, _, high = said.edtf.partition("/")
    if match[1] and match[1].lower() == "from" and not _OPENS_WITH_FROM.match(text, end):
        return None
    if match[1] or match[4]:
        said.edtf = f"{low}/.."
    else:
        said.edtf = f"../{high or low}"
    group = next(i for i in (1, 2, 3, 4) if match[i])
    return match.span(group)


def move_on(said: TimexValue, start: int, context: Context) -> None:
    """The running time after an expression."""
    if said.point is None or said.type in ("DURATION", "SET"):
        return
    point = said.point
    if (
        context.running is not None
        and point.days < context.running.days
        and looks_back(context.text, *context.at)
    ):
        return  # "had sailed in May": the story stays where it was
    if context.running is not None and point.month is None and point.year == context.running.year:
        point = (
            context.running
        )  # "in 1917" within a year that has come to its autumn does not turn it back
    context.running = point
    if said.point.day is not None:
        context.last_day, context.day_here = said.point, True
        context.passages_since, context.moved_on = 0, False
        context.heading_since = False
        context.day_at, context.day_sure = start, said.stated
        context.day_quoted = context.quoted()
    elif context.last_day is not None and said.point.days > context.last_day.days:
        context.moved_on = True
    if said.point.month is not None:
        context.last_month, context.month_here = said.point, True
    if said.point.quarter:
        context.quarter = said.point
    if said.stated:
        context.stated_at = start
        context.story_here = context.story_here or not tells_which(context.text, *context.at)


def _parts(found: Found, context: Context) -> ResolvedTimex | None:
    """A range or a list: its parts read in turn, the first with what the last one gives."""
    parts = [
        ({"rule": found.meaning["rule"], **meaning}, start, end)
        for meaning, start, end in found.meaning["parts"]
    ]
    _share(parts, found.meaning["join"])
    told = [one for meaning, start, end in parts if (one := _one(start, end, meaning, context))]
    if not told:
        return None
    if found.meaning["join"] == "of" and len(told) == 2:
        _edge_of(told[0].said, told[1].said, found.meaning["parts"][0][0])
        return ResolvedTimex(
            found.start,
            found.end,
            told[0].said,
            found.meaning.get("rule", ""),
            found.meaning,
            None,
            tuple(told),
            "of",
        )
    if found.meaning["join"] == "list" or len(told) < 2:
        return ResolvedTimex(
            found.start,
            found.end,
            told[0].said,
            found.meaning.get("rule", ""),
            found.meaning,
            None,
            tuple(told),
            "list",
        )
    first, last = told[0].said, told[-1].said
    if (
        first.point is not None
        and last.point is not None
        and first.point.month is None
        and last.point.month is None
    ):
        context.running = first.point  # what follows "1914-18" begins in 1914
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
        found.meaning.get("rule", ""),
        found.meaning,
        None,
        tuple(told),
        "range",
    )


def _edge_of(stretch: TimexValue, outer: TimexValue, meaning: Meaning) -> None:
    """“the last week of August”: the days that it covers."""
    lo, hi, unit = meaning["dur"][0]
    if (
        outer.edtf is None
        or ".." in outer.edtf
        or unit not in ("day", "week", "month", "year")
        or lo != hi
        or meaning.get("vague")
    ):
        return
    stretch.anchor = outer.anchor
    first, last = first_day(outer.edtf), last_day(outer.edtf)
    days = int(lo * {"day": 1, "week": 7, "month": 30, "year": 365}[unit])
    if first is None or last is None or last - first < days:
        return
    stretch.edtf = (
        f"{day(last - days + 1)}/{day(last)}"
        if meaning["where"] == "END"
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


def _share(parts: list[tuple[Meaning, int, int]], join: str) -> None:
    """The year, month and half of the day that only the last part (or the first) states, given to the others."""
    last = parts[-1][0]
    for meaning, _, _ in parts[:-1]:
        if (
            "year" in last
            and "year" not in meaning
            and "yy" not in meaning
            and ("month" in meaning or "season" in meaning)
        ):
            meaning["year"] = last["year"]
            if (
                join == "range"
                and "month" in meaning
                and "month" in last
                and meaning["month"] > last["month"]
            ):
                meaning["year"] -= 1
            if last.get("bc"):
                meaning["bc"] = True
        for key in ("month", "day", "year"):
            if "clock" in last and key in last and "clock" in meaning and key not in meaning:
                meaning[key] = last[key]
