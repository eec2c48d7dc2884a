"""Predicate → the phrases that take part in it, each with its part, before anybody is identified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.claims import syntax
from seriatim.claims.predicates import Predicate
from seriatim.language import roles
from seriatim.language.happenings import KIND_OF_NOUN
from seriatim.model import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTS: dict[str, Role] = {
    "with": "counterpart",
    "between": "counterpart",
    "among": "counterpart",
    "alongside": "counterpart",
    "to": "recipient",
    "before": "recipient",
    "against": "patient",
    "on": "patient",
    "from": "counterpart",
    "by": "agent",
    "toward": "recipient",
    "towards": "recipient",
    "upon": "patient",
    "into": "patient",
    "as": "patient",
}
_FOUND_ON_VERBS = frozenset({"with", "between", "among", "alongside", "to", "before", "against", "from", "by", "toward", "towards"})
_FOUND_ON_NOUNS = frozenset({"with", "between", "among", "alongside", "to", "against", "on", "from", "by", "upon", "before"})


@dataclass(frozen=True, slots=True)
class Party:
    """The head of a phrase that takes part, and its part.  ``direct``: subject or agent, which may be a role without a name."""

    token: Token
    role: Role
    direct: bool = False


def find(predicate: Predicate) -> list[Party]:
    """The parties of a predicate: agent first, then the others in the order of the words; each head once."""
    seen: set[int] = set()
    parties = []
    for party in _found(predicate):
        for token in syntax.conjuncts(party.token):
            if token.i not in seen:
                seen.add(token.i)
                parties.append(Party(token, party.role, party.direct))
    return parties


def _found(predicate: Predicate) -> Iterator[Party]:
    if predicate.token.pos_ != "VERB":
        yield from _of_noun(predicate.token)
        return
    verbs = [t for t in predicate.chain if t.pos_ in ("VERB", "AUX")]
    yield from _subject(verbs[0], verbs[-1])
    for verb in verbs:
        yield from _of_verb(verb)
    if predicate.noun is not None:
        yield from _of_noun(predicate.noun)


def _subject(first: Token, last: Token) -> Iterator[Party]:
    subject = syntax.subject(first)
    if subject is None:
        return
    passive = syntax.is_passive(first) or syntax.is_passive(last)
    if subject.lemma_.lower() in KIND_OF_NOUN and subject.pos_ == "NOUN":
        yield from _of_noun(subject)
    else:
        yield Party(subject, "patient" if passive else "agent", direct=True)


def _of_verb(verb: Token) -> Iterator[Party]:
    for child in verb.children:
        match child.dep_:
            case "dobj" | "attr" | "oprd":
                yield Party(child, "patient")
                yield from (Party(p, "patient") for p in syntax.children(child, "poss"))
                if child.dep_ == "attr" or child.lemma_.lower() in roles.PERSON_NOUNS:
                    yield from _of_office(child)
            case "dative" if child.pos_ != "ADP":
                yield Party(child, "recipient")
            case "dative" | "agent":
                yield from (Party(o, "agent" if child.dep_ == "agent" else "recipient", direct=child.dep_ == "agent") for o in syntax.children(child, "pobj"))
            case "prep" if child.lower_ in _FOUND_ON_VERBS:
                yield from (Party(o, _PARTS[child.lower_]) for o in _objects(child))
            case "ccomp" | "xcomp" if child.tag_ == "VB" and any(a.lower_ == "to" for a in syntax.auxiliaries(child)):
                yield from (Party(s, "recipient") for s in syntax.children(child, "nsubj"))


def _objects(preposition: Token) -> Iterator[Token]:
    """What a preposition leads to, through a noun of group ("a number of …") and a happening's possessor."""
    for thing in syntax.children(preposition, "pobj"):
        yield thing


def _of_office(noun: Token) -> Iterator[Party]:
    """The body of an office: "chairman of the board", "a Roe adviser"."""
    for child in noun.children:
        if child.dep_ in ("compound", "poss", "nmod") and child.ent_type_:
            yield Party(child, "patient")
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "to", "at"):
            for thing in syntax.children(child, "pobj"):
                yield Party(thing, "patient")
                yield from (Party(p, "patient") for p in syntax.children(thing, "poss"))


def _of_noun(noun: Token) -> Iterator[Party]:
    """Who takes part in a happening that a noun names."""
    for child in noun.children:
        if child.dep_ == "poss":
            yield Party(child, "agent", direct=child.pos_ == "PROPN")
        elif child.dep_ in ("prep", "agent") and child.lower_ in _FOUND_ON_NOUNS:
            yield from (Party(o, "agent" if child.lower_ == "from" else _PARTS[child.lower_]) for o in _objects(child))
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from (Party(o, "agent") for o in _objects(child))
