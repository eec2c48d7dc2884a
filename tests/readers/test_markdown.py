"""Markdown: the file's own text, read without its markup."""

from tests.readers.listing import date_of, listing, taken

SOURCE = """\
---
title: "The lamp"
date: 1871-05-03
---
# The lamp at *Harrow*

The lamp [failed on **2 May**](https://example.org/x), said the _Board_[^1]. It
was old, `x`, a snake_case_word and <b>so</b> on:

- April 1871: A crack.
  - Seen by *Ben* Moor.

  More on it.
- May 1871: It failed.

> I saw it.
> All of it.

| Date | Event |
|------|-------|
| 3 May 1871 | A **br**ig \\| a boat |

```
3 May 1871: code
```

Afterwards
----------

See [the report][r], ![a picture](p.png) and <https://example.org/z>.

[r]: https://example.org/r
"""


def test_markup_is_left_out() -> None:
    assert listing(SOURCE, "a.md") == (
        "title: The lamp at Harrow\n"
        "paragraph: The lamp failed on 2 May, said the Board. It was old, x, a snake_case_word and so on:\n"
        "item:   April 1871: A crack.\n"
        "item:     Seen by Ben Moor.\n"
        "paragraph:     More on it.\n"
        "item:   May 1871: It failed.\n"
        "quote: I saw it. All of it.\n"
        "header: Date Event\n"
        "row:   3 May 1871 A brig | a boat\n"
        "heading: Afterwards\n"
        "paragraph: See the report, a picture and https://example.org/z."
    )


def test_links_are_citations() -> None:
    document, passages = taken(SOURCE, "a.md").documents[0]
    assert [(document.text[slice(*c.span)], c.url) for p in passages for c in p.citations] == [
        ("failed on **2 May**", "https://example.org/x"),
        ("the report", "https://example.org/r"),
        ("https://example.org/z", "https://example.org/z"),
    ]


def test_front_matter_gives_title_and_date() -> None:
    document, _ = taken(SOURCE, "a.md").documents[0]
    assert (document.title, date_of(SOURCE, "a.md"), document.text) == (
        "The lamp",
        "1871-05-03 metadata",
        SOURCE,
    )


def test_without_markup_it_reads_as_plain_text() -> None:
    source = "The lamp failed.\n\n1. Once.\n2. Twice.\n\nNobody knew why."
    assert listing(source, "a.md") == listing(source, "a.txt")
