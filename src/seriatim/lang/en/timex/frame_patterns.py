"""Patterns of the words around time expressions: limits, signals, clauses, openings."""

from __future__ import annotations

import re

# A limit before an expression.
UNTIL = re.compile(r"\w\W+(?:until|till|as (?:soon|early) as)\s+(?:on\s+)?$", re.IGNORECASE)
# The end of a sentence, not of an abbreviation.
SENTENCE_END = re.compile(
    r"(?<!Mr)(?<!Ms)(?<!Dr)(?<!St)(?<!Mrs)(?<!Gen)(?<!Sen)(?<!Rep)(?<!Gov)(?<!Jr)(?<!Sr)(?<!Col)"
    r"(?<!\.[A-Za-z])(?<!\s[A-Za-z])(?<!\bInc)(?<!Corp)(?<!\bCo)[.!?][\"'”’)]*\s+(?=[A-Z\"“`'(])|;\s|\n\s*\n"
)
# Addresses, emoticons and words of short messages.
MESSAGE = re.compile(
    r"[@#]\w|https?://|\b(?:lol|rt|u|ur|omg|tmr|gonna|haha\w*)\b|[a-z]{2}!!+|[:;]-?[)(DP]|\.\.|…",
    re.IGNORECASE,
)
# Words of somebody who speaks to somebody.
SPOKEN = re.compile(r"\b(?:I|I'm|i|im|my|me|you|your|we|let's|lets|la|yeah|cant|dont)\b")
# The border of a clause.
CLAUSE_BREAK = re.compile(
    r"[.;:!?()\n]\s|[,\n]|\s[–—-]{1,2}\s|\b(?:but|while|where|which|who|that|when)\b"
)
# The end of a clause.
CLAUSE_STOP = re.compile(r"[.;:!?()\n]|,\s+(?:and|but|which|who|where)\b")
# A past perfect.
HAD = re.compile(r"\b(?:had|[Hh]adn['’]t)\s+([a-z]+)")
# What leads a time that identifies a thing.
OF_WHICH = re.compile(r"\b(?:of|for|the|an?|his|her|its|their|our|my)\s+$|['’]s\s+$", re.IGNORECASE)
# What leads a stretch of time.
LASTING = re.compile(r"\b(?:for|over|throughout)\s+$", re.IGNORECASE)
# What follows a part of something.
OF_SOMETHING = re.compile(r"\s+(?:of|before|after)\s+\w")
# What may lead the time that opens a sentence.
OPENS_SENTENCE = re.compile(
    r"[\W_]{0,6}(?:(?:on|in|by|at|from|since|about|late|early)\b[\s-]*){0,2}(?:the\s+)?",
    re.IGNORECASE,
)
# What leads a time in a sentence, or nothing before it in its line.
LED = re.compile(
    r"\b(?:in|on|by|at|of|from|since|until|till|to|and|or|through|during|after|before|between|about|around|circa"
    r"|early|late|mid|year|throughout|for)[\s-]+(?:the\s+)?$|(?:^|\n)[^\w\n]*$",
    re.IGNORECASE,
)
# A limit that is still ahead.
BY = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
# What opens or bounds an interval: from, until, before, after.
SIGNAL = re.compile(
    r"\b(?:(since|starting|beginning|from)|(until|till|up to|through|no later than|by)|(before|prior to)|(after|following))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# What joins a distance to an event.
EVENT_AFTER = re.compile(
    r"\s*(before|after|following|prior to|earlier than|later than|since|into|of)\b", re.IGNORECASE
)
# The last word of a distance whose event follows.
LEADS_EVENT = frozenset({"before", "after", "prior"})
# What joins a distance to a date.
BETWEEN = re.compile(r"\s*(?:before|after|following|prior to)?\s+(?:the\s+)?", re.IGNORECASE)
# What leads a year of three digits.
YEAR_LEAD = re.compile(
    r"\b(?:in|of|by|since|until|from|to|after|before|around|late|early|during)\s+$", re.IGNORECASE
)
# What marks a date as uncertain.
PERHAPS = re.compile(
    r"\b(?:possibly|perhaps|probably|maybe|allegedly|reportedly|believed to be)\s+(?:(?:in|on|at|as early as|from|of)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# What makes a distance short.
SHORTLY = re.compile(
    r"\b(?:shortly|just|soon|right|immediately|a little|moments|minutes)\s+$", re.IGNORECASE
)
# A negation before a limit.
NOT = re.compile(r"\bnot\s+$", re.IGNORECASE)
# What shows that "from" opens an interval: alone it compares more often, "up from 1909".
OPENS_WITH_FROM = re.compile(r"\s+(?:on|onwards?|forward|through)\b|\s*,?\s*$")
# What may lead the date that opens an item.
OPENS_ITEM = re.compile(
    r"[\W_]{0,6}(?:(?:on|in|by|at|from|since|circa|around|about|late|early|mid)\b[\s-]*){0,2}(?:the\s+)?",
    re.IGNORECASE,
)
# A place before a date: "Lyon, 3 March 1816".
PLACE = re.compile(r"(?:[A-Z][\w.'’ -]{1,30},\s*)?(?:the\s+)?")
# An amount before a unit: "5 million a year", "seven days a week".
RATE = re.compile(
    r"\b(?:\d[\d,.]*|%|percent|once|twice|hundreds?|thousands?|millions?|billions?|dozens?|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?:\s+of)?(?:\s+[A-Za-z]*s)?\s+$"
)
# A stretch with its end.
ENDED = re.compile(r"\s+(?:that\s+)?(?:ended|ending|ends)\b")
# What lasts "since Easter" began before the clause.
SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
# A present perfect before its beginning.
HAS_SINCE = re.compile(
    r"\b(?:has|have|hasn['’]t|haven['’]t|\w+['’]ve)\s(?:(?!\b(?:had|was|were|did|that|who|which|because|when)\b)[^.,;:!?()\n“”\"])*\bsince\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# A birth before its date: "was born at Lyon on 4 May 1820".
BORN = re.compile(r"\bborn\b(?:(?!\bdied\b)[^.;:!?()\n]){0,60}$", re.IGNORECASE)
# A beginning before its date, "the siege had begun on 4 May 1820", and behind it.
_BEGINS = r"(?:began|begun|opened|started|commenced)\b"
BEGAN = re.compile(
    rf"\b(?P<what>[a-z]+)\s+(?:(?:had|was|were)\s+)?{_BEGINS}(?:\s+(?:at|in)\s+[A-Z]\w+)?\s*,?\s*(?:on|in)?\s*(?:the\s+)?$"
)
BEGINS_AFTER = re.compile(
    rf"\s*,?\s*(?:the|a|an|his|her|their)\s+(?:[a-z-]+\s+){{0,2}}?(?P<what>[a-z]+)\s+(?:of\s+[A-Z]\w+\s+)?(?:had\s+)?{_BEGINS}"
)
# What a day is one of: "the third day of the siege".
OF_WHAT = re.compile(
    r"\s+of\s+(?:the|this|that|his|her|their|its|our)\s+(?P<what>[A-Za-z-]+(?:\s+[A-Za-z-]+){0,2})"
)
# What looks back to the day named last: "that day", "the next morning".
DEMONSTRATIVES = frozenset({"that", "same", "next", "following", "previous"})

# What leads to a year, whatever other years the document tells of, and to a range of two.
LEADS_TO_YEAR = (
    r"\b(?:in|since|during|before|after|until|till|by|between|from|circa|early|late|mid|years?"
    r"|(?:spring|summer|autumn|fall|winter|start|beginning|middle|end|close) of)|\bca?\.|\(|mid-"
)
LEADS_TO_YEARS = r"\b(?:between|(?:the )?years(?: from)?)|\("
