"""The syntax of a parsed clause: tense, mood, complements, subject, antecedent.

Dependency labels are those of spaCy's English models.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from seriatim.lang import event_types, hedges, roles

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "present", "perfect", "pluperfect", "future", "modal", "none"]
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSES = frozenset(
    {"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "csubj", "csubjpass", "parataxis"}
)
_FINITE_BE = frozenset({"is", "are", "am", "was", "were", "'s", "'re", "'m", "being"})
IRREALIS = frozenset(
    ["would", "could", "may", "might", "should", "must", "can", "shall", "ought", "'d", "ca"]
)


def children(token: Token, *labels: str) -> list[Token]:
    """The children with one of these dependency labels, in order."""
    return [c for c in token.children if c.dep_ in labels]


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb; for a bare conjunct, those of the verb that it is conjoined to."""
    # In "on 4 May somebody set fire" the month is parsed as "may".
    own = [c for c in children(verb, "aux", "auxpass") if c.tag_ != "NNP"]
    if own or verb.dep_ != "conj" or any(True for _ in children(verb, *SUBJECTS)):
        return own
    first = verb.head
    if first.pos_ not in ("VERB", "AUX") or verb.tag_ in ("VBD", "VBZ", "VBP") or first.i > verb.i:
        return own
    return auxiliaries(first) if same_form(first, verb) else own


def same_form(first: Token, second: Token) -> bool:
    """Whether two verbs have the same form, so that one auxiliary may serve both."""
    return first.tag_ == second.tag_ or {first.tag_, second.tag_} == {"VBD", "VBN"}


def tense(verb: Token) -> Tense:
    """The tense of the verb phrase; ``none`` for participles, gerunds and bare infinitives."""
    helpers = {a.lower_ for a in auxiliaries(verb)}
    if (verb.dep_ == "pcomp" and helpers <= {"being", "having"}) or (
        verb.dep_ == "acl" and not helpers
    ):
        return "past" if is_only_verb(verb) else "none"
    return _tense_of_helpers(verb, helpers) or _tense_of_form(verb, helpers)


def _tense_of_helpers(verb: Token, helpers: set[str]) -> Tense | None:
    has = any(a.lemma_.lower() == "have" for a in auxiliaries(verb))
    if helpers & {"will", "'ll", "wo", "shall"}:
        return "future"
    if helpers & {"may", "might", "must"} and has:
        return "perfect"
    if helpers & IRREALIS and not ("'d" in helpers and verb.tag_ == "VBN"):
        return "modal"
    if has or "'d" in helpers:
        return "pluperfect" if helpers & {"had", "'d"} else "perfect"
    return "none" if "to" in helpers else None


def _tense_of_form(verb: Token, helpers: set[str]) -> Tense:
    if "be" in helpers and not helpers & _FINITE_BE:
        return "modal"  # "that a notice be given"
    if helpers & {"did", "was", "were"} or verb.tag_ == "VBD":
        return "past"
    if helpers & {"do", "does", "be", *_FINITE_BE} or verb.tag_ in ("VBZ", "VBP"):
        return "present"
    return "none"


def is_progressive(verb: Token) -> bool:
    """Whether the verb phrase is progressive: "is doing", "was doing"."""
    return verb.tag_ == "VBG" and any(a.lemma_ == "be" for a in auxiliaries(verb))


def is_passive(verb: Token) -> bool:
    """Whether the verb phrase is passive."""
    if verb.dep_ == "acl" and children(verb, "dobj") and not children(verb, "agent"):
        return False
    return bool(children(verb, "auxpass", "nsubjpass", "agent")) or (
        verb.tag_ == "VBN"
        and (
            verb.dep_ == "acl"
            or (
                verb.dep_ == "conj" and is_passive(verb.head) and not children(verb, "aux", "nsubj")
            )
        )
    )


def is_negated(verb: Token) -> bool:
    """Whether the verb itself is negated."""
    own = bool(children(verb, "neg")) or any(
        c.lower_ in ("never", "not", "n't") for c in verb.children
    )
    return (
        own
        or any(c.lower_ == "neither" and c.dep_ in ("preconj", "cc") for c in verb.children)
        or is_joined_by_nor(verb)
    )


