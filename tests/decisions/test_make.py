"""What a person decides of the chronology before them: kept apart, merged, allowed, told by hand; the last word wins, and undo brings all back."""

from __future__ import annotations

from pathlib import Path

import pytest

from seriatim import cli
from seriatim.case.case import Case
from seriatim.decisions.make import DecisionError, DecisionRequest
from seriatim.model import Chronology

ONE = "The Corran bridge collapsed on 4 May 1908. Ada Quill met Ben Moor on 6 May 1908.\n"
TWO = "On 4 May 1908 the bridge at Corran collapsed. Mrs Quill left Osterby on 9 May 1908.\n"
SLIP = "Magnus Thoresby leased the quarry. Magnus Thoresby hired forty men. The bank warned Magnus Thoresbey in March. Magnus Thoresby sold the quarry.\n"


def case_of(folder: Path, *texts: str) -> Case:
    case = Case.create(folder / "case", "The bridge")
    for n, text in enumerate(texts, 1):
        (folder / f"page{n}.txt").write_text(text, "utf8")
        case.add([folder / f"page{n}.txt"], published="1908-06-01", who="Ada")
    return built(case)


def built(case: Case) -> Case:
    case.build(processes=1, model=False)
    return case


def decide(case: Case, act: str, *targets: str, **fields: str) -> list[str]:
    """The ids of the judgements, laid on."""
    made = case.decide(case.chronology(), DecisionRequest(act, targets, **fields), who="Ada")  # type: ignore[arg-type]
    built(case)
    return [j.id for j in made]


def told(case: Case) -> list[list[str]]:
    """The claims of each event that several documents tell, by their first words."""
    return [
        [c.id for c in e.claims]
        for e in case.chronology().events
        if len({c.document for c in e.claims}) > 1
    ]


def called(chronology: Chronology, word: str) -> list[str]:
    """The names of the actors that have the word in their names, with the documents that name them."""
    return [
        f"{a.name}: {', '.join(sorted({m.document for m in a.mentions}))}"
        for a in chronology.actors
        if word in a.name
    ]


def test_two_claims_that_are_kept_apart_are_two_events_until_a_later_merge_and_again(
    tmp_path: Path,
) -> None:
    case = case_of(tmp_path, ONE, TWO)
    (both,) = told(case)
    decide(case, "apart", *both)
    assert told(case) == []
    decide(case, "merge", *both)
    assert told(case) == [both]
    (last,) = decide(case, "apart", *both)
    assert told(case) == []
    case.undo(last, who="Ada")
    assert told(built(case)) == [both]


def test_what_is_kept_apart_may_be_one_with_others(tmp_path: Path) -> None:
    """A split sets a claim alone; this does not: the third telling still goes with one of the two."""
    case = case_of(tmp_path, ONE, TWO, "The bridge at Corran collapsed on 4 May 1908.\n")
    (three,) = told(case)
    decide(case, "apart", three[0], three[1])
    (two,) = told(case)
    assert three[2] in two
    assert len(two) == 2


def test_events_are_kept_apart_with_all_their_claims(tmp_path: Path) -> None:
    case = case_of(tmp_path, ONE, TWO, "A train fell when the Corran bridge broke on 4 May 1908.\n")
    events = {
        e.id: {c.id for c in e.claims}
        for e in case.chronology().events
        if any(c.document == "d3" or len(e.claims) > 1 for c in e.claims)
    }
    assert len(events) > 1
    decide(case, "apart", *events)
    left = [{c.id for c in e.claims} for e in case.chronology().events]
    assert [e for e in left if sum(bool(e & claims) for claims in events.values()) > 1] == []
    assert all(claims in left for claims in events.values())


def test_two_names_that_are_kept_apart_are_two_actors_and_a_merge_puts_them_back(
    tmp_path: Path,
) -> None:
    case = case_of(tmp_path, ONE, TWO)
    assert called(case.chronology(), "Quill") == ["Ada Quill: d1, d2"]
    quill = next(a for a in case.chronology().actors if a.name == "Ada Quill")
    (split,) = decide(case, "split", quill.id, quote="Quill")
    assert called(case.chronology(), "Quill") == ["Ada Quill: d1", "Quill: d2"]
    ids = [a.id for a in case.chronology().actors if "Quill" in a.name]
    case.undo(split, who="Ada")
    case.decide(case.chronology(), DecisionRequest("apart", tuple(ids)), who="Ada")
    assert called(built(case).chronology(), "Quill") == ["Ada Quill: d1", "Quill: d2"]
    decide(case, "merge", *(a.id for a in case.chronology().actors if "Quill" in a.name))
    assert called(case.chronology(), "Quill") == ["Ada Quill: d1, d2"]


def test_actors_stay_apart_when_a_document_comes_that_would_join_them(tmp_path: Path) -> None:
    case = case_of(
        tmp_path,
        "John Hale, the mayor, opened the library.\n",
        "John Hale, a fisherman, drowned off Kell.\n",
    )
    hales = [a.id for a in case.chronology().actors if a.name == "John Hale"]
    assert len(hales) == 2
    (made,) = decide(case, "apart", *hales)
    (tmp_path / "more.txt").write_text("The mayor John Hale, a fisherman, spoke in Kell.\n", "utf8")
    case.add([tmp_path / "more.txt"], published="1908-06-01", who="Ada")
    assert called(built(case).chronology(), "Hale") == ["John Hale: d1, d3", "John Hale: d2"]
    case.undo(made, who="Ada")
    assert called(built(case).chronology(), "Hale") == ["John Hale: d1, d2, d3"]


