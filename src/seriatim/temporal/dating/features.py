"""Candidates → a matrix of named features: a row a candidate.

Four blocks: the document's, the event's, the pair's (event and expression) and the candidate's own;
the first three are made once for many rows.  The document's are few: what describes a document as a
whole (its length, tenses, precision, pace) overfits with only a hundred of them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from seriatim.lang import timex_dating_patterns as dating_patterns
from seriatim.temporal import edtf
from seriatim.temporal.dating import candidates as c
from seriatim.temporal.dating.view import Event, Timex, Word

if TYPE_CHECKING:
    from numpy import ndarray

TENSES = ("past", "present", "perfect", "pluperfect", "future", "modal", "none")
DEPS = (
    "ROOT",
    "conj",
    "ccomp",
    "xcomp",
    "advcl",
    "relcl",
    "acl",
    "pcomp",
    "pobj",
    "nsubj",
    "nsubjpass",
    "dobj",
    "appos",
)
PREPOSITIONS = (
    "on",
    "in",
    "at",
    "by",
    "since",
    "until",
    "till",
    "before",
    "after",
    "from",
    "to",
    "during",
    "for",
    "of",
    "between",
    "through",
    "about",
    "within",
)
TYPES = ("DATE", "TIME", "DURATION", "SET")
ANCHORS = ("none", "document", "running", "event")
PRECISIONS = (
    "unknown",
    "open",
    "range",
    "century",
    "decade",
    "year",
    "season",
    "month",
    "day",
    "hour",
    "minute",
    "second",
)
KINDS = ("title", "heading", "paragraph", "item", "row", "quote", "header")
_LATER = frozenset(
    [
        "later",
        "afterwards",
        "afterward",
        "thereafter",
        "subsequently",
        "eventually",
        "soon",
        "then",
        "next",
        "finally",
        "meanwhile",
    ]
)
_EARLIER = frozenset(
    ["earlier", "previously", "before", "already", "formerly", "originally", "once"]
)
_MOVES_ON = frozenset(
    [
        "later",
        "subsequently",
        "eventually",
        "afterwards",
        "afterward",
        "thereafter",
        "since",
        "next",
    ]
)
_HOLDS = frozenset(["then", "immediately", "meanwhile", "while", "as", "when", "suddenly", "now"])
_MARKS_AFTER, _MARKS_BEFORE = (
    frozenset({"after", "since", "once", "following", "upon"}),
    frozenset({"before", "until", "till", "by"}),
)
_MARKS_SAME, _MARKS_IF = (
    frozenset({"when", "as", "while", "whilst"}),
    frozenset({"if", "unless", "whether", "that", "because", "although", "though"}),
)
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_BIG = 60.0
_DIGIT = re.compile(r"\d")
_YEAR_OF = re.compile(r"-?\d{4}")
_WEEKDAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def log_days(seconds: float) -> float:
    """Signed logarithm of a stretch of seconds, in days."""
    days = seconds / 86_400
    return math.copysign(math.log1p(abs(days)), days)


def log_length(characters: int) -> float:
    """The length of a stretch of text on a logarithmic scale; 0 where its end is not after it.

    Passages may lie within one another, as a note does within the paragraph that it interrupts.
    """
    return math.log1p(max(0, characters))


def one_hot(value: object, of: tuple[str, ...]) -> list[float]:
    """1 where the value is, 0 elsewhere."""
    return [float(value == o) for o in of]


def against(lo: int, hi: int, other: tuple[int, int] | None) -> list[float]:
    """Equal, inside, around, before or after another value, and how far from it."""
    if other is None:
        return [-1.0, 0.0]
    a, b = other
    if (lo, hi) == (a, b):
        return [0.0, 0.0]
    if a <= lo and hi <= b:
        return [1.0, 0.0]
    if lo <= a and b <= hi:
        return [2.0, 0.0]
    if hi <= a:
        return [3.0, log_days(a - hi)]
    if lo >= b:
        return [4.0, log_days(lo - b)]
    return [5.0, 0.0]


class Features:
    """The features of one document's candidates."""

    def __init__(self, maker: c.Maker) -> None:
        self.maker, self.view = maker, maker.view
        self.timexes = self.view.timexes
        self.starts = [t.expression.span[0] for t in self.timexes]
        self.published = c.bounds(self.view.published) if self.view.published else None
        self.dated_by = self._dated_by()
        self.days = [c.day_of(v) if v else None for v in self.maker.readings.own]
        self.stated_days = self._stated_days()
        self.day_share = _shares([d for d in self.days if d])
        stated = self._stated_years()
        self.year_before, self.year_after = _last_known(stated), _last_known(stated[::-1])[::-1]
        self.published_year = _year(self.view.published) if self.view.published else None
        self.edges = [self._edge(n) for n in range(len(self.timexes))]
        self.clocks = [t.expression.span[0] for t in self.timexes if t.expression.type == "TIME"]
        self.entry_kinds = {e.timex: float(e.kind) for e in self.maker.readings.entries}
        self.headings = [0, *accumulate(t.kind in ("title", "heading") for t in self.view.texts)]
        self.first_word = [0, *accumulate(len(t.words) for t in self.view.texts)]
        self.moves, self.holds = self._places(_MOVES_ON), self._places(_HOLDS)
        self.document = self._document()
        self.title_years = self._title_years(stated)
        self.events_at = [e.span[0] for e in self.view.events]

    def _places(self, among: Collection[str]) -> list[int]:
        """The places in the document of some words."""
        words = (w.lower for t in self.view.texts for w in t.words)
        return [i for i, word in enumerate(words) if word in among]

    def _stated_years(self) -> list[int | None]:
        """The year of each expression that states one."""
        own = zip(self.timexes, self.maker.readings.own, strict=True)
        return [_year(v) if v and c.has_year(t) else None for t, v in own]

    def _edge(self, n: int) -> int | None:
        """The first day of an expression's value, or ``None`` where it is not known."""
        value = self.maker.readings.first(n)
        first = c.bounds(value)[0] if value else -c.EVER
        return None if first == -c.EVER else first

    def _title_years(self, stated: Sequence[int | None]) -> set[int]:
        """The years that the title and the headings state."""
        texts = self.view.texts
        return {
            y
            for t, y in zip(self.timexes, stated, strict=True)
            if y is not None and texts[t.text].kind in ("title", "heading")
        }

    def _dated_by(self) -> dict[tuple[int, int], list[int]]:
        """The expressions that date a word, by its text and place."""
        found: dict[tuple[int, int], list[int]] = {}
        for n, t in enumerate(self.timexes):
            for word, _, _ in t.dates:
                found.setdefault((t.text, word), []).append(n)
        return found

    def _stated_days(self) -> dict[str, set[int]]:
        """The expressions that state a day with its month, by the day."""
        found: dict[str, set[int]] = {}
        for n, (t, d) in enumerate(zip(self.timexes, self.days, strict=True)):
            words = t.expression.text
            if d and dating_patterns.MONTH.search(words) and _DIGIT.search(words):
                found.setdefault(d, set()).add(n)
        return found

    # The document

    def _document(self) -> list[float]:
        """How much of the document stands under dates: a diary, a log, a chronicle."""
        found = self.maker.readings.entries
        days = [x for e in found if (x := self.edges[e.timex]) is not None]
        steps = [b > a for a, b in pairwise(days)]
        speaks = sum(
            len(t.words) > 3 and any(w.lower == ":" for w in t.words[1:5]) for t in self.view.texts
        )
        asks = sum(w.lower == "?" for t in self.view.texts for w in t.words)
        texts = len(self.view.texts) or 1
        return [
            len(found) / texts,
            len(set(days)),
            sum(steps) / (len(steps) or 1),
            speaks / texts,
            asks / texts,
        ]

    # The event

    def event(self, at: int, near: tuple[list[int], list[int], list[int]]) -> list[float]:
        """What is so whatever the date: how the event is told, and what stands around it."""
        view, e = self.view, self.view.events[at]
        text = view.texts[e.text]
        words = text.words
        head, word = words[e.head], words[e.word]
        children = [
            w
            for i, w in enumerate(words)
            if w.head in e.chain and w.sentence == word.sentence and i not in e.chain
        ]
        same, earlier, later = near
        sentence_start = text.sentences[word.sentence]
        marks = {w.lower for w in children if w.dep in ("mark", "advmod", "prep")}
        openers = {
            words[i].lower for i in range(sentence_start, min(sentence_start + 2, len(words)))
        }
        depth, root = _root(words, e.head)
        dated_above = self._dated_above(e, words)
        modal_above = self._modal_above(e, words)
        return [
            *one_hot(e.tense, TENSES),
            *one_hot(head.dep, DEPS),
            float(e.nominal),
            float(e.planned),
            float(e.reports),
            float(e.report >= 0),
            float(e.progressive),
            float(e.passive),
            float(e.negated),
            float(text.quoted[e.word]),
            depth,
            float(root.tag == "VBD"),
            float(root.tag in ("VBZ", "VBP")),
            float(bool(marks & _LATER or openers & _LATER)),
            float(bool(marks & _EARLIER or openers & _EARLIER)),
            float(bool(marks & _MARKS_AFTER)),
            float(bool(marks & _MARKS_BEFORE)),
            float(bool(marks & _MARKS_SAME)),
            float(bool(marks & _MARKS_IF)),
            float(any(w.lower in _FIRST_PERSON for w in children)),
            float(any(w.dep in ("nsubj", "nsubjpass") and w.pos == "PRON" for w in children)),
            float(any(w.dep in ("nsubj", "nsubjpass") for w in children)),
            float(any(w.dep == "dobj" for w in children)),
            e.word,
            word.sentence,
            e.word - sentence_start,
            len(text.sentences),
            e.text / (len(view.texts) or 1),
            KINDS.index(text.kind) if text.kind in KINDS else -1,
            float(text.lead.edtf != edtf.UNKNOWN),
            float(text.under.edtf != edtf.UNKNOWN),
            len(same),
            float(bool(self.own(e))),
            dated_above,
            modal_above,
            *self._since(at, earlier[0] if earlier else None),
            len(later),
            *self._neighbours(at),
            *self._local_pace(e),
            *self._under(e),
        ]

    def _since(self, at: int, last: int | None) -> list[float]:
        """How many events, sentences and texts lie between the expression before and the event."""
        if last is None:
            return [99, 50, 50]
        e, timex = self.view.events[at], self.timexes[last]
        words = self.view.texts[e.text].words
        return [
            min(at - bisect_left(self.events_at, self.starts[last]), 99),
            words[e.word].sentence - words[timex.first].sentence if timex.text == e.text else 50,
            min(e.text - timex.text, 50),
        ]

    def _neighbours(self, at: int) -> list[float]:
        """How the events before and after are told, and dated by the rules."""
        events, e = self.view.events, self.view.events[at]
        before = events[at - 1] if at else None
        after = events[at + 1] if at + 1 < len(events) else None
        both, words, p = (before, after), self.view.texts[e.text].words, e.proposal
        return [
            *(TENSES.index(o.tense) if o else -1 for o in both),
            float(
                before is not None
                and before.text == e.text
                and words[before.word].sentence == words[e.word].sentence
            ),
            PRECISIONS.index(p.precision),
            ("stated", "relative", "inherited", "corrected", "unknown").index(p.basis),
            *(float(o is not None and o.proposal.edtf != edtf.UNKNOWN) for o in both),
            *(float(o is not None and o.proposal.edtf == p.edtf) for o in both),
        ]

    def _under(self, e: Event) -> list[float]:
        """The form of the date above the event, and how far back it stands."""
        entry = self.maker.readings.entry(e.text, e.word)
        if entry is None:
            return [0.0, 50.0, -1.0, -1.0]
        at = self.starts[entry.timex]
        between = self.days[entry.timex + 1 : bisect_left(self.starts, e.span[0])]
        return [
            entry.kind,
            e.text - entry.text,
            log_length(e.span[0] - at),
            sum(day is not None and day != self.days[entry.timex] for day in between),
        ]

    def _local_pace(self, e: Event) -> list[float]:
        """How far apart the times around lie, and how many events share the stretch.

        So a scene is told from the run of years.
        """
        here = e.span[0]
        place = bisect_left(self.starts, here)
        before = self._first_edge(range(place - 1, max(-1, place - 8), -1))
        after = self._first_edge(range(place, min(len(self.edges), place + 8)))
        window = [x for x in self.edges[max(0, place - 4) : place + 4] if x is not None]
        a = self.starts[before] if before is not None else 0
        b = self.starts[after] if after is not None else here + 2000
        events = bisect_left(self.events_at, b) - bisect_left(self.events_at, a)
        first = self.edges[before] if before is not None else None
        then = self.edges[after] if after is not None else None
        gap = None if first is None or then is None else then - first
        days = {d for d in self.days[max(0, place - 4) : place + 4] if d}
        near_clocks = bisect_left(self.clocks, here + 900) - bisect_left(self.clocks, here - 900)
        own = self.maker.readings.first(before) if before is not None else None
        return [
            -20.0 if gap is None else log_days(gap),
            events,
            -1.0 if gap is None else log_days(abs(gap)) / (events + 1),
            log_length(b - a),
            log_days(max(window) - min(window)) if window else -1.0,
            len(days),
            near_clocks,
            PRECISIONS.index(edtf.precision(own)) if own else -1,
            log_length(here - a),
            log_length(b - here),
        ]

    def _first_edge(self, places: Iterable[int]) -> int | None:
        """The first of some expressions whose beginning is known, or ``None``."""
        return next((k for k in places if self.edges[k] is not None), None)

    def own(self, e: Event) -> list[int]:
        """The expressions that date the event's own words."""
        return [n for i in {*e.chain, e.word, e.head} for n in self.dated_by.get((e.text, i), ())]

    def _dated_above(self, e: Event, words: tuple[Word, ...]) -> float:
        """How many heads up the first dated word stands, or 20."""
        i = e.head
        for step in range(1, 12):
            if words[i].head == i:
                break
            i = words[i].head
            if (e.text, i) in self.dated_by:
                return step
        return 20

    def _modal_above(self, e: Event, words: tuple[Word, ...]) -> float:
        i = e.head
        for _ in range(6):
            if any(
                w.dep == "aux" and w.head == i and w.tag == "MD" for w in words[max(0, i - 6) : i]
            ):
                return 1.0
            if words[i].head == i:
                break
            i = words[i].head
        return 0.0

    # The pair

    def pair(self, at: int, n: int, rank: int) -> list[float]:
        """How an event and an expression lie to each other."""
        e, t = self.view.events[at], self.timexes[n]
        text, there = self.view.texts[e.text], self.view.texts[t.text]
        words, others = text.words, there.words
        same_text = e.text == t.text
        same = same_text and words[e.word].sentence == others[t.first].sentence
        x = t.expression
        own = self.maker.readings.own[n]
        up, down = self._path(words, e.head, t.root) if same else (20, 20)
        sides = (
            {side for w, side, _ in t.dates if w in e.chain or w == e.word} if same_text else set()
        )
        attached = bool(sides)
        above = (
            same and not attached and any(self._is_above(words, w, e.head) for w, _, _ in t.dates)
        )
        below = (
            same and not attached and any(self._is_above(words, e.head, w) for w, _, _ in t.dates)
        )
        a, b = sorted((e.span[0], x.span[0]))
        between_timexes = bisect_left(self.starts, b) - bisect_left(self.starts, a) - 1
        between_events = bisect_left(self.events_at, b) - bisect_left(self.events_at, a)
        lo, hi = sorted((e.word, t.first))
        gap = words[lo:hi] if same else ()
        return [
            rank,
            float(same),
            float(same_text),
            float(x.span[0] < e.span[0]),
            log_length(b - a),
            float(e.word - t.first) if same else 0.0,
            (words[e.word].sentence - others[t.first].sentence) if same_text else 40,
            min(abs(e.text - t.text), 20),
            between_timexes,
            min(between_events, 40),
            up,
            down,
            float(attached),
            float(above),
            float(below),
            float("after" in sides) - float("before" in sides),
            float("from" in sides),
            float(t.leads),
            float(t.loose),
            float(x.governs),
            len(t.dates),
            *_beside(others, t),
            *_gap(gap),
            TYPES.index(x.type),
            ANCHORS.index(x.anchor),
            float(x.direction == "after") - float(x.direction == "before"),
            float(x.direction == "same"),
            float(x.offset is not None),
            float(x.signal is not None),
            float(x.mod is not None),
            PRECISIONS.index(edtf.precision(own)) if own else -1,
            float(c.has_year(t)),
            float(bool(dating_patterns.DEMONSTRATIVE.match(x.text))),
            len(x.text),
            float(there.quoted[t.first]) - float(text.quoted[e.word]),
            float(there.quoted[t.first]),
            *_dated_word(others[t.dates[0][0]] if t.dates else None),
            float(t.first - there.sentences[others[t.first].sentence] in (0, 1)),
            float(t.first <= 2),
            KINDS.index(there.kind) if there.kind in KINDS else -1,
            self.entry_kinds.get(n, 0),
            *self._turns(e, t),
        ]

    def _turns(self, e: Event, t: Timex) -> list[float]:
        """What stands between: headings, lengths of time, words that move on or hold the scene."""
        if t.text > e.text or (t.text == e.text and t.first > e.word):
            return [-1.0, -1.0, -1.0, -1.0]
        between = bisect_left(self.starts, t.expression.span[0]) + 1
        lengths = sum(
            x.expression.type == "DURATION" or x.expression.direction is not None
            for x in self.timexes[between : bisect_left(self.starts, e.span[0])]
        )
        headings = self.headings[e.text + 1] - self.headings[t.text + 1]
        place, then = (self.first_word[e.text] + e.word, self.first_word[t.text] + t.last)
        return [
            headings,
            lengths,
            bisect_left(self.moves, place) - bisect_left(self.moves, then),
            bisect_left(self.holds, place) - bisect_left(self.holds, then),
        ]

    @staticmethod
    def _is_above(words: tuple[Word, ...], upper: int, lower: int) -> bool:
        for _ in range(15):
            if words[lower].head == lower:
                return False
            lower = words[lower].head
            if lower == upper:
                return True
        return False

    @staticmethod
    def _path(words: tuple[Word, ...], a: int, b: int) -> tuple[int, int]:
        """Steps up from a, and up from b, to where they meet."""
        ups = {a: 0}
        i = a
        while words[i].head != i and len(ups) < 20:
            i = words[i].head
            ups[i] = len(ups)
        j, down = b, 0
        while j not in ups and words[j].head != j and down < 20:
            j, down = words[j].head, down + 1
        return (ups[j], down) if j in ups else (20, 20)

    # The candidate

    def candidate(self, at: int, x: c.Candidate, context: _Context) -> list[float]:
        """The value itself, and how it lies to the other values that are near."""
        lo, hi = c.bounds(x.value)
        flags = [float(bool(x.flags >> k & 1)) for k in range(c.FLAGS)]
        width = _BIG if lo == -c.EVER or hi == c.EVER else log_days(hi - lo)
        return [
            *flags,
            x.relation,
            x.reading,
            x.givers,
            x.rank,
            PRECISIONS.index(edtf.precision(x.value)),
            width,
            float(lo == -c.EVER) - float(hi == c.EVER),
            *against(lo, hi, context.rule),
            *against(lo, hi, context.published),
            *against(lo, hi, context.own),
            *against(lo, hi, context.previous),
            *against(lo, hi, context.following),
            *against(lo, hi, context.before_event),
            *against(lo, hi, context.after_event),
            *against(lo, hi, context.entry),
            *against(lo, hi, context.first_day),
            context.count,
            *self._story(at, x, lo, hi),
        ]

    def _story(self, at: int, x: c.Candidate, lo: int, hi: int) -> list[float]:
        """How the value fits the years and days that the document names around the event."""
        year = _year(x.value)
        of_frames = dict(self.timexes[x.timex].expression.years) if x.timex >= 0 else {}
        e = self.view.events[at]
        years = self.maker.readings.years
        total = sum(years.values())
        place = bisect_left(self.starts, e.span[0])
        day = c.day_of(x.value)
        steps_before, before_day = _first_day(self.days[max(0, place - 14) : place][::-1])
        steps_after, after_day = _first_day(self.days[place : place + 15])
        around = [*self.view.events[max(0, at - 3) : at], *self.view.events[at + 1 : at + 4]]
        inside = sum(
            o.proposal.edtf != edtf.UNKNOWN
            and lo <= c.bounds(o.proposal.edtf)[0]
            and c.bounds(o.proposal.edtf)[1] <= hi
            for o in around
        )
        stated_before, stated_after = self.year_before[place], self.year_after[place]
        return [
            of_frames.get(year, -0.5) if of_frames and year is not None else -1.0,
            max(of_frames.values(), default=-1.0),
            _years_from(stated_before, year, -30.0, 30.0),
            _years_from(stated_after, year, -30.0, 30.0),
            _years_from(self.published_year, year, -60.0, 9.0),
            years[year] / total if year is not None and total else -1.0,
            float(year is not None and year in self.title_years),
            self._weekday_fits(x),
            float(bool(day) and bool(self.stated_days.get(day or "", set()) - {x.timex})),
            self.day_share.get(day, 0.0) if day else -1.0,
            float(day is not None and day == before_day),
            float(day is not None and day == after_day),
            float(before_day is not None and before_day == after_day),
            steps_before,
            steps_after,
            inside,
            float(before_day is not None and after_day is not None and before_day < after_day),
        ]

    def _weekday_fits(self, x: c.Candidate) -> float:
        """1 where the value lies on the weekday that the words name, -1 where not, else 0."""
        if (
            x.timex < 0
            or (named := dating_patterns.WEEKDAY_NAME.search(self.timexes[x.timex].expression.text))
            is None
        ):
            return 0.0
        day = c.day_of(x.value)
        if day is None:
            return 0.0
        at = edtf.first_day(day) or 0
        return 1.0 if edtf.weekday(at) == _WEEKDAY_NAMES.index(named[0].lower()[:3]) else -1.0


