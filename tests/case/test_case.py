"""A case that never forgets: what is added and judged stays, is undone only by another decision, and survives a fault at any write."""

from __future__ import annotations

import contextlib
import errno
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seriatim.association import Question, length
from seriatim.case import Case, now
from seriatim.case.intake import AT_ONCE
from seriatim.decisions import selectors
from seriatim.exports import interchange, page
from seriatim.model import Act, Chronology, Decision, Event
from seriatim.query import filters
from seriatim.store import files, folder, log
from seriatim.store.files import CaseError

LETTER = (
    "Ada Quill met Ben Moor on 5 March 1911 in Harwich. Two days later she wrote to the board.\n"
)
REPORT = (
    "The board met on 9 March 1911. Ben Moor reportedly resigned on 12 March 1911, a clerk said.\n"
)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Case.create(tmp_path / "case", "The board")
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    return made


def filled(case: Case) -> Case:
    case.add(
        [case.path.parent / "letter.txt", case.path.parent / "report.txt"],
        published="1911-03-20",
        who="Ada",
    )
    return case


def exported(case: Case) -> bytes:
    case.build(processes=1, model=False)
    return interchange.export(case.chronology())


def event(chronology: Chronology, word: str) -> Event:
    """The event one of whose claims has the word as its predicate."""
    texts = {r.document.id: r.document.text for r in chronology.readings}
    return next(
        e
        for e in chronology.events
        for c in e.claims
        if texts[c.document][slice(*c.predicate)] == word
    )


def judge(case: Case, act: Act, word: str, **fields: Any) -> Decision:
    chronology = case.chronology()
    documents = {r.document.id: r.document for r in chronology.readings}
    chosen = selectors.of_claims(documents, event(chronology, word).claims)
    return case.log.record(
        Decision("", act, "Ada", now(), target="event", selectors=chosen, **fields)
    )


def test_documents_are_added_once_and_kept_untouched(case: Case) -> None:
    letter = case.path.parent / "letter.txt"
    first = case.add([letter], who="Ada")
    again = case.add([letter], who="Ben")
    assert [h.name for h in first.new] == [str(letter)]
    assert (again.new, again.known) == ((), 1)
    assert folder.original(case.path, first.new[0].sha256).read_bytes() == LETTER.encode()
    assert [(j.act, j.who) for j in case.decisions()] == [("add", "Ada")]


def test_a_folder_is_taken_in_whole_and_what_is_no_file_is_named(
    case: Case, tmp_path: Path
) -> None:
    box = tmp_path / "box"
    (box / "deep").mkdir(parents=True)
    (box / "a.txt").write_text("The board met on 9 March 1911.")
    (box / "deep" / "b.txt").write_text("Ben Moor resigned on 12 March 1911.")
    (box / "empty.txt").write_text("")
    (box / ".hidden").write_text("not for us")
    (box / "round").symlink_to(box)
    (box / "out").symlink_to("/etc/hostname")
    (box / os.fsdecode(b"bad\xffname\n.txt")).write_text("The clerk left on 1 April 1911.")
    added = case.add([box, tmp_path / "nowhere.txt"], who="Ada")
    assert sorted(Path(h.name).name for h in added.new) == ["a.txt", "b.txt", "bad\\xffname\\n.txt"]
    assert sorted((Path(p.where).name, p.message.split(":")[0]) for p in added.problems) == [
        ("empty.txt", "is empty"),
        ("nowhere.txt", "does not exist"),
        ("out", "is a link, so it was skipped; name the file itself to add it"),
        ("round", "is a link to a folder, so it was skipped; name the folder itself to add it"),
    ]


