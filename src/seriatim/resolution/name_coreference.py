"""Names as they stand in the documents of one topic → which of them mean the same person, body, place or thing.

By what is written alone: the same name; an acronym of it; its first or last words; a noun for it,
in one document; a pronoun, by what stands before it.  Each rule joins only where no second reading
is as good.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from seriatim.lang.en.function_words import FUNCTION_WORDS
from seriatim.lang.en.given_names import GIVEN_NAMES
from seriatim.lang.en.noun_phrases import (
    BEHIND_A_HEAD,
    DETERMINERS,
    OPENING_A_CLAUSE,
    POINTING,
    RELATIVE,
)
from seriatim.lang.en.roles import (
    BODY_NOUNS,
    CORPORATE_SUFFIXES,
    FEMALE_PRONOUNS,
    FEMALE_TITLES,
    FIRM_NOUNS,
    FIRST_SINGULAR,
    MALE_PRONOUNS,
    MALE_TITLES,
    PERSON_NOUNS,
    PERSONAL_PRONOUNS,
    TITLES,
)
from seriatim.model import Span
from seriatim.resolution.disjoint_sets import DisjointSets

LONGEST = 6  # letters of an acronym
TOGETHER = 5  # of so many documents with the longer name, all but one have the shorter
BACK = 24  # mentions before a pronoun that it may stand for
_BEHIND = re.compile(rf",|\(|\s(?:{'|'.join(BEHIND_A_HEAD)})\s")
_CLAUSE = re.compile(rf",?\s(?:{'|'.join(OPENING_A_CLAUSE)})\s")
_GENITIVE = re.compile(r"(?:['’]s|(?<=s)['’])\s")
_WORD = re.compile(r"[^\W_][\w’'&.-]*")
_SMALL = FUNCTION_WORDS["English"]


@dataclass(frozen=True, slots=True)
class Named:
    """A mention, as it stands in its document."""

    document: str
    span: Span
    text: str

    @property
    def words(self) -> tuple[str, ...]:
        """Its words without determiners before them, titles and legal forms, points and endings of the genitive."""
        return _cleaned(self.text)


Kind = Literal["name", "noun", "pronoun"]


@dataclass(frozen=True)
class _Read:
    """A mention with what it is, the words of its head part, and its last word there."""

    named: Named

    @cached_property
    def kind(self) -> Kind:
        text = self.named.text.strip()
        if text.lower() in PERSONAL_PRONOUNS | RELATIVE | POINTING and not (
            text.isupper() and len(text) > 1
        ):
            return "pronoun"
        return (
            "name"
            if any(c.isupper() for c in self.core[-1]) or self.core[-1][:1].isdigit()
            else "noun"
        )

    @cached_property
    def core(self) -> tuple[str, ...]:
        """The words up to what stands behind the head, without an office before a name: "the Osterby mayor Ada Quill"."""
        text = self.named.text.strip()
        part = _BEHIND.split(text)[0]
        words = _cleaned(_GENITIVE.split(part)[-1]) or _cleaned(part) or self.named.words or (text,)
        head = words[words.index("of") - 1] if "of" in words[1:] else ""
        if head and (
            head.islower() or head.lower() in PERSON_NOUNS | TITLES
        ):  # "the mayor of Osterby": of what it is stands in ``of``
            return (*words[: words.index("of") - 1], head.lower())
        offices = [
            i
            for i, w in enumerate(words[:-2])
            if w.lower() in PERSON_NOUNS | BODY_NOUNS | TITLES and words[i + 1][:1].isupper()
        ]
        offices += (
            [len(words) - 2]
            if len(words) > 1 and words[-2].islower() and words[-2] in PERSON_NOUNS | BODY_NOUNS
            else []
        )
        words = (
            words[offices[-1] + 1 :] if offices and words[-1].lower() not in BODY_NOUNS else words
        )
        return (
            (*words[:-1], words[-1].lower())
            if words[-1].lower() in PERSON_NOUNS | TITLES and len(words) > 1
            else words
        )

    @cached_property
    def of(self) -> tuple[str, ...]:
        """What stands behind a noun and "of"."""
        return (
            _cleaned(self.named.text.split(" of ", 1)[1])
            if self.kind == "noun" and " of " in self.named.text
            else ()
        )

    @cached_property
    def key(self) -> tuple[str, ...]:
        """What two spellings share.  Of a name with small words in it, the name behind them: "the Osterby based Harland Company"."""
        words = self.core
        if self.kind == "name" and not self.is_several:
            small = [i for i, w in enumerate(words) if w[:1].islower() and w.lower() not in _SMALL]
            words = words[small[-1] + 1 :] if small and small[-1] + 1 < len(words) else words
        return tuple(w.replace(".", "").replace("-", "").casefold() for w in words)

    @cached_property
    def is_several(self) -> bool:
        """Whether it names more than one: "Quill and Moor"."""
        first = _CLAUSE.split(self.named.text)[0]
        return " and " in first and (
            ", and " in first or self.core[-1].lower() not in BODY_NOUNS | CORPORATE_SUFFIXES
        )

    @cached_property
    def is_firm(self) -> bool:
        """Whether it is "the company" or its like, which stands for a name before it."""
        words = self.named.text.lower().split()
        return len(words) == 2 and words[0] == "the" and words[1] in FIRM_NOUNS

    @cached_property
    def is_person(self) -> bool:
        """Whether it reads as the name of a person."""
        return (
            self.kind == "name" and 2 <= len(self.core) <= 3 and self.core[0].lower() in GIVEN_NAMES
        )


def clusters(mentions: Sequence[Named]) -> list[str]:
    """The set of each mention, by the number of one of them."""
    read = [_Read(m) for m in mentions]
    ids = [str(i) for i in range(len(mentions))]
    sets = DisjointSets(ids)
    for i, j in _same(read):
        sets.join(ids[i], ids[j])
    names = defaultdict(list)
    for i, r in enumerate(read):
        if r.kind == "name" and not r.is_several:
            names[r.key].append(i)
    for short, long in [*_acronyms(names), *_shorter(names, read)]:
        sets.join(ids[names[short][0]], ids[names[long][0]])
    for i, j in _appositions(read):
        sets.join(ids[i], ids[j])
    persons = {sets.find(ids[i]) for i, r in enumerate(read) if r.is_person}
    people = {
        i
        for i in range(len(read))
        if sets.find(ids[i]) in persons
        or (read[i].kind == "noun" and read[i].key[-1] in PERSON_NOUNS)
    }
    size = Counter(sets.find(i) for i in ids)
    weight = [size[sets.find(i)] for i in ids]
    for i, j in _pronouns(read, people, weight):
        sets.join(ids[i], ids[j])
    return [sets.find(i) for i in ids]


def _same(read: Sequence[_Read]) -> Iterable[tuple[int, int]]:
    """Mentions of one name in all documents, of one noun in one document."""
    first: dict[tuple[object, ...], int] = {}
    for i, r in enumerate(read):
        if r.kind == "name":
            yield first.setdefault(("name", r.key), i), i
        elif r.kind == "noun" and not r.is_firm:
            whole = r.key if r.is_several else r.key[-1:]
            yield (
                first.setdefault(
                    ("noun", r.named.document, *(w.removesuffix("s") for w in whole), *r.of), i
                ),
                i,
            )
            if not r.is_several and (len(r.named.words) > 1 or len(r.named.text.split()) == 1):
                yield (
                    first.setdefault(
                        ("phrase", *(w.casefold().removesuffix("s") for w in r.named.words)), i
                    ),
                    i,
                )


def _appositions(read: Sequence[_Read]) -> Iterable[tuple[int, int]]:
    """A mention and the two that it is made of: "Ada Quill, the mayor", "the Harland Company (HC)"."""
    starts: dict[tuple[str, int], list[int]] = defaultdict(list)
    ends: dict[tuple[str, Span], int] = {}
    for i, r in enumerate(read):
        starts[r.named.document, r.named.span[0]].append(i)
        ends[r.named.document, r.named.span] = i
    for i, r in enumerate(read):
        document, (start, end) = r.named.document, r.named.span
        if r.is_person:  # "the mayor Ada Quill", in which "the mayor" is a mention too
            yield from (
                (i, j)
                for j in starts[document, start]
                if read[j].named.span[1] < end and read[j].key[-1] in PERSON_NOUNS | TITLES
            )
        cut = re.search(r"\s?[,(]\s?", r.named.text)
        if not cut or r.is_several:
            continue
        inner = [
            j
            for j in starts.get((document, start + cut.end()), [])
            if end - 2 <= read[j].named.span[1] <= end + 1 and not read[j].is_several
        ]
        left = ends.get((document, (start, start + cut.start())))
        if inner and ("(" in cut[0] or not (read[inner[0]].kind == r.kind == "name")):
            yield from ((i, j) for j in inner)
        if left is not None:
            yield i, left


def _acronyms(
    names: Mapping[tuple[str, ...], Sequence[int]],
) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Acronyms and the one name that they stand for."""
    letters = defaultdict(list)
    for key in names:
        if len(key) > 1:
            letters["".join(w[0] for w in key)].append(key)
            letters["".join(w[0] for w in key if w not in _SMALL)].append(key)
    for key in names:
        meant = (
            list(dict.fromkeys(letters.get(key[0], [])))
            if len(key) == 1 and 2 <= len(key[0]) <= LONGEST
            else []
        )
        if meant:
            yield key, max(meant, key=lambda k: (len(names[k]), k))


