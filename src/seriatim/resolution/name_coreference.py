"""Entity mentions in the documents of one topic → clusters of coreferent mentions.

The rules use the surface form alone: the same name; its acronym; its first or last words; a noun
for it in one document; a pronoun after it.  A rule links only where no other reading is as good.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from seriatim.lang import function_words, given_names, noun_phrases, roles
from seriatim.model import Span
from seriatim.resolution.disjoint_sets import DisjointSets

LONGEST = 6  # letters of an acronym
TOGETHER = 5  # of so many documents with the longer name, all but one have the shorter
BACK = 24  # mentions before a pronoun that may be its antecedent
_BEHIND = re.compile(rf",|\(|\s(?:{'|'.join(noun_phrases.BEHIND_A_HEAD)})\s")
_CLAUSE = re.compile(rf",?\s(?:{'|'.join(noun_phrases.OPENING_A_CLAUSE)})\s")
_GENITIVE = re.compile(r"(?:['’]s|(?<=s)['’])\s")
_WORD = re.compile(r"[^\W_][\w’'&.-]*")
_SMALL = function_words.COMMON


@dataclass(frozen=True, slots=True)
class Named:
    """A mention as written in its document."""

    document: str
    span: Span
    text: str

    @property
    def words(self) -> tuple[str, ...]:
        """Its words without leading determiners and titles, points and genitive endings."""
        return _cleaned(self.text)


Kind = Literal["name", "noun", "pronoun"]
_Key = tuple[str, ...]


@dataclass(frozen=True)
class _Analysed:
    """A mention with its kind, head words and matching key."""

    named: Named

    @cached_property
    def kind(self) -> Kind:
        text = self.named.text.strip()
        if (
            text.lower() in roles.PERSONAL_PRONOUNS | noun_phrases.RELATIVE | noun_phrases.POINTING
            and not (text.isupper() and len(text) > 1)
        ):
            return "pronoun"
        return (
            "name"
            if any(c.isupper() for c in self.core[-1]) or self.core[-1][:1].isdigit()
            else "noun"
        )

    @cached_property
    def core(self) -> tuple[str, ...]:
        """The head words, without an office before a name: "the Osterby mayor Ada Quill"."""
        text = self.named.text.strip()
        part = _BEHIND.split(text)[0]
        words = _cleaned(_GENITIVE.split(part)[-1]) or _cleaned(part) or self.named.words or (text,)
        head = words[words.index("of") - 1] if "of" in words[1:] else ""
        if head and (head.islower() or head.lower() in roles.PERSON_NOUNS | roles.TITLES):
            # "the mayor of Osterby": ``of`` has the complement.
            return (*words[: words.index("of") - 1], head.lower())
        words = _without_office(words)
        if len(words) > 1 and words[-1].lower() in roles.PERSON_NOUNS | roles.TITLES:
            return (*words[:-1], words[-1].lower())
        return words

    @cached_property
    def of(self) -> tuple[str, ...]:
        """The complement of a noun with "of"."""
        return (
            _cleaned(self.named.text.split(" of ", 1)[1])
            if self.kind == "noun" and " of " in self.named.text
            else ()
        )

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The head words without case, points and hyphens.

        Of a name with lower-case words, only the part after them counts: "the Osterby based
        Harland Company".
        """
        words = self.core
        if self.kind == "name" and not self.is_several:
            small = [i for i, w in enumerate(words) if w[:1].islower() and w.lower() not in _SMALL]
            words = words[small[-1] + 1 :] if small and small[-1] + 1 < len(words) else words
        return tuple(w.replace(".", "").replace("-", "").casefold() for w in words)

    @cached_property
    def is_several(self) -> bool:
        """Whether it is a coordination: "Quill and Moor"."""
        first = _CLAUSE.split(self.named.text)[0]
        return " and " in first and (
            ", and " in first
            or self.core[-1].lower() not in roles.BODY_NOUNS | roles.CORPORATE_SUFFIXES
        )

    @cached_property
    def is_firm(self) -> bool:
        """Whether it is "the company" or the like, which refers back to a name."""
        words = self.named.text.lower().split()
        return len(words) == 2 and words[0] == "the" and words[1] in roles.FIRM_NOUNS

    @cached_property
    def is_person(self) -> bool:
        """Whether it reads as the name of a person."""
        return (
            self.kind == "name"
            and 2 <= len(self.core) <= 3
            and self.core[0].lower() in given_names.GIVEN_NAMES
        )


