"""The workbench in a real browser: every section at two widths, documents that are added, marked, dated and taken out, actors, questions, exports."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from seriatim.case import Case
from seriatim.web.auth import accounts
from tests.exports.browser import complaints, settle
from tests.exports.payloads import PAYLOADS
from tests.web.served import LETTER, REPORT, Seat, last, new_case, seated, served

SECTIONS = ("review", "chronology", "documents", "actors", "coincidence", "evidence", "history")


# Looked at


@pytest.mark.parametrize(
    ("width", "height", "scheme"), [(1280, 800, "light"), (1280, 800, "dark"), (390, 844, "light")]
)
def test_no_room_has_barriers_or_is_wider_than_the_window(
    browser: Any, bench: tuple[str, Case], width: int, height: int, scheme: str
) -> None:
    with seated(browser, bench[0], width=width, height=height, dark=scheme == "dark") as seat:
        for section in (
            *(f"#section={section}" for section in SECTIONS),
            "#section=chronology&event=e1",
            "#section=documents&document=d1&event=e2",
            "#section=actors&item=a1",
        ):
            seat.go(section)
            assert complaints(seat.tab) == [], section
            assert seat.tab.evaluate("() => document.documentElement.scrollWidth") <= width, section


def test_what_opens_has_no_barriers_and_closes_with_escape(seat: Seat) -> None:
    seat.go("#section=chronology&event=e1")
    for button in (
        ".menu.add > button",
        ".menu.export > button",
        ".menu.publish > button",
        ".menu.who > button",
    ):
        seat.click(button)
        assert complaints(seat.tab) == [], button
        seat.press("Escape")
        assert seat.tab.locator(".panel").count() == 0
        assert seat.tab.evaluate("s => document.activeElement.matches(s)", button)
    assert seat.tab.locator(".event-view").count() == 1, "Escape closed the menu alone"
    seat.click(".decide .decision-button:has-text('Set date')")
    seat.click(".keys-help")
    assert complaints(seat.tab) == []


def test_every_room_is_reached_with_the_keys(seat: Seat) -> None:
    seat.go()
    for section in SECTIONS:
        seat.tab.focus(f".sections [data-section={section}]")
        seat.press("Enter")
        assert seat.tab.locator(".sections [aria-current]").get_attribute("data-section") == section
        assert seat.tab.evaluate("() => document.activeElement.dataset.section") == section


def test_what_is_looked_at_stands_in_the_address(seat: Seat) -> None:
    seat.go("#section=chronology")
    seat.click(".row a:has-text('sold the mill')")
    seat.tab.wait_for_timeout(400)
    at = seat.tab.evaluate("() => location.hash")
    seat.go(at)
    assert "sold the mill" in seat.text(".event-view h2")


# Where one was


def test_back_leads_through_the_rooms_and_a_reload_stays_there(
    browser: Any, bench: tuple[str, Case]
) -> None:
    with seated(browser, bench[0]) as seat:
        seat.go("#section=documents")
        seat.click(".sections [data-section=chronology]")
        seat.tab.fill("input[type=search]", "quill")
        settle(seat.tab)
        seat.click(".row a:has-text('met Bert')")
        seat.click("text=Open in document")
        seat.tab.reload()
        seat.tab.wait_for_selector(".document-view mark.now")
        assert seat.tab.input_value("input[type=search]") == "quill"
        seat.tab.go_back()
        seat.until(
            "() => !document.querySelector('.document-view') && document.querySelector('.event-view h2')?.textContent.includes('met Bert')"
        )
        seat.tab.go_back()
        seat.until("() => !document.querySelector('.event-view')")
        assert seat.tab.input_value("input[type=search]") == "quill"
        seat.tab.go_back()
        seat.until(
            "() => document.querySelector('.sections [aria-current]')?.dataset.section === 'documents'"
        )
        seat.tab.go_forward()
        seat.until(
            "() => document.querySelector('.sections [aria-current]')?.dataset.section === 'chronology'"
        )


def test_what_leads_to_another_room_is_one_step(browser: Any, bench: tuple[str, Case]) -> None:
    with seated(browser, bench[0]) as seat:
        seat.go("#section=history")
        before = seat.tab.evaluate("history.length")
        seat.click(".sections [data-section=review]")
        seat.click(".item h3 a, .item .actions button >> nth=0")
        seat.until(
            "() => document.querySelector('.sections [aria-current]')?.dataset.section !== 'review'"
        )
        assert seat.tab.evaluate("history.length") == before + 2
        seat.tab.go_back()
        seat.until(
            "() => document.querySelector('.sections [aria-current]')?.dataset.section === 'review'"
        )


# Documents


def drop(seat: Seat, files: dict[str, str]) -> None:
    seat.tab.evaluate(
        """files => {
            const data = new DataTransfer();
            for (const [name, text] of Object.entries(files)) data.items.add(new File([text], name));
            for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        files,
    )


