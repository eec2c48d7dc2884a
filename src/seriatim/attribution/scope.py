"""The scope of attributions: contents fitted to the parse of their sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.attribution.cues import VERBS
from seriatim.lang import reporting

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from seriatim.analysis import Analysis
    from seriatim.attribution.attributions import Attribution
    from seriatim.model import Span

_PAST = frozenset({"past", "pluperfect"})


def fitted(analysis: Analysis, spoken: Attribution) -> Attribution:
    """The attribution with its last content fitted to the parse of its sentence.

    The content ends where the time of saying begins, or extends over "and" or "but" to the next
    clause.
    """
    run = analysis.tokens(spoken.cue[0]) if spoken.cue and spoken.committed else None
    if run is not None and spoken.content and _opens_sentence(run):
        return replace(spoken, content=_to_the_end(analysis, run, spoken.content))
    verb = next((t for t in reversed(list(run or ())) if t.pos_ == "VERB"), None)
    if verb is None or not spoken.content:
        return spoken
    last = spoken.content[-1]
    reading = analysis.tokens(last)
    if reading is None or last[0] < spoken.cue[0][1] or reading[-1].sent.start != verb.sent.start:
        return spoken
    last = _without_next_deed(analysis, verb, _without_time_of_saying(analysis, verb, last))
    last = _without_next_speaker(analysis, _within_its_clause(analysis, verb, last))
    last = _over_clauses(analysis, verb, _carried_on(analysis, verb, last))
    return replace(spoken, content=(*spoken.content[:-1], last))


def _opens_sentence(cue: Words) -> bool:
    """Whether a phrase such as "according to" opens its sentence, or follows a date and a colon."""
    first = cue[0].i == cue[0].sent.start or cue[0].nbor(-1).text == ":"
    return first and any(tuple(t.lower_ for t in cue) == phrase for phrase in reporting.PHRASES)


def _to_the_end(analysis: Analysis, cue: Words, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The contents of "according to Hale, A, and B.", extended to the end of the sentence."""
    last = cue[0].sent[-1]
    while last.is_punct and last.i > cue[-1].i and last.text not in '”’"':
        last = last.nbor(-1)
    end = analysis.span(last)[1]
    here = [c for c in content if c[0] < end]
    return (
        *((min(here)[0], max(end, max(here)[1])) for _ in here[:1]),
        *(c for c in content if c[0] >= end),
    )


def _without_time_of_saying(analysis: Analysis, verb: Token, content: Span) -> Span:
    """The content without the time of saying.

    It is not part of the plan in "announces a plan the day that Hale leaves" or "vows to sell after
    the board met".
    """
    for time in syntax.children(verb, "npadvmod"):
        start = analysis.span(time.left_edge)[0]
        if content[0] < start < content[1] and syntax.children(time, "relcl", "acl"):
            before = time.left_edge.nbor(-1)
            return (content[0], analysis.span(before)[1])
    for clause in (
        c
        for deed in syntax.children(verb, "xcomp")
        for c in syntax.children(deed, "advcl")
        if syntax.is_time_of_saying(c)
    ):
        start = analysis.span(clause.left_edge)[0]
        if content[0] < start < content[1]:
            return (content[0], analysis.span(clause.left_edge.nbor(-1))[1])
    return content


def _without_next_deed(analysis: Analysis, verb: Token, content: Span) -> Span:
    """The content without the speaker's next action: "reported a loss and cut its forecast"."""
    deeds = (
        c
        for c in syntax.children(verb, "conj")
        if c.tag_ == verb.tag_ == "VBD" and not syntax.children(c, "mark", *syntax.SUBJECTS)
    )
    for deed in deeds:
        joins = next((c for c in syntax.children(verb, "cc") if verb.i < c.i < deed.i), None)
        if joins is not None and content[0] < analysis.span(joins)[0] < content[1]:
            before = joins.nbor(-1) if not joins.nbor(-1).is_punct else joins.nbor(-2)
            return (content[0], analysis.span(before)[1])
    return content