def _without_office(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words after the last office or other noun before a name."""
    nouns = roles.PERSON_NOUNS | roles.BODY_NOUNS
    if words[-1].lower() in roles.BODY_NOUNS:
        return words
    if len(words) > 1 and words[-2].islower() and words[-2] in nouns:
        return words[-1:]
    offices = [
        i
        for i, w in enumerate(words[:-2])
        if w.lower() in nouns | roles.TITLES and words[i + 1][:1].isupper()
    ]
    return words[offices[-1] + 1 :] if offices else words


def clusters(mentions: Sequence[Named]) -> list[str]:
    """The cluster of each mention, named by the place of one of its mentions."""
    read = [_Analysed(m) for m in mentions]
    ids = [str(i) for i in range(len(mentions))]
    sets = DisjointSets(ids)
    names = defaultdict(list)
    for i, r in enumerate(read):
        if r.kind == "name" and not r.is_several:
            names[r.key].append(i)

    def link(pairs: Iterable[tuple[int, int]]) -> None:
        for i, j in pairs:
            sets.join(ids[i], ids[j])

    link(_same(read))
    short = [*_acronyms(names), *_shorter(names, read)]
    link((names[one][0], names[other][0]) for one, other in short)
    link(_appositions(read))
    size = Counter(map(sets.find, ids))
    link(_pronouns(read, _people(read, ids, sets), [size[sets.find(i)] for i in ids]))
    return [sets.find(i) for i in ids]


def _people(read: Sequence[_Analysed], ids: Sequence[str], sets: DisjointSets) -> set[int]:
    """The places of mentions that are a person's by name, noun or cluster."""
    persons = {sets.find(ids[i]) for i, r in enumerate(read) if r.is_person}
    return {
        i
        for i, r in enumerate(read)
        if sets.find(ids[i]) in persons or (r.kind == "noun" and r.key[-1] in roles.PERSON_NOUNS)
    }


def _same(read: Sequence[_Analysed]) -> Iterable[tuple[int, int]]:
    """Pairs with the same name in any documents, or the same noun in one document."""
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


def _appositions(read: Sequence[_Analysed]) -> Iterable[tuple[int, int]]:
    """Pairs of a mention and its parts: "Ada Quill, the mayor", "the Harland Company (HC)"."""
    starts: dict[tuple[str, int], list[int]] = defaultdict(list)
    ends: dict[tuple[str, Span], int] = {}
    for i, r in enumerate(read):
        starts[r.named.document, r.named.span[0]].append(i)
        ends[r.named.document, r.named.span] = i
    for i, r in enumerate(read):
        document, (start, end) = r.named.document, r.named.span
        if r.is_person:
            yield from ((i, j) for j in starts[document, start] if _is_title(read[j], end))
        cut = re.search(r"\s?[,(]\s?", r.named.text)
        if not cut or r.is_several:
            continue
        behind = starts.get((document, start + cut.end()), [])
        inner = [j for j in behind if _ends_at(read[j], end)]
        left = ends.get((document, (start, start + cut.start())))
        if inner and "(" not in cut[0] and read[inner[0]].kind == r.kind == "name":
            inner = []  # "Ada Quill, Osterby" names two
        yield from ((i, j) for j in (*inner, left) if j is not None)


def _ends_at(read: _Analysed, end: int) -> bool:
    """Whether a mention ends where another one does, up to a bracket or comma."""
    return end - 2 <= read.named.span[1] <= end + 1 and not read.is_several


def _is_title(read: _Analysed, end: int) -> bool:
    """Whether a mention inside a person's name is a title: "the mayor" of "the mayor Ada Quill"."""
    return read.named.span[1] < end and read.key[-1] in roles.PERSON_NOUNS | roles.TITLES


def _acronyms(
    names: Mapping[_Key, Sequence[int]],
) -> Iterable[tuple[_Key, _Key]]:
    """Pairs of an acronym and the most frequent name that it abbreviates."""
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
    names: Mapping[_Key, Sequence[int]], read: Sequence[_Analysed]
) -> Iterable[tuple[_Key, _Key]]:
    """Pairs of a name and a longer one that begins or ends with it, in documents with both.

    A firm's name without its legal form is matched in all documents.
    """
    documents = {key: {read[i].named.document for i in inside} for key, inside in names.items()}
    last, first = _by_parts(names)
    for key in names:
        beginning = first.get(key, [])
        yield from ((key, k) for k in beginning if k[-1] in roles.CORPORATE_SUFFIXES)
        longer = _longer(key, beginning, last.get(key, []), documents)
        if longer and not _is_number(key):
            ranks = {k: (len(documents[key] & documents[k]), len(names[k]), k) for k in longer}
            yield key, max(longer, key=ranks.__getitem__)


