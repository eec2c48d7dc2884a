"""Searches in a case: which entry a search finds first."""

from __future__ import annotations

from pathlib import Path

import pytest

from seriatim.case import Case

TEXT = """The Harrow Dock Board (HDB) met on 3 May 1908. Ada Quill warned the HDB about the crane.

On 9 May 1908 the crane collapsed. Two porters were hurt.

The warnings had been ignored, Ben Moor wrote in June 1908.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("searched")
    (folder / "dock.txt").write_text(TEXT, "utf8")
    made = Case.create(folder / "case", "Dock")
    made.add([folder / "dock.txt"], who="Ada")
    made.build(processes=1, model=False)
    return made


def found(case: Case, words: str) -> list[str]:
    return [f"{one.edtf}: {one.headline}" for one in case.results.search(words).results]


def test_a_hit_has_its_entry_and_date(case: Case) -> None:
    assert found(case, "collapse crane")[0] == "1908-05-09: On 9 May 1908 the crane collapsed"
    assert found(case, "board meeting OR met")[0].startswith("1908-05-03: The Harrow Dock Board")


def test_any_ending_any_order_a_slip_and_another_name(case: Case) -> None:
    assert found(case, "collapsing")[0] == found(case, "colapsed")[0] == found(case, "collapse")[0]
    assert "warn" in found(case, "crane HDB warning")[0]


def test_words_that_no_passage_has_together_find_those_with_some(case: Case) -> None:
    result = case.results.search("porters June")
    assert not result.every
    assert len(result.results) == 2
    assert case.results.search("zeppelin").results == ()


def test_the_quote_is_the_text_at_its_place(case: Case) -> None:
    for one in case.results.search("crane").results:
        assert TEXT[one.start : one.end] == one.quote


@pytest.mark.parametrize("words", ['"', "AND", "-x", "(", "\0", "NOT NOT", "a" * 5000])
def test_no_search_is_an_error(case: Case, words: str, tmp_path: Path) -> None:
    case.results.search(words)
