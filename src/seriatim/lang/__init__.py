"""The language that documents are read in: one folder for each, and one in use at a time.

``from seriatim.lang import hedges`` is the module of the language in use.  The environment variable
``SERIATIM_LANGUAGE`` names its folder; the default is ``en``.  ``base.py`` lists what a folder must
provide.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from types import ModuleType

from seriatim.lang import base

DEFAULT = "en"
VARIABLE = "SERIATIM_LANGUAGE"

agencies: base.Agencies
calendar: base.Calendar
check_patterns: base.CheckPatterns
connectives: base.Connectives
contacts: base.Contacts
event_types: base.EventTypes
function_words: base.FunctionWords
future: base.Future
given_names: base.GivenNames
hedges: base.Hedges
layout: base.Layout
lengths: base.Lengths
name_lists: base.NameLists
noun_phrases: base.NounPhrases
numbers: base.Numbers
parser: base.Parser
records: base.Records
reporting: base.Reporting
roles: base.Roles
sections: base.Sections
table_columns: base.TableColumns
time_references: base.TimeReferences
unnamed_sources: base.UnnamedSources
vague_distances: base.VagueDistances
web_pages: base.WebPages
word_families: base.WordFamilies


def available() -> tuple[str, ...]:
    """The names of the languages' folders."""
    return tuple(sorted(path.parent.name for path in Path(__file__).parent.glob("*/__init__.py")))


def chosen() -> str:
    """The name of the folder in use.  Raises ImportError if there is no such folder."""
    code = os.environ.get(VARIABLE) or DEFAULT
    if code not in available():
        raise ImportError(f"{VARIABLE} is {code!r}. Available: {', '.join(available())}.")
    return code


def __getattr__(name: str) -> ModuleType:
    """A module of the language in use, imported on first use."""
    if name not in base.MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{chosen()}.{name}")
    globals()[name] = module
    return module
