"""Which words are the triggers of events."""

import pytest

from tests.pipeline.reading import lines, told


def words(text: str) -> list[str]:
    document, found = told(text)
    return [document.text[c.predicate[0] : c.predicate[1]] for c in found.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Quill met Ben Moor in Osterby.", ["met"]),
        ("Ada Quill held a private meeting with Ben Moor.", ["held"]),
        ("Ada Quill began to measure the banks.", ["measure"]),
        ("Ada Quill attempted to sink the ferry.", ["attempted"]),
        ("Ada Quill is said to have sold the mill.", ["sold"]),
        ("A recommendation was made.", ["made"]),
        ("The first meeting took place in Osterby.", ["took"]),
        (
            "After the resignation of the treasurer, Ben Moor sold the mill.",
            ["resignation", "sold"],
        ),
        ("The board shocked the town by announcing the sale.", ["announcing"]),
        ("Ben Moor was born in Osterby.", ["born"]),
        ("The court served a notice on Ben Moor.", ["served"]),
    ],
)
def test_an_event_has_a_claim(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mill belonged to Ben Moor.",
        "If the river rises, the board will close the lock.",
        "Did Ada Quill sell the mill?",
        "Ada Quill usually sold cloth.",
        "The act requires that a notice be given within ten days.",
        "The officer may file a report with the board.",
        "The house is called Marrow Lodge.",
        "Had the lock been closed, the boat would not have sunk.",
        "The board wants to end the dispute before its boats have rotted.",
        "The maps do not show who sold the mill.",
        "Bridges of that kind were rarely built here.",
        "It is unclear who sold the mill.",
        "The list that was drawn up in haste is lost on nobody.",
    ],
)
def test_states_habits_questions_and_possibilities_have_none(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ben Moor would not discuss what was found.", ["discuss"]),
        ("Ada Quill did not claim that Ben Moor sold the mill.", ["claim"]),
        ("Ada Quill did not claim to have seen the lamp.", ["claim"]),
        (
            "The board would not say whether Ada Quill was ill, nor would it confirm that her house had been searched.",
            ["say"],
        ),
        ("Asked whether she had sold the mill, Ada Quill left the hall.", ["left"]),
        ("The abbot, it was reported, had fled.", ["fled"]),
        ("Ada Quill refused to say who sold the mill.", ["refused"]),
        ("Ada Quill used to say that Ben Moor sold the mill.", ["sold"]),
        ("The clerk who advised the board praised Ben Moor.", ["praised"]),
        ("A clerk who joined the board in 1911 praised Ben Moor.", ["joined", "praised"]),
        ("The board looked at sums that were allegedly paid to Ben Moor.", ["paid"]),
        ("It was Ben Moor who sold the mill.", ["sold"]),
        (
            "Ada Quill drew a plan to show how closely the sale and the fire followed one another.",
            ["drew"],
        ),
        ("She heard shouting near the lock.", ["heard"]),
        ("Asked about the sale, Ada Quill said that Ben Moor sold the mill.", ["sold"]),
        ("Ada Quill went on to say that the price was low.", ["say"]),
        ("Ada Quill met Ben Moor to open the lock in 1911.", ["met"]),
        ("Ada Quill promised to open the lock in 1912.", ["promised", "open"]),
        (
            "Ben Moor drafted an offer: money, a treaty and “lost land” in exchange for the mill.",
            ["drafted"],
        ),
        ("Ada Quill had the mill examined by a surveyor.", ["examined"]),
        ("Ben Moor promised her the papers by Tuesday.", ["promised"]),
        ("The board must settle the matter before the opening of the fair.", []),
    ],
)
def test_what_is_not_asserted_has_none(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_the_reported_event_has_the_claim_and_the_report_none() -> None:
    assert words("Ada Quill said that Ben Moor sold the mill.") == ["sold"]


def test_a_report_of_an_opinion_has_a_claim() -> None:
    assert words("Ada Quill said that the price was too low.") == ["said"]


def test_a_denied_event_has_a_claim_with_negative_polarity() -> None:
    _, found = told("Ada Quill denied that she sold the mill.")
    assert [(c.kind, c.polarity, [s.name for s in c.sources]) for c in found.claims] == [
        ("trade", "-", ["Ada Quill"])
    ]


def test_the_present_tense_reports_events_in_a_list_of_dates_and_states_elsewhere() -> None:
    assert lines(
        "• 3 May 1911: Ada Quill sells the mill.\n• 9 May 1911: Ben Moor leaves Osterby."
    ) == [
        "1911-05-03 sells: Ada Quill",
        "1911-05-09 leaves: Ben Moor",
    ]
    assert lines("Ada Quill sells mills.") == []


def test_an_item_without_a_verb_is_its_noun() -> None:
    assert (
        words("• 3 May 1911: Fire in Osterby.\n• 9 May 1911: Ben Moor leaves Osterby.")[0] == "Fire"
    )


def test_a_verb_that_looks_like_a_noun_in_a_headline_is_read_as_a_verb() -> None:
    assert words(
        "• 3 May 1911: Ada Quill calls a meeting.\n• 5 May 1911: The Corran Herald releases letters about Ben Moor."
    ) == ["calls", "releases"]


def test_each_claim_has_a_kind_and_a_summary_of_the_sources_own_words() -> None:
    document, found = told("Yesterday Ada Quill paid Ben Moor at least £50 in Osterby.")
    claim = found.claims[0]
    assert (claim.kind, claim.place) == ("payment", "Osterby")
    assert all(word in document.text for word in claim.summary.split())
    assert [(q.text, q.bound) for q in claim.quantities] == [("£50", "at least")]


def test_a_summary_keeps_the_words_of_a_headline() -> None:
    _, found = told(
        "• 3 May 1911: Ada Quill calls a meeting.\n• 5 May 1911: The Corran Herald releases letters about Ben Moor."
    )
    assert found.claims[1].summary == "The Corran Herald releases letters about Ben Moor"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada Quill met Ben Moor after the outbreak of war.", "attack"),
        ("Ada Quill left Osterby after the outbreak of cholera.", "accident"),
        ("Ada Quill passed the letter to Ben Moor.", "act"),
        ("The council passed the bill.", "decision"),
        ("The letter left Osterby on 3 May 1911.", "message"),
        ("Ada Quill left Osterby on 3 May 1911.", "travel"),
        ("Ben Moor had come by the text in 1911.", "act"),
        ("The lamp was returned in 1911.", "act"),
        ("Ben Moor opened the gate.", "act"),
        ("Ben Moor opened a shop in Osterby.", "founding"),
        ("The board charged a toll of sixpence.", "payment"),
        ("The court charged Ben Moor with theft.", "legal action"),
        ("Ada Quill introduced a new pump.", "founding"),
        ("Ada Quill introduced Ben Moor to the board.", "contact"),
        ("The clerk gave evidence that the mill burned.", "statement"),
        ("Ada Quill showed the offer to Ben Moor.", "act"),
        ("The roof collapsed in 1911.", "accident"),
        ("The bank collapsed in 1911.", "closure"),
        ("The bank stepped in.", "act"),
        ("Ben Moor stepped down.", "departure"),
        ("The monks stole the bell.", "act"),
        ("The clerk stole nine emails.", "intrusion"),
        ("The bill died in May 1911.", "decision"),
    ],
)
def test_the_kind_of_what_goes_opens_or_passes(text: str, kind: str) -> None:
    assert kind in [c.kind for c in told(text)[1].claims]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Ada Quill sold the mill after the arrest of Ben Moor.",
            {"Ben Moor": "patient", "Ada Quill": "agent"},
        ),
        (
            "Ada Quill sold the mill after the resignation of Ben Moor.",
            {"Ben Moor": "agent", "Ada Quill": "agent"},
        ),
        ("Ada Quill is said to have met Ben Moor.", {"Ben Moor": "patient", "Ada Quill": "agent"}),
        (
            "Ada Quill is said to have been met by Ben Moor.",
            {"Ben Moor": "agent", "Ada Quill": "patient"},
        ),
        (
            "Ada Quill had the mill examined by Ben Moor.",
            {"Ben Moor": "agent", "Ada Quill": "agent"},
        ),
        ("The letter left Osterby for Ben Moor.", {}),
    ],
)
def test_who_does_it_and_to_whom(text: str, parts: dict[str, str]) -> None:
    _, found = told(text)
    names = {m.id: m.name for m in found.mentions}
    assert {names[p.mention]: p.role for c in found.claims for p in c.participants} == parts


