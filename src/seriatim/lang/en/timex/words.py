"""Words that the grammar of time expressions knows besides the calendar: what shifts, bounds, weakens and refers."""

from typing import Literal

# What narrows a date to a part of it -> TIMEX3 mod.
PARTS_OF_PERIOD = {
    "early": "START", "earlier": "START", "beginning": "START", "start": "START", "onset": "START", "outset": "START", "dawn": "START", "opening": "START",
    "mid": "MID", "middle": "MID", "midst": "MID", "late": "END", "later": "END", "end": "END", "close": "END", "closing": "END", "turn": "START",
}  # fmt: skip
# What makes a date or a duration inexact or one-sided -> TIMEX3 mod.
ROUGHLY = frozenset({"about", "around", "roughly", "approximately", "circa", "ca", "c", "some"})

# The word that leads a modified time -> TIMEX3 mod; "sometime" has none.
MODIFIERS = {
    **PARTS_OF_PERIOD, **dict.fromkeys(ROUGHLY, "APPROX"), "latter": "END", "last": "END", "second": "END", "first": "START", "better": "START",
}  # fmt: skip
FIRST_HALF = frozenset({"first", "former", "h1"})  # of a year

# What joins two dates of one year: “in March and early June 1910”.
JOINS_DATES = (
    r"\s*,?\s*(?:and|or|to|through|until|[-–—])\s+"
    r"(?:(?:in|on|the|early|late|mid|again)[\s-]+){0,3}|\s*[-–—]\s*"
)
IN_NUMBERS = frozenset({"and", "a", "an"})  # inside a number in words
TWELVE = frozenset({"twelve", "12"})
ONE_WORDS = frozenset({"a", "an", "one"})
LIST_WORDS = frozenset({"and", "or"})
AGE_WORDS = frozenset({"old", "age"})  # what ends "eight months old"
EDGES = frozenset({"first", "last", "final", "closing", "opening"})  # of an outer time
LAST_EDGES = frozenset({"last", "final", "closing"})
# What follows a length that is half of an adjective: "year-earlier".
SHIFT_ENDINGS = frozenset({("-", "earlier"), ("-", "ago")})
OPEN_ENDS = frozenset({"before", "prior"})
LEADS_DAY_BEFORE = frozenset({"in", "of", "during"})
SAME = frozenset({"that", "same"})
BACK = frozenset({"preceding", "previous"})
NO_PERIODS = frozenset({"the period", "the same period"})
COMPARED = {"later": "LATER", "earlier": "EARLIER"}
CIRCA = frozenset({"c", "ca"})

# Which month a letter means, in steps from its own.
LETTER_MONTHS = {
    "inst": 0,
    "instant": 0,
    "ult": -1,
    "ulto": -1,
    "ultimo": -1,
    "prox": 1,
    "proximo": 1,
}
LETTER_MONTHS_IN_FULL = frozenset({"instant", "ultimo", "proximo"})

TODAY = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "tmr": 1,
    "tmrw": 1,
    "tomo": 1,
    "tdy": 0,
    "ytd": -1,
    "2moro": 1,
    "tomorow": 1,
    "tonite": 0,
    "2nite": 0,
    "tonigh": 0,
    "trmw": 1,
    "2mrw": 1,
    "tomoro": 1,
    "tomolo": 1,
    "tmrow": 1,
    "tomoz": 1,
}
NIGHT_WORDS = frozenset({"tonight", "tonite", "2nite"})

# Which of a unit -> steps from the anchor, and whether it counts from the document's date ("last
# week") or the running one ("the previous week").
WHICH: dict[str, tuple[int, Literal["document", "running"]]] = {
    "last": (-1, "document"), "past": (-1, "document"), "this": (0, "document"), "current": (0, "document"), "next": (1, "document"), "nxt": (1, "document"), "coming": (1, "document"), "upcoming": (1, "document"),
    "previous": (-1, "running"), "preceding": (-1, "running"), "prior": (-1, "running"), "following": (1, "running"), "ensuing": (1, "running"), "subsequent": (1, "running"),
    "same": (0, "running"), "that": (0, "running"),
}  # fmt: skip
EVERY = frozenset({"every", "each", "per"})
FREQUENCIES = {
    "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "annually": "year", "annual": "year", "yearly": "year", "hourly": "hour", "nightly": "day", "biweekly": "week", "everyday": "day",
}  # fmt: skip

# Words between a number and its unit that say nothing of when.
FILLERS = frozenset(
    {"more", "full", "whole", "consecutive", "straight", "additional", "extra", "solid", "long", "short", "calendar", "working", "business", "trading", "entire", "successive", "further", "mere", "other", "final", "separate", "single"}
)  # fmt: skip

