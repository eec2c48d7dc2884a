"""Text → items: words with their kinds, cut into the runs that a rule could read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from seriatim.lang import timex_classes as classes
from seriatim.lang import timex_rules as rules
from seriatim.temporal.tagging.grammar import NULL, Item, Kinds, literals

TOKEN = re.compile(classes.WORD_SHAPES)
_PUNCTUATION = classes.PUNCTUATION
CAPITAL_ONLY = classes.CAPITAL_ONLY

KINDS = Kinds()
_SAMPLES = (
    "00",
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
    "2d",
    "1641/2",
    "O.S.",
    "N.S.",
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
    for name, words in classes.CLASSES.items():
        for word in words:
            table.setdefault(word, set()).add(name)
    for word in literals(rule.pattern for rule in rules.RULES):
        table.setdefault(word, set()).add(f"={word}")
    return table


@cache
def word_kinds() -> dict[str, str]:
    """Word as it may stand in a text → kind."""
    kinds = {char: KINDS.of([name]) for char, name in _PUNCTUATION.items()}
    for word, of_word in _classes().items():
        whole = KINDS.of(of_word)
        if word in CAPITAL_ONLY:
            small = {c for c in of_word if c.startswith("=") or c == "ROUGHLY"} | (
                {"SMALLDAY"} if "WEEKDAY" in of_word else set()
            )
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
    wide = 2 < len(text) <= 4
    classes = {
        "INT": True,
        "SMALLINT": len(text) <= 2,
        "TWO": len(text) == 2,
        "THREE": len(text) == 3,
        "DAY": len(text) <= 2 and 1 <= value <= 31,
        "HOUR12": len(text) <= 2 and 1 <= value <= 12,
        "MON12": len(text) <= 2 and 1 <= value <= 12,
        "HOUR24": len(text) <= 2 and value < 25,
        "HHMM": wide and value % 100 < 60 and value // 100 <= 24,
        "YEAR": len(text) == 4 and 1000 <= value <= 2199,
    }
    return KINDS.of(name for name, holds in classes.items() if holds)


_SHAPES = tuple(
    (re.compile(shape, re.IGNORECASE), tuple(classes.split())) for shape, classes in classes.SHAPES
)


def kind(text: str) -> str:
    """The kind of a token that is no known word."""
    if text.isdecimal() and text.isascii():
        return _number(text)
    return next((KINDS.of(classes) for shape, classes in _SHAPES if shape.fullmatch(text)), NULL)


@cache
def _triggers() -> re.Pattern[str]:
    names = classes.TRIGGERS
    chars = set("".join(KINDS.having(name) for name in names))
    for word in rules.TRIGGERS:
        chars |= set(KINDS.having(f"={word}"))
    return re.compile(f"[{re.escape(''.join(sorted(chars)))}]")


class _KindOf(dict[str, str]):
    """Token → kind: the known words, and what has been met."""

    def __missing__(self, token: str) -> str:
        small = token.lower()
        char = NULL if token.isalpha() and len(token) > 2 else kind(token)
        if char == NULL and small not in CAPITAL_ONLY:
            char = word_kinds().get(small, NULL)  # a word in capitals where nobody expected them
        if len(self) > 100_000:
            self.clear()
            self.update(word_kinds())
        self[token] = char
        return char


@cache
def _kind_of() -> _KindOf:
    return _KindOf(word_kinds())


def runs(text: str) -> Iterator[list[Item]]:
    """The stretches of known words that could hold a time expression, as items, in order."""
    kind_of = _kind_of()
    tokens = list(TOKEN.finditer(text))
    line = "".join([kind_of[token[1]] for token in tokens])
    trigger = _triggers()
    for run in _RUN.finditer(line):
        start, end = run.span()
        if trigger.search(line, start, end):
            yield [_item(text, tokens[i], line[i]) for i in range(start, end)]


_RUN = re.compile(r"[^.]+")


def _item(text: str, token: re.Match[str], char: str) -> Item:
    start, end = token.span(1)
    word = token[1].lower()
    if (
        word[0].isdecimal()
        and start
        and (text[start - 1].isalpha() or text[start - 1] in "$£€_#")
        and text[start - 2 : start] != "FY"
    ):
        char = NULL
    return Item(char, start, end, word, None)
