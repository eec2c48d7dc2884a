"""The Python library, with the examples of its page in the documentation."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import seriatim
from seriatim.api import Backend
from seriatim.case import Case

PAGE = Path(__file__).parent.parent / "docs/library.md"
TEXT = (
    "On 3 May 1911 Karl Weiss arrived in Orlow. The next day Anna Brandt, the engineer, resigned."
)


@pytest.fixture(scope="module")
def chronology() -> seriatim.Chronology:
    return seriatim.read(text=TEXT, published="1911-06-01")


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(TEXT, "utf8")
    case = Case.create(Path("orlow"), "Orlow")
    case.add([Path("report.txt")], who="Anna")
    case.build(processes=1)
    names: dict[str, object] = {}
    examples = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf8"), re.DOTALL)
    assert examples
    for example in examples:
        exec(compile(example, str(PAGE), "exec"), names)  # noqa: S102 - our own page


def test_events_have_dates(chronology: seriatim.Chronology) -> None:
    assert {e.when.edtf for e in chronology.events} == {"1911-05-03", "1911-05-04"}
    assert len(chronology.entries(key=1)) == 1


def test_an_event_is_explained_by_its_id_or_a_claim(chronology: seriatim.Chronology) -> None:
    event = chronology.events[0]
    explained = chronology.explain(event)
    assert event.claims[0].quote in explained
    assert chronology.explain(event.claims[0].id) == explained
    with pytest.raises(seriatim.SeriatimError, match="'e99'"):
        chronology.explain("e99")


def test_a_notebook_shows_the_page_in_a_frame(chronology: seriatim.Chronology) -> None:
    shown = chronology._repr_html_()
    assert shown.startswith('<iframe sandbox="allow-scripts"')
    assert "<html" not in shown


def test_without_narwhals_the_error_says_what_to_install(
    chronology: seriatim.Chronology, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seriatim.api.find_spec", lambda _: None)
    with pytest.raises(seriatim.SeriatimError, match=r"pip install 'seriatim\[dataframe\]'"):
        chronology.to_dataframe()


def test_a_dataframe_has_a_row_for_each_event(chronology: seriatim.Chronology) -> None:
    pytest.importorskip("narwhals", reason="optional: pip install narwhals")
    backends: tuple[Backend, ...] = ("pandas", "polars", "pyarrow")
    backend = next((one for one in backends if find_spec(one)), None)
    if backend is None:
        pytest.skip("optional: pip install pandas, polars or pyarrow")
    frame = chronology.to_dataframe(backend)
    assert len(frame) == len(chronology.events)  # type: ignore[arg-type]


def test_a_missing_dataframe_library_is_named(chronology: seriatim.Chronology) -> None:
    pytest.importorskip("narwhals", reason="optional: pip install narwhals")
    if find_spec("modin"):
        pytest.skip("optional: needs a machine without modin")
    with pytest.raises(seriatim.SeriatimError, match="pip install modin"):
        chronology.to_dataframe("modin")


def test_wrong_use_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(seriatim.SeriatimError, match="either"):
        seriatim.read()
    with pytest.raises(seriatim.SeriatimError, match="2016-07-20"):
        seriatim.read(text="x", published="yesterday")
    with pytest.raises(seriatim.SeriatimError, match=r"missing\.txt"):
        seriatim.read(tmp_path / "missing.txt")
    with pytest.raises(seriatim.SeriatimError, match="nowhere"):
        seriatim.open_case(tmp_path / "nowhere")


def test_importing_the_package_imports_nothing_else_of_it() -> None:
    code = "import seriatim, sys; print([m for m in sys.modules if m.startswith('seriatim.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
