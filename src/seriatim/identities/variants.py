"""Names of different documents → which are forms of one name: an acronym, a surname, a name with an initial more, a firm's legal form.

Only where one reading is open, and only between names that no document has both of: in one document, that document's own reading stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from seriatim.language.function_words import FUNCTION_WORDS
from seriatim.language.roles import CORPORATE_SUFFIXES
from seriatim.model import Mention

_SMALL = FUNCTION_WORDS["English"]


class Parted:
    """Pairs of mentions that people said are not of one actor."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._others: dict[str, set[str]] = defaultdict(set)
        for one, other in pairs:
            self._others[one].add(other)
            self._others[other].add(one)

    def __call__(self, one: Iterable[Mention], other: Iterable[Mention]) -> bool:
        """Whether a mention of the one is not of an actor that the other has a mention of."""
        if not self._others:
            return False
        there = {m.id for m in other}
        return any(self._others.get(m.id, set()) & there for m in one)


def joined(together: Sequence[list[Mention]], parted: Parted) -> list[list[Mention]]:
    """The mentions of each actor; the fullest name's come first."""
    sets = [list(mentions) for mentions in together]
    for short, long in _pairs(sets):
        apart = {m.document for m in sets[short]} & {m.document for m in sets[long]} or parted(sets[short], sets[long])
        if sets[short] and sets[long] and not apart:
            sets[min(short, long)], sets[max(short, long)] = sets[long] + sets[short], []
    return [mentions for mentions in sets if mentions]


def _pairs(sets: Sequence[Sequence[Mention]]) -> Iterator[tuple[int, int]]:
    """Places of a short name and of the one full name that it can stand for."""
    words = [tuple(mentions[0].name.replace(".", "").split()) for mentions in sets]
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, (mentions, name) in enumerate(zip(sets, words, strict=True)):
        for form in dict.fromkeys(forms(mentions, name)):
            blocks[form].append(i)
    for i, (mentions, name) in enumerate(zip(sets, words, strict=True)):
        found = {j for form in shorts(mentions, name) for j in blocks.get(form, ()) if j != i}
        if len(found) == 1:
            yield i, found.pop()


def forms(mentions: Sequence[Mention], name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """How others may call what is named in full."""
    kinds = {m.kind for m in mentions}
    if "person" in kinds and len(name) > 1:
        yield ("surname", name[-1].casefold())
        if len(name) > 2:
            yield ("person", name[0].casefold(), name[-1].casefold())
    elif "organization" in kinds and len(name) > 1:
        yield ("acronym", "".join(w[0] for w in name if w.lower() not in _SMALL).casefold())
        yield ("acronym", "".join(w[0] for w in name).casefold())
        if name[-1].lower() in CORPORATE_SUFFIXES:
            yield ("firm", *(w.casefold() for w in name[:-1]))


def shorts(mentions: Sequence[Mention], name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What a short name may be the form of."""
    kinds = {m.kind for m in mentions}
    if len(name) == 1 and "person" in kinds and name[0][:1].isupper():
        yield ("surname", name[0].casefold())
    if len(name) == 2 and "person" in kinds:
        yield ("person", name[0].casefold(), name[1].casefold())
    if len(name) == 1 and name[0].isupper() and 1 < len(name[0]) <= 6:
        yield ("acronym", name[0].casefold())
    if "organization" in kinds and len(name) > 1:
        yield ("firm", *(w.casefold() for w in name))
