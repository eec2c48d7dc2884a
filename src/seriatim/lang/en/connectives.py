"""Words that say in what order things happened, and how far apart vague distances put them.

The ranges of vague distances say what a reader would not be surprised by: a bare plural begins at
two of its unit and ends where a writer would take the next larger unit ("hours later" is still
within a day); "a few" and "several" are those of ``numbers.VAGUE``.
"""

from __future__ import annotations

# Between two clauses, or before a noun for what happened: how the first stands to the second.
JOINING = {
    "after": "after", "following": "after", "subsequent to": "after", "since": "after", "as soon as": "after",
    "in the wake of": "after",
    "before": "before", "prior to": "before", "ahead of": "before", "until": "before", "till": "before",
    "at the same time as": "equal", "while": "during", "whilst": "during", "during": "during", "in the course of": "during",
}  # fmt: skip
# Behind a comma these set one thing against another and say no time: "he stayed, while she left".
CONTRASTING = frozenset({"while", "whilst"})
# Between two parts of a sentence of which each tells its own.
BREAKS = frozenset({";", ":", "-", "–", "—"})
# Joining words that a distance may stand before: "two hours after".
MEASURED = frozenset({"after", "before", "following", "prior to"})

# Behind a distance, counting from what was told before.
COUNTING = {
    "later": "after", "afterwards": "after", "afterward": "after", "thereafter": "after", "earlier": "before", "beforehand": "before",
    "previously": "before",
}  # fmt: skip
# Without a distance, counting from what was told before.  Longest first where one holds another.
BACKWARD = {
    "later": "after", "shortly thereafter": "after", "thereafter": "after", "shortly afterwards": "after", "shortly afterward": "after",
    "soon afterwards": "after",
    "soon afterward": "after", "afterwards": "after", "afterward": "after", "soon after that": "after", "after that": "after",
    "after this": "after", "subsequently": "after",
    "then": "after", "at the same time": "equal", "at the same moment": "equal", "simultaneously": "equal", "beforehand": "before",
    "before that": "before",
}  # fmt: skip
# Words before or after "later" and "then" with which they do not count from what was told before.
NOT_BEFORE_LATER = frozenset({"no", "or", "not", "until", "much", "a", "at", "of"})
NOT_AFTER_LATER = frozenset(
    {
        "than",
        "this",
        "in",
        "on",
        "stage",
        "stages",
        "date",
        "dates",
        "time",
        "times",
        "today",
        "life",
        "years",
        "date.",
    }
)
NOT_BEFORE_THEN = frozenset(
    {
        "since",
        "by",
        "until",
        "till",
        "from",
        "if",
        "the",
        "than",
        "even",
        "back",
        "now",
        "was",
        "were",
        "and-",
    }
)
IF = frozenset({"if", "when", "whenever", "unless"})

# "the next day": which of the unit it is, and how it stands to what was told before, in units.
ORDERING = {
    "next": ("after", 1), "following": ("after", 1), "ensuing": ("after", 1), "previous": ("before", 1), "preceding": ("before", 1),
    "same": ("same day", 0), "very same": ("same day", 0),
}  # fmt: skip
# Names of units that stand with them: "the same" only with a day, for of a week it says no order.
DAYS = frozenset({"day", "morning", "afternoon", "evening", "night", "noon", "midnight"})
PERIODS = frozenset(
    {"week", "month", "year", "spring", "summer", "autumn", "fall", "winter", "quarter"}
)

# Before a distance.  What stands here for a bound moves its ends; the rest leaves them.
AT_MOST = frozenset(
    {
        "less than",
        "fewer than",
        "under",
        "within",
        "not more than",
        "no more than",
        "at most",
        "up to",
        "no later than",
    }
)
AT_LEAST = frozenset(
    {
        "more than",
        "over",
        "at least",
        "not less than",
        "no less than",
        "no fewer than",
        "upwards of",
    }
)
ABOUT = frozenset(
    {
        "about",
        "around",
        "approximately",
        "roughly",
        "almost",
        "nearly",
        "some",
        "close to",
        "barely",
        "hardly",
        "scarcely",
    }
)
EXACTLY = frozenset(
    {
        "only",
        "just",
        "exactly",
        "precisely",
        "fully",
        "a full",
        "a mere",
        "mere",
        "merely",
        "not even",
    }
)
ROUGH = (
    0.15  # "about eight months" is between 85% and 115% of it, and at least one unit more or less
)

# Bare plurals: least and most, in the unit beside them.
BARE = {
    "moments": (0, 10, "minute"), "seconds": (0, 2, "minute"), "minutes": (2, 60, "minute"), "hours": (1, 24, "hour"), "days": (2, 14, "day"),
    "weeks": (2, 10, "week"),
    "months": (2, 24, "month"), "years": (2, 20, "year"), "decades": (20, 60, "year"), "centuries": (200, 1000, "year"),
}  # fmt: skip
# Unit words → the unit that a distance is kept in, and how many of it.
UNITS = {
    "moment": ("minute", 1), "second": ("minute", 1 / 60), "minute": ("minute", 1), "hour": ("hour", 1), "day": ("day", 1), "night": ("day", 1),
    "week": ("week", 1), "fortnight": ("week", 2),
    "month": ("month", 1), "year": ("year", 1), "decade": ("year", 10), "century": ("year", 100), "centurie": ("year", 100),
}  # fmt: skip
# A writer who counts in these rounds: "two months later" is between one and a half and two and a
# half.  Days and minutes are counted.
ROUNDED = frozenset({"hour", "week", "month", "year"})
SINGLE = {"a": 1.0, "an": 1.0, "the": 1.0, "half a": 0.5, "half an": 0.5, "dozen": 12.0}
SHORTLY = frozenset(
    {"shortly", "soon", "immediately", "right", "straight", "long", "just", "directly", "well"}
)
