"""Veridicality: verbs that a text does not assert as done.

They are in conditions, questions, habits, or contents to which no one is committed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from seriatim.analysis import relative_clauses, syntax
from seriatim.lang import event_types as words
from seriatim.lang import hedges, reporting

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided"})
_INVERTED = frozenset({"had", "were", "should"})
_ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
_YET_TO_COME = frozenset({"before", "until", "till"})


def is_hypothetical(token: Token) -> bool:
    """Whether the verb, or a clause above it, is a condition, its consequence, or open content."""
    chain = [token, *(a for a in syntax.ancestors_of(token) if a.pos_ in ("VERB", "AUX"))]
    for n, verb in enumerate(chain):
        if (
            syntax.has_mark(verb, _CONDITIONS)
            or _is_inverted(verb)
            or _is_unreal(verb)
            or _is_only_foreseen(verb)
        ):
            return True
        if (
            n
            and chain[n - 1].dep_ in ("ccomp", "advcl")
            and chain[n - 1].head == verb
            and _withholds(verb, chain[n - 1])
        ):
            return True
        if n and chain[n - 1].dep_ == "ccomp" and chain[n - 1].head == verb and _leaves_open(verb):
            return True
        if n and chain[n - 1].dep_ == "xcomp" and _is_not_asserted(verb):
            return True
        if verb.dep_ not in ("conj", "xcomp", "ccomp", "relcl", "advcl"):
            return False
    return False


def is_question(token: Token) -> bool:
    """Whether the verb's sentence ends with a question mark."""
    last = token.sent[-1]
    while last.i > token.sent.start and last.text in ('"', "”", "'", "’", ")", " "):
        last = last.nbor(-1)
    return last.text == "?"


def is_habitual(token: Token) -> bool:
    """Whether the event is habitual: "usually sold", "used to sell"."""
    usual = any(c.lower_ in words.HABIT_WORDS and c.dep_ == "advmod" for c in token.children)
    return usual or any(a.lower_ == "used" for a in syntax.auxiliaries(token))


def only_identifies_referent(token: Token, *, has_date: bool) -> bool:
    """Whether a relative clause only identifies its noun: "the historian who advised us".

    Such a clause has no comma and no time of its own.

    Not so one that hedges what it tells ("payments that were allegedly made"), one on a time ("the
    day on which she left"), and what stands in for the main clause ("it was Roe who left").
    """
    clause = relative_clauses.clause_of(token)
    if (
        clause is None
        or has_date
        or not syntax.is_restrictive(clause)
        or relative_clauses.pronoun_of(clause) is None
    ):
        return False
    noun = clause.head
    cleft = noun.dep_ == "attr" and any(
        s.lower_ == "it" for s in syntax.children(noun.head, *syntax.SUBJECTS)
    )
    hedged = any(
        c.lower_ in hedges.ADVERBS["probable"] | hedges.ADVERBS["possible"] for c in token.children
    )
    return not (
        cleft
        or hedged
        or noun.ent_type_ in ("DATE", "TIME")
        or noun.lemma_.lower() in words.LENGTHS
    )


def _is_inverted(verb: Token) -> bool:
    """Whether the verb is in a condition without "if": "had the lock been closed"."""
    first = verb.left_edge
    subject = next(iter(syntax.children(verb, *syntax.SUBJECTS)), None)
    return (
        first.lower_ in _INVERTED
        and first.head == verb
        and first.dep_ in ("aux", "auxpass")
        and subject is not None
        and subject.i > first.i
    )


def _is_unreal(verb: Token) -> bool:
    """Whether the event is counterfactual: "would not have sunk"."""
    helpers = {a.lower_ for a in syntax.auxiliaries(verb)}
    return bool(helpers & {"would", "could", "should", "'d"}) and "have" in helpers


