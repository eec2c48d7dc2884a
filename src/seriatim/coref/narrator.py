"""The narrator of each passage: the referent of "I", and of "you" in an examination."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from seriatim.lang import given_names, layout, roles

if TYPE_CHECKING:
    from spacy.tokens import Token

    from seriatim.analysis import Analysis

_LABEL = re.compile(layout.TITLED_SPEAKER)
_STATEMENT = re.compile(layout.STATEMENT_OF)
_SIGNED = re.compile(layout.SIGNATURE)
_SENT = re.compile(layout.NAME_AND_DATE)
_PRESENTED = re.compile(layout.SELF_PRESENTATION)
_LONGEST_HEAD = 60  # characters of a line with a sender and a day
_TOLD_BY_SOMEBODY = 2  # sentences with "I": one alone may be a quotation without its marks


class Narration:
    """The narrators of one document by the index of the analysis.

    They are known by a transcript's labels, the heading of a testimony, a mail's head, a
    signature, or the narrator's own words.
    """

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        """Find the narrators of the passages."""
        self._texts = [a.words.text.strip() for a in analyses]
        self._witnesses = _until_next([_witness(t) for t in self._texts])
        pairs = zip(_until_next(list(map(_label, self._texts))), self._witnesses, strict=True)
        labels = [self._full(*pair) for pair in pairs]
        senders = _until_next([_sender(a) for a in analyses])
        signers = _before([_signer(a, last=a is analyses[-1]) for a in analyses])
        presented = next(filter(None, (_presented(t) for t in self._texts)), None)
        if sum(map(_is_first_person, (t for a in analyses for t in a.doc))) < _TOLD_BY_SOMEBODY:
            anonymous = None
        else:
            anonymous = roles.NARRATOR
        self._names = [
            label
            or (presented if presented and witness and witness in presented else witness)
            or sender
            or signer
            or presented
            or anonymous
            for label, witness, sender, signer in zip(
                labels, self._witnesses, senders, signers, strict=True
            )
        ]

    def first(self, index: int) -> str | None:
        """The name of the narrator, the common noun if it is unknown, or ``None``."""
        return self._names[index]

    def second(self, index: int) -> str | None:
        """The witness that somebody else questions, or ``None``."""
        witness = self._witnesses[index]
        return witness if witness != self._names[index] else None

    @staticmethod
    def _full(label: str | None, witness: str | None) -> str | None:
        """The witness's name for the label of the same surname, else the label."""
        if label and witness and witness.casefold().split()[-1] == label.casefold().split()[-1]:
            return witness
        return label


def _until_next(found: Sequence[str | None]) -> list[str | None]:
    """The last name up to each passage."""
    current, filled = None, []
    for name in found:
        current = name or current
        filled.append(current)
    return filled


def _before(found: Sequence[str | None]) -> list[str | None]:
    """The next name after each passage."""
    return _until_next(list(reversed(found)))[::-1]


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.match(text)
    return match["name"].strip() if match else None


def _label(text: str) -> str | None:
    """The speaker of a paragraph: "Mr. MOOR. I left." is told by Mr. Moor."""
    name = _first(_LABEL, text)
    return _capitalized(name) if name else None


def _witness(text: str) -> str | None:
    """The person whose testimony, deposition or diary a heading announces."""
    match = _STATEMENT.fullmatch(text)
    return _capitalized(match["name"]) if match else None


def _sender(analysis: Analysis) -> str | None:
    """The person in a line of a name and a day, as above a mail or a journal's entry."""
    text = analysis.words.text.strip()
    name = _first(_SENT, text)
    if name is None or len(text) > _LONGEST_HEAD or not _may_be_person(analysis, name):
        return None
    return name if " " in name or text.startswith("[") else None


def _signer(analysis: Analysis, *, last: bool) -> str | None:
    """The person who signs in a paragraph of nothing else; a surname alone only at the end."""
    match = _SIGNED.fullmatch(analysis.words.text.strip())
    if match is None or analysis.passage.kind not in ("paragraph", "quote"):
        return None
    name = match["name"]
    first = name.split()[0].lower()
    is_person = first in given_names.GIVEN_NAMES or re.fullmatch(r"[a-z]\.", first)
    fits = (is_person and " " in name) or last
    return _capitalized(name) if fits and _may_be_person(analysis, name) else None


def _may_be_person(analysis: Analysis, name: str) -> bool:
    """Whether the parse takes the words for a name that is neither a place's nor a day's."""
    words = {w.strip(".,") for w in name.split()}
    own = [t for t in analysis.doc if t.text.strip(".,") in words and t.is_alpha]
    places = ("GPE", "LOC", "DATE", "TIME")
    return bool(own) and all(t.pos_ == "PROPN" and t.ent_type_ not in places for t in own)


def _presented(text: str) -> str | None:
    match = _PRESENTED.search(text)
    if match is None:
        return None
    name: str = match["name"] or match["other"]
    # A last word of one letter is an initial, whose full stop belongs to the name.
    return name.rstrip(".") if len(name.rsplit(maxsplit=1)[-1]) > 2 else name


def _capitalized(name: str) -> str:
    """The name with only its initials in capitals, where it is in capitals throughout."""
    return " ".join(
        w.capitalize() if w.isupper() and len(w.strip(".")) > 2 else w for w in name.split()
    ).strip(" ,")


def _is_first_person(token: Token) -> bool:
    return token.lower_ == "i" and token.dep_ in ("nsubj", "nsubjpass")