def test_files_that_are_dropped_become_documents_and_what_is_refused_is_said_by_name(
    browser: Any, tmp_path: Path
) -> None:
    case = new_case(tmp_path / "case", {})
    with served(tmp_path / "case") as address, seated(browser, address, errors=False) as seat:
        seat.go(ready=".workbench .empty-case")
        assert complaints(seat.tab) == []
        drop(seat, {"letter.txt": LETTER, "empty.txt": "", "letter again.txt": LETTER})
        seat.until_said("2 files uploaded; 1 refused", ".sent")
        assert "empty.txt: the file is empty" in seat.text(".sent")
        assert "letter again.txt: already in the case" in seat.text(".sent")
        seat.until("() => document.querySelector('.sections').innerText.includes('Documents 1')")
        seat.current()
        seat.click(".sections [data-section=documents]")
        assert seat.tab.locator(".queued").count() == 1
        assert [j.who for j in case.decisions()] == ["Nora Vane"]


def test_a_folder_that_is_dropped_is_taken_with_all_that_is_in_it(
    browser: Any, tmp_path: Path
) -> None:
    case = new_case(tmp_path / "case", {})
    with served(tmp_path / "case") as address, seated(browser, address) as seat:
        seat.go(ready=".workbench .empty-case")
        # A script can make no folder: this is one as a browser hands it out, by and by.
        seat.tab.evaluate(
            """([letter, report]) => {
                const file = (name, text) => ({ isFile: true, name, file: done => done(new File([text], name)) });
                const folder = (name, ...parts) => ({ isFile: false, name, createReader: () => ({ readEntries: done => done(parts.splice(0, 1)) }) });
                const papers = folder('papers', file('letter.txt', letter), folder('press', file('gazette.txt', report)));
                const drop = new Event('drop', { bubbles: true, cancelable: true });
                drop.dataTransfer = { types: ['Files'], items: [{ webkitGetAsEntry: () => papers }], files: [] };
                document.body.dispatchEvent(drop);
            }""",
            [LETTER, REPORT],
        )
        seat.until("() => document.querySelector('.sent button') !== null")
        assert seat.text(".sent").startswith("2 files uploaded")
        assert sorted(j.value or "" for j in case.decisions()) == [
            "papers/letter.txt",
            "papers/press/gazette.txt",
        ]


def test_nothing_moves_for_people_who_do_not_want_it(browser: Any, bench: tuple[str, Case]) -> None:
    with seated(browser, bench[0]) as seat:
        for motion, moves in (("reduce", "none"), ("no-preference", "breathe")):
            seat.tab.emulate_media(reduced_motion=motion)
            seat.go()
            seat.tab.evaluate("() => document.querySelector('.standing-of').classList.add('busy')")
            assert (
                seat.tab.evaluate(
                    "() => getComputedStyle(document.querySelector('.standing-of'), '::before').animationName"
                )
                == moves
            )


def select(seat: Seat, words: str) -> None:
    """Drags over words of the open document."""
    place = seat.tab.evaluate(
        """words => {
            for (const p of document.querySelectorAll('.text [data-from]')) {
                const at = p.textContent.indexOf(words);
                if (at < 0) continue;
                p.scrollIntoView({ block: 'center' });
                const find = unit => {
                    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
                    for (let n = walker.nextNode(); n; n = walker.nextNode()) {
                        if (unit <= n.nodeValue.length) return [n, unit];
                        unit -= n.nodeValue.length;
                    }
                };
                const range = document.createRange();
                range.setStart(...find(at)), range.setEnd(...find(at + words.length));
                const rects = [...range.getClientRects()], a = rects[0], b = rects.at(-1);
                return [a.left + 1, a.top + a.height / 2, b.right - 1, b.top + b.height / 2];
            }
        }""",
        words,
    )
    mouse = seat.tab.mouse
    mouse.move(place[0], place[1])
    mouse.down()
    mouse.move(place[2], place[3], steps=8)
    mouse.up()
    settle(seat.tab)


