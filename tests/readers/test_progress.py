"""Pages of a PDF are told while the child process reads them."""

from __future__ import annotations

import pytest

from seriatim.analysis import progress
from seriatim.readers import formats, sandbox
from seriatim.readers.sandbox import Confined
from tests.readers.pdfs import column, pdf


def test_every_page_is_told() -> None:
    told = []
    formats.drafts(
        pdf([column(["The lamp failed."])] * 3), "a.pdf", progress=lambda *far: told.append(far)
    )
    assert told == [("reading page", n, 3) for n in (1, 2, 3)]


def test_the_child_tells_how_far_it_is_before_it_answers() -> None:
    reader, told = Confined(), []
    (draft,) = reader.drafts(
        pdf([column(["The lamp failed."])] * 40), "a.pdf", progress=lambda *far: told.append(far)
    )
    reader.close()
    assert draft.text.count("The lamp failed.") == 40
    assert told[0] == ("reading page", 1, 40)


def test_what_comes_with_the_answer_in_one_go_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both lie in the pipe before the first is read."""
    reader, told = Confined(), []
    script = "import seriatim.analysis.progress as p; p.PAUSE = 0; from seriatim.readers.sandbox import serve; serve()"
    monkeypatch.setattr(sandbox, "_SERVE", ("-c", script))
    drafts = reader.drafts(
        pdf([column(["The lamp failed."])] * 40), "a.pdf", progress=lambda *far: told.append(far)
    )
    reader.close()
    assert len(drafts) == 1
    assert told == [("reading page", n, 40) for n in range(1, 41)]


def test_it_is_told_at_most_five_times_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    now, told = iter((10.0, 10.0, 10.1, 10.15, 10.3, 10.3)), []
    monkeypatch.setattr("seriatim.analysis.progress.time.monotonic", lambda: next(now))
    tell = progress.paced(lambda *far: told.append(far))
    for n in range(1, 5):
        tell("x", n, 4)
    assert told == [("x", 1, 4), ("x", 4, 4)]
