"""Fixtures and settings for all tests.

A test is skipped if something it needs is not installed: a browser, a package, the weights of
the span model.  With ``SERIATIM_REQUIRE_ALL`` set, as in ``.ci/run``, it fails instead, so that a
run on an incomplete machine cannot pass.  Two kinds of tests may still be skipped: those that need
the data in ``../shared``, which no install step can fetch, and those marked as optional.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("SERIATIM_SHARED", ROOT.parent / "shared"))
NEEDS_SHARED = "needs the folder ../shared"
# A reference implementation that takes minutes to build in C++; other tests cover its format, too.
OPTIONAL = "optional: "
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

# No deadline, since the first example of a run loads spaCy; the same examples every time, so that
# failures can be repeated.  No explain phase: it traces every line, which costs gigabytes and
# minutes when an example runs the whole pipeline.
PHASES = [Phase.explicit, Phase.reuse, Phase.generate, Phase.target, Phase.shrink]
settings.register_profile(
    "tests",
    deadline=None,
    derandomize=True,
    phases=PHASES,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "search",
    deadline=None,
    max_examples=2_000,
    phases=PHASES,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tests"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold and corpora beside the project."""
    if not SHARED.is_dir():
        pytest.skip(NEEDS_SHARED)
    return SHARED


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    return fail_if_skipped_for_a_missing_part(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    return fail_if_skipped_for_a_missing_part(report)


def fail_if_skipped_for_a_missing_part(report: Report) -> Report:
    if (
        not os.environ.get("SERIATIM_REQUIRE_ALL")
        or not report.skipped
        or hasattr(report, "wasxfail")
    ):
        return report
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if NEEDS_SHARED not in reason and OPTIONAL not in reason:
        report.outcome = "failed"
        report.longrepr = (
            f"{reason}\nSERIATIM_REQUIRE_ALL is set and something that the test needs is missing."
        )
    return report
