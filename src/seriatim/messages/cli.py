"""What the commands say: their one-line summaries, the help of their options, results, errors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

# command → what it does, in the order in which a person meets them
COMMANDS = {
    "timeline": "Turn documents into a chronology on one page.",
    "check": "Check the dates, names and claims of documents, like a linter.",
    "new": "Create a case: a folder for documents, decisions and derived data.",
    "add": "Add documents to a case.",
    "build": "Read new documents of a case and build its chronology.",
    "show": "Show a case's chronology, or the part that a filter selects.",
    "search": "Search the passages of a case's documents.",
    "review": "List what to review, most important first.",
    "judge": "Accept, reject, correct, merge, separate or add; each decision can be undone.",
    "undo": "Undo a decision.",
    "explain": "Explain the date, the actors and the sources of an event.",
    "log": "Show every decision: who made it, when and why.",
    "remove": "Remove a document from a case.",
    "verify": "Verify a case: log, originals, quotes and derived data.",
    "seal": "Sign a case as it is now, and time-stamp the signature.",
    "repair": "Build a damaged case again from its log and originals.",
    "backup": "Write a case into one file.",
    "restore": "Make a case again from a backup.",
    "export": "Export a case to another format.",
    "import": "Import an existing chronology into a case.",
    "publish": "Publish a case as one page.",
    "schema": "Print the JSON Schema of the chronology file.",
    "coincide": "Test whether one kind of event follows another more often than by chance.",
    "contacts": "List who met whom, and paths that respect time.",
    "serve": "Open the workbench: work on a case in the browser.",
    "account": "Manage who may open a case's workbench.",
    "evidence": "List what each event rests on, and what is missing.",
}
EPILOG = "Start with: seriatim timeline FILE"
STOPPED = "seriatim: stopped"


def error(message: str) -> str:
    """An error on a line of its own."""
    return f"seriatim: {message}"


def system_error(name: str | None, why: str) -> str:
    """An error of the operating system, with the file that it is about."""
    return error(f"{name or 'input or output'}: {why}")


def unknown_language(variable: str, code: str, available: Sequence[str]) -> str:
    """The environment variable names a language that is not installed."""
    return error(
        f"the environment variable {variable} is set to {code!r}, "
        "which is not an installed language. "
        f"Set it to one of these, or unset it: {', '.join(available)}."
    )


# Options that several commands have

PUBLISHED = "The documents' date: 2016-07-20, 2016-07 or 2016."
STRICT = "Leave more dates open, so that fewer are false."
BUILD_STRICT = "Leave more dates open, so that fewer are false.  [as in the last build]"
NO_MODEL = "Use rules only, without the span model."
WHY = "Why: recorded in the log."
BY = "Who decides: recorded in the log.  [SERIATIM_WHO, else your login name]"
FORMAT = "The output format."
OUTPUT = "The output file.  [standard output]"

DATE_FORMS = "write 2016-07-20, 2016-07 or 2016"


def not_a_date(value: str) -> str:
    """The error for a date that can't be read."""
    return f"{value!r} is not a date: {DATE_FORMS}"


# Shared lines

NO_SPAN_MODEL = (
    "the span model's weights are not installed: sources are found by rules only "
    "(docs/decisions/span-model.md)"
)
CHOOSE_ANOTHER_FILE = "choose another file with -o or --json"


def cannot_read(path: Path | str, why: str | None) -> str:
    """The error for a file that can't be read."""
    return f"{path}: can't be read ({why})"


def cannot_write(path: Path, why: str | None) -> str:
    """The error for a file that can't be written."""
    return f"{path}: can't be written ({why}); {CHOOSE_ANOTHER_FILE}"


def no_folder(path: Path) -> str:
    """The error for a file whose folder doesn't exist."""
    return cannot_write(path, f"there is no folder {path.parent}")


def out_of_date(case: Path) -> str:
    """The warning that a case has changed since its last build."""
    return f"{case}: changed since it was built; run `seriatim build {case}`"


