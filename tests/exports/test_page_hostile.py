"""Documents are hostile: whatever they hold, through whichever reader it comes, nothing of it runs in the page and nothing is fetched."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable, Generator
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
import pytest

from seriatim import pipeline, readers
from seriatim.exports import page, wire
from tests.exports import page_sample
from tests.exports.browser import chromium, opened, settle
from tests.exports.payloads import ALL


@pytest.fixture(scope="module")
def browser() -> Generator[Any]:
    with chromium() as found:
        yield found


def lines() -> list[str]:
    return [
        f"On {1 + i % 28} May 1911 Ada Quill met Ben Moor {payload} at the mill."
        for i, payload in enumerate(ALL)
    ]


def plain() -> bytes:
    return "\n\n".join(lines()).encode()


def markup() -> bytes:
    body = "".join(
        f"<p>{line}</p>\n<p>{html.escape(line)}</p>\n<p title='{html.escape(line)}'>On 2 June 1911 Ada Quill left.</p>\n"
        for line in lines()
    )
    return f"<html><head><title>{html.escape(ALL[3])}</title></head><body><article>{body}</article></body></html>".encode()


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = (
        ALL[3],
        f'"{ALL[9]}" <a@quill.example>',
        "b@moor.example",
    )
    message["Date"] = "Fri, 05 May 1911 10:00:00 +0000"
    message.set_content("\n\n".join(lines()))
    message.add_alternative("".join(f"<p>{line}</p>" for line in lines()), subtype="html")
    return message.as_bytes()


def word() -> bytes:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.title = ALL[3]
    for line in lines():
        document.add_paragraph("".join(c for c in line if c.isprintable()))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("<img src=x onerror=fired()>.txt", plain())
    return out.getvalue()


def table() -> bytes:
    return (
        "date,text\n"
        + "".join(
            f'1911-05-{1 + i % 28:02},"{line.replace(chr(34), chr(34) * 2)}"\n'
            for i, line in enumerate(lines())
        )
    ).encode()


READERS: dict[str, Callable[[], bytes]] = {
    "a.txt": plain,
    "a.md": plain,
    "a.html": markup,
    "a.eml": mail,
    "a.docx": word,
    "a.zip": archive,
    "a.csv": table,
}


def attack(browser: Any, path: Path, events: list[str], texts: list[str]) -> None:
    """Opens the page in every view; fails where anything fired, was fetched, or stands in the page as more than text."""
    with opened(browser, path) as (tab, heard):
        for document in texts:
            tab.evaluate("at => { location.hash = at }", f"#document={document}&list=documents")
            settle(tab)
        for event in events:
            tab.evaluate(
                "at => { location.hash = at }", f"#event={event}&lanes=source&list=findings"
            )
            settle(tab)
        tab.evaluate("at => { location.hash = at }", "#picture=contacts")
        settle(tab)
        tab.evaluate(
            "() => document.querySelectorAll('#reading details').forEach(d => d.open = true)"
        )
        settle(tab)
        assert tab.evaluate("window.hit") is None
        assert heard.requests == [path.as_uri()]
        assert (heard.dialogs, heard.errors) == ([], [])
        assert tab.evaluate(FOREIGN) == []


# Elements and attributes that the page itself never writes.
FOREIGN = """() => {
    const found = [];
    for (const e of document.querySelectorAll('*')) {
        if (/^(img|image|iframe|object|embed|form|video|audio|base|marquee|template|math|foreignobject|animate|set|use)$/i.test(e.localName)) found.push(e.outerHTML.slice(0, 80));
        for (const a of e.attributes) {
            if (/^on/i.test(a.name) || (/^(href|src|xlink:href|action|data)$/i.test(a.name) && !/^(#|https?:|data:,$)/.test(a.value))) found.push(a.name + '=' + a.value);
        }
    }
    return found;
}"""


def unguarded(html: str) -> str:
    """The page without its policy: what keeps a payload from running must be that it is text, not the policy alone."""
    bare, n = re.subn('<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    assert n == 1
    return bare


def test_there_are_enough_of_them() -> None:
    assert len(set(ALL)) >= 60


@pytest.mark.parametrize("name", READERS)
def test_nothing_fires_through_a_reader(browser: Any, tmp_path: Path, name: str) -> None:
    taken = readers.read_bytes(READERS[name](), name)
    assert taken.documents, taken.problems
    readings = [pipeline.read(d, passages, model=False) for d, passages in taken.documents]
    chronology = pipeline.assemble(readings, title=ALL[3])
    assert chronology.events
    path = tmp_path / "page.html"
    path.write_text(unguarded(page.render(chronology)), "utf-8")
    attack(
        browser,
        path,
        [e.id for e in chronology.events[:: max(1, len(chronology.events) // 4)]],
        [chronology.readings[0].document.id],
    )


@pytest.mark.parametrize("guard", [str, unguarded], ids=["with the policy", "without it"])
def test_nothing_fires_in_any_field_of_the_file(
    browser: Any, tmp_path: Path, guard: Callable[[str], str]
) -> None:
    """Every text of the interchange file is a payload: names, kinds, ids, summaries, messages, addresses."""
    case = page_sample.chronology()
    text = "\n".join(ALL)
    document = msgspec.structs.replace(
        case.documents[0],
        title=ALL[0],
        path=ALL[3],
        text=text,
        media_type=ALL[9],
        sha256=ALL[10],
        locations=[],
    )
    actors = [
        wire.Actor(f"a{i}", payload, "person", [payload], [payload], [])
        for i, payload in enumerate(ALL)
    ]
    at, events = 0, []
    for i, payload in enumerate(ALL):
        span = (at, at + len(payload))
        at = span[1] + 1
        when = wire.When("1911-05", "1911-05", "1911-05", "month", "relative", payload, span)
        source = wire.Source(payload, f"a{i}", span, None, None)
        told = wire.Claim(
            f"c{i}",
            "d1",
            span,
            payload,
            span,
            when,
            payload,
            [source],
            [span],
            "-",
            "possible",
            True,
            [],
            [payload],
        )
        who = [
            wire.EventActor(f"a{i}", "agent"),
            wire.EventActor(f"a{(i + 1) % len(ALL)}", "agent"),
        ]
        events.append(
            wire.Event(
                f"e{i}{payload}",
                payload,
                payload,
                when,
                payload,
                who,
                "disputed",
                [told],
                wire.Corroboration(1, 1),
            )
        )
    findings = [
        wire.Finding(
            p, "error", p, [e.id], [e.claims[0].id], None, None, [p], wire.Proposal(name=p)
        )
        for p, e in zip(ALL, events, strict=True)
    ]
    links = [
        wire.Link(events[0].id, "after", e.id, 1, 1, "day", "stated", "d1", (0, 1))
        for e in events[1:]
    ]
    groups = {payload: [f"a{i}"] for i, payload in enumerate(ALL)}
    hostile = wire.Chronology(
        "seriatim-chronology",
        1,
        wire.Case(ALL[3], groups),
        [document],
        actors,
        events,
        links,
        findings,
    )
    path = tmp_path / "page.html"
    path.write_text(guard(page.render_wire(hostile)), "utf-8")
    attack(browser, path, [quote(e.id, safe="") for e in events[::16]], ["d1"])