def test_an_allowed_finding_no_longer_stands_and_comes_back_with_undo(tmp_path: Path) -> None:
    case = case_of(tmp_path, SLIP)
    before = case.chronology().findings
    (slip,) = [f for f in before if f.code == "misspelled-name"]
    (made,) = decide(case, "allow", slip.document or "", value="misspelled-name")
    assert set(before) - set(case.chronology().findings) == {slip}
    case.undo(made, who="Ada")
    assert built(case).chronology().findings == before


def test_what_is_allowed_is_this_finding_and_no_other_of_its_code(tmp_path: Path) -> None:
    case = case_of(tmp_path, "The court met on June 31, 1904. It met again on 1905-02-29.\n")
    assert [f.code for f in case.chronology().findings].count("impossible-date") == 2
    decide(case, "allow", "d1", value="impossible-date", quote="June 31, 1904")
    (left,) = [f for f in case.chronology().findings if f.code == "impossible-date"]
    assert "29 February 1905" in left.message


def test_check_counts_no_allowed_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = case_of(tmp_path, "The ferry sank on Wednesday, 9 March 1909.\n")
    assert run(["check", str(case.path)]) == 1
    assert (
        run(["judge", str(case.path), "allow", "mismatched-weekday", "e1", "--why", "as printed"])
        == 0
    )
    capsys.readouterr()
    assert run(["check", str(case.path), "--select", "mismatched-weekday"]) == 0
    assert capsys.readouterr().out == "nothing found\n"
    run(["log", str(case.path)])
    words = "“The ferry sank on Wednesday, 9 March 1909.”"
    assert (
        f"allow  finding  {words} · {words}  → mismatched-weekday  (as printed)"
        in capsys.readouterr().out
    )


def run(words: list[str]) -> int:
    with pytest.raises(SystemExit) as stop:
        cli.main(words)
    return int(stop.value.code or 0)


def test_a_claim_by_hand_tells_who_when_and_where_its_words_say(tmp_path: Path) -> None:
    case = case_of(
        tmp_path,
        "Ada Quill sold the mill. A note of 6 May 1908 in the file of Ben Moor: mill gone.\n",
    )
    decide(
        case, "claim", "d1", quote="note of 6 May 1908 in the file of Ben Moor", predicate="note"
    )
    made = next(e for e in case.chronology().events if e.claims[0].id.startswith("d1-j"))
    names = {a.id: a.name for a in case.chronology().actors}
    assert (made.when.edtf, made.when.basis, made.when.text) == (
        "1908-05-06",
        "stated",
        "6 May 1908",
    )
    assert [(names[a.actor], a.role) for a in made.actors] == [("Ben Moor", "counterpart")]


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (DecisionRequest("apart", ("e1",)), "apart wants two events"),
        (DecisionRequest("apart", ("e1", "d1-c1")), "none is the other's"),
        (DecisionRequest("apart", ("a1", "a1")), "apart wants two actors"),
        (
            DecisionRequest("allow", ("e1",), "misspelled-name"),
            "no finding misspelled-name is about e1",
        ),
        (
            DecisionRequest("allow", (), "misspelled-name"),
            "allow wants the finding's code and what it is about",
        ),
        (DecisionRequest("date", ("e1",), "1908-13"), "'1908-13' is not an EDTF date"),
        (DecisionRequest("name", ("e1",), "Ada"), "name is about actors"),
        (DecisionRequest("accept", ("e99",)), "there is no event or claim of that id"),
    ],
)
def test_what_cannot_be_meant_says_why(tmp_path: Path, decision: DecisionRequest, why: str) -> None:
    case = case_of(tmp_path, ONE)
    with pytest.raises(DecisionError, match=why):
        case.decide(case.chronology(), decision, who="Ada")


MAYBE = (
    "Ada Quill spoke in Lowick. Magnus Thoresby leased the quarry.\n",
    "Ada Quill spoke to Ben Moor in Osterby. Magnus Thoresbey sold the quarry.\n",
)


def test_what_may_be_one_is_kept_with_the_case_until_it_is_decided(tmp_path: Path) -> None:
    case = case_of(tmp_path, *MAYBE)
    kept = case.chronology()
    actor_of = {m.id: a.id for a in kept.actors for m in a.mentions}
    doubts = {bool(d.claims): d for d in kept.doubts}
    assert set(doubts) == {True, False}
    event_doubts = [d for d in kept.doubts if d.claims]
    decide(case, "apart", *(actor_of[m] for m in doubts[False].mentions))
    assert [d for d in case.chronology().doubts if d.mentions] == []
    for doubt in event_doubts:
        decide(case, "apart", *doubt.claims)
    assert case.chronology().doubts == ()
    assert [f.code for f in case.chronology().findings if f.code == "twice-told-event"] == []


def test_what_is_merged_is_no_longer_doubted(tmp_path: Path) -> None:
    case = case_of(tmp_path, *MAYBE)
    (doubt,) = [d for d in case.chronology().doubts if d.mentions]
    actor_of = {m.id: a.id for a in case.chronology().actors for m in a.mentions}
    decide(case, "merge", *(actor_of[m] for m in doubt.mentions))
    assert [d for d in case.chronology().doubts if d.mentions] == []
