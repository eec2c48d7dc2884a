"""How well a chronology tells what a careful reader takes from a text (``tests/examples/README.md``).

``load`` runs the journey on an example; ``score`` pairs its claims with the gold's events by the
words that name what happened, one to one, the closest first, and counts.  Counts of several cases
add up; ``figures`` turns them into shares of 100.
"""

from __future__ import annotations

import difflib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from seriatim import pipeline, readers
from seriatim.model import Chronology, Claim, Event, Span
from seriatim.temporal import edtf

EXAMPLES = Path(__file__).parent / "examples"
CASES = sorted(path.parent for path in EXAMPLES.glob("*/gold.json"))
MEASURED = ("actors", "sources", "hedges", "links")  # what is counted as hit, too many and missed


def read(case: Path) -> tuple[dict[str, Any], str]:
    """The gold of an example, and the text that it marks."""
    return json.loads((case / "gold.json").read_text("utf8")), (case / "article.txt").read_text(
        "utf8"
    )


def load(case: Path) -> tuple[dict[str, Any], Chronology]:
    """The gold of an example, and the chronology that the program makes of its document."""
    gold, _ = read(case)
    taken = readers.read_paths([case / gold["document"]], published=gold["published"])
    readings = [pipeline.read(document, passages) for document, passages in taken.documents]
    return gold, pipeline.assemble(readings, title=gold["title"], problems=taken.problems)


def score(
    case: Path, gold: dict[str, Any], chronology: Chronology, misses: list[str]
) -> Counter[str]:
    """Counts for ``figures``; everything that is not right adds a line to ``misses``."""
    text = chronology.readings[0].document.text
    move = mover((case / "article.txt").read_text("utf8"), text)
    told = [(event, claim) for event in chronology.events for claim in event.claims]
    pairs = paired(gold["events"], [claim for _, claim in told], move)
    same = namer(gold["aliases"])
    n = Counter(
        claims=len(told), quotes=sum(text[slice(*claim.span)] == claim.quote for _, claim in told)
    )
    for g in (g for g in gold["events"] if not g.get("optional")):
        n["asked"] += 1
        if g["id"] in pairs:
            score_event(g, *told[pairs[g["id"]]], chronology, same, n, misses)
        else:
            misses.append(f"event {g['id']} not found: {g['in']}")
    n["too_many"] = len(told) - len(pairs)
    misses += [
        f"event too many: {told[k][1].quote!r}"
        for k in sorted(set(range(len(told))) - set(pairs.values()))
    ]
    event_of = {told[k][0].id: g for g, k in pairs.items()}
    score_links(gold["links"], chronology, event_of, n, misses)
    score_findings(gold["findings"], chronology, event_of, move, n, misses)
    return n


def figures(n: Counter[str]) -> dict[str, float]:
    """Shares of 100, of what there was to find."""
    made = {
        "events_f1": f1(n["found"], n["too_many"], n["asked"] - n["found"]),
        "quotes": share(n["quotes"], n["claims"]),
    }
    made |= {key: share(n[key], n["found"]) for key in ("when", "narrower", "polarity")}
    made |= {
        f"{key}_f1": f1(n[f"{key}_hit"], n[f"{key}_too_many"], n[f"{key}_missed"])
        for key in MEASURED
    }
    return made | {
        "invented": share(n["invented"], n["alone"]),
        "findings": share(n["findings_hit"], n["findings"]),
    }


def share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def f1(hit: int, too_many: int, missed: int) -> float:
    return share(2 * hit, 2 * hit + too_many + missed)


def mover(own: str, read: str) -> Any:
    """From spans of the gold's own text to spans of the text that was read: the same place, or where its words went."""
    if own == read:
        return tuple
    words = [[match.span() for match in re.finditer(r"\w+|[^\w\s]", text)] for text in (own, read)]
    as_text = [
        [text[a:b] for a, b in spans] for text, spans in zip((own, read), words, strict=True)
    ]
    blocks = difflib.SequenceMatcher(
        None, as_text[0], as_text[1], autojunk=False
    ).get_matching_blocks()
    went = {words[0][i + k]: words[1][j + k] for i, j, size in blocks for k in range(size)}

    def move(span: Span) -> Span:
        hits = [
            went[word]
            for word in words[0]
            if word[0] < span[1] and span[0] < word[1] and word in went
        ]
        return (hits[0][0], hits[-1][1]) if hits else (-2, -1)

    return move