def loss(target: object, what: str, times: int) -> str:
    """What a format can't hold, and how often."""
    return f"{target} can't hold: {what} ({times})"


ONE_STANDARD_OUTPUT = "-o and --json can't both be standard output."


def no_such_command(name: str, similar: Sequence[str]) -> str:
    """A command that there is none of, and those with a similar name."""
    meant = f" Did you mean {' or '.join(similar)}?" if similar else ""
    return f"No such command {name!r}.{meant}"


def page_written(page: Path, json: Path | None = None) -> str:
    """Where the page and the chronology file are."""
    return f"page: {page}" + (f"\nJSON: {json}" if json else "")


# timeline

TABLE_COLUMN = "A table's column: date=When or text=Fact; can be repeated."
PAGE = "The page to write.  [beside the first FILE]"
PAGE_OF_A_CASE = "The page to write."
JSON = "Also write the chronology file."
TITLE = "The title of the chronology.  [the file's name]"
COLUMN_FORM = "write date=NAME or text=NAME, with the name of a column"


def is_a_case(path: str) -> str:
    """The error for a case where documents are expected."""
    return (
        f"{path} is a case, not a document; use seriatim show {path}, seriatim check {path} "
        f"or seriatim publish {path} -o PAGE.html"
    )


def no_documents(files: Iterable[str]) -> str:
    """The error for files that hold no document."""
    return f"nothing to read: found no document in {', '.join(files)}"


def reading_document(number: int, of: int) -> str:
    """The start of a line of progress."""
    return f"document {number} of {of}: "


def no_document_date(path: str) -> str:
    """The warning that relative dates stay open."""
    return f"{path}: its date is unknown, so relative dates stay open; set it with --published"


def counts(documents: int, events: int, findings: int, notes: int, dates: str) -> str:
    """What a chronology holds, in one line."""
    numbers = {"document": documents, "event": events, "finding": findings}
    named = {name: f"{n} {name}{'' if n == 1 else 's'}" for name, n in numbers.items()}
    of_them = f", {notes} of them notes" if notes else ""
    return f"{named['document']}; {named['event']}: {dates}; {named['finding']}{of_them}"


def dated_counts(dated: int, relative: int, undated: int, rejected: int) -> str:
    """How many events have which kind of date."""
    counted = f"{dated} dated, {relative} relative, {undated} undated"
    return f"{counted}; {rejected} rejected" if rejected else counted


# check and review

SELECT = "Only these checks, separated by commas."
KIND = "Only this kind: finding, merge events, merge actors, name or undated; can be repeated."
NOTHING_TO_REVIEW = "nothing to review"


def option_is_for_files(option: str) -> str:
    """The error for an option that a case doesn't take."""
    return (
        f"{option} is for files: a case is checked as it was built; "
        "use the option with `seriatim add` or `seriatim build`"
    )


def unknown_kind(kind: str, known: Iterable[str]) -> str:
    """The error for a kind of review item that doesn't exist."""
    return f"there is no kind {kind!r}; the kinds are {', '.join(known)}"


def to_review(found: int, shown: int) -> str:
    """How many items are to review."""
    if not found:
        return NOTHING_TO_REVIEW
    return f"{found} to review" + (f", the first {shown} shown" if shown < found else "")


# new, add, build, verify

FOLDER_TITLE = "The title of the chronology.  [the folder's name]"
STANDARD_INPUT = "standard input"
QUICK = "Check without reading the documents again, or read everything again.  [--full]"
WITH_ACCOUNTS = "Also the accounts of the workbench, with the hashes of their passwords."
RETRY = "Also read again the documents that could not be read before."
SEAL_KEY = "The Ed25519 key to sign with."
NEW_KEY = "Make a key, write it to this file and its public part beside it, and sign with it."
SEALED_BY = "Who signs.  [SERIATIM_WHO, else your login name]"
STAMP_REQUEST = "Write a request (RFC 3161) for a time stamp of the last seal."
STAMP_ANSWER = "Keep a time-stamping authority's answer with the last seal."
KEY_PROMPT = "Passphrase of the key"
NO_KEY = "name a key with --key, or make one with --new-key"
SIGNER = "A public key (.pub): there must be a seal, and all by such keys; can be repeated."
AUTHORITY = "A certificate (PEM) of a time-stamping authority, or of its issuer; can be repeated."
TLS_CERT = "The certificate chain (PEM) for TLS."
TLS_KEY = "The key (PEM) of the certificate."
INSECURE_HTTP = (
    "Serve beyond this machine without TLS: others on the network can read and alter it."
)
TLS_NEEDS_BOTH = "--tls-cert and --tls-key belong together: give both"
ACCEPT_LOSS = "Go on without decisions that are missing from the log."
ADDED_BY = "Who adds them: recorded in the log."
PROCESSES = "How many documents to read at once.  [one per core]"
MODEL = "Use the span model, or rules only.  [as last time]"


