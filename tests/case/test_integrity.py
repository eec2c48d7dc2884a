"""What a case refuses, finds and gets over: a cut log, a changed store, write-protected media."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from seriatim import cli
from seriatim.case import Case
from seriatim.exports import interchange
from seriatim.store import files
from seriatim.store.derived import DamagedStoreError
from seriatim.store.files import CaseError
from seriatim.web.build_blocks import blocks

LETTER = (
    "Ada Quill met Ben Moor on 5 March 1911 in Harwich. Two days later she wrote to the board.\n"
)
REPORT = "The board met on 9 March 1911. Ben Moor resigned on 12 March 1911, a clerk said.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that was built, with two documents and two decisions, and blocks for browsers."""
    place = tmp_path_factory.mktemp("built")
    case = Case.create(place / "case", "The board")
    for name, text in (("letter.txt", LETTER), ("report.txt", REPORT)):
        (place / name).write_text(text, "utf8")
        case.add([place / name], published="1911-03-20", who="Ada")
    case.build(processes=1, model=False)
    assert run("judge", case.path, "accept", "e1", "--by", "Ada") == 0
    assert run("judge", case.path, "comment", "e2", "--by", "Ada", "--why", "a note") == 0
    case.blocks.keep(case.results.fingerprint() or "", blocks(case.chronology()))
    return case.path


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Case:
    shutil.copytree(built, tmp_path / "case")
    return Case(tmp_path / "case")


def run(*words: object) -> int:
    """The exit status of a command."""
    with pytest.raises(SystemExit) as ended:
        cli.main([str(word) for word in words])
    return int(ended.value.code or 0)


def wrong(case: Case) -> list[str]:
    """What verification finds, one line each."""
    return [f"{Path(p.where).name}: {p.message}" for p in case.verify(blocks=blocks)]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))  # of SQLite's own
    }


# 1. A log that was cut


def cut(case: Case) -> None:
    path = case.log.file()
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]))


def empty(case: Case) -> None:
    case.log.file().write_bytes(b"")


def delete(case: Case) -> None:
    case.log.file().unlink()