def _shorter(
    names: Mapping[tuple[str, ...], Sequence[int]], read: Sequence[_Read]
) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Names that are the first or last words of one longer name in a document, the first also where most have both; and of firms' names in full."""
    documents = {key: {read[i].named.document for i in inside} for key, inside in names.items()}
    last, first = defaultdict(list), defaultdict(list)
    for key in names:
        for n in range(1, len(key)):
            last[key[-n:]].append(key)
            first[key[:n]].append(key)
    for key in names:
        here = documents[key]
        behind = [k for k in last.get(key, []) if here & documents[k]]
        yield from ((key, k) for k in first.get(key, []) if k[-1] in CORPORATE_SUFFIXES)
        before = [
            k
            for k in first.get(key, [])
            if len(k) == len(key) + 1 and not _is_product(k) and _go_together(here, documents[k])
        ]
        longer = list(dict.fromkeys([*behind, *before]))
        if longer and not (len(key) == 1 and key[0].isdigit()):
            yield key, max(longer, key=lambda k: (len(here & documents[k]), len(names[k]), k))


def _go_together(short: set[str], long: set[str]) -> bool:
    """Whether a name and a longer one that begins with it stand in the same documents."""
    both = len(short & long)
    return both * 2 > len(short) or both * TOGETHER >= len(long) * (TOGETHER - 1)


