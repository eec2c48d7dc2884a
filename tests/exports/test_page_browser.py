"""The page in a real browser: what is chosen, drawn, said and printed, with keys and without a script."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Generator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import msgspec
import pytest

from benchmarks.large_case import generate
from seriatim.exports import interchange, page, page_data, wire
from seriatim.model import Answer
from seriatim.query import filters
from seriatim.temporal import edtf
from tests.exports import page_sample
from tests.exports.browser import chromium, complaints, opened, settle, until
from tests.web.served import new_case

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def browser() -> Generator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory, page.render_wire(page_sample.chronology()))


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory, page.render_wire(page_sample.decided()))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory, page.render_wire(generate(3_000)))


def write(folders: pytest.TempPathFactory, html: str) -> Path:
    path = folders.mktemp("page") / "page.html"
    path.write_text(html, "utf-8")
    return path


def rows(tab: Any) -> list[str]:
    return [
        str(e)[len("row-") :]
        for e in tab.eval_on_selector_all(".row a", "all => all.map(a => a.id)")
    ]


def shade(tab: Any, selector: str = ".timeline-frame canvas") -> int:
    """How many shades the picture has: one, where nothing is drawn."""
    return int(
        tab.eval_on_selector(
            selector,
            "c => new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size",
        )
    )


# From disk


def test_the_page_opens_from_disk_and_asks_for_nothing(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, heard):
        assert len(rows(tab)) == 21
        assert shade(tab) > 10
        tab.wait_for_timeout(800)  # what is read behind the first drawing
        assert heard.requests == [sample.as_uri()]
        assert (heard.errors, heard.dialogs) == ([], [])


def test_what_the_checks_report_is_counted_with_its_notes(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        assert "The checks produced 3 findings (1 note)." in tab.text_content(".welcome")


def test_without_a_script_it_is_a_complete_list(browser: Any, sample: Path) -> None:
    with opened(browser, sample, script=False) as (tab, heard):
        assert tab.locator("#reading .event:visible").count() == 21
        assert tab.locator("#app").is_hidden()
        assert heard.errors == []


def test_a_page_that_can_not_come_to_life_stays_readable(
    browser: Any, sample: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.html"
    broken.write_text(
        sample.read_text("utf-8").replace('id="data-index"', 'id="data-nothing"'), "utf-8"
    )
    tab = browser.new_page()
    tab.goto(broken.as_uri())
    tab.wait_for_selector("#reading .event >> visible=true")
    assert tab.locator("#reading .event:visible").count() == 21
    tab.close()


def test_what_is_asked_for_while_the_page_is_still_being_read_waits_for_its_end(
    browser: Any, sample: Path
) -> None:
    whole = sample.read_bytes()
    half = whole.index(b'id="data-events-0"') + 500

    class Slow(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(whole[:half])
            self.wfile.flush()
            time.sleep(1)
            self.wfile.write(whole[half:])

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    server = HTTPServer(("127.0.0.1", 0), Slow)
    Thread(target=server.handle_request, daemon=True).start()
    tab = browser.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda e: errors.append(str(e)))
    tab.goto(f"http://127.0.0.1:{server.server_port}/#event=e1&document=d1", wait_until="commit")
    tab.wait_for_selector(".live .document-view mark")
    tab.close()
    server.server_close()
    assert errors == []


def test_one_step_leads_past_what_has_a_date(
    browser: Any, sample: Path, decided: Path, large: Path
) -> None:
    with opened(browser, sample) as (tab, _):
        assert tab.locator(".jump").all_text_contents() == ["No date stated: 3 ↓"]
        tab.click(".jump")
        settle(tab)
        assert tab.evaluate("document.activeElement.id") == "row-e1"
        assert tab.locator(".row .heading >> text=No date stated").is_visible()
    with opened(browser, decided) as (tab, _):
        assert tab.locator(".jump").all_text_contents() == [
            "No date stated: 2 ↓",
            "Rejected by a reviewer: 2 ↓",
        ]
        tab.click(".jump >> nth=1")
        settle(tab)
        assert tab.evaluate("document.activeElement.id") == "row-e17"
    with opened(browser, large) as (tab, _):
        if tab.locator(".jump").count():
            tab.click(".jump")
            settle(tab)
            assert (
                tab.evaluate(
                    "document.activeElement.closest('.row').querySelector('.when').textContent"
                )
                == "No date stated"
            )


# Choosing


STATUSES = (
    "status:rejected",
    "-status:rejected",
    "status:disputed,accepted",
    "status:proposed dated:no",
    "Status:Disputed meeting",
)
FILTERS = """
kind:meeting
kind:meeting,message
-kind:building
actor:"Edwin Marsh"
actor:thorne
actor:a3
group:borough -actor:board
source:marsh
source:clerk,carter
certainty:possible
certainty:possible,probable
since:1891-11-14
until:1880
since:1891-11-09 until:1891-11-12
dated:no
dated:yes -certainty:certain
pier
text:"the bridge"
text:orlestone kind:accident
-bridge
reporter
"""


def test_the_filter_chooses_what_the_commands_choose(browser: Any, sample: Path) -> None:
    chronology = interchange.from_wire(page_sample.chronology())
    with opened(browser, sample) as (tab, _):
        tab.wait_for_timeout(1_500)  # the quotes are read behind the first drawing
        for text in ["", *FILTERS.strip().splitlines()]:
            tab.fill("input[type=search]", text)
            settle(tab)
            assert set(rows(tab)) == {
                e.id for e in filters.select(chronology, filters.parse(text))
            }, text


def test_the_filter_knows_what_a_person_decided(browser: Any, decided: Path) -> None:
    chronology = interchange.from_wire(page_sample.decided())
    with opened(browser, decided) as (tab, _):
        tab.wait_for_timeout(1_500)  # the quotes are read behind the first drawing
        for text in STATUSES:
            tab.fill("input[type=search]", text)
            settle(tab)
            assert set(rows(tab)) == {
                e.id for e in filters.select(chronology, filters.parse(text))
            }, text


def test_words_that_can_not_be_meant_are_told_and_change_nothing(
    browser: Any, sample: Path
) -> None:
    with opened(browser, sample) as (tab, _):
        for text in [
            "kind:wedding",
            "colour:red",
            "since:yesterday",
            'actor:"',
            "kind:",
            "certainty:sure",
            "status:doubted",
        ]:
            tab.fill("input[type=search]", text)
            settle(tab)
            assert tab.locator(".problem").count() == 1, text
            assert len(rows(tab)) == 21


def test_a_view_is_in_the_address_and_can_be_sent(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        tab.fill("input[type=search]", "kind:meeting")
        tab.select_option("select", "actor")
        tab.click("#row-e18")
        until(tab, "() => location.hash.includes('event=e18') && location.hash.includes('filter=')")
        address = tab.evaluate("location.hash")
    assert address.startswith("#filter=kind:meeting&lanes=actor&event=e18")
    with opened(browser, sample, address) as (tab, _):
        assert rows(tab) == ["e16", "e17", "e18"]
        assert tab.input_value("select") == "actor"
        assert tab.text_content(".event-view h2") == "Marsh met Thorne"
        assert tab.locator(".row.now").count() == 1


def test_a_click_on_a_name_filters_and_a_click_on_the_filter_takes_it_away(
    browser: Any, sample: Path
) -> None:
    with opened(browser, sample, "#event=e9") as (tab, _):
        tab.click(".event-view .chip >> text=Josiah Thorne")
        settle(tab)
        assert rows(tab) == ["e9", "e12", "e18", "e19"]
        tab.click(".search .chip.on")
        settle(tab)
        assert len(rows(tab)) == 21


def test_the_stretch_of_time_in_the_picture_can_be_all_that_is_chosen(
    browser: Any, sample: Path
) -> None:
    with opened(
        browser,
        sample,
        "#filter=kind:accident,movement since:1800&from=1891-11-14T18:30&to=1891-11-14T19:30",
    ) as (tab, _):
        tab.click("text=Filter to this period")
        settle(tab)
        assert (
            tab.input_value("input[type=search]")
            == "kind:accident,movement since:1891-11-14T18:30 until:1891-11-14T19:30"
        )
        assert rows(tab) == ["e13", "e14", "e11"]


def test_the_link_of_the_readable_list_opens_its_event(browser: Any, sample: Path) -> None:
    with opened(browser, sample, "#event-e13") as (tab, _):
        assert tab.text_content(".event-view h2") == "the third span fell"


# Reading


def test_versions_stand_side_by_side_with_who_says_so(browser: Any, sample: Path) -> None:
    with opened(browser, sample, "#event=e13") as (tab, _):
        cards = tab.locator(".claim-card")
        assert cards.count() == 2
        assert cards.nth(0).bounding_box()["y"] == cards.nth(1).bounding_box()["y"]
        assert tab.locator(".claim-card .kicker").all_text_contents() == [
            "Inquiry into the fall of the Orlestone footbridge says",
            "The Orlestone Gazette, citing those who were on the bank, says",
        ]
        assert (
            tab.locator(".claim-card mark").first.text_content()
            == "At 6.40 in the evening of 14 November 1891"
        )
        assert tab.locator(".finding-note").count() == 2


def test_where_documents_differ_each_side_has_those_who_say_so(browser: Any, sample: Path) -> None:
    with opened(browser, sample, "#event=e13") as (tab, _):
        assert (
            tab.text_content(".event-view .differences .kicker")
            == "When · later documents say otherwise"
        )
        assert tab.locator(".event-view .differences ul li").all_text_contents() == [
            "14 November 1891, 18:45 – The Orlestone Gazette",
            "14 November 1891, 18:40 – Inquiry into the fall of the Orlestone footbridge",
        ]
    with opened(browser, sample, "#event=e9") as (tab, _):
        assert (
            tab.text_content(".event-view .differences .kicker")
            == "Whether it happened · both cannot be right"
        )
        assert tab.locator(".event-view .differences cite").all_text_contents()[1:] == [
            "Inquiry into the fall of the Orlestone footbridge",
            "What I saw at Orlestone",
        ]
    with opened(browser, sample, "#event=e5") as (tab, _):
        assert tab.locator(".event-view .differences").count() == 0


def test_document_list_and_event_keep_in_step_both_ways(browser: Any, sample: Path) -> None:
    with opened(browser, sample, "#event=e5") as (tab, _):
        tab.click("text=Open in document")
        settle(tab)
        assert tab.text_content(".document-view mark.now").startswith(
            "The footbridge over the Tarn"
        )
        tab.click(".document-view mark >> text=Marsh met Thorne between")
        settle(tab)
        assert tab.text_content(".event-view h2") == "Marsh met Thorne"
        assert rows(tab).index("e18") == int(tab.get_attribute(".row.now", "data-place") or -1)
        assert tab.locator(".row.now").is_visible()
        tab.click("#row-e10")
        settle(tab)
        assert (
            tab.text_content(".document-view mark.now")
            == "From 9 November 1891 onwards the bridge was closed to carts."
        )


def test_a_document_of_pages_shows_where_each_begins(browser: Any, tmp_path: Path) -> None:
    case = page_sample.chronology()
    first, *others = case.documents
    cut = first.text.index("On 3 November")
    paged = msgspec.structs.replace(
        first,
        locations=[wire.Location((0, cut), page=1), wire.Location((cut, len(first.text)), page=2)],
    )
    path = tmp_path / "page.html"
    path.write_text(
        page.render_wire(msgspec.structs.replace(case, documents=[paged, *others])), "utf-8"
    )
    with opened(browser, path, "#event=e9&document=d1") as (tab, _):
        assert tab.locator(".page-number").all_text_contents() == ["page 1", "page 2"]
        assert (
            tab.locator(".page-number + p >> nth=1")
            .text_content()
            .startswith("On 3 November 1891 the borough surveyor")
        )
        assert tab.locator(".actions button >> nth=0").text_content() == "Open in document, page 2"


def test_the_list_follows_the_picture_and_the_picture_the_list(browser: Any, large: Path) -> None:
    with opened(browser, large, "#key=all") as (tab, _):
        tab.focus(".canvas")
        for key in ["+"] * 6 + ["ArrowRight"] * 4:
            tab.keyboard.press(key)
        until(tab, "() => document.querySelector('.list').scrollTop > 1000")
        until(tab, "() => location.hash.includes('from=')")
        tab.wait_for_timeout(500)  # what the picture asked for is not answered
        before = tab.evaluate("document.querySelector('.timeline-frame canvas').toDataURL()")
        tab.mouse.move(200, 600)
        tab.mouse.wheel(0, 60_000)
        until(
            tab,
            "before => document.querySelector('.timeline-frame canvas').toDataURL() !== before",
            before,
        )
        first = tab.text_content(".row .when")
        assert first.split()[-1].isdigit() or "after" in first


# What a person decided


def test_what_was_rejected_never_reads_as_told(browser: Any, decided: Path) -> None:
    with opened(browser, decided) as (tab, _):
        assert rows(tab)[-2:] == ["e17", "e1"]
        assert tab.locator(".row.rejected .detail").all_text_contents() == [
            "rejected by a reviewer",
            "rejected by a reviewer",
        ]
        assert tab.locator(".row s").all_text_contents() == [
            "The board met on Monday",
            "The deed of the bridge has not been found",
        ]
        assert tab.text_content(".tabs .tab") == "Events 19"
        assert tab.text_content("#search-result") == "19 events"
        assert tab.text_content(".welcome").startswith("19 events, reported by 3 documents")
        assert tab.locator(".legend >> text=rejected by a reviewer").count() == 1
        tab.click("#row-e17")
        settle(tab)
        assert tab.text_content(".event-view h2 s") == "The board met on Monday"
        assert "Rejected by a reviewer" in tab.locator(".event-view .detail").all_text_contents()
        tab.focus(".canvas")
        tab.keyboard.press("ArrowDown")
        tab.keyboard.press("ArrowUp")
        settle(tab)
        assert tab.text_content(".visually-hidden[role=status]").startswith(
            "16 November 1891. rejected by a reviewer. The Orlestone Gazette says"
        )
        assert tab.text_content(".tip s") == "The board met on Monday"
        tab.fill("input[type=search]", "kind:meeting")
        settle(tab)
        assert tab.text_content("#search-result") == "2 of 19 events"


def test_what_is_disputed_or_was_put_right_says_so_where_it_stands(
    browser: Any, decided: Path
) -> None:
    with opened(browser, decided, "#event=e12") as (tab, _):
        assert tab.text_content(".row:has(#row-e18) .detail") == "disputed"
        assert (
            tab.text_content(".row:has(#row-e12) .detail")
            == "date corrected by a reviewer; as written: “on 12 November”"
        )
        assert tab.text_content(".row:has(#row-e10) .detail") == "date added by a reviewer"
        assert (
            tab.text_content(".event-view > .detail")
            == "Date corrected by a reviewer; as written: “on 12 November”"
        )
        assert (
            "Date corrected by a reviewer; as written: “on 12 November”"
            in tab.locator(".claim-card .detail").all_text_contents()
        )


def test_documents_that_differ_are_not_said_to_say_the_same(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        assert (
            tab.text_content(".row:has(#row-e13) .kicker")
            == "2 documents report this (they differ)"
        )
        assert "accounts differ" in tab.text_content(".row:has(#row-e13) .detail")
        assert tab.text_content(".row:has(#row-e15) .kicker") == "2 documents report this"


# Back, and read anew


def test_back_leads_to_where_one_was_and_forward_again(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        tab.fill("input[type=search]", "kind:meeting,message")
        settle(tab)
        tab.click("#row-e18")
        settle(tab)
        tab.click("text=Open in document")
        settle(tab)
        tab.click(".tabs .tab >> nth=2")
        tab.click(".switch .tab >> nth=1")
        settle(tab)
        tab.go_back()
        settle(tab)
        assert tab.get_attribute(".switch .tab >> nth=0", "aria-pressed") == "true"
        tab.go_back()
        settle(tab)
        assert tab.get_attribute(".tabs .tab >> nth=0", "aria-pressed") == "true"
        assert tab.locator(".document-view").count() == 1
        tab.go_back()
        settle(tab)
        assert (tab.locator(".document-view").count(), tab.text_content(".event-view h2")) == (
            0,
            "Marsh met Thorne",
        )
        tab.go_back()
        settle(tab)
        assert tab.locator(".event-view").count() == 0
        assert tab.input_value("input[type=search]") == "kind:meeting,message"
        tab.go_forward()
        settle(tab)
        assert tab.text_content(".event-view h2") == "Marsh met Thorne"


def test_zooming_typing_and_walking_are_no_steps_back(browser: Any, sample: Path) -> None:
    with opened(browser, sample, "#list=documents") as (tab, _):
        before = tab.evaluate("history.length")
        tab.focus(".canvas")
        for key in ("+", "+", "-", "ArrowRight", "0"):
            tab.keyboard.press(key)
        tab.fill("input[type=search]", "bridge")
        settle(tab)
        assert tab.evaluate("history.length") == before
        tab.focus(".canvas")
        for _ in range(4):
            tab.keyboard.press("ArrowDown")
        settle(tab)
        assert tab.evaluate("history.length") <= before + 2  # into the events, and all of the walk
        tab.go_back()
        settle(tab)
        assert (
            tab.locator(".event-view").count() == 0 or tab.evaluate("history.length") == before + 2
        )


def test_a_page_that_is_read_anew_stands_where_it_stood(
    browser: Any, sample: Path, large: Path
) -> None:
    with opened(browser, sample) as (tab, _):
        tab.fill("input[type=search]", "-kind:work")
        tab.wait_for_timeout(150)
        tab.click("#row-e13")
        tab.reload()
        tab.wait_for_selector("#app .layout")
        assert tab.input_value("input[type=search]") == "-kind:work"
        assert tab.text_content(".event-view h2") == "the third span fell"
    with opened(browser, large) as (tab, _):
        tab.evaluate("document.querySelector('.list').scrollTop = 20000")
        settle(tab)
        before = tab.evaluate("document.querySelector('.list').scrollTop")
        tab.reload()
        tab.wait_for_selector("#app .layout")
        settle(tab)
        assert abs(tab.evaluate("document.querySelector('.list').scrollTop") - before) < 110


# The picture follows


YEARS = "() => { const s = new URLSearchParams(location.hash.slice(1)); return [s.get('from').slice(0, 4), s.get('to').slice(0, 4)]; }"


def test_fit_shows_what_is_chosen_and_goes_with_it(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        tab.click("text=Fit")
        until(tab, "() => location.hash.includes('from=')")
        assert tab.evaluate(YEARS)[0] < "1800"
        tab.fill("input[type=search]", "kind:meeting")
        until(tab, "() => location.hash.includes('filter=')")
        until(tab, f"() => ({YEARS})()[0] === '1891' && ({YEARS})()[1] === '1891'")
        tab.fill("input[type=search]", "")
        until(tab, f"() => ({YEARS})()[0] < '1800'")


def test_a_choice_that_lies_elsewhere_is_brought_into_the_picture(
    browser: Any, sample: Path
) -> None:
    with opened(browser, sample, "#from=1891-11-01&to=1891-11-20") as (tab, _):
        tab.fill("input[type=search]", "built")
        until(tab, f"() => location.hash.includes('filter=') && ({YEARS})()[0] < '1872'")


def test_an_event_that_is_only_about_is_shown_with_both_its_ends(
    browser: Any, sample: Path
) -> None:
    with opened(browser, sample, "#from=1891-11-01&to=1891-11-20") as (tab, _):
        tab.click("#row-e6")
        until(
            tab,
            f"() => location.hash.includes('event=e6') && ({YEARS})()[0] === '1879' && ({YEARS})()[1] === '1881'",
        )


def test_walking_the_list_never_leads_the_picture_to_where_nothing_is(
    browser: Any, sample: Path
) -> None:
    with opened(browser, sample, "#from=1700&to=1701", height=500) as (tab, _):
        tab.mouse.move(100, 400)
        tab.mouse.wheel(0, 60)
        until(tab, "() => !location.hash.includes('from=17')")
        ends = tab.evaluate(
            "['from', 'to'].map(k => new URLSearchParams(location.hash.slice(1)).get(k))"
        )
        first, last = (edtf.interval(at).start or 0 for at in ends)
        spans = [
            edtf.interval(e.when.edtf) for e in page_sample.events() if e.when.edtf != "unknown"
        ]
        middles = [
            (s.start + s.end) / 2 for s in spans if s.start is not None and s.end is not None
        ]
        assert min(abs((first + last) / 2 - middle) for middle in middles) < 86_400, ends


def test_a_tip_goes_when_what_it_is_about_does(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):

        def tip() -> None:
            tab.mouse.move(4, 4)  # a pointer over the picture points as well
            settle(tab)
            tab.focus(".canvas")
            tab.keyboard.press("ArrowDown")
            tab.wait_for_selector(".tip")

        tip()
        tab.keyboard.press("Escape")
        settle(tab)
        assert tab.locator(".tip").count() == 0
        tip()
        tab.click("text=Filter >> nth=0")
        settle(tab)
        assert tab.locator(".tip").count() == 0
        tab.keyboard.press("Escape")
        tip()
        tab.click("text=Close")
        settle(tab)
        assert tab.locator(".tip").count() == 0
        tip()
        tab.evaluate("location.hash = '#filter=kind:meeting'")
        settle(tab)
        assert tab.locator(".tip").count() == 0


def test_the_picture_shows_that_it_has_the_focus(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        tab.focus(".links-switch")
        tab.keyboard.press("Tab")
        ring = "getComputedStyle(document.activeElement, '::after').borderTopWidth"
        assert tab.evaluate("document.activeElement.className") == "canvas"
        assert tab.evaluate(ring) == "2px"


def test_labels_of_contacts_neither_overlap_nor_leave_the_picture(
    browser: Any, large: Path, sample: Path
) -> None:
    places = "all => all.map(t => { const b = t.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"
    for path, width in ((large, 1280), (sample, 1280), (sample, 390)):
        with opened(browser, path, "#picture=contacts", width=width) as (tab, _):
            tab.check("text=the whole period")
            tab.check("text=events of all kinds")
            settle(tab)
            boxes = tab.eval_on_selector_all(".network text", places)
            net = tab.eval_on_selector(".network", f"n => ({places})([n])[0]")
            pane = tab.eval_on_selector(".contacts", f"n => ({places})([n])[0]")
            assert len(boxes) > 1
            assert all(a[0] >= net[0] and a[2] <= net[2] for a in boxes)
            assert width < 900 or net[3] <= pane[3]
            slack = 2.5  # boxes of letters hold more than the letters
            assert not [(a, b) for k, a in enumerate(boxes) for b in boxes[:k]
                        if a[0] + slack < b[2] and b[0] + slack < a[2] and a[1] + slack < b[3] and b[1] + slack < a[3]]  # fmt: skip


# Keys and readers of screens


def test_the_picture_is_worked_by_keys_and_says_what_it_shows(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        tab.focus(".canvas")
        tab.keyboard.press("ArrowDown")
        settle(tab)
        first = tab.text_content(".visually-hidden[role=status]")
        tab.keyboard.press("ArrowDown")
        settle(tab)
        assert first == "1800 to 1899. What I saw at Orlestone says: nobody tested a pier"
        assert (
            tab.text_content(".visually-hidden[role=status]")
            == "the 1870s. What I saw at Orlestone says: My father had worked on that bridge"
        )
        assert tab.text_content(".event-view h2") == "My father had worked on that bridge"


DAYS_IN_VIEW = """() => {
    const said = new URLSearchParams(location.hash.slice(1));
    return (Date.parse(said.get('to') + 'Z') - Date.parse(said.get('from') + 'Z')) / 86400000;
}"""


def test_the_wheel_zooms_from_minutes_to_centuries(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        box = tab.locator(".canvas").bounding_box()
        tab.mouse.move(box["x"] + 300, box["y"] + 100)
        tab.mouse.wheel(0, -12_000)
        until(tab, f"() => ({DAYS_IN_VIEW})() < 1 / 24")
        for _ in range(12):
            tab.mouse.wheel(0, 900)
        until(tab, f"() => ({DAYS_IN_VIEW})() > 36500")
        assert shade(tab) > 10


def test_two_fingers_zoom_and_one_moves(browser: Any, sample: Path) -> None:
    at = "#from=1891-11-01T00:00&to=1891-11-21T00:00"
    with opened(browser, sample, at, width=390, height=844) as (tab, heard):
        box = tab.locator(".canvas").bounding_box()
        hand = tab.context.new_cdp_session(tab)

        def touch(kind: str, *places: float) -> None:
            points = [
                {"x": box["x"] + x, "y": box["y"] + 80, "id": n} for n, x in enumerate(places)
            ]
            hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        touch("touchStart", 150, 200)
        for step in range(1, 11):
            touch("touchMove", 150 - 10 * step, 200 + 10 * step)
        touch("touchEnd")
        until(tab, f"() => ({DAYS_IN_VIEW})() < 6")
        until(tab, "() => new URLSearchParams(location.hash.slice(1)).get('from') > '1891-11-05'")
        touch("touchStart", 300)
        for step in range(1, 11):
            touch("touchMove", 300 - 25 * step)
        touch("touchEnd")
        until(tab, "() => new URLSearchParams(location.hash.slice(1)).get('from') > '1891-11-09'")
        assert heard.errors == []


def test_the_long_list_is_walked_to_its_end_by_keys(browser: Any, large: Path) -> None:
    with opened(browser, large, "#key=all") as (tab, _):
        assert len(rows(tab)) < 60
        assert tab.get_attribute(".row", "aria-setsize") == "3000"
        tab.focus(".row a")
        places = set()
        for _ in range(12):
            places.add(
                int(tab.evaluate("document.activeElement.closest('[data-place]').dataset.place"))
            )
            tab.keyboard.press("PageDown")
            settle(tab)
        assert places == {8 * k for k in range(12)}
        tab.evaluate("document.querySelector('.list').scrollTop = 1e9")
        settle(tab)
        assert tab.locator('.row[aria-posinset="3000"]').count() == 1


def test_on_a_phone_an_event_covers_the_list_and_gives_the_focus_back(
    browser: Any, sample: Path
) -> None:
    with opened(browser, sample, width=390, height=844) as (tab, _):
        tab.focus("#row-e2")
        tab.keyboard.press("Enter")
        settle(tab)
        assert (
            tab.evaluate("document.activeElement.textContent")
            == "The rope of the ferry had been cut some time before"
        )
        assert tab.locator(".close").bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
        tab.keyboard.press("Escape")
        settle(tab)
        assert tab.evaluate("document.activeElement.id") == "row-e2"


def test_on_a_phone_one_step_leads_from_a_document_back_to_the_list(
    browser: Any, sample: Path
) -> None:
    with opened(browser, sample, "#event=e13&document=d1", width=390, height=844) as (tab, _):
        tab.evaluate("document.querySelector('.document-view').parentElement.scrollTop = 1e6")
        assert tab.locator(".close .buttons button:visible").all_text_contents() == [
            "← Back to the list",
            "Close document",
        ]
        tab.click("text=Back to the list")
        settle(tab)
        assert tab.locator(".close").is_hidden()
        assert tab.locator(".row >> nth=0").is_visible()
        tab.go_back()
        settle(tab)
        assert tab.locator(".document-view").is_visible()


def test_on_a_phone_nothing_lies_over_the_tabs_and_the_marks(
    browser: Any, sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    answer = Answer(
        "What was asked?",
        "Nothing that chance does not give as well.",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
    )
    path.write_text(page.render_wire(page_sample.chronology(), (answer,)), "utf-8")
    with opened(browser, path, width=390, height=844) as (tab, _):
        boxes = tab.eval_on_selector_all(
            ".switch .tab, .timeline .tools select, .timeline .tools button, .canvas",
            "all => all.map(e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })",
        )
        assert len(boxes) == 3 + 1 + 5 + 1
        assert all(a[0] >= 0 and a[2] <= 390 for a in boxes)
        assert not [
            (a, b)
            for k, a in enumerate(boxes)
            for b in boxes[:k]
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        ]


VIEWS = {
    "start": "",
    "an event with versions": "#event=e9",
    "a document": "#event=e13&document=d1",
    "findings": "#list=findings",
    "documents": "#list=documents",
    "contacts": "#picture=contacts",
    "lanes and links": "#lanes=actor&links=yes",
    "a filter": "#filter=kind:meeting",
    "a filter that can't be read": "#filter=kind:nothing",
}
OF_DECIDED = {
    "what was rejected": "#event=e17",
    "a date put right": "#event=e12",
    "by click": "#filter=status:rejected,disputed",
}


@pytest.mark.parametrize(
    ("width", "dark"),
    [(390, False), (1280, True), (1920, False)],
    ids=["phone, light", "desk, dark", "wide, light"],
)
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(browser: Any, sample: Path, view: str, width: int, dark: bool) -> None:
    with opened(browser, sample, VIEWS[view], width=width, height=900, dark=dark) as (tab, heard):
        assert complaints(tab) == []
        assert heard.errors == []
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("width", "dark"), [(390, True), (1280, False)], ids=["phone, dark", "desk, light"]
)
@pytest.mark.parametrize("view", OF_DECIDED)
def test_axe_finds_nothing_in_what_a_person_decided(
    browser: Any, decided: Path, view: str, width: int, dark: bool
) -> None:
    with opened(browser, decided, OF_DECIDED[view], width=width, height=900, dark=dark) as (tab, _):
        assert complaints(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_axe_finds_nothing_in_the_filters_by_click_and_in_the_long_list(
    browser: Any, sample: Path, large: Path
) -> None:
    with opened(browser, sample) as (tab, _):
        tab.click("text=Filter >> nth=0")
        assert complaints(tab) == []
        tab.keyboard.press("Escape")
        assert tab.locator(".fields").count() == 0
    with opened(browser, large, "#key=all") as (tab, _):
        assert complaints(tab) == []


def test_axe_finds_nothing_in_the_readable_list(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        tab.evaluate("document.documentElement.classList.remove('live')")
        assert complaints(tab) == []


# Words of documents


MARKED_DOWN = "# The lamp at Aldmouth\n\n## 🕯 A night\n\nOn 4 May 1871 the lamp went out.\n\nNothing was done\n================\n\nOn 5 May 1871 it was lit.\n"


def test_headings_are_headings_and_every_mark_stands_where_it_stood(
    browser: Any, tmp_path: Path
) -> None:
    case = new_case(tmp_path / "case", {"lamp.md": MARKED_DOWN})
    chronology = case.chronology()
    path = tmp_path / "page.html"
    path.write_bytes(page.export(chronology))
    identity = chronology.readings[0].document.id
    with opened(browser, path, f"#document={identity}") as (tab, _):
        tab.wait_for_selector(".document-view mark")
        heads = tab.locator(".document-view [role=heading]")
        assert [h.strip() for h in heads.all_inner_texts()] == [
            "The lamp at Aldmouth",
            "🕯 A night",
            "Nothing was done",
        ]
        for p in tab.locator(".document-view [data-from]").all():
            at = int(p.get_attribute("data-from"))
            assert MARKED_DOWN[at:].startswith(p.text_content())
        marks = tab.locator(".document-view mark").all_text_contents()
        assert marks == [
            c.quote
            for c in sorted((c for e in chronology.events for c in e.claims), key=lambda c: c.span)
        ]
        assert complaints(tab) == []


def test_words_around_a_quote_are_cut_between_words(browser: Any, tmp_path: Path) -> None:
    filler = "there followed unremarkable considerations concerning harbourmasters"
    text = f"{' '.join([filler] * 5)} and On 4 May 1871 Ada Quill met Ben Moor. {' '.join([filler] * 5)}.\n"
    quote = "On 4 May 1871 Ada Quill met Ben Moor."
    at = text.index(quote)
    case = page_sample.chronology()
    claim = msgspec.structs.replace(
        case.events[0].claims[0], span=(at, at + len(quote)), quote=quote, predicate=(at, at + 2),
        when=page_sample.when("1871-05-04", None), sources=[], hedges=[],
    )  # fmt: skip
    document = page_sample.document("d1", "long.txt", "Long", text, None, "none")
    event = msgspec.structs.replace(case.events[0], claims=[claim])
    path = tmp_path / "page.html"
    path.write_text(
        page.render_wire(
            msgspec.structs.replace(
                case, documents=[document], events=[event], links=[], findings=[]
            )
        ),
        "utf-8",
    )
    with opened(browser, path, "#event=e1") as (tab, _):
        tab.wait_for_selector(".claim-card .cut")
        shown = tab.text_content(".claim-card blockquote")
        assert shown.startswith("… ")
        assert shown.endswith(" …")
        inner = shown[2:-2]
        start = text.index(inner)
        assert text[start - 1] == " "
        assert text[start + len(inner)] == " "


# Print, and taking the data along


def test_print_is_the_readable_list_of_what_is_chosen(browser: Any, sample: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    with opened(browser, sample, "#filter=kind:meeting", dark=True) as (tab, _):
        printed = pdfium.PdfDocument(io.BytesIO(tab.pdf(format="A4")))
        assert tab.eval_on_selector(
            "#print-picture", "c => [...c.getContext('2d').getImageData(2, 2, 1, 1).data]"
        ) == [255, 255, 255, 255]
        assert shade(tab, "#print-picture") > 10
    text = " ".join(
        " ".join(printed[n].get_textpage().get_text_range() for n in range(len(printed))).split()
    )
    assert "Filtered by kind:meeting (3 of 21 events)." in text
    assert "Marsh met Thorne between 16 and 19 November 1891." in text
    assert "Nobody tested a pier" not in text


def test_print_keeps_what_was_rejected_apart_and_does_not_count_it(
    browser: Any, decided: Path
) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    with opened(browser, decided, "#filter=kind:meeting") as (tab, _):
        printed = pdfium.PdfDocument(io.BytesIO(tab.pdf(format="A4")))
    text = " ".join(
        " ".join(printed[n].get_textpage().get_text_range() for n in range(len(printed))).split()
    )
    assert "Filtered by kind:meeting (2 of 19 events)." in text
    *told, rejected = text.split("Rejected by a reviewer A document reports these events")
    assert (
        len(told),
        "Marsh met Thorne between 16 and 19" in told[0],
        "The board met on Monday" in rejected,
    ) == (1, True, True)
    assert "Marsh met Thorne" not in rejected


@pytest.mark.parametrize("plain", [10**9, 0], ids=["plain", "packed"])
def test_the_data_can_be_taken_along_whole(
    browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plain: int
) -> None:
    monkeypatch.setattr(page_data, "PLAIN", plain)
    monkeypatch.setattr(page_data, "EVENTS_A_BLOCK", 4)
    path = tmp_path / "page.html"
    path.write_text(page.render_wire(page_sample.chronology()), "utf-8")
    with opened(browser, path) as (tab, heard):
        with tab.expect_download() as download:
            tab.click("text=Download data")
        saved = interchange.parse(Path(download.value.path()).read_bytes(), "saved")
        assert heard.errors == []
    whole = interchange.from_wire(page_sample.chronology())
    assert sorted(saved.events, key=lambda e: e.id) == sorted(whole.events, key=lambda e: e.id)
    assert (saved.title, saved.readings, saved.actors, saved.links, saved.findings, saved.groups) == (
        whole.title, whole.readings, whole.actors, whole.links, whole.findings, whole.groups,
    )  # fmt: skip


# Looked at


SHOTS: dict[str, dict[str, Any]] = {
    "desk-light": {"at": "#event=e13"},
    "desk-dark": {"at": "#event=e9&lanes=actor", "dark": True},
    "wide-light": {"at": "#event=e13&document=d1", "width": 1920, "height": 1080},
    "wide-dark": {
        "at": "#event=e13&document=d1&lanes=actor",
        "width": 1920,
        "height": 1080,
        "dark": True,
    },
    "phone-light": {"width": 390, "height": 844},
    "phone-dark": {"at": "#event=e9", "width": 390, "height": 844, "dark": True},
}


SHOWN = (
    "page-wide-dark",
    "page-phone-light",
    "large-desk-light",
)  # in the README and in docs/page.md


def picture(tab: Any, tmp_path: Path, name: str) -> None:
    """With ``SERIATIM_GOLDEN=write`` those that are shown go to docs/images; letters differ between machines, so pictures are not compared."""
    folder = (
        ROOT / "docs" / "images"
        if os.environ.get("SERIATIM_GOLDEN") == "write" and name in SHOWN
        else tmp_path
    )
    tab.screenshot(path=folder / f"{name}.png")
    assert shade(tab) > 10


@pytest.mark.parametrize("name", SHOTS)
def test_pictures_of_the_sample(browser: Any, sample: Path, tmp_path: Path, name: str) -> None:
    with opened(browser, sample, **SHOTS[name]) as (tab, _):
        picture(tab, tmp_path, f"page-{name}")


@pytest.mark.parametrize("name", ["desk-light", "phone-dark", "wide-dark"])
def test_pictures_of_a_large_case(browser: Any, large: Path, tmp_path: Path, name: str) -> None:
    with opened(browser, large, **{**SHOTS[name], "at": "#lanes=kind"}) as (tab, _):
        picture(tab, tmp_path, f"large-{name}")


# Key events


def test_a_long_chronology_opens_with_its_key_events_and_shows_all_on_request(
    browser: Any, large: Path
) -> None:
    with opened(browser, large) as (tab, _):
        assert tab.text_content(".key-events label") == "The 50 key events of 3,000 entries"
        assert tab.get_attribute(".row >> nth=0", "aria-setsize") == "50"
        tab.focus("#key-events")
        tab.keyboard.press("End")
        settle(tab)
        assert tab.text_content(".key-events label") == "All 3,000 entries"
        assert tab.get_attribute(".row >> nth=0", "aria-setsize") == "3000"
        until(tab, "() => location.hash.includes('key=all')")
        assert complaints(tab) == []


def test_a_short_chronology_opens_with_all_its_entries(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        assert tab.text_content(".key-events label").startswith("All ")


def test_the_other_events_of_a_sentence_are_one_click_away(browser: Any, tmp_path: Path) -> None:
    text = "On 4 May 1871 the keeper lit the lamp, and the pilot rang the bell.\n"
    case = new_case(tmp_path / "case", {"lamp.txt": text})
    path = tmp_path / "page.html"
    path.write_bytes(page.export(case.chronology()))
    with opened(browser, path) as (tab, _):
        assert len(rows(tab)) == 1
        assert "1 more event in this sentence" in tab.text_content(".row .detail")
        tab.click(".row a")
        settle(tab)
        first = tab.text_content(".event-view h2")
        tab.click(".same-sentence a")
        settle(tab)
        assert tab.text_content(".event-view h2") != first
