"""How the front end is built: no circle of imports, and no words of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "frontend" / "src"
WRITTEN = {p: p.read_text("utf-8") for p in sorted(SOURCE.rglob("*.ts*"))}
COLUMNS = 100

Imports = dict[Path, list[Path]]


def imports() -> Imports:
    """Each module with those that it imports, types included."""
    found: Imports = {}
    for path, text in WRITTEN.items():
        names = re.findall(r'^(?:import|export)\b[^;]*?"(\.[^"]+)";', text, re.MULTILINE)
        targets = [
            (path.parent / f"{name}{ending}").resolve()
            for name in names
            for ending in (".ts", ".tsx")
        ]
        found[path] = [t for t in targets if t in WRITTEN]
    return found


def circle_in(modules: Imports) -> list[str]:
    """The names of modules that import one another in a circle; empty where none do."""
    done: set[Path] = set()

    def search(module: Path, way: tuple[Path, ...]) -> list[str]:
        if module in way:
            return [p.name for p in (*way[way.index(module) :], module)]
        if module in done:
            return []
        found = next(filter(None, (search(m, (*way, module)) for m in modules[module])), [])
        done.add(module)
        return found

    return next(filter(None, (search(m, ()) for m in modules)), [])


def test_a_circle_of_imports_is_found() -> None:
    a, b, c = Path("a.ts"), Path("b.ts"), Path("c.ts")
    assert circle_in({a: [b], b: [c], c: [b]}) == ["b.ts", "c.ts", "b.ts"]
    assert circle_in({a: [b, c], b: [c], c: []}) == []


def test_no_modules_import_one_another_in_a_circle() -> None:
    modules = imports()
    assert sum(map(len, modules.values())) > len(modules), "imports are found"
    assert circle_in(modules) == []


WORDS = re.compile(r"(?<![\w.])[a-z]{2,}(?: [a-z]{2,}){2,}")
CLASSES = re.compile(r'\b(?:class|className|rel)=(?:"[^"]*"|\{`[^`]*`\}|\{[^{}]*\})')


def sentences(text: str) -> list[str]:
    """The literals and elements of a module that say something in three or more English words."""
    code = re.sub(r"/\*.*?\*/|(?<![:\w\"'`])//[^\n]*", "", text, flags=re.DOTALL)
    code = CLASSES.sub("", code)
    literals = re.findall(r'"([^"\n]*)"', code) + re.findall(r"`([^`\n]*)`", code)
    return [one for one in literals + re.findall(r">([^<>{}=;()]+)</", code) if WORDS.search(one)]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('say("this can not be read");', 1),
        ("<p>no events have been found</p>", 1),
        ('<p class="one two three">{t("key")}</p>', 0),
        ('// a comment may say more\nt("one.two.three");', 0),
    ],
)
def test_sentences_are_told_from_keys_and_classes(code: str, found: int) -> None:
    assert len(sentences(code)) == found


def test_every_sentence_comes_from_the_message_modules() -> None:
    assert {p.name: sentences(text) for p, text in WRITTEN.items() if sentences(text)} == {}


def test_lines_have_at_most_a_hundred_columns() -> None:
    styles = {p: p.read_text("utf-8") for p in sorted(SOURCE.rglob("*.css"))}
    config = SOURCE.parent / "vite.config.mjs"
    long = [
        f"{path.name}:{n}"
        for path, text in {**WRITTEN, **styles, config: config.read_text("utf-8")}.items()
        for n, line in enumerate(text.split("\n"), 1)
        if len(line) > COLUMNS
    ]
    assert long == []
