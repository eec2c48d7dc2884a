"""Mails: whose words, of which day, and what hangs on them."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from seriatim.readers import mail
from tests.readers.listing import lines, listing, problems, taken

HEAD = """\
From: Ada Quill <ada@example.org>
To: Ben Moor <ben@example.org>, "Fenn, C." <fenn@example.org>
Date: Fri, 3 May 1912 23:12:00 -0500
Subject: =?utf-8?q?The_lamp_=E2=80=94_again?=
"""
PLAIN = (
    HEAD
    + """
Dear Ben,

It failed again
in the night.

On Thu, 2 May 1912 at 09:00, Ben Moor <ben@example.org> wrote:
> Did it
> fail?
>
> On Wed, 1 May 1912 at 10:00, Ada Quill wrote:
> > It did.
> So.

--\x20
Ada Quill, Keeper
"""
)
FORWARDED = (
    HEAD
    + """
See below.

-----Original Message-----
From: Ben Moor
Sent: Thursday, May 2, 1912 9:00 AM
To: Ada Quill
Subject: The lamp

Nobody came.
"""
)
MANY = (
    HEAD
    + """MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: multipart/alternative; boundary=c

--c
Content-Type: text/plain

Your program shows no HTML.
--c
Content-Type: text/html; charset=utf-8

<p>The <a href="https://example.org/r">report of the Board</a> has come, and it says that the lamp was never trimmed.</p><ul><li>It is long.</ul>
--c--
--b
Content-Type: text/csv
Content-Disposition: attachment; filename="../log.csv"

Date,Event
1912-05-01,The lamp failed
1912-05-02,The lamp failed again
--b
Content-Type: message/rfc822

From: Cy Fenn <fenn@example.org>
Date: Wed, 1 May 1912 08:00:00 +0100
Subject: Oil

The oil is bad.
--b
Content-Type: application/octet-stream
Content-Disposition: attachment; filename="x.bin"
Content-Transfer-Encoding: base64

