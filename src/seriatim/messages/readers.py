"""What is said of a file that can't be read, or only in part.  Each follows the file's name."""

from __future__ import annotations

from collections.abc import Sequence

_SPLIT = "Split it into parts."
_SAVE_AGAIN = "Save it again."
_FEW = 5  # files that are named
_LISTED = 20  # rows that are named; the others are counted

# Whole files

MISSING = "does not exist. Check the name and the folder."
WEB_ADDRESS = "is a web address, and nothing is fetched. Save the page as HTML and add the file."
NOT_A_FILE = "is not an ordinary file."
EMPTY = "is empty."
NO_TEXT = "contains no text."
EMPTY_FOLDER = "is a folder without documents."
NO_DOCUMENT = "contains no document in a format that can be read."
UNKNOWN_FORMAT = (
    "is not text and not in a format that can be read: "
    "use text, HTML, PDF, DOCX, mail, CSV or XLSX."
)
NESTED_TOO_DEEPLY = f"is nested too deeply to be read. {_SAVE_AGAIN}"
TOO_MUCH_MEMORY = f"takes too much memory. {_SPLIT}"


def cannot_be_opened(reason: object) -> str:
    """What is said where the system refuses to open a file."""
    return f"cannot be opened: {reason}."


def cannot_be_read(error: str) -> str:
    """What is said where a reader failed for a reason that it does not know."""
    return f"cannot be read ({error}). It seems to be damaged: save it again."


def too_large(megabytes: int, most: int) -> str:
    """What is said of a file with too many bytes."""
    return f"is larger than {most} MB ({megabytes} MB). {_SPLIT}"


def too_much_text(millions: int) -> str:
    """What is said of a file with too many characters."""
    return f"contains more than {millions} million characters of text. {_SPLIT}"


def took_too_long(seconds: float) -> str:
    """What is said of a file whose reading was stopped."""
    return (
        f"took more than {seconds:.0f} seconds or too much memory, and was skipped. "
        "Split it or save it again."
    )


def other_language(language: str, expected: str) -> str:
    """What is said of a document in a language that is not read."""
    return f"seems to be in {language}. Only {expected} is read, so nothing was taken from it."


OTHER_SCRIPT = "a script other than Latin"


def uncertain_date(day: str | None, of_what: str) -> str:
    """What is said of a document that is dated by its file's properties."""
    return f"is dated {day} by {of_what}. Use --published if it was published on another day."


CREATED = "the creation date in its properties"
MODIFIED = "the last change in its properties"

# Files that need to be saved in another way

ENCRYPTED = "is encrypted. Save it without its password first."
OLD_OFFICE = (
    "is an Office file in the old format, or an encrypted one: "
    "save it as DOCX or XLSX without a password."
)
RTF = "is RTF: save it as DOCX or PDF."
POSTSCRIPT = "is PostScript: save it as PDF."
PICTURE = "is a picture: save it as PDF, and install seriatim[ocr] to read it."


def packed(program: str) -> str:
    """What is said of a compressed file in a format that is not opened."""
    return f"is packed with {program}: unpack it first."


def other_office(kind: str) -> str:
    """What is said of an office document in a format that is not read."""
    return f"is {kind}: save it as DOCX, HTML or PDF."


# Archives

PACKED_TOO_DEEPLY = "is an archive inside archives inside archives: unpack it first."
BOMB = "would unpack to far more than its size, like a zip bomb. It was not unpacked."


def broken_archive(error: object) -> str:
    """What is said of an archive that can't be opened."""
    return f"is a damaged archive ({error}): pack it again."


def broken_member(error: object) -> str:
    """What is said of a file inside an archive that can't be unpacked."""
    return f"is damaged ({error}): pack it again."


def too_many_files(count: int, most: int) -> str:
    """What is said of an archive with too many files."""
    return f"contains {count} files, more than {most}. {_SPLIT}"


def too_many_files_in_folder(most: int) -> str:
    """What is said of a folder with too many files."""
    return f"contains more than {most} files. {_SPLIT}"


# Text and its encoding

BROKEN_CHARACTERS = "contains NUL or invalid characters. Each is shown as \ufffd."


def guessed_wide_encoding(name: str) -> str:
    """What is said of a text that looks like UTF-16 or UTF-32."""
    return f"has no byte order mark. It was read as {name}, judging by its bytes."


def broken_utf8(count: int) -> str:
    """What is said of a text with bytes that are not UTF-8."""
    return f"is UTF-8 with {count} invalid bytes. Each is shown as \ufffd."


def wrong_encoding(name: str) -> str:
    """What is said of a text that is not in the encoding that it declares."""
    return f"declares {name} but contains other bytes. Each is shown as \ufffd."


def guessed_encoding(name: str) -> str:
    """What is said of a text whose encoding had to be guessed."""
    return (
        f"does not declare its encoding and is not UTF-8. It was read as {name}, which is a guess: "
        "save it as UTF-8 to be sure."
    )


