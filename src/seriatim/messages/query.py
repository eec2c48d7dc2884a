"""What filters, listings and key events say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seriatim.temporal import edtf

# Filters: what each field selects, for the help

FIELDS = {
    "kind": "the kind of event, such as meeting",
    "actor": "a participant, by name, part of a name, alias or id",
    "group": "a group of the case that a participant belongs to",
    "text": "words of the summary, the place or a quote; also words without a field",
    "source": "the source of a claim, by name or part of a name",
    "certainty": "the certainty of a claim's source: certain, probable, possible",
    "since": "may have happened then or later; events without any date are left out",
    "until": "may have happened then or earlier; events without any date are left out",
    "during": "may have happened then, such as during:2016; events without any date are left out",
    "dated": "yes: the words give a date; no: they don't",
    "status": "a person's decision: proposed if there is none, accepted, rejected, disputed",
}


def open_quote(text: str) -> str:
    """The error for a quotation mark without its pair."""
    return f"{text!r}: a quotation mark is not closed"


def unknown_field(token: str, name: str, known: str) -> str:
    """The error for a field that filters don't have."""
    return f"{token}: there is no field {name!r}{known}"


def no_value(token: str) -> str:
    """The error for a field without a value."""
    return f"{token}: a value is missing after the colon"


def known_values(shown: Sequence[str], more: int, close: str | None) -> str:
    """The values that there are, and the one probably meant."""
    if not shown:
        return "; the chronology has none"
    rest = f" and {more} more" if more else ""
    guess = f". Did you mean {close!r}?" if close else ""
    return f"; known: {', '.join(shown)}{rest}{guess}"


def wrong_value(term: str, value: str, field: str, known: str) -> str:
    """The error for a value that a field doesn't take."""
    return f"{term}: {value!r} is not a value of {field}{known}"


def one_date(term: str, field: str) -> str:
    """The error for several dates."""
    return f"{term}: {field} takes one date"


def not_a_date(term: str, value: str) -> str:
    """The error for a date that can't be read."""
    return (
        f"{term}: {value!r} is not a date; "
        "write a year, month or day, such as 2016, 2016-04 or 2016-04-27"
    )


def unknown_kind(quoted: str, value: str, known: str) -> str:
    """The error for a kind that no event has."""
    return f"kind:{quoted}: no event has the kind {value!r}{known}"


def unknown_actor(quoted: str, value: str, known: str) -> str:
    """The error for a name that no actor has."""
    return f"actor:{quoted}: nobody is named {value!r}{known}"


def unknown_group(quoted: str, value: str, known: str) -> str:
    """The error for a group that the case doesn't have."""
    return f"group:{quoted}: there is no group {value!r}{known}"


# Key events: why an entry ranks high


def reported_by(documents: int, independent: int) -> str:
    """How many documents report an event."""
    return f"reported by {documents} documents, {independent} of them independent"


def names(people: Iterable[str]) -> str:
    """Whom an event names."""
    return f"names {', '.join(people)}"


def first_about(name: str) -> str:
    """The first event about somebody."""
    return f"the first event about {name}"


def last_about(name: str) -> str:
    """The last event about somebody."""
    return f"the last event about {name}"


def told_in(sentences: int) -> str:
    """In how many sentences an event is told."""
    return f"told in {sentences} places"


def linked(count: int) -> str:
    """How many stated relations and conflicts an event is part of."""
    return f"part of {count} {'relation or conflict' if count == 1 else 'relations or conflicts'}"


VERSIONS_DIFFER = "versions differ"
IN_SUMMARY = "told in a summary"
IN_CONCLUSION = "told in a conclusion"
IN_TITLE = "told in a title or heading"
ACCEPTED = "accepted by a reviewer"
DATED_TO_THE_DAY = "dated to the day"

# Listings

NO_EVENTS = "no events"
MAY_LIE_IN_PERIOD = "Could also be in this period"


def may_lie_in_period(count: int) -> str:
    """How many events are not listed because their dates only may lie in the period."""
    events = "1 event has a date" if count == 1 else f"{count} events have dates"
    return f"{events} that could also be in this period: add --possible to list them"


UNDATED = "No date stated"
REJECTED = "Rejected by a reviewer"
DENIED, PLANNED = "denied", "planned"


def status(value: str) -> str:
    """The status after an event's summary."""
    return f" ({value})" if value in ("rejected", "disputed") else ""


def difference(aspect: str, kind: str, sides: Iterable[str]) -> str:
    """Where the claims of an event differ."""
    return f"{aspect}, {kind}: {' · '.join(sides)}"


def implied(earliest: str | None, latest: str | None) -> str:
    """What other events imply about the date of an event."""
    if earliest and latest:
        return f"between {edtf.say(earliest)} and {edtf.say(latest)}, implied by other events"
    if earliest:
        return f"not before {edtf.say(earliest)}, implied by other events"
    return f"not after {edtf.say(latest)}, implied by other events" if latest else ""


def source_chain(document: str, sources: Iterable[str]) -> str:
    """A document with the chain of its sources."""
    return ", citing ".join((document, *sources))


def hedged(words: Iterable[str]) -> str:
    """The hedges of a claim."""
    return f"hedged: {', '.join(words)}"
