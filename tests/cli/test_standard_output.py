"""Standard output as a file, and suggestions for names that are misspelt."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from seriatim import cli


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("On 3 May 1911 Karl Weiss arrived in Orlow.", "utf8")
    return path


def test_the_page_goes_to_standard_output(report: Path) -> None:
    done = CliRunner().invoke(cli.group, ["timeline", str(report), "-o", "-"])
    assert done.exit_code == 0
    assert done.stdout.lower().startswith("<!doctype html>")
    assert [p.name for p in report.parent.iterdir()] == ["report.txt"]


def test_the_chronology_file_goes_to_standard_output(report: Path) -> None:
    done = CliRunner().invoke(cli.group, ["timeline", str(report), "--json", "-"])
    assert json.loads(done.stdout)["events"]


def test_page_and_chronology_file_cannot_share_standard_output(report: Path) -> None:
    done = CliRunner().invoke(cli.group, ["timeline", str(report), "-o", "-", "--json", "-"])
    assert done.exit_code == 2
    assert "--json" in done.stderr


def test_a_misspelt_command_or_option_is_suggested(report: Path) -> None:
    done = CliRunner().invoke(cli.group, ["timelin"])
    assert done.exit_code == 2
    assert "Did you mean timeline?" in done.stderr
    done = CliRunner().invoke(cli.group, ["timeline", str(report), "--publishd", "1911"])
    assert done.exit_code == 2
    assert "--published" in done.stderr
