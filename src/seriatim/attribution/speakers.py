"""Speakers over a whole document: quotations, labels, list items and transcripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from seriatim.analysis import Analysis, syntax
from seriatim.attribution import conventions
from seriatim.attribution.attributions import Attribution, is_known, modelled_attributions, share
from seriatim.attribution.cues import (
    Report,
    is_actor,
    is_document,
    issuer_of,
    phrase_reports,
    source_range,
)
from seriatim.attribution.index import AttributionIndex
from seriatim.attribution.quotations import Quotation, kind, trim
from seriatim.attribution.scope import fitted
from seriatim.attribution.source_names import Names
from seriatim.lang import reporting, roles
from seriatim.model import Document, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from seriatim.analysis.spans import TaggedSpan

TAKEN = 0.5  # share of a passage or quotation that must have a speaker already
_LABEL = re.compile(r"[^:]{2,80}(?=:(?:\s|$))")


def complete(
    document: Document,
    analyses: Sequence[Analysis],
    quotes: Sequence[Sequence[Quotation]],
    raw: Sequence[Sequence[Report]],
    tagged: Sequence[TaggedSpan] = (),
) -> list[Attribution]:
    """All attributions of a document.

    They are those of the model and of the cues of each passage, and what quotations, list items and
    labels add.
    """
    names = Names(analyses)
    modelled = AttributionIndex(modelled_attributions(analyses, tagged, names))
    places = {a.passage.index: i for i, a in enumerate(analyses)}
    throughout = conventions.spoken_throughout(analyses, quotes)
    spoken_by_one = []
    unclosed: Attribution | None = None
    led: list[Attribution] = []
    found = AttributionIndex()
    for i, analysis in enumerate(analyses):
        index = analysis.passage.index
        found.add(_cued(analysis, modelled, (_spoken(analysis, r, names, i) for r in raw[i])))
        own = throughout.get(i) or [
            *_labelled(analysis, quotes[i], names, i, found.of(index)),
            *_authored(document, analysis),
        ]
        if own:
            spoken_by_one.append(analysis.passage)
            found.remove_content(index, analysis.passage.span)
        found.add(own)
        unclosed = _add_quotations(analyses, i, quotes, names, found, unclosed)
        led = (
            []
            if own
            else _led_in(analyses, i, names, found, places) or _told_on(analyses, i, quotes, led)
        )
        found.add(led)
    for passage in spoken_by_one:  # the model looks back over them from later passages
        found.remove_content(passage.index, passage.span)
    return _named_from_within(found)


def _cued(
    analysis: Analysis, modelled: AttributionIndex, by_rules: Iterable[Attribution]
) -> Iterator[Attribution]:
    """The attributions of the model in a passage, and those that only the rules find."""
    for spoken in modelled.of(analysis.passage.index):
        yield fitted(analysis, spoken)
    for spoken in by_rules:
        if not is_known(spoken, modelled.near(*spoken.cue, *spoken.content)):
            yield fitted(analysis, spoken)


def _spoken(analysis: Analysis, report: Report, names: Names, i: int) -> Attribution:
    source = (
        (analysis.words.span(*report.source),) if report.source and report.head is not None else ()
    )
    name = names.name(report.head, i, report.issuer) if report.head is not None else ""
    content = tuple(analysis.words.span(*c) for c in report.content)
    return Attribution(
        source,
        (analysis.words.span(*report.cue),),
        content,
        name,
        analysis.passage.index,
        report.committed,
    )


def _labelled(
    analysis: Analysis,
    quotes: Sequence[Quotation],
    names: Names,
    i: int,
    found: Sequence[Attribution],
) -> Iterator[Attribution]:
    """The attribution of a label: "Spokesman: “…”".

    The speaker precedes a colon, and what follows contains a quotation.
    """
    text = analysis.words.text
    start = 0
    while match := _LABEL.match(text, start):
        colon = match.end()
        head = _label_head(analysis, start, colon)
        rest = trim(text, colon + 1, len(text), drop=" ")
        content = analysis.words.span(*rest) if rest[1] > rest[0] else None
        taken = content and any(share(content, s.content) > 0.9 for s in found)
        if head is not None and content and not taken and any(q.start >= colon for q in quotes):
            source = source_range(head, (colon, colon + 1))
            yield Attribution(
                (analysis.words.span(*source),),
                (analysis.words.span(colon, colon + 1),),
                (content,),
                names.name(head, i),
                analysis.passage.index,
            )
            return
        start = colon + 1
        if quotes and start > quotes[0].start:
            return


def _label_head(analysis: Analysis, start: int, colon: int) -> Token | None:
    """The head of a label that names a speaker, in a label without a finite verb."""
    label = analysis.doc.char_span(start, colon, alignment_mode="contract")
    if (
        label is None
        or len(label) > 10
        or any(t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP") for t in label)
    ):
        return None
    heads = [
        t
        for t in label
        if t.pos_ in ("PROPN", "NOUN")
        and (t.head.i not in range(label.start, label.end) or t.head is t or t.dep_ == "ROOT")
    ]
    heads = [
        t
        for t in heads
        if t.ent_type_ not in ("DATE", "TIME", "CARDINAL")
        and t.lower_ not in reporting.NO_SPEAKERS
        and is_actor(t)
    ]
    return heads[0] if heads else None


def _authored(document: Document, analysis: Analysis) -> Iterator[Attribution]:
    """The attribution of a passage with an author: a turn of a transcript, or a quoted reply."""
    author = analysis.passage.author
    if not author:
        return
    text, start = analysis.words.text, 0
    if text.startswith(author) and ":" in text[len(author) : len(author) + 45]:
        start = text.index(":", len(author)) + 1
        source = analysis.words.span(0, len(author))
        cue: tuple[Span, ...] = (analysis.words.span(start - 1, start),)
    else:
        at = document.text.rfind(author, 0, analysis.passage.span[0])
        at = at if at >= 0 else document.text.find(author)
        if at < 0:
            return
        source, cue = (at, at + len(author)), ()
    first, last = trim(text, start, len(text), drop=" ")
    if last > first:
        yield Attribution(
            (source,), cue, (analysis.words.span(first, last),), author, analysis.passage.index
        )


def _add_quotations(
    analyses: Sequence[Analysis],
    i: int,
    quotes: Sequence[Sequence[Quotation]],
    names: Names,
    found: AttributionIndex,
    unclosed: Attribution | None,
) -> Attribution | None:
    """Give the passage's quotations that no cue covers to the current speaker.

    ``unclosed``, and what is returned, is the attribution of a quotation that is left open at the
    end of a passage: it keeps its speaker, whoever is cited within it.
    """
    analysis = analyses[i]
    speaker: Attribution | None = None
    for quote in quotes[i]:
        span = analysis.words.span(*quote.range)
        if kind(analysis.words.text, quote) == "scare":
            continue
        speaker = _speaker_from_outside(span, found.near(span))
        if speaker is not None:
            continue
        speaker = (
            (unclosed if quote.continues else None)
            or _beside(analysis, quote, names, i)
            or _speaker(analyses, i, quote, found)
            or _subject_before(analysis, quote, names, i)
            or _told_before(analyses, i, quote, names)
        )
        if speaker is not None:
            speaker = replace(
                speaker, content=(span,), passage=analysis.passage.index, committed=True, by="rules"
            )
            found.add([speaker])
    return speaker if quotes[i] and not quotes[i][-1].closed else None


def _speaker_from_outside(quotation: Span, found: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose cue stands outside a quotation and that covers most of it.

    What is cited within it has a source of its own, and is still the speaker's.
    """
    around = (
        s
        for s in found
        if s.committed and _is_somebody(s) and not (s.cue and share(s.cue[0], (quotation,)) == 1)
    )
    covering = [(share(quotation, s.content), s) for s in around]
    widest = max(covering, key=lambda c: c[0], default=None)
    if widest is None or sum(share for share, _ in covering) < TAKEN:
        return None
    return widest[1]


