"""How documents are called in listings."""

from __future__ import annotations

import pytest

from seriatim.model import Chronology, Document, Event, When
from seriatim.query.listing import by_date, names, render


@pytest.mark.parametrize(
    ("paths", "called"),
    [
        (["north/ferry.txt", "south/lamp.txt"], ["ferry.txt", "lamp.txt"]),
        (
            ["north/ferry.txt", "south/ferry.txt", "lamp.txt"],
            ["north/ferry.txt", "south/ferry.txt", "lamp.txt"],
        ),
        (["letters.zip/1912/a.eml", "-"], ["a.eml", "-"]),
    ],
)
def test_a_document_goes_by_its_files_name_unless_two_share_it(
    paths: list[str], called: list[str]
) -> None:
    documents = [Document(f"d{n}", path, "", "", "") for n, path in enumerate(paths)]
    assert list(names(documents).values()) == called


def test_it_goes_day_by_day_then_what_is_undated_then_what_was_rejected() -> None:
    dates = ["1911-05-03", "unknown", "1910", "../1909-04", "1908", "unknown"]
    rejected = {4, 5}
    events = [
        Event(
            f"e{n}",
            "act",
            f"{d} told",
            When(d),
            (),
            status="rejected" if n in rejected else "proposed",
        )
        for n, d in enumerate(dates)
    ]
    listed = [line.strip() for line in render(Chronology("", ()), events).splitlines()]
    assert [line.partition(" told")[0].rpartition(" ")[2] if "told" in line else line for line in listed] == [
        "../1909-04", "1910", "1911-05-03", "", "No date stated", "unknown", "", "Rejected by a reviewer", "1908", "unknown",
    ]  # fmt: skip
    assert [e.id for e in by_date(events)] == ["e3", "e2", "e0", "e1", "e4", "e5"]