def _is_only_foreseen(verb: Token) -> bool:
    """Whether the clause gives a time after something that is itself not asserted.

    Example: "to end the war before its cities starved".
    """
    if verb.dep_ != "advcl" or not syntax.has_mark(verb, _YET_TO_COME):
        return False
    opener = next(c for c in verb.children if c.lower_ in _YET_TO_COME)
    if opener.i and opener.nbor(-1).ent_type_ in ("DATE", "TIME"):
        return False  # "two months before the board voted": counted from what happened
    above = verb.head
    imperative = (
        above.dep_ == "ROOT" and above.tag_ == "VB" and not syntax.children(above, *syntax.SUBJECTS)
    )
    return (
        imperative
        or syntax.tense(above) in ("modal", "future")
        or (is_infinitive(above) and not _has_perfect(above))
    )


def is_infinitive(token: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return token.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)


def _has_perfect(verb: Token) -> bool:
    return any(a.lower_ == "have" for a in syntax.auxiliaries(verb))


def _leaves_open(verb: Token) -> bool:
    """Whether the verb leaves its content open, since it is itself a purpose or a possibility."""
    done = (
        verb.dep_ == "xcomp"
        and verb.head.lemma_ in words.GOING_ON
        and syntax.tense(verb.head) != "future"
    )
    return (is_infinitive(verb) and not done) or (
        syntax.tense(verb) == "modal" and not syntax.is_negated(verb)
    )


def _withholds(verb: Token, content: Token) -> bool:
    """Whether a verb withholds the answer to its embedded question, or does not assert its content.

    Examples: "would not say what was found", "did not claim that".
    """
    asked = content.left_edge.tag_ in _ASKING or (
        content.left_edge.i > 0 and content.left_edge.nbor(-1).tag_ in _ASKING
    )
    subject = syntax.subject(verb)
    nobody = subject is not None and syntax.is_negative_quantifier(subject)
    if content.dep_ == "advcl":
        return asked and nobody and verb.lemma_ in reporting.SAYING | reporting.THINKING
    if asked and (
        nobody
        or syntax.is_negated(verb)
        or syntax.tense(verb) in ("modal", "future")
        or verb.lemma_ in reporting.ASKING
    ):
        return True
    unclear = {c.lower_ for c in syntax.children(verb, "acomp", "attr")} & hedges.ADJECTIVES[
        "possible"
    ]
    return (asked and bool(unclear)) or _is_not_asserted(verb)


def _is_not_asserted(verb: Token) -> bool:
    """Whether only that somebody said so is denied, which leaves the content open."""
    return (
        verb.lemma_ in reporting.NOT_SAID_IS_OPEN
        and syntax.is_negated(verb)
        and not syntax.is_passive(verb)
    )


def has_elliptical_content(verb: Token) -> bool:
    """Whether the content only refers to the previous sentence: "he said Roe did"."""
    contents = syntax.children(verb, "ccomp")
    return bool(contents) and all(
        c.lemma_ == "do" and not syntax.children(c, "dobj", "xcomp", "ccomp", "advmod", "prep")
        for c in contents
    )


def is_within_quotation(token: Token) -> bool:
    """Whether a heading quotes the token: the text below says whose words they are."""
    return sum(t.text in ('"', "“", "”", "«", "»") for t in token.doc[: token.i]) % 2 == 1


def is_quoted_modifier(verb: Token) -> bool:
    """Whether a quoted participle before a noun was parsed as a verb.

    Example: "an alliance and “lost land”".
    """
    quoted = (
        verb.i > 0
        and verb.nbor(-1).is_quote
        and verb.dep_ == "conj"
        and verb.head.pos_ in ("NOUN", "PROPN")
    )
    return quoted and not syntax.children(verb, *syntax.SUBJECTS)


def is_parenthetical_report(verb: Token) -> bool:
    """Whether a verb is a parenthetical report: "the abbot, it was reported, had fled"."""
    it = any(s.lower_ == "it" for s in syntax.children(verb, "nsubjpass"))
    apart = verb.dep_ in ("parataxis", "ccomp") and verb.left_edge.text == ","
    return (
        it
        and apart
        and verb.lemma_ in reporting.SAYING | reporting.THINKING
        and not syntax.children(verb, "ccomp", "xcomp")
    )
