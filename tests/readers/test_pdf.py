"""PDF: pages whose lines become paragraphs again, each with its place on the page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.readers.listing import date_of, lines, listing, problems, taken
from tests.readers.pdfs import column, pdf

FIRST = [
    "The keeper of the light at Harrow Point wrote to the Board in the spring of the year 1871",
    "that the lamp had failed twice in one week, and that the oil was bad. He asked for an in-",
    "spection before the winter. Nobody answered him, and he wrote again on the 4th of June to",
]
SECOND = [
    "the same address, and a third time on the 9th of June, when a brig had stranded below the",
    "light and two of her men were drowned.",
]


def page(body: Any, head: str = "THE HARROW REPORT", number: int = 1) -> Any:
    return [(250, 770, head, 9), *column(body), (300, 40, str(number), 9)]


REPORT = pdf(
    [
        page(FIRST, number=1),
        page(SECOND, number=2),
        page(["No light was seen after that."], number=3),
    ],
    info="/Title (The lamp) /CreationDate (D:18710612101500Z)",
)


def test_a_sentence_over_a_page_break_stays_one_and_hyphens_are_rejoined() -> None:
    assert [line for line in lines(taken(REPORT)) if not line.startswith("furniture")] == [
        (
            "paragraph: The keeper of the light at Harrow Point wrote to the Board in the spring of the year 1871 that the lamp had failed twice in one week, "
            "and that the oil was bad. He asked for an inspection before the winter. Nobody answered him, and he wrote again on the 4th of June to the same "
            "address, and a third time on the 9th of June, when a brig had stranded below the light and two of her men were drowned."
        ),
        "paragraph: No light was seen after that.",
    ]


def test_running_heads_and_page_numbers_stand_apart() -> None:
    headers = [line for line in lines(taken(REPORT)) if line.startswith("furniture")]
    assert headers == [
        "furniture: THE HARROW REPORT",
        "furniture: 1",
        "furniture: THE HARROW REPORT",
        "furniture: 2",
        "furniture: THE HARROW REPORT",
        "furniture: 3",
    ]


def test_every_line_has_its_page_number_and_box() -> None:
    document, _ = taken(REPORT).documents[0]
    places = {document.text[slice(*where.span)]: where for where in document.locations}
    where = places["light and two of her men were drowned."]
    assert (where.page, where.line) == (2, 3)
    assert where.box is not None
    left, top, right, bottom = where.box
    assert (round(left), 255 < right < 270, 30 < top < bottom < 80) == (72, True, True)


def test_properties_give_title_and_date_and_say_so() -> None:
    document, _ = taken(REPORT).documents[0]
    assert (document.title, date_of(REPORT)) == ("The lamp", "1871-06-12 metadata")
    assert (
        problems(REPORT)
        == "a.txt is dated 1871-06-12 by the creation date in its properties. Use --published if it was published on another day."
    )


def test_what_a_browser_printed_has_its_lists_but_not_the_day_of_printing() -> None:
    printed = [
        (40, 775, "5/3/26, 9:12 AM The lamp", 8), *column(["What is known of that summer, and of the winter before it, is soon told:"]),
        (112, 710, "4 June 1871: The brig struck."), (152, 690, "Two of her men were drowned."), (112, 670, "9 June 1871: The oil came."),
        *column(["Nobody asked the keeper anything after that, and he left in the autumn."], top=640), (40, 20, "https://example.org/lamp 1/1", 8),
    ]  # fmt: skip
    source = pdf([printed], info="/Producer (Skia/PDF m120) /CreationDate (D:20260503091200Z)")
    assert date_of(source) == "None none"
    assert listing(source) == (
        "furniture: 5/3/26, 9:12 AM The lamp\n"
        "paragraph: What is known of that summer, and of the winter before it, is soon told:\n"
        "item:   4 June 1871: The brig struck.\n"
        "item:     Two of her men were drowned.\n"
        "item:   9 June 1871: The oil came.\n"
        "paragraph: Nobody asked the keeper anything after that, and he left in the autumn.\n"
        "furniture: https://example.org/lamp 1/1"
    )


def test_a_dateline_is_surer_than_the_files_properties() -> None:
    letter = pdf(
        [column(["Leith, 3 May 1871", "", "The lamp failed on Monday."])],
        info="/CreationDate (D:20200101000000Z)",
    )
    assert (date_of(letter), problems(letter)) == ("1871-05-03 dateline", "")


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [
        "The lamp failed on the third of",
        "May and nobody came to see to",
        "it for a week, and the keeper",
        "had no oil left by then, and so",
        "no light was shown at all for",
    ]
    right = [
        "nine nights. The brig struck on",
        "the last of them, and her master",
        "was drowned with two of his",
        "crew. The Board sat on it in the",
        "autumn and heard the keeper.",
    ]
    across = [
        line for pair in zip(column(left), column(right, x=320), strict=True) for line in pair
    ]
    spread = pdf(
        [
            [
                (72, 760, "THE LAMP AT HARROW POINT, AND WHAT WAS DONE ABOUT IT", 14),
                *[(x, y - 30, *rest) for x, y, *rest in across],
            ]
        ]
    )
    assert lines(taken(spread)) == [
        "title: THE LAMP AT HARROW POINT, AND WHAT WAS DONE ABOUT IT",
        "paragraph: " + " ".join(left + right),
    ]


def test_a_narrow_column_of_dates_is_read_row_by_row() -> None:
    dates = [
        "3 May 1871",
        "4 May 1871",
        "9 June 1871",
        "10 June 1871",
        "1 July 1871",
        "2 July 1871",
        "3 July 1871",
    ]
    rows = [
        line
        for i, d in enumerate(dates)
        for line in (
            (72, 740 - 20 * i, d),
            (170, 740 - 20 * i, f"The lamp failed for the {i}. time, and a ship was warned off."),
        )
    ]
    assert (
        listing(pdf([rows])).splitlines()[2]
        == "row: 9 June 1871 The lamp failed for the 2. time, and a ship was warned off."
    )


def test_headings_lists_and_footnotes() -> None:
    body = [
        (72, 740, "Report on the Light", 18, "F2"),
        (72, 700, "What was found", 11, "F2"),
        *column(
            [
                "The inspector found these things wrong with the lamp, and told the keeper so the same day:"
            ],
            top=680,
        ),
        *column(
            [
                "• The wick was old and had not been trimmed for a month, as anybody could see from the",
                "  look of it.",
                "• The oil was bad.",
            ],
            top=660,
            x=90,
        ),
        *column(["Nothing was done about any of it1 before the winter."], top=610),
        (72, 90, "1 Minutes of the Board, 3 May 1871.", 8),
    ]
    assert listing(pdf([body])) == (
        "title: Report on the Light\n"
        "heading: What was found\n"
        "paragraph: The inspector found these things wrong with the lamp, and told the keeper so the same day:\n"
        "item:   The wick was old and had not been trimmed for a month, as anybody could see from the look of it.\n"
        "item:   The oil was bad.\n"
        "paragraph: Nothing was done about any of it1 before the winter.\n"
        "footnote: 1 Minutes of the Board, 3 May 1871."
    )


def test_links_are_citations() -> None:
    link = "/Annots [<< /Type /Annot /Subtype /Link /Rect [72 735 130 752] /A << /S /URI /URI (https://example.org/r) >> >>]"
    document, passages = taken(pdf([column(["The report was printed."])], extra=link)).documents[0]
    (citation,) = passages[0].citations
    assert citation.url == "https://example.org/r"
    assert document.text[slice(*citation.span)].startswith("The report")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (REPORT[:400], "a.txt is a damaged PDF. Open it in a viewer and save or print it again."),
        (pdf([[]]), "a.txt contains no text."),
    ],
)
def test_what_cannot_be_read_is_said(data: Any, said: Any) -> None:
    assert problems(data) == said
