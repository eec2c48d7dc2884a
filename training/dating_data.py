"""Marked passages → what dating trains on: the view of each, and how the gold judges a value."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypedDict

import numpy as np
from numpy import ndarray

from seriatim import readers
from seriatim.analysis import analyse, weights
from seriatim.analysis.event_mentions import EventMention
from seriatim.events import detection
from seriatim.model import When
from seriatim.pipeline import claims
from seriatim.temporal import edtf, timexes
from seriatim.temporal.dating import rules
from seriatim.temporal.dating.view import View, view
from training import frames

Judged: TypeAlias = ndarray
EVER = float("inf")


class Gold(TypedDict, total=False):
    """An event as a reader marked it."""

    id: str
    span: tuple[int, int]
    also: list[tuple[int, int]]
    when: list[str]
    optional: bool


@dataclass(frozen=True)
class Case:
    """A passage as dating sees it, with its own events and with those that only the gold tells."""

    name: str
    text: str
    gold: list[Gold]
    view: View
    wider: View
    extra: frozenset[tuple[int, int]]  # (text, word) of the latter

    def gold_of(self, seen: View) -> dict[int, Gold]:
        """The gold event of each listed event, one to one, the closest spans first."""
        pairs = sorted(
            (-overlap, bool(g.get("optional")), at, n)
            for at, g in enumerate(self.gold)
            for n, e in enumerate(seen.events)
            if e.listed
            and (overlap := max(_overlap(e.span, s) for s in [g["span"], *g.get("also", [])])) > 0
        )
        found: dict[int, Gold] = {}
        used: set[int] = set()
        for _, _, at, n in pairs:
            if n not in found and at not in used:
                found[n] = self.gold[at]
                used.add(at)
        return found


def _overlap(one: Sequence[int], other: Sequence[int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


def judged(values: Sequence[str], gold: Gold) -> Judged:
    """Whether each value is right, the sharpest right one, false, or narrower than every answer."""
    answers = [bounds(a) for a in gold["when"]]
    narrowest = min(b - a for a, b in answers)
    best = answers[0]
    found = []
    for value in values:
        lo, hi = bounds(value)
        right = (lo, hi) in answers
        sharp = right and hi - lo <= narrowest
        false = not right and not (lo <= best[0] and hi >= best[1])
        narrower = not right and any(a <= lo and hi <= b for a, b in answers)
        found.append((right, sharp, false, narrower))
    return np.array(found, np.int8)


def bounds(value: str) -> tuple[float, float]:
    """The interval of a marked date: hours and decades as the guide writes them."""
    plain = value.replace("-XX", "")
    try:
        start, end = edtf.interval(plain)
    except edtf.EdtfError:
        start, end = edtf.interval(edtf.UNKNOWN)
    return (-EVER if start is None else start, EVER if end is None else end)


def load(passages: Path, folds: Path, triggers: Path) -> list[Case]:
    """The cases of all passages, in the order of their names.

    Each is read with weights of frames and event triggers that have not seen it: those of its fold
    in ``folds`` and in ``triggers`` (``training/triggers.py --work``).
    """
    fold_of: dict[str, int] = json.loads((triggers / "folds.json").read_text("utf8"))
    found = []
    for folder in sorted(p.parent for p in passages.glob("*/*/gold.json")):
        genre, name = folder.parent.name, folder.name
        weights.use(
            folds / frames.fold(f"{genre}/{name}"), triggers / f"fold-{fold_of[f'{genre}--{name}']}"
        )
        found.append(_case(folder))
    weights.use()
    return found


def _case(folder: Path) -> Case:
    marks = json.loads((folder / "gold.json").read_text("utf8"))
    text = (folder / "article.txt").read_text("utf8")
    name = f"{folder.parent.name}--{folder.name}"
    taken = readers.read_bytes(text.encode(), f"{name}.txt", published=marks["published"])
    ((document, passages),) = taken.documents
    expressions = timexes.read(document, passages)
    read = claims.attached(document, list(analyse(document, passages)), expressions)
    seen: list[list[tuple[EventMention, When]]] = []
    wider: list[list[tuple[EventMention, When]]] = []
    extra: set[tuple[int, int]] = set()
    of_rule, of_wider = (rules.RuleBasedDating(document) for _ in range(2))
    spans = [tuple(g["span"]) for g in marks["events"] if not g.get("optional")]
    for at, r in enumerate(read):
        told = claims.mentions(r)
        whens = of_rule.passage(r.analysis, r.attached, told, r.setting)
        seen.append([(p, whens[p.word.i]) for p in told])
        missed = _missed(r, told, spans)
        more = sorted([*told, *missed], key=lambda p: p.word.i)
        again = of_wider.passage(r.analysis, r.attached, more, r.setting)
        wider.append([(p, whens.get(p.word.i) or again[p.word.i]) for p in more])
        extra.update((at, p.word.i) for p in missed)
    return Case(
        name,
        document.text,
        marks["events"],
        view(document, read, seen, expressions),
        view(document, read, wider, expressions),
        frozenset(extra),
    )


def _missed(
    read: claims.ReadPassage, told: Sequence[EventMention], spans: Sequence[Sequence[int]]
) -> list[EventMention]:
    """The gold's events of a passage that no mention covers, as mentions of their one word."""
    taken = {t.i for p in told for t in (*p.chain, p.word)} | read.attached.timed
    offsets = read.analysis.words.offsets
    found = []
    for start, end in spans:
        if not offsets or not offsets[0] <= start <= offsets[-1]:
            continue
        words = read.analysis.tokens((start, end))
        if words is None or not len(words) or words.root.i in taken:
            continue
        token = words.root
        taken.add(token.i)
        verb = token.pos_ == "VERB"
        found.append(
            EventMention(
                token,
                token,
                "other",
                (token,),
                None if verb else token,
                detection.report_above(token) if verb else None,
                planned=verb and detection.is_planned((token,)),
            )
        )
    return found
