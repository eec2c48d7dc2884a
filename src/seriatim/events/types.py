"""The type of an event, by its verb, noun, object, particle or complement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.lang import event_types as words
from seriatim.lang import roles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Token

_ACTORS = roles.PERSON_NOUNS | roles.BODY_NOUNS


def kind_of(chain: Sequence[Token], noun: Token | None) -> str:
    """The type of the event of a chain of verbs, and of the event noun of a light verb."""
    verb = chain[-1]
    if noun is not None and verb.lemma_ == "show":
        noun_kind = words.KIND_OF_NOUN[noun.lemma_.lower()]
        # Showing somebody an offer is not making one.
        return noun_kind if noun_kind == "message" else "act"
    if chain[0].lemma_ in words.ATTEMPTS:
        return "effort"
    lemma, complements = verb.lemma_.lower(), _complements(verb)
    told = next(
        (
            kind
            for wanted, kind in words.KINDS_BY_COMPLEMENT.get(lemma, ())
            if wanted in complements
        ),
        None,
    )
    if noun is not None:
        return (
            told
            if told is not None and noun.lower_ in dict(words.KINDS_BY_COMPLEMENT[lemma])
            else words.KIND_OF_NOUN[noun.lemma_.lower()]
        )
    return told or words.KIND_OF_VERB.get(lemma, "act")


def kind_of_noun(noun: Token) -> str:
    """The type of an event noun; "the outbreak of" something has the type of that something."""
    lemma = noun.lemma_.lower()
    of = (
        o
        for p in syntax.children(noun, "prep")
        if p.lower_ == "of"
        for o in syntax.children(p, "pobj")
    )
    broke_out = (
        next(
            (
                words.KIND_OF_NOUN[o.lemma_.lower()]
                for o in of
                if o.lemma_.lower() in words.KIND_OF_NOUN
            ),
            None,
        )
        if lemma == "outbreak"
        else None
    )
    if broke_out is not None:
        return broke_out
    return words.KIND_OF_NOUN.get(lemma) or words.KIND_OF_VERB.get(lemma, "act")


def _complements(verb: Token) -> frozenset[str]:
    """The features of a verb's complements, in the terms of the table.

    They are its particles and prepositions as written, and classes of its objects.
    """
    found = {"", *(c.lower_ for c in verb.children if c.dep_ in ("prt", "prep", "dobj", "advmod"))}
    things = syntax.children(verb, "dobj", "nsubjpass")
    found |= {name for name, holds in _CLASSES.items() if any(holds(t) for t in things)}
    contents = syntax.children(verb, "ccomp")
    others = {
        "=opinion": syntax.children(verb, "oprd", "acomp") or any(map(_is_verbless, contents)),
        "=to do": any(c.tag_ == "VB" for c in syntax.children(verb, "xcomp")),
        "=office": any(map(_is_actor, syntax.children(verb, "attr"))),
        "=content": contents,
        "=object": things,
    }
    found |= {name for name, holds in others.items() if holds}
    subject = syntax.subject(verb)
    if subject is not None:
        found |= {name for name, holds in _SUBJECT_CLASSES.items() if holds(subject)}
    return frozenset(found)


def _is_verbless(clause: Token) -> bool:
    """Whether a clause has no verb: "found the law reasonable", "called the plan a disgrace"."""
    return clause.pos_ in ("ADJ", "NOUN", "PROPN") and not syntax.children(
        clause, "cop", "aux", "mark"
    )


def _is_actor(thing: Token) -> bool:
    return (
        thing.ent_type_ in ("PERSON", "ORG", "NORP")
        or thing.pos_ in ("PROPN", "PRON")
        or thing.lemma_.lower() in _ACTORS
    )


_SUBJECT_CLASSES: dict[str, Callable[[Token], bool]] = {
    "=message goes": lambda t: words.KIND_OF_NOUN.get(t.lemma_.lower()) == "message",
    "=building goes": lambda t: t.lemma_.lower() in words.BUILDINGS,
    "=law goes": lambda t: t.lemma_.lower() in words.LAWS,
    "=happening comes": lambda t: t.pos_ == "NOUN" and t.lemma_.lower() in words.KIND_OF_NOUN,
}
_CLASSES: dict[str, Callable[[Token], bool]] = {
    "=actor": _is_actor,
    "=court matter": lambda t: t.lemma_.lower() in words.COURT_MATTERS,
    "=length": lambda t: t.ent_type_ in ("DATE", "TIME") or t.lemma_.lower() in words.LENGTHS,
    "=place": lambda t: (
        t.ent_type_ in ("GPE", "LOC", "FAC", "ORG", "NORP") or t.pos_ in ("PROPN", "PRON")
    ),
    "=lives": lambda t: t.lemma_.lower() == "life",
    "=shots": lambda t: (
        t.lemma_.lower()
        in ("shot", "missile", "rocket", "gun", "volley", "fire", "bullet", "shell")
    ),
    "=data": lambda t: t.lemma_.lower() in words.DATA,
    "=it": lambda t: t.lower_ in ("it", "them", "this", "that"),
    "=law": lambda t: t.lemma_.lower() in words.LAWS,
    "=shutter": lambda t: t.lemma_.lower() in words.SHUTTERS,
    "=case": lambda t: t.lemma_.lower() in words.CASES,
    "=toll": lambda t: t.lemma_.lower() in words.TOLLS,
    "=skill": lambda t: t.lemma_.lower() in words.SKILLS,
    "=cheque": lambda t: t.lemma_.lower() in words.CHEQUES,
    "=happening": lambda t: t.pos_ == "NOUN" and t.lemma_.lower() in words.KIND_OF_NOUN,
}
