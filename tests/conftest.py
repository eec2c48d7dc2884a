"""What all tests share.

A test that needs a part which is not here (a browser, a package, the weights of the span model)
skips.  With ``SERIATIM_REQUIRE_ALL`` set, as in ``.ci/run``, such a test fails: a machine that
lacks a part must not look like one where all is well.  Only what needs the folder ``../shared`` may
still skip, since it is data to measure on and comes from nowhere that an install step could reach,
and what says that it is optional.
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
OPTIONAL = "optional: "  # a reference that takes a C++ build of minutes; the format is held by other tests, too
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

# The first example of a run loads spaCy, so no example has a deadline; the same examples every
# time, so that a red run is red again.
# Without the phase that explains: it traces every line, which costs gigabytes and minutes where an
# example runs the whole pipeline.
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
    return fail_if_a_part_is_missing(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    return fail_if_a_part_is_missing(report)


def fail_if_a_part_is_missing(report: Report) -> Report:
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
            f"{reason}\nSERIATIM_REQUIRE_ALL is set: a part that the test needs is missing."
        )
    return report
