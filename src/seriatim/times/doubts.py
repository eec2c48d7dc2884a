"""What looks like a time and is none: “May may march”, “the second”, ids, sums of people and money."""

from __future__ import annotations

import re

from seriatim.times.anchors import Genre
from seriatim.times.expressions import Found

_BEFORE_WORD = re.compile(r"([A-Za-z][A-Za-z.'’]*|[^\w\s])[^\S\n]*$")
_AFTER_WORD = re.compile(r"[^\S\n]*([A-Za-z]+|[^\w\s]|\d+)")
_LEADS_MONTH = frozenset(
    {
        "in",
        "of",
        "by",
        "since",
        "until",
        "till",
        "last",
        "this",
        "next",
        "early",
        "late",
        "mid",
        "from",
        "to",
        "through",
        "before",
        "after",
        "during",
        "and",
        "for",
        "on",
        "every",
        "each",
        "-",
        "(",
        "between",
        "or",
        "around",
        "about",
        "as",
        ",",
        "til",
        "start",
        "end",
        "starting",
        "beginning",
        "as",
        "–",
        "/",
        "past",
        "previous",
        "following",
        "that",
        "is",
        "was",
    }
)
_NAMELIKE = frozenset({"may", "march", "april", "june", "august", "jan", "mar"})
_PLURAL_PEOPLE = re.compile(r"[^\S\n]+(?:[a-z-]+[^\S\n]+){0,1}[a-z]{2,}(?<![su])s\b(?![^\S\n]+(?:in|of the)\b)")
_YEAR_LEADS = frozenset(
    {
        "in",
        "of",
        "by",
        "since",
        "until",
        "till",
        "from",
        "to",
        "through",
        "before",
        "after",
        "during",
        "early",
        "late",
        "mid",
        "the",
        "and",
        "for",
        "circa",
        "about",
        "around",
        "year",
        "(",
        ",",
        "-",
        "between",
        "or",
        "throughout",
        "fiscal",
        "–",
        "c",
        "ca",
        "into",
        "as",
        "that",
    }
)
_UNIT_AFTER = re.compile(
    r"[^\S\n]*(?:%|percent|per cent|people|men|troops|soldiers|feet|miles|km|kilometers|meters|metres|tons|tonnes|dollars|pounds|copies|points|votes|shares|jobs|members|employees|workers|words|prisoners|casualties|dead|guns|tanks|aircraft|civilians|deaths|square|cubic|megawatts|mm|rpm|calories|hectares|acres|MW|GHz|MHz|times|others|additional|more|or so|students|families|homes|houses|patients|cases|followers|new|strong|Iraqi|\w+-(?:member|man|strong))\b"
)


_ORDINAL_STANDS = re.compile(
    r"[^\S\n]*(?:[.,;:)!?\n]|$|(?:and|but|when|he|she|they|it|in|at|for|to|or|with|by|after|before|from|as|the|was|is|we|I|that|until|on|near|when|who|while)\b)"
)
# What annotators of a kind of text pass over more often than they mark it.
_NOT_IN = {
    "news": frozenset(
        {
            "once",
            "former",
            "formerly",
            "previously",
            "soon",
            "future",
            "lately",
            "presently",
            "as-soon-as-possible",
            "the-moment",
            "the-time-being",
            "at-this-time",
            "long-ago",
            "most-recently",
            "in-the-past",
        }
    ),
    "narrative": frozenset({"once", "in-the-past", "previously", "soon"}),
    "message": frozenset({"former", "soon", "current", "once", "previously", "formerly", "in-the-past"}),
}