def is_joined_by_nor(verb: Token) -> bool:
    """Whether "nor" conjoins the verb to an earlier one: "neither confirmed nor denied"."""
    return verb.dep_ == "conj" and any(
        c.lower_ == "nor" and c.dep_ == "cc" and c.i < verb.i for c in verb.head.children
    )


def has_mark(verb: Token, words: frozenset[str]) -> bool:
    """Whether one of the words opens the verb's clause."""
    return any(c.lower_ in words and c.dep_ in ("mark", "advmod", "prep") for c in verb.children)


def is_only_verb(verb: Token) -> bool:
    """Whether a participle on the sentence's root noun is in truth the sentence's verb."""
    return (
        verb.dep_ == "acl"
        and verb.tag_ in ("VBN", "VBD")
        and verb.head.dep_ == "ROOT"
        and verb.head.pos_ in ("NOUN", "PROPN")
    )


def is_free(verb: Token) -> bool:
    """Whether a clause attached to another has its own subject and no subordinating word."""
    return bool(children(verb, *SUBJECTS)) and not any(
        c.dep_ == "mark" or c.tag_ in ("WRB", "WDT", "WP") for c in verb.children
    )


def subject(verb: Token) -> Token | None:
    """The subject, also through conjunction, control and relative clauses.

    Examples: "met and decided", "began to encourage".
    """
    own = children(verb, *SUBJECTS)
    if own:
        return _behind_quotation(verb, own[-1]) or antecedent(own[-1])
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX", "NOUN"):
        return subject(verb.head)
    if verb.dep_ in ("xcomp", "advcl", "pcomp", "prep") and verb.head.pos_ in (
        "VERB",
        "AUX",
        "ADP",
        "SCONJ",
    ):
        return subject(verb.head)
    if verb.dep_ == "acl":
        return verb.head if verb.head.pos_ in ("NOUN", "PROPN", "PRON") else None
    if verb.pos_ == "ADP" or verb.dep_ == "prep":
        return subject(verb.head) if verb.head != verb else None
    return behind_date(verb)


def _behind_quotation(verb: Token, subject: Token) -> Token | None:
    """The speaker in “Hear,” cried Ann Roe, where the parse has the quoted word as the subject."""
    if subject.i > verb.i or verb.i == 0 or verb.nbor(-1).text not in ('"', "”", "''", "’"):
        return None
    return next(
        (o for o in children(verb, "dobj") if o.ent_type_ == "PERSON" or o.pos_ == "PROPN"), None
    )


