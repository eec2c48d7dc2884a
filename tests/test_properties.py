"""Invariants on generated documents.

Quotes are the document's text, dates are never narrower than their words, nothing raises, the same
document gives the same bytes, and the day of the run makes no difference.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seriatim import pipeline, readers
from seriatim.exports import interchange
from seriatim.temporal import edtf

ROOT = Path(__file__).parent.parent
few = settings(max_examples=60)  # a document takes 20 to 50 ms from end to end

PEOPLE = (
    "Ada Quill",
    "Ben Moor",
    "Dr Cora Vane",
    "the harbour master",
    "Lowick Savings Bank",
    "Piet van der Aa",
)
DEEDS = ("met", "telephoned", "dismissed", "wrote to", "accused", "visited")
FRAMES = (
    "{who} {did} {whom}.",
    "{who} allegedly {did} {whom}.",
    "according to {whom}, {who} {did} the mayor.",
    "{who} denied that he {did} {whom}.",
    "“I never {did} {whom},” {who} said.",
)
statements = st.builds(
    lambda frame, **parts: frame.format(**parts),
    st.sampled_from(FRAMES),
    who=st.sampled_from(PEOPLE),
    did=st.sampled_from(DEEDS),
    whom=st.sampled_from(PEOPLE),
)


def ways_to_write(day: date) -> list[tuple[str, str]]:
    """Ways to write a date, each with the EDTF value that the words allow."""
    month, iso = edtf.MONTH_NAMES[day.month - 1], day.isoformat()
    return [
        (f"On {day.day} {month} {day.year} ", iso),
        (f"• {month} {day.day}, {day.year}: ", iso),
        (f"In {month} {day.year} ", iso[:7]),
        (f"In {day.year} ", iso[:4]),
        (f"In the spring of {day.year} ", f"{iso[:4]}-21"),
        (f"In the {day.year // 10}0s ", f"{day.year // 10}X"),
        (f"Before {day.year} ", f"../{day.year - 1}"),
        (f"Around {day.day} {month} {day.year} ", f"{iso}~"),
        (f"Some time between {day.year} and {day.year + 3} ", f"{iso[:4]}/{day.year + 3}"),
        (f"By {day.day} {month} {day.year} ", f"../{iso}"),
        (
            f"Between {min(day.day, 25)} and {min(day.day, 25) + 3} {month} {day.year} ",
            f"{iso[:8]}{min(day.day, 25):02}/{iso[:8]}{min(day.day, 25) + 3:02}",
        ),
        (
            f"• {month} {min(day.day, 25)}-{min(day.day, 25) + 3}, {day.year}: ",
            f"{iso[:8]}{min(day.day, 25):02}/{iso[:8]}{min(day.day, 25) + 3:02}",
        ),
        (
            f"In the three months to {day.day} {month} {day.year} ",
            edtf.from_days(days_of(day) - 90, days_of(day)),
        ),
        (f"No later than {month} {day.year} ", f"../{iso[:7]}"),
        (f"Circa {day.year} ", f"{iso[:4]}~"),
        (f"After {month} {day.year} ", f"{edtf.day((edtf.last_day(iso[:7]) or 0) + 1)}/.."),
    ]


def days_of(day: date) -> int:
    return edtf.days_from_civil(day.year, day.month, day.day)


days = st.dates(date(1500, 1, 1), date(2050, 12, 28))
dated = st.tuples(days.flatmap(lambda day: st.sampled_from(ways_to_write(day))), statements)
VAGUE = (
    "Yesterday",
    "Last Friday",
    "Three days later",
    "Hours later",
    "The next morning",
    "In March",
    "At noon",
    "Two weeks before the vote",
    "Recently",
    "That spring",
    "",
)

# Text that breaks readers: words run together, unclosed quotation marks, nested bullets, unusual
# spaces, other scripts, lone surrogates.
NASTY = (
    *(
        "July 26, 2017The",
        "Ada QuillBen Moor",
        "“",
        "”",
        '"',
        "‘",
        "(",
        "  • ",
        "\n\n",
        "\n    • ",
        "\u00a0",
        "\u200b",
        "\u202e",
        "\x00",
        "\t",
        "\r\n",
        "31 June 1999",
        "99/99/9999",
    ),
    *(
        "12:60 p.m.",
        "-0044",
        "2016-02-30",
        "said",
        "denied",
        "allegedly",
        "Mr.",
        "U.S.",
        "…",
        "—",
        "# ",
        "> ",
        "| a | b |",
        "Новый год",
        "大会 1949年",
        "مؤتمر",
        "👩‍👩‍👧",
        "\ud800",
        "e\u0301",
    ),
    *(
        "two days later",
        "between 8:25 and",
        "from May to",
        "the day after",
        "Q3 FY2013",
        "1914-18",
        "the 1990s",
        "circa 1850",
        "not",
        "if",
        "A:",
        "B:",
        "www.example.org",
        "a" * 300,
    ),
)
noise = st.lists(
    st.one_of(
        st.sampled_from(NASTY), st.sampled_from(PEOPLE), st.sampled_from(DEEDS), st.text(max_size=8)
    ),
    max_size=40,
).map(" ".join)


def read(
    text: str, published: str | None = None, path: str = "generated.txt", *, model: bool = True
) -> Any:
    taken = readers.read_bytes(text.encode("utf8", "surrogatepass"), path, published=published)
    return pipeline.assemble(
        [pipeline.read(document, passages, model=model) for document, passages in taken.documents],
        title="generated",
        problems=taken.problems,
    )


def spans_of(claim: Any) -> Any:
    yield from (claim.span, claim.predicate, *claim.hedges, *(q.span for q in claim.quantities))
    yield from (
        span
        for source in claim.sources
        for span in (source.span, source.cue, source.content)
        if span
    )
    if claim.when.span:
        yield claim.when.span


def reads_as(words: Any, text: Any) -> Any:
    """Whether two texts are the same apart from white space."""
    return " ".join(words.split()) == " ".join(text.split())


def assert_invariants(chronology: Any) -> None:
    texts = {r.document.id: r.document.text for r in chronology.readings}
    for event in chronology.events:
        assert event.claims, "an event without a claim"
        for value in (event.when.edtf, event.when.earliest, event.when.latest):
            assert value is None or edtf.is_valid(value)
        for claim in event.claims:
            assert_claim_rests_on(claim, texts[claim.document])
    for reading in chronology.readings:
        assert all(
            reads_as(x.text, reading.document.text[slice(*x.span)])
            for x in (*reading.expressions, *reading.mentions)
        )
        assert all(x.edtf is None or edtf.is_valid(x.edtf) for x in reading.expressions)


def assert_claim_rests_on(claim: Any, text: str) -> None:
    assert claim.quote == text[slice(*claim.span)] != ""
    assert all(0 <= start < end <= len(text) for start, end in spans_of(claim))
    assert edtf.is_valid(claim.when.edtf)
    assert claim.when.span is None or reads_as(claim.when.text, text[slice(*claim.when.span)])
    assert all(source.cue or source.content for source in claim.sources), (
        "a source without a cue or a quotation"
    )


@given(noise)
def test_no_text_raises_and_every_quote_is_true(text: Any) -> None:
    assert_invariants(read(text))


@few
@given(noise, st.sampled_from(("page.html", "notes.md")))
def test_no_page_raises_and_every_quote_is_true(text: Any, path: Any) -> None:
    html = (
        f"<html><head><title>{text[:20]}</title></head><body><ul><li>{text}<ul><li>{text}</ul></ul><p>{text}"
        if path.endswith("html")
        else text
    )
    assert_invariants(read(html, path=path))


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: Any) -> None:
    taken = readers.read_bytes(data, "something.bin", published=None)
    assert taken.documents or taken.problems


@given(st.lists(dated, min_size=1, max_size=5))
def test_a_date_by_rule_is_no_narrower_than_its_words(sentences: Any) -> None:
    assert_no_narrower(sentences, model=False)


@given(st.lists(dated, min_size=1, max_size=5))
def test_a_date_is_no_narrower_than_its_words(sentences: Any) -> None:
    assert_no_narrower(sentences, model=True)


def assert_no_narrower(sentences: Any, *, model: bool) -> None:
    text, truth = "", []
    for (words, allowed), statement in sentences:
        start = len(text)
        text += words + statement + "\n\n"
        truth.append((start, len(text), allowed))
    for event in read(text, model=model).events:
        for claim in event.claims:
            allowed = next(
                value for start, end, value in truth if start <= claim.predicate[0] < end
            )
            within = edtf.interval(allowed).contains(edtf.interval(claim.when.edtf))
            assert not within or edtf.interval(claim.when.edtf) == edtf.interval(allowed), (
                f"{claim.quote!r}: {claim.when.edtf} is narrower than {allowed}"
            )


@few
@given(st.lists(st.tuples(st.sampled_from(VAGUE), statements), min_size=1, max_size=5))
def test_a_vague_expression_gives_no_date(sentences: Any) -> None:
    chronology = read("\n\n".join(f"{words} {statement}" for words, statement in sentences))
    assert {claim.when.edtf for event in chronology.events for claim in event.claims} <= {"unknown"}


@few
@given(st.lists(st.one_of(dated.map(lambda d: d[0][0] + d[1]), noise), max_size=4).map("\n\n".join))
def test_the_same_document_gives_the_same_bytes(text: Any) -> None:
    assert interchange.export(read(text)) == interchange.export(read(text))


AT_ANOTHER_TIME = """
import datetime, sys, time
moment = datetime.datetime(int(sys.argv.pop(1)), 5, 17, 12, 0)
seconds = moment.timestamp()
time.time = lambda: seconds
class Date(datetime.date):
    today = classmethod(lambda cls: cls(moment.year, moment.month, moment.day))
