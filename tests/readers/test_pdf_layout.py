"""PDF layout: sizes, columns, tables, footnotes and furniture."""

from __future__ import annotations

from typing import Any

from tests.readers.listing import lines, listing, taken
from tests.readers.pdfs import LEADING, column, pdf

LEFT = [
    "The lamp failed on the third of",
    "May and nobody came to see to",
    "it for a week, and the keeper",
    "had no oil left by then, and so",
    "no light was shown at all for",
]
MIDDLE = [
    "nine nights. The brig struck on",
    "the last of them, and her master",
    "was drowned with two of his",
    "crew. The Board sat on it in the",
    "autumn and heard the keeper.",
]
RIGHT = [
    "He said that he had asked for",
    "oil twice, and that nobody had",
    "answered him at any time before",
    "the brig struck, nor after it.",
]


def body(count: int = 4, top: float = 700) -> list[tuple[Any, ...]]:
    """Lines of prose, so that a page has a usual size."""
    told = "The keeper of the light wrote to the Board that the lamp had failed him once more and"
    return column([*[told] * count, "that the oil was bad."], top=top)


def test_a_size_in_the_text_matrix_counts() -> None:
    written = [
        (72, 740, "The Light at Harrow", 20, "F1", True),
        *((*line[:3], 11, "F1", True) for line in body()),
        (72, 90, "1 Minutes of the Board, 3 May 1871.", 8, "F1", True),
    ]
    kinds = [line.partition(":")[0] for line in lines(taken(pdf([written])))]
    assert kinds == ["title", "paragraph", "footnote"]


def test_three_columns_of_unequal_height_are_read_one_after_the_other() -> None:
    columns = [
        *column(LEFT, x=50),
        *column(MIDDLE, x=230),
        *column(RIGHT, x=410),
    ]
    assert lines(taken(pdf([columns]))) == [
        "paragraph: " + " ".join(LEFT + MIDDLE),
        "paragraph: " + " ".join(RIGHT),
    ]


def test_the_cells_of_a_table_are_read_row_by_row() -> None:
    rows: list[list[tuple[Any, ...]]] = [
        [(72, 640, "Opened", 11, "F2"), (200, 640, "What was wrong", 11, "F2")],
        [(72, 610, "3 May 1871"), (200, 610, "The lamp failed, and"), (200, 596, "nobody came.")],
        [(72, 566, "9 June 1871"), (200, 566, "The oil ran out.")],
        [(72, 536, "1 July 1871"), (200, 536, "A brig struck.")],
    ]
    page = [*body(top=740), *(cell for row in rows for cell in row)]
    assert lines(taken(pdf([page])))[1:] == [
        "header: Opened What was wrong",
        "row:   3 May 1871 The lamp failed, and nobody came.",
        "row:   9 June 1871 The oil ran out.",
        "row:   1 July 1871 A brig struck.",
    ]


def test_the_mark_of_a_footnote_is_no_part_of_the_sentence_and_leads_to_it() -> None:
    text = "The Board sat on it in the autumn."
    page = [
        *body(),
        (72, 600, text),
        (72 + 172, 604, "12", 6.5),
        (72 + 184, 600, "The keeper was heard."),
        (72, 94, "12", 5),
        (82, 90, "Minutes of the Board, 3 May 1871.", 8),
    ]
    document, passages = taken(pdf([page])).documents[0]
    kinds = [p.kind for p in passages]
    assert kinds == ["paragraph", "paragraph", "footnote"]
    assert passages[2].parents == (1,)
    read = "".join(document.text[start:end] for start, end in passages[1].pieces)
    assert " ".join(read.split()) == f"{text} The keeper was heard."
    assert "autumn.¹²" in document.text.replace(" ", "")


def test_numbers_of_paragraphs_are_no_part_of_them() -> None:
    page = [
        *body(),
        *((72, y, f"2.1.{n}.") for n, y in ((9, 600), (10, 560))),
        (110, 600, "The lamp failed, and nobody came to see to it before the end of that week,"),
        (110, 600 - LEADING, "nor after it."),
        (110, 560, "The oil was bad."),
    ]
    assert lines(taken(pdf([page])))[1:] == [
        "paragraph: The lamp failed, and nobody came to see to it before the end of that week, nor after it.",
        "paragraph: The oil was bad.",
    ]


def test_a_table_of_contents_is_furniture() -> None:
    page = [
        (72, 740, "Contents", 16, "F2"),
        *column([f"The {n} report {'. ' * 30}{n}" for n in range(1, 6)], top=700),
    ]
    kinds = {line.partition(":")[0] for line in lines(taken(pdf([page, body()])))[1:]}
    assert kinds == {"furniture", "paragraph"}


def test_a_sentence_goes_on_under_a_picture_with_its_caption() -> None:
    cut = "The keeper of the light wrote to the Board that the lamp had failed him once more and"
    page = [
        *column([cut, cut], top=700),
        (72, 560, "Figure 2. The lamp at Harrow", 9),
        *column(["that nobody had come to see to it before the brig had struck, and the oil was",
                 "bad. The Board sat on it."], top=500),
    ]  # fmt: skip
    found = listing(pdf([page])).splitlines()
    assert found[0].endswith(
        "once more and that nobody had come to see to it before the brig had struck, and the oil was bad. The Board sat on it."
    )
    assert found[1] == "caption: Figure 2. The lamp at Harrow"


def test_turned_text_is_furniture() -> None:
    turned = "BT /F1 9 Tf 0 1 -1 0 30 300 Tm (with RULES of 1871) Tj ET"
    data = pdf([body()]).replace(b"endstream", f"\n{turned}\nendstream".encode(), 1)
    assert lines(taken(data))[-1].startswith(("furniture", "paragraph"))


def test_references_are_citations() -> None:
    source = "# The lamp\n\nThe lamp failed.\n\n## References\n\n- Quill, Ada. The lamp. 1871.\n\n## After\n\nIt burned.\n"
    kinds = [line.partition(":")[0] for line in lines(taken(source, "a.md"))]
    assert kinds == ["title", "paragraph", "heading", "citation", "heading", "paragraph"]


def test_a_title_names_the_document_and_not_a_part_of_it() -> None:
    page = [
        (240, 740, "PRECEDENTIAL", 12),
        (200, 700, "ADA QUILL & CO.", 12),
        (250, 660, "v.", 12),
        (200, 620, "THE HARROW BOARD", 12),
        *body(top=560),
    ]
    document, _ = taken(pdf([page])).documents[0]
    assert document.title == "ADA QUILL & CO. v. THE HARROW BOARD"
    document, _ = taken("# Introduction\n\n## The lamp at Harrow\n\nIt failed.", "a.md").documents[
        0
    ]
    assert document.title == "The lamp at Harrow"
