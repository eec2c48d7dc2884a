"""Rules of the tree that no linter knows."""

from __future__ import annotations

import ast
import hashlib
import json
import re
import subprocess
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from seriatim import lang
from seriatim.findings import checks
from tools import house

ROOT = Path(__file__).parent.parent
PICTURES = {
    ".sqlite",
    ".png",
    ".jpg",
    ".onnx",
    ".pdf",
    ".docx",
    ".xlsx",
    ".woff2",
    ".ico",
    ".gz",
    ".zip",
}


@cache
def kept() -> dict[str, str]:
    """Every text file that is kept, by its path."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    ).stdout.decode()
    paths = [
        path
        for path in listed.split("\0")
        if path and Path(path).suffix not in PICTURES and (ROOT / path).is_file()
    ]
    if not paths:
        pytest.skip("the tree is not a git repository, so what is kept in it is not known")
    return {path: (ROOT / path).read_text("utf8", errors="replace") for path in paths}


def lines_with(pattern: str, *, only: str = "", but: str = "^$") -> list[str]:
    """``path:line: text`` of every line that matches, in the paths that match."""
    return [
        f"{path}:{number}: {line.strip()[:120]}"
        for path, text in kept().items()
        if re.search(only, path) and not re.search(but, path)
        for number, line in enumerate(text.split("\n"), 1)
        if re.search(pattern, line)
    ]


def test_no_path_of_a_machine_is_kept() -> None:
    assert lines_with("/(work|root|home)" + "/[a-z]", but=r"^LICENSE$|/static/") == []


def test_locks_name_no_index() -> None:
    assert lines_with(r"://|--(extra-)?index|--find-links", only=r"^requirements.*\.lock$") == []
    assert lines_with('"resolved"', only=r"package-lock\.json$") == []


def test_the_lock_pins_everything_by_hash() -> None:
    entries = re.split(r"\n(?=[a-z0-9])", kept()["requirements.lock"])
    assert [
        entry[:60]
        for entry in entries
        if "==" not in entry.split("\n")[0] or "--hash=sha256:" not in entry
    ] == []


# Names of coding assistants and of their makers; as hashes, so that they do not stand here either.
TOOLS = {"c857d09db23e", "c70eca6b0f88", "60965168ce76", "7d3194f79e64", "3ea125d0bff3"}


def test_nothing_speaks_of_the_tools_that_wrote_it() -> None:
    # A list of given names or of roles, or the vocabulary of a tokenizer, may hold any word of
    # English.
    texts = {
        path: text
        for path, text in kept().items()
        if not path.startswith(("src/seriatim/lang/", "src/seriatim/models/tokenizer"))
    }
    words = {
        (path, word)
        for path, text in texts.items()
        for word in set(re.findall(r"[a-z]+", text.lower()))
    }
    assert [
        (path, word)
        for path, word in sorted(words)
        if hashlib.sha256(word.encode()).hexdigest()[:12] in TOOLS
    ] == []


def test_every_page_that_is_named_is_there() -> None:
    named = {
        (path, page)
        for path, text in kept().items()
        if not path.startswith(("tests/test_", "tests/case/before/"))  # a case of another time
        for page in re.findall(r"\bdocs/[\w./-]+\.(?:md|png)", text)
    }
    assert sorted((path, page) for path, page in named if not (ROOT / page).exists()) == []


def test_links_between_pages_lead_somewhere() -> None:
    links = [
        (path, link)
        for path, text in kept().items()
        if path.endswith(".md")
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    ]
    assert [
        (path, link) for path, link in links if not (ROOT / path).parent.joinpath(link).exists()
    ] == []


def test_tests_mirror_the_source() -> None:
    folders = {
        path.split("/")[1] for path in kept() if re.match(r"tests/[^/]+/.*test_[^/]*\.py$", path)
    }
    made = {path.name for path in (ROOT / "src/seriatim").iterdir()}
    assert folders - made - {"golden", "benchmarks", "training", "tools"} == set()


def test_stages_are_named_in_the_contract() -> None:
    contract = kept()["pyproject.toml"].partition("[[tool.importlinter.contracts]]")[2]
    folders = {
        path.name.removesuffix(".py")
        for path in (ROOT / "src/seriatim").glob("*")
        if path.suffix in ("", ".py")
    } - {"__init__", "__pycache__"}
    assert sorted(folder for folder in folders if not re.search(rf"\b{folder}\b", contract)) == []


# The folders that the issues on dates and on reading replace: only they may still break a rule.
REPLACED = tuple(
    f"src/seriatim/{folder}/"
    for folder in ("events", "attribution", "coref", "factuality", "temporal", "pipeline")
)
# Folders where the rules are being introduced.
UNDER_WAY = (
    *(f"src/seriatim/{folder}/" for folder in ("analysis", "readers", "resolution")),
    *("tests/", "training/"),
)


@pytest.mark.parametrize("rule", house.RULES)
def test_no_rule_of_the_house_is_broken_more_than_before(rule: str) -> None:
    """Sentences outside messages/, English patterns outside lang/, functions too complex."""
    found = house.RULES[rule]()
    assert house.grown(rule, found) == []
    assert house.stale(rule, found) == [], "run python tools/house.py --shrink"


def test_the_baseline_is_only_about_what_will_be_replaced() -> None:
    paths = {path for counts in house.baseline().values() for path in counts}
    assert sorted(path for path in paths if not path.startswith((*REPLACED, *UNDER_WAY))) == []


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ('raise ValueError("there is no file")', 1),
        ('raise ValueError(f"there is no {name} here")', 1),
        ('print("no file " "is there")', 1),
        ('"""A docstring may say what it likes."""', 0),
        ('class A:\n    x: int\n    """So may an attribute\'s."""', 0),
        ('execute("SELECT a FROM the table where it is")', 0),
        ('OPTIONS = ("read only", "to-the-letter", "KEY value")', 0),
        ("CSS = \"default-src 'none'; img-src data:; script-src 'self'\"", 0),
    ],
)
def test_what_a_sentence_is(text: str, broken: int) -> None:
    assert len(list(house.sentences("a.py", ast.parse(text)))) == broken


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (r're.compile(r"\b(?:from|to)\s")', 1),
        (r're.search(f"{NAME} met", text)', 1),
        (r're.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")', 0),
        (r're.compile(r"[A-Za-z]+\bof\b(?i:x)")', 0),
        (r're.sub(r"\s+", " and so on ", text)', 0),
        (r're.compile(rb"<created>")', 0),
    ],
)
def test_what_a_pattern_of_english_is(text: str, broken: int) -> None:
    assert len(list(house.english_patterns("a.py", ast.parse(text)))) == broken


