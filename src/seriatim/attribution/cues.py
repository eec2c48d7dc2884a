"""Cues of attribution in a parse: the verbs, nouns and phrases that attribute.

They need no model and look at one passage at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.analysis import joined, syntax
from seriatim.attribution.quotations import Quotation, trim
from seriatim.lang import hedges, roles
from seriatim.lang import reporting as words
from seriatim.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBS = words.SAYING | words.THINKING | words.SHOWING
_SUBORDINATE = ("ccomp", "xcomp", "parataxis")


@dataclass(frozen=True, slots=True)
class Report:
    """An attribution in positions of the passage: source, cue and content; ``head`` of the source.

    ``committed``: the words attribute a statement; otherwise ("did not say whether", "hopes to")
    nobody answers for the content.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    head: Token | None
    committed: bool = True
    issuer: Token | None = None  # the issuer of the document that is the source


def reports(doc: Doc, quotes: Sequence[Quotation]) -> list[Report]:
    """Every attribution in the parse of a passage, in the order of the cues."""
    found = [*phrase_reports(doc), *_by_noun(doc)]
    found += [
        r
        for token in doc
        if token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in VERBS
        for r in _by_verb(token, quotes)
    ]
    return sorted(found, key=lambda r: (r.cue, r.content))


def _by_verb(verb: Token, quotes: Sequence[Quotation]) -> Iterator[Report]:
    passive = syntax.is_passive(verb) and not syntax.children(verb, "agent")
    advocate = _argued_for(verb) if passive else None
    if passive and advocate is None:
        return
    head, issuer = (advocate, None) if advocate is not None else speaker_of(verb)
    cue = _cue(verb)
    content = _contents(verb, cue, head, quotes)
    if not content or (head is None and not syntax.children(verb, "agent")):
        return
    if head is not None and not _may_speak(head, verb):
        return
    yield Report(
        source_range(head, cue, content) if head is not None else None,
        cue,
        content,
        head,
        _commits(verb),
        issuer,
    )


def _argued_for(verb: Token) -> Token | None:
    """The side on whose behalf a statement was made: "it was argued for the defendant that …"."""
    pleads = verb.lemma_ in words.PLEADING and any(
        s.lower_ == "it" for s in syntax.children(verb, "nsubjpass")
    )
    sides = (
        o
        for p in syntax.children(verb, "prep")
        if pleads and p.lower_ == "for"
        for o in syntax.children(p, "pobj")
    )
    return next((o for o in sides if is_actor(o)), None)


def commits(doc: Doc, cue: Span) -> bool:
    """Whether a cue attributes a statement.

    It does if it is a colon, a phrase such as "according to", or a noun or verb of saying.
    """
    run = doc.char_span(*cue, alignment_mode="expand")
    if (
        run is None
        or run.text.strip() == ":"
        or any(_starts(doc, t.i, p) for t in run for p in words.PHRASES)
    ):
        return run is not None
    verbs = [t for t in run if t.pos_ in ("VERB", "AUX") and t.lemma_.lower() in VERBS]
    return _commits(verbs[-1]) if verbs else any(t.lemma_.lower() in words.NOUNS for t in run)


def _commits(verb: Token) -> bool:
    """Whether the subject is committed to the content.

    That of "said" is, but not of "did not say", "would say if asked", "hopes to".
    """
    committed = verb.lemma_.lower() not in words.ATTITUDES and syntax.tense(verb) != "modal"
    committed = committed and not any(
        a.lower_ in ("may", "might", "could") for a in syntax.auxiliaries(verb)
    )
    subject = syntax.subject(verb)
    committed = (
        committed
        and (subject is None or not syntax.is_negative_quantifier(subject))
        and not _is_refused(verb)
        and not _is_gainsaid(verb)
        and not _goes_on_doing(verb)
    )
    return committed and not syntax.is_negated(verb) and not _asks(verb)


