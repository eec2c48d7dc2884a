"""What a person reads: natural frequencies first, what is not shown, and a picture."""

from __future__ import annotations

import struct
import zlib
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.association import Coincidence, Refusal, ask, drawing, picture, say
from seriatim.association.wording import often, percent
from tests.association.lists import events, question

ARRIVALS = "1901-02-03 1902-05-09 1903-01-20 1904-08-11 1905-11-02 1906-04-04 1907-07-28 1908-03-15 1909-10-06 1910-06-19"
OF = "1901-02-04 1902-05-11 1903-01-23 1904-08-11 1905-11 1906-09-01 1907-12-24"


def answer(**told: object) -> Coincidence | Refusal:
    return ask(
        question(**told),
        events("complaint", OF, source="a harbour clerk"),
        events("arrival", ARRIVALS),
        earlier=(question(within=7),),
    )


def test_an_answer_reads_as_a_person_would_say_it() -> None:
    assert say(answer()).split("\n\nThe pairs:")[0] == (
        "A: kind:complaint, 7 events\n"
        "B: kind:arrival, 10 events\n"
        "Period: 1 January 1901 to 31 December 1910\n"
        "\n"
        "Of 7 A, 4 came within 3 days after a B, and 1 more may have: their dates are not exact and count by the share that lies in windows, "
        "4.1 in all. The windows after B cover 1% of the period. Chance alone gives about 0.1 (0 to 1 in 95 of 100 such calendars); "
        "4.1 or more in fewer than 2 of 1,000,000 such calendars.\n"
        "This doesn't show cause: what drives both (a season, a session, a crisis, the habits of those who wrote them down) looks the same.\n"
        "2 questions were tried: with as many, chance alone gives one like this in fewer than 2 of 1,000,000 cases.\n"
        "Keep in mind: Both lists come from one document: whoever wrote it chose both.\n"
        "\n"
        "Seen 4.133, expected 0.126, ratio 32.83 (95%: 10.95 to 50.64), p = 1.7e-07, corrected for 2 questions 3.3e-07.\n"
        "Method: block shift: A moved together by whole weeks inside each year, so that clusters, weekdays, hours and busy years stay. "
        "The least p that it could give here is 3.8e-12."
    )


def test_a_refusal_says_what_was_seen_with_its_words_and_what_would_be_needed() -> None:
    told = say(answer(made_of="curated"))
    assert "p =" not in told
    assert told.startswith("A: kind:complaint, 7 events\n")
    for line in (
        "No p-value: how often chance alone would give as much",
        "- One of the lists was put together to show something.",
        "What was seen: Of 7 A, 4 came within 3 days after a B, and 1 more may have",
        "Tipping point: were ",
        "This doesn't show cause",
        "- Every A and every B between two days fixed beforehand, fitting or not",
        "  A 4 February 1901: “there was a complaint” (d1, from a harbour clerk)",
        "  B 3 February 1901: “there was a arrival” (d1)",
        "- from 1 day before to 28 days after",
    ):
        assert f"\n{line}" in told, line


@pytest.mark.parametrize(
    ("p", "told"),
    [
        (1.0, "all"),
        (0.999, "nearly all"),
        (0.29, "about 29 of 100"),
        (0.036, "about 4 of 100"),
        (0.0021, "about 2 of 1,000"),
        (4e-6, "about 4 of 1,000,000"),
        (1e-9, "fewer than 2 of 1,000,000"),
    ],
)
def test_natural_frequencies(p: float, told: str) -> None:
    assert often(p) == told


@given(st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_a_share_is_never_rounded_to_none_or_all(share: float) -> None:
    assert percent(share) not in ("0%", "100%")


@pytest.mark.parametrize(
    "told", [{}, {"made_of": "curated"}, {"window_fixed": False}, {"period": None}]
)
def test_the_picture_is_whole_in_both_forms(told: dict[str, object]) -> None:
    found = answer(**told)
    root = ET.fromstring(picture.svg(found))  # noqa: S314 - our own file
    texts = [e.text or "" for e in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "Of 7 A, 4.1 came within 3 days after a B" in texts
    assert any(t.startswith("What chance alone gives") for t in texts) == isinstance(
        found, Coincidence
    )
    assert (
        (root.find("{http://www.w3.org/2000/svg}desc") is not None)
        == (root.attrib["role"] == "img")
        is True
    )
    assert all(len(t) < 150 for t in texts), "a line runs out of the picture"
    width, height = struct.unpack(">II", picture.png(found)[16:24])
    assert (width, height) == (2 * int(root.attrib["width"]), 2 * int(root.attrib["height"]))


def test_the_same_answer_is_the_same_picture() -> None:
    assert picture.svg(answer()) == picture.svg(answer())
    assert picture.png(answer()) == picture.png(answer())


def test_a_picture_shows_windows_and_events_where_they_are() -> None:
    data = picture.png(answer())
    width = struct.unpack(">I", data[16:20])[0]
    start = data.index(b"IDAT") + 4
    length = struct.unpack(">I", data[start - 8 : start - 4])[0]
    raw = zlib.decompress(data[start : start + length])
    channels = 4 if data[25] == 6 else 3
    line = width * channels + 1  # each begins with the number of its filter
    colours = {
        raw[i : i + 3] for y in range(0, len(raw), line) for i in range(y + 1, y + line, channels)
    }
    assert {bytes.fromhex(c[1:]) for c in (picture.WINDOW, picture.HIT, picture.MISS)} <= colours


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_nothing_of_a_filter_runs_or_breaks_the_picture(name: str) -> None:
    hostile = f"<script>{name}</script> & \"'\x00\x1b"
    drawn = drawing.Drawing(40, 20, hostile, hostile, (drawing.Words(0, 10, hostile),))
    root = ET.fromstring(drawing.svg(drawn))  # noqa: S314
    assert [e.tag for e in root.iter() if e.tag.endswith("script")] == []
    assert drawing.png(drawn).startswith(b"\x89PNG")