def test_words_that_are_dragged_over_become_a_claim_with_its_pin_cite(
    seat: Seat, bench: tuple[str, Case]
) -> None:
    seat.go("#section=documents&document=d1")
    select(seat, "Later Ada Quill left Leeds")
    assert seat.text(".claim-form .quoted") == "Later Ada Quill left Leeds"
    assert seat.tab.input_value(".claim-form .date-field input") == ""
    select(seat, "On 5 May 1871 Ada Quill wrote")
    assert seat.tab.input_value(".claim-form .date-field input") == "1871-05-05", (
        "the date that was read in these words"
    )
    select(seat, "Later Ada Quill left Leeds")
    assert complaints(seat.tab) == []
    seat.click(".claim-form .chip:has-text('left')")
    seat.tab.fill(".claim-form .date-field input", "1871-06-10")
    seat.click(".claim-form button[type=submit]")
    seat.until_said("Saved: ")
    made = last(bench[1], "claim")
    assert [s.exact for s in made.selectors] == ["Later Ada Quill left Leeds", "left"]
    assert LETTER[made.selectors[0].start : made.selectors[0].end] == "Later Ada Quill left Leeds"
    assert made.value == "1871-06-10"
    seat.current()
    # Quote, line and timeline lead to one another.
    mark = seat.tab.locator(".text [role=link]", has_text="Later Ada Quill left Leeds").first
    told = []
    for _ in range(2):
        mark.focus()
        seat.press("Enter")
        seat.until("() => document.querySelector('.side-pane .event-view .claim-card') !== null")
        told.append(seat.text(".side-pane .event-view .when"))
    assert sorted(told) == ["10 June 1871", "9 June 1871 or after"], (
        "words of two events lead to one after the other"
    )
    if told[-1] != "10 June 1871":
        mark.focus()
        seat.press("Enter")
    seat.click(".side-pane button:has-text('Show in the chronology')")
    assert seat.text(".chronology .row.now .when") == "10 June 1871"
    seat.click(".event-view button:has-text('Open in document')")
    assert seat.text(".chronology mark.now") == "Later Ada Quill left Leeds"


def test_words_are_chosen_with_the_keys_too(seat: Seat, bench: tuple[str, Case]) -> None:
    seat.go("#section=documents&document=d2")
    seat.tab.focus(".text")
    seat.press("ArrowRight ArrowDown ArrowRight Shift+ArrowRight Shift+ArrowRight")
    assert seat.text(".claim-form .quoted") == "Quill met Bert"
    seat.press("Shift+ArrowLeft Enter")
    assert seat.text(".claim-form .quoted") == "Quill met"
    assert seat.tab.evaluate("() => document.activeElement.closest('.claim-form') !== null")
    seat.press("Escape")
    assert seat.tab.locator(".claim-form").count() == 0


def test_code_points_beyond_the_first_plane_count_once(browser: Any, tmp_path: Path) -> None:
    text = "𝔐𝔦𝔩𝔩 𝕹otes 🏭\n\n🏭 On 3 May 1871 𝔄da Quill met Bert 🏭 Stone in Leeds.\n"
    case = new_case(tmp_path / "case", {"odd.txt": text})
    with served(tmp_path / "case") as address, seated(browser, address) as seat:
        seat.go("#section=documents&document=d1")
        select(seat, "Bert 🏭 Stone")
        seat.click(".claim-form button[type=submit]")
        seat.until_said("Saved: ")
        made = last(case, "claim").selectors[0]
        assert text[made.start : made.end] == "Bert 🏭 Stone"


