"""What the coincidence test says: results, refusals, warnings, errors, the words of its picture.

A are the outcome events, B the trigger events that they may follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seriatim.temporal import edtf

EVERY_EVENT = "every event"
PAIRS = "The pairs:"
NEEDED_HEADING = "What would be needed:"
NO_P = "No p-value: these lists can't show how often chance alone would give as many."
REFUSED = {
    "curated": (
        "One of the lists was curated to show something.  Such a list can't be tested: its "
        "p-value would only show how it was made.  "
        "If every A that doesn't fit is left out, even unrelated lists usually look like more "
        "than chance."
    ),
    "unknown": (
        "It is unknown how the lists were made.  Unless each is complete, a p-value would only "
        "show how they were made."
    ),
    "period": (
        "The period that the lists cover is unknown.  From the first to the last event is not a "
        "period, because the events chose it."
    ),
    "few of": "Fewer than five A can be placed in the period.",
    "few after": "Fewer than five B can be placed in the period.",
}

_COMPLETE = (
    "Every A and every B between two days fixed in advance, whether it fits or not, each list "
    "made by somebody who didn't look at the other."
)
_MORE = "a longer period, or a more frequent kind of event."
NEEDED = {
    "curated": _COMPLETE,
    "unknown": _COMPLETE,
    "period": "The first and the last day between which both lists are complete.",
    "few of": f"More A: {_MORE}",
    "few after": f"More B: {_MORE}",
}

NOT_SHOWN = (
    "This doesn't show cause: something that drives both (a season, a session, a crisis, the "
    "habits of their authors) looks the same."
)
NOT_COUNTED = (
    "It is unknown how many tests were run before this one: a chronology file keeps no log of "
    "them.  Each one counts."
)

METHODS = {
    "blocks": (
        "block shift: A moved together by whole weeks within each year, which keeps clusters, "
        "weekdays, hours and busy years"
    ),
    "exact": "exact count: A placed at random in the period, regardless of weekdays and busy years",
    "strata": "strata: each A placed at random in the slots of its own weekday, hour and year",
    "circular": "circular shift: A moved together by whole weeks around the whole period",
    "windows": (
        "all windows at once: block shift by whole weeks within years, with the largest of all "
        "windows ranked among those of shifted calendars"
    ),
    "waits": (
        "waits: time since the last B, against A placed at random in the period "
        "(Kolmogorov-Smirnov, one-sided)"
    ),
}


# Warnings


def windows_too_wide(share: str) -> str:
    """The warning that windows cover most of the period."""
    return f"The windows cover {share} of the period, so most A would fall into one anyway."


def few_blocks(blocks: int) -> str:
    """The warning that there are few calendars to compare with."""
    return (
        f"Few years can be shifted ({blocks}), so there are few calendars to compare with, and "
        "they are much alike."
    )


def least_possible(least: str) -> str:
    """The warning that no result could be significant."""
    return (
        f"No list in this calendar could give a p below {least}: it is too short, or its windows "
        "too wide, for this method."
    )


def undated(share: str, side: str) -> str:
    """The warning that many events have no place in the calendar."""
    return (
        f"{share} of the {side} that may belong to the period have no exact enough date: where "
        "they fall may change the result."
    )


ONE_DOCUMENT = "Both lists come from one document, so one author chose both."


def left_out_of_p(count: int, side: str, unit: str) -> str:
    """The note that a method can't use some events."""
    return f"{count} {side} without a date to the {unit} are left out of p and of the numbers."


# The lists


def side(name: str, chosen: str, count: int, left_out: Sequence[str]) -> str:
    """One of the two lists: its filter, its size, and what is left out."""
    events = f"{count:,} event{'' if count == 1 else 's'}"
    without = f" (left out: {', '.join(left_out)})" if left_out else ""
    return f"{name}: {chosen or EVERY_EVENT}, {events}{without}"


