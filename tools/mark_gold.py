"""The spans of a gold file, updated after its text was edited.

usage: python tools/mark_gold.py tests/examples/CASE…

Each event, link and finding of ``gold.json`` has a field ``in``: words that occur in the text just
once, with the annotated ones in brackets.  The span and the annotated words follow from it.
Alternative words (``also``) are located by their text, nearest to the event.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Update every case named on the command line."""
    for folder in sys.argv[1:]:
        path = Path(folder) / "gold.json"
        gold = json.loads(path.read_text("utf8"))
        mark(gold, (Path(folder) / "article.txt").read_text("utf8"))
        path.write_text(dump(gold), "utf8")


def mark(gold: dict[str, Any], text: str) -> None:
    """Set every span from its context; exits if the context does not occur exactly once."""
    for key, word in (("events", "trigger"), ("links", "cue"), ("findings", "text")):
        for item in gold[key]:
            if "in" not in item:
                continue
            start, end = item["span"] = find(text, item["in"])
            item[word] = text[start:end]
            if "also" in item:
                item["also"] = [nearest(text, other, start) for other in item["also_text"]]


def find(text: str, marked: str) -> list[int]:
    """The span of the bracketed words; a non-breaking space counts as a space."""
    words = marked.replace("[", "").replace("]", "")
    plain = text.replace("\xa0", " ")
    if plain.count(words) != 1:
        sys.exit(f"mark_gold: {words!r} occurs {plain.count(words)} times in the text, not once")
    start = plain.index(words) + marked.index("[")
    return [start, start + marked.index("]") - marked.index("[") - 1]


def nearest(text: str, word: str, at: int) -> list[int]:
    """The span of the word's occurrence nearest to an offset in the text."""
    found = [match.span() for match in re.finditer(rf"\b{re.escape(word)}\b", text)]
    if not found:
        sys.exit(f"mark_gold: {word!r} does not occur in the text")
    start, end = min(found, key=lambda span: abs(span[0] - at))
    return [start, end]


def dump(gold: dict[str, Any]) -> str:
    """The gold as JSON with one event, link or finding a line, for readable diffs."""

    def value(item: Any) -> str:  # noqa: ANN401 - whatever JSON holds
        if isinstance(item, list) and item and isinstance(item[0], dict):
            return (
                "[\n  "
                + ",\n  ".join(json.dumps(line, ensure_ascii=False) for line in item)
                + "\n ]"
            )
        return json.dumps(item, ensure_ascii=False)

    return (
        "{\n"
        + ",\n".join(f" {json.dumps(key)}: {value(item)}" for key, item in gold.items())
        + "\n}\n"
    )


if __name__ == "__main__":
    main()
