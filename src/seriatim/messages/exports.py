"""What exports say in words: sources, dates, statuses, and what a format can't hold."""

from __future__ import annotations

from collections.abc import Iterable

from seriatim.temporal import edtf

NOTE = (
    "This chronology records what documents say: which document, which sources it cites, and how "
    "certain they are. It does not claim that anything happened."
)
FINDINGS, DOCUMENTS = "Findings", "Documents"
UNKNOWN_DATE = "date unknown"
UNDATED = "No date stated"
REJECTED = "Rejected by a reviewer"
DISPUTED = "disputed by a reviewer"
DENIED, PLANNED = "denied", "planned"
EARLIEST, LATEST = "earliest possible time", "latest possible time"

# What a format can't hold

LEFT_OUT = "rejected event: left out"
RELATIONS = "temporal relation between two events"
DISTANCES = "distance of a temporal relation"
SAME_DAY = "“the same day”: TimeML has no such relation"
APPROXIMATE_IN_SUMMARY = "“about” and “perhaps”: in the summary only"
APPROXIMATE_IN_WORDS = "“about” and “perhaps”: in words only"
UNDATED_EVENT = "undated event: exported without a date"
STATEMENTS = "hedges, denials and sources: in the summary only"
UNDATED_CONTACT = "contact without a date: in GEXF its edge is always there"
NOT_IN_CALENDAR = "undated event or open interval: not in the calendar"
TOO_WIDE_FOR_CALENDAR = "date before the year 1 or wider than a century: not in the calendar"
VERSIONS_IN_CALENDAR = "versions with other dates: in the description of a single entry"
CUT_TEXT = "text cut to what a cell can hold"
UNDATED_IN_TIMELINEJS = "undated event: TimelineJS has no place for it"
OPEN_IN_TIMELINEJS = "open interval: shown at its known end, described in words"
OPEN_IN_TIMEML = "open interval or version: only the TIMEX3 value of its words"
UNDATED_IN_TIMESKETCH = "undated event: Timesketch has no place for it"
OPEN_IN_TIMESKETCH = "open interval: only its known end"
EARLY_IN_TIMESKETCH = "time before the year 1: Timesketch has no place for it"


def citing(sources: Iterable[str]) -> str:
    """The chain of sources after a document: ``, citing a clerk, citing the mayor``."""
    return "".join(f", citing {source}" for source in sources)


def cites(source: str) -> str:
    """A source as a part of its own."""
    return f"citing {source}"


def hedged(words: Iterable[str]) -> str:
    """The hedges of a claim."""
    return f"hedged: {', '.join(words)}"


def with_status(text: str, status: str) -> str:
    """A summary with the status that a person gave its event."""
    return text if status == "proposed" else f"{text} ({status})"


def disputed(text: str) -> str:
    """A text with the note that its event is disputed."""
    return f"{text}, {DISPUTED}"


def corrected_date(date: str, words: str) -> str:
    """A date that a person set, with the source's own words."""
    if not words:
        return f"{date}, set by a reviewer"
    return f"{date}, corrected by a reviewer; the source says “{words}”"


def document_date(published: str | None, basis: str) -> str:
    """The date of a document, and where it is from."""
    return f"{edtf.say(published)} ({basis})" if published else UNKNOWN_DATE


# Errors of the chronology file


def wrong_format(name: str, form: str, version: int, why: object) -> str:
    """The error for a file of another format."""
    return f"{name} is not a {form} file of version {version}: {why}"


def inconsistent(name: str, where: str, why: str) -> str:
    """The error for a file that contradicts itself."""
    return f"{name} is not a consistent chronology: `$.{where}` {why}"


def not_edtf(value: str) -> str:
    """The error for a date."""
    return f"is {value!r}, which is not valid EDTF here"


def dangling(value: str, what: str) -> str:
    """The error for a reference that leads nowhere."""
    return f"is {value!r}, which is not {what}"


A_DOCUMENT, AN_ACTOR, A_CLAIM = (
    "a document of the file",
    "an actor of the file",
    "a claim of the event",
)
NOT_THE_QUOTE = "is not the document's text at its span"


def closes_its_element(file: str) -> str:
    """The error for a file of the front end that a page can't embed."""
    return f"{file} has markup that would end its own element: build the front end again"


# Descriptions in the JSON Schema

SPAN = "[start, end), counted in Unicode code points of the document's text"
EDTF = (
    "EDTF level 1, times to the minute or second on either side of an interval, or the word unknown"
)
