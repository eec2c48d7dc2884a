"""Attributions: a short document in, one line per attribution out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.analysis import Analysis, analyse, spans
from seriatim.analysis.spans import TaggedSpan
from seriatim.attribution import extraction
from seriatim.attribution.attributions import Attribution, _within_reach
from seriatim.attribution.scope import fitted
from seriatim.coref.spelling import slips
from seriatim.model import Document, Passage
from seriatim.readers import read_bytes
from tests.pipeline.reading import told

needs_weights = pytest.mark.skipif(
    not spans.is_installed(), reason="the span model's weights are not here"
)


def passages(text: str) -> list[Passage]:
    """A passage a line; two blanks and a dash hang a line under the last that has none."""
    found: list[Passage] = []
    top = 0
    for i, line in enumerate(re.finditer(r"[^\n]+", text)):
        under = line.group().startswith("  - ")
        top = top if under else i
        found.append(
            Passage(
                "d1",
                i,
                "item" if under else "paragraph",
                (line.span(),),
                parents=(top,) if under else (),
            )
        )
    return found


def read(
    text: str, *, model: bool = False
) -> tuple[Document, list[Analysis], tuple[Attribution, ...]]:
    document = Document("d1", "t.txt", "", text, "")
    analyses = list(analyse(document, passages(text)))
    return document, analyses, extraction.read(document, analyses, model=model)


def listing(text: str, *, model: bool = False) -> list[str]:
    """One line each: "name <cue> content | content", in the order of the contents.

    Content to which no source is committed is in brackets.
    """
    _, _, found = read(text, model=model)
    words = {
        a: (" ".join(text[s:e] for s, e in a.cue), " | ".join(text[s:e] for s, e in a.content))
        for a in found
    }
    return [
        f"{a.name} <{words[a][0]}> {words[a][1]}"
        if a.committed
        else f"({a.name} <{words[a][0]}> {words[a][1]})"
        for a in found
    ]


def chain(text: str, word: str, *, model: bool = False) -> list[str]:
    """The sources of a word, outermost first."""
    _, _, found = read(text, model=model)
    start = text.index(word)
    return [s.name for s in extraction.sources_of(found, (start, start + len(word)))]


def test_a_verb_and_what_was_said() -> None:
    assert listing("Hale says he met with an “agent from Bern.”") == [
        "Hale <says> he met with an “agent from Bern.”"
    ]


def test_a_speaker_between_the_parts() -> None:
    assert listing("The plan, Hale said, failed in May.") == [
        "Hale <said> The plan | failed in May"
    ]


def test_a_quotation_goes_on_after_its_speaker() -> None:
    assert listing("“We sank the boats,” said Captain Roe. “It had to be done.”") == [
        "Roe <said> “We sank the boats,”",
        "Roe <said> “It had to be done.”",
    ]


def test_a_quotation_over_paragraphs_has_one_speaker() -> None:
    text = "Captain Roe said: “We left at dawn.\n“The sea was calm all day. Nobody spoke.\n“We came home at night.”"
    assert listing(text) == [
        "Roe <said> “We left at dawn",
        "Roe <said> “The sea was calm all day. Nobody spoke.",
        "Roe <said> “We came home at night.”",
    ]


def test_nested_quotations() -> None:
    text = "“The clerk told me, ‘Salt paid the bank,’” said Captain Roe."
    assert chain(text, "paid")[0] == "Roe"


def test_a_mark_that_never_closes_ends_with_its_paragraph() -> None:
    text = "Captain Roe said: “We left at dawn and came back.\nThe mill burned in May."
    assert chain(text, "left") == ["Roe"]
    assert chain(text, "burned") == []


def test_scare_quotes_are_no_speech() -> None:
    assert listing("The “reform” of the mill began in May.") == []


def test_according_to() -> None:
    assert listing("Hale allegedly sells the barn to Roe, according to Dutch officials.") == [
        "Dutch officials <according to> Hale allegedly sells the barn to Roe"
    ]


def test_a_newspaper_confirms() -> None:
    assert chain("The Herald confirms the mill has been sold to “foreign owners.”", "sold") == [
        "Herald"
    ]


def test_a_bailiff_confirms_later() -> None:
    assert chain("A bailiff later confirms the council “gladly” sold the wood.", "sold") == [
        "bailiff"
    ]


def test_a_label_before_a_colon() -> None:
    assert listing("Guild spokesman: “He was building a wall.”") == [
        "Guild spokesman <:> “He was building a wall.”"
    ]


def test_a_date_is_no_speaker() -> None:
    assert listing("June 3, 1911: The council sold the old mill to the city.") == []


def test_a_speaker_with_a_role_is_called_by_name() -> None:
    assert chain("A spokesman, Thomas Hale, said the mill was sold.", "sold") == ["Thomas Hale"]


def test_an_unambiguous_pronoun_is_resolved() -> None:
    assert chain("Jane Hale resigned in May. She denied meeting Thomas Roe.", "meeting") == [
        "Jane Hale"
    ]


def test_an_ambiguous_pronoun_is_not_resolved() -> None:
    assert chain(
        "Thomas Roe and Henry Salt resigned in May. He denied meeting the king.", "meeting"
    ) in (["He"], ["Thomas Roe"])


def test_a_speaker_two_sentences_back() -> None:
    text = "Mr. Henry Hale released a statement. “We buried the bell in the orchard that night.”"
    assert chain(text, "buried") == ["Henry Hale"]


def test_the_source_of_a_report_is_its_issuer() -> None:
    text = "The office of the warden released a report alleging the monks beat 600 boys. The report stated: “They beat them daily for years.”"
    assert chain(text, "boys") == chain(text, "daily") == ["office of the warden"]


def test_who_said_so_in_a_relative_clause() -> None:
    assert chain(
        "Jane Hale, who said she was robbed in 1901, told the clerk: “The man wore a red coat.”",
        "robbed",
    ) == ["Jane Hale"]


def test_denying_attributes_what_is_denied() -> None:
    assert chain("Thomas Roe denied meeting Henry Salt.", "meeting") == ["Thomas Roe"]


def test_content_without_a_committed_source() -> None:
    assert listing("The firm did not say whether Roe had met Hale.") == [
        "(firm <did not say> whether Roe had met Hale)"
    ]
    assert chain("The firm did not say whether Roe had met Hale.", "met") == []


def test_a_chain_outermost_first() -> None:
    text = "The Herald reports that officials told the council that the mill burned."
    assert chain(text, "burned") == ["Herald", "officials"]


def test_the_next_clause_is_said_too() -> None:
    assert chain(
        "Henry Hale said he was beaten as a boy, but his master was sent away.", "sent"
    ) == ["Henry Hale"]


def test_a_paragraph_under_a_colon() -> None:
    text = "Thomas Roe described the flood, writing:\nThe clerk woke me and left for Bern."
    assert chain(text, "woke me") == ["Thomas Roe"]


def test_a_bullet_under_a_bullet() -> None:
    text = "Captain Roe told the council:\n  - The mill was sold in May.\n  - The bank failed in June.\nThe council met in July."
    assert chain(text, "sold") == chain(text, "failed") == ["Roe"]
    assert chain(text, "met") == []


def test_i_in_a_content_is_its_source() -> None:
    text = (
        "Mr. Salt testified:\n“I recall that I told the bank that the fund would sell its shares.”"
    )
    assert chain(text, "told") == ["Salt"]


def test_the_author_is_not_a_source() -> None:
    assert chain("I said that the mill was sold.", "sold") == []


def test_a_passage_with_an_author() -> None:
    text = "Captain Roe: We left at dawn.\nMr. Salt: Nobody told me."
    document = Document("d1", "t.txt", "", text, "")
    lines = [
        Passage("d1", 0, "paragraph", ((0, 29),), author="Captain Roe"),
        Passage("d1", 1, "paragraph", ((30, len(text)),), author="Mr. Salt"),
    ]
    found = extraction.read(document, list(analyse(document, lines)), model=False)
    start = text.index("left")
    assert [s.name for s in extraction.sources_of(found, (start, start + 4))] == ["Captain Roe"]


WORDS = [
    "Hale",
    "said",
    "“",
    "”",
    "that",
    "the mill",
    "burned",
    ",",
    ".",
    "\n",
    "according to",
    "Roe",
    ":",
    "denied",
    "I",
    "he",
    "‘",
    "’",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join))
def test_nothing_is_attributed_without_a_cue_or_a_quotation(text: str) -> None:
    _, _, found = read(text)
    for a in found:
        assert a.cue or any(text[s] in "“‘" for s, _ in a.content)
        assert all(0 <= s < e <= len(text) for s, e in (*a.source, *a.cue, *a.content))


@needs_weights
def test_the_model_reads_what_the_parse_does_not_show() -> None:
    text = "The mill was sold in May, Hale told the Herald on Friday. “Nobody asked us,” he added."
    assert chain(text, "sold", model=True) == ["Hale"]


@needs_weights
def test_the_model_gives_the_same_twice() -> None:
    text = "Captain Roe said: “We left at dawn.\n“The sea was calm.” The Herald confirmed on Monday that the boats were lost."
    assert read(text, model=True)[2] == read(text, model=True)[2]


@needs_weights
def test_with_the_model_too_nothing_is_attributed_without_a_cue_or_a_quotation() -> None:
    _, _, found = read(
        "The mill burned in May 1911.\nNobody was hurt. The council rebuilt it in two years.",
        model=True,
    )
    assert [a for a in found if a.committed] == []


def test_a_cue_opens_neither_the_words_around_it_nor_the_next_paragraph() -> None:
    text = (
        "“We have seen the mill. Then Ben Moor said that it was sold.”\n\nAnn Roe mocks the sale."
    )
    analyses = list(analyse(*read_bytes(text.encode(), "page.txt").documents[0]))
    first = analyses[0].words.text
    cue = TaggedSpan("cue", 0, first.index("said"), first.index("said") + 4)
    content = [TaggedSpan("content", 0, 0, len(first)), TaggedSpan("content", 1, 0, 12)]
    found = [first[t.start : t.end] for t in _within_reach(analyses, cue, content)]
    assert found == ["that it was sold.”"]


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        (
            "The board sold the mill. “I am sorry,” he said, according to Roe.",
            "according to",
            "The board sold the mill",
            [],
        ),
        (
            "The river froze. Roe said that nobody crossed. It was cold.",
            "said",
            "that nobody crossed. It was cold",
            ["that nobody crossed"],
        ),
        ("Roe told the board that, according to Hale, the mill burned.", "told", "that", []),
        (
            "Roe said: The mill burned. Nobody was hurt.",
            "said",
            "The mill burned. Nobody was hurt",
            ["The mill burned. Nobody was hurt"],
        ),
        (
            "“The mill burned. Nobody was hurt,” Roe said.",
            "said",
            "“The mill burned. Nobody was hurt,”",
            ["“The mill burned. Nobody was hurt,”"],
        ),
    ],
)
def test_only_quotation_marks_or_a_colon_extend_content_beyond_a_sentence(
    text: str, cue: str, content: str, expected: list[str]
) -> None:
    _, analyses, _ = read(text)
    at, start = text.index(cue), text.index(content)
    found = _within_reach(
        analyses,
        TaggedSpan("cue", 0, at, at + len(cue)),
        [TaggedSpan("content", 0, start, start + len(content))],
    )
    assert [text[t.start : t.end] for t in found] == expected


def test_the_next_action_of_the_speaker_is_not_content() -> None:
    text = "The firm reported a loss of nine boats and sold its mill."
    _, (analysis,), _ = read(text)
    whole = (text.index("a loss"), len(text) - 1)
    spoken = Attribution(((0, 8),), ((9, 17),), (whole,), "firm", 0)
    assert [text[s:e] for s, e in fitted(analysis, spoken).content] == ["a loss of nine boats"]


def test_a_dateline_is_no_part_of_a_name() -> None:
    assert {
        s.name for s in read("LOWICK, 3 May 1911 - Tarn & Hale plc reported a loss on Friday.")[2]
    } <= {"Tarn & Hale plc"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "People familiar with the sale said that Roe sold the mill.",
            "People familiar with the sale",
        ),
        (
            "Two officials briefed on the talks said that Roe sold the mill.",
            "Two officials briefed on the talks",
        ),
        ("A person close to the board said that Roe sold the mill.", "person close to the board"),
        ("The clerk close to the board said that Roe sold the mill.", "clerk"),
    ],
)
def test_an_unnamed_source_keeps_its_description(text: str, name: str) -> None:
    assert chain(text, "sold") == [name]


def test_for_whom_it_was_argued() -> None:
    assert chain("It was argued for the defendant that the miller had sold the mill.", "sold") == [
        "defendant"
    ]
    assert chain("It was built for the defendant that Roe sold the mill.", "sold") == []


def test_they_who_say_so_are_the_body_just_spoken_to() -> None:
    assert chain("Ann wrote to the bank in May. They say that Roe sold the mill.", "sold") == [
        "bank"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said that Roe sold the mill.",
        "No witness said that Roe sold the mill.",
        "Hale may have said that Roe sold the mill.",
    ],
)
def test_nobody_is_not_a_source_and_neither_is_who_may_have_said_so(text: str) -> None:
    assert chain(text, "sold") == []


def test_he_may_be_the_porter() -> None:
    assert chain(
        "The clerk asked the miller about the lamp, and the porter opened the door. He said that Roe sold the mill.",
        "sold",
    ) == ["He"]


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        (
            "The envoy says that A was sold; the Danes maintain that B was bought.",
            "says",
            "that A was sold; the Danes maintain that B was bought",
            "that A was sold",
        ),
        (
            "A man who claimed to have known him came to see us.",
            "claimed",
            "to have known him came to see us",
            "to have known him",
        ),
    ],
)
def test_content_ends_with_its_relative_clause(
    text: str, cue: str, content: str, expected: str
) -> None:
    _, (analysis,), _ = read(text)
    at, start = text.index(cue), text.index(content)
    spoken = Attribution(
        ((0, 5),), ((at, at + len(cue)),), ((start, start + len(content)),), "x", 0
    )
    assert [text[s:e] for s, e in fitted(analysis, spoken).content] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Nor was the mill sold, as Roe suggests.",
        "The mill was not sold, as Roe suggests.",
        "Hale refused to say who sold the mill.",
    ],
)
def test_who_is_contradicted_or_declined_to_say_is_not_a_source(text: str) -> None:
    assert chain(text, "sold") == []


def test_an_aunt_is_no_he() -> None:
    assert chain(
        "The chemist listened. My aunt was out. He said that Roe sold the mill.", "sold"
    ) != ["aunt"]


def test_a_sentence_before_a_semicolon_is_not_content() -> None:
    assert chain("Two men drowned; the Herald wrote of three.", "drowned") == []


def test_a_pronoun_in_a_transcript_is_whom_the_speaker_named_and_no_label() -> None:
    text = "CLERK: What did you do?\nROE: I sent my deputy, Clara Salt, to the mill, and she told me that the gates were burnt."
    document = Document("d1", "t.txt", "", text, "")
    second = text.index("ROE")
    lines = [
        Passage("d1", 0, "paragraph", ((0, second - 1),), author="CLERK"),
        Passage("d1", 1, "paragraph", ((second, len(text)),), author="ROE"),
    ]
    found = extraction.read(document, list(analyse(document, lines)), model=False)
    start = text.index("burnt")
    assert [s.name for s in extraction.sources_of(found, (start, start + 5))] == [
        "ROE",
        "Clara Salt",
    ]


def test_one_source_under_two_names_stands_once() -> None:
    found = told(
        "According to the miller Anton Hale, the mill burned; Hale says that the board sold it."
    )[1]
    assert [[s.name for s in c.sources] for c in found.claims] == [["Anton Hale"], ["Anton Hale"]]


def test_words_of_one_stem_are_not_misspellings() -> None:
    assert not slips({"Marxists": 5, "Marxism": 2, "Saxony": 4, "Saxons": 1})
    assert slips({"Bernstorff": 5, "Bernsdorff": 1}) == {"Bernsdorff": "Bernstorff"}


@pytest.mark.parametrize("marked", ["PROPN", "NOUN", "PRON"])
def test_punctuation_parsed_as_a_name_is_not_a_source(marked: Any) -> None:
    """“The lamp failed, said —”: trimmed, such a source had no words, and at the end of a passage no place."""
    from spacy.tokens import Doc

    from seriatim.analysis.parse import language
    from seriatim.attribution.cues import is_actor, reports

    words = ["The", "lamp", "failed", ",", "said", "—"]
    spaces = [True, True, False, True, True, False]
    pos = ["DET", "NOUN", "VERB", "PUNCT", "VERB", marked]
    doc = Doc(language().vocab, words, spaces, pos=pos, heads=[1, 2, 4, 4, 4, 4], deps=["det", "nsubj", "ccomp", "punct", "ROOT", "nsubj"], lemmas=["the", "lamp", "fail", ",", "say", "—"], tags=["DT", "NN", "VBD", ",", "VBD", "NNP"])  # fmt: skip
    assert list(reports(doc, [])) == []
    assert not is_actor(doc[5])
