"""The antecedents of phrases: full names, descriptions of roles, and pronouns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.analysis import noun_phrases, syntax
from seriatim.coref import names, phrases
from seriatim.coref.name_index import NameIndex
from seriatim.coref.names import Name
from seriatim.coref.narrator import Narration
from seriatim.coref.phrases import ROLES, Gender, Referent
from seriatim.lang import roles
from seriatim.model import MentionKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from seriatim.analysis import Analysis

_NOBODY = frozenset({"another", "any", "no", "every", "each"})
_SOME = _NOBODY | frozenset({"some", "many", "few"})
_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class PriorMention:
    """A mention that may be an antecedent: its place in the passage and its referent."""

    sentence: int
    token: int
    subject: bool
    who: Referent


class AntecedentResolver:
    """The referents of the phrases of one document, in the order of its words."""

    def __init__(
        self,
        name_index: NameIndex,
        found: Sequence[Sequence[Name]],
        analyses: Sequence[Analysis],
        speaker: Callable[[Span], str | None],
    ) -> None:
        """Index the names of each analysis and note the roles that appositions give.

        ``found`` are the names of each analysis; ``speaker`` returns the speaker of a span, if any.
        """
        self._name_index = name_index
        self._names = found
        self._analyses = analyses
        self._speaker = speaker
        self._active: dict[str, bool] = {}
        for names_here, analysis in zip(found, analyses, strict=True):
            phrases.note_appositive_roles(name_index, names_here, analysis)
        self._sentences = [{t.i: n for n, s in enumerate(a.doc.sents) for t in s} for a in analyses]
        self._spoken = [self._in_passage(i) for i in range(len(analyses))]
        self._own_organization = self._find_own_organization()
        self._narration = Narration(analyses)
        self._told: dict[tuple[int, Gender], list[PriorMention]] = {}
        self._read_to: dict[tuple[int, Gender], int] = {}

    def resolve(self, index: int, token: Token, *, direct: bool) -> list[Referent]:
        """The referents of the phrase with head ``token`` in the analysis at ``index``.

        Empty where it refers to nobody in particular.
        """
        if (
            token.pos_ == "PRON"
            or token.lower_ in roles.PERSONAL_PRONOUNS
            or token.lower_ in ("latter", "former")
        ):
            return self._pronoun(index, token)
        named = names.at(self._names[index], token.i)
        if (
            named is not None
            and named.is_office
            and token.dep_ in ("conj", "appos")
            and token.head.ent_type_ == "PERSON"
        ):
            return []  # the office of the person named before
        if named is not None and not named.is_office:
            together = names.run_together(self._names[index], named)
            return [self._someone(n, token) for n in together] if self._may_act(named) else []
        return (
            self._described(index, token, direct=direct)
            if token.pos_ in ("NOUN", "PROPN", "ADJ")
            else []
        )

    def _may_act(self, named: Name) -> bool:
        """Whether a name can be a participant; products, works and places cannot."""
        kind = self._name_index.kind(named.text)
        if named.label in ("EVENT", "WORK_OF_ART", "LAW", "FAC", "LOC"):
            return kind == "person"
        if named.words[-1].lower() in roles.NO_PARTICIPANTS:
            return False
        if named.words[-1][:1].isdigit():  # a release does nothing; a handle ("Herald 2.0") does
            return self._acts(named.text)
        return True

    def _acts(self, text: str) -> bool:
        """Whether a name is anywhere the subject of an active verb, as persons and bodies are."""
        if text not in self._active:
            self._active[text] = self._is_subject_somewhere(text)
        return self._active[text]

    def _is_subject_somewhere(self, text: str) -> bool:
        for found, analysis in zip(self._names, self._analyses, strict=True):
            for name in found:
                head = analysis.doc[name.start : name.end].root
                verb = head.head
                if (
                    name.text == text
                    and head.dep_ == "nsubj"
                    and verb.pos_ == "VERB"
                    and syntax.children(verb, "dobj", "ccomp")
                ):
                    return verb.lemma_ not in (
                        "include",
                        "feature",
                        "contain",
                        "require",
                        "have",
                        "support",
                        "show",
                    )
        return False

    def _someone(self, named: Name, token: Token) -> Referent:
        full = self._name_index.full(named.text)
        kind = self._name_index.kind(named.text)
        gender: Gender = "n"
        if token.tag_ == "NNPS" or (named.label == "NORP" and token.tag_ in ("NNS", "NNPS")):
            gender = "p"
        elif kind in ("person", "other", "alias"):
            gender = self._name_index.gender(named.text) if kind == "person" else ""
        return Referent(
            named.start, named.end, full, "organization" if kind == "place" else kind, gender
        )

    # Roles

    def _described(self, index: int, token: Token, *, direct: bool) -> list[Referent]:
        """The referents of a description; those of the names that follow it, where there are any.

        Examples: "the deputy minister", "Acme's lawyers".
        """
        lemma = token.lemma_.lower()
        if (
            lemma not in ROLES
            and token.lower_ not in ROLES
            and not (direct and noun_phrases.is_agentive_noun(token))
        ):
            return []
        if renamed := self._named_behind(index, token):
            return renamed
        if not self._is_particular(index, token, direct=direct):
            return []
        start, end = phrases.bounds(token)
        text = self._text(index, start, end)
        if full := self._short_form(index, token, text):
            return [full]
        kind: MentionKind = "organization" if lemma in roles.BODY_NOUNS else "role"
        return [Referent(start, end, text, kind, phrases.role_gender(token, kind))]

    def _named_behind(self, index: int, token: Token) -> list[Referent]:
        """The names after a role.

        Examples: "his lawyer, Ann Roe", "members: Ann Roe, Jim Doe", "a team including Ann Roe".
        """
        following = (c for first in phrases.after_role(token) for c in syntax.conjuncts(first))
        pairs = ((names.at(self._names[index], child.i), child) for child in following)
        return [
            self._someone(named, child)
            for named, child in pairs
            if named is not None
            and not named.is_office
            and self._name_index.kind(named.text) in ("person", "other")
        ]

    def _short_form(self, index: int, token: Token, text: str) -> Referent | None:
        """The referent of an unambiguous short form, or ``None``.

        Examples: "the commission", "the company", "the president".
        """
        if (
            len(text.split()) > 1
            or token.tag_ in ("NNS", "NNPS")
            or not any(c.lower_ in _DEFINITE for c in token.children)
        ):
            return None
        capital = text[:1].upper() + text[1:]
        full = self._name_index.full(capital)
        if full == capital:
            full = (
                self._name_index.bearer(text.lower())
                or self._name_index.organization_with(text.lower())
                or ""
            )
        if full:
            kind = self._name_index.kind(full)
            return Referent(
                token.i,
                token.i + 1,
                full,
                kind,
                self._name_index.gender(full) if kind == "person" else "n",
            )
        best = self._clearest(index, token, "n") if text.lower() in roles.FIRM_NOUNS else []
        if best and best[0].name in self._name_index.entries:
            return Referent(token.i, token.i + 1, best[0].name, best[0].kind, "n")
        return None

    def _is_particular(self, index: int, token: Token, *, direct: bool) -> bool:
        determiners = {c.lower_ for c in token.children if c.dep_ in ("det", "predet")}
        owners = syntax.children(token, "poss")
        if token.lemma_.lower() in roles.BODY_NOUNS and any(o.tag_ == "PRP$" for o in owners):
            return False  # "its rail division": part of an organization that was named already
        modifiers = syntax.children(token, "compound", "poss", "nmod")
        if any(names.at(self._names[index], c.i) for c in modifiers):
            return not determiners & _NOBODY
        if token.lemma_.lower() in roles.PLACE_BODIES and not direct:
            return False
        if direct:
            modified = {c.lower_ for c in syntax.children(token, "amod")}
            return _SOME.isdisjoint(determiners | modified)
        return bool(
            determiners & _DEFINITE or owners or (token.pos_ == "PROPN" and not determiners)
        )

    def _text(self, index: int, start: int, end: int) -> str:
        doc = self._analyses[index].doc
        first = doc[start]
        if first.tag_ != "PRP$":
            text = doc[start:end].text
            return text[:1].lower() + text[1:] if first.dep_ == "nummod" else text
        owner = self._pronoun(index, first)
        rest = doc[start + 1 : end].text
        return f"{phrases.short_name(owner[0])}'s {rest}" if owner else rest

    # Pronouns

    def _in_passage(self, index: int) -> list[PriorMention]:
        spoken = []
        for token in self._analyses[index].doc:
            if token.pos_ == "PRON" or token.dep_ in ("compound", "amod", "det", "punct", "nummod"):
                continue
            named = names.at(self._names[index], token.i)
            if named is not None and not named.is_office:
                if (
                    named.start <= token.head.i < named.end and token.head.i != token.i
                ) or not self._may_act(named):
                    continue
                who: Referent | None = self._someone(named, token)
            else:
                who = self._plainly(index, token)
            if who is not None:
                spoken.append(
                    PriorMention(
                        self._sentences[index][token.i], token.i, phrases.is_subject(token), who
                    )
                )
        return spoken

    def _plainly(self, index: int, token: Token) -> Referent | None:
        """The referent of a role that needs no other phrase to be resolved, or ``None``."""
        if (
            token.lemma_.lower() not in ROLES
            or any(c.tag_ == "PRP$" for c in token.children)
            or self._named_behind(index, token)
        ):
            return None
        if token.pos_ not in ("NOUN", "PROPN") or not self._is_particular(
            index, token, direct=True
        ):
            return None
        start, end = phrases.bounds(token)
        text = self._analyses[index].doc[start:end].text
        bearer = (
            self._name_index.bearer(text.lower())
            if any(c.lower_ in _DEFINITE for c in token.children)
            else None
        )
        if bearer:
            return Referent(token.i, token.i + 1, bearer, "person", self._name_index.gender(bearer))
        kind: MentionKind = "role" if token.lemma_.lower() in roles.PERSON_NOUNS else "organization"
        return Referent(start, end, text, kind, phrases.role_gender(token, kind))

    def _pronoun(self, index: int, token: Token) -> list[Referent]:
        word = token.lower_
        if word in ("it", "they", "them") and not phrases.may_be_organization(token):
            return [] if word == "it" else self._plural(index, token, bodies=False)
        for gender, words in _SAME_PERSON.items():
            if gender != "p" and word in words:
                return self._clearest(index, token, gender)
        if word in roles.PLURAL_PRONOUNS:
            return self._plural(index, token)
        if word in roles.FIRST_SINGULAR | roles.FIRST_PLURAL:
            return self._first_person(index, token)
        if word in roles.SECOND_PERSON:
            return self._second_person(index, token)
        if word in ("latter", "former"):
            return self._of_two(index, token)
        if word in ("who", "which", "that") and (head := syntax.antecedent(token)).i != token.i:
            return self.resolve(index, head, direct=True)
        return []

    def _clearest(self, index: int, token: Token, gender: Gender) -> list[Referent]:
        best = self._ranked(index, token, gender)
        return [best.who] if best else []

    def _ranked(self, index: int, token: Token, gender: Gender) -> PriorMention | None:
        """The antecedent of a pronoun, by salience.

        Subject of a clause above, subject before it in the sentence, of the sentence before, any
        other name of the sentence, then of those before; nobody who is object or subject of the
        pronoun's own verb.
        """
        if above := self._above(index, token, gender):
            return above
        if token.tag_ == "PRP$" and gender == "n" and self._is_things(index, token):
            return None
        fitting = self._fitting(index, token, gender)
        sentence = self._sentences[index][token.i]
        here = [p for p in fitting if p.sentence == sentence]
        before = [p for p in fitting if p.sentence == sentence - 1]
        earlier = [p for p in fitting if p.sentence < sentence - 1]
        earlier = earlier or self._in_passages_before(index, gender)
        groups = _by_salience(token, here, before, earlier)
        return next((group[0] for group in groups if group), None)

    def _in_passages_before(self, index: int, gender: Gender) -> list[PriorMention]:
        """The mentions in the two passages before that a pronoun of this gender can refer to."""
        return [
            p
            for i in range(max(0, index - 2), index)
            for p in self._mentioned(i, len(self._analyses[i].doc), gender)
            if phrases.fits(p.who, gender)
        ]

    def _fitting(self, index: int, token: Token, gender: Gender) -> list[PriorMention]:
        """The mentions before a pronoun that it can refer to.

        What somebody says of "him" is not about the speaker.
        """
        analysis = self._analyses[index]
        speaker = self._speaker(analysis.span(token)) if gender in ("m", "f") else None
        own = self._name_index.full(speaker) if speaker else None
        fitting = [
            p
            for p in self._mentioned(index, token.i, gender)
            if phrases.fits(p.who, gender)
            and not phrases.shares_verb(token, analysis.doc[p.token])
            and not (own == p.who.name and _is_quoted(token))
        ]
        # A name of unknown gender is far more often a man's.
        women = [p for p in fitting if p.who.gender == "f"] if gender == "f" else []
        return women or fitting

    def _mentioned(self, index: int, end: int, gender: Gender) -> list[PriorMention]:
        """The mentions of a passage before token ``end``, pronouns of one person among them."""
        known = [p for p in self._spoken[index] if p.token < end]
        if gender not in ("m", "f"):
            return known
        key = (index, gender)
        told = self._told.setdefault(key, [])
        for token in self._analyses[index].doc[self._read_to.get(key, 0) : end]:
            self._read_to[key] = token.i + 1
            if token.lower_ not in _SAME_PERSON[gender]:
                continue
            if (best := self._ranked(index, token, gender)) is not None:
                who, sentence = best.who, self._sentences[index][token.i]
                told.append(PriorMention(sentence, token.i, phrases.is_subject(token), who))
        return sorted((*known, *(p for p in told if p.token < end)), key=lambda p: p.token)

    def _is_things(self, index: int, token: Token) -> bool:
        """Whether "its" refers to the subject, a thing: "the ferry made its last crossing"."""
        verb = syntax.clause_verb(token)
        subject = syntax.subject(verb) if verb is not None else None
        return (
            subject is not None
            and subject.pos_ == "NOUN"
            and not any(p.token == subject.i for p in self._spoken[index])
        )

    def _above(self, index: int, token: Token, gender: Gender) -> PriorMention | None:
        """The subject of a clause above the pronoun's own ("Roe says he met"), or ``None``.

        For "his", that of its own clause, too.
        """
        own = syntax.clause_verb(token.head if token.tag_ != "PRP$" else token)
        if own is None:
            return None
        for subject in _subjects_above(own, token):
            if subject.pos_ == "PRON" and subject.lower_ not in ("who", "which", "that"):
                if _may_be_same(subject, token, gender):
                    return self._ranked(index, subject, gender)
                continue
            for spoken in self._spoken[index]:
                if spoken.token == subject.i and phrases.fits(spoken.who, gender):
                    return spoken
        return None

    def _plural(self, index: int, token: Token, *, bodies: bool = True) -> list[Referent]:
        """The referent of a plural role, or the persons that the sentence before conjoins."""
        sentence = self._sentences[index][token.i]
        joined = [
            p
            for p in self._spoken[index]
            if p.sentence in (sentence - 1, sentence)
            and p.token < token.i
            and p.who.kind in ("person", "role")
        ]
        last = max((p.sentence for p in joined), default=-1)
        persons = list({p.who.name: p.who for p in joined if p.sentence == last}.values())
        best = self._ranked(index, token, "p")
        if best is not None and best not in self._spoken[index] and joined:
            best = None
        if best is not None and best.who.gender == "n" and not bodies:
            best = None
        if best is not None and (best.sentence >= last or len(persons) < 2 or best.subject):
            return [best.who]
        return persons if len(persons) > 1 else []

    def _of_two(self, index: int, token: Token) -> list[Referent]:
        """The latter, or the former, of the referents at the end of the sentence before."""
        sentence = self._sentences[index][token.i]
        before = [p for p in self._spoken[index] if p.sentence == sentence - 1]
        if not before:
            return []
        return [
            before[-1].who
            if token.lower_ == "latter"
            else before[-2 if len(before) > 1 else -1].who
        ]

    def _first_person(self, index: int, token: Token) -> list[Referent]:
        """The speaker: of a quotation its source, of a passage its author.

        In the plural, the organization that the document speaks for.
        """
        analysis = self._analyses[index]
        name = self._speaker(analysis.span(token)) or analysis.passage.author
        if name is None and token.lower_ in roles.FIRST_PLURAL:
            name = self._own_organization
        name = name or self._narration.first(index)
        if name == roles.NARRATOR and token.lower_ in roles.FIRST_PLURAL:
            return []
        return [] if name is None else [self._speaking(token, name)]

    def _second_person(self, index: int, token: Token) -> list[Referent]:
        """The witness whom an examination addresses."""
        name = self._narration.second(index)
        return [] if name is None else [self._speaking(token, name)]

    def _speaking(self, token: Token, name: str) -> Referent:
        if name == roles.NARRATOR:
            return Referent(token.i, token.i + 1, name, "role")
        full = self._name_index.full(name)
        kind = self._name_index.kind(full) if full in self._name_index.entries else "person"
        return Referent(token.i, token.i + 1, full, kind, self._name_index.gender(full))

    def _sentences_with_we(self, index: int, analysis: Analysis) -> set[int]:
        """The sentences with a first person plural outside what others say."""
        return {
            self._sentences[index][t.i]
            for t in analysis.doc
            if t.lower_ in roles.FIRST_PLURAL and not self._speaker(analysis.span(t))
        }

    def _find_own_organization(self) -> str | None:
        """The organization whose document this is, or ``None``.

        It is the subject in sentences with "we", and is named more often than any other.
        """
        counts: Counter[str] = Counter()
        ours: Counter[str] = Counter()
        for index, analysis in enumerate(self._analyses):
            mine = self._sentences_with_we(index, analysis)
            bodies = [p for p in self._spoken[index] if p.who.kind == "organization"]
            counts.update(p.who.name for p in bodies)
            ours.update(p.who.name for p in bodies if p.subject and p.sentence in mine)
        best = max(ours, key=lambda n: (counts[n], n), default=None)
        return best if best is not None and counts[best] == max(counts.values()) else None


def _by_salience(
    token: Token,
    here: list[PriorMention],
    before: list[PriorMention],
    earlier: list[PriorMention],
) -> tuple[list[PriorMention], ...]:
    """Mentions of a pronoun's sentence, of the one before and of those before that, best first."""
    subjects = ([p for p in here if p.subject][-1:], [p for p in before if p.subject][:1])
    if phrases.is_subject(token) or token.tag_ == "PRP$":
        ranks = (*subjects, here[-1:])
    else:
        ranks = (here[-1:], *subjects)
    return (*ranks, before[-1:], [p for p in earlier if p.subject][-1:], earlier[-1:])


def _subjects_above(own: Token, token: Token) -> list[Token]:
    """The subjects before a pronoun in the clauses above its own; for "his", in its own too."""
    verbs = (*([own] if token.tag_ == "PRP$" else []), *syntax.ancestors_of(own))
    subjects = [syntax.subject(v) for v in verbs if v.pos_ in ("VERB", "AUX")]
    return [s for s in subjects if s is not None and s.i < token.i]


def _may_be_same(one: Token, other: Token, gender: Gender) -> bool:
    """Whether two pronouns are forms of the same one: "he" and "his"."""
    forms = {one.lower_, other.lower_}
    return len(forms) == 1 or forms <= _SAME_PERSON.get(gender, frozenset())


def _is_quoted(token: Token) -> bool:
    """Whether a word stands between quotation marks."""
    marks = [t.text for t in token.doc[: token.i] if t.text in _QUOTES]
    return bool(marks) and (marks[-1] in ("“", "``") or len(marks) % 2 == 1)


_SAME_PERSON: dict[Gender, frozenset[str]] = {
    "m": roles.MALE_PRONOUNS,
    "f": roles.FEMALE_PRONOUNS,
    "n": roles.NEUTER_PRONOUNS,
    "p": roles.PLURAL_PRONOUNS,
}
