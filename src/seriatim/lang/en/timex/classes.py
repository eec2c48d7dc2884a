"""The classes of words that the grammar of time expressions is written in."""

from seriatim.lang.en import calendar, numbers
from seriatim.lang.en.timex import words

CLASSES = {
    "CARD": (*numbers.SMALL, *numbers.TENS, *numbers.SCALES), "UNITNUM": tuple(w for w, n in numbers.SMALL.items() if 0 < n < 10), "TEEN": tuple(w for w, n in numbers.SMALL.items() if n > 9),
    "TENS": tuple(numbers.TENS), "SCALE": tuple(numbers.SCALES), "ORD": tuple(numbers.ORDINALS), "ORDUNIT": tuple(w for w, n in numbers.ORDINALS.items() if n < 10), "QORD": tuple(w for w, n in numbers.ORDINALS.items() if n < 5),
    "CENT": ("sixteen", "seventeen", "eighteen", "nineteen", "twenty"), "HOURWORD": tuple(w for w, n in numbers.SMALL.items() if 0 < n < 13), "TENYEARS": tuple(numbers.TENS_OF_YEARS), "VAGUE": tuple(numbers.VAGUE),
    "ART": ("a", "an"), "MONTH": tuple(calendar.MONTHS), "WEEKDAY": tuple(w for w in calendar.WEEKDAYS if w not in calendar.PLURAL_WEEKDAYS), "WEEKDAYS": tuple(calendar.PLURAL_WEEKDAYS), "SEASON": tuple(calendar.SEASONS),
    "UNIT": tuple(calendar.UNIT_WORDS), "UNITS": tuple(calendar.UNIT_PLURALS), "PART": tuple(calendar.DAY_PARTS), "PARTS": tuple(calendar.DAY_PART_PLURALS), "CLOCKWORD": tuple(calendar.CLOCK_WORDS), "ZONE": tuple(calendar.ZONES),
    "PERIODPART": tuple(words.PARTS_OF_PERIOD), "ROUGHLY": tuple(words.ROUGHLY), "TODAY": tuple(words.TODAY), "WHICH": tuple(words.WHICH), "EVERY": tuple(words.EVERY), "FREQ": tuple(words.FREQUENCIES),
    "FILLER": tuple(words.FILLERS), "BC": ("bc", "bce"), "AD": ("ad", "ce"),
}  # fmt: skip
PUNCTUATION = {
    ",": "COMMA", ".": "STOP", "-": "DASH", "–": "DASH", "—": "DASH", "‑": "DASH", "‐": "DASH", "−": "DASH", "/": "SLASH", "(": "LPAR", ")": "RPAR",
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
    })  # fmt: skip
# The classes that alone make a stretch of text worth reading.
TRIGGERS = (
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
)  # fmt: skip chars = set("".join(KINDS.having(name) for name in names)) for word in time_rules.TRIGGERS: chars |= set(KINDS.having(f"={word}")) return re.compile(f"[{re.escape(''.join(sorted(chars)))}]") _memo: dict[str, str] = {} def runs(text: str) -> Iterator[list[Item]]: """The stretches of known words that could hold a time expression, as items, in order.""" known = word_kinds() spans, kinds = [], [] for match in TOKEN.finditer(text): token = match.group() char = known.get(token) if char is None: char = _memo.get(token) if char is None: if len(_memo) > 100_000: _memo.clear() char = _memo[token] = ( known.get(token.lower(), NULL) if token[0].isalpha() and token.lower() not in CAPITAL_ONLY and kind(token) == NULL else kind(token))
# The classes of tokens that are no words, by their shape; the first that fits counts.
SHAPES = (
    (r"['’]\d\ds", "DECADE"), (r"['’]\d\d", "SHORTYEAR"), (r"o['’]clock", "OCLOCK"), (r"[ap](?:\.\s?)?m\.?", "AMPM"), (r"B\.\s?C.*", "BC"), (r"A\.\s?D.*", "AD"),
    (r"\d{1,2}:\d\d(?::\d\d)?", "CLOCK"), (r"(?:\d|\d{3})0s", "DECADE"), (r"\d\d0s", "OLDDECADE"), (r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)", "ORD DAYORD"), (r"\d+(?:st|nd|rd|th)", "ORD"),
    (r"\d{4}-\d\d-\d\d.*", "ISO"), (r"\d+([/.-])\d+\1\d+", "NUMDATE"), (r"\d+/\d+", "FRACTION"), (r"(?:[01]?\d|2[0-4])\.[0-5]\d", "DECIMAL CLOCKDOT"), (r"\d[\d.,]*", "DECIMAL"),
)  # fmt: skip
