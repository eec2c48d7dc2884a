"""The names in a passage: persons, organizations and places.

They are spaCy's named entities, corrected by titles, given names and form.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from seriatim.lang import event_types, given_names, roles
from seriatim.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from seriatim.analysis import PassageText

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
_NOT_NAMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
_HEADS_OF_BODIES = roles.BODY_NOUNS | frozenset(
    {
        "republic",
        "kingdom",
        "states",
        "chamber",
        "church",
        "order",
        "museum",
        "theatre",
        "theater",
        "academy",
    }
)
_ORDINARY = (
    roles.PERSON_NOUNS | roles.BODY_NOUNS | roles.NOT_PERSONS | frozenset(event_types.KIND_OF_NOUN)
)
_SECTION = re.compile(r"\d+(?:\.\d+)+\.?")
_EDGES = re.compile(r"^[^\w@]+|[\s,;:\"”)\]]+$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name, as tokens ``start`` to ``end`` (exclusive), without title, article and possessive."""

    start: int
    end: int
    text: str
    kind: MentionKind
    label: str  # spaCy's, or "" where the form alone decides
    title: str = ""
    run_on: bool = False  # the name before was run into it

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.text.split())

    @property
    def is_office(self) -> bool:
        """Whether all its words name an office ("Vice President"), or its last one does.

        The latter only of names that are no person's ("Ranking Members").
        """
        if (
            self.kind not in ("person", "organization")
            and self.words[-1].lower() not in roles.CORPORATE_SUFFIXES
            and self.words[-1].lower().rstrip("s") in roles.PERSON_NOUNS
        ):
            return True
        return all(w.lower().strip(".") in roles.TITLES | roles.PERSON_NOUNS for w in self.words)


def find(doc: Doc, timed: Collection[int] = (), seams: Collection[int] = ()) -> list[Name]:
    """The names of a passage in order, without overlaps.

    ``timed`` are the tokens that say when, ``seams`` those that the word before was run into.
    """
    names = [
        n
        for e in doc.ents
        if (k := _KIND_OF_LABEL.get(e.label_))
        for start, end in _conjoined(doc, e.start, e.end, e.label_)
        for n in _trimmed(doc, start, end, k, e.label_)
    ]
    names = [n for n in names if not any(i in timed for i in range(n.start, n.end))]
    taken = (
        {i for n in names for i in range(n.start, n.end)}
        | {t.i for t in doc if t.ent_type_ in _NOT_NAMES}
        | set(timed)
    )
    names += [
        n for start, end in _proper_runs(doc, taken) for n in _trimmed(doc, start, end, "other", "")
    ]
    ordered = _joined(doc, sorted(names, key=lambda n: n.start))
    return _parted(doc, ordered, seams) if seams else ordered


