"""Years, genre and the narrative day, decided over a whole document."""

import pytest

from seriatim.temporal.frames.anchors import point
from seriatim.temporal.frames.document_frames import genre, with_gate
from seriatim.temporal.frames.mentions import Stretch, mentions
from seriatim.temporal.frames.outline import Outline, outline
from seriatim.temporal.frames.year_chain import years
from seriatim.temporal.frames.year_features import candidates, crossed, evidence
from seriatim.temporal.tagging.search import search
from seriatim.temporal.timexes import find


def outlined(text: str, published: str | None) -> Outline:
    stretches = [Stretch(text, search(text))]
    return with_gate(outline(stretches, mentions(stretches), point(published)))


def values(text: str, published: str | None) -> list[str | None]:
    return [found.edtf for found in find(text, published)]


MEMOIR = (
    "In 1863 my father kept the ferry at Harlow. On 2 May the river rose. On the 9th of May it"
    " took the landing, and in June we moved to the mill. The mill had been built in 1802."
    " On 4 September the first coal came up the river."
)


def test_the_months_of_a_memoir_are_not_of_the_year_of_publication() -> None:
    found = values(MEMOIR, "1901")
    assert found[1:5] == ["1863-05-02", "1863-05-09", "1863-06", "1802"]


def test_one_year_in_an_aside_moves_nothing_to_it() -> None:
    assert values(MEMOIR, "1901")[-1] not in ("1802-09-04", "1901-09-04")


def test_one_year_in_an_aside_moves_nothing_else() -> None:
    assert values(MEMOIR, "1901")[-1] == "1863-09-04"


HISTORY = (
    "The rising began in 1812 and was over by 1815. In 1816 the levy was raised again. On 4 May"
    " 1817 the miners of Harrow stopped work, as they had in 1809. On 10 August the yeomanry"
    " came. On 12 August the pits were seized."
)


def test_a_history_is_not_of_the_year_of_its_publication() -> None:
    document = outlined(HISTORY, "1909-12-19")
    august = [at for at, m in enumerate(document.mentions) if m.yearless]
    assert august
    assert all(year < 1820 for at in august for year in candidates(document, at))


def test_the_publication_stays_possible_beside_one_far_year() -> None:
    document = outlined("The mill was built in 1812. On 10 August it burned.", "1909-12-19")
    assert 1909 in candidates(document, 1)


def test_news_counts_from_its_own_date() -> None:
    text = (
        "The council met on Monday and voted on the tram line. Work will begin on 3 June,"
        " the mayor said yesterday. The contract was signed on 28 February."
    )
    assert [v for v in values(text, "1911-03-15") if v and v[5:7] in ("06", "02")] == [
        "1911-06-03",
        "1911-02-28",
    ]


def test_what_is_over_does_not_lie_behind_the_document() -> None:
    document = outlined("The bridge fell in November.", "1911-03-15")
    assert max(candidates(document, 0)) == 1910


def test_a_day_that_a_year_has_not_is_no_candidate() -> None:
    document = outlined("He died on 29 February. The war of 1870 was over in 1871.", "1872-05-01")
    assert 1871 not in candidates(document, 0)
    assert 1872 in candidates(document, 0)


def test_nothing_gives_a_year() -> None:
    assert values("On 3 May the bank failed.", None) == [None]


def test_the_likelihoods_of_the_years_sum_to_one() -> None:
    document = outlined(MEMOIR, "1901")
    decided = years(document, {"year stated before": 1.0, "on: goes back": -1.0, "aside": -0.5})
    for decision in decided:
        assert decision is not None
        assert sum(p for _, p in decision.years) == pytest.approx(1.0, abs=1e-6)


def test_a_name_that_holds_a_year_is_no_neighbour_of_a_month() -> None:
    document = outlined(
        "In 1898 the 1887 ordinance was read again. In May it was dropped.", "1911-01-05"
    )
    told = [name for name, _ in evidence(document, 2, 1898)]
    assert "year stated before" in told
    assert "year stated before" not in [name for name, _ in evidence(document, 2, 1887)]


def test_crossed_features_name_the_traits() -> None:
    features = crossed([("aside", 1.0), ("weekday fits", 1.0)], {"one": 1.0, "news": 0.25})
    assert features == [
        ("aside", 1.0),
        ("weekday fits", 1.0),
        ("aside: one", 1.0),
        ("aside: news", 0.25),
    ]


def test_a_document_is_a_story_or_news_by_how_it_tells_its_times() -> None:
    assert genre(outlined(MEMOIR, "1901")) == "narrative"
    news = "The mayor resigned yesterday. On Monday he said that he would stay until Friday."
    assert genre(outlined(news, "1911-03-15")) == "news"


def test_a_clock_stands_on_the_day_of_another_paragraph() -> None:
    text = "On 25 February 1847 the watch began.\n\nAt 6:40 p.m. the lamp went out."
    assert values(text, None)[-1] == "1847-02-25T18:40"


def test_an_hour_of_either_half_is_the_day() -> None:
    text = "On 25 February 1847 the court sat at nine o'clock. It rose at 4 p.m."
    assert values(text, None) == ["1847-02-25", "1847-02-25", "1847-02-25T16:00"]


def test_four_digits_behind_at_are_an_hour() -> None:
    assert values("On 3 May 1911 the shift began at 1830.", "1911-06-01")[-1] == "1911-05-03T18:30"
    assert values("He was born in 1830.", "1911-06-01") == ["1830"]
