"""“The past year” read as the year before, as many annotators do."""

from __future__ import annotations

from seriatim.temporal.algebra import Meaning


def past_as_last(meaning: Meaning) -> Meaning:
    """The meaning with “past” read as “last”; of decades and centuries it stays a stretch."""
    step = meaning.step
    if step is None or step.which != "past" or meaning.unit in (None, "decade", "century"):
        return meaning
    return meaning._replace(step=step._replace(which="last"))