def _has_speaker(span: Span, found: Sequence[Attribution]) -> bool:
    """Whether most of a span has a speaker.

    "I" does not count: it refers to the speaker, whoever that is.
    """
    return sum(share(span, s.content) for s in found if s.committed and _is_somebody(s)) >= TAKEN


def _is_somebody(spoken: Attribution) -> bool:
    return spoken.name.lower() not in reporting.SPEAKERS_OF_THE_TEXT


def _beside(analysis: Analysis, quote: Quotation, names: Names, i: int) -> Attribution | None:
    """The attribution of a reporting verb adjacent to the quotation, however it was parsed.

    Examples: "claiming, “…”", "“…,” Hale said".
    """
    for verb in _verbs_beside(analysis, quote):
        head = syntax.subject(verb) or syntax.subject(verb.sent.root)
        if head is not None and is_actor(head) and not quote.start <= head.idx < quote.end:
            source = source_range(head, (verb.idx, verb.idx + len(verb)), (quote.range,))
            cue = analysis.words.span(verb.idx, verb.idx + len(verb))
            return Attribution(
                (analysis.words.span(*source),),
                (cue,),
                (),
                names.name(head, i),
                analysis.passage.index,
            )
    return None


def _verbs_beside(analysis: Analysis, quote: Quotation) -> list[Token]:
    """The reporting verbs right before or soon after a quotation."""
    words = analysis.doc.char_span(*quote.range, alignment_mode="expand")
    if not words:
        return []
    before = [t for t in analysis.doc[: words.start] if t.text not in (",", ":", "that")][-1:]
    after = [
        t
        for t in analysis.doc[words.end : words.end + 8]
        if t.pos_ in ("VERB", "NOUN", "PROPN", "PRON", "AUX")
    ]
    after = [t for t in after[:4] if t.pos_ == "VERB" and t.tag_ in ("VBD", "VBZ", "VBP")]
    return [
        verb
        for verb in (*before, *after)
        if {verb.lemma_.lower(), verb.lower_.removesuffix("ing")} & reporting.SAYING
    ]


