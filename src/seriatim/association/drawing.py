"""A few shapes, written as SVG or as PNG: enough for a picture of rows and bars, with nothing to install.

Sizes in pixels, from the top left.  PNG goes by way of a PDF of the same shapes that pdfium draws.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

PNG_SCALE = 2  # pixels of the PNG to one of the picture: sharp on paper, too
WIDE = 0.5  # width of a letter of Helvetica, on average, in parts of its size


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; ``fill`` is ``#rrggbb``."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text: ``x`` is where it starts, ends or has its middle, ``y`` its base line."""

    x: float
    y: float
    text: str
    size: float = 13
    anchor: Literal["start", "middle", "end"] = "start"
    fill: str = "#1a1a1a"


Shape = Box | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes, drawn in order on white; ``title`` and ``description`` are for those who can't see it."""

    width: int
    height: int
    title: str
    description: str
    shapes: tuple[Shape, ...]


def svg(drawing: Drawing) -> bytes:
    """One SVG file."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.width} {drawing.height}" width="{drawing.width}" height="{drawing.height}" '
        'role="img" aria-labelledby="title description" font-family="Helvetica, Arial, sans-serif">'
    )
    told = f'<title id="title">{_text(drawing.title)}</title><desc id="description">{_text(drawing.description)}</desc>'
    body = "\n".join(
        _svg_shape(s)
        for s in (Box(0, 0, drawing.width, drawing.height, "#ffffff"), *drawing.shapes)
    )
    return f"{head}\n{told}\n{body}\n</svg>\n".encode()


def _svg_shape(shape: Shape) -> str:
    if isinstance(shape, Box):
        return f'<rect x="{shape.x:.2f}" y="{shape.y:.2f}" width="{shape.width:.2f}" height="{shape.height:.2f}" fill="{shape.fill}"/>'
    place = f'x="{shape.x:.2f}" y="{shape.y:.2f}" font-size="{shape.size:g}" text-anchor="{shape.anchor}"'
    return f'<text {place} fill="{shape.fill}">{_text(shape.text)}</text>'


def _text(text: str) -> str:
    """Escaped, and without what XML can't hold."""
    return escape(
        "".join(
            c if c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff" else " "
            for c in text
        ),
        quote=False,
    )


def png(drawing: Drawing) -> bytes:
    """One PNG file, ``PNG_SCALE`` times as large as the drawing."""
    import pypdfium2

    document = pypdfium2.PdfDocument(_pdf(drawing))
    try:
        bitmap = document[0].render(scale=PNG_SCALE, rev_byteorder=True)
        rows = bytes(bitmap.buffer)
        return _png(rows, bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)
    finally:
        document.close()


def _png(rows: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """8-bit RGB or RGBA without a filter (PNG, ISO/IEC 15948)."""
    raw = b"".join(b"\0" + rows[y * stride : y * stride + width * channels] for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 6 if channels == 4 else 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(raw, 9))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _pdf(drawing: Drawing) -> bytes:
    """One page of the shapes (ISO 32000); letters that Helvetica's WinAnsi encoding has not become question marks."""
    stream = b"\n".join(_pdf_shape(s, drawing.height) for s in drawing.shapes)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>"
        % (drawing.width, drawing.height),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    )
    return _numbered(objects)


def _numbered(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (count, table, count, len(out))
    )


def _pdf_shape(shape: Shape, height: int) -> bytes:
    red, green, blue = (int(shape.fill[i : i + 2], 16) / 255 for i in (1, 3, 5))
    colour = f"{red:.3f} {green:.3f} {blue:.3f} rg"
    if isinstance(shape, Box):
        return f"{colour} {shape.x:.2f} {height - shape.y - shape.height:.2f} {shape.width:.2f} {shape.height:.2f} re f".encode()
    shift = (
        {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
        * len(shape.text)
        * shape.size
        * WIDE
    )
    letters = shape.text.encode("cp1252", "replace")
    quoted = letters.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return (
        f"BT {colour} /F {shape.size:g} Tf {shape.x - shift:.2f} {height - shape.y:.2f} Td (".encode()
        + quoted
        + b") Tj ET"
    )
