"""Words → their word families: "sold" and "sale" name the same event."""

from __future__ import annotations

import re
from functools import lru_cache

from seriatim.lang import function_words, word_families

MOST_KNOWN = 1_000_000  # words cached with their families
_NEAR = 4  # words after a verb that may be its particle
SHORTEST = 4  # letters that an ending leaves
_FAMILY = {word: "=" + family[0] for family in word_families.FAMILIES for word in family}
_ENDINGS = tuple(word_families.ENDINGS)
_SMALL = function_words.COMMON
_WORD = re.compile(r"[^\W\d_]{2,}|\d[\d,.]*\d|\d")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem that stands for the family of a word."""
    word = word.lower()
    if word in _FAMILY:
        return _FAMILY[word]
    for _ in range(2):  # "openings": two endings
        if not word.endswith(_ENDINGS):
            break
        ending = next(
            (
                e
                for e in word_families.ENDINGS
                if word.endswith(e) and len(word) - len(e) >= SHORTEST
            ),
            "",
        )
        word = word[: len(word) - len(ending)]
    return word[:-1] if len(word) > SHORTEST and word[-1] == word[-2] else word


class _Families(dict[str, str]):
    """A cache: word → its family, empty for function words.

    A case of 200,000 claims asks for the same words again and again.
    """

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_KNOWN:
            self.clear()
        found = self[word] = "" if word.lower() in _SMALL else stem(word)
        return found


_FAMILIES = _Families()


def stems(text: str) -> frozenset[str]:
    """The word families of a text, without function words; numbers are kept as they are."""
    return frozenset(filter(None, map(_FAMILIES.__getitem__, _WORD.findall(text))))


def is_light(family: str) -> bool:
    """Whether a word is a light verb or noun, which names too many kinds of event."""
    return family.removeprefix("=") in word_families.LIGHT


# stem of a verb → its particle, or "" → the first word of each line of synonyms
_SENSES: dict[str, dict[str, frozenset[str]]] = {}
for _line in word_families.ALIKE_IN_SENSE:
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
    """The senses of a trigger, by its word families and the text after it.

    "turned it down" and "declined" have one sense.
    """
    found = _NO_SENSES
    for verb in word:
        if known := _SENSES.get(verb):
            small = (
                re.findall(r"[a-z]+", behind)[:_NEAR] if len(known) > 1 or "" not in known else []
            )
            found |= next((known[w] for w in small if w in known), known.get("", _NO_SENSES))
    return found