def _is_product(key: tuple[str, ...]) -> bool:
    return (
        any(c.isdigit() for w in key[1:] for c in w)
        or key[-1] in PERSON_NOUNS | BODY_NOUNS - CORPORATE_SUFFIXES
    )


def _pronouns(
    read: Sequence[_Read], people: set[int], weight: Sequence[int]
) -> Iterable[tuple[int, int]]:
    """A pronoun and what it stands for: what stands right before a relative one; else what agrees with it, named often and near."""
    order = sorted(range(len(read)), key=lambda i: (read[i].named.document, read[i].named.span))
    last: dict[tuple[object, ...], int] = {}
    for at, i in enumerate(order):
        r = read[i]
        if r.kind != "pronoun" and not r.is_firm:
            continue
        start = r.named.span[0]
        before = [
            j
            for j in order[max(0, at - BACK) : at]
            if read[j].named.document == r.named.document and read[j].named.span[1] <= start
        ]
        before = [
            j
            for j in before
            if read[j].kind != "pronoun" and not read[j].is_firm and not read[j].is_several
        ]
        word = r.named.text.strip().lower()
        if word in RELATIVE:
            near = [j for j in before if start - read[j].named.span[1] <= 3]
            before = near or before[-1:]
        elif word in MALE_PRONOUNS | FEMALE_PRONOUNS | FIRST_SINGULAR:
            before = [j for j in before if j in people]
        else:
            before = [j for j in before if j not in people and read[j].kind == "name"] or [
                j for j in before if j not in people
            ]
        same = (
            r.named.document,
            word in MALE_PRONOUNS,
            word in FEMALE_PRONOUNS,
            word in FIRST_SINGULAR,
        )
        if not before and same in last:
            yield i, last[same]
        last[same] = i
        if before:
            yield (
                i,
                max(
                    before,
                    key=lambda j: (math.log(weight[j]) * 80 - (start - read[j].named.span[1]), j),
                ),
            )


def _cleaned(text: str) -> tuple[str, ...]:
    words = [
        re.sub(r"['’]s?$", "", w).rstrip(".") if not re.fullmatch(r"(?:[A-Z]\.)+", w) else w
        for w in _WORD.findall(text)
    ]
    while words and (
        words[0].lower() in DETERMINERS
        or (len(words) > 1 and words[0].lower().rstrip(".") in MALE_TITLES | FEMALE_TITLES)
    ):
        words = words[1:]
    return tuple(w for w in words if w)
