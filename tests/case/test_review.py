"""The queue of a case: what to look at, in which order, how it is settled, and that it is gone then."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from seriatim import cli
from seriatim.case import review
from seriatim.case.case import Case
from seriatim.case.review import Item
from seriatim.decisions.make import DecisionRequest
from seriatim.model import Decision
from tests.decisions.test_make import built, case_of, run

TEXTS = (
    "The ferry sank on Wednesday, 9 March 1909. Ada Quill spoke in Lowick. Petra Lindqvist leased the mill.\n",
    "Ada Quill spoke to Ben Moor in Osterby. Petra Lindqvest sold the mill. The court met on June 31, 1904.\n",
    "Magnus Thoresby leased the quarry. Magnus Thoresby hired forty men. The bank warned Magnus Thoresbey in March. Magnus Thoresby sold the quarry.\n",
    "The Corran bridge collapsed on 4 May 1908. The mayor, Ada Kerr, said that the Corran bridge collapsed on 6 May 1908.\n",
)


def queue(case: Case) -> tuple[Item, ...]:
    return review.queue(case.chronology())


def listing(items: tuple[Item, ...]) -> list[str]:
    return [
        f"{i.severity or i.kind} {i.code}: {' | '.join(shlex.join(a.arguments()) for a in i.acts)}"
        for i in items
        if i.code != "undated"
    ]


def test_the_order_and_what_settles_each(tmp_path: Path) -> None:
    assert listing(queue(case_of(tmp_path, *TEXTS))) == [
        "error mismatched-weekday: date d1-c1 d1-c2 d1-c3 --to 1910-03-09 | date d1-c1 d1-c2 d1-c3 --to 1909-03-10 | allow mismatched-weekday e1",
        f"error impossible-date: {' | '.join(f'date d2-c3 --to 1904-{day}' for day in ('06-30', '07-01', '06-13', '05-31'))} | allow impossible-date e6",
        "warning date-after-document: date d1-c1 d1-c2 d1-c3 | allow date-after-document e1",
        "warning twice-told-dates: reject d4-c1 | reject d4-c2 | apart d4-c1 d4-c2 | allow twice-told-dates e11",
        "note twice-told-event: merge e2 e4 | apart e2 e4",
        "merge actors doubt: merge a4 a2 | apart a4 a2",
        "warning misspelled-name: split a6 --quote 'Magnus Thoresbey' | allow misspelled-name d3",
    ]


def pick(kind: str, *, code: str = "") -> Callable[[Item], bool]:
    return lambda item: item.kind == kind and code in ("", item.code)


MORE = (
    """The building of the mill

- May 2, 1901: Orla Brandt buys the field.
- June 11, 1901: The masons arrive.
- July 8, 1902: The wheel is delivered.
- July 9, 1901: One day later, Brandt opens the mill.
- Monday, September 10, 1901: The first flour is sold.
- September 4, 1901: Brandt pays the masons.
- November 31, 1901: Brandt leaves Osterby.
""",
    "On 12 June 1908 the council sold the bridge. Two days later, on 15 June 1908, the council approved the ferry by 21 to 9.\n",
    "Tom Hale denied that the council sold the bridge. On 15 June 1908 the council approved the ferry by 21 to 7. Ada KerrTom Hale left.\n",
    "The war lasted from 1901 to 1899. Ada Kerr met Tom Hale in Osterby on 4 May 1908.\n",
    "Ada Kerr met Tom Hale in Lowick on 4 May 1908. On 31 June 1908 it rained.\n",
    "Kerr was born in 1840 and died in 1890 at the age of 60. It was closed yesterday, officials said. In May 1908 Kerr met Tom Hale.\n",
)


def settle(case: Case, item: Item, n: int) -> list[Decision]:
    """Take the nth of the ways that an item offers, with a date of the person's own where it proposes none."""
    act = item.acts[n]
    if act.value is None and act.act in ("date", "published"):
        act = replace(act, value="1908-05-01")
    return case.decide(case.chronology(), act, who="Ada")


def proposed(item: Item) -> set[tuple[str, str]]:
    """The claims that an item would have changed, each with what it would say."""
    return {
        (claim, act.value)
        for act in item.acts
        if act.act == "date" and act.value
        for claim in act.targets
    }


