"""The wording of the workbench beyond that of the page, in the same form."""

WORKBENCH: dict[str, str] = {
    "opening": "Loading…",
    "cancel": "Cancel",
    "keep": "Save",
    "sure": "Yes, save it",
    "skip": "Skip to content",
    "back": "Back to the list",
    "more": "More ({n})",
    "list.more": "{n} more: use the filter to narrow the list.",
    "previous": "Previous",
    "next": "Next",
    "why": "Reason (optional)",
    "why.hint": "saved with the decision",
    "only.filter": "Filtered by {filter}",
    "only.all": "All events",
    # Session and state
    "login": "Log in",
    "login.name": "Name",
    "login.password": "Password",
    "login.go": "Log in",
    "login.over": "You have been logged out.",
    "logout": "Log out",
    "role.reader": "reader",
    "role.reviewer": "reviewer",
    "role.owner": "owner",
    "who.name": "Your name",
    "who.note": "It is recorded with each of your decisions. This browser remembers it.",
    "who.keep": "Use this name",
    "state.current": "Up to date",
    "state.waiting": "Waiting",
    "state.part": "{doing}: {done} of {of}",
    "state.alone": "Not connected; retrying",
    "state.problems": "Problems: {n}",
    "error.network": "The workbench can’t be reached. Nothing was saved.",
    "error.other": "Something went wrong. Nothing was saved.",
    "sections": "Sections",
    "section.review": "Review",
    "section.chronology": "Chronology",
    "section.documents": "Documents",
    "section.actors": "People & organizations",
    "section.coincidence": "Coincidence test",
    "section.evidence": "Evidence",
    "section.history": "History",
    # Status
    "kept.busy": "Saving…",
    "kept": "Saved: {says}",
    "foot": "Your decisions are saved under your name, can be undone, and change no document.",
    "undo": "Undo",
    "undo.none": "You have nothing left to undo here. History lists every decision.",
    "undo.busy": "Undoing…",
    "undo.line": "Undo entry {n}",
    "news": "{who} {says}",
    "queue.gone.one": "This also resolved {n} other item",
    "queue.gone.other": "This also resolved {n} other items",
    "queue.fresh.one": "{n} new item to review",
    "queue.fresh.other": "{n} new items to review",
    "clash": "Someone else has made a decision about the same words",
    "clash.note": (
        "Your decision was not saved. Check what has been decided since you opened this item. Then "
        "cancel yours, or save it anyway: both stay in the log, and the later one takes effect."
    ),
    "clash.leave": "Cancel my decision",
    "clash.again": "Save anyway",
    # Decisions
    "decide": "Review this event",
    "act.accept": "Confirm",
    "act.date": "Set date…",
    "act.reject": "Reject",
    "act.comment": "Comment",
    "act.dispute": "Mark as disputed",
    "act.group": "Add to group…",
    "act.merge.with": "Merge with…",
    "act.name": "Rename…",
    "act.reject.one": "Reject this account",
    "act.split.claim": "This is a different event",
    "act.split.name": "“{name}” is a different person",
    "claim.acts": "Review this account",
    "claims.other.one": "{n} other claim about this event",
    "claims.other.other": "{n} other claims about this event",
    "event.log": "Decisions",
    "merge": "Merge two events",
    "merge.choose": "Merge “{one}” with another event: choose it in the list or the timeline.",
    "merge.two": "“{one}” and “{other}”",
    "merge.go": "Merge",
    "date.label": "Date",
    "date.hint": "such as 16 January 1917",
    "date.form": (
        "16 January 1917, January 1917, spring 1917, about 1917, 1910s, 11 to 15 July 1917, 3 May "
        "1917 or after, unknown; or EDTF."
    ),
    "date.wrong": "This date can’t be read. Examples:",
    "date.words.about": "about|around|circa|ca|c",
    "date.words.perhaps": "perhaps|possibly|maybe",
    "date.words.until": "until|by|before|earlier|up to",
    "date.words.from": "from|since|after|later",
    "date.words.between": "between|from",
    "date.words.to": "to|and|until|till|-",
    "date.unknown": "no date stated",
    "date.before": "{date} or before",
    "date.after": "{date} or after",
    "date.range": "{from} to {to}",
    "date.about": "about {date}",
    "date.perhaps": "perhaps {date}",
    "date.perhaps about": "perhaps about {date}",
    "date.century": "{from} to {to}",
    "date.decade": "the {first}s",
    "season.21": "spring",
    "season.22": "summer",
    "season.23": "autumn",
    "season.24": "winter",
    "season.33": "the first quarter of",
    "season.34": "the second quarter of",
    "season.35": "the third quarter of",
    "season.36": "the fourth quarter of",
    # Review
    "review.left": "Items to review",
    "review.item": "Current item",
    "review.place": "{n} of {all}",
    "review.kinds": "Type of item",
    "review.all": "To review",
    "review.begun": "Draft – not saved",
    "review.undated.one": "Show {n} event without a date",
    "review.undated.other": "Show {n} events without a date",
    "because.for": "For: {reasons}",
    "because.against": "Against: {reasons}",
    "review.done": "Nothing left to review",
    "review.done.note": "New documents or decisions may add more.",
    "review.nothing": "The documents report no events.",
    "kind.finding": "Conflicts",
    "kind.merge events": "Possible duplicate event",
    "kind.merge actors": "Possible duplicate person",
    "kind.name": "Possible misspelling",
    "kind.undated": "No date stated",
    # Documents
    "add": "Add documents…",
    "add.note": (
        "Text, HTML, PDF, Word, email, spreadsheets, or archives of these. You can also drop files "
        "anywhere in this window."
    ),
    "add.published": "Publication date, if all have the same one and don’t state it themselves",
    "add.choose": "Choose files",
    "drop": "Drop files to add them to the case",
    "uploads": "Uploads",
    "uploads.part": "{n} of {all} files uploaded",
    "uploads.done.one": "{n} file uploaded",
    "uploads.done.other": "{n} files uploaded",
    "uploads.refused": "{n} refused",
    "upload.added": "added",
    "upload.known": "already in the case",
    "upload.refused": "refused",
    "empty": "This case has no documents yet",
    "empty.note": (
        "Add the documents that you want to read. Seriatim extracts dates, names and events, each "
        "with the words that support it."
    ),
    "empty.reading": "Reading the documents",
    "papers.find": "Find a document",
    "papers.none": "No matches",
    "papers.choose": "Choose a document to read or annotate.",
    "papers.date": "Publication date…",
    "papers.remove": "Remove…",
    "papers.remove.note": (
        "The document and the events that only it reports leave the chronology. The file stays in "
        "the case, and you can undo this in History. Please give a reason."
    ),
    "papers.remove.go": "Remove",
    "show.timeline": "Show in the chronology",
    "moved.one": "{n} date changed with the publication date:",
    "moved.other": "{n} dates changed with the publication date:",
    "moved.none": "No dates changed: none depend on the publication date.",
    "mark.keys": (
        "Select words to turn them into a claim. With the keyboard, the arrow keys move by word "
        "and line, Shift extends the selection, and Enter opens the form."
    ),
    "mark.chosen": "Words selected: press Enter for the form or Escape to cancel.",
    "mark.form": "New claim",
    "mark.predicate": "Which words describe the event?",
    "mark.date": "Date as written (optional)",
    "mark.keep": "Add claim",
    # People and organizations
    "actors.find": "Find a name",
    "actors.none": "No matches",
    "actors.choose": (
        "Choose a person or organization to see every mention and correct who is meant."
    ),
    "actor": "Person or organization",
    "actor.person": "person",
    "actor.organization": "organization",
    "actor.alias": "alias",
    "actor.role": "role",
    "actor.other": "other",
    "actor.names": "Also known as {names}",
    "actor.group": "group: {group}",
    "actor.events": "Show events",
    "actor.named": "Mentions in the documents",
    "actor.same": "Merge with…",
    "mentions.one": "{n} mention",
    "mentions.other": "{n} mentions",
    "mentions.more": "and {n} more mentions",
    # Coincidence test
    "ask.note": (
        "Did outcome events follow trigger events more often than chance alone would explain? The "
        "answer depends on how both lists were compiled, so you are asked about that before "
        "anything is counted."
    ),
    "ask.step.rows": "1 Choose events",
    "ask.step.known": "2 Describe the lists",
    "ask.step.answer": "3 Result",
    "ask.rows.note": (
        "Choose a kind of event, a person or organization, or both. You can also write a filter "
        "expression, as in the chronology. To test whether payments followed meetings with Jane "
        'Roe: kind:payment as outcome events, kind:meeting actor:"Jane Roe" as trigger events.'
    ),
    "ask.of": "Outcome events (A)",
    "ask.after": "Trigger events (B)",
    "ask.of.hint": "kind:payment",
    "ask.after.hint": 'kind:meeting actor:"Jane Roe"',
    "ask.kind": "Kind",
    "ask.kind.any": "any kind",
    "ask.who": "Person or organization",
    "ask.who.hint": "anyone",
    "ask.words": "Filter expression",
    "ask.see": "Show in the chronology",
    "ask.both.one": "{n} event is on both lists. It counts as a trigger event only.",
    "ask.both.other": "{n} events are on both lists. They count as trigger events only.",
    "ask.both.all": (
        "Every outcome event is also a trigger event, so there is nothing left to test. Choose "
        "different events for one of the lists."
    ),
    "ask.within": "Within",
    "ask.within.unit": "Unit of time",
    "ask.unit.min": "minutes",
    "ask.unit.h": "hours",
    "ask.unit.d": "days",
    "ask.unit.w": "weeks",
    "ask.said": "{of} within {within} after {after}",
    "ask.either": "{of} within {within} before or after {after}",
    "ask.prepare": "Next",
    "ask.known.later": "Choose the events first.",
    "ask.open": "unknown",
    "ask.period.hint": "1915-03/1917-12",
    "ask.no.curated": (
        "A list compiled to prove a point can’t be tested: whatever did not fit was left out. The "
        "result will describe what was observed, not how likely it is by chance."
    ),
    "ask.no.unknown": (
        "Unless it is known how a list was compiled, it can’t be tested: what was left out may be "
        "exactly what did not fit. The result will describe what was observed, not how likely it "
        "is by chance."
    ),
    "ask.no.period": (
        "Without the period, no one can say how often chance would produce as many matches. The "
        "result will describe what was observed."
    ),
    "ask.answer.note": (
        "The result says how often chance alone would produce as many matches (the p-value: the "
        "smaller, the rarer), or why that can’t be determined. The question is saved in the log, "
        "because every further question makes a rare result less surprising; the number of "
        "questions is taken into account."
    ),
    "ask.answer.reader": (
        "Only reviewers and owners can run a test, because it is saved in the log."
    ),
    "ask.now": "Run and save",
    "ask.busy": "Running…",
    "ask.earlier": "Earlier tests",
    "choice.complete": "complete: every such event in the period",
    "choice.curated": "selected to prove a point",
    "choice.unknown": "unknown",
    "choice.yes": "yes",
    "choice.no": "no",
    # Evidence
    "evidence.grounds": "Sources",
    "evidence.grounds.note": (
        "Which sources the chronology relies on, and what is missing. This is not a verdict: a "
        "well-supported account may be untrue, and one from a single document may be true. "
        "Rejected events are left out."
    ),
    "evidence.checks": "Checks",
    "evidence.checks.note": "Findings by check. Nothing has been changed.",
    "evidence.checks.decide": "Go to Review",
    "evidence.contacts": "Contacts",
    "evidence.contacts.note": (
        "Who met, called, wrote to or was otherwise in contact with whom, as the documents report "
        "it."
    ),
    "evidence.contacts.kinds": "Counted kinds: {kinds}.",
    "grounds.none": "No events match.",
    "grounds.figures": "Summary",
    "grounds.events": "events",
    "grounds.claims": "claims",
    "grounds.documents": "documents reporting them",
    "grounds.independent": "events from independent documents",
    "grounds.bound": "events from several documents that depend on one another",
    "grounds.alone": "events from a single document",
    "grounds.unsaid": "events that no claim asserts",
    "grounds.hedged": "hedged claims",
    "grounds.denied": "denials",
    "grounds.planned": "plans",
    "grounds.tellers": "Documents",
    "grounds.cited": "Cited as sources",
    "grounds.own": "the documents’ own statements",
    "grounds.unnamed": "unnamed source",
    "grounds.undated": "undated",
    "grounds.ties": "Documents that depend on one another",
    "grounds.best": "Best supported",
    "grounds.least": "Least supported",
    "grounds.missing": "Missing",
    "grounds.missing.none": "Nothing is missing.",
    "grounds.lacks": "Missing: {what}.",
    "grounds.settles": "Would help: {what}.",
    "grounds.undated.documents": "publication date unknown",
    "grounds.absent": "cited address whose document is not in the case",
    "grounds.all": "Show all in the chronology",
    "claims.one": "{n} claim",
    "claims.other": "{n} claims",
    "and.more": "{n} more",
    "check.why": "Why it matters, and what this check can’t detect",
    "pairs.who": "People & organizations",
    "pairs.times": "Contacts",
    "pairs.first": "First",
    "pairs.last": "Last",
    "pairs.there": "from {one} to {other}: {n}",
    "pairs.undated": "undated: {n}",
    "pairs.denied": "denied or only planned: {n}",
    "pairs.none": "The documents report no contacts between named people or organizations.",
    # History
    "history.note": (
        "Everything that was added, decided or undone, newest first. Nothing is ever erased, "
        "including what was undone."
    ),
    "log.undone": "undone",
    "log.why": "Reason: {why}",
    "log.document": "open document",
    # Export and publication
    "export": "Export…",
    "export.only": "Filtered by {filter}",
    "export.group.read": "For reading and sharing",
    "export.group.table": "Tables and calendars",
    "export.group.site": "For a website",
    "export.group.whole": "Complete chronology",
    "export.group.research": "For research and other software",
    "export.group.other": "Other",
    "publish": "Publish…",
    "publish.holds": "{events}, reported by {documents}",
    "publish.left.one": "{n} item is still to review.",
    "publish.left.other": "{n} items are still to review.",
    "publish.left.none": "Nothing is left to review.",
    "publish.look": "Review now",
    "publish.rejected.one": "{n} rejected event is listed separately.",
    "publish.rejected.other": "{n} rejected events are listed separately.",
    "publish.disputed.one": "{n} of these events is disputed.",
    "publish.disputed.other": "{n} of these events are disputed.",
    "publish.stale": (
        "The latest decisions are still being applied. The page would not include them yet."
    ),
    "publish.note": (
        "One file that opens in any browser, with nothing to install. Every entry quotes its "
        "source. Creating the page changes nothing in the case. Reasons and the names of reviewers "
        "stay in the case’s log."
    ),
    "publish.go": "Create page",
    "take": "Downloaded {name}",
    "take.busy": "Preparing…",
    "take.lost": "Downloaded {name}. This format can’t hold: {lost}",
    # Keyboard shortcuts
    "help": "Keyboard shortcuts",
    "help.accept": "confirm: the entry is right as it stands",
    "help.date": "correct a date or a name, starting from the suggestion",
    "help.reject": "reject: it did not happen, or is not an event; it stays on record as rejected",
    "help.merge": "merge",
    "help.apart": "keep separate; you won’t be asked again",
    "help.split": "split off as a different person or event",
    "help.allow": "dismiss: leave everything as it is; you won’t be asked again",
    "help.dispute": "mark as disputed; it stays in the chronology",
    "help.name": "rename a person or organization everywhere",
    "help.group": "add the person or organization to a group",
    "help.published": "set the publication date, which relative dates depend on",
    "help.remove": "remove the document from the chronology",
    "help.comment": "save the reason as a comment",
    "help.next": "next item",
    "help.previous": "previous item",
    "help.why": "go to the reason",
    "help.undo": "undo your last decision",
    "help.help": "show these shortcuts",
    "help.lists": "In a list, the arrow keys move between rows and Enter opens one.",
    "help.note": (
        "Letter keys work in Review only; U undoes everywhere. Where several buttons share a "
        "letter, the later ones use the digits 1 to 9."
    ),
    "help.on": "Enable keyboard shortcuts",
}

