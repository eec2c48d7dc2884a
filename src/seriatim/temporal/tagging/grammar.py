"""The engine of the grammar: rules over classes of words, applied in levels, the longest match first.

A text becomes a string with one character a word, its *kind*: the set of classes that the word
belongs to.  A rule is a regular expression over classes, written ``month:MONTH STOP? day:DAY``:
upper case names a class, lower case a word, ``name:`` what the rule calls the part.  What a rule
matches becomes one item of the classes that the rule makes, and the next level reads on. Patterns
hold no unbounded repetition, so that a level is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from seriatim.lang.en.timex.rules import Rule

Meaning = dict[str, Any]
NULL = "."  # the kind of every word that no rule knows
_TOKEN = re.compile(
    r"\s*(?:(?P<name>[a-z_0-9]+):|(?P<cls>[A-Z][A-Z0-9]*)|(?P<word>[a-z'’]+)|(?P<op>\(|\)|\||\?|\{\d(?:,\d)?\}))"
)


class Item(NamedTuple):
    """A word, or what a rule made of several: its kind, its span, the word in lower case and what it means."""

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
    """The regular expression of a pattern, and the characters that it can begin with.  Raises ValueError on a malformed one."""
    parser = _Parser(pattern, kinds)
    expression, first, nullable = parser.choice()
    if parser.left or nullable:
        raise ValueError(f"pattern {pattern!r} is malformed or matches nothing")
    return re.compile(expression), first


class _Parser:
    def __init__(self, pattern: str, kinds: Kinds) -> None:
        self.left = [
            (m.lastgroup or "", m.group(m.lastgroup or 0)) for m in _TOKEN.finditer(pattern)
        ]
        if _TOKEN.sub("", pattern).strip():
            raise ValueError(f"pattern {pattern!r} has characters that mean nothing")
        self.kinds = kinds

    def choice(self) -> tuple[str, str, bool]:
        """Expression, first characters and whether it may match nothing, of alternatives."""
        parts = [self.sequence()]
        while self.left and self.left[0] == ("op", "|"):
            self.left.pop(0)
            parts.append(self.sequence())
        return "|".join(p[0] for p in parts), "".join(p[1] for p in parts), any(p[2] for p in parts)

    def sequence(self) -> tuple[str, str, bool]:
        """The same of a run of parts."""
        expression, first, nullable = "", "", True
        while self.left and self.left[0] not in (("op", "|"), ("op", ")")):
            part = self.part()
            expression += part[0]
            if nullable:
                first += part[1]
            nullable = nullable and part[2]
        return expression, first, nullable

    def part(self) -> tuple[str, str, bool]:
        """The same of one part, with its name and its ``?``."""
        label, text = self.left.pop(0)
        name = ""
        if label == "name":
            name, (label, text) = text, self.left.pop(0)
        if label == "op":
            inner, first, nullable = self.choice()
            if self.left.pop(0) != ("op", ")"):
                raise ValueError("a bracket is not closed")
        else:
            first, nullable = self.kinds.having(text if label == "cls" else f"={text}"), False
            if not first:
                raise ValueError(f"nothing belongs to {text!r}")
            inner = f"[{re.escape(first)}]" if len(first) > 1 else re.escape(first)
        expression = f"(?P<{name}>{inner})" if name else f"(?:{inner})" if label == "op" else inner
        if self.left and self.left[0][0] == "op" and self.left[0][1][0] in "?{":
            suffix = self.left.pop(0)[1]
            expression, nullable = (
                f"{expression}{suffix}",
                nullable or suffix == "?" or suffix.startswith("{0"),
            )
        return expression, first, nullable


class Level:
    """Rules that are tried together."""

    def __init__(
        self, rules: Iterable[Rule], kinds: Kinds, builders: Mapping[str, Builder]
    ) -> None:
        self._by_first: dict[str, list[tuple[re.Pattern[str], Rule, str, Builder]]] = {}
        for rule in rules:
            expression, first = compile_pattern(rule.pattern, kinds)
            made = kinds.of(rule.makes.split())
            for char in set(first):
                self._by_first.setdefault(char, []).append(
                    (expression, rule, made, builders[rule.by])
                )

    def read(self, items: list[Item]) -> list[Item]:
        """The items, with what the rules found put in the place of what it was made of."""
        kinds = "".join([item.kind for item in items])
        known = self._by_first
        if known.keys().isdisjoint(kinds):
            return items
        out, at = [], 0
        while at < len(items):
            found = []
            for expression, rule, made, builder in known.get(kinds[at], ()):
                match = expression.match(kinds, at)
                if match:
                    found.append((match.end(), match, rule, made, builder))
            if len(found) > 1:
                found.sort(key=lambda f: -f[0])
            for end, match, rule, made, builder in found:
                meaning = builder(rule, match, items)
                if meaning is not None:
                    meaning["rule"] = rule.name
                    out.append(
                        Item(
                            meaning.pop("kind", made),
                            items[at].start,
                            items[end - 1].end,
                            "",
                            meaning,
                        )
                    )
                    at = end
                    break
            else:
                out.append(items[at])
                at += 1
        return out