def test_every_check_has_examples_and_near_misses() -> None:
    assert [check.code for check in checks() if not check.examples or not check.near_misses] == []


def test_every_file_of_a_check_is_one_that_runs() -> None:
    files = (ROOT / "src/seriatim/findings/checks").glob("[!_]*.py")
    codes = {path.stem.replace("_", "-") for path in files}
    assert codes == {check.code for check in checks()}


@pytest.mark.parametrize("code", lang.available())
def test_every_rule_of_a_grammar_has_examples_and_near_misses(code: str) -> None:
    rules = import_module(f"seriatim.lang.{code}.timex.rules").RULES
    negatives = import_module(f"seriatim.lang.{code}.timex.negatives").NEGATIVE_RULES
    numbers = import_module(f"seriatim.lang.{code}.timex.numbers_not_dates").NUMBER_RULES
    assert [
        rule.id
        for rule in (*rules, *negatives, *numbers)
        if not any(map(str.strip, rule.examples)) or not any(map(str.strip, rule.near_misses))
    ] == []


def test_rules_stand_where_their_examples_are_run() -> None:
    """A class of rules with an id is one of those whose examples a test runs."""
    defined = {
        f"{path}:{name}"
        for path, text in kept().items()
        if path.startswith("src/seriatim/")
        for name in re.findall(r"^class (\w*Rule)\(", text, re.MULTILINE)
    }
    names = ("Rule", "NegativeRule", "NumberRule")
    assert defined == {f"src/seriatim/lang/base.py:{name}" for name in names}


def test_no_sentence_of_a_test_document_is_kept(shared: Path) -> None:
    """Nine words in a row that stand in a gold case stand nowhere here: what is tuned to them, or copied, would show."""
    ours = our_runs()
    theirs = {
        run
        for article in shared.glob("gold/*/article.txt")
        for run in runs(article.read_text("utf8"))
    }
    assert {" ".join(run): path for run, path in ours.items() if run in theirs} == {}


def test_no_sentence_of_a_corpus_is_kept(shared: Path) -> None:
    ours = our_runs()
    # The probes are hard sentences that were written to be tests.
    files = (path for path in shared.glob("corpora/*/*.jsonl") if path.name != "probes.jsonl")
    texts = (
        json.loads(line).get("text", "")
        for path in files
        for line in path.read_text("utf8").splitlines()
    )
    assert {" ".join(run): ours[run] for text in texts for run in runs(text) if run in ours} == {}


@cache
def our_runs() -> dict[tuple[str, ...], str]:
    return {
        run: path
        for path, text in kept().items()
        if not path.endswith(".lock") and path != "LICENSE"
        for run in runs(text)
    }


def runs(text: str) -> set[tuple[str, ...]]:
    """Every nine words in a row that are not figures."""
    words = re.findall(r"[a-z']+", text.lower().replace("’", "'"))
    return set(zip(*(words[i:] for i in range(9)), strict=False))
