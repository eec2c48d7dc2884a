"""The mentions of one actor in all documents → whether it is a person, a body or something else: what the words show goes before a guess.

A title before the name, a given name in it, "he" for it, what is said of it beside it ("the
ambassador"), or its last word used by itself as a name show a person; a noun for a vessel right
before it shows a thing.  Where nothing is shown, most of the mentions decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from seriatim.lang.en.given_names import GIVEN_NAMES
from seriatim.lang.en.noun_phrases import VESSELS
from seriatim.lang.en.roles import (
    BODY_NOUNS,
    CORPORATE_SUFFIXES,
    FEMALE_PRONOUNS,
    FEMALE_TITLES,
    MALE_PRONOUNS,
    MALE_TITLES,
    NEUTER_PRONOUNS,
    PERSON_NOUNS,
    PLURAL_PRONOUNS,
    TITLES,
)
from seriatim.model import ActorKind, Mention, MentionKind, Reading
from seriatim.resolution.namesakes import said_to_be

_KINDS: dict[MentionKind, ActorKind] = {
    "person": "person",
    "organization": "organization",
    "place": "organization",
    "role": "role",
    "alias": "alias",
    "other": "other",
}
_HE = MALE_PRONOUNS | FEMALE_PRONOUNS
_IT = NEUTER_PRONOUNS | PLURAL_PRONOUNS
_FAR = 16  # letters before a name in which the word before it stands
_MARKS = ".“\"‘('"
_LONGEST = 4  # words of a person's name


def kind(
    mentions: Sequence[Mention],
    readings: Mapping[str, Reading],
    surnames: frozenset[str] = frozenset(),
) -> ActorKind:
    """What the mentions show.  ``surnames``: words that stand alone as names somewhere, in small letters."""
    named = [m for m in mentions if m.kind != "pronoun"]
    counts = Counter(m.kind for m in named)
    most = _KINDS.get(max(counts, key=lambda k: (counts[k], k)), "other") if counts else "other"
    if most not in ("person", "organization", "other") or not mentions[0].name[:1].isupper():
        return most
    before = [_word_before(m, readings) for m in named]
    if any(w in VESSELS for w in before):
        return "other"
    if most == "other" and mentions[0].name.casefold().split()[-1] in PERSON_NOUNS | TITLES:
        return "role"
    return (
        "person"
        if most != "person"
        and "place" not in counts
        and _is_person(mentions, before, readings, surnames)
        else most
    )


def is_plain(mentions: Sequence[Mention], readings: Mapping[str, Reading]) -> bool:
    """Whether a name is one word without an article, of which no words show that it is a place or a body."""
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
        or words[-1] in BODY_NOUNS | CORPORATE_SUFFIXES
        or "the" in before
        or not words[-1].isalpha()
    ):
        return False
    pronouns = [m.text.lower() for m in mentions if m.kind == "pronoun"]
    he, it = (sum(p in group for p in pronouns) for group in (_HE, _IT))
    full = len(words) > 1 and words[0].isalpha() and "of" not in words and "and" not in words
    return (
        any(w in MALE_TITLES | FEMALE_TITLES for w in before)
        or he > it
        or (full and not it and (words[0] in GIVEN_NAMES or words[-1] in surnames))
        or any(
            m.kind != "pronoun" and said_to_be(m, readings[m.document].document.text)
            for m in mentions
        )
    )


def _word_before(mention: Mention, readings: Mapping[str, Reading]) -> str:
    start = mention.span[0]
    words = readings[mention.document].document.text[max(0, start - _FAR) : start].rsplit(None, 1)
    return words[-1].strip(_MARKS).lower() if words else ""
