"""Runs the grammar: rules over classes of words, in levels, the longest match first.

A text becomes a string with one character a word, its *kind*: the set of classes that the word
belongs to.  A rule is a regular expression over classes, written ``month:MONTH STOP? day:DAY``:
upper case names a class, lower case a word, ``name:`` what the rule calls the part.  What a rule
matches becomes one item of the classes that the rule makes, and the next level reads on. Patterns
hold no unbounded repetition, so that a level is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from seriatim.lang.base import Rule
from seriatim.messages import temporal as messages
from seriatim.temporal.algebra import Meaning

SAME = "SAME"  # what a rule makes keeps the classes of its part "d"
NULL = "."  # the kind of every word that no rule knows
_TOKEN = re.compile(
    r"\s*(?:(?P<name>[a-z_0-9]+):|(?P<cls>[A-Z][A-Z0-9]*)|(?P<word>[a-z'’]+)"
    r"|(?P<op>\(|\)|\||\?|\{\d(?:,\d)?\}))"
)


class Item(NamedTuple):
    """A word, or what a rule made of several: kind, span, lower-case word and meaning."""

    kind: str
    start: int
    end: int
    word: str
    meaning: Meaning | None


Builder = Callable[[Rule, "re.Match[str]", list[Item]], Meaning | None]


class Kinds:
    """The kinds in use: one character for each set of classes."""

    def __init__(self) -> None:
        self._chars: dict[frozenset[str], str] = {frozenset(): NULL}

    def of(self, classes: Iterable[str]) -> str:
        """The character of a set of classes."""
        key = frozenset(classes)
        if key not in self._chars:
            self._chars[key] = chr(0x100 + len(self._chars))
        return self._chars[key]

    def having(self, name: str) -> str:
        """The characters of all kinds that belong to a class."""
        return "".join(char for classes, char in self._chars.items() if name in classes)


def literals(patterns: Iterable[str]) -> set[str]:
    """The words that patterns name outright."""
    return {m["word"] for pattern in patterns for m in _TOKEN.finditer(pattern) if m["word"]}


def compile_pattern(pattern: str, kinds: Kinds) -> tuple[re.Pattern[str], str]:
    """The regular expression of a pattern, and the characters that it can begin with.

    Raises ValueError on a malformed pattern.
    """
    parser = _Parser(pattern, kinds)
    expression, first, nullable = parser.choice()
    if parser.left or nullable:
        raise ValueError(messages.malformed_pattern(pattern))
    return re.compile(expression), first


class _Parser:
    def __init__(self, pattern: str, kinds: Kinds) -> None:
        self.left = [
            (m.lastgroup or "", m.group(m.lastgroup or 0)) for m in _TOKEN.finditer(pattern)
        ]
        if _TOKEN.sub("", pattern).strip():
            raise ValueError(messages.unknown_characters(pattern))
        self.kinds = kinds

    def choice(self) -> tuple[str, str, bool]:
        """Alternatives: the expression, its first characters, and whether it may match nothing."""
        parts = [self.sequence()]
        while self.left and self.left[0] == ("op", "|"):
            self.left.pop(0)
            parts.append(self.sequence())
        return "|".join(p[0] for p in parts), "".join(p[1] for p in parts), any(p[2] for p in parts)

    def sequence(self) -> tuple[str, str, bool]:
        """The same for a sequence of parts."""
        expression, first, nullable = "", "", True
        while self.left and self.left[0] not in (("op", "|"), ("op", ")")):
            part = self.part()
            expression += part[0]
            if nullable:
                first += part[1]
            nullable = nullable and part[2]
        return expression, first, nullable

    def part(self) -> tuple[str, str, bool]:
        """The same for one part, with its name and its ``?``."""
        label, text = self.left.pop(0)
        name = ""
        if label == "name":
            name, (label, text) = text, self.left.pop(0)
        expression, first, nullable = self.group() if label == "op" else self.word(label, text)
        if name:
            expression = f"(?P<{name}>{expression})"
        elif label == "op":
            expression = f"(?:{expression})"
        if self.left and self.left[0][0] == "op" and self.left[0][1][0] in "?{":
            suffix = self.left.pop(0)[1]
            expression += suffix
            nullable = nullable or suffix == "?" or suffix.startswith("{0")
        return expression, first, nullable

    def group(self) -> tuple[str, str, bool]:
        """The same for alternatives in brackets."""
        inner = self.choice()
        if self.left.pop(0) != ("op", ")"):
            raise ValueError(messages.UNCLOSED_BRACKET)
        return inner

    def word(self, label: str, text: str) -> tuple[str, str, bool]:
        """The same for a class or a word."""
        first = self.kinds.having(text if label == "cls" else f"={text}")
        if not first:
            raise ValueError(messages.empty_class(text))
        return (f"[{re.escape(first)}]" if len(first) > 1 else re.escape(first)), first, False


class _Starting(NamedTuple):
    """The rules that can begin with a kind, and one expression that any of their matches fits."""

    any: re.Pattern[str]
    rules: tuple[tuple[re.Pattern[str], Rule, str, Builder], ...]


class Level:
    """Rules that are tried together."""

    def __init__(
        self, rules: Iterable[Rule], kinds: Kinds, builders: Mapping[str, Builder]
    ) -> None:
        by_first: dict[str, list[tuple[re.Pattern[str], Rule, str, Builder]]] = {}
        for rule in rules:
            expression, first = compile_pattern(rule.pattern, kinds)
            made = kinds.of(rule.makes.split())
            for char in set(first):
                by_first.setdefault(char, []).append((expression, rule, made, builders[rule.by]))
        together = cache(_together)
        self._by_first = {
            char: _Starting(together(tuple(row[0].pattern for row in rows)), tuple(rows))
            for char, rows in by_first.items()
        }

    def read(self, items: list[Item]) -> list[Item]:
        """The items, with what the rules made in place of the items they matched."""
        kinds = "".join([item.kind for item in items])
        starting = self._by_first
        if starting.keys().isdisjoint(kinds):
            return items
        out: list[Item] = []
        at, size = 0, len(items)
        while at < size:
            rules = starting.get(kinds[at])
            if rules is not None and rules.any.match(kinds, at):
                item, at = _made(rules, items, kinds, at) or (items[at], at + 1)
                out.append(item)
            else:
                out.append(items[at])
                at += 1
        return out


def _together(expressions: tuple[str, ...]) -> re.Pattern[str]:
    """One expression in place of many, for the question whether any of them matches.

    It saves four of five attempts: few words that could begin a time begin one.
    """
    return re.compile("|".join(_NAMES.sub("(?:", each) for each in expressions))


_NAMES = re.compile(r"\(\?P<[a-z_0-9]+>")


def _made(starting: _Starting, items: list[Item], kinds: str, at: int) -> tuple[Item, int] | None:
    """What the rule with the longest match makes at a place, and where it ends."""
    found = []
    for expression, rule, made, builder in starting.rules:
        match = expression.match(kinds, at)
        if match:
            found.append((match.end(), match, rule, made, builder))
    if len(found) > 1:
        found.sort(key=lambda f: -f[0])
    for end, match, rule, made, builder in found:
        meaning = builder(rule, match, items)
        if meaning is not None:
            kind = items[match.start("d")].kind if rule.makes == SAME else made
            span = items[at].start, items[end - 1].end
            return Item(kind, *span, "", meaning._replace(rule=rule.id)), end
    return None
