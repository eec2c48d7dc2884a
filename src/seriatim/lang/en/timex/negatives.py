"""What stands about words that look like a time and are none, and about those that are."""

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
# What is counted: a number before it is no year.
COUNTED = (
    "percent", "per cent", "people", "men", "women", "children", "troops", "soldiers", "feet", "miles", "km", "kilometers", "kilometres", "meters", "metres", "tons", "tonnes", "dollars", "pounds", "copies", "points", "votes",
    "shares", "jobs", "members", "employees", "workers", "words", "prisoners", "casualties", "dead", "guns", "tanks", "aircraft", "civilians", "deaths", "square", "cubic", "megawatts", "mm", "rpm", "calories", "hectares",
    "acres", "MW", "GHz", "MHz", "times", "others", "additional", "more", "or so", "students", "families", "homes", "houses", "patients", "cases", "followers", "new", "strong", "packages", "lines", "pages",
)  # fmt: skip
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
AFTER_ORDINAL = (
    "and", "but", "when", "he", "she", "they", "it", "in", "at", "for", "to", "or", "with", "by", "after", "before", "from", "as", "the", "was", "is", "we", "I", "that", "until", "on", "near", "who", "while",
)  # fmt: skip
LEADS_FALL = frozenset({"in", "this", "last", "next", "early", "late", "by", "since"})
# What stands before a part of a day that is none: "good evening", "a pre-dawn raid".
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
# "The low twenties" are degrees, "his thirties" an age.
NOT_DECADE = frozenset({"low", "high", "upper", "lower", "his", "her", "their", "my"})

# What annotators of a kind of text pass over more often than they mark it.
PASSED_OVER = {
    "news": frozenset(
        {"once", "former", "formerly", "previously", "future", "lately", "presently", "as-soon-as-possible", "the-moment", "the-time-being", "at-this-time", "long-ago", "most-recently"}
    ),
    "narrative": frozenset({"once", "previously", "soon"}),
    "message": frozenset({"former", "soon", "current", "once", "previously", "formerly"}),
}  # fmt: skip
