"""Words that limit what is said: hedges by how much they leave open, negations, plans, bounds of numbers.  Lemmas, unless said otherwise."""

from __future__ import annotations

# Adverbs.  What "certain" ones weaken is the word itself ("effectively sealed a truce"), not
# whether it happened.
ADVERBS = {
    "probable": frozenset(
        """
        probably likely presumably apparently seemingly evidently reportedly arguably doubtless plausibly ostensibly
        """.split()
    ),
    "possible": frozenset(
        """
        possibly perhaps maybe allegedly supposedly purportedly conceivably potentially putatively reputedly rumoredly hypothetically
        """.split()
    ),
    "certain": frozenset(
        "effectively virtually practically essentially credibly nominally".split()
    ),
}

# Adjectives before a noun, or after "is": "a suspected hack", "it is likely that".
ADJECTIVES = {
    "probable": frozenset(
        "probable likely apparent presumed seeming presumptive believed expected".split()
    ),
    "possible": frozenset(
        """
        possible alleged suspected supposed purported potential putative rumored rumoured reputed unconfirmed unverified conceivable
        unlikely doubtful unclear uncertain unknown so-called
        """.split()
    ),
}

# Verbs and nouns above: "appears to have met", "is believed to have met", "he suspected that they
# met", "the expectation was that".
GOVERNORS = {
    "probable": frozenset(
        """
        appear seem believe think expect assume presume suppose consider estimate conclude expectation belief assumption feel imply
        """.split()
    ),
    "possible": frozenset(
        """
        suspect suggest doubt rumor rumour speculate fear guess imagine wonder suspicion speculation possibility theory hypothesize
        hypothesise question
        """.split()
    ),
}

# The same, but only where nobody stands as the subject: "was reported to have met", "was said to".
PASSIVE_GOVERNORS = {
    "probable": frozenset("report say know understand".split()),
    "possible": frozenset("allege claim argue submit assert contend maintain insinuate".split()),
}

# As written.
MODALS = {"possible": frozenset("may might could".split())}
EVIDENCE = frozenset(
    "evidence proof sign suggestion indication trace record hint".split()
)  # behind "no"
CONCLUDING = frozenset({"must"})  # before "have done": what somebody concludes
CONDITIONS = frozenset("if unless whether lest provided".split())

# Bounds of a number: words before it, longest first; and how they bound it.
BOUNDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("no", "fewer", "than"), "at least"),
    (("no", "less", "than"), "at least"),
    (("no", "more", "than"), "at most"),
    (("as", "many", "as"), "at most"),
    (("as", "much", "as"), "at most"),
    (("at", "least"), "at least"),
    (("at", "most"), "at most"),
    (("more", "than"), "at least"),
    (("well", "over"), "at least"),
    (("less", "than"), "at most"),
    (("fewer", "than"), "at most"),
    (("up", "to"), "at most"),
    (("upwards", "of"), "at least"),
    (("upward", "of"), "at least"),
    (("over",), "at least"),
    (("under",), "at most"),
    (("nearly",), "about"),
    (("almost",), "about"),
    (("about",), "about"),
    (("around",), "about"),
    (("roughly",), "about"),
    (("approximately",), "about"),
    (("close", "to"), "about"),
    (("estimated",), "about"),
    (("some",), "about"),
)
# Before a verb they say that it fell short: "nearly doubled", "almost drowned".
SHORT_OF = frozenset("nearly almost".split())
# Units of time and length, whose amount is a circumstance and not how many or how much.
MEASURES = frozenset(
    """
    second minute hour day night week fortnight month year decade century o'clock a.m. p.m. am pm mile kilometre kilometer metre meter
    foot yard inch league fathom km m ft h hr min past
    """.split()
)
WITHIN_MEASURES = frozenset("a an and half of or quarter third thirds to the - –".split())

# Negation on the word itself, as written.
NOT = frozenset("not n't n’t never nor neither cannot".split())
NO = frozenset("no neither".split())
NOBODY = frozenset("nobody none nothing".split())
# Before a relative clause, which then says which of many are meant.
OF_MANY = frozenset(
    "any every each all only those whoever anyone anybody anything everyone everybody".split()
)
WITHOUT = frozenset("without".split())
INSTEAD: tuple[tuple[str, ...], ...] = (("instead", "of"), ("rather", "than"))

# Whoever does this did not do what follows.
DENIALS = frozenset(
    "deny fail refuse decline avoid cease neglect omit forget refrain abstain prevent preclude block dispute refute reject rebut".split()
)
NOT_DONE = frozenset(
    "fail neglect omit forget".split()
)  # these tell, as the predicate itself, that something was not done
DENIAL_NOUNS = frozenset("failure refusal denial inability lack absence omission".split())
DENIAL_ADJECTIVES = frozenset("unable unwilling".split())

# What is negated above counts for what stands below: "did not try to meet", "never intended to
# sell".
TRANSPARENT = frozenset(
    """
    try attempt intend plan want begin start continue manage seek help get bother mean dare appear seem happen come go prove have need
    agree decide choose let make cause allow
    """.split()
)

# "Does not believe that they met" tells that they did not.
NEGATED_FOR_THEIR_CONTENT = frozenset(
    "believe think accept suppose imagine agree consider reckon".split()
)

# Verbs, nouns and adjectives of what is still to come.
PLANS = frozenset(
    """
    plan intend agree promise pledge vow hope want wish aim mean propose offer threaten expect schedule set prepare decide seek
    order ask tell urge invite demand require recommend undertake resolve arrange intention proposal decision due
    """.split()
)
FUTURE = frozenset("will 'll wo shall would 'd".split())  # as written

# Not followed by a number, a noun that only a light verb makes a happening: what is denied of the
# verb is denied of the noun.
LIGHT = frozenset(
    "have hold make take give be occur happen conduct do place pay engage show find see".split()
)

# For reading without the span model: what stands in the text as written, alone or in a row,
# wherever it stands.
LEXICON = frozenset(
    """
    may might probably believe believed believes likely perhaps possibly alleged seem seems seemed accused allegedly presumably supposed
    supposedly seemingly unlikely allege alleges suggested suggest suggests suggesting considered thought regarded whether if unless
    speculated rumored rumoured reportedly reputedly putative imply implies speculate doubtful hypothesize assume assumed assumes expected
    unclear belief possibility viewed felt suppose predicts implied allegations allegation accusations accusation questioned uncertain
    think expects expect accuse conceivably arguably suspected purported purportedly presumed apparent
    """.split()
)
LEXICON_PHRASES = frozenset(
    {
        "no evidence",
        "may or may not",
        "whether or not",
        "almost certainly",
        "not clear",
        "little is known",
        "no proof",
        "if not",
    }
)
