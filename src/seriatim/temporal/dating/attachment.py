"""The verb or noun that each time expression modifies, and the one that opens the passage."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.analysis.timex_links import Side, TimexAttachment, TimexLink
from seriatim.lang import event_types
from seriatim.lang import timex_dating_patterns as dating_patterns
from seriatim.lang import timex_words as words
from seriatim.model import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from seriatim.analysis import Analysis

_OPENING = re.compile(r"[\s\W_]*")
_SENTENCE = re.compile(r"\.?\s+[A-Z]")
_LEAD_END = re.compile(r"\s*(?:[:;–—|\-]|\.(?=\s)|\t|\s{2,}|$)")


_FROM_WHICH = frozenset(  # what tells whence, not since when
    {
        "date",
        "stem",
        "rise",
        "fall",
        "drop",
        "grow",
        "climb",
        "decline",
        "increase",
        "decrease",
        "recover",
        "jump",
    }
)
_AFTER = frozenset({"after", "since", "following", "subsequent", "upon"})
_BEFORE = frozenset({"before", "until", "till", "prior", "ahead", "preceding"})
_TELLS_WHICH = frozenset({"for", "of", "to", "than", "about"})
_CARRIES = event_types.DOCUMENT_NOUNS | frozenset(event_types.KIND_OF_NOUN)


def attach(analysis: Analysis, expressions: Sequence[TimeExpression]) -> TimexAttachment:
    """What each expression of the passage dates."""
    dated: dict[int, list[TimexLink]] = defaultdict(list)
    loose: list[tuple[TimeExpression, int]] = []
    lead = _lead(analysis, expressions)
    placed = list(_placed(analysis, expressions))
    for expression, tokens in (one for one in placed if one[0] is not lead):
        governors = _governors(tokens)
        before = _other_end(analysis, expression, expressions)
        shared = _dated_by(before, analysis, dated)
        if before is not None and governors and not shared:
            # in "between 10 and 14 April" the parse has "10" below "14": both date the same words
            _add(dated, _links(before, governors))
            loose = _without(loose, before)
        governors = shared or governors
        if _closes_a_stretch(analysis, expression, expressions):
            governors = _on_side("before", governors)
        follows = _word_behind(analysis, tokens)
        event = _leads_to_event(analysis, tokens, expression)
        _add(dated, _links(expression, governors, follows, of_event=event))
        if not governors:
            loose.append((expression, tokens.root.i))
    timed = frozenset(t.i for _, tokens in placed for t in tokens)
    return TimexAttachment(dict(dated), timed, lead, tuple(loose))


def _on_side(side: Side, governors: Sequence[tuple[Token, Side]]) -> list[tuple[Token, Side]]:
    """The governors, all on one side of the expression."""
    return [(token, side) for token, _ in governors]


def _placed(
    analysis: Analysis, expressions: Sequence[TimeExpression]
) -> Iterator[tuple[TimeExpression, Words]]:
    """The expressions with their words, those left out whose words are no tokens here."""
    for expression in expressions:
        tokens = analysis.tokens(expression.span)
        if tokens is not None:
            yield expression, tokens


def _add(dated: dict[int, list[TimexLink]], links: Iterable[tuple[Token, TimexLink]]) -> None:
    """Add links to the words that they date."""
    for token, link in links:
        dated[token.i].append(link)


def _without(
    loose: list[tuple[TimeExpression, int]], expression: TimeExpression
) -> list[tuple[TimeExpression, int]]:
    """The loose expressions, without the one that turns out to date something."""
    return [one for one in loose if one[0] is not expression]


def _word_behind(analysis: Analysis, tokens: Words) -> str:
    """The word behind an expression, in lower case."""
    return analysis.doc[tokens.end].lower_ if tokens.end < len(analysis.doc) else ""


def _links(
    expression: TimeExpression,
    governors: Sequence[tuple[Token, Side]],
    follows: str = "",
    *,
    of_event: bool = False,
) -> Iterator[tuple[Token, TimexLink]]:
    """The links of an expression to the words that it dates."""
    for token, side in governors:
        yield token, TimexLink(expression, side, follows, of_event)


def _dated_by(
    expression: TimeExpression | None,
    analysis: Analysis,
    dated: Mapping[int, Sequence[TimexLink]],
) -> list[tuple[Token, Side]]:
    """The words that an expression dates, as far as the passage has been read."""
    if expression is None:
        return []
    links = {at for at, found in dated.items() if any(d.expression is expression for d in found)}
    return [(t, "at") for t in analysis.doc if t.i in links]


def _leads_to_event(analysis: Analysis, tokens: Words, expression: TimeExpression) -> bool:
    """Whether "before" or "after" behind a unit has an object: "the week before the fire"."""
    if (
        tokens.end >= len(analysis.doc)
        or analysis.doc[tokens.end].lower_ not in ("before", "after")
        or dating_patterns.UNIT_ALONE.search(expression.text) is None
    ):
        return False
    word = analysis.doc[tokens.end]
    objects = syntax.children(word, "pobj", "pcomp")
    return word.dep_ == "mark" or any(
        o.ent_type_ != "DATE" and not any(c.ent_type_ == "DATE" for c in o.subtree) for o in objects
    )


def _lead(analysis: Analysis, expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression at the head of the passage, set off from what follows."""
    text = analysis.words.text
    for expression in expressions:
        start, end = (
            analysis.words.position(expression.span[0]),
            analysis.words.position(expression.span[1] - 1) + 1,
        )
        if expression.edtf is None or not _OPENING.fullmatch(text[:start]):
            continue
        if (
            _LEAD_END.match(text[end:])
            or text[end : end + 1].isupper()
            or (expression.type == "TIME" and _SENTENCE.match(text[end:]))
        ):
            return expression
    return None