def test_a_document_is_taken_out_with_a_reason_and_comes_back(
    seat: Seat, bench: tuple[str, Case]
) -> None:
    seat.go("#section=documents&document=d2")
    seat.click("button:has-text('Remove')")
    seat.click(".document-actions .decision-button")
    seat.tab.keyboard.type("a reprint")
    seat.click(".document-actions .decision-button")
    seat.until_said("Saved: ")
    assert (last(bench[1], "remove").why, last(bench[1], "remove").value) == (
        "a reprint",
        "gazette.txt",
    )
    seat.current()
    seat.go("#section=history")
    assert "removed gazette.txt" in seat.text(".log-line")
    seat.tab.locator(".log-line button:has-text('Undo')").first.click()
    seat.press("Enter")
    seat.until_said("Saved: undid")
    seat.current()
    assert "Documents 2" in seat.text(".sections")


# Actors


def open_actor(seat: Seat, name: str) -> None:
    seat.go("#section=actors")
    seat.tab.fill(".finder input", name)
    found = seat.tab.locator(".queued .message").all_inner_texts()
    assert name in found
    seat.tab.locator(".queued").nth(found.index(name)).click()
    settle(seat.tab)


def test_actors_are_renamed_grouped_split_and_put_together(
    seat: Seat, bench: tuple[str, Case]
) -> None:
    case = bench[1]
    open_actor(seat, "Carl Finch")
    seat.click(".actor .decision-button:has-text('Rename')")
    seat.tab.fill(".actor .decision-fields input", "Karl Finch")
    seat.press("Enter")
    seat.until_said("Saved: ")
    assert last(case, "name").value == "Karl Finch"
    seat.current()
    assert seat.text(".actor h2") == "Karl Finch"
    seat.click(".actor .decision-button:has-text('Add to group')")
    seat.tab.fill(".actor .decision-fields input", "buyers")
    seat.press("Enter")
    seat.until_said("Saved: ")
    assert last(case, "group").value == "buyers"
    seat.current()
    assert "group: buyers" in seat.text(".actor")
    open_actor(seat, "Ada Quill")
    assert [
        words.rpartition(" ")[0]
        for words in seat.tab.locator(".spelling summary").all_inner_texts()
    ] == ["Ada Quill", "Quill"]
    seat.tab.locator(".spelling summary", has_text=re.compile(r"^Quill")).click()
    seat.click(".spelling .decision-button:has-text('“Quill” is a different person')")
    seat.click(".spelling .decision-fields button:has-text('Yes')")
    seat.until_said("Saved: ")
    seat.current()
    seat.tab.fill(".finder input", "quill")
    assert sorted(seat.tab.locator(".queued .message").all_inner_texts()) == ["Ada Quill", "Quill"]
    open_actor(seat, "Quill")
    seat.click(".actor button:has-text('Merge with')")
    seat.tab.fill(".duplicate input[type=search]", "ada")
    assert (
        seat.tab.locator(".duplicate .decision-button").first.inner_text().startswith("Ada Quill")
    ), "who shares a name comes first"
    seat.click(".duplicate .decision-button:has-text('Ada Quill')")
    seat.click(".duplicate .decision-fields button:has-text('Yes')")
    seat.until_said("Saved: ")
    assert [j.act for j in case.decisions()][-4:] == ["name", "group", "split", "merge"]
    seat.current()
    seat.go("#section=actors")
    seat.tab.fill(".finder input", "quill")
    assert seat.tab.locator(".queued").count() == 1, "the two are one"
    name = seat.text(".queued .message")
    open_actor(seat, name)
    seat.click("button:has-text('Show events')")
    assert "Chronology" in seat.text(".sections [aria-current]")
    assert seat.tab.input_value(".search input") == f'actor:"{name}"'


# Events


def test_two_events_are_put_together_by_choosing_the_other(
    seat: Seat, bench: tuple[str, Case]
) -> None:
    seat.go("#section=chronology")
    seat.click(".row a:has-text('visited York')")
    seat.click(".decide .decision-button:has-text('Merge with')")
    seat.click(".row a:has-text('visited Hull')")
    assert "visited York" in seat.text(".merge-bar")
    assert "visited Hull" in seat.text(".merge-bar")
    assert complaints(seat.tab) == []
    seat.click(".merge-bar button:has-text('Merge')")
    seat.until_said("Saved: ")
    assert {s.exact for s in last(bench[1], "merge").selectors} == {"visited"}
    seat.current()
    assert seat.tab.locator(".event-view .claim-card").count() == 2
    seat.tab.locator(".claim-card button:has-text('Review this account')").first.click()
    seat.click(".claim-card .decision-button:has-text('This is a different event')")
    seat.until_said("Saved: ")
    seat.current()
    assert seat.tab.locator(".event-view .claim-card").count() == 1
    assert "merged into one event" in seat.text(".event-view .log")
    assert "separated from its event" in seat.text(".event-view .log")


