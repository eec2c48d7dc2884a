"""What the rules of durations, and of what recurs, make of the words that they matched."""

from __future__ import annotations

from seriatim.lang.en import calendar
from seriatim.lang.en.timex.rules import Rule
from seriatim.temporal.tagging.grammar import Item, Meaning
from seriatim.temporal.tagging.parts import Match, group, integer, number, plain, read_which


def duration(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A number and its unit."""
    read = plain(rule, match, items)
    if read is None or [i.word for i in items[match.end() : match.end() + 2]] in (
        ["-", "earlier"],
        ["-", "ago"],
    ):
        return None
    lo, hi = read["n"]
    extra = read.pop("plus", 0)
    meaning: Meaning = {"dur": [(lo + extra, None if hi is None else hi + extra, read["unit"])]}
    for key in ("vague", "mod"):
        if read.get(key):
            meaning[key] = read[key]
    if any(i.word in "-–—‑" for i in items[match.start() + 1 : match.end()]):
        meaning["hyphen"] = True
    if items[match.end() - 1].word in ("old", "age"):
        meaning["age"] = True
    head = items[match.start()]
    if head.meaning and head.meaning.get("mod"):
        meaning["mod"] = head.meaning["mod"]
    if head.word in ("a", "an"):
        meaning["a"] = True
    if read["unit"] == "second" and (
        match.end() - match.start() == 2
        and head.word in ("a", "an", "one")
        and items[match.end() - 1].word == "second"
    ):
        meaning["asecond"] = True
    meaning["words"] = [i.word for i in items[match.start() : match.end()]]
    return meaning


def duration_range(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“two to three weeks”."""
    read, low = plain(rule, match, items), number(group(match, items, "lo")[0])
    if read is None or low is None:
        return None
    first = group(match, items, "lo")[0]
    high = group(match, items, "n")[0]
    whole = {"dur": [(low[0], read["n"][1], read["unit"])], "words": []}
    parts = [
        ({"dur": [(*low, read["unit"])]}, first.start, first.end),
        ({"dur": [(*read["n"], read["unit"])]}, high.start, items[match.end() - 1].end),
    ]
    return {**whole, "halves": parts}


def unit_or_two(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“a year or two”."""
    unit = calendar.UNIT_WORDS[group(match, items, "unit")[0].word]
    return {"dur": [(1, 2, unit)], "mod": "APPROX", "words": []}


def bare_units(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“weeks”: at least two of them."""
    read = plain(rule, match, items)
    return (
        None
        if read is None
        else {"dur": [(2, None, read["unit"])], "vague": True, "bareunits": True, "words": []}
    )


def units_or_units(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“weeks or months”: two of the first, and no end to it."""
    read = plain(rule, match, items)
    return None if read is None else {"dur": [(2, None, read["unit"])], "vague": True, "words": []}


def sums(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“two hours and ten minutes”: units in falling order."""
    first, second = (
        group(match, items, "d")[0].meaning or {},
        group(match, items, "e")[0].meaning or {},
    )
    if (
        first.get("vague")
        or second.get("vague")
        or calendar.UNITS[first["dur"][-1][2]][2] <= calendar.UNITS[second["dur"][0][2]][2]
    ):
        return None
    return {**first, "dur": [*first["dur"], *second["dur"]]}


def one_unit(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“a long day”: a unit that nothing counts; only short messages are full of them."""
    read = plain(rule, match, items)
    if read is None or read["unit"] in ("second", "minute", "quarter", "century", "decade"):
        return None
    nth = group(match, items, "nth") if "nth" in match.re.groupindex else []
    return {
        "dur": [(1, 1, read["unit"])],
        "oneunit": True,
        "words": [],
        **({"nth": integer(nth[0])} if nth else {}),
    }


def duration_of(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the last week of August”: a stretch of a stated time, and that time itself."""
    inner, outer = group(match, items, "d")[0], group(match, items, "x")[0]
    words = {i.word for i in items[match.start() : match.end()]}
    if (
        not words & {"first", "last", "final", "closing", "opening"}
        or "dur" in (outer.meaning or {})
        or "parts" in (outer.meaning or {})
    ):
        return None
    meaning: Meaning = (
        {"dur": [(1, 1, calendar.UNIT_WORDS[inner.word])], "words": []}
        if inner.meaning is None
        else dict(inner.meaning)
    )
    where = "END" if words & {"last", "final", "closing"} else "START"
    return {
        "parts": [
            ({**meaning, "where": where}, items[match.start()].start, inner.end),
            ({**(outer.meaning or {})}, outer.start, outer.end),
        ],
        "join": "of",
    }


def the_duration(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the six months”: not “the two-week trip”."""
    meaning = dict(items[match.end() - 1].meaning or {})
    return None if meaning.get("bareunits") or meaning.get("hyphen") else meaning


def window(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the past two years”: a stretch that ends or begins at the anchor."""
    meaning = dict(group(match, items, "d")[0].meaning or {})
    if match.end() < len(items) and items[match.end()].word == "of":
        return meaning  # "the last days of the strike" are told from its end
    read_which(meaning, group(match, items, "which"))
    meaning["window"] = True
    return meaning


def window_first(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the first nine months”."""
    return dict(group(match, items, "d")[0].meaning or {})


def a_unit(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“twice a week”."""
    item = group(match, items, "d")[0]
    return (
        {**item.meaning, "set": True, "trim": item.start}
        if item.meaning and item.meaning.get("a")
        else None
    )


def frequency(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“daily”."""
    return plain(rule, match, items)


def every(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“every month”, “each Tuesday”, “on Mondays”."""
    read = plain(rule, match, items)
    if read is None:
        return None
    if "unit" in read and "dur" not in read:
        read["dur"] = [(1, 1, read.pop("unit"))]
    return {**read, "set": True, "lead": items[match.start()].word}