# What a sentence that looks ahead says before the time; and what does so before "to" and a verb.
AHEAD_CUES = frozenset(
    {"will", "shall", "going", "scheduled", "planning", "expects", "expected", "due", "upcoming", "slated", "won't", "expect", "intends", "intend", "hopes", "till", "ll", "forthcoming", "tomorrow", "deadline", "might", "may", "should", "must", "can", "effective"}
)  # fmt: skip
NOT_PARTICIPLES = frozenset(
    {
        "succeed",
        "exceed",
        "proceed",
        "indeed",
        "hundred",
        "speed",
        "breed",
        "bleed",
        "greed",
        "sacred",
        "naked",
        "hatred",
    }
)
# What stands before a participle that says nothing of when: "the wounded", "to be paid".
NEVER_PAST_AFTER = frozenset({"a", "an", "the", "be", "is", "are", "to", "being"})
PLANNED = frozenset(
    {"planned", "scheduled", "set", "slated", "expected", "due", "fixed", "listed", "booked"}
)
PLANNED_BEFORE = frozenset({"for", "in", "on", "by"})  # "planned for", "due in"
LEADS_TO = frozenset(
    {
        "set",
        "is",
        "are",
        "was",
        "were",
        "be",
        "plan",
        "plans",
        "planned",
        "planning",
        "ready",
        "about",
        "supposed",
        "agreed",
        "going",
        "scheduled",
        "due",
        "expected",
        "slated",
        "hopes",
        "wants",
        "vowed",
        "promised",
        "intends",
        "hoping",
        "likely",
        "prepared",
    }
)
BEHIND_CUES = frozenset(
    {"was", "were", "had", "did", "said", "told", "came", "went", "took", "made", "gave", "began", "became", "left", "rose", "fell", "got", "met", "found", "won", "lost", "sent", "saw", "held", "ran", "led", "broke", "drew", "shot", "fought",
     "brought", "bought", "sold", "built", "caught", "chose", "cut", "felt", "flew", "grew", "heard", "hit", "kept", "knew", "laid", "lay", "let", "paid", "put", "quit", "read", "rode", "sank", "sat", "spoke", "spent", "stood", "stole", "struck", "swore", "taught",
     "thought", "threw", "wrote", "withdrew", "wore", "arose", "ate", "awoke", "blew", "crept", "dealt", "drank", "drove", "dug", "fled", "flung", "forbade", "forgot", "froze",
     "hid", "hung", "leapt", "meant", "overthrew", "rang", "sang", "shook", "slept", "sought", "sped", "sprang", "stuck", "swam", "swept", "swung", "tore", "undertook",
     "understood", "wept", "woke", "died", "lied", "tied", "vied", "has", "have", "been", "since", "ago", "yesterday", "last", "dropped"}
)  # fmt: skip
# What stands behind "had" where it means to own or to undergo, and is no auxiliary.
AFTER_HAVING = frozenset(
    {"a", "an", "the", "no", "to", "his", "her", "their", "its", "my", "our", "your", "this", "that", "some", "any", "little", "few", "many", "much", "more", "enough", "nothing",
     "something", "only", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "it", "him", "them", "better", "several"}
)  # fmt: skip
# Nouns whose "of" leads to the time that they are a part of: "in the course of the summer", "the
# last days of May".
PARTS_OF_TIME = frozenset(
    {"course", "beginning", "start", "outset", "onset", "dawn", "middle", "midst", "height", "end", "close", "turn", "part", "half", "third", "second", "minute", "hour", "day", "week",
     "fortnight", "weekend", "month", "quarter", "year", "decade", "morning", "afternoon", "evening", "night"}
)  # fmt: skip
# What is counted from a beginning ("on the third day"), and the last of such a row.
COUNTED_DAYS = frozenset(
    {
        "day",
        "night",
        "morning",
        "afternoon",
        "evening",
        "week",
        "weekend",
        "month",
        "year",
        "spring",
        "summer",
        "autumn",
        "winter",
        "occasion",
        "visit",
        "voyage",
        "journey",
    }
)
# What goes on without a break, so that its third day is the second after its first.
CONTINUOUS = frozenset(
    {
        "battle",
        "blockade",
        "bombardment",
        "crossing",
        "fast",
        "fire",
        "flood",
        "journey",
        "lockout",
        "march",
        "occupation",
        "retreat",
        "rising",
        "siege",
        "storm",
        "strike",
        "uprising",
        "voyage",
        "war",
    }
)
LAST = frozenset({"last", "final", "penultimate"})
# Verbs whose objects lie ahead: in "promised a law in the autumn" the autumn is that of the law.
LOOKING_AHEAD = frozenset(
    {"announce", "demand", "pledge", "plan", "promise", "propose", "recommend", "schedule", "vow"}
)
FORESEEING = frozenset({"expect", "forecast", "foresee", "predict"})
