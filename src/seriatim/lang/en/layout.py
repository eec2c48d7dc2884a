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
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
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
TEXT_COLUMNS = frozenset(
    {
        "event",
        "events",
        "what",
        "text",
        "description",
        "summary",
        "details",
        "note",
        "notes",
        "message",
        "subject",
        "content",
        "entry",
        "happened",
    }
)
