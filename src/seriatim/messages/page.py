"""The wording of the page: ``{name}`` is a placeholder, ``.one`` and ``.other`` are plurals."""

from collections.abc import Sequence

WORDS: dict[str, str] = {
    "standing": (
        "Events as the documents below report them, in chronological order. Each entry names its "
        "document; the page itself does not claim that anything happened."
    ),
    "contents": "Contents",
    "undated": "No date stated",
    "undated.note": (
        "The documents give no date for these events, so they are listed apart from the dated ones."
    ),
    "skip.undated": "No date stated: {n}",
    "rejected": "Rejected by a reviewer",
    "rejected.note": (
        "A document reports these events, but a reviewer rejected them. They stay on record and "
        "are not counted."
    ),
    "skip.rejected": "Rejected by a reviewer: {n}",
    "dated": "Dated events",
    "findings": "Findings",
    "coincidence": "Coincidence test",
    "coincidence.note": (
        "Questions asked about these events, and what chance alone would produce. None of this "
        "shows a cause."
    ),
    "coincidence.picture": (
        "Both sets of events with the time windows, and how often chance produces as many matches."
    ),
    "picture.coincidence": "Coincidence test",
    "findings.none": "The checks found nothing.",
    "documents": "Documents",
    "reading": "How to read this page",
    "events.one": "{n} event",
    "events.other": "{n} events",
    "documents.one": "{n} document",
    "documents.other": "{n} documents",
    "findings.one": "{n} finding",
    "findings.other": "{n} findings",
    "findings.notes.one": "{findings} ({n} note)",
    "findings.notes.other": "{findings} ({n} notes)",
    "limit": (
        "This list shows the first {n} of {all} events. With JavaScript enabled, the page shows "
        "them all; the file contains the complete data."
    ),
    "says": "says",
    "say.documents": "{n} documents report this",
    "unlike.documents": "{n} documents report this (they differ)",
    "unlike.document": "reports this more than once (the accounts differ)",
    "citing": "citing {name}",
    "who cites": "who cites {name}",
    "hedged": "Hedged: {words}",
    "denied.long": "Denied",
    "planned": "Reported as planned",
    "probable": "Stated as probable",
    "possible": "Stated as possible",
    "status.accepted": "Confirmed by a reviewer",
    "status.rejected": "Rejected by a reviewer",
    "status.disputed": "Marked as disputed by a reviewer",
    "corroboration": "Reported by {documents}, {independent} of them independent",
    "place": "Place: {place}",
    "passage": "Passage",
    "link": "Cites {url}",
    "when.words": "{basis}: “{text}”",
    "basis.relative": "relative date",
    "basis.inherited": "date from the heading above",
    "basis.stated": "date as written",
    "basis.unknown": "date not resolved",
    "date.corrected": "date corrected by a reviewer; as written: {words}",
    "date.given": "date added by a reviewer",
    "implied.between": "Other events place this between {earliest} and {latest}.",
    "implied.after": "Other events place this no earlier than {earliest}.",
    "implied.before": "Other events place this no later than {latest}.",
    "where.page": "page {page}",
    "where.line": "line {line}",
    "severity.error": "Conflict",
    "severity.warning": "Warning",
    "severity.note": "Note",
    "check.arithmetic-of-years": "years don’t add up",
    "check.contradicting-dates": "incompatible dates",
    "check.date-after-document": "dated after the document",
    "check.date-out-of-order": "out of order",
    "check.denied-claim": "asserted and denied",
    "check.end-before-start": "ends before it starts",
    "check.gap-in-time": "gap",
    "check.implausible-year": "year far from all others",
    "check.impossible-date": "impossible date",
    "check.miscounted-distance": "interval doesn’t match",
    "check.mismatched-weekday": "weekday doesn’t match the date",
    "check.misspelled-name": "possible misspelling",
    "check.run-together-date": "date run together with a word",
    "check.run-together-names": "names run together",
    "check.twice-told-actors": "same event, different people",
    "check.twice-told-dates": "same event, different dates",
    "check.twice-told-event": "possible duplicate event",
    "check.twice-told-numbers": "same event, different numbers",
    "check.twice-told-places": "same event, different places",
    "check.unanchored-date": "relative date without a reference date",
    "check.undated-document": "undated document",
    "check.unnamed-source": "unnamed source",
    "proposal.edtf": "Changing the date to {date} would resolve this. Nothing has been changed.",
    "proposal.name": "This may mean {name}. Nothing has been changed.",
    "published.given": "{date}, entered by hand",
    "published.metadata": "{date}, from the file’s metadata",
    "published.dateline": "{date}, from the dateline",
    "published.none": "Unknown. Dates relative to it stay open.",
    "document.date": "Publication date",
    "document.file": "File",
    "document.kind": "File type",
    "document.hash": "SHA-256 of the file",
    "document.claims": "Events reported",
    "reading.dates": (
        "Dates are as precise as the document’s wording and no more precise. “About”, “or after”, "
        "“to” and a month or year on its own are meant literally."
    ),
    "reading.sources": (
        "“Citing” introduces the source that a document names, outermost first. Where no source is "
        "named, the statement is the document’s own."
    ),
    "reading.marks": (
        "In each passage the words behind the entry are highlighted. Words that give the date are "
        "underlined; hedging words have a dotted underline."
    ),
    "reading.findings": (
        "A finding points out words that conflict or need attention. It changes nothing and does "
        "not say which of them is right."
    ),
    "standing.short": (
        "What the documents report, who says so, and how certain they are. The page itself does "
        "not claim that anything happened."
    ),
    "print": "Print",
    "save": "Download data",
    "choose": "Events, findings and documents",
    "tab.events": "Events",
    "key.all": "All {all} entries",
    "key.some": "The {n} key events of {all} entries",
    "minor.one": "1 more event in this sentence",
    "minor.other": "{n} more events in this sentence",
    "event.sentence": "In the same sentence",
    "tab.findings": "Findings",
    "tab.documents": "Documents",
    "search.label": "Search and filter",
    "search.hint": "Search or filter",
    "search.found": "{n} of {all}",
    "filter.by": "Filter",
    "filter.terms": "Active filters",
    "filter.remove": "Remove {term}",
    "filter.language": (
        "Terms side by side must all match, a comma means “or”, and a minus sign in front means "
        '“not”: kind:meeting actor:"Jane Roe" since:1916-04 until:1916-12 -certainty:possible '
        "dated:no"
    ),
    "filter.quotation": "A closing quotation mark is missing.",
    "filter.field": "Unknown field “{field}”. Fields: {known}.",
    "filter.empty": "A value is missing after “{field}:”.",
    "filter.unknown": "{field}: no match for “{value}”. Known values: {known}",
    "filter.date": "{field}: needs one date, such as 1916, 1916-04 or 1916-04-27.",
    "field.kind": "Kind",
    "field.actor": "People & organizations",
    "field.group": "Group",
    "field.source": "Source",
    "field.certainty": "Certainty, as the source states it",
    "field.dated": "Has a date",
    "field.status": "Review status",
    "close": "Close",
    "list.label": "Events in chronological order",
    "list.none": "No events match.",
    "list.clear": "Clear filters?",
    "note.versions": "accounts differ",
    "note.rejected": "rejected by a reviewer",
    "note.disputed": "disputed",
    "note.hedged": "hedged",
    "note.denied": "denied",
    "note.planned": "planned",
    "picture": "Timeline and contacts",
    "picture.timeline": "Timeline",
    "picture.contacts": "Contacts",
    "lanes": "Group by",
    "lanes.none": "none",
    "lanes.actor": "person or organization",
    "lanes.group": "group",
    "lanes.source": "source",
    "lanes.document": "document",
    "lanes.kind": "kind",
    "lanes.others": "{n} others",
    "lanes.no.actor": "No one named",
    "lanes.no.group": "No group",
    "lanes.no.source": "No source cited",
    "lanes.no.document": "No document",
    "lanes.no.kind": "No kind",
    "zoom.in": "Zoom in",
    "zoom.out": "Zoom out",
    "zoom.fit": "Fit",
    "zoom.only": "Filter to this period",
    "links.show": "Show relations",
    "timeline.label": "Timeline of the listed events",
    "timeline.keys": "← → move · + − zoom · 0 fit all · ↑ ↓ previous or next event",
    "tip.more": "{n} more here",
    "axis.bc": "{year} BC",
    "legend": "Legend",
    "legend.point": "known time",
    "legend.bar": "sometime in this period",
    "legend.open": "start or end open",
    "legend.about": "approximate",
    "legend.implied": "implied by other events",
    "legend.hedged": "hedged or uncertain",
    "legend.denied": "denied",
    "legend.rejected": "rejected by a reviewer",
    "contacts.every": "events of all kinds",
    "contacts.whole": "the whole period",
    "contacts.note": (
        "Lines connect people and organizations that the documents name together in the listed "
        "events, within the period shown in the timeline."
    ),
    "contacts.none": "No two named people or organizations take part in the same event.",
    "contacts.label": (
        "Who was reportedly in contact with whom; the list below gives the same information"
    ),
    "contacts.more": "The {n} pairs with the most events, out of {all}.",
    "close.label": "Details",
    "close.document": "Close document",
    "close.event": "Close",
    "close.all": "Back to the list",
    "event": "Event",
    "event.missing": "This event is not in the chronology.",
    "document": "Document",
    "document.missing": "This document is not in the chronology.",
    "open.document": "Open in document",
    "all.from": "All events citing {name}",
    "differ": "Where accounts differ",
    "differ.note": "The accounts are shown side by side. The page does not choose between them.",
    "differ.when": "When",
    "differ.who": "Who",
    "differ.how many": "How many",
    "differ.where": "Where",
    "differ.whether": "Whether it happened",
    "differ.finer": "both can be right",
    "differ.update": "later documents say otherwise",
    "differ.contradiction": "both cannot be right",
    "links": "Relations to other events",
    "link.stated": "stated",
    "link.implied": "implied",
    "relation.after": "after",
    "relation.before": "before",
    "relation.same day": "on the same day as",
    "relation.during": "during",
    "relation.contains": "spanning",
    "relation.overlaps": "overlapping with",
    "relation.starts": "at the start of",
    "relation.finishes": "at the end of",
    "relation.equal": "at the same time as",
    "inverse.after": "before",
    "inverse.before": "after",
    "inverse.same day": "on the same day as",
    "inverse.during": "spanning",
    "inverse.contains": "during",
    "inverse.overlaps": "overlapping with",
    "inverse.starts": "beginning with",
    "inverse.finishes": "ending with",
    "inverse.equal": "at the same time as",
    "distance.least": "{span} or more ",
    "distance.most": "up to {span} ",
    "distance.between": "{min} to {span} ",
    "unit.minute.one": "{n} minute",
    "unit.minute.other": "{n} minutes",
    "unit.hour.one": "{n} hour",
    "unit.hour.other": "{n} hours",
    "unit.day.one": "{n} day",
    "unit.day.other": "{n} days",
    "unit.week.one": "{n} week",
    "unit.week.other": "{n} weeks",
    "unit.month.one": "{n} month",
    "unit.month.other": "{n} months",
    "unit.year.one": "{n} year",
    "unit.year.other": "{n} years",
    "welcome": (
        "{events}, reported by {documents}. The checks produced {findings}. Choose an event in the "
        "list or the timeline to see who reports it, in what words, and how certain they are."
    ),
    "print.filter": "Filtered by {filter} ({n} of {all}).",
    "value.kind.act": "other",
    "value.status.accepted": "confirmed",
    "value.status.proposed": "not reviewed",
}


def default_title(paths: Sequence[str], *, named: bool = True) -> str:
    """The neutral title of a chronology: the name of its one file, or how many documents it has.

    ``named`` is false for standard input, which has no name.

    >>> default_title(["notes/minutes.txt"]), default_title(["a.txt", "b.txt", "c.txt"])
    ('minutes.txt', 'Chronology of 3 documents')
    """
    if len(paths) == 1 and named:
        return paths[0].rpartition("/")[2]
    return f"Chronology of {len(paths):,} document{'' if len(paths) == 1 else 's'}"
