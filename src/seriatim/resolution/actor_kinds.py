"""Mentions of an actor in all documents → its kind: person, organization or other.

A title before the name, a given name in it, the pronoun "he", a noun beside it ("the ambassador")
or its last word used alone as a name show a person; a noun for a vessel before it shows a thing.
Without such evidence the kind of most mentions holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from seriatim.lang import given_names, noun_phrases, roles
from seriatim.model import ActorKind, Mention, MentionKind, Reading
from seriatim.resolution.namesakes import described_as

_KINDS: dict[MentionKind, ActorKind] = {
    "person": "person",
    "organization": "organization",
    "place": "organization",
    "role": "role",
    "alias": "alias",
    "other": "other",
}
_HE = roles.MALE_PRONOUNS | roles.FEMALE_PRONOUNS
_IT = roles.NEUTER_PRONOUNS | roles.PLURAL_PRONOUNS
_FAR = 16  # characters before a name in which the word before it stands
_MARKS = ".“\"‘('"
_LONGEST = 4  # words of a person's name


def kind(
    mentions: Sequence[Mention],
    readings: Mapping[str, Reading],
    surnames: frozenset[str] = frozenset(),
) -> ActorKind:
    """The kind of an actor.  ``surnames``: words that are a name by themselves, in lower case."""
    named = [m for m in mentions if m.kind != "pronoun"]
    counts = Counter(m.kind for m in named)
    most = _KINDS.get(max(counts, key=lambda k: (counts[k], k)), "other") if counts else "other"
    if most not in ("person", "organization", "other") or not mentions[0].name[:1].isupper():
        return most
    before = [_word_before(m, readings) for m in named]
    if any(w in noun_phrases.VESSELS for w in before):
        return "other"
    if (
        most == "other"
        and mentions[0].name.casefold().split()[-1] in roles.PERSON_NOUNS | roles.TITLES
    ):
        return "role"
    return (
        "person"
        if most != "person"
        and "place" not in counts
        and _is_person(mentions, before, readings, surnames)
        else most
    )


def is_plain(mentions: Sequence[Mention], readings: Mapping[str, Reading]) -> bool:
    """Whether a name is one word without an article, and never read as a place."""
    named = [m for m in mentions if m.kind != "pronoun"]
    return all(
        " " not in m.name
        and m.kind != "place"
        and m.name[1:].islower()
        and _word_before(m, readings) != "the"
        for m in named
    )


def _is_person(
    mentions: Sequence[Mention],
    before: Sequence[str],
    readings: Mapping[str, Reading],
    surnames: frozenset[str],
) -> bool:
    words = mentions[0].name.casefold().replace(".", "").split()
    if (
        len(words) > _LONGEST
        or words[-1] in roles.BODY_NOUNS | roles.CORPORATE_SUFFIXES
        or "the" in before
        or not words[-1].isalpha()
    ):
        return False
    pronouns = [m.text.lower() for m in mentions if m.kind == "pronoun"]
    he, it = (sum(p in group for p in pronouns) for group in (_HE, _IT))
    return (
        any(w in roles.MALE_TITLES | roles.FEMALE_TITLES for w in before)
        or he > it
        or (not it and _is_full_name(words, surnames))
        or any(
            m.kind != "pronoun" and described_as(m, readings[m.document].document.text)
            for m in mentions
        )
    )


def _is_full_name(words: Sequence[str], surnames: frozenset[str]) -> bool:
    """Whether words begin with a given name or end with a known surname."""
    if len(words) < 2 or not words[0].isalpha() or "of" in words or "and" in words:
        return False
    return words[0] in given_names.GIVEN_NAMES or words[-1] in surnames


def _word_before(mention: Mention, readings: Mapping[str, Reading]) -> str:
    start = mention.span[0]
    words = readings[mention.document].document.text[max(0, start - _FAR) : start].rsplit(None, 1)
    return words[-1].strip(_MARKS).lower() if words else ""
