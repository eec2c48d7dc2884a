"""What a text says about when, as lines that read: words, TIMEX3 and EDTF."""

from __future__ import annotations

from seriatim.model import Document, Passage, TimeExpression
from seriatim.temporal import timexes


def line(found: TimeExpression) -> str:
    """``two days later | DATE 1911-03-17 | 1911-03-17``, with what else the words say behind it."""
    says = f"{found.text} | {found.type} {found.value}{f' {found.mod}' if found.mod else ''} | {found.edtf}"
    if found.anchor == "event" and found.offset:
        least, most = ("" if n is None else f"{n:g}" for n in (found.offset.min, found.offset.max))
        says += f" | {least}-{most} {found.offset.unit} {found.direction} an event"
    return says + (" | governs" if found.governs else "")


def listing(text: str, written: str | None = "1911-03-15") -> list[str]:
    """The lines of a plain text, written on Wednesday, 15 March 1911 unless told otherwise."""
    return [line(found) for found in timexes.find(text, written)]


def edtf(text: str, written: str | None = "1911-03-15") -> list[str | None]:
    """The EDTF values alone."""
    return [found.edtf for found in timexes.find(text, written)]


def read(
    *passages: tuple[str, str],
    published: str | None = "1911-03-15",
    parents: dict[int, tuple[int, ...]] | None = None,
    headings: dict[int, int] | None = None,
) -> list[str]:
    """The lines of a document made of (kind, text) passages."""
    text, pieces = "", []
    for _, words in passages:
        pieces.append((len(text), len(text) + len(words)))
        text += words + "\n"
    document = Document("d1", "d1.txt", "", text, "", published=published)
    made = [
        Passage(
            "d1", index, kind, (piece,), (parents or {}).get(index, ()), (headings or {}).get(index)
        )  # type: ignore[arg-type]
        for index, ((kind, _), piece) in enumerate(zip(passages, pieces, strict=True))
    ]
    found = timexes.read(document, made)
    assert all(document.text[slice(*f.span)].split() == f.text.split() for f in found)
    return [line(f) for f in found]
