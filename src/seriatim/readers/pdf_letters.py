"""The letters of a PDF page → runs of letters of one size on one baseline."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

NEW_CELL = 1.3  # sizes: a wider gap separates columns or cells
WORD_GAP = 0.22  # sizes: a narrower gap is no space
_PRIVATE = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0x02: "-", 0xFFFE: "-", 0xAD: "-"}
_BOLD = 600
_SPACES, _LINE_ENDS = (32, 160), (10, 13)
_WHITE = (0, *_SPACES, *_LINE_ENDS)
_ASCENT, _DESCENT = 0.75, 0.25  # sizes: how far a line reaches above and below its baseline
_SLANT = 0.3  # of a letter's width: text that climbs more is the label of a picture or a margin
_SAMPLES = (2, 3)  # quarters of a run whose letters are looked at for its weight


@dataclass(slots=True)
class Run:
    """Letters of one size that stand next to each other on one baseline.

    ``order`` is its place in the file; ``spaced`` tells whether a space leads to it.
    """

    left: float
    right: float
    baseline: float
    size: float
    text: str = ""
    bold: bool = False
    turned: bool = False
    spaced: bool = False
    order: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)  # of its superscripts

    @property
    def top(self) -> float:
        """The upper edge, by the size: a font's own box may be many times as high."""
        return self.baseline - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.baseline + _DESCENT * self.size


def runs(textpage: object, height: float) -> Iterator[Run]:
    """The runs of letters of a page, in the order of the file."""
    import pypdfium2.raw as pdfium

    writer = _RunWriter(textpage, height)
    code_of = pdfium.FPDFText_GetUnicode
    for i in range(pdfium.FPDFText_CountChars(textpage)):
        code = code_of(textpage, i)
        done = writer.white(code) if code in _WHITE else writer.letter(i, code)
        if done:
            yield done
    if last := writer.end():
        yield last


class _RunWriter:
    """The run that is being written, letter by letter."""

    def __init__(self, textpage: object, height: float) -> None:
        import pypdfium2.raw as pdfium

        self.textpage = textpage
        self.height = height
        self.run: Run | None = None
        self.letters: list[str] = []
        self.indices: list[int] = []
        self.space = False
        self.order = 0
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._tall = 0.0  # of the last letter's box; an equal one has the same size
        self._size, self._turned = 0.0, False

    def white(self, code: int) -> Run | None:
        """Take a character without a box; the run that a line end has finished."""
        self.space = True
        return self.end() if code in _LINE_ENDS else None

    def letter(self, i: int, code: int) -> Run | None:
        """Take a letter; the run before it, if the letter does not belong to it."""
        import pypdfium2.raw as pdfium

        rect = self._rect
        if not pdfium.FPDFText_GetLooseCharBox(self.textpage, i, ctypes.byref(rect)):
            return None
        pdfium.FPDFText_GetCharOrigin(
            self.textpage, i, ctypes.byref(self._x), ctypes.byref(self._y)
        )
        self._measure(i, rect.top - rect.bottom)
        baseline = self.height - self._y.value
        done = None
        if self.run and not self._goes_on(rect.left, baseline):
            done = self.end()
        if self.run is None:
            self._begin(rect.left, baseline)
        elif self.space or rect.left - self.run.right > WORD_GAP * self._size:
            self.letters.append(" ")
        self._add(i, code, rect.right)
        return done

    def _measure(self, i: int, tall: float) -> None:
        """The letter's size on the page: the font's, times the scale of the text matrix."""
        import pypdfium2.raw as pdfium

        if tall == self._tall:
            return
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self.textpage, i, ctypes.byref(matrix))
        scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        self._size = (scale * pdfium.FPDFText_GetFontSize(self.textpage, i)) or tall
        self._turned = abs(matrix.b) > _SLANT * abs(matrix.a)
        self._tall = tall

    def _goes_on(self, left: float, baseline: float) -> bool:
        run = self.run
        assert run is not None  # noqa: S101 - the caller has asked
        if self._turned or run.turned:
            return self._turned and run.turned
        return (
            abs(baseline - run.baseline) < 0.1 * run.size
            and abs(self._size - run.size) < 0.1 * run.size
            and -self._size < left - run.right < NEW_CELL * self._size
        )

    def _begin(self, left: float, baseline: float) -> None:
        self.order += 1
        self.run = Run(left, left, baseline, self._size, turned=self._turned, order=self.order)
        self.run.spaced = self.space
        self.letters, self.indices = [], []

    def _add(self, i: int, code: int, right: float) -> None:
        assert self.run is not None  # noqa: S101 - the caller has begun one
        self.letters.append(_PRIVATE.get(code) or _letter(code))
        self.indices.append(i)
        self.run.right = max(self.run.right, right)
        self.space = False

    def end(self) -> Run | None:
        """The finished run; it is bold to its end, as a heading is, or not at all."""
        run, self.run = self.run, None
        if run is None:
            return None
        some = [self.indices[len(self.indices) * part // 4] for part in _SAMPLES]
        run.bold = all(_is_bold(self.textpage, i) for i in (*some, self.indices[-1]))
        run.text = "".join(self.letters)
        return run


def _is_bold(textpage: object, i: int) -> bool:
    """Whether a letter is bold, by the font's weight or name; standard fonts have no weight."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFText_GetFontWeight(textpage, i) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(textpage, i, name, 128, None)
    return b"bold" in name.value.lower() or b"black" in name.value.lower()


def _letter(code: int) -> str:
    """A letter, or U+FFFD where a broken font gives none."""
    return "\ufffd" if code < 32 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)
