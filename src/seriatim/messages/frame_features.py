"""Names of the features by which the frames of a document are decided.

They are the keys of ``models/frames.json``, and what a report of the training shows.
"""

NO_DAY_NAMED = "no day named"
NAMED_NEAR_BY = "named near by"
NAMED_IN_AN_EARLIER_PASSAGE = "named in an earlier passage"
THE_DOCUMENTS_DAY = "the document's day"
THE_DOCUMENTS_DAY_IN_A_STORY_OF_ANOTHER_TIME = "the document's day in a story of another time"
A_HEADING_SINCE = "a heading since"
A_LATER_TIME_NAMED_SINCE = "a later time named since"
A_CLOCK_ON_THAT_DAY = "a clock on that day"
UNDER_A_DATE = "under a date"
ONE_OF_THEM_QUOTED = "one of them quoted"
PART_OF_A_DAY = "part of a day"
STATED_WITH_ITS_YEAR = "stated with its year"
POINTS_AT_TODAY = "points at today"
POINTS_AT_TODAY_OFTEN = "points at today often"
MANY_FAR_YEARS = "many far years"
THE_SAME_DATE_WITH_THAT_YEAR = "the same date with that year"
THE_SAME_MONTH_WITH_THAT_YEAR = "the same month with that year"
STATED_IN_THE_DOCUMENT = "stated in the document"
SHARE_OF_STATED_YEARS = "share of stated years"
MOST_FREQUENT_YEAR = "most frequent year"
YEAR_OF_THE_HEADING = "year of the heading"
NOT_THE_HEADINGS_YEAR = "not the heading's year"
WEEKDAY_DOES_NOT_FIT = "weekday does not fit"
NEAREST_TO_PUBLICATION = "nearest to publication"
LAST_BEFORE_PUBLICATION = "last before publication"
WHERE_THE_TENSE_LOOKS = "where the tense looks"
SHORTLY_BEFORE_PUBLICATION = "shortly before publication"
AFTER_THE_DOCUMENTS_YEAR = "after the document's year"
YEAR_BEFORE_THE_DOCUMENTS = "year before the document's"
ASIDE_WITHOUT_A_YEAR = "aside without a year"
AFTER_PUBLICATION = "after publication"
LONG_AFTER_PUBLICATION = "long after publication"
IN_AN_ASIDE = "in an aside"
WITHOUT_A_PREPOSITION = "without a preposition"
IN_A_DATE = "in a date"
IN_A_HEADING = "in a heading"
A_BARE_YEAR = "a bare year"
GOES_BACK_DAYS = "goes back, days"


def tensed(name: str, tense: str) -> str:
    """A feature for one tense: past, no or future."""
    return f"{name}, {tense} tense"


def one_apart(side: str, *, more: bool) -> str:
    """The year next to one that is stated before or behind."""
    return f"one {'more' if more else 'less'} than the year stated {side}"