def created(case: Path) -> str:
    """The line after ``new``."""
    return f"{case} created; add documents with: seriatim add {case} FILE…"


def added(new: int, known: int, failed: int, case: Path) -> str:
    """The line after ``add``."""
    not_added = f", {failed} not added" if failed else ""
    return f"{new} added, {known} known already{not_added}; read them with: seriatim build {case}"


def recorded_not_built(path: Path, why: str) -> str:
    """A decision is in the log, and the build after it failed."""
    return error(
        f"this is recorded, but the chronology could not be brought up to date: {why}; "
        f"when that is resolved, run: seriatim build {path}"
    )


def backed_up(file: Path, originals: int) -> str:
    """A backup was written and read again."""
    return f"{file}: the case with {originals} originals, written and verified"


def restored(path: Path, decisions: int) -> str:
    """A case was made from a backup."""
    return f"{path}: restored with {decisions} lines of the log; next: seriatim build {path}"


def documents_set_apart(number: int) -> str:
    """Some documents could not be read."""
    what = "1 document" if number == 1 else f"{number} documents"
    return f"{what} could not be read and had to be set apart; the reasons are above"


def request_written(path: Path) -> str:
    """A request for a time stamp was written."""
    return (
        f"{path}: send this to a time-stamping authority, such as with: curl -H 'Content-Type: "
        f"application/timestamp-query' --data-binary @{path} ADDRESS -o seal.tsr"
    )


def needs_tls(host: str) -> str:
    """The workbench would be open to other machines without TLS."""
    return (
        f"{host}: beyond this machine, others on the network could read and alter passwords and "
        "documents; give --tls-cert and --tls-key, put a proxy in front "
        "(--behind-proxy), or say --insecure-http if the network is safe"
    )


def cannot_use_tls(certificate: Path | None, key: Path | None, why: str) -> str:
    """The certificate or its key can't be used."""
    return f"{certificate} and {key} cannot be used for TLS: {why}"


def repaired(path: Path) -> str:
    """A case is whole again."""
    return f"{path}: built again from the log and the originals"


def loss_accepted(left: int) -> str:
    """Decisions that are missing from the log were given up."""
    return f"going on with the {left} decisions in the log; the later ones are lost"


def verified(case: Path) -> str:
    """The line after ``verify`` without problems."""
    return f"{case}: the log, originals, quotes and derived data are intact"


# show and search

KEY_EVENTS = "Only the N key events, each with the reasons for its rank."
BY_ENTRY = (
    "One line for each sentence, with its main event, or for each event."
    "  [events; entries for TimelineJS]"
)
KEY_ENTRIES = "Only the N key events, one for each sentence."
FOLDED = "event: listed under the main event of its sentence"
POSSIBLE = "Also list events whose dates only may lie in the period of FILTER."
EVERY_EVENT = "One line for each event; none is listed under another."
LIMIT = "The most passages to show."
NO_HITS = "no passage has any of these words"
SOME_WORDS = "no passage has all of these words; these have some of them"


def searched_instead(terms: Sequence[str]) -> str:
    """The words that were searched in place of words that no document has."""
    return f"also searched: {', '.join(terms)}"


NO_EVENTS = "no events"


