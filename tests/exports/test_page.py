"""The page as text: what it says of whom, and that nothing of a document's becomes markup."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from seriatim.exports import interchange, markup, page, page_data, page_list, page_marks, wire
from seriatim.messages.page import WORDS
from seriatim.messages.workbench import WORKBENCH
from seriatim.temporal import edtf
from tests.exports import page_sample

ROOT = Path(__file__).parents[2]
FRONTEND = ROOT / "frontend"

LISTING = """
1800 to 1899: What I saw at Orlestone says | nobody tested a pier
The 1870s: What I saw at Orlestone says | My father had worked on that bridge
1871: Inquiry into the fall of the Orlestone footbridge says | The footbridge over the Tarn at Orlestone was built
    Place: Orlestone
About 1880: Inquiry into the fall of the Orlestone footbridge says | It was repaired
Spring 1887: Inquiry into the fall of the Orlestone footbridge says | again in the spring of 1887
Spring 1891: The Orlestone Gazette, citing a clerk, who cites Edwin Marsh, says | Mr Marsh said in the spring that the pier would not last
    Relative date: “in the spring”
3 November 1891 or after: 2 documents report this (they differ) | the borough surveyor, Edwin Marsh, wrote to the mayor that the third pier was cracked
    Accounts differ
    Reported by 2 documents, 2 of them independent
    3 November 1891, date as written: “On 3 November 1891”
    Denied
    3 November 1891 or after, date from the heading above
    5 November 1891, relative date: “on the 5th”
9 November 1891 or after: Inquiry into the fall of the Orlestone footbridge says | the bridge was closed to carts
12 November 1891: The Orlestone Gazette, citing Josiah Thorne, says | he had reopened the bridge to carts on 12 November
    Relative date: “on 12 November”
    Cites https://gazette.example/1891/11/17
    Cites javascript:alert(1)
14 November 1891, 18:40 to 18:45: 2 documents report this (they differ) | the third span fell
    Place: Orlestone
    Accounts differ
    Reported by 2 documents, 2 of them independent
    14 November 1891, 18:40, date as written: “At 6.40 in the evening of 14 November 1891”
    14 November 1891, 18:45, relative date: “on Saturday at a quarter to seven”
"""
UNDATED = """
No date stated: Inquiry into the fall of the Orlestone footbridge says | The deed of the bridge has not been found
No date stated: The Orlestone Gazette says | The rope of the ferry had been cut some time before
    Other events place this no later than 14 November 1891, 18:45.
No date stated: Inquiry into the fall of the Orlestone footbridge, citing the toll keeper, who cites a carter, says | Carts may have crossed it at night
    Other events place this between 9 November 1891 and 14 November 1891, 18:45.
    Hedged: “may” · Stated as possible
"""
DECIDED = """
9 November 1891 or after: Inquiry into the fall of the Orlestone footbridge says | the bridge was closed to carts
    Date added by a reviewer
12 November 1891: The Orlestone Gazette, citing Josiah Thorne, says | he had reopened the bridge to carts on 12 November
    Date corrected by a reviewer; as written: “on 12 November”
    Cites https://gazette.example/1891/11/17
    Cites javascript:alert(1)
