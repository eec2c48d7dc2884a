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


class UnknownLanguageError(ImportError):
    """There is no folder for the language that ``SERIATIM_LANGUAGE`` names."""

    def __init__(self, code: str) -> None:
        """Keep the code that the variable holds."""
        super().__init__(f"{VARIABLE} is {code!r}. Available: {', '.join(available())}.")
        self.code = code


agencies: base.Agencies
calendar: base.Calendar
check_patterns: base.CheckPatterns
connectives: base.Connectives
contacts: base.Contacts
event_types: base.EventTypes
feasts: base.Feasts
function_words: base.FunctionWords
future: base.Future
given_names: base.GivenNames
hedges: base.Hedges
layout: base.Layout
lengths: base.Lengths
name_lists: base.NameLists
noun_phrases: base.NounPhrases
numbers: base.Numbers
order_cues: base.OrderCues
parser: base.Parser
records: base.Records
reigns: base.Reigns
reporting: base.Reporting
roles: base.Roles
sections: base.Sections
table_columns: base.TableColumns
testimony: base.Testimony
time_references: base.TimeReferences
timex_classes: base.TimexClasses
timex_dating_patterns: base.TimexDatingPatterns
timex_frame_patterns: base.TimexFramePatterns
timex_historical: base.TimexHistorical
timex_negatives: base.TimexNegatives
timex_numbers_not_dates: base.TimexNumbersNotDates
timex_rules: base.TimexRules
timex_words: base.TimexWords
unnamed_sources: base.UnnamedSources
vague_distances: base.VagueDistances
web_pages: base.WebPages
word_families: base.WordFamilies


def available() -> tuple[str, ...]:
    """The names of the languages' folders."""
    return tuple(sorted(path.parent.name for path in Path(__file__).parent.glob("*/__init__.py")))


def chosen() -> str:
    """The name of the folder in use.  Raises UnknownLanguageError if there is none."""
    code = os.environ.get(VARIABLE) or DEFAULT
    if code not in available():
        raise UnknownLanguageError(code)
    return code


def __getattr__(name: str) -> ModuleType:
    """A module of the language in use, imported on first use; ``timex_words`` is ``timex.words``."""
    path = name.replace("timex_", "timex.", 1)
    if path not in base.MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{chosen()}.{path}")
    globals()[name] = module
    return module