LEFT_OUT = {
    "undated": "without a date closed on both sides",
    "not_surely_inside": "not certainly within the period",
    "outside": "outside the period",
    "not_said_to_have_happened": "denied or only planned",
    "in_both_lists": "in both lists, counted as B only",
}


def period(first: str, last: str, *, given: bool) -> str:
    """The period of the lists."""
    origin = "" if given else " (from the first to the last event; no period was given)"
    return f"Period: {edtf.say(first)} to {edtf.say(last)}{origin}"


# What was observed


def observed(result: str) -> str:
    """The observation of a test without a p-value."""
    return f"What was observed: {result}"


def hits(
    events: int, sure: int, unsure: int, total: str, near: str, *, either: bool, covered: str
) -> str:
    """How many A came near a B, and how much of the period the windows cover."""
    windows = f"The windows {'around' if either else 'after'} B cover {covered} of the period."
    if not unsure:
        return f"Of {events:,} A, {sure:,} came {near}. {windows}"
    return (
        f"Of {events:,} A, {sure:,} came {near}, and {unsure:,} more may have: their dates are "
        "not exact, so each counts by the share of its "
        f"dates that lies in windows, {total} in all. {windows}"
    )


def headline(events: int, total: str, near: str) -> str:
    """The title of a test's picture."""
    return f"Of {events:,} A, {total} came {near}"


def same_slot(unit: str) -> str:
    """A window without a length."""
    return "on the same day as a B" if unit == "day" else f"in the same {unit} as a B"


def window(within: str, lag: str | None, *, either: bool) -> str:
    """A window: ``within 3 days after a B``."""
    near = f"within {within} {'before or after' if either else 'after'}"
    return f"{near} a B" if lag is None else f"{near} the moment {lag} after a B"


# What chance gives


def chance(expected: str, low: str, high: str) -> str:
    """What chance alone gives."""
    return f"Chance alone gives about {expected} ({low} to {high} in 95 of 100 such calendars)"


def as_many(gives: str, seen: str, often: str) -> str:
    """How often chance gives as many."""
    return f"{gives}; {seen} or more in {often} such calendars."


def as_short_waits(gives: str, often: str) -> str:
    """How often chance gives waits as short."""
    return f"{gives}; waits as short as these, whatever the window, in {often} such calendars."


def best_window(gives: str, window: str, often: str) -> str:
    """How often chance gives a window that stands out as much."""
    return (
        f"{gives}. The window was not fixed in advance: of all windows, “{window}” stands out "
        "most, "
        f"and one stands out as much in {often} such calendars."
    )


def often(times: int, of: int) -> str:
    """A probability as a natural frequency: ``about 2 of 1,000``."""
    return f"about {times:,} of {of:,}"


ALL = "all"
NEARLY_ALL = "nearly all"
RARELY = "fewer than 2 of 1,000,000"
LESS_THAN_1 = "less than 1%"
MORE_THAN_99 = "more than 99%"


def below(p: str) -> str:
    """A probability that is only known to be smaller."""
    return f"below {p}"


def tests_run(count: int, often: str) -> str:
    """How many tests were run, and what that does to the result."""
    if count == 1:
        return "1 test was run."
    return (
        f"{count} tests were run: with as many, chance alone gives a result like this in {often} "
        "cases."
    )


def warning(text: str) -> str:
    """A warning as a line."""
    return f"Note: {text}"


def ratio(value: float | None, interval: tuple[float, float] | None) -> str:
    """The ratio of observed to expected."""
    if value is None or interval is None:
        return "ratio undefined"
    return f"ratio {value:.2f} (95%: {interval[0]:.2f} to {interval[1]:.2f})"


def numbers(seen: float, expected: float, ratio: str, p: str, tests: int, corrected: str) -> str:
    """The numbers of a result, in one line."""
    among = f", corrected for {tests} tests {corrected}" if tests > 1 else ""
    return f"Observed {seen:.4g}, expected {expected:.3g}, {ratio}, p = {p}{among}."


