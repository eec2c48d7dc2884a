"""The direction and the pluperfect of a clause, by the words about a time."""

import pytest

from seriatim.temporal.frames import tense


def _at(text: str, time: str) -> tuple[str, int, int]:
    start = text.index(time)
    return text, start, start + len(time)


@pytest.mark.parametrize(
    ("text", "time", "way"),
    [
        ("Ada Quill sold the mill on Monday.", "Monday", -1),
        ("Ada Quill will sell the mill on Monday.", "Monday", 1),
        ("The sale is planned for Monday.", "Monday", 1),
        ("On Monday the mill burned down.", "Monday", -1),
        ("The mill is to close on Monday.", "Monday", 1),
        # past forms that are short or irregular
        ("On Monday the clerk died.", "Monday", -1),
        ("On Monday the clerk drove home.", "Monday", -1),
        ("On Monday the need for feed.", "Monday", 0),
        # a participle behind "be" or an article has no tense
        ("The rules to be revised on Monday.", "Monday", 0),
        ("Monday", "Monday", 0),
        # the sentence before says nothing about this one
        ("Ada Quill left. The mill, Monday.", "Monday", 0),
    ],
)
def test_direction(text: str, time: str, way: int) -> None:
    assert tense.direction(*_at(text, time)) == way


def test_would_is_future_in_reports_only() -> None:
    words = _at("Ada Quill would sell the mill on Monday.", "Monday")
    assert tense.direction(*words, reported=True) == 1
    assert tense.direction(*words) == 0


@pytest.mark.parametrize(
    ("text", "time", "expected"),
    [
        ("She had bought the farm in May 1909.", "May 1909", True),
        ("In May 1909 she had bought the farm.", "May 1909", True),
        # "had" by itself is a verb of the past
        ("She had a farm in May 1909.", "May 1909", False),
        ("She bought the farm in May 1909.", "May 1909", False),
        # the pluperfect of another sentence
        ("She had bought the farm. She sold it in May 1909.", "May 1909", False),
    ],
)
def test_pluperfect(text: str, time: str, expected: bool) -> None:
    assert tense.is_pluperfect(*_at(text, time)) is expected
