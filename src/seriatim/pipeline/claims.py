"""The claims and mentions of one document, from its names, events, dates and sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from seriatim.analysis import Analysis, Progress, headlinese, silent
from seriatim.analysis.event_mentions import EventMention, PassageStyle
from seriatim.analysis.timex_links import TimexAttachment
from seriatim.attribution import extraction
from seriatim.attribution.attributions import Attribution
from seriatim.coref import names
from seriatim.coref.antecedents import AntecedentResolver
from seriatim.coref.name_index import NameIndex
from seriatim.coref.phrases import Referent
from seriatim.events import (
    arguments,
    coreference,
    detection,
    headline,
    mail_headers,
    semantic_roles,
)
from seriatim.factuality import certainty
from seriatim.lang import reporting, roles
from seriatim.messages.reading import BUILDING_CLAIMS
from seriatim.model import (
    UNKNOWN,
    Claim,
    Document,
    Mention,
    Participant,
    Passage,
    Problem,
    Role,
    Source,
    Span,
    TimeExpression,
    When,
)
from seriatim.temporal import dating, intervals
from seriatim.temporal.dating import attachment, rules

_PAGE = 2_000  # characters
_PRESENT_KINDS = frozenset({"title", "heading"})


@dataclass(frozen=True, slots=True)
class DocumentClaims:
    """The claims and mentions of one document, and the problems met in reading it."""

    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...] = ()


def read(
    document: Document,
    analyses: Sequence[Analysis],
    expressions: Sequence[TimeExpression],
    *,
    model: bool = True,
    strict: bool = False,
    progress: Progress = silent,
) -> DocumentClaims:
    """The claims of a document in the order of its words: a pure function of its arguments.

    ``strict`` leaves more dates open, so that fewer are false;
    ``progress`` is called with the current step.
    """
    mail = mail_headers.read(document, [a.passage for a in analyses])
    read = attached(document, analyses, expressions)
    found, name_index = _names(read)
    said = _AttributionsByPlace(
        extraction.read(document, [r.analysis for r in read], model=model, progress=progress)
    )
    people = AntecedentResolver(name_index, found, [r.analysis for r in read], said.speaker)
    register = _Register(document, name_index, [r.analysis for r in read], found)
    told = [mentions(r, model=model) for r in read]
    whens = dating.date(document, read, told, expressions, model=model, strict=strict)
    drafts = []
    for n, (r, here, dates) in enumerate(zip(read, told, whens, strict=True)):
        progress(BUILDING_CLAIMS, n + 1, len(read))
        drafts += [
            _draft(n, r.analysis, p, dates[p.word.i], people, register) for p in here if p.listed
        ]
    named, ids = register.mentions(), register.ids()
    speakers = _Speakers(said, named)
    claims = [
        _claim(document, f"{document.id}-c{n}", d, ids, speakers) for n, d in enumerate(drafts, 1)
    ]
    under_date = {r.analysis.passage.index for r in read if r.setting.lead is not UNKNOWN}
    repeated = coreference.mark_repeated(claims, {m.id: m.name for m in named}, under_date)
    return DocumentClaims((*mail.claims, *repeated), (*mail.mentions, *named))


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage with its parse, its time expressions, and the dates that it is under."""

    analysis: Analysis
    attached: TimexAttachment
    setting: rules.Setting


def attached(
    document: Document, analyses: Sequence[Analysis], expressions: Sequence[TimeExpression]
) -> list[ReadPassage]:
    """The passages below a mail's header, with their dates.

    Sentences in a headline's present tense that are under a date are parsed again.
    """
    mail = mail_headers.read(document, [a.passage for a in analyses])
    analyses = [a for a in analyses if a.passage.index != mail.passage]
    here: dict[int, list[TimeExpression]] = defaultdict(list)
    for expression in expressions:
        here[expression.passage].append(expression)
    dated = [attachment.attach(a, here[a.passage.index]) for a in analyses]
    passages = []
    for analysis, words, setting in zip(analyses, dated, _settings(analyses, dated), strict=True):
        again = headlinese.reread(analysis) if setting != rules.Setting() else analysis
        passages.append(
            ReadPassage(
                again,
                words
                if again is analysis
                else attachment.attach(again, here[analysis.passage.index]),
                setting,
            )
        )
    return passages


