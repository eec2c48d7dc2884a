"""Words that may state an order, but do not show by themselves between which events, or whether.

Which two events they order, if any, is learned (``temporal/network/ends.py``); the connectives
beside which stand plain rules are in ``connectives.py``.  In the examples the cue is found, in the
near misses it is not.
"""

from __future__ import annotations

from seriatim.lang.base import OrderCue

_SPAN = r"(?:an?|the|one|two|three|four|five|six|ten|another|few|several|\d+)"
_UNIT = r"(?:minute|hour|day|night|week|fortnight|month|year|moment|second)s?"
_PART = r"(?:day|night|morning|afternoon|afternoone|evening|week|month|year)"

ORDER_CUES: tuple[OrderCue, ...] = (
    OrderCue(
        "clause.when",
        r"(?<!since )(?<!till )(?<!until )\bwhen\b(?! (?:to|in doubt)\b)",
        "after",
        also="during",
        examples=("When the fleet arrived, Kerr left.",),
        near_misses=("He knew when to stop.",),
    ),
    OrderCue(
        "clause.once",
        r"(?<!at )(?<!more than )\bonce\b(?= (?!(?:a|again|more|every|per|or)\b)\w+)",
        "after",
        examples=("Once Kerr had signed, the bank paid.",),
        near_misses=("They met once a week.", "Hale left at once."),
    ),
    OrderCue(
        "clause.as",
        r"\b(?:just )?as\b(?= (?:he|she|it|they|we|i|the|his|her|their|my|our|those)\b)",
        "during",
        examples=("As the crowd passed, Hale fired.",),
        near_misses=("He served as judge.",),
    ),
    OrderCue(
        "clause.soon-as",
        r"(?<!as )\b(?:soon|directly|immediately|instantly) as\b",
        "after",
        examples=("Soon as day broke, we left.",),
        near_misses=("They left as soon as day broke.",),
    ),
    OrderCue(
        "clause.by-the-time",
        r"\bby the time\b",
        "after",
        also="before",
        examples=("By the time the guard came, Hale had fled.",),
        near_misses=("By that measure it failed.",),
    ),
    OrderCue(
        "clause.the-day-on-which",
        rf"\bthe (?:very |same )?{_PART} (?:on which|that|of|when)\b",
        "same day",
        examples=("He left on the very day on which the law was passed.",),
        near_misses=("He left on the day.",),
    ),
    OrderCue(
        "clause.which",
        r"\b(?:after|up)?on which\b|\b(?:after which|whereupon|thereupon)\b",
        "after",
        examples=("The board met, whereupon Kerr resigned.",),
        near_misses=("Upon this rock it stood.",),
    ),
    OrderCue(
        "noun.on",
        r"\b(?:up)?on(?: (?:first|his|her|their|its|my|our|the))?"
        r"(?= (?:\w+ing|death|arrival|return|receipt|news|outbreak|fall|departure)\b)",
        "after",
        examples=("On hearing the news, Hale left.", "On the death of Kerr the bank closed."),
        near_misses=("He sat on the table.",),
    ),
    OrderCue(
        "noun.in-response-to",
        r"\bin (?:response|reply|answer|reaction) to\b|\bas a (?:result|consequence) of\b"
        r"|\bin consequence of\b|\bin retaliation for\b",
        "after",
        examples=("In response to the letter, Hale resigned.",),
        near_misses=("In response, Hale resigned.",),
    ),
    OrderCue(
        "noun.previous-to",
        r"\bprevious(?:ly)? to\b|\bpreceding\b|\bin advance of\b|\bon the eve of\b",
        "before",
        examples=("Previous to the vote, Kerr was challenged.",),
        near_misses=("The previous owner left.",),
    ),
    OrderCue(
        "noun.amid",
        r"\bamid(?:st)?\b|\bthroughout\b",
        "during",
        examples=("Hale resigned amid protests.",),
        near_misses=("Hale stood in the middle.",),
    ),
    OrderCue(
        "adverb.soon",
        r"\b(?:soon|shortly|presently|promptly|immediately|instantly|at once|straightaway"
        r"|straight away|forthwith|directly|quickly)\b"
        r"(?! (?:as|after|before|afterwards?|thereafter|following)\b)",
        "after",
        examples=("They met, and soon married.", "The act was passed immediately."),
        near_misses=("He left soon after the vote.",),
    ),
    OrderCue(
        "adverb.result",
        r"\bas a (?:result|consequence)\b(?! of)|\bin (?:response|reply|consequence|turn)\b"
        r"(?! (?:to|of|for)\b)|\b(?:consequently|accordingly)\b",
        "after",
        also="before",
        examples=("As a result, the act was passed.", "In response, Hale resigned."),
        near_misses=("As a result of the vote, Hale resigned.",),
    ),
    OrderCue(
        "adverb.finally",
        r"\b(?:finally|eventually|ultimately|at length|at last|in the end)\b",
        "after",
        examples=("They struggled on, but were finally beaten.",),
        near_misses=("The length was ten feet.",),
    ),
    OrderCue(
        "adverb.next",
        r"(?<!the )(?<!that )\bnext(?: (?:day|morning|evening|night|week|month|year))?\b"
        r"|\bthe next (?:thing|step)\b",
        "after",
        examples=("Next day he spoke in the hall.",),
        near_misses=("They sat on the next bench.",),
    ),
    OrderCue(
        "adverb.already",
        r"\b(?:already|previously)\b|\bby (?:that time|then)\b",
        "before",
        examples=("The order was given, but they had already fled.",),
        near_misses=("They were all ready.",),
    ),
    OrderCue(
        "adverb.meanwhile",
        r"\bmeanwhile\b|\bin the mean ?time\b|\bat (?:about |around )?the same time(?: as)?\b",
        "during",
        also="equal",
        examples=("Meanwhile the crowd had grown.",),
        near_misses=("They meant a while.",),
    ),
    OrderCue(
        "adverb.since",
        r"\bsince then\b|\bsince that time\b|\b(?:has|have|had) since\b|\bfrom there\b",
        "after",
        examples=("It has since been printed.",),
        near_misses=("Since the vote it is closed.",),
    ),
    OrderCue(
        "adverb.that-day",
        rf"\b(?:that|this|the)(?: (?:very|same))? {_PART}\b(?! (?:on which|that|of|when)\b)",
        "same day",
        examples=("That night Hale left.", "He left the same evening."),
        near_misses=("Those nights were cold.",),
    ),
    OrderCue(
        "adverb.within",
        rf"\b(?:with)?in (?:{_SPAN} )*{_UNIT}\b(?! later)|\ba minute into\b"
        rf"|\bafter (?:{_SPAN} )+{_UNIT}\b|\bafter (?:a|some) (?:short |long )?(?:time|while)\b"
        r"|\bin a (?:short|little) (?:time|while)\b|\ba (?:short|little) time after\b",
        "after",
        examples=("Within minutes the bus arrived.", "After a time the rain began."),
        near_misses=("Within the walls it was cold.",),
    ),
    OrderCue(
        "adverb.counted-after-this",
        rf"\b(?:{_SPAN} )+{_UNIT} (?:after|of) (?:this|that|which)\b",
        "after",
        examples=("About four nights after this, they fought.",),
        near_misses=("Four nights after the vote, they fought.",),
    ),
    OrderCue(
        "adjective.subsequent",
        r"\b(?:subsequent|ensuing|resulting)\b(?! to)",
        "after",
        examples=("The subsequent inquiry cleared Kerr.",),
        near_misses=("Subsequent to the vote, Kerr left.",),
    ),
    OrderCue(
        "adjective.earlier",
        r"\bthe (?:earlier|previous|prior|preceding)\b",
        "before",
        examples=("In the earlier case, Hale had won.",),
        near_misses=("He came two days earlier.",),
    ),
    OrderCue(
        "verb.followed",
        r"\bfollow(?:s|ed)\b|\b(?:came|come|comes) after\b",
        "after",
        examples=("A shot rang out, followed by a cry.", "The ruling follows the arrest."),
        near_misses=("They were his followers.",),
    ),
    OrderCue(
        "verb.preceded",
        r"\bpreced(?:es|ed)\b",
        "before",
        examples=("The arrest was preceded by a raid.",),
        near_misses=("The case set a precedent.",),
    ),
    OrderCue(
        "verb.led-to",
        r"\b(?:led|leads|leading) to\b|\bresult(?:s|ed|ing) in\b|\bculminat(?:ed|es|ing) in\b"
        r"|\b(?:prompt|trigger|provok|occasion|spark)(?:ed|ing|s)\b|\bprecipitat(?:ed|ing)\b",
        "after",
        examples=("The occupation led to a clash.",),
        near_misses=("The road leads north.",),
    ),
    OrderCue(
        "verb.coincided",
        r"\bcoincid(?:es|ed|ing) with\b",
        "same day",
        also="during",
        examples=("The report coincided with the fair.",),
        near_misses=("It was a coincidence.",),
    ),
    OrderCue(
        "participle.having",
        r"(?:(?<=[,;] )|(?<=^)|(?<=\. )|(?<=and ))having\b(?= (?:\w+ly )?\w+)",
        "after",
        examples=("Having signed the deed, Hale left.",),
        near_misses=("They were having dinner.",),
    ),
)
