"""Mentions of all documents → actors: one for each full name, and the groups that they belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase

from seriatim.model import Actor, ActorKind, Mention, MentionKind, Reading

_KINDS: dict[MentionKind, ActorKind] = {
    "person": "person",
    "organization": "organization",
    "place": "organization",
    "role": "role",
    "alias": "alias",
    "other": "other",
}


def resolve(readings: Sequence[Reading], groups: Mapping[str, Sequence[str]]) -> tuple[tuple[Actor, ...], dict[str, str], dict[str, tuple[str, ...]]]:
    """Actors in the order of their first part in a claim; mention id → actor id; group → actor ids."""
    together = _together(readings)
    actors = tuple(_actor(f"a{n}", mentions, groups) for n, mentions in enumerate(together, 1))
    by_mention = {m.id: a.id for a in actors for m in a.mentions}
    members = {group: tuple(a.id for a in actors if group in a.groups) for group in groups}
    return actors, by_mention, members


def _together(readings: Sequence[Reading]) -> list[list[Mention]]:
    """The mentions of each name that takes part in a claim."""
    sets: dict[str, list[Mention]] = {}
    active = {
        key(m.name)
        for r in readings
        for m in r.mentions
        if m.id in {p.mention for c in r.claims for p in c.participants} | {s.mention for c in r.claims for s in c.sources if s.mention}
    }
    for reading in readings:
        for mention in reading.mentions:
            if key(mention.name) in active:
                sets.setdefault(key(mention.name), []).append(mention)
    return list(sets.values())


def key(name: str) -> str:
    """What two spellings of one name share: case, white space, points, an article before it."""
    text = re.sub(r"\s+", " ", name.replace("’", "'").replace(".", "")).strip().casefold()
    return re.sub(r"^(?:the|a|an) ", "", text)


def _actor(name: str, mentions: Sequence[Mention], groups: Mapping[str, Sequence[str]]) -> Actor:
    kinds = Counter(m.kind for m in mentions if m.kind != "pronoun")
    kind = max(kinds, key=lambda k: (kinds[k], k)) if kinds else "other"
    title = mentions[0].name
    aliases = tuple(sorted({m.text for m in mentions if m.kind != "pronoun" and m.text != title}))
    inside = tuple(g for g, patterns in groups.items() if any(_matches(p, (title, *aliases)) for p in patterns))
    return Actor(name, title, _KINDS.get(kind, "other"), aliases, inside, tuple(mentions))


def _matches(pattern: str, forms: Sequence[str]) -> bool:
    return any(fnmatchcase(key(form), key(pattern)) for form in forms)
