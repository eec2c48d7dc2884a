"""Contacts as a dynamic network, GEXF 1.3: actors are nodes, pairs are edges with spells.

Each dated contact has a spell: the interval in which it may lie, as wide as its date.  An edge
without dated contacts has no spell, which means "always" in GEXF; its attribute ``undated`` counts
the contacts without a date.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from seriatim.association.contacts import OPEN, Contact, Pair, pairs
from seriatim.exports import File
from seriatim.lang import contacts
from seriatim.messages import exports as messages
from seriatim.model import Chronology, Event
from seriatim.query.filters import groups
from seriatim.temporal import edtf

SPACE = "http://gexf.net/1.3"
NODE_ATTRIBUTES = ("kind", "groups")
EDGE_ATTRIBUTES = ("events", "kinds", "undated")


def to_file(chronology: Chronology) -> File:
    """The network of all contacts of a chronology."""
    return network(
        chronology, [e for e in chronology.events if e.kind in contacts.TOGETHER | contacts.ONE_WAY]
    )


def network(chronology: Chronology, events: list[Event]) -> File:
    """The network of the contacts of some events."""
    found = [p for p in pairs(events) if p.contacts]
    root = ET.Element("gexf", xmlns=SPACE, version="1.3")
    graph = ET.SubElement(
        root,
        "graph",
        mode="dynamic",
        defaultedgetype="undirected",
        timeformat="date",
        timerepresentation="interval",
    )
    _declare_attributes(graph)
    nodes, edges = ET.SubElement(graph, "nodes"), ET.SubElement(graph, "edges")
    _add_nodes(nodes, chronology, {actor for p in found for actor in (p.first, p.second)})
    for number, pair in enumerate(found):
        _edge(edges, pair, f"p{number}")
    ET.indent(root)
    lost = {messages.UNDATED_CONTACT: sum(_undated(c) for p in found for c in p.contacts)}
    lost[messages.LEFT_OUT] = sum(e.status == "rejected" for e in events)
    return File(
        ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n",
        {k: n for k, n in lost.items() if n},
    )


def _declare_attributes(graph: ET.Element) -> None:
    for owner, titles in (("node", NODE_ATTRIBUTES), ("edge", EDGE_ATTRIBUTES)):
        attributes = ET.SubElement(graph, "attributes", {"class": owner, "mode": "static"})
        for title in titles:
            kind = "integer" if title == "undated" else "string"
            ET.SubElement(attributes, "attribute", id=title, title=title, type=kind)


def _add_nodes(nodes: ET.Element, chronology: Chronology, met: set[str]) -> None:
    members = groups(chronology)
    for actor in (a for a in chronology.actors if a.id in met):
        own = [name for name, ids in members.items() if actor.id in ids]
        node = ET.SubElement(nodes, "node", id=actor.id, label=_text(actor.name))
        _values(node, {"kind": actor.kind, "groups": ", ".join(own)})


def _edge(edges: ET.Element, pair: Pair, identity: str) -> None:
    edge = ET.SubElement(
        edges,
        "edge",
        id=identity,
        source=pair.first,
        target=pair.second,
        weight=str(len(pair.contacts)),
    )
    events = dict.fromkeys(c.event.id for c in pair.contacts)
    kinds = sorted({c.event.kind for c in pair.contacts})
    _values(
        edge,
        {
            "events": " ".join(events),
            "kinds": ", ".join(kinds),
            "undated": str(sum(map(_undated, pair.contacts))),
        },
    )
    spells = list(dict.fromkeys(_spells(pair)))
    if spells:
        within = ET.SubElement(edge, "spells")
        for start, end in spells:
            ET.SubElement(within, "spell", {k: v for k, v in (("start", start), ("end", end)) if v})


def _spells(pair: Pair) -> Iterator[tuple[str, str]]:
    """The first and last day of each dated contact, empty if open; GEXF includes both."""
    for contact in pair.contacts:
        if not _undated(contact):
            start = "" if contact.start == -OPEN else edtf.day(contact.start // edtf.DAY)
            yield start, "" if contact.end == OPEN else edtf.day((contact.end - 1) // edtf.DAY)


def _undated(contact: Contact) -> bool:
    return contact.start == -OPEN and contact.end == OPEN


def _values(owner: ET.Element, values: dict[str, str]) -> None:
    within = ET.SubElement(owner, "attvalues")
    for name, value in values.items():
        ET.SubElement(within, "attvalue", {"for": name, "value": _text(value)})


def _text(text: str) -> str:
    """The text without characters that XML can't hold."""
    return "".join(
        c
        if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
        else " "
        for c in text
    )