# Who one is


def test_the_name_that_stands_beside_decisions_can_be_changed(
    seat: Seat, bench: tuple[str, Case]
) -> None:
    seat.go("#section=chronology&event=e1")
    seat.click(".menu.who > button")
    seat.tab.fill(".menu.who input", "Dr Zoë Ash")
    seat.press("Enter")
    assert seat.text(".menu.who > button") == "Dr Zoë Ash owner"
    seat.click(".decide .decision-button:has-text('Confirm')")
    seat.until_said("Saved: ")
    assert last(bench[1], "accept").who == "Dr Zoë Ash"
    seat.go("#section=history")
    assert seat.text(".log-line strong").startswith("Dr Zoë Ash")


# Accounts, and documents that mean harm


def test_with_accounts_one_logs_in_and_a_reader_only_reads(browser: Any, tmp_path: Path) -> None:
    new_case(tmp_path / "case", {"letter.txt": LETTER})
    accounts.add(tmp_path / "case", "Olga", "owner", "another long password")
    accounts.add(tmp_path / "case", "Rhea", "reader", "a long enough password")
    with served(tmp_path / "case") as address, seated(browser, address, errors=False) as seat:
        seat.go(ready=".login input")
        assert complaints(seat.tab) == []
        assert seat.tab.evaluate("() => document.activeElement.name") == "name"
        seat.tab.fill("[name=name]", "Rhea")
        seat.tab.fill("[name=password]", "wrong wrong wrong")
        seat.press("Enter")
        seat.until_said("the name or the password is wrong", ".login")
        seat.tab.fill("[name=password]", "a long enough password")
        seat.press("Enter")
        seat.tab.wait_for_selector(".review .item")
        seat.current()
        assert "Rhea reader" in seat.text(".menu.who")
        assert seat.tab.locator(".decision-button, .menu.add, .document-actions").count() == 0
        for section in SECTIONS:
            seat.click(f".sections [data-section={section}]")
            assert (
                seat.tab.locator(
                    ".decision-button, .menu.add, .document-actions, .log-line button"
                ).count()
                == 0
            )
        seat.click(".menu.who > button")
        seat.tab.click(".panel button:has-text('Log out')")
        seat.tab.wait_for_selector(".login input")
        seat.tab.fill("[name=name]", "Olga")
        seat.tab.fill("[name=password]", "another long password")
        seat.press("Enter")
        seat.tab.wait_for_selector(".menu.add")


def test_nothing_of_a_document_runs(browser: Any, tmp_path: Path) -> None:
    lines = [
        f"On {1 + n % 28} May 1871 Ada Quill met Bert Stone about {payload}."
        for n, payload in enumerate(PAYLOADS.strip().splitlines())
    ]
    case = new_case(
        tmp_path / "case",
        {"<img src=x onerror=fired()>.txt": "\n\n".join(lines)},
        title="<img src=x onerror=fired()> & <script>fired()</script>",
    )
    assert len(case.chronology().events) > 20
    with served(tmp_path / "case") as address, seated(browser, address) as seat:
        for section in (
            *(f"#section={section}" for section in SECTIONS),
            "#section=documents&document=d1&event=e2",
            "#section=chronology&event=e3&lanes=document",
        ):
            seat.go(section)
            seat.tab.evaluate(
                "() => document.querySelectorAll('details').forEach(d => d.open = true)"
            )
            settle(seat.tab)
            assert (
                seat.tab.evaluate(
                    "() => document.querySelectorAll('#app script, #app iframe, #app object, #app embed, #app svg script, #app [onerror], #app a[href^=javascript]').length"
                )
                == 0
            )
        for n in range(12):
            seat.go("#section=review") if n == 0 else seat.press("n")
        assert seat.tab.evaluate("() => window.hit") is None
