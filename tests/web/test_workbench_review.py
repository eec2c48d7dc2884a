"""The workbench in a real browser: reviewing with the keys, alone and with somebody else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from seriatim.case import Case
from seriatim.temporal import edtf
from tests.web.served import LETTER, Seat, last, new_case, seated, served


@pytest.fixture
def seat(seat: Seat) -> Seat:
    seat.go()
    return seat


def left(seat: Seat) -> int:
    return int(re.sub(r"\D", "", seat.text(".kinds .chip .n")))


def test_the_queue_comes_first_with_what_matters_most(seat: Seat) -> None:
    assert seat.text(".sections [aria-current]").startswith("Review")
    seat.until_said("14 June 1871 was a Wednesday", ".item h2")
    assert "Monday, 14 June 1871" in seat.text(".item .claim-card")
    assert left(seat) == seat.tab.locator(".queued").count()


def test_a_proposal_is_looked_at_and_kept_with_two_keys_and_undone_with_one(
    seat: Seat, bench: tuple[str, Case]
) -> None:
    before, item = left(seat), seat.text(".item h2")
    seat.press("w")
    seat.tab.keyboard.type("the almanac")
    seat.press("Escape c")
    proposed = seat.tab.input_value(".decision-fields input")
    assert seat.text(".decision-fields .detail") == edtf.say(proposed)
    seat.press("Enter")
    assert left(seat) == before - 1
    assert seat.text(".item h2") != item
    seat.until_said("Saved: ")
    made = last(bench[1], "date")
    assert (made.value, made.why, made.who) == (proposed, "the almanac", "Nora Vane")
    assert seat.text(".foot").startswith("Saved: dated “")
    seat.press("u")
    seat.until_said("Saved: undid")
    assert last(bench[1], "undo").undoes == made.id
    seat.current()
    assert seat.text(".item h2") == item
    assert left(seat) == before


SAID = [
    "1871",
    "1871-06",
    "1871-06-19",
    "1871-21",
    "187X",
    "18XX",
    "-0479",
    "1871-06-19~",
    "1871?",
    "1871-06%",
    "1871-06-11/1871-06-15",
    "../1871-06",
    "1871-06-19/..",
    "1871-06-19T08:51",
    "1871-06-19T08:51:07",
    "1871-06-19T08:51/1871-06-19T09:26",
    "1871-06-30/1871-07-02",
    "1871-06~/1871-07",
    "1871-06-19T08",
    "unknown",
]
WRONG = [
    "june",
    "31 June 1871",
    "ma 1871",
    "the 4th",
    "1871 to 1870",
    "between 1871",
    "1871-13",
    "1871-02-30",
    "1871-6-1",
    "1871/1870",
    "../..",
    "1871-06-19T25:00",
    "187X-02",
    "71",
    "1871/1872/1873",
    "/",
]

SPOKEN = {
    "16 January 1871": "1871-01-16",
    "January 16, 1871": "1871-01-16",
    "the 1870s": "187X",
    "3rd of Sept. 1871": "1871-09-03",
    "jan 1871": "1871-01",
    "Summer of 1871": "1871-22",
    "about 1871": "1871~",
    "c. May 1871": "1871-05~",
    "perhaps 9 June 1871": "1871-06-09?",
    "11 to 15 July 1871": "1871-07-11/1871-07-15",
    "between 30 June and 2 July 1871": "1871-06-30/1871-07-02",
    "March to June 1871": "1871-03/1871-06",
    "June 1871 or before": "../1871-06",
    "after 3 May 1871": "1871-05-03/..",
    "since 1871": "1871/..",
    "no date stated": "unknown",
}


def test_a_date_is_checked_and_said_as_it_is_typed(seat: Seat) -> None:
    seat.press("c")
    for value in SAID:
        seat.tab.fill(".decision-fields input", value)
        assert edtf.is_valid(value)
        assert seat.text(".decision-fields .detail") == edtf.say(value)
        assert seat.tab.locator(".decision-fields button[type=submit]").is_enabled()
    for value in WRONG:
        seat.tab.fill(".decision-fields input", value)
        assert not edtf.is_valid(value)
        assert seat.text(".decision-fields .detail").startswith("This date can’t be read."), value
        assert seat.tab.locator(".decision-fields button[type=submit]").is_disabled()
    for words, value in SPOKEN.items():
        seat.tab.fill(".decision-fields input", words)
        assert seat.text(".decision-fields .detail") == f"{edtf.say(value)} · {value}", words
        assert seat.tab.input_value(".decision-fields input") == words
    seat.press("Escape")
    assert seat.tab.locator(".decision-fields").count() == 0
    assert seat.tab.evaluate("() => document.activeElement !== document.body")


def test_next_and_previous_and_a_reason_that_is_begun_stays(seat: Seat) -> None:
    first = seat.text(".item h2")
    seat.press("w")
    seat.tab.keyboard.type("begun")
    seat.press("Escape n")
    assert seat.text(".item h2") != first
    assert seat.tab.evaluate("() => document.activeElement.tagName") == "H2"
    assert seat.tab.input_value(".why input") == ""
    seat.press("p")
    assert seat.text(".item h2") == first
    assert seat.tab.input_value(".why input") == "begun"


def focused(seat: Seat) -> str:
    """What has the focus: its class or tag, and its words."""
    return str(
        seat.tab.evaluate(
            "() => { const e = document.activeElement; return `${e.className || e.tagName} ${e.innerText.slice(0, 40)}`; }"
        )
    )


def test_a_double_click_decides_once(seat: Seat, bench: tuple[str, Case]) -> None:
    before = len(bench[1].decisions())
    seat.tab.locator(".bar .decision-button:has-text('Dismiss')").first.dblclick()
    seat.until_said("Saved: ")
    seat.current()
    assert len(bench[1].decisions()) == before + 1
    seat.press("u")
    seat.until_said("Saved: undid")
    seat.current()


def test_the_focus_goes_back_where_it_came_from(seat: Seat) -> None:
    seat.click(".menu.add > .tool")
    seat.press("Escape")
    assert focused(seat).startswith("tool Add documents")
    seat.click(".keys-help")
    seat.press("Escape")
    seat.until("() => document.activeElement.classList.contains('keys-help')")
    seat.go("#section=documents&document=d1")
    seat.click("button:has-text('Publication date')")
    seat.press("Escape")
    seat.until("() => document.activeElement.innerText.startsWith('Publication date')")
    seat.tab.focus(".text")
    seat.press("ArrowDown Shift+ArrowRight Enter")
    assert seat.tab.evaluate("() => document.activeElement.closest('.claim-form') !== null")
    seat.press("Escape")
    seat.until("() => document.activeElement.classList.contains('text')")


def test_the_first_stop_leads_to_what_is_looked_at_and_a_list_is_one_stop(seat: Seat) -> None:
    first = "() => document.querySelector('a[href], button, input, [tabindex=\"0\"]').className"
    assert seat.tab.evaluate(first) == "skip"
    seat.tab.focus("a.skip")
    seat.press("Enter")
    assert focused(seat).endswith(seat.text(".item h2")[:40])
    seat.tab.focus(".queued[tabindex='0']")
    assert seat.tab.locator(".queued[tabindex='0']").count() == 1
    seat.press("ArrowDown ArrowDown")
    assert (
        seat.tab.evaluate(
            "() => [...document.querySelectorAll('.queued')].indexOf(document.activeElement)"
        )
        == 2
    )
    chosen = seat.tab.evaluate("() => document.activeElement.querySelector('.message').textContent")
    seat.press("Enter")
    assert seat.tab.evaluate("() => document.querySelector('.item h2').textContent") == chosen


def test_a_panel_is_closed_by_leaving_it_and_by_escape_from_anywhere(seat: Seat) -> None:
    seat.click(".menu.add > .tool")
    seat.press("Tab Tab Tab")
    seat.until("() => document.querySelector('.panel') === null")
    seat.press("c")
    seat.tab.focus(".item h2")
    seat.press("c")
    assert seat.tab.evaluate("() => document.activeElement.closest('.decision-fields') !== null"), (
        "the letter leads back into its field"
    )
    seat.tab.focus(".item h2")
    seat.press("Escape")
    assert seat.tab.locator(".decision-fields").count() == 0


def test_what_is_begun_is_marked_in_the_list_and_enter_in_the_reason_keeps_it(
    seat: Seat, bench: tuple[str, Case]
) -> None:
    seat.press("c")
    seat.tab.fill(".decision-fields input", "12 June 1871")
    seat.click("button:has-text('Next')")
    assert "Draft – not saved" in seat.tab.locator(".queued").first.inner_text()
    seat.press("p")
    seat.press("w")
    seat.tab.keyboard.type("the almanac")
    seat.press("Enter")
    seat.until_said("Saved: dated")
    assert (last(bench[1], "date").why, last(bench[1], "date").value) == (
        "the almanac",
        "1871-06-12",
    )
    seat.press("u")
    seat.until_said("Saved: undid")
    seat.current()


def test_letters_are_not_heard_in_fields_nor_when_switched_off(
    seat: Seat, bench: tuple[str, Case]
) -> None:
    before = len(bench[1].decisions())
    seat.press("w")
    seat.tab.keyboard.type("arxu")
    seat.press("Escape ?")
    assert seat.tab.locator("dialog.help[open]").count() == 1
    seat.press("r")
    seat.click(".help input[type=checkbox]")
    seat.press("Escape a r x")
    assert len(bench[1].decisions()) == before
    seat.click(".keys-help")
    seat.click(".help input[type=checkbox]")


def test_accept_dispute_and_comment(seat: Seat, bench: tuple[str, Case]) -> None:
    seat.click(".kinds .chip:has-text('No date stated')")
    item = seat.text(".item h2")
    seat.press("t")
    assert seat.tab.evaluate("() => document.activeElement.closest('.why') !== null"), (
        "a comment wants its words first"
    )
    seat.tab.keyboard.type("who was it?")
    seat.press("Escape t")
    seat.until_said("Saved: ")
    assert last(bench[1], "comment").why == "who was it?"
    seat.press("u")
    seat.until_said("Saved: undid")
    seat.current()
    assert seat.text(".item h2") == item
    seat.press("d")
    seat.until_said("Saved: ")
    assert last(bench[1], "dispute").target == "event"
    seat.press("u")
    seat.until_said("Saved: undid")
    seat.current()


def correct(seat: Seat, words: str, date: str) -> None:
    """Corrects the date of an event in the chronology."""
    seat.click(f".row a:has-text({words!r})")
    seat.click(".decide .decision-button:has-text('Set date')")
    seat.tab.fill(".decide .decision-fields input", date)
    seat.click(".decide .decision-fields button[type=submit]")


def test_two_browsers_correct_the_same_event_and_no_correction_is_lost(
    browser: Any, bench: tuple[str, Case]
) -> None:
    address, case = bench
    with (
        seated(browser, address, name="Ada") as ada,
        seated(browser, address, name="Bert", errors=False) as bert,
    ):
        ada.go("#section=chronology")
        bert.go("#section=chronology")
        # Bert's window looks at the event as it was: the stream of changes does not reach him.
        bert.tab.route("**/api/state", lambda route: route.abort())
        correct(ada, "sold the mill", "1871-06-10")
        ada.until_said("Saved: ")
        correct(bert, "sold the mill", "1871-06-11")
        bert.until("() => document.querySelector('dialog.edit-conflict[open]') !== null")
        assert "Ada dated “Bert Stone sold the mill on 9 June 1871.”: 10 June 1871" in bert.text(
            "dialog.edit-conflict"
        )
        assert [j.value for j in case.decisions() if j.act == "date"][-1] == "1871-06-10", (
            "what Bert said was not kept behind his back"
        )
        bert.tab.unroute("**/api/state")
        bert.click("dialog.edit-conflict button:has-text('Save anyway')")
        bert.until_said("Saved: ")
        made = [(j.who, j.value) for j in case.decisions() if j.act == "date"][-2:]
        assert made == [("Ada", "1871-06-10"), ("Bert", "1871-06-11")]
        ada.until_said("Bert dated", ".status-line")
        ada.until("() => document.querySelector('.event-view .when').innerText === '11 June 1871'")
        assert "Bert dated “Bert Stone sold the mill on 9 June 1871.”" in ada.text(
            ".event-view .log"
        )


def test_what_is_chosen_and_begun_stays_while_the_chronology_is_built_anew(
    browser: Any, bench: tuple[str, Case]
) -> None:
    address, _ = bench
    with seated(browser, address, name="Ada") as ada, seated(browser, address, name="Bert") as bert:
        ada.go("#section=chronology")
        ada.click(".row a:has-text('visited York')")
        ada.tab.fill(".decide .why input", "half a reason")
        bert.go("#section=documents&document=d2")
        bert.click("button:has-text('Publication date')")
        bert.tab.fill(".document-actions input", "1871-05-12")
        bert.click(".document-actions button[type=submit]")
        bert.until_said("changed with the publication date", ".document-view")
        assert "“Yesterday”: no date stated → 11 May 1871" in bert.text(
            ".document-view .finding-note"
        )
        ada.until_said("Bert gave the document the date", ".status-line")
        ada.current()
        assert ada.text(".event-view h2").endswith("visited York")
        assert ada.tab.input_value(".decide .why input") == "half a reason"
        assert ada.tab.evaluate("() => document.activeElement.closest('.why') !== null")


def test_a_workbench_that_is_gone_says_so_and_keeps_nothing(browser: Any, tmp_path: Path) -> None:
    new_case(tmp_path / "case", {"letter.txt": LETTER})
    with seated(browser, "", errors=False) as seat:
        with served(tmp_path / "case") as address:
            seat.address = address
            seat.go(ready=".workbench .item h2")
            item = seat.text(".item h2")
        seat.until_said("Not connected", ".standing-of")
        seat.press("x")
        seat.until_said("can’t be reached")
        assert seat.text(".item h2") == item
        seat.heard.requests.clear()