def _names(read: Sequence[ReadPassage]) -> tuple[list[list[names.Name]], NameIndex]:
    """The names of each passage, and their index."""
    found = [
        names.find(r.analysis.doc, r.attached.timed, names.seams(r.analysis.words, r.analysis.doc))
        for r in read
    ]
    name_index = NameIndex(
        (n for here in found for n in here), [r.analysis.words.text for r in read]
    )
    forms = name_index.forms()
    known = [
        names.known(
            r.analysis.doc,
            here,
            forms,
            name_index.entries,
            under_date=r.setting.lead is not UNKNOWN,
        )
        for r, here in zip(read, found, strict=True)
    ]
    return known, name_index


def mentions(read: ReadPassage, *, model: bool = True) -> list[EventMention]:
    """The event mentions of a passage, in the order of its words."""
    return detection.find(read.analysis, read.attached, style(read), model=model)


def style(read: ReadPassage) -> PassageStyle:
    """How a passage is written."""
    heading = read.analysis.passage.kind in _PRESENT_KINDS
    dated = read.attached.lead is not None
    return PassageStyle(heading or read.setting != rules.Setting(), heading, dated)


def _settings(
    analyses: Sequence[Analysis], attached: Sequence[TimexAttachment]
) -> list[rules.Setting]:
    """The dates that each passage is under: its own leading date, its item's, its heading's."""
    leads: dict[int, When] = {}
    for analysis, here in zip(analyses, attached, strict=True):
        if here.lead is not None and here.lead.edtf is not None and here.lead.direction is None:
            leads[analysis.passage.index] = intervals.when(
                here.lead.edtf, "inherited", here.lead.text, here.lead.span
            )
        elif analysis.passage.published:
            leads[analysis.passage.index] = intervals.when(analysis.passage.published, "inherited")
    return [
        rules.Setting(
            _lead(a.passage, leads),
            leads.get(a.passage.heading, UNKNOWN) if a.passage.heading is not None else UNKNOWN,
        )
        for a in analyses
    ]


