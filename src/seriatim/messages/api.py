"""What the Python library says when it is used wrongly."""

from __future__ import annotations

from collections.abc import Sequence

FILES_OR_TEXT = "Give read() either files or text=…, and not both."
NO_NARWHALS = "to_dataframe() needs narwhals: pip install 'seriatim[dataframe]'"


def no_documents(problems: Sequence[str]) -> str:
    """Nothing could be read, and why."""
    return "\n".join(("No document could be read.", *problems))


def not_a_date(value: str) -> str:
    """A document's date that is none."""
    return f"published={value!r} is not a date: write a day, month or year, such as '2016-07-20'."


def no_backend(backend: str) -> str:
    """A dataframe library that is missing."""
    return f"to_dataframe() can't make a {backend} dataframe: pip install {backend}"


def no_such_event(name: str) -> str:
    """An event or claim that is not in the chronology."""
    return f"There is no event or claim {name!r} in this chronology."
