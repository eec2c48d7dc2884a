"""What looks like a time and is none: “May may march”, “the second”, ids, sums of people and money."""

from __future__ import annotations

import re
from collections.abc import Callable

from seriatim.lang.en.timex import negatives as words
from seriatim.temporal.frames.anchors import Genre, tense
from seriatim.temporal.tagging.grammar import Meaning
from seriatim.temporal.tagging.search import Found

_BEFORE_WORD = re.compile(r"([A-Za-z][A-Za-z.'’]*|[^\w\s])[^\S\n]*$")
_AFTER_WORD = re.compile(r"[^\S\n]*([A-Za-z]+|[^\w\s]|\d+)")
_COUNTED_AFTER = re.compile(
    rf"[^\S\n]*(?:%|(?:{'|'.join(words.COUNTED)}|\w+-(?:member|man|strong))\b)"
)
_PLURAL_AFTER = re.compile(r"[^\S\n]+[a-z]{3,}s\b")
_ORDINAL_STANDS = re.compile(rf"[^\S\n]*(?:[.,;:)!?\n]|$|(?:{'|'.join(words.AFTER_ORDINAL)})\b)")
_PART_OF_A_NUMBER = re.compile(r"(?<!\d)(?!\d{4}-)\d+-$|[A-Z]-$|\w\.$|[$£€#@_=&\\+~]$")
_GOES_ON = re.compile(r"[a-z%_=@\\$]|[.:]\d")


def doubtful(found: Found, text: str, genre: Genre) -> bool:
    """Whether the words are more likely something else than a time."""
    return any(
        applies(found.meaning) and is_doubtful(found, text, genre)
        for applies, is_doubtful in _DOUBTS
    )


def _before(found: Found, text: str) -> str:
    match = _BEFORE_WORD.search(text, max(0, found.start - 24), found.start)
    return match[1] if match else ""


def _after(found: Found, text: str) -> str:
    match = _AFTER_WORD.match(text, found.end)
    return match[1] if match else ""


def _not_a_year(found: Found, text: str, _: Genre) -> bool:
    left = text[max(0, found.start - 12) : found.start]
    if (
        _PART_OF_A_NUMBER.search(left) and not left.lower().endswith(("mid-", "post-", "pre-"))
    ) or _GOES_ON.match(text, found.end):
        return True
    if _COUNTED_AFTER.match(text, found.end):
        return True
    word = _before(found, text).lower()
    if word in words.NUMBERED:
        return True
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
    word, before = found.meaning["bareseason"], _before(found, text).lower()
    if word == "fall":
        return (not found.meaning["the"] and before not in words.LEADS_FALL) or _after(
            found, text
        ).lower() in ("of", "in")
    return word == "spring" and not found.meaning["the"] and before in words.NOT_SPRING


def _not_a_weekday(found: Found, text: str, genre: Genre) -> bool:
    if found.meaning.get("small"):
        return genre != "message" or text[found.start : found.end].lower() in ("sun", "sat", "mar")
    return genre != "message" and not re.match(r"\s*[,(]?\s*\d", text[found.end : found.end + 6])


def _not_a_quarter(found: Found, text: str, _: Genre) -> bool:
    """“crew quarters”, “three quarters of the men”."""
    if found.meaning["dur"][0][2] != "quarter":
        return False
    if found.meaning.get("a") and "direction" not in found.meaning:
        return True  # "a quarter of them"
    if found.meaning.get("bareunits"):
        return not {"direction", "window"} & set(found.meaning) and found.end - found.start < 9
    return (found.meaning.get("rule") == "duration.number" or "inner" in found.meaning) and (
        found.meaning.get("hyphen", False)
        or re.match(r"\s+of\b", text[found.end : found.end + 6]) is not None
    )


def _part_of_no_day(found: Found, text: str, genre: Genre) -> bool:
    """“good evening”, “so much a night”: a part of a day that nothing ties to one."""
    return genre == "news" and (
        found.meaning.get("lead") in ("a", "an") or _before(found, text).lower() in words.NOT_PART
    )


