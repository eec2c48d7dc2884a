"""Names of different documents → which are forms of one name: an acronym, a surname, a name with an initial more, a firm's legal form.

Only where one reading is open, and only between names that no document has both of: in one
document, that document's own reading stands. But a surname that was taken for a body's or thing's
name, in a document that names one person of it in full before, is that person's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from seriatim.lang.en.function_words import FUNCTION_WORDS
from seriatim.lang.en.roles import CORPORATE_SUFFIXES
from seriatim.model import ActorKind, Mention, Reading
from seriatim.resolution import actor_kinds

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


class Look:
    """What the mentions of a name show of its bearer, found once for each set of mentions."""

    def __init__(self, sets: Sequence[Sequence[Mention]], readings: Mapping[str, Reading]) -> None:
        """``sets``: the mentions of each name in all documents, ``readings`` by document."""
        self.readings = readings
        self._alone = frozenset(
            s[0].name.casefold() for s in sets if actor_kinds.is_plain(s, readings)
        )
        self._kinds: dict[tuple[str, ...], ActorKind] = {}

    def kind(self, mentions: Sequence[Mention]) -> ActorKind:
        """Whether they are a person's, a body's or another's."""
        ids = tuple(m.id for m in mentions)
        if ids not in self._kinds:
            self._kinds[ids] = actor_kinds.kind(mentions, self.readings, self._alone)
        return self._kinds[ids]

    def may_be_surname(self, mentions: Sequence[Mention]) -> bool:
        """Whether a single word that was not read as a person's name may be one all the same."""
        return actor_kinds.is_plain(mentions, self.readings)


def joined(together: Sequence[list[Mention]], parted: Parted, look: Look) -> list[list[Mention]]:
    """The mentions of each actor; the fullest name's come first."""
    sets = [list(mentions) for mentions in together]
    for short, long in _pairs(sets, look):
        both = {m.document for m in sets[short]} & {m.document for m in sets[long]}
        open_ = (
            not _named_before(sets[long], sets[short], both, look)
            if both
            else _is_body(sets[short]) and not _called(sets[long], sets[short])
        )
        apart = open_ or parted(sets[short], sets[long])
        if sets[short] and sets[long] and not apart:
            sets[min(short, long)], sets[max(short, long)] = sets[long] + sets[short], []
    return [mentions for mentions in sets if mentions]


def _is_body(mentions: Sequence[Mention]) -> bool:
    """Whether all of them were read as a body's name: that of a firm is often its founder's."""
    return (
        {m.kind for m in mentions if m.kind != "pronoun"} == {"organization"}
        and " " not in mentions[0].name
        and not mentions[0].name.isupper()
    )


def _called(long: Sequence[Mention], short: Sequence[Mention]) -> bool:
    """Whether documents that name somebody in full call them by that one word as well."""
    return any(m.text.casefold() == short[0].name.casefold() for m in long)


def _named_before(
    long: Sequence[Mention], short: Sequence[Mention], documents: Iterable[str], look: Look
) -> bool:
    """Whether every one of the documents names the person in full before it uses a word that it did not read as a surname."""
    if any(m.kind in ("person", "pronoun") for m in short) or not look.may_be_surname(short):
        return False
    first = [
        min((m.span for m in mentions if m.document == d), default=(0, 0))
        for d in documents
        for mentions in (long, short)
    ]
    return all(a < b for a, b in zip(first[::2], first[1::2], strict=True))


def _pairs(sets: Sequence[Sequence[Mention]], look: Look) -> Iterator[tuple[int, int]]:
    """Places of a short name and of the one full name that it can stand for."""
    words = [tuple(mentions[0].name.replace(".", "").split()) for mentions in sets]
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, (mentions, name) in enumerate(zip(sets, words, strict=True)):
        for form in dict.fromkeys(forms(mentions, name, look.kind(mentions))):
            blocks[form].append(i)
    for i, (mentions, name) in enumerate(zip(sets, words, strict=True)):
        found = {
            j
            for form in shorts(mentions, name, alone=look.may_be_surname(mentions))
            for j in blocks.get(form, ())
            if j != i
        }
        if len(found) == 1:
            yield i, found.pop()


def forms(
    mentions: Sequence[Mention], name: tuple[str, ...], kind: ActorKind
) -> Iterator[tuple[str, ...]]:
    """How others may call what is named in full."""
    read_as = {m.kind for m in mentions}
    if len(name) > 1 and ("person" in read_as or kind == "person"):
        yield ("surname", name[-1].casefold())
        if len(name) > 2:
            yield ("person", name[0].casefold(), name[-1].casefold())
    elif "organization" in read_as and len(name) > 1:
        yield ("acronym", "".join(w[0] for w in name if w.lower() not in _SMALL).casefold())
        yield ("acronym", "".join(w[0] for w in name).casefold())
        if name[-1].lower() in CORPORATE_SUFFIXES:
            yield ("firm", *(w.casefold() for w in name[:-1]))


def shorts(
    mentions: Sequence[Mention], name: tuple[str, ...], *, alone: bool
) -> Iterator[tuple[str, ...]]:
    """What a short name may be the form of; ``alone``: it may be a surname, though it was not read as one."""
    read_as = {m.kind for m in mentions}
    if len(name) == 1 and name[0][:1].isupper() and ("person" in read_as or alone):
        yield ("surname", name[0].casefold())
    if len(name) == 2 and "person" in read_as:
        yield ("person", name[0].casefold(), name[1].casefold())
    if len(name) == 1 and name[0].isupper() and 1 < len(name[0]) <= 6:
        yield ("acronym", name[0].casefold())
    if "organization" in read_as and len(name) > 1:
        yield ("firm", *(w.casefold() for w in name))