def _longer(
    key: _Key,
    beginning: Sequence[_Key],
    ending: Sequence[_Key],
    documents: Mapping[_Key, set[str]],
) -> list[_Key]:
    """The names that end with a shorter one in its documents, or begin with it in most of them."""
    here = documents[key]
    behind = [k for k in ending if here & documents[k]]
    before = [k for k in beginning if _is_fuller(k, key) and _go_together(here, documents[k])]
    return list(dict.fromkeys([*behind, *before]))


def _is_fuller(long: _Key, short: _Key) -> bool:
    """Whether a name has one word more, and is no product or body named after the short one."""
    return len(long) == len(short) + 1 and not _is_product(long)


def _is_number(key: _Key) -> bool:
    return len(key) == 1 and key[0].isdigit()


def _by_parts(names: Iterable[_Key]) -> tuple[dict[_Key, list[_Key]], dict[_Key, list[_Key]]]:
    """The names by their last words and by their first words."""
    last, first = defaultdict(list), defaultdict(list)
    for key in names:
        for n in range(1, len(key)):
            last[key[-n:]].append(key)
            first[key[:n]].append(key)
    return last, first


def _go_together(short: set[str], long: set[str]) -> bool:
    """Whether a name and a longer one that begins with it occur in the same documents."""
    both = len(short & long)
    return both * 2 > len(short) or both * TOGETHER >= len(long) * (TOGETHER - 1)


def _is_product(key: _Key) -> bool:
    return (
        any(c.isdigit() for w in key[1:] for c in w)
        or key[-1] in roles.PERSON_NOUNS | roles.BODY_NOUNS - roles.CORPORATE_SUFFIXES
    )


def _pronouns(
    read: Sequence[_Analysed], people: set[int], weight: Sequence[int]
) -> Iterable[tuple[int, int]]:
    """Pairs of a pronoun and its antecedent, one that agrees with it and is frequent and near.

    Without a candidate it is linked to the last pronoun of its kind.
    """
    order = sorted(range(len(read)), key=lambda i: (read[i].named.document, read[i].named.span))
    last: dict[tuple[object, ...], int] = {}
    for at, i in enumerate(order):
        r = read[i]
        if r.kind != "pronoun" and not r.is_firm:
            continue
        start = r.named.span[0]
        window = (j for j in order[max(0, at - BACK) : at] if _may_be_antecedent(read[j], r))
        word = r.named.text.strip().lower()
        candidates = _agreeing(word, start, list(window), read, people)
        same = (
            r.named.document,
            word in roles.MALE_PRONOUNS,
            word in roles.FEMALE_PRONOUNS,
            word in roles.FIRST_SINGULAR,
        )
        if candidates:
            scores = {
                j: math.log(weight[j]) * 80 - (start - read[j].named.span[1]) for j in candidates
            }
            yield i, max(candidates, key=lambda j: (scores[j], j))
        elif same in last:
            yield i, last[same]
        last[same] = i


def _may_be_antecedent(one: _Analysed, pronoun: _Analysed) -> bool:
    """Whether a mention is a single name or noun that ends before the pronoun in its document."""
    return (
        one.named.document == pronoun.named.document
        and one.named.span[1] <= pronoun.named.span[0]
        and one.kind != "pronoun"
        and not one.is_firm
        and not one.is_several
    )


def _agreeing(
    word: str, start: int, before: list[int], read: Sequence[_Analysed], people: set[int]
) -> list[int]:
    """The mentions that agree with a pronoun; for a relative one, those right before it."""
    if word in noun_phrases.RELATIVE:
        near = [j for j in before if start - read[j].named.span[1] <= 3]
        return near or before[-1:]
    if word in roles.MALE_PRONOUNS | roles.FEMALE_PRONOUNS | roles.FIRST_SINGULAR:
        return [j for j in before if j in people]
    others = [j for j in before if j not in people]
    return [j for j in others if read[j].kind == "name"] or others


def _cleaned(text: str) -> tuple[str, ...]:
    words = [
        re.sub(r"['’]s?$", "", w).rstrip(".") if not re.fullmatch(r"(?:[A-Z]\.)+", w) else w
        for w in _WORD.findall(text)
    ]
    while words and (
        words[0].lower() in noun_phrases.DETERMINERS
        or (
            len(words) > 1
            and words[0].lower().rstrip(".") in roles.MALE_TITLES | roles.FEMALE_TITLES
        )
    ):
        words = words[1:]
    return tuple(w for w in words if w)
