"""Which words date a claim: those of its own clause, else of its sentence, its list item, its heading, or the running time of what is told.

Nothing is dated more narrowly than its words: what merely follows in the telling is dated "not before" the running time, what is told as
already past "not after" it, and what somebody says of another time is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from seriatim import edtf
from seriatim.claims import intervals, syntax
from seriatim.claims.attachment import Attached, Dating
from seriatim.claims.predicates import Predicate
from seriatim.language.happenings import HEARING_BODIES, KIND_NOUNS, TESTIMONY_VERBS
from seriatim.model import UNKNOWN, Distance, Document, Span, TimeExpression, When

if TYPE_CHECKING:
    from spacy.tokens import Token

    from seriatim.analysis import Analysis

_CLOSE = 2  # sentences that keep the day of the one before: readers let a third only follow it
_YEAR = 366
_MOST = 0.7
_PER_WEEKDAY = 6  # in news, a weekday or "yesterday" stands every few sentences
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\d")
_WHOLE = re.compile(r"\d{4}-\d\d(?:-\d\d)?[~?%]?")  # a month or a day
_POINTS_BACK = re.compile(r"(?:that|the same) (?:very )?(?:day|morning|afternoon|evening|night)\b", re.IGNORECASE)
_SUBORDINATE = frozenset({"relcl", "acl", "ccomp", "xcomp", "advcl", "pcomp"})
_PART_OF_DAY = re.compile(r"\b(?:morning|afternoon|evening|night|noon|midnight|dawn|dusk)\b", re.IGNORECASE)
_JOINED = 5  # " and "
_GAP = 4  # a colon and white space
_DATED = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day\b|yesterday|tomorrow|tonight|\d(?:st|nd|rd|th)\b|\d{4}|[/.-]\d", re.IGNORECASE)
_BEHIND = frozenset({"before", "earlier", "previously", "prior"})
_AHEAD = frozenset({"after", "later", "afterwards"})
_UNIT = re.compile(r"\bthe (day|morning|afternoon|evening|night|week|month|year)$", re.IGNORECASE)
_CLAUSE_OPENERS = frozenset({"after", "before", "until", "till", "since", "once"})
_SAME = frozenset({"when", "as", "while", "once", "where"})
_EVENT_NOUNS = frozenset().union(*KIND_NOUNS.values())
_LATER = frozenset({"later", "afterwards", "afterward", "thereafter", "subsequently", "eventually", "soon", "since", "finally", "next"})


@dataclass(frozen=True, slots=True)
class Running:
    """The time that the telling has come to: its value, the words that set it, and whether a clock is kept."""

    value: str = edtf.UNKNOWN
    text: str | None = None
    span: Span | None = None
    clock: bool = False
    passage: int = -1


@dataclass(frozen=True, slots=True)
class Setting:
    """What dates a passage from outside its sentences: the date that leads it or its list item, and that of its heading."""

    lead: When = UNKNOWN
    heading: When = UNKNOWN


class Calendar:
    """Dates the predicates of one document, passage by passage, in order; keeps the running time."""

    def __init__(self, document: Document, expressions: Iterable[TimeExpression]) -> None:
        """``expressions`` are all of the document: they tell whether it tells of years long before its own."""
        self._of_the_past = _is_of_the_past(document, expressions)
        self._running = Running()
        self._since = 0  # sentences told since the running time was set
        self._hearing = -1  # the passage that told last of a hearing
        self._in_sentence = edtf.UNKNOWN  # what the sentence has dated so far
        self._named = edtf.UNKNOWN  # the day, or the month, that was named last
        self._led: When = UNKNOWN  # the leading date, or what a relative expression moved it on to

    def passage(self, analysis: Analysis, attached: Attached, predicates: Sequence[Predicate], setting: Setting) -> dict[int, When]:
        """When each predicate of the passage happened, by the index of its word."""
        self._led = setting.lead if setting.lead is not UNKNOWN else setting.heading
        if self._led is not UNKNOWN:
            self._running = Running(self._led.edtf, self._led.text, self._led.span, "T" in self._led.edtf, analysis.passage.index)
        self._analysis = analysis
        found: dict[int, When] = {}
        for sentence in analysis.doc.sents:
            here = [p for p in predicates if sentence.start <= p.word.i < sentence.end]
            self._sentence(analysis, attached, here, found)
        return found

    def _sentence(self, analysis: Analysis, attached: Attached, predicates: Sequence[Predicate], found: dict[int, When]) -> None:
        self._in_sentence = edtf.UNKNOWN
        self._since += 1
        for predicate in predicates:
            own = self._own(attached, predicate)
            if own is None and self._led is UNKNOWN:
                own = self._from_event(attached, predicate, predicates)
            if own is not None:
                found[predicate.word.i] = own
                self._in_sentence = own.edtf if ".." not in own.edtf else self._in_sentence
                self._run_on(analysis, predicate, own)
        self._loose(analysis, attached, predicates, found)
        for predicate in sorted(predicates, key=_depth):
            if predicate.word.i not in found:
                found[predicate.word.i] = self._lent(analysis, attached, predicate, found)
    # Its own words

    def _own(self, attached: Attached, predicate: Predicate) -> When | None:
        """What the words of the predicate's own clause say; a date that is stated goes before one that is counted."""
        found = [d for t in predicate.chain for d in attached.dated.get(t.i, ()) if _may_date(d.expression)]
        found = [d for d in found if not _is_said_of_another(d.expression, predicate, self._analysis)]
        if not found:
            return None
        if self._led is not UNKNOWN and all(_repeats_the_lead(attached, d.expression) for d in found):
            return self._inherited(self._led)
        found = [d for d in found if d.expression.edtf is not None or self._from_words(d.expression) is not None or _UNIT.search(d.expression.text)] or found
        stated = [d for d in found if not _is_counted(d.expression)] or found
        absolute = [d for d in stated if d.expression.anchor == "none" and d.expression.edtf is not None]
        stated = [d for d in stated if d in absolute or _is_clock_alone(d.expression.text)] if absolute else stated
        day = next((d.expression.edtf for d in stated if d.expression.edtf and edtf.precision(d.expression.edtf) == "day"), None)
        values = [(v, d.expression) for d in stated if (v := self._value(d, day)) is not None]
        if not values:
            return None
        value = intervals.meet([v for v, _ in values])
        if value == edtf.UNKNOWN:
            return UNKNOWN
        if edtf.precision(intervals.whole_days(value)) in ("day", "month"):
            self._named = intervals.whole_days(value)
        chosen = next((e for v, e in values if v == value), values[0][1])
        relative = chosen.anchor in ("event", "document", "running")
        return intervals.when(value, "relative" if relative else "stated", chosen.text, chosen.span)

    def _from_event(self, attached: Attached, predicate: Predicate, predicates: Sequence[Predicate]) -> When | None:
        """The date of "two days after the … of 3 May": counted from the happening behind the words, open where that has none."""
        distance = next((d for t in predicate.chain for d in attached.dated.get(t.i, ()) if _leads_to_event(d)), None)
        if distance is None or predicate.chain[0].dep_ in _SUBORDINATE:
            return None
        expression = distance.expression
        behind = (p for p in predicates if self._analysis.span(p.word)[0] >= expression.span[1] and p is not predicate)
        for other in behind:
            if (when := self._own(attached, other)) is not None and when.edtf != edtf.UNKNOWN:
                value = intervals.moved(when.edtf, "after" if distance.follows in _AHEAD else "before", expression.offset)
                return UNKNOWN if value == edtf.UNKNOWN else intervals.when(value, "relative", expression.text, expression.span)
        return UNKNOWN

    def _value(self, dating: Dating, day: str | None) -> str | None:
        """What an expression allows, counted from the running time where it counts from another event; ``None`` where it dates nothing."""
        expression = dating.expression
        if dating.follows in _BEHIND | _AHEAD and (unit := _UNIT.search(expression.text)) and expression.direction in (None, "same"):
            value = self._unit_away(unit[1].lower(), ahead=dating.follows in _AHEAD)
        elif _is_counted(expression) and self._base() != edtf.UNKNOWN and expression.offset is not None:
            value = intervals.moved(self._base(), expression.direction, expression.offset)
        elif expression.edtf is None or _POINTS_BACK.match(expression.text):
            return self._from_words(expression)
        else:
            value = self._at_the_clock(self._in_running_year(expression, _whole_unit(expression)), expression, day)
        match dating.side:
            case "after" if expression.signal is None:
                return intervals.from_start(value)
            case "before" if expression.signal is None:
                return intervals.until_end(value)
        return value

    def _unit_away(self, unit: str, *, ahead: bool) -> str:
        """"The week before", "the evening after": the days of the unit that lies beside the day that was named last."""
        day = edtf.first_day(self._named)
        if day is None or edtf.precision(self._named) not in ("day", "month"):
            return edtf.UNKNOWN
        direction: Literal["after", "before"] = "after" if ahead else "before"
        if unit == "week":
            return edtf.from_days(day + 1, day + 7) if ahead else edtf.from_days(day - 7, day - 1)
        return intervals.moved(self._named, direction, Distance(1, 1, unit if unit in ("month", "year") else "day"))  # type: ignore[arg-type]

    def _from_words(self, expression: TimeExpression) -> str | None:
        """"Later", "earlier" without a distance; "the next morning", "that evening", "the night before"."""
        if expression.type not in ("DATE", "TIME"):
            return None
        if expression.direction is not None:
            return intervals.moved(self._base(), expression.direction, expression.offset)
        words = expression.text.lower()
        if _POINTS_BACK.match(words):
            return self._named if self._named != edtf.UNKNOWN else expression.edtf
        running = intervals.whole_days(self._running.value)
        if running == edtf.UNKNOWN or edtf.precision(running) != "day":
            return expression.edtf
        return intervals.moved(running, "after", Distance(1, 1, "day")) if re.match(r"the (?:next|following)\b", words) else expression.edtf

    def _base(self) -> str:
        """What a distance counts from: what the sentence has dated before, else the running time, on the clock within its own passage only."""
        if self._in_sentence != edtf.UNKNOWN:
            return self._in_sentence
        same = self._running.passage == self._analysis.passage.index
        return self._running.value if same else intervals.whole_days(self._running.value)

    def _in_running_year(self, expression: TimeExpression, value: str) -> str:
        """A date without a year, more than a year away from the running time, was counted from a time named in passing: its year is the nearest."""
        here, there = edtf.first_day(self._running.value), edtf.first_day(value)
        far = here is not None and there is not None and abs(here - there) > _YEAR
        counted = expression.anchor == "running" or (expression.anchor == "document" and self._of_the_past)
        if not far or not counted or expression.direction is not None or here is None or not _WHOLE.fullmatch(value):
            return value
        year = edtf.civil_from_days(here)[0]
        near = [v for y in (year - 1, year, year + 1) if edtf.is_valid(v := edtf.year_text(y) + value[4:])]
        return min(near, key=lambda v: abs((edtf.first_day(v) or 0) - here), default=value)

    def _at_the_clock(self, value: str, expression: TimeExpression, day: str | None) -> str:
        """A time of day without a date of its own stands on the day that its clause names, else on the running one."""
        whole = intervals.whole_days(self._running.value)
        on = day or (whole if edtf.precision(whole) == "day" else None)
        if on is None or expression.anchor == "none" or "T" not in value or "/" in value or not _is_clock_alone(expression.text):
            return value
        return on.rstrip("~?%") + value[value.index("T") :]

    def _loose(self, analysis: Analysis, attached: Attached, predicates: Sequence[Predicate], found: dict[int, When]) -> None:
        """An expression of the sentence that hangs on no verb dates its main predicate, if that has no date and no other claims it."""
        if not predicates:
            return
        main = min(predicates, key=_depth)
        sentence = main.word.sent
        loose = [e for e, i in attached.loose if sentence.start <= i < sentence.end and e.type in ("DATE", "TIME") and e.signal is None]
        if not loose or loose[0].span[0] >= analysis.span(main.word)[0] or any(b.span[0] - a.span[1] > _JOINED for a, b in pairwise(loose)):
            return
        values = [v for e in loose if (v := self._value(Dating(e), None)) is not None]
        value = intervals.meet(values) if values else None
        if main.word.i not in found and value is not None and value != edtf.UNKNOWN:
            found[main.word.i] = intervals.when(value, "inherited", loose[0].text, loose[0].span)

    # What other words lend it

    def _lent(self, analysis: Analysis, attached: Attached, predicate: Predicate, found: dict[int, When]) -> When:
        head = predicate.chain[0]
        if _stands_in_another_time(predicate):
            return UNKNOWN
        if predicate.token.pos_ != "VERB" and head.dep_ == "pobj":
            return self._beside(attached, head.head, found)
        if head.dep_ == "conj" and head.head.pos_ == "VERB":
            return self._joined(attached, predicate, found)
        if _is_beside(head) and (beside := self._beside(attached, head, found)) is not UNKNOWN:
            return beside
        if predicate.report is not None or (head.dep_ in ("xcomp", "ccomp") and head.head.i in found and syntax.tense(head) == "none"):
            return self._under(head, predicate, found)
        if _is_beside(head):
            return self._beside(attached, head, found)
        if head.dep_ in ("acl", "relcl") and not syntax.is_only_verb(head):
            return self._aside(attached, predicate)
        return self._main(analysis, predicate)

    def _joined(self, attached: Attached, predicate: Predicate, found: dict[int, When]) -> When:
        """Of two verbs joined by "and" the second goes with the first."""
        above = _conjuncts_above(predicate.chain[0])
        first = next((found[t.i] for t in above if t.i in found), None)
        if first is None:
            return self._as_joined(attached, predicate, above[-1], found)
        if _is_later(predicate):
            return self._opened(first)
        if syntax.tense(predicate.chain[0]) in ("perfect", "pluperfect") and syntax.tense(predicate.chain[0].head) not in ("perfect", "pluperfect"):
            return UNKNOWN
        return self._inherited(first)

    def _as_joined(self, attached: Attached, predicate: Predicate, head: Token, found: dict[int, When]) -> When:
        """The date that the first of joined verbs would have, though it makes no line itself."""
        if head.dep_ in ("ccomp", "xcomp") and head.head.i in found:
            return self._under(head, predicate, found)
        if head.dep_ == "advcl":
            return self._beside(attached, head, found)
        return self._aside(attached, predicate) if head.dep_ in ("relcl", "acl") else self._by_running(predicate)

    def _under(self, head: Token, predicate: Predicate, found: dict[int, When]) -> When:
        """What somebody says happened: not after the day on which it was said, if that day is known."""
        above = predicate.report or head.head
        said = found.get(above.i, UNKNOWN)
        if syntax.is_progressive(predicate.chain[0]) and syntax.tense(predicate.chain[0]) == "present":
            return self._inherited(said)
        if predicate.planned or syntax.tense(predicate.chain[0]) in ("future", "modal", "none"):
            return self._opened(said)
        value = intervals.until_end(said.edtf)
        return UNKNOWN if value == edtf.UNKNOWN else intervals.when(value, "inherited", said.text, said.span)

    def _beside(self, attached: Attached, head: Token, found: dict[int, When]) -> When:
        """A clause of time beside the main one: at its time, before it or after it."""
        above = next((a for a in syntax.ancestors_of(head) if a.i in found), None)
        if above is None:
            return self._led_or_unknown()
        main = found[above.i]
        signals = {c.lower_ for t in (head, *syntax.children(head, "npadvmod")) for c in t.children if c.dep_ in ("mark", "advmod", "prep")} | {head.lower_, head.head.lower_ if head.dep_ == "pcomp" else ""}
        near = [*attached.dated.get(head.i, ()), *attached.dated.get(above.i, ())]
        distance = next((d.expression.offset for d in near if d.expression.anchor == "event" and d.follows in _BEHIND | _AHEAD), None)
        if signals & {"after", "since", "following"}:
            if main.basis == "inherited" and self._led is UNKNOWN and distance is None:
                return main if self._running.clock else UNKNOWN
            vague = distance is not None and distance.unit not in ("minute", "hour") and (distance.max is None or distance.max > 2 * (distance.min or 0))
            value = intervals.moved(main.edtf, "before", None if vague else distance)
        elif signals & {"before", "until", "till"}:
            value = intervals.moved(main.edtf, "after", distance)
        elif signals & _SAME or head.tag_ in ("VBN", "VBG"):
            return self._inherited(main)
        else:
            return UNKNOWN
        return UNKNOWN if value == edtf.UNKNOWN else intervals.when(value, "inherited", main.text, main.span)

    def _aside(self, attached: Attached, predicate: Predicate) -> When:
        """A clause that says more about a noun is bound to no time but its own, save where the noun is a time or an item is told in the present."""
        noun = predicate.chain[0].head
        if noun.i in attached.timed and noun.head.i != noun.i:
            days = [d for datings in attached.dated.values() for d in datings if d.expression.edtf and _covers(d.expression, noun, self._analysis)]
            if days:
                value = self._value(days[0], None) or edtf.UNKNOWN
                return UNKNOWN if value == edtf.UNKNOWN else intervals.when(value, "inherited", days[0].expression.text, days[0].expression.span)
        if syntax.tense(predicate.chain[0]) == "present":
            return self._led_or_unknown()
        return UNKNOWN

    def _main(self, analysis: Analysis, predicate: Predicate) -> When:
        if self._led is UNKNOWN:
            return self._by_running(predicate, analysis)
        match syntax.tense(predicate.chain[0]):
            case "perfect" | "future" | "modal":
                return UNKNOWN
            case "pluperfect":
                value = intervals.until_end(self._led.edtf)
                return UNKNOWN if value == edtf.UNKNOWN else intervals.when(value, "inherited", self._led.text, self._led.span)
        if _is_later(predicate):
            return self._opened(self._led)
        return self._inherited(self._led)

    def _by_running(self, predicate: Predicate, analysis: Analysis | None = None) -> When:
        """Prose: what the next sentence tells happened on the day that the telling has come to, or, where only a month or a year is
        known or the words lead on, not before it; what is denied, or told of another time, is bound to none.
        """
        running = self._running
        head = predicate.chain[0]
        if _is_testimony(predicate):
            self._hearing = self._analysis.passage.index
            return UNKNOWN
        if self._hearing == self._analysis.passage.index and predicate.is_report:
            return UNKNOWN  # told at the hearing, too
        if running.value == edtf.UNKNOWN:
            return UNKNOWN
        same_passage = analysis is None or running.passage == analysis.passage.index
        if _goes_with(predicate):
            return intervals.when(running.value, "inherited", running.text, running.span)
        if not (same_passage or running.clock) or syntax.is_negated(head):
            return UNKNOWN
        tense = syntax.tense(head)
        days = intervals.whole_days(running.value)
        if tense == "pluperfect":
            value = intervals.until_end(days)
        elif tense != "past" and predicate.token.pos_ == "VERB":
            return UNKNOWN
        elif running.clock or not (_is_later(predicate) or self._since > _CLOSE):
            value = days
        else:
            value = intervals.from_start(days)
        return UNKNOWN if value == edtf.UNKNOWN else intervals.when(value, "inherited", running.text, running.span)

    def _led_or_unknown(self) -> When:
        return self._inherited(self._led) if self._led is not UNKNOWN else UNKNOWN

    @staticmethod
    def _inherited(source: When) -> When:
        return UNKNOWN if source.edtf == edtf.UNKNOWN else replace(source, basis="inherited")

    @staticmethod
    def _opened(source: When) -> When:
        value = intervals.from_start(source.edtf)
        return UNKNOWN if value == edtf.UNKNOWN else intervals.when(value, "inherited", source.text, source.span)

    def _run_on(self, analysis: Analysis, predicate: Predicate, when: When) -> None:
        """A stated or counted date of a main clause sets the running time."""
        if when.basis not in ("stated", "relative") or when.edtf == edtf.UNKNOWN or ".." in when.edtf:
            return
        if predicate.planned or predicate.report is not None or _clause(predicate.chain[0]) in _SUBORDINATE:
            return
        clock = "T" in when.edtf or _PART_OF_DAY.search(when.text or "") is not None or (self._running.clock and intervals.whole_days(self._running.value) == when.edtf)
        self._running = Running(when.edtf, when.text, when.span, clock, analysis.passage.index)
        self._since = 0
        if self._led is not UNKNOWN:
            self._led = intervals.when(intervals.whole_days(when.edtf), when.basis, when.text, when.span)


