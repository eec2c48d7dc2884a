"""CSV and XLSX: rows under the names of their columns."""

import io
from datetime import date

import openpyxl

from seriatim.readers import Columns
from tests.readers.listing import lines, listing, problems, taken

LOG = 'No,Date,Event,Place,Source\n1,1912-05-03,"The lamp failed, and\nnobody came.",Harrow,https://example.org/1\n2,4 May 1912,It failed again.,,\n\n3,,A brig struck.,Leith,\n'


def test_rows_hang_under_the_names_of_their_columns_and_have_their_day() -> None:
    assert listing(LOG, "log.csv") == (
        "header: Date Event Place\n"
        "row on 1912-05-03:   1912-05-03 The lamp failed, and nobody came. Harrow\n"
        "row on 1912-05-04:   4 May 1912 It failed again.\n"
        "row:   A brig struck. Leith"
    )


def test_the_columns_that_were_found_are_said() -> None:
    assert problems(LOG, "log.csv") == (
        'log.csv read as a table, rows dated by the column "Date", read "Event", "Place": if these are the wrong ones, name others with --column'
    )


def test_other_columns_can_be_named() -> None:
    found = taken(LOG, "log.csv", columns=Columns(date="Date", text=("Place",)))
    assert lines(found)[1:] == [
        "row on 1912-05-03:   1912-05-03 Harrow",
        "row on 1912-05-04:   4 May 1912",
        "row:   Leith",
    ]
    assert (
        taken(LOG, "log.csv", columns=Columns(date="Day")).problems[0].message
        == "has no column 'Day': its columns are No, Date, Event, Place, Source"
    )


def test_an_address_in_a_cell_is_a_citation_and_rows_keep_their_line() -> None:
    document, passages = taken(LOG, "log.csv").documents[0]
    assert [c.url for c in passages[1].citations] == ["https://example.org/1"]
    assert [where.line for where in document.locations] == [1, 2, 3, 5]


def test_semicolons_tabs_and_no_header() -> None:
    assert listing(
        "Date;Event\n3 May 1912;The lamp, old, failed.\n4 May 1912;A brig, too.\n"
    ).startswith("header: Date Event\nrow on 1912-05-03:")
    assert (
        listing("3 May 1912\tThe lamp failed.\n4 May 1912\tIt failed again.\n", "a.tsv")
        == "row: 3 May 1912 The lamp failed.\nrow: 4 May 1912 It failed again."
    )


def test_prose_with_commas_is_no_table() -> None:
    assert "row" not in listing(
        "On that date, the lamp failed.\nThe next day, it failed again.\nThen, a brig struck."
    )


def test_sheets_under_their_names() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Lamp"
    for row in (
        ("Date", "Event", "Oil"),
        (date(1912, 5, 3), "The lamp failed.", 2.0),
        (date(1912, 5, 4), "It failed again.", 1.5),
    ):
        sheet.append(row)
    book.create_sheet("Empty")
    buffer = io.BytesIO()
    book.save(buffer)
    assert listing(buffer.getvalue(), "log.xlsx") == (
        "heading: Lamp\nheader: Date Event\nrow on 1912-05-03:   1912-05-03 The lamp failed.\nrow on 1912-05-04:   1912-05-04 It failed again."
    )
