"""Two people of one name: told apart where documents say different things of what they are and have nobody else in common."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from seriatim.lang.en.roles import PERSON_NOUNS
from seriatim.model import Mention, Reading
from seriatim.resolution.disjoint_sets import DisjointSets

_BEFORE = re.compile(r"([A-Za-z]+)\s+$")
_AFTER = re.compile(
    r"^,\s+(?:the|an?|its|their|then|former)\s+((?:[\w’'-]+\s+){0,3}?[\w’'-]+)\s*(?:[,.;]|of\b|in\b|at\b|for\b|$)"
)


def apart(mentions: Sequence[Mention], readings: Mapping[str, Reading]) -> list[list[Mention]]:
    """The mentions of one name as those of one person each.

    A document that says nothing of what the person is goes with those that it shares most names
    with.
    """
    documents = list(dict.fromkeys(m.document for m in mentions))
    if len(documents) < 2 or all(m.kind != "person" for m in mentions):
        return [list(mentions)]
    roles: dict[str, set[str]] = {d: set() for d in documents}
    for mention in mentions:
        roles[mention.document] |= said_to_be(mention, readings[mention.document].document.text)
    telling = [d for d in documents if roles[d]]
    if len(telling) < 2:
        return [list(mentions)]
    company = {d: _company(readings[d], mentions[0].name) for d in documents}
    sets = DisjointSets(telling)
    first: dict[tuple[str, str], str] = {}
    for document in telling:
        for mark in sorted(
            [*(("role", r) for r in roles[document]), *(("company", c) for c in company[document])]
        ):
            sets.join(first.setdefault(mark, document), document)
    groups: dict[str, list[str]] = {}
    for document in telling:
        groups.setdefault(sets.find(document), []).append(document)
    if len(groups) < 2:
        return [list(mentions)]
    for document in (d for d in documents if d not in telling):
        groups[
            max(
                groups,
                key=lambda g: (_shared(document, g, sets, company), readings[g].document.sha256),
            )
        ].append(document)
    return [[m for m in mentions if m.document in group] for group in groups.values()]


def _shared(
    document: str, group: str, sets: DisjointSets, company: Mapping[str, frozenset[str]]
) -> int:
    """How many names a document shares with the documents of a group that say what the person is."""
    return sum(
        len(company[document] & company[d]) for d in company if d in sets and sets.find(d) == group
    )


def said_to_be(mention: Mention, text: str) -> set[str]:
    """What the words right before and behind a name say that the person is."""
    before = _BEFORE.search(text[max(0, mention.span[0] - 40) : mention.span[0]])
    after = (
        _AFTER.search(text[mention.span[1] : mention.span[1] + 80])
        if text.startswith(",", mention.span[1])
        else None
    )
    words = ([before[1].lower()] if before else []) + (after[1].lower().split() if after else [])
    return {w for w in words if w in PERSON_NOUNS}


def _company(reading: Reading, name: str) -> frozenset[str]:
    """Who else is named in a document, people and bodies."""
    own = set(name.lower().split())
    found = {
        m.name.lower()
        for m in reading.mentions
        if m.kind in ("person", "organization", "alias") and m.text[:1].isupper()
    }
    return frozenset(n for n in found if not set(n.split()) & own)
