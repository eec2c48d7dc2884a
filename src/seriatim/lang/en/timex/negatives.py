"""The negative rules of the grammar, and the words around what looks like a time and is none."""

from __future__ import annotations

from seriatim.lang.base import NegativeRule

# What leads a month that is also a name or a verb: "in May", not "Admiral May".
LEADS_MONTH = frozenset(
    {"in", "of", "by", "since", "until", "till", "last", "this", "next", "early", "late", "mid", "from", "to", "through", "before", "after", "during", "and", "for", "on", "every", "each", "-", "(", "between", "or",
     "around", "about", "as", ",", "start", "end", "starting", "beginning", "–", "/", "past", "previous", "following", "that", "is", "was"}
)  # fmt: skip
# What leads a month before a capital: "in June Lord Grey", not "Smith, June Grey" or "Smith and
# June Grey".
JOINS_NAMES = frozenset(
    {"and", "or", ",", "-", "–", "(", "as", "is", "was", "that", "/", "for", "with"}
)
NAMELIKE = frozenset({"may", "march", "april", "june", "august", "jan", "mar"})
VERBLIKE = frozenset({"may", "march", "mar"})

# What leads a year before a plural noun: "the 1900 elections", not "sent 1900 letters".
LEADS_YEAR = frozenset(
    {"in", "of", "by", "since", "until", "till", "from", "to", "through", "before", "after", "during", "early", "late", "mid", "the", "and", "for", "circa", "about", "around", "year", "(", ",", "-", "between", "or",
     "throughout", "fiscal", "–", "c", "ca", "into", "as", "that"}
)  # fmt: skip
# Nouns of people, of things counted and of units of measure: a number before one is an amount.
PEOPLE: tuple[str, ...] = (
    "people", "men", "women", "children", "troops", "soldiers", "members", "employees", "workers",
    "prisoners", "casualties", "dead", "civilians", "deaths", "students", "families", "patients",
    "followers", "others",
)  # fmt: skip
THINGS: tuple[str, ...] = (
    "copies", "points", "votes", "shares", "jobs", "words", "guns", "tanks", "aircraft", "homes",
    "houses", "cases", "packages", "lines", "pages", "times",
)  # fmt: skip
MEASURED_IN: tuple[str, ...] = (
    "percent", "per cent", "feet", "miles", "km", "kilometers", "kilometres", "meters", "metres",
    "tons", "tonnes", "dollars", "pounds", "square", "cubic", "megawatts", "mm", "rpm", "calories",
    "hectares", "acres", "MW", "GHz", "MHz",
)  # fmt: skip
LEADS_COUNTED: tuple[str, ...] = (
    "additional",
    "more",
    "or so",
    "new",
    "strong",
)  # before or for such a noun
COUNTED: tuple[str, ...] = (*PEOPLE, *THINGS, *MEASURED_IN, *LEADS_COUNTED)
COUNTED_COMPOUNDS: tuple[str, ...] = ("member", "man", "strong")  # "a 1900-strong crowd"
PREFIXES: tuple[str, ...] = ("mid-", "post-", "pre-")  # before a year
# What makes a number a count: "more than 1500 packages".
MEASURES = frozenset(
    {
        "than",
        "over",
        "nearly",
        "almost",
        "approximately",
        "roughly",
        "some",
        "only",
        "least",
        "most",
        "total",
        "another",
    }
)

# What has numbers of its own: "Resolution 1483" names no year.
NUMBERED = frozenset(
    {"resolution", "flight", "room", "highway", "route", "section", "article", "chapter", "no", "no.", "number", "page", "pages", "line", "model", "type", "unit", "version", "bill", "rule", "order", "form", "channel", "box",
     "squadron", "battalion", "regiment", "platoon", "suite", "lot", "item", "case", "docket", "proposition", "measure", "paragraph", "figure", "table", "hull", "serial"}
)  # fmt: skip

# What may follow "the 14th" where it is a day: the sentence goes on, no noun does.
AFTER_ORDINAL: tuple[str, ...] = (
    "and", "but", "when", "he", "she", "they", "it", "in", "at", "for", "to", "or", "with", "by", "after", "before", "from", "as", "the", "was", "is", "we", "I", "that", "until", "on", "near", "who", "while",
)  # fmt: skip
LEADS_FALL = frozenset({"in", "this", "last", "next", "early", "late", "by", "since"})
# What leads a part of a day that is none: "good evening", "a pre-dawn raid".
NOT_PART = frozenset({"good", "-", "high"})
PAPERS = frozenset(
    {
        "Times",
        "Telegraph",
        "Express",
        "Mirror",
        "Mail",
        "Post",
        "Herald",
        "Tribune",
        "Independent",
        "Star",
        "World",
        "Business",
        "Night",
        "Book",
    }
)
AFTER_SOON = frozenset({"as", "after", "before", "thereafter", "enough"})
NOT_SPRING = frozenset({"to", "will", "would", "hot", "a"})
# Frequencies that more often name a kind of thing: "the annual report".
ATTRIBUTIVE = frozenset({"annual", "quarterly", "annually"})
# "The low twenties" are degrees, "his thirties" an age.
NOT_DECADE = frozenset({"low", "high", "upper", "lower", "his", "her", "their", "my"})
# Words that order events or name what something was, and date nothing.
UNDATED = frozenset({"once", "former", "formerly", "previously", "future"})
OF_A_DEGREE = frozenset({"of", "in"})  # behind "fall": "a fall in prices"

