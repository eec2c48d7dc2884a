"""How English records set out who speaks: turns, statements under a heading, signed messages."""

from __future__ import annotations

_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Judge|Justice|Senator|Representative|Congressman|Congresswoman"
    r"|General|Colonel|Captain|Commissioner|Inspector|Officer|Chief Justice)\.?"
)
_CAPITALS = r"(?:Mc|Mac|De|Van|O['’])?[A-Z][A-Z'’-]+"
_NOT_A_NAME = (
    r"(?!(?:about|against|as|at|before|by|concerning|dated|for|given|in|made|of|on|regarding|relating|respecting"
    r"|taken|to|touching|versus|v|vs|with)\b)"
)
_NAME = (
    rf"(?i:{_NOT_A_NAME})[A-Z][\w.'’-]*(?: (?i:{_NOT_A_NAME})(?:[A-Z][\w.'’-]*|de|van|von)){{0,4}}"
)

# The label of a turn in a printed hearing: "Mr. FARLOW.", "The WITNESS.", "Q."
TURN = (
    rf"(?P<name>{_TITLE} {_CAPITALS}(?: {_CAPITALS})?|(?:The|THE) [A-Z][A-Z-]{{3,}}(?: [A-Z]{{3,}})?"
    r"|QUESTION|ANSWER|[QA])[.:]\s+(?=\S)"
)
TITLE = rf"(?:{_TITLE}|(?:The|THE)) "
QUESTION_LABELS = frozenset({"q", "question"})
WITNESS_LABELS = frozenset({"a", "answer", "the witness"})
# As in “TESTIMONY OF ADA QUILL” or “(Statement of John Roe v. Ann Moor)”.
HEADED = (
    r"[(\[]?(?:(?i:the )?(?i:(?:witness|sworn|voluntary|written|verbal|further|direct|oral history) )?(?P<kind>(?i:testimony"
    r"|evidence|examination|cross-examination|deposition|confession|interview|statement|affidavit|declaration"
    r"|account|narrative|recollections|reminiscences|remarks|speech|letter|telegram|message|diary))"
    rf"\s+(?i:of|from|with|(?<!ination )by)\s+(?i:the )?(?:{_TITLE} )?(?P<name>{_NAME}))"
)
# What a clerk or an interviewer takes down; of the rest a document of its own is its author's.
TAKEN_DOWN = frozenset(
    "testimony evidence examination cross-examination deposition confession interview".split()
)
# "ADA QUILL, a witness for the plaintiff, having been duly sworn, testified as follows"
SWORN = (
    rf"(?:{_TITLE} )?(?P<name>{_NAME})(?:,| \(|,? (?:aged|being|having|was|duly|sworn|recalled))[^.;:]{{0,220}}?"
    r"\b(?:sworn|affirmed|recalled|deposed|deposeth|saith|sayth)\b"
)
EXAMINER = rf"(?i:(?:examin(?:ed|ation)|question(?:ed|s)|interviewed)\s+by|^by)\s+(?P<name>(?i:{_TITLE}) {_NAME})"
FIRST_PERSON = r"\b(?:I|[Mm]y|[Mm]ee?|[Mm]yself|[Ww]e|[Oo]ur|[Uu]s)\b"
# A line that gives a message's wording: "It was as follows:", "Here is the text of the letter:"
LEADS_TO_MESSAGE = (
    r"(?i:\b(?:as follows|following (?:terms|words|effect)|texts?|letters?|messages?|telegrams?|cables?"
    r"|cablegrams?|notes?|dispatch(?:es)?|despatch(?:es)?|order|proclamation|mandates?|read|reads|ran|wrote|replied)\b)"
    r".{0,120}:[-—–]*$"
)
SIGNATURE = (
    rf"(?:\((?i:signed)\),? |(?i:signed),? )?(?P<name>(?:{_TITLE} )?[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von)){{0,3}}?)"
    r"(?:,[^.:]{0,50})?\.?"
)
# The officer's signature below a statement: "ADA QUILL, Coroner."
JURAT = (
    r"[A-Z][\w.'’ -]{2,40}, (?:[A-Z][\w.'’-]* ){0,3}"
    r"(?:Coroner|Magistrate|Notary|Notary Public|Clerk|Commissioner|Justice|Justice of the Peace|J\. ?P|Registrar)\b.{0,40}"
)
VALEDICTION = (
    r"(?i:\byours?\b.{0,40}(?:truly|faithfully|sincerely|obediently|respectfully|ever|servant)"
    r"|(?:sincerely|respectfully|faithfully|truly|cordially)(?: yours)?|regards|obedient servant"
    r"|i (?:am|remain|have the honou?r to be)\b.{0,60}|affectionate(?:ly)?.{0,20})[,.]?\s*$"
)
# A deposition that opens with its witness's name: "ADA QUILL. I am …", "ADA QUILL.-- …"
NAMED_IN_CAPITALS = (
    rf"(?P<name>(?:{_TITLE} |[A-Z]\. ?)?{_CAPITALS}(?: (?:[A-Z]\.|{_CAPITALS})){{1,3}})"
    r"(?:\.?\s?[-—–]+|[.:])\s*(?=[A-Z“\"])"
)
NUMBERED = r"\(?\d{1,2}[).]\s|[A-Z][\w.,'’ -]{1,60}:"
# A label that gives the name in full: "Ada Quill, the inspector:", "The Minister of Works (Mr. Roe):"
FULL_LABEL = (
    rf"(?:(?:{_TITLE} )?(?P<name>{_NAME})(?:, [^:.\n]{{2,90}})?"
    rf"|[^():\n]{{2,60}} \((?:{_TITLE} )?(?P<holder>{_NAME})\)):\s"
)
# Words before a colon, by whoever they are said.
ANY_LABEL = r"[^\s:.][^:.\n]{0,90}:\s"
