"""Why an event has its date, or none."""

NO_DATE_NEAR = "no date stands near"
LEAD_DATE = "the date that leads the passage"
HEADING_DATE = "the date of the heading"
DOCUMENT_DATE = "the document's own date"
DATE_ABOVE = "the date that it stands under"
EARLIER_EVENT_DATE = "the date of an event before it"
RULES_AGREE = "the dating rules say the same"

# How the event lies to the words that date it.
DAY = ": the day of it"
FROM = ": not before it"
UNTIL = ": not after it"
WIDE = ": the month or year of it"

# How the words were read.
YEAR_AROUND = "its year is that of the dates around it"
DAY_BEFORE = "its day is one named before it"
COUNTED = "counted from a date before it"
MONTH_BESIDE = "its month is one named around it, or the next"
COUNTED_FROM_ABOVE = "counted from the date that it stands under"
WEEKDAY_BESIDE = "the weekday next to a day named before it"

# Where the words are.
DATES_ITS_CLAUSE = "dates its clause"
IN_ITS_SENTENCE = "in its sentence"
IN_ANOTHER_PASSAGE = "in another passage"


def estimated(percent: int) -> str:
    """How likely the date is right."""
    return f"estimated {percent}% right"


def not_likely_enough(value: str, percent: int) -> str:
    """Why no date is given: how likely the best one is."""
    return f"no date is likely enough: {value} is estimated {percent}% right"


def sentences_apart(apart: int) -> str:
    """How many sentences before (positive) or after the event the words are."""
    count = abs(apart)
    return f"{count} sentence{'s' if count > 1 else ''} {'before' if apart > 0 else 'after'}"
