"""How documents are called in listings."""

from __future__ import annotations

import pytest

from seriatim.cli.chronologies import names
from seriatim.model import Chronology, Document, Reading


@pytest.mark.parametrize(
    ("paths", "called"),
    [
        (["north/ferry.txt", "south/lamp.txt"], ["ferry.txt", "lamp.txt"]),
        (["north/ferry.txt", "south/ferry.txt", "lamp.txt"], ["north/ferry.txt", "south/ferry.txt", "lamp.txt"]),
        (["letters.zip/1912/a.eml", "-"], ["a.eml", "-"]),
    ],
)
def test_a_document_goes_by_its_files_name_unless_two_share_it(paths: list[str], called: list[str]):
    readings = tuple(Reading(Document(f"d{n}", path, "", "", ""), ()) for n, path in enumerate(paths))
    assert list(names(Chronology("", readings)).values()) == called