def because(reasons: Sequence[str]) -> str:
    """The reasons for the rank of a key event."""
    return f"because: {'; '.join(reasons)}"


# explain

NO_OTHER_SOURCE = "source: the author"


def no_such_event(number: str) -> str:
    """The error for a number that no event and no claim has."""
    return f"{number}: no event or claim has this number; `seriatim show` lists the events"


def date_of_claim(date: str, basis: str) -> str:
    """A claim's date and its basis."""
    return f"date: {date}, {basis}"


def source_of_claim(name: str, cue: str) -> str:
    """A claim's source, and the words that attribute the claim to it."""
    return f"source: {name}, cue “{cue}”" if cue else f"source: {name}"


# judge, undo, log, remove

VALUE = "The new date (EDTF), name, names (separated by “;”) or group."
PROPOSAL = "With date: use the first proposal of a finding about it."
QUOTE = (
    "With claim: the words it rests on.  With split: the words that name somebody else.  "
    "With names: the words that hold several names.  With allow: what the finding points to."
)
PREDICATE = "With claim: the words of the quote that name what happened."
UNDONE = "undone"


def decided(act: str, identity: str, case: Path) -> str:
    """The line after a decision."""
    return f"{act}: recorded as {identity}; undo it with: seriatim undo {case} {identity}"


def undone(identity: str) -> str:
    """The line after ``undo``."""
    return f"{UNDONE}: {identity}"


def no_proposal(targets: Iterable[str]) -> str:
    """The error where no finding proposes a date."""
    return f"no finding proposes a date for {', '.join(targets)}; give one with --to"


def which_document(name: str, case: Path, *, found: bool) -> str:
    """The error for a name that isn't that of exactly one document."""
    many = "several documents match" if found else "no document matches"
    return f"{name}: {many}; see `seriatim log {case}`"


def removed(name: str, case: Path, identity: str) -> str:
    """The line after ``remove``."""
    return f"{name} removed from the chronology; restore it with: seriatim undo {case} {identity}"


# import

IMPORT_COLUMN = "Which column holds what, such as date=When or text=Fact; can be repeated."
SHEET_DATE = "The sheet's date: 2016-07-20, 2016-07 or 2016."
IMPORTED_BY = "Who imports it: recorded in the log."
KNOWN_ALREADY = "already in the case"


def not_a_table(sheet: Path) -> str:
    """The error for a file that can't be imported."""
    return (
        f"{sheet}: not a table with a header row; "
        "give CSV, XLSX, JSON lines, Web Annotation or a chronology file"
    )


def no_text_column(sheet: Path, names: Iterable[str]) -> str:
    """The error for a table without a column of facts."""
    return (
        f"{sheet}: no column of facts found among {', '.join(names)}; "
        "name it with --column text=NAME"
    )


def columns_used(rows: int, columns: Mapping[str, str]) -> str:
    """Which columns of a table are read as what."""
    used = ", ".join(f"{role}: {name!r}" for role, name in columns.items())
    return f"{rows} rows; {used}; change this with --column"


def claims_imported(count: int) -> str:
    """The line after the import of a table."""
    return f"{count} claims imported"


def highlight_left_out(sheet: Path, words: str, documents: int) -> str:
    """The warning for a highlight that isn't found exactly once."""
    where = "no document" if not documents else f"{documents} documents"
    return f"{sheet}: “{words}” occurs in {where} of the case; left out"


def highlights_imported(imported: int, left_out: int, known: int) -> str:
    """The line after the import of highlights."""
    again = f", {known} known already" if known else ""
    return f"{imported} highlights imported as claims, {left_out} left out{again}"


def chronology_imported(new: int, known: int, decisions: int) -> str:
    """The line after the import of a chronology file."""
    return f"{new} documents imported, {known} known already; {decisions} decisions applied"


# coincide, contacts

