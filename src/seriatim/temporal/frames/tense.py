"""The tense of a clause, by its parse or, where there is none, by the words about a time.

Everything in ``temporal/`` asks here and nowhere else: ``of_verb`` where the sentence is parsed,
``direction`` and ``is_pluperfect`` where only the words are known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.analysis.syntax import Tense
from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.lang import timex_words

if TYPE_CHECKING:
    from spacy.tokens import Token

PERFECT: frozenset[Tense] = frozenset({"perfect", "pluperfect"})
PAST: frozenset[Tense] = frozenset({"past", *PERFECT})  # what has happened by the time of writing
UNREALIZED: frozenset[Tense] = frozenset({"future", "modal"})

_WORD = re.compile(r"[A-Za-z]+(?:['’]ll)?")
_REACH = 120  # characters that are read on either side
_FAR = 160  # and of the words before, for the direction
_FRONTED = 24  # so little may stand before a time that opens its clause


def of_verb(verb: Token) -> Tense:
    """The tense of a parsed verb phrase."""
    return syntax.tense(verb)


def direction(text: str, start: int, end: int, *, reported: bool = False) -> int:
    """The direction of the clause about a span: -1 past, 1 future, 0 unknown.

    ``reported``: “would” is future, as in news.
    """
    left = text[max(0, start - _FAR) : start]
    left = left[max((cut.end() for cut in frame_patterns.SENTENCE_END.finditer(left)), default=0) :]
    if frame_patterns.UNTIL.search(left):
        return 1
    found = _cue(_WORD.findall(left)[::-1], backwards=True, reported=reported)
    if found:
        return found
    right = text[end : end + _REACH]
    stop = frame_patterns.SENTENCE_END.search(right)
    words = _WORD.findall(right[: stop.start()] if stop else right)
    return _cue(words, backwards=False, reported=reported)


def is_pluperfect(text: str, start: int, end: int) -> bool:
    """Whether the clause about a span is in the pluperfect: "he had bought the farm in May"."""
    left = text[max(0, start - _REACH) : start]
    clause = left[
        max((cut.end() for cut in frame_patterns.CLAUSE_BREAK.finditer(left)), default=0) :
    ]
    if _had_done(clause):
        return True
    if len(clause) > _FRONTED:
        return False
    right = text[end : end + _REACH].lstrip(" ,")
    stop = frame_patterns.CLAUSE_STOP.search(right)
    return _had_done(right[: stop.start()] if stop else right)


def _had_done(words: str) -> bool:
    """Whether “had” helps a verb, and is no verb itself ("had a farm")."""
    return any(
        found[1] not in timex_words.AFTER_HAVING for found in frame_patterns.HAD.finditer(words)
    )


def _cue(words: list[str], *, backwards: bool, reported: bool) -> int:
    """The direction of the first verb with a tense; 0 where there is none."""
    for at in range(len(words)):
        way = _purpose(words, at) if backwards else 0
        way = way or _way(words, at, backwards=backwards, reported=reported)
        if way:
            return way
    return 0


def _purpose(words: list[str], at: int) -> int:
    """The direction of “is to” and “planned for” in words read backwards; “had been to” is past."""
    low, before = words[at].lower(), [w.lower() for w in words[at + 1 : at + 4]]
    if low == "to" and before and before[0] in timex_words.LEADS_TO:
        return -1 if before[1:] == ["been", "had"] else 1
    planned = at > 0 and low in timex_words.PLANNED
    return 1 if planned and words[at - 1].lower() in timex_words.PLANNED_BEFORE else 0


def _way(words: list[str], at: int, *, backwards: bool, reported: bool) -> int:
    """The direction of one word; a participle after “be”, “to” or an article has none."""
    word, low = words[at], words[at].lower()
    ahead = low in timex_words.AHEAD_CUES or (reported and low == "would")
    if ahead or low.endswith(("'ll", "’ll")):
        return 1
    if low not in timex_words.BEHIND_CUES and not _looks_past(word):
        return 0
    before = words[at + 1 : at + 2] if backwards else words[max(0, at - 1) : at]
    return 0 if before and before[0].lower() in timex_words.NEVER_PAST_AFTER else -1


def _looks_past(word: str) -> bool:
    ends = word.endswith("ed") and len(word) > 4
    return ends and word.islower() and word not in timex_words.NOT_PARTICIPLES
