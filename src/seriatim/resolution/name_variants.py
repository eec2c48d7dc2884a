"""Names of different documents → actors: surnames, acronyms, middle names, legal forms are matched.

A short name is merged only if it fits one full name, and no document has both: within a document
its own coreference holds.  The exception is a surname taken for something else in a document that
first gives the person's full name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from seriatim.lang import function_words, roles
from seriatim.model import ActorKind, Mention, Reading
from seriatim.resolution import actor_kinds

_SMALL = function_words.COMMON


class SeparatedMentions:
    """The pairs of mentions that a decision separated."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._others: dict[str, set[str]] = defaultdict(set)
        for one, other in pairs:
            self._others[one].add(other)
            self._others[other].add(one)

    def __call__(self, one: Iterable[Mention], other: Iterable[Mention]) -> bool:
        """Whether a mention of one actor was separated from a mention of the other."""
        if not self._others:
            return False
        there = {m.id for m in other}
        return any(self._others.get(m.id, set()) & there for m in one)


class ActorKinds:
    """The kind of actor that each set of mentions shows, computed once for each."""

    def __init__(self, sets: Sequence[Sequence[Mention]], readings: Mapping[str, Reading]) -> None:
        """``sets``: the mentions of each name in all documents, ``readings`` by document."""
        self.readings = readings
        self._alone = frozenset(
            s[0].name.casefold() for s in sets if actor_kinds.is_plain(s, readings)
        )
        self._kinds: dict[tuple[str, ...], ActorKind] = {}

    def kind(self, mentions: Sequence[Mention]) -> ActorKind:
        """The kind of the actor with these mentions."""
        ids = tuple(m.id for m in mentions)
        if ids not in self._kinds:
            self._kinds[ids] = actor_kinds.kind(mentions, self.readings, self._alone)
        return self._kinds[ids]

    def may_be_surname(self, mentions: Sequence[Mention]) -> bool:
        """Whether a single word that was not read as a person may be a surname."""
        return actor_kinds.is_plain(mentions, self.readings)


def merged(
    together: Sequence[list[Mention]], separated: SeparatedMentions, kinds: ActorKinds
) -> list[list[Mention]]:
    """The mentions of each actor, those of the full name first."""
    sets = [list(mentions) for mentions in together]
    for short, long in _pairs(sets, kinds):
        both = {m.document for m in sets[short]} & {m.document for m in sets[long]}
        doubtful = (
            not _named_before(sets[long], sets[short], both, kinds)
            if both
            else _is_organization(sets[short]) and not _called(sets[long], sets[short])
        )
        apart = doubtful or separated(sets[short], sets[long])
        if sets[short] and sets[long] and not apart:
            sets[min(short, long)], sets[max(short, long)] = sets[long] + sets[short], []
    return [mentions for mentions in sets if mentions]


def _is_organization(mentions: Sequence[Mention]) -> bool:
    """Whether a single word was always read as an organization, often named after its founder."""
    return (
        {m.kind for m in mentions if m.kind != "pronoun"} == {"organization"}
        and " " not in mentions[0].name
        and not mentions[0].name.isupper()
    )


def _called(long: Sequence[Mention], short: Sequence[Mention]) -> bool:
    """Whether documents with the full name use the short one as well."""
    return any(m.text.casefold() == short[0].name.casefold() for m in long)


def _named_before(
    long: Sequence[Mention], short: Sequence[Mention], documents: Iterable[str], kinds: ActorKinds
) -> bool:
    """Whether each document gives the full name before a word that it did not read as a name."""
    if any(m.kind in ("person", "pronoun") for m in short) or not kinds.may_be_surname(short):
        return False
    first = [
        min((m.span for m in mentions if m.document == d), default=(0, 0))
        for d in documents
        for mentions in (long, short)
    ]
    return all(a < b for a, b in zip(first[::2], first[1::2], strict=True))


def _pairs(sets: Sequence[Sequence[Mention]], kinds: ActorKinds) -> Iterator[tuple[int, int]]:
    """The places of each short name and of the only full name that it fits."""
    words = [tuple(mentions[0].name.replace(".", "").split()) for mentions in sets]
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, (mentions, name) in enumerate(zip(sets, words, strict=True)):
        for form in dict.fromkeys(full_forms(mentions, name, kinds.kind(mentions))):
            blocks[form].append(i)
    for i, (mentions, name) in enumerate(zip(sets, words, strict=True)):
        found = {
            j
            for form in short_forms(mentions, name, alone=kinds.may_be_surname(mentions))
            for j in blocks.get(form, ())
            if j != i
        }
        if len(found) == 1:
            yield i, found.pop()


def full_forms(
    mentions: Sequence[Mention], name: tuple[str, ...], kind: ActorKind
) -> Iterator[tuple[str, ...]]:
    """The short forms that others may use for a full name."""
    read_as = {m.kind for m in mentions}
    if len(name) > 1 and ("person" in read_as or kind == "person"):
        yield ("surname", name[-1].casefold())
        if len(name) > 2:
            yield ("person", name[0].casefold(), name[-1].casefold())
    elif "organization" in read_as and len(name) > 1:
        yield ("acronym", "".join(w[0] for w in name if w.lower() not in _SMALL).casefold())
        yield ("acronym", "".join(w[0] for w in name).casefold())
        if name[-1].lower() in roles.CORPORATE_SUFFIXES:
            yield ("firm", *(w.casefold() for w in name[:-1]))


def short_forms(
    mentions: Sequence[Mention], name: tuple[str, ...], *, alone: bool
) -> Iterator[tuple[str, ...]]:
    """The forms that a short name may be; ``alone``: it may be a surname, whatever its kind."""
    read_as = {m.kind for m in mentions}
    if len(name) == 1 and name[0][:1].isupper() and ("person" in read_as or alone):
        yield ("surname", name[0].casefold())
    if len(name) == 2 and "person" in read_as:
        yield ("person", name[0].casefold(), name[1].casefold())
    if len(name) == 1 and name[0].isupper() and 1 < len(name[0]) <= 6:
        yield ("acronym", name[0].casefold())
    if "organization" in read_as and len(name) > 1:
        yield ("firm", *(w.casefold() for w in name))
