"""The calendar as words: months, weekdays, seasons, units, parts of the day, feasts and time zones."""

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
    "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
    "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
}  # fmt: skip
SHORT_WEEKDAYS = frozenset(
    {"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"}
)
PLURAL_WEEKDAYS = frozenset(word for word in WEEKDAYS if word.endswith("days"))
SEASONS = {
    "spring": "SP",
    "summer": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "springtime": "SP",
    "summertime": "SU",
    "wintertime": "WI",
}
# First month and the EDTF code of a season or a quarter.
SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}

# Unit -> (letter of a TIMEX3 duration, whether it follows the T, seconds in one).
UNITS = {
    "second": ("S", True, 1), "minute": ("M", True, 60), "hour": ("H", True, 3600), "day": ("D", False, 86_400), "week": ("W", False, 604_800),
    "fortnight": ("W", False, 1_209_600), "weekend": ("WE", False, 172_800), "night": ("D", False, 86_400), "month": ("M", False, 2_629_746), "quarter": ("Q", False, 7_889_238),
    "year": ("Y", False, 31_556_952), "decade": ("DE", False, 315_569_520), "century": ("CE", False, 3_155_695_200), "millennium": ("ML", False, 31_556_952_000),
}  # fmt: skip
UNIT_WORDS = {
    "second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day", "week": "week", "wk": "week", "fortnight": "fortnight",
    "month": "month", "mth": "month", "quarter": "quarter", "year": "year", "yr": "year", "decade": "decade", "century": "century", "millennium": "millennium",
}  # fmt: skip
UNIT_PLURALS = {
    "seconds": "second", "secs": "second", "minutes": "minute", "mins": "minute", "hours": "hour", "hrs": "hour", "days": "day", "weeks": "week", "wks": "week",
    "fortnights": "fortnight", "months": "month", "mths": "month", "quarters": "quarter", "years": "year", "yrs": "year", "decades": "decade", "centuries": "century",
    "millennia": "millennium", "millenniums": "millennium",
}  # fmt: skip

# Part of the day -> TIMEX3 code.
DAY_PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "daybreak": "MO", "sunrise": "MO",
    "dusk": "EV", "sunset": "EV", "nightfall": "EV", "daytime": "DT", "nighttime": "NI", "nite": "NI", "overnight": "NI", "daylight": "DT", "lunchtime": "MI",
}  # fmt: skip
DAY_PART_PLURALS = {
    "mornings": "morning",
    "afternoons": "afternoon",
    "evenings": "evening",
    "nights": "night",
}
CLOCK_WORDS = {"noon": (12, 0), "midday": (12, 0), "noontime": (12, 0), "midnight": (24, 0)}

# Feast -> (month, day), or ("easter", days from Easter Sunday), or (month, weekday 1-7, which of
# the month; -1 for the last).
FEASTS: dict[str, tuple[int, int] | tuple[str, int] | tuple[int, int, int]] = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "xmas": (12, 25), "xmas day": (12, 25), "xmas eve": (12, 24), "boxing day": (12, 26), "new year's day": (1, 1), "new year day": (1, 1),
    "new year's eve": (12, 31), "new years eve": (12, 31), "new years day": (1, 1), "new year's": (1, 1), "epiphany": (1, 6), "valentine's day": (2, 14), "valentines day": (2, 14), "st patrick's day": (3, 17), "april fools' day": (4, 1),
    "april fool's day": (4, 1), "may day": (5, 1), "all saints' day": (11, 1), "all saints day": (11, 1), "halloween": (10, 31), "guy fawkes night": (11, 5), "independence day": (7, 4), "bastille day": (7, 14), "armistice day": (11, 11),
    "veterans day": (11, 11), "remembrance day": (11, 11), "thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4), "labor day": (9, 1, 1), "memorial day": (5, 1, -1), "columbus day": (10, 1, 2),
    "martin luther king day": (1, 1, 3), "presidents' day": (2, 1, 3), "presidents day": (2, 1, 3), "mother's day": (5, 7, 2), "father's day": (6, 7, 3), "earth day": (4, 22), "groundhog day": (2, 2), "midsummer day": (6, 24),
    "easter": ("easter", 0), "easter sunday": ("easter", 0), "easter monday": ("easter", 1), "good friday": ("easter", -2), "maundy thursday": ("easter", -3), "palm sunday": ("easter", -7), "ash wednesday": ("easter", -46),
    "shrove tuesday": ("easter", -47), "mardi gras": ("easter", -47), "ascension day": ("easter", 39), "pentecost": ("easter", 49), "whit sunday": ("easter", 49), "whit monday": ("easter", 50), "corpus christi": ("easter", 60),
}  # fmt: skip

# Zone -> offset from UTC in minutes, where the abbreviation has one meaning in English news.
ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360, "mst": -420, "mdt": -360, "mt": -420,
    "pst": -480, "pdt": -420, "pt": -480, "akst": -540, "hst": -600, "msk": 180, "ist": 330, "jst": 540, "sgt": 480, "hkt": 480, "aest": 600,
}  # fmt: skip
