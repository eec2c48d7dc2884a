"""Speakers by the convention of a kind of record: a short document in, the sources of words out."""

from __future__ import annotations

from seriatim.analysis import analyse
from seriatim.attribution import extraction
from seriatim.readers import read_bytes


def sources(text: str, word: str, *, model: bool = False) -> list[str]:
    """The sources of a word of a text, outermost first."""
    ((document, passages),) = read_bytes(text.encode(), "t.txt").documents
    found = extraction.read(document, list(analyse(document, passages)), model=model)
    start = document.text.index(word)
    return [s.name for s in extraction.sources_of(found, (start, start + len(word)))]


HEARING = """TESTIMONY OF ADA B. QUILL

Mr. FARLOW. Where did you live then?

Miss QUILL. I rented a room at the mill in 1911.

Mr. FARLOW. What happened in May?

Miss QUILL. My brother arrived on the third.

The foreman dismissed him the next day.

Mr. FARLOW. Thank you.
"""


def test_a_turn_has_the_full_name_of_the_witness() -> None:
    assert sources(HEARING, "rented") == ["ADA B. QUILL"]


def test_a_turn_goes_on_without_a_label() -> None:
    assert sources(HEARING, "dismissed") == ["ADA B. QUILL"]


def test_a_turn_of_someone_not_introduced_has_the_surname() -> None:
    assert sources(HEARING, "happened") == ["FARLOW"]


def test_initials_in_a_list_make_no_transcript() -> None:
    text = "Mr. FARLOW. He sold the mill in 1911.\n\nThe mill burned in 1912.\n"
    assert sources(text, "burned") == []
    assert sources(text, "sold") == []


EXAMINATION = """JOHN MOOR, a witness for the plaintiff, having been duly sworn, testified as follows:

Examined by Mr. Salt:

Q. Where did the cart stop?

A. It stopped at the bridge.

Cross-examination by Judge Roe:

Q. Who drove it?

A. The miller drove it himself.
"""


def test_questions_and_answers_are_the_examiner_s_and_the_witness_s() -> None:
    assert sources(EXAMINATION, "stopped") == ["JOHN MOOR"]
    assert sources(EXAMINATION, "drove it himself") == ["JOHN MOOR"]
    assert sources(EXAMINATION, "drove it?") == ["Roe"]


DEPOSITION = """THE FIRE AT THE MILL

The inquest opened on Monday.

DEPOSITION OF JOHN MOOR

I saw the smoke at nine. I called the foreman.

The jury returned a verdict on Tuesday.
"""


def test_a_deposition_is_its_speaker_s_as_far_as_the_first_person() -> None:
    assert sources(DEPOSITION, "saw") == ["JOHN MOOR"]
    assert sources(DEPOSITION, "called") == ["JOHN MOOR"]
    assert sources(DEPOSITION, "opened") == []
    assert sources(DEPOSITION, "returned") == []


def test_a_letter_that_is_the_whole_document_has_no_source() -> None:
    text = "Letter of Ada Quill\n\nI left the mill on Monday.\n\nI sold the cart.\n"
    assert sources(text, "left") == []


MESSAGE = """The message reached the captain at noon. It was as follows:

Three boats passed the point at ten.

QUILL.

The captain burned the paper.
"""


def test_a_message_is_its_signatory_s() -> None:
    assert sources(MESSAGE, "passed") == ["QUILL"]
    assert sources(MESSAGE, "burned") == []


def test_lines_after_a_colon_without_a_signature_are_no_message() -> None:
    text = "The order of events was as follows:\n\nThree boats passed at ten.\n\nNobody landed.\n"
    assert sources(text, "passed") == []


LONG = """The mill closed in May.

Ada Quill, the owner, said: “We opened the mill in 1901.

“The foreman told me that the river had flooded the yard and that the carts had sunk.

“The bank refused a loan.

“I dismissed forty men.”

The men left on Monday.
"""


def test_a_quotation_left_open_keeps_its_speaker() -> None:
    for model in (False, True):
        assert sources(LONG, "opened", model=model) == ["Ada Quill"]
        assert sources(LONG, "flooded", model=model)[:1] == ["Ada Quill"]
        assert sources(LONG, "refused", model=model) == ["Ada Quill"]
        assert sources(LONG, "dismissed", model=model) == ["Ada Quill"]
        assert sources(LONG, "left", model=model) == []


LED_IN = """The mill closed in May.

The owner, Ada Quill, wrote to the paper:

I opened the mill in 1901 with my brother.

I borrowed from the bank and we lost everything.

The men left on Monday.
"""


def test_what_a_colon_leads_in_goes_on_in_the_first_person() -> None:
    assert sources(LED_IN, "opened") == ["Ada Quill"]
    assert sources(LED_IN, "borrowed") == ["Ada Quill"]
    assert sources(LED_IN, "left") == []


def test_a_narrator_goes_on_after_what_a_colon_leads_in() -> None:
    text = (
        "I came home in May.\n\nThe foreman Ada Quill wrote:\n\nI sold my cart.\n\n"
        "I burned my own cart.\n"
    )
    assert sources(text, "burned") == []


INTERVIEW = """The Herald: Why did the mill close?

Ada Quill, owner of the mill: The bank refused a loan.

The Herald: And the men?

Quill: They left on Monday.
"""


def test_a_label_may_give_the_name_in_full_once() -> None:
    assert sources(INTERVIEW, "refused") == ["Ada Quill"]
    assert sources(INTERVIEW, "left") == ["Ada Quill"]
