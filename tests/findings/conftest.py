"""Short documents through the real pipeline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seriatim import pipeline, readers
from seriatim.model import Chronology


def read_text(text: str, *, model: bool = False) -> Chronology:
    """The chronology of a document; a first line "published: DATE" gives its date."""
    published = None
    if text.startswith("published:"):
        head, _, text = text.partition("\n")
        published = head.partition(":")[2].strip()
    taken = readers.read_bytes(text.encode(), "document.txt", published=published)
    return pipeline.assemble(
        [pipeline.read(d, passages, model=model) for d, passages in taken.documents], title="test"
    )


@pytest.fixture
def chronology_of() -> Callable[[str], Chronology]:
    return read_text
