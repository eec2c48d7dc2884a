"""Undocumented means broken: commands, options, formats and checks say what they do, where a person looks for it."""

from __future__ import annotations

import inspect
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest

from seriatim import cli, plugins

ROOT = Path(__file__).parent.parent


def command(name: Any) -> Any:
    return cli.group.get_command(click.Context(cli.group), name)


def test_the_pages_made_from_the_code_are_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    made = import_module("write_docs").pages()
    kept = {
        str(path.relative_to(ROOT)): path.read_text("utf8")
        for folder in ("findings", "reference")
        for path in (ROOT / "docs" / folder).glob("*.md")
    }
    assert made == kept, "run python tools/write_docs.py"


def test_every_command_is_in_the_table() -> None:
    modules = [m.name for m in pkgutil.iter_modules(cli.__path__)]
    commands = {
        name for name in modules if hasattr(import_module(f"seriatim.cli.{name}"), "command")
    }
    assert commands == {cli.MODULES.get(name, name) for name in cli.COMMANDS}


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_a_command_says_what_it_does_and_what_its_options_mean(name: Any) -> None:
    found = command(name)
    assert found.help, "no docstring"
    assert found.get_short_help_str(200).rstrip(".").split()[0], "no first line"
    assert "\\" not in found.help, "a mark for click that is not the sign itself"
    silent = [p.opts[0] for p in found.params if isinstance(p, click.Option) and not p.help]
    assert silent == []


@pytest.mark.parametrize(
    ("table", "name"), [(table, name) for table in plugins.TABLES for name in plugins.TABLES[table]]
)
def test_a_format_is_documented(table: Any, name: Any) -> None:
    module = inspect.getmodule(plugins.load(table, name))
    assert module.__doc__, "its module has no docstring"
    assert f"`{name}`" in (ROOT / "docs/formats.md").read_text("utf8")


def test_help_needs_nothing_heavy() -> None:
    heavy = (
        "spacy",
        "numpy",
        "scipy",
        "onnxruntime",
        "trafilatura",
        "lxml",
        "sqlalchemy",
        "msgspec",
        "rustworkx",
    )
    script = f"import sys, seriatim.cli as c\ntry: c.group.main(['--help'])\nexcept SystemExit: pass\nprint([m for m in {heavy} if m in sys.modules])"
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    assert said.splitlines()[-1] == "[]"
