"""HTML → blocks of the main text: headings, nested lists, rows, quotations, links, locations."""

from __future__ import annotations

import re

from seriatim.model import PublishedBasis
from seriatim.readers import html_page
from seriatim.readers.decode import decode
from seriatim.readers.draft import Block, Draft
from seriatim.readers.html_walk import Walk

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})",
    re.IGNORECASE,
)


def read(data: bytes, name: str) -> list[Draft]:  # noqa: ARG001 - every reader is called in the same way
    """One document: the main text of the page."""
    text, notices = decode(data, declared_charset(data))
    return [read_text(text, notices)]


def text_and_lists(source: str) -> tuple[str, list[Block]]:
    """The text and blocks of a whole page, without metadata and locations, for many pages."""
    from selectolax.lexbor import LexborHTMLParser

    walk = Walk(located=False)
    body = LexborHTMLParser(source).body
    if body is not None:
        walk.read(body)
    return walk.page.text, walk.page.blocks


def declared_charset(data: bytes) -> str | None:
    """The encoding that the start of a page declares."""
    match = _CHARSET.search(data[:4096])
    return (match[1] or match[2]).decode("ascii") if match else None


def read_text(source: str, notices: tuple[str, ...] = ()) -> Draft:
    """The document that a page's source holds."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(source)
    about = html_page.about(tree)
    root = html_page.main_content(tree)
    walk = Walk(
        about.base, html_page.entries(root) if root is not None else None, html_page.notes(tree)
    )
    if root is not None:
        heading = html_page.headline(tree, root)
        if heading is not None:
            walk.read(heading, title=True)
        walk.read(root)
    page = walk.page
    basis: PublishedBasis = "metadata" if about.published else "none"
    return Draft(
        page.text,
        tuple(page.blocks),
        about.title,
        "text/html",
        about.published,
        basis,
        tuple(page.locations),
        notices,
    )
