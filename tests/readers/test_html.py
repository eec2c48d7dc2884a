"""HTML: saved pages, with all that stands around their text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.analysis import passage_text
from seriatim.readers.html import read_text, text_and_lists
from tests.readers.listing import date_of, listing, taken

PAGE = """<!DOCTYPE html><html><head><meta charset=utf-8><title>The lamp - The Harrow Mail</title>
<link rel=canonical href="https://example.org/1871/lamp.html"><script>var x = "no text";</script></head><body>
<nav><ul><li><a href="/">Home</a></ul></nav><div id=wrap><div class="cookie-banner">We use cookies. Do you agree that we use them?</div>
<article><h1>The lamp at Harrow</h1><p class=byline>By Ada Quill, May 3, 1871</p>
<p>The lamp <a href="/x">failed on <b>2 May</b></a>.<sup class=reference><a href="#note-1">[1]</a></sup> It was&nbsp;old:</p>
<ul><li><p>April 1871: A crack.</p><ul><li>Seen by <i>Ben</i> Moor.</li><li></li></ul><p>More on it.</p></li><li>May 1871<br>It failed.</ul>
<blockquote><p>I saw no light.</p></blockquote>
<table><tr><th>Date<th>Event<tr><td>3 May 1871<td>A <b>br</b>ig<tr><td>4 May<td>A boat</table>
<p style="display:none">hidden words</p><p>Paid<br><br>by the Board.</p><h2>After</h2><p>See https://example.org/z.</p>
<dl><dt>1872<dd>It failed again.</dl><div class="related-stories"><p>Five more lamps that failed this year in the north.</p></div></article>
<ol class=references><li id=note-1>Report of <a href="https://example.net/r">the Board</a></ol></div><footer>Harrow Mail, all rights</footer></body></html>"""


def test_the_main_text_with_its_structure() -> None:
    assert listing(PAGE, "a.html") == (
        "title: The lamp at Harrow\n"
        "header: By Ada Quill, May 3, 1871\n"
        "paragraph: The lamp failed on 2 May. It was old:\n"
        "item:   April 1871: A crack.\n"
        "item:     Seen by Ben Moor.\n"
        "paragraph:     More on it.\n"
        "item:   May 1871 It failed.\n"
        "quote: I saw no light.\n"
        "header: Date Event\n"
        "row:   3 May 1871 A brig\n"
        "row:   4 May A boat\n"
        "paragraph: Paid\n"
        "paragraph: by the Board.\n"
        "heading: After\n"
        "paragraph: See https://example.org/z.\n"
        "item: 1872\n"
        "item:   It failed again."
    )


def test_links_and_notes_are_citations_of_their_passage() -> None:
    document, passages = taken(PAGE, "a.html").documents[0]
    cited = [(p.index, document.text[slice(*c.span)], c.url) for p in passages for c in p.citations]
    assert cited == [
        (2, "failed on 2 May", "https://example.org/x"),
        (2, "The lamp failed on 2 May.", "https://example.net/r"),
        (14, "https://example.org/z", "https://example.org/z"),
    ]


def test_every_block_leads_back_to_its_element() -> None:
    document, _ = taken(
        "<h1>A lamp</h1><ul><li>One<ul><li>Two</ul><li>Three</ul>", "a.html"
    ).documents[0]
    assert [(document.text[slice(*where.span)], where.element) for where in document.locations] == [
        ("A lamp", "body[1]/h1[1]"),
        ("One", "body[1]/ul[1]/li[1]"),
        ("Two", "body[1]/ul[1]/li[1]/ul[1]/li[1]"),
        ("Three", "body[1]/ul[1]/li[2]"),
    ]


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        (
            '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"datePublished":"1912-05-03T23:30:00-05:00"}]}</script>',
            "",
            "1912-05-03 metadata",
        ),
        (
            '<meta property="article:published_time" content="1912-05-03T01:00Z">',
            "",
            "1912-05-03 metadata",
        ),
        ('<meta name="DC.date.issued" content="1912-05">', "", "1912-05 metadata"),
        ("", '<time class="published" datetime="1912-05-03">today</time>', "1912-05-03 metadata"),
        ("", "<p>Published 3 May 1912</p>", "1912-05-03 dateline"),
        (
            '<script type="application/ld+json">{"datePublished": nonsense</script><meta name=date content=soon>',
            "",
            "None none",
        ),
    ],
)
def test_the_day_of_publication(head: Any, body: Any, found: Any) -> None:
    page = f"<html><head>{head}</head><body><h1>A lamp</h1>{body}<p>The lamp failed on 9 June 1911, and again.</p></body></html>"
    assert date_of(page, "a.html") == found


ENCYCLOPEDIA = """<html><head><title>Harrow Point Light - Harrowpedia</title></head><body><div id=mw-page-base></div><div id=content class=mw-body role=main>
<h1 id=firstHeading>Harrow Point Light</h1><div id=mw-content-text><div class=mw-parser-output><div role=note class=hatnote>For the inn, see Harrow Inn.</div>
<table class="infobox vcard"><tr><th colspan=2>Harrow Point Light</th></tr><tr><th>Built</th><td>1811</td></tr><tr><th>Lost</th><td>1871</td></tr></table>
<p>The <b>Harrow Point Light</b> was a <a href="/wiki/Lighthouse">lighthouse</a>.<sup id=cite_ref-1 class=reference><a href="#cite_note-1">[1]</a></sup></p>
<div id=toc class=toc><ul><li><a href="#H"><span>1</span> <span>History</span></a></li></ul></div>
<h2><span class=mw-headline id=H>History</span><span class=mw-editsection>[<a href="/e">edit</a>]</span></h2>
<p>It was built in 1811 by Ada Quill's father, and its lamp failed twice in May 1871.</p><figure><img src=a.png><figcaption>The light in 1870</figcaption></figure>
<h2>References</h2><div class=reflist><ol class=references><li id=cite_note-1><a href="#cite_ref-1">^</a> <a class=external href="https://example.org/lights">Lights</a>, 1901.</li></ol></div>
<div role=navigation class=navbox>Lighthouses of the north</div></div></div></div><div id=mw-navigation><h2>Navigation menu</h2></div></body></html>"""


def test_a_page_of_an_encyclopedia() -> None:
    assert listing(ENCYCLOPEDIA, "a.html") == (
        "title: Harrow Point Light\n"
        "paragraph: The Harrow Point Light was a lighthouse.\n"
        "heading: History\n"
        "paragraph: It was built in 1811 by Ada Quill's father, and its lamp failed twice in May 1871.\n"
        "paragraph: The light in 1870\n"
        "heading: References"
    ).replace(
        "paragraph: The Harrow",
        "header: Harrow Point Light\nrow:   Built 1811\nrow:   Lost 1871\nparagraph: The Harrow",
    )
    _, passages = taken(ENCYCLOPEDIA, "a.html").documents[0]
    assert [c.url for p in passages for c in p.citations] == [
        "/wiki/Lighthouse",
        "https://example.org/lights",
    ]


def test_a_front_page_of_many_articles_is_read_as_a_whole() -> None:
    page = (
        "<body><main>"
        + "".join(
            f"<article><h2>Lamp {i}</h2><p>The lamp failed at Harrow Point for the {i}. time.</p></article>"
            for i in range(5)
        )
        + "</main></body>"
    )
    assert listing(page, "a.html").count("paragraph:") == 5


def test_a_page_without_any_marks_of_its_parts() -> None:
    menu = "".join(f'<div class="x{i}"><a href=/{i}>Section {i}</a></div>' for i in range(12))
    page = f"<body><div>{menu}</div><div><div><div>The lamp failed at Harrow Point.<br><br>It was old, and nobody had trimmed it for a month.</div></div></div></body>"
    assert (
        listing(page, "a.html")
        == "paragraph: The lamp failed at Harrow Point.\nparagraph: It was old, and nobody had trimmed it for a month."
    )


def test_entries_of_a_live_page_have_their_own_time() -> None:
    entry = '<article><time datetime="1912-05-03T{0}:00Z">{0}</time><p>At that hour the lamp was seen to burn, said the keeper.</p></article>'
    page = (
        "<main><h1>The lamp, live</h1><div>"
        + "".join(entry.format(t) for t in ("14:05", "13:10", "12:00"))
        + "</div></main>"
    )
    _, passages = taken(page, "a.html").documents[0]
    assert [p.published for p in passages if p.kind == "paragraph"] == ["1912-05-03T14:05"] * 2 + [
        "1912-05-03T13:10"
    ] * 2 + ["1912-05-03T12:00"] * 2


def test_text_and_lists_alone_are_the_same_text_and_lists() -> None:
    page = "<body><h1>The lamp</h1><p>It <b>failed</b>:</p><ul><li>once<li>twice <a href=https://example.org/r>so they say</a></ul></body>"
    draft = read_text(page)
    assert text_and_lists(page) == (draft.text, list(draft.blocks))


def test_preformatted_text_is_read_as_plain_text() -> None:
    page = "<html><body><pre>The keeper wrote:\n\n  - It failed\n    twice.\n</pre></body></html>"
    assert listing(page, "a.html") == "paragraph: The keeper wrote:\nitem:   It failed twice."


def test_a_menu_that_is_not_marked_as_one_is_left_out() -> None:
    page = "<body><ul><li><a href=/a>Home</a><li><a href=/b>The north</a><li><a href=/c>Sport</a></ul><p>The lamp failed.</p></body>"
    assert listing(page, "a.html") == "paragraph: The lamp failed."


def test_the_declared_encoding_and_the_real_one() -> None:
    page = '<html><head><meta charset="{}"></head><body><p>Café, naïve — “so”</p></body></html>'
    assert (
        listing(page.format("windows-1252").encode("cp1252"), "a.html")
        == "paragraph: Café, naïve — “so”"
    )
    assert listing(page.format("iso-8859-1").encode(), "a.html") == "paragraph: Café, naïve — “so”"
    assert (
        listing(
            page.format("shift_jis").replace("Café, naïve — “so”", "ランプ").encode("shift_jis"),
            "a.html",
        )
        == "paragraph: ランプ"
    )


def test_items_nested_without_end_hang_under_forty_at_most() -> None:
    _, passages = taken("<ul><li>A lamp " * 1000, "a.html").documents[0]
    assert len(passages) == 1000
    assert max(len(p.parents) for p in passages) < 40


@pytest.mark.parametrize(
    "deep", ["<ul><li>", "<div>", "<blockquote>", "<table><tr><td>", "<b>", "<a href=x>"]
)
def test_ten_thousand_deep(deep: Any) -> None:
    document, passages = taken("<p>Up</p>" + deep * 10_000 + "Down", "a.html").documents[0]
    assert passage_text(document, passages[-1]).text.endswith("Down")


TAGS = [
    "p",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "b",
    "h1",
    "dl",
    "dt",
    "dd",
    "pre",
    "blockquote",
    "br",
    "sup",
    "a",
]


@given(
    st.lists(
        st.sampled_from(TAGS).map("<{}>".format)
        | st.sampled_from(TAGS).map("</{}>".format)
        | st.sampled_from(["lamp", "oil", " ", "\n"]),
        max_size=40,
    )
)
def test_every_word_is_read_once_whatever_the_tags(parts: Any) -> None:
    for document, passages in taken("<body>" + "".join(parts), "a.html").documents:
        read = "".join(document.text[start:end] for p in passages for start, end in p.pieces)
        assert "".join(read.split()) == "".join(p for p in parts if p in ("lamp", "oil"))
        assert all(
            document.text[slice(*p.span)].strip() == document.text[slice(*p.span)] for p in passages
        )


def test_a_passage_and_its_links_end_with_their_words() -> None:
    source = '<p>The lamp <a href="https://example.org/x">failed<br></a></p><p>Oil<br>again</p>'
    document, passages = taken(source, "a.html").documents[0]
    assert [document.text[slice(*p.span)] for p in passages] == ["The lamp failed", "Oil\nagain"]
    assert [document.text[slice(*c.span)] for c in passages[0].citations] == ["failed"]
