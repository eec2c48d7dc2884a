"""Words that show what a line is for: a byline, the label of a date, a heading's number, a speaker's name."""

# What stands before the day on which a text was published, in lower case.
DATE_LABELS = frozenset(
    {
        "date", "date of publication", "dated", "filed", "first published", "issued", "originally published", "posted", "publication date",
        "published", "released", "written",
    }
)  # fmt: skip
# … and before a later day, which counts only where no other is given.
LATER_LABELS = frozenset(
    {"updated", "last updated", "modified", "last modified", "revised", "corrected"}
)
WEEKDAYS: tuple[str, ...] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
# Lower-case words that may stand beside the day in a dateline or a byline.
DATELINE_WORDS = frozenset(
    {
        "a.m", "am", "and", "at", "by", "correspondent", "for", "from", "gmt", "hrs", "in", "midnight", "min", "noon", "of", "on", "p.m", "pm",
        "read", "reporter", "staff", "the", "utc",
    }
)  # fmt: skip
SECTION_WORDS = frozenset(
    {
        "chapter",
        "section",
        "part",
        "appendix",
        "annex",
        "enclosure",
        "book",
        "volume",
        "figure",
        "table",
    }
)
# Titles that make the words before a colon a speaker.
SPEAKER_TITLES = frozenset(
    {
        "a", "admiral", "bishop", "captain", "chair", "chairman", "chairwoman", "colonel", "commander", "commissioner", "congressman",
        "congresswoman", "counsel", "dr", "father", "general", "governor", "inspector", "interviewer", "judge", "justice", "lady", "lieutenant",
        "lord", "major", "minister", "miss", "mr", "mrs", "ms", "officer", "president", "prof", "professor", "q", "representative", "secretary",
        "senator", "sergeant", "sir", "sister", "the",
    }
)  # fmt: skip
# Words before a colon that open a remark of the author's own, in lower case.
LABELS = frozenset(
    {
        "analysis", "answer", "author", "background", "bcc", "caption", "cc", "conclusion", "correction", "date", "example", "from", "image",
        "location", "note", "notes", "photo", "place", "question", "re", "related", "result", "results", "see", "source", "sources", "status",
        "subject", "summary", "tags", "time", "title", "to", "update", "warning",
    }
)  # fmt: skip
# Words in the name of a column that holds the day of each row, and of one that tells what happened.
DATE_COLUMNS = frozenset(
    {"date", "day", "when", "dated", "time", "timestamp", "sent", "received", "on"}
)

