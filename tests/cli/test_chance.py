"""``coincide``, ``contacts`` and ``evidence`` as a person runs them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from seriatim.association import Question
from seriatim.case.case import Case
from seriatim.cli import group
from seriatim.exports import interchange
from seriatim.model import Chronology
from tests.association.network import chronology

ROOT = Path(__file__).parents[2]
ARRIVALS = [f"meeting {year}-0{1 + year % 7}-11 ada,ben" for year in range(1901, 1911)]
FOLLOWING = [
    f"payment {year}-0{1 + year % 7}-{12 + year % 3} ada,cora" for year in range(1901, 1909)
]
ASK = ("--of", "kind:payment", "--after", "kind:meeting", "--within", "3d")
TOLD = ("--made", "complete", "--period", "1901/1910", "--window-fixed", "yes")
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def command(name: str, told: Chronology | Path, *args: str, say: str = "") -> Result:
        path = told if isinstance(told, Path) else tmp_path / "told.json"
        if isinstance(told, Chronology):
            path.write_bytes(interchange.export(told))
        return CliRunner().invoke(group, [name, str(path), *args], input=say)

    return command


def test_in_a_pipe_what_is_not_told_is_unknown(run: Run) -> None:
    found = run("coincide", chronology(*ARRIVALS, *FOLLOWING), *ASK)
    assert found.exit_code == 0
    assert "No p-value: how often chance alone would give as much" in found.output
    assert "How the lists were made is not known" in found.output
    assert "p =" not in found.output


def test_what_is_told_gets_an_answer(run: Run) -> None:
    found = run("coincide", chronology(*ARRIVALS, *FOLLOWING), *ASK, *TOLD)
    assert found.exit_code == 0
    assert "Of 8 A, 8 came within 3 days after a B." in found.output
    assert "block shift" in found.output
    assert "a chronology file keeps no log" in found.output
    assert (
        "  A 14 May 1901: “perhaps a payment: Ada Quill and Cora Lind” (diary.txt)\n"
        in found.output
    )


def test_a_list_made_to_show_coincidences_gets_no_p(run: Run, tmp_path: Path) -> None:
    """The sample's list of contacts, read as anybody would read it."""
    written = tmp_path / "contacts.json"
    run(
        "timeline",
        ROOT / "src/seriatim/samples/zimmermann/contacts.txt",
        "--json",
        str(written),
        "-o",
        str(tmp_path / "page.html"),
        "--no-model",
    )
    found = run(
        "coincide",
        written,
        "--of",
        "text:Congress",
        "--after",
        "text:cable",
        "--within",
        "7d",
        "--made",
        "curated",
    )
    assert found.exit_code == 0
    assert "p =" not in found.output
    for part in (
        "put together to show something",
        "What was seen: Of ",
        "- Every A and every B between two days",
        "The pairs:\n- ",
        "  A 26 February 1917: “Wilson asks",
    ):
        assert part in found.output


def test_one_list_may_be_made_otherwise(run: Run) -> None:
    found = run(
        "coincide", chronology(*ARRIVALS, *FOLLOWING), *ASK, *TOLD, "--made-after", "curated"
    )
    assert "One of the lists was put together to show something" in found.output


def test_on_a_terminal_it_asks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seriatim.cli.coincide.on_terminal", lambda: True)
    found = run(
        "coincide",
        chronology(*ARRIVALS, *FOLLOWING),
        *ASK,
        say="complete\ncomplete\n1901/1910\ny\n",
    )
    assert "How was the list of A made?" in found.output
    assert "Was the window chosen before looking?" in found.output
    assert "Of 8 A, 8 came within 3 days after a B." in found.output
    assert "block shift" in found.output


@pytest.mark.parametrize(("name", "start"), [("p.svg", b"<svg "), ("p.png", b"\x89PNG")])
def test_a_picture_is_written(run: Run, tmp_path: Path, name: str, start: bytes) -> None:
    assert (
        run(
            "coincide", chronology(*ARRIVALS, *FOLLOWING), *ASK, *TOLD, "-o", str(tmp_path / name)
        ).exit_code
        == 0
    )
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ("--of", "kind:payed", "--after", "kind:meeting", "--within", "3d"),
            "kind:payed: no event is of the kind 'payed'; known: meeting, payment",
        ),
        (
            ("--of", "kind:payment", "--after", "kind:meeting", "--within", "soon"),
            "'soon' is not a length of time",
        ),
        ((*ASK, "--period", "1901/.."), "has an open end"),
        ((*ASK, "-o", "picture.gif"), "picture.gif: a picture ends in .svg or .png"),
    ],
)
def test_wrong_use_is_one_line(run: Run, args: tuple[str, ...], message: str) -> None:
    found = run("coincide", chronology(*ARRIVALS, *FOLLOWING), *args)
    assert (found.exit_code, len(found.output.splitlines())) == (2, 1)
    assert message in found.output