def _speaker(
    analyses: Sequence[Analysis], i: int, quote: Quotation, found: AttributionIndex
) -> Attribution | None:
    """The attribution whose speaker continues: the last source of the passage.

    Without one, the source of the passage before, where that leads over to this one.
    """
    analysis = analyses[i]
    start = analysis.words.span(*quote.range)[0]
    here = [
        s
        for s in found.of(analysis.passage.index)
        if s.source and _is_somebody(s) and _first(s) < start
    ]
    if here:
        return here[-1]
    if i == 0:
        return None
    before = analyses[i - 1]
    span = before.passage.span
    last = [
        s
        for s in found.near(span)
        if (s.passage == before.passage.index or share(span, s.content) >= TAKEN)
        and (s.source and s.committed and _is_somebody(s))
    ]
    leads = (
        quote.continues
        or before.words.text.rstrip(' ”"').endswith((":", "—"))
        or _is_all_quoted(analysis, quote)
    )
    return _outermost(last) if last and leads else None


def _outermost(spoken: Sequence[Attribution]) -> Attribution:
    """The last attribution that is not within the content of another."""
    free = [
        s
        for s in spoken
        if not any(
            o is not s and share(s.cue[0] if s.cue else s.source[0], o.content) == 1 for o in spoken
        )
    ]
    return (free or list(spoken))[-1]


def _first(spoken: Attribution) -> int:
    return min(s for s, _ in (*spoken.source, *spoken.cue, *spoken.content))


def _is_all_quoted(analysis: Analysis, quote: Quotation) -> bool:
    """Whether the passage consists of one quotation."""
    return quote.start <= 1 and quote.end >= len(analysis.words.text) - 1


def _subject_before(
    analysis: Analysis, quote: Quotation, names: Names, i: int
) -> Attribution | None:
    """The attribution to the subject of the sentence before a quotation, or of its own.

    Example: "Hale put out a statement. “…”".
    """
    for sentence in reversed([s for s in analysis.doc.sents if s.start_char < quote.start]):
        verb = next((t for t in sentence if t.dep_ == "ROOT" and t.idx < quote.start), None)
        head = syntax.subject(verb) if verb is not None else None
        if head is None or verb is None or not _is_person(head):
            continue
        source = source_range(head, (verb.idx, verb.idx + len(verb)))
        speech = _issued(verb)
        cue = (
            (analysis.words.span(verb.idx, speech.idx + len(speech)),) if speech is not None else ()
        )
        return Attribution(
            (analysis.words.span(*source),), cue, (), names.name(head, i), analysis.passage.index
        )
    return None