# A speaker's label at the start of a paragraph: "Captain Moor:", "Q."
SPEAKER = r"(?P<name>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|the|de|van|von)){0,5})(?: \([^()\n]{1,40}\))?:\s+(?=\S)|(?P<letter>[QA])[.:]\s+(?=\S)"
# The label of a speaker who is named by title and surname: "Mr. MOOR. I left at noon."
TITLED_SPEAKER = r"(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Sir|Col|Capt|Lt|Gen|Senator|Representative)\.? (?:Mc|Mac|O')?[A-Z]{2,}(?:-[A-Z]+)?)[.:]\s"
# A heading that announces what one person says or writes.
STATEMENT_OF = (
    r"(?i:\W*(?:(?:the|further|sworn)\s+)*(?:testimony|deposition|affidavit|examination|evidence|confession|diary|journal|memoirs?|autobiography|statement|letter|interview)"
    r"\s+(?:of|by|from|with)(?:\s+(?:mr|mrs|ms|miss|dr|sir|colonel|captain|general|lieutenant)\.?)?)\s+(?P<name>[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|de|van|von)){1,4})\W*"
)
# A paragraph that is a name alone, as under a letter.
SIGNATURE = (
    r"(?:[-–—~]+\s*)?(?P<name>[A-Z][\w'’-]*\.?(?: (?:[A-Z][\w'’-]*\.?|de|van|von)){0,3}?)[.,]?"
)
# A mail's sender with the day.
NAME_AND_DATE = r"\[?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){0,3})(?:@\w+)?(?:,\s+|\s*\n\s*|\s+)(?=(?:\d{1,2}/\d{1,2}/\d{2,4}\b|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}))"
SELF_PRESENTATION = r"\b[Mm]y name is (?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’.-]*){1,3}?)(?=[.,;]? |[.,;]|$)|\bI(?:,| \() ?(?P<other>[A-Z][\w'’-]+(?: [A-Z][\w'’-]*\.?){1,3})[,)]"
BYLINE = r"(?:[Bb]y|BY|Written by|Reported by) [A-Z][\w.'’-]+(?:,? (?:and )?(?:[A-Z][\w.'’-]*|de|van|von|of|the|for)){0,10}"
# The line above a quoted reply, and a name in it.
REPLY = r"(?P<words>(?:On|At|Le|Am)\b.{4,300}|.{2,80})\s+(?:wrote|writes)\s*:"
PERSON = r"[A-Z][\w.'’-]*(?:,? (?:[A-Z][\w.'’-]*|of|the|de|van|von)){0,4}"
# The line above a forwarded mail, and the fields of its header.
FORWARDED = r"[-_=*\s]*(?:original message|forwarded message|begin forwarded message)[-_=*:\s]*"
FORWARDED_FIELDS: tuple[str, ...] = ("From", "Sent", "Date", "To", "Cc", "Subject")
PAGE_NUMBER = (
    r"[^\w$%§]*(?:page\s+)?[^\w$%§]*(?:\d{1,4}|[ivxlc]{1,7})[^\w$%§]*(?:(?:of|/)\s*\d{1,4})?"
)
# What stands above a table of contents, and above lists of references, in lower case.
CONTENTS_TITLES = frozenset(
    {"contents", "table of contents", "list of figures", "list of tables", "figures", "tables"}
)
REFERENCE_TITLES = frozenset(
    {
        "bibliography", "citations", "endnotes", "external links", "footnotes", "further reading", "literature cited", "notes and references",
        "references", "references cited", "see also", "works cited",
    }
)  # fmt: skip
# Headings that name a part or a kind of document, and so are no titles, in lower case.
NO_TITLES = frozenset(
    {
        "abstract", "acknowledgements", "acknowledgments", "annual report", "appendix", "background", "confidential", "draft", "executive summary", "exhibit",
        "final", "final report", "for publication", "for release", "foreword", "interim report", "introduction", "key takeaways", "memorandum", "not for publication",
        "not precedential", "opinion", "opinion of the court", "overview", "preface", "preliminary report", "press release", "precedential", "privileged", "report",
        "summary", "synopsis", "transcript", "unpublished",
    }
) | CONTENTS_TITLES | REFERENCE_TITLES  # fmt: skip
# What parts the names of two parties in the caption of a case.
VERSUS = frozenset({"v", "v.", "vs", "vs.", "versus"})
# The label that opens a caption, and what follows it: a stop, or nothing.
CAPTION = r"(?:figure|fig\.|table|chart|map|plate|box|photo(?:graph)?|exhibit|diagram)\s+(?:[A-Z]?\d{1,3}(?:[.-]\d{1,3})?|[A-Z]|[IVX]{1,5})(?:\s*[:.–—-]\s|\s*$)"
# … and what opens the line that tells where a picture or a table comes from.
CREDIT = r"(?:sources?|notes?|photo(?:graph)?s?|credits?)(?: by)?:"
# What leads to the day of something told, as in the title of a report: no dateline.
LEADS_TO_DAY = r"\bon\s+$"
# How the line above a quoted reply begins, and the words that close a letter or a mail.
REPLY_BEGINS = r"(?:On|At)\b.*\d"
CLOSING = (
    r"(?:(?:with )?(?:kind|best|warm|many|sincere)?\s*(?:regards|wishes|thanks|greetings)|sincerely|cheers|thanks|thank you"
    r"|best|yours(?: (?:sincerely|truly|faithfully|ever))?|sent from my \w+)(?: again| in advance)?[\s,.!]*"
)
