"""What a language has to provide: one module a subject, and the names in it with their types.

A language is a folder beside ``en``.  Each class here is one module of that folder; mypy and a test
hold that the module has every name in its type.  What a name is for stands beside it in ``en``.
The time grammar (``timex``) is checked by the tests of ``temporal.tagging``.
"""

from __future__ import annotations

import re
from typing import Protocol

from seriatim.model import Bound


class Agencies(Protocol):
    """News agencies and how their copy is signed."""

    SIGNATURES: dict[str, str]
    CREDITS: tuple[str, ...]


class Calendar(Protocol):
    """Names of months, weekdays, seasons, units, parts of the day, holidays and time zones."""

    MONTHS: dict[str, int]
    WEEKDAYS: dict[str, int]
    SHORT_MONTHS: frozenset[str]
    SHORT_WEEKDAYS: frozenset[str]
    PLURAL_WEEKDAYS: frozenset[str]
    SEASONS: dict[str, str]
    SEASON_CODES: dict[str, int]
    UNITS: dict[str, tuple[str, bool, int]]
    UNIT_WORDS: dict[str, str]
    UNIT_PLURALS: dict[str, str]
    DAY_PARTS: dict[str, str]
    DAY_PART_PLURALS: dict[str, str]
    LATE_PARTS: frozenset[str]
    CLOCK_WORDS: dict[str, tuple[int, int]]
    HOLIDAYS: dict[str, tuple[int, int] | tuple[str, int] | tuple[int, int, int]]
    ZONES: dict[str, int]


class CheckPatterns(Protocol):
    """Patterns of the checks."""

    DAY_NAMES: tuple[str, ...]
    AGE: re.Pattern[str]
    PERIOD: re.Pattern[str]
    BORN: re.Pattern[str]
    JOINED: re.Pattern[str]
    JOINED_OR_AND: re.Pattern[str]
    AND: re.Pattern[str]
    FROM_OR_BETWEEN: re.Pattern[str]
    BETWEEN: re.Pattern[str]
    MONTH_DAY: re.Pattern[str]
    DAY_MONTH: re.Pattern[str]
    WEEKDAY_BEFORE: re.Pattern[str]
    WEEKDAY_AFTER: re.Pattern[str]
    WEEKDAY_INSIDE: re.Pattern[str]
    GIVEN_NAME_BEFORE: re.Pattern[str]
    CLEFT: re.Pattern[str]
    CONTRASTED: re.Pattern[str]
    CONTRASTED_IN_CLEFT: re.Pattern[str]
    MAY_CONTRAST: re.Pattern[str]
    ENDING: re.Pattern[str]
    AGAIN: re.Pattern[str]
    OBJECT_PRONOUN: re.Pattern[str]


class Connectives(Protocol):
    """Words that order events in time, and how far vague distances reach."""

    JOINING: dict[str, str]
    CONTRASTING: frozenset[str]
    BREAKS: frozenset[str]
    MEASURED: frozenset[str]
    COUNTING: dict[str, str]
    BACKWARD: dict[str, str]
    NOT_BEFORE_LATER: frozenset[str]
    NOT_AFTER_LATER: frozenset[str]
    NOT_BEFORE_THEN: frozenset[str]
    IF: frozenset[str]
    ORDERING: dict[str, tuple[str, int]]
    DAYS: frozenset[str]
    PERIODS: frozenset[str]
    AT_MOST: frozenset[str]
    AT_LEAST: frozenset[str]
    ABOUT: frozenset[str]
    EXACTLY: frozenset[str]
    ROUGH: float
    BARE: dict[str, tuple[int, int, str]]
    UNITS: dict[str, tuple[str, float]]
    ROUNDED: frozenset[str]
    SINGLE: dict[str, float]
    SHORTLY: frozenset[str]
    IN: str
    OF: str
    VAGUE_NUMBERS: str
    BETWEEN_NUMBERS: str
    AND_A_HALF: str
    MORE: str
    AROUND_A_NUMBER: str
    BEFORE_ORDERING: str


