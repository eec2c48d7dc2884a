"""Semantic roles: the phrases that are arguments of an event, before coreference resolution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.analysis.event_mentions import EventMention
from seriatim.lang import event_types, roles
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
}
_FOUND_ON_VERBS = frozenset(
    {
        "with",
        "between",
        "among",
        "alongside",
        "to",
        "before",
        "against",
        "from",
        "by",
        "toward",
        "towards",
    }
)
_FOUND_ON_NOUNS = frozenset(
    {"with", "between", "among", "alongside", "to", "against", "on", "from", "by", "upon", "before"}
)


# Event types whose recipient or patient may be a state, called by the name of a place.
_TAKEN_TO_PLACES = frozenset(
    {
        "message",
        "statement",
        "request",
        "sanction",
        "attack",
        "payment",
        "agreement",
        "offer",
        "intrusion",
    }
)


_DIRECTIONS = frozenset({"to", "from", "into", "toward", "towards"})
_ACTORS = roles.PERSON_NOUNS | roles.BODY_NOUNS
_RECEIVING = frozenset(
    {
        "receive",
        "get",
        "obtain",
        "borrow",
        "buy",
        "accept",
        "win",
        "demand",
        "learn",
        "hear",
        "collect",
        "steal",
        "embrace",
        "request",
        "seek",
    }
)


@dataclass(frozen=True, slots=True)
class Argument:
    """The head of an argument's phrase and its semantic role.

    ``direct``: a subject or agent, which may be a description without a name.
    """

    token: Token
    role: Role
    direct: bool = False


def find(predicate: EventMention) -> list[Argument]:
    """The arguments of an event: agent first, then in the order of the words; each head once."""
    seen: set[int] = set()
    arguments = []
    for argument in _found(predicate):
        for token in (_counted(t) for t in syntax.conjuncts(argument.token)):
            if token.i not in seen:
                seen.add(token.i)
                arguments.append(Argument(token, argument.role, argument.direct))
    return arguments


def _found(predicate: EventMention) -> Iterator[Argument]:
    if predicate.token.pos_ not in ("VERB", "AUX"):
        yield from _of_noun(predicate.token, predicate.kind)
        yield from (
            p for t in predicate.chain[1:] if t.pos_ == "VERB" for p in _of_verb(t, predicate.kind)
        )
        return
    verbs = [t for t in predicate.chain if t.pos_ in ("VERB", "AUX")]
    yield from _subject(verbs[0], predicate.token, predicate.kind)
    for verb in verbs:
        yield from _of_verb(verb, predicate.kind)
    if predicate.noun is not None:
        yield from _of_noun(predicate.noun, predicate.kind)


def _subject(first: Token, last: Token, kind: str) -> Iterator[Argument]:
    subject = syntax.subject(first)
    if subject is None:
        return
    passive = (
        syntax.is_passive(last)
        if first in (last, *syntax.ancestors_of(last)) and first != last
        else syntax.is_passive(first)
    )
    passive = passive and first.lemma_ != "have"  # "had the offer examined": who has it done acts
    if _is_happening(subject):
        yield from _of_noun(subject, kind)
    else:
        yield Argument(subject, "patient" if passive else "agent", direct=True)


def _is_happening(noun: Token) -> bool:
    """Whether a noun names an event and is not a proper name that looks like one."""
    plain = noun.text[0].islower() or any(
        c.dep_ in ("det", "amod", "compound") for c in noun.children
    )
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in event_types.KIND_OF_NOUN and plain


def _of_verb(verb: Token, kind: str) -> Iterator[Argument]:
    for child in verb.children:
        match child.dep_:
            case "dobj":
                yield from _of_object(_counted(child), kind)
            case "attr" | "oprd":
                yield from _of_office(child)
            case "dative" if child.pos_ != "ADP":
                yield Argument(child, "recipient")
            case "dative":
                yield from (Argument(o, "recipient") for o in _objects(child, kind))
            case "agent":
                yield from (Argument(o, "agent", direct=True) for o in _objects(child, kind))
            case "prep":
                yield from _of_preposition(child, kind)
            case "ccomp" | "xcomp" if child.tag_ == "VB" and any(
                a.lower_ == "to" for a in syntax.auxiliaries(child)
            ):
                yield from (Argument(s, "recipient") for s in syntax.children(child, "nsubj"))


def _of_preposition(preposition: Token, kind: str) -> Iterator[Argument]:
    """The participants in a prepositional phrase of a verb."""
    match preposition.lower_:
        case "as" if kind == "appointment":
            yield from (p for o in syntax.children(preposition, "pobj") for p in _of_office(o))
        case "in":
            yield from (
                Argument(o, "counterpart")
                for n in syntax.children(preposition, "pobj")
                if event_types.KIND_OF_NOUN.get(n.lemma_) == "contact"
                for o in _with(n, kind)
            )
        case word if word in _FOUND_ON_VERBS:
            yield from (Argument(o, _PARTS[word]) for o in _objects(preposition, kind))


def _of_object(thing: Token, kind: str) -> Iterator[Argument]:
    """The object, its possessor, and the other participants of the event or thing that it names."""
    goes = (
        kind in ("travel", "departure")
        or event_types.KIND_OF_VERB.get(thing.head.lemma_.lower()) == "travel"
    )
    if thing.ent_type_ not in ("GPE", "LOC", "FAC") or not goes:
        yield Argument(thing, "patient")
    yield from (Argument(p, "patient") for p in syntax.children(thing, "poss"))
    if thing.lemma_.lower() in event_types.KIND_OF_NOUN:
        yield from (
            p
            for p in _of_noun(thing, event_types.KIND_OF_NOUN[thing.lemma_.lower()])
            if p.token.dep_ != "poss"
        )
    else:
        yield from (
            Argument(o, _PARTS[p.lower_])
            for p in syntax.children(thing, "prep")
            if p.lower_ in ("with", "to")
            for o in _objects(p, kind)
        )


def _with(noun: Token, kind: str) -> Iterator[Token]:
    """The participants of a contact: "in conversations with …"."""
    for preposition in syntax.children(noun, "prep"):
        if preposition.lower_ == "with":
            yield from _objects(preposition, kind)


def _counted(thing: Token) -> Token:
    """The noun that a number or a measure counts.

    The emails of "50 of his emails"; the name of "one of them, Ann Roe".
    """
    if thing.pos_ == "NUM" and (
        named := [c for c in syntax.children(thing, "appos") if c.pos_ == "PROPN"]
    ):
        return named[0]
    if thing.pos_ == "NUM" or thing.lemma_ in (
        "number",
        "dozen",
        "hundred",
        "thousand",
        "series",
        "some",
        "many",
        "lot",
        "one",
        "two",
        "all",
        "several",
        "both",
    ):
        return next(
            (
                o
                for p in syntax.children(thing, "prep")
                if p.lower_ == "of"
                for o in syntax.children(p, "pobj")
            ),
            thing,
        )
    return thing


def _objects(preposition: Token, kind: str) -> Iterator[Token]:
    """The objects of a preposition and their possessors, without the goal of travel."""
    inviting = (
        s
        for clause in syntax.children(preposition, "pcomp")
        for s in syntax.children(clause, "nsubj")
    )
    for thing in (*syntax.children(preposition, "pobj"), *inviting):
        if _is_only_place(thing, preposition, kind):
            continue
        yield thing
        if thing.lemma_.lower() not in _ACTORS and thing.pos_ != "PROPN":
            yield from (p for p in syntax.children(thing, "poss") if p.tag_ != "PRP$")


def _is_only_place(thing: Token, preposition: Token, kind: str) -> bool:
    """Whether the object of a preposition is a place and takes no part in the event."""
    goes = preposition.lower_ in _DIRECTIONS
    if kind == "travel" and goes and thing.ent_type_ != "PERSON":
        return True
    if thing.ent_type_ not in ("GPE", "LOC"):
        return False
    verb = preposition.head
    leaves = preposition.lower_ == "from" and verb.lemma_ not in _RECEIVING and verb.pos_ == "VERB"
    return leaves or ((goes or preposition.lower_ == "on") and kind not in _TAKEN_TO_PLACES)


def _of_office(noun: Token) -> Iterator[Argument]:
    """The organization of an office: "chairman of the board", "a Roe adviser"."""
    for child in noun.children:
        if child.dep_ in ("compound", "poss", "nmod") and child.ent_type_:
            yield Argument(child, "patient")
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "to", "at"):
            for thing in syntax.children(child, "pobj"):
                yield from (
                    Argument(p, "patient") for p in syntax.children(thing, "poss") or [thing]
                )


def _of_noun(noun: Token, kind: str) -> Iterator[Argument]:
    """The arguments of an event that a noun names."""
    for child in noun.children:
        if child.dep_ == "poss":
            yield Argument(child, "agent", direct=child.pos_ == "PROPN")
        elif child.dep_ in ("prep", "agent") and child.lower_ in _FOUND_ON_NOUNS:
            yield from (
                Argument(o, "agent" if child.lower_ == "from" else _PARTS[child.lower_])
                for o in _objects(child, kind)
            )
        elif child.dep_ == "prep" and child.lower_ == "of":
            done_to = noun.lemma_.lower() in event_types.DONE_TO
            yield from (
                Argument(o, "patient" if done_to else "agent") for o in _objects(child, kind)
            )