@pytest.mark.parametrize("texts", [TEXTS, MORE])
@pytest.mark.parametrize("n", range(6))
def test_every_act_of_an_item_settles_it_and_nothing_else_and_undo_brings_it_back(
    tmp_path: Path, texts: tuple[str, ...], n: int
) -> None:
    """One act of every item in turn; what was settled doesn't come back under another check with the same proposal."""
    case = case_of(tmp_path, *texts)
    before = queue(case)
    for item in before:
        if n >= len(item.acts):
            continue
        made = settle(case, item, n)
        after = queue(built(case))
        assert item.key not in {i.key for i in after}, (item, item.acts[n])
        fresh = [i for i in after if i.key not in {i.key for i in before} and i.kind != "undated"]
        assert [i for i in fresh if proposed(i) & proposed(item)] == [], (item, item.acts[n])
        assert [
            i for i in fresh if i.code == item.code and set(i.claims) == set(item.claims)
        ] == [], (item, item.acts[n])
        for one in made:
            case.undo(one.id, who="Ada")
        assert queue(built(case)) == before


def test_keys_are_of_words_and_not_of_ids(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    one, other = (
        case_of(tmp_path / name, *texts) for name, texts in (("one", TEXTS), ("other", TEXTS[::-1]))
    )
    keys = [i.key for i in queue(one)]
    assert len(set(keys)) == len(keys)
    assert set(keys) == {i.key for i in queue(other)}


@pytest.mark.parametrize("act", ["accept", "reject", "dispute"])
def test_an_undated_event_that_somebody_decided_about_is_left_alone(
    tmp_path: Path, act: str
) -> None:
    case = case_of(tmp_path, "Ada Quill sold the mill.\n")
    (item,) = filter(pick("undated"), queue(case))
    case.decide(case.chronology(), DecisionRequest(act, item.events), who="Ada")  # type: ignore[arg-type]
    assert list(filter(pick("undated"), queue(built(case)))) == []


def test_the_command_prints_commands_that_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = case_of(tmp_path, *TEXTS)
    assert run(["review", str(case.path), "1"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].endswith(
        "page1.txt:1:19: error: 9 March 1909 was a Tuesday, not a Wednesday; perhaps 9 March 1910 [mismatched-weekday]"
    )
    assert said[-1].endswith("to review, the first 1 shown")
    first = next(line.strip() for line in said if line.strip().startswith("seriatim judge"))
    assert run(shlex.split(first)[1:]) == 0
    assert [i for i in queue(Case(case.path)) if i.code == "mismatched-weekday"] == []


def test_a_kind_that_is_none_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = case_of(tmp_path, TEXTS[0])
    assert run(["review", str(case.path), "--kind", "everything"]) == 2
    assert "there is no kind 'everything'" in capsys.readouterr().err
    assert cli.COMMANDS["review"]


def test_a_contradiction_of_one_date_and_words_is_shown(tmp_path: Path) -> None:
    """It has one claim, so that "one of two was rejected" must not hide it."""
    case = case_of(
        tmp_path,
        "Ada Quill sold the mill on 5 March 1907. Two days later, on 9 March 1907, she left Osterby.\n",
    )
    codes = {f.code for f in case.chronology().findings if f.severity != "note"}
    assert codes
    assert codes <= {i.code for i in queue(case)}


LIST = """The building of the mill

- May 2, 1901: Orla Brandt buys the field.
- June 11, 1901: The masons arrive.
- July 8, 1902: The wheel is delivered.
- July 9, 1901: One day later, Brandt opens the mill.
- September 9, 1901: The first flour is sold.
"""


def test_a_date_put_right_is_not_asked_about_again_as_standing_out_of_its_list(
    tmp_path: Path,
) -> None:
    case = case_of(tmp_path, LIST)
    wrong = next(i for i in queue(case) if i.severity == "error")
    case.decide(case.chronology(), wrong.acts[0], who="Ada")
    case.build(model=False)
    assert wrong.acts[0].value == "1901-07-08"
    assert [
        i.message for i in queue(case) if i.kind == "finding" and i.code != "undated-document"
    ] == []


def test_a_date_that_a_person_gave_is_not_held_against_the_list(tmp_path: Path) -> None:
    case = case_of(tmp_path, LIST.replace("July 9, 1901: One day later,", "July 9, 1901:"))
    wrong = next(i for i in queue(case) if i.code == "date-out-of-order")
    case.decide(case.chronology(), replace(wrong.acts[0], value="1902-07-09"), who="Ada")
    case.build(model=False)
    assert [i for i in queue(case) if i.code == "date-out-of-order"] == []
