"""PDF → the text of its pages in reading order, each line with page, number and box."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from seriatim.analysis.progress import Progress, silent
from seriatim.messages import readers as messages
from seriatim.readers import pdf_flow
from seriatim.readers.draft import Draft, Page, Unreadable
from seriatim.readers.links import target
from seriatim.readers.ocr import read_picture
from seriatim.readers.pdf_page import PageLine, page_lines
from seriatim.readers.publication_date import find_date

_MAX_PAGES = 5_000
_MAX_LETTERS = 60_000  # of one page
# Programs that print web pages to PDF: what they print is older than the file.
_PRINTERS = ("skia", "chrom", "mozilla", "firefox", "wkhtml", "print to")
_SCAN = 12  # letters; a page with fewer and a picture on it is a scan


def read(data: bytes, name: str, *, progress: Progress = silent) -> list[Draft]:  # noqa: ARG001 - every reader is called in the same way
    """One document.  Raises Unreadable if it is encrypted or broken."""
    pdf = _opened(data)
    try:
        pages, notices = _pages(pdf, progress)
        page = Page()
        pdf_flow.write(page, pages)
        about = pdf.get_metadata_dict()
    finally:
        pdf.close()
    program = (about.get("Creator", "") + about.get("Producer", "")).lower()
    created = (
        None if any(name in program for name in _PRINTERS) else _day(about.get("CreationDate", ""))
    )
    return [
        Draft(
            page.text,
            tuple(page.blocks),
            _title(about),
            "application/pdf",
            created,
            "metadata" if created else "none",
            tuple(page.locations),
            tuple(notices),
            weak_date=messages.CREATED,
        )
    ]


def _opened(data: bytes) -> Any:  # noqa: ANN401 - pypdfium2 has no types
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable(messages.ENCRYPTED) from None
        raise Unreadable(messages.BROKEN_PDF) from None
    if len(pdf) > _MAX_PAGES:
        raise Unreadable(messages.too_many_pages(len(pdf), _MAX_PAGES))
    return pdf


def _pages(pdf: Any, progress: Progress) -> tuple[list[list[PageLine]], list[str]]:  # noqa: ANN401 - pypdfium2 has no types
    """The lines of each page, and notices about pages without any."""
    pages: list[list[PageLine]] = []
    scans: list[int] = []
    read_by_ocr: list[int] = []
    broken: list[int] = []
    for number in range(1, len(pdf) + 1):
        progress("reading page", number, len(pdf))
        try:
            lines, is_scan = _page(pdf, number)
        except Exception:  # noqa: BLE001 - whatever is wrong with one page, it is told and the rest read
            broken.append(number)
            continue
        if is_scan:
            recognised = read_picture(pdf, number)
            (read_by_ocr if recognised else scans).append(number)
            lines = recognised or lines
        pages.append(lines)
    return pages, [
        *([messages.broken_pages(broken)] if broken else []),
        *([messages.scanned_pages(scans)] if scans else []),
        *([messages.recognized_pages(read_by_ocr)] if read_by_ocr else []),
    ]


def _page(pdf: Any, number: int) -> tuple[list[PageLine], bool]:  # noqa: ANN401 - pypdfium2 has no types
    import pypdfium2.raw as pdfium

    page = pdf[number - 1]
    textpage = page.get_textpage()
    try:
        if textpage.count_chars() > _MAX_LETTERS:
            raise OverflowError
        lines = page_lines(textpage.raw, page.get_height(), number, list(_links(pdf, page)))
        letters = sum(len(line.text) for line in lines)
        is_scan = letters < _SCAN and any(
            True for _ in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=3)
        )
    finally:
        textpage.close()
        page.close()
    return lines, is_scan


def _links(pdf: Any, page: Any) -> Iterator[tuple[tuple[float, float, float, float], str]]:  # noqa: ANN401 - pypdfium2 has no types
    """The links of a page: left, top, right, bottom from the upper left corner, and address."""
    import pypdfium2.raw as pdfium

    height = page.get_height()
    start, link, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page, ctypes.byref(start), ctypes.byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(pdf, action, None, 0) if action else 0
        if not 1 < length < 4096 or not pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            continue
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(pdf, action, buffer, length)
        url = target(buffer.value.decode("utf-8", "replace"))
        if url:
            yield (rect.left, height - rect.top, rect.right, height - rect.bottom), url


def _day(value: str) -> str | None:
    """The day of a PDF date (``D:19120503101500+01'00'``)."""
    digits = value.removeprefix("D:")[:8]
    return (
        find_date(f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}")
        if len(digits) == 8 and digits.isdigit()
        else None
    )


def _title(about: dict[str, str]) -> str:
    """The title in the metadata, unless it is the name of the file that was printed."""
    title = " ".join(about.get("Title", "").split())
    looks_like_file = (
        title.lower().startswith(("microsoft word", "untitled"))
        or "." in title[-6:-2]
        or "/" in title
        or "\\" in title
    )
    return "" if looks_like_file else title