# The wording of what the server sends: decisions, questions and formats.
SERVER: dict[str, str] = {
    "act.allow": "Dismiss",
    "act.apart": "Keep separate",
    "act.date.of": "Change “{words}” to {date}…",
    "act.date.to": "Set date to {date}…",
    "act.merge": "Merge",
    "act.names": "Read as {names}",
    "act.published": "Set publication date…",
    "act.reject.claim": "Reject the account in {document}",
    "act.split": "This is a different person",
    "coincide.made_of": "How was list A (outcome events) compiled?",
    "coincide.made_after": "How was list B (trigger events) compiled?",
    "coincide.period": "For what period are both lists complete? From/to, such as 1915-03/1917-12.",
    "coincide.window_fixed": "Was the time window chosen before looking at the dates?",
    "format.annotations": "W3C Web Annotations: each claim as an annotation of its document",
    "format.contacts": "Table of contacts (CSV)",
    "format.csv": "Table with one row per claim (CSV)",
    "format.docx": "Report with sources (Word)",
    "format.ftm": "FollowTheMoney entities, for Aleph and similar tools",
    "format.gexf": "Contact network over time, for Gephi (GEXF)",
    "format.html": "Web page: one file that opens in any browser",
    "format.ics": "Calendar (iCalendar)",
    "format.json": "Chronology file with all data (JSON)",
    "format.markdown": "Text with sources (Markdown)",
    "format.pdf": "Report with sources (PDF)",
    "format.schema-org": "schema.org events (JSON-LD)",
    "format.timeml": "Documents with times and events annotated (TimeML)",
    "format.timelinejs": "TimelineJS",
    "format.timelinejs-csv": "TimelineJS spreadsheet (CSV)",
    "format.timesketch": "Timesketch (JSON lines)",
    "format.xlsx": "Workbook with one row per claim (Excel)",
}

# The formats in the order in which they are offered, most used first.
FORMATS: dict[str, tuple[str, ...]] = {
    "read": ("html", "docx", "pdf"),
    "table": ("xlsx", "csv", "ics"),
    "site": ("markdown", "timelinejs", "timelinejs-csv", "schema-org"),
    "whole": ("json",),
    "research": ("contacts", "gexf", "annotations", "ftm", "timesketch", "timeml"),
}