def _is_of_the_past(document: Document, expressions: Iterable[TimeExpression]) -> bool:
    """Whether the document tells of years long before its own: most of those that it states are, and few days are told from its own ("yesterday")."""
    own = edtf.first_day(document.published) if document.published else None
    stated = [d for e in expressions if e.anchor == "none" and e.edtf is not None and (d := edtf.first_day(e.edtf)) is not None]
    if own is None or not stated:
        return False
    from_today = sum(e.anchor == "document" and _MONTH.search(e.text) is None for e in expressions)
    past = sum(d < own - _YEAR for d in stated)
    return past > max(2, _MOST * len(stated), _PER_WEEKDAY * from_today)


def _depth(predicate: Predicate) -> tuple[int, int]:
    """How deep in its sentence a predicate hangs: heads are dated before what hangs on them."""
    return sum(1 for _ in syntax.ancestors_of(predicate.chain[0])), predicate.word.i


def _conjuncts_above(token: Token) -> list[Token]:
    found = []
    while token.dep_ == "conj":
        token = token.head
        found.append(token)
    return found


def _covers(expression: TimeExpression, token: Token, analysis: Analysis) -> bool:
    start, end = analysis.span(token)
    return expression.span[0] <= start and end <= expression.span[1]


def _clause(token: Token) -> str:
    """How the clause of the token, or of the first verb that it is joined to, hangs in its sentence."""
    while token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX"):
        token = token.head
    return token.dep_


