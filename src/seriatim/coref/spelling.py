"""Misspelled names of a document.

A misspelling occurs less often than another form and differs from it by a letter or two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from seriatim.lang import roles

_SHORTEST = 6  # letters of the differing word; in a shorter one, a letter makes another name
_FAR = 2
_LONG = 9  # letters from which on two may differ


def slips(counts: Mapping[str, int], full_persons: frozenset[str] = frozenset()) -> dict[str, str]:
    """The misspelled forms, with the form that is meant.

    ``counts`` gives how often each form occurs in the document.
    """
    found: dict[str, str] = {}
    # A name also counts where it is part of another: "Torvald" in "Torvald 2".
    words: Counter[str] = Counter()
    for text, n in counts.items():
        words.update(dict.fromkeys(text.split(), n))
    alike = _alike(counts)
    for text, n in counts.items():
        better = [
            other
            for other, (word, meant) in alike.get(text, {}).items()
            if (counts[other] > n or (counts[other] == n and words[meant] > words[word]))
            and not {text, other} <= full_persons
        ]
        if better:
            found[text] = max(better, key=lambda t: (counts[t], t))
        elif n and (word := _body_noun(text)):
            found[text] = word
    return {text: found.get(meant, meant) for text, meant in found.items()}


def _alike(names: Iterable[str]) -> dict[str, dict[str, tuple[str, str]]]:
    """The names that differ from each name by a slip in one word, with that word in both forms.

    Names are compared only where all other words and the first letter agree: a document may have
    ten thousand.
    """
    groups: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for name in names:
        words = name.split()
        for i, word in enumerate(words):
            if len(word) >= _SHORTEST and word.isalpha():
                groups[(*words[:i], f"{i}{word[0]}", *words[i + 1 :])].append((name, word))
    found: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for group in groups.values():
        for (name, word), (other, meant) in _pairs_of_similar_length(group):
            if name != other and _near(word, meant):
                found[name][other], found[other][name] = (word, meant), (meant, word)
    return found


def _pairs_of_similar_length(
    group: list[tuple[str, str]],
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """The pairs of (name, word) whose words differ in length by no more than a slip allows."""
    ordered = sorted(group, key=lambda item: len(item[1]))
    for n, one in enumerate(ordered):
        for other in ordered[n + 1 :]:
            if len(other[1]) > len(one[1]) + _FAR:
                break
            yield one, other


def _near(a: str, b: str) -> bool:
    """Whether two words differ by a slip of the pen only.

    They have the same first letter, letters only, and differ by a letter or two, not by a plural.
    """
    from rapidfuzz.distance import OSA

    if a.startswith(b) or b.startswith(a) or _differ_by_ending(a, b):
        return False  # "Russia" and "Russian" are two words, and so are "Marxist" and "Marxism"
    if min(len(a), len(b)) < _SHORTEST or a.rstrip("s") == b.rstrip("s") or a.lower() == b.lower():
        return False
    most = _FAR if min(len(a), len(b)) >= _LONG else 1
    return OSA.distance(a, b, score_cutoff=most) <= most


def _differ_by_ending(a: str, b: str) -> bool:
    """Whether one stem carries two endings that make different words of it."""
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
    return any({a[i:], b[i:]} <= roles.NAME_ENDINGS for i in range(max(0, stem - 4), stem + 1))


def _body_noun(text: str) -> str | None:
    """The name with its last word corrected to the noun for an organization ("Departmnet")."""
    *front, last = text.split()
    if (
        not front
        or len(last) < _LONG
        or last.lower() in roles.BODY_NOUNS
        or last.lower().rstrip("s") in roles.BODY_NOUNS
    ):
        return None
    near = [
        noun
        for noun in sorted(roles.BODY_NOUNS)
        if noun[0] == last[0].lower() and _near(last.lower(), noun)
    ]
    return (
        " ".join([*front, near[0].capitalize()]) if last[0].isupper() and len(near) == 1 else None
    )