def _year(value: str) -> int | None:
    """The year that a value lies in or begins with."""
    match = _YEAR_OF.match(value.removeprefix("../"))
    return int(match[0]) if match else None


def _beside(words: Sequence[Word], t: Timex) -> list[float]:
    """The words on either side of an expression, as numbers."""
    before = words[t.first - 1].lower if t.first else ""
    behind = words[t.last + 1].lower if t.last + 1 < len(words) else ""
    return [
        PREPOSITIONS.index(before) if before in PREPOSITIONS else -1,
        float(before in ("(", "[")),
        float(behind == ","),
        float(behind in (".", ";", ":", ")")),
    ]


def _gap(gap: Sequence[Word]) -> list[float]:
    """What stands between an event and an expression in the same sentence."""
    return [
        sum(w.lower in (",", ";", "(", ")", "—", "--") for w in gap),
        sum(w.pos == "VERB" for w in gap),
        sum(w.lower in ("that", "which", "who", "because") for w in gap),
        sum(w.lower in ("and", "but", "then") for w in gap),
    ]


def _dated_word(word: Word | None) -> list[float]:
    """The form of the word that an expression dates."""
    if word is None:
        return [0.0, 0.0, 0.0, 0.0]
    return [
        float(word.tag == "VBD"),
        float(word.pos == "NOUN"),
        float(word.dep in ("relcl", "acl", "ccomp", "xcomp", "advcl", "pcomp")),
        float(word.tag in ("VB", "VBZ", "VBP")),
    ]


