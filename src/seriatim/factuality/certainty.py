"""The factuality of a predicate: polarity, certainty, hedges and whether it is planned.

Polarity and certainty follow FactBank and are those of the innermost source: "X denied meeting Y"
is a meeting with polarity ``-``; that X says so is in the claim's sources. Scope is that of the
parse: a hedge applies to the predicate that it modifies or governs, not to its neighbours.

Polarity and certainty follow FactBank and are those of whoever speaks last before the words: "X
denied meeting Y" is a meeting with polarity ``-``; that X says so is told by the claim's sources.
Scope is that of the parse: a hedge counts for the predicate that it hangs on or stands above, not
for its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.analysis import syntax
from seriatim.lang import hedges as words
from seriatim.model import Certainty, Polarity, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from seriatim.analysis import Analysis

_WEAKER: tuple[Certainty, ...] = ("certain", "probable", "possible")
_COMPLEMENTS = {
    "ccomp",
    "xcomp",
    "pcomp",
    "acl",
    "oprd",
    "dobj",
    "pobj",
    "prep",
    "attr",
    "nsubjpass",
    "csubj",
    "csubjpass",
}
_CLAUSES = {"ccomp", "xcomp", "relcl", "advcl", "acl", "pcomp", "conj", "parataxis", "csubj"}


@dataclass(frozen=True, slots=True)
class Factuality:
    """The factuality of a predicate: its hedges in spans of the document, and ``limits``.

    ``limits`` are all the words that hedge it, negate it or make it a plan.
    """

    hedges: tuple[Span, ...] = ()
    polarity: Polarity = "+"
    certainty: Certainty = "certain"
    planned: bool = False
    limits: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class _Limit:
    """A word or run of words that qualifies a predicate, and its effect."""

    words: tuple[Token, ...] = ()
    certainty: Certainty = "certain"
    negates: bool = False
    planned: bool = False
    is_hedge: bool = True


def assess(analysis: Analysis, predicate: Token | Sequence[Token]) -> Factuality:
    """The factuality of a predicate.

    ``predicate``: its token, or its tokens in order, the head of its arguments last.
    """
    tokens = list(predicate) if isinstance(predicate, Sequence) else [predicate]
    limits = [*_own(tokens), *_above(tokens)]
    marked = sorted(
        {
            (limit.words[0].i, limit.words[-1].i)
            for limit in limits
            if limit.words and limit.is_hedge and not limit.negates
        }
    )
    spans = tuple(analysis.span(analysis.doc[a : b + 1]) for a, b in marked)
    certainty: Certainty = max(
        (limit.certainty for limit in limits), key=_WEAKER.index, default="certain"
    )
    denied = sum(limit.negates for limit in limits) % 2 == 1
    said = tuple(word for limit in limits for word in limit.words)
    return Factuality(
        spans, "-" if denied else "+", certainty, any(limit.planned for limit in limits), said
    )


def _own(tokens: Sequence[Token]) -> Iterator[_Limit]:
    """The qualifications that modify the predicate itself."""
    head = tokens[-1]
    yield from _adverbs(head)
    yield from _adjectives(head)
    yield from _modals(head)
    yield from _negations(head)
    yield from bounds(_arguments(head))
    yield from _told_aside(tokens)
    if head.lemma_ in words.NOT_DONE and syntax.children(head, "xcomp"):
        yield _Limit((head,), negates=True)


def _told_aside(tokens: Sequence[Token]) -> Iterator[_Limit]:
    """The qualification of a parenthetical report: "the abbot, it was reported, had fled"."""
    for token in tokens:
        for aside in syntax.children(token, "parataxis", "ccomp"):
            impersonal = any(
                s.lower_ == "it" for s in syntax.children(aside, "nsubjpass")
            ) and not syntax.children(aside, "ccomp", "xcomp")
            if impersonal and syntax.is_passive(aside) and aside.lemma_ not in words.DENIALS:
                yield from _from(aside, words.PASSIVE_GOVERNORS)
                yield from _from(aside, words.GOVERNORS)


def _arguments(head: Token) -> list[Token]:
    """The words of the predicate and its arguments: its subtree up to the next clause."""
    found, queue = [head], list(head.children)
    while queue:
        token = queue.pop(0)
        if token.dep_ in _CLAUSES and not (
            token.dep_ == "conj" and token.pos_ not in ("VERB", "AUX")
        ):
            continue
        found.append(token)
        queue.extend(token.children)
    return sorted(found, key=lambda t: t.i)


def _adverbs(head: Token) -> Iterator[_Limit]:
    """The hedging adverbs of the predicate, or of the verb whose subject it shares."""
    shared = (
        [c for c in head.head.children if c.i < head.head.i]
        if head.dep_ == "conj" and not syntax.children(head, *syntax.SUBJECTS)
        else []
    )
    for token in (*_arguments(head), *shared):
        if token.pos_ == "ADV" or token.dep_ == "advmod":
            yield from _by_adverb(token)
        if token.lower_ in words.SHORT_OF and token.head == head and head.pos_ == "VERB":
            yield _Limit((token,))


def _by_adverb(token: Token) -> Iterator[_Limit]:
    """The effect of an adverb, unless it only makes an amount of time or length less exact."""
    for certainty, adverbs in words.ADVERBS.items():
        if token.lower_ in adverbs and not _is_measure(token.doc[token.i + 1 :]):
            yield _Limit((token,), _certainty(certainty))


def _adjectives(head: Token) -> Iterator[_Limit]:
    for token in syntax.children(head, "amod"):
        yield from _from(token, words.ADJECTIVES)


def _modals(head: Token) -> Iterator[_Limit]:
    for auxiliary in syntax.auxiliaries(head):
        if auxiliary.lower_ in words.FUTURE and not _is_refusal_or_perfect(auxiliary, head):
            yield _Limit(planned=True)
        for certainty, modals in words.MODALS.items():
            if auxiliary.lower_ in modals and not syntax.is_negated(head):
                yield _Limit((auxiliary,), _certainty(certainty))
        if auxiliary.lower_ in words.CONCLUDING and any(
            a.lower_ == "have" for a in syntax.auxiliaries(head)
        ):
            yield _Limit((auxiliary,), "probable")
    if syntax.has_mark(head, words.CONDITIONS):
        yield _Limit(certainty="possible")


def _is_refusal_or_perfect(auxiliary: Token, head: Token) -> bool:
    """Whether an auxiliary is the "would" of "would not go", or the "'d" of "they'd gone"."""
    if auxiliary.lower_ == "'d" and head.tag_ == "VBN":
        return True
    main = head.dep_ in ("ROOT", "conj")
    return auxiliary.lower_ == "would" and main and syntax.is_negated(head)


def _negations(head: Token) -> Iterator[_Limit]:
    """Negation: "not", "never", "no": on the predicate, its auxiliaries, its subject or object."""
    own = [c for c in head.children if c.dep_ == "neg" or c.lower_ in words.NOT]
    yield from (_Limit((c,), negates=True) for c in own[:1] if not _is_not_only(c))
    if not own and _shares_negation(head):
        yield _Limit(negates=True)
    for part in syntax.children(head, "nsubj", "nsubjpass", "dobj", "attr"):
        no_one = part.lower_ == "one" and part.i and part.nbor(-1).lower_ == "no"
        if _has_no(part) or part.lower_ in words.NOBODY or no_one:
            yield _Limit((part,), negates=True)
            return
    if head.pos_ == "NOUN" and _has_no(head):
        yield _Limit((head,), negates=True)


def _has_no(noun: Token) -> bool:
    """Whether the determiner of a noun is negative: "no letter"."""
    return any(c.lower_ in words.NO and c.dep_ in ("det", "neg") for c in noun.children)


def _is_not_only(negation: Token) -> bool:
    after = negation.nbor(1).lower_ if negation.i + 1 < len(negation.doc) else ""
    return after in ("only", "just", "merely", "least")


def _shares_negation(head: Token) -> bool:
    """Whether "not" before a verb has scope over the next one: "did not meet or call"."""
    first = head.head
    if (
        head.dep_ != "conj"
        or syntax.children(head, "aux", *syntax.SUBJECTS)
        or head.tag_ != first.tag_
    ):
        return False
    joined = any(c.lower_ in ("or", "nor") for c in first.children) or head.tag_ == "VB"
    return joined and syntax.is_negated(first)


def bounds(tokens: Iterable[Token]) -> Iterator[_Limit]:
    """The words that bound a number among the tokens: "at least nine", "more than eighty"."""
    own = list(tokens)
    present = {t.i for t in own}
    taken: set[int] = set()
    for token in own:
        phrase = next((p for p, _ in words.BOUNDS if _stands(token, p)), None)
        if phrase is None or token.i in taken or (len(phrase) == 1 and _is_preposition(token)):
            continue
        run = tuple(token.doc[token.i : token.i + len(phrase)])
        if (
            run[-1].i + 1 < len(token.doc)
            and _is_amount(token.doc[run[-1].i + 1], present)
            and not _is_clock_time(run)
            and {t.i for t in run} <= present
        ):
            taken |= {t.i for t in run}
            yield _Limit(run)


def _is_preposition(token: Token) -> bool:
    """Whether a word is a preposition of place: "over" before a number at the start is none."""
    number = token.i + 1 < len(token.doc) and token.nbor(1).like_num
    return token.dep_ == "prep" and not (token.is_sent_start and number)


def _stands(token: Token, phrase: Sequence[str]) -> bool:
    return token.i + len(phrase) <= len(token.doc) and all(
        token.doc[token.i + k].lower_ == word for k, word in enumerate(phrase)
    )


def _is_amount(token: Token, present: set[int]) -> bool:
    """Whether an amount of things or money begins here; a time, date or duration does not count."""
    is_number = (
        token.like_num
        or token.pos_ in ("NUM", "SYM")
        or token.lower_ in ("half", "a", "dozens", "hundreds", "thousands", "millions")
    )
    return (
        is_number
        and token.ent_type_ not in ("DATE", "TIME")
        and token.i in present
        and not _is_measure(token.doc[token.i :])
    )


def _is_measure(following: Words) -> bool:
    """Whether an amount of time or length begins here: "a quarter of an hour", "two miles"."""
    amount = False
    for token in following[:7]:
        if amount and (token.lemma_.lower() in words.MEASURES or token.lower_ in words.MEASURES):
            return True
        counts = token.like_num or token.pos_ == "NUM" or token.lower_ in words.WITHIN_MEASURES
        if not counts:
            return False
        amount = True
    return False


def _is_clock_time(bound: Sequence[Token]) -> bool:
    """Whether the number behind "at about" stands alone, as a time of day does."""
    at = bound[0].i > 0 and bound[0].nbor(-1).lower_ == "at"
    number = bound[-1].nbor(1)
    last = number.i + 1 == len(number.doc)
    return at and number.like_num and (last or number.nbor(1).pos_ not in ("NOUN", "NUM", "SYM"))


def _above(tokens: Sequence[Token]) -> Iterator[_Limit]:
    """The qualifications that govern the predicate, as far as its clause is a complement."""
    here, own = tokens[-1], {t.i for t in tokens}
    for _ in range(12):
        head = here.head
        if head == here:
            return
        if here.dep_ == "conj" and here.pos_ in ("VERB", "AUX", "NOUN"):
            here = head
            continue
        if syntax.is_separate_sentence(here):
            return
        if here.dep_ not in _COMPLEMENTS or (
            here.dep_ in ("dobj", "pobj", "prep", "attr", "nsubjpass") and not _carries(here, head)
        ):
            yield from _condition(here)
            return
        # A refusal or an effort is itself the event: only what was left undone is negated.
        done = head.i in own and head.lemma_ not in words.NOT_DONE and not _is_reported(here, head)
        yield from (
            limit
            for limit in _governed(here, head)
            if not (done and (limit.negates or limit.planned))
        )
        here = head


def _carries(here: Token, head: Token) -> bool:
    """Whether an event noun is what its governor is about.

    Examples: "denied the meeting", "held no meeting", "of meeting".
    """
    if here.dep_ == "prep":
        return here.lower_ in ("of", "to", "about", "from", "in") and (
            head.pos_ in ("NOUN", "VERB")
        )
    if here.dep_ == "pobj" or here.pos_ in ("VERB", "AUX"):
        return True
    return head.lemma_.lower() in words.DENIALS | words.LIGHT | words.GOVERNORS["possible"]


def _condition(here: Token) -> Iterator[_Limit]:
    if here.dep_ == "advcl" and syntax.has_mark(here, words.CONDITIONS):
        yield _Limit(certainty="possible")


def _governed(here: Token, head: Token) -> Iterator[_Limit]:
    """The effect of a governor on the clause or noun below it."""
    lemma = head.lemma_.lower()
    if syntax.has_mark(here, words.CONDITIONS):
        yield _Limit(certainty="possible")
    yield from _denied(here, head)
    yield from _held(here, head)
    helpers = {a.lower_ for a in syntax.children(here, "aux")}
    if lemma == "be" and here.dep_ == "xcomp" and "to" in helpers:
        yield _Limit(planned=True)  # "was to have been opened"
    to_do = "to" in helpers and "have" not in helpers and here.dep_ in ("xcomp", "acl", "ccomp")
    supposed = lemma == "suppose" and syntax.is_passive(head)
    if to_do and (lemma in words.PLANS or supposed or (lemma == "go" and head.tag_ == "VBG")):
        yield _Limit(planned=True)
    if (lemma in words.TRANSPARENT and here.dep_ in ("xcomp", "ccomp", "oprd")) or (
        lemma in words.LIGHT and here.pos_ == "NOUN"
    ):
        yield from _passed_on(here, head)


def _denied(here: Token, head: Token) -> Iterator[_Limit]:
    """The negation of the clause or noun below.

    Examples: "denied that", "without", "is not known to have", "does not believe that".
    """
    if _denies(here, head):
        # "did not deny meeting" asserts neither that they met nor that they did not
        yield (
            _Limit((head,), "possible", is_hedge=False)
            if syntax.is_negated(head)
            else _Limit((head,), negates=True)
        )
    if head.pos_ == "ADP" and (
        head.lower_ in words.WITHOUT
        or any(_stands(head.nbor(-1), p) for p in words.INSTEAD if head.i)
    ):
        yield _Limit((head,), negates=True)
    if _is_reported(here, head) or (
        head.lemma_.lower() in words.NEGATED_FOR_THEIR_CONTENT and here.dep_ == "ccomp"
    ):
        yield from (_Limit(limit.words or (head,), negates=True) for limit in _negations(head))


def _held(here: Token, head: Token) -> Iterator[_Limit]:
    """The hedging of the clause or noun below: it is only believed, said or possible."""
    lemma = head.lemma_.lower()
    yield from (
        limit
        for limit in _from(head, words.GOVERNORS)
        if here.dep_ != "dobj" or lemma in words.DENIALS
    )
    if head.pos_ == "VERB" and syntax.is_passive(head) and here.dep_ in ("xcomp", "oprd", "ccomp"):
        yield from _from(head, words.PASSIVE_GOVERNORS)
    if here.dep_ in ("ccomp", "acl", "csubj", "xcomp"):
        yield from (
            limit
            for adjective in syntax.children(head, "acomp", "attr")
            for limit in _from(adjective, words.ADJECTIVES)
        )
    no = next((c for c in head.children if c.lower_ in words.NO and c.dep_ in ("det", "neg")), None)
    if no is not None and here.dep_ == "acl" and lemma in words.EVIDENCE:
        yield _Limit((no, head), "possible")  # neither that it happened nor that it did not
    if head.pos_ == "ADJ":
        yield from _from(head, words.ADJECTIVES)


def _is_reported(here: Token, head: Token) -> bool:
    """Whether the governor only reports or believes its complement.

    Examples: "is not known to have met", "no letter is thought to have come".
    """
    told = (
        words.PASSIVE_GOVERNORS["probable"]
        | words.PASSIVE_GOVERNORS["possible"]
        | words.GOVERNORS["probable"]
    )
    return here.dep_ in ("xcomp", "oprd") and head.lemma_ in told and syntax.is_passive(head)


def _passed_on(here: Token, head: Token) -> Iterator[_Limit]:
    """The qualification of a verb that forms one event with its complement.

    Examples: "did not try to meet", "may have wanted to meet".
    """
    yield from (limit for limit in _negations(head) if limit.words[:1] != (here,))
    if here.dep_ == "xcomp":
        yield from _modals(head)
        yield from _adverbs_of_verb(head)


def _adverbs_of_verb(verb: Token) -> Iterator[_Limit]:
    for token in syntax.children(verb, "advmod"):
        yield from _from(token, words.ADVERBS)


def _denies(here: Token, head: Token) -> bool:
    lemma = head.lemma_.lower()
    if head.pos_ in ("VERB", "AUX") and lemma in words.DENIALS:
        return here.dep_ not in ("nsubj", "nsubjpass") or syntax.is_passive(head)
    if head.pos_ == "NOUN" and lemma in words.DENIAL_NOUNS:
        return here.dep_ in ("acl", "prep", "ccomp", "xcomp")
    return head.pos_ == "ADJ" and lemma in words.DENIAL_ADJECTIVES


def _from(token: Token, table: dict[str, frozenset[str]]) -> Iterator[_Limit]:
    for certainty, lemmas in table.items():
        if token.lemma_.lower() in lemmas or token.lower_ in lemmas:
            yield _Limit((token,), _certainty(certainty))
            return


def _certainty(name: str) -> Certainty:
    return next(c for c in _WEAKER if c == name)
