"""The classes of words that the grammar of time expressions is written in."""

from seriatim.lang.en import calendar, numbers, reigns
from seriatim.lang.en.timex import words

CLASSES = {
    "CARD": (*numbers.SMALL, *numbers.TENS, *numbers.SCALES), "UNITNUM": tuple(w for w, n in numbers.SMALL.items() if 0 < n < 10), "TEEN": tuple(w for w, n in numbers.SMALL.items() if n > 9),
    "TENS": tuple(numbers.TENS), "SCALE": tuple(numbers.SCALES), "ORD": tuple(numbers.ORDINALS), "ORDUNIT": tuple(w for w, n in numbers.ORDINALS.items() if n < 10), "QORD": tuple(w for w, n in numbers.ORDINALS.items() if n < 5),
    "CENT": ("sixteen", "seventeen", "eighteen", "nineteen", "twenty"), "HOURWORD": tuple(w for w, n in numbers.SMALL.items() if 0 < n < 13), "TENYEARS": tuple(numbers.TENS_OF_YEARS), "VAGUE": tuple(numbers.VAGUE),
    "ART": ("a", "an"), "MONTH": tuple(calendar.MONTHS), "WEEKDAY": tuple(w for w in calendar.WEEKDAYS if w not in calendar.PLURAL_WEEKDAYS), "WEEKDAYS": tuple(calendar.PLURAL_WEEKDAYS), "SEASON": tuple(calendar.SEASONS),
    "UNIT": tuple(calendar.UNIT_WORDS), "UNITS": tuple(calendar.UNIT_PLURALS), "PART": tuple(calendar.DAY_PARTS), "PARTS": tuple(calendar.DAY_PART_PLURALS), "CLOCKWORD": tuple(calendar.CLOCK_WORDS), "ZONE": tuple(calendar.ZONES),
    "PERIODPART": tuple(words.PARTS_OF_PERIOD), "ROUGHLY": tuple(words.ROUGHLY), "TODAY": tuple(words.TODAY), "WHICH": tuple(words.WHICH), "EVERY": tuple(words.EVERY), "FREQ": tuple(words.FREQUENCIES),
    "FILLER": tuple(words.FILLERS), "BC": ("bc", "bce"), "AD": ("ad", "ce"),
    "INST": ("inst", "instant"), "ULT": ("ult", "ulto", "ultimo"), "PROX": ("prox", "proximo"), "KING": tuple(reigns.NUMBERED), "ALONE": tuple(reigns.ALONE), "SHORTKING": ("hen", "edw", "geo", "jac"), "ROMAN": tuple(reigns.ROMAN), "LATERROMAN": tuple(word for word in reigns.ROMAN if word != "i"),
}  # fmt: skip
PUNCTUATION = {
    ",": "COMMA", ".": "STOP", "-": "DASH", "–": "DASH", "—": "DASH", "‑": "DASH", "‐": "DASH", "−": "DASH", "/": "SLASH", "(": "LPAR", "[": "LPAR", "]": "RPAR", ")": "RPAR",
    '"': "QUOTE", "``": "QUOTE", "''": "QUOTE", "“": "QUOTE", "”": "QUOTE", "'": "QUOTE", "‘": "QUOTE", "’": "QUOTE", "+": "PLUS", "~": "TILDE", "½": "HALFSIGN", "'s": "=’s", "’s": "=’s",
}  # fmt: skip
# Words that are a time only with a capital letter: "may", "sun", "sat".
CAPITAL_ONLY = frozenset({
        "may",
        "march",
        "mar",
        "sun",
        "sat",
        "mon",
        "wed",
        "thu",
        "thur",
        "fri",
        "tue",
        "tues",
        "dec",
        "jan",
        "jun",
        "august",
        "bst",
        "et",
        "ct",
        "mt",
        "pt",
        "ist",
        "cet",
        "ad",
        "bc",
        "bce",
        "ce",
        "h",
        "c",
        "z",
        *reigns.ROMAN,
    })  # fmt: skip
