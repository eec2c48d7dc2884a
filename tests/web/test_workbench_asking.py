"""What is asked of the whole case in a real browser: what it rests on, what the checks and contacts say, chance; and what is taken away."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from seriatim.case import Case
from tests.exports.browser import complaints
from tests.web.served import LETTER, Seat, last, new_case, seated, served

# A denial, letters both ways, a source without a name, and what has no date.
NOTES = """The harbour notes

Bert Stone denied that he had met Carl Finch on 7 May 1871.
On 8 May 1871 Ada Quill wrote to Bert Stone. On 9 May 1871 Bert Stone wrote to Ada Quill.
Officials said that the Harbour Board paid Carl Finch on 12 May 1871.

Carl Finch bought a boat.
"""


def part(seat: Seat, name: str, ready: str) -> None:
    seat.go("#section=evidence")
    seat.click(f".evidence .tab:has-text('{name}')")
    seat.tab.wait_for_selector(ready)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("asking") / "case"
    case = new_case(path, {"letter.txt": LETTER, "notes.txt": NOTES})
    with served(path) as address:
        yield address, case


# What it rests on


def figures(seat: Seat) -> dict[str, str]:
    return dict(
        seat.tab.evaluate(
            "() => [...document.querySelectorAll('.figures div')].map(d => [d.querySelector('dt').innerText, d.querySelector('dd').innerText])"
        )
    )


def test_the_figures_are_those_of_the_case(seat: Seat, bench: tuple[str, Case]) -> None:
    part(seat, "Sources", ".figures")
    events = bench[1].chronology().events
    claims = [c for e in events for c in e.claims]
    found = figures(seat)
    assert (found["events"], found["claims"], found["documents reporting them"]) == (
        str(len(events)),
        str(len(claims)),
        "2",
    )
    assert found["denials"] == str(sum(c.polarity == "-" for c in claims)) == "1"
    told = int(found["events from a single document"]) + int(
        found["events from independent documents"]
    )
    assert told + int(found["events that no claim asserts"]) == len(events)
    assert "`" not in seat.text(".evidence")


def test_its_lists_lead_to_event_passage_document_and_source(seat: Seat) -> None:
    part(seat, "Sources", ".evidence-row")
    title = seat.tab.locator(".evidence-row .summary a").first.inner_text()
    seat.tab.locator(".evidence-row .summary a").first.click()
    seat.tab.wait_for_selector(".event-view h2")
    assert seat.text(".sections [aria-current]").startswith("Chronology")
    assert seat.text(".event-view h2").lower() == title.lower()
    part(seat, "Sources", ".evidence-row")
    words = seat.tab.locator(".evidence-row .grounds q").first.inner_text()
    seat.tab.locator(".evidence-row .grounds a").first.click()
    seat.tab.wait_for_selector(".papers .text mark.now")
    assert seat.text(".papers mark.now").strip("“”") in words.strip("“”")
    part(seat, "Sources", ".counted")
    seat.click(".columns a:has-text('The harbour notes')")
    seat.tab.wait_for_selector(".document-view .text")
    assert "The harbour notes" in seat.text(".document-view h2")
    part(seat, "Sources", ".counted")
    assert "Officials 1 claim · 1 document · unnamed source" in seat.text(".columns")
    seat.click(".columns .plain:has-text('Officials')")
    assert seat.tab.input_value(".search input") == "source:Officials"
    assert seat.tab.locator(".chronology .row a").count() == 1


def test_what_is_missing_is_told_with_its_events(seat: Seat) -> None:
    part(seat, "Sources", ".missing")
    seat.tab.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")
    missing = seat.text(".evidence")
    assert "Somebody denies it 1 event" in missing
    assert "Publication date unknown 2 documents" in missing
    assert "Would help: " in missing
    assert "would settle" not in missing
    seat.click(".missing:has-text('No date is stated') .plain")
    assert seat.tab.input_value(".search input") == "dated:no"


def test_only_what_the_filter_chooses(seat: Seat, bench: tuple[str, Case]) -> None:
    seat.go("#section=evidence&filter=kind:message")
    seat.tab.wait_for_selector(".figures")
    assert figures(seat)["events"] == str(
        sum(e.kind == "message" for e in bench[1].chronology().events)
    )
    assert "Filtered by kind:message" in seat.text(".evidence")
    seat.click(".evidence button:has-text('All events')")
    seat.until("() => Number(document.querySelector('.figures dd')?.innerText) > 5")
    assert seat.text(".sections [aria-current]").startswith("Evidence")
    seat.go("#section=evidence&filter=kind:nonsense")
    seat.until_said("nonsense", ".evidence .problem")
    seat.heard.errors.clear()


def test_findings_stand_by_check_with_their_words(seat: Seat) -> None:
    part(seat, "Checks", ".finding q")
    group = seat.tab.locator(".evidence section", has_text="Weekday doesn’t match the date")
    assert group.count() == 1
    assert "14 June 1871 was a Wednesday" in group.inner_text()
    seat.until(
        "() => [...document.querySelectorAll('.evidence section')].some(s => s.innerText.includes('Why it matters'))"
    )
    assert "Why it matters" in group.inner_text()
    assert "mismatched-weekday" not in seat.text(".evidence")
    group.locator(".finding .grounds a").first.click()
    seat.tab.wait_for_selector(".event-view h2")
    assert "York" in seat.text(".event-view h2")


def test_contacts_lead_to_the_events_of_both(seat: Seat) -> None:
    part(seat, "Contacts", ".met")
    row = seat.tab.locator(".met tbody tr", has_text="Ada Quill – Bert Stone")
    assert [" ".join(cell.split()) for cell in row.locator("td").all_inner_texts()] == [
        "3",
        "3 May 1871",
        "9 May 1871",
    ]
    assert "from Ada Quill to Bert Stone: 1 · from Bert Stone to Ada Quill: 1" in " ".join(
        row.inner_text().split()
    )
    denied = seat.tab.locator(".met tbody tr", has_text="Bert Stone – Carl Finch")
    assert "denied or only planned: 1" in denied.inner_text()
    row.locator(".plain").click()
    assert (
        seat.tab.input_value(".search input")
        == 'actor:"Ada Quill" actor:"Bert Stone" kind:contact,meeting,message'
    )
    assert seat.tab.locator(".chronology .row a").count() == 3


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_nothing_of_it_has_barriers_or_is_wider_than_the_window(
    browser: Any, bench: tuple[str, Case], width: int, height: int
) -> None:
    with seated(browser, bench[0], width=width, height=height) as seat:
        for name, ready in (
            ("Sources", ".evidence-row"),
            ("Checks", ".finding q"),
            ("Contacts", ".met"),
        ):
            part(seat, name, ready)
            seat.tab.evaluate(
                "() => document.querySelectorAll('details').forEach(d => { d.open = true })"
            )
            assert complaints(seat.tab) == [], name
            assert seat.tab.evaluate("() => document.documentElement.scrollWidth") <= width, name
        seat.go("#section=coincidence")
        row(seat, 0).locator("select").select_option("message")
        assert complaints(seat.tab) == []
        assert seat.tab.evaluate("() => document.documentElement.scrollWidth") <= width


# Chance


def row(seat: Seat, n: int) -> Any:
    return seat.tab.locator(".row-of-events").nth(n)


def test_rows_are_chosen_by_kind_and_actor_and_say_how_many_they_are(seat: Seat) -> None:
    seat.go("#section=coincidence")
    row(seat, 0).locator("select").select_option("message")
    assert row(seat, 0).locator(".words").input_value() == "kind:message"
    assert "3 events" in row(seat, 0).inner_text()
    row(seat, 0).locator(".pair input").fill("Ada Quill")
    seat.press("Tab")
    assert row(seat, 0).locator(".words").input_value() == 'kind:message actor:"Ada Quill"'
    row(seat, 0).locator("select").select_option("")
    assert row(seat, 0).locator(".words").input_value() == 'actor:"Ada Quill"'
    row(seat, 0).locator(".words").fill("kind:message text:wrote")
    seat.until("() => document.querySelector('.row-of-events').innerText.includes('3 events')")
    row(seat, 0).locator(".words").fill("knid:message")
    assert "Unknown field “knid”" in row(seat, 0).inner_text()
    row(seat, 0).locator(".words").fill("kind:message")
    row(seat, 0).locator(".plain:has-text('Show in the chronology')").click()
    assert seat.tab.input_value(".search input") == "kind:message"
    seat.click(".sections [data-section=coincidence]")
    assert row(seat, 0).locator(".words").input_value() == "kind:message", (
        "what was begun is still there"
    )


def test_what_stands_in_both_rows_is_told(seat: Seat) -> None:
    seat.go("#section=coincidence")
    row(seat, 0).locator(".words").fill("kind:message,meeting")
    row(seat, 1).locator(".words").fill("kind:message")
    assert "3 events are on both lists. They count as trigger events only." in seat.text(
        ".question"
    )
    row(seat, 0).locator(".words").fill("kind:message")
    assert "Every outcome event is also a trigger event" in seat.text(".question")
    row(seat, 1).locator(".words").fill("kind:meeting")
    assert "both lists" not in seat.text(".question")


def test_a_question_about_coincidence_asks_back_first(seat: Seat, bench: tuple[str, Case]) -> None:
    seat.go("#section=coincidence")
    row(seat, 0).locator(".words").fill("kind:travel")
    row(seat, 1).locator(".words").fill("kind:meeting,message")
    seat.tab.fill(".within input", "1")
    seat.tab.select_option(".within select", "w")
    seat.tab.locator(".within input").press("Enter")
    seat.until("() => document.querySelectorAll('.open-question').length === 4")
    assert "kind:travel within 7 days after kind:meeting,message" in seat.text(".known")
    seat.until("() => document.activeElement.closest('.open-question') !== null")
    assert "it can’t be tested" in seat.text(".known")
    assert not [j for j in bench[1].decisions() if j.act == "ask"]
    for n, choice in ((0, "curated"), (1, "complete"), (3, "yes")):
        seat.tab.locator(".open-question").nth(n).locator("select").select_option(choice)
    assert "A list compiled to prove a point can’t be tested" in seat.text(".known")
    seat.tab.locator(".open-question").nth(0).locator("select").select_option("complete")
    assert "Without the period" in seat.text(".known")
    seat.tab.locator(".open-question").nth(2).locator("input").fill("1871-05/1871-07")
    assert "can’t be tested" not in seat.text(".known")
    assert complaints(seat.tab) == []
    seat.click(".question button[type=submit]")
    seat.until("() => document.querySelector('.question .answer img')?.naturalWidth > 0")
    assert json.dumps(last(bench[1], "ask").value).count("1871-05/1871-07") == 1
    refusal = "No p-value: these lists can't show how often chance alone would give as many."
    assert refusal in seat.text(".question .answer")
    seat.until("() => document.activeElement.matches('.answer')")
    assert complaints(seat.tab) == []
    seat.current()
    assert seat.tab.locator(".answer").count() == 1, (
        "what was just answered does not stand there twice"
    )


# What is taken away


def test_exports_stand_in_the_order_of_what_people_want(seat: Seat) -> None:
    seat.go("#section=chronology")
    seat.click(".menu.export > button")
    seat.tab.wait_for_selector(".panel li")
    names = seat.tab.locator(".panel li .detail").all_inner_texts()
    assert names[:6] == ["html", "docx", "pdf", "xlsx", "csv", "ics"]
    assert seat.tab.locator(".panel h2").all_inner_texts()[:2] == [
        "For reading and sharing",
        "Tables and calendars",
    ]
    assert len(names) == len(set(names)) > 15


def test_exports_take_the_filter_along(seat: Seat) -> None:
    seat.go("#section=chronology&filter=kind:meeting")
    seat.click(".menu.export > button")
    seat.tab.wait_for_selector(".panel li")
    with seat.tab.expect_download() as taken:
        seat.tab.click(".panel a:has-text('Chronology file')")
    chosen = json.loads(Path(taken.value.path()).read_bytes())
    assert chosen["events"]
    assert {e["kind"] for e in chosen["events"]} == {"meeting"}
    seat.until_said("Downloaded The-mill.json")
    seat.go("#section=chronology&filter=kind:nonsense")
    seat.click(".menu.export > button")
    seat.click(".panel a:has-text('Chronology file')")
    seat.until_said("nonsense")
    seat.heard.errors.clear()


def test_the_page_says_what_it_would_hold_before_it_is_made(
    seat: Seat, bench: tuple[str, Case]
) -> None:
    case = bench[1]
    before = case.decisions()
    seat.go("#section=chronology&filter=kind:message")
    seat.click(".menu.publish > button")
    seat.until_said("3 events, reported by 2 documents", ".menu.publish")
    assert seat.text(".menu.publish h2") == "The mill"
    seat.tab.uncheck(".menu.publish input")
    events = case.chronology().events
    seat.until_said(f"{len(events)} events, reported by 2 documents", ".menu.publish")
    assert "still to review" in seat.text(".menu.publish")
    with seat.tab.expect_download() as taken:
        seat.click(".menu.publish button:has-text('Create page')")
    assert taken.value.suggested_filename == "The-mill.html"
    assert b"sold the mill" in Path(taken.value.path()).read_bytes()
    seat.until_said("Downloaded The-mill.html", ".menu.publish")
    assert case.decisions() == before, "it changes nothing"
    seat.click(".menu.publish button:has-text('Review now')")
    assert seat.text(".sections [aria-current]").startswith("Review")
    assert seat.tab.locator(".panel").count() == 0


def test_the_page_says_what_was_rejected_and_disputed(seat: Seat) -> None:
    for words, act in (("sold the mill", "Reject"), ("visited York", "Mark as disputed")):
        seat.go("#section=chronology")
        seat.click(f".row a:has-text('{words}')")
        seat.tab.locator(".decide .decision-button", has_text=act).first.click()
        seat.until_said("Saved")
        seat.current()
    seat.click(".menu.publish > button")
    seat.until_said(
        "1 rejected event is listed separately. 1 of these events is disputed.", ".menu.publish"
    )
