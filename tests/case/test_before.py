"""A case made before the tree was moved (log, originals and store) is read by today's program, and what people decided holds.

``before/old`` was made from the sample with every kind of decision in it; it is data, and is not
written again.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from seriatim.case.case import Case

BEFORE = Path(__file__).parent / "before" / "old"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("before") / "old"
    shutil.copytree(BEFORE, folder)
    case = Case(folder)
    case.build()
    return case


@pytest.fixture(scope="module")
def events(case: Any) -> Any:
    return {" ".join(c.quote.split()): e for e in case.chronology().events for c in e.claims}


def quoting(events: Any, words: Any) -> Any:
    return next(event for quote, event in events.items() if words in quote)


def test_nothing_is_amiss(case: Any) -> None:
    assert list(case.verify()) == []


def test_the_log_has_all_its_entries(case: Any) -> None:
    acts = [d.act for d in case.judgements()]
    assert len(acts) == 24
    assert set(acts) >= {
        "add",
        "accept",
        "reject",
        "dispute",
        "date",
        "merge",
        "apart",
        "name",
        "names",
        "group",
        "allow",
        "split",
        "undo",
    }


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("informs Robert Lansing", "accepted"),
        ("said to have left Berlin", "rejected"),
        ("plain commercial rate", "disputed"),
    ],
)
def test_what_was_judged_is_as_judged(events: Any, words: Any, status: Any) -> None:
    assert quoting(events, words).status == status


def test_a_corrected_date_stays_corrected(events: Any) -> None:
    when = quoting(events, "shows the decoded offer").when
    assert (when.edtf, when.basis, when.text) == ("1917-02-19", "corrected", "February 19, 1918")


def test_names_and_groups_stay(case: Any) -> None:
    chronology = case.chronology()
    names = {a.name for a in chronology.actors}
    assert {"Erich Ludendorff", "Paul von Hindenburg"} <= names
    assert set(chronology.groups) == {"embassy", "berlin"}


def test_a_removed_document_is_out_and_an_imported_table_in(case: Any) -> None:
    titles = {r.document.path.rpartition("/")[2] for r in case.chronology().readings}
    assert "sheet.csv" in titles
    assert "exhibition.html" not in titles


def test_the_date_of_a_document_is_the_one_given(case: Any) -> None:
    assert {r.document.published for r in case.chronology().readings} >= {"1917-06-01"}