def _told_before(
    analyses: Sequence[Analysis], i: int, quote: Quotation, names: Names
) -> Attribution | None:
    """The attribution to whoever tells something at the end of the passage before.

    The quotation opens its passage: "Hale told the board of the loss.", then "“…".
    """
    if i == 0 or quote.start > 1:
        return None
    before = analyses[i - 1]
    verb = list(before.doc.sents)[-1].root
    head = syntax.subject(verb)
    if head is None or not _is_person(head) or not _tells(verb):
        return None
    source = before.words.span(*source_range(head, (verb.idx, verb.idx + len(verb))))
    cue = before.words.span(verb.idx, verb.idx + len(verb))
    return Attribution((source,), (cue,), (), names.name(head, i - 1), before.passage.index)


def _tells(verb: Token) -> bool:
    """Whether a verb of saying or addressing says that somebody spoke."""
    lemma = verb.lemma_.lower()
    tells = lemma in (reporting.SAYING - reporting.ATTITUDES) | reporting.ADDRESSING
    return tells and not syntax.is_passive(verb) and not syntax.is_negated(verb)


def _issued(verb: Token) -> Token | None:
    """The statement or document that a verb of issuing has as its object, or ``None``."""
    if verb.lemma_ not in reporting.ISSUING:
        return None
    speech = reporting.DOCUMENTS | reporting.NOUNS
    return next((t for t in syntax.children(verb, "dobj") if t.lemma_.lower() in speech), None)


def _is_person(head: Token) -> bool:
    return is_actor(head) and (
        head.pos_ != "PRON" or head.lower_ in roles.MALE_PRONOUNS | roles.FEMALE_PRONOUNS
    )


def _led_in(
    analyses: Sequence[Analysis],
    i: int,
    names: Names,
    found: AttributionIndex,
    places: Mapping[int, int],
) -> list[Attribution]:
    """The attribution of a passage that a line with a colon introduces, such as a list item.

    The line names the speaker of what follows.
    """
    passage = analyses[i].passage
    over = {*passage.parents, *([analyses[i - 1].passage.index] if i else [])}
    others = [
        s for s in found.near(passage.span) if not (s.cue and share(s.cue[0], (passage.span,)) == 1)
    ]
    if _has_speaker(passage.span, others):
        return []
    led = []
    for at in sorted(places[index] for index in over if places.get(index, i) < i):
        lead = analyses[at]
        if lead.words.text.endswith(":"):
            speaker = _by_leading_phrase(lead, at, names) or _by_leading_verb(lead, at, names)
            if speaker is not None:
                led.append(
                    replace(speaker, content=(passage.span,), passage=passage.index, by="rules")
                )
    return led


def _by_leading_verb(lead: Analysis, at: int, names: Names) -> Attribution | None:
    document = _document_that_reads(lead)
    verb = document.nbor(1) if document is not None else _leading_verb(lead)
    head = document or (syntax.subject(verb) if verb is not None else None)
    if verb is None or head is None or not (is_actor(head) or is_document(head)):
        return None
    cue = (verb.idx, verb.idx + len(verb))
    source = lead.words.span(*source_range(head, cue))
    issuer = issuer_of(head) if is_document(head) else None
    name = names.name(head, at, issuer)
    return Attribution((source,), (lead.words.span(*cue),), (), name, lead.passage.index)


def _by_leading_phrase(lead: Analysis, at: int, names: Names) -> Attribution | None:
    """The attribution of a phrase in the sentence that a colon ends: "According to Hale: …"."""
    last = list(lead.doc.sents)[-1]
    phrases = [r for r in phrase_reports(lead.doc) if last.start_char <= r.cue[0]]
    if len(phrases) != 1 or phrases[0].source is None or phrases[0].head is None:
        return None
    report = phrases[0]
    return replace(_spoken(lead, report, names, at), content=())


