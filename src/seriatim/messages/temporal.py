"""Errors and words about dates and times."""

NOT_CONSISTENT = "This network has conflicts or has not been checked."
NO_DATE = "no date stated"
QUARTERS = (
    "the first quarter of",
    "the second quarter of",
    "the third quarter of",
    "the fourth quarter of",
)


def not_edtf(value: str) -> str:
    """The error of a value outside the EDTF profile."""
    return f"{value!r} is not an EDTF value of the profile"


def ends_before_start(value: str) -> str:
    """The error of an interval whose end is not after its start."""
    return f"{value!r} ends before it starts"


def no_month_in_decade(value: str) -> str:
    """The error of a decade or century with a month."""
    return f"{value!r}: a decade or century has no month"


def no_such_month(value: str, month: str) -> str:
    """The error of a month above 12."""
    return f"{value!r}: there is no month {month}"


def no_such_day(value: str) -> str:
    """The error of a day that the month does not have."""
    return f"{value!r}: there is no such day"


def malformed_pattern(pattern: str) -> str:
    """The error of a grammar pattern that cannot be read or matches nothing."""
    return f"The pattern {pattern!r} is malformed or matches nothing."


def unknown_characters(pattern: str) -> str:
    """The error of a grammar pattern with characters that have no meaning there."""
    return f"The pattern {pattern!r} has characters without a meaning."


def empty_class(name: str) -> str:
    """The error of a grammar class or word that no token belongs to."""
    return f"No word belongs to {name!r}."


UNCLOSED_BRACKET = "A bracket of the pattern is not closed."