def _is_refused(verb: Token) -> bool:
    """Whether the verb is what somebody declined to say: "refused to say what had happened"."""
    return verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head.lemma_ in hedges.DENIALS


def _goes_on_doing(verb: Token) -> bool:
    """Whether the verb is of going on and not of saying: "the engine continued to run"."""
    return verb.lemma_ in words.CONTINUING and bool(syntax.children(verb, "xcomp"))


def _is_gainsaid(verb: Token) -> bool:
    """Whether the text denies what an "as" clause reports: "nor was it sold, as Roe suggests"."""
    above = verb.head
    denied = syntax.is_negated(above) or any(c.lower_ == "nor" for c in above.children)
    return verb.dep_ == "advcl" and verb.left_edge.lower_ == "as" and denied


def _asks(verb: Token) -> bool:
    return any(
        syntax.has_mark(c, frozenset({"whether", "if"})) for c in syntax.children(verb, "ccomp")
    )


def speaker_of(verb: Token) -> tuple[Token | None, Token | None]:
    """The head of the source's phrase, and, where that is a document, its issuer."""
    agents = [o for a in syntax.children(verb, "agent") for o in syntax.children(a, "pobj")]
    head = agents[0] if agents else syntax.subject(verb)
    if verb.dep_ in ("acl", "advcl") and not syntax.children(verb, *syntax.SUBJECTS):
        document = _document_before(verb)
        if document is not None:
            return document, issuer_of(document)
    if head is not None and is_document(head):
        return head, issuer_of(head)
    return head, None


def _document_before(verb: Token) -> Token | None:
    """The document whose content a participle gives: "put out a report alleging …"."""
    if verb.dep_ == "acl" and verb.head.lemma_.lower() in words.DOCUMENTS | words.NOUNS:
        return verb.head
    objects = syntax.children(verb.head, "dobj") if verb.dep_ == "advcl" else []
    return next((o for o in objects if o.lemma_.lower() in words.DOCUMENTS and o.i < verb.i), None)


def is_document(head: Token) -> bool:
    """Whether the word is a document or a count, and not the name of a newspaper."""
    return head.lemma_.lower() in words.DOCUMENTS and not (head.pos_ == "PROPN" and head.ent_type_)


def issuer_of(document: Token) -> Token | None:
    """The issuer of a document: the subject of the verb whose object it is, or its possessor."""
    owner = next(iter(syntax.children(document, "poss")), None)
    if owner is not None and owner.pos_ != "PRON":
        return owner
    verb = document.head
    while verb.dep_ in ("prep", "pobj", "pcomp") and verb.head != verb:
        verb = verb.head
    if document.dep_ in ("dobj", "pobj") and verb.lemma_ in words.ISSUERS_VERBS:
        return syntax.subject(verb)
    return next(
        (
            o
            for p in document.children
            if p.lower_ in ("by", "from")
            for o in syntax.children(p, "pobj")
        ),
        None,
    )


def _may_speak(head: Token, verb: Token) -> bool:
    if not is_word(head) or is_period(head):
        return False
    if head.lower_ in words.NOBODY and head.pos_ == "PRON":
        return (
            head.lower_ == "it"
            and verb.lemma_ in words.SAYING
            and verb.lemma_ not in ("indicate", "suggest", "mean")
        )
    if verb.lemma_ in words.SHOWING and verb.lemma_ not in words.SAYING - {"suggest", "indicate"}:
        return head.lemma_.lower() in words.DOCUMENTS | words.EVIDENCE or is_actor(head)
    return head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")


def is_actor(head: Token) -> bool:
    """Whether the word names a possible source: a person, an organization or a role."""
    if not is_word(head):
        return False
    if head.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or head.pos_ in ("PROPN", "PRON"):
        return True
    return head.lemma_.lower() in roles.PERSON_NOUNS | roles.BODY_NOUNS


