"""Windows of word pieces for the span model, the same for training and for inference.

A window is ``[CLS] text [SEP] text [SEP] …``: whole passages as long as they fit, so that a
quotation stands in one window with the paragraph that names its speaker.  A word is a run that the
tokenizer's pre-tokenizer keeps together; labels belong to words and are read off their first piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# Word pieces in a window.  512 cost a fifth more for attention and gained nothing for speakers.
LIMIT = 256
_CLS, _SEP = 101, 102
_OPENING, _CLOSING, _EITHER = (
    frozenset({"“", "„", "«", "``"}),
    frozenset({"”", "»", "''"}),
    frozenset({'"', "＂"}),
)
SHAPES = 7 * 3  # a kind of word, times outside a quotation, inside, or its mark


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its place, and the features that lower-cased pieces do not carry."""

    text: int
    start: int
    end: int
    pieces: tuple[int, ...]
    shape: int


@dataclass(slots=True)
class Window:
    """The pieces of a window and, for each of its words, the position of its first piece."""

    pieces: list[int] = field(default_factory=lambda: [_CLS])
    shapes: list[int] = field(default_factory=lambda: [0])
    words: list[Word] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)

    def add(self, words: Sequence[Word]) -> None:
        """Add one more text, or a part of one, and the separator after it."""
        for word in words:
            self.firsts.append(len(self.pieces))
            self.words.append(word)
            self.pieces.extend(word.pieces)
            self.shapes.extend([word.shape] * len(word.pieces))
        self.pieces.append(_SEP)
        self.shapes.append(0)


def windows(
    tokenizer: Tokenizer, texts: Sequence[str], *, limit: int = LIMIT, first: int | None = None
) -> Iterator[Window]:
    """The windows of a document whose passages are ``texts``.

    ``first``: a shorter limit for the first window, which shifts the cuts in training.
    """
    window, room = Window(), first or limit
    for words in words_of(tokenizer, texts):
        for part in _parts(words, limit):
            size = sum(len(w.pieces) for w in part) + 1
            if window.words and len(window.pieces) + size > room:
                yield window
                window, room = Window(), limit
            window.add(part)
    if window.words:
        yield window


def words_of(tokenizer: Tokenizer, texts: Sequence[str]) -> Iterator[list[Word]]:
    """The words of each text."""
    for index, encoding in enumerate(tokenizer.encode_batch(list(texts), add_special_tokens=False)):
        runs: list[tuple[int, int, list[int]]] = []
        last = None
        for piece, (start, end), word in zip(
            encoding.ids, encoding.offsets, encoding.word_ids, strict=True
        ):
            if word == last:
                runs[-1] = (runs[-1][0], end, [*runs[-1][2], piece])
            else:
                runs.append((start, end, [piece]))
            last = word
        shapes = _shapes([texts[index][s:e] for s, e, _ in runs])
        yield [
            Word(index, s, e, tuple(p), shape)
            for (s, e, p), shape in zip(runs, shapes, strict=True)
        ]


def _parts(words: list[Word], limit: int) -> Iterator[list[Word]]:
    """A text in parts that fit a window.

    The cut is at the end of a sentence in the second half of the room, else where the room ends.
    """
    while words:
        fit, size = 0, 2
        while fit < len(words) and size + len(words[fit].pieces) <= limit:
            size += len(words[fit].pieces)
            fit += 1
        fit = max(fit, 1)
        if fit < len(words):
            ends = [i + 1 for i in range(fit // 2, fit) if words[i].pieces in _END_PIECES]
            fit = ends[-1] if ends else fit
        yield words[:fit]
        words = words[fit:]


_END_PIECES = frozenset({(1012,), (999,), (1029,)})  # ". ! ?" in the BERT vocabulary


def _shapes(words: Sequence[str]) -> Iterator[int]:
    """The kind of each word and whether it is in a quotation, as one number below ``SHAPES``.

    A text starts outside a quotation.
    """
    inside, last = False, ""
    for i, word in enumerate(words):
        pair = last + word if last == word else ""
        following = words[i + 1] if i + 1 < len(words) else ""
        opens, closes = (
            word in _OPENING or (word == "`" and following == "`"),
            word in _CLOSING or pair == "''",
        )
        if word in _EITHER:
            opens, closes = not inside, inside
        if opens:
            inside = True
        yield 3 * _kind(word) + (2 if opens or closes else int(inside))
        if closes:
            inside = False
        last = word


def _kind(word: str) -> int:
    """0 mark, 1 lower, 2 Capital, 3 CAPITALS, 4 mixed, 5 digits, 6 one capital letter."""
    if word.isdigit():
        return 5
    if not word[:1].isalnum():
        return 0
    if word.islower():
        return 1
    if len(word) == 1:
        return 6
    if word.isupper():
        return 3
    return 2 if word.istitle() else 4
