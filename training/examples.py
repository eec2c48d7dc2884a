"""Labelled windows from corpora: PolNeAR for attribution, Szeged (Wikipedia) for hedges."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from seriatim.analysis.windows import LIMIT, Window, windows
from seriatim.model import Span

ROLES = ("source", "cue", "content", "hedge")
OUTSIDE, BEGIN, INSIDE, END, SINGLE = range(5)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph with the spans of each role and the links between their first characters."""

    text: str
    spans: dict[str, list[Span]]
    links: list[dict[str, int]]  # by attribution: the start of each role's first span


@dataclass(frozen=True, slots=True)
class Example:
    """A window with tags for each role that the corpus annotates, and links between its words.

    ``to_source`` links the first word of a cue to that of its source, ``to_cue`` the first word of
    a content to that of its cue; -1 if the window has none.
    """

    window: Window
    tags: dict[str, list[int]]
    to_source: dict[int, int]
    to_cue: dict[int, int]


def attribution_documents(path: Path) -> list[list[Text]]:
    """The documents of PolNeAR, split into paragraphs."""
    return [list(_paragraphs(json.loads(line))) for line in path.read_text("utf8").splitlines()]


def _paragraphs(record: dict[str, Any]) -> Iterator[Text]:
    text = record["text"]
    for paragraph in re.finditer(r"[^\n]+", text):
        start, end = paragraph.span()
        spans: dict[str, list[Span]] = {role: [] for role in ROLES[:3]}
        links: list[dict[str, Any]] = []
        for attribution in record["attributions"]:
            inside = {role: _within(attribution[role], start, end) for role in ROLES[:3]}
            for role, found in inside.items():
                spans[role].extend(found)
            links.extend(
                {"cue": _first(inside["cue"]), "source": _first(inside["source"]), "content": s}
                for s, _ in inside["content"] or [(-1, -1)]
            )
        yield Text(paragraph.group(), spans, [x for x in links if max(x.values()) >= 0])


def _within(spans: list[Span], start: int, end: int) -> list[Span]:
    """The spans that begin between two offsets, counted from the first and cut at the second."""
    return [(s - start, min(e, end) - start) for s, e in spans if start <= s < end]


def _first(spans: list[Span]) -> int:
    return spans[0][0] if spans else -1


def hedge_documents(path: Path) -> list[list[Text]]:
    """The documents of Szeged Wikipedia, split into sentences."""
    records = [json.loads(line) for line in path.read_text("utf8").splitlines()]
    return [
        [Text(r["text"], {"hedge": [(s, e) for s, e, _ in r["hedges"]]}, []) for r in group]
        for _, group in groupby(records, key=lambda r: r["doc"])
    ]


def joined(documents: Iterable[list[Text]], chance: random.Random) -> Iterator[list[Text]]:
    """The documents with some neighbouring sentences joined, since passages have several."""
    for document in documents:
        out: list[Text] = []
        for text in document:
            if out and chance.random() < 0.6 and len(out[-1].text) < 600:
                shift = len(out[-1].text) + 1
                spans = {
                    "hedge": [
                        *out[-1].spans["hedge"],
                        *((s + shift, e + shift) for s, e in text.spans["hedge"]),
                    ]
                }
                out[-1] = Text(f"{out[-1].text} {text.text}", spans, [])
            else:
                out.append(text)
        yield out


def examples(
    tokenizer: Tokenizer, document: list[Text], *, first: int | None = None, limit: int = LIMIT
) -> Iterator[Example]:
    """The windows of a document with their labels."""
    for window in windows(tokenizer, [t.text for t in document], limit=limit, first=first):
        roles = document[0].spans
        tags = {role: _tags(window, [t.spans[role] for t in document]) for role in roles}
        starts = {(w.text, w.start): i for i, w in reversed(list(enumerate(window.words)))}
        links = [(i, link) for i, text in enumerate(document) for link in text.links]
        to_source = _linked(starts, links, "cue", "source")
        to_cue = _linked(starts, links, "content", "cue")
        yield Example(window, tags, to_source, to_cue)


def _linked(
    starts: dict[tuple[int, int], int],
    links: list[tuple[int, dict[str, int]]],
    one: str,
    other: str,
) -> dict[int, int]:
    """Word of one role → word of the other role; -1 if the window does not have it."""
    return {
        starts[i, x[one]]: starts.get((i, x[other]), -1) for i, x in links if (i, x[one]) in starts
    }


def _tags(window: Window, spans: list[list[Span]]) -> list[int]:
    tags = [OUTSIDE] * len(window.words)
    for index, found in enumerate(spans):
        for start, end in found:
            inside = [
                i
                for i, w in enumerate(window.words)
                if w.text == index and w.start < end and start < w.end
            ]
            if not inside or any(tags[i] for i in inside):
                continue  # the corpus has two contents that overlap
            tags[inside[0] : inside[-1] + 1] = [INSIDE] * (inside[-1] - inside[0] + 1)
            tags[inside[0]], tags[inside[-1]] = BEGIN, END
            if len(inside) == 1:
                tags[inside[0]] = SINGLE
    return tags
