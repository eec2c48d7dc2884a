"""What the tests of the workbench share: a browser, a bench with two documents, a seat at it; and passwords that cost no second each."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest

from seriatim.case.case import Case
from seriatim.web.auth import accounts
from tests.exports.browser import chromium
from tests.web.served import LETTER, REPORT, Seat, new_case, seated, served
from tests.web.visits import QUICK


@pytest.fixture(scope="module")
def browser() -> Generator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Generator[tuple[str, Case]]:
    path = tmp_path_factory.mktemp("bench") / "case"
    case = new_case(path, {"letter.txt": LETTER, "gazette.txt": REPORT})
    with served(path) as address:
        yield address, case


@pytest.fixture
def seat(browser: Any, bench: tuple[str, Case]) -> Generator[Seat]:
    with seated(browser, bench[0]) as seat:
        yield seat


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "_hasher", lambda: QUICK)
    accounts._nobody.cache_clear()