def is_period(head: Token) -> bool:
    """Whether the word names a time: "the last century saw", which says nothing."""
    return head.ent_type_ in ("DATE", "TIME") and head.pos_ != "PROPN"


def is_word(head: Token) -> bool:
    """Whether the token has a letter or a digit: now and then a dash is parsed as a name."""
    return any(c.isalnum() for c in head.text)


def _cue(verb: Token) -> Span:
    """The verb with its adjacent auxiliaries and adverbs."""
    first = verb
    while first.i > verb.sent.start:
        before = first.nbor(-1)
        belongs = before.head in (verb, first) and (
            before.dep_ in ("aux", "auxpass", "neg") or before.lower_ in words.CUE_ADVERBS
        )
        if not belongs:
            break
        first = before
    last = (
        verb.nbor(1)
        if verb.i + 1 < len(verb.doc) and verb.nbor(1).dep_ == "prt" and verb.nbor(1).head == verb
        else verb
    )
    return (first.idx, last.idx + len(last))


def _contents(
    verb: Token, cue: Span, head: Token | None, quotes: Sequence[Quotation]
) -> tuple[Span, ...]:
    """The content: a complement, or the clause around, and the adjacent quotations."""
    pieces = [p for token in _content_heads(verb) for p in _pieces(token, verb, head)]
    text = joined(verb.doc)
    pieces += [q.range for q in quotes if _stands_by(verb, q, pieces)]
    return merged(text, pieces, quotes, cue)


def _content_heads(verb: Token) -> list[Token]:
    """The heads of the content: clauses, infinitives, the clause around, or what was done."""
    if clauses := _content_clauses(verb) or _infinitives(verb):
        return clauses
    if verb.dep_ in ("parataxis", "ccomp", "conj", "advcl") and _is_interjected(verb):
        return [verb.head]
    return _deeds(verb)


def _deeds(verb: Token) -> list[Token]:
    """What somebody is accused of or reports, as a noun or gerund: "admitted the theft"."""
    lemma = verb.lemma_.lower()
    if lemma in words.ACCUSING:
        return _objects(p for p in verb.children if p.lower_ in ("of", "for", "with"))
    if lemma in words.OF_DEEDS:
        prepositions = syntax.children(verb, "prep")
        deeds = _objects(p for p in prepositions if p.lower_ in words.OF_DEEDS_PREPOSITIONS)
        return [*syntax.children(verb, "dobj"), *deeds]
    return []


def _objects(prepositions: Iterable[Token]) -> list[Token]:
    return [c for p in prepositions for c in syntax.children(p, "pcomp", "pobj")]


def _content_clauses(verb: Token) -> list[Token]:
    saying = verb.lemma_.lower() in words.SAYING
    return [
        c
        for c in syntax.children(verb, "ccomp", "csubj")
        if (saying or c.pos_ in ("VERB", "AUX"))
        and not any(t.text == ";" for t in verb.doc[c.i : verb.i])
    ]


def _infinitives(verb: Token) -> list[Token]:
    if verb.lemma_.lower() in ("want", "plan", "agree", "mean", "determine"):
        return []
    return [c for c in syntax.children(verb, "xcomp") if c.pos_ in ("VERB", "AUX")]


def _is_interjected(verb: Token) -> bool:
    """Whether "Roe said" is between commas, or after the comma that ends the content."""
    if verb.head.pos_ not in ("VERB", "AUX", "NOUN", "ADJ") or syntax.children(verb, "mark"):
        return False
    if verb.dep_ == "advcl" and not (
        syntax.children(verb, *syntax.SUBJECTS) and verb.left_edge.lower_ in ("as", "like")
    ):
        return False
    if verb.dep_ in ("conj", "ccomp") and not (
        verb.i > verb.head.i and _ends_with_comma(verb.left_edge)
    ):
        return False
    return all(c.i < verb.head.i for c in syntax.children(verb.head, "cc")) or verb.dep_ != "conj"