@pytest.mark.parametrize("command", ["coincide", "contacts", "evidence"])
def test_what_is_no_chronology_is_refused_by_name(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "notes.json").write_text("[]")
    args = ASK if command == "coincide" else ()
    for path in (tmp_path / "notes.json", tmp_path / "nowhere.json", tmp_path):
        found = run(command, path, *args)
        assert found.exit_code == 2
        assert str(path) in found.output


def test_a_case_counts_its_questions(run: Run, tmp_path: Path) -> None:
    case = Case.create(tmp_path / "case", "Harbour")
    (tmp_path / "diary.txt").write_text(
        "Ada Quill met Ben Moor on 5 March 1911. Ada Quill paid Ben Moor on 6 March 1911.\n"
    )
    case.add([tmp_path / "diary.txt"], who="Ada")
    case.build(processes=1, model=False)
    for within in ("3d", "5d", "3d"):
        assert (
            run(
                "coincide",
                tmp_path / "case",
                "--of",
                "kind:payment",
                "--after",
                "kind:meeting",
                "--within",
                within,
            ).exit_code
            == 0
        )
    asked = [Question.from_line(j.value or "") for j in case.judgements() if j.act == "ask"]
    assert [str(q.within) for q in asked] == ["3 days", "5 days"]


def test_contacts_between_groups(run: Run) -> None:
    told = chronology(
        "meeting 1911-03-02 ada,ben",
        "meeting 1911-03-05 ben,cora",
        "call 1911-04 ada,dan",
        "payment 1911 ada,eve",
    )
    assert run("contacts", told, "--between", "north", "south").output == (
        "Ada Quill – Dan Ost: 1 contact\n"
        "  April 1911: call\n"
        "    “perhaps a call: Ada Quill and Dan Ost” (diary.txt)\n"
        "Ada Quill to Cora Lind by way of Ben Moor, in this order:\n"
        "  2 March 1911: meeting\n"
        "    “perhaps a meeting: Ada Quill and Ben Moor” (diary.txt)\n"
        "  5 March 1911: meeting\n"
        "    “perhaps a meeting: Ben Moor and Cora Lind” (diary.txt)\n"
    )


def test_reach_that_ignores_time_is_there_on_request_and_labelled(run: Run) -> None:
    told = chronology("meeting 1911-03-05 ada,ben", "meeting 1911-03-02 ben,cora")
    plain, static = (
        run("contacts", told, "--from", "Ada Quill", *more).output for more in ((), ("--static",))
    )
    assert "Cora" not in plain
    assert static.endswith(
        "2 with Ada Quill, of whom 1 along paths that respect time.\n  Ben Moor, Cora Lind\n"
    )
    assert "this ignores time and overstates" in static


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("--from", "Quill"), "'Quill' may be Ada Quill (ada), Eve Quill (eve): say which"),
        (("--from", "Nobody"), "nobody is called 'Nobody'"),
        (("--to", "ada"), "--to and --static want --from ACTOR"),
        (("--between", "north", "west"), "there is no group 'west'; known: north, south"),
        (("-o", "net.xml"), "net.xml: contacts are written as .gexf or .csv"),
    ],
)
def test_contacts_says_what_it_does_not_know(run: Run, args: tuple[str, ...], message: str) -> None:
    found = run("contacts", chronology("meeting 1911-03-05 ada,ben"), *args)
    assert found.exit_code == 2
    assert message in found.output


@pytest.mark.parametrize(
    ("name", "start"), [("n.gexf", b"<?xml"), ("n.csv", b"\xef\xbb\xbfFirst,")]
)
def test_contacts_are_written(run: Run, tmp_path: Path, name: str, start: bytes) -> None:
    assert (
        run(
            "contacts", chronology("meeting 1911-03-05 ada,ben"), "-o", str(tmp_path / name)
        ).exit_code
        == 0
    )
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_kind_that_is_asked_for_is_a_contact(run: Run) -> None:
    told = chronology("payment 1911-03-05 ada,ben")
    assert run("contacts", told).output == "no contacts\n"
    assert run("contacts", told, "kind:payment").output.startswith(
        "Ada Quill – Ben Moor: 1 contact\n"
    )


def test_a_filter_with_a_minus_is_no_option(run: Run) -> None:
    told = chronology(
        "meeting 1911-03-05 ada,ben", "payment 1911-03-06 ada,cora", "call 1911 ada,dan"
    )
    found = run("evidence", told, "-kind:payment", "-actor:Dan Ost")
    assert found.exit_code == 0
    assert [
        line
        for line in found.output.splitlines()
        if line.endswith(")") and not line.startswith(" ")
    ] == ["5 March 1911: perhaps a meeting: Ada Quill and Ben Moor (meeting, e1)"]