def _other_end(
    analysis: Analysis, expression: TimeExpression, expressions: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The expression that this one is coordinated with: the first of "between 7 and 11 May"."""
    text = analysis.words.text
    start = analysis.words.position(expression.span[0])
    for other in expressions:
        last = analysis.words.position(other.span[1] - 1) + 1
        if last <= start and text[last:start].strip().lower() in ("and", "or", "to", "until"):
            return other
    return None


def _closes_a_stretch(
    analysis: Analysis, expression: TimeExpression, expressions: Sequence[TimeExpression]
) -> bool:
    """Whether it is the last day of a stretch with a length: "the three months to 30 June"."""
    text = analysis.words.text
    start = analysis.words.position(expression.span[0])
    lengths = (
        analysis.words.position(one.span[1] - 1) + 1
        for one in expressions
        if one.type == "DURATION" and one.span[1] <= expression.span[0]
    )
    return any(
        text[end:start].split()
        in (["to"], ["up", "to"], ["ended"], ["ending"], ["ended", "on"], ["until"])
        for end in lengths
    )


def _governors(tokens: Words) -> list[tuple[Token, Side]]:
    """The words that the expression dates: the verb that it modifies, an event noun, or both."""
    opening = tokens.doc[tokens.start - 1] if tokens.start else tokens.root
    if opening.lower_ == "for" and opening.head.lemma_ not in event_types.SET_VERBS:
        return []  # a term, not a date: "cut its forecast for the year"
    if opening.lower_ in ("between", "from") and opening.head.pos_ == "VERB":
        return [
            (
                _content_verb(opening.head),
                "at"
                if opening.lower_ == "between" or opening.head.lemma_ in _FROM_WHICH
                else "from",
            )
        ]
    if (verb := _verb_behind(tokens, opening)) is not None:
        return [(verb, "at")]
    if (
        tokens.root.pos_ == "VERB"
    ):  # a noun of time that the parse takes for a verb: the verb before it is meant
        left = next(
            (
                t
                for t in reversed(tokens.doc[tokens.root.sent.start : tokens.start])
                if t.pos_ == "VERB"
            ),
            None,
        )
        return [] if left is None else [(left, "at")]
    return _above(tokens)


def _above(tokens: Words) -> list[tuple[Token, Side]]:
    """The event nouns on the way up the parse from the expression, and the verb that ends it."""
    found: list[tuple[Token, Side]] = []
    side: Side = "at"
    for before, here in _way_up(tokens):
        if here.pos_ in ("VERB", "AUX"):
            if _ends_at_verb(tokens, here):
                return [*found, (_content_verb(here), side)]
        elif _tells_which(here):
            return found
        elif found:
            side = _side_of(here, side)
        found += [(here, "at")] if _carries_date(here) else []
        if (end := _end_at_noun(before, here, found)) is not None:
            return end
    return found


def _way_up(tokens: Words) -> Iterator[tuple[Token, Token]]:
    """The words above an expression in the parse, each with the one below it."""
    before = tokens.root
    for here in syntax.ancestors_of(tokens.root):
        if not _is_passed_over(tokens, here):
            yield before, here
        before = here


def _is_passed_over(tokens: Words, here: Token) -> bool:
    """Whether a word is part of the expression, or only says that a thing is dated."""
    within = tokens.start <= here.i < tokens.end
    return within or (here.lemma_ == "date" and here.dep_ in ("acl", "amod"))


def _carries_date(word: Token) -> bool:
    """Whether a word is a noun of an event or a document, which has a date of its own."""
    return word.pos_ in ("NOUN", "PROPN") and word.lemma_.lower() in _CARRIES


def _ends_at_verb(tokens: Words, verb: Token) -> bool:
    return verb.dep_ == "ROOT" or not _is_outside_clause(tokens, verb)


def _end_at_noun(
    before: Token, noun: Token, found: list[tuple[Token, Side]]
) -> list[tuple[Token, Side]] | None:
    """What the expression dates where the way up ends at a noun; ``None`` where it goes on."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    lends = _carries_date(noun) and _lends_its_date(noun)
    if _is_within_name_of(before, noun) and not lends:
        return found
    if not found:
        return None
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return [*found, *_said_by(noun)]
    return found if noun.dep_ == "appos" else None


def _tells_which(preposition: Token) -> bool:
    """Whether a date after a preposition only identifies a thing: "the accounts for 2008"."""
    noun = preposition.head
    if preposition.lower_ == "of" and noun.lemma_.lower() in words.PARTS_OF_TIME:
        return False
    return (
        preposition.pos_ == "ADP"
        and preposition.lower_ in _TELLS_WHICH
        and noun.pos_ in ("NOUN", "PROPN")
        and noun.lemma_.lower() not in _CARRIES
    )


def _told_by_cleft(verb: Token) -> Token | None:
    """The verb that "it was not until 1952 that …" dates."""
    if verb.lemma_ != "be" or not any(
        c.lower_ == "it" for c in syntax.children(verb, "nsubj", "expl")
    ):
        return None
    clauses = (
        c
        for c in syntax.children(verb, "ccomp")
        if c.i > verb.i and any(m.lower_ == "that" and m.i < c.i for m in c.children)
    )
    return next(clauses, None)


def _said_by(noun: Token) -> list[tuple[Token, Side]]:
    """The verb of what a dated document says: "the memorandum of 3 May stated"."""
    return (
        [(noun.head, "at")]
        if noun.lemma_.lower() in event_types.DOCUMENT_NOUNS
        and noun.head.lemma_ in event_types.SAYING_VERBS
        else []
    )


def _is_outside_clause(tokens: Words, verb: Token) -> bool:
    """Whether the clause's opening word follows the expression, which so belongs above it."""
    if tokens[-1].i > verb.i:
        return False
    return any(c.dep_ == "mark" and tokens[-1].i < c.i < verb.i for c in verb.children) and not any(
        c.i in range(tokens.start, tokens.end) for c in verb.children if c.dep_ == "mark"
    )


def _verb_behind(tokens: Words, opening: Token) -> Token | None:
    """The verb of a sentence whose opening date was parsed into the subject.

    "On 3 May 1911 Ann Roe left".
    """
    subject = tokens.root.head
    while (
        subject.dep_ in ("compound", "nmod", "nummod", "pobj") and subject.head.i > tokens.end - 1
    ):
        subject = subject.head
    first = opening if opening.pos_ == "ADP" else tokens[0]
    fronted = opening.pos_ == "ADP" and (
        first.i == first.sent.start
        or first.doc[first.i - 1].pos_ in ("NUM", "NOUN", "PUNCT", "CCONJ")
    )
    if fronted and subject.i >= tokens.end and syntax.behind_date(opening.head) == subject:
        return _content_verb(opening.head)
    stands = (
        subject.i >= tokens.end
        and subject.dep_ in ("nsubj", "nsubjpass")
        and subject.head.pos_ == "VERB"
    )
    return _content_verb(subject.head) if fronted and stands else None


def _side_of(token: Token, side: Side) -> Side:
    """On which side of a dated happening the preposition that leads to it puts the verb."""
    word = token.lower_
    return "after" if word in _AFTER else "before" if word in _BEFORE else side


def _is_within_name_of(before: Token, noun: Token) -> bool:
    """Whether the date is before the noun and only identifies it: "the June 22 letter"."""
    return before.i < noun.i and before.dep_ in (
        "compound",
        "nmod",
        "amod",
        "nummod",
        "poss",
        "npadvmod",
        "dep",
    )


def _lends_its_date(noun: Token) -> bool:
    """Whether the noun's date also dates the event beside it: "in our June 22 reply"."""
    preposition = noun.head
    return noun.dep_ == "pobj" and (
        preposition.lower_ in ("in", "at", "during", "by")
        or preposition.lower_ in _AFTER | _BEFORE
        or _is_pair(preposition)
    )


def _is_pair(preposition: Token) -> bool:
    return preposition.lower_ in ("to", "of") and preposition.head.lower_ in _AFTER | _BEFORE


def _content_verb(verb: Token) -> Token:
    """The verb that an auxiliary helps, or that "it was" brings to the fore."""
    if (told := _told_by_cleft(verb)) is not None:
        return told
    return verb.head if verb.dep_ in ("aux", "auxpass") and verb.head.pos_ == "VERB" else verb