def _may_date(expression: TimeExpression) -> bool:
    return expression.type in ("DATE", "TIME") or (expression.type == "DURATION" and _is_counted(expression) and expression.anchor == "running")


def _is_said_of_another(expression: TimeExpression, predicate: Predicate, analysis: Analysis) -> bool:
    """Whether a bare "later" stands behind a comma, in words that say something of the subject."""
    if expression.text.lower() not in _LATER or expression.offset is not None:
        return False
    tokens = analysis.tokens(expression.span)
    if tokens is None or tokens.start == predicate.word.sent.start:
        return False
    return any(t.is_punct for t in analysis.doc[min(tokens.end, predicate.word.i) : max(tokens.end, predicate.word.i)])


def _is_beside(head: Token) -> bool:
    """Whether the clause stands beside another as its time: by its place in the parse, or by the word that opens it."""
    if head.dep_ in ("advcl", "pcomp"):
        return not syntax.is_free(head)
    return head.dep_ == "ccomp" and syntax.has_mark(head, _CLAUSE_OPENERS)


def _leads_to_event(dating: Dating) -> bool:
    return dating.expression.anchor == "event" and dating.expression.offset is not None and dating.follows in _BEHIND | _AHEAD


def _whole_unit(expression: TimeExpression) -> str:
    """The month or year that "early", "late" or "the middle of" is said of: how much of it that is, the words leave open."""
    value = expression.edtf or edtf.UNKNOWN
    if expression.mod in ("START", "MID", "END") and edtf.is_valid(expression.value) and edtf.interval(expression.value).contains(edtf.interval(value)):
        return expression.value
    return value


