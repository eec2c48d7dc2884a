"""Analysis → names: the runs of words that name a person, a body or a place, by spaCy's names, put right by titles, given names and form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.language import roles
from seriatim.language.given_names import GIVEN_NAMES
from seriatim.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KIND_OF_LABEL: dict[str, MentionKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "NORP": "other",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "EVENT": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
_EDGE = re.compile(r"^[\W_]+|(?:['’]s|['’])?[\s,;:.\"”)\]]*$")
_HANDLE = re.compile(r"@?\w+")


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``start`` to ``end`` (exclusive) of an analysis that name somebody or something, without title, article and possessive."""

    start: int
    end: int
    text: str
    kind: MentionKind
    label: str  # spaCy's, or "" where the form alone tells
    title: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.text.split())


def find(doc: Doc) -> list[Name]:
    """The names of a passage in order, none overlapping another."""
    names = [n for e in doc.ents if (k := _KIND_OF_LABEL.get(e.label_)) for n in _trimmed(doc, e.start, e.end, k, e.label_)]
    taken = {i for n in names for i in range(n.start, n.end)} | {t.i for t in doc if t.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")}
    names += [n for start, end in _proper_runs(doc, taken) for n in _trimmed(doc, start, end, "other", "")]
    return sorted(names, key=lambda n: n.start)


def _trimmed(doc: Doc, start: int, end: int, kind: MentionKind, label: str) -> Iterator[Name]:
    """The name between two tokens, less what is no part of it; nothing where nothing is left."""
    while start < end and (doc[start].is_punct and doc[start].text != "@" or doc[start].pos_ == "DET" or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].tag_ == "POS" or doc[end - 1].is_space):
        end -= 1
    start, title = _without_titles(doc, start, end, kind)
    if end <= start or not any(c.isupper() for t in doc[start:end] for c in t.text):
        return
    if kind in ("person", "other") and title or doc[start].lower_ in GIVEN_NAMES and end - start > 1 and kind != "organization":
        kind = "person"
    if doc[start].text == "@":
        kind = "alias"
    text = doc[start:end].text.strip()
    yield Name(start, end, _EDGE.sub("", text) or text, kind, label, title)


def _without_titles(doc: Doc, start: int, end: int, kind: MentionKind) -> tuple[int, str]:
    """Where the name begins behind its titles, and the last title; a title outside the name counts as well."""
    title = ""
    first = start
    if kind in ("person", "other"):
        while first < end - 1 and _bare(doc[first]) in roles.TITLES and not _is_name_part(doc, first, end):
            title = _bare(doc[first])
            first += 1
    if not title and start > 0 and _bare(doc[start - 1]) in roles.TITLES and kind in ("person", "other") and doc[start - 1].i == start - 1:
        title = _bare(doc[start - 1])
    return first, title


def _bare(token: Token) -> str:
    return token.lower_.rstrip(".")


def _is_name_part(doc: Doc, i: int, end: int) -> bool:
    """Whether a word that may be a title is a given name here ("Dean Martin", "Earl Warren")."""
    return _bare(doc[i]) in GIVEN_NAMES and end - i == 2


def _proper_runs(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of proper nouns that spaCy gave no label."""
    start = None
    for token in doc:
        inside = token.pos_ == "PROPN" and token.i not in taken and not token.is_punct
        if inside and start is None:
            start = token.i
        elif not inside and start is not None:
            yield start, token.i
            start = None
    if start is not None:
        yield start, len(doc)


def at(names: Sequence[Name], i: int) -> Name | None:
    """The name that covers a token."""
    return next((n for n in names if n.start <= i < n.end), None)
