"""The headline of a claim: the source's own words in order, with all that qualifies the event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.analysis.event_mentions import EventMention
from seriatim.analysis.relative_clauses import Relative, relative
from seriatim.lang import function_words, reporting

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from seriatim.analysis import Analysis

_LONGEST = 160
_KEPT = syntax.SUBJECTS | frozenset(
    {
        "dobj",
        "attr",
        "acomp",
        "prt",
        "dative",
        "agent",
        "prep",
        "oprd",
        "xcomp",
        "neg",
        "aux",
        "auxpass",
        "ccomp",
        "expl",
        "advmod",
        "npadvmod",
    }
)
_DEPENDENT = frozenset({"pcomp", "xcomp", "acl", "advcl"})
_KEPT_BEFORE = frozenset({"poss", "compound", "amod", "det", "nummod"})
_QUOTES = frozenset({"“", "”", '"'})
_LEADS = frozenset({":", "—", "–", "--"})
_CLOSING = {"“": "”", '"': '"', "(": ")", "[": "]", "«": "»"}


def summary(
    text: str, analysis: Analysis, predicate: EventMention, limits: Sequence[Token] = ()
) -> str:
    """Subject, predicate, object and place, in the words and the order of the document's ``text``.

    ``limits`` are the words that negate or hedge the event; where they govern it, they are part of
    the line.
    """
    doc = predicate.word.doc
    heads = [*reversed(_above(predicate, limits)), *predicate.chain]
    heads = [heads[0].head, *heads] if syntax.is_joined_by_nor(heads[0]) else heads
    clause = relative(heads[0])
    if clause is not None and (governor := _governor_of_relative(heads[0], clause)) is not None:
        heads, clause = [governor, *_between(heads[0], governor), *heads], None
    subject = _subject(heads[0], clause)
    kept = {i for token in heads for i in (token.i, *_belongings(token, heads))} | subject
    kept |= _parenthetical_reports(limits, heads)
    if clause is not None:
        kept -= clause.dropped
    first = min(subject, default=heads[0].i)
    kept -= {
        i
        for i in kept
        if _is_apart(doc, i, predicate.chain[0].i) or _only_opens(doc[i], heads[0], first)
    }
    kept |= _whole_sentence(predicate, kept, subject)
    kept = {
        i for i in kept if doc[i].dep_ != "cc" or doc[i].lower_ == "nor" or _joins_on(doc[i], kept)
    } | _quotation_before(heads[0])
    tokens = [doc[i] for i in sorted(kept | _marks_inside(doc, kept))]
    line = _joined(text, analysis, tokens)
    if (before := _sentence_before(doc, kept, subject)) is not None:
        whole = f"{_joined(text, analysis, before)} {line}"
        return whole if len(whole) <= _LONGEST else line
    if len(line) <= _LONGEST:
        return line
    return _cut(text, analysis, tokens, heads[0], min(first, heads[0].i))


def _governor_of_relative(verb: Token, clause: Relative) -> Token | None:
    """The finite verb above a relative clause that is no sentence of its own, or ``None``."""
    if clause.within is None or verb.dep_ != "relcl":
        return None
    above = (v for v in syntax.ancestors_of(clause.within) if v.pos_ in ("VERB", "AUX"))
    return next((v for v in above if v.dep_ not in _DEPENDENT), None)


def _parenthetical_reports(limits: Sequence[Token], heads: Sequence[Token]) -> set[int]:
    """The tokens of the reports that qualify the line: "…, it was reported, …"."""
    return {
        i
        for limit in limits
        if limit.dep_ in ("parataxis", "ccomp") and limit.head in heads and limit not in heads
        for i in syntax.whole_phrase(limit)
    }


def _cut(text: str, analysis: Analysis, tokens: list[Token], verb: Token, says_from: int) -> str:
    """The line of the tokens cut to the longest length; content before its verb is cut itself."""
    if not any(c.i < says_from for c in syntax.children(verb, "ccomp")):
        return _shortened(_joined(text, analysis, tokens), "")
    said, says = ([t for t in tokens if (t.i < says_from) is before] for before in (True, False))
    return _shortened(_joined(text, analysis, said), _joined(text, analysis, says))


def _whole_sentence(predicate: EventMention, kept: set[int], subject: set[int]) -> set[int]:
    """The whole sentence, where a verb of saying has no content: "Roe said" is no headline."""
    verb = predicate.word
    rest = (
        kept
        - subject
        - {
            verb.i,
            *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "nsubj", "cc", "mark")),
        }
    )
    if not predicate.is_report or rest or syntax.is_passive(verb) or syntax.is_negated(verb):
        return set()
    last = next(
        (t.i for t in reversed(list(verb.sent)) if not (t.is_punct and not t.is_quote)), verb.i
    )
    return set(range(verb.sent.start, last + 1))


def _shortened(line: str, tail: str) -> str:
    """The line cut at its end; or, before a verb of saying, the content cut at its own end.

    Example: "“We sold …,” the board said".
    """
    room = _LONGEST - len(tail) - (3 if tail else 1)
    if room < _LONGEST // 4:
        return _shortened(f"{line} {tail}", "")
    closing = _CLOSING.get(line[:1], "''" if line.startswith("``") else "") if tail else ""
    return f"{_paired(line[:room].rsplit(' ', 1)[0] + '…' + closing)} {tail}".strip()


def _joins_on(word: Token, kept: set[int]) -> bool:
    """Whether what a conjunction joins is part of the line."""
    behind = next((t.i for t in word.doc[word.i + 1 :] if not t.is_punct), None)
    return behind is not None and behind in kept


def _quotation_before(verb: Token) -> set[int]:
    """The tokens of a quotation before its verb of saying, which is never quoted in part."""
    content = next((c for c in syntax.children(verb, "ccomp") if c.i < verb.i), None)
    closing = (
        next((t.i for t in verb.doc[content.i : verb.i] if t.is_quote), None)
        if content is not None
        else None
    )
    if content is None or closing is None:
        return set()
    start = content.left_edge.i
    opened = start > 0 and verb.doc[start - 1].is_quote
    return set(range(start - opened, closing + 1))


def _sentence_before(doc: Doc, kept: set[int], subject: set[int]) -> list[Token] | None:
    """The sentence before, for a line that names nobody without it ("Neither has found it")."""
    points_back = len(subject) == 1 and doc[min(subject)].lower_ in function_words.POINTING_BACK
    if not points_back or any(doc[i].pos_ in ("NOUN", "PROPN", "NUM") for i in kept):
        return None
    start = doc[min(kept)].sent.start
    return list(doc[start - 1].sent) if start > 0 else None


def _between(below: Token, governor: Token) -> list[Token]:
    """The words on the path from a governor down to what it governs."""
    way = list(syntax.ancestors_of(below))
    return way[: way.index(governor)][::-1]


def _above(predicate: EventMention, limits: Sequence[Token]) -> list[Token]:
    """The governors of the predicate, nearest first.

    They end at the words that qualify it, or at the verb without which it has no tense.
    """
    first = predicate.chain[0]
    above = list(syntax.ancestors_of(first))
    height = (
        next((n for n, a in enumerate(above, 1) if a.pos_ in ("VERB", "AUX", "NOUN")), 0)
        if _has_no_tense(first)
        else 0
    )
    for limit in limits:
        over = next(
            (w for w in (limit, *syntax.ancestors_of(limit)) if w in predicate.chain or w in above),
            first,
        )
        height = max(height, above.index(over) + 1 if over in above else 0)
    return above[:height]


def _has_no_tense(verb: Token) -> bool:
    """Whether a verb can be read only with its governor: "to close the lock", "heard shouting"."""
    if verb.pos_ != "VERB" or verb.dep_ == "ROOT" or syntax.children(verb, "nsubj", "nsubjpass"):
        return False
    helpers = {a.lower_ for a in syntax.auxiliaries(verb)}
    if (
        verb.dep_ == "advcl"
        and verb.tag_ in ("VBN", "VBG")
        and not helpers
        and not syntax.children(verb, "mark")
    ):
        return True  # "asked about the sale, Roe said": the subject is in the other clause
    return (
        "to" in helpers
        or (verb.dep_ == "xcomp" and verb.tag_ == "VBG")
        or (verb.dep_ == "conj" and verb.tag_ == "VB" and not helpers)
    )


def _belongings(token: Token, heads: Sequence[Token]) -> Iterator[int]:
    """The tokens of the dependents of a verb or noun that belong in the line."""
    below = next((h for h in heads if h.head == token and h is not token), None)
    for child in token.children:
        if syntax.is_separate_sentence(child) or _is_stranded(child) or _only_ties(child):
            continue
        opens = child.dep_ == "mark" and (token is not heads[0] or token.dep_ == "ROOT")
        if opens or _joins(child, below) or _belongs(child):
            yield from syntax.whole_phrase(child)
    if token.pos_ == "VERB":
        yield from (a.i for a in syntax.auxiliaries(token))


def _joins(child: Token, below: Token | None) -> bool:
    """Whether a conjunction joins the next verb of the line."""
    conjoined = below is not None and below.dep_ == "conj" and child.i < below.i
    return child.dep_ == "cc" and conjoined


def _belongs(child: Token) -> bool:
    """Whether a dependent is part of what its head says, wherever the head stands in the line."""
    if child.dep_ in _KEPT or syntax.is_restrictive(child) or _is_indirect_question(child):
        return True
    if child.i < child.head.i and (child.dep_ in _KEPT_BEFORE or child.lower_ == "nor"):
        return True
    neither = any(c.lower_ == "neither" for c in child.head.children)
    return neither and child.dep_ in ("preconj", "cc", "conj")


def _is_indirect_question(clause: Token) -> bool:
    """Whether a clause is what somebody says or thinks, parsed as adverbial: "said how"."""
    return (
        clause.dep_ == "advcl"
        and clause.left_edge.tag_ == "WRB"
        and clause.head.lemma_.lower() in reporting.SAYING | reporting.THINKING
    )


def _only_ties(adverb: Token) -> bool:
    """Whether an adverb only links the clause to the text before: "However", "Three days later".

    In a list by date the line before is another, and "three days later" would be read as counted
    from it.
    """
    if adverb.dep_ not in ("advmod", "npadvmod") or adverb.i > adverb.head.i:
        return False
    first = adverb.left_edge.i == adverb.head.left_edge.i or adverb.left_edge.nbor(-1).is_punct
    return (adverb.lower_ in function_words.OPENERS and first) or any(
        t.ent_type_ in ("DATE", "TIME") for t in adverb.subtree
    )


def _is_stranded(child: Token) -> bool:
    """Whether a conjunction that joins nothing precedes: the parse lost the second clause."""
    joins = [c.i for c in child.head.children if c.dep_ == "cc" and child.head.i < c.i < child.i]
    return bool(joins) and not any(c.dep_ == "conj" and c.i > joins[0] for c in child.head.children)


def _subject(head: Token, clause: Relative | None) -> set[int]:
    """The subject of the line's first verb, or the antecedent of its relative pronoun."""
    if clause is not None:
        return clause.antecedent
    if head.pos_ not in ("VERB", "AUX") or (head.dep_ == "pcomp" and head.tag_ == "VBG"):
        return set()
    subject = syntax.subject(head)
    return set(syntax.whole_phrase(subject)) if subject is not None else set()


