"""The interchange file: out and in again, its schema, and what is refused."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from seriatim import model
from seriatim.exports import interchange

TEXT = "Ada Quill reportedly met Ben Moor on 5 March 1911, a clerk said."


def sample() -> model.Chronology:
    document = model.Document(
        "d1", "a.txt", "A", TEXT, "00" * 32, published="1911-03-09", published_basis="given"
    )
    ada = model.Mention("d1-m1", "d1", 0, (0, 9), "Ada Quill", "Ada Quill", "person")
    clerk = model.Mention("d1-m2", "d1", 0, (51, 58), "a clerk", "a clerk", "role")
    claim = model.Claim(
        id="d1-c1",
        document="d1",
        passage=0,
        span=(0, len(TEXT)),
        quote=TEXT,
        predicate=(21, 24),
        kind="meeting",
        summary="Ada Quill met Ben Moor",
        when=model.When(
            "1911-03-05", "1911-03-05", "1911-03-05", "day", "stated", "on 5 March 1911", (34, 49)
        ),
        sources=(model.Source("clerk", (51, 58), (59, 63), (0, 49), "d1-m2"),),
        hedges=((10, 20),),
        certainty="possible",
    )
    differ = (
        model.Difference("when", "finer", (("1911-03-05", ("d1-c1",)), ("1911-03", ("d1-c1",)))),
    )
    event = model.Event(
        "e1",
        "meeting",
        claim.summary,
        claim.when,
        (claim,),
        actors=(model.EventActor("a1", "agent"),),
        differences=differ,
    )
    actors = (
        model.Actor("a1", "Ada Quill", "person", mentions=(ada,)),
        model.Actor("a2", "clerk", "role", mentions=(clerk,)),
    )
    finding = model.Finding(
        "x",
        "note",
        "m",
        ("e1",),
        ("d1-c1",),
        "d1",
        (0, 9),
        ("because",),
        model.Proposal(edtf="1911-03-05"),
    )
    link = model.Link("e1", "after", "e1", model.Distance(1, 2, "hour"), "stated", "d1", (0, 3))
    return model.Chronology(
        "A", (model.Reading(document, ()),), actors, (event,), (link,), findings=(finding,)
    )


def test_the_file_matches_its_own_schema() -> None:
    made = json.loads(interchange.export(sample()))
    jsonschema.validate(made, interchange.schema())
    assert made["events"][0]["claims"][0]["sources"][0]["actor"] == "a2"
    assert made["links"][0]["from"] == "e1"


def test_where_claims_differ_is_left_out_where_they_do_not_and_comes_back() -> None:
    data = interchange.export(sample())
    assert json.loads(data)["events"][0]["differences"] == [
        {
            "aspect": "when",
            "kind": "finer",
            "sides": [
                {"said": "1911-03-05", "claims": ["d1-c1"]},
                {"said": "1911-03", "claims": ["d1-c1"]},
            ],
        }
    ]
    assert interchange.parse(data, "c.json").events[0].differences == sample().events[0].differences
    alike = replace(sample(), events=(replace(sample().events[0], differences=()),))
    assert "differences" not in json.loads(interchange.export(alike))["events"][0]
    jsonschema.validate(json.loads(interchange.export(alike)), interchange.schema())


def test_out_in_and_out_again_gives_the_same_bytes(tmp_path: Path) -> None:
    data = interchange.export(sample())
    (tmp_path / "c.json").write_bytes(data)
    assert interchange.export(interchange.read(tmp_path / "c.json")) == data


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"version": 1', '"version": 2', "$.version"),
        ('"polarity": "+"', '"polarity": "maybe"', "$.events[0].claims[0].polarity"),
        ('"quote": "Ada', '"quote": "Eda', "$.events[0].claims[0].quote"),
        (
            '"id": "d1-c1",\n          "document": "d1"',
            '"id": "d1-c1",\n          "document": "d9"',
            "$.events[0].claims[0].document",
        ),
        (
            '"document": "d1",\n          "span"',
            '"document": "d9",\n          "span"',
            "$.actors[0].mentions[0].document",
        ),
        ('"edtf": "1911-03-05"', '"edtf": "5 March"', "$.events[0]"),
        (
            '"said": "1911-03-05",\n              "claims": [\n                "d1-c1"',
            '"said": "1911-03-05",\n              "claims": [\n                "d1-c9"',
            "$.events[0].differences[0].sides[0].claims",
        ),
        ('"title": "A"', '"titel": "A"', "$.case"),
    ],
)
def test_a_file_that_does_not_match_is_refused_with_the_path_of_the_first_wrong_value(
    old: str, new: str, says: str
) -> None:
    data = interchange.export(sample()).decode()
    assert old in data
    with pytest.raises(interchange.ChronologyError) as caught:
        interchange.parse(data.replace(old, new, 1).encode(), "c.json")
    assert says in str(caught.value)
    assert "c.json" in str(caught.value)


def test_where_a_line_stands_on_its_page_goes_out_and_comes_back() -> None:
    reading = sample().readings[0]
    places = (
        model.Location((0, 20), 3, 7, box=(72.0, 90.5, 301.2, 102.0)),
        model.Location((21, 40), 3, 8),
    )
    paged = replace(
        sample(), readings=(replace(reading, document=replace(reading.document, locations=places)),)
    )
    made = json.loads(interchange.export(paged))
    jsonschema.validate(made, interchange.schema())
    assert made["documents"][0]["locations"] == [
        {"span": [0, 20], "page": 3, "line": 7, "box": [72.0, 90.5, 301.2, 102.0]},
        {"span": [21, 40], "page": 3, "line": 8},
    ]
    assert (
        interchange.parse(interchange.export(paged), "c.json").readings[0].document.locations
        == places
    )
