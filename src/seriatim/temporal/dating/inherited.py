"""The dates that events inherit: of other clauses, of headings and of the reference time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.analysis.event_mentions import EventMention
from seriatim.analysis.timex_links import TimexAttachment
from seriatim.model import UNKNOWN, Distance, Document, TimeExpression, When
from seriatim.temporal import edtf, intervals
from seriatim.temporal.dating import clauses, expressions
from seriatim.temporal.dating.expressions import AHEAD, BEHIND
from seriatim.temporal.dating.values import ExpressionValues
from seriatim.temporal.frames import tense
from seriatim.temporal.frames.reference_time import ReferenceTime

if TYPE_CHECKING:
    from spacy.tokens import Token

    from seriatim.analysis import Analysis

_CLOSE = 2  # sentences that keep the day of the one before: readers let a third only follow it
_AFTER = frozenset({"after", "since", "following"})
_BEFORE = frozenset({"before", "until", "till"})
_SAME = frozenset({"when", "as", "while", "once", "where"})


class InheritedDates:
    """What a document's clauses, headings and reference time lend to an undated event."""

    def __init__(self, document: Document) -> None:
        self._reference = ReferenceTime(published=document.published)
        self._values = ExpressionValues(document.text, self._reference)
        self._since = 0  # sentences told since the reference time was set
        self._hearing = -1  # the passage that told last of a hearing
        self._led: When = UNKNOWN  # the leading date, or what a relative expression moved it on to
        self._led_before: When = UNKNOWN  # the same, as the sentence began
        self._moved_on: Token | None = None  # the verb of the sentence that set the reference time

    def _enter(self, analysis: Analysis, attached: TimexAttachment, leading: When) -> None:
        """Start a passage, which counts from the date that leads it."""
        self._led = leading
        self._reference.begin_passage(analysis.passage.index, leading)
        self._analysis, self._attached = analysis, attached
        self._found: dict[int, When] = {}

    def _recurs(self, predicate: EventMention) -> bool:
        """Whether it happened again and again, from when it is told on: "wrote twice a year"."""
        return any(
            d.expression.type == "SET"
            for t in predicate.chain
            for d in self._attached.dated.get(t.i, ())
        )

    def _lent(self, predicate: EventMention) -> When:
        """The date that an event inherits, by the kind of its clause."""
        head = predicate.chain[0]
        if clauses.stands_in_another_time(predicate):
            return UNKNOWN
        if predicate.token.pos_ != "VERB" and head.dep_ == "pobj":
            return self._beside(head.head)
        if head.dep_ == "conj" and head.head.pos_ == "VERB":
            return self._joined(predicate)
        if clauses.is_beside(head) and (beside := self._beside(head)) is not UNKNOWN:
            return beside
        if predicate.report is not None or (
            head.dep_ in ("xcomp", "ccomp")
            and head.head.i in self._found
            and tense.of_verb(head) == "none"
        ):
            return self._under(head, predicate)
        if clauses.is_beside(head):
            return self._beside(head)
        if head.dep_ in ("acl", "relcl") and not syntax.is_only_verb(head):
            return self._aside(predicate)
        return self._main(predicate)

    def _joined(self, predicate: EventMention) -> When:
        """Of two verbs joined by "and" the second goes with the first."""
        above = clauses.conjuncts_above(predicate.chain[0])
        first = next((self._found[t.i] for t in above if t.i in self._found), None)
        if first is None:
            return self._as_joined(predicate, above[-1])
        if clauses.is_later(predicate) or clauses.side(predicate) == "after":
            return intervals.opened(first)
        if (
            tense.of_verb(predicate.chain[0]) in tense.PERFECT
            and tense.of_verb(predicate.chain[0].head) not in tense.PERFECT
        ):
            return UNKNOWN
        apart = "T" in first.edtf and bool(
            syntax.children(predicate.chain[0], *syntax.SUBJECTS)
        )  # "the wind rose at noon and we camped"
        return (
            intervals.lent(intervals.whole_days(first.edtf), first)
            if apart
            else intervals.inherited(first)
        )

    def _as_joined(self, predicate: EventMention, head: Token) -> When:
        """The date that the first of joined verbs would have, though it makes no line itself."""
        if head.dep_ in ("ccomp", "xcomp") and head.head.i in self._found:
            return self._under(head, predicate)
        if head.dep_ == "advcl":
            return self._beside(head)
        return (
            self._aside(predicate) if head.dep_ in ("relcl", "acl") else self._by_running(predicate)
        )

    def _under(self, head: Token, predicate: EventMention) -> When:
        """The upper bound of a reported event: the day of the report, if known."""
        above = predicate.report or head.head
        said = self._found.get(above.i, UNKNOWN)
        if (
            syntax.is_progressive(predicate.chain[0])
            and tense.of_verb(predicate.chain[0]) == "present"
        ):
            return intervals.inherited(said)
        if predicate.planned or tense.of_verb(predicate.chain[0]) in ("none", *tense.UNREALIZED):
            return intervals.opened(said)
        return intervals.lent(intervals.until_end(said.edtf), said)

    def _beside(self, head: Token) -> When:
        """A clause of time beside the main one: at its time, before it or after it."""
        below = {head.head.i} if syntax.is_time_of_saying(head) else set()
        above = next(
            (a for a in syntax.ancestors_of(head) if a.i in self._found and a.i not in below), None
        )
        if above is None:
            return intervals.inherited(self._led)
        main = self._found[above.i]
        signals = clauses.signals(head)
        distance = self._distance(head, above)
        if signals & _AFTER:
            return self._before(main, distance)
        if signals & _BEFORE:
            return intervals.lent(intervals.moved(main.edtf, "after", distance), main)
        together = signals & _SAME or head.tag_ in ("VBN", "VBG")
        return intervals.inherited(main) if together else UNKNOWN

    def _before(self, main: When, distance: Distance | None) -> When:
        """The date of an "after" clause, which lies before its main clause."""
        if main.basis == "inherited" and self._led is UNKNOWN and distance is None:
            return main if self._reference.current.clock else UNKNOWN
        exact = None if _is_vague(distance) else distance
        return intervals.lent(intervals.moved(main.edtf, "before", exact), main)

    def _distance(self, head: Token, above: Token) -> Distance | None:
        """The distance of a temporal clause from its main clause: "two hours after …"."""
        near = [*self._attached.dated.get(head.i, ()), *self._attached.dated.get(above.i, ())]
        return next(
            (
                d.expression.offset
                for d in near
                if d.expression.anchor == "event" and d.follows in BEHIND | AHEAD
            ),
            None,
        )

    def _aside(self, predicate: EventMention) -> When:
        """The date of a clause that modifies a noun: its own, unless the noun is a time."""
        noun = predicate.chain[0].head
        if noun.i in self._attached.timed and noun.head.i != noun.i:
            for dating in (
                d for datings in self._attached.dated.values() for d in datings if d.expression.edtf
            ):
                if self._covers(dating.expression, noun):
                    value = expressions.without_bound(
                        self._values.value(dating, None) or edtf.UNKNOWN, dating.expression.text
                    )
                    return intervals.when(
                        value, "inherited", dating.expression.text, dating.expression.span
                    )
        return (
            intervals.inherited(self._led)
            if tense.of_verb(predicate.chain[0]) == "present"
            else UNKNOWN
        )

    def _covers(self, expression: TimeExpression, token: Token) -> bool:
        start, end = self._analysis.span(token)
        return expression.span[0] <= start and end <= expression.span[1]

    def _main(self, predicate: EventMention) -> When:
        if self._led is UNKNOWN:
            return self._by_running(predicate)
        here, moved = tense.of_verb(predicate.chain[0]), self._moved_on
        ahead = (
            moved is not None and predicate.word.i < moved.i
        )  # "he sells the mill; she leaves three days later"
        led = self._led_before if ahead else self._led
        if here in ("perfect", *tense.UNREALIZED) or (
            ahead and moved is not None and here == "present" != tense.of_verb(moved)
        ):
            # a present state: "the original is lost; the copy was made three days later"
            return UNKNOWN
        if here == "pluperfect":
            return intervals.lent(intervals.until_end(led.edtf), led)
        return intervals.opened(led) if clauses.is_later(predicate) else intervals.inherited(led)

    def _by_running(self, predicate: EventMention) -> When:
        """The date of prose without its own: the reference time, or not before it.

        What is denied, or told in another tense, or at a hearing, is bound to no time.
        """
        moved = self._moved_on
        elsewhere = (
            moved is not None
            and predicate.word.i < moved.i
            and bool(syntax.children(moved, *syntax.SUBJECTS))
        )
        running = self._reference.current
        here = self._analysis.passage.index
        if clauses.is_testimony(predicate):
            self._hearing = here
            return UNKNOWN
        left = elsewhere or not running.lends or self._reference.is_left_in_sentence()
        if left or running.value == edtf.UNKNOWN or (self._hearing == here and predicate.is_report):
            return UNKNOWN
        source = When(running.value, text=running.text, span=running.span)
        if clauses.goes_with(predicate):
            return intervals.lent(running.value, source)
        if (
            not (running.passage == here or running.clock)
            or clauses.is_denied(predicate)
            or self._names_a_time(predicate)
        ):
            return UNKNOWN
        days = intervals.whole_days(running.value)
        match tense.of_verb(predicate.chain[0]):
            case "pluperfect":
                return intervals.lent(intervals.until_end(days), source)
            case other if other != "past" and predicate.token.pos_ == "VERB":
                return UNKNOWN
        return intervals.lent(self._beside_running(predicate, days), source)

    def _beside_running(self, predicate: EventMention, days: str) -> str:
        """The relation of an undated clause to the last days: on them, before, or from them on."""
        side = clauses.side(predicate)
        if side == "before" or (
            self._moved_on is not None
            and predicate.word.i < self._moved_on.i
            and self._moved_on.dep_ == "conj"
        ):
            return intervals.until_end(
                days
            )  # "drove north and took the town on 3 May": not after it
        if self._reference.flashback != edtf.UNKNOWN:
            return intervals.from_start(self._reference.flashback)
        on_the_clock = self._reference.current.clock
        keeps = side == "at" and (
            on_the_clock or not (clauses.is_later(predicate) or self._since > _CLOSE)
        )
        return days if keeps else intervals.from_start(days)

    def _names_a_time(self, predicate: EventMention) -> bool:
        """Whether an argument has its own date: "the treaty of 3 May 1911 came as a shock"."""
        phrases = {
            i
            for t in predicate.chain
            for c in t.children
            if c.pos_ in ("NOUN", "PROPN")
            for i in syntax.phrase(c)
        }
        loose = {i for e, i in self._attached.loose if e.edtf is not None and e.type == "DATE"}
        return any(i in phrases for i in (*loose, *self._attached.dated))


def _is_vague(distance: Distance | None) -> bool:
    """Whether a distance in days or more leaves open how long it is ("a few days after")."""
    return (
        distance is not None
        and distance.unit not in ("minute", "hour")
        and (distance.max is None or distance.max > 2 * (distance.min or 0))
    )
