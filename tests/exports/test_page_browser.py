"""The page in a real browser: what is chosen, drawn, said and printed, with keys and without a script."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Generator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import msgspec
import pytest

from seriatim import filters
from seriatim.exports import interchange, page, page_data, wire
from tests.exports import page_sample
from tests.exports.browser import chromium, complaints, opened, settle, until

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from large_case import generate  # noqa: E402 - the benchmarks' own case, which is no package


@pytest.fixture(scope="module")
def browser() -> Generator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory, page.render_wire(page_sample.chronology()))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory, page.render_wire(generate(3_000)))


def write(folders: pytest.TempPathFactory, html: str) -> Path:
    path = folders.mktemp("page") / "page.html"
    path.write_text(html, "utf-8")
    return path


def rows(tab: Any) -> list[str]:
    return [str(e)[len("row-") :] for e in tab.eval_on_selector_all(".row a", "all => all.map(a => a.id)")]


def shade(tab: Any, selector: str = ".stage canvas") -> int:
    """How many shades the picture has: one, where nothing is drawn."""
    return int(
        tab.eval_on_selector(
            selector, "c => new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size"
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
        assert "the checks report 3 findings, 1 of them notes." in tab.text_content(".welcome")


def test_without_a_script_it_is_a_complete_list(browser: Any, sample: Path) -> None:
    with opened(browser, sample, script=False) as (tab, heard):
        assert tab.locator("#reading .event:visible").count() == 21
        assert tab.locator("#app").is_hidden()
        assert heard.errors == []


def test_a_page_that_can_not_come_to_life_stays_readable(browser: Any, sample: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    broken.write_text(sample.read_text("utf-8").replace('id="data-index"', 'id="data-nothing"'), "utf-8")
    tab = browser.new_page()
    tab.goto(broken.as_uri())
    tab.wait_for_selector("#reading .event >> visible=true")
    assert tab.locator("#reading .event:visible").count() == 21
    tab.close()


def test_what_is_asked_for_while_the_page_is_still_being_read_waits_for_its_end(browser: Any, sample: Path) -> None:
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


def test_one_step_leads_past_what_has_no_date(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        tab.click(".skip")
        settle(tab)
        top = "() => document.querySelector('.list').getBoundingClientRect().top"
        heading = "() => [...document.querySelectorAll('.row .heading')].at(-1).closest('.row').getBoundingClientRect().top"
        assert abs(tab.evaluate(heading) - tab.evaluate(top)) < 3


# Choosing


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
            assert set(rows(tab)) == {e.id for e in filters.select(chronology, filters.parse(text))}, text


def test_words_that_can_not_be_meant_are_told_and_change_nothing(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        for text in ["kind:wedding", "colour:red", "since:yesterday", 'actor:"', "kind:", "certainty:sure"]:
            tab.fill("input[type=search]", text)
            settle(tab)
            assert tab.locator(".problem").count() == 1, text
            assert len(rows(tab)) == 21


def test_a_view_is_in_the_address_and_can_be_sent(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        tab.fill("input[type=search]", "kind:meeting")
        tab.select_option("select", "actor")
        tab.click("#row-e18")
        until(tab, "() => location.hash.includes('event=e18')")
        address = tab.evaluate("location.hash")
    assert address.startswith("#filter=kind:meeting&lanes=actor&event=e18")
    with opened(browser, sample, address) as (tab, _):
        assert rows(tab) == ["e16", "e17", "e18"]
        assert tab.input_value("select") == "actor"
        assert tab.text_content(".event-view h2") == "Marsh met Thorne"
        assert tab.locator(".row.now").count() == 1


def test_a_click_on_a_name_filters_and_a_click_on_the_filter_takes_it_away(browser: Any, sample: Path) -> None:
    with opened(browser, sample, "#event=e9") as (tab, _):
        tab.click(".event-view .chip >> text=Josiah Thorne")
        settle(tab)
        assert rows(tab) == ["e9", "e12", "e18", "e19"]
        tab.click(".search .chip.on")
        settle(tab)
        assert len(rows(tab)) == 21


def test_the_stretch_of_time_in_the_picture_can_be_all_that_is_chosen(browser: Any, sample: Path) -> None:
    with opened(browser, sample, "#filter=kind:accident,movement since:1800&from=1891-11-14T18:30&to=1891-11-14T19:30") as (tab, _):
        tab.click("text=Only this time")
        settle(tab)
        assert tab.input_value("input[type=search]") == "kind:accident,movement since:1891-11-14T18:30 until:1891-11-14T19:30"
        assert rows(tab) == ["e11", "e13", "e14"]


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
        assert tab.locator(".claim-card mark").first.text_content() == "At 6.40 in the evening of 14 November 1891"
        assert tab.locator(".finding-note").count() == 2


def test_where_documents_differ_each_side_has_those_who_say_so(browser: Any, sample: Path) -> None:
    with opened(browser, sample, "#event=e13") as (tab, _):
        assert tab.text_content(".event-view .differences .kicker") == "When · later documents say otherwise"
        assert tab.locator(".event-view .differences ul li").all_text_contents() == [
            "14 November 1891, 18:45 – The Orlestone Gazette",
            "14 November 1891, 18:40 – Inquiry into the fall of the Orlestone footbridge",
        ]
    with opened(browser, sample, "#event=e9") as (tab, _):
        assert tab.text_content(".event-view .differences .kicker") == "Whether it happened · both cannot be right"
        assert tab.locator(".event-view .differences cite").all_text_contents()[1:] == [
            "Inquiry into the fall of the Orlestone footbridge",
            "What I saw at Orlestone",
        ]
    with opened(browser, sample, "#event=e5") as (tab, _):
        assert tab.locator(".event-view .differences").count() == 0


def test_document_list_and_event_keep_in_step_both_ways(browser: Any, sample: Path) -> None:
    with opened(browser, sample, "#event=e5") as (tab, _):
        tab.click("text=Open in its document")
        settle(tab)
        assert tab.text_content(".document-view mark.now").startswith("The footbridge over the Tarn")
        tab.click(".document-view mark >> text=Marsh met Thorne between")
        settle(tab)
        assert tab.text_content(".event-view h2") == "Marsh met Thorne"
        assert rows(tab).index("e18") == int(tab.get_attribute(".row.now", "data-place") or -1)
        assert tab.locator(".row.now").is_visible()
        tab.click("#row-e10")
        settle(tab)
        assert tab.text_content(".document-view mark.now") == "From 9 November 1891 onwards the bridge was closed to carts."


def test_a_document_of_pages_shows_where_each_begins(browser: Any, tmp_path: Path) -> None:
    case = page_sample.chronology()
    first, *others = case.documents
    cut = first.text.index("On 3 November")
    paged = msgspec.structs.replace(first, locations=[wire.Location((0, cut), page=1), wire.Location((cut, len(first.text)), page=2)])
    path = tmp_path / "page.html"
    path.write_text(page.render_wire(msgspec.structs.replace(case, documents=[paged, *others])), "utf-8")
    with opened(browser, path, "#event=e9&document=d1") as (tab, _):
        assert tab.locator(".page-number").all_text_contents() == ["page 1", "page 2"]
        assert tab.locator(".page-number + p >> nth=1").text_content().startswith("On 3 November 1891 the borough surveyor")
        assert tab.locator(".actions button >> nth=0").text_content() == "Open in its document, page 2"


def test_the_list_follows_the_picture_and_the_picture_the_list(browser: Any, large: Path) -> None:
    with opened(browser, large) as (tab, _):
        tab.focus(".canvas")
        for key in ["+"] * 6 + ["ArrowRight"] * 4:
            tab.keyboard.press(key)
        until(tab, "() => document.querySelector('.list').scrollTop > 1000")
        until(tab, "() => location.hash.includes('from=')")
        tab.wait_for_timeout(500)  # what the picture asked for is not answered
        before = tab.evaluate("document.querySelector('.stage canvas').toDataURL()")
        tab.mouse.move(200, 600)
        tab.mouse.wheel(0, 60_000)
        until(tab, "before => document.querySelector('.stage canvas').toDataURL() !== before", before)
        first = tab.text_content(".row .when")
        assert first.split()[-1].isdigit() or "after" in first


# Keys and readers of screens


def test_the_picture_is_worked_by_keys_and_says_what_it_shows(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        tab.focus(".canvas")
        tab.keyboard.press("ArrowDown")
        settle(tab)
        first = tab.text_content(".out-of-sight[role=status]")
        tab.keyboard.press("ArrowDown")
        settle(tab)
        assert first == "no date stated. Inquiry into the fall of the Orlestone footbridge says: The deed of the bridge has not been found"
        said = tab.text_content(".out-of-sight[role=status]")
        assert said.endswith("Other events put this at 14 November 1891, 18:45 or before.")
        assert tab.text_content(".event-view h2") == "The rope of the ferry had been cut some time before"


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
            points = [{"x": box["x"] + x, "y": box["y"] + 80, "id": n} for n, x in enumerate(places)]
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
    with opened(browser, large) as (tab, _):
        assert len(rows(tab)) < 60
        assert tab.get_attribute(".row", "aria-setsize") == "3000"
        tab.focus(".row a")
        places = set()
        for _ in range(12):
            places.add(int(tab.evaluate("document.activeElement.closest('[data-place]').dataset.place")))
            tab.keyboard.press("PageDown")
            settle(tab)
        assert places == {8 * k for k in range(12)}
        tab.evaluate("document.querySelector('.list').scrollTop = 1e9")
        settle(tab)
        assert tab.locator('.row[aria-posinset="3000"]').count() == 1


def test_on_a_phone_an_event_covers_the_list_and_gives_the_focus_back(browser: Any, sample: Path) -> None:
    with opened(browser, sample, width=390, height=844) as (tab, _):
        tab.focus("#row-e2")
        tab.keyboard.press("Enter")
        settle(tab)
        assert tab.evaluate("document.activeElement.textContent") == "The rope of the ferry had been cut some time before"
        assert tab.locator(".close").bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
        tab.keyboard.press("Escape")
        settle(tab)
        assert tab.evaluate("document.activeElement.id") == "row-e2"


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


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, True), (1920, False)], ids=["phone, light", "desk, dark", "wide, light"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(browser: Any, sample: Path, view: str, width: int, dark: bool) -> None:  # noqa: FBT001 - a parametrised case
    with opened(browser, sample, VIEWS[view], width=width, height=900, dark=dark) as (tab, heard):
        assert complaints(tab) == []
        assert heard.errors == []
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_axe_finds_nothing_in_the_filters_by_click_and_in_the_long_list(browser: Any, sample: Path, large: Path) -> None:
    with opened(browser, sample) as (tab, _):
        tab.click("text=Filter >> nth=0")
        assert complaints(tab) == []
        tab.keyboard.press("Escape")
        assert tab.locator(".fields").count() == 0
    with opened(browser, large) as (tab, _):
        assert complaints(tab) == []


def test_axe_finds_nothing_in_the_readable_list(browser: Any, sample: Path) -> None:
    with opened(browser, sample) as (tab, _):
        tab.evaluate("document.documentElement.classList.remove('live')")
        assert complaints(tab) == []


# Print, and taking the data along


def test_print_is_the_readable_list_of_what_is_chosen(browser: Any, sample: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    with opened(browser, sample, "#filter=kind:meeting", dark=True) as (tab, _):
        printed = pdfium.PdfDocument(io.BytesIO(tab.pdf(format="A4")))
        assert tab.eval_on_selector("#print-picture", "c => [...c.getContext('2d').getImageData(2, 2, 1, 1).data]") == [255, 255, 255, 255]
        assert shade(tab, "#print-picture") > 10
    text = " ".join(" ".join(printed[n].get_textpage().get_text_range() for n in range(len(printed))).split())
    assert "Only what is chosen by: kind:meeting (3 of 21 events)." in text
    assert "Marsh met Thorne between 16 and 19 November 1891." in text
    assert "Nobody tested a pier" not in text


@pytest.mark.parametrize("plain", [10**9, 0], ids=["plain", "packed"])
def test_the_data_can_be_taken_along_whole(browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plain: int) -> None:
    monkeypatch.setattr(page_data, "PLAIN", plain)
    monkeypatch.setattr(page_data, "EVENTS_A_BLOCK", 4)
    path = tmp_path / "page.html"
    path.write_text(page.render_wire(page_sample.chronology()), "utf-8")
    with opened(browser, path) as (tab, heard):
        with tab.expect_download() as download:
            tab.click("text=Save the data")
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
    "wide-dark": {"at": "#event=e13&document=d1&lanes=actor", "width": 1920, "height": 1080, "dark": True},
    "phone-light": {"width": 390, "height": 844},
    "phone-dark": {"at": "#event=e9", "width": 390, "height": 844, "dark": True},
}


SHOWN = ("page-wide-dark", "page-phone-light", "large-desk-light")  # in the README and in docs/page.md


def picture(tab: Any, tmp_path: Path, name: str) -> None:
    """With ``SERIATIM_GOLDEN=write`` those that are shown go to docs/images; letters differ between machines, so pictures are not compared."""
    folder = ROOT / "docs" / "images" if os.environ.get("SERIATIM_GOLDEN") == "write" and name in SHOWN else tmp_path
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