# The classes that alone make a stretch of text worth reading.
TRIGGERS: tuple[str, ...] = (
    "THREE",
    "CENT",
    "SMALLDAY",
    "OLDDECADE",
    "MONTH",
    "WEEKDAY",
    "WEEKDAYS",
    "SEASON",
    "UNIT",
    "UNITS",
    "PART",
    "PARTS",
    "CLOCKWORD",
    "TODAY",
    "FREQ",
    "TENYEARS",
    "BC",
    "AD",
    "DECADE",
    "SHORTYEAR",
    "AMPM",
    "OCLOCK",
    "CLOCK",
    "ISO",
    "NUMDATE",
    "YEAR",
    "QTOKEN",
    "FY",
    "DAYORD",
    "HHMM",
    "YEARPAIR",
    "INST",
    "ULT",
    "PROX",
    "LATERROMAN",
    "SHORTKING",
)
# The classes of tokens that are no words, by their shape; the first that fits counts.
SHAPES: tuple[tuple[str, str], ...] = (
    (r"['’]\d\ds", "DECADE"), (r"['’]\d\d", "SHORTYEAR"), (r"o['’]clock", "OCLOCK"), (r"[ap](?:\.\s?)?m\.?", "AMPM"), (r"B\.\s?C.*", "BC"), (r"A\.\s?D.*", "AD"), (r"O\.\s?S.*", "OLDSTYLE"), (r"N\.\s?S.*", "NEWSTYLE"),
    (r"\d{1,2}:\d\d(?::\d\d)?", "CLOCK"), (r"(?:\d|\d{3})0s", "DECADE"), (r"\d\d0s", "OLDDECADE"), (r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)|2?[23]d", "ORD DAYORD"), (r"\d+(?:st|nd|rd|th)", "ORD"),
    (r"\d{4}-\d\d-\d\d.*", "ISO"), (r"\d+([/.-])\d+\1\d+", "NUMDATE"), (r"[12]\d{3}/(?:\d\d?|\d{4})", "FRACTION YEARPAIR"), (r"\d+/\d+", "FRACTION"), (r"(?:[01]?\d|2[0-4])\.[0-5]\d", "DECIMAL CLOCKDOT"), (r"\d[\d.,]*", "DECIMAL"),
)  # fmt: skip
# A token, behind at most three blanks.
WORD_SHAPES = (
    r"[^\S\n]{0,3}((?!https?:|www\.)[^\W\d_]{3,}"  # a plain word, first because most are
    r"|https?://\S+|www\.\S+|[@#]\w+"  # addresses and handles hold no time
    r"|B\.\s?C\b\.?(?:\s?E\b\.?)?|A\.\s?D\b\.?|[ON]\.\s?S\b\.?"
    r"|(?:(?<=\d)|(?<=\d\s)|(?<=\d\+))[aApP](?:\.\s?[mM]\b\.?|[mM]\b)"
    r"|[oO]['’]clock\b"
    r"|(?<![\w./-])\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/-])"
    r"|(?<![\w./-])(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{4}/\d\d?/\d\d?"
    r"|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d))(?![\w/-]|\.\d)"
    r"|(?<![\w:.])\d{1,2}:\d\d(?::\d\d)?(?![\w:]|\.\d)"
    r"|(?<![\w:.])\d{1,2}:\d\d(?=[aApP]\.?[mM]\b|[hH](?:rs?|ours)?\b)"
    r"|(?<!\d)\d{1,4}(?:st|nd|rd|th|ST|ND|RD|TH|s)\b|(?<!\d)2?[23]d\b"
    r"|\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+|\d+/\d+|\d+"
    r"|['’]s\b|['’]\d\ds?\b"
    r"|Q[1-4]\b|FY(?=\s?['’]?\d)|H[12]\b"
    r"|[^\W\d_]+|\n[^\S\n]*\n|``|''|[^\w\s])"
)
