"""Every check: its documentation is whole, its example is found, its near miss is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seriatim.findings import checks
from seriatim.findings.check import PARTS, Check
from seriatim.model import Chronology

ALL = [pytest.param(c, id=c.code) for c in checks()]
Reader = Callable[[str], Chronology]


@pytest.mark.parametrize("check", ALL)
def test_documentation_is_whole(check: Check) -> None:
    assert check.title.endswith(".")
    assert tuple(check.parts) == PARTS
    assert all(body.strip() for body in check.parts.values())
    assert check.documents("Example")
    assert check.documents("Near miss")


@pytest.mark.parametrize("check", ALL)
def test_example_is_found(check: Check, chronology_of: Reader) -> None:
    for text in check.documents("Example"):
        found = [f for f in chronology_of(text).findings if f.code == check.code]
        assert found, text
        assert {f.severity for f in found} <= {check.severity, "note"}


@pytest.mark.parametrize("check", ALL)
def test_near_miss_is_not(check: Check, chronology_of: Reader) -> None:
    for text in check.documents("Near miss"):
        assert check.code not in [f.code for f in chronology_of(text).findings], text


def test_every_finding_points_at_its_words(chronology_of: Reader) -> None:
    for check in checks():
        for text in (*check.documents("Example"), *check.documents("Near miss")):
            chronology = chronology_of(text)
            documents = {r.document.id: r.document for r in chronology.readings}
            events, claims = (
                {e.id for e in chronology.events},
                {c.id for e in chronology.events for c in e.claims},
            )
            for finding in chronology.findings:
                assert finding.code in {c.code for c in checks()}
                assert set(finding.events) <= events
                assert set(finding.claims) <= claims
                if finding.span:
                    assert (
                        0
                        <= finding.span[0]
                        <= finding.span[1]
                        <= len(documents[finding.document or ""].text)
                    )


def test_codes_are_known() -> None:
    codes = [c.code for c in checks()]
    assert len(codes) == len(set(codes)) >= 15


def test_dates_that_contradict_each_other_are_a_finding_of_both_events(
    chronology_of: Reader,
) -> None:
    chronology = chronology_of(
        "- February 19, 1908: Quill sells the ferry.\n- February 20, 1907: One day later, Quill leaves Lowick.\n"
    )
    found = next(f for f in chronology.findings if f.code == "contradicting-dates")
    assert len(found.events) == 2
