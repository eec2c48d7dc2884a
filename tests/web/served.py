"""A case behind `seriatim serve`, and a browser in front of it."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from seriatim.case import Case
from seriatim.model import Decision
from tests.exports.browser import PageActivity, settle

LETTER = """The society's letters

On 3 May 1871 Ada Quill met Bert Stone in Leeds. On 5 May 1871 Ada Quill wrote to the Harbour Board.
Bert Stone sold the mill on 9 June 1871. Later Ada Quill left Leeds. The next day the Harbour Board met Carl Finch.
On Monday, 14 June 1871, Bert Stone visited York.
Quill told the Harbour Board on 20 June 1871 that the mill had burned.
"""
REPORT = """The Harbour Gazette

Ada Quill met Bert Stone in Leeds on 3 May 1871, the Gazette reports. Yesterday Bert Stone visited Hull.
"""
WAIT = 60.0  # seconds: a build of these takes one


def new_case(path: Path, documents: dict[str, str], title: str = "The mill") -> Case:
    case = Case.create(path, title)
    for name, text in documents.items():
        case.intake.add_bytes(text.encode(), name, who="Ada")
    if documents:
        case.build(model=False)
    return case


@contextmanager
def served(case: Path, *, who: str = "Nora Vane") -> Generator[str]:
    """The address of a workbench of the case, in a process of its own."""
    program = Path(sys.executable).with_name("seriatim")
    process = subprocess.Popen(
        [program, "serve", case, "--port", "0", "--by", who], stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        said = process.stderr.readline()
        found = re.search(r"http://\S+", said)
        assert found, said + process.stderr.read()
        _listens(found.group())
        yield found.group()
    finally:
        process.terminate()
        process.wait(20)


def _listens(address: str) -> None:
    """Waits until somebody listens there."""
    host, port = address.removeprefix("http://").rstrip("/").split(":")
    ends = time.monotonic() + WAIT
    while True:
        try:
            socket.create_connection((host, int(port)), 1).close()
        except OSError:
            assert time.monotonic() < ends
            time.sleep(0.05)
        else:
            return


class Seat:
    """A window of the workbench, and what was heard of it."""

    def __init__(self, tab: Any, address: str, heard: PageActivity) -> None:
        self.tab, self.address, self.heard = tab, address, heard

    def go(self, hash_: str = "", *, ready: str = ".workbench .section > *") -> None:
        """Opens a section and waits until all that was decided is shown."""
        self.tab.goto("about:blank")
        self.tab.goto(self.address + hash_)
        self.tab.wait_for_selector(ready)
        if ready.startswith(".workbench"):
            self.current()
        settle(self.tab)

    def current(self) -> None:
        """Waits until the build tells all that the log says."""
        self.until("async () => (await (await fetch('/api/state')).json()).current")
        self.until("() => !document.querySelector('.standing-of.busy')")
        settle(self.tab)

    def until(self, holds: str, given: Any = None) -> None:
        ends = time.monotonic() + WAIT
        while not self.tab.evaluate(holds, given):
            assert time.monotonic() < ends, (
                f"{WAIT} seconds, and still not: {holds}; {self.text('.foot')}"
            )
            self.tab.wait_for_timeout(50)

    def until_said(self, words: str, selector: str = ".foot") -> None:
        self.until(
            "([s, words]) => (document.querySelector(s)?.innerText ?? '').includes(words)",
            [selector, words],
        )

    def text(self, selector: str) -> str:
        return (
            " ".join(self.tab.inner_text(selector).split())
            if self.tab.locator(selector).count()
            else ""
        )

    def press(self, keys: str) -> None:
        for key in keys.split():
            self.tab.keyboard.press(key)
        settle(self.tab)

    def click(self, selector: str) -> None:
        self.tab.click(selector)
        settle(self.tab)


@contextmanager
def seated(
    browser: Any,
    address: str,
    *,
    width: int = 1280,
    height: int = 800,
    dark: bool = False,
    name: str = "",
    errors: bool = True,
) -> Generator[Seat]:
    """A window; where ``errors``, what the browser complained of fails the test, but that a build was gone (410) before it was read."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        accept_downloads=True,
    )
    context.set_default_timeout(30_000)
    tab, heard = context.new_page(), PageActivity()
    tab.add_init_script("window.fired = () => { window.hit = (window.hit || 0) + 1 }")
    if name:
        tab.add_init_script(
            f"if (location.protocol === 'http:') localStorage.setItem('seriatim-who', {name!r})"
        )
    tab.on("request", lambda r: heard.requests.append(r.url))
    tab.on("pageerror", lambda e: heard.errors.append(str(e)))
    tab.on(
        "console",
        lambda m: heard.errors.extend(
            [m.text] if m.type in ("error", "warning") and "status of 410" not in m.text else []
        ),
    )

    def dismissed(dialog: Any) -> None:
        heard.dialogs.append(dialog.message)
        dialog.dismiss()

    tab.on("dialog", dismissed)
    yield Seat(tab, address, heard)
    if errors:
        assert heard.errors == []
    assert heard.dialogs == []
    assert [
        url for url in heard.requests if not url.startswith((address, "data:", "blob:", "about:"))
    ] == []
    context.close()


def last(case: Case, act: str) -> Decision:
    """The last decision of a kind in the log."""
    return [j for j in case.decisions() if j.act == act][-1]