class Contacts(Protocol):
    """Types of event that bring people into contact."""

    TOGETHER: frozenset[str]
    ONE_WAY: frozenset[str]


class EventTypes(Protocol):
    """Verbs and nouns by type of event, and verbs that report no event of their own."""

    KIND_VERBS: dict[str, frozenset[str]]
    KIND_NOUNS: dict[str, frozenset[str]]
    KIND_OF_VERB: dict[str, str]
    KIND_OF_NOUN: dict[str, str]
    LIGHT_VERBS: frozenset[str]
    KINDS_BY_COMPLEMENT: dict[str, tuple[tuple[str, str], ...]]
    LAWS: frozenset[str]
    SHUTTERS: frozenset[str]
    BUILDINGS: frozenset[str]
    DATA: frozenset[str]
    CASES: frozenset[str]
    TOLLS: frozenset[str]
    SKILLS: frozenset[str]
    CHEQUES: frozenset[str]
    DONE_TO: frozenset[str]
    COURT_MATTERS: frozenset[str]
    LENGTHS: frozenset[str]
    IRREGULAR_PAST: dict[str, str]
    OCCURRENCE_VERBS: frozenset[str]
    ASPECT_VERBS: frozenset[str]
    ATTEMPT_VERBS: frozenset[str]
    ATTEMPTS: frozenset[str]
    STATIVE_VERBS: frozenset[str]
    WEAKLY_STATIVE_VERBS: frozenset[str]
    TRANSITIVE_EVENTS: frozenset[str]
    STATIVE_UNLESS_AGENT: frozenset[str]
    PSYCH_VERBS: frozenset[str]
    SAYING_VERBS: frozenset[str]
    PERCEIVING: frozenset[str]
    BRINGING_ABOUT: frozenset[str]
    GOING_ON: frozenset[str]
    SPEECH_ACTS: frozenset[str]
    TESTIMONY_VERBS: frozenset[str]
    HEARING_BODIES: frozenset[str]
    NAMING_VERBS: frozenset[str]
    DEED_NOUNS: frozenset[str]
    SET_VERBS: frozenset[str]
    HABIT_WORDS: frozenset[str]
    DOCUMENT_NOUNS: frozenset[str]


class FunctionWords(Protocol):
    """The commonest words of this language and of those it has to be told from."""

    NAME: str
    FUNCTION_WORDS: dict[str, frozenset[str]]
    COMMON: frozenset[str]
    POINTING_BACK: frozenset[str]
    OPENERS: frozenset[str]


class Future(Protocol):
    """Words that announce what is still to come."""

    FORESEEN: frozenset[str]


class GivenNames(Protocol):
    """Given names."""

    MALE_NAMES: frozenset[str]
    FEMALE_NAMES: frozenset[str]
    GIVEN_NAMES: frozenset[str]


class Hedges(Protocol):
    """Hedges, negation, conditions and plans."""

    ADVERBS: dict[str, frozenset[str]]
    ADJECTIVES: dict[str, frozenset[str]]
    GOVERNORS: dict[str, frozenset[str]]
    PASSIVE_GOVERNORS: dict[str, frozenset[str]]
    MODALS: dict[str, frozenset[str]]
    EVIDENCE: frozenset[str]
    CONCLUDING: frozenset[str]
    CONDITIONS: frozenset[str]
    BOUNDS: tuple[tuple[tuple[str, ...], str], ...]
    NOT: frozenset[str]
    NO: frozenset[str]
    NOBODY: frozenset[str]
    OF_MANY: frozenset[str]
    WITHOUT: frozenset[str]
    INSTEAD: tuple[tuple[str, ...], ...]
    DENIALS: frozenset[str]
    NOT_DONE: frozenset[str]
    DENIAL_NOUNS: frozenset[str]
    DENIAL_ADJECTIVES: frozenset[str]
    TRANSPARENT: frozenset[str]
    NEGATED_FOR_THEIR_CONTENT: frozenset[str]
    PLANS: frozenset[str]
    FUTURE: frozenset[str]
    LIGHT: frozenset[str]
    LEXICON: frozenset[str]
    LEXICON_PHRASES: frozenset[str]


