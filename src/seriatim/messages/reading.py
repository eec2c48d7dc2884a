"""What is said while a document is read: the steps of progress, and missing weights."""

from __future__ import annotations

READING_PASSAGE = "reading passage"
FINDING_SOURCES = "finding sources, part"
BUILDING_CLAIMS = "building claims, passage"


def no_weights(folder: object) -> str:
    """What is said where a folder of models' weights does not exist."""
    return f"{folder} is not a folder of weights. Check the name."


# A document whose analysis was given up

TOO_SLOW = "could not be analysed in the time that a document of its size may take"
TOO_MUCH_MEMORY = "could not be analysed in the memory that a document may take"
TOO_DEEP = "could not be analysed: it is nested too deeply"


def analysis_failed(kind: str) -> str:
    """The analysis raised an error."""
    return f"could not be analysed ({kind}); please report this, with the file if you may"


def long_passages(number: int, most: int) -> str:
    """Passages are longer than what is analysed."""
    what = "1 passage is" if number == 1 else f"{number} passages are"
    return f"{what} longer than {most:,} characters and not analysed; divide it into paragraphs"