def _ends_with_comma(token: Token) -> bool:
    before = token.nbor(-1) if token.i else None
    return before is not None and (token.text == "," or before.text in (",", "”", '"', "—"))


def _pieces(token: Token, verb: Token, head: Token | None) -> Iterator[Span]:
    """The tokens of a subtree without those of the verb and of the source, as spans."""
    own = (
        {t.i for t in verb.subtree} - {t.i for t in token.subtree}
        if token != verb.head
        else {t.i for t in verb.subtree}
    )
    own |= {t.i for t in head.subtree} if head is not None and head.head == verb else set()
    own.add(verb.i)
    runs: list[list[Token]] = []
    for t in token.subtree:
        if t.i in own:
            continue
        if runs and runs[-1][-1].i == t.i - 1:
            runs[-1].append(t)
        else:
            runs.append([t])
    yield from ((run[0].idx, run[-1].idx + len(run[-1])) for run in runs)


def _stands_by(verb: Token, quote: Quotation, pieces: Sequence[Span]) -> bool:
    """Whether a quotation overlaps the content, or is separated from the verb only by punctuation.

    A comma, a colon or the source may be between.
    """
    if quote.start <= verb.idx < quote.end:
        return False
    if any(s < quote.end and quote.start < e for s, e in pieces):
        return True
    text, sentence = joined(verb.doc), verb.sent
    if quote.start >= verb.idx:
        between = text[verb.idx + len(verb) : quote.start]
        leads = (
            between.rstrip().endswith((",", ":"))
            and "." not in between[:-1]
            and len(between.split()) <= 12
        )
        return (
            leads
            and quote.start < sentence.end_char + 2
            and not _another_between(verb, quote.start)
        )
    between = text[quote.end : verb.idx]
    return (
        quote.end >= sentence.start_char
        and len(between.split()) <= 8
        and "," not in between.strip(" ,")
        and not pieces
    )


def _another_between(verb: Token, end: int) -> bool:
    """Whether another reporting verb is nearer to what begins at ``end``."""
    return any(
        t.pos_ == "VERB" and t.lemma_.lower() in VERBS
        for t in verb.doc[verb.i + 1 :]
        if t.idx < end
    )


def merged(
    text: str, pieces: Sequence[Span], quotes: Sequence[Quotation], cue: Span
) -> tuple[Span, ...]:
    """The pieces of a content, widened to the quotations they overlap, joined and trimmed.

    Pieces are joined where only white space is between, and the cue is left out.
    """
    outside = [q for q in quotes if not q.start <= cue[0] < q.end]
    together: list[Span] = []
    for start, end in sorted(_widened(piece, outside) for piece in pieces):
        if together and start <= together[-1][1] + 1:
            together[-1] = (together[-1][0], max(end, together[-1][1]))
        else:
            together.append((start, end))
    parts = [p for s, e in together for p in _without((s, e), cue)]
    return tuple(
        p
        for p in (trim(text, s, e) for s, e in parts)
        if p[1] > p[0] and any(c.isalnum() for c in text[p[0] : p[1]])
    )


def _widened(piece: Span, quotes: Sequence[Quotation]) -> Span:
    """A piece together with the quotations that it overlaps."""
    start, end = piece
    inside = [q for q in quotes if q.start < end and start < q.end]
    return (min([start, *(q.start for q in inside)]), max([end, *(q.end for q in inside)]))


def _without(span: Span, cue: Span) -> Iterator[Span]:
    if span[1] <= cue[0] or cue[1] <= span[0]:
        yield span
    else:
        yield from ((s, e) for s, e in ((span[0], cue[0]), (cue[1], span[1])) if e > s)