class Layout(Protocol):
    """Words and patterns of bylines, datelines, labels, speakers and mail headers."""

    DATE_LABELS: frozenset[str]
    LATER_LABELS: frozenset[str]
    WEEKDAYS: tuple[str, ...]
    DATELINE_WORDS: frozenset[str]
    SECTION_WORDS: frozenset[str]
    SPEAKER_TITLES: frozenset[str]
    LABELS: frozenset[str]
    DATE_COLUMNS: frozenset[str]
    TEXT_COLUMNS: frozenset[str]
    SPEAKER: str
    BYLINE: str
    REPLY: str
    PERSON: str
    FORWARDED: str
    FORWARDED_FIELDS: tuple[str, ...]
    PAGE_NUMBER: str
    CONTENTS_TITLES: frozenset[str]
    REFERENCE_TITLES: frozenset[str]
    NO_TITLES: frozenset[str]
    VERSUS: frozenset[str]
    CAPTION: str
    CREDIT: str
    LEADS_TO_DAY: str
    REPLY_BEGINS: str
    CLOSING: str


class Lengths(Protocol):
    """Words for lengths of time."""

    LENGTH: re.Pattern[str]


class NameLists(Protocol):
    """Words that separate the names of a list."""

    BETWEEN_NAMES: re.Pattern[str]


class NounPhrases(Protocol):
    """Words around the head of a noun phrase."""

    DETERMINERS: frozenset[str]
    RELATIVE: frozenset[str]
    POINTING: frozenset[str]
    BEHIND_A_HEAD: tuple[str, ...]
    OPENING_A_CLAUSE: tuple[str, ...]
    VESSELS: frozenset[str]
    ARTICLE: str
    APPOSITION: str


class Numbers(Protocol):
    """Number words, currencies, bounds and tallies."""

    SMALL: dict[str, int]
    TENS: dict[str, int]
    SCALES: dict[str, int]
    GROUPS: dict[str, int]
    CURRENCIES: dict[str, str]
    ORDINALS: dict[str, int]
    TENS_OF_YEARS: dict[str, int]
    ABOUT_TWO: frozenset[str]
    VAGUE: dict[str, tuple[float, float | None]]
    IN_TALLY: str
    BEFORE_TALLY: str
    BEFORE_NUMBER: tuple[tuple[str, Bound], ...]


class Parser(Protocol):
    """The model that parses this language."""

    SPACY_MODEL: str


class Records(Protocol):
    """Which kind of record could settle a question about an event."""

    RECORDS: dict[str, str]
    BY_PEOPLE: frozenset[str]
    SOMEWHERE: frozenset[str]
    MISSING: dict[str, str]
    SETTLES: dict[str, str]
    NO_FIRST_HAND: str
    NO_VERDICT: str
    FIRST_PERSON: frozenset[str]


class Reporting(Protocol):
    """Reporting verbs, nouns and phrases: the cues of attribution."""

    SAYING: frozenset[str]
    THINKING: frozenset[str]
    ATTITUDES: frozenset[str]
    NOT_SAID_IS_OPEN: frozenset[str]
    PLEADING: frozenset[str]
    ASKING: frozenset[str]
    SHOWING: frozenset[str]
    OF_DEEDS: frozenset[str]
    OF_DEEDS_PREPOSITIONS: frozenset[str]
    OF_ONES_OWN_WILL: frozenset[str]
    ACCUSING: frozenset[str]
    ISSUING: frozenset[str]
    NOUNS: frozenset[str]
    DOCUMENTS: frozenset[str]
    ISSUERS_VERBS: frozenset[str]
    PHRASES: tuple[tuple[str, ...], ...]
    AS_VERBS: frozenset[str]
    OPENERS_OF_CONTENT: frozenset[str]
    NOBODY: frozenset[str]
    SPEAKERS_OF_THE_TEXT: frozenset[str]
    NO_SPEAKERS: frozenset[str]
    CUE_ADVERBS: frozenset[str]


