"""Every format out: what stands in it, what it can't hold, and that the same chronology gives the same bytes."""

import csv
import importlib.util
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import docx
import openpyxl
import pypdfium2
import pytest

from seriatim import model, plugins
from seriatim.exports import (
    bundle,
    ftm,
    ics,
    markdown,
    rows,
    schema_org,
    sheet,
    timelinejs,
    timeml,
    timesketch,
    webannotation,
)
from seriatim.temporal import edtf

TEXT = (
    "In April 1911 Ada Quill reportedly met Ben Moor, a clerk said.\n"
    "=The board voted on 5 March 1911 at 8:51.\n"
    "After 8 August 1911 the office closed.\n"
    "The ledger was lost.\n"
    "The hall was built about 1850.\n"
)


def when(value: str, words: str | None = None) -> model.When:
    return model.When(
        value, precision=edtf.precision(value), basis="stated" if words else "unknown", text=words
    )


def chronology() -> model.Chronology:
    document = model.Document(
        "d1",
        "minutes; a.txt",
        "Minutes, 1911",
        TEXT,
        "ab" * 32,
        published="1911-09",
        published_basis="given",
    )
    told = [
        ("meeting", "Ada Quill met Ben Moor", "met", "1911-04", "In April 1911"),
        ("decision", "=The board voted", "voted", "1911-03-05T08:51", "on 5 March 1911 at 8:51"),
        ("closure", "the office closed", "closed", "1911-08-08/..", "After 8 August 1911"),
        ("loss", "The ledger was lost", "lost", "unknown", None),
        ("building", "The hall was built", "built", "1850~", "about 1850"),
    ]
    events = []
    start = 0
    for n, (kind, summary, word, value, words) in enumerate(told, 1):
        quote = TEXT[start : TEXT.index("\n", start)]
        at = TEXT.index(word, start)
        claim = model.Claim(
            f"d1-c{n}",
            "d1",
            n,
            (start, start + len(quote)),
            quote,
            (at, at + len(word)),
            kind,
            summary,
            when(value, words),
        )
        if n == 1:
            clerk, hedge = TEXT.index("a clerk"), TEXT.index("reportedly")
            source = model.Source("clerk", (clerk, clerk + 7))
            claim = replace(
                claim,
                sources=(source,),
                hedges=((hedge, hedge + 10),),
                certainty="possible",
                citations=("https://example.org/a",),
            )
        actors = (model.EventActor("a1", "agent"),) if n == 1 else ()
        events.append(model.Event(f"e{n}", kind, summary, claim.when, (claim,), actors=actors))
        start += len(quote) + 1
    events = [events[3], events[4], events[1], events[0], events[2]]
    expression = model.TimeExpression("d1", 0, (0, 13), "In April 1911", "DATE", "1911-04")
    link = model.Link("e3", "after", "e1", model.Distance(1, 2, "month"), "stated", "d1", (0, 2))
    finding = model.Finding("late", "warning", "it is late", ("e3",), ("d1-c3",))
    actor = model.Actor("a1", "Ada Quill", "person", ("Quill", "Ada Quill"))
    return model.Chronology(
        "Minutes, 1911",
        (model.Reading(document, (), (expression,)),),
        (actor,),
        tuple(events),
        (link,),
        findings=(finding,),
    )


FORMATS = [n for n in plugins.names("exports") if n not in ("html", "gexf")]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_chronology_gives_the_same_bytes(name: str) -> None:
    export = plugins.load("exports", name)
    assert export(chronology()).data == export(chronology()).data


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_chronology_can_be_exported(name: str) -> None:
    made = plugins.load("exports", name)(model.Chronology("Nothing", ()))
    assert bool(made.data) == (name not in ("ftm", "timesketch"))  # lines of nothing are no lines
    assert not made.lost


def decided(**of: model.Status) -> model.Chronology:
    """The chronology with what a person decided about some of its events."""
    case = chronology()
    return replace(
        case, events=tuple(replace(e, status=of.get(e.id, "proposed")) for e in case.events)
    )


LEAVE_OUT = {
    "timelinejs",
    "timelinejs-csv",
    "timesketch",
    "ics",
    "annotations",
    "ftm",
    "timeml",
    "schema-org",
    "contacts",
    "gexf",
}


@pytest.mark.parametrize("name", [n for n in plugins.names("exports") if n != "html"])
def test_what_was_rejected_is_marked_or_left_out_and_counted(name: str) -> None:
    kept, made = (plugins.load("exports", name)(decided(**of)) for of in ({}, {"e1": "rejected"}))
    assert made.lost.get(rows.LEFT_OUT, 0) == (name in LEAVE_OUT)
    assert rows.LEFT_OUT not in kept.lost
    if name in LEAVE_OUT - {"timeml"}:  # which is the text itself, with what happened marked in it
        assert b"Quill met Ben" in kept.data or name in {"ics", "gexf", "contacts"}
        assert b"Quill met Ben" not in made.data


