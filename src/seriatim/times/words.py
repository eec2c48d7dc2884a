"""Text → items: words with their kinds, cut into the runs that a rule could read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from seriatim.language import calendar, numbers, time_rules, time_words
from seriatim.times.grammar import NULL, Item, Kinds, literals

TOKEN = re.compile(
    r"https?://\S+|www\.\S+|[@#]\w+"  # addresses and handles hold no time
    r"|B\.\s?C\b\.?(?:\s?E\b\.?)?|A\.\s?D\b\.?"
    r"|(?:(?<=\d)|(?<=\d\s)|(?<=\d\+))[aApP](?:\.\s?[mM]\b\.?|[mM]\b)"
    r"|[oO]['’]clock\b"
    r"|(?<![\w./-])\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/-])"
    r"|(?<![\w./-])(?:\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{4}/\d\d?/\d\d?|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d))(?![\w/-]|\.\d)"
    r"|(?<![\w:.])\d{1,2}:\d\d(?::\d\d)?(?![\w:]|\.\d)"
    r"|(?<![\w:.])\d{1,2}:\d\d(?=[aApP]\.?[mM]\b|[hH](?:rs?|ours)?\b)"
    r"|(?<!\d)\d{1,4}(?:st|nd|rd|th|ST|ND|RD|TH|s)\b"
    r"|\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+|\d+/\d+|\d+"
    r"|['’]s\b|['’]\d\ds?\b"
    r"|Q[1-4]\b|FY(?=\s?['’]?\d)|H[12]\b"
    r"|[^\W\d_]+|\n[^\S\n]*\n|``|''|[^\w\s]"
)
_PUNCTUATION = {
    ",": "COMMA", ".": "STOP", "-": "DASH", "–": "DASH", "—": "DASH", "‑": "DASH", "‐": "DASH", "−": "DASH", "/": "SLASH", "(": "LPAR", ")": "RPAR",
    '"': "QUOTE", "``": "QUOTE", "''": "QUOTE", "“": "QUOTE", "”": "QUOTE", "'": "QUOTE", "‘": "QUOTE", "’": "QUOTE", "+": "PLUS", "~": "TILDE", "½": "HALFSIGN", "'s": "=’s", "’s": "=’s",
}  # fmt: skip
CAPITAL_ONLY = frozenset(
    {
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
    }
)

KINDS = Kinds()
_SAMPLES = (
    "01",
    "’89",
    "’80s",
    "o’clock",
    "p.m.",
    "B.C.",
    "A.D.",
    "12:36",
    "1990s",
    "470s",
    "12th",
    "45th",
    "1911-03-05",
    "5/3/1911",
    "1/2",
    "7.30",
    "2.5",
    "1,000",
    "1990d",
)


def _classes() -> dict[str, set[str]]:
    """Word → classes, for every word that some rule knows."""
    table: dict[str, set[str]] = {}
    named: list[tuple[str, object]] = [
        ("CARD", [*numbers.SMALL, *numbers.TENS, *numbers.SCALES]), ("UNITNUM", [w for w, n in numbers.SMALL.items() if 0 < n < 10]), ("TEEN", [w for w, n in numbers.SMALL.items() if n > 9]),
        ("TENS", numbers.TENS), ("SCALE", numbers.SCALES), ("ORD", numbers.ORDINALS), ("ORDUNIT", [w for w, n in numbers.ORDINALS.items() if n < 10]), ("QORD", [w for w, n in numbers.ORDINALS.items() if n < 5]),
        ("CENT", ["sixteen", "seventeen", "eighteen", "nineteen", "twenty"]), ("HOURWORD", [w for w, n in numbers.SMALL.items() if 0 < n < 13]), ("TENYEARS", numbers.TENS_OF_YEARS), ("VAGUE", numbers.VAGUE),
        ("ART", ["a", "an"]), ("MONTH", calendar.MONTHS), ("WEEKDAY", set(calendar.WEEKDAYS) - calendar.PLURAL_WEEKDAYS), ("WEEKDAYS", calendar.PLURAL_WEEKDAYS), ("SEASON", calendar.SEASONS),
        ("UNIT", calendar.UNIT_WORDS), ("UNITS", calendar.UNIT_PLURALS), ("PART", calendar.DAY_PARTS), ("PARTS", calendar.DAY_PART_PLURALS), ("CLOCKWORD", calendar.CLOCK_WORDS), ("ZONE", calendar.ZONES),
        ("PERIODPART", time_words.PARTS_OF_PERIOD), ("ROUGHLY", time_words.ROUGHLY), ("TODAY", time_words.TODAY), ("WHICH", time_words.WHICH), ("EVERY", time_words.EVERY), ("FREQ", time_words.FREQUENCIES), ("FILLER", time_words.FILLERS),
        ("BC", ["bc", "bce"]), ("AD", ["ad", "ce"]),
    ]  # fmt: skip
    for name, words in named:
        for word in words:  # type: ignore[attr-defined]
            table.setdefault(word, set()).add(name)
    for word in literals(rule.pattern for rule in time_rules.RULES):
        table.setdefault(word, set()).add(f"={word}")
    return table


@cache
def word_kinds() -> dict[str, str]:
    """Word as it may stand in a text → kind."""
    kinds = {char: KINDS.of([name]) for char, name in _PUNCTUATION.items()}
    for word, classes in _classes().items():
        whole = KINDS.of(classes)
        if word in CAPITAL_ONLY:
            small = {c for c in classes if c.startswith("=") or c in ("ROUGHLY",)} | ({"SMALLDAY"} if "WEEKDAY" in classes else set())
            kinds[word] = KINDS.of(small)
        else:
            kinds[word] = whole
        kinds[word[:1].upper() + word[1:]] = kinds[word.upper()] = whole
    kinds["a"], kinds["A"] = KINDS.of(_classes()["a"]), KINDS.of(_classes()["a"])
    for text in ("Q1", "Q2", "Q3", "Q4"):
        kinds[text] = KINDS.of(["QTOKEN"])
    for text in ("H1", "H2"):
        kinds[text] = KINDS.of(["HTOKEN"])
    kinds["FY"] = KINDS.of(["FY"])
    for number in range(10_000):  # every kind exists before a pattern is compiled
        _number(str(number))
    for sample in _SAMPLES:
        kind(sample)
    return kinds


def _number(text: str) -> str:
    value = int(text) if len(text) < 9 else 10**9
    classes: set[str] = {"INT"}
    if len(text) <= 2:
        classes |= {"SMALLINT"}
        if 1 <= value <= 31:
            classes |= {"DAY"}
        if 1 <= value <= 12:
            classes |= {"HOUR12", "MON12"}
        if value < 25:
            classes |= {"HOUR24"}
        if len(text) == 2:
            classes |= {"TWO"}
    elif len(text) <= 4:
        if value % 100 < 60 and value // 100 <= 24:
            classes |= {"HHMM"}
        if len(text) == 3:
            classes |= {"THREE"}
        elif 1000 <= value <= 2199:
            classes |= {"YEAR"}
    return KINDS.of(classes)


def kind(text: str) -> str:
    """The kind of a token that is no known word."""
    first = text[0]
    if not (first.isdecimal() and first.isascii()):
        if text[0] in "'’" and len(text) > 2:
            return KINDS.of(["DECADE"]) if text.endswith("s") else KINDS.of(["SHORTYEAR"])
        if text.lower() in ("o'clock", "o’clock"):
            return KINDS.of(["OCLOCK"])
        if first in "aApP" and text[-1:] in "mM." and 2 <= len(text) <= 5 and text[1] in "mM.":
            return KINDS.of(["AMPM"])
        if text.startswith(("B.", "A.")):
            return KINDS.of(["BC" if first == "B" else "AD"])
        return NULL
    if text.isdecimal():
        return _number(text)
    if ":" in text and "-" not in text:
        return KINDS.of(["CLOCK"])
    if text[-1] == "s":
        return KINDS.of(["DECADE"] if len(text) in (3, 5) and text[-2] == "0" else ["OLDDECADE"] if len(text) == 4 and text[-2] == "0" else [])
    if text[-1].isalpha() and text[-1] not in "Z":
        value = int(text[:-2])
        return KINDS.of(["ORD", "DAYORD"] if value <= 31 else ["ORD"])
    if "T" in text or text[4:5] == "-":
        return KINDS.of(["ISO"])
    if text.count("/") == 2 or text.count("-") == 2 or text.count(".") == 2:
        return KINDS.of(["NUMDATE"])
    if "/" in text:
        return KINDS.of(["FRACTION"])
    if "." in text:
        left, _, right = text.partition(".")
        return KINDS.of(["DECIMAL", "CLOCKDOT"] if len(left) <= 2 and len(right) == 2 and int(right) < 60 and int(left) <= 24 else ["DECIMAL"])
    return KINDS.of(["DECIMAL"])


@cache
def _triggers() -> re.Pattern[str]:
    names = ("THREE", "CENT", "SMALLDAY", "OLDDECADE", "MONTH", "WEEKDAY", "WEEKDAYS", "SEASON", "UNIT", "UNITS", "PART", "PARTS", "CLOCKWORD", "TODAY", "FREQ", "TENYEARS", "BC", "AD", "DECADE", "SHORTYEAR", "AMPM", "OCLOCK", "CLOCK",
             "ISO", "NUMDATE", "YEAR", "QTOKEN", "FY", "DAYORD", "HHMM")  # fmt: skip
    chars = set("".join(KINDS.having(name) for name in names))
    for word in time_rules.TRIGGERS:
        chars |= set(KINDS.having(f"={word}"))
    return re.compile(f"[{re.escape(''.join(sorted(chars)))}]")


_memo: dict[str, str] = {}


def runs(text: str) -> Iterator[list[Item]]:
    """The stretches of known words that could hold a time expression, as items, in order."""
    known = word_kinds()
    spans, kinds = [], []
    for match in TOKEN.finditer(text):
        token = match.group()
        char = known.get(token)
        if char is None:
            char = _memo.get(token)
            if char is None:
                if len(_memo) > 100_000:
                    _memo.clear()
                char = _memo[token] = (
                    known.get(token.lower(), NULL)
                    if token[0].isalpha() and token.lower() not in CAPITAL_ONLY and kind(token) == NULL
                    else kind(token)
                )
        kinds.append(char)
        spans.append(match.span())
    line = "".join(kinds)
    trigger = _triggers()
    for run in _RUN.finditer(line):
        if trigger.search(line, run.start(), run.end()):
            yield [_item(text, spans[i], kinds[i]) for i in range(run.start(), run.end())]


_RUN = re.compile(r"[^.]+")


def _item(text: str, span: tuple[int, int], char: str) -> Item:
    start, end = span
    word = text[start:end].lower()
    if word[0].isdecimal() and start and (text[start - 1].isalpha() or text[start - 1] in "$£€_#") and text[start - 2 : start] != "FY":
        char = NULL
    return Item(char, start, end, word, None)
