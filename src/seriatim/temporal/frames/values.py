"""Meaning + context → what an expression says: TIMEX3 type, value and modifier, and the EDTF interval that it allows."""

from __future__ import annotations

import re
from dataclasses import replace

from seriatim.temporal.frames.calendar_dates import dated
from seriatim.temporal.frames.context import Context, TimexValue
from seriatim.temporal.frames.deictic import unit_away
from seriatim.temporal.frames.durations import lasting, recurring, shifting
from seriatim.temporal.frames.quarters import quarter_meant
from seriatim.temporal.tagging.grammar import Meaning


def say(meaning: Meaning, context: Context) -> TimexValue | None:
    """What the meaning comes to; None where the words turn out not to be a time."""
    if "ref" in meaning:
        return TimexValue("DATE", meaning["ref"])
    if meaning.get("set"):
        return recurring(meaning, context)
    if (
        meaning.get("a")
        and "direction" not in meaning
        and _RATE.search(context.text, max(0, context.at[0] - 40), context.at[0])
    ):
        return replace(lasting(meaning, context), type="SET")
    if "dur" in meaning and "direction" in meaning:
        return shifting(meaning, context)
    if "dur" in meaning:
        return lasting(meaning, context)
    if (
        meaning.get("theunit")
        and meaning["unit"] == "year"
        and _ENDED.match(context.text, context.at[1])
    ):
        return lasting({"dur": [(1, 1, "year")]}, context)
    if meaning.get("yearalone") and context.quarter is None:
        return shifting(
            {
                "dur": [(1, 1, "year")],
                "direction": "earlier" if context.genre == "narrative" else "ago",
            },
            context,
        )
    if "period" in meaning:
        return quarter_meant(meaning, context)
    if "unit" in meaning and "step" in meaning and "month" not in meaning:
        return unit_away(meaning, context)
    return dated(meaning, context)


# "5 million a year", "seven days a week": so much in each.
_RATE = re.compile(
    r"\b(?:\d[\d,.]*|%|percent|once|twice|hundreds?|thousands?|millions?|billions?|dozens?|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?:\s+of)?(?:\s+[A-Za-z]*s)?\s+$"
)
_ENDED = re.compile(r"\s+(?:that\s+)?(?:ended|ending|ends)\b")