def behind_date(verb: Token) -> Token | None:
    """The subject that was parsed as part of the date: "On 9 May 1911 the board sold the mill"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or children(verb, *SUBJECTS):
        return None
    for preposition in children(verb, "prep"):
        for noun in children(preposition, "pobj"):
            dated = any(t.ent_type_ == "DATE" and t.i < noun.i for t in noun.subtree)
            if preposition.i < noun.i < verb.i and dated and noun.ent_type_ not in ("DATE", "TIME"):
                return noun
    return None


def antecedent(token: Token) -> Token:
    """The antecedent of a relative pronoun; the token itself otherwise."""
    if token.tag_ in ("WDT", "WP") and token.lower_ in ("who", "which", "that", "whom"):
        clause = token.head
        for _ in range(4):
            if clause.dep_ in ("relcl", "acl"):
                return _attack_above(clause) or _event_above(token, clause.head) or clause.head
            if clause.dep_ not in ("conj", "ccomp", "xcomp", "aux"):
                break
            clause = clause.head
    return token


def _event_above(pronoun: Token, noun: Token) -> Token | None:
    """The antecedent of "which" after a person: "the arrest of the mayor, which followed"."""
    if pronoun.lower_ != "which" or not (
        noun.ent_type_ == "PERSON" or noun.lemma_.lower() in roles.PERSON_NOUNS
    ):
        return None
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return above if above is not None and above.pos_ == "NOUN" else None


def _attack_above(clause: Token) -> Token | None:
    """The attack that a relative clause of killing refers to, and not its place.

    Example: "the bombings in Westby and Osterby, which killed nine".
    """
    noun, kills = (
        clause.head,
        event_types.KIND_OF_VERB.get(clause.lemma_.lower()) in ("attack", "death"),
    )
    if not kills or noun.ent_type_ not in ("GPE", "LOC", "FAC"):
        return None
    above = (a for a in ancestors_of(noun) if a.pos_ == "NOUN")
    return next(
        (
            a
            for a in above
            if event_types.KIND_OF_NOUN.get(a.lemma_.lower()) in ("attack", "accident")
        ),
        None,
    )


def conjuncts(token: Token) -> list[Token]:
    """The token and its conjuncts, in order."""
    found, queue = [], [token]
    while queue:
        here = queue.pop(0)
        found.append(here)
        queue.extend(c for c in here.children if c.dep_ == "conj" and c.i > here.i)
    return found


def ancestors_of(token: Token) -> Iterator[Token]:
    """The heads above the token, nearest first."""
    while token.head != token:
        token = token.head
        yield token


def clause_verb(token: Token) -> Token | None:
    """The nearest verb at or above the token."""
    if token.pos_ in ("VERB", "AUX"):
        return token
    return next((a for a in ancestors_of(token) if a.pos_ in ("VERB", "AUX")), None)


def phrase(token: Token) -> Iterator[int]:
    """The tokens of a phrase without its dependent clauses."""
    yield token.i
    for child in token.children:
        if child.dep_ not in ("relcl", "acl", "advcl", "parataxis", "punct"):
            yield from phrase(child)


def is_time_of_saying(clause: Token) -> bool:
    """Whether a past clause of time dates the verb of saying above, not its infinitive.

    Example: "vowed to sell after the board met".
    """
    deed = clause.head
    return (
        clause.dep_ == "advcl"
        and has_mark(clause, frozenset({"after", "when", "as", "once"}))
        and tense(clause) in ("past", "pluperfect")
        and deed.tag_ == "VB"
        and deed.dep_ == "xcomp"
        and tense(deed.head) in ("past", "perfect", "pluperfect")
    )


_LIMITS = frozenset({"if", "unless", "until", "till", "provided", "lest"})


def whole_phrase(token: Token) -> Iterable[int]:
    """The tokens of a phrase without its dependent clauses, except those that restrict it."""
    yield token.i
    for child in token.children:
        aside = child.dep_ in ("relcl", "advcl", "parataxis") and not is_restrictive(child)
        if not aside and (child.dep_ != "punct" or child.i < token.i):
            yield from whole_phrase(child)


def is_restrictive(clause: Token) -> bool:
    """Whether a clause restricts what it modifies: "if talks fail", "anyone who had a boat"."""
    if clause.dep_ == "relcl":
        return clause.left_edge.i > 0 and not clause.left_edge.nbor(-1).is_punct
    return clause.dep_ == "advcl" and has_mark(clause, _LIMITS)


def is_separate_sentence(clause: Token) -> bool:
    """Whether a clause before the verb is a sentence of its own: "A; B posited that C"."""
    if clause.dep_ != "ccomp" or clause.i > clause.head.i or not is_free(clause):
        return False
    return clause.head.lemma_ not in event_types.SAYING_VERBS or any(
        t.text == ";" for t in clause.doc[clause.i : clause.head.i]
    )


def is_negative_quantifier(head: Token) -> bool:
    """Whether the phrase is a negative quantifier.

    Examples: "nobody", "no one", "none of them", "neither", "no witness".
    """
    none = head.lower_ in hedges.NOBODY | {"neither"} or (
        head.lower_ == "one" and head.i > 0 and head.nbor(-1).lower_ == "no"
    )
    return none or any(c.lower_ in hedges.NO and c.dep_ in ("det", "neg") for c in head.children)
