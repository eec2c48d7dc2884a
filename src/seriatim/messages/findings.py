"""What the checks say about the claims, dates and names of documents.

``quoted`` arguments are words of a document between quotation marks, as a finding shows them.
"""

from __future__ import annotations

from collections.abc import Sequence

from seriatim.temporal import edtf

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NONE = "no findings"
ALIKE = ("same kind", "actor in common", "overlapping dates", "words in common")
NEXT_DAY = "the day after"
BREAKS_LIST_TOO = "this date also breaks the order of its list"


def unknown_check(code: str, known: Sequence[str]) -> str:
    """The error for a code that no check has."""
    return f"there is no check {code!r}; the checks are {', '.join(known)}"


def counts(errors: int, warnings: int, notes: int) -> str:
    """How many findings there are, by severity: ``1 error, 2 notes``."""
    numbers = ((errors, "error"), (warnings, "warning"), (notes, "note"))
    return ", ".join(f"{n} {name}{'' if n == 1 else 's'}" for n, name in numbers if n) or NONE


def proposal(value: str) -> str:
    """A suggested correction, on a line below its finding."""
    return f"proposal: {value}"


def _would_resolve(value: str | None) -> str:
    return f" Changing the date to {edtf.say(value)} would resolve this." if value else ""


# Dates


def conflict(dates: Sequence[str], distances: Sequence[str]) -> str:
    """The finding of constraints that can't all hold, by their quoted words."""
    if len(dates) < 2:
        first, *rest = [*dates, *distances]
        return f"{first} conflicts with {' and '.join(rest)}" if rest else f"{first} is impossible"
    return f"{dates[0]} conflicts with {' and '.join((dates[1], *distances))}"


def apart(days: float) -> str:
    """How far two dates lie apart, after a conflict."""
    return ": one day apart" if days == 1 else f": {days:.0f} days apart"


def resolved_by(message: str, value: str | None) -> str:
    """A message as a sentence, with the date that would resolve it."""
    return f"{message}.{_would_resolve(value)}"


def distance_reason(quoted: str, value: str, summary: str) -> str:
    """The reason that a stated distance is."""
    return f"{quoted} ({edtf.say(value)}): {summary}"


def interval_mismatch(count: int, unit: str, start: str, end: str) -> str:
    """An age or duration that doesn't follow from its two dates."""
    units = unit if count == 1 else f"{unit}s"
    return f"Interval doesn't match: {edtf.say(start)} to {edtf.say(end)} is not {count} {units}."


def after_document(quoted: str, published: str) -> str:
    """A past event that is dated after its document."""
    return f"{quoted} is later than the document's own date, {edtf.say(published)}."


def out_of_order(quoted: str, value: str | None) -> str:
    """A date that breaks the order of its list."""
    return resolved_by(f"{quoted} breaks the order of its list", value)


def next_to(quoted: str) -> str:
    """A neighbouring date in a list."""
    return f"next to {quoted}"


def ends_before_start(quoted: str) -> str:
    """An interval whose end lies before its start."""
    return f"{quoted} ends before it starts."


def gap(before: str, after: str, days: int) -> str:
    """A long stretch without a dated event."""
    return f"Gap: no event is dated between {edtf.say(before)} and {edtf.say(after)} ({days} days)."


def impossible_date(day: int, month: int, year: str | None, value: str | None) -> str:
    """A day that its month doesn't have."""
    in_month = f"{day} {edtf.MONTH_NAMES[month - 1]}" if 1 <= month <= 12 else f"month {month}"
    named = f"{in_month} {year}" if year else in_month
    return resolved_by(f"Impossible date: there is no {named}", value)


def wrong_weekday(date: str, actual: int, stated: int, value: str | None) -> str:
    """A date beside a day of the week on which it didn't fall (0: Monday)."""
    was = f"{edtf.say(date)} was a {WEEKDAYS[actual]}, not a {WEEKDAYS[stated]}"
    return resolved_by(was, value)


def missing_space(quoted: str) -> str:
    """A date that runs into the next word."""
    return f"{quoted}: the space after the date is missing."


def no_anchor(quoted: str, *, counts_from_document: bool) -> str:
    """A relative date whose anchor is unknown."""
    anchor = "the document's date" if counts_from_document else "an event"
    why = "unknown" if counts_from_document else "not dated"
    return f"Relative date: {quoted} counts from {anchor}, which is {why}."


def implausible_year(quoted: str, first: int, last: int) -> str:
    """A year far outside the span of its document."""
    return f"Is {quoted} a year? The other dates in this document are from {first} to {last}."


UNDATED_DOCUMENT = "The document's date is unknown, so relative dates in it stay open."


# Names and sources


def misspelling(written: str, name: str, times: int) -> str:
    """A name that is spelled otherwise elsewhere in the document."""
    often = f" ({times} times)" if times > 1 else ""
    return f"Possible misspelling: “{written}”{often} for {name}."


def spelled_elsewhere(name: str) -> str:
    """The reason for a possible misspelling."""
    return f"spelled “{name}” elsewhere"


def several_names(quoted: str, names: Sequence[str]) -> str:
    """Names that run into one another."""
    return f"{quoted} looks like {len(names)} names: {', '.join(names)}."


def unnamed_source(quoted: str) -> str:
    """A source whom nobody names."""
    return f"{quoted}: the source is not named."


# Two claims about one event


def asserted_and_denied(asserted: str, denial: str) -> str:
    """A claim and its denial."""
    return f"Asserted and denied: {asserted} and {denial}."


def different_actors(one: str, other: str) -> str:
    """Two claims that give one event to different people."""
    return f"{one} conflicts with {other}: they name different people for the same event."


def different_dates(one: str, other: str) -> str:
    """Two dates of one event that exclude each other."""
    return f"{edtf.say(one)} conflicts with {edtf.say(other)}: they date the same event."


def different_precision(one: str, other: str) -> str:
    """Two dates of one event, of which one is more precise."""
    return f"{edtf.say(one)} and {edtf.say(other)} date the same event with different precision."


def different_numbers(one: str, other: str, *, may_be_update: bool) -> str:
    """Two numbers of one event that can't both be right."""
    later = " The documents have different dates, so this may be an update." * may_be_update
    return f"“{one}” conflicts with “{other}”: they describe the same event.{later}"


def different_places(one: str, other: str) -> str:
    """Two places of one event."""
    return f"“{one}” and “{other}” are given as the place of the same event."


def possible_duplicate(one: str, other: str, *, precision_differs: bool) -> str:
    """Two events that may be one."""
    differ = ", dated with different precision" if precision_differs else ""
    return f"Possible duplicate event: {one} and {other}{differ}."


def numbers_differ(one: str, other: str) -> str:
    """A reason that speaks against merging two events."""
    return f"different numbers: “{one}” and “{other}”"
