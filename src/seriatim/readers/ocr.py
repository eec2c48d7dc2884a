"""Pages that are pictures → lines, by rapidocr where the extra ``seriatim[ocr]`` is installed."""

from __future__ import annotations

from functools import cache
from typing import Any

from seriatim.readers.limits import OCR_PAGE, allow
from seriatim.readers.pdf_letters import Run
from seriatim.readers.pdf_page import PageLine, lines_of

_SCALE = 2.0  # pixels a point: 144 dots an inch
_SURE = 0.5  # confidence; less certain lines are dropped


def read_picture(pdf: Any, number: int) -> list[PageLine]:  # noqa: ANN401 - pypdfium2 has no types
    """The recognised lines of page ``number``; none if the optional package is missing."""
    engine = _engine()
    if engine is None:
        return []
    allow(OCR_PAGE)
    page = pdf[number - 1]
    try:
        picture = page.render(scale=_SCALE).to_numpy()
    finally:
        page.close()
    found = engine(picture)
    if found is None or found.boxes is None or found.txts is None:
        return []
    runs = [
        _run(box, text)
        for box, text, sure in zip(found.boxes, found.txts, found.scores, strict=True)
        if sure >= _SURE and text.strip()
    ]
    return lines_of(runs, number)


@cache
def _engine() -> Any:  # noqa: ANN401 - rapidocr is an extra: its types are not at hand
    try:
        from rapidocr import RapidOCR
    except ImportError:
        return None
    return RapidOCR(params={"Global.log_level": "error"})


def _run(box: Any, text: str) -> Run:  # noqa: ANN401 - an array of four corners in pixels
    across, down = [float(x) / _SCALE for x, _ in box], [float(y) / _SCALE for _, y in box]
    top, bottom = min(down), max(down)
    size = round((bottom - top) * 0.75, 1)
    baseline = top + 0.75 * (bottom - top)
    return Run(min(across), max(across), baseline, size, text.strip())
