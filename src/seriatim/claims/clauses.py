"""Questions about a predicate's clause that tell how it stands in time to the clauses around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seriatim.claims import syntax
from seriatim.language.happenings import HEARING_BODIES, KIND_OF_NOUN, TESTIMONY_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from seriatim.claims.predicates import Predicate

LATER = frozenset({"later", "afterwards", "afterward", "thereafter", "subsequently", "eventually", "soon", "since", "finally", "next"})
SUBORDINATE = frozenset({"relcl", "acl", "ccomp", "xcomp", "advcl", "pcomp"})
_OPENERS = frozenset({"after", "before", "until", "till", "since", "once"})


def depth(predicate: Predicate) -> tuple[int, int]:
    """How deep in its sentence a predicate hangs: heads are dated before what hangs on them."""
    return sum(1 for _ in syntax.ancestors_of(predicate.chain[0])), predicate.word.i


def conjuncts_above(token: Token) -> list[Token]:
    """The verbs that the token is joined to, nearest first."""
    found = []
    while token.dep_ == "conj":
        token = token.head
        found.append(token)
    return found


def clause(token: Token) -> str:
    """How the clause of the token, or of the first verb that it is joined to, hangs in its sentence."""
    while token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX"):
        token = token.head
    return token.dep_


def is_beside(head: Token) -> bool:
    """Whether the clause stands beside another as its time: by its place in the parse, or by the word that opens it."""
    if head.dep_ in ("advcl", "pcomp"):
        return not syntax.is_free(head)
    return head.dep_ == "ccomp" and syntax.has_mark(head, _OPENERS)


def is_later(predicate: Predicate) -> bool:
    """Whether "later" or its like stands beside the verb or opens the sentence."""
    for word in (c for t in predicate.chain for c in t.children if c.lower_ in LATER and c.dep_ in ("advmod", "npadvmod")):
        between = word.doc[min(word.i, predicate.chain[0].i) + 1 : max(word.i, predicate.chain[0].i)]
        if word.i == word.sent.start or not any(t.is_punct for t in between):
            return True
    return False


def goes_with(predicate: Predicate) -> bool:
    """Whether the clause says that it is told of the time just spoken of: "at this time", "at the same time"."""
    return any(
        o.lower_ in ("time", "point", "period", "moment") and any(c.lower_ in ("this", "that", "same") for c in o.children)
        for t in predicate.chain
        for p in syntax.children(t, "prep")
        if p.lower_ in ("at", "in", "during")
        for o in syntax.children(p, "pobj")
    )


def is_testimony(predicate: Predicate) -> bool:
    """Whether it is told of a hearing, which is held after what is told there."""
    heard = any(t.lemma_.lower() in HEARING_BODIES for t in predicate.word.subtree if t.dep_ in ("pobj", "dobj", "dative"))
    return predicate.token.lemma_ in TESTIMONY_VERBS or heard


def stands_in_another_time(predicate: Predicate) -> bool:
    """Whether the clause names a happening of its own as its time: "during his later visit"."""
    if predicate.report is not None:
        words = list(predicate.word.doc[predicate.word.sent.start : predicate.chain[0].i])
    else:
        words = [p for t in predicate.chain for p in syntax.children(t, "prep")]
    return any(p.lower_ == "during" and any(o.lemma_.lower() in KIND_OF_NOUN for o in syntax.children(p, "pobj")) for p in words)


def signals(head: Token) -> set[str]:
    """The words that open a clause or a phrase of time, where they stand in the parse: "after", "a day after", "by"."""
    opening = {c.lower_ for t in (head, *syntax.children(head, "npadvmod")) for c in t.children if c.dep_ in ("mark", "advmod", "prep")}
    return opening | {head.lower_} | ({head.head.lower_} if head.dep_ == "pcomp" else set())
