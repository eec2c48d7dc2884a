"""Put the spans of a gold case right after its text was edited: ``python tools/mark_gold.py tests/examples/CASE…``.

Each event, link and finding of ``gold.json`` carries ``in``: words of the text with the marked ones
in brackets, which stand there once. From it follow ``span`` and the words themselves.  Alternative
words (``also``) are looked for again by what they are, nearest to the event.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Every case that was named."""
    for folder in sys.argv[1:]:
        path = Path(folder) / "gold.json"
        gold = json.loads(path.read_text("utf8"))
        mark(gold, (Path(folder) / "article.txt").read_text("utf8"))
        path.write_text(dump(gold), "utf8")


def mark(gold: dict[str, Any], text: str) -> None:
    """Set every span of the gold from its marked words.  Exits where they don't stand in the text exactly once."""
    for key, word in (("events", "trigger"), ("links", "cue"), ("findings", "text")):
        for item in gold[key]:
            if "in" not in item:
                continue
            start, end = item["span"] = find(text, item["in"])
            item[word] = text[start:end]
            if "also" in item:
                item["also"] = [nearest(text, other, start) for other in item["also_text"]]


def find(text: str, marked: str) -> list[int]:
    """The span of the bracketed part of words that stand once in the text; a non-breaking space counts as a space."""
    words = marked.replace("[", "").replace("]", "")
    plain = text.replace("\xa0", " ")
    if plain.count(words) != 1:
        sys.exit(f"mark_gold: {words!r} stands {plain.count(words)} times in the text, not once")
    start = plain.index(words) + marked.index("[")
    return [start, start + marked.index("]") - marked.index("[") - 1]


def nearest(text: str, word: str, at: int) -> list[int]:
    """The span of the word's occurrence that is nearest to a place in the text."""
    found = [match.span() for match in re.finditer(rf"\b{re.escape(word)}\b", text)]
    if not found:
        sys.exit(f"mark_gold: {word!r} does not stand in the text")
    start, end = min(found, key=lambda span: abs(span[0] - at))
    return [start, end]


def dump(gold: dict[str, Any]) -> str:
    """The gold as JSON with one event, link or finding a line, so that a change shows as one."""

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
