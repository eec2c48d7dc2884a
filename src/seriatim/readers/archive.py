"""ZIP files and formats based on them (DOCX, XLSX), opened only if they are no zip bombs."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

from seriatim.messages import readers as messages
from seriatim.readers.draft import Unreadable

MAX_UNPACKED = 512 * 1024 * 1024  # bytes, all members together
_MAX_MEMBER = 128 * 1024 * 1024
_MAX_RATIO = 200  # to one; text packs 5 to 1, a page of blanks 100 to 1, a bomb 1000 to 1
_RATIO_FROM = 8 * 1024 * 1024  # bytes; smaller ones do no harm
_MAX_MEMBERS = 20_000


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive.  Raises Unreadable if it is broken, encrypted or unpacks to far too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise Unreadable(messages.broken_archive(error)) from None
    members = archive.infolist()
    if len(members) > _MAX_MEMBERS:
        raise Unreadable(messages.too_many_files(len(members), _MAX_MEMBERS))
    if sum(m.file_size for m in members) > MAX_UNPACKED or any(_is_bomb(m) for m in members):
        raise Unreadable(messages.BOMB)
    if any(m.flag_bits & 1 for m in members):
        raise Unreadable(messages.ENCRYPTED)
    return archive


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > _MAX_MEMBER or (
        member.file_size > _RATIO_FROM
        and member.file_size > _MAX_RATIO * max(member.compress_size, 1)
    )


def member(archive: zipfile.ZipFile, name: str | zipfile.ZipInfo) -> bytes:
    """The bytes of one member, at most as many as its entry promised.  Raises Unreadable."""
    info = archive.getinfo(name) if isinstance(name, str) else name
    try:
        with archive.open(info) as packed:
            return packed.read(info.file_size)
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        zlib.error,
        lzma.LZMAError,
    ) as error:
        raise Unreadable(messages.broken_member(error)) from None