_CAPITALS = re.compile(r"[A-Z]{2,}")
_TITLE = re.compile(r"(?:[A-Z][a-z]+|\d+)(?:\s+[A-Z][a-z]+)+")


def _is_a_title(found: Found, text: str, genre: Genre) -> bool:
    """“"This Week"”, “"60 Minutes"”: capitals throughout, in quotation marks."""
    opens = found.start > 0 and text[found.start - 1] in "\"“'‘"
    return genre == "news" and opens and _TITLE.fullmatch(text, found.start, found.end) is not None


def _soon_after(found: Found, text: str, genre: Genre) -> bool:
    """“soon after”, “he soon left”: how fast one thing followed on another."""
    return genre == "news" and (
        _after(found, text).lower() in words.AFTER_SOON or tense(text, found.start, found.end) < 0
    )


def _is_a_paper(found: Found, text: str, _: Genre) -> bool:
    """“The Sunday Telegraph”."""
    return _before(found, text) in ("The", "the") and _after(found, text) in words.PAPERS


def _is_a_program(found: Found, text: str, _: Genre) -> bool:
    """“USA Today”."""
    return (
        text[found.start : found.end] == "Today"
        and len(_before(found, text)) > 1
        and _before(found, text).isupper()
        and _before(found, text).isalpha()
    )


def _is_a_name(found: Found, text: str, _: Genre) -> bool:
    """“Operation Dawn”, “High Noon”: a capital in the middle of a sentence, behind another."""
    return (
        text[found.start].isupper()
        and text[found.start + 1 : found.start + 2].islower()
        and _before(found, text)[:1].isupper()
    )


_DOUBTS: tuple[tuple[Callable[[Meaning], object], Callable[[Found, str, Genre], bool]], ...] = (
    (lambda m: m.get("bareyear"), _not_a_year),
    (
        lambda m: m.get("bareshort"),
        lambda f, text, genre: text[max(0, f.start - 1) : f.start].isalnum() or genre == "message",
    ),
    (lambda m: "month" in m and len(m) == 2, _not_a_month),
    (lambda m: "bareseason" in m, _not_a_season),
    (lambda m: m.get("short"), _not_a_weekday),
    (lambda m: m.get("oneunit"), lambda _f, _text, genre: genre != "message"),
    (
        lambda m: "yd" in m,
        lambda f, text, _genre: (
            text[f.start].isdigit() or _before(f, text).lower() in words.NOT_DECADE
        ),
    ),
    (lambda m: "dur" in m, _not_a_quarter),
    (
        lambda m: m.get("rule") == "date.day-ordinal",
        lambda f, text, _genre: not _ORDINAL_STANDS.match(text, f.end),
    ),
    (lambda m: m.get("barepart") or "clockword" in m, _is_a_name),
    (lambda m: m.get("rule") == "date.today", _is_a_program),
    (lambda m: m.get("rule") == "date.weekday", _is_a_paper),
    (
        lambda m: ("clockword" in m and len(m) < 4) or (m.get("barepart") and not m.get("set")),
        _part_of_no_day,
    ),
    (lambda m: "unit" in m or "dur" in m, _is_a_title),
    (lambda m: m.get("rule") == "reference.soon", _soon_after),
    (
        lambda m: m.get("rule") == "reference.recently",
        lambda f, text, _genre: _before(f, text).lower() == "as",
    ),
    (lambda m: m.get("age"), lambda _f, _text, genre: genre == "news"),
    (
        lambda m: "ref" in m,
        lambda f, _text, genre: f.meaning["rule"][10:] in words.PASSED_OVER[genre],
    ),
    (
        lambda m: m.get("freq") in ("annual", "quarterly", "annually"),
        lambda _f, _text, genre: genre == "news",
    ),
    (lambda m: m.get("asecond"), lambda _f, _text, _genre: True),
)
