"""Factuality: a sentence with its «predicate» in, polarity, certainty and hedges out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.analysis import analyse
from seriatim.factuality import certainty
from seriatim.factuality.hedge_spans import hedges
from seriatim.model import Document, Passage


def assessed(marked: str) -> str:
    """ "+ certain planned [hedge, hedge]" for the words between «»."""
    start, end = marked.index("«"), marked.index("»") - 1
    text = marked.replace("«", "").replace("»", "")
    (analysis,) = analyse(
        Document("d1", "t.txt", "", text, ""), [Passage("d1", 0, "paragraph", ((0, len(text)),))]
    )
    words = analysis.tokens((start, end))
    assert words is not None
    told = certainty.assess(analysis, list(words))
    return f"{told.polarity} {told.certainty}{' planned' if told.planned else ''} [{', '.join(text[a:b] for a, b in told.hedges)}]"


SENTENCES = [
    # how many, and not how long or how far
    ("Hale «sold» about forty carts.", "+ certain [about]"),
    ("Hale «walked» about forty miles.", "+ certain []"),
    ("Hale «waited» approximately two hours.", "+ certain []"),
    ("At about 0930 the crew «left».", "+ certain []"),
    ("Some two hundred men «occupied» the mill.", "+ certain [Some]"),
    ("Some men «occupied» the mill.", "+ certain []"),
    ("The flood «destroyed» an estimated 300 carts.", "+ certain [estimated]"),
    ("Over forty men were «arrested».", "+ certain [Over]"),
    ("The price nearly «doubled».", "+ certain [nearly]"),
    ("The cart «rolled» nearly two miles.", "+ certain []"),
    ("Hale «met» Roe in Bern.", "+ certain []"),
    # hedges that hang on the predicate, and those that hang elsewhere
    ("Hale allegedly «met» Roe.", "+ possible [allegedly]"),
    ("Hale reportedly «writes» at least nine letters to Roe.", "+ probable [reportedly, at least]"),
    ("Hale and his son «dined» with Roe, seemingly on his birthday.", "+ probable [seemingly]"),
    ("The brothers effectively «sealed» a truce.", "+ certain [effectively]"),
    ("The suspected «theft» of the bell was revealed.", "+ possible [suspected]"),
    ("Hale may have «met» Roe.", "+ possible [may]"),
    (
        "They «printed» a false seal and used it to cheat more than twenty merchants.",
        "+ certain []",
    ),
    # hedges above
    ("The monks appear to have «agreed» on a price.", "+ probable [appear]"),
    ("She believed that the miller had «signed» the deed.", "+ probable [believed]"),
    ("The ledger suggested that a clerk had «altered» the sums.", "+ possible [suggested]"),
    ("It is likely that Hale «met» Roe.", "+ probable [likely]"),
    ("Roe was said to have «met» Hale.", "+ probable [said]"),
    # numbers
    ("The monks «taught» more than eighty pupils.", "+ certain [more than]"),
    ("The abbot «gives» Hale at least 90 guilders a year.", "+ certain [at least]"),
    ("Less than three weeks after the dam is «built», the mill closes.", "+ certain []"),
    ("The board «issued» a letter under 31 Statutes 7.", "+ certain []"),
    # polarity
    ("Hale did not «meet» Roe.", "- certain []"),
    ("Hale never «warned» the miller of the flood.", "- certain []"),
    ("The guild was not «asked» about the price.", "- certain []"),
    ("No letters were «found».", "- certain []"),
    ("The guilds have «paid» no rent since May.", "- certain []"),
    ("Hale denied «meeting» Roe.", "- certain []"),
    ("Hale denied the «meeting».", "- certain []"),
    ("Salt also denied that the guild had tried to «burn» the barn.", "- certain []"),
    ("The failure to «warn» the miller cost the town dearly.", "- certain []"),
    ("They «failed» to repair the bridge.", "- certain []"),
    ("Hale left without «telling» Roe.", "- certain []"),
    ("Salt wrote that the barn had not burned, and that the roof had «collapsed».", "+ certain []"),
    ("Roe is not known to have «met» Hale.", "- probable [known]"),
    ("No letter is thought to have «left» Bern.", "- probable [thought]"),
    ("I do not accept that Roe had «gone» home.", "- certain []"),
    ("Hale did not believe that Roe «sold» the mill.", "- probable [believe]"),
    ("The guild «asked» for a delay; I refuse that request.", "+ certain []"),
    ("There is no evidence that the letter was ever «sent».", "+ possible [no evidence]"),
    ("The bridge was to have been «opened» on 3 July 1911.", "+ certain planned []"),
    ("The abbot, it was reported, had «fled».", "+ probable [reported]"),
    ("The mill was due to be «sold» on 3 May 1911.", "+ certain planned []"),
    ("Hale would not «say» whether he met Roe.", "- certain []"),
    ("It was argued that the clerk had «sold» the seal.", "+ possible [argued]"),
    ("Someone must have «taken» the seal.", "+ probable [must]"),
    ("Not only did Hale «meet» Roe, he paid him.", "+ certain []"),
    ("Hale did not deny «meeting» Roe.", "+ possible []"),
    # a refusal is what happened; what was refused is what did not
    ("Hale «refused» to acknowledge the debt.", "+ certain []"),
    ("Hale refused to «acknowledge» the debt.", "- certain []"),
    # plans, conditions, questions left open
    ("Hale plans to «meet» Roe in May.", "+ certain planned []"),
    ("Hale will «meet» Roe in May.", "+ certain planned []"),
    ("The abbot was expected to «buy» the field.", "+ probable planned [expected]"),
    ("If Hale «meets» Roe, the bank will fail.", "+ possible []"),
    ("The firm did not say whether Roe had «met» Hale.", "+ possible []"),
]


@pytest.mark.parametrize(("sentence", "told"), SENTENCES, ids=[s for s, _ in SENTENCES])
def test_factuality(sentence: str, told: str) -> None:
    assert assessed(sentence) == told


def test_a_chain_of_verbs_is_one_predicate() -> None:
    assert assessed("Hale «refused to acknowledge» the debt.") == "+ certain []"
    assert assessed("Hale «failed to acknowledge» the debt.") == "- certain []"


@given(
    st.sampled_from([s for s, _ in SENTENCES]),
    st.sampled_from(["According to the clerk, ", "In 1911, ", "At the mill, "]),
)
def test_the_place_in_the_sentence_does_not_matter(sentence: str, opening: str) -> None:
    body = (
        sentence
        if sentence.split(maxsplit=1)[0].lstrip("«") in ("Hale", "Salt", "Roe")
        else sentence[0].lower() + sentence[1:]
    )
    polarity = assessed(opening + body)[0]
    assert polarity == assessed(sentence)[0]


def test_hedges_by_the_lexicon() -> None:
    text = "Perhaps Hale was there, it may or may not be so; Roe thought he saw him."
    (found,) = hedges([text], model=False)
    assert [text[a:b] for a, b in found] == ["Perhaps", "may or may not", "thought"]
