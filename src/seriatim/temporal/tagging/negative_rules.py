"""Runs the negative rules of the grammar: what looks like a time and is none.

The rules with their reasons, examples and near misses: ``lang/en/timex/negatives.py``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.lang import timex_negatives as words
from seriatim.temporal.algebra import Date, Meaning
from seriatim.temporal.frames import tense
from seriatim.temporal.frames.anchors import Genre
from seriatim.temporal.tagging.search import Found

_BEFORE_WORD = re.compile(r"([A-Za-z][A-Za-z.'’]*|[^\w\s])[^\S\n]*$")
_AFTER_WORD = re.compile(r"[^\S\n]*([A-Za-z]+|[^\w\s]|\d+)")
_COUNTED_AFTER = re.compile(
    rf"[^\S\n]*(?:%|(?:{'|'.join(words.COUNTED)}|\w*-(?:{'|'.join(words.COUNTED_COMPOUNDS)}))\b)"
)
_PLURAL_AFTER = re.compile(r"[^\S\n]+[a-z]{3,}s\b")
_ORDINAL_STANDS = re.compile(rf"[^\S\n]*(?:[.,;:)!?\n]|$|(?:{'|'.join(words.AFTER_ORDINAL)})\b)")
_PART_OF_A_NUMBER = re.compile(r"(?<!\d)(?!\d{4}-)\d+-$|[A-Z]-$|\w\.$|[$£€#@_=&\\+~]$")
_GOES_ON = re.compile(r"[a-z%_=@\\$]|[.:]\d")


def _before(found: Found, text: str) -> str:
    match = _BEFORE_WORD.search(text, max(0, found.start - 24), found.start)
    return match[1] if match else ""


def _after(found: Found, text: str) -> str:
    match = _AFTER_WORD.match(text, found.end)
    return match[1] if match else ""


def _in_a_number(found: Found, text: str, _: Genre) -> bool:
    left = text[max(0, found.start - 12) : found.start]
    led = _PART_OF_A_NUMBER.search(left) and not left.lower().endswith(words.PREFIXES)
    return bool(led) or _GOES_ON.match(text, found.end) is not None


def _counted(found: Found, text: str, _: Genre) -> bool:
    return _COUNTED_AFTER.match(text, found.end) is not None


def _numbered(found: Found, text: str, _: Genre) -> bool:
    return _before(found, text).lower() in words.NUMBERED


def _before_plural(found: Found, text: str, _: Genre) -> bool:
    word = _before(found, text).lower()
    if not _PLURAL_AFTER.match(text, found.end) or word == ".":
        return False
    return word in words.MEASURES or (word != "" and word not in words.LEADS_YEAR)


def counts(text: str, end: int) -> bool:
    """Whether what stands behind a number is what it counts."""
    return _COUNTED_AFTER.match(text, end) is not None or _PLURAL_AFTER.match(text, end) is not None


def _not_a_month(found: Found, text: str, _: Genre) -> bool:
    word = text[found.start : found.end].rstrip(".").lower()
    before = _before(found, text)
    if word not in words.NAMELIKE:
        return False
    names_follow = _after(found, text)[:1].isupper() and before.lower() in words.JOINS_NAMES
    if before.lower() in words.LEADS_MONTH and not names_follow:
        return False
    return (
        names_follow
        or before[:1].isupper()
        or _after(found, text)[:1].isupper()
        or word in words.VERBLIKE
    )


def _not_a_season(found: Found, text: str, _: Genre) -> bool:
    date, before = found.meaning.date, _before(found, text).lower()
    if date.season_word == "fall":
        return (not date.article and before not in words.LEADS_FALL) or _after(
            found, text
        ).lower() in words.OF_A_DEGREE
    return date.season_word == "spring" and not date.article and before in words.NOT_SPRING


def _not_a_weekday(found: Found, text: str, genre: Genre) -> bool:
    if found.meaning.date.lower_case:
        return genre != "message" or text[found.start : found.end].lower() in ("sun", "sat", "mar")
    return genre != "message" and not re.match(r"\s*[,(]?\s*\d", text[found.end : found.end + 6])


def _counts_from_beginning(found: Found, text: str) -> bool:
    """Whether it is a day of something that may have a date: "the third day of the siege"."""
    length = found.meaning.length
    counts_up = length is not None and length.ordinal is not None
    return counts_up and frame_patterns.OF_WHAT.match(text, found.end) is not None


def _not_a_quarter(found: Found, text: str, _: Genre) -> bool:
    meaning, length = found.meaning, found.meaning.length
    if length is None or length.unit != "quarter":
        return False
    if length.article and meaning.offset is None:
        return True  # "a quarter of them"
    if length.uncounted:
        return meaning.offset is None and not length.window and found.end - found.start < 9
    modified = meaning.mod is not None and meaning.mod.inner is not None
    return (meaning.rule == "duration.number" or modified) and (
        length.hyphen or re.match(r"\s+of\b", text[found.end : found.end + 6]) is not None
    )


def _part_of_no_day(found: Found, text: str, _: Genre) -> bool:
    part = found.meaning.part
    led = part is not None and part.lead in ("a", "an")
    return led or _before(found, text).lower() in words.NOT_PART


_CAPITALS = re.compile(r"[A-Z]{2,}")
_TITLE = re.compile(r"(?:[A-Z][a-z]+|\d+)(?:\s+[A-Z][a-z]+)+")


def _is_a_title(found: Found, text: str, _: Genre) -> bool:
    opens = found.start > 0 and text[found.start - 1] in "\"“'‘"
    return opens and _TITLE.fullmatch(text, found.start, found.end) is not None


def _soon_after(found: Found, text: str, _: Genre) -> bool:
    after = _after(found, text).lower() in words.AFTER_SOON
    return after or tense.direction(text, found.start, found.end) < 0


def _is_a_paper(found: Found, text: str, _: Genre) -> bool:
    return _before(found, text) in ("The", "the") and _after(found, text) in words.PAPERS


def _is_a_program(found: Found, text: str, _: Genre) -> bool:
    return (
        text[found.start : found.end] == "Today"
        and len(_before(found, text)) > 1
        and _before(found, text).isupper()
        and _before(found, text).isalpha()
    )


def _is_a_name(found: Found, text: str, _: Genre) -> bool:
    return (
        text[found.start].isupper()
        and text[found.start + 1 : found.start + 2].islower()
        and _before(found, text)[:1].isupper()
    )


def _is_month_alone(meaning: Meaning) -> bool:
    return meaning.date.month is not None and meaning == Meaning(
        meaning.rule, Date(month=meaning.date.month)
    )


def _is_bare_part(meaning: Meaning) -> bool:
    return meaning.part is not None and meaning.part.bare


def _is_clock_word(meaning: Meaning) -> bool:
    return meaning.clock is not None and meaning.clock.word is not None


def _is_clock_word_alone(meaning: Meaning) -> bool:
    clock = meaning.clock
    return _is_clock_word(meaning) and meaning == Meaning(meaning.rule, clock=clock)


def _is_bare_year(meaning: Meaning) -> bool:
    return meaning.date.bare and meaning.date.year is not None


_Test = Callable[[Found, str, Genre], bool]
# Rule id -> what meanings it looks at, and whether the text says that they are no time.
_RULES: dict[str, tuple[Callable[[Meaning], bool], _Test]] = {
    "year.in-a-number": (_is_bare_year, _in_a_number),
    "year.counted": (_is_bare_year, _counted),
    "year.numbered": (_is_bare_year, _numbered),
    "year.before-plural": (_is_bare_year, _before_plural),
    "year.short": (
        lambda m: m.date.bare and m.date.short_year is not None,
        lambda f, text, genre: text[max(0, f.start - 1) : f.start].isalnum() or genre == "message",
    ),
    "month.name-or-verb": (_is_month_alone, _not_a_month),
    "season.verb": (lambda m: m.date.season_word is not None, _not_a_season),
    "weekday.abbreviation": (lambda m: m.date.abbreviated, _not_a_weekday),
    "unit.uncounted": (
        lambda m: m.length is not None and m.length.one,
        lambda f, text, _genre: not _counts_from_beginning(f, text),
    ),
    "decade.age-or-degrees": (
        lambda m: m.date.short_decade is not None,
        lambda f, text, _genre: (
            text[f.start].isdigit() or _before(f, text).lower() in words.NOT_DECADE
        ),
    ),
    "quarter.fraction": (lambda m: m.length is not None, _not_a_quarter),
    "day.ordinal": (
        lambda m: m.rule in ("date.day-ordinal", "part.of-ordinal"),
        lambda f, text, _genre: not _ORDINAL_STANDS.match(text, f.end),
    ),
    "part.name": (lambda m: _is_bare_part(m) or _is_clock_word(m), _is_a_name),
    "today.name": (lambda m: m.rule == "date.today", _is_a_program),
    "weekday.paper": (lambda m: m.rule == "date.weekday", _is_a_paper),
    "part.greeting": (
        lambda m: _is_clock_word_alone(m) or (_is_bare_part(m) and m.recurrence is None),
        _part_of_no_day,
    ),
    "title.quoted": (lambda m: m.unit is not None or m.length is not None, _is_a_title),
    "soon.after": (lambda m: m.rule == "reference.soon", _soon_after),
    "recently.as-recently-as": (
        lambda m: m.rule == "reference.recently",
        lambda f, text, _genre: _before(f, text).lower() == "as",
    ),
    "age": (lambda m: m.length is not None and m.length.age, lambda _found, _text, _genre: True),
    "reference.undated": (
        lambda m: m.rule.removeprefix("reference.") in words.UNDATED,
        lambda _found, _text, _genre: True,
    ),
    "frequency.attributive": (
        lambda m: m.recurrence is not None and m.recurrence.frequency in words.ATTRIBUTIVE,
        lambda _found, _text, _genre: True,
    ),
    "duration.a-second": (
        lambda m: m.length is not None and m.length.a_second,
        lambda _found, _text, _genre: True,
    ),
}


def negative_rules(found: Found, text: str, genre: Genre) -> Iterator[str]:
    """The ids of the negative rules that hold for an expression."""
    for name, (is_about, holds) in _RULES.items():
        if is_about(found.meaning) and holds(found, text, genre):
            yield name


def doubtful(found: Found, text: str, genre: Genre) -> bool:
    """Whether a negative rule says that the words are no time."""
    return next(negative_rules(found, text, genre), None) is not None
