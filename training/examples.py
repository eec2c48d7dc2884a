"""Corpora → windows with labels: PolNeAR for source, cue and content, Szeged (Wikipedia) for hedges."""

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
    """One text of a document (a paragraph), with the spans of each role that lie in it and the links between their starts."""

    text: str
    spans: dict[str, list[Span]]
    links: list[dict[str, int]]  # one attribution: the start of each role's first span in this text


@dataclass(frozen=True, slots=True)
class Example:
    """A window, its tags for each role (``None`` where the corpus does not mark the role), and links between words of it.

    ``to_source`` and ``to_cue`` map a word to a word: a cue's first to its source's first, a
    content's first to its cue's first; -1 for none here.
    """

    window: Window
    tags: dict[str, list[int]]
    to_source: dict[int, int]
    to_cue: dict[int, int]


def attribution_documents(path: Path) -> list[list[Text]]:
    """PolNeAR, each document in its paragraphs."""
    return [list(_paragraphs(json.loads(line))) for line in path.read_text("utf8").splitlines()]


def _paragraphs(record: dict[str, Any]) -> Iterator[Text]:
    text = record["text"]
    for paragraph in re.finditer(r"[^\n]+", text):
        start, end = paragraph.span()
        spans: dict[str, list[Span]] = {role: [] for role in ROLES[:3]}
        links: list[dict[str, Any]] = []
        for attribution in record["attributions"]:
            inside = {
                r: [(s - start, min(e, end) - start) for s, e in attribution[r] if start <= s < end]
                for r in ROLES[:3]
            }
            for role, found in inside.items():
                spans[role].extend(found)
            links.extend(
                {"cue": _first(inside["cue"]), "source": _first(inside["source"]), "content": s}
                for s, _ in inside["content"] or [(-1, -1)]
            )
        yield Text(paragraph.group(), spans, [x for x in links if max(x.values()) >= 0])


def _first(spans: list[Span]) -> int:
    return spans[0][0] if spans else -1


def hedge_documents(path: Path) -> list[list[Text]]:
    """Szeged Wikipedia, each document in its sentences."""
    records = [json.loads(line) for line in path.read_text("utf8").splitlines()]
    return [
        [Text(r["text"], {"hedge": [(s, e) for s, e, _ in r["hedges"]]}, []) for r in group]
        for _, group in groupby(records, key=lambda r: r["doc"])
    ]


def joined(documents: Iterable[list[Text]], chance: random.Random) -> Iterator[list[Text]]:
    """Some neighbouring sentences as one text: a passage that is read has several sentences."""
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
        to_source = {
            starts[i, x["cue"]]: starts.get((i, x["source"]), -1)
            for i, x in links
            if (i, x["cue"]) in starts
        }
        to_cue = {
            starts[i, x["content"]]: starts.get((i, x["cue"]), -1)
            for i, x in links
            if (i, x["content"]) in starts
        }
        yield Example(window, tags, to_source, to_cue)


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
                continue  # the two overlapping contents of the corpus
            tags[inside[0] : inside[-1] + 1] = [INSIDE] * (inside[-1] - inside[0] + 1)
            tags[inside[0]], tags[inside[-1]] = BEGIN, END
            if len(inside) == 1:
                tags[inside[0]] = SINGLE
    return tags
