"""How documents are called in listings."""

from __future__ import annotations

import pytest

from seriatim.listing import names, render
from seriatim.model import Chronology, Document, Event, When


@pytest.mark.parametrize(
    ("paths", "called"),
    [
        (["north/ferry.txt", "south/lamp.txt"], ["ferry.txt", "lamp.txt"]),
        (["north/ferry.txt", "south/ferry.txt", "lamp.txt"], ["north/ferry.txt", "south/ferry.txt", "lamp.txt"]),
        (["letters.zip/1912/a.eml", "-"], ["a.eml", "-"]),
    ],
)
def test_a_document_goes_by_its_files_name_unless_two_share_it(paths: list[str], called: list[str]):
    documents = [Document(f"d{n}", path, "", "", "") for n, path in enumerate(paths)]
    assert list(names(documents).values()) == called


def test_what_is_undated_stands_first_and_the_rest_day_by_day():
    dates = ["1911-05-03", "unknown", "1910", "../1909-04"]
    events = [Event(f"e{n}", "act", f"{date} told", When(date), ()) for n, date in enumerate(dates)]
    listed = [line for line in render(Chronology("", ()), events).splitlines() if "told" in line]
    assert [line.split()[-2] for line in listed] == ["unknown", "../1909-04", "1910", "1911-05-03"]