def _conjoined(doc: Doc, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """The ranges of the persons in an entity: "Ada and Ben Moor" are two."""
    joints = [i for i in range(start + 1, end - 1) if doc[i].lower_ == "and"]
    if label != "PERSON" or not joints:
        yield start, end
        return
    yield from zip((start, *(i + 1 for i in joints)), (*joints, end), strict=True)


def known(
    doc: Doc,
    names: Sequence[Name],
    forms: Mapping[str, MentionKind],
    wholes: Collection[str],
    *,
    under_date: bool = False,
) -> list[Name]:
    """The names, and the words that are names elsewhere in the document.

    In an item that a date leads, a singular noun with a capital and no article is a name, too,
    where it does what persons do.
    """
    names = [_with_number(doc, n, wholes) for n in names]
    taken = {i for n in names for i in range(n.start, n.end)}
    more = [
        Name(t.i, t.i + 1, t.text, forms[t.text], "")
        for t in doc
        if t.i not in taken
        and t.text in forms
        and t.text[0].isupper()
        and len(t.text) > 1
        and t.ent_type_ not in _NOT_NAMES
        and _stands_as_noun(t)
    ]
    taken |= {n.start for n in more}
    more += [
        Name(t.i, t.i + 1, t.text, "other", "")
        for t in doc
        if under_date and t.i not in taken and _opens_as_name(t)
    ]
    return sorted((*names, *more), key=lambda n: n.start)


def _with_number(doc: Doc, name: Name, wholes: Collection[str]) -> Name:
    """The name with the number after it, where the document has both as one name ("Herald 2.0")."""
    if name.end >= len(doc) or not doc[name.end].text[0].isdigit():
        return name
    whole = f"{name.text} {doc[name.end].text}"
    return replace(name, end=name.end + 1, text=whole) if whole in wholes else name


def _opens_as_name(token: Token) -> bool:
    verb = token.head
    bare = not any(c.dep_ in ("det", "amod", "compound", "nummod", "prep") for c in token.children)
    plain = (
        token.lower_ in _ORDINARY
        or token.lemma_.lower() in _ORDINARY
        or any(t.text == token.lower_ for t in token.doc)
    )
    acts = event_types.KIND_OF_VERB.get(verb.lemma_.lower(), "act") not in (
        "act",
        "change",
        "founding",
        "closure",
    )
    return (
        token.tag_ == "NN"
        and token.dep_ == "nsubj"
        and token.is_title
        and verb.pos_ == "VERB"
        and bare
        and acts
        and not plain
    )


def _stands_as_noun(token: Token) -> bool:
    return (
        token.dep_
        in (
            "nsubj",
            "nsubjpass",
            "dobj",
            "pobj",
            "poss",
            "conj",
            "appos",
            "dative",
            "compound",
            "nmod",
            "ROOT",
        )
        and token.pos_ != "VERB"
    )


def _trimmed(doc: Doc, start: int, end: int, kind: MentionKind, label: str) -> Iterator[Name]:
    """The name between two tokens, without what is not part of it; none where nothing is left."""
    start, end = _without_edges(doc, start, end)
    start, title = _without_titles(doc, start, end, kind)
    if end <= start or not any(c.isupper() for t in doc[start:end] for c in t.text):
        return
    given = doc[start].lower_ in given_names.GIVEN_NAMES and end - start > 1
    if kind == "organization":
        kind = "person" if _reads_as_person(doc, start, end) else kind
    elif given or (title and kind == "other"):
        kind = "person"
    text = _EDGES.sub("", doc[start:end].text.strip())
    if text:
        yield Name(start, end, text, "alias" if text.startswith("@") else kind, label, title)


def _without_edges(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The range without articles and punctuation before it, or possessives and such after it."""

    def opens(token: Token) -> bool:
        mark = token.is_punct and token.text != "@"
        numbered = _SECTION.fullmatch(token.text) is not None
        return mark or token.pos_ == "DET" or token.is_space or numbered

    def closes(token: Token) -> bool:
        return token.is_punct or token.tag_ == "POS" or token.is_space

    while start < end and opens(doc[start]):
        start += 1
    while end > start and closes(doc[end - 1]):
        end -= 1
    return start, end


def _reads_as_person(doc: Doc, start: int, end: int) -> bool:
    """Whether a named entity of an organization is a given name and a surname."""
    last = doc[end - 1].lower_.strip(".")
    body = last in roles.CORPORATE_SUFFIXES or last in _HEADS_OF_BODIES
    return (
        2 <= end - start <= 3
        and doc[start].lower_ in given_names.GIVEN_NAMES
        and not body
        and all(t.pos_ == "PROPN" for t in doc[start:end])
    )


def _without_titles(doc: Doc, start: int, end: int, kind: MentionKind) -> tuple[int, str]:
    """The start of the name after its titles, and its last title, which may precede the span."""
    if kind not in ("person", "other") or all(
        _bare(t) in roles.TITLES | roles.PERSON_NOUNS for t in doc[start:end]
    ):
        return start, ""
    title, first = "", start
    while (
        first < end - 1
        and _bare(doc[first]) in roles.TITLES
        and not (_bare(doc[first]) in given_names.GIVEN_NAMES and end - first == 2)
    ):
        title = _bare(doc[first])
        first += 1
    if (
        not title
        and start > 0
        and _bare(doc[start - 1]) in roles.TITLES
        and doc[start - 1].dep_ in ("compound", "amod", "nmod")
    ):
        title = _bare(doc[start - 1])
    return first, title


def _bare(token: Token) -> str:
    return token.lower_.rstrip(".")


def _proper_runs(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The runs of proper nouns that spaCy gave no label."""
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


def _joined(doc: Doc, names: list[Name]) -> list[Name]:
    """The names, with those of organizations joined over "of": "Archdiocese of Rome"."""
    joined: list[Name] = []
    for name in names:
        before = joined[-1] if joined else None
        if before is not None and _runs_on(doc, before, name):
            joined[-1] = Name(
                before.start,
                name.end,
                _EDGES.sub("", doc[before.start : name.end].text),
                "organization",
                "ORG",
                before.title,
            )
        else:
            joined.append(name)
    return joined


def _runs_on(doc: Doc, before: Name, name: Name) -> bool:
    between = [t.lower_ for t in doc[before.end : name.start]]
    if between in (["&"], ["and"]) and (
        between == ["&"] or name.words[-1].lower().strip(".") in roles.CORPORATE_SUFFIXES
    ):
        return before.kind != "place" or between == ["&"]
    return (
        between in (["of"], ["of", "the"])
        and before.words[-1].lower() in _HEADS_OF_BODIES
        and before.kind != "person"
    )


def _parted(doc: Doc, names: list[Name], seams: Collection[int]) -> list[Name]:
    """The names that were run together, separated.

    Only persons' names are adjacent to a seam.
    """
    parted = list(names)
    for seam in sorted(seams):
        first, last = _around_seam(doc, seam, seams)
        for start, end, run_on in ((first, seam, first in seams), (seam, last, True)):
            if end > start:
                parted = [n for n in parted if n.end <= start or n.start >= end]
                parted.append(
                    Name(start, end, doc[start:end].text, "person", "PERSON", run_on=run_on)
                )
    return sorted(parted, key=lambda n: n.start)


def _around_seam(doc: Doc, seam: int, seams: Collection[int]) -> tuple[int, int]:
    """The capitalized tokens around a seam, up to the next seams (end exclusive)."""
    first, last = seam, seam
    while first > 0 and doc[first - 1].text[0].isupper() and (first == seam or first not in seams):
        first -= 1
    while last < len(doc) and doc[last].text[0].isupper() and (last == seam or last not in seams):
        last += 1
    return first, last


def seams(words: PassageText, doc: Doc) -> set[int]:
    """The tokens before which a missing space was restored."""
    found = set()
    for token in doc[1:]:
        before = doc[token.i - 1]
        if before.whitespace_ and before.text[-1].isalpha() and token.text[0].isupper():
            end = words.offsets[before.idx + len(before) - 1]
            if words.offsets[token.idx] == end + 1:
                found.add(token.i)
    return found


def run_together(names: Sequence[Name], name: Name) -> list[Name]:
    """The name, and those that were run together with it."""
    k = names.index(name)
    first = last = k
    while first > 0 and names[first].run_on:
        first -= 1
    while last + 1 < len(names) and names[last + 1].run_on:
        last += 1
    return list(names[first : last + 1])


def at(names: Sequence[Name], i: int) -> Name | None:
    """The name that covers a token, or ``None``."""
    return next((n for n in names if n.start <= i < n.end), None)
