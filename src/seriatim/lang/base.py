"""What a language has to provide: one module a subject, and the names in it with their types.

A language is a folder beside ``en``.  Each class here is one module of that folder; mypy and a test
hold that the module has every name in its type.  What a name is for stands beside it in ``en``.
What the rules of the time grammar (``timex``) do is checked by the tests of ``temporal.tagging``.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, Protocol, TypedDict

from seriatim.model import Bound


class Constant(TypedDict, total=False):
    """What the result of a rule always means, by the names of ``temporal/algebra.py``."""

    number: tuple[float, float | None]
    vague: bool
    plus: float  # added to the number
    unit: str
    length: tuple[float, float, str]
    direction: Literal["ago", "hence", "earlier", "later"]
    beside: int  # the day beside which it lies: -1 for yesterday
    steps: int
    base: Literal["document", "running"]
    recurring: bool
    reference: str
    years_back: int
    year_alone: bool
    mod: str
    minutes: int
    bc: bool
    holiday: str
    around_holiday: bool
    weekend: bool
    week_of: bool
    fiscal: bool
    abbreviated: bool
    lower_case: bool


class Rule(NamedTuple):
    """A rule of the grammar, with phrases that it reads and phrases that only look like them."""

    id: str
    pattern: str
    makes: str  # the classes of what it makes
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    value: str = ""  # the TIMEX3 value of the first example
    sets: Constant = Constant()  # what the result always means
    by: str = "plain"  # its builder


class OrderCue(NamedTuple):
    """Words that may state an order, with texts in which they are found and in which not."""

    id: str
    pattern: str  # a regular expression, without regard to case
    relation: str
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    also: str = ""  # another relation that they may state


class NumberRule(NamedTuple):
    """A form with numbers that are no dates.

    In the examples nothing is read, in the near misses something is.
    """

    id: str
    reason: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


class Reign(NamedTuple):
    """From when a sovereign's years are counted, and the last day of the reign.

    Days are year, month and day in the style of the time, the year from January.
    """

    begins: tuple[int, int, int]
    at_latest: tuple[int, int, int]
    ends: tuple[int, int, int]
    movable: bool = False  # begins anew on each Ascension Day


class NegativeRule(NamedTuple):
    """A rule for words that look like a time and are none.

    Of the examples nothing is read that the rule is about, of the near misses something is.
    """

    id: str
    reason: str
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


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


class OrderCues(Protocol):
    """Words that may state an order between events that are to be found."""

    ORDER_CUES: tuple[OrderCue, ...]


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
    ACTION_SUFFIXES: tuple[str, ...]


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
    SHORT_OF: frozenset[str]
    MEASURES: frozenset[str]
    WITHIN_MEASURES: frozenset[str]
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
    SPEAKER: str
    TITLED_SPEAKER: str
    STATEMENT_OF: str
    SIGNATURE: str
    NAME_AND_DATE: str
    SELF_PRESENTATION: str
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
    EVIDENCE: frozenset[str]
    READING: frozenset[str]
    READS: frozenset[str]
    ADDRESSING: frozenset[str]
    CONTINUING: frozenset[str]
    OF_DEEDS: frozenset[str]
    OF_DEEDS_PREPOSITIONS: frozenset[str]
    ACCUSING: frozenset[str]
    ISSUING: frozenset[str]
    NOUNS: frozenset[str]
    DOCUMENTS: frozenset[str]
    ISSUERS_VERBS: frozenset[str]
    PHRASES: tuple[tuple[str, ...], ...]
    TO_BE_FOLLOWED: frozenset[str]
    OPENERS_OF_CONTENT: frozenset[str]
    NOBODY: frozenset[str]
    NO_NAMES: frozenset[str]
    SPEAKERS_OF_THE_TEXT: frozenset[str]
    NO_SPEAKERS: frozenset[str]
    CUE_ADVERBS: frozenset[str]


FeastDay = tuple[int, int] | tuple[str, int]  # month and day, or days from Easter Sunday


class Feasts(Protocol):
    """The feasts of the church calendar."""

    SAINTS: dict[str, FeastDay]
    FEASTS: dict[str, FeastDay]
    BEHIND_FEAST: dict[str, FeastDay]
    NOT_FEASTS: frozenset[str]
    BESIDE_FEAST: dict[str, int]


class Reigns(Protocol):
    """The regnal years of sovereigns, and how their names and numbers are written."""

    REIGNS: dict[tuple[str, int], Reign]
    NUMBERED: dict[str, str]
    ALONE: dict[str, str]
    ROMAN: dict[str, int]


class Testimony(Protocol):
    """How records set out who speaks: patterns of labels, headings and signatures."""

    TURN: str
    TITLE: str
    QUESTION_LABELS: frozenset[str]
    WITNESS_LABELS: frozenset[str]
    HEADED: str
    TAKEN_DOWN: frozenset[str]
    SWORN: str
    EXAMINER: str
    FIRST_PERSON: str
    LEADS_TO_MESSAGE: str
    SIGNATURE: str
    JURAT: str
    VALEDICTION: str
    NAMED_IN_CAPITALS: str
    NUMBERED: str
    FULL_LABEL: str
    ANY_LABEL: str


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
    SECOND_PERSON: frozenset[str]
    PERSONAL_PRONOUNS: frozenset[str]
    NARRATOR: str
    NO_PARTICIPANTS: frozenset[str]
    PLACE_BODIES: frozenset[str]
    FIRM_NOUNS: frozenset[str]
    PERSON_ENDINGS: tuple[str, ...]
    NOT_PERSONS: frozenset[str]


class Sections(Protocol):
    """Headings of sections that sum a document up or conclude it."""

    SUMMARY: frozenset[str]
    CONCLUSION: frozenset[str]
    NUMBERING: str


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


class TimexWords(Protocol):
    """Words of the grammar of time expressions: what shifts, bounds, weakens and refers."""

    PARTS_OF_PERIOD: dict[str, str]
    ROUGHLY: frozenset[str]
    MODIFIERS: dict[str, str]
    FIRST_HALF: frozenset[str]
    JOINS_DATES: str
    IN_NUMBERS: frozenset[str]
    TWELVE: frozenset[str]
    ONE_WORDS: frozenset[str]
    LIST_WORDS: frozenset[str]
    AGE_WORDS: frozenset[str]
    EDGES: frozenset[str]
    LAST_EDGES: frozenset[str]
    SHIFT_ENDINGS: frozenset[tuple[str, str]]
    OPEN_ENDS: frozenset[str]
    LEADS_DAY_BEFORE: frozenset[str]
    SAME: frozenset[str]
    BACK: frozenset[str]
    NO_PERIODS: frozenset[str]
    COMPARED: dict[str, str]
    CIRCA: frozenset[str]
    LETTER_MONTHS: dict[str, int]
    LETTER_MONTHS_IN_FULL: frozenset[str]
    TODAY: dict[str, int]
    NIGHT_WORDS: frozenset[str]
    WHICH: dict[str, tuple[int, Literal["document", "running"]]]
    EVERY: frozenset[str]
    FREQUENCIES: dict[str, str]
    FILLERS: frozenset[str]
    AHEAD_CUES: frozenset[str]
    NOT_PARTICIPLES: frozenset[str]
    NEVER_PAST_AFTER: frozenset[str]
    PLANNED: frozenset[str]
    PLANNED_BEFORE: frozenset[str]
    LEADS_TO: frozenset[str]
    BEHIND_CUES: frozenset[str]
    AFTER_HAVING: frozenset[str]
    PARTS_OF_TIME: frozenset[str]
    COUNTED_DAYS: frozenset[str]
    CONTINUOUS: frozenset[str]
    LAST: frozenset[str]
    LOOKING_AHEAD: frozenset[str]
    FORESEEING: frozenset[str]


class TimexClasses(Protocol):
    """The classes of words and tokens that the rules are written in."""

    CLASSES: dict[str, tuple[str, ...]]
    PUNCTUATION: dict[str, str]
    CAPITAL_ONLY: frozenset[str]
    TRIGGERS: tuple[str, ...]
    SHAPES: tuple[tuple[str, str], ...]
    WORD_SHAPES: str


class TimexNumbersNotDates(Protocol):
    """Forms with numbers that are no dates."""

    NUMBER_RULES: tuple[NumberRule, ...]


class TimexRules(Protocol):
    """The rules of the grammar of time expressions."""

    NUMBERS: tuple[Rule, ...]
    DATES: tuple[Rule, ...]
    HOLIDAY_RULES: tuple[Rule, ...]
    REFERENCE_RULES: tuple[Rule, ...]
    CLOCK: tuple[Rule, ...]
    DURATIONS: tuple[Rule, ...]
    RELATIONS: tuple[Rule, ...]
    WEEKDAYS: tuple[Rule, ...]
    COMBINE: tuple[Rule, ...]
    TIMES: tuple[Rule, ...]
    MODIFIERS: tuple[Rule, ...]
    RANGES: tuple[Rule, ...]
    FALLBACKS: tuple[Rule, ...]
    LEVELS: tuple[tuple[Rule, ...], ...]
    RULES: tuple[Rule, ...]
    TRIGGERS: frozenset[str]


class TimexHistorical(Protocol):
    """The rules of other reckonings, which ``TimexRules`` puts into its levels."""

    LETTERS: tuple[Rule, ...]
    OLD_YEARS: tuple[Rule, ...]
    SCHOOL_YEARS: tuple[Rule, ...]
    REIGNS: tuple[Rule, ...]
    FEAST_RULES: tuple[Rule, ...]
    BESIDE_FEASTS: tuple[Rule, ...]
    WITH_REGNAL: tuple[Rule, ...]
    AGES: tuple[Rule, ...]
    FOLLOWING: tuple[Rule, ...]


class TimexNegatives(Protocol):
    """Negative rules, and the words around what looks like a time expression."""

    LEADS_MONTH: frozenset[str]
    JOINS_NAMES: frozenset[str]
    NAMELIKE: frozenset[str]
    VERBLIKE: frozenset[str]
    LEADS_YEAR: frozenset[str]
    PEOPLE: tuple[str, ...]
    THINGS: tuple[str, ...]
    MEASURED_IN: tuple[str, ...]
    LEADS_COUNTED: tuple[str, ...]
    COUNTED: tuple[str, ...]
    COUNTED_COMPOUNDS: tuple[str, ...]
    PREFIXES: tuple[str, ...]
    MEASURES: frozenset[str]
    NUMBERED: frozenset[str]
    AFTER_ORDINAL: tuple[str, ...]
    LEADS_FALL: frozenset[str]
    NOT_PART: frozenset[str]
    PAPERS: frozenset[str]
    AFTER_SOON: frozenset[str]
    NOT_SPRING: frozenset[str]
    ATTRIBUTIVE: frozenset[str]
    NOT_DECADE: frozenset[str]
    UNDATED: frozenset[str]
    OF_A_DEGREE: frozenset[str]
    NEGATIVE_RULES: tuple[NegativeRule, ...]


class TimexFramePatterns(Protocol):
    """Patterns of the words around time expressions."""

    LEADS_TO_YEAR: str
    LEADS_TO_YEARS: str
    UNTIL: re.Pattern[str]
    SENTENCE_END: re.Pattern[str]
    MESSAGE: re.Pattern[str]
    SPOKEN: re.Pattern[str]
    CLAUSE_BREAK: re.Pattern[str]
    CLAUSE_STOP: re.Pattern[str]
    HAD: re.Pattern[str]
    OF_WHICH: re.Pattern[str]
    LASTING: re.Pattern[str]
    OF_SOMETHING: re.Pattern[str]
    OPENS_SENTENCE: re.Pattern[str]
    LED: re.Pattern[str]
    BY: re.Pattern[str]
    SIGNAL: re.Pattern[str]
    EVENT_AFTER: re.Pattern[str]
    LEADS_EVENT: frozenset[str]
    BETWEEN: re.Pattern[str]
    YEAR_LEAD: re.Pattern[str]
    PERHAPS: re.Pattern[str]
    SHORTLY: re.Pattern[str]
    NOT: re.Pattern[str]
    OPENS_WITH_FROM: re.Pattern[str]
    OPENS_ITEM: re.Pattern[str]
    PLACE: re.Pattern[str]
    RATE: re.Pattern[str]
    ENDED: re.Pattern[str]
    SINCE: re.Pattern[str]
    HAS_SINCE: re.Pattern[str]
    BORN: re.Pattern[str]
    BEGAN: re.Pattern[str]
    BEGINS_AFTER: re.Pattern[str]
    OF_WHAT: re.Pattern[str]
    DEMONSTRATIVES: frozenset[str]


class TimexDatingPatterns(Protocol):
    """Patterns of the words that date events."""

    UNIT_ALONE: re.Pattern[str]
    WEEKDAY_NAME: re.Pattern[str]
    BARE_DAY: re.Pattern[str]
    MONTH: re.Pattern[str]
    DEMONSTRATIVE: re.Pattern[str]
    CALENDAR_UNIT: re.Pattern[str]
    PART_OF_PERIOD: re.Pattern[str]
    TURN: re.Pattern[str]
    SAME_DAY: re.Pattern[str]
    PART_OF_DAY: re.Pattern[str]
    LAST_UNIT: re.Pattern[str]
    DATED: re.Pattern[str]
    NEXT: re.Pattern[str]


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
    "feasts": Feasts,
    "function_words": FunctionWords,
    "future": Future,
    "given_names": GivenNames,
    "hedges": Hedges,
    "layout": Layout,
    "lengths": Lengths,
    "name_lists": NameLists,
    "noun_phrases": NounPhrases,
    "numbers": Numbers,
    "order_cues": OrderCues,
    "parser": Parser,
    "records": Records,
    "reigns": Reigns,
    "reporting": Reporting,
    "roles": Roles,
    "sections": Sections,
    "table_columns": TableColumns,
    "testimony": Testimony,
    "time_references": TimeReferences,
    "timex.classes": TimexClasses,
    "timex.dating_patterns": TimexDatingPatterns,
    "timex.frame_patterns": TimexFramePatterns,
    "timex.historical": TimexHistorical,
    "timex.negatives": TimexNegatives,
    "timex.numbers_not_dates": TimexNumbersNotDates,
    "timex.rules": TimexRules,
    "timex.words": TimexWords,
    "unnamed_sources": UnnamedSources,
    "vague_distances": VagueDistances,
    "web_pages": WebPages,
    "word_families": WordFamilies,
}
