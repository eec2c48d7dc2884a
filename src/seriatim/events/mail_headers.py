"""The header of a mail as one claim: its sender wrote to its recipients at the time given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import getaddresses

from seriatim.model import Claim, Document, Mention, Participant, Passage, Role, Span, When
from seriatim.temporal import intervals

_FIELDS = ("From", "To", "Cc", "Date", "Subject")  # as the reader of mail writes them
_FIELD = re.compile(rf"^({'|'.join(_FIELDS)}): ([^\n]*)$", re.MULTILINE)
_ROLES: dict[str, Role] = {"From": "agent", "To": "recipient", "Cc": "recipient"}


@dataclass(frozen=True, slots=True)
class MailHeader:
    """The claim of a mail's header, and the header's passage, which is not read as prose."""

    passage: int | None = None
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()


def read(document: Document, passages: Sequence[Passage]) -> MailHeader:
    """The message that a mail is; empty for other documents."""
    header = next((p for p in passages if p.kind == "header" and p.index == 0), None)
    if document.media_type != "message/rfc822" or header is None:
        return MailHeader()
    start, end = header.span
    fields = {m[1]: (m[2], m.start(2)) for m in _FIELD.finditer(document.text, start, end)}
    if "From" not in fields:
        return MailHeader(header.index)
    mentions: list[Mention] = []
    participants: list[Participant] = []
    for role, span, name, is_name in _people(document, fields):
        mention = Mention(
            f"{document.id}-h{len(mentions) + 1}",
            document.id,
            header.index,
            span,
            document.text[slice(*span)],
            name,
            "person" if is_name else "alias",
        )
        mentions.append(mention)
        participants.append(Participant(mention.id, role))
    claim = Claim(
        f"{document.id}-c0",
        document.id,
        header.index,
        header.span,
        document.text[start:end],
        (fields["From"][1] - len("From: "), fields["From"][1] - len(": ")),
        "message",
        _summary(mentions, participants, fields.get("Subject", ("", 0))[0]),
        _when(header, fields),
        participants=tuple(participants),
    )
    return MailHeader(header.index, (claim,), tuple(mentions))


def _people(
    document: Document, fields: dict[str, tuple[str, int]]
) -> Iterator[tuple[Role, Span, str, bool]]:
    """Each person in the header: role, span, name, and whether it is more than a bare address."""
    seen: set[str] = set()
    for field, role in _ROLES.items():
        value, at = fields.get(field, ("", 0))
        for name, address in getaddresses([value]):
            words = name or address
            place = document.text.find(words, at, at + len(value)) if words else -1
            if place < 0 or words in seen:
                continue
            seen.add(words)
            last, comma, first = name.partition(", ")
            yield (
                role,
                (place, place + len(words)),
                f"{first} {last}" if comma else words,
                bool(name),
            )


def _summary(mentions: Sequence[Mention], participants: Sequence[Participant], subject: str) -> str:
    """The headline of a mail, such as "Ada Quill to Ben Moor: The lamp"."""
    by_role = {
        role: [m.name for m, p in zip(mentions, participants, strict=True) if p.role == role]
        for role in ("agent", "recipient")
    }
    sides = " to ".join(", ".join(names) for names in by_role.values() if names)
    return ": ".join(part for part in (sides, subject) if part)


def _when(header: Passage, fields: dict[str, tuple[str, int]]) -> When:
    if header.published is None or "Date" not in fields:
        return When()
    value, at = fields["Date"]
    return intervals.when(header.published, "stated", value, (at, at + len(value)))