def doubtful(found: Found, text: str, genre: Genre) -> bool:
    """Whether the words are more likely something else than a time."""
    meaning = found.meaning
    if meaning.get("bareyear"):
        return _not_a_year(found, text)
    if meaning.get("bareshort"):
        return text[max(0, found.start - 1) : found.start].isalnum() or genre == "message"
    if set(meaning) <= {"month", "rule", "the"}:
        return _not_a_month(found, text)
    if "bareseason" in meaning:
        return _not_a_season(found, text, genre)
    if meaning.get("small"):
        return genre != "message" or text[found.start : found.end].lower() in ("sun", "sat", "mar")
    if meaning.get("short"):
        return genre != "message" and not re.match(r"\s*[,(]?\s*\d", text[found.end :])
    if meaning.get("oneunit"):
        return genre != "message"
    if "decade" in meaning and "yd" in meaning and text[found.start : found.start + 1].isdigit():
        return True  # "in his 30s"
    if (
        meaning.get("bareunits")
        and meaning["dur"][0][2] == "quarter"
        and "direction" not in meaning
        and "window" not in meaning
        and found.end - found.start < 9
    ):
        return True  # "crew quarters"
    if meaning.get("rule") == "duration.number" and meaning["dur"][0][2] == "quarter" and re.match(r"\s+of\b", text[found.end :]):
        return True  # "three quarters of the troops"
    if meaning.get("rule") == "date.day-ordinal":
        return not _ORDINAL_STANDS.match(text, found.end)
    if "tenyears" in meaning.get("rule", "") or meaning.get("rule") == "date.decade-words":
        return _word_before(text, found.start).lower() in ("low", "high", "upper", "lower", "his", "her", "their", "my")  # temperatures and ages
    if meaning.get("age"):
        return genre == "news"
    if "ref" in meaning:
        return meaning["rule"][10:] in _NOT_IN[genre]
    if meaning.get("freq") in ("annual", "quarterly", "annually"):
        return genre == "news"
    return bool(meaning.get("asecond"))


def _word_before(text: str, at: int) -> str:
    match = _BEFORE_WORD.search(text, max(0, at - 24), at)
    return match[1] if match else ""


def _word_after(text: str, at: int) -> str:
    match = _AFTER_WORD.match(text, at)
    return match[1] if match else ""


def _not_a_year(found: Found, text: str) -> bool:
    before = text[found.start - 1 : found.start] if found.start else ""
    after = text[found.end : found.end + 1]
    if (
        before in ("$", "£", "€", "#", "@", "_", "=", "&", "\\", "+", "~")
        and before
        or (after and (after.isalpha() and after.islower() or after in "%_=@\\$"))
    ):
        return True
    if before == "." and found.start > 1 and text[found.start - 2].isalnum() or after in (".", ":") and text[found.end + 1 : found.end + 2].isdigit():
        return True
    if before == "-" and re.search(r"(?<!\d)(?!\d{4}-)\d+-$", text[max(0, found.start - 12) : found.start]):
        return True
    if (
        before == "-"
        and found.start > 1
        and text[found.start - 2].isalnum()
        and not text[found.start - 2].isdigit()
        and text[max(0, found.start - 4) : found.start - 1] not in ("mid", "ost", "pre")
    ):
        return text[found.start - 2].isupper()
    if _UNIT_AFTER.match(text, found.end):
        return True
    word = _word_before(text, found.start).lower()
    return word not in _YEAR_LEADS and bool(re.match(r"[^\S\n]+[a-z]{3,}s\b", text[found.end : found.end + 30])) and word not in ("", ".")


def _not_a_month(found: Found, text: str) -> bool:
    word = text[found.start : found.end].rstrip(".").lower()
    if word not in _NAMELIKE:
        return False
    before, after = _word_before(text, found.start), _word_after(text, found.end)
    if before[:1].isupper() and before.lower() not in _LEADS_MONTH:
        return True
    if word in ("may", "march", "mar", "jan", "april", "june", "august") and after[:1].isupper() and before.lower() not in _LEADS_MONTH:
        return True
    return word in ("may", "march", "mar") and before.lower() not in _LEADS_MONTH


def _not_a_season(found: Found, text: str, genre: Genre) -> bool:
    word = found.meaning["bareseason"]
    if word == "fall":
        if not found.meaning["the"] and _word_before(text, found.start).lower() not in ("in", "this", "last", "next", "early", "late", "by", "since"):
            return True
        return _word_after(text, found.end).lower() == "of" or _word_after(text, found.end).lower() == "in"
    if word == "spring":
        return text[found.start : found.end].lower() == "spring" and _word_before(text, found.start).lower() in ("to", "will", "would", "hot", "a")
    return False
