"""Properties that hold for every claim of any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from seriatim.temporal import edtf
from tests.pipeline.reading import told

_WHO = st.sampled_from(
    [
        "Ada Quill",
        "Ben Moor",
        "Mrs. Quill",
        "the deputy minister",
        "She",
        "They",
        "It",
        "WikiRing",
        "Herald 2.0",
        "Ada KerrTom Hale",
    ]
)
_DID = st.sampled_from(
    [
        "met",
        "sold the mill to",
        "said that",
        "denied meeting",
        "did not pay",
        "holds a meeting with",
        "was arrested by",
        "had left",
        "may have seen",
        "tweets:",
    ]
)
_WHEN = st.sampled_from(
    [
        "",
        "on 3 May 1911",
        "two days later",
        "in 1897",
        "at 6:15 p.m.",
        "hours later",
        "the week before",
        "yesterday",
        "between 7 and 11 May",
    ]
)
_MARK = st.sampled_from([".", ",", "?", ";", "\n• ", "\n\n", "\u00a0", " — ", "”", "(", ": "])
_TEXT = st.lists(st.tuples(_WHO, _DID, _WHO, _WHEN, _MARK), min_size=1, max_size=5).map(
    lambda parts: "".join(" ".join(p) for p in parts)
)


@settings(max_examples=40)
@given(st.one_of(_TEXT, st.text(max_size=120)))
def test_quotes_predicates_and_mentions_are_the_documents_words(text: str) -> None:
    if not text.strip():
        return
    try:
        document, found = told(text)
    except IndexError:
        return  # no document came out of it
    ids = {m.id for m in found.mentions}
    for claim in found.claims:
        assert document.text[claim.span[0] : claim.span[1]] == claim.quote
        assert claim.span[0] <= claim.predicate[0] < claim.predicate[1] <= claim.span[1]
        assert {p.mention for p in claim.participants} <= ids
        assert edtf.is_valid(claim.when.edtf)
    assert all(document.text[m.span[0] : m.span[1]] == m.text for m in found.mentions)


_DATES = st.sampled_from(
    ["3 May 1911", "May 1911", "1911", "the spring of 1911", "early 1911", "6 May 1911 or later"]
)


@settings(max_examples=30)
@given(
    _WHO.filter(str.istitle),
    _DATES,
    st.sampled_from(["On", "In", "Before", "After", "Since", "By"]),
)
def test_a_claim_is_never_narrower_than_the_expression_that_dates_it(
    who: str, date: str, opening: str
) -> None:
    from seriatim.readers import read_bytes
    from seriatim.temporal import timexes

    text = f"{opening} {date}, {who} sold the mill."
    document, passages = read_bytes(text.encode(), "page.txt", published="1912-12-01").documents[0]
    _, found = told(text, "1912-12-01")
    allowed = {e.span: e.edtf for e in timexes.read(document, passages)}
    for claim in found.claims:
        value = allowed.get(claim.when.span) if claim.when.span is not None else None
        if value:
            assert edtf.interval(claim.when.edtf).contains(edtf.interval(value))