OUTCOME = "The outcome events (A), which may follow."
TRIGGER = "The trigger events (B), which they may follow."
WITHIN = "The window: 3d, 2w, 36h or 90min, both ends included."
LAG = "How long after B the window opens."
EITHER = "Count events before B as well as after it."
MADE = "How both lists were made: complete for the period, curated to show something, or unknown."
MADE_OF = "How the list of A was made, if they differ."
MADE_AFTER = "How the list of B was made, if they differ."
PERIOD = "The period for which both lists are complete, such as 2015-03/2017-12."
WINDOW_FIXED = "Whether the window was fixed before looking at the data."
METHOD = "The null model.  [blocks; windows if the window was not fixed]"
PICTURE = "Write a picture: .svg or .png."
WHICH_PERIOD = "For which period are both lists complete? FROM/TO, or empty if unknown"
WAS_WINDOW_FIXED = "Was the window fixed before looking at the data?"


def how_made(side: str) -> str:
    """The question how a list was made."""
    return f"How was the list of {side} made?"


def not_a_picture(path: Path) -> str:
    """The error for a picture of another format."""
    return f"{path}: a picture's name ends in .svg or .png"


BETWEEN = "Only pairs with one in each group, and paths from the first group to the second."
FROM = "Paths from this actor to everybody who can be reached, or to --to."
TO = "Where the paths lead."
STATIC = "Also list who is connected if time is ignored; this overstates."
NETWORK = "Write a network (.gexf) or a table (.csv)."
NO_CONTACTS = "no contacts"
NEEDS_FROM = "--to and --static need --from ACTOR"


def no_path(source: str, target: str | None) -> str:
    """The line where no path respects time."""
    return f"No path that respects time leads from {source} to {target or 'anybody'}."


def unknown_group(name: str, known: Iterable[str]) -> str:
    """The error for a group that the case doesn't have."""
    return f"--between: there is no group {name!r}; known: {', '.join(known) or 'none'}"


def which_actor(name: str, found: Iterable[str]) -> str:
    """The error for a name that several actors have."""
    return f"{name!r} may be {', '.join(found)}: use the full name or the id"


def not_a_network(path: Path) -> str:
    """The error for contacts in another format."""
    return f"{path}: contacts are written as .gexf or .csv"


# account and serve

ROLE = (
    "reader: can read; reviewer: can also decide and add documents; "
    "owner: can also remove documents."
)
LOGIN_PROMPT = "Password"
LOGIN_PROMPT_AGAIN = "Repeat the password"
LIST_TAKES_NO_NAME = "list takes no name"
NEEDS_ROLE = "give a role with --role: reader, reviewer or owner"
MAY_LOG_IN = "can now log in"
FROM_NOW_ON = "from now on"
NEW_LOGIN = "has a new password and must log in again"


def needs_name(act: str) -> str:
    """The error for an act without a name."""
    return f"{act} needs a name"


def takes_no_role(act: str) -> str:
    """The error for an act with a role."""
    return f"{act} takes no --role"


def account_exists(case: Path, name: str) -> str:
    """The error for a name that is taken."""
    return (
        f"{case}: there is already an account {name!r}; "
        "change its role or password, or choose another name"
    )


def account_changed(name: str, role: str, what: str) -> str:
    """The line after a change of an account."""
    return f"{name} ({role}) {what}"


def account_removed(name: str) -> str:
    """The line after the removal of an account."""
    return f"{name} was removed and can no longer log in"


HOST = "The address to listen on; other than this machine only with accounts."
PORT = "The port; 0 for any free one."
HOST_NAME = "A host name that browsers use besides the address; can be repeated."
BEHIND_PROXY = (
    "A proxy on this machine is in front; its headers say from which address a request comes and "
    "whether it used TLS."
)
REQUEST_LOG = "Log requests to a file."
SERVED_BY = (
    "Who decides, if the case has no accounts: recorded in the log.  "
    "[SERIATIM_WHO, else your login name]"
)


def serving(title: str, address: str) -> str:
    """The line that says where the workbench is."""
    return f"{title}: {address}  (Ctrl-C stops it)"


def cannot_listen(host: str, port: int, why: str) -> str:
    """The error for an address that can't be listened on."""
    return (
        f"{host}, port {port}: can't be listened on ({why}); choose another with --host or --port"
    )