@pytest.mark.parametrize("harm", [cut, empty, delete])
@pytest.mark.parametrize(
    "command",
    [
        ("build", "CASE"),
        ("add", "CASE", "FILE"),
        ("judge", "CASE", "accept", "e2"),
        ("undo", "CASE"),
        ("log", "CASE"),
        ("serve", "CASE", "--port", "0"),
    ],
)
def test_a_cut_log_is_refused(
    case: Case,
    harm: Callable[[Case], None],
    command: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    harm(case)
    before = contents(case.path)
    file = case.path.parent / "other.txt"
    file.write_text("Nora Vale spoke on 1 May 1911.\n", "utf8")
    given = {"CASE": case.path, "FILE": file}
    assert run(*(given.get(word, word) for word in command)) == 2
    told = capsys.readouterr().err
    assert "log" in told
    assert "backup" in told
    assert contents(case.path) == before
    assert any("decisions.jsonl" in line for line in wrong(case))


def test_a_loss_can_be_accepted(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    cut(case)
    assert run("repair", case.path) == 2
    assert run("repair", case.path, "--accept-loss") == 0
    assert "the later ones are lost" in capsys.readouterr().err
    assert wrong(case) == []
    assert [d.act for d in case.decisions()][-1] == "accept"


def test_an_original_that_no_line_names_is_reported(case: Case) -> None:
    folder = case.path / "documents" / "ab"
    folder.mkdir(exist_ok=True)
    (folder / ("ab" * 32)).write_bytes(b"words")
    assert "no line of the log names this original" in wrong(case)[0]


# 2. Verification covers what people see


def alter(case: Case, *statements: str) -> None:
    connection = sqlite3.connect(case.path / "derived.sqlite")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def reworded(case: Case) -> None:
    """A row of events with another headline, and the hash that it would have."""
    connection = sqlite3.connect(case.path / "derived.sqlite")
    (blob,) = connection.execute("SELECT blob FROM nouns WHERE kind = 'events'").fetchone()
    changed = zlib.compress(zlib.decompress(blob).replace(b"Harwich", b"Ipswich"))
    connection.execute("UPDATE nouns SET blob = ? WHERE kind = 'events'", (changed,))
    connection.commit()
    connection.close()


HARMS: dict[str, Callable[[Case], None]] = {
    "a row changed": reworded,
    "a row dropped": lambda c: alter(c, "DELETE FROM nouns WHERE kind = 'actors'"),
    "index rows dropped": lambda c: alter(c, "DELETE FROM nouns WHERE kind = 'lines'"),
    "search emptied": lambda c: alter(c, "INSERT INTO words(words) VALUES ('delete-all')"),
    "passages dropped": lambda c: alter(c, "DELETE FROM passages"),
    "a block poisoned": lambda c: alter(c, "UPDATE blocks SET blob = x'00' WHERE name = 'queue'"),
    "title changed": lambda c: alter(c, "UPDATE meta SET value = 'Lies' WHERE key = 'title'"),
    "notes zeroed": lambda c: alter(c, "UPDATE meta SET value = '' WHERE key = 'model'"),
    "readings dropped": lambda c: alter(c, "DELETE FROM readings"),
    "an unknown file": lambda c: (c.path / "notes.txt").touch(),
    "an unknown original": lambda c: (c.path / "documents/x").touch(),
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=list(HARMS))
def test_verify_finds(case: Case, harm: Callable[[Case], None]) -> None:
    harm(case)
    before = contents(case.path)
    assert wrong(case)
    assert contents(case.path) == before


def test_a_link_in_place_of_an_original_is_found(case: Case, tmp_path: Path) -> None:
    path = next(p for p in (case.path / "documents").rglob("*") if p.is_file())
    shutil.move(path, tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert "this is a link" in wrong(case)[0]


def test_a_whole_case_is_whole_and_not_changed(case: Case) -> None:
    before = contents(case.path)
    assert wrong(case) == []
    assert case.verify(quick=True) == []
    assert contents(case.path) == before


def test_a_corrupt_store_is_one_sentence_or_the_same_output(case: Case) -> None:
    """60 random corruptions: never a traceback, never silently another chronology."""
    store = case.path / "derived.sqlite"
    good = store.read_bytes()
    right = interchange.export(case.chronology())
    chance = random.Random(1)  # noqa: S311 - not for secrets
    refused = same = 0
    for _ in range(60):
        data = bytearray(good)
        for _ in range(chance.choice((1, 16, 256))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.2:
            data = data[: chance.randrange(len(data))]
        store.write_bytes(data)
        try:
            same += interchange.export(Case(case.path).chronology()) == right
        except CaseError as error:
            refused += "\n" not in str(error)
        for ending in ("-wal", "-shm"):
            store.with_name(store.name + ending).unlink(missing_ok=True)
    assert refused + same == 60
    assert refused > 10


def test_build_makes_a_corrupt_store_again(case: Case) -> None:
    right = interchange.export(case.chronology())
    (case.path / "derived.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(DamagedStoreError, match="seriatim repair"):
        case.chronology()
    case.build(processes=1, model=False)
    assert interchange.export(case.chronology()) == right


def test_repair_keeps_how_documents_were_read(case: Case) -> None:
    right = interchange.export(case.chronology())
    alter(case, "DELETE FROM nouns WHERE kind = 'actors'")
    assert run("repair", case.path) == 0
    assert interchange.export(case.chronology()) == right  # by rules alone, as before


# 7. Imports are all or nothing


def highlights(case: Case) -> Path:
    """An annotation file with two highlights."""
    made = [
        {
            "type": "Annotation",
            "target": {
                "source": "letter.txt",
                "selector": {"type": "TextQuoteSelector", "exact": exact},
            },
        }
        for exact in ("Ada Quill met Ben Moor on 5 March 1911", "she wrote to the board")
    ]
    path = case.path.parent / "highlights.json"
    path.write_text(json.dumps({"@context": "http://www.w3.org/ns/anno.jsonld", "items": made}))
    return path


def test_a_killed_import_leaves_nothing(case: Case) -> None:
    path, before = highlights(case), case.log.file().read_bytes()
    number = len(case.decisions())
    assert run("import", case.path, path) == 0
    after = case.log.file().read_bytes()
    assert len(case.decisions()) == number + 2
    for size in range(len(before), len(after)):
        case.log.file().write_bytes(after[:size])
        (case.path / "derived.sqlite").unlink(missing_ok=True)
        found = case.log.read()
        # A whole last line without its line end counts: only the line end is missing.
        assert len(found.decisions) == number, size
    case.log.file().write_bytes(after[:-100])
    assert run("undo", case.path) == 0
    assert len(case.decisions()) == number + 1
    assert case.log.file().with_name("decisions.jsonl.interrupted").exists()


def test_a_second_import_changes_nothing(case: Case) -> None:
    path = highlights(case)
    assert run("import", case.path, path) == 0
    first = case.log.file().read_bytes()
    assert run("import", case.path, path) == 0
    assert case.log.file().read_bytes() == first


def test_a_chronology_is_imported_at_once_and_once(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "chronology.json"
    path.write_bytes(interchange.export(case.chronology()))
    other = Case.create(tmp_path / "other", "Another")
    assert run("import", other.path, path) == 0
    first = other.log.file().read_bytes()
    assert b"followed_by" in first.splitlines()[0]
    assert b"followed_by" not in first.splitlines()[-1]
    assert run("import", other.path, path) == 0
    assert other.log.file().read_bytes() == first


# 8. Write-protected media


READING_COMMANDS = (
    ("show",),
    ("search", "board"),
    ("verify",),
    ("log",),
    ("review",),
    ("explain", "e1"),
    ("evidence",),
    ("contacts",),
    ("check",),
    ("export", "--format", "json", "-o", "OUT"),
    ("publish", "-o", "OUT"),
)


@pytest.mark.parametrize("words", READING_COMMANDS, ids=[words[0] for words in READING_COMMANDS])
def test_a_write_protected_case_can_be_read(
    case: Case, words: tuple[str, ...], tmp_path: Path
) -> None:
    writable = tmp_path / "out"
    writable.mkdir()
    writable.chmod(0o777)
    for path in (case.path, *case.path.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    # Permissions hold for root only without this capability.
    as_others = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    if os.getuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere, and setpriv is not installed")
    arguments = [str(writable / "out.file") if w == "OUT" else w for w in words]
    ended = subprocess.run(
        [
            *(as_others if os.getuid() == 0 else ()),
            *(sys.executable, "-m", "seriatim", arguments[0], str(case.path), *arguments[1:]),
        ],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(writable)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode in ((0, 1) if words[0] == "check" else (0,)), ended.stderr
    assert "delete" not in ended.stderr
    assert "Traceback" not in ended.stderr


# 9. What was recorded is acknowledged, what was not is not


def test_a_full_disk_after_the_decision_is_no_refusal(
    case: Case, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    number = len(case.decisions())

    def full(*_: object, **__: object) -> None:
        raise CaseError("derived.sqlite: database or disk is full")

    monkeypatch.setattr("seriatim.case.case.Case.build", full)
    assert run("judge", case.path, "reject", "e1", "--by", "Ada") == 1
    told = capsys.readouterr().err
    assert "this is recorded" in told
    assert len(case.decisions()) == number + 1


def test_a_full_disk_before_the_decision_is_a_refusal(
    case: Case, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = case.log.file().read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_write_all", full)
    assert run("judge", case.path, "reject", "e1", "--by", "Ada") == 2
    assert "recorded" not in capsys.readouterr().err
    assert case.log.file().read_bytes() == before


# 12. Backups


def test_a_backup_gives_the_same_case(case: Case, tmp_path: Path) -> None:
    right = interchange.export(case.chronology())
    assert run("backup", case.path, tmp_path / "b.zip") == 0
    assert run("restore", tmp_path / "b.zip", tmp_path / "again") == 0
    again = Case(tmp_path / "again")
    again.build(processes=1, model=False)
    assert interchange.export(again.chronology()) == right
    assert again.log.file().read_bytes() == case.log.file().read_bytes()
    assert wrong(again) == []
    first = (tmp_path / "b.zip").read_bytes()
    assert run("backup", again.path, tmp_path / "c.zip") == 0
    assert (tmp_path / "c.zip").read_bytes() == first


def test_a_damaged_backup_makes_no_case(case: Case, tmp_path: Path) -> None:
    assert run("backup", case.path, tmp_path / "b.zip") == 0
    good = (tmp_path / "b.zip").read_bytes()
    chance = random.Random(2)  # noqa: S311 - not for secrets
    refused = 0
    for n in range(40):
        data = bytearray(good)
        at = chance.randrange(len(data))
        data[at] ^= 1 + chance.randrange(255)
        (tmp_path / "bad.zip").write_bytes(data[: at if n % 4 == 0 else None])
        status = run("restore", tmp_path / "bad.zip", tmp_path / f"again{n}")
        refused += status == 2
        if status == 0:  # the byte was none that says anything, such as a time
            restored = Case(tmp_path / f"again{n}")
            assert restored.log.file().read_bytes() == case.log.file().read_bytes()
        else:
            assert not (tmp_path / f"again{n}").exists()
    assert refused > 30


def test_a_case_with_a_changed_original_is_not_backed_up(case: Case, tmp_path: Path) -> None:
    path = next(p for p in (case.path / "documents").rglob("*") if p.is_file())
    path.write_bytes(b"something else")
    assert run("backup", case.path, tmp_path / "b.zip") == 2
    assert list(tmp_path.glob("*.zip*")) == []
