"""Numbers in citations, references and footers that are no dates, as rules with a pattern each.

What a pattern covers is never read as a time: the page of a reporter, the year of a citation, the
number of a paragraph.  Those in ``negatives.py`` weigh a year that the grammar has found by the
words around it; these know the whole form.
"""

from __future__ import annotations

import re

from seriatim.lang.base import NumberRule

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b"
# An abbreviated reporter: "A.2d", "F. Supp. 2d", "N.J. Super.", "S. Ct.", "FR", "CLR".
_REPORTER = (
    rf"(?!{_MONTH})"
    r"(?:(?:[A-Z][A-Za-z]{0,5}\.\s?){1,4}(?:\d(?:d|th|st|nd|rd)\b\.?)?"
    r"|FR|CFR|USC|CLR|NZLR|SCR|WLR|KB|QB|AC|Ch|Fam|All ER|ER|BCLC|Cr App R)"
)
_PAGES = r"\d{1,6}(?:\([a-z0-9]+\))*(?:\s?[-–]\s?\d{1,5})?"
# "(3d Cir. 2007)", "(N.J. 1985)", "(2008)", "(Oct. 10, 2014)".
_COURT_AND_YEAR = r"(?:,?\s*\((?:[A-Z0-9][\w.,’' ]{0,50}\s)?[12]\d{3}\))?"
_NAME = r"[A-Z][\w'’-]+"
_YEAR = r"[12]\d{3}[a-z]?(?:,\s?[a-z]\b)*"
_AUTHORS = rf"{_NAME}(?:,\s{_NAME})*,?(?:\s+(?:and|&)\s+{_NAME}|\s+et\s+al\.?)"

NUMBER_RULES = (
    NumberRule(
        "citation.reporter",
        "Volume, abbreviated reporter and page cite a case or a statute, with its court and year.",
        re.compile(
            rf"\b(?:\d{{1,3}}|[12]\d{{3}}(?=\sWL))\s+(?:{_REPORTER}|WL)\s*(?:§+\s?|at\s)?{_PAGES}\b(?!\.\d)"
            rf"(?:,\s{_PAGES})*{_COURT_AND_YEAR}"
        ),
        (
            "Quill v. Moor, 940 A.2d 1173 (3d Cir. 2007), holds so.",
            "It was repealed, 79 FR 1440 (2014).",
            "See 489 F. Supp. 2d 1660, 1672 (1985).",
            "He sued under 42 U.S.C. § 1983.",
        ),
        ("He came on 12 Dec. 1904.", "By 1944 U.S. troops had left.", "In 940 A. came."),
    ),
    NumberRule(
        "citation.neutral",
        "A year in brackets before a court or a report is part of a citation.",
        re.compile(
            r"[\[(][12]\d{3}[\])]\s+(?:\d{1,3}\s+)?(?:[A-Z]{2,6}\b|Ch|Fam|All ER|Cr App R)"
            r"(?:\s+\(?[A-Z][A-Za-z]{1,6}\)?){0,2}\s+\d{1,5}\b"
        ),
        ("Quill v Moor [2001] EWCA Civ 1712 was cited.", "It follows [1947] 1 KB 1223."),
        ("The Board [1947] met.", "The last train (1947) had left."),
    ),
    NumberRule(
        "citation.section",
        "A section sign, or the short name of a page, record or docket, leads a number of its own.",
        re.compile(
            r"(?:§+|¶+|\b(?:Tr|Dkt|Doc|App|Ex|Exh|Nos?|pp?|Vol|Sec|Art|Cl|Reg|Ref|fn|nn?)\."
            r"|\b(?:Docket|ECF|RIN|Jkt|Frm|Sfmt|Fmt|s/n|p/n))"
            r"(?:\s?No\.)?\s?[A-Z]{0,4}[-–]?\d[\d.:/–-]*\d\b(?!,? (?:he|she|it|they)\b)"
        ),
        ("He sued under § 1983.", "So Tr. 1125.", "Docket R-1466 is open.", "See pp. 1911-1914."),
        ("No. In 1911 he left.", "It is on p. 7 of 1911."),
    ),
    NumberRule(
        "citation.pinpoint",
        "Behind supra, infra, id. or ibid. a number is a page.",
        re.compile(r"\b(?:supra|infra|[Ii]d\.|[Ii]bid\.?)[^.;()]{0,40}?\bat\s+\d{1,5}\b"),
        ("Moor, supra note 12, at 1014.", "Id. at 1663."),
        ("The above began at 10:14.",),
    ),
    NumberRule(
        "citation.author-and-year",
        "Two authors, or one et al., and a year cite a publication.",
        re.compile(
            rf"{_AUTHORS}(?:’s|'s)?,?\s+\({_YEAR}(?:[,;]\s*{_YEAR})*\)"
            rf"|\((?:(?:see|cf\.|e\.g\.)(?:\salso)?,?\s)?"
            rf"(?:(?:{_AUTHORS}|{_NAME}),?\s{_YEAR}(?:,\s?{_YEAR})*;\s*)*"
            rf"{_AUTHORS},?\s{_YEAR}(?:,\s?{_YEAR})*(?:;\s*(?:{_AUTHORS}|{_NAME}),?\s{_YEAR})*\)"
        ),
        (
            "Quill and Moor (2004) rank sentences.",
            "This was shown before (Quill et al., 2001; Moor, 2003).",
            "It holds (see Quill & Moor, 2013a,b).",
        ),
        (
            "Quill and Moor left (in 2004).",
            "She returned (London, 2004).",
            "Quill and Moor met in 2004.",
        ),
    ),
    NumberRule(
        "number.of-a-paragraph",
        "Numbers with full stops at the start number a paragraph, unless the last is a whole year.",
        re.compile(r"\A\s*(?:\d{1,3}\.){2,}(?:\d{1,2}\.|\d)?(?=\s+[^\W\d])"),
        ("2.1.10. The train left.", "3.1.4 The train left."),
        ("2.1.1910 The train left.", "2.1.10: The train left."),
    ),
    NumberRule(
        "number.of-a-part",
        "Parts, cases and files have numbers with a dash.",
        re.compile(
            r"\b(?:part|case|file|claim|job|order|model|serial)s?\s+(?:no\.?\s+|number\s+)?"
            r"\d{3,}-\d{1,6}\b",
            re.IGNORECASE,
        ),
        ("Part 1795-07 was fitted.", "Case no. 1795-07 was heard."),
        ("That part, in 1795, was lost.",),
    ),
    NumberRule(
        "number.counted-of",
        "A round number of somebody is an amount.",
        re.compile(
            r"\b(?:about|some|nearly|almost|over|around|roughly|only|another)\s+\d{4}\s+of\s+"
            r"(?:the|them|these|those|his|her|its|their|our|whom|which)\b"
        ),
        ("About 2000 of the invaders fell.".lower(), "Some say that over 1900 of them left."),
        ("About 1900 the last of them left.", "In 2000 of all years they left."),
    ),
    NumberRule(
        "name.performance-report",
        "Behind a fiscal year APR is the annual performance report.",
        re.compile(r"(?<=FY \d{4} )APR\b(?!\s+\d)"),
        ("The FY 1913 APR was late.",),
        ("In FY 1913 APR 5 was a holiday.",),
    ),
    NumberRule(
        "number.of-a-print-run",
        "The footer of a printing office tells when a page was set.",
        re.compile(r"\bVerDate\b.*", re.DOTALL),
        ("VerDate Sep<11>2014 18:03 Oct 09, 2014 Jkt 235001",),
        ("Verdict: Oct 09, 2014",),
    ),
)
