"""Questions about a noun phrase: whether its noun reads as a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.lang.en import roles

if TYPE_CHECKING:
    from spacy.tokens import Token


def sounds_like_a_person(token: Token) -> bool:
    """Whether a noun has an agentive ending and heads what only a person does here."""
    lemma = token.lemma_.lower()
    verb = token.head
    acts = verb.pos_ == "VERB" and bool(
        syntax.children(verb, "dobj", "ccomp", "xcomp", "prep", "dative")
    )
    return (
        acts
        and len(lemma) > 4
        and lemma.endswith(roles.PERSON_ENDINGS)
        and lemma not in roles.NOT_PERSONS
        and token.pos_ == "NOUN"
    )