class Roles(Protocol):
    """Titles, role nouns, legal forms and pronouns."""

    MALE_TITLES: frozenset[str]
    FEMALE_TITLES: frozenset[str]
    TITLES: frozenset[str]
    NAME_SUFFIXES: frozenset[str]
    NAME_PARTICLES: frozenset[str]
    NAME_PREFIXES: frozenset[str]
    CORPORATE_SUFFIXES: frozenset[str]
    NAME_ENDINGS: frozenset[str]
    PERSON_NOUNS: frozenset[str]
    BODY_NOUNS: frozenset[str]
    FEMALE_NOUNS: frozenset[str]
    MALE_NOUNS: frozenset[str]
    MALE_PRONOUNS: frozenset[str]
    FEMALE_PRONOUNS: frozenset[str]
    NEUTER_PRONOUNS: frozenset[str]
    PLURAL_PRONOUNS: frozenset[str]
    FIRST_SINGULAR: frozenset[str]
    FIRST_PLURAL: frozenset[str]
    PERSONAL_PRONOUNS: frozenset[str]
    PLACE_BODIES: frozenset[str]
    FIRM_NOUNS: frozenset[str]
    PERSON_ENDINGS: tuple[str, ...]
    NOT_PERSONS: frozenset[str]


class TableColumns(Protocol):
    """What people call the columns of a table of events."""

    COLUMNS: dict[str, tuple[str, ...]]
    MODIFIERS: dict[str, str]
    ABOUT: frozenset[str]
    DATED: frozenset[str]
    LATER: frozenset[str]
    NAMES: frozenset[str]


class TimeReferences(Protocol):
    """Words that point at the past, the present or the future without giving a date."""

    REFERENCES: dict[str, str]
    NOT_REFERENCES: dict[str, str]


class UnnamedSources(Protocol):
    """Words for sources that a text does not name."""

    NOUNS: frozenset[str]
    NUMBERS: frozenset[str]
    FAMILIAR: tuple[str, ...]

    def is_unnamed(self, name: str) -> bool:
        """Whether a source's name names nobody."""
        ...


class VagueDistances(Protocol):
    """How far bare plurals such as "hours later" reach."""

    VAGUE_DISTANCES: dict[str, tuple[float, float | None]]


class WebPages(Protocol):
    """Words by which the markup of a web page shows what is not its text."""

    BOILERPLATE: frozenset[str]
    HIDDEN: tuple[str, ...]
    ROLES: frozenset[str]
    DATE_CLASSES: frozenset[str]
    DATE_NAMES: tuple[str, ...]
    TITLE_NAMES: tuple[str, ...]
    ARTICLE_TYPES: frozenset[str]
    COMPANION_FOLDER: str


class WordFamilies(Protocol):
    """Words of one family, of one sense, and light words."""

    FAMILIES: tuple[tuple[str, ...], ...]
    ENDINGS: tuple[str, ...]
    LIGHT: frozenset[str]
    ALIKE_IN_SENSE: tuple[tuple[str, ...], ...]
    INFLECTION: str
    ANOTHER: str


MODULES: dict[str, type] = {
    "agencies": Agencies,
    "calendar": Calendar,
    "check_patterns": CheckPatterns,
    "connectives": Connectives,
    "contacts": Contacts,
    "event_types": EventTypes,
    "function_words": FunctionWords,
    "future": Future,
    "given_names": GivenNames,
    "hedges": Hedges,
    "layout": Layout,
    "lengths": Lengths,
    "name_lists": NameLists,
    "noun_phrases": NounPhrases,
    "numbers": Numbers,
    "parser": Parser,
    "records": Records,
    "reporting": Reporting,
    "roles": Roles,
    "table_columns": TableColumns,
    "time_references": TimeReferences,
    "unnamed_sources": UnnamedSources,
    "vague_distances": VagueDistances,
    "web_pages": WebPages,
    "word_families": WordFamilies,
}
