"""Questions about a predicate's clause that tell how it stands in time to the clauses around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from seriatim.analysis import syntax
from seriatim.lang import event_types, hedges, numbers, timex_words
from seriatim.temporal import edtf
from seriatim.temporal.frames import tense

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from seriatim.analysis.event_mentions import EventMention
    from seriatim.model import TimeExpression

LATER = frozenset(
    {
        "later",
        "afterwards",
        "afterward",
        "thereafter",
        "subsequently",
        "eventually",
        "soon",
        "since",
        "finally",
        "next",
    }
)
EARLIER = frozenset({"earlier", "previously", "beforehand"})
_LETS_GO_ON = frozenset({"after", "following", "within", "since", "upon"})
SUBORDINATE = frozenset({"relcl", "acl", "ccomp", "xcomp", "advcl", "pcomp"})
_UNTIL = frozenset({"until", "till"})
_OPENERS = frozenset({"after", "before", "until", "till", "since", "once"})


def tells(token: Token) -> bool:
    """Whether it heads a main clause of past or present, without future or modal verb."""
    return (
        (token.pos_ in ("VERB", "AUX") or token.dep_ == "ROOT")
        and not is_below(token)
        and tense.of_verb(token) not in ("perfect", *tense.UNREALIZED)
    )


def depth(predicate: EventMention) -> tuple[int, int]:
    """How deep in its sentence a predicate hangs: heads are dated before what hangs on them."""
    return sum(1 for _ in syntax.ancestors_of(predicate.chain[0])), predicate.word.i


def conjuncts_above(token: Token) -> list[Token]:
    """The verbs that the token is joined to, nearest first."""
    found = []
    while token.dep_ == "conj":
        token = token.head
        found.append(token)
    return found


def is_below(head: Token) -> bool:
    """Whether the clause is subordinate; "A, B" without "and" counts as two sentences."""
    first = head
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    spliced = (
        first.dep_ == "ccomp"
        and first.i < first.head.i
        and syntax.is_free(first)
        and first.head.lemma_ not in event_types.SAYING_VERBS
    )
    return first.dep_ in SUBORDINATE and not spliced


def is_beside(head: Token) -> bool:
    """Whether the clause is a temporal clause, by its place in the parse or its first word."""
    if head.dep_ in ("advcl", "pcomp"):
        return not syntax.is_free(head)
    return head.dep_ == "ccomp" and syntax.has_mark(head, _OPENERS)


def ends_what_is_told(predicate: EventMention) -> bool:
    """Whether the clause bounds a past main clause: "talked until the session ended"."""
    head = predicate.chain[0]
    until = (
        head.dep_ == "advcl"
        and syntax.has_mark(head, _UNTIL)
        and not predicate.planned
        and predicate.report is None
    )
    return (
        until
        and not is_below(head.head)
        and tense.of_verb(head) == tense.of_verb(head.head) == "past"
    )


def is_later(predicate: EventMention) -> bool:
    """Whether "later" or its like stands beside the verb or opens the sentence."""
    for word in (
        c
        for t in predicate.chain
        for c in t.children
        if c.lower_ in LATER and c.dep_ in ("advmod", "npadvmod")
    ):
        between = word.doc[
            min(word.i, predicate.chain[0].i) + 1 : max(word.i, predicate.chain[0].i)
        ]
        if word.i == word.sent.start or not any(t.is_punct for t in between):
            return True
    return False


def goes_with(predicate: EventMention) -> bool:
    """Whether the clause refers to the reference time: "at this time", "at the same time"."""
    return any(
        o.lower_ in ("time", "point", "period", "moment")
        and any(c.lower_ in ("this", "that", "same") for c in o.children)
        for t in predicate.chain
        for p in syntax.children(t, "prep")
        if p.lower_ in ("at", "in", "during")
        for o in syntax.children(p, "pobj")
    )


def is_testimony(predicate: EventMention) -> bool:
    """Whether it is told of a hearing, which is held after what is told there."""
    heard = any(
        t.lemma_.lower() in event_types.HEARING_BODIES
        for t in predicate.word.subtree
        if t.dep_ in ("pobj", "dobj", "dative")
    )
    return predicate.token.lemma_ in event_types.TESTIMONY_VERBS or heard


def stands_in_another_time(predicate: EventMention) -> bool:
    """Whether the clause names an event of its own as its time: "during his later visit"."""
    if predicate.report is not None:
        words = list(predicate.word.doc[predicate.word.sent.start : predicate.chain[0].i])
    else:
        words = [p for t in predicate.chain for p in syntax.children(t, "prep")]
    happenings = [
        (p, o)
        for p in words
        for o in syntax.children(p, "pobj")
        if o.lemma_.lower() in event_types.KIND_OF_NOUN
    ]
    return any(
        p.lower_ == "during" or (p.lower_ == "in" and _is_told_apart(o)) for p, o in happenings
    )


def _is_told_apart(happening: Token) -> bool:
    """Whether "the" and a modifier mark a blow that readers know: "the Westby mill explosion"."""
    which = any(
        c.dep_ == "compound" or (c.dep_ == "amod" and c.pos_ == "PROPN") for c in happening.children
    )
    known = any(c.lower_ == "the" for c in happening.children)
    return (
        known
        and which
        and event_types.KIND_OF_NOUN[happening.lemma_.lower()] in ("attack", "accident")
    )


def _ends_with_time(predicate: EventMention) -> bool:
    """Whether a temporal clause gives the end of a stretch: "before the year was over"."""
    beside = (
        c
        for t in predicate.chain
        for c in syntax.children(t, "advcl")
        if syntax.has_mark(c, frozenset({"before"}))
    )
    return any(
        s.lower_ in timex_words.COUNTED_DAYS
        for c in beside
        for s in syntax.children(c, "nsubj", "nsubjpass")
    )


def is_denied(predicate: EventMention) -> bool:
    """Whether the clause is negated: "did not pay", "got no reply", "nobody came"."""
    verb = predicate.chain[0]
    parts = [
        verb,
        *(
            c
            for t in predicate.chain
            for c in t.children
            if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")
        ),
    ]
    return syntax.is_negated(verb) or any(
        t.lower_ in hedges.NOBODY or any(c.lower_ == "no" and c.dep_ == "det" for c in t.children)
        for t in parts
    )


def is_of_what_is_ahead(
    predicate: EventMention, expression: TimeExpression, words: Words | None
) -> bool:
    """Whether a time after the object may be of what was promised: "promised a law in May"."""
    verb = predicate.chain[0]
    without_year = (
        expression.anchor != "none" and expression.direction is None and expression.edtf is not None
    )
    promised = (
        verb.lemma_ in timex_words.LOOKING_AHEAD
        and without_year
        and edtf.precision(expression.edtf or edtf.UNKNOWN) in ("month", "season", "range")
    )
    if words is None or not (promised or verb.lemma_ in timex_words.FORESEEING):
        return False
    return any(verb.i < o.i < words.start for o in syntax.children(verb, "dobj"))


def counted_day(predicate: EventMention) -> tuple[Token, Token] | None:
    """The ordinal and noun of a day counted from an unnamed beginning: "on the third day"."""
    phrases = (
        o
        for t in predicate.chain
        for p in syntax.children(t, "prep")
        for o in syntax.children(p, "pobj")
    )
    nouns = (
        n
        for n in (*phrases, *(c for t in predicate.chain for c in syntax.children(t, "npadvmod")))
        if n.lower_ in timex_words.COUNTED_DAYS
    )
    return next(
        (
            (c, n)
            for n in nouns
            for c in syntax.children(n, "amod")
            if c.lower_ in numbers.ORDINALS or c.lower_ in timex_words.LAST
        ),
        None,
    )


def side(predicate: EventMention) -> Literal["at", "after", "before"]:
    """The side of the reference time that the clause is on: "after the treaty", "earlier"."""
    words = [c for t in predicate.chain for c in t.children]
    openers = {p.lower_ for p in words if p.dep_ == "prep" and syntax.children(p, "pobj")}
    first = predicate.word.sent[0]
    if (
        openers & _LETS_GO_ON
        or _ends_with_time(predicate)
        or (first.lower_ == "then" and first in words)
    ):
        return "after"
    earlier = [
        c
        for c in words
        if c.lower_ in EARLIER
        and c.dep_ in ("advmod", "npadvmod")
        and (c == first or c.i + 1 == predicate.chain[0].i)
    ]
    return "before" if earlier else "at"


def signals(head: Token) -> set[str]:
    """The words that open a clause or phrase of time, in the parse: "after", "a day after"."""
    opening = {
        c.lower_
        for t in (head, *syntax.children(head, "npadvmod"))
        for c in t.children
        if c.dep_ in ("mark", "advmod", "prep")
    }
    return opening | {head.lower_} | ({head.head.lower_} if head.dep_ == "pcomp" else set())


def is_of_another(time: Token, main: EventMention) -> bool:
    """Whether times that date no event are outside ``main`` or only identify a thing."""
    verb = next((a for a in syntax.ancestors_of(time) if a.pos_ in ("VERB", "AUX")), None)
    if verb is not None and verb not in main.chain:
        return True
    thing = time.head
    which = thing.pos_ == "NOUN" or any(
        c.i < time.i and c.dep_ in ("det", "poss") for c in thing.children
    )
    return time.dep_ in ("nummod", "compound", "amod", "nmod") and thing.i > time.i and which
