"""Words → what stands for their family: "sold" and "sale" are one word for a happening."""

from __future__ import annotations

import re
from functools import lru_cache

from seriatim.lang.en.function_words import FUNCTION_WORDS
from seriatim.lang.en.word_families import ALIKE_IN_SENSE, ENDINGS, FAMILIES, LIGHT

MOST_KNOWN = 1_000_000  # words kept with their families
_NEAR = 4  # words behind a verb among which its small word is looked for
SHORTEST = 4  # letters that an ending leaves
_FAMILY = {word: "=" + family[0] for family in FAMILIES for word in family}
_ENDINGS = tuple(ENDINGS)
_SMALL = FUNCTION_WORDS["English"]
_WORD = re.compile(r"[^\W\d_]{2,}|\d[\d,.]*\d|\d")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """What stands for the family of a word."""
    word = word.lower()
    if word in _FAMILY:
        return _FAMILY[word]
    for _ in range(2):  # "openings": two endings
        if not word.endswith(_ENDINGS):
            break
        ending = next(
            (e for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= SHORTEST), ""
        )
        word = word[: len(word) - len(ending)]
    return word[:-1] if len(word) > SHORTEST and word[-1] == word[-2] else word


class _Families(dict[str, str]):
    """Word → its family, nothing for a word that every text has: found once for each word, which a case of 200,000 claims feels."""

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_KNOWN:
            self.clear()
        found = self[word] = "" if word.lower() in _SMALL else stem(word)
        return found


_FAMILIES = _Families()


def stems(text: str) -> frozenset[str]:
    """The families of the words of a text, numbers as they are, without the words that every text has."""
    return frozenset(filter(None, map(_FAMILIES.__getitem__, _WORD.findall(text))))


def is_light(family: str) -> bool:
    """Whether a word goes with too many happenings to tell one by."""
    return family.removeprefix("=") in LIGHT


_SENSES: dict[
    str, dict[str, frozenset[str]]
] = {}  # family of a verb → the small word with it, or none → what heads the lines
for _line in ALIKE_IN_SENSE:
    for _words in _line:
        _verb, _, _small_word = _words.partition(" ")
        for _form in dict.fromkeys(
            map(
                stem,
                (
                    _verb,
                    _verb + "s",
                    _verb + "es",
                    _verb + "d",
                    _verb + "ed",
                    _verb + "ing",
                    _verb[:-1] + "ing",
                ),
            )
        ):
            _with = _SENSES.setdefault(_form, {})
            _with[_small_word] = _with.get(_small_word, frozenset()) | {_line[0]}
_NO_SENSES: frozenset[str] = frozenset()


def senses(word: frozenset[str], behind: str) -> frozenset[str]:
    """What a happening is called as well, by the families of the words for it and what stands behind them: "turned it down", "declined"."""
    found = _NO_SENSES
    for verb in word:
        if known := _SENSES.get(verb):
            small = (
                re.findall(r"[a-z]+", behind)[:_NEAR] if len(known) > 1 or "" not in known else []
            )
            found |= next((known[w] for w in small if w in known), known.get("", _NO_SENSES))
    return found
