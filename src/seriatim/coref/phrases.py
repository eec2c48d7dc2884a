"""The phrases of mentions: their extent, appositions and agreement with pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from seriatim.analysis import syntax
from seriatim.coref import names
from seriatim.coref.name_index import NameIndex, name_suffix, surname
from seriatim.coref.names import Name
from seriatim.lang import event_types, roles
from seriatim.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from seriatim.analysis import Analysis

Gender = Literal["m", "f", "n", "p", ""]
ROLES = roles.PERSON_NOUNS | roles.BODY_NOUNS
_SKIPPED = frozenset(
    {"other", "same", "such", "own", "then", "several", "numerous", "various", "all", "many"}
)
_LONGEST_OFFICE = 14  # tokens of "of …" after a role that may still be part of its phrase


@dataclass(frozen=True, slots=True)
class Referent:
    """The referent of a phrase: its tokens (end exclusive), its name, kind and gender."""

    start: int
    end: int
    name: str
    kind: MentionKind
    gender: Gender = ""


def bounds(token: Token) -> tuple[int, int]:
    """The tokens of a role's phrase: the modifiers before it, and "of" with its office or body."""
    start = _first_modifier(token)
    office = next(
        (p for p in syntax.children(token, "prep") if p.lower_ == "of" and p.i == token.i + 1), None
    )
    if office is None or any(t.dep_ in ("relcl", "acl") for t in office.subtree):
        return start, token.i + 1
    end = office.right_edge.i + 1
    marks = (t.i for t in token.doc[office.i : end] if t.is_punct and t.text in ",;(")
    end = next(marks, end)
    return start, end if end - token.i <= _LONGEST_OFFICE else token.i + 1


def _first_modifier(token: Token) -> int:
    """The first token of a role's phrase, without articles."""
    start = token.i
    while start > 0 and token.is_ancestor(token.doc[start - 1]) and describes(token.doc[start - 1]):
        start -= 1
    while start < token.i and (token.doc[start].is_punct or token.doc[start].lower_ in _SKIPPED):
        start += 1
    return start - 1 if start > 0 and _counts(token, token.doc[start - 1]) else start


def role_gender(token: Token, kind: MentionKind) -> Gender:
    """The gender of a role: plural, neuter for an organization, or what the noun tells."""
    lemma = token.lemma_.lower()
    if token.tag_ in ("NNS", "NNPS"):
        return "p"
    if kind == "organization":
        return "n"
    if lemma in roles.FEMALE_NOUNS | roles.FEMALE_TITLES:
        return "f"
    return "m" if lemma in roles.MALE_NOUNS | roles.MALE_TITLES else ""


def _counts(token: Token, before: Token) -> bool:
    """Whether a word before a role says how many there are: "two officers"."""
    return before.dep_ == "nummod" and before.head.i == token.i and token.tag_ == "NNS"


def after_role(token: Token) -> list[Token]:
    """The heads of the phrases after a role that may name who has it."""
    prepositions = syntax.children(token, "prep")
    by_name = (
        of
        for p in prepositions
        if p.lower_ == "by"
        for n in syntax.children(p, "pobj")
        if n.lower_ == "name"
        for of in syntax.children(n, "prep")
    )
    called = (c for c in syntax.children(token, "acl") if c.lower_ in ("named", "called"))
    including = (p for p in prepositions if p.lower_ == "including")
    return [
        *syntax.children(token, "appos"),
        *(o for of in by_name for o in syntax.children(of, "pobj")),
        *(o for c in called for o in syntax.children(c, "oprd", "dobj", "attr")),
        *(o for p in including for o in syntax.children(p, "pobj")),
        *appositions_of_office(token),
    ]


def appositions_of_office(token: Token) -> list[Token]:
    """The appositions after an office: the name in "the mayor of Westby, Ann Roe"."""
    for preposition in syntax.children(token, "prep"):
        for place in syntax.children(preposition, "pobj"):
            if found := [
                c
                for c in syntax.children(place, "appos")
                if c.ent_type_ != "GPE" and c.pos_ == "PROPN"
            ]:
                return found
    return []


def note_appositive_roles(name_index: NameIndex, found: Sequence[Name], analysis: Analysis) -> None:
    """Note the roles that appositions give: "the claimant, Ann Roe", "Roe Ltd, the defendant"."""
    for token in analysis.doc:
        if token.dep_ != "appos":
            continue
        for role, other in ((token, token.head), (token.head, token)):
            named = names.at(found, other.i)
            definite = any(c.lower_ == "the" for c in role.children)
            if (
                named is not None
                and not named.is_office
                and role.pos_ == "NOUN"
                and role.lemma_.lower() in ROLES
                and definite
            ):
                name_index.add_title(role.text.lower(), named.text)


def may_be_organization(token: Token) -> bool:
    """Whether "it" or "they" is in a position where an organization can be.

    That is the subject of an active verb with an object or content, or the object of "tell", "ask",
    "pay", "sue".
    """
    verb = token.head if token.head.pos_ == "VERB" else token.head.head
    kind = event_types.KIND_OF_VERB.get(verb.lemma_.lower(), "act")
    if token.dep_ == "nsubj":
        return bool(syntax.children(verb, "dobj", "ccomp", "xcomp")) or kind in (
            "statement",
            "decision",
            "meeting",
        )
    told = kind in ("request", "legal action", "sanction", "payment") or verb.lemma_ in (
        "tell",
        "inform",
        "notify",
        "brief",
        "assure",
        "warn",
    )
    return told or (kind == "attack" and token.dep_ == "dobj")


def describes(token: Token) -> bool:
    """Whether a word before a role belongs to its phrase.

    Adjectives, nouns and possessors do; numbers, articles and times do not.
    """
    if token.ent_type_ in ("DATE", "TIME", "CARDINAL", "ORDINAL"):
        return False
    return (
        token.pos_ in ("ADJ", "NOUN", "PROPN")
        or token.tag_ in ("POS", "PRP$", "VBN", "VBG", "HYPH", "``", "''")
        or token.text in ('"', "“", "”", "-")
    )


def short_name(who: Referent) -> str:
    """The name as it is used in a possessive: a person's surname."""
    if who.kind != "person":
        return who.name
    suffix = name_suffix(who.name)
    return f"{surname(who.name)} {who.name.split()[-1]}" if suffix else surname(who.name)


def is_subject(token: Token) -> bool:
    """Whether a noun, or the first that it is conjoined to, is a subject."""
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ in ("nsubj", "nsubjpass")


def fits(who: Referent, gender: Gender) -> bool:
    """Whether a pronoun of this gender can refer to a referent."""
    if gender in ("m", "f"):
        return who.kind in ("person", "role", "alias", "other") and who.gender in (gender, "")
    if gender == "p":
        return who.gender == "p" or (who.kind == "organization" and who.gender == "n")
    return who.kind == "organization" and who.gender == "n"


def shares_verb(pronoun: Token, other: Token) -> bool:
    """Whether a pronoun and a name are subject and object of one verb, and so distinct."""
    if pronoun.tag_ == "PRP$":
        return False
    verb = pronoun.head if pronoun.head.pos_ != "ADP" else pronoun.head.head
    above = other.head if other.head.pos_ != "ADP" else other.head.head
    return verb.i == above.i and pronoun.dep_ != other.dep_
