"""Who met whom, written for other programs."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree as ET

import networkx as nx

from seriatim.exports import contacts, gexf
from tests.association.network import chronology

TOLD = chronology(
    "meeting 1911-03-02 ada,ben",
    "meeting 1911-04 ada,ben by:ada",
    "call unknown ada,ben",
    "message 1911-05-01/.. ben,cora",
    "meeting 1911-06-01 ada,cora -",
    "payment 1911 ada,dan",
)
NAMESPACE = {"g": "http://gexf.net/1.3"}


def test_networkx_reads_the_network() -> None:
    written = gexf.to_file(TOLD)
    read = nx.read_gexf(
        io.BytesIO(written.data),
        version="1.3" if "1.3" in nx.readwrite.gexf.GEXF.versions else "1.2draft",
    )
    assert {read.nodes[n]["label"] for n in read} == {"Ada Quill", "Ben Moor", "Cora Lind"}
    assert sorted(map(sorted, read.edges())) == [["ada", "ben"], ["ben", "cora"]]
    assert dict(written.lost) == {"contact without a date: in GEXF its edge is always there": 1}


def test_a_spell_is_as_wide_as_the_date() -> None:
    root = ET.fromstring(gexf.to_file(TOLD).data)  # noqa: S314 - our own file
    spells = [
        [s.attrib for s in edge.iterfind(".//g:spell", NAMESPACE)]
        for edge in root.iterfind(".//g:edge", NAMESPACE)
    ]
    assert spells == [
        [
            {"start": "1911-03-02", "end": "1911-03-02"},
            {"start": "1911-04-01", "end": "1911-04-30"},
        ],
        [{"start": "1911-05-01"}],
    ]


def test_the_table_tells_denials_as_denials() -> None:
    rows = list(csv.DictReader(io.StringIO(contacts.to_file(TOLD).data.decode("utf-8-sig"))))
    assert [(r["First"], r["Direction"], r["Second"], r["EDTF"], r["Told As"]) for r in rows] == [
        ("Ada Quill", "with", "Ben Moor", "1911-03-02", "certain"),
        ("Ada Quill", "with", "Ben Moor", "1911-04", "certain"),
        ("Ada Quill", "with", "Ben Moor", "unknown", "certain"),
        ("Ben Moor", "to", "Cora Lind", "1911-05-01/..", "certain"),
        ("Ada Quill", "with", "Cora Lind", "1911-06-01", "denied"),
    ]
    assert rows[1]["Source(s)"] == "Ada Quill"


def test_the_same_chronology_gives_the_same_bytes() -> None:
    assert gexf.to_file(TOLD).data == gexf.to_file(TOLD).data
    assert contacts.to_file(TOLD).data == contacts.to_file(TOLD).data