def test_what_was_rejected_stands_apart_in_what_is_read() -> None:
    text = markdown.to_file(decided(e1="rejected", e2="disputed")).data.decode()
    assert text.index("## Rejected by a reviewer") > text.index("The board voted (disputed)")
    assert "Ada Quill met Ben Moor (rejected)" in text
    table = list(
        csv.DictReader(
            io.StringIO(
                sheet.to_csv(decided(e1="rejected", e2="disputed")).data.decode("utf-8-sig")
            )
        )
    )
    assert {r["Event"]: r["Status"] for r in table} == {
        "e1": "rejected",
        "e2": "disputed",
        "e3": "proposed",
        "e4": "proposed",
        "e5": "proposed",
    }


@pytest.mark.parametrize(
    "name",
    ["timelinejs", "timesketch", "ics", "annotations", "ftm", "schema-org", "markdown", "csv"],
)
def test_what_is_disputed_is_said_to_be(name: str) -> None:
    before, made = (
        plugins.load("exports", name)(decided(**of)).data for of in ({}, {"e2": "disputed"})
    )
    assert b"disputed" not in before
    assert b"disputed" in made


@pytest.mark.parametrize("name", ["markdown", "ics", "timelinejs", "timesketch", "annotations"])
def test_a_date_that_a_person_put_right_is_not_told_as_the_documents(name: str) -> None:
    case = chronology()
    right = model.When(
        "1911-03-06T08:51", precision="minute", basis="corrected", text="on 5 March 1911 at 8:51"
    )
    events = tuple(
        replace(e, when=right, claims=(replace(e.claims[0], when=right),)) if e.id == "e2" else e
        for e in case.events
    )
    told = (
        plugins.load("exports", name)(replace(case, events=events))
        .data.decode()
        .replace("\r\n ", "")
        .replace("\\", "")
    )
    assert "put right by a reviewer; its words: “on 5 March 1911 at 8:51”" in told.replace(
        "\\u201c", "“"
    )


def test_four_words_are_enough_for_a_date() -> None:
    values = [
        "1911-03-05",
        "../1911-03-05",
        "1911-03-05/..",
        "1911-03-05/1911-03-09",
        "1911-03",
        "1850~",
        "unknown",
    ]
    assert [rows.modifier(v) for v in values] == [
        "On",
        "Before",
        "After",
        "Between",
        "Between",
        "About",
        "Undated",
    ]


def test_csv_has_a_row_a_claim_with_dates_quotes_and_pin_cites() -> None:
    made = sheet.to_csv(chronology())
    table = list(csv.DictReader(io.StringIO(made.data.decode("utf-8-sig"))))
    assert [(r["Date Modifier"], r["Date"], r["EDTF"], r["Line"]) for r in table] == [
        ("Undated", "no date stated", "unknown", "4"),
        ("About", "about 1850", "1850~", "5"),
        ("On", "5 March 1911, 08:51", "1911-03-05T08:51", "2"),
        ("Between", "April 1911", "1911-04", "1"),
        ("After", "8 August 1911 or after", "1911-08-08/..", "3"),
    ]
    assert table[3]["Source(s)"] == "clerk"
    assert table[3]["Hedges"] == "reportedly"
    assert made.lost == {"relation in time between two events": 1}


def test_no_cell_is_taken_for_a_formula() -> None:
    table = list(csv.reader(io.StringIO(sheet.to_csv(chronology()).data.decode("utf-8-sig"))))
    assert "'=The board voted" in table[3]
    book = openpyxl.load_workbook(io.BytesIO(sheet.to_xlsx(chronology()).data))
    cells = [c for row in book.active.iter_rows() for c in row]
    assert {c.data_type for c in cells} <= {"s", "n", "inlineStr"}
    assert "'=The board voted" in [c.value for c in cells]
    assert all(c.value is None or not str(c.value).startswith("=") for c in cells)


def test_timelinejs_shows_a_date_as_wide_as_it_is_and_counts_what_has_no_place() -> None:
    made = timelinejs.to_json(chronology())
    events = json.loads(made.data)["events"]
    dates = [(e["start_date"], e.get("end_date"), e["display_date"]) for e in events]
    assert dates == [
        ({"year": 1850}, None, "about 1850"),
        (
            {"year": 1911, "month": 3, "day": 5, "hour": 8, "minute": 51},
            None,
            "5 March 1911, 08:51",
        ),
        ({"year": 1911, "month": 4}, None, "April 1911"),
        ({"year": 1911, "month": 8, "day": 8}, None, "8 August 1911 or after"),
    ]
    assert sum(made.lost.values()) == 2
    table = list(csv.reader(io.StringIO(timelinejs.to_csv(chronology()).data.decode())))
    assert table[0] == list(timelinejs.COLUMNS)
    assert table[2][:4] == ["1911", "3", "5", "8:51"]


def test_timesketch_gives_the_first_and_last_instant() -> None:
    made = timesketch.to_file(chronology())
    lines = [json.loads(x) for x in made.data.splitlines()]
    assert [(x["datetime"], x["timestamp_desc"]) for x in lines if x["event"] == "e1"] == [
        ("1911-04-01T00:00:00+00:00", "meeting, at the earliest (April 1911)"),
        ("1911-04-30T23:59:59+00:00", "meeting, at the latest (April 1911)"),
    ]
    assert all({"message", "datetime", "timestamp_desc"} <= set(x) for x in lines)
    assert sum(made.lost.values()) == 2


