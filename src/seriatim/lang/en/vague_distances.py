"""How far "hours later" is: the least and the most that a plural unit without a number is read as, in that unit.

The least is what the plural says: more than one.  The most is where a writer would have taken the
next larger unit: 24 hours are "a day", 14 days "two weeks", 9 weeks "two months", 24 months "two
years"; years and what is longer have no such end.
"""

VAGUE_DISTANCES: dict[str, tuple[float, float | None]] = {
    "second": (2, 120), "minute": (2, 120), "hour": (1, 24), "day": (2, 14), "night": (2, 14), "week": (2, 9), "fortnight": (2, 5), "weekend": (2, 9), "month": (2, 24),
    "quarter": (2, 8), "year": (2, None), "decade": (2, None), "century": (2, None), "millennium": (2, None),
}  # fmt: skip
