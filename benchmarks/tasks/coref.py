"""Coreference of happenings and actors: which of the given mentions mean the same, within each topic.

In: a line ``{"id","topic","text","events":[{"span"}],"actors"?:[{"span"}]}`` a document.  Out: a
line
``{"id","topic","events":[{"span","cluster"}],"actors"?:[{"span","cluster"}]}``.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seriatim.analysis import Analysis, analyse
from seriatim.model import Document, Passage
from seriatim.resolution import event_coreference, event_mentions, name_coreference, pair_features
from seriatim.resolution.event_mentions import EventMentionFeatures
from seriatim.resolution.name_coreference import Named


@dataclass(frozen=True)
class Topic:
    """The mentions of a topic in the order of its documents, and the lemmas of each document."""

    name: str
    documents: tuple[dict[str, Any], ...]
    mentions: tuple[EventMentionFeatures, ...]
    lemmas: dict[str, list[str]]


def run(source: Path, target: Path) -> None:
    """Read every document of ``source``, and write the set of each mention."""
    documents = [json.loads(line) for line in source.read_text("utf8").splitlines() if line.strip()]
    started = time.process_time()
    found = {t.name: t for t in topics(documents)}
    weight = pair_features.rarity([lemmas for t in found.values() for lemmas in t.lemmas.values()])
    lines: dict[str, str] = {}
    for topic in found.values():
        numbers = iter(event_coreference.clusters(topic.mentions, topic.lemmas, weight))
        who = iter(
            name_coreference.clusters(
                [_named(d, a["span"]) for d in topic.documents for a in d.get("actors", ())]
            )
        )
        for document in topic.documents:
            events = [
                {"span": e["span"], "cluster": f"{topic.name}:{next(numbers)}"}
                for e in document["events"]
            ]
            out = {"id": document["id"], "topic": document.get("topic"), "events": events}
            if "actors" in document:
                out["actors"] = [
                    {"span": a["span"], "cluster": f"{topic.name}:{next(who)}"}
                    for a in document["actors"]
                ]
            lines[document["id"]] = json.dumps(out, ensure_ascii=False)
    target.write_text("".join(lines[d["id"]] + "\n" for d in documents), "utf8")
    print(
        f"coref: {len(documents)} documents, {time.process_time() - started:.0f} CPU-seconds",
        file=sys.stderr,
    )


def _named(document: dict[str, Any], span: list[int]) -> Named:
    return Named(document["id"], (span[0], span[1]), document["text"][span[0] : span[1]])


def topics(documents: list[dict[str, Any]]) -> Iterator[Topic]:
    """The topics, each read."""
    names = dict.fromkeys(str(d.get("topic")) for d in documents)
    for name in names:
        inside = tuple(d for d in documents if str(d.get("topic")) == name)
        mentions: list[EventMentionFeatures] = []
        lemmas: dict[str, list[str]] = {}
        for document in inside:
            analyses = _read(document)
            mentions += event_mentions.find(
                document["id"], analyses, [tuple(e["span"]) for e in document["events"]]
            )
            lemmas[document["id"]] = list(event_mentions.lemmas(analyses))
        yield Topic(name, inside, tuple(mentions), lemmas)


def _read(asked: dict[str, Any]) -> list[Analysis]:
    """The parse of a document, whose paragraphs are its lines."""
    document = Document(asked["id"], asked["id"], "", asked["text"], "0" * 64)
    passages = [
        Passage(asked["id"], i, "paragraph", (m.span(),))
        for i, m in enumerate(re.finditer(r"[^\n]+", document.text))
    ]
    return list(analyse(document, passages))