def source_range(head: Token, cue: Span, content: Sequence[Span] = ()) -> Span:
    """The span of the source: its noun phrase with all modifiers, up to the cue or the content."""
    clause = next(
        (
            c
            for c in syntax.children(head, "relcl", "acl")
            if c.left_edge.idx <= cue[0] <= c.right_edge.idx
        ),
        None,
    )
    start, end = head.left_edge.idx, head.right_edge.idx + len(head.right_edge)
    for s, e in ((clause.left_edge.idx, end), *content) if clause is not None else (cue, *content):
        if start < e and s < end:
            start, end = (start, s) if s > head.idx else (e, end)
    return trim(
        joined(head.doc), min(start, head.idx), max(end, head.idx + len(head)), drop=' ,;:.—–-“”"'
    )


def _by_noun(doc: Doc) -> Iterator[Report]:
    """The attributions of nouns: "Hale's claim that …", "the denial by the firm that …"."""
    for noun in doc:
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in words.NOUNS:
            continue
        clauses = [
            c
            for c in syntax.children(noun, "acl", "ccomp", "relcl")
            if syntax.has_mark(c, frozenset({"that"}))
        ]
        owner = next(iter(syntax.children(noun, "poss")), None) or issuer_of(noun)
        if not clauses or owner is None or owner.i in {t.i for t in clauses[0].subtree}:
            continue
        cue = (noun.idx, noun.idx + len(noun))
        content = merged(
            joined(doc),
            [(clauses[0].left_edge.idx, clauses[0].right_edge.idx + len(clauses[0].right_edge))],
            (),
            cue,
        )
        yield Report(
            _bare(owner), cue, content, owner, not any(c.lower_ == "no" for c in noun.children)
        )


def _bare(owner: Token) -> Span:
    """The span of a possessor without its 's."""
    last = [t for t in owner.subtree if t.dep_ != "case"][-1]
    return (owner.left_edge.idx, last.idx + len(last))


def phrase_reports(doc: Doc) -> Iterator[Report]:
    """The attributions of phrases: "According to Hale, …", "…, per the indictment"."""
    for token in doc:
        phrase = next((p for p in words.PHRASES if _starts(doc, token.i, p)), None)
        if phrase is None:
            continue
        last = doc[token.i + len(phrase) - 1]
        head = next((c for c in syntax.children(last, "pobj", "dobj") if c.i > last.i), None)
        if head is None or not _may_follow_phrase(head, phrase):
            continue
        cue = (token.idx, last.idx + len(last))
        source = source_range(head, cue)
        issuer = issuer_of(head) if is_document(head) else None
        yield Report(source, cue, _around(token, (cue[0], source[1])), head, issuer=issuer)


def _may_follow_phrase(head: Token, phrase: Sequence[str]) -> bool:
    lemma = head.lemma_.lower()
    if phrase[-1] == "per" and lemma in words.TO_BE_FOLLOWED:
        return False
    clear = len(phrase) > 1 or lemma in words.DOCUMENTS or is_actor(head)
    return clear and is_word(head)


def _starts(doc: Doc, i: int, phrase: Sequence[str]) -> bool:
    return i + len(phrase) < len(doc) and all(
        doc[i + k].lower_ == word for k, word in enumerate(phrase)
    )


def _around(token: Token, phrase: Span) -> tuple[Span, ...]:
    """The clause that an attributing phrase modifies.

    It is its sentence, or the part of it that is parsed together with the phrase's verb.
    """
    verb = (
        next((a for a in syntax.ancestors_of(token) if a.pos_ in ("VERB", "AUX")), None)
        or token.sent.root
    )
    while (
        verb.dep_ in ("conj", *_SUBORDINATE)
        and verb.head.pos_ in ("VERB", "AUX")
        and phrase[0] <= token.sent.start_char + 3
    ):
        verb = verb.head
    start, end = verb.left_edge.idx, verb.right_edge.idx + len(verb.right_edge)
    return merged(
        joined(token.doc),
        [(min(start, token.sent.start_char) if verb.dep_ == "ROOT" else start, end)],
        (),
        phrase,
    )