def _only_opens(word: Token, head: Token, first: int) -> bool:
    """Whether a word before the first clause only introduces it.

    Examples: "that", "shortly before", the dateline of a dispatch, the date of an item.
    """
    if word.i >= head.i:
        return False
    opener = next(
        (
            c.i
            for c in head.children
            if head.dep_ != "ROOT" and (c.dep_ == "mark" or c.tag_ == "WRB")
        ),
        -1,
    )
    content = (
        head.dep_ in ("ccomp", "acl", "csubj", "relcl")
        and head.left_edge.lower_ == "that"
        and head.left_edge.dep_ not in syntax.SUBJECTS
    )
    led_in = (t.i for t in word.doc[head.sent.start : first] if t.text in _LEADS)
    return word.i <= max([opener, head.left_edge.i if content else -1, *led_in])


def _is_apart(doc: Doc, i: int, first: int) -> bool:
    """Whether a semicolon outside a quotation separates a word from the predicate."""
    between = (t for t in doc[min(i, first) : max(i, first)] if t.text == ";")
    return any(sum(q.text in _QUOTES for q in doc[t.sent.start : t.i]) % 2 == 0 for t in between)


def _marks_inside(doc: Doc, kept: set[int]) -> set[int]:
    """The punctuation between kept words, and the quotation marks at the edges of the line."""
    marks = {
        i
        for i in range(min(kept), max(kept))
        if doc[i].is_punct and i not in kept and _is_between(doc, i, kept)
    }
    edges = {min(kept) - 1: set(_CLOSING), max(kept) + 1: set(_CLOSING.values())}
    return marks | {i for i, signs in edges.items() if 0 <= i < len(doc) and doc[i].text in signs}


def _is_between(doc: Doc, i: int, kept: set[int]) -> bool:
    """Whether the words on both sides of a run of punctuation are kept."""
    first, last = min(kept), max(kept)
    start, end = i, i
    while doc[start - 1].is_punct and start - 1 > first:
        start -= 1
    while doc[end].is_punct and end < last:
        end += 1
    return start - 1 in kept and end in kept


def _joined(document: str, analysis: Analysis, tokens: list[Token]) -> str:
    text = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        apart = before is not None and (before.whitespace_ or before.i + 1 != token.i)
        start, end = analysis.span(token)
        text += (" " if apart else "") + " ".join(document[start:end].split())
    return _paired(re.sub(r"\s+([,;:.])", r"\1", text).strip(" ,;:-–—•")).strip()


def _paired(text: str) -> str:
    """The text without quotation marks and brackets whose other half was left out."""
    alone: list[int] = []
    for i, char in enumerate(text):
        if alone and char == _CLOSING.get(text[alone[-1]]):
            alone.pop()
        elif char in _CLOSING or char in _CLOSING.values():
            alone.append(i)
    return "".join(char for i, char in enumerate(text) if i not in alone)
