"""What kind of document could settle a question about an event: by kind of event (names of ``happenings``), and by what is missing."""

from __future__ import annotations

RECORDS: dict[str, str] = {
    "meeting": "calendars of those present, a visitors' book, minutes, a hotel or travel record",
    "call": "the telephone record of either end, a note made during the call",
    "message": "the message itself with its headers or postmark, from the sender or from whoever received it",
    "contact": "letters, calendars or telephone records of either side",
    "statement": "a recording or transcript, the text as it was issued",
    "publication": "the publication itself in an archive or library copy, with its date",
    "payment": "the bank record of either side, the invoice, the receipt",
    "trade": "the contract, the entry in a register, the bank record",
    "travel": "a passenger list, ticket, passport stamp, hotel bill or log",
    "legal action": "the court's or the prosecutor's file",
    "appointment": "the letter or minute of appointment, an official gazette",
    "departure": "the letter of resignation or dismissal, an official gazette",
    "attack": "reports of police, hospital or army made at the time, photographs with a known date",
    "intrusion": "server logs, the report of those who examined the machines",
    "decision": "the minute or order itself, with its date and signature",
    "request": "the letter or note that made it, and the answer",
    "offer": "the offer in writing, and the answer",
    "agreement": "the signed text, with its date",
    "sanction": "the order itself in an official gazette",
    "founding": "the entry in a register, the founding deed",
    "closure": "the entry in a register, the notice of closing",
    "investigation": "the file of those who investigated",
    "death": "the death certificate or burial register",
    "birth": "the birth or baptismal register",
    "accident": "the report of those who examined it, reports of police or hospital made at the time",
    "failure": "the log or maintenance record, the report of those who examined it",
    "protest": "photographs and reports with a known date, the permit, the police's log",
    "discovery": "the finder's notes or report made at the time",
}
# Kinds of which a verb alone is no sign: somebody has to do them, and of some it has to be said
# where.
BY_PEOPLE = frozenset(
    {
        "meeting",
        "call",
        "message",
        "contact",
        "payment",
        "trade",
        "travel",
        "appointment",
        "departure",
        "request",
        "offer",
        "agreement",
    }
)
SOMEWHERE = frozenset({"travel"})

MISSING: dict[str, str] = {
    "nobody": "no claim says that it happened: it is only planned or denied",
    "denied": "somebody denies it",
    "contradicted": "statements about it cannot all hold",
    "undated": "no date is stated",
    "one source": "everything rests on one document, or on documents that draw on one another",
    "no first hand": "nobody who took part is named as its source",
    "hedged": "no claim tells it without a hedge",
}
# What the record must be like to settle what is missing; nothing where any will do.
SETTLES: dict[str, str] = {
    "denied": "from neither those who tell it nor those who deny it",
    "undated": "with its date",
    "contradicted": "with its date",
    "one source": "found without the help of the first document",
    "no first hand": "from somebody who took part",
}
NO_VERDICT = "This lists what each event rests on, those with most missing first.  It doesn't say whether they happened."
FIRST_PERSON = frozenset({"i", "we", "me", "us"})
