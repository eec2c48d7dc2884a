"""Trains and cross-validates the weights of time frames: ``python training/frames.py [--export]``.

The years: a chain over all times that a document names (``seriatim.temporal.frames.year_chain``).
Its likelihood is maximised over the mentions whose year the annotation tells, summed over all ways
that the story may take.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from seriatim import readers as documents
from seriatim.analysis.words import passage_text
from seriatim.temporal import edtf, timexes
from seriatim.temporal.frames import document_frames, narrative_day
from seriatim.temporal.frames.anchors import Genre, Point, point
from seriatim.temporal.frames.context import Context
from seriatim.temporal.frames.mentions import Stretch, mentions
from seriatim.temporal.frames.outline import Outline, outline
from seriatim.temporal.frames.year_chain import LOOK_BACK, years
from seriatim.temporal.frames.year_features import (
    OTHER_YEARS,
    aside,
    candidates,
    crossed,
    evidence,
    step,
)
from seriatim.temporal.tagging.search import search

SHARED = Path(__file__).resolve().parents[2] / "shared"
FOLDS = 8
GENRE = document_frames.genre
DAY = narrative_day.day
PENALTY = 0.5
# What news does, before anything is learned: business news, of which there is none to learn from,
# counts from its own date though it compares with other years.
PRIOR = {"where the tense looks: news": 2.0, "document's year: nothing stated": 2.0}
MOST = 8  # years of one document that count in full


@dataclass(frozen=True)
class Example:
    """A document with the years that its annotation tells."""

    name: str
    genre: str
    outline: Outline
    years: Mapping[int, frozenset[int]]  # by mention
    weight: float


def main() -> None:
    """Prints cross-validated figures of the three models, and with ``--export`` writes them."""
    export = "--export" in sys.argv
    story(export=export)
    year_chain(export=export)
    narrative_days(export=export)


def folds() -> Path:
    """The folder with the weights of each fold, trained where they are missing or out of date."""
    mark = WORK / "signature"
    if not mark.is_file() or mark.read_text() != signature():
        with contextlib.redirect_stdout(sys.stderr):
            story(export=False)
            year_chain(export=False)
            narrative_days(export=False)
        mark.write_text(signature())
    return WORK


def signature() -> str:
    """A hash of the code and the passages that the weights are made from."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    source = Path(__file__).resolve().parents[1] / "src/seriatim"
    code = [*(source / "temporal").rglob("*.py"), *(source / "lang").rglob("*.py")]
    for path in [*sorted(code), *sorted((SHARED / "passages/train").glob("*/*/gold.json"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def year_chain(*, export: bool) -> None:
    """Cross-validates the chain of years, by documents and with ``--genres`` by genre."""
    labelled = [e for e in [*passages(), *gum(), *stories()] if e.years]
    print(f"{len(labelled)} documents, {sum(len(e.years) for e in labelled)} years to tell")
    report(labelled, held_out(labelled, lambda e: fold(e.name)))
    if "--genres" in sys.argv:
        report(labelled, held_out(labelled, lambda e: e.genre))
    if export:
        write(MODELS, "years", fit(labelled))


GENRES: tuple[Genre, Genre] = ("news", "narrative")
MODELS = Path(__file__).resolve().parents[1] / "src/seriatim/models"
WORK = Path(__file__).resolve().parent / "work/frames"


def write(folder: Path, model: str, weights: Mapping[str, float]) -> None:
    """Puts a model's weights into the folder's file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "frames.json"
    kept = json.loads(path.read_text()) if path.exists() else {}
    kept[model] = {name: round(w, 4) for name, w in sorted(weights.items()) if abs(w) > 1e-4}
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False, sort_keys=True) + "\n")


def fold(name: str) -> str:
    """The fold of a document, by its name."""
    base = name.partition("#")[0]
    return str(sum(base.encode()) % FOLDS)


def held_out(
    examples: Sequence[Example], by: Callable[[Example], str]
) -> dict[str, dict[str, float]]:
    """For each group the weights learned from all others."""
    groups = sorted({by(e) for e in examples})
    fitted = {g: fit([e for e in examples if by(e) != g]) for g in groups}
    for group, weights in fitted.items():
        write(WORK / group, "years", weights)
    return {e.name: fitted[by(e)] for e in examples}


def report(examples: Sequence[Example], weights: Mapping[str, Mapping[str, float]]) -> None:
    """Prints how many years are right, by genre, and how sure the model is."""
    right: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    for example in examples:
        found = years(example.outline, weights[example.name])
        for at, wanted in example.years.items():
            decision = found[at]
            row = (
                decision is not None and decision.year in wanted,
                decision.probability if decision else 0.0,
            )
            right[example.genre].append(row)
            right["all"].append(row)
    by_document = [
        np.mean([(d := f[at]) is not None and d.year in y for at, y in e.years.items()])
        for e in examples
        for f in [years(e.outline, weights[e.name])]
    ]
    print(f"by document {100 * np.mean(by_document):.1f}")
    for genre, rows in sorted(right.items()):
        sure = [ok for ok, p in rows if p >= 0.6]
        print(
            f"{genre:12} n {len(rows):5}  right {100 * np.mean([r[0] for r in rows]):5.1f}"
            f"   p>=.6: {len(sure)} {100 * np.mean(sure):5.1f}"
        )


# What the annotations tell


def passages() -> Iterator[Example]:
    """The passages, whose events tell the year of the words that date them."""
    root = SHARED / "passages/train"
    for path in sorted(root.glob("*/*/gold.json")):
        gold = json.loads(path.read_text())
        text = (path.parent / "article.txt").read_text()
        read = read_document(text, gold.get("published"))
        by = [
            (tuple(s), e["when"])
            for e in gold["events"]
            for s in e.get("by", [])
            if e["when"][0] != "unknown"
        ]
        told: dict[int, frozenset[int]] = {}
        for at, (start, mention) in enumerate(zip(read.places, read.outline.mentions, strict=True)):
            if not mention.yearless:
                continue
            whens = [when for span, when in by if span[0] <= start < span[1]]
            fits = [
                frozenset(
                    y for y in candidates(read.outline, at) if allows(when, y, mention.parts[1:3])
                )
                for when in whens
            ]
            fits = [f for f in fits if f]
            if fits:
                told[at] = min(fits, key=len)
        yield Example(
            f"{path.parent.parent.name}/{path.parent.name}",
            path.parent.parent.name,
            read.outline,
            told,
            min(1.0, MOST / max(1, len(told))),
        )


def allows(whens: Sequence[str], year: int, parts: tuple[int | None, int | None]) -> bool:
    """Whether the first answer, without its open side, holds the month or day in that year."""
    value = whens[0].replace("../", "").replace("/..", "")
    low, high = edtf.first_day(value), edtf.last_day(value)
    month, day = parts
    first = edtf.days_from_civil(year, month or 1, day or 1)
    last = edtf.days_from_civil(year, month or 1, day or 28)
    return (
        low is not None and high is not None and low <= last and first <= high and high - low < 800
    )


def gum() -> Iterator[Example]:
    """Documents of open genres."""
    for line in (SHARED / "corpora/times/gum_dates.jsonl").read_text().splitlines():
        given = json.loads(line)
        read = read_plain(given["text"], given["dct"])
        gold = [
            (t["start"], t["end"], t.get("when") or t.get("from") or "") for t in given["dates"]
        ]
        told = labels(read, gold)
        yield Example(
            given["id"],
            "gum-" + given["genre"],
            read.outline,
            told,
            min(1.0, MOST / max(1, len(told))),
        )


def news() -> Iterator[tuple[str, str, str, list[tuple[int, int, str]]]]:
    """News stories with values: id, text without its dateline, date, and where values stand."""
    for line in (SHARED / "corpora/events/meantime-dev.jsonl").read_text().splitlines():
        given = json.loads(line)
        told = [(*t["span"], t["value"] or "") for t in given["times"]]
        yield given["id"], blanked(given["text"], given["dct"]), given["dct"], told
    for line in (SHARED / "corpora/events/timeset.jsonl").read_text().splitlines():
        given = json.loads(line)
        first = next(
            (
                t
                for t in timexes.find(given["text"][:400])
                if t.anchor == "none" and t.edtf and len(t.edtf) == 10
            ),
            None,
        )
        if first is None or first.edtf is None:
            continue
        told = [
            (m[1], m[2], given["notes"][i][0])
            for i, m in given["mentions"].items()
            if given["notes"].get(i)
        ]
        yield given["id"], blanked(given["text"], first.edtf), first.edtf, told


def blanked(text: str, dct: str) -> str:
    """The text without the line that says when it was written."""
    for found in timexes.find(text[:400]):
        if found.edtf == dct and found.anchor == "none":
            return (
                text[: found.span[0]]
                + " " * (found.span[1] - found.span[0])
                + text[found.span[1] :]
            )
    return text


def stories() -> Iterator[Example]:
    """News stories."""
    for name, text, dct, told in news():
        read = read_plain(text, dct)
        years_told = labels(read, told)
        yield Example(
            name, "stories", read.outline, years_told, min(1.0, MOST / max(1, len(years_told)))
        )


def labels(read: Read, gold: Sequence[tuple[int, int, str]]) -> dict[int, frozenset[int]]:
    """The years that normalised values tell."""
    told = {}
    for at, (start, mention) in enumerate(zip(read.places, read.outline.mentions, strict=True)):
        value = next((v for s, e, v in gold if s <= start < e), "")
        if (
            mention.yearless
            and value[:4].isdigit()
            and int(value[:4]) in candidates(read.outline, at)
        ):
            told[at] = frozenset({int(value[:4])})
    return told


@dataclass(frozen=True)
class Read:
    """The outline of a document and where in its text its mentions stand."""

    outline: Outline
    places: Sequence[int]


def read_document(text: str, published: str | None) -> Read:
    """A file as the program takes it in."""
    taken = documents.read_bytes(text.encode(), "passage.txt", published=published)
    document, cells = taken.documents[0]
    words = [passage_text(document, p) for p in cells]
    stretches = [Stretch(w.text, search(w.text), p) for w, p in zip(words, cells, strict=True)]
    found = document_frames.with_gate(
        outline(stretches, mentions(stretches), point(document.published))
    )
    return Read(found, [words[m.stretch].span(m.start, m.start + 1)[0] for m in found.mentions])


def read_plain(text: str, published: str | None) -> Read:
    """A plain text."""
    stretches = [Stretch(text, search(text))]
    found = document_frames.with_gate(outline(stretches, mentions(stretches), point(published)))
    return Read(found, [m.start for m in found.mentions])


# Whether a document counts from the day of writing or from its story


@dataclass(frozen=True)
class Leaning:
    """A document with how many of its relative expressions are right under either frame alone."""

    name: str
    traits: Mapping[str, float]
    news: int
    story: int


def leanings() -> Iterator[Leaning]:
    """The passages and the news stories."""
    root = SHARED / "passages/train"
    for path in sorted(root.glob("*/*/gold.json")):
        gold = json.loads(path.read_text())
        text = (path.parent / "article.txt").read_text()
        (document, cells), *_ = documents.read_bytes(
            text.encode(), "passage.txt", published=gold.get("published")
        ).documents
        by = [
            (s, e["when"])
            for e in gold["events"]
            for s in e.get("by", [])
            if e["when"][0] != "unknown"
        ]
        rights = []
        for genre in GENRES:
            document_frames.genre = partial(_always, genre)
            found = timexes.read(document, cells)
            rights.append(
                {
                    x.span: (x.edtf, any(fits(x.edtf, w) for w in ws))
                    for x in found
                    if (ws := [w for s, w in by if s[0] < x.span[1] and x.span[0] < s[1]])
                }
            )
        document_frames.genre = GENRE
        read = read_document(text, gold.get("published"))
        differ = [k for k in rights[0] if rights[0][k] != rights[1].get(k, (None, False))]
        name = f"{path.parent.parent.name}/{path.parent.name}"
        yield Leaning(
            name,
            read.outline.traits,
            sum(score(*rights[0][k]) for k in differ),
            sum(score(*rights[1].get(k, (None, False))) for k in differ),
        )
    for name, text, dct, told in news():
        rights = []
        for genre in GENRES:
            document_frames.genre = partial(_always, genre)
            given = {x.span: x for x in timexes.timex(text, dct)}
            rights.append(
                {(s, e): (x.edtf, x.value == v) for s, e, v in told if (x := given.get((s, e)))}
            )
        document_frames.genre = GENRE
        differ = [k for k in rights[0] if rights[0][k] != rights[1].get(k, (None, False))]
        yield Leaning(
            name,
            read_plain(text, dct).outline.traits,
            sum(score(*rights[0][k]) for k in differ),
            sum(score(*rights[1].get(k, (None, False))) for k in differ),
        )


def _always(genre: Genre, _: Mapping[str, float]) -> Genre:
    """A genre, whatever a document's traits are."""
    return genre


def score(value: str | None, right: bool) -> int:  # noqa: FBT001 - a pair as it is kept
    """What an answer is worth: a false one costs as much as a right one brings."""
    return 0 if value is None else 1 if right else -1


def fits(value: str | None, whens: Sequence[str]) -> bool:
    """Whether a value, without its open side, meets an answer."""
    if value is None:
        return False
    own = edtf.interval(value.replace("../", "").replace("/..", ""))
    for when in whens:
        if when != "unknown":
            other = edtf.interval(when)
            low = max(x for x in (own.start, other.start, -(10**15)) if x is not None)
            high = min(x for x in (own.end, other.end, 10**15) if x is not None)
            if low < high:
                return True
    return False


def story(*, export: bool) -> None:
    """Cross-validates and exports the gate."""
    rows = list(leanings())
    inner = [r for r in rows if r.news != r.story]
    names = sorted({n for r in rows for n in r.traits} - {"stated", "news", OTHER_YEARS})
    print(f"{len(inner)} documents lean")

    def learn(some: Sequence[Leaning]) -> dict[str, float]:
        table = np.array([[r.traits.get(n, 0.0) for n in names] for r in some])
        sign = np.array([1.0 if r.story > r.news else -1.0 for r in some])
        weight = np.array([min(4, abs(r.story - r.news)) for r in some], dtype=float)

        def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
            margin = sign * (table @ w)
            slope = -weight * sign / (1 + np.exp(np.clip(margin, -500, 500)))
            return float(weight @ np.logaddexp(0, -margin) + w @ w / 2), slope @ table + w

        return dict(
            zip(
                names,
                minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x,
                strict=True,
            )
        )

    for group in sorted({fold(r.name) for r in rows}):
        weights = learn([r for r in inner if fold(r.name) != group])
        write(WORK / group, "story", weights)
        for r in inner:
            if fold(r.name) == group and "/" in r.name:
                p = 1 / (1 + np.exp(-sum(r.traits.get(n, 0) * w for n, w in weights.items())))
                wrong = "" if (p > 0.5) == (r.story > r.news) else "WRONG"
                print(f"{r.name:30} news {r.news:3} story {r.story:3} p {p:.2f} {wrong}")
    weights = learn(inner)
    print({n: round(w, 2) for n, w in weights.items()})
    if export:
        write(MODELS, "story", weights)


# The narrative day


def days() -> Iterator[tuple[str, list[tuple[str, float]], bool]]:
    """Each clock and part of a day that dates an event.

    A tuple of its document, the evidence for the day named last, and whether it is of that day.
    """
    root = SHARED / "passages/train"
    for path in sorted(root.glob("*/*/gold.json")):
        gold = json.loads(path.read_text())
        text = (path.parent / "article.txt").read_text()
        (document, cells), *_ = documents.read_bytes(
            text.encode(), "passage.txt", published=gold.get("published")
        ).documents
        by = [
            (s, e["when"][0].replace("../", "").replace("/..", ""))
            for e in gold["events"]
            for s in e.get("by", [])
            if e["when"][0] != "unknown"
        ]
        seen: list[tuple[str, int, list[tuple[str, float]], int]] = []

        def record(
            context: Context,
            *,
            part: bool = False,
            seen: list[tuple[str, int, list[tuple[str, float]], int]] = seen,
        ) -> Point | None:
            here = narrative_day.candidate(context)
            if here is not None:
                seen.append(
                    (
                        context.text,
                        context.at[0],
                        narrative_day.evidence(context, part=part),
                        here.days,
                    )
                )
            return DAY(context, part=part)

        narrative_day.day = record
        timexes.read(document, cells)
        narrative_day.day = DAY
        words = [passage_text(document, p) for p in cells]
        for text_here, at, evidence_here, day in seen:
            place = next(w for w in words if w.text == text_here).span(at, at + 1)[0]
            wanted = next((w for s, w in by if s[0] <= place < s[1]), None)
            first, last = (
                (edtf.first_day(wanted), edtf.last_day(wanted)) if wanted else (None, None)
            )
            if first is not None and last is not None and last - first <= 1:
                yield (
                    f"{path.parent.parent.name}/{path.parent.name}",
                    evidence_here,
                    first <= day <= last,
                )


def narrative_days(*, export: bool) -> None:
    """Cross-validates and exports the narrative day."""
    rows = list(days())
    counts = Counter(r[0] for r in rows)
    names = sorted({n for r in rows for n, _ in r[1]})

    def learn(some: Sequence[tuple[str, list[tuple[str, float]], bool]]) -> dict[str, float]:
        table = np.array([[dict(r[1]).get(n, 0.0) for n in names] for r in some])
        sign = np.array([1.0 if r[2] else -1.0 for r in some])
        free = np.array([float(n != "one") for n in names])  # how often it is right is no opinion
        weight = np.array([min(1.0, MOST / counts[r[0]]) for r in some])

        def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
            margin = sign * (table @ w)
            slope = -weight * sign / (1 + np.exp(np.clip(margin, -500, 500)))
            return float(
                weight @ np.logaddexp(0, -margin) + 2 * free @ (w * w)
            ), slope @ table + 4 * free * w

        return dict(
            zip(
                names,
                minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x,
                strict=True,
            )
        )

    total: Counter[tuple[bool, bool]] = Counter()
    for group in sorted({fold(r[0]) for r in rows}):
        weights = learn([r for r in rows if fold(r[0]) != group])
        write(WORK / group, "day", weights)
        for name, found, right in rows:
            if fold(name) == group:
                taken = (
                    1 / (1 + np.exp(-sum(weights[n] * v for n, v in found))) >= narrative_day.SURE
                )
                total[taken, right] += 1
                if taken != right:
                    print(name, right, found)
    print({f"taken {t}, right {r}": n for (t, r), n in sorted(total.items())})
    weights = learn(rows)
    print({n: round(float(w), 2) for n, w in weights.items()})
    if export:
        write(MODELS, "day", weights)


# The likelihood


class Rows:
    """Feature rows, each kept once."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.known: dict[tuple[tuple[str, float], ...], int] = {}

    def row(self, features: Sequence[tuple[str, float]]) -> int:
        """The number of a row."""
        key = tuple(features)
        for name, _ in key:
            self.names.setdefault(name, len(self.names))
        return self.known.setdefault(key, len(self.known))

    def matrix(self) -> np.ndarray:
        """All rows."""
        table = np.zeros((len(self.known), len(self.names)))
        for key, at in self.known.items():
            for name, value in key:
                table[at, self.names[name]] += value
        return table


@dataclass(frozen=True)
class Table:
    """A document as numbers of rows."""

    own: Sequence[np.ndarray]
    aside: Sequence[int]
    steps: Mapping[tuple[int, int], np.ndarray]
    allowed: Sequence[np.ndarray]
    weight: float


def table(example: Example, rows: Rows) -> Table:
    """The rows of a document."""
    document, named = example.outline, example.outline.mentions
    options = [candidates(document, at) for at in range(len(named))]
    empty = rows.row(())
    own = [
        np.array(
            [
                rows.row(crossed(evidence(document, at, y), document.traits))
                if named[at].yearless
                else empty
                for y in ys
            ],
            dtype=int,
        )
        for at, ys in enumerate(options)
    ]
    steps = {}
    for at, ys in enumerate(options):
        for before in range(max(0, at - LOOK_BACK - 1), at):
            if len(options[before]) and len(ys):
                steps[before, at] = np.array(
                    [
                        [rows.row(step(named[before], x, named[at], y)) for y in ys]
                        for x in options[before]
                    ],
                    dtype=int,
                )
    allowed = [
        np.array([at not in example.years or y in example.years[at] for y in ys], dtype=bool)
        for at, ys in enumerate(options)
    ]
    return Table(
        own,
        [rows.row(crossed(aside(m), document.traits)) for m in named],
        steps,
        allowed,
        example.weight,
    )


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights that make the annotated years likeliest."""
    rows = Rows()
    tables = [table(e, rows) for e in examples]
    features = rows.matrix()

    prior = np.array([PRIOR.get(name, 0.0) for name in rows.names])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = features @ weights
        apart = weights - prior
        counts = np.zeros(len(scores))
        total = 0.0
        for each in tables:
            for sign, masked in ((1.0, False), (-1.0, True)):
                total += (
                    sign
                    * each.weight
                    * expect(each, scores, counts, sign * each.weight, masked=masked)
                )
        return total + PENALTY * apart @ apart / 2, counts @ features + PENALTY * apart

    found = minimize(loss, prior, jac=True, method="L-BFGS-B", options={"maxiter": 40})
    return {**PRIOR, **{name: float(found.x[at]) for name, at in rows.names.items()}}


def expect(t: Table, scores: np.ndarray, counts: np.ndarray, sign: float, *, masked: bool) -> float:  # noqa: C901, PLR0912 - forward and backward in one
    """The logarithm of the sum over all ways; adds each row's expectation to ``counts``."""
    size = len(t.own)
    own = [
        np.where(t.allowed[at], scores[r], -1e9) if masked else scores[r]
        for at, r in enumerate(t.own)
    ]
    inner = [logsum(o) if len(o) else 0.0 for o in own]
    off = [scores[a] + i for a, i in zip(t.aside, inner, strict=True)]
    price = np.concatenate([[0.0], np.cumsum(off)])
    ahead: list[np.ndarray] = []
    for at in range(size):
        ways = []
        for before in range(max(-1, at - LOOK_BACK - 1), at):
            skipped = price[at] - price[before + 1]
            if before == -1:
                ways.append(np.full(len(own[at]), skipped))
            elif (before, at) in t.steps:
                ways.append(
                    np.logaddexp.reduce(
                        ahead[before][:, None] + scores[t.steps[before, at]] + skipped, axis=0
                    )
                )
        ahead.append(
            (np.logaddexp.reduce(np.array(ways), axis=0) if ways else np.zeros(len(own[at])))
            + own[at]
        )
    behind: list[np.ndarray] = [np.zeros(0)] * size
    ends = []
    for at in range(size - 1, -1, -1):
        ways = []
        if size - at - 1 <= LOOK_BACK:
            ways.append(np.full(len(own[at]), price[size] - price[at + 1]))
            if len(own[at]):
                ends.append(logsum(ahead[at]) + price[size] - price[at + 1])
        for after in range(at + 1, min(size, at + LOOK_BACK + 2)):
            if (at, after) in t.steps:
                skipped = price[after] - price[at + 1]
                ways.append(
                    np.logaddexp.reduce(
                        scores[t.steps[at, after]]
                        + (own[after] + behind[after])[None, :]
                        + skipped,
                        axis=1,
                    )
                )
        behind[at] = np.logaddexp.reduce(np.array(ways), axis=0) if ways else np.zeros(len(own[at]))
    if size <= LOOK_BACK:
        ends.append(price[size])
    whole = logsum(np.array(ends))
    for at in range(size):
        on = np.exp(np.minimum(0, ahead[at] + behind[at] - whole))
        left = max(0.0, 1 - on.sum())
        counts[t.aside[at]] += sign * left
        likely = on + left * np.exp(own[at] - inner[at]) if len(own[at]) else on
        np.add.at(counts, t.own[at], sign * likely)
        for before in range(max(0, at - LOOK_BACK - 1), at):
            if (before, at) in t.steps:
                skipped = price[at] - price[before + 1]
                rows = t.steps[before, at]
                p = np.exp(
                    np.minimum(
                        0,
                        ahead[before][:, None]
                        + scores[rows]
                        + skipped
                        + (own[at] + behind[at])[None, :]
                        - whole,
                    )
                )
                np.add.at(counts, rows.ravel(), sign * p.ravel())
    return float(whole)


def logsum(values: np.ndarray) -> float:
    """The logarithm of the sum of exponentials."""
    high = values.max()
    return float(high + np.log(np.exp(values - high).sum()))


if __name__ == "__main__":
    main()
