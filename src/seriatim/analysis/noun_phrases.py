"""Noun phrases: whether the head noun refers to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.lang import roles

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_agentive_noun(token: Token) -> bool:
    """Whether a noun has an agentive ending and a governor that only persons have."""
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