def test_a_heading_that_only_quotes_has_no_claim() -> None:
    assert words("“We sold the mill”: a talk with Ada Quill\n\nAda Quill sold the mill.") == [
        "sold"
    ]
    assert words("Ada Quill sold the mill\n\nThe river rose.") == ["sold", "rose"]


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("Ada Quill was forced to leave Osterby in May 1911.", False),
        ("Ada Quill was asked to leave Osterby in May 1911.", True),
        ("The bridge was to have been opened in May 1911.", True),
    ],
)
def test_what_somebody_was_made_to_do_was_done(text: str, *, planned: bool) -> None:
    assert [c.planned for c in told(text)[1].claims][-1] is planned


def test_elliptical_content_has_no_claim() -> None:
    assert words("He said that Ben Moor did.") == []


def test_the_lead_and_the_body_report_the_same_event() -> None:
    _, found = told(
        "In May 1911 the Corran Water Board sold the old mill in Osterby.\n\nOn 9 May 1911, the Corran Water Board sold the mill in Osterby."
    )
    assert [(c.id, c.same_as) for c in found.claims] == [("d1-c1", None), ("d1-c2", "d1-c1")]


def test_entries_of_a_list_and_repeated_events_stay_apart() -> None:
    _, found = told(
        "• May 1911: Ada Quill sold the old mill in Osterby.\n• 9 May 1911: Ada Quill sold the old mill in Osterby."
    )
    assert [c.same_as for c in found.claims] == [None, None]
    _, found = told(
        "On 9 May 1911 Ada Quill sold the old mill in Osterby.\n\nOn 9 May 1911 Ada Quill again sold the old mill in Osterby."
    )
    assert [c.same_as for c in found.claims] == [None, None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada Quill called Ben Moor.", "call"),
        ("Ada Quill called Ben Moor a fool.", "statement"),
        ("Ada Quill called off the sale.", "decision"),
        ("Ben Moor became mayor.", "appointment"),
        ("Ben Moor became increasingly isolated.", "change"),
        ("The announcement came in a rare meeting.", "act"),
        ("Ben Moor came to Osterby.", "travel"),
        ("Ada Quill spent the month rebuilding the mill.", "act"),
        ("Ada Quill spent nine pounds on the mill.", "payment"),
        ("The guard opened fire.", "attack"),
        ("The hearing opened with a speech.", "founding"),
        ("Ada Quill tried to find the boats.", "effort"),
        ("His response took everyone by surprise.", "act"),
        ("“Hallelujah,” exclaimed Ada Quill.", "statement"),
    ],
)
def test_the_complements_of_a_verb_decide_its_type(text: str, kind: str) -> None:
    assert [c.kind for c in told(text)[1].claims] == [kind]


def test_what_is_not_an_event_itself() -> None:
    assert lines("The guard is not free to sell boats before meeting the board.") == []
    assert lines("The ministers saw the sale as a promise of peace.") == []
    assert lines("That adds up to nine.") == []


def test_a_place_does_not_kill() -> None:
    assert lines(
        "Ada Quill left after the bombings at mills in Westby and Osterby, which killed nine."
    ) == ["unknown left: Ada Quill", "unknown killed"]


def test_only_what_is_to_come_is_planned() -> None:
    text = "Ben Moor began to sell the boats. Ada Quill was found to have sold the mill. Ann Roe seemed to agree. Cy Dale was set to leave. Eva Hull intended to sell."
    assert [c.planned for c in told(text)[1].claims] == [False, False, False, True, True]


def test_a_denial_and_the_event_that_it_denies_have_one_claim() -> None:
    assert words("Yesterday Ben Moor denied that he had sold the mill.") == ["sold"]