# Word processor files


def broken_docx(error: str) -> str:
    """What is said of a DOCX file that can't be opened."""
    return f"is a damaged DOCX file ({error}). Open it in a word processor and save it again."


def broken_part(part: str) -> str:
    """What is said of a part of a DOCX file that can't be read."""
    return (
        f"has damaged {part}, which were not read. Open it in a word processor and save it again."
    )


def tracked_changes(inserted: int, deleted: int) -> str:
    """What is said of a DOCX file with tracked changes."""
    return (
        f"has tracked changes (inserted: {inserted}, deleted: {deleted}). "
        "It was read as if all were accepted."
    )


# PDF

BROKEN_PDF = "is a damaged PDF. Open it in a viewer and save or print it again."


def too_many_pages(count: int, most: int) -> str:
    """What is said of a PDF with too many pages."""
    return f"has {count} pages, more than {most}. {_SPLIT}"


def page_numbers(numbers: Sequence[int]) -> str:
    """The pages by their numbers: "page 3", "pages 3-5, 9"."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    parts = (str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(parts)}"


def broken_pages(numbers: Sequence[int]) -> str:
    """What is said of pages that can't be read."""
    return f"{page_numbers(numbers)} could not be read: damaged or overfull."


def scanned_pages(numbers: Sequence[int]) -> str:
    """What is said of pages that are pictures, where there is no OCR."""
    return f"{page_numbers(numbers)} without text (scanned). Install seriatim[ocr] to read scans."


def recognized_pages(numbers: Sequence[int]) -> str:
    """What is said of pages that OCR has read."""
    return f"{page_numbers(numbers)} read by OCR. Check the words before you rely on them."


# Mail, highlights, lines of JSON

NO_MAIL = "is a mailbox without messages."
NO_HIGHLIGHTS = (
    "contains no annotation with a TextQuoteSelector. Export the highlights as W3C Web Annotation."
)


def not_json(number: int) -> str:
    """What is said of a line that is no JSON object."""
    return f"line {number} is not a JSON object. Correct or remove it."


# Tables


def broken_table(error: object) -> str:
    """What is said of a table that can't be split into rows."""
    return f"is not a readable table ({error}). Save it as CSV again."


def broken_xlsx(error: str) -> str:
    """What is said of an XLSX file that can't be opened."""
    return f"is a damaged XLSX file ({error}). Open it in a spreadsheet and save it again."


def too_many_rows(most: int) -> str:
    """What is said of a table with too many rows."""
    return f"has more than {most} rows. {_SPLIT}"


def no_column(name: str, names: Sequence[str]) -> str:
    """What is said where a column that was named is not there."""
    return f"has no column {name!r}. Its columns: {', '.join(names)}."


def read_as_table(sheet: str, date: str | None, read: Sequence[str]) -> str:
    """Which columns of a table were read, and how to choose others."""
    where = f"sheet {sheet}: " if sheet else ""
    dated = f"dates from column “{date}”" if date is not None else "no date column found"
    text = ", ".join(f"“{name}”" for name in read)
    return f"{where}read as a table: {dated}, text from {text}. Use --column to choose others."


# Rows of a table that is itself a chronology


def unknown_role(role: str, known: Sequence[str]) -> str:
    """What is said where a column is given a meaning that no column can have."""
    return f"A column cannot contain {role!r}. Known: {', '.join(known)}."


def unknown_column(name: str, names: Sequence[str]) -> str:
    """What is said where a column that was named is not there."""
    return f"There is no column {name!r}. Columns: {', '.join(names)}."


def rows_without_text(numbers: Sequence[int]) -> str:
    """What is said of rows that report nothing."""
    skipped = "was skipped: it has" if len(numbers) == 1 else "were skipped: they have"
    return f"{_rows(numbers)} {skipped} no words."


def rows_without_date(numbers: Sequence[int]) -> str:
    """What is said of rows without a date."""
    have = "has no date, and stands" if len(numbers) == 1 else "have no date, and stand"
    return f"{_rows(numbers)} {have} at the end of the chronology."


def rows_with_unclear_dates(found: Sequence[tuple[int, str]]) -> str:
    """What is said of rows whose dates can't be understood."""
    told = ", ".join(f"{text!r} was not understood (row {n})" for n, text in found[:_LISTED])
    more = f", and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    return f"left without a date: {told}{more}."


def _rows(numbers: Sequence[int]) -> str:
    listed = ", ".join(map(str, numbers[:_LISTED]))
    more = f" and {len(numbers) - _LISTED} more" if len(numbers) > _LISTED else ""
    return f"{'row' if len(numbers) == 1 else 'rows'} {listed}{more}"


def pictures(names: Sequence[str]) -> str:
    """What is said of the pictures in a folder."""
    listed = ", ".join(names[:_FEW]) + (
        f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
    )
    what = "a picture, which was" if len(names) == 1 else "pictures, which were"
    return f"holds {what} not read: {listed}. Save them as PDF with recognized text."
