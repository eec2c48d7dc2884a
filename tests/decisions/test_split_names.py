"""Words that a person said are several names: each is named, takes part where the words did, and the finding is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from seriatim.case import review
from seriatim.decisions.make import DecisionError, DecisionRequest
from tests.decisions.test_make import built, case_of

TEXT = "Ada KerrTom Hale, and Ida Moss met the harbour master on 4 May 1908. Ada Kerr spoke first. Tom Hale left early.\n"


def who(case: object) -> list[list[str]]:
    """The names that take part in each event."""
    chronology = case.chronology()  # type: ignore[attr-defined]
    names = {a.id: a.name for a in chronology.actors}
    return [[names[a.actor] for a in e.actors] for e in chronology.events]


def test_the_finding_is_settled_by_its_names_and_they_take_part(tmp_path: Path) -> None:
    case = case_of(tmp_path, TEXT)
    (item,) = [i for i in review.queue(case.chronology()) if i.code == "run-together-names"]
    assert item.acts[0].arguments() == (
        "names",
        "d1",
        "--to",
        "Ada Kerr; Tom Hale",
        "--quote",
        "Ada KerrTom Hale",
    )
    before = who(case)
    (made,) = case.decide(case.chronology(), item.acts[0], who="Ada")
    assert [
        i for i in review.queue(built(case).chronology()) if i.code == "run-together-names"
    ] == []
    assert set(who(case)[0]) >= {"Ada Kerr", "Tom Hale", "Ida Moss"}
    case.undo(made.id, who="Ada")
    assert who(built(case)) == before


def test_names_in_a_row_with_somebody_who_takes_part_take_part(tmp_path: Path) -> None:
    case = case_of(
        tmp_path,
        "Konrad von BredowEmil Ludolph, and Ida Moss met the Emperor at Pless on 9 January 1908.\n",
    )
    words = "Konrad von BredowEmil Ludolph"
    case.decide(
        case.chronology(),
        DecisionRequest("names", ("d1",), "Konrad von Bredow; Emil Ludolph", words),
        who="Ada",
    )
    chronology = built(case).chronology()
    text = chronology.readings[0].document.text
    mentions = {m.name: text[slice(*m.span)] for a in chronology.actors for m in a.mentions}
    assert mentions["Konrad von Bredow"] == "Konrad von Bredow"
    assert {"Konrad von Bredow", "Emil Ludolph", "Ida Moss"} <= set(who(case)[0])


@pytest.mark.parametrize(
    ("names", "quote"),
    [
        ("Ada Kerr", "Ada KerrTom Hale"),
        ("Tom Hale; Ada Kerr", "Ada KerrTom Hale"),
        ("Ada; Ben", "Ada KerrTom"),
    ],
)
def test_names_that_the_words_do_not_hold_are_refused(
    tmp_path: Path, names: str, quote: str
) -> None:
    case = case_of(tmp_path, TEXT)
    with pytest.raises(DecisionError, match="names wants two names or more"):
        case.decide(case.chronology(), DecisionRequest("names", ("d1",), names, quote), who="Ada")