def _is_counted(expression: TimeExpression) -> bool:
    """Whether the expression counts a distance from another happening ("two days later")."""
    return expression.direction is not None and expression.anchor in ("event", "running")


def _repeats_the_lead(attached: Attached, expression: TimeExpression) -> bool:
    """Whether the expression stands right behind the date that leads the item, and says the same from where the item before stood."""
    return attached.lead is not None and _is_counted(expression) and 0 <= expression.span[0] - attached.lead.span[1] <= _GAP


def _is_clock_alone(text: str) -> bool:
    return re.search(r"\d", text) is not None and _DATED.search(text) is None


def _is_later(predicate: Predicate) -> bool:
    """Whether "later" or its like stands beside the verb or opens the sentence."""
    for word in (c for t in predicate.chain for c in t.children if c.lower_ in _LATER and c.dep_ in ("advmod", "npadvmod")):
        between = word.doc[min(word.i, predicate.chain[0].i) + 1 : max(word.i, predicate.chain[0].i)]
        if word.i == word.sent.start or not any(t.is_punct for t in between):
            return True
    return False


def _goes_with(predicate: Predicate) -> bool:
    """Whether the clause says that it is told of the time just spoken of: "at this time", "at the same time"."""
    return any(
        o.lower_ in ("time", "point", "period", "moment") and any(c.lower_ in ("this", "that", "same") for c in o.children)
        for t in predicate.chain
        for p in syntax.children(t, "prep")
        if p.lower_ in ("at", "in", "during")
        for o in syntax.children(p, "pobj")
    )


def _is_testimony(predicate: Predicate) -> bool:
    """Whether it is told of a hearing, which is held after what is told there."""
    heard = any(t.lemma_.lower() in HEARING_BODIES for t in predicate.word.subtree if t.dep_ in ("pobj", "dobj", "dative"))
    return predicate.token.lemma_ in TESTIMONY_VERBS or heard


def _stands_in_another_time(predicate: Predicate) -> bool:
    """Whether the clause names a happening of its own as its time: "during his later visit"."""
    if predicate.report is not None:
        words = list(predicate.word.doc[predicate.word.sent.start : predicate.chain[0].i])
    else:
        words = [p for t in predicate.chain for p in syntax.children(t, "prep")]
    return any(p.lower_ == "during" and any(o.lemma_.lower() in _EVENT_NOUNS for o in syntax.children(p, "pobj")) for p in words)
