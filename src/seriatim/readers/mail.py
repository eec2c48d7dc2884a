"""Mails and mailboxes → documents: header, body and quotations; attachments are documents too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from itertools import islice

from seriatim.lang import layout
from seriatim.messages import readers as messages
from seriatim.model import Location
from seriatim.readers import html, plain
from seriatim.readers.decode import decode
from seriatim.readers.draft import Block, Draft, Page, Unreadable, shifted
from seriatim.readers.formats import inner, why
from seriatim.readers.forwarded import with_forwarded
from seriatim.readers.publication_date import find_date

_FIELDS = ("From", "To", "Cc", "Date", "Subject")
_FROM_LINE = re.compile(
    rb"(?:\A|(?<=\n)\r?\n)From \S+[^\r\n]*\b\d\d:\d\d\b[^\r\n]*\r?\n(?=[A-Za-z-]+:)"
)
_MAX_MAILS = 50_000
_MAX_PARTS = 500
_ORNAMENTS = (
    "application/pgp-signature",
    "application/pkcs7-signature",
    "text/calendar",
    "application/ms-tnef",
)
_CLOSING = re.compile(layout.CLOSING, re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)


def read(data: bytes, name: str, depth: int = 0) -> list[Draft]:  # noqa: ARG001 - every reader is called in the same way
    """The mail, and each attachment as a document of its own."""
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - the default policy makes no other
    attachments = list(_attachments(message, depth))
    return [_mail(message), *attachments]


def read_box(data: bytes, name: str, depth: int = 0) -> list[Draft]:
    """Every mail of a box by thread, with its attachments.  Raises Unreadable if there is none."""
    found: list[Draft] = []
    starts = [m.span() for m in _FROM_LINE.finditer(data)][:_MAX_MAILS]
    ends = [*(start for start, _ in starts[1:]), len(data)]
    mails = [
        re.sub(rb"(?m)^>(>*From )", rb"\1", data[start:end])
        for (_, start), end in zip(starts, ends, strict=False)
    ]
    for place in in_threads(mails):
        try:
            drafts = read(mails[place], name, depth)
        except Exception as error:  # noqa: BLE001 - one mail must not take the box with it
            drafts = [Draft("", (), unreadable=why(error))]
        found.extend(_numbered(draft, place + 1, mails[place]) for draft in drafts)
    if not found:
        raise Unreadable(messages.NO_MAIL)
    return found


def _numbered(draft: Draft, number: int, mail: bytes) -> Draft:
    within = f"mail {number}/{draft.within}" if draft.within else f"mail {number}"
    return replace(draft, within=within, data=draft.data or mail)


def _mail(message: EmailMessage) -> Draft:
    page = Page()
    moment = _moment(message)
    published = moment[:10] if moment else None
    fields = [(name, value) for name in _FIELDS if (value := _field(message, name))]
    for i, (name, value) in enumerate(fields):
        page.gap(tight=i > 0)
        span = page.write(f"{name}: {value}")
        page.locations.append(Location(span, element=name.lower()))
    if fields:
        page.blocks.append(Block("header", ((0, page.length),), published=moment))
    notices = _body(page, message)
    subject = _field(message, "Subject")
    blocks = with_forwarded(page.text, page.blocks)
    return Draft(
        page.text,
        blocks,
        subject,
        "message/rfc822",
        published,
        "metadata" if published else "none",
        tuple(page.locations),
        notices,
    )


def _field(message: EmailMessage, name: str) -> str:
    """The decoded value of a header field, or its raw value if it is malformed."""
    try:
        values = message.get_all(name) or []
        return (
            ", ".join(" ".join(str(v).split()) for v in values).encode("utf-8", "replace").decode()
        )
    except Exception:  # noqa: BLE001 - the header parser of the standard library raises IndexError and others on broken fields
        raw = next((v for k, v in message.raw_items() if k.lower() == name.lower()), "")
        return " ".join(str(raw).split()).encode("utf-8", "replace").decode()


def _moment(message: EmailMessage) -> str | None:
    """The minute at which the mail was sent, in the sender's time zone, or else the day."""
    value = _field(message, "Date")
    try:
        sent = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return find_date(value)
    return f"{sent:%Y-%m-%dT%H:%M}".rjust(16, "0")


def _body(page: Page, message: EmailMessage) -> tuple[str, ...]:
    """Write the body and return notices about its encoding.

    The plain text is preferred, unless it is missing or a stub of the HTML.
    """
    parts = {kind: part for kind in ("plain", "html") if (part := _part(message, kind)) is not None}
    texts = {kind: _text(part) for kind, part in parts.items()} or {"plain": _text(message)}
    words, notices = texts.get("plain", ("", ()))
    made = html.read_text(texts["html"][0]) if "html" in texts else None
    if made and len(words.strip()) < len(made.text) / 2:
        page.gap(tight=False)
        start, _ = page.write(made.text)
        page.blocks.extend(shifted(b, start) for b in made.blocks)
        return texts["html"][1]
    if words.strip():
        _write_plain(page, words, _field(message, "From"))
    return notices


def _write_plain(page: Page, words: str, sender: str) -> None:
    """Write a plain text; the signature is set apart."""
    page.gap(tight=False)
    start, _ = page.write(words)
    signed = next((m.start() for m in _SIGNATURE.finditer(words)), len(words))
    found = [_untitled(shifted(b, start)) for b in plain.blocks(words)]
    below = {i for i, b in enumerate(found) if b.pieces[0][0] > start + signed}
    below.update(_closing(page.text, found, sender))
    page.blocks.extend(
        replace(b, kind="furniture", level=0, apart=True) if i in below else b
        for i, b in enumerate(found)
    )


