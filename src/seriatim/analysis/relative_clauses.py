"""Relative clauses: what the pronoun stands for, and how the clause reads as a line of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.lang.en import hedges

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset({"WDT", "WP", "WP$", "WRB"})
_UNBOUND = hedges.NO | hedges.NOBODY | hedges.OF_MANY


@dataclass(frozen=True, slots=True)
class Relative:
    """By position in the passage: the words of what the clause is about, and the clause's own that do not stand in a line."""

    antecedent: set[int]
    dropped: set[int]
    within: Token | None = (
        None  # what the clause is no line without: "hid three letters, which he denied"
    )


def clause_of(verb: Token) -> Token | None:
    """The head of the relative clause that a verb stands in, itself or the first that it is joined to."""
    while (
        verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "AUX")
        and not syntax.children(verb, *syntax.SUBJECTS)
    ):
        verb = verb.head
    return (
        verb
        if verb.dep_ == "relcl" and not _is_content(verb) and not _is_behind_dateline(verb)
        else None
    )


def _is_behind_dateline(clause: Token) -> bool:
    """Whether the parse hangs the first sentence of a dispatch on its dateline: "LOWICK, 3 May — The mayor resigned"."""
    dash = any(
        t.text in ("—", "–", "--", "-") for t in clause.doc[clause.head.i : clause.left_edge.i]
    )
    return (
        dash
        and clause.head.dep_ == "ROOT"
        and bool(syntax.children(clause, *syntax.SUBJECTS))
        and pronoun_of(clause) is None
    )


def _is_content(clause: Token) -> bool:
    """Whether the parse hangs the content of another verb on a noun: "told by a clerk that A sold B", "said at the time that A sold B"."""
    opener = clause.left_edge
    if (
        opener.lower_ != "that"
        or opener.dep_ in syntax.SUBJECTS
        or not syntax.children(clause, *syntax.SUBJECTS)
    ):
        return False
    return opener.tag_ == "IN" or any(o != opener for o in syntax.children(clause, "dobj"))


def pronoun_of(clause: Token) -> Token | None:
    """The relative pronoun or adverb that opens a clause."""
    return next((t for t in clause.subtree if t.tag_ in _PRONOUNS and t.i < clause.i), None)


def relative(verb: Token) -> Relative | None:
    """How a relative clause reads alone: "who joined the desk" with the name for "who", "on which he left" without "on which"."""
    clause = clause_of(verb)
    if clause is None:
        return None
    pronoun = pronoun_of(clause)
    noun = syntax.antecedent(pronoun) if pronoun is not None else clause.head
    noun = noun if noun is not pronoun else clause.head
    whole = set(syntax.whole_phrase(noun)) - {t.i for t in clause.subtree}
    if pronoun is None:
        return Relative(set() if noun.ent_type_ in ("DATE", "TIME") else whole, set())
    if verb != clause and pronoun.dep_ not in syntax.SUBJECTS:
        return None
    if pronoun.dep_ in syntax.SUBJECTS:
        return Relative(whole, set() if _is_unbound(noun) else {pronoun.i})
    if pronoun.tag_ == "WRB":
        return Relative(set(), {pronoun.i})
    if pronoun.dep_ == "pobj" and pronoun.head.i == pronoun.i - 1:
        return Relative(set(), {pronoun.i, pronoun.head.i})
    apart = pronoun.tag_ != "WP$" and not syntax.limits(clause)
    return Relative(whole, set(), clause.head if apart else None)


def _is_unbound(noun: Token) -> bool:
    """Whether the clause says which of many are meant: "anyone who had bought a boat", "no document that bears this out"."""
    return noun.lower_ in _UNBOUND or any(c.lower_ in _UNBOUND for c in noun.children)
