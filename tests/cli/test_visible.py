"""What documents and people write is shown by a terminal, never obeyed."""

from __future__ import annotations

from pathlib import Path

import pytest

from seriatim import cli
from seriatim.case import Case
from seriatim.messages.visible import is_plain, one_line, visible

EVIL = "a\x1b[2Jb\x07\u202ec\u2066d\x9be\nseriatim: whole"


def run(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    """What a command prints."""
    with pytest.raises(SystemExit):
        cli.main([str(word) for word in words])
    captured = capsys.readouterr()
    return captured.out + captured.err


def test_control_characters_are_shown_as_escapes() -> None:
    assert visible(EVIL) == "a\\x1b[2Jb\\x07\\u202ec\\u2066d\\u009be\nseriatim: whole"
    assert "\n" not in one_line(EVIL)
    assert visible("Zoë Ålund\t—\n“x”") == "Zoë Ålund\t—\n“x”"
    assert is_plain("Zoë, “x”")
    assert not any(map(is_plain, ("a\0", "a\nb", "\u202eb", "\ud800", "a\tb")))


def test_no_command_prints_what_acts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "a\x1b]0;owned\x07\u202e.txt"
    (tmp_path / name).write_text("Ada Quill\x1b[31m met Ben Moor on 5 March 1911.\n", "utf8")
    case = Case.create(tmp_path / "case", EVIL.replace("\n", " "))
    told = run(capsys, "add", case.path, tmp_path / name, "--by", EVIL)
    told += run(capsys, "build", case.path, "--no-model")
    told += run(capsys, "judge", case.path, "comment", "e1", "--why", EVIL, "--by", EVIL)
    for words in (
        ("show",),
        ("search", "Ada"),
        ("log",),
        ("review",),
        ("explain", "e1"),
        ("evidence",),
        ("contacts",),
        ("check",),
        ("verify",),
        ("undo",),
        ("show", EVIL),
    ):
        told += run(capsys, words[0], case.path, *words[1:])
    assert not set("\x1b\x07\x9b\u202e\u2066") & set(told)
    assert "\nseriatim: whole" not in told