def _lead(passage: Passage, leads: dict[int, When]) -> When:
    return next(
        (leads[i] for i in (passage.index, *reversed(passage.parents)) if i in leads), UNKNOWN
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A claim before its mentions are numbered."""

    passage: int
    sentence: Span
    predicate: EventMention
    word: Span
    when: When
    participants: tuple[tuple[Span, Role], ...]
    place: str | None
    analysis: Analysis


class _Register:
    """The mentions of a document, numbered in the order of its words when all are known."""

    def __init__(
        self,
        document: Document,
        name_index: NameIndex,
        analyses: Sequence[Analysis],
        found: Sequence[Sequence[names.Name]],
    ) -> None:
        self._document = document
        self._known: dict[Span, Mention] = {}
        for analysis, here in zip(analyses, found, strict=True):
            for name in here:
                self.add(
                    analysis,
                    Referent(
                        name.start, name.end, name_index.full(name.text), name_index.kind(name.text)
                    ),
                )
        self._joined = {
            self._span(a, n)
            for a, here in zip(analyses, found, strict=True)
            for n in here
            if any(m.run_on for m in names.run_together(here, n))
        }
        self._misspelled = {
            self._span(a, n)
            for a, here in zip(analyses, found, strict=True)
            for n in here
            if name_index.is_misspelled(n.text)
        }

    @staticmethod
    def _span(analysis: Analysis, name: names.Name) -> Span:
        return analysis.span(analysis.doc[name.start : name.end])

    def _repaired(self, span: Span) -> Literal["run together", "misspelled"] | None:
        return (
            "run together"
            if span in self._joined
            else "misspelled"
            if span in self._misspelled
            else None
        )

    def add(self, analysis: Analysis, who: Referent, *, pronoun: bool = False) -> Span:
        """Note a mention; returns its span."""
        span = analysis.span(analysis.doc[who.start : who.end])
        if span not in self._known:
            text = self._document.text[span[0] : span[1]]
            self._known[span] = Mention(
                "",
                self._document.id,
                analysis.passage.index,
                span,
                text,
                who.name,
                "pronoun" if pronoun else who.kind,
            )
        return span

    def ids(self) -> dict[Span, str]:
        """The number of each mention by its span."""
        return {m.span: m.id for m in self.mentions()}

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions in order; those that are not the full name point to the first that is."""
        ordered = sorted(self._known.values(), key=lambda m: (m.span[0], -m.span[1]))
        full: dict[str, str] = {}
        for n, mention in enumerate(ordered, 1):
            if mention.text == mention.name:
                full.setdefault(mention.name, f"{self._document.id}-m{n}")
        return tuple(
            Mention(
                f"{self._document.id}-m{n}",
                m.document,
                m.passage,
                m.span,
                m.text,
                m.name,
                m.kind,
                full.get(m.name) if m.text != m.name else None,
                self._repaired(m.span),
            )
            for n, m in enumerate(ordered, 1)
        )


def _draft(
    index: int,
    analysis: Analysis,
    predicate: EventMention,
    when: When,
    people: AntecedentResolver,
    register: _Register,
) -> _Draft:
    participants: dict[str, tuple[Span, Role]] = {}
    for argument in semantic_roles.find(predicate):
        for who in people.resolve(index, argument.token, direct=argument.direct):
            here = argument.token.i in range(who.start, who.end) and argument.token.pos_ != "PRON"
            span = (
                register.add(analysis, who)
                if here or argument.token.pos_ != "PRON"
                else register.add(analysis, _at(argument.token.i, who), pronoun=True)
            )
            participants.setdefault(who.name, (span, argument.role))
    where = arguments.place(predicate)
    return _Draft(
        analysis.passage.index,
        analysis.span(predicate.word.sent),
        predicate,
        analysis.span(predicate.word),
        when,
        tuple(participants.values()),
        where[1] if where else None,
        analysis,
    )


def _at(i: int, who: Referent) -> Referent:
    return Referent(i, i + 1, who.name, who.kind, who.gender)


class _AttributionsByPlace:
    """The attributions of a document by the place of their content.

    A long document has thousands, and each claim looks up its own.
    """

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._pages: dict[int, list[Attribution]] = defaultdict(list)
        for said in attributions:
            for page in sorted(
                {n for s, e in said.content for n in range(s // _PAGE, e // _PAGE + 1)}
            ):
                self._pages[page].append(said)

    def around(self, span: Span) -> Sequence[Attribution]:
        """The attributions whose content may contain the span, in order."""
        return self._pages.get(span[0] // _PAGE, ())

    def speaker(self, span: Span) -> str | None:
        """The speaker of a span: the source of the narrowest content around it."""
        held = [
            (c[1] - c[0], a.name)
            for a in self.around(span)
            if a.committed and a.name
            for c in a.content
            if c[0] <= span[0] and span[1] <= c[1]
        ]
        return min(held)[1] if held else None


class _Speakers:
    """The sources of claims, each with the mention that names it and its full name."""

    def __init__(self, said: _AttributionsByPlace, mentions: Sequence[Mention]) -> None:
        self._said = said
        self._mentions = {
            m.span[0]: m for m in sorted(mentions, key=lambda m: m.span[1]) if m.kind != "place"
        }

    def of(self, predicate: Span) -> tuple[Source, ...]:
        """The sources of a predicate, outermost first."""
        named = [
            self._named(s) for s in extraction.sources_of(self._said.around(predicate), predicate)
        ]
        known = [s for s in named if s.name.lower() not in reporting.NO_NAMES]
        return tuple(s for n, s in enumerate(known) if s.name not in [o.name for o in known[:n]])

    def _named(self, source: Source) -> Source:
        inside = (
            self._mentions[i] for i in range(source.span[0], source.span[1]) if i in self._mentions
        )
        mention = next(
            (
                m
                for m in inside
                if source.name in (m.text, m.name)
                or m.name.endswith(f" {source.name}")
                or (m.span == source.span and m.text.lower() in roles.PERSONAL_PRONOUNS)
            ),
            None,
        )
        return source if mention is None else replace(source, name=mention.name, mention=mention.id)


def _claim(
    document: Document, name: str, draft: _Draft, ids: dict[Span, str], speakers: _Speakers
) -> Claim:
    start, end = draft.sentence
    predicate = draft.predicate
    assessed = certainty.assess(
        draft.analysis, [*(t for t in predicate.chain if t.i != predicate.token.i), predicate.token]
    )
    return Claim(
        name,
        document.id,
        draft.passage,
        (start, end),
        document.text[start:end],
        draft.word,
        predicate.kind,
        headline.summary(document.text, draft.analysis, predicate, assessed.limits),
        draft.when,
        draft.place,
        tuple(Participant(ids[span], role) for span, role in draft.participants),
        speakers.of(draft.word),
        assessed.hedges,
        assessed.polarity,
        assessed.certainty,
        planned=predicate.planned or assessed.planned,
        quantities=arguments.quantities(draft.analysis, predicate),
        citations=tuple(
            dict.fromkeys(c.url for c in _passage(draft).citations if start <= c.span[0] < end)
        ),
    )


def _passage(draft: _Draft) -> Passage:
    return draft.analysis.passage
