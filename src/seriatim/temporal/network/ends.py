"""Cue, claims → the two claims that the cue orders, or none: a learned choice among all pairs.

Every pair of claims near a cue is a candidate, with what the parse, the places of the words and
the dates say of it; boosted trees give the probability that a careful reader would link the two by
this cue.  The likeliest pair above the threshold is taken.  What the rules of ``relations`` would
say is one feature among others.  Trained by ``training/links.py``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from seriatim.analysis import boosted_trees, weights
from seriatim.lang import connectives, order_cues
from seriatim.model import Distance, RelationName
from seriatim.temporal import edtf
from seriatim.temporal.network.cues import Cue
from seriatim.temporal.network.narrative import (
    ClaimInNarrative,
    Narrative,
    is_foreseen,
    subject_names,
)

if TYPE_CHECKING:
    from numpy import ndarray
    from spacy.tokens import Token

FILE = "links.json"
PAIR, THRESHOLD = "pair", "threshold"
BEFORE, AFTER = 12, 5  # claims before and behind the cue that may be an end of it
NEAR = 5  # claims before the cue that may be the end that it belongs to
FAR = 30  # tokens; what is farther is as far
DAY = 86400
SECONDS = {
    "minute": 60,
    "hour": 3600,
    "day": DAY,
    "week": 7 * DAY,
    "month": 30.4375 * DAY,
    "year": 365.25 * DAY,
}
TAGS = ("VBD", "VBN", "VBG", "VB", "VBP", "VBZ", "NN", "NNS")
DEPS = ("ROOT", "conj", "advcl", "ccomp", "xcomp", "relcl", "acl", "pcomp", "pobj", "dobj", "nsubj")
PARTS = ("ADP", "SCONJ", "ADV", "VERB", "NOUN", "ADJ")
PRECISIONS = ("minute", "hour", "day", "month", "season", "year", "range", "open", "unknown")
POSSIBLE = 2  # among what the dates say: whether they allow the order
COLUMN_OF_DISTANCE = 2  # whether the cue gives a distance
COLUMN_OF_RULES = 24  # whether the rules name the pair
RELATIONS: tuple[RelationName, ...] = ("after", "before", "same day", "during", "equal")


class Pair(NamedTuple):
    """Two claims that a cue may order: ``first`` is ``relation`` ``second``."""

    first: ClaimInNarrative
    second: ClaimInNarrative
    relation: RelationName


class Hints(NamedTuple):
    """What the rules say of a cue: of its clause, of what it joins, and of the pair it orders."""

    governing: ClaimInNarrative | None = None
    joined: ClaimInNarrative | None = None
    first: ClaimInNarrative | None = None
    second: ClaimInNarrative | None = None


class Place(NamedTuple):
    """Where a cue stands."""

    place: int
    cue: Cue
    token: Token  # the last of the cue
    opening: Token  # the first
    rank: int  # the number of claims before it


class Ends:
    """The claims of a document in text order, and the pairs of them that a cue may order."""

    def __init__(self, narrative: Narrative) -> None:
        """Note where the claims and the sentences are."""
        self.claims = narrative.in_order()
        self._keys = [(told.place, told.word.i) for told in self.claims]
        self._first_sentence = [0]
        self._starts: list[list[int]] = []
        for analysis in narrative.analyses:
            self._starts.append([s.start for s in analysis.doc.sents])
            self._first_sentence.append(self._first_sentence[-1] + len(self._starts[-1]))
        self._of_sentence = Counter(self._sentence(t.place, t.word) for t in self.claims)
        self._fixed = [self._claim(told) for told in self.claims]
        self._bounds = [edtf.interval(told.claim.when.edtf) for told in self.claims]
        self._paths = [_path(told.word) for told in self.claims]

    def pairs(self, place: int, cue: Cue, opening: Token, token: Token, hints: Hints) -> Candidates:
        """The candidate pairs of a cue with their features, a row each."""
        at = Place(place, cue, token, opening, bisect_left(self._keys, (place, token.i)))
        low, high = max(0, at.rank - BEFORE), min(len(self.claims), at.rank + AFTER)
        near = [i for i in range(low, high) if self._may_govern(i, at)]
        relations = [cue.relation, *([cue.also] if cue.also else [])]
        beside = {i: self._beside(i, at, hints) for i in range(low, high)}
        general = self._cue(at)
        pairs, rows = [], []
        for first, second in product(near, range(low, high)):
            if first == second:
                continue
            between = self._between(first, second, at, hints)
            for relation in relations:
                order = self._order(first, second, relation, cue.distance)
                if cue.distance is None and not order[POSSIBLE]:
                    continue
                pairs.append(Pair(self.claims[first], self.claims[second], relation))
                rows.append(
                    [
                        *general,
                        float(RELATIONS.index(relation)),
                        *between,
                        *order,
                        *beside[first],
                        *self._fixed[first],
                        *beside[second],
                        *self._fixed[second],
                    ]
                )
        return Candidates(pairs, rows)

    def _may_govern(self, number: int, at: Place) -> bool:
        told = self.claims[number]
        return told.place == at.place and (number >= at.rank - NEAR)

    def _sentence(self, place: int, token: Token) -> int:
        return self._first_sentence[place] + bisect_left(self._starts[place], token.i + 1) - 1

    def _cue(self, at: Place) -> list[float]:
        """What is so of the cue, whichever the claims."""
        token, opening, cue = at.token, at.opening, at.cue
        last = opening.nbor(-1) if opening.i > 0 else None
        following = token.nbor() if token.i + 1 < len(token.doc) else None
        start = self._starts[at.place][bisect_left(self._starts[at.place], opening.i + 1) - 1]
        return [
            float(NAMES.index(cue.name) if cue.name in NAMES else -1),
            float(cue.joins),
            float(cue.distance is not None),
            _index(PARTS, token.pos_),
            _index(DEPS, token.dep_),
            float(token.dep_ in ("mark", "advmod")),
            float(token.dep_ == "prep"),
            float(opening.i - start),
            float(last is not None and last.is_punct),
            float(last is not None and last.dep_ == "cc"),
            float(following is not None and following.is_punct),
            _index(TAGS, following.tag_ if following is not None else ""),
            float(token.head.i > token.i),
            float(token.head.pos_ in ("VERB", "AUX")),
            float(any(c.dep_ in ("pobj", "pcomp") for c in token.children)),
        ]

    def _beside(self, number: int, at: Place, hints: Hints) -> list[float]:
        """How a claim stands to the cue."""
        told = self.claims[number]
        same = told.place == at.place
        sentence = self._sentence(told.place, told.word) - self._sentence(at.place, at.token)
        distance = told.word.i - at.token.i if same else -FAR
        path = self._paths[number]
        steps, common = (_steps(path, _path(at.token))) if same and not sentence else (-1, -1)
        rank = number - at.rank if number < at.rank else number - at.rank + 1
        return [
            float(rank),
            float(sentence),
            float(max(-FAR, min(FAR, distance))),
            float(steps),
            float(common),
            float(at.token.i in path[1:] and same),
            float(same and told.word.i in _path(at.token)[1:]),
            float(same and at.token.head.i in path[1:]),
            float(same and at.token.head.i == told.word.i),
            float(told is hints.governing),
            float(told is hints.joined),
            float(told is hints.first),
            float(told is hints.second),
            float(same),
            float(same and not sentence and _comma_between(told.word, at.token)),
        ]

    def _claim(self, told: ClaimInNarrative) -> list[float]:
        """What is so of a claim, whichever the cue."""
        word, claim = told.word, told.claim
        children = {c.dep_: c for c in word.children}
        subject = children.get("nsubj", children.get("nsubjpass"))
        return [
            _index(TAGS, word.tag_),
            _index(DEPS, word.dep_),
            float(min(8, len(_path(word)) - 1)),
            float(word.pos_ == "NOUN"),
            float(claim.polarity == "-"),
            float(is_foreseen(told)),
            float(bool(claim.sources)),
            _index(PRECISIONS, edtf.precision(claim.when.edtf)),
            float(claim.when.basis == "stated"),
            float("nsubjpass" in children or "auxpass" in children),
            float(subject is not None),
            float(subject is not None and subject.pos_ == "PRON"),
            float(subject is not None and subject.pos_ == "PROPN"),
            float(any(c.lower_ == "had" for c in word.children)),
            float(self._of_sentence[self._sentence(told.place, word)]),
            float(len(claim.participants)),
        ]

    def _between(self, first: int, second: int, at: Place, hints: Hints) -> list[float]:
        """How two claims stand to each other."""
        a, b = self.claims[first], self.claims[second]
        sentence = self._sentence(a.place, a.word) - self._sentence(b.place, b.word)
        same = a.place == b.place and not sentence
        steps, _ = _steps(self._paths[first], self._paths[second]) if same else (-1, -1)
        names = subject_names(a.word), subject_names(b.word)
        return [
            float(first - second),
            float(sentence),
            float(steps),
            float(same and b.word.i in self._paths[first]),
            float(same and a.word.i in self._paths[second]),
            float(same and a.word.dep_ == "conj" and a.word.head.i == b.word.i),
            float(a.word.lemma_ == b.word.lemma_),
            float(bool(names[0] & names[1])),
            float(a is hints.first and b is hints.second),
            float(hints.first is not None),
            float(hints.second is not None),
            float(hints.governing is not None),
            float(hints.joined is not None),
            float((first < at.rank) == (second < at.rank)),
        ]

    def _order(
        self, first: int, second: int, relation: RelationName, distance: Distance | None
    ) -> list[float]:
        """What the dates of two claims say of their order."""
        a, b = self._bounds[first], self._bounds[second]
        if relation == "before":
            a, b = b, a
        known = a.start is not None and b.start is not None
        gap = a.start - b.start if a.start is not None and b.start is not None else 0
        possible = a.end is None or b.start is None or a.end > b.start
        fits = -1.0
        if known and distance is not None:
            unit = SECONDS[distance.unit]
            slack = max(unit, (a.end or gap) - (a.start or gap), (b.end or gap) - (b.start or gap))
            least = (distance.min or 0) * unit - slack
            most = float("inf") if distance.max is None else distance.max * unit + slack
            fits = float(least <= gap <= most)
        return [
            float(known),
            float((gap > 0) - (gap < 0)),
            float(possible),
            float(a.meets(b)),
            fits,
        ]


class Candidates(NamedTuple):
    """Pairs and their features."""

    pairs: list[Pair]
    rows: list[list[float]]


def chosen(candidates: Sequence[Candidates]) -> Iterator[Pair | None]:
    """The pair that each cue orders; None where none is likely enough."""
    import numpy as np

    model = _model()
    for one in candidates:
        rows = np.array(one.rows, np.float32)
        top = best(rows, model.heads[PAIR].probability(rows), model.settings[THRESHOLD])
        yield None if top is None else one.pairs[top]


def best(rows: ndarray, judged: ndarray, threshold: float) -> int | None:
    """Which of a cue's pairs it orders: the likeliest, if it is likelier than the threshold.

    Of a cue with a distance it is the pair that the rules name, if they name one: the model weighs
    the dates, and would rather find no link than one that contradicts them.
    """
    by_rule = rows[:, COLUMN_OF_DISTANCE] * rows[:, COLUMN_OF_RULES]
    if by_rule.any():
        return int(by_rule.argmax())
    top = int(judged.argmax())
    return top if judged[top] >= threshold else None


@weights.loader
def _model() -> boosted_trees.Model:
    """The weights, read once in a process."""
    return boosted_trees.read(weights.path(FILE).read_text("utf8"))


def _path(token: Token) -> list[int]:
    """The token and those above it, up to the root."""
    found = [token.i]
    while token.head.i != token.i:
        token = token.head
        found.append(token.i)
    return found


def _steps(path: Sequence[int], other: Sequence[int]) -> tuple[int, int]:
    """How many steps in the tree lie between two words, and how many lead up from the first."""
    places = {number: step for step, number in enumerate(other)}
    for step, number in enumerate(path):
        if number in places:
            return min(12, step + places[number]), min(8, step)
    return 12, 8


def _comma_between(word: Token, other: Token) -> bool:
    low, high = sorted((word.i, other.i))
    return any(t.text in (",", ";", ":", "—", "-") for t in word.doc[low:high])


def _index(names: Sequence[str], name: str) -> float:
    return float(names.index(name)) if name in names else -1.0


def _names() -> tuple[str, ...]:
    """The names of the cues, those alike beside each other: the trees cut the list in stretches."""
    told = {
        **{n: (0, r) for n, r in connectives.JOINING.items()},
        **{n: (2, r) for n, (r, _) in connectives.ORDERING.items()},
        **{n: (1, r) for n, r in connectives.BACKWARD.items()},
        **{n: (1, r) for n, r in connectives.COUNTING.items()},
        **{c.id: (3, c.id.split(".")[0]) for c in order_cues.ORDER_CUES},
    }
    return tuple(sorted(told, key=lambda name: (told[name], name)))


NAMES = _names()
