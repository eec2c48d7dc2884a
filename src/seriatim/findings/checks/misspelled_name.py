"""A possible misspelling of a name.

What it finds
A name that differs by a letter or two from one that the document uses more often or gives in full.
The other spelling is proposed.

Why it matters
Two spellings turn one person into two, each of whom seems to have done half.

Example
| Magnus Thoresby leased the quarry. Magnus Thoresby hired forty men. The bank warned Magnus
| Thoresbey in March. Magnus Thoresby sold the quarry.

Near miss
| Magnus Thoresby leased the quarry. Ingrid Thoresby hired forty men. The bank warned Magnus
| Thoresby in March.

Limits
Does not find a name that is always misspelled in the same way, nor one whose misspelling is a
common word, a plural, or the name without its accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from seriatim.findings.context import CheckContext
from seriatim.messages import findings as messages
from seriatim.model import Finding, Mention, Proposal, Reading, Severity

SEVERITY: Severity = "warning"
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "ß": "ss"})
_LETTERS = re.compile(r"[^\W\d_]+")
_MARKS = "|/\\<>="  # of tables and paths


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each spelling, at its first mention."""
    for reading in context.chronology.readings:
        spellings: dict[tuple[str, str], list[Mention]] = {}
        for mention in reading.mentions:
            if mention.repaired == "misspelled":
                spellings.setdefault((mention.text, mention.name), []).append(mention)
        for (text, name), mentions in spellings.items():
            if not (
                _is_regular_form(text, name)
                or _is_word(context, text, name)
                or _is_somebody_else(context, text, mentions)
            ):
                yield _finding(context, reading, name, mentions)


def _is_regular_form(text: str, name: str) -> bool:
    """Whether the two differ only in a plural or possessive ending, in accents or in a ligature."""
    return _base(text) == _base(name)


def _base(form: str) -> str:
    plain = form.translate(_LIGATURES).lower()
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", plain) if c.isascii() and c.isalpha()
    )
    return letters.removesuffix("es").rstrip("s")


def _is_word(context: CheckContext, text: str, name: str) -> bool:
    """Whether what differs from the name are words that some document writes as common words."""
    known = {word.lower() for word in _LETTERS.findall(name)}
    differing = [word.lower() for word in _LETTERS.findall(text) if word.lower() not in known]
    return any(mark in text for mark in _MARKS) or (
        bool(differing) and all(word in context.common_words for word in differing)
    )


def _is_somebody_else(context: CheckContext, text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a person decided that the spelling is an actor of its own."""
    ids = {m.id for m in mentions}
    return any(
        actor.mentions
        and actor.mentions[0].id in ids
        and all(mention.text == text for mention in actor.mentions)
        for actor in context.chronology.actors
    )


def _finding(
    context: CheckContext, reading: Reading, name: str, mentions: Sequence[Mention]
) -> Finding:
    ids = {m.id for m in mentions}
    claims = [
        c
        for c in reading.claims
        if c.id in context.claims and ids & {p.mention for p in c.participants}
    ]
    return Finding(
        code="misspelled-name",
        severity=SEVERITY,
        message=messages.misspelling(mentions[0].text, name, len(mentions)),
        events=context.events_of(claims),
        claims=tuple(c.id for c in claims),
        document=reading.document.id,
        span=mentions[0].span,
        because=(messages.spelled_elsewhere(name),),
        proposal=Proposal(name=name),
    )
