"""One text saved in each format gives the same passages and the same claims."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

from seriatim import pipeline
from seriatim.analysis import passage_text
from tests.readers.listing import taken
from tests.readers.pdfs import pdf

TITLE = "The lamp at Harrow Point"
HEADING = "What the Board Did About It"
STORY = (
    "The keeper of the light, Ada Quill, wrote to the Board on 3 May 1871 that the lamp had failed twice in one week. "
    "The Board's secretary, Benjamin Moor, denied having received the letter."
)
INTRO = "What is known of that summer:"
ITEMS = (
    (1, "4 June 1871: The brig Perseverance struck on the rocks below the light."),
    (2, "Two of her men were drowned, according to the harbour master."),
    (1, "9 June 1871: Quill told the inspector that no oil had come since April."),
)
AFTER = (
    "An inquiry opened five days later. Moor may have read the letter by then, the inspector said."
)
QUOTED = "“I wrote three times,” Quill told the court on 20 June 1871."


def as_text() -> bytes:
    items = "\n".join(f"{'  ' * level}• {text}" for level, text in ITEMS)
    return (
        f"{TITLE}\n\n{STORY}\n\n{INTRO}\n\n{items}\n\n{HEADING}\n\n{AFTER}\n\n{QUOTED}\n".encode()
    )


def as_wrapped_text() -> bytes:
    import textwrap

    wrapped = [
        textwrap.fill(part, 72, break_long_words=False, break_on_hyphens=False)
        for part in (STORY, INTRO)
    ]
    items = [
        textwrap.fill(
            text, 72, initial_indent="  " * level + "* ", subsequent_indent="  " * level + "  "
        )
        for level, text in ITEMS
    ]
    rest = [textwrap.fill(part, 72) for part in (AFTER, QUOTED)]
    return "\r\n\r\n".join(
        [TITLE, *wrapped, "\r\n".join("\r\n".join(i.split("\n")) for i in items), HEADING, *rest]
    ).encode("cp1252")


def as_markdown() -> bytes:
    items = "\n".join(
        f"{'  ' * (level - 1)}- {text.replace('Quill', '**Quill**')}" for level, text in ITEMS
    )
    return f"# {TITLE}\n\n{STORY}\n\n{INTRO}\n\n{items}\n\n## {HEADING}\n\n{AFTER}\n\n{QUOTED}\n".encode()


def as_html() -> bytes:
    first, nested, last = (text for _, text in ITEMS)
    items = f"<ul><li>{first}<ul><li>{nested}</li></ul></li><li>{last}</li></ul>"
    menu = "<nav><a href=/>Home</a> <a href=/n>News</a></nav>"
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{TITLE}</title></head><body>{menu}<article><h1>{TITLE}</h1><p>{STORY}</p><p>{INTRO}</p>"
        f"{items}<h2>{HEADING}</h2><p>{AFTER.replace('inquiry', '<a href=https://example.org/i>inquiry</a>')}</p><p>{QUOTED}</p></article></body></html>"
    ).encode()


def as_docx() -> bytes:
    word = docx.Document()
    word.add_heading(TITLE, 0)
    word.add_paragraph(STORY)
    word.add_paragraph(INTRO)
    for level, text in ITEMS:
        word.add_paragraph(text, style="List Bullet" if level == 1 else f"List Bullet {level}")
    word.add_heading(HEADING, 1)
    word.add_paragraph(AFTER)
    word.add_paragraph(QUOTED)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def as_pdf() -> bytes:
    """On two pages, with running heads, the story broken between them and a word of it at a hyphen."""
    import textwrap

    lines = textwrap.wrap(STORY.replace("secretary", "secre-\0tary"), 66)
    lines = [line.replace("secre-\0tary", "secretary") for line in lines]
    first, second = lines[:2], lines[2:]
    page_1 = [
        (200, 770, "HARROW REPORTS", 9),
        (72, 730, TITLE, 18, "F2"),
        *((72, 690 - 14 * i, line) for i, line in enumerate(first)),
        (300, 40, "1", 9),
    ]
    y = 730 - 14 * len(second)
    page_2 = [
        (200, 770, "HARROW REPORTS", 9),
        *((72, 730 - 14 * i, line) for i, line in enumerate(second)),
        (72, y - 14, INTRO),
    ]
    for i, (level, text) in enumerate(ITEMS):
        page_2.append((72 + 18 * level, y - 42 - 20 * i, f"• {text}"))
    y -= 120
    page_2 += [
        (72, y, HEADING, 13, "F2"),
        *((72, y - 28 - 14 * i, line) for i, line in enumerate(textwrap.wrap(AFTER, 66))),
    ]
    page_2 += [(72, y - 80, QUOTED), (300, 40, "2", 9)]
    return pdf([page_1, page_2])


def as_mail() -> bytes:
    head = f"From: Cy Fenn <fenn@example.org>\nTo: Harrow <board@example.org>\nSubject: {TITLE}\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
    return head.encode() + as_html()


FORMATS = {
    "a.txt": as_text,
    "wrapped.txt": as_wrapped_text,
    "a.md": as_markdown,
    "a.html": as_html,
    "a.docx": as_docx,
    "a.pdf": as_pdf,
    "a.eml": as_mail,
}


def passages_of(name: Any) -> Any:
    document, passages = taken(FORMATS[name](), name).documents[0]
    kept = [p for p in passages if p.kind not in ("header", "furniture")]
    told = {p.index: passage_text(document, p).text for p in kept}
    return [
        (
            p.kind,
            told[p.index],
            [told[q] for q in p.parents],
            told.get(p.heading) if p.heading is not None else None,
        )
        for p in kept
    ]


def claims_of(name: Any) -> Any:
    document, passages = taken(FORMATS[name](), name).documents[0]
    headers = {p.index for p in passages if p.kind in ("header", "furniture")}
    reading = pipeline.read(document, passages, model=False)
    assert all(document.text[slice(*c.span)] == c.quote for c in reading.claims)
    return [
        (
            " ".join(c.quote.replace("*", "").split()),
            c.kind,
            c.when.edtf,
            c.when.text,
            c.polarity,
            c.certainty,
            [s.name for s in c.sources],
        )
        for c in reading.claims
        if c.passage not in headers
    ]


@pytest.mark.parametrize("name", [n for n in FORMATS if n != "a.txt"])
def test_the_same_passages(name: Any) -> None:
    assert passages_of(name) == passages_of("a.txt")


@pytest.mark.parametrize("name", [n for n in FORMATS if n not in ("a.txt", "a.pdf")])
def test_the_same_claims(name: Any) -> None:
    assert claims_of(name) == claims_of("a.txt") != []


def test_the_same_claims_over_a_page_break() -> None:
    """The quote of a sentence that a running head interrupts holds the running head: it is the document's own text."""
    without_head = [
        (claim[0].replace("1 HARROW REPORTS ", ""), *claim[1:]) for claim in claims_of("a.pdf")
    ]
    assert without_head == claims_of("a.txt")
