"""The builders of durations and of what recurs."""

from __future__ import annotations

from seriatim.lang import calendar
from seriatim.lang import timex_words as vocabulary
from seriatim.lang.base import Rule
from seriatim.temporal.algebra import (
    NOTHING,
    Amount,
    Duration,
    Meaning,
    Modifier,
    Placed,
    Recurrence,
    length,
)
from seriatim.temporal.tagging.build_dates import joined
from seriatim.temporal.tagging.grammar import Item
from seriatim.temporal.tagging.parts import (
    Match,
    group,
    integer,
    meaning_of,
    number,
    plain,
    read_which,
)

_DASHES = "-–—‑"
_UNCOUNTED = frozenset({"second", "minute", "quarter", "century", "decade"})


def duration(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A number and its unit."""
    read = plain(rule, match, items)
    if read is None or read.number is None or read.unit is None:
        return None
    if tuple(i.word for i in items[match.end() : match.end() + 2]) in vocabulary.SHIFT_ENDINGS:
        return None
    lo, hi, vague, _ = read.number
    extra = rule.sets.get("plus", 0)
    amount = Amount(lo + extra, None if hi is None else hi + extra, read.unit)
    head, last = items[match.start()], items[match.end() - 1].word
    mod = head.meaning.number.mod if head.meaning and head.meaning.number else None
    made = Duration(
        (amount,),
        vague,
        article=head.word in ("a", "an"),
        hyphen=any(i.word in _DASHES for i in items[match.start() + 1 : match.end()]),
        age=last in vocabulary.AGE_WORDS,
        a_second=_is_a_second(items[match.start() : match.end()]),
    )
    return NOTHING._replace(length=made, mod=None if mod is None else Modifier(mod))


def _is_a_second(items: list[Item]) -> bool:
    if len(items) != 2 or items[1].word != "second":
        return False
    return items[0].word in vocabulary.ONE_WORDS


def duration_range(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“two to three weeks”."""
    read, low = plain(rule, match, items), number(group(match, items, "lo")[0])
    if read is None or read.number is None or read.unit is None or low is None:
        return None
    first, high = group(match, items, "lo")[0], group(match, items, "n")[0]
    unit, most = read.unit, read.number.most
    ends = (
        Placed(_of_length(low.least, low.most, unit), first.start, first.end),
        Placed(_of_length(read.number.least, most, unit), high.start, items[match.end() - 1].end),
    )
    return NOTHING._replace(length=Duration((Amount(low.least, most, unit),), ends=ends))


def _of_length(least: float, most: float | None, unit: str) -> Meaning:
    return NOTHING._replace(length=length(least, most, unit))


def unit_or_two(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“a year or two”."""
    unit = calendar.UNIT_WORDS[group(match, items, "unit")[0].word]
    return _of_length(1, 2, unit)._replace(mod=Modifier("APPROX"))


def bare_units(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“weeks”: at least two of them."""
    made = units_or_units(rule, match, items)
    if made is None or made.length is None:
        return None
    return made._replace(length=made.length._replace(uncounted=True))


def units_or_units(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“weeks or months”: two of the first, and no end to it."""
    read = plain(rule, match, items)
    if read is None or read.unit is None:
        return None
    return NOTHING._replace(length=length(2, None, read.unit, vague=True))


def sums(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“two hours and ten minutes”: units in falling order."""
    first = meaning_of(group(match, items, "d")[0])
    one, two = first.length, meaning_of(group(match, items, "e")[0]).length
    if one is None or two is None or one.vague or two.vague:
        return None
    if calendar.UNITS[one.amounts[-1].unit][2] <= calendar.UNITS[two.unit][2]:
        return None
    return first._replace(length=one._replace(amounts=(*one.amounts, *two.amounts)))


def one_unit(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“a long day”: a unit that nothing counts."""
    read = plain(rule, match, items)
    if read is None or read.unit is None or read.unit in _UNCOUNTED:
        return None
    nth = group(match, items, "nth") if "nth" in match.re.groupindex else []
    made = length(1, 1, read.unit)._replace(one=True, ordinal=integer(nth[0]) if nth else None)
    return NOTHING._replace(length=made)


def duration_of(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the last week of August”: a stretch of a stated time, and that time itself."""
    inner, outer = group(match, items, "d")[0], group(match, items, "x")[0]
    words = {i.word for i in items[match.start() : match.end()]}
    around = meaning_of(outer)
    if not words & vocabulary.EDGES or around.length is not None or around.joined is not None:
        return None
    meaning = inner.meaning or _of_length(1, 1, calendar.UNIT_WORDS[inner.word])
    if meaning.length is not None:
        late = words & vocabulary.LAST_EDGES
        made = meaning.length._replace(edge="END" if late else "START")
        meaning = meaning._replace(length=made)
    return joined(
        [
            (meaning, items[match.start()].start, inner.end),
            (around, outer.start, outer.end),
        ],
        "of",
    )


def the_duration(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the six months”: not “the two-week trip”."""
    meaning = meaning_of(items[match.end() - 1])
    made = meaning.length
    return None if made is not None and (made.uncounted or made.hyphen) else meaning


def window(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the past two years”: a stretch that ends or begins at the anchor."""
    meaning = meaning_of(group(match, items, "d")[0])
    if match.end() < len(items) and items[match.end()].word == "of":
        return meaning  # "the last days of the strike" count from its end
    if meaning.length is None:
        return None
    stepped = read_which(meaning, group(match, items, "which"))
    return stepped._replace(length=meaning.length._replace(window=True))


def window_first(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the first nine months”."""
    return group(match, items, "d")[0].meaning


def a_unit(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“twice a week”."""
    item = group(match, items, "d")[0]
    meaning = meaning_of(item)
    if meaning.length is None or not meaning.length.article:
        return None
    return meaning._replace(recurrence=Recurrence(), start=item.start)


def frequency(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“daily”."""
    return plain(rule, match, items)


def every(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“every month”, “each Tuesday”, “on Mondays”."""
    read = plain(rule, match, items)
    if read is None:
        return None
    if read.unit is not None and read.length is None:
        read = read._replace(length=length(1, 1, read.unit), unit=None)
    again = (read.recurrence or Recurrence())._replace(lead=items[match.start()].word)
    return read._replace(recurrence=again)
