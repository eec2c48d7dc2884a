"""Mentions of all documents → actors, and the groups to which they belong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache

from seriatim.lang import noun_phrases
from seriatim.model import Actor, Claim, Mention, Reading
from seriatim.resolution import name_variants, namesakes
from seriatim.resolution.constraints import NO_DECISIONS, AppliedDecisions


def resolve(
    readings: Sequence[Reading],
    groups: Mapping[str, Sequence[str]],
    decided: AppliedDecisions = NO_DECISIONS,
) -> tuple[tuple[Actor, ...], dict[str, str], dict[str, tuple[str, ...]]]:
    """The actors by their first claim; mention id → actor id; group → actor ids."""
    of_document = {r.document.id: r for r in readings}
    by_name = _by_name(readings)
    kinds = name_variants.ActorKinds(by_name, of_document)
    separated = name_variants.SeparatedMentions(decided.actors.cannot_link)
    sets = _as_decided(name_variants.merged(by_name, separated, kinds), decided)
    actors = tuple(
        _actor(f"a{n}", mentions, kinds, groups, decided) for n, mentions in enumerate(sets, 1)
    )
    by_mention = {m.id: a.id for a in actors for m in a.mentions}
    names = dict.fromkeys([*groups, *(g for a in actors for g in a.groups)])
    members = {group: tuple(a.id for a in actors if group in a.groups) for group in names}
    return actors, by_mention, members


def _by_name(readings: Sequence[Reading]) -> list[list[Mention]]:
    """The mentions of each name that takes part in a claim, namesakes apart."""
    active = _active(readings)
    sets: dict[str, list[Mention]] = {}
    for reading in readings:
        for mention in reading.mentions:
            if (name := key(mention.name)) in active:
                sets.setdefault(name, []).append(mention)
    of_document = {r.document.id: r for r in readings}
    return [one for mentions in sets.values() for one in namesakes.split(mentions, of_document)]


def _active(readings: Sequence[Reading]) -> set[str]:
    """The names of participants and sources, and the full names of active surnames."""
    ids = {m for r in readings for c in r.claims for m in _mentions(c)}
    mentions = [m for r in readings for m in r.mentions]
    active = {key(m.name) for m in mentions if m.id in ids}
    persons = (m.name for m in mentions if m.kind == "person" and " " in m.name)
    return active | {key(name) for name in persons if key(name.rpartition(" ")[2]) in active}


def _mentions(claim: Claim) -> Iterator[str | None]:
    """The ids of the mentions that a claim's participants and sources have."""
    yield from (p.mention for p in claim.participants)
    yield from (s.mention for s in claim.sources)


def _as_decided(together: list[list[Mention]], decided: AppliedDecisions) -> list[list[Mention]]:
    """The mentions of each actor after decisions: splits, then links, then separations."""
    sets = [list(mentions) for mentions in together]
    for split_off in decided.other_actor:
        moved = [m for mentions in sets for m in mentions if m.id in split_off]
        sets = [[m for m in mentions if m.id not in split_off] for mentions in sets] + [moved]
    for linked in decided.actors.must_link:
        sets = _linked(sets, linked)
    return [mentions for mentions in _separated(sets, decided) if mentions]


def _linked(sets: list[list[Mention]], linked: Sequence[str]) -> list[list[Mention]]:
    """The sets with those that hold a linked mention joined into the first of them."""
    places = [n for n, mentions in enumerate(sets) if any(m.id in linked for m in mentions)]
    if len(places) < 2:
        return sets
    first, *others = places
    joined = [m for n in places for m in sets[n]]
    return [
        joined if n == first else mentions for n, mentions in enumerate(sets) if n not in others
    ]


def _separated(sets: list[list[Mention]], decided: AppliedDecisions) -> list[list[Mention]]:
    """The sets without separated mentions in one: the later one leaves, with those like it."""
    where = {m.id: n for n, mentions in enumerate(sets) for m in mentions}
    linked_with = {i: frozenset(one) for one in decided.actors.must_link for i in one}
    for pair in sorted(decided.actors.cannot_link):
        n = where.get(pair[0])
        if n is None or where.get(pair[1]) != n:
            continue
        gone = _leaving(sets[n], pair, linked_with)
        where |= {m.id: len(sets) for m in gone}
        sets[n] = [m for m in sets[n] if where[m.id] == n]
        sets.append(gone)
    return sets


def _leaving(
    mentions: Sequence[Mention], pair: tuple[str, str], linked_with: Mapping[str, frozenset[str]]
) -> list[Mention]:
    """The mentions that leave with the later one of a pair.

    They are those linked with it, and those of the same names in their documents.
    """
    stays, leaves = (linked_with.get(m.id, frozenset((m.id,))) for m in mentions if m.id in pair)
    alike = {(m.document, key(m.name)) for m in mentions if m.id in leaves}
    return [
        m
        for m in mentions
        if m.id in leaves or ((m.document, key(m.name)) in alike and m.id not in stays)
    ]


@lru_cache(maxsize=1 << 18)
def key(name: str) -> str:
    """A name without case, extra white space, points or a leading article."""
    text = re.sub(r"\s+", " ", name.replace("’", "'")).strip().casefold()
    return re.sub(noun_phrases.ARTICLE, "", text).replace(".", "")


def _actor(
    name: str,
    mentions: Sequence[Mention],
    kinds: name_variants.ActorKinds,
    groups: Mapping[str, Sequence[str]],
    decided: AppliedDecisions,
) -> Actor:
    title = next((decided.names[m.id] for m in mentions if m.id in decided.names), mentions[0].name)
    aliases = tuple(sorted({m.text for m in mentions if m.kind != "pronoun" and m.text != title}))
    members = tuple(
        g for g, patterns in groups.items() if any(_matches(p, (title, *aliases)) for p in patterns)
    )
    members = tuple(
        dict.fromkeys([*members, *(g for m in mentions for g in decided.groups.get(m.id, ()))])
    )
    return Actor(name, title, kinds.kind(mentions), aliases, members, tuple(mentions))


def _matches(pattern: str, forms: Sequence[str]) -> bool:
    return any(fnmatchcase(key(form), key(pattern)) for form in forms)