"""


@pytest.fixture(scope="module")
def sample() -> HTMLParser:
    return HTMLParser(page.render_wire(page_sample.chronology()))


def found(tree: HTMLParser, selector: str) -> Node:
    node = tree.css_first(selector)
    assert node is not None, selector
    return node


def text_of(node: Node | None) -> str:
    return " ".join(node.text().split()) if node else ""


def listing(tree: HTMLParser) -> str:
    lines = []
    for event in tree.css("#reading .event"):
        lines.append(
            f"{text_of(event.css_first('.when'))}: {text_of(event.css_first('.kicker'))} | {text_of(event.css_first('h3'))}"
        )
        lines += [f"    {text_of(line)}" for line in event.css(".detail")]
    return "\n".join(lines)


def test_every_line_says_who_says_so_and_how_surely(sample: HTMLParser) -> None:
    assert listing(sample).startswith(LISTING.strip())
    assert listing(sample).endswith(UNDATED.strip())


def test_where_all_documents_say_the_same_they_tell_of_it_alike() -> None:
    tree = HTMLParser(page.render_wire(page_sample.chronology()))
    assert (
        text_of(tree.css_first("#event-e15 .kicker")) == "2 documents report this"
    )  # a finer date is no other version


def test_a_document_that_tells_it_twice_and_not_alike_does_not_say_it() -> None:
    case = page_sample.chronology()
    differ = [
        wire.Difference(
            "whether",
            "contradiction",
            [wire.Side("it did not happen", ["d1-c6"]), wire.Side("it happened", ["d1-c5"])],
        )
    ]
    events = [
        msgspec.structs.replace(e, claims=e.claims[:2], differences=differ) if e.id == "e9" else e
        for e in case.events
    ]
    tree = HTMLParser(page.render_wire(msgspec.structs.replace(case, events=events)))
    assert (
        text_of(tree.css_first("#event-e9 .kicker"))
        == "Inquiry into the fall of the Orlestone footbridge reports this more than once (the accounts differ)"
    )


# What a person decided


@pytest.fixture(scope="module")
def decided() -> HTMLParser:
    return HTMLParser(page.render_wire(page_sample.decided()))


def test_what_was_rejected_stands_apart_struck_through_and_is_not_counted(
    decided: HTMLParser,
) -> None:
    assert [e.attributes["id"] for e in decided.css("#rejected .event")] == [
        "event-e17",
        "event-e1",
    ]
    assert [text_of(s) for s in decided.css("#reading h3 s")] == [
        "The board met on Monday",
        "The deed of the bridge has not been found",
    ]
    assert [text_of(e.css_first(".detail")) for e in decided.css("#rejected .event")] == [
        "Rejected by a reviewer"
    ] * 2
    assert [text_of(li) for li in decided.css("nav li")] == [
        "Dated events 17", "No date stated 2", "Rejected by a reviewer 2", "Findings 3", "Documents 3",
    ]  # fmt: skip
    events = {
        text_of(d.css_first("h3")): text_of(d.css("dd")[3])
        for d in decided.css("#documents .document")
    }
    assert events == {
        "Inquiry into the fall of the Orlestone footbridge": "12",
        "The Orlestone Gazette": "4",
        "What I saw at Orlestone": "6",
    }
    assert not decided.css("#dated s, #undated s")


def test_what_is_disputed_keeps_its_place_and_says_so(decided: HTMLParser) -> None:
    assert "Marked as disputed by a reviewer" in [
        text_of(p) for p in decided.css("#dated #event-e18 .detail")
    ]


def test_a_date_that_a_person_put_right_is_not_told_as_the_documents(decided: HTMLParser) -> None:
    assert DECIDED.strip() in listing(decided)


def test_a_list_that_is_cut_keeps_what_was_rejected_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_list, "LIMIT", 18)
    tree = HTMLParser(page.render_wire(page_sample.decided()))
    assert [len(tree.css(f"#{part} .event")) for part in ("dated", "undated", "rejected")] == [
        17,
        1,
        2,
    ]
    assert text_of(tree.css_first(".limit")).startswith(
        "This list shows the first 18 of 19 events."
    )
    assert [text_of(li) for li in tree.css("nav li")][:3] == [
        "Dated events 17",
        "No date stated 2",
        "Rejected by a reviewer 2",
    ]


# The list


def test_the_undated_follow_under_their_own_heading(sample: HTMLParser) -> None:
    headings = [text_of(h) for h in sample.css("#reading h2")]
    assert headings == [
        "Dated events",
        "No date stated",
        "Findings",
        "Documents",
        "How to read this page",
    ]
    assert [e.attributes["id"] for e in sample.css("#undated .event")] == [
        "event-e1",
        "event-e2",
        "event-e11",
    ]


def test_findings_stand_with_the_words_that_they_rest_on(sample: HTMLParser) -> None:
    finding = sample.css("#findings .finding")[0]
    assert (
        text_of(finding.css_first("h3"))
        == "“Several hours later” and “before seven” cannot both hold"
    )
    assert [text_of(q) for q in finding.css("q")] == [
        "Several hours later the constable, Ada Fenn, was told.",
        "I was called on the night of 14 November 1891, and I was at the water before seven.",
        "At 6.40 in the evening of 14 November 1891 the third span fell.",
    ]
    assert "Nothing has been changed." in text_of(finding)
    own = sample.css("#findings .finding")[2]
    assert text_of(own.css_first("q")) == "written perhaps in 1913"


def test_what_cannot_be_so_stands_before_what_is_only_noted(sample: HTMLParser) -> None:
    kinds = [
        text_of(f.css_first(".kicker")).split(" ")[0] for f in sample.css("#findings .finding")
    ]
    assert kinds == sorted(kinds, key=["Conflict", "Warning", "Note"].index)
    assert len(set(kinds)) > 1


def test_documents_say_how_their_date_was_found(sample: HTMLParser) -> None:
    dates = [text_of(d.css_first("dd")) for d in sample.css("#documents .document")]
    assert dates == [
        "4 March 1892, from the dateline",
        "17 November 1891, entered by hand",
        "Unknown. Dates relative to it stay open.",
    ]


def test_passages_mark_the_words_that_a_line_rests_on(sample: HTMLParser) -> None:
    passage = found(sample, "#event-e11 .passage")
    assert [(text_of(m), m.attributes.get("class")) for m in passage.css("mark")] == [
        ("Carts", None),
        ("may", "hedge"),
        ("have crossed it at night, according to", None),
        ("the toll keeper", "source"),
        (", who had it from", None),
        ("a carter", "source"),
        (".", None),
    ]
    assert text_of(passage).startswith(
        "From 9 November 1891 onwards the bridge was closed to carts."
    )


def test_only_addresses_of_the_web_become_links(sample: HTMLParser) -> None:
    assert [a.attributes["href"] for a in sample.css("#reading .link a")] == [
        "https://gazette.example/1891/11/17"
    ]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        " https://a.example",
        "https://a.example/\nx",
        "//a.example",
        "http:",
        "",
    ],
)
def test_other_addresses_are_not_the_webs(url: str) -> None:
    assert not page_list.is_web(url) or url == "http:"


def test_the_policy_names_the_only_script_and_the_only_style_by_their_hashes(
    sample: HTMLParser,
) -> None:
    policy = found(sample, "meta[http-equiv=Content-Security-Policy]").attributes["content"] or ""
    running = [s for s in sample.css("script") if s.attributes.get("type") is None]
    assert len(running) == len(sample.css("style")) == 1
    for kind, element in (("script", running[0]), ("style", sample.css("style")[0])):
        digest = base64.b64encode(hashlib.sha256(element.text().encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_nothing_is_fetched(sample: HTMLParser) -> None:
    assert not sample.css(
        "[src], [srcset], [poster], [background], iframe, object, embed, form, base"
    )
    assert [link.attributes["href"] for link in sample.css("link")] == ["data:,"]
    assert not re.search(r"url\(|@import", page.static("page.css"))


def test_the_same_case_gives_the_same_bytes() -> None:
    case = interchange.from_wire(page_sample.chronology())
    assert page.export(case) == page.export(case)


def test_the_whole_page_is_small_beside_its_data() -> None:
    assert len(page.static("page.js").encode()) + len(page.static("page.css").encode()) < 250_000


# The data inside


def block(html: str, name: str) -> Any:
    element = found(HTMLParser(html), f"#data-{name}")
    text = element.text()
    return json.loads(
        gzip.decompress(base64.b64decode(text))
        if element.attributes["type"] == "application/gzip"
        else text
    )


@pytest.mark.parametrize("plain", [10**9, 0])
def test_the_blocks_hold_the_interchange_form_plain_or_packed(
    plain: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_data, "PLAIN", plain)
    case = page_sample.chronology()
    html = page.render_wire(case)
    whole = json.loads(msgspec.json.encode(case))
    by_id = {e["id"]: e for e in whole["events"]}
    assert {e["id"]: e for e in block(html, "events-0")} == by_id
    assert block(html, "documents-0") == whole["documents"]
    assert block(html, "actors") == whole["actors"]
    assert block(html, "links") == whole["links"]
    assert [
        {k: v for k, v in f.items() if k != "proposed"} for f in block(html, "index")["findings"]
    ] == whole["findings"]


def test_large_cases_are_cut_into_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_data, "EVENTS_A_BLOCK", 5)
    monkeypatch.setattr(page_data, "CHARACTERS_A_BLOCK", 1000)
    html = page.render_wire(page_sample.chronology())
    ids = [e["id"] for n in range(5) for e in block(html, f"events-{n}")]
    assert ids == block(html, "index")["events"]["id"]
    assert [d["id"] for n in range(2) for d in block(html, f"documents-{n}")] == ["d1", "d2", "d3"]


def test_the_index_orders_events_by_their_first_moment_and_never_narrows_it() -> None:
    index = block(page.render_wire(page_sample.chronology()), "index")
    starts = []
    for when in index["events"]["when"]:
        value, said, start, end = index["dates"][when]
        assert said == edtf.say(value)
        assert (start, end) == ((None, None) if value == edtf.UNKNOWN else edtf.interval(value))
        starts.append(10**15 if value == edtf.UNKNOWN else start if start is not None else end)
    assert starts == sorted(starts)


def test_a_list_without_javascript_stops_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_list, "LIMIT", 4)
    tree = HTMLParser(page.render_wire(page_sample.chronology()))
    assert len(tree.css("#reading .event")) == 4
    assert text_of(tree.css_first(".limit")).startswith("This list shows the first 4 of 21 events.")


def test_an_empty_case_is_a_page_too() -> None:
    empty = wire.Chronology(
        "seriatim-chronology", 1, wire.Case("Nothing yet", {}), [], [], [], [], []
    )
    tree = HTMLParser(page.render_wire(empty))
    assert text_of(tree.css_first("h1")) == "Nothing yet"
    assert not tree.css(".event")


# Documents are hostile

ANY_TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("<>&'\"/!-\u2028\u2029\x00]")), max_size=60
)


@given(ANY_TEXT)
def test_text_stays_text(text: str) -> None:
    written = markup.tag("p", text, title=text)
    assert re.fullmatch(r'<p title="[^"<>]*">[^<>]*</p>', written, re.DOTALL)


@given(ANY_TEXT)
def test_data_can_not_end_its_element(text: str) -> None:
    d = page_sample.DOCUMENTS[0]
    documents = [msgspec.structs.replace(d, title=text, path=text), *page_sample.DOCUMENTS[1:]]
    case = msgspec.structs.replace(page_sample.chronology(), documents=documents)
    for element in page_data.blocks(page_list.Book(case)):
        inside = element[element.index(">") + 1 : -len("</script>")]
        assert "<" not in inside
        assert "\u2028" not in inside
        json.loads(inside)


@given(st.text("ab \n<", min_size=1, max_size=80), st.data())
def test_marked_words_are_the_texts_own(text: str, data: st.DataObject) -> None:
    def span() -> tuple[int, int]:
        start = data.draw(st.integers(0, len(text)))
        return start, data.draw(st.integers(start, len(text)))

    window = span()
    marks = [
        (span(), name)
        for name in data.draw(st.lists(st.sampled_from(["quote", "when", "hedge"]), max_size=4))
    ]
    written = page_marks.marked(text, window, marks)
    assert (
        re.sub(r"<[^>]*>", "", written).replace("&lt;", "<").replace("&gt;", ">")
        == text[window[0] : window[1]]
    )
    covered = "".join(re.findall(r"<mark[^>]*>(.*?)</mark>", written, re.DOTALL)).replace(
        "&lt;", "<"
    )
    quoted = {
        i
        for (a, b), name in marks
        if name == "quote"
        for i in range(max(a, window[0]), min(b, window[1]))
    }
    assert covered == "".join(text[i] for i in sorted(quoted))


# The front end


def test_every_word_of_the_interface_exists_and_is_used() -> None:
    written = {p: p.read_text("utf-8") for p in sorted((FRONTEND / "src").rglob("*.ts*"))}
    script = "\n".join(text for path, text in written.items() if path.parent.name != "work")
    of_workbench = {
        key
        for path, text in written.items()
        if path.parent.name == "work"
        for key in re.findall(r"""\bt\("([^"]+)\"""", text)
    }
    assert sorted(of_workbench - WORDS.keys() - WORKBENCH.keys()) == []
    assert sorted(WORDS.keys() & WORKBENCH.keys()) == []
    plain, patterns = words_used(script)
    assert sorted(key for key in plain - {"certain"} if key not in WORDS) == []
    unused = [key for key in WORDS.keys() - plain if not any(p.match(key) for p in patterns)]
    assert sorted(unused) == []


def words_used(script: str) -> tuple[set[str], list[re.Pattern[str]]]:
    """The keys that the page uses as they stand, and patterns of those that it puts together."""
    python = "\n".join(
        (ROOT / "src/seriatim/exports" / name).read_text("utf-8")
        for name in ("page_list.py", "page.py")
    )
    plain = set(re.findall(r"""\bt\("([^"]+)\"""", script)) | set(
        re.findall(r"""\bsay\("([^"]+)\"""", python)
    )
    plain |= {
        f"{key}.{n}"
        for key in re.findall(r"""\bcount\("([^"]+)\"""", script + python)
        for n in ("one", "other")
    }
    plain |= set(re.findall(r'WORDS\["([^"]+)"\]', python)) | {
        "citing",
        "who cites",
        "dated",
        "undated",
        "certain",
        "probable",
        "possible",
    }
    made = {
        re.sub(r"\$?\{[^}]*\}", "*", key)
        for key in re.findall(r"\b(?:t\(|count\(|words\[)`([^`]+)`", script)
        + re.findall(r"\b(?:say\(\s*|WORDS\[|WORDS\.get\()f\"([^\"]+)\"", python)
    }
    patterns = [
        re.compile(re.escape(key).replace(r"\*", "[^.]+") + r"(\.one|\.other)?$")
        for key in made - {"*", "*.*"}
    ]  # those of count() are in `plain`
    return plain, patterns


def test_a_build_of_the_front_end_gives_the_same_bytes(tmp_path: Path) -> None:
    if not shutil.which("npm"):
        pytest.skip("needs node and npm, to build the front end")
    if not (FRONTEND / "node_modules").is_dir():
        if not os.environ.get("SERIATIM_REQUIRE_ALL"):
            pytest.skip("needs the front end's packages: npm ci in frontend/")
        subprocess.run(
            ["npm", "ci", "--no-audit", "--no-fund"], cwd=FRONTEND, check=True, capture_output=True
        )
    for mode in ("production", "workbench"):
        subprocess.run(
            ["npx", "vite", "build", "--mode", mode, "--outDir", tmp_path],
            cwd=FRONTEND,
            check=True,
            capture_output=True,
        )
    for name in ("page.js", "page.css", "workbench.js", "workbench.css"):
        assert (tmp_path / name).read_bytes() == (
            ROOT / "src/seriatim/web/static" / name
        ).read_bytes(), f"{name}: npm run build in frontend/ and commit it"


def test_a_built_file_that_would_end_its_element_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    (tmp_path / "web" / "static").mkdir(parents=True)
    (tmp_path / "web" / "static" / "bad.js").write_text("'</SCRIPT>'")
    with pytest.raises(ValueError, match=r"bad\.js has markup"):
        page.static.__wrapped__("bad.js")


def test_where_documents_differ_stands_in_the_list_with_who_says_so(sample: HTMLParser) -> None:
    told = {
        e.attributes["id"]: [text_of(li) for li in e.css(".differences > li")]
        for e in sample.css("#reading .event")
        if e.css(".differences")
    }
    assert told == {
        "event-e9": [
            (
                "Whether it happened · both cannot be rightit did not happen – Inquiry into the fall of the Orlestone footbridge"
                "it happened – Inquiry into the fall of the Orlestone footbridge, What I saw at Orlestone"
            )
        ],
        "event-e13": [
            (
                "When · later documents say otherwise14 November 1891, 18:45 – The Orlestone Gazette"
                "14 November 1891, 18:40 – Inquiry into the fall of the Orlestone footbridge"
            )
        ],
        "event-e15": [
            "When · both can be right14 November 1891, 19:00 or before – What I saw at Orlestone14 to 15 November 1891 – Inquiry into the fall of the Orlestone footbridge"
        ],
    }
