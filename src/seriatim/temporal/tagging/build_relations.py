"""The builders of shifts, modifiers and ranges."""

from __future__ import annotations

from seriatim.lang import calendar
from seriatim.lang import timex_words as vocabulary
from seriatim.lang.base import Rule
from seriatim.temporal.algebra import (
    NOTHING,
    Meaning,
    Modifier,
    ReportingPeriod,
    Step,
    dated,
    length,
    over,
)
from seriatim.temporal.tagging.build_dates import joined
from seriatim.temporal.tagging.grammar import Item
from seriatim.temporal.tagging.parts import (
    Match,
    constant,
    group,
    integer,
    meaning_of,
    plain,
    read_mod,
    read_unit,
    read_which,
)

_DASHES = "-–—‑"
_LAST_DAY = 31


def shift(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A distance and its direction."""
    return over(meaning_of(group(match, items, "d")[0]), constant(rule))


def earlier(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“two days earlier”, “two days before”, which may count from an event that follows."""
    meaning = shift(rule, match, items)
    if meaning is not None and items[match.end() - 1].word in vocabulary.OPEN_ENDS:
        return meaning._replace(open_end=True)
    return meaning


def beside_today(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the day before yesterday”."""
    day = meaning_of(group(match, items, "d")[0])
    return constant(rule) if day.date.today == rule.sets["beside"] and day.part is None else None


def day_before(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the day before”: of an event, or of the running day."""
    if match.start() and items[match.start() - 1].word in vocabulary.LEADS_DAY_BEFORE:
        return None
    return constant(rule)._replace(open_end=True)


def which(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“last week”, “the following day”."""
    read = plain(rule, match, items)
    if read is None or read.step is None or read.unit is None or read.unit == "second":
        return None
    step = read.step._replace(article=items[match.start()].word == "the")
    after = items[match.end()].word if match.end() < len(items) else ""
    if step.which in ("last", "next") and after == "of":
        # "the last week of that month" is a part of it
        return NOTHING._replace(length=length(1, 1, read.unit))
    if (step.article and step.which == "next") or step.which in vocabulary.SAME:
        step = step._replace(base="running")
    return read._replace(step=step)


def which_date(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“last summer”, “next Friday”."""
    inner = meaning_of(group(match, items, "d")[0])
    date = inner.date
    relative = inner.length is not None or inner.step is not None or date.today is not None
    if date.year is not None or relative:
        return None
    adjective = date.abbreviated or inner.rule == "date.quarter-adjective"
    if items[match.start()].word == "that" and adjective:
        return None  # "they said that Sun …", "that third-quarter profits …": a conjunction
    if date.stated_weekday is not None:
        return inner  # "the following Monday, 7 January": the date says all
    stepped = read_which(inner, group(match, items, "which"))
    return dated(stepped, abbreviated=False, season_word=None)


def date_beside(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the autumn before”: the one before the running time, unless an event follows."""
    meaning = meaning_of(group(match, items, "d")[0])
    date = meaning.date
    named = (date.month, date.season, date.weekday) != (None, None, None)
    exact = (date.year, date.short_year, date.day) != (None, None, None) or meaning.step is not None
    if not (items[match.start()].word == "the" or date.article) or not named or exact:
        return None
    ahead = items[match.end() - 1].word == "after"
    step = Step(1 if ahead else -1, "running", "following" if ahead else "previous")
    return meaning._replace(step=step, open_end=True)


def date_last(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the 23rd of February last”: not “in February last year”."""
    meaning = meaning_of(group(match, items, "d")[0])
    date = meaning.date
    if match.end() < len(items) and items[match.end()].word in calendar.UNIT_WORDS:
        return None
    exact = (date.year, date.short_year, date.stated_weekday) != (None, None, None)
    if date.month is None or exact or meaning.step is not None:
        return None
    return meaning._replace(step=Step(-1, "running", "last"))


def this_past(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“this past winter”, “this coming Friday”."""
    word = items[match.start() + 1].word
    step = Step(-1 if word == "past" else 1, "document", word)
    return meaning_of(group(match, items, "d")[0])._replace(step=step)


def which_part(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“this morning”, “last night”."""
    return plain(rule, match, items)


def quarter_ago(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the year-earlier quarter”, “the 1988 period”: a quarter that the running one gives."""
    return plain(rule, match, items)


def the_quarter(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the quarter”, “the latest period”."""
    words = " ".join([i.word for i in items[match.start() : match.end()]])
    return None if words in vocabulary.NO_PERIODS else NOTHING._replace(period=ReportingPeriod(0))


def the_unit(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the year”: the running one."""
    if match.end() < len(items) and items[match.end()].word in _DASHES:
        return None
    meaning = NOTHING._replace(step=Step(0, "context", "the", whole_unit=True))
    return read_unit(meaning, group(match, items, "unit"))


def fiscal_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the current fiscal year”."""
    step = Step(0, "document", "this")
    meaning = dated(NOTHING._replace(step=step, unit="year"), fiscal=True)
    which_words = group(match, items, "which")
    return read_which(meaning, which_words) if which_words else meaning


def these_days(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“these days”: now."""
    days = meaning_of(items[match.end() - 1]).length
    return NOTHING._replace(reference="PRESENT_REF") if days and days.unit == "day" else None


def modified(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“early 1998”, “the end of March”."""
    inner = meaning_of(group(match, items, "d")[0])
    if inner.length is not None and inner.offset is None:
        return None
    return _compared(read_mod(inner, group(match, items, "mod")), rule, "mod.earlier")


def _compared(meaning: Meaning, rule: Rule, name: str) -> Meaning:
    """“later in the year”, where the rule compares: later than now."""
    mod = meaning.mod
    if rule.id != name or mod is None or mod.word not in vocabulary.COMPARED:
        return meaning
    return meaning._replace(mod=mod._replace(value=vocabulary.COMPARED[mod.word]))


def modified_unit(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“later in the year”, “the end of the month”: of the running or the document's one."""
    meaning = NOTHING._replace(step=Step(0, "context", "the"))
    meaning = read_unit(meaning, group(match, items, "unit"))
    meaning = _compared(read_mod(meaning, group(match, items, "mod")), rule, "mod.earlier-unit")
    return None if meaning.unit in ("second", "minute", "hour") else meaning


def about(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“about three weeks”, “circa 1850”."""
    item, word = group(match, items, "d")[0], items[match.start()].word
    meaning = meaning_of(item)
    date = meaning.date
    near = date.weekday is not None or date.today is not None or date.weekend
    if near and meaning.clock is None:
        return None
    if word == "some" and meaning.length is None:
        return None
    if word in vocabulary.CIRCA and date.year is None:
        return None
    if meaning.recurrence is not None or (meaning.length is not None and meaning.length.vague):
        return None
    return _modified(item, "APPROX")


def _modified(item: Item, value: str) -> Meaning:
    meaning = meaning_of(item)
    word = "" if meaning.mod is None else meaning.mod.word
    return meaning._replace(mod=Modifier(value, word, item.start))


def fixed_mod(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“at least three weeks”."""
    item = group(match, items, "d")[0]
    made = meaning_of(item).length
    if made is not None and made.window and rule.sets["mod"] == "MORE_THAN":
        return None  # "over the past two years" is a stretch, not more than it
    return _modified(item, rule.sets["mod"])


def span(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“from A to B”: refused where the two are not of a kind."""
    first, last = group(match, items, "a")[0], group(match, items, "b")[0]
    a, b = first.meaning, meaning_of(last)
    if a is None:
        day = integer(first)
        if day is None or b.date.day is None or not 1 <= day <= _LAST_DAY or b.joined is not None:
            return None
        a = dated(NOTHING, day=day, month=b.date.month, year=b.date.year)
    lasts = a.length is not None or b.length is not None
    if lasts or a.joined is not None or b.joined is not None or a.recurrence is not None:
        return None
    if rule.id == "range.dash" and _grain(a) != _grain(b):
        return None
    return joined([(a, first.start, first.end), (b, last.start, last.end)], "range")


_GRAINS = (
    "day",
    "weekday",
    "today",
    "month",
    "season",
    "quarter",
    "decade",
    "century",
    "year",
)


def _grain(meaning: Meaning) -> str:
    if meaning.clock is not None:
        return "clock"
    if meaning.part is not None:
        return "part"
    return next((name for name in _GRAINS if getattr(meaning.date, name) is not None), "")


def reference(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“now”, “recently”."""
    return constant(rule)