def _closing(text: str, blocks: Sequence[Block], sender: str) -> Iterator[int]:
    """The places of the blocks that close a mail: a greeting, and the sender's name under it."""
    names = _letters(sender)
    for i, block in enumerate(blocks):
        lines = text[block.pieces[0][0] : block.pieces[-1][1]].strip().splitlines()
        greets = bool(lines) and _CLOSING.fullmatch(lines[0].strip()) is not None
        under = _letters(" ".join(lines[greets:]))
        signs = i > 0 and bool(under)
        if block.kind != "quote" and under <= names and (greets or signs):
            yield i


def _letters(text: str) -> set[str]:
    """The words of a text, in lower case."""
    return {w.lower() for w in re.findall(r"[^\W\d_]+", text)}


def _untitled(block: Block) -> Block:
    """The block, which is no title: the title of a mail is its subject."""
    return replace(block, kind="paragraph") if block.kind == "title" else block


def in_threads(mails: Sequence[bytes]) -> list[int]:
    """The places of mails by thread: a reply follows what it answers, threads as they begin."""
    heads = [BytesHeaderParser(policy=policy.compat32).parsebytes(mail) for mail in mails]
    place = {_identity(head): i for i, head in enumerate(heads)}
    parents = [next((place[a] for a in _answered(head) if a in place), None) for head in heads]
    roots = [_root(i, parents) for i in range(len(mails))]
    return sorted(range(len(mails)), key=lambda i: (roots[i], _sent(heads[i]), i))


def _identity(head: Message) -> str:
    return str(head.get("Message-ID", "")).strip()


def _answered(head: Message) -> list[str]:
    """The mails that a mail answers, the nearest first."""
    named = f"{head.get('References', '')} {head.get('In-Reply-To', '')}"
    own = _identity(head)
    return [one for one in reversed(re.findall(r"<[^<>\s]+>", named)) if one != own]


def _root(place: int, parents: Sequence[int | None]) -> int:
    """The first mail of a thread; a circle of answers ends at its lowest place."""
    seen = {place}
    while (above := parents[place]) is not None:
        if above in seen:
            return min(seen)
        seen.add(above)
        place = above
    return place


def _sent(head: Message) -> float:
    """The seconds at which a mail was sent; 0 where its header does not say."""
    try:
        return parsedate_to_datetime(str(head.get("Date", ""))).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0


def _part(message: EmailMessage, kind: str) -> EmailMessage | None:
    try:
        part = message.get_body((kind,))
    except Exception:  # noqa: BLE001 - as above
        return None
    return part if isinstance(part, EmailMessage) else None


def _text(part: EmailMessage) -> tuple[str, tuple[str, ...]]:
    """The text of a part, and notices about its encoding."""
    payload = part.get_payload(decode=True)
    packed = (
        part.get_content_maintype() != "text"
        and str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64"
    )
    if not isinstance(payload, bytes) or not payload or packed:
        return "", ()
    text, notices = decode(payload, str(part.get_content_charset() or "") or None)
    text = text.replace("\r\n", "\n")
    if part.get_param("format") == "flowed":
        text = re.sub(r"(?<=[^\n]) \n(?!>|-- $|\n)", " ", text)
    return text, notices


def _attachments(message: EmailMessage, depth: int) -> Iterator[Draft]:
    """The drafts of the attachments, among the first parts of the mail."""
    body = [part for kind in ("plain", "html") if (part := _part(message, kind)) is not None]
    for number, part in enumerate(islice(_leaves(message), _MAX_PARTS)):
        if any(part is b for b in body) or part.get_content_maintype() == "multipart":
            continue
        name = _name(part, number)
        if part.get_content_type() == "message/rfc822":
            yield from inner(
                _attached_mail(part), f"{name}.eml" if "." not in name else name, depth
            )
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip() and not _is_ornament(part):
            yield from inner(payload, name, depth)


def _attached_mail(part: EmailMessage) -> bytes:
    """The mail in a part, as a file."""
    inside = part.get_payload()
    attached = inside[0] if isinstance(inside, list) and inside else None
    return _as_bytes(attached) if isinstance(attached, EmailMessage) else b""


def _as_bytes(message: EmailMessage) -> bytes:
    """An attached mail as a file, its header normalised if it follows the rules."""
    for rules in (policy.default, policy.compat32):
        try:
            return message.as_bytes(policy=rules)
        except Exception:  # noqa: BLE001, S112 - as above: UnicodeEncodeError, AttributeError and others
            continue
    return b""


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a mail, without those of attached mails."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inside = part.get_payload() if part.is_multipart() else None
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            waiting.extend(p for p in reversed(inside) if isinstance(p, EmailMessage))
        else:
            yield part


def _is_ornament(part: EmailMessage) -> bool:
    """Whether a part is a picture, a signature or another rendering of the body."""
    return (
        part.get_content_maintype() in ("image", "audio", "video")
        or part.get_content_type() in _ORNAMENTS
        or (part.get_content_disposition() is None and part.get_content_maintype() == "text")
    )


def _name(part: EmailMessage, number: int) -> str:
    try:
        name = part.get_filename() or ""
    except Exception:  # noqa: BLE001 - as above
        name = ""
    name = re.sub(r"[\x00-\x1f/\\:]+", "_", name.encode("utf-8", "replace").decode()).strip("._ ")
    return name[:120] or f"attachment {number}"
