"""What is said while a document is read: the steps of progress, and missing weights."""

from __future__ import annotations

READING_PASSAGE = "reading passage"
FINDING_SOURCES = "finding sources, part"
BUILDING_CLAIMS = "building claims, passage"


def no_weights(folder: object) -> str:
    """What is said where a folder of models' weights does not exist."""
    return f"{folder} is not a folder of weights. Check the name."
