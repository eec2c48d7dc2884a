"""Name forms of a document → slips of the pen: forms that occur less often and differ by a letter or two from one that occurs more often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from seriatim.language import roles

_SHORTEST = 6  # letters of the differing word: below that, one letter makes another name too easily
_LONG = 9  # from here on two letters may differ


def slips(counts: Mapping[str, int], full_persons: frozenset[str] = frozenset()) -> dict[str, str]:
    """Misspelled form → the form that is meant.  ``counts`` says how often each form stands in the document."""
    found: dict[str, str] = {}
    words: Counter[str] = Counter()  # a name counts for its form where it stands in another, too: "Torvald" for "Torvald 2"
    for text, n in counts.items():
        words.update(dict.fromkeys(text.split(), n))
    for text, n in counts.items():
        better = [
            other
            for other, m in counts.items()
            for pair in _slip(text, other)
            if (m > n or (m == n and words[pair[1]] > words[pair[0]])) and not {text, other} <= full_persons
        ]
        if better:
            found[text] = max(better, key=lambda t: (counts[t], t))
        elif n and (word := _body_noun(text)):
            found[text] = word
    return {text: found.get(meant, meant) for text, meant in found.items()}


def _slip(text: str, other: str) -> list[tuple[str, str]]:
    """The one word by which two names differ, in both forms, where it may be a slip; else nothing."""
    a, b = text.split(), other.split()
    if len(a) != len(b) or a == b:
        return []
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return differing if len(differing) == 1 and _near(*differing[0]) else []


def _near(a: str, b: str) -> bool:
    """Whether two words are one but for a slip: same first letter, letters only, no mere plural, a letter or two apart."""
    from rapidfuzz.distance import OSA

    if a.startswith(b) or b.startswith(a):
        return False  # "Russia" and "Russian" are two words
    if (
        min(len(a), len(b)) < _SHORTEST
        or a[0] != b[0]
        or not (a.isalpha() and b.isalpha())
        or a.rstrip("s") == b.rstrip("s")
        or a.lower() == b.lower()
    ):
        return False
    return OSA.distance(a, b) <= (2 if min(len(a), len(b)) >= _LONG else 1)


def _body_noun(text: str) -> str | None:
    """The name with its last word put right, where that is all but the noun for a body ("Departmnet")."""
    *front, last = text.split()
    if not front or len(last) < _LONG or last.lower() in roles.BODY_NOUNS or last.lower().rstrip("s") in roles.BODY_NOUNS:
        return None
    near = [noun for noun in sorted(roles.BODY_NOUNS) if noun[0] == last[0].lower() and _near(last.lower(), noun)]
    return " ".join([*front, near[0].capitalize()]) if last[0].isupper() and len(near) == 1 else None