def test_a_calendar_entry_is_as_wide_as_its_date() -> None:
    icalendar = pytest.importorskip("icalendar")
    made = ics.to_file(chronology())
    assert max(len(line) for line in made.data.split(b"\r\n")) <= 75
    entries = {
        str(e["UID"]).partition("@")[0]: e
        for e in icalendar.Calendar.from_ical(made.data).walk("VEVENT")
    }
    assert str(entries["e1"]["DTSTART"].dt) == "1911-04-01"
    assert str(entries["e1"]["DTEND"].dt) == "1911-05-01"
    assert str(entries["e2"]["DTSTART"].dt) == "1911-03-05 08:51:00"
    assert set(entries) == {"e1", "e2", "e5"}
    assert "reportedly met Ben Moor, a clerk said." in str(entries["e1"]["DESCRIPTION"])
    assert made.lost["undated event or open interval: a calendar has no place for it"] == 2


def test_an_annotation_selects_the_quote_in_both_ways() -> None:
    items = json.loads(webannotation.to_file(chronology()).data)["first"]["items"]
    for item in items:
        quote, position = item["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        assert TEXT[: position["start"]].endswith(quote["prefix"])
        assert TEXT[position["end"] :].startswith(quote["suffix"])
    assert len(items) == 5


def test_follow_the_money_lowers_a_date_to_a_prefix_or_two_sides() -> None:
    made = ftm.to_file(chronology())
    entities = [json.loads(x) for x in made.data.splitlines()]
    events = {
        e["properties"]["recordId"][0]: e["properties"] for e in entities if e["schema"] == "Event"
    }
    assert events["e1"]["date"] == ["1911-04"]
    assert events["e2"]["date"] == ["1911-03-05T08:51"]
    assert events["e3"]["startDate"] == ["1911-08-08"]
    assert "endDate" not in events["e3"]
    assert not {"date", "startDate", "endDate"} & set(events["e4"])
    ids = {e["id"] for e in entities}
    assert {x for p in events.values() for x in [*p.get("involved", []), *p["proof"]]} <= ids


def test_follow_the_money_itself_takes_every_entity() -> None:
    if importlib.util.find_spec("followthemoney") is None:
        pytest.skip("optional: pip install followthemoney (it builds PyICU)")
    model = importlib.import_module("followthemoney").model
    for line in ftm.to_file(chronology()).data.splitlines():
        entity = json.loads(line)
        schema = model.get(entity["schema"])
        for name, values in entity["properties"].items():
            assert all(schema.get(name).type.clean(v) is not None for v in values), (
                entity["schema"],
                name,
                values,
            )


def test_timeml_is_xml_whose_words_are_those_of_the_document() -> None:
    made = timeml.to_file(chronology())
    root = ET.fromstring(made.data)  # noqa: S314 - our own output
    assert "".join(root.find("TEXT").itertext()).strip() == TEXT.strip()
    assert [e.text for e in root.iter("EVENT")] == ["met", "voted", "closed", "lost", "built"]
    assert [t.get("value") for t in root.iter("TIMEX3")] == ["1911-04"]
    assert [x.get("relType") for x in root.iter("TLINK")] == ["AFTER"]
    assert made.lost["distance of a relation in time"] == 1


def test_schema_org_has_dates_where_there_are_some() -> None:
    events = {e["identifier"]: e for e in schema_org.graph(chronology())["itemListElement"]}
    assert (events["e1"]["startDate"], events["e1"]["endDate"]) == ("1911-04", "1911-04")
    assert "endDate" not in events["e3"]
    assert "startDate" not in events["e4"]
    assert events["e1"]["subjectOf"][0]["text"] == TEXT.splitlines()[0]


def test_markdown_shows_marks_of_its_own_as_they_are() -> None:
    text = markdown.to_file(replace(chronology(), title="*A* <b>")).data.decode()
    assert text.startswith("# \\*A\\* \\<b\\>\n")
    assert (
        "- **April 1911**: Ada Quill met Ben Moor\n  - “In April 1911 Ada Quill reportedly met Ben Moor, a clerk said.”"
        in text
    )
    assert "## No date stated" in text


def test_the_court_bundle_opens_and_has_every_line() -> None:
    table = docx.Document(io.BytesIO(bundle.to_docx(chronology()).data)).tables[0]
    assert [row.cells[1].text for row in table.rows] == [
        "Date",
        "no date stated",
        "about 1850",
        "5 March 1911, 08:51",
        "April 1911",
        "8 August 1911 or after",
    ]
    assert (
        "l. 1, who has it from clerk; hedged: reportedly; possible" in table.rows[4].cells[3].text
    )
    pdf = pypdfium2.PdfDocument(bundle.to_pdf(chronology()).data)
    words = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    for row in rows.rows(chronology()):
        assert row.date in words
        assert row.claim.summary in words
