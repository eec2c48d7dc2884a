"""Mentions of all documents → actors: one for each full name, and the groups that they belong to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache

from seriatim.model import Actor, Mention, Reading
from seriatim.resolution import name_variants, namesakes
from seriatim.resolution.constraints import NO_DECISIONS, AppliedDecisions


def resolve(
    readings: Sequence[Reading],
    groups: Mapping[str, Sequence[str]],
    decided: AppliedDecisions = NO_DECISIONS,
) -> tuple[tuple[Actor, ...], dict[str, str], dict[str, tuple[str, ...]]]:
    """Actors in the order of their first part in a claim; mention id → actor id; group → actor ids."""
    of_document = {r.document.id: r for r in readings}
    by_name = _together(readings)
    look = name_variants.Look(by_name, of_document)
    together = _as_decided(
        name_variants.joined(by_name, name_variants.Parted(decided.actors.apart), look), decided
    )
    actors = tuple(
        _actor(f"a{n}", mentions, look, groups, decided) for n, mentions in enumerate(together, 1)
    )
    by_mention = {m.id: a.id for a in actors for m in a.mentions}
    names = dict.fromkeys([*groups, *(g for a in actors for g in a.groups)])
    members = {group: tuple(a.id for a in actors if group in a.groups) for group in names}
    return actors, by_mention, members


def _together(readings: Sequence[Reading]) -> list[list[Mention]]:
    """The mentions of each name that takes part in a claim."""
    sets: dict[str, list[Mention]] = {}
    named = {p.mention for r in readings for c in r.claims for p in c.participants} | {
        s.mention for r in readings for c in r.claims for s in c.sources
    }
    active = {key(m.name) for r in readings for m in r.mentions if m.id in named}
    persons = (m.name for r in readings for m in r.mentions if m.kind == "person" and " " in m.name)
    active |= {
        key(name) for name in persons if key(name.rpartition(" ")[2]) in active
    }  # whose surname takes part
    for reading in readings:
        for mention in reading.mentions:
            if key(mention.name) in active:
                sets.setdefault(key(mention.name), []).append(mention)
    of_document = {r.document.id: r for r in readings}
    return [one for mentions in sets.values() for one in namesakes.apart(mentions, of_document)]


def _as_decided(together: list[list[Mention]], decided: AppliedDecisions) -> list[list[Mention]]:
    """What people decided of who is who, laid on what the names say: first who is somebody else, then who is one, then who is not."""
    sets = [list(mentions) for mentions in together]
    for apart in decided.other_actor:
        moved = [m for mentions in sets for m in mentions if m.id in apart]
        sets = [[m for m in mentions if m.id not in apart] for mentions in sets] + [moved]
    for one in decided.actors.together:
        meant = [mentions for mentions in sets if any(m.id in one for m in mentions)]
        if len(meant) > 1:
            meant[0].extend(m for mentions in meant[1:] for m in mentions)
            sets = [
                mentions
                for mentions in sets
                if mentions is meant[0] or not any(mentions is other for other in meant)
            ]
    return [mentions for mentions in _parted(sets, decided) if mentions]


def _parted(sets: list[list[Mention]], decided: AppliedDecisions) -> list[list[Mention]]:
    """The sets without two mentions in one that people said are not of one actor: the later one leaves, with its own."""
    if not decided.actors.apart:
        return sets
    where = {m.id: n for n, mentions in enumerate(sets) for m in mentions}
    one_with = {i: frozenset(one) for one in decided.actors.together for i in one}
    for pair in sorted(decided.actors.apart):
        n, other = (where.get(i, -1) for i in pair)
        if n != other or n < 0:
            continue
        stays, leaves = (one_with.get(m.id, frozenset((m.id,))) for m in sets[n] if m.id in pair)
        like = {(m.document, key(m.name)) for m in sets[n] if m.id in leaves}
        gone = [
            m
            for m in sets[n]
            if m.id in leaves or ((m.document, key(m.name)) in like and m.id not in stays)
        ]
        where |= dict.fromkeys((m.id for m in gone), len(sets))
        sets[n] = [m for m in sets[n] if where[m.id] == n]
        sets.append(gone)
    return sets


@lru_cache(maxsize=1 << 18)
def key(name: str) -> str:
    """What two spellings of one name share: case, white space, points, an article before it."""
    text = re.sub(r"\s+", " ", name.replace("’", "'")).strip().casefold()
    return re.sub(r"^(?:the|a|an) ", "", text).replace(".", "")


def _actor(
    name: str,
    mentions: Sequence[Mention],
    look: name_variants.Look,
    groups: Mapping[str, Sequence[str]],
    decided: AppliedDecisions,
) -> Actor:
    title = next((decided.names[m.id] for m in mentions if m.id in decided.names), mentions[0].name)
    aliases = tuple(sorted({m.text for m in mentions if m.kind != "pronoun" and m.text != title}))
    inside = tuple(
        g for g, patterns in groups.items() if any(_matches(p, (title, *aliases)) for p in patterns)
    )
    inside = tuple(
        dict.fromkeys([*inside, *(g for m in mentions for g in decided.groups.get(m.id, ()))])
    )
    return Actor(name, title, look.kind(mentions), aliases, inside, tuple(mentions))


def _matches(pattern: str, forms: Sequence[str]) -> bool:
    return any(fnmatchcase(key(form), key(pattern)) for form in forms)
