"""Import of existing chronologies: tables, highlights, and the program's own file."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from seriatim.case import Case
from seriatim.cli import group
from seriatim.exports import interchange, sheet, timelinejs, timesketch, webannotation
from seriatim.temporal import timexes
from seriatim.temporal.tagging import cells

CELLS = """
early 1911               1911-01/1911-06
07/??/11                 2011-07
??/??/1911               1911
03/05/??                 -
5 March 1911 8:51        1911-03-05T08:51
abt 1850                 1850~
Before 3 May 1911        ../1911-05-03
03/04/1915               1915-03-04/1915-04-03
1911-03-05/..            1911-03-05/..
after the fire           -
Unknown                  -
"""


@pytest.mark.parametrize("line", CELLS.strip().splitlines())
def test_a_cell_is_dated_no_narrower_than_its_words(line: str) -> None:
    cell, value = (line[:25].strip(), line[25:].strip())
    assert cells.value(cell, timexes.find) == (None if value == "-" else value)


def imported(folder: Path, name: str, text: str | bytes, *options: str) -> tuple[Case, str]:
    """A new case with an imported file, and the output of the command."""
    case = Case.create(folder / "case", "Sheets")
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    run = CliRunner().invoke(group, ["import", str(case.path), str(path), *options])
    assert run.exit_code == 0, run.output
    return Case(case.path), run.output


def listing(case: Case) -> list[tuple[str, str, str]]:
    return sorted(
        (c.when.edtf, e.kind, c.quote) for e in case.chronology().events for c in e.claims
    )


def test_a_litigation_table_by_its_own_headers(tmp_path: Path) -> None:
    text = (
        "Date & Time,Fact Text,Source(s),Status\n"
        "07/??/1911,Ada Quill met Ben Moor in Harwich.,Deposition of Ben Moor,Disputed\n"
        "To Be Determined,The ledger was lost.,,\n"
        ",,,\n"
        "3/9/1911,The board voted.,Minutes,\n"
    )
    case, output = imported(tmp_path, "facts.csv", text)
    assert "date: 'Date & Time', text: 'Fact Text', source: 'Source(s)'" in output
    assert "'To Be Determined' was not understood" in output
    assert [(a, c) for a, _, c in listing(case)] == [
        ("1911-03-09/1911-09-03", "The board voted."),
        ("1911-07", "Ada Quill met Ben Moor in Harwich."),
        ("unknown", "The ledger was lost."),
    ]
    sources = {
        c.quote: [s.name for s in c.sources] for e in case.chronology().events for c in e.claims
    }
    assert sources["Ada Quill met Ben Moor in Harwich."] == ["Deposition of Ben Moor"]
    assert case.verify() == []


def test_columns_are_named_by_a_person_where_the_found_ones_are_wrong(tmp_path: Path) -> None:
    text = "Ref,Occurred,Account\n1,5 March 1911,The board voted.\n2,April 1911,The clerk left.\n"
    case, _ = imported(
        tmp_path, "odd.csv", text, "--column", "date=Occurred", "--column", "text=Account"
    )
    assert [(a, c) for a, _, c in listing(case)] == [
        ("1911-03-05", "The board voted."),
        ("1911-04", "The clerk left."),
    ]


def test_before_and_after_in_columns_and_in_words(tmp_path: Path) -> None:
    text = (
        "Date Modifier,Date,Before,After,Event\n"
        "Before,3 May 1911,,,The board voted.\n"
        ",,June 1911,April 1911,The clerk left.\n"
        "On,1911-05-04,,,The hall burned.\n"
    )
    case, _ = imported(tmp_path, "modified.csv", text)
    assert [(a, c) for a, _, c in listing(case)] == [
        ("../1911-05-03", "The board voted."),
        ("1911-04/1911-06", "The clerk left."),
        ("1911-05-04", "The hall burned."),
    ]


@pytest.fixture
def built(tmp_path: Path) -> Case:
    case = Case.create(tmp_path / "built", "Built")
    (tmp_path / "a.txt").write_text(
        "On 5 March 1911 Ada Quill met Ben Moor. The board voted in April 1911. "
        "The clerk resigned before 3 May 1911."
    )
    case.add([tmp_path / "a.txt"], published="1911-06-01", who="Ada")
    case.build(processes=1)
    return case


@pytest.mark.parametrize(
    ("name", "export"),
    [("a.csv", sheet.to_csv), ("a.xlsx", sheet.to_xlsx), ("b.csv", timelinejs.to_csv)],
)
def test_an_exported_table_can_be_imported(
    name: str, export: object, built: Case, tmp_path: Path
) -> None:
    case, _ = imported(tmp_path, name, export(built.chronology()).data)  # type: ignore[operator]
    expected = sorted(c.when.edtf for e in built.chronology().events for c in e.claims)
    found = sorted(c.when.edtf for e in case.chronology().events for c in e.claims)
    if export is timelinejs.to_csv:  # TimelineJS has no open start, and the export says so
        expected = [e.removeprefix("../") for e in expected]
    assert sorted(found) == sorted(expected)


def test_timesketch_lines_are_imported_as_claims(built: Case, tmp_path: Path) -> None:
    data = timesketch.to_file(built.chronology()).data
    case, _ = imported(tmp_path, "a.jsonl", data)
    assert len(listing(case)) == len(data.splitlines())
    # Each line has its EDTF value beside the instant, so that no date becomes narrower.
    assert {when for when, _, _ in listing(case)} == {
        c.when.edtf for e in built.chronology().events for c in e.claims
    } - {"unknown"}


def test_highlights_become_claims_of_their_documents(built: Case, tmp_path: Path) -> None:
    data = json.loads(webannotation.to_file(built.chronology()).data)
    one = data["first"]["items"][0]
    one["target"]["selector"][0] |= {
        "exact": "Ada Quill met Ben Moor",
        "prefix": "On 5 March 1911 ",
        "suffix": ". The board",
    }
    del one["target"]["selector"][1]
    path = tmp_path / "highlights.json"
    path.write_text(json.dumps({"@context": data["@context"], "items": [one]}))
    before = len([c for e in built.chronology().events for c in e.claims])
    run = CliRunner().invoke(group, ["import", str(built.path), str(path)])
    assert "1 highlights imported" in run.output
    claims = [c for e in Case(built.path).chronology().events for c in e.claims]
    assert len(claims) == before + 1
    assert "Ada Quill met Ben Moor" in [c.quote for c in claims]


def test_the_programs_own_file_is_imported_with_its_decisions(built: Case, tmp_path: Path) -> None:
    first = built.chronology()
    data = json.loads(interchange.export(first))
    data["events"][0]["status"] = "accepted"
    case, output = imported(tmp_path, "a.json", json.dumps(data))
    assert "1 documents imported" in output
    statuses = {e.status for e in case.chronology().events}
    assert "accepted" in statuses
    assert sorted(c.quote for e in case.chronology().events for c in e.claims) == sorted(
        c.quote for e in first.events for c in e.claims
    )


def test_a_file_that_is_no_chronology_is_refused(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "case", "x")
    path = tmp_path / "prose.txt"
    path.write_text("The board met on 9 March 1911.")
    run = CliRunner().invoke(group, ["import", str(case.path), str(path)])
    assert run.exit_code == 2
    assert "not a table" in run.output
    assert Case(case.path).decisions() == ()
