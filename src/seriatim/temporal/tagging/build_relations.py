"""What the rules of shifts, modifiers and ranges make of the words that they matched."""

from __future__ import annotations

from seriatim.lang.en.calendar import UNIT_WORDS
from seriatim.lang.en.timex.rules import Rule
from seriatim.temporal.tagging.grammar import Item, Meaning
from seriatim.temporal.tagging.parts import (
    Match,
    group,
    integer,
    plain,
    read_mod,
    read_unit,
    read_which,
)


def shift(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """A distance and its direction."""
    meaning = dict(group(match, items, "d")[0].meaning or {})
    return {**meaning, **rule.sets}


def earlier(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“two days earlier”; “before” counts only where nothing follows that it could count from: told later."""
    meaning = shift(rule, match, items)
    if meaning is not None and items[match.end() - 1].word in ("before", "prior"):
        meaning["openend"] = True
    return meaning


def beside_today(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the day before yesterday”."""
    day = group(match, items, "d")[0].meaning or {}
    return dict(rule.sets) if day.get("today") == rule.sets["from"] and "part" not in day else None


def day_before(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the day before”: of something, or of the running day."""
    if match.start() and items[match.start() - 1].word in ("in", "of", "during"):
        return None
    return {**rule.sets, "openend": True}


def which(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“last week”, “the following day”."""
    read = plain(rule, match, items)
    if read is None or read["unit"] == "second":
        return None
    words = [i.word for i in items[match.start() : match.end()]]
    if (
        read["which"] in ("last", "next")
        and match.end() < len(items)
        and items[match.end()].word == "of"
    ):
        return {
            "dur": [(1, 1, read["unit"])],
            "words": words,
        }  # "the last week of that month" is a part of it
    if (
        words[0] == "the"
        and read["which"] in ("last", "next", "past")
        and read["base"] == "document"
    ):
        read["thewhich"] = True
        if read["which"] == "next":
            read["base"] = "running"
    if read["which"] in ("that", "same"):
        read["base"] = "running"
    read["words"] = words
    return read


def which_date(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“last summer”, “next Friday”."""
    inner = group(match, items, "d")[0].meaning or {}
    if "year" in inner or "dur" in inner or "step" in inner or "today" in inner:
        return None
    if items[match.start()].word == "that" and (
        "short" in inner or inner.get("rule") == "date.quarter-adjective"
    ):
        return None  # "they said that Sun …", "that third-quarter profits …": a conjunction
    meaning = dict(inner)
    if "weekday_stated" in inner:
        return meaning  # "the following Monday, 7 January": the date says all
    read_which(meaning, group(match, items, "which"))
    meaning.pop("short", None)
    meaning.pop("bareseason", None)
    return meaning


def date_beside(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the autumn before”: the one before what was told, unless something follows that it counts from."""
    meaning = group(match, items, "d")[0].meaning or {}
    the = items[match.start()].word == "the" or meaning.get("the")
    if (
        not the
        or not {"month", "season", "weekday"} & set(meaning)
        or {"year", "yy", "day", "step"} & set(meaning)
    ):
        return None
    ahead = items[match.end() - 1].word == "after"
    return {
        **meaning,
        **rule.sets,
        "which": "following" if ahead else "previous",
        "step": 1 if ahead else -1,
        "openend": True,
    }


def date_last(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the 23rd of February last”: not “in February last year”."""
    meaning = group(match, items, "d")[0].meaning or {}
    of_unit = match.end() < len(items) and items[match.end()].word in UNIT_WORDS
    if of_unit or "month" not in meaning or {"year", "yy", "step", "weekday_stated"} & set(meaning):
        return None
    return {**meaning, **rule.sets, "which": "last", "step": -1}


def this_past(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“this past winter”, “this coming Friday”."""
    step = -1 if items[match.start() + 1].word == "past" else 1
    return {
        **(group(match, items, "d")[0].meaning or {}),
        "which": items[match.start() + 1].word,
        "step": step,
        "base": "document",
    }


def which_part(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“this morning”, “last night”."""
    return plain(rule, match, items)


def quarter_ago(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the year-earlier quarter”, “the 1988 period”: a quarter that the running one tells."""
    meaning = plain(rule, match, items)
    if meaning is not None:
        meaning["period"] = True
    return meaning


def the_quarter(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the quarter”, “the latest period”."""
    words = [i.word for i in items[match.start() : match.end()]]
    return (
        None
        if words in (["the", "period"], ["the", "same", "period"])
        else {"earlier": 0, "period": True}
    )


def the_unit(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the year”: the one that is running."""
    if match.end() < len(items) and items[match.end()].word in "-–—‑":
        return None
    meaning: Meaning = {"step": 0, "base": "context", "which": "the", "theunit": True}
    read_unit(meaning, group(match, items, "unit"))
    return meaning


def fiscal_year(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“the current fiscal year”."""
    meaning: Meaning = {
        "step": 0,
        "base": "document",
        "which": "this",
        "unit": "year",
        "fiscal": True,
    }
    which_words = group(match, items, "which")
    if which_words:
        read_which(meaning, which_words)
    return meaning


def these_days(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“these days”: now."""
    return (
        {"ref": "PRESENT_REF"}
        if items[match.end() - 1].meaning
        and (items[match.end() - 1].meaning or {})["dur"][0][2] == "day"
        else None
    )


def modified(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“early 1998”, “the end of March”."""
    inner = group(match, items, "d")[0].meaning or {}
    if "dur" in inner and "direction" not in inner:
        return None
    meaning = dict(inner)
    read_mod(meaning, group(match, items, "mod"))
    if rule.name == "mod.earlier" and meaning["modword"] == "later":
        meaning["mod"] = "LATER"
    elif rule.name == "mod.earlier" and meaning["modword"] == "earlier":
        meaning["mod"] = "EARLIER"
    return meaning


def modified_unit(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“later in the year”, “the end of the month”: of the running or the document's one."""
    meaning: Meaning = {"step": 0, "base": "context", "which": "the"}
    read_unit(meaning, group(match, items, "unit"))
    read_mod(meaning, group(match, items, "mod"))
    if rule.name == "mod.earlier-unit" and meaning["modword"] in ("later", "earlier"):
        meaning["mod"] = "LATER" if meaning["modword"] == "later" else "EARLIER"
    return None if meaning["unit"] in ("second", "minute", "hour") else meaning


def about(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“about three weeks”, “circa 1850”: what it makes keeps the classes of what it weakens."""
    item = group(match, items, "d")[0]
    if (
        item.meaning
        and ("weekday" in item.meaning or "today" in item.meaning or "weekend" in item.meaning)
        and "clock" not in item.meaning
    ):
        return None
    if items[match.start()].word == "some" and "dur" not in (item.meaning or {}):
        return None
    if items[match.start()].word in ("c", "ca") and "year" not in (item.meaning or {}):
        return None
    if (item.meaning or {}).get("vague") or (item.meaning or {}).get("set"):
        return None
    return {**(item.meaning or {}), "mod": "APPROX", "kind": item.kind, "inner": item.start}


def fixed_mod(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“at least three weeks”."""
    item = group(match, items, "d")[0]
    if (item.meaning or {}).get("window") and rule.sets.get("mod") == "MORE_THAN":
        return None  # "over the past two years" is a stretch, not more than it
    return {**(item.meaning or {}), **rule.sets, "kind": item.kind, "inner": item.start}


def span(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“from A to B”: refused where the two are not of a kind."""
    first, last = group(match, items, "a")[0], group(match, items, "b")[0]
    a, b = first.meaning, last.meaning or {}
    if a is None:
        day = integer(first)
        if day is None or "day" not in b or not 1 <= day <= 31 or "parts" in b:
            return None
        a = {"day": day}
        if "month" in b:
            a["month"] = b["month"]
        if "year" in b:
            a["year"] = b["year"]
    if "dur" in a or "dur" in b or "parts" in a or "parts" in b or "set" in a:
        return None
    if rule.name == "range.dash" and _grain(a) != _grain(b):
        return None
    return {
        "parts": [({**a}, first.start, first.end), ({**b}, last.start, last.end)],
        "join": "range",
    }


def _grain(meaning: Meaning) -> str:
    for key in (
        "clock",
        "part",
        "day",
        "weekday",
        "today",
        "month",
        "season",
        "quarter",
        "decade",
        "century",
        "year",
    ):
        if key in meaning:
            return key
    return ""


def reference(rule: Rule, match: Match, items: list[Item]) -> Meaning | None:
    """“now”, “recently”."""
    return dict(rule.sets)
