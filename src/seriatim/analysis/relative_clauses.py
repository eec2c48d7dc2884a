"""Relative clauses: their antecedent, and how they read as independent clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.lang import hedges

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset({"WDT", "WP", "WP$", "WRB"})
_UNBOUND = hedges.NO | hedges.NOBODY | hedges.OF_MANY


@dataclass(frozen=True, slots=True)
class Relative:
    """A relative clause as an independent one, in positions of the passage.

    ``antecedent``: the words that replace the pronoun. ``dropped``: the clause's own words that are
    left out. ``within``: the verb without which the clause means nothing: "hid three letters, which
    he denied".
    """

    antecedent: set[int]
    dropped: set[int]
    within: Token | None = None


def clause_of(verb: Token) -> Token | None:
    """The head of a verb's relative clause: the verb itself, or the first of its conjuncts."""
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
    """Whether the parse attaches the first sentence of a dispatch to its dateline.

    Example: "LOWICK, 3 May — The mayor resigned".
    """
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
    """Whether the parse attaches the content of another verb to a noun.

    Examples: "told by a clerk that A sold B", "said at the time that A sold B".
    """
    opener = clause.left_edge
    if (
        opener.lower_ != "that"
        or opener.dep_ in syntax.SUBJECTS
        or not syntax.children(clause, *syntax.SUBJECTS)
    ):
        return False
    return opener.tag_ == "IN" or any(o != opener for o in syntax.children(clause, "dobj"))


def pronoun_of(clause: Token) -> Token | None:
    """The relative pronoun or adverb that opens a clause, or ``None``."""
    return next((t for t in clause.subtree if t.tag_ in _PRONOUNS and t.i < clause.i), None)


def relative(verb: Token) -> Relative | None:
    """How a relative clause reads on its own.

    "Who joined the desk" has the name for "who"; "on which he left" loses "on which".
    """
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
    return _with_pronoun(clause, pronoun, noun, whole)


def _with_pronoun(clause: Token, pronoun: Token, noun: Token, whole: set[int]) -> Relative:
    if pronoun.dep_ in syntax.SUBJECTS:
        return Relative(whole, set() if _is_unbound(noun) else {pronoun.i})
    if pronoun.tag_ == "WRB":
        return Relative(set(), {pronoun.i})
    if pronoun.dep_ == "pobj" and pronoun.head.i == pronoun.i - 1:
        return Relative(set(), {pronoun.i, pronoun.head.i})
    apart = pronoun.tag_ != "WP$" and not syntax.is_restrictive(clause)
    return Relative(whole, set(), clause.head if apart else None)


def _is_unbound(noun: Token) -> bool:
    """Whether the clause restricts a quantified noun.

    Examples: "anyone who had bought a boat", "no document that bears this out".
    """
    return noun.lower_ in _UNBOUND or any(c.lower_ in _UNBOUND for c in noun.children)
