"""Find what breaks the rules of the house.

usage: python tools/house.py --check      what is more than the baseline allows; exit status 1
       python tools/house.py PATH…        everything in these files and folders
       python tools/house.py --shrink     lower the baseline to what is left

The rules: sentences live in ``messages/``, patterns with English words in ``lang/``, and no
function is more complex than ``COGNITIVE`` (complexipy, boolean operators counted) or
``CYCLOMATIC`` (radon).  ``tests/house_baseline.toml`` counts what still breaks them.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
BASELINE = ROOT / "tests" / "house_baseline.toml"
SOURCES = ("src", "tests", "benchmarks", "tools", "training")
COGNITIVE, CYCLOMATIC = 15, 20
WORDS_OF_A_SENTENCE = 3
LANGUAGE = ("src/seriatim/lang/", "src/seriatim/messages/", "src/seriatim/store/migrations/")

_WORD = re.compile(r"(?<!\S)[\"“‘(]?([a-z]{2,}(?:['’][a-z]+)?|a)[\"”’),.;:!?…]*(?!\S)")
_SQL = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|WITH|PRAGMA|ALTER|VACUUM)\b")
# What is no word of a pattern: groups' names and flags, escapes, classes of characters.
_PATTERN_SYNTAX = re.compile(
    r"\(\?P[<=]\w+[>)]?|\(\?[aiLmsux-]+[:)]|\\N\{[^}]*\}|\\[xuU][0-9a-fA-F]+|\\."
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]"
)
_ENGLISH = re.compile(r"[A-Za-z]{3,}")
_MATCHERS = {
    *("compile", "search", "match", "fullmatch", "split"),
    *("sub", "subn", "findall", "finditer"),
}


class Offence(NamedTuple):
    """Something that breaks a rule, and where."""

    path: str
    line: int
    what: str


def sentences(path: str, tree: ast.AST) -> Iterator[Offence]:
    """The literals with three or more lower-case words, docstrings and SQL left out."""
    skipped = {id(node) for node in _docstrings(tree)}
    inside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    for node in ast.walk(tree):
        if id(node) in skipped or id(node) in inside:
            continue
        text = _text(node, " {} ")
        if text and not _SQL.match(text) and len(_WORD.findall(text)) >= WORDS_OF_A_SENTENCE:
            yield Offence(path, node.lineno, text)  # type: ignore[attr-defined]


def english_patterns(path: str, tree: ast.AST) -> Iterator[Offence]:
    """The patterns given to ``re`` that hold an English word of three letters or more.

    Patterns of bytes are about file formats, not about a language.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_matcher(node.func) and node.args:
            text = _text(node.args[0], " ")
            words = _ENGLISH.findall(_PATTERN_SYNTAX.sub(" ", text)) if text else []
            if words:
                yield Offence(path, node.lineno, " ".join(words))


def _is_matcher(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and function.attr in _MATCHERS
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
    )


def _docstrings(tree: ast.AST) -> Iterator[ast.AST]:
    """Every string that is a statement of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value


def _text(node: ast.AST, gap: str) -> str:
    """The text of a string or f-string, with a gap for each value; empty for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part, gap) or gap for part in node.values)
    return ""


def of_sources(rule: Callable[[str, ast.AST], Iterable[Offence]]) -> list[Offence]:
    """What breaks a rule of literals anywhere in ``src``, outside ``lang/`` and ``messages/``."""
    found: list[Offence] = []
    for file in sorted((ROOT / "src").rglob("*.py")):
        path = file.relative_to(ROOT).as_posix()
        if not path.startswith(LANGUAGE):
            found += rule(path, ast.parse(file.read_text("utf8")))
    return found


def cognitive() -> list[Offence]:
    """The functions above ``COGNITIVE``, by complexipy."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "complexity.json"
        command = [Path(sys.executable).with_name("complexipy"), "--isolated=true", "--quiet=true"]
        command += ["--ignore-complexity=true", "--cache-dir", folder]
        command += ["--output-format", "json", "--output", str(report), *SOURCES]
        subprocess.run(list(map(str, command)), cwd=ROOT, check=True, capture_output=True)
        functions = json.loads(report.read_text("utf8"))
    return [
        Offence(f["path"], 0, f"{f['function_name']} {f['complexity']}")
        for f in functions
        if f["complexity"] > COGNITIVE
    ]


def cyclomatic() -> list[Offence]:
    """The functions above ``CYCLOMATIC``, by radon."""
    command = [str(Path(sys.executable).with_name("radon")), "cc", "--json", *SOURCES]
    command += ["--exclude", "*/site-packages/*"]
    made = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return [
        Offence(path, block["lineno"], f"{block['name']} {block['complexity']}")
        for path, blocks in sorted(json.loads(made.stdout).items())
        for block in blocks
        if block["type"] != "class" and block["complexity"] > CYCLOMATIC
    ]


RULES: dict[str, Callable[[], list[Offence]]] = {
    "sentences": lambda: of_sources(sentences),
    "patterns": lambda: of_sources(english_patterns),
    "cognitive": cognitive,
    "cyclomatic": cyclomatic,
}


def baseline() -> dict[str, dict[str, int]]:
    """How much of each rule a file may still break: rule → path → count."""
    return tomllib.loads(BASELINE.read_text("utf8")) if BASELINE.exists() else {}


def counted(found: Iterable[Offence]) -> dict[str, int]:
    """How many there are in each file, by path."""
    counts: dict[str, int] = {}
    for offence in found:
        counts[offence.path] = counts.get(offence.path, 0) + 1
    return dict(sorted(counts.items()))


def grown(rule: str, found: Iterable[Offence]) -> list[Offence]:
    """What breaks a rule in the files that break it more often than the baseline lets them."""
    offences = list(found)
    allowed = baseline().get(rule, {})
    above = {path for path, n in counted(offences).items() if n > allowed.get(path, 0)}
    return [offence for offence in offences if offence.path in above]


def stale(rule: str, found: Iterable[Offence]) -> list[str]:
    """The files that break a rule less often than the baseline says."""
    counts = counted(found)
    return [path for path, n in baseline().get(rule, {}).items() if counts.get(path, 0) < n]


def shrink() -> None:
    """Write the baseline again, with no more than it had and no more than there is."""
    text = BASELINE.read_text("utf8")
    lines = [text[: text.index("[")].rstrip()]
    for rule, found in RULES.items():
        counts, old = counted(found()), baseline().get(rule, {})
        left = {path: min(n, old[path]) for path, n in counts.items() if path in old}
        lines += ["", f"[{rule}]", *(f'"{path}" = {n}' for path, n in left.items())]
    BASELINE.write_text("\n".join(lines) + "\n", "utf8")


def main(arguments: list[str]) -> int:
    """The exit status: 1 where ``--check`` found something, 2 without arguments."""
    if not arguments:
        print(__doc__)
        return 2
    if arguments == ["--shrink"]:
        shrink()
        return 0
    offences = []
    for rule, found in RULES.items():
        if arguments == ["--check"]:
            offences += [(rule, o) for o in grown(rule, found())]
        else:
            offences += [(rule, o) for o in found() if o.path.startswith(tuple(arguments))]
    for rule, offence in offences:
        print(f"{offence.path}:{offence.line}: {rule}: {' '.join(offence.what.split())[:100]}")
    return int(bool(offences) and arguments == ["--check"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