NEGATIVE_RULES: tuple[NegativeRule, ...] = (
    NegativeRule(
        "year.in-a-number",
        "Digits that go on, or that a sign or letter leads, belong to an id or an amount.",
        ("The part is A-1911.", "It rose by 1911% in all."),
        ("It began in mid-1911.", "It began in 1911."),
    ),
    NegativeRule(
        "year.counted",
        "A number before a noun of people, things counted or units of measure is an amount.",
        ("He sent 2000 troops.", "The plant made 2000 megawatts.", "A 1900-strong crowd came."),
        ("In 2000, troops left.", "The 2000 election was close."),
    ),
    NegativeRule(
        "year.numbered",
        "Some nouns carry numbers of their own.",
        ("Resolution 1483 passed.", "They stayed in room 1911."),
        ("The resolution of 1911 passed.", "In room 7 they met in 1911."),
    ),
    NegativeRule(
        "year.before-plural",
        "A number before a plural is an amount, unless a preposition or article leads it.",
        ("She wrote 1900 letters.", "It took more than 1900 letters."),
        ("The 1900 elections were close.", "In 1900 letters came daily."),
    ),
    NegativeRule(
        "year.short",
        "An apostrophe and two digits behind a letter or digit are part of a word.",
        ("The model T’89 sold well.",),
        ("It sold well in ’89.",),
    ),
    NegativeRule(
        "month.name-or-verb",
        "May, March, April, June and August are also verbs or names.",
        ("Admiral May spoke.", "March on, they cried.", "You may leave, April Grey said."),
        ("They left in May.", "In June Lord Grey left."),
    ),
    NegativeRule(
        "season.verb",
        "Fall and spring are verbs and other nouns more often, unless something leads to a season.",
        ("Prices fall every year.", "A fall in prices hurt.", "It will spring a leak."),
        ("They left in fall.", "They left in spring."),
    ),
    NegativeRule(
        "weekday.abbreviation",
        "Sun, Sat and the like are weekdays only beside a number, or in a short message.",
        ("The Sun rose.", "He Sat down."),
        ("He came on Sun, 5 March.",),
    ),
    NegativeRule(
        "unit.uncounted",
        "A unit that nothing counts says nothing about when or how long.",
        ("It was a happy day.", "The third day was wet."),
        ("It took one day.", "The next day was wet.", "The third day of the siege was wet."),
    ),
    NegativeRule(
        "decade.age-or-degrees",
        "Twenties to nineties are also ages, temperatures and amounts.",
        ("She was in her thirties.", "It was in the low nineties."),
        ("It happened in the thirties.",),
    ),
    NegativeRule(
        "quarter.fraction",
        "Quarters are also fourth parts and lodgings.",
        ("A quarter of them left.", "The crew quarters burned.", "Three quarters of the men left."),
        ("Sales fell for three quarters.",),
    ),
    NegativeRule(
        "day.ordinal",
        "An ordinal is a day only where no noun follows it.",
        ("The 14th man fell.",),
        ("On the 14th he fell.",),
    ),
    NegativeRule(
        "part.name",
        "A part of the day with a capital behind another capital is a name.",
        ("Operation Dawn failed.", "They saw High Noon."),
        ("At dawn they left.", "They left at noon."),
    ),
    NegativeRule(
        "today.name",
        "Today behind a word in capitals is the name of a paper or program.",
        ("He wrote for USA Today.",),
        ("He left today.",),
    ),
    NegativeRule(
        "weekday.paper",
        "A weekday can be part of the name of a newspaper.",
        ("The Sunday Telegraph printed it.",),
        ("The Sunday train was late.",),
    ),
    NegativeRule(
        "part.greeting",
        "A part of the day in a greeting or a rate belongs to no day.",
        ("They said good evening.", "It cost two coins a night."),
        ("They left in the evening.",),
    ),
    NegativeRule(
        "title.quoted",
        "Capitals throughout in quotation marks are a title.",
        ("He hosts “This Week” with her.", "She saw “60 Minutes” twice."),
        ("He said: “This week I leave.”",),
    ),
    NegativeRule(
        "soon.after",
        "Soon in a clause about the past says how fast one thing followed another.",
        ("She soon left the mill.", "Come as soon as you can."),
        ("She will soon leave.",),
    ),
    NegativeRule(
        "recently.as-recently-as",
        "As recently as names no time: the words behind it do.",
        ("It ran as recently as 1908.",),
        ("It ran recently.",),
    ),
    NegativeRule(
        "age",
        "An age says nothing about when or how long something happened.",
        ("The child was eight months old.", "He was 26 years of age."),
        ("The siege was eight months long.",),
    ),
    NegativeRule(
        "reference.undated",
        "Once, former, formerly, previously and future order or describe; they date nothing.",
        ("The former mayor spoke.", "They once met.", "It had previously burned."),
        ("The mayor spoke recently.", "They now meet."),
    ),
    NegativeRule(
        "frequency.attributive",
        "Annual and quarterly describe a kind of report or meeting.",
        ("The annual report came out.",),
        ("They met monthly.",),
    ),
    NegativeRule(
        "duration.a-second",
        "A second is more often the next one than a length of time.",
        ("A second man came.",),
        ("It took two seconds.",),
    ),
)
