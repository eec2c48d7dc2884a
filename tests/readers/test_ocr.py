"""Pages that are pictures: told by their numbers, and read where the extra is installed."""

import io
from importlib.util import find_spec

import pytest

from seriatim.readers import ocr
from seriatim.readers.pdf import read
from tests.readers.listing import listing, problems
from tests.readers.pdfs import column, pdf

LINES = [
    "The keeper of the light at Harrow Point wrote to the Board",
    "on 3 May 1871 that the lamp had failed twice in one week.",
]
needs_ocr = pytest.mark.skipif(
    find_spec("rapidocr") is None, reason="seriatim[ocr] is not installed"
)


def scanned() -> bytes:
    """A picture of a page, as a PDF."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    pytest.importorskip("PIL")
    picture = pypdfium2.PdfDocument(pdf([column(LINES)]))[0].render(scale=2).to_pil().convert("L")
    buffer = io.BytesIO()
    picture.save(buffer, "PDF", resolution=144)
    return buffer.getvalue()


def test_a_page_without_text_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_engine", lambda: None)
    (draft,) = read(scanned(), "a.pdf")
    assert draft.notices == ("page 1 without text, a picture: install seriatim[ocr] to read it",)


@needs_ocr
def test_a_page_without_text_is_read_from_its_picture() -> None:
    assert listing(scanned()).replace(" ", "") == "paragraph:" + "".join(LINES).replace(" ", "")
    assert problems(scanned()).startswith(
        "a.txt page 1 without text, read from the picture: look at it before you rely on its words"
    )
