"""The words of a search: plain words in any order, "quoted phrases", AND, OR, NOT and minus.

Words side by side must all be there.  Each may be replaced by other names of the actor it names,
and a word that no document has by those that are spelled most like it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from seriatim.lang import word_families

_TOKEN = re.compile(r"""-?["“][^"“”]*["”]|\S+""")
_WORD = re.compile(r"\w+")
_JOIN = {"AND", "OR", "NOT"}
_SHORT = 4  # letters: shorter words are not taken for misspelled
_LIKE = 79.0  # per cent of letters in common, for a spelling that may be meant
_MOST = 3  # spellings


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a passage must have, as alternatives; or must not have.

    An alternative that ends with ``*`` is the beginning of a word.
    """

    alternatives: tuple[str, ...]
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Search:
    """The parts of a search, joined with "and"."""

    parts: tuple[Part, ...] = ()

    @property
    def terms(self) -> tuple[str, ...]:
        """The words and phrases that a passage may have, to be marked in it."""
        return tuple(
            dict.fromkeys(a for part in self.parts if part.wanted for a in part.alternatives)
        )

    def fts5(self, *, every: bool = True) -> str:
        """The query for FTS5, ``""`` where nothing is wanted; or of passages with any part."""
        wanted = [_either(p.alternatives) for p in self.parts if p.wanted]
        unwanted = [_either(p.alternatives) for p in self.parts if not p.wanted]
        if not wanted:
            return ""
        return " NOT ".join([f"({(' AND ' if every else ' OR ').join(wanted)})", *unwanted])


def parse(text: str) -> Search:
    """The search in a line of text.  Nothing in it is an error: what is no operator is a word."""
    parts: list[Part] = []
    joined, wanted = False, True
    for found in _TOKEN.findall(text):
        if found in _JOIN:
            joined, wanted = found == "OR" and bool(parts), found != "NOT"
            continue
        minus = found.startswith("-") and len(found) > 1
        term = " ".join(_WORD.findall(found))
        if term and joined and not minus:
            parts[-1] = replace(parts[-1], alternatives=(*parts[-1].alternatives, term))
        elif term:
            parts.append(Part((term,), wanted and not minus))
        joined, wanted = False, True
    return Search(tuple(parts))


def with_other_names(search: Search, names: Iterable[Sequence[str]]) -> Search:
    """The search with the other names of each actor that it names in full.

    ``names``: the names of each actor.  A name of several words is found in words side by side too.
    """
    called: dict[str, list[str]] = {}
    for one in names:
        folded = list(dict.fromkeys(" ".join(_WORD.findall(n)) for n in one))
        for name in folded:
            called.setdefault(name.casefold(), []).extend(n for n in folded if n != name)
    parts = _joined_to_names(search.parts, called)
    return Search(
        tuple(
            replace(part, alternatives=_with(part.alternatives, called)) if part.wanted else part
            for part in parts
        )
    )


def with_spellings(search: Search, known: Callable[[str], bool], terms: Sequence[str]) -> Search:
    """The search with similar ``terms`` in place of each word that is not ``known``."""

    def spelled(term: str) -> tuple[str, ...]:
        if len(term) < _SHORT or " " in term or known(term):
            return (term,)
        from rapidfuzz import fuzz, process

        # The terms of an index are stems, so that the word is compared with and without its ending.
        word = term.casefold()
        scores: dict[str, float] = {}
        for form in dict.fromkeys((word, re.sub(word_families.INFLECTION, "", word))):
            for name, score, _ in process.extract(
                form, terms, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=_MOST
            ):
                scores[name] = max(score, scores.get(name, 0.0))
        best = sorted(scores, key=lambda name: (-scores[name], name))[:_MOST]
        # Stemmed once more, a stem may get shorter: it is searched as the beginning of words.
        return tuple(f"{name}*" for name in best) or (term,)

    return Search(
        tuple(
            replace(p, alternatives=tuple(s for a in p.alternatives for s in spelled(a)))
            if p.wanted
            else p
            for p in search.parts
        )
    )


def _joined_to_names(parts: Sequence[Part], called: dict[str, list[str]]) -> list[Part]:
    """The parts, with single words side by side that are a name joined to a phrase."""
    found: list[Part] = []
    n = 0
    while n < len(parts):
        run = 1
        while n + run < len(parts) and _is_plain(parts[n + run]) and _is_plain(parts[n]):
            run += 1
        for length in range(min(run, 8), 1, -1):
            name = " ".join(p.alternatives[0] for p in parts[n : n + length])
            if name.casefold() in called:
                found.append(Part((name,)))
                n += length
                break
        else:
            found.append(parts[n])
            n += 1
    return found


def _is_plain(part: Part) -> bool:
    return part.wanted and len(part.alternatives) == 1 and " " not in part.alternatives[0]


def _with(terms: Sequence[str], called: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(name for term in terms for name in (term, *called.get(term.casefold(), ())))
    )


def _either(alternatives: Sequence[str]) -> str:
    quoted = [f'"{a.removesuffix("*")}"{"*" if a.endswith("*") else ""}' for a in alternatives]
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"
