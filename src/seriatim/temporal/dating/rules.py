"""The dates of events by rules: of their own clause, and how these move the reference time.

Nothing is dated more narrowly than its words: what follows in the telling keeps its day for a
sentence or two and then only comes not before it, what is told as already past comes not after it,
and what somebody says of another time is left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from seriatim.analysis.event_mentions import EventMention
from seriatim.analysis.timex_links import TimexAttachment, TimexLink
from seriatim.model import UNKNOWN, TimeExpression, When
from seriatim.temporal import edtf, intervals
from seriatim.temporal.dating import clauses, expressions
from seriatim.temporal.dating.expressions import AHEAD
from seriatim.temporal.dating.inherited import InheritedDates
from seriatim.temporal.frames import tense

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from seriatim.analysis import Analysis

_JOINED = 5  # " and "


@dataclass(frozen=True, slots=True)
class Setting:
    """The dates of a passage from outside its sentences: its opening date, and its heading's."""

    lead: When = UNKNOWN
    heading: When = UNKNOWN


class RuleBasedDating(InheritedDates):
    """The dates of a document's predicates, passage by passage; keeps the reference time."""

    def passage(
        self,
        analysis: Analysis,
        attached: TimexAttachment,
        predicates: Sequence[EventMention],
        setting: Setting,
    ) -> dict[int, When]:
        """When each predicate of the passage happened, by the index of its word."""
        leading = setting.lead if setting.lead is not UNKNOWN else setting.heading
        self._enter(analysis, attached, leading)
        for sentence in analysis.doc.sents:
            self._sentence(
                sentence, [p for p in predicates if sentence.start <= p.word.i < sentence.end]
            )
        return self._found

    def _sentence(self, sentence: Words, predicates: Sequence[EventMention]) -> None:
        """The dates of a sentence: own dates in order, then those carried from the main clause."""
        self._reference.begin_sentence()
        self._since += 1
        self._moved_on = None
        self._led_before = self._led
        events = {p.word.i: p for p in predicates}
        passed_over = self._passed_over(sentence, predicates)
        for at in sorted({*events, *passed_over}):
            if (predicate := events.get(at)) is None:
                self._pass_over(sentence.doc[at], passed_over[at])
            elif (own := self._told(predicate, predicates)) is not None:
                self._found[at] = own
                self._reference.date_in_sentence(own)
                self._move(predicate, own)
        self._loose(predicates)
        for predicate in sorted(predicates, key=clauses.depth):
            if predicate.word.i not in self._found:
                self._found[predicate.word.i] = (
                    intervals.opened(self._lent(predicate))
                    if self._recurs(predicate)
                    else self._lent(predicate)
                )

    # Its own words

    def _told(self, predicate: EventMention, predicates: Sequence[EventMention]) -> When | None:
        """The date by the words of the predicate's own clause, or that they give none."""
        own = self._own(predicate)
        if (own is None or own.basis != "stated") and (
            counted := self._counted_day(predicate)
        ) is not None:
            return replace(
                UNKNOWN,
                text=self._analysis.words.text[counted.start_char : counted.end_char],
                span=self._analysis.span(counted),
            )
        if own is None and self._led is UNKNOWN:
            own = self._from_event(predicate, predicates)
        if own is None and (unread := self._unread(predicate)) is not None:
            own = replace(UNKNOWN, text=unread.text, span=unread.span)
        return own

    def _counted_day(self, predicate: EventMention) -> Words | None:
        """The words of a day counted from an unnamed beginning: "on the third day"."""
        if (counted := clauses.counted_day(predicate)) is None or counted[
            0
        ].i in self._attached.timed:
            return None
        ordinal, noun = counted
        first = ordinal.i - (ordinal.i > 0 and ordinal.nbor(-1).pos_ == "DET")
        return ordinal.doc[min(first, noun.i) : max(ordinal.i, noun.i) + 1]

    def _unread(self, predicate: EventMention) -> TimeExpression | None:
        """The temporal words of the clause without a date here; they block the reference time."""
        here = (d for t in self._bearers(predicate) for d in self._attached.dated.get(t.i, ()))
        counts = (
            self._led is UNKNOWN and predicate.chain[0].dep_ not in clauses.SUBORDINATE
        )  # else its distance is that of another clause
        here = (d for d in here if counts or not expressions.leads_to_event(d))
        return next((d.expression for d in here if expressions.is_of_its_own(d)), None)

    def _own(self, predicate: EventMention) -> When | None:
        """The date by the predicate's own clause; a stated date precedes a relative one."""
        found = [
            d
            for t in self._bearers(predicate)
            for d in self._attached.dated.get(t.i, ())
            if expressions.may_date(d.expression) and not expressions.leads_to_event(d)
        ]
        if _is_past(predicate):
            found = [
                d
                for d in found
                if not self._values.is_to_come(d.expression)
                and not clauses.is_of_what_is_ahead(
                    predicate, d.expression, self._analysis.tokens(d.expression.span)
                )
            ]
        if not found:
            return None
        if self._led is not UNKNOWN and all(
            expressions.repeats_the_lead(self._attached, d.expression) for d in found
        ):
            return intervals.inherited(self._led)
        return self._value_of(found)

    def _value_of(self, found: list[TimexLink]) -> When | None:
        """The intersection of one clause's expressions; its day or month is the one named last."""
        stated = self._stated(found)
        day = next(
            (
                d.expression.edtf
                for d in stated
                if d.expression.edtf and edtf.precision(d.expression.edtf) == "day"
            ),
            None,
        )
        values = [
            (v, d.expression) for d in stated if (v := self._values.value(d, day)) is not None
        ]
        if not values:
            return None
        value = intervals.meet([v for v, _ in values])
        if value != edtf.UNKNOWN:
            self._reference.name(value)
        chosen = next((e for v, e in values if v == value), values[0][1])
        return intervals.when(
            value, "stated" if chosen.anchor == "none" else "relative", chosen.text, chosen.span
        )

    def _passed_over(
        self, sentence: Words, predicates: Sequence[EventMention]
    ) -> dict[int, list[TimexLink]]:
        """Set the reference time from main clauses and sentences without events."""
        told = {t.i for p in predicates for t in p.chain}
        dated = (
            (sentence.doc[i], found)
            for i, found in self._attached.dated.items()
            if sentence.start <= i < sentence.end and i not in told
        )
        over = {t.i: found for t, found in dated if clauses.tells(t)}
        if not over and not predicates and len(sentence) < len(sentence.doc):
            over = {
                i: [TimexLink(e)]
                for e, i in self._attached.loose
                if sentence.start <= i < sentence.end
            }
        return over

    def _bearers(self, predicate: EventMention) -> list[Token]:
        """The words that bear the dates: in "voted to sell on Monday" the vote if it is past."""
        below = (
            [c for c in predicate.chain[-1].children if c.dep_ == "xcomp" and c.tag_ == "VB"]
            if _is_past(predicate)
            else []
        )
        past = [
            c for c in below if any(self._is_day_past(d) for d in self._attached.dated.get(c.i, ()))
        ]
        return [] if self._is_for_later(predicate) else [*predicate.chain, *past]

    def _is_for_later(self, predicate: EventMention) -> bool:
        """Whether an infinitive bears only past days, which date the verb above it."""
        head = predicate.chain[0]
        above = (
            head.dep_ == "xcomp" and head.tag_ == "VB" and tense.of_verb(head.head) in tense.PAST
        )
        return (
            above
            and predicate.planned
            and any(self._is_day_past(d) for d in self._attached.dated.get(head.i, ()))
        )

    def _is_day_past(self, dating: TimexLink) -> bool:
        return (
            dating.expression.anchor == "document"
            and dating.expression.direction is None
            and self._values.is_past(dating.expression)
        )

    def _stated(self, found: list[TimexLink]) -> list[TimexLink]:
        """The expressions of a clause that count: a stated date and the time of day with it."""
        found = [d for d in found if self._values.tells(d)] or found
        stated = [d for d in found if not expressions.is_counted(d.expression)] or found
        absolute = [
            d for d in stated if d.expression.anchor == "none" and d.expression.edtf is not None
        ]
        return (
            [d for d in stated if d in absolute or expressions.is_clock_alone(d.expression.text)]
            if absolute
            else stated
        )

    def _from_event(
        self, predicate: EventMention, predicates: Sequence[EventMention]
    ) -> When | None:
        """The date of "two days after the … of 3 May", counted from the event; open without one."""
        distance = next(
            (
                d
                for t in predicate.chain
                for d in self._attached.dated.get(t.i, ())
                if expressions.leads_to_event(d)
            ),
            None,
        )
        if distance is None or predicate.chain[0].dep_ in clauses.SUBORDINATE:
            return None
        expression = distance.expression
        behind = (
            p
            for p in predicates
            if self._analysis.span(p.word)[0] >= expression.span[1] and p is not predicate
        )
        for other in behind:
            if (when := self._own(other)) is not None and when.edtf != edtf.UNKNOWN:
                value = intervals.moved(
                    when.edtf, "after" if distance.follows in AHEAD else "before", expression.offset
                )
                return intervals.when(value, "relative", expression.text, expression.span)
        return replace(UNKNOWN, text=expression.text, span=expression.span)

    def _loose(self, predicates: Sequence[EventMention]) -> None:
        """Date the main predicate with a loose expression, if neither has another partner."""
        if not predicates:
            return
        main = min(predicates, key=clauses.depth)
        sentence = main.word.sent
        here = (
            (e, main.word.doc[i])
            for e, i in self._attached.loose
            if sentence.start <= i < sentence.end
        )
        loose = [
            e
            for e, at in here
            if e.type in ("DATE", "TIME")
            and e.signal is None
            and not clauses.is_of_another(at, main)
        ]
        if (
            not loose
            or loose[0].span[0] >= self._analysis.span(main.word)[0]
            or any(b.span[0] - a.span[1] > _JOINED for a, b in pairwise(loose))
        ):
            return
        values = [v for e in loose if (v := self._values.value(TimexLink(e), None)) is not None]
        value = intervals.meet(values) if values else None
        if main.word.i not in self._found and value is not None and value != edtf.UNKNOWN:
            self._found[main.word.i] = intervals.when(
                value, "inherited", loose[0].text, loose[0].span
            )

    # Where the narrative goes

    def _move(self, predicate: EventMention, when: When) -> None:
        """Move the reference time by the date of a clause: main clauses that tell set it."""
        if (
            predicate.planned
            or predicate.report is not None
            or clauses.is_below(predicate.chain[0])
        ):
            self._note_subordinate(predicate, when)
            return
        told = tense.of_verb(predicate.chain[0])
        if when.edtf == edtf.UNKNOWN and told in ("past", "present", "future"):
            self._reference.move_to_unknown()
        if told in tense.UNREALIZED or when.basis not in ("stated", "relative"):
            return
        if when.edtf.startswith("../") and told == "past":
            self._come_to(when)
        if when.edtf != edtf.UNKNOWN and ".." not in when.edtf:
            self._move_to(predicate, when)

    def _note_subordinate(self, predicate: EventMention, when: When) -> None:
        """Keep what a report or a subordinate clause dates as an anchor; plans are no anchors."""
        if clauses.ends_what_is_told(predicate) and self._reference.is_ahead(when):
            self._come_to(when)  # "they talked until the session ended at noon"
        elif not predicate.planned:
            self._reference.quote(when)

    def _move_to(self, predicate: EventMention, when: When) -> None:
        """Set the reference time to a day or stretch, unless the clause looks back to it."""
        pluperfect = tense.of_verb(predicate.chain[0]) == "pluperfect"
        if self._reference.is_far_back(when) and any(
            tense.of_verb(t) == "pluperfect" for t in predicate.word.sent if t.pos_ == "VERB"
        ):
            self._reference.leave()
            return
        back = self._reference.is_back(when)
        opens = predicate.word.sent.start == 0  # a flashback that opens a passage goes on there
        if pluperfect and back and not opens:
            self._reference.flash_back(when)
            return
        self._reference.move_to(when, back=back)
        self._since = 0
        self._moved_on = self._moved_on or predicate.chain[0]
        if self._led is not UNKNOWN:
            self._led = intervals.when(
                intervals.whole_days(when.edtf), when.basis, when.text, when.span
            )

    def _pass_over(self, word: Token, datings: list[TimexLink]) -> None:
        """What follows counts from the date of such a clause, and takes over no other."""
        found = [
            d
            for d in datings
            if expressions.may_date(d.expression) and not expressions.leads_to_event(d)
        ]
        when = self._value_of(found) if found else None
        if when is None or when.edtf == edtf.UNKNOWN:
            return
        if tense.of_verb(word) == "pluperfect" or self._reference.is_far_back(when):
            self._reference.name(when.edtf)
        else:
            self._come_to(when)

    def _come_to(self, when: When) -> None:
        """Set the reference time to a date, or to its end; later events do not take it over."""
        here = (
            expressions.without_bound(when.edtf, when.text or "")
            if when.edtf.startswith("..")
            else when.edtf
        )
        self._reference.name(here)
        if ".." not in here:
            running = self._reference.current
            same_day = running.lends and intervals.whole_days(
                running.value
            ) == intervals.whole_days(here.rstrip("~?%"))
            self._reference.move_to(replace(when, edtf=here), lends=same_day)
            self._since = 0


def _is_past(predicate: EventMention) -> bool:
    """Whether the clause tells what has happened by the time of writing."""
    return not predicate.planned and tense.of_verb(predicate.chain[0]) in tense.PAST
