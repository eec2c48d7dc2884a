"""What ``seriatim check`` prints."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from seriatim.findings import report
from seriatim.model import Chronology

Reader = Callable[[str], Chronology]
SLIP = """published: 1912-01-05
Log of the lighthouse

- March 2, 1911: Ferris paints the lantern room.
- March 9, 1911: Ferris reports a crack in the lens.
- March 14, 1912: The inspector visits the lighthouse.
- March 15, 1911: One day later, Ferris leaves the island.
- April 3, 1911: A new keeper arrives.
"""


def test_text(chronology_of: Reader) -> None:
    chronology = chronology_of(SLIP)
    findings = report.select(chronology.findings, ["contradicting-dates"])
    assert report.render(chronology, findings, "text") == (
        "document.txt:5:3: error: “March 14, 1912” contradicts “March 15, 1911” and “One day later”: the dates are 365 days apart; "
        "perhaps 14 March 1911 [contradicting-dates]\n"
        "    its date also breaks the order of its list\n"
        "    “One day later” on 15 March 1911: Ferris leaves the island\n"
        "    “March 15, 1911”: Ferris leaves the island\n"
        "    perhaps: 14 March 1911 (year-1)\n"
        "1 error\n"
    )


def test_nothing_found(chronology_of: Reader) -> None:
    chronology = chronology_of("published: 1911-03-01\nThe council met on 4 February 1911.\n")
    assert report.render(chronology, chronology.findings, "text") == "nothing found\n"


def test_json(chronology_of: Reader) -> None:
    chronology = chronology_of(SLIP)
    objects = json.loads(
        report.render(
            chronology, report.select(chronology.findings, ["contradicting-dates"]), "json"
        )
    )
    assert [(o["code"], o["file"], o["line"], o["column"], o["proposals"]) for o in objects] == [
        ("contradicting-dates", "document.txt", 5, 3, [{"edtf": "1911-03-14", "slip": "year-1"}])
    ]


def test_sarif(chronology_of: Reader) -> None:
    chronology = chronology_of(SLIP)
    log = json.loads(report.render(chronology, chronology.findings, "sarif"))
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert {r["ruleId"] for r in run["results"]} == {
        rule["id"] for rule in run["tool"]["driver"]["rules"]
    }
    place = next(r for r in run["results"] if r["ruleId"] == "contradicting-dates")["locations"][0][
        "physicalLocation"
    ]
    assert place == {
        "artifactLocation": {"uri": "document.txt"},
        "region": {"startLine": 5, "startColumn": 3, "endLine": 5, "endColumn": 17},
    }


def test_an_unknown_code_is_refused(chronology_of: Reader) -> None:
    with pytest.raises(KeyError, match="there is no check 'no-such-check'"):
        report.select((), ["no-such-check"])
