"""Damaged files of every format: a document or a problem, spans inside the text, no traceback.

``python tools/fuzz_documents.py`` does the same for as long as it is told to; what it found is kept
below.
"""

from __future__ import annotations

import random
from typing import Any

import pytest

from seriatim.readers import read_bytes
from tests.readers.fuzz import SAMPLES, check, damaged


@pytest.mark.parametrize("name", SAMPLES)
def test_damaged_files(name: Any) -> None:
    samples, chance = SAMPLES[name](), random.Random(name)  # noqa: S311 - the same damage in every run
    for _ in range(15):
        check(read_bytes(damaged(samples, chance), name))


def test_what_was_found() -> None:
    """NUL in the fields of a mail; a box whose first line alone is one."""
    (document, _), *_ = read_bytes(
        b"From: a@b\nTo: c\nSubject: The\0 lamp\n\nIt failed.\n", "a.eml"
    ).documents
    assert (document.title, "\0" in document.text) == ("The\ufffd lamp", False)
    check(read_bytes(b"From x 10:12 1912\nx:", "a.mbox"))