AAECAwQFBgcICQ==
--b--
"""
)
BOX = (
    "From ada@example.org Fri May  3 23:12:00 1912\n"
    + PLAIN
    + "\nFrom ben@example.org Sat May  4 10:00:00 1912\n"
    + FORWARDED.replace("See below.", ">From here on.")
)


def test_a_mail_has_its_header_its_words_and_those_it_quotes() -> None:
    assert listing(PLAIN) == (
        'header on 1912-05-03T23:12: From: Ada Quill <ada@example.org> To: Ben Moor <ben@example.org>, "Fenn, C." <fenn@example.org> '
        "Date: Fri, 03 May 1912 23:12:00 -0500 Subject: The lamp — again\n"
        "paragraph: Dear Ben,\n"
        "paragraph: It failed again in the night.\n"
        "furniture: On Thu, 2 May 1912 at 09:00, Ben Moor <ben@example.org> wrote:\n"
        "quote @Ben Moor on 1912-05-02: Did it fail?\n"
        "furniture: On Wed, 1 May 1912 at 10:00, Ada Quill wrote:\n"
        "quote @Ada Quill on 1912-05-01: It did.\n"
        "quote @Ben Moor on 1912-05-02: So.\n"
        "paragraph: --\n"
        "furniture: Ada Quill, Keeper"
    )


def test_the_day_is_the_senders_and_the_subject_is_the_title() -> None:
    document, _ = taken(PLAIN).documents[0]
    assert (document.title, document.published, document.published_basis) == (
        "The lamp — again",
        "1912-05-03",
        "metadata",
    )


def test_a_forwarded_mail_without_marks() -> None:
    assert lines(taken(FORWARDED))[1:] == [
        "paragraph: See below.",
        "header: -----Original Message-----",
        "header on 1912-05-02: From: Ben Moor Sent: Thursday, May 2, 1912 9:00 AM To: Ada Quill Subject: The lamp",
        "paragraph @Ben Moor on 1912-05-02: Nobody came.",
    ]


def test_html_where_the_plain_text_is_a_stub_and_attachments_as_documents() -> None:
    found = taken(MANY, "m.eml")
    assert [d.path for d, _ in found.documents] == [
        "m.eml",
        "m.eml/log.csv",
        "m.eml/attachment 3.eml",
    ]
    assert lines(found)[1:] == [
        "paragraph: The report of the Board has come, and it says that the lamp was never trimmed.",
        "item: It is long.",
    ]
    document, passages = found.documents[0]
    assert [(document.text[slice(*c.span)], c.url) for p in passages for c in p.citations] == [
        ("report of the Board", "https://example.org/r")
    ]
    assert lines(found, 1) == [
        "header: Date Event",
        "row on 1912-05-01:   1912-05-01 The lamp failed",
        "row on 1912-05-02:   1912-05-02 The lamp failed again",
    ]
    assert lines(found, 2)[1:] == ["paragraph: The oil is bad."]
    assert "m.eml/x.bin is not text and not in a format that can be read" in problems(MANY, "m.eml")


def test_a_box_of_mails() -> None:
    found = taken(BOX, "box")
    assert [d.path for d, _ in found.documents] == ["box/mail 1", "box/mail 2"]
    assert lines(found, 1)[1] == "paragraph: From here on."


def test_a_broken_mail_is_read_as_far_as_it_goes() -> None:
    source = b"From: \xff\xfe <a@\nTo: =?utf-8?b?!!!?=\nDate: 31 Foo 19\nSubject: x\nContent-Type: multipart/mixed; boundary=\xff\n\nThe lamp failed.\n"
    document, _ = taken(source).documents[0]
    assert (document.published, "The lamp failed." in document.text) == (None, True)


def test_flowed_lines_are_put_together() -> None:
    source = HEAD + "Content-Type: text/plain; format=flowed\n\nThe lamp \nfailed.\nIt burned.\n"
    assert lines(taken(source))[1:] == ["paragraph: The lamp failed.", "paragraph: It burned."]


@pytest.mark.parametrize(
    "broken", ["From: \udcc2\udcc2 <a@example.org>" + "x" * 90, "From: <>, (a) b@, c (d"]
)
def test_a_mail_attached_with_a_broken_header_is_read(broken: Any) -> None:
    head, _, rest = MANY.partition("From: Cy Fenn <fenn@example.org>")
    source = f"{head}{broken}{rest}".encode("utf-8", "surrogateescape")
    assert "The oil is bad." in [
        passage
        for n in range(len(taken(source, "a.eml").documents))
        for _, _, passage in (x.partition(": ") for x in lines(taken(source, "a.eml"), n))
    ]


def test_a_mail_of_a_box_that_breaks_the_reader_is_named_and_the_rest_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks(message: Any, depth: Any) -> Any:
        if "Ada Quill" in str(message["From"]) and depth == 0 and next(calls):
            raise IndexError
        return iter(())

    calls = iter((True, False))
    monkeypatch.setattr(mail, "_attachments", breaks)
    found = mail.read_box(BOX.encode(), "box")
    assert [(d.within, d.unreadable) for d in found] == [
        ("mail 1", "cannot be read (IndexError). It seems to be damaged: save it again."),
        ("mail 2", ""),
    ]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-lamp"])
def test_an_encoding_whose_name_is_broken(kind: Any) -> None:
    source = (
        HEAD.encode()
        + f"Content-Type: {kind}; charset=utf\0-8\n\nIt failed at the caf".encode()
        + "é.\n".encode()
    )
    assert [d.text.rstrip().rpartition("\n")[2] for d, _ in taken(source, "a.eml").documents][
        :1
    ] == ["It failed at the café."]


def test_a_mail_that_is_nothing_but_a_file() -> None:
    source = (
        HEAD
        + "Content-Type: text/csv; name=log.csv\nContent-Disposition: attachment; filename=log.csv\nContent-Transfer-Encoding: base64\n\n"
    )
    source = (
        source.replace("text/csv", "application/x-log")
        + base64.b64encode(b"Date,Event\n1912-05-01,The lamp failed\n").decode()
    )
    assert [d.text.splitlines()[-1] for d, _ in taken(source, "a.eml").documents] == [
        "Subject: The lamp — again",
        "1912-05-01 | The lamp failed",
    ]


def test_a_wrapped_line_above_a_quotation_is_one_and_closings_stand_apart() -> None:
    source = (
        "From: Ada Quill <ada@example.org>\nDate: Fri, 3 May 1912 23:12:00 -0500\nSubject: Lamp\n\n"
        "It failed.\n\nKind regards,\n\nAda\n\n"
        "On Thu, 2 May 1912 at 09:00, Ben Moor\n<ben@example.org> wrote:\n\n> Did it fail?\n"
    )
    assert listing(source, "a.eml").splitlines()[1:] == [
        "paragraph: It failed.",
        "furniture: Kind regards,",
        "furniture: Ada",
        "furniture: On Thu, 2 May 1912 at 09:00, Ben Moor <ben@example.org> wrote:",
        "quote @Ben Moor on 1912-05-02: Did it fail?",
    ]


def test_the_mails_of_a_box_are_in_the_order_of_their_threads() -> None:
    def mail(number: int, day: int, answers: str = "") -> str:
        return (
            f"From ada@example.org Fri May  3 10:0{number}:00 1912\nFrom: ada@example.org\n"
            f"Message-ID: <{number}@example.org>\n{answers}"
            f"Date: Fri, {day} May 1912 10:00:00 +0000\nSubject: {number}\n\nIt failed.\n\n"
        )

    box = mail(1, 3) + mail(2, 4) + mail(3, 6, "In-Reply-To: <1@example.org>\n") + mail(4, 5, "In-Reply-To: <1@example.org>\n")  # fmt: skip
    assert [d.title for d, _ in taken(box, "a.mbox").documents] == ["1", "4", "3", "2"]
