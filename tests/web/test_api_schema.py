"""The API does what ``/openapi.json`` says of it, whatever it is asked: no fault of the program, no status and no form that it does not name."""

from __future__ import annotations

import time
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup

from seriatim.case import Case
from seriatim.web.app import application
from tests.web.visits import served

LETTER = b"""The society's letters

On 3 May 1871 Ada Quill met Bert Stone in Leeds. On 5 May 1871 Ada Quill wrote to the Harbour Board.
Bert Stone sold the mill on 9 June 1871. Later Ada Quill left Leeds.
On Monday, 14 June 1871, Bert Stone visited York.
"""
FEW = settings(
    max_examples=15,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)


# What is well-formed may have characters that would hide or steer what others see (400), may be
# meant for something that is not there any more (410), or may not be able to be meant (422).
ACCEPTED = ["2xx", 400, 401, 403, 404, 409, 410, 422]
CONFIG = SchemathesisConfig.from_dict(
    {"seed": 7, "checks": {"positive_data_acceptance": {"expected-statuses": ACCEPTED}}}
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Any:
    case = Case.create(tmp_path_factory.mktemp("schema") / "case", "Letters")
    case.intake.add_bytes(LETTER, "letter.txt", who="Ada")
    case.build(model=False)
    return case


@pytest.fixture(scope="module")
def address(case: Any) -> Any:
    with served(application(case.path, who="Ada")) as found:
        yield found


@pytest.fixture(scope="module")
def headers(address: Any) -> Any:
    return {"X-Seriatim-Token": httpx.get(f"{address}/api/session", timeout=300).json()["token"]}


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_it_does_what_it_says(address: Any, headers: Any, mode: Any) -> None:
    described = schemathesis.openapi.from_url(f"{address}/openapi.json", config=CONFIG).exclude(
        path="/api/changes"
    )
    failed = {}
    for found in described.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]
        try:
            _all_is_well(operation.as_strategy(generation_mode=mode), headers)
        except Unsatisfiable:
            assert mode is GenerationMode.NEGATIVE  # it takes nothing that could be wrong
        except (Exception, FailureGroup) as error:  # noqa: BLE001 - all of them are wanted, each with its operation
            failed[operation.label] = getattr(error, "exceptions", [error])
    assert failed == {}


def _all_is_well(strategy: Any, headers: Any) -> None:
    @FEW
    @given(case=strategy)
    def check(case: Any) -> None:
        case.call_and_validate(headers=headers, timeout=300)

    check()


def test_a_stream_of_changes_is_what_it_says(address: Any) -> None:
    with httpx.stream("GET", f"{address}/api/changes", timeout=300) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert next(answer.iter_lines()) == "retry: 2000"


def test_the_case_is_whole_after_all_that(address: Any, case: Any) -> None:
    until = time.monotonic() + 300
    while not httpx.get(f"{address}/api/state", timeout=300).json()["current"]:
        assert time.monotonic() < until
        time.sleep(0.1)
    case.build(model=False)
    assert case.verify() == []
