"""The log: what was decided is kept, and a change to it is named."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seriatim.model import Decision, Selector
from seriatim.store import log
from seriatim.store.files import CaseError


def judgement(n: int, why: str = "") -> Decision:
    selector = Selector("ab" * 32, f"met {n}", "They ", " at noon.", n, n + 5)
    return Decision(
        id="",
        act="date",
        who="Ada",
        at="1911-03-05T10:00:00Z",
        why=why,
        selectors=(selector,),
        value="1911-03",
    )


def test_what_is_appended_is_read_back_with_the_hash_of_its_line(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    written = [log.add(path, judgement(n, why="“ü”\n")) for n in range(3)]
    found = log.read(path)
    assert list(found.judgements) == written
    assert found.head == written[-1].id
    assert len({w.id for w in written}) == 3


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None
)
@given(place=st.integers(min_value=0), flip=st.integers(1, 255))
def test_one_changed_byte_anywhere_is_named(tmp_path: Path, place: int, flip: int) -> None:
    path = tmp_path / "log"
    path.unlink(missing_ok=True)
    for n in range(3):
        log.add(path, judgement(n))
    data = bytearray(path.read_bytes())
    data[place % len(data)] ^= flip
    path.write_bytes(data)
    if data.endswith(b"\n"):
        with pytest.raises(CaseError, match=f"{path}, line"):
            log.read(path)
    else:
        assert log.read(path).torn


def test_an_interrupted_line_is_set_aside_and_the_next_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "log"
    first = log.add(path, judgement(1))
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"act":"da')
    assert log.read(path).torn == b'{"act":"da'
    second = log.add(path, judgement(2))
    assert [j.id for j in log.read(path).judgements] == [first.id, second.id]
    assert (tmp_path / "log.interrupted").read_bytes() == b'{"act":"da'


def test_a_whole_line_without_its_end_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "log"
    log.add(path, judgement(1))
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    log.add(path, judgement(2))
    assert len(log.read(path).judgements) == 2


def test_lines_that_change_places_are_named(tmp_path: Path) -> None:
    path = tmp_path / "log"
    for n in range(3):
        log.add(path, judgement(n))
    a, b, c = path.read_bytes().splitlines()
    path.write_bytes(b"\n".join([a, c, b, b""]))
    with pytest.raises(CaseError, match="line 2"):
        log.read(path)