def _shares(days: Sequence[str]) -> dict[str, float]:
    """The share that each day has of all."""
    return {day: n / len(days) for day, n in Counter(days).items()}


def _root(words: Sequence[Word], i: int) -> tuple[int, Word]:
    """How many heads up the root of a word stands, at most 12, and the root."""
    depth = 0
    while words[i].head != i and depth < 12:
        i, depth = words[i].head, depth + 1
    return depth, words[i]


def _years_from(base: int | None, year: int | None, least: float, most: float) -> float:
    """The years from one year to another within bounds, or -9 where one of them is unknown."""
    return -9.0 if base is None or year is None else max(least, min(most, year - base))


def _first_day(days: Sequence[str | None]) -> tuple[int, str | None]:
    """The place of the first known day and the day, or how many places there are and ``None``."""
    return next(((n, day) for n, day in enumerate(days) if day), (len(days), None))


def _last_known(values: list[int | None]) -> list[int | None]:
    """The last value known before each place, and behind the last."""
    found: list[int | None] = [None]
    for v in values:
        found.append(found[-1] if v is None else v)
    return found


def _bounds(value: str | None) -> tuple[int, int] | None:
    return c.bounds(value) if value and value != edtf.UNKNOWN else None


class _Context:
    """The values that stand around an event."""

    def __init__(
        self, f: Features, at: int, near: tuple[list[int], list[int], list[int]], count: int
    ) -> None:
        events, own = f.view.events, f.maker.readings.own
        e = events[at]
        self.rule = _bounds(e.proposal.edtf)
        self.published = f.published
        _, before, after = near
        mine = [v for n in f.own(e) if (v := own[n])]
        self.own = _bounds(mine[0]) if mine else None
        self.previous = _bounds(next((own[n] for n in before if own[n]), None))
        self.following = _bounds(next((own[n] for n in after if own[n]), None))
        self.before_event = _bounds(
            next(
                (
                    o.proposal.edtf
                    for o in reversed(events[max(0, at - 5) : at])
                    if o.proposal.edtf != edtf.UNKNOWN
                ),
                None,
            )
        )
        self.after_event = _bounds(
            next(
                (
                    o.proposal.edtf
                    for o in events[at + 1 : at + 6]
                    if o.proposal.edtf != edtf.UNKNOWN
                ),
                None,
            )
        )
        entry = f.maker.readings.entry(e.text, e.word)
        self.entry = _bounds(f.maker.readings.first(entry.timex)) if entry is not None else None
        self.first_day = _bounds(next((d for d in f.days if d), None))
        self.count = float(count)


def rows(f: Features, at: int) -> tuple[list[c.Candidate], ndarray]:
    """The candidates of an event and their features."""
    import numpy as np

    near = f.maker.near(f.view.events[at])
    found = f.maker.of(at)
    event = f.event(at, near)
    context = _Context(f, at, near, len(found))
    pairs: dict[int, list[float]] = {}
    ranks = {n: k for group in near for k, n in enumerate(group)}
    out = []
    for x in found:
        if x.timex >= 0 and x.timex not in pairs:
            pairs[x.timex] = f.pair(at, x.timex, ranks.get(x.timex, 9))
        pair = pairs[x.timex] if x.timex >= 0 else None
        out.append([*f.document, *event, *(pair or NO_PAIR), *f.candidate(at, x, context)])
    return found, np.array(out, np.float32)


NO_PAIR = [-5.0] * 54
