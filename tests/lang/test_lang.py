"""A language provides everything that base.py lists, and the stages reach it through seriatim.lang alone."""

from __future__ import annotations

import ast
import importlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pytest

import seriatim.lang
from seriatim.lang import base
from seriatim.lang.en import (
    agencies,
    calendar,
    check_patterns,
    connectives,
    contacts,
    event_types,
    function_words,
    future,
    given_names,
    hedges,
    layout,
    lengths,
    name_lists,
    noun_phrases,
    numbers,
    order_cues,
    parser,
    records,
    reporting,
    roles,
    table_columns,
    testimony,
    time_references,
    unnamed_sources,
    vague_distances,
    web_pages,
    word_families,
)
from seriatim.lang.en.timex import classes as timex_classes
from seriatim.lang.en.timex import dating_patterns as timex_dating_patterns
from seriatim.lang.en.timex import frame_patterns as timex_frame_patterns
from seriatim.lang.en.timex import negatives as timex_negatives
from seriatim.lang.en.timex import rules as timex_rules
from seriatim.lang.en.timex import words as timex_words

ROOT = Path(seriatim.lang.__file__).parent

# mypy compares each module of English with its class in base.py.
_agencies: base.Agencies = agencies
_calendar: base.Calendar = calendar
_check_patterns: base.CheckPatterns = check_patterns
_connectives: base.Connectives = connectives
_contacts: base.Contacts = contacts
_event_types: base.EventTypes = event_types
_function_words: base.FunctionWords = function_words
_future: base.Future = future
_given_names: base.GivenNames = given_names
_hedges: base.Hedges = hedges
_layout: base.Layout = layout
_lengths: base.Lengths = lengths
_name_lists: base.NameLists = name_lists
_noun_phrases: base.NounPhrases = noun_phrases
_numbers: base.Numbers = numbers
_order_cues: base.OrderCues = order_cues
_parser: base.Parser = parser
_records: base.Records = records
_reporting: base.Reporting = reporting
_roles: base.Roles = roles
_table_columns: base.TableColumns = table_columns
_testimony: base.Testimony = testimony
_time_references: base.TimeReferences = time_references
_timex_classes: base.TimexClasses = timex_classes
_timex_dating_patterns: base.TimexDatingPatterns = timex_dating_patterns
_timex_frame_patterns: base.TimexFramePatterns = timex_frame_patterns
_timex_negatives: base.TimexNegatives = timex_negatives
_timex_rules: base.TimexRules = timex_rules
_timex_words: base.TimexWords = timex_words
_unnamed_sources: base.UnnamedSources = unnamed_sources
_vague_distances: base.VagueDistances = vague_distances
_web_pages: base.WebPages = web_pages
_word_families: base.WordFamilies = word_families


def module(code: str, name: str) -> ModuleType:
    return importlib.import_module(f"seriatim.lang.{code}.{name}")


def public(loaded: ModuleType) -> set[str]:
    """The names that a module defines for others."""
    tree = ast.parse(Path(str(loaded.__file__)).read_text("utf8"))
    names = set()
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case ast.Assign(targets=[ast.Tuple(elts=parts)]):
                names |= {part.id for part in parts if isinstance(part, ast.Name)}
            case ast.FunctionDef(name=name):
                names.add(name)
    return {name for name in names if not name.startswith("_")}


def expected(protocol: type) -> set[str]:
    return set(get_type_hints(protocol)) | {
        name
        for name, value in vars(protocol).items()
        if callable(value) and not name.startswith("_")
    }


@pytest.mark.parametrize("name", base.MODULES)
@pytest.mark.parametrize("code", seriatim.lang.available())
def test_a_language_provides_what_base_lists(code: str, name: str) -> None:
    assert expected(base.MODULES[name]) - public(module(code, name)) == set()


@pytest.mark.parametrize("name", base.MODULES)
@pytest.mark.parametrize("code", seriatim.lang.available())
def test_every_value_has_its_type(code: str, name: str) -> None:
    for key, hint in get_type_hints(base.MODULES[name]).items():
        value = getattr(module(code, name), key)
        assert isinstance(value, getattr(hint, "__origin__", hint)), key
        arguments: tuple[type, ...] = getattr(hint, "__args__", ())
        if arguments and isinstance(value, (frozenset, Mapping)):
            kind = getattr(arguments[0], "__origin__", arguments[0])
            assert all(isinstance(entry, kind) for entry in value), key


@pytest.mark.parametrize("name", base.MODULES)
def test_base_lists_everything_that_english_has(name: str) -> None:
    assert public(module("en", name)) - expected(base.MODULES[name]) == set()


def test_base_lists_every_module() -> None:
    english = ROOT / "en"
    files = {
        ".".join(path.relative_to(english).with_suffix("").parts)
        for path in english.rglob("*.py")
        if path.stem != "__init__"
    }
    assert files == set(base.MODULES)


def test_stages_name_no_language() -> None:
    source = ROOT.parent
    named = [
        str(path.relative_to(source))
        for path in source.rglob("*.py")
        if ROOT not in path.parents and "seriatim.lang.en" in path.read_text("utf8")
    ]
    assert named == []


def run(code: str, script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, seriatim.lang.VARIABLE: code},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_second_folder_is_found_and_chosen(tmp_path: Path) -> None:
    (tmp_path / "lang" / "second").mkdir(parents=True)
    (tmp_path / "lang" / "second" / "__init__.py").write_text("")
    (tmp_path / "lang" / "second" / "future.py").write_text('FORESEEN = frozenset({"morgi"})\n')
    script = (
        f"import seriatim.lang as lang; lang.__file__ = {str(tmp_path / 'lang' / '__init__.py')!r}; "
        f"lang.__path__.append({str(tmp_path / 'lang')!r}); "
        "from seriatim.lang import future; print(sorted(future.FORESEEN))"
    )
    assert run("second", script).stdout == "['morgi']\n"


def test_an_unknown_language_is_refused_by_name() -> None:
    ended = run("none", "from seriatim.lang import hedges")
    assert ended.returncode != 0
    available = ", ".join(seriatim.lang.available())
    assert f"SERIATIM_LANGUAGE is 'none'. Available: {available}." in ended.stderr


def test_the_command_line_says_which_languages_there_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mill burned on 3 May 1911.\n", "utf8")
    for command in ("timeline", "check"):
        ended = subprocess.run(
            [sys.executable, "-m", "seriatim", command, str(tmp_path / "a.txt")],
            env={**os.environ, seriatim.lang.VARIABLE: "none"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 2
        assert ended.stderr == (
            "seriatim: the environment variable SERIATIM_LANGUAGE is set to 'none', which is not an "
            "installed language. Set it to one of these, or unset it: en.\n"
        )
