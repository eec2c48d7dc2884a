"""The candidates for event triggers of a passage, and the features that the trigger model weighs.

A candidate is any verb, and any noun that names an event or is formed as nouns of action are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.events import veridicality
from seriatim.lang import event_types as words
from seriatim.lang import hedges, reporting

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from seriatim.analysis.event_mentions import EventMention, PassageStyle
    from seriatim.analysis.timex_links import TimexAttachment

_NO_TRIGGER = frozenset({"aux", "auxpass", "punct", "case", "mark", "det"})
_NAMED = frozenset({"PERSON", "ORG", "GPE"})
_QUOTES = frozenset({'"', "“", "”", "``", "''"})

_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "NNP", "JJ", "IN")
_LABELS = (
    "ROOT",
    "conj",
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "relcl",
    "pcomp",
    "parataxis",
    "amod",
    "acomp",
    "compound",
    "prep",
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "attr",
    "appos",
    "dep",
    "oprd",
)
_OWN_CHILDREN = (
    "nsubj",
    "nsubjpass",
    "dobj",
    "ccomp",
    "xcomp",
    "advcl",
    "prep",
    "agent",
    "prt",
    "neg",
    "aux",
    "auxpass",
    "mark",
    "poss",
    "det",
    "attr",
    "acomp",
    "advmod",
    "npadvmod",
    "amod",
    "conj",
    "relcl",
    "acl",
    "compound",
    "nummod",
)
_TENSES = ("past", "present", "perfect", "pluperfect", "future", "modal", "none")
_AUXILIARIES = ("be", "have", "do", "will", "would", "can", "could", "may", "might", "to")
_KINDS = tuple(words.KIND_VERBS)
_NOUN_KINDS = tuple(words.KIND_NOUNS)
_PREPOSITIONS = ("of", "by", "from", "after", "before", "during", "for", "in", "to", "with", "at")
_LEXICON: tuple[frozenset[str], ...] = (
    words.STATIVE_VERBS,
    words.WEAKLY_STATIVE_VERBS,
    words.STATIVE_UNLESS_AGENT,
    words.TRANSITIVE_EVENTS,
    words.PSYCH_VERBS,
    words.SAYING_VERBS,
    words.SPEECH_ACTS,
    words.TESTIMONY_VERBS,
    words.NAMING_VERBS,
    words.LIGHT_VERBS,
    words.OCCURRENCE_VERBS,
    words.ASPECT_VERBS,
    words.ATTEMPT_VERBS,
    words.SET_VERBS,
    words.BRINGING_ABOUT,
    words.PERCEIVING,
    words.DEED_NOUNS,
    words.DOCUMENT_NOUNS,
    words.DONE_TO,
    frozenset(hedges.PLANS),
    frozenset(reporting.SAYING),
    frozenset(reporting.THINKING),
    frozenset(reporting.ASKING),
)
_ENTITIES = ("PERSON", "ORG", "GPE", "NORP", "DATE", "CARDINAL")


def is_candidate(token: Token, attached: TimexAttachment) -> bool:
    """Whether a word can be the trigger of an event."""
    if token.i in attached.timed or token.dep_ in _NO_TRIGGER or len(token) < 3:
        return False
    if token.pos_ in ("VERB", "AUX"):
        return token.pos_ == "VERB" or token.dep_ in ("ROOT", "conj", "ccomp")
    if token.pos_ == "ADJ":
        return token.tag_ in ("VBN", "VBG") or token.lower_.endswith(("ed", "ing"))
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    lemma = token.lemma_.lower()
    if lemma in words.KIND_OF_NOUN or lemma in words.KIND_OF_VERB:
        return token.ent_type_ not in _NAMED
    return token.pos_ == "NOUN" and lemma.endswith(words.ACTION_SUFFIXES)


class Features:
    """The features of the candidates of one passage."""

    def __init__(
        self,
        doc: Doc,
        attached: TimexAttachment,
        style: PassageStyle,
        found: Mapping[int, EventMention],
    ) -> None:
        self._doc = doc
        self._attached = attached
        self._style = style
        self._found = found
        self._within = {t.i: p for p in found.values() for t in p.chain}
        self._dated = sorted({i for i, links in attached.dated.items() if links})
        self._times = sorted(attached.timed)
        self._quoted = _quoted(doc)
        self._lemmas: dict[str, int] = {}
        for token in doc:
            self._lemmas.setdefault(token.lemma_.lower(), token.i)

    def row(self, token: Token) -> list[float]:
        """The features of a candidate."""
        return [
            *self._of_rules(token),
            *self._of_word(token),
            *self._of_syntax(token),
            *self._of_head(token),
            *self._of_passage(token),
        ]

    def _of_rules(self, token: Token) -> Iterator[float]:
        own, other = self._found.get(token.i), self._within.get(token.i)
        yield own is not None and own.listed
        yield own is not None and not own.listed
        yield own is not None and own.planned
        yield own is not None and own.report is not None
        yield other is not None and other is not own
        yield len(other.chain) if other is not None else 0
        verb = token.pos_ in ("VERB", "AUX")
        yield verb and veridicality.is_hypothetical(token)
        yield verb and veridicality.is_habitual(token)
        yield verb and veridicality.only_identifies_referent(token, has_date=False)
        yield veridicality.is_question(token)
        head = next((a for a in syntax.ancestors_of(token) if a.i in self._found), None)
        yield head is not None
        yield head is not None and head.is_ancestor(token) and head.i == token.head.i

    @staticmethod
    def _of_word(token: Token) -> Iterator[float]:
        lemma = token.lemma_.lower()
        tag, kind, named = token.tag_, words.KIND_OF_VERB.get(lemma), words.KIND_OF_NOUN.get(lemma)
        yield from (tag == t for t in _TAGS)
        yield from (kind == k for k in _KINDS)
        yield from (named == k for k in _NOUN_KINDS)
        yield from (lemma in known for known in _LEXICON)
        yield token.pos_ == "VERB"
        yield token.pos_ == "NOUN"
        yield token.pos_ == "ADJ"
        yield token.ent_type_ != ""
        yield lemma.endswith("tion")
        yield lemma.endswith("ment")
        yield lemma.endswith("ing")
        yield lemma == "be"
        yield lemma == "have"
        yield token.text[0].isupper()
        yield len(token)

    def _of_syntax(self, token: Token) -> Iterator[float]:
        children = list(token.children)
        labels = {c.dep_ for c in children}
        verb = token.pos_ in ("VERB", "AUX")
        tense = syntax.tense(token) if verb else ""
        yield from (token.dep_ == name for name in _LABELS)
        yield from (name in labels for name in _OWN_CHILDREN)
        yield from (tense == t for t in _TENSES)
        helpers = {a.lemma_.lower() for a in syntax.auxiliaries(token)} if verb else set()
        yield from (a in helpers for a in _AUXILIARIES)
        yield verb and syntax.is_passive(token)
        yield verb and syntax.is_negated(token)
        lower = {c.lower_ for c in children if c.dep_ in ("prep", "agent", "prt", "mark")}
        yield from (p in lower for p in _PREPOSITIONS)
        subject = syntax.subject(token) if verb else None
        yield from self._of_participant(subject)
        thing = next((c for c in children if c.dep_ in ("dobj", "nsubjpass", "pobj")), None)
        yield from self._of_participant(thing)
        yield len(children)
        yield token.right_edge.i - token.left_edge.i
        determiner = next((c.lower_ for c in children if c.dep_ == "det"), "")
        yield determiner in ("the", "this", "that")
        yield determiner in ("a", "an")
        yield determiner in ("no", "any")
        yield any(c.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") for c in children)

    @staticmethod
    def _of_participant(token: Token | None) -> Iterator[float]:
        yield token is None
        kind = "" if token is None else token.ent_type_
        yield from (kind == e for e in _ENTITIES)
        yield token is not None and token.pos_ == "PRON"
        yield token is not None and token.pos_ == "PROPN"
        yield token is not None and token.lower_ in ("it", "this", "that", "which", "there")
        yield token is not None and token.lower_ in ("i", "we", "he", "she", "they", "who")
        yield token is not None and token.lemma_.lower() in words.KIND_OF_NOUN
        yield token is not None and token.tag_ == "NNS"

    def _of_head(self, token: Token) -> Iterator[float]:
        head = token.head
        lemma = head.lemma_.lower()
        yield head.pos_ == "VERB"
        yield head.pos_ == "AUX"
        yield head.pos_ == "NOUN"
        yield head.pos_ == "ADP"
        yield head.i in self._found
        yield head.i > token.i
        yield abs(head.i - token.i)
        yield from (lemma in known for known in _LEXICON)
        yield from (lemma == p for p in _PREPOSITIONS)
        yield from (head.dep_ == name for name in _LABELS)
        over = syntax.clause_verb(head)
        tense = syntax.tense(over) if over is not None else ""
        yield from (tense == t for t in _TENSES)
        yield over is not None and over.i in self._found
        yield over is not None and over.lemma_.lower() in words.STATIVE_VERBS
        yield over is not None and over.lemma_ in words.SAYING_VERBS
        yield sum(1 for _ in syntax.ancestors_of(token))

    def _of_passage(self, token: Token) -> Iterator[float]:
        i, sentence = token.i, token.sent
        yield bool(self._attached.dated.get(i))
        yield any(token.left_edge.i <= d <= token.right_edge.i for d in self._dated)
        yield _nearest(self._times, i)
        yield any(sentence.start <= t < sentence.end for t in self._times)
        yield self._attached.lead is not None
        yield self._style.heading
        yield self._style.narrative
        yield self._style.opens_with_date
        yield i in self._quoted
        yield self._lemmas[token.lemma_.lower()] < i
        yield i - sentence.start
        yield len(sentence)
        yield i / len(self._doc)
        yield len(self._doc)
        before = self._doc[i - 1].text if i else ""
        after = self._doc[i + 1].text if i + 1 < len(self._doc) else ""
        yield before == ","
        yield after in (",", ".", ";")
        near = [p for p in self._found if sentence.start <= p < sentence.end and p != i]
        yield len(near)
        yield min((abs(p - i) for p in near), default=99)
        yield sum(t.lower_ in ("i", "we", "my", "our") for t in sentence)
        yield sum(t.tag_ == "VBD" for t in sentence)
        yield sum(t.tag_ in ("VBZ", "VBP", "MD") for t in sentence)


def _nearest(places: Collection[int], i: int) -> int:
    return min((abs(p - i) for p in places), default=99)


def _quoted(doc: Doc) -> frozenset[int]:
    """The tokens between quotation marks."""
    within, found = False, set()
    for token in doc:
        if token.text in _QUOTES:
            within = not within if token.text in ('"', "''", "``") else token.text == "“"
        elif within:
            found.add(token.i)
    return frozenset(found)