def _within_its_clause(analysis: Analysis, verb: Token, content: Span) -> Span:
    """The content within its relative or participial clause.

    Examples: "a man who claimed to know him came to see us", "a letter saying so was sent".
    """
    clause = next(
        (t for t in (verb, *syntax.ancestors_of(verb)) if t.dep_ == "relcl" or _parts(t)), None
    )
    end = analysis.span(clause.right_edge)[1] if clause is not None else content[1]
    return (content[0], end) if content[0] < end < content[1] else content


def _parts(clause: Token) -> bool:
    """Whether a participle stands between a subject and its verb: "a note saying so was sent"."""
    noun = clause.head
    return (
        clause.dep_ == "acl"
        and noun.dep_ in syntax.SUBJECTS
        and noun.i < clause.i < noun.head.i
        and clause.right_edge.i < noun.head.i
    )


def _without_next_speaker(analysis: Analysis, content: Span) -> Span:
    """The content A of "the envoy says that A; the Americans maintain that B"."""
    reading = analysis.tokens(content)
    for mark in (t for t in reading or () if t.text == ";"):
        behind = analysis.doc[mark.i + 1 : (reading or mark.sent)[-1].i + 1]
        told = (
            t
            for t in behind
            if t.pos_ == "VERB" and t.lemma_.lower() in VERBS and syntax.children(t, "ccomp")
        )
        if any(syntax.children(t, "nsubj") for t in told):
            return (content[0], analysis.span(mark.nbor(-1))[1])
    return content


def _carried_on(analysis: Analysis, verb: Token, content: Span) -> Span:
    """The content extended to B in "said that A, but B".

    B has the tense of A, a subject of its own and no verb of saying.
    """
    reading = analysis.tokens(content)
    if not reading or syntax.tense(verb) not in _PAST:
        return content
    clause = _next_clause(verb, reading)
    if clause is None:
        return content
    between = analysis.doc[reading[-1].i + 1 : clause.left_edge.i]
    if {t.lower_ for t in between} - {",", "and", "but", "that"}:
        return content
    if clause.lemma_.lower() in VERBS and clause.i != verb.i and _is_new_speaker(clause):
        return content
    last = clause.right_edge
    while last.is_punct and last.i > clause.i:
        last = last.nbor(-1)
    return (content[0], max(content[1], analysis.span(last)[1]))


def _over_clauses(analysis: Analysis, verb: Token, content: Span) -> Span:
    """The content extended over the next clauses of "deposed that A; that B; and that C"."""
    reading = analysis.tokens(content)
    if not reading:
        return content
    end, doc = verb.sent.end, analysis.doc
    opens = doc[reading[0].i - 1].lower_ == "that" if reading[0].i else False
    if not opens and reading[0].lower_ != "that":
        return content
    mark = reading[-1].i + 1
    while mark + 1 < end and doc[mark].text in (";", ",") and _opens_clause(doc[mark + 1]):
        mark = next((t.i for t in doc[mark + 1 : end] if t.text == ";"), end)
    last = doc[mark - 1]
    while last.is_punct and last.i > reading[-1].i:
        last = last.nbor(-1)
    return (content[0], max(content[1], analysis.span(last)[1]))


def _opens_clause(token: Token) -> bool:
    """Whether a word opens a clause with "that", or with "and that"."""
    if token.lower_ in ("and", "but") and token.i + 1 < len(token.doc):
        token = token.nbor(1)
    return token.lower_ == "that" and token.dep_ in ("mark", "det", "nsubj", "ROOT")


def _next_clause(verb: Token, content: Words) -> Token | None:
    """The verb of the next conjunct behind the content, in the past and with its own subject."""
    heads = {verb.i, *(t.i for t in content if t.pos_ in ("VERB", "AUX"))}
    clause = next(
        (
            t
            for t in verb.sent
            if t.i > content[-1].i
            and t.dep_ == "conj"
            and t.head.i in heads
            and t.pos_ in ("VERB", "AUX")
        ),
        None,
    )
    if clause is None or syntax.tense(clause) not in _PAST:
        return None
    return clause if syntax.children(clause, "nsubj", "nsubjpass") else None


def _is_new_speaker(clause: Token) -> bool:
    """Whether the subject of the next clause is a named source."""
    subject = syntax.subject(clause)
    return (
        subject is not None
        and subject.pos_ != "PRON"
        and bool(subject.ent_type_ or subject.pos_ == "PROPN")
    )
