"""Files, folders and standard input → documents, passages and problems."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Literal

from seriatim.analysis.progress import Progress, silent, under
from seriatim.lang import function_words, layout
from seriatim.messages import readers as messages
from seriatim.model import Document, Passage, Problem, PublishedBasis
from seriatim.readers import folders
from seriatim.readers.decode import without_broken
from seriatim.readers.draft import Block, Draft, Unreadable, passages
from seriatim.readers.language_identification import other_language
from seriatim.readers.links import with_links
from seriatim.readers.publication_date import dateline, opens_with_date
from seriatim.readers.references import with_references
from seriatim.readers.sandbox import shared
from seriatim.readers.speakers import with_speakers
from seriatim.readers.tables import Columns
from seriatim.temporal import edtf

MAX_BYTES = 64 * 1024 * 1024
STDIN = "standard input"
_OPENING = 40  # blocks among which a title is looked for
_LEAST_LETTERS = 3
_SOMETHING = "aa aa"  # two words behind a date, which alone opens no entry of a chronicle
_PROSE = 300  # characters of a paragraph before which the title stands
_PARTY = 120  # characters
_SCHEMES = "https?|ftp"
_ADDRESS = re.compile(rf"(?:{_SCHEMES}):/", re.IGNORECASE)  # as a path has it, with one slash
_Source = Callable[[], bytes]


@dataclass(frozen=True)
class ReadResult:
    """The documents with their passages in the order of the files, and the problems."""

    documents: tuple[tuple[Document, tuple[Passage, ...]], ...]
    problems: tuple[Problem, ...] = ()


def read_paths(
    paths: Sequence[Path | Literal["-"]],
    *,
    published: str | None = None,
    columns: Columns | None = None,
    progress: Progress = silent,
) -> ReadResult:
    """The documents of files, folders and archives, numbered ``d1``, ``d2``, … in the order given.

    ``"-"`` is standard input.

    ``published`` is the date of all of them, an EDTF day, month or year; ``columns`` names those of
    their tables that are read,
    ``progress`` hears how many pages of a PDF are read.  What can't be read becomes a problem that
    names the file; the rest goes on. Raises EdtfError where ``published`` is none.
    """
    if published is not None:
        edtf.interval(published)
    taken = _ReadResultBuilder(published, columns=columns, progress=progress)
    for path in paths:
        if path == "-":
            taken.take(_standard_input, STDIN)
        else:
            taken.take_path(Path(path))
    return ReadResult(tuple(taken.documents), tuple(taken.problems))


def read_bytes(
    data: bytes,
    name: str,
    *,
    published: str | None = None,
    first: int = 1,
    columns: Columns | None = None,
    progress: Progress = silent,
) -> ReadResult:
    """The documents in these bytes.

    ``name`` is their path; ``first`` is the number of the first document.
    """
    if published is not None:
        edtf.interval(published)
    taken = _ReadResultBuilder(published, first, columns, progress)
    taken.take(lambda: data, name)
    return ReadResult(tuple(taken.documents), tuple(taken.problems))


class _ReadResultBuilder:
    """The documents and problems of the files read so far."""

    def __init__(
        self,
        published: str | None,
        first: int = 1,
        columns: Columns | None = None,
        progress: Progress = silent,
    ) -> None:
        self.published = published
        self.first = first
        self.columns = columns
        self.progress = progress
        self.reader = shared()
        self.documents: list[tuple[Document, tuple[Passage, ...]]] = []
        self.problems: list[Problem] = []

    def take_path(self, path: Path) -> None:
        """One file, or all the documents in a folder."""
        if not path.is_dir():
            self.take(lambda: _file(path), str(path))
            return
        try:
            files = list(folders.files(path))
        except (Unreadable, OSError) as why:
            self.problems.append(Problem(str(path), str(why)))
            return
        pictures = [p.name for p in folders.pictures(path)]
        if pictures:
            self.problems.append(Problem(str(path), messages.pictures(pictures)))
        elif not files:
            self.problems.append(Problem(str(path), messages.EMPTY_FOLDER))
        for file in files:
            self.take_path(file)

    def take(self, source: _Source, name: str) -> None:
        """Take the documents in these bytes, or the problem with them."""
        try:
            data = source()
            drafts = self.reader.drafts(
                data, name, self.columns, under(f"{PurePath(name).name}: ", self.progress)
            )
        except Unreadable as why:
            self.problems.append(Problem(name, str(why)))
            return
        for draft in drafts:
            self._add(draft, data, name)

    def _add(self, draft: Draft, data: bytes, name: str) -> None:
        where = f"{name}/{draft.within}" if draft.within else name
        if draft.unreadable:
            self.problems.append(Problem(where, draft.unreadable))
            return
        self.problems.extend(Problem(where, notice) for notice in draft.notices)
        draft = replace(draft, text=without_broken(draft.text), title=without_broken(draft.title))
        if not draft.text.strip():
            self.problems.append(Problem(where, messages.NO_TEXT))
            return
        document_id = f"d{self.first + len(self.documents)}"
        document, found = _finish(
            draft,
            document_id,
            where,
            draft.data if draft.data is not None else data,
            self.published,
        )
        if draft.weak_date and document.published_basis == "metadata":
            notice = messages.uncertain_date(document.published, draft.weak_date)
            self.problems.append(Problem(where, notice))
        language = other_language(document.text)
        if language:
            notice = messages.other_language(language, function_words.NAME)
            self.problems.append(Problem(where, notice))
            found = ()
        self.documents.append((document, found))


def _finish(
    draft: Draft, document_id: str, path: str, data: bytes, given: str | None
) -> tuple[Document, tuple[Passage, ...]]:
    """The document with its date, and its passages with their parents."""
    marked = with_references(draft.text, draft.blocks)
    blocks = with_speakers(draft.text, with_links(draft.text, marked))
    published, basis, blocks = _published(draft, blocks, given)
    document = Document(
        id=document_id,
        path=path,
        title=_given(draft) or _title(draft, blocks) or PurePath(path).stem or path,
        text=draft.text,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=draft.media_type,
        published=published,
        published_basis=basis,
        locations=draft.locations,
    )
    return document, passages(document_id, draft.text, blocks)


def _published(
    draft: Draft, blocks: tuple[Block, ...], given: str | None
) -> tuple[str | None, PublishedBasis, tuple[Block, ...]]:
    """The document creation time: given, else from the file's metadata, else from a dateline.

    A line that is only a dateline becomes a header.
    """
    line = dateline(draft.text, blocks)
    if line and line.block is not None and blocks[line.block].author is None:
        i = line.block
        blocks = (*blocks[:i], replace(blocks[i], kind="header", level=0), *blocks[i + 1 :])
    if given is not None:
        return given, "given", blocks
    if draft.published and not (draft.weak_date and line):
        return draft.published, draft.published_basis, blocks
    return (line.published, "dateline", blocks) if line else (None, "none", blocks)


def _given(draft: Draft) -> str:
    """The title in the file's own metadata, if it is one; a mail's subject may be anything."""
    mail = draft.media_type == "message/rfc822"
    return draft.title if mail or _names_document(draft.title) else ""


def _title(draft: Draft, blocks: Sequence[Block]) -> str:
    """The title: that of the caption of a case, or the first heading that names the document."""
    opening = [(b, _words(draft.text, b)) for b in blocks[:_OPENING] if b.kind != "furniture"]
    parties = _parties([words for _, words in opening])
    if parties:
        return parties
    for block, words in opening:
        if block.kind in ("title", "heading") and _names_document(words):
            return words
        prose = block.kind == "paragraph" and len(words) > _PROSE
        if prose and draft.media_type != "application/pdf":  # whose pages may open with terms
            break
    return ""


def _words(text: str, block: Block) -> str:
    return " ".join("".join(text[start:end] for start, end in block.pieces).split())


def _names_document(words: str) -> bool:
    """Whether a heading is a title, and neither a part's name, a number nor an entry's date."""
    plain = words.strip(" .:–—-0123456789").lower()
    letters, digits = (sum(map(kind, words)) for kind in (str.isalpha, str.isdigit))
    return (
        plain not in layout.NO_TITLES
        and letters >= max(_LEAST_LETTERS, 2 * digits)
        and not (len(words.split()) == 2 and plain.split()[0] in layout.SECTION_WORDS)
        and not opens_with_date(f"{words} {_SOMETHING}")
    )


def _parties(opening: Sequence[str]) -> str:
    """The names above and below the "v." that stands alone in the caption of a case."""
    for above, versus, below in zip(opening, opening[1:], opening[2:], strict=False):
        if versus.lower() in layout.VERSUS and max(len(above), len(below)) < _PARTY:
            return f"{above} {versus} {below}"
    return ""


def _file(path: Path) -> bytes:
    if _ADDRESS.match(str(path)):
        raise Unreadable(messages.WEB_ADDRESS)
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise Unreadable(messages.NOT_A_FILE)
        if size > MAX_BYTES:
            raise Unreadable(_too_large(size))
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(messages.MISSING) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Unreadable(messages.cannot_be_opened(reason)) from None


def _standard_input() -> bytes:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Unreadable(_too_large(len(data)))
    return data


def _too_large(size: int) -> str:
    return messages.too_large(size >> 20, MAX_BYTES >> 20)