class Datetime(datetime.datetime):
    now = classmethod(lambda cls, tz=None: cls(*moment.timetuple()[:3], 12, tzinfo=tz))
    utcnow = today = now
datetime.date, datetime.datetime = Date, Datetime
from seriatim.cli import main
main(sys.argv[1:])
"""


def test_the_day_of_the_run_makes_no_difference(tmp_path: Path) -> None:
    sample = sorted(str(path) for path in (ROOT / "src/seriatim/samples/zimmermann").iterdir())
    made = []
    for year in ("1999", "2061"):
        out = tmp_path / f"{year}.json"
        command = [
            sys.executable,
            "-c",
            AT_ANOTHER_TIME,
            year,
            "timeline",
            *sample,
            "--json",
            str(out),
            "-o",
            str(tmp_path / f"{year}.html"),
        ]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr
        made.append((out.read_bytes(), (tmp_path / f"{year}.html").read_bytes()))
    assert made[0] == made[1]


@pytest.mark.parametrize(
    "name", ["contacts.txt", "dispatch.txt", "history.md", "exhibition.html", "memo.txt"]
)
def test_the_sample_keeps_the_invariants(name: Any) -> None:
    path = ROOT / "src/seriatim/samples/zimmermann" / name
    taken = readers.read_paths([path])
    assert [problem for problem in taken.problems if "date" not in problem.message] == []
    assert_invariants(
        pipeline.assemble([pipeline.read(d, p) for d, p in taken.documents], title=name)
    )