def closeness(a: Span, b: Span) -> float:
    """Length of what two spans share, by the length of what they cover together."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0]))


def paired(asked: list[dict[str, Any]], claims: list[Claim], move: Any) -> dict[str, int]:
    """Gold event to the index of its claim, one to one, the closest words first."""
    near = []
    for i, g in enumerate(asked):
        spans = [move(span) for span in (g["span"], *g.get("also", []))]
        near += [
            (-max(closeness(c.predicate, span) for span in spans), i, k)
            for k, c in enumerate(claims)
        ]
    pairs: dict[str, int] = {}
    for distance, i, k in sorted(near):
        if distance and asked[i]["id"] not in pairs and k not in pairs.values():
            pairs[asked[i]["id"]] = k
    return pairs


def namer(aliases: dict[str, list[str]]) -> Any:
    """From any name of an actor to the one that the gold compares."""

    def plain(name: str) -> str:
        return (
            re.sub(
                r"^(the|an?|his|her|its)\s+",
                "",
                " ".join(name.replace("’", "'").split()),
                flags=re.IGNORECASE,
            )
            .strip(" .,")
            .casefold()
        )

    full = {plain(name): plain(head) for head, names in aliases.items() for name in (head, *names)}
    return lambda name: full.get(plain(name), plain(name))


def narrower(value: str, answers: Iterable[str]) -> bool:
    """Whether a date says more than any of the right answers: none of them, but within one."""
    own, right = edtf.interval(value), [edtf.interval(answer) for answer in answers]
    return own not in right and any(answer.contains(own) for answer in right)


def score_event(
    g: dict[str, Any],
    event: Event,
    claim: Claim,
    chronology: Chronology,
    same: Any,
    n: Counter[str],
    misses: list[str],
) -> None:
    """One event that was found: its date, who took part, who says so, how surely."""
    n["found"] += 1
    right = edtf.interval(claim.when.edtf) in [edtf.interval(answer) for answer in g["when"]]
    n["when"] += right
    too_narrow = narrower(claim.when.edtf, g["when"])
    n["narrower"] += too_narrow
    n["polarity"] += claim.polarity == g["polarity"]
    if not right:
        misses.append(
            f"{'narrower' if too_narrow else 'when'} {g['id']} {g['in']}: {claim.when.edtf}, not one of {', '.join(g['when'])}"
        )
    if claim.polarity != g["polarity"]:
        misses.append(f"polarity {g['id']} {g['in']}: {claim.polarity}")
    named = {actor.id: actor.name for actor in chronology.actors}
    maybe = {same(name) for name in g.get("maybe", ())}
    text = chronology.readings[0].document.text
    have = {
        "actors": {same(named[part.actor]) for part in event.actors if part.role != "place"}
        - maybe,
        "sources": {same(source.name) for source in claim.sources},
        "hedges": {same(text[slice(*span)]) for span in claim.hedges},
    }
    want = {key: {same(name) for name in g[key]} for key in have}
    want["actors"] -= maybe
    for key, names in have.items():
        compare(key, names, want[key], f"{g['id']} {g['in']}", n, misses)
    n["alone"] += not g["sources"]
    n["invented"] += bool(claim.sources) and not g["sources"]


def compare(
    key: str, have: set[Any], want: set[Any], where: str, n: Counter[str], misses: list[str]
) -> None:
    n.update(
        {
            f"{key}_hit": len(have & want),
            f"{key}_too_many": len(have - want),
            f"{key}_missed": len(want - have),
        }
    )
    if have != want:
        misses.append(f"{key} {where}: {sorted(have)}, not {sorted(want)}")


def score_links(
    asked: list[dict[str, Any]],
    chronology: Chronology,
    event_of: dict[str, str],
    n: Counter[str],
    misses: list[str],
) -> None:
    """Stated relations between events that were both found."""

    def one_way(first: str, relation: str, second: str) -> tuple[str, str, str]:
        turned = {"before": "after", "contains": "during"}
        return (
            (second, turned[relation], first) if relation in turned else (first, relation, second)
        )

    either = {one_way(g["from"], g["relation"], g["to"]) for g in asked if g.get("optional")}
    want = {one_way(g["from"], g["relation"], g["to"]) for g in asked if not g.get("optional")}
    stated = [
        link
        for link in chronology.links
        if link.basis == "stated" and link.first in event_of and link.second in event_of
    ]
    have = {one_way(event_of[link.first], link.relation, event_of[link.second]) for link in stated}
    compare("links", have - either, want, "of the text", n, misses)


def score_findings(
    asked: list[dict[str, Any]],
    chronology: Chronology,
    event_of: dict[str, str],
    move: Any,
    n: Counter[str],
    misses: list[str],
) -> None:
    """Findings about the event, or at the words, with the proposal that the gold asks for."""
    for g in asked:
        near = [
            f
            for f in chronology.findings
            if ("event" in g and g["event"] in [event_of.get(e) for e in f.events])
            or ("span" in g and f.span and closeness(f.span, move(g["span"])) >= 0.2)
        ]
        proposals = [p for f in near for p in (f.proposal,) if p]
        hit = bool(near)
        if "proposal" in g:
            hit = g["proposal"] in [p.edtf for p in proposals]
        if "name" in g:
            hit = g["name"] in [p.name for p in proposals]
        if "names" in g:
            hit = g["names"] in [list(p.names) for p in proposals]
        n["findings"] += 1
        n["findings_hit"] += hit
        if not hit:
            misses.append(f"finding {g['id']} {g['what']}: not found")


def main() -> None:
    """A row of figures for each example and for all; what was missed in those that were named."""
    total: Counter[str] = Counter()
    for case in CASES:
        misses: list[str] = []
        counts = score(case, *load(case), misses)
        total.update(counts)
        print(
            f"{case.name:<22}", *(f"{key} {value:5.1f}" for key, value in figures(counts).items())
        )
        if case.name in sys.argv[1:]:
            print(*misses, sep="\n")
    print(f"{'all':<22}", *(f"{key} {value:5.1f}" for key, value in figures(total).items()))


if __name__ == "__main__":
    main()