def test_the_log_is_read_no_oftener_for_many_files(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = tmp_path / "box"
    box.mkdir()
    for n in range(3 * AT_ONCE + 5):
        (box / f"{n}.txt").write_text(f"The board met {n} times.")
    read = log.read
    reads: list[Path] = []

    def counted(path: Path) -> log.Log:
        reads.append(path)
        return read(path)

    monkeypatch.setattr(log, "read", counted)
    assert len(case.add([box], who="Ada").new) == 3 * AT_ONCE + 5
    assert len(reads) <= 3
    assert [j.value for j in case.decisions()] == sorted(
        str(box / f"{n}.txt") for n in range(3 * AT_ONCE + 5)
    )


def test_a_case_is_not_taken_into_another(case: Case, tmp_path: Path) -> None:
    filled(case)
    box = tmp_path / "box"
    box.mkdir()
    (box / "a.txt").write_text("The board met on 9 March 1911.")
    other = Case.create(box / "other", "Another")
    other.add([tmp_path / "letter.txt"], who="Ada")
    into = Case.create(tmp_path / "into", "Both")
    for taken, new in ((case.path, 0), (box, 1)):
        added = into.add([taken], who="Ada")
        assert len(added.new) == new
        (problem,) = added.problems
        assert problem.where.endswith(("case", "other"))
        assert "is a case itself" in problem.message


def test_only_what_changed_is_read_again(case: Case) -> None:
    filled(case)
    assert case.build(processes=1, model=False).read == 2
    assert case.build(processes=1, model=False).read == 0
    (case.path.parent / "third.txt").write_text("The clerk left on 1 April 1911.")
    case.add([case.path.parent / "third.txt"], who="Ada")
    built = case.build(processes=1, model=False)
    assert (built.read, built.known) == (1, 2)
    sha = case.documents()[0].sha256
    case.log.record(
        Decision("", "published", "Ada", now(), target="document", document=sha, value="1912")
    )
    assert case.build(processes=1, model=False).read == 1


def test_the_same_bytes_come_out_twice_in_parallel_and_after_a_rebuild(
    case: Case, tmp_path: Path
) -> None:
    filled(case)
    for n in range(8):
        (tmp_path / f"more{n}.txt").write_text(
            f"On {n + 1} May 1911 Ada Quill met Ben Moor. The next day the board voted."
        )
    case.add([tmp_path / f"more{n}.txt" for n in range(8)], who="Ada")
    first = exported(case)
    for name in (folder.DERIVED, f"{folder.DERIVED}-wal", f"{folder.DERIVED}-shm"):
        (case.path / name).unlink(missing_ok=True)
    again = Case(case.path)
    assert again.build(processes=2, model=False).read == 10
    assert interchange.export(again.chronology()) == first


LINES = (
    "Ada Quill met Ben Moor in Harwich on {day} May 1911.",
    "On {day} May 1911 Ben Moor sold the Lowick mill, a clerk said.",
    "The board voted on {day} May 1911. Two days later Ada Quill resigned.",
    "Ada Quill reportedly met Ben Moor in Harwich on {day} May 1911, and the board voted the next day.",
    "Quill denied that she met Moor.",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(
    lines=st.lists(
        st.tuples(st.sampled_from(LINES), st.integers(1, 6)), min_size=2, max_size=7, unique=True
    ),
    builds=st.lists(st.booleans(), min_size=7, max_size=7),
    removed=st.integers(0, 6),
)
def test_built_piece_by_piece_it_is_what_a_build_from_nothing_gives(
    tmp_path: Path, lines: list[tuple[str, int]], builds: list[bool], removed: int
) -> None:
    shutil.rmtree(tmp_path / "piece", ignore_errors=True)
    made = Case.create(tmp_path / "piece", "Piece by piece")
    for n, (line, day) in enumerate(lines):
        made.intake.add_bytes(
            f"{line.format(day=day)}\n\nReport {n}.\n".encode(),
            f"{n}.txt",
            published="1911-06",
            who="Ada",
        )
        if n == removed:
            made.intake.remove(made.documents()[n // 2], who="Ada")
        if builds[n]:
            made.build(processes=1, model=False)
    if removed % 2 and made.log.last_active().act == "remove":
        made.undo(made.log.last_active().id, who="Ada")
    pieces = [
        exported(made),
        kept(made),
        made.results.listing(filters.Filter()),
        made.results.search("met"),
        made.results.search("board voted"),
    ]
    for path in made.path.glob(f"{folder.DERIVED}*"):
        path.unlink()
    again = Case(made.path)
    assert [
        exported(again),
        kept(again),
        again.results.listing(filters.Filter()),
        again.results.search("met"),
        again.results.search("board voted"),
    ] == pieces
    assert again.verify() == []


def kept(case: Case) -> list[tuple[Any, ...]]:
    """The chronology's rows in the store."""
    with contextlib.closing(sqlite3.connect(case.path / folder.DERIVED)) as connection:
        return connection.execute("SELECT * FROM nouns ORDER BY kind, number").fetchall()


def test_a_decision_is_laid_on_and_undone(case: Case) -> None:
    before = exported(filled(case))
    date = judge(case, "date", "resigned", value="1911-03-13")
    case.build(processes=1, model=False)
    changed = event(case.chronology(), "resigned")
    assert (changed.when.edtf, changed.when.basis) == ("1911-03-13", "corrected")
    assert "12 March 1911" in (changed.when.text or "")
    judge(case, "reject", "wrote")
    judge(case, "accept", "met")
    case.build(processes=1, model=False)
    found = case.chronology()
    assert (event(found, "wrote").status, event(found, "met").status) == ("rejected", "accepted")
    for decision in reversed(
        [j for j in case.decisions() if j.act in ("date", "reject", "accept")]
    ):
        case.undo(decision.id, who="Ben")
    assert exported(case) == before
    assert [j.act for j in case.decisions()] == ["add", "published"] * 2 + [
        "date",
        "reject",
        "accept",
        "undo",
        "undo",
        "undo",
    ]
    with pytest.raises(CaseError, match="already undone"):
        case.undo(date.id, who="Ben")


def test_events_and_actors_are_merged_split_and_named(case: Case) -> None:
    exported(filled(case))
    chronology = case.chronology()
    documents = {r.document.id: r.document for r in chronology.readings}
    two = [*event(chronology, "wrote").claims, *event(chronology, "resigned").claims]
    merge = case.log.record(
        Decision(
            "", "merge", "Ada", now(), target="event", selectors=selectors.of_claims(documents, two)
        )
    )
    case.build(processes=1, model=False)
    assert len(event(case.chronology(), "wrote").claims) == 2
    case.undo(merge.id, who="Ada")
    ada = next(a for a in chronology.actors if a.name == "Ada Quill")
    chosen = selectors.of_mentions(documents, ada.mentions[:1])
    case.log.record(
        Decision("", "name", "Ada", now(), target="actor", selectors=chosen, value="Adelaide Quill")
    )
    case.log.record(
        Decision("", "group", "Ada", now(), target="actor", selectors=chosen, value="north")
    )
    case.build(processes=1, model=False)
    named = next(a for a in case.chronology().actors if a.name == "Adelaide Quill")
    assert "Ada Quill" in named.aliases
    assert case.chronology().groups["north"] == (named.id,)


def test_a_claim_by_hand_rests_on_its_words(case: Case) -> None:
    exported(filled(case))
    document = next(r.document for r in case.chronology().readings if "Harwich" in r.document.text)
    quote = selectors.of_words(document, "in Harwich")
    assert quote
    case.log.record(
        Decision("", "claim", "Ada", now(), target="claim", selectors=(quote,), value="1911-03")
    )
    case.build(processes=1, model=False)
    made = event(case.chronology(), "in Harwich")
    assert (made.status, made.when.edtf, made.claims[0].quote) == (
        "accepted",
        "1911-03",
        "in Harwich",
    )


def test_a_decision_whose_words_are_gone_is_reported_and_kept(case: Case) -> None:
    exported(filled(case))
    made = judge(case, "accept", "met")
    gone = replace(
        made, selectors=(replace(made.selectors[0], exact="danced", start=0, end=6),), id=""
    )
    case.log.record(gone)
    built = case.build(processes=1, model=False)
    assert [p.message for p in built.chronology.problems if "danced" in p.message]
    assert event(case.chronology(), "met").status == "accepted"


def test_a_document_that_is_removed_takes_its_claims_along_and_comes_back_with_its_decisions(
    case: Case,
) -> None:
    exported(filled(case))
    judge(case, "accept", "resigned")
    before = exported(case)
    removed = case.intake.remove(case.documents()[1], who="Ada")
    case.build(processes=1, model=False)
    assert len(case.chronology().readings) == 1
    assert not case.build(processes=1, model=False).chronology.problems
    case.undo(removed.id, who="Ada")
    assert exported(case) == before


class Faulty:
    """The ``os`` module with a disk that is full at the n-th call that writes."""

    def __init__(self, fails_at: int) -> None:
        self.left = fails_at

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in ("write", "fsync", "replace", "open"):
            return real

        def call(*args: Any, **kwargs: Any) -> Any:
            self.left -= 1
            if self.left == 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*args, **kwargs)

        return call


@pytest.mark.parametrize("step", ["add", "judge", "undo"])
def test_a_fault_at_any_write_loses_nothing(
    case: Case, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported(filled(case))
    judge(case, "accept", "met")
    third = case.path.parent / "third.txt"
    steps: dict[str, Callable[[], object]] = {
        "add": lambda: case.add([third], who="Ada"),
        "judge": lambda: judge(case, "dispute", "met"),
        "undo": lambda: case.undo(case.log.last_active().id, who="Ada"),
    }
    for fails_at in range(1, 200):
        third.write_text(f"The clerk left on {fails_at} April 1911.")
        before = [j.id for j in case.decisions()]
        faulty = Faulty(fails_at)
        monkeypatch.setattr(files, "os", faulty)
        try:
            steps[step]()
        except OSError:
            assert faulty.left <= 0
        monkeypatch.setattr(files, "os", os)
        opened = Case(case.path)
        now_there = [j.id for j in opened.decisions()]
        assert now_there[: len(before)] == before
        # An original that was kept before its line could be written is named, and hurts nothing.
        harmless = ("changed since", "no line of the log names this original")
        assert [p for p in opened.verify() if not any(h in p.message for h in harmless)] == []
        if faulty.left > 0:
            break
    assert fails_at > 3
    assert len(opened.decisions()) > 5
    opened.build(processes=1, model=False)
    assert [p for p in opened.verify() if not any(h in p.message for h in harmless)] == []


@pytest.mark.parametrize("n", range(20))
def test_killed_at_any_moment_the_case_opens_and_build_finishes_the_rest(
    case: Case, n: int
) -> None:
    filled(case)
    acknowledged = [j.id for j in case.decisions()]
    seconds = random.Random(n).uniform(0.0, 4.0)  # noqa: S311 - moments, not secrets
    process = subprocess.Popen(
        [sys.executable, "-m", "seriatim", "build", "--no-model", str(case.path)],
        stderr=subprocess.DEVNULL,
    )
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()
    opened = Case(case.path)
    assert [j.id for j in opened.decisions()] == acknowledged
    opened.build(processes=1, model=False)
    assert {e.when.edtf for e in opened.chronology().events} >= {"1911-03-05", "1911-03-09"}
    assert opened.verify() == []


def test_the_second_process_says_that_the_first_is_at_work(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        files.locked(case.path / folder.LOCK),
        pytest.raises(CaseError, match="another process"),
        files.locked(case.path / folder.LOCK, wait=0.1),
    ):
        pass


def test_a_folder_that_is_no_case_and_a_case_of_a_newer_version_say_so(
    tmp_path: Path, case: Case
) -> None:
    with pytest.raises(CaseError, match="this is not a case"):
        Case(tmp_path)
    path = case.path / folder.SETTINGS
    path.write_text(path.read_text().replace("version = 1", "version = 2"))
    with pytest.raises(CaseError, match="install a newer seriatim"):
        Case(case.path)
    path.write_text("version = [")
    with pytest.raises(CaseError, match="not valid TOML"):
        Case(case.path)


def test_a_damaged_store_is_named_and_a_build_makes_it_again(case: Case) -> None:
    before = exported(filled(case))
    (case.path / folder.DERIVED).write_bytes(b"not a database" * 1000)
    for name in ("-wal", "-shm"):
        (case.path / f"{folder.DERIVED}{name}").unlink(missing_ok=True)
    with pytest.raises(CaseError, match="the derived store is damaged"):
        case.results.documents()
    case.build(processes=1, model=False)
    assert exported(case) == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    place=st.integers(min_value=0),
    flip=st.integers(1, 255),
    which=st.sampled_from(["log", "document"]),
)
def test_one_changed_byte_in_the_log_or_a_document_is_named(
    case: Case, place: int, flip: int, which: str
) -> None:
    if not case.decisions():
        filled(case)
    held = case.documents()[0]
    path = case.path / folder.LOG if which == "log" else folder.original(case.path, held.sha256)
    whole = path.read_bytes()
    data = bytearray(whole)
    data[place % len(data)] ^= flip
    path.write_bytes(data)
    try:
        assert [p for p in case.verify() if str(path) in p.where]
    finally:
        path.write_bytes(whole)
    assert case.verify() == []


def test_a_question_is_logged_and_leaves_what_is_derived_current(case: Case) -> None:
    filled(case).build(processes=1)
    assert case.builder.is_current()
    case.log.record(Decision("", "ask", "Ada", now(), target="case", value="do they follow?"))
    assert case.builder.is_current()
    assert case.decisions()[-1].value == "do they follow?"


def test_the_page_shows_what_came_of_a_question(case: Case) -> None:
    filled(case).build(processes=1, model=False)
    asked = Question(
        of="text:board",
        after="text:Quill",
        within=length("3d"),
        made_of="curated",
        made_after="curated",
        window_fixed=True,
    )
    case.log.record(Decision("", "ask", "Ada", now(), target="case", value=asked.as_line()))
    chronology = case.chronology()
    (answer,) = case.questions.answers(chronology)
    assert "No p-value: these lists can't show how often" in answer.words
    html = page.render(replace(chronology, answers=(answer,)))
    assert "Such a list can't be tested" in html
    assert 'src="data:image/svg+xml;base64,' in html
    assert 'id="chance"' not in page.render(chronology)
