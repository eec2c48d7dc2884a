"""The spans of texts that the span model tags: sources, cues, contents and hedges.

The model gives each word a score for each tag of four roles, and vectors that link the first word
of a cue to that of its source and the first word of a content to that of its cue.  The best allowed
chain of tags (no "inside" without "begin") gives the spans.  A window's scores depend on that
window alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from seriatim.analysis import weights
from seriatim.analysis.progress import Progress, silent
from seriatim.analysis.windows import Window, windows
from seriatim.messages import reading as messages
from seriatim.model import Span

if TYPE_CHECKING:
    from numpy import ndarray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

TagRole = Literal["source", "cue", "content", "hedge"]

_FORBIDDEN = -1e4
_MAY_FOLLOW = (
    (1, 1, 0, 0, 1),
    (0, 0, 1, 1, 0),
    (0, 0, 1, 1, 0),
    (1, 1, 0, 0, 1),
    (1, 1, 0, 0, 1),
)  # O B I E S
_MAY_START, _MAY_END = (1, 1, 0, 0, 1), (1, 0, 0, 1, 1)
# The role that each role is linked to, and the place of its query among the link vectors.
_LINKED_TO: dict[TagRole, tuple[TagRole, int]] = {"cue": ("source", 0), "content": ("cue", 2)}


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A tagged span of one text, and the spans it is linked to (by number), likeliest first.

    ``links`` of a cue lead to sources, of a content to cues; ``score`` is the link's logit above
    that of "none of these".
    """

    role: TagRole
    text: int
    start: int
    end: int
    links: tuple[tuple[int, float], ...] = ()


def is_installed() -> bool:
    """Whether the model's weights are installed."""
    return weights.path("spans.onnx").is_file()


def tag(
    texts: Sequence[str],
    *,
    roles: Sequence[TagRole] = ("source", "cue", "content"),
    progress: Progress = silent,
) -> list[TaggedSpan]:
    """The tagged spans of the texts of one document, in the order of its windows."""
    cut = list(windows(_tokenizer(), texts))
    marked = []
    for window, (emissions, links) in zip(cut, scores(cut), strict=True):
        marked.append(_linked(window, emissions, links, roles))
        progress(messages.FINDING_SOURCES, len(marked), len(cut))
    found: list[TaggedSpan] = []
    for of_window in marked:
        first = len(found)
        found += [
            replace(t, links=tuple((to + first, score) for to, score in t.links)) for t in of_window
        ]
    return found


@weights.loader
def _session() -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # Documents are read in parallel, each by one process.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = weights.path("spans.onnx").read_bytes()
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@weights.loader
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    return Tokenizer.from_str(weights.path("tokenizer.json").read_text("utf8"))


@weights.loader
def _moves() -> dict[str, ndarray]:
    import numpy as np

    stored = json.loads(weights.path("spans.json").read_text("utf8"))
    return {
        role: np.array(moves, np.float32)
        for role, moves in zip(stored["roles"], stored["moves"], strict=True)
    }


def scores(cut: Sequence[Window]) -> Iterator[tuple[ndarray, ndarray]]:
    """Emissions and link vectors of each window, a row a piece.

    One window at a time: activations are quantized by the range of the whole batch, so that a
    window's scores would change with its neighbours (8 of 820 claims did).  It also costs less:
    0.69 of the CPU time of batches of 4,096 pieces, since nothing is padded.
    """
    import numpy as np

    for window in cut:
        pieces, shapes = np.array([[window.pieces], [window.shapes]], np.int64)
        emissions, links = _session().run(None, {"pieces": pieces, "shapes": shapes})
        yield emissions[0], links[0]


def _linked(
    window: Window, emissions: ndarray, links: ndarray, roles: Sequence[TagRole]
) -> list[TaggedSpan]:
    """The spans of a window with their links, numbered within it."""
    marked = _spans(window, emissions, roles)
    numbers = {role: [i for i, (r, _, _) in enumerate(marked) if r == role] for role in roles}
    vectors = links.reshape(len(links), 4, -1)
    found = []
    for role, a, b in marked:
        to, side = _LINKED_TO.get(role, (None, 0))
        targets = numbers.get(to, []) if to else []
        keys = [window.firsts[marked[n][1]] for n in targets]
        scores = _scores(vectors, window.firsts[a], keys, side)
        ranked = sorted(zip(targets, scores, strict=True), key=lambda x: (-x[1], x[0]))
        word = window.words[a]
        found.append(
            TaggedSpan(role, word.text, word.start, window.words[b - 1].end, tuple(ranked))
        )
    return found


def _spans(
    window: Window, emissions: ndarray, roles: Sequence[TagRole]
) -> list[tuple[TagRole, int, int]]:
    """The runs of words with each role; a run over the end of a text is cut there.

    All roles are decoded at once, which takes a third of the time of one by one.
    """
    import numpy as np

    places = [list(_moves()).index(role) for role in roles]
    scores = (
        emissions[window.firsts].reshape(len(window.firsts), -1, 5)[:, places].transpose(1, 0, 2)
    )
    tags = best_tags(scores, np.stack([_moves()[role] for role in roles]))
    return [
        (role, *run)
        for role, of_role in zip(roles, tags, strict=True)
        for a, b in spans_of(of_role)
        for run in _within_texts(window, a, b)
    ]


def _within_texts(window: Window, a: int, b: int) -> Iterator[Span]:
    start = a
    for i in range(a, b):
        if i + 1 == b or window.words[i + 1].text != window.words[i].text:
            yield (start, i + 1)
            start = i + 1


def _scores(vectors: ndarray, query: int, keys: Sequence[int], side: int) -> list[float]:
    """The score of each key above that of no link (the window's first piece)."""
    asked = vectors[query, side]
    none = float(vectors[0, side + 1] @ asked)
    scale = len(asked) ** 0.5
    return [round((float(vectors[k, side + 1] @ asked) - none) / scale, 4) for k in keys]


def best_tags(emissions: ndarray, moves: ndarray) -> list[list[int]]:
    """The best allowed chain of tags of each row.

    Emissions are ``[c, w, 5]``, moves ``[5, 5]`` or ``[c, 5, 5]``.
    """
    import numpy as np

    allowed = np.where(np.array(_MAY_FOLLOW) > 0, moves, _FORBIDDEN)
    score = emissions[:, 0] + np.where(np.array(_MAY_START) > 0, 0, _FORBIDDEN)
    back = []
    for i in range(1, emissions.shape[1]):
        steps = score[:, :, None] + allowed
        back.append(steps.argmax(1))
        score = steps.max(1) + emissions[:, i]
    tags = (score + np.where(np.array(_MAY_END) > 0, 0, _FORBIDDEN)).argmax(1)
    chain = [tags]
    for pointers in reversed(back):
        tags = np.take_along_axis(pointers, tags[:, None], 1)[:, 0]
        chain.append(tags)
    return [[int(t) for t in row] for row in np.stack(chain[::-1], 1)]


def spans_of(tags: Sequence[int]) -> Iterator[Span]:
    """The runs of words that a chain of tags marks."""
    start = 0
    for i, tagged in enumerate(tags):
        if tagged in (1, 4):
            start = i
        if tagged in (3, 4):
            yield (start, i + 1)
