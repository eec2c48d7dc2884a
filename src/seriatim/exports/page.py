"""The published page: one self-contained HTML file.

It requests nothing from the network, and nothing that a document contains can run in it.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib import resources

from seriatim.exports import File, interchange, page_data, page_list, wire
from seriatim.exports.markup import Html, join, tag
from seriatim.messages import exports as messages
from seriatim.model import Answer, Chronology
from seriatim.query import key_events

# The one script and the one style are allowed by their hashes; ``data:`` is for the empty icon.
_POLICY = (
    "default-src 'none'; script-src {script}; style-src {style}; img-src data:; "
    "base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


def export(chronology: Chronology) -> bytes:
    """The page as bytes, the same for the same chronology."""
    return render(chronology).encode("utf-8", "backslashreplace")


def to_file(chronology: Chronology) -> File:
    """The page as an export, which loses nothing."""
    return File(export(chronology))


def render(chronology: Chronology) -> str:
    """The page as HTML."""
    return _render(book_of(chronology))


def render_wire(chronology: wire.Chronology, answers: tuple[Answer, ...] = ()) -> str:
    """The page of a chronology in interchange form, as HTML."""
    entries = _entries(interchange.from_wire(chronology))
    return _render(page_list.Book(chronology, answers, entries=entries))


def book_of(chronology: Chronology) -> page_list.Book:
    """The chronology as page and workbench show it.

    It adds what the interchange form lacks: the spans of the documents' headings.
    """
    headings = {
        r.document.id: [
            piece for p in r.passages if p.kind in ("title", "heading") for piece in p.pieces
        ]
        for r in chronology.readings
    }
    return page_list.Book(
        interchange.to_wire(chronology), chronology.answers, headings, _entries(chronology)
    )


def _entries(chronology: Chronology) -> dict[str, page_list.Place]:
    """The place of each event among the entries; rejected events have none."""
    return {
        event.id: page_list.Place(key.entry.id, key.rank)
        for key in key_events.ranked(chronology, chronology.events)
        for event in key.entry.events
    }


def _render(book: page_list.Book) -> str:
    chronology = book.chronology
    script, style = static("page.js"), static("page.css")
    head = join(
        tag("meta", charset="utf-8"),
        tag(
            "meta",
            http_equiv="Content-Security-Policy",
            content=_POLICY.format(script=_hash(script), style=_hash(style)),
        ),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content="Seriatim"),
        tag("title", chronology.case.title),
        tag("link", rel="icon", href="data:,"),
        tag("style", Html(style)),
    )
    index, *blocks = page_data.blocks(book)
    # The script precedes the long parts: it draws from the index while the browser is still
    # parsing the rest.
    body = join(
        tag("div", id="app"),
        index,
        tag("script", Html(script)),
        tag("main", page_list.render(book), id="reading"),
        *blocks,
    )
    return f"<!doctype html>\n{tag('html', tag('head', head), tag('body', body), lang='en')}\n"


@cache
def static(name: str) -> str:
    """A file of the built front end.

    Raises ValueError if its text would close the element that embeds it.
    """
    text = resources.files("seriatim").joinpath("web", "static", name).read_text("utf-8").strip()
    if "</script" in text.lower() or "</style" in text.lower() or "<!--" in text:
        raise ValueError(messages.closes_its_element(name))
    return text


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
