"""A case made before the tree was moved (log, originals and store) is read by today's program, and what people decided holds.

``before/old`` was made from the sample with every kind of decision in it; it is data, and is not
written again.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from seriatim.case import Case, now
from seriatim.model import Decision
from seriatim.store import folder
from seriatim.store.files import CaseError

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
    found: dict[str, Any] = {}
    for event in case.chronology().events:
        for claim in event.claims:
            found.setdefault(" ".join(claim.quote.split()), event)  # the main event comes first
    return found


def quoting(events: Any, words: Any) -> Any:
    return next(event for quote, event in events.items() if words in quote)


def test_nothing_is_amiss(case: Any) -> None:
    assert list(case.verify()) == []


def test_the_log_has_all_its_entries(case: Any) -> None:
    acts = [d.act for d in case.decisions()]
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
def test_what_was_judged_is_as_apply_decisions(events: Any, words: Any, status: Any) -> None:
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


# The log's old name


@pytest.fixture
def old(tmp_path: Path) -> Case:
    """The old case as the previous program left it."""
    shutil.copytree(BEFORE, tmp_path / "old")
    return Case(tmp_path / "old")


def lines(case: Case, name: str) -> bytes:
    return (case.path / name).read_bytes()


def test_reading_leaves_the_old_log_where_it_is(old: Case) -> None:
    assert len(old.decisions()) == 24
    old.builder.is_current()
    assert (old.path / folder.OLD_LOG).exists()
    assert not (old.path / folder.LOG).exists()


def test_a_build_renames_the_log_and_keeps_every_line_byte_for_byte(old: Case) -> None:
    before = lines(old, folder.OLD_LOG)
    old.build(processes=1, model=False)
    assert lines(old, folder.LOG) == before
    assert not (old.path / folder.OLD_LOG).exists()
    assert old.verify() == []


def test_a_decision_renames_the_log_and_is_chained_to_its_last_line(old: Case) -> None:
    before, head = lines(old, folder.OLD_LOG), old.decisions()[-1].id
    old.log.record(Decision("", "ask", "Ada", now(), target="case", value="does it hold?"))
    after = lines(old, folder.LOG)
    assert after.startswith(before)
    assert after.count(b"\n") == before.count(b"\n") + 1
    assert f'"previous":"{head}"'.encode() in after.splitlines()[-1]
    assert not (old.path / folder.OLD_LOG).exists()


def test_documents_that_are_known_rename_the_log_as_well(old: Case) -> None:
    before = lines(old, folder.OLD_LOG)
    original = folder.original(old.path, old.documents()[0].sha256)
    old.add([original], who="Ada")
    assert lines(old, folder.LOG) == before


def test_an_undo_of_the_old_program_is_about_a_decision(old: Case) -> None:
    (undo,) = [d for d in old.decisions() if d.act == "undo"]
    assert undo.target == "decision"
    again = old.undo(undo.id, who="Ada")
    assert old.decisions()[-1] == again
    assert b'"target":"judgement"' in lines(old, folder.LOG)  # the old line is as it was


def test_two_logs_are_refused_by_name(old: Case) -> None:
    (old.path / folder.LOG).write_bytes(b"")
    with pytest.raises(CaseError, match=r"both decisions\.jsonl and judgements\.jsonl exist"):
        old.decisions()
    assert [p.where for p in old.verify()] == [str(old.path)]


def test_an_old_case_is_not_taken_for_documents(old: Case, tmp_path: Path) -> None:
    added = Case.create(tmp_path / "new", "New").add([old.path], who="Ada")
    assert added.new == ()
    assert "is a case itself" in added.problems[0].message


def test_an_interrupted_old_log_is_repaired_under_its_new_name(old: Case) -> None:
    before = lines(old, folder.OLD_LOG)
    (old.path / folder.OLD_LOG).write_bytes(before + b'{"act":"da')
    old.log.record(Decision("", "ask", "Ada", now(), target="case", value="does it hold?"))
    assert lines(old, folder.LOG).startswith(before)
    assert lines(old, f"{folder.LOG}.interrupted") == b'{"act":"da'
