"""Mentions of one name → the mentions of each namesake.

Documents are about different people if they give them different roles and have no other name in
common.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from seriatim.lang import noun_phrases
from seriatim.lang import roles as roles_words
from seriatim.model import Mention, Reading
from seriatim.resolution.disjoint_sets import DisjointSets

_BEFORE = re.compile(r"([A-Za-z]+)\s+$")
_AFTER = re.compile(noun_phrases.APPOSITION)


def split(mentions: Sequence[Mention], readings: Mapping[str, Reading]) -> list[list[Mention]]:
    """The mentions of one name, by namesake.

    A document that gives no role goes with the documents with which it shares most names.
    """
    documents = list(dict.fromkeys(m.document for m in mentions))
    roles = _roles(mentions, readings)
    if len(roles) < 2 or all(m.kind != "person" for m in mentions):
        return [list(mentions)]
    company = {d: _company(readings[d], mentions[0].name) for d in documents}
    sets = _sets(roles, company)
    groups: dict[str, list[str]] = {}
    for document in roles:
        groups.setdefault(sets.find(document), []).append(document)
    if len(groups) < 2:
        return [list(mentions)]
    for document in (d for d in documents if d not in roles):
        ranks = {
            g: (_shared(document, g, sets, company), readings[g].document.sha256) for g in groups
        }
        groups[max(groups, key=ranks.__getitem__)].append(document)
    return [[m for m in mentions if m.document in group] for group in groups.values()]


def _roles(mentions: Sequence[Mention], readings: Mapping[str, Reading]) -> dict[str, set[str]]:
    """The roles that each document gives the name, of the documents that give one."""
    roles: dict[str, set[str]] = {}
    for m in mentions:
        roles.setdefault(m.document, set()).update(
            described_as(m, readings[m.document].document.text)
        )
    return {document: found for document, found in roles.items() if found}


def _sets(roles: Mapping[str, set[str]], company: Mapping[str, frozenset[str]]) -> DisjointSets:
    """The documents with a role, those joined that share a role or another name."""
    sets = DisjointSets(roles)
    first: dict[tuple[str, str], str] = {}
    for document, found in roles.items():
        marks = [*(("role", r) for r in found), *(("company", c) for c in company[document])]
        for mark in sorted(marks):
            sets.join(first.setdefault(mark, document), document)
    return sets


def _shared(
    document: str, group: str, sets: DisjointSets, company: Mapping[str, frozenset[str]]
) -> int:
    """How many names a document shares with those documents of a group that give a role."""
    return sum(
        len(company[document] & company[d]) for d in company if d in sets and sets.find(d) == group
    )


def described_as(mention: Mention, text: str) -> set[str]:
    """The nouns for a person right before and after a name: "the mayor"."""
    before = _BEFORE.search(text[max(0, mention.span[0] - 40) : mention.span[0]])
    after = (
        _AFTER.search(text[mention.span[1] : mention.span[1] + 80])
        if text.startswith(",", mention.span[1])
        else None
    )
    words = ([before[1].lower()] if before else []) + (after[1].lower().split() if after else [])
    return {w for w in words if w in roles_words.PERSON_NOUNS}


def _company(reading: Reading, name: str) -> frozenset[str]:
    """The other people and organizations named in a document."""
    own = set(name.lower().split())
    found = {
        m.name.lower()
        for m in reading.mentions
        if m.kind in ("person", "organization", "alias") and m.text[:1].isupper()
    }
    return frozenset(n for n in found if not set(n.split()) & own)
