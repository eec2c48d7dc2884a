"""A table of dated rows is a chronology: one row, one claim."""

from __future__ import annotations

import io

import openpyxl
import pytest

from seriatim import pipeline
from seriatim.model import Reading
from seriatim.readers import read_bytes

REGISTER = """Register of the light
,,
No,Opened,Closed,What was complained of
1,12/03/1916,14/04/1916,The lamp failed.
2,31/02/1918,,The oil was bad.
3,Sept 1917 (?),,A brig struck.
4,,,Nobody came.
5,05/06/1916,,It failed again.
"""


def read(source: str | bytes, name: str = "a.csv") -> Reading:
    data = source if isinstance(source, bytes) else source.encode()
    ((document, passages),) = read_bytes(data, name).documents
    return pipeline.read(document, passages, model=False)


def listed(reading: Reading) -> list[str]:
    return [f"{claim.when.edtf} {claim.summary}" for claim in reading.claims]


def test_one_row_one_claim_dated_by_the_first_of_its_columns() -> None:
    reading = read(REGISTER)
    assert listed(reading) == [
        "1916-03-12 The lamp failed.",
        "unknown The oil was bad.",
        "1917-09? A brig struck.",
        "unknown Nobody came.",
        "1916-06-05 It failed again.",
    ]
    text = reading.document.text
    assert all(text[slice(*claim.span)] == claim.quote for claim in reading.claims)


def test_rows_that_could_not_be_dated_are_listed() -> None:
    assert [p.message for p in read(REGISTER).problems] == [
        "left without a date: '31/02/1918' was not understood (row 5).",
        "row 7 has no date, and stands at the end of the chronology.",
    ]


def test_one_of_two_days_where_no_row_proves_the_order() -> None:
    (claim, other) = read("Date,Event\n12/03/1916,The lamp failed.\n04/04/1916,It burned.\n").claims
    assert claim.when.edtf == "1916-03-12/1916-12-03"
    assert [c.edtf for c in claim.when.candidates] == ["1916-03-12", "1916-12-03"]
    assert other.when.edtf == "1916-04-04"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1916-03-12T09:05:00Z", "1916-03-12T09:05:00"),
        ("1916-03-12 09:05:01.123456", "1916-03-12T09:05:01"),
        ("29/02/1915", "unknown"),
        ("spring 1916", "1916-21"),
        ("c. 1916", "1916~"),
        ("13/03/1916 18:30", "1916-03-13T18:30"),
    ],
)
def test_dates_of_cells(cell: str, value: str) -> None:
    claims = read(f"Date,Event\n1916-05-01,It began.\n{cell},The lamp failed.\n").claims
    assert (claims[1].when.edtf, claims[1].when.text) == (
        value,
        cell if value != "unknown" else None,
    )


def test_columns_in_camel_case_and_without_a_column_that_tells() -> None:
    sheet = "RefNo,EventDate,City,PublishDate\nA1,1916-03-12,Harrow,1917-01-01\nA2,1916-05-04,Leith,1917-01-01\n"
    assert listed(read(sheet)) == ["1916-03-12 Harrow", "1916-05-04 Leith"]


def test_a_date_merged_over_rows_is_that_of_each() -> None:
    book = openpyxl.Workbook()
    for row in (("Date", "Event"), ("1916-03-12", "The lamp failed."), ("", "A brig struck.")):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    buffer = io.BytesIO()
    book.save(buffer)
    assert listed(read(buffer.getvalue(), "a.xlsx")) == [
        "1916-03-12 The lamp failed.",
        "1916-03-12 A brig struck.",
    ]


def test_a_sheet_larger_than_the_sample_is_a_table() -> None:
    rows = "".join(
        f'1916-03-{n % 28 + 1:02},"The lamp failed, and nobody came to see to it.",{n}\n'
        for n in range(1500)
    )
    ((document, passages),) = read_bytes(f"Date,Event,No\n{rows}".encode(), "a.csv").documents
    assert document.media_type == "text/csv"
    assert sum(p.kind == "row" for p in passages) == 1500


def test_prose_in_columns_without_dates_is_read_sentence_by_sentence() -> None:
    reading = read("Name,Remark\nAda Quill,She left on 3 May 1916.\nBen Moor,He stayed.\n")
    assert "1916-05-03" in {c.when.edtf for c in reading.claims}