def method(name: str, least: str) -> str:
    """The method of a test."""
    return f"Method: {METHODS[name]}. The smallest p that it could give here is {least}."


NO_TIPPING = (
    "Even if no A had been left out, as many would not be surprising in a period like this."
)


def tipping_point(events: int) -> str:
    """How many events left out of a list would undo a result."""
    return (
        f"Tipping point: if {events:,} or more A that don't fit were left out of the list, even "
        "a list spread evenly over "
        "the period would show as many often enough (p above .05)."
    )


# Pairs


def more_pairs(count: int) -> str:
    """How many pairs are not listed."""
    return f"and {count:,} more."


def same_moment(unit: str) -> str:
    """A pair in one slot."""
    return "the same day; which came first is not counted" if unit == "day" else f"the same {unit}"


def before_or_after(length: str, *, before: bool) -> str:
    """The distance of a pair."""
    return f"{length} {'before' if before else 'after'}"


def between(low: str, high: str, share: str | None) -> str:
    """The distance of a pair whose dates are not exact."""
    inside = f" ({share} of the possible dates of A lie in a window)" if share else ""
    return f"from {low} to {high}, as far as the dates show{inside}"


def event(date: str, quote: str, document: str, sources: Iterable[str]) -> str:
    """An event by its date, quote, document and sources."""
    return f"{edtf.say(date)}: “{quote}” ({document}{''.join(f', from {s}' for s in sources)})"


# The picture

LEGEND = (
    "Shaded: windows.  Tall and dark: certainly or possibly in a window.  Wide: not an exact date."
)
OBSERVED, EXPECTED = "observed", "expected"


def refused(reason: str) -> str:
    """The first sentence of a refusal."""
    return f"No p-value: {reason.partition('.')[0]}."


def picture_side(name: str, chosen: str) -> str:
    """The label of a row of events."""
    return f"{name}: {chosen or EVERY_EVENT}"


def chance_heading(how_often: str) -> str:
    """The heading of the bars."""
    return f"What chance alone gives in this window ({how_often})"


def as_many_in(seen: str, often: str) -> str:
    """How often chance gives as many, for the heading of the bars."""
    return f"{seen} or more in {often} such calendars"


def stands_out_in(often: str) -> str:
    """How often a calendar stands out as much over all windows."""
    return f"over all windows, {often} such calendars stand out as much"


def labelled(label: str, value: str) -> str:
    """A mark below the bars."""
    return f"{label}: {value}"


# Errors


def not_a_length(text: str) -> str:
    """The error for a length of time that can't be read."""
    return f"{text!r} is not a length of time: write 3d, 2w, 36h or 90min"


def two_units(lag: str, within: str) -> str:
    """The error for a lag and a window in different units."""
    return f"the lag is in {lag}s and the window in {within}s: use one unit for both"


WAITS_LOOK_AHEAD = (
    "the method waits looks at what comes after: remove either, or choose another method"
)


def unknown_method(name: str, known: Iterable[str]) -> str:
    """The error for a method that doesn't exist."""
    return f"{name!r} is not a method; known: {', '.join(known)}"


def not_a_question(line: str) -> str:
    """The error for a line of the log that can't be read."""
    return f"{line!r} is not a coincidence test of the log"


def not_a_period(text: str) -> str:
    """The error for a period that can't be read."""
    return f"{text!r} is not a period: write FROM/TO, such as 2015-03/2017-12, or a year"


def open_period(text: str) -> str:
    """The error for a period without two closed ends."""
    return f"{text!r} has an open end: a period needs a start and an end"


def too_many_slots(first_day: str, slots: int, unit: str) -> str:
    """The error for a calendar that is too long for its unit."""
    return f"there are {slots:,} {unit}s from {first_day}: use a longer unit or a shorter period"