def _told_on(
    analyses: Sequence[Analysis],
    i: int,
    quotes: Sequence[Sequence[Quotation]],
    led: Sequence[Attribution],
) -> list[Attribution]:
    """The attribution of a passage that goes on with what a line with a colon has led in.

    It is set off as a quotation like the one before, or both are in the first person, in a document
    that does not say "I" before.
    """
    if not led:
        return []
    here, before = analyses[i], analyses[i - 1]
    set_off = here.passage.kind == before.passage.kind == "quote"
    if not set_off and not _narrates_on(analyses, i, quotes, led[0].source[0][0]):
        return []
    return [replace(led[0], content=(here.passage.span,), passage=here.passage.index)]


def _narrates_on(
    analyses: Sequence[Analysis], i: int, quotes: Sequence[Sequence[Quotation]], lead: int
) -> bool:
    """Whether a passage goes on with a narrative in the first person that a line has led in.

    The narrative says "I" right after that line, and the document does not before it.
    """
    if analyses[i].passage.kind != "paragraph":
        return False
    said = [n for n in range(i) if conventions.is_first_person(analyses[n], quotes[n])]
    near = analyses[: i + conventions.LONGEST_ASIDE + 1]
    opening = next(n for n, a in enumerate(analyses) if a.passage.span[0] > lead)
    return said[:1] == [opening] and i <= conventions.last_in_first_person(near, quotes, i)


def _leading_verb(lead: Analysis) -> Token | None:
    """The active verb of saying that a colon follows, or that of its sentence, or ``None``."""
    last = list(lead.doc.sents)[-1]
    near = [t for t in (*lead.doc[-4:-1], last.root) if t.pos_ == "VERB" and _may_lead(t)]
    return next((t for t in near if not syntax.is_passive(t) and not syntax.is_negated(t)), None)


def _may_lead(verb: Token) -> bool:
    """Whether a verb may introduce somebody's words, or the wording of a document."""
    lemma = verb.lemma_.lower()
    if lemma in reporting.SAYING - reporting.ATTITUDES or _issues_following(verb):
        return True
    subject = syntax.subject(verb)
    of_document = lemma in reporting.SHOWING | reporting.READING
    return of_document and subject is not None and is_document(subject)


def _issues_following(verb: Token) -> bool:
    """Whether somebody gives a statement that follows: "gave the following account"."""
    speech = _issued(verb)
    return speech is not None and any(c.lower_ == "following" for c in speech.children)


def _document_that_reads(lead: Analysis) -> Token | None:
    """The document before a verb right before the colon, which may be tagged as a noun.

    Example: "The harbour log records:".
    """
    words = [t for t in lead.doc if not t.is_space][-3:]
    if len(words) < 3 or words[1].lower_ not in reporting.READS:
        return None
    return words[0] if words[0].lemma_.lower() in reporting.DOCUMENTS else None


def _named_from_within(found: AttributionIndex) -> list[Attribution]:
    """The attributions with "I", "we" and "you" resolved by the speaker whose words they are in.

    Elsewhere they are the author, who is not a source.
    """
    named = []
    for spoken in found:
        if spoken.name.lower() in roles.SECOND_PERSON:
            name = next((s.addressee for s in _around(spoken, found) if s.addressee), "")
            named.append(replace(spoken, name=name, committed=spoken.committed and bool(name)))
        elif _is_somebody(spoken):
            named.append(spoken)
        elif around := [s for s in _around(spoken, found) if _is_somebody(s)]:
            named.append(replace(spoken, name=around[0].name))
        else:
            named.append(replace(spoken, committed=False))
    return named


def _around(spoken: Attribution, found: AttributionIndex) -> list[Attribution]:
    """The attributions whose content holds the source of another, the narrowest first."""
    around = [
        s
        for s in (found.near(spoken.source[0]) if spoken.source else ())
        if s is not spoken and share(spoken.source[0], s.content) == 1
    ]
    return sorted(around, key=lambda s: sum(e - b for b, e in s.content))
