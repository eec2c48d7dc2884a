"""A document as dating sees it: words, time expressions and event mentions as plain tuples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from seriatim.analysis import syntax
from seriatim.model import Document, Span, TimeExpression, When
from seriatim.temporal.frames import tense

if TYPE_CHECKING:
    from spacy.tokens import Token

    from seriatim.analysis import Analysis
    from seriatim.analysis.event_mentions import EventMention
    from seriatim.analysis.timex_links import TimexAttachment
    from seriatim.temporal.dating.rules import Setting


class Word(NamedTuple):
    """A word of a passage: its place in the document, its form and its place in the parse."""

    start: int
    end: int
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int


class Text(NamedTuple):
    """A passage: its words, the first word of each sentence, and where it hangs in the document."""

    passage: int
    kind: str
    words: tuple[Word, ...]
    sentences: tuple[int, ...]
    quoted: tuple[bool, ...]  # whether each word stands within quotation marks
    parents: tuple[int, ...]
    heading: int | None
    published: str | None
    lead: When
    under: When


class Timex(NamedTuple):
    """A time expression and the words that it dates, with the side of it on which they lie."""

    expression: TimeExpression
    text: int  # position in the view's texts
    first: int
    last: int  # its last word
    root: int
    dates: tuple[tuple[int, str, str], ...]  # (word, side, the word behind the expression)
    leads: bool
    loose: bool


class Event(NamedTuple):
    """An event mention: its words, the tense of its verb, and the date that the rules propose."""

    text: int  # position in the view's texts
    word: int
    head: int
    chain: tuple[int, ...]
    span: Span
    kind: str
    nominal: bool
    report: int  # the reporting verb that it is the content of, or -1
    planned: bool
    listed: bool
    reports: bool
    tense: str
    progressive: bool
    passive: bool
    negated: bool
    proposal: When


class View(NamedTuple):
    """A document: what stands in it, in order."""

    published: str | None
    texts: tuple[Text, ...]
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]


class Read(Protocol):
    """A passage with its parse and the expressions that its words carry."""

    @property
    def analysis(self) -> Analysis:
        """The parse."""

    @property
    def attached(self) -> TimexAttachment:
        """What each expression dates."""

    @property
    def setting(self) -> Setting:
        """What dates it from outside."""


def view(
    document: Document,
    read: Sequence[Read],
    told: Sequence[Sequence[tuple[EventMention, When]]],
    expressions: Sequence[TimeExpression],
) -> View:
    """The document's words, expressions and events.

    ``told`` holds the event mentions of each passage with the date by rule.
    """
    texts = tuple(_text(r) for r in read)
    by_passage: dict[int, list[TimeExpression]] = {}
    for expression in expressions:
        by_passage.setdefault(expression.passage, []).append(expression)
    timexes = [
        t
        for at, r in enumerate(read)
        for t in _timexes(at, r, by_passage.get(r.analysis.passage.index, []))
    ]
    events = [
        _event(at, r.analysis, predicate, when)
        for at, (r, here) in enumerate(zip(read, told, strict=True))
        for predicate, when in here
    ]
    return View(document.published, texts, tuple(timexes), tuple(events))


_OPEN, _CLOSE, _BOTH = frozenset("“«„"), frozenset("”»"), frozenset({'"', "``", "''"})


def _text(read: Read) -> Text:
    analysis = read.analysis
    sentences = [s.start for s in analysis.doc.sents]
    words, quoted = [], []
    inside, sentence = False, -1
    for token in analysis.doc:
        if sentence + 1 < len(sentences) and token.i == sentences[sentence + 1]:
            sentence += 1
        if token.text in _OPEN or (token.text in _BOTH and not inside):
            inside = True
        elif token.text in _CLOSE or token.text in _BOTH:
            inside = False
        start, end = (
            analysis.words.offsets[token.idx],
            analysis.words.offsets[token.idx + len(token) - 1] + 1,
        )
        words.append(
            Word(
                start,
                end,
                token.lower_,
                token.lemma_.lower(),
                token.pos_,
                token.tag_,
                token.dep_,
                token.head.i,
                sentence,
            )
        )
        quoted.append(inside)
    p = analysis.passage
    return Text(
        p.index,
        p.kind,
        tuple(words),
        tuple(sentences),
        tuple(quoted),
        p.parents,
        p.heading,
        p.published,
        read.setting.lead,
        read.setting.heading,
    )


def _timexes(at: int, read: Read, expressions: Sequence[TimeExpression]) -> list[Timex]:
    dates: dict[TimeExpression, list[tuple[int, str, str]]] = {}
    for word, datings in read.attached.dated.items():
        for d in datings:
            dates.setdefault(d.expression, []).append((word, d.side, d.follows))
    loose = {e for e, _ in read.attached.loose}
    found = []
    for expression in expressions:
        tokens = read.analysis.tokens(expression.span)
        if tokens is not None and len(tokens):
            own = tuple(sorted(dates.get(expression, ())))
            leads = expression is read.attached.lead
            found.append(
                Timex(
                    expression,
                    at,
                    tokens.start,
                    tokens.end - 1,
                    tokens.root.i,
                    own,
                    leads,
                    expression in loose,
                )
            )
    return found


def _event(at: int, analysis: Analysis, predicate: EventMention, when: When) -> Event:
    head: Token = predicate.chain[0]
    return Event(
        at,
        predicate.word.i,
        head.i,
        tuple(t.i for t in predicate.chain),
        analysis.span(predicate.word),
        predicate.kind,
        predicate.token.pos_ != "VERB",
        -1 if predicate.report is None else predicate.report.i,
        predicate.planned,
        predicate.listed,
        predicate.is_report,
        tense.of_verb(head),
        syntax.is_progressive(head),
        syntax.is_passive(head),
        syntax.is_negated(head),
        when,
    )
