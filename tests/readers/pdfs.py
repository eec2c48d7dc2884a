"""A PDF from lines and where they stand, as small as one can be: for tests alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

TOP, LEFT, LEADING = 740, 72, 14


def pdf(pages: Sequence[Sequence[tuple[Any, ...]]], info: str = "", extra: str = "") -> bytes:
    """Pages of ``(x, y, text)`` or ``(x, y, text, size, font)``; y from the bottom, fonts F1 (plain) and F2 (bold)."""
    fonts = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for page in pages:
        content = "\n".join(_show(*line) for line in page)
        objects.append(
            f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream"
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R /Resources << /Font {fonts} >> {extra} >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    return _file(objects)


def _show(
    x: Any, y: Any, text: Any, size: float = 11, font: str = "F1", matrix: bool = False
) -> str:
    """With ``matrix`` the size stands in the text matrix alone, as some programs write it."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    if matrix:
        return f"BT /{font} 1 Tf {size} 0 0 {size} {x} {y} Tm ({escaped}) Tj ET"
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET"


def _file(objects: Sequence[str]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return (
        data
        + f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    )


def column(
    lines: Sequence[str], x: float = LEFT, top: float = TOP, size: float = 11
) -> list[tuple[Any, ...]]:
    """Lines one below the other."""
    return [(x, top - LEADING * i, line, size) for i, line in enumerate(lines) if line]
