"""Word vectors from the encoder's word-piece embeddings, read from the span model's file.

They were not trained further with the span model and are the same in every version of it. A word is
the mean of its pieces, rotated and scaled so that no direction weighs much more than another: what
all words share does not distinguish two of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from seriatim.analysis import weights

if TYPE_CHECKING:
    from numpy import ndarray

WIDTH = 384
KEPT = 128  # directions, those in which words vary most
SOFTNESS = 0.8  # 1 would make all directions equal
# Frequent whole words; the rows before them are punctuation and single characters.
_SAMPLE = slice(1996, 12000, 3)
_GRAPH, _INITIALIZER, _NAME, _RAW = 7, 5, 8, 9  # fields of ONNX's messages


@weights.loader
def _tokenizer() -> Any:  # noqa: ANN401 - tokenizers has no types
    from tokenizers import Tokenizer

    return Tokenizer.from_str(weights.path("tokenizer.json").read_text("utf8"))


@weights.loader
def _table() -> ndarray:
    """The embeddings, rotated and scaled: one row per word piece."""
    import numpy as np

    found = _tensors(weights.path("spans.onnx").read_bytes())
    steps = np.frombuffer(found["words.weight_quantized"], np.uint8).reshape(-1, WIDTH)
    table = steps.astype(np.float32)
    sample = table[_SAMPLE]
    middle = sample.mean(0)
    _, size, directions = np.linalg.svd(sample - middle, full_matrices=False)
    turn = (directions[:KEPT] / (size[:KEPT, None] / len(sample) ** 0.5) ** SOFTNESS).T
    return np.asarray((table - middle) @ turn, np.float32)


def vectors(words: list[str]) -> ndarray:
    """Unit vectors of words, ``float32 [len(words), 128]``; zero for a word without pieces."""
    import numpy as np

    out = np.zeros((len(words), KEPT), np.float32)
    for row, encoding in enumerate(_tokenizer().encode_batch(words, add_special_tokens=False)):
        if encoding.ids:
            out[row] = _table()[encoding.ids].mean(0)
    return np.asarray(
        out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-6), np.float32
    )


def _tensors(model: bytes) -> dict[str, bytes]:
    """The raw bytes of the model's weights by name."""
    graph = next(value for field, value in _fields(model) if field == _GRAPH)
    found = {}
    for field, value in _fields(graph):
        if field == _INITIALIZER:
            parts = dict(_fields(value))
            found[bytes(parts[_NAME]).decode()] = parts.get(_RAW, b"")
    return found


def _fields(message: bytes) -> Iterator[tuple[int, bytes]]:
    """The fields of a protocol-buffers message that have a length, in order."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        if key & 7 == 2:
            size, at = _varint(message, at)
            yield key >> 3, message[at : at + size]
            at += size
        else:
            at = _varint(message, at)[1] if key & 7 == 0 else at + (8 if key & 7 == 1 else 4)


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at
