"""The words that date an event: of its clause, sentence, list item, heading, or the story.

Nothing is dated more narrowly than its words: what follows in the telling keeps its day for a
sentence or two and then only comes not before it, what is told as already past comes not after it,
and what somebody says of another time is left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.analysis.event_mentions import EventMention
from seriatim.analysis.timex_links import TimexAttachment, TimexLink
from seriatim.model import UNKNOWN, Distance, Document, TimeExpression, When
from seriatim.temporal import edtf, intervals
from seriatim.temporal.dating import clauses, reference_time
from seriatim.temporal.dating.reference_time import AHEAD, BEHIND, ReferenceTime
from seriatim.temporal.frames import tense

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from seriatim.analysis import Analysis

_CLOSE = 2  # sentences that keep the day of the one before: readers let a third only follow it
_JOINED = 5  # " and "
_AFTER = frozenset({"after", "since", "following"})
_BEFORE = frozenset({"before", "until", "till"})
_SAME = frozenset({"when", "as", "while", "once", "where"})


@dataclass(frozen=True, slots=True)
class Setting:
    """The dates of a passage from outside its sentences: its opening date, and its heading's."""

    lead: When = UNKNOWN
    heading: When = UNKNOWN


class RuleBasedDating:
    """The dates of a document's predicates, passage by passage; keeps the reference time."""

    def __init__(self, document: Document) -> None:
        self._reckoning = ReferenceTime(document)
        self._since = 0  # sentences told since the running time was set
        self._hearing = -1  # the passage that told last of a hearing
        self._led: When = UNKNOWN  # the leading date, or what a relative expression moved it on to

    def passage(
        self,
        analysis: Analysis,
        attached: TimexAttachment,
        predicates: Sequence[EventMention],
        setting: Setting,
    ) -> dict[int, When]:
        """When each predicate of the passage happened, by the index of its word."""
        self._led = setting.lead if setting.lead is not UNKNOWN else setting.heading
        self._reckoning.begin_passage(analysis.passage.index, self._led)
        self._analysis, self._attached = analysis, attached
        self._found: dict[int, When] = {}
        for sentence in analysis.doc.sents:
            self._sentence(
                sentence, [p for p in predicates if sentence.start <= p.word.i < sentence.end]
            )
        return self._found

    def _sentence(self, sentence: Words, predicates: Sequence[EventMention]) -> None:
        """The dates of a sentence: own dates in order, then those carried from the main clause."""
        self._reckoning.begin_sentence()
        self._since += 1
        self._moved_on: Token | None = None
        self._led_before = self._led
        events = {p.word.i: p for p in predicates}
        passed_over = self._passed_over(sentence, predicates)
        for at in sorted({*events, *passed_over}):
            if (predicate := events.get(at)) is None:
                self._pass_over(sentence.doc[at], passed_over[at])
            elif (own := self._told(predicate, predicates)) is not None:
                self._found[at] = own
                self._reckoning.note(own)
                self._run_on(predicate, own)
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
        here = (d for d in here if counts or not reference_time.leads_to_event(d))
        return next((d.expression for d in here if reference_time.is_of_its_own(d)), None)

    def _own(self, predicate: EventMention) -> When | None:
        """The date by the predicate's own clause; a stated date precedes a relative one."""
        found = [
            d
            for t in self._bearers(predicate)
            for d in self._attached.dated.get(t.i, ())
            if reference_time.may_date(d.expression)
        ]
        found = [
            d
            for d in found
            if not reference_time.is_said_of_another(d.expression, predicate, self._analysis)
            and not reference_time.leads_to_event(d)
        ]
        if _is_past(predicate):
            found = [
                d
                for d in found
                if not self._reckoning.is_to_come(d.expression)
                and not clauses.is_of_what_is_ahead(
                    predicate, d.expression, self._analysis.tokens(d.expression.span)
                )
            ]
        if not found:
            return None
        if self._led is not UNKNOWN and all(
            reference_time.repeats_the_lead(self._attached, d.expression) for d in found
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
            (v, d.expression) for d in stated if (v := self._reckoning.value(d, day)) is not None
        ]
        if not values:
            return None
        value = intervals.meet([v for v, _ in values])
        if value != edtf.UNKNOWN:
            self._reckoning.name(value)
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

    def _pass_over(self, word: Token, datings: list[TimexLink]) -> None:
        """What follows counts from the date of such a clause, and takes over no other."""
        found = [
            d
            for d in datings
            if reference_time.may_date(d.expression) and not reference_time.leads_to_event(d)
        ]
        when = self._value_of(found) if found else None
        if when is None or when.edtf == edtf.UNKNOWN:
            return
        if tense.of_verb(word) == "pluperfect" or self._reckoning.is_far_back(when):
            self._reckoning.name(when.edtf)
        else:
            self._come_to(when)

    def _come_to(self, when: When) -> None:
        """Set the reference time to a date, or to its end; later events do not take it over."""
        here = (
            reference_time.without_bound(when.edtf, when.text or "")
            if when.edtf.startswith("..")
            else when.edtf
        )
        self._reckoning.name(here)
        if ".." not in here:
            running = self._reckoning.running
            same_day = running.lends and intervals.whole_days(
                running.value
            ) == intervals.whole_days(here.rstrip("~?%"))
            self._reckoning.run_on(replace(when, edtf=here), lends=same_day)
            self._since = 0

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
            and self._reckoning.is_past(dating.expression)
        )

    def _stated(self, found: list[TimexLink]) -> list[TimexLink]:
        """The expressions of a clause that count: a stated date and the time of day with it."""
        found = [d for d in found if self._reckoning.tells(d)] or found
        stated = [d for d in found if not reference_time.is_counted(d.expression)] or found
        absolute = [
            d for d in stated if d.expression.anchor == "none" and d.expression.edtf is not None
        ]
        return (
            [d for d in stated if d in absolute or reference_time.is_clock_alone(d.expression.text)]
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
                if reference_time.leads_to_event(d)
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
        values = [v for e in loose if (v := self._reckoning.value(TimexLink(e), None)) is not None]
        value = intervals.meet(values) if values else None
        if main.word.i not in self._found and value is not None and value != edtf.UNKNOWN:
            self._found[main.word.i] = intervals.when(
                value, "inherited", loose[0].text, loose[0].span
            )

    # What other words lend it

    def _recurs(self, predicate: EventMention) -> bool:
        """Whether it happened again and again, from when it is told on: "wrote twice a year"."""
        return any(
            d.expression.type == "SET"
            for t in predicate.chain
            for d in self._attached.dated.get(t.i, ())
        )

    def _lent(self, predicate: EventMention) -> When:
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
            if main.basis == "inherited" and self._led is UNKNOWN and distance is None:
                return main if self._reckoning.running.clock else UNKNOWN
            return intervals.lent(
                intervals.moved(main.edtf, "before", None if _is_vague(distance) else distance),
                main,
            )
        if signals & _BEFORE:
            return intervals.lent(intervals.moved(main.edtf, "after", distance), main)
        return (
            intervals.inherited(main) if signals & _SAME or head.tag_ in ("VBN", "VBG") else UNKNOWN
        )

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
                    value = reference_time.without_bound(
                        self._reckoning.value(dating, None) or edtf.UNKNOWN, dating.expression.text
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
        running = self._reckoning.running
        here = self._analysis.passage.index
        if clauses.is_testimony(predicate):
            self._hearing = here
            return UNKNOWN
        left = elsewhere or not running.lends or self._reckoning.told_later_here
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
        if self._reckoning.aside != edtf.UNKNOWN:
            return intervals.from_start(self._reckoning.aside)
        on_the_clock = self._reckoning.running.clock
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

    def _run_on(self, predicate: EventMention, when: When) -> None:
        """A stated or counted date of a main clause sets the running time."""
        if (
            predicate.planned
            or predicate.report is not None
            or clauses.is_below(predicate.chain[0])
        ):
            if clauses.ends_what_is_told(predicate) and self._reckoning.is_ahead(when):
                self._come_to(when)  # "they talked until the session ended at noon"
            elif not predicate.planned:
                self._reckoning.hear(when)
            return
        if when.edtf == edtf.UNKNOWN and tense.of_verb(predicate.chain[0]) in (
            "past",
            "present",
            "future",
        ):
            self._reckoning.lose()
        if tense.of_verb(predicate.chain[0]) in tense.UNREALIZED:
            return
        if (
            when.basis in ("stated", "relative")
            and when.edtf.startswith("../")
            and tense.of_verb(predicate.chain[0]) == "past"
        ):
            self._come_to(when)
        if (
            when.basis not in ("stated", "relative")
            or when.edtf == edtf.UNKNOWN
            or ".." in when.edtf
        ):
            return
        if self._reckoning.is_far_back(when) and any(
            tense.of_verb(t) == "pluperfect" for t in predicate.word.sent if t.pos_ == "VERB"
        ):
            self._reckoning.look_back()
            return
        opens = (
            predicate.word.sent.start == 0
        )  # a passage that opens with a look back goes on from there
        if (
            not opens
            and tense.of_verb(predicate.chain[0]) == "pluperfect"
            and self._reckoning.is_back(when)
        ):
            self._reckoning.tell_aside(when)
            return
        self._reckoning.run_on(when, back=self._reckoning.is_back(when))
        self._since = 0
        self._moved_on = self._moved_on or predicate.chain[0]
        if self._led is not UNKNOWN:
            self._led = intervals.when(
                intervals.whole_days(when.edtf), when.basis, when.text, when.span
            )


def _is_past(predicate: EventMention) -> bool:
    """Whether the clause tells what has happened by the time of writing."""
    return not predicate.planned and tense.of_verb(predicate.chain[0]) in tense.PAST


def _is_vague(distance: Distance | None) -> bool:
    """Whether a distance in days or more leaves open how long it is ("a few days after")."""
    return (
        distance is not None
        and distance.unit not in ("minute", "hour")
        and (distance.max is None or distance.max > 2 * (distance.min or 0))
    )
