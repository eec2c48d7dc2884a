"""Event mentions → a table of pair features, a row for each pair."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from seriatim.analysis.vectors import vectors
from seriatim.resolution.event_mentions import EventMentionFeatures
from seriatim.resolution.word_families import stem

if TYPE_CHECKING:
    from numpy import ndarray

Weight = Callable[[str], float]
HIGH = 8.0  # log-odds are clipped here


def rarity(documents: Sequence[Iterable[str]]) -> Weight:
    """The inverse document frequency of a lemma, as a function."""
    counts = Counter(w for d in documents for w in set(d))
    return lambda word: math.log((len(documents) + 1) / (counts[word] + 0.5))


def table(
    mentions: Sequence[EventMentionFeatures], documents: Mapping[str, Sequence[str]], weight: Weight
) -> ndarray:
    """The features of each pair ``i < j`` by rows of the upper triangle: ``[n (n - 1) / 2, f]``.

    ``documents``: the lemmas of each document.
    """
    import numpy as np

    rows, columns = np.triu_indices(len(mentions), 1)
    squares = (
        *_same(mentions),
        *_words(mentions),
        *_company(mentions, weight),
        *_setting(mentions, documents, weight),
    )
    return np.stack([np.asarray(s, np.float32)[rows, columns] for s in squares], 1)


def _same(mentions: Sequence[EventMentionFeatures]) -> Iterable[ndarray]:
    """Whether two mentions have the same head, text, document and so on."""
    yield from (
        _equal([m.head for m in mentions]),
        _equal([m.first for m in mentions]),
        _equal([stem(m.head) for m in mentions]),
        _equal([m.text for m in mentions]),
        _equal([m.tag for m in mentions]),
        _equal([m.document for m in mentions]),
        _equal([m.denied for m in mentions]),
        _equal([(m.document, m.sentence) for m in mentions]),
        _both([float(m.tag in ("VERB", "AUX")) for m in mentions]),
    )


def _words(mentions: Sequence[EventMentionFeatures]) -> Iterable[ndarray]:
    """The similarity of the triggers by letters, lemmas, word families and word vectors."""
    yield _cosine([Counter(_grams(m.head)) for m in mentions])
    yield _cosine([dict.fromkeys(m.words, 1.0) for m in mentions])
    yield _cosine([dict.fromkeys(map(stem, m.words), 1.0) for m in mentions])
    for texts in ([m.text for m in mentions], [m.head for m in mentions]):
        meaning = vectors(texts)
        yield meaning @ meaning.T


def _company(mentions: Sequence[EventMentionFeatures], weight: Weight) -> Iterable[ndarray]:
    """The overlap of arguments and context, and whether both mentions have any."""
    import numpy as np

    for part in ("subject", "object", "beside", "around", "names"):
        yield _cosine([{w: weight(w) for w in getattr(m, part)} for m in mentions])
    yield _cosine([dict.fromkeys(m.numbers, 1.0) for m in mentions])
    yield _cosine([_bag(m.whole, weight) for m in mentions])
    for part in ("subject", "object", "names", "numbers"):
        yield _both([float(bool(getattr(m, part))) for m in mentions])
    beside = [frozenset(m.beside) for m in mentions]
    crossing = np.array([[m.head in b for b in beside] for m in mentions])
    yield crossing | crossing.T


def _setting(
    mentions: Sequence[EventMentionFeatures], documents: Mapping[str, Sequence[str]], weight: Weight
) -> Iterable[ndarray]:
    """The similarity of documents, the frequency of the heads, and the positions."""
    import numpy as np

    names = list(dict.fromkeys(m.document for m in mentions))
    at = np.array([names.index(m.document) for m in mentions])
    yield _cosine([_bag(documents[d], weight) for d in names])[at][:, at]
    having = Counter(w for d in names for w in set(documents[d]))
    often = Counter(m.head for m in mentions)
    for least, values in (
        (True, [math.log(often[m.head]) for m in mentions]),
        (False, [math.log(often[m.head]) for m in mentions]),
        (False, [math.log((len(names) + 1) / (having[m.head] + 0.5)) for m in mentions]),
        (True, [weight(m.head) for m in mentions]),
        (False, [m.place for m in mentions]),
    ):
        yield (np.minimum if least else np.maximum).outer(np.array(values), np.array(values))
    places = np.array([m.place for m in mentions])
    yield np.abs(np.subtract.outer(places, places))


def support(mentions: Sequence[EventMentionFeatures], odds: ndarray) -> ndarray:
    """Features of each pair from the scores of all others, such as shared likely partners.

    ``odds``: the log-odds of the pairs, in the order of ``table``.
    """
    import numpy as np

    rows, columns = np.triu_indices(len(mentions), 1)
    odds = np.clip(odds, -HIGH, HIGH)
    square = np.full((len(mentions), len(mentions)), -HIGH, np.float32)
    square[rows, columns] = square[columns, rows] = odds
    chance = 1 / (1 + np.exp(-square))
    np.fill_diagonal(chance, 0)
    whole = chance + np.eye(len(mentions), dtype=np.float32)
    sums, best = whole.sum(1), chance.max(1)
    lead = square - _rivals(mentions, square)
    mean, count = _by_family(mentions, square)
    squares = (
        np.minimum(lead, lead.T),
        np.maximum(lead, lead.T),
        _normed(whole),
        (chance @ chance) / np.minimum.outer(sums, sums),
        np.log(np.minimum.outer(sums, sums)),
        np.log(np.maximum.outer(sums, sums)),
        mean,
        np.log1p(count),
        np.minimum.outer(best, best),
        _normed(square - square.mean(1, keepdims=True)),
    )
    return np.concatenate(
        [
            np.stack([np.asarray(s, np.float32)[rows, columns] for s in squares], 1),
            odds[:, None].astype(np.float32),
        ],
        1,
    )


def _rivals(mentions: Sequence[EventMentionFeatures], square: ndarray) -> ndarray:
    """The log-odds of each mention with the best rival in the document of each other one."""
    import numpy as np

    found = np.full_like(square, -HIGH)
    documents: dict[str, list[int]] = {}
    for i, mention in enumerate(mentions):
        documents.setdefault(mention.document, []).append(i)
    for inside in documents.values():
        if len(inside) > 1:
            ranked = np.argsort(-square[:, inside], 1, kind="stable")
            part = np.take_along_axis(square[:, inside], ranked[:, :2], 1)
            for place, j in enumerate(inside):
                found[:, j] = np.where(ranked[:, 0] == place, part[:, 1], part[:, 0])
    return found


def _by_family(
    mentions: Sequence[EventMentionFeatures], square: ndarray
) -> tuple[ndarray, ndarray]:
    """For each pair, the mean log-odds and number of pairs with the same two word families."""
    import numpy as np

    names: dict[str, int] = {}
    at = np.array([names.setdefault(stem(m.head), len(names)) for m in mentions])
    member = np.eye(len(names), dtype=np.float32)[at]
    inner = square.copy()
    np.fill_diagonal(inner, 0)
    count = np.outer(member.sum(0), member.sum(0)) - np.diag(member.sum(0))
    mean = member.T @ inner @ member / np.maximum(count, 1)
    return mean[at][:, at], count[at][:, at]


def _equal(values: Sequence[object]) -> ndarray:
    import numpy as np

    numbers: dict[object, int] = {}
    at = np.array([numbers.setdefault(v, len(numbers)) for v in values])
    return np.asarray(at[:, None] == at[None])


def _both(values: Sequence[float]) -> ndarray:
    import numpy as np

    return np.outer(values, values)


def _grams(word: str) -> list[str]:
    word = f"^{word}$"
    return [word[i : i + 3] for i in range(len(word) - 2)]


def _bag(words: Iterable[str], weight: Weight) -> dict[str, float]:
    return {w: (1 + math.log(n)) * weight(w) for w, n in Counter(words).items()}


def _cosine(bags: Sequence[Mapping[str, float]]) -> ndarray:
    import numpy as np

    columns: dict[str, int] = {}
    cells = [
        (i, columns.setdefault(w, len(columns)), x)
        for i, bag in enumerate(bags)
        for w, x in bag.items()
    ]
    rows = np.zeros((len(bags), max(1, len(columns))), np.float32)
    for i, j, x in cells:
        rows[i, j] = x
    return _normed(rows)


def _normed(rows: ndarray) -> ndarray:
    """The cosine of each two rows."""
    import numpy as np

    rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return np.asarray(rows @ rows.T)
