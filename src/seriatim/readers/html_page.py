"""A parsed web page → its metadata, its main content and its boilerplate."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from seriatim.lang import web_pages
from seriatim.readers.links import target
from seriatim.readers.publication_date import find_date

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

SKIPPED = frozenset(
    {
        "-comment", "aside", "audio", "button", "canvas", "datalist", "dialog", "embed",
        "footer", "head", "iframe", "input", "map", "math", "nav", "noscript", "object",
        "option", "script", "select", "style", "svg", "template", "textarea", "video",
    }
)  # fmt: skip
TEXT = "-text"  # the tag of a run of text
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_CONTAINERS = frozenset({"div", "section", "article", "main", "center", "form", "body"})
_MOST = 0.85  # of the page's prose: the main text's share of it
_SHORT_RUN = 20  # characters; shorter runs are labels
_MAX_AROUND = 40  # elements around a time that may be its entry
_MAX_JSON = 1_000_000
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage")
_HIDING = {"display": "none", "visibility": "hidden"}
_HIDDEN_STYLE = re.compile(
    "|".join(rf"{key}\s*:\s*{value}" for key, value in _HIDING.items()), re.IGNORECASE
)


class About(NamedTuple):
    """The metadata of a page."""

    title: str
    published: str | None
    base: str | None


def about(tree: LexborHTMLParser) -> About:
    """Title, day of publication and the address that relative links start from."""
    metas: dict[str, str] = {}
    for meta in tree.css("meta[content]"):
        attributes = meta.attributes
        key = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        )
        metas.setdefault(key.lower(), attributes.get("content") or "")
    objects = list(_json_ld(tree))
    published = (
        _json_date(objects)
        or next((d for n in web_pages.DATE_NAMES if (d := find_date(metas.get(n, "")))), None)
        or _time_date(tree)
    )
    return About(_title(tree, metas), published, _base(tree, metas))


def _title(tree: LexborHTMLParser, metas: dict[str, str]) -> str:
    for name in web_pages.TITLE_NAMES:
        if metas.get(name, "").strip():
            return " ".join(metas[name].split())
    headings = tree.css("h1")
    for node in (*(headings if len(headings) == 1 else ()), *tree.css("head > title")):
        words = " ".join(node.text().split())
        if words:
            return words
    return ""


def _base(tree: LexborHTMLParser, metas: dict[str, str]) -> str | None:
    for selector, attribute in (("base[href]", "href"), ('link[rel="canonical"]', "href")):
        node = tree.css_first(selector)
        if node is not None and (node.attributes.get(attribute) or "").startswith(
            ("http://", "https://")
        ):
            return node.attributes[attribute]
    return metas.get("og:url") or None


def _json_ld(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, a level or two down."""
    for script in tree.css('script[type="application/ld+json"]'):
        source = script.text()
        if len(source) > _MAX_JSON:
            continue
        try:
            found = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(found)


def _objects(found: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON value
    """The objects in a JSON-LD value, of a list the last one first."""
    waiting = [found]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[k] for k in value if k in _NESTED)


def _json_date(objects: list[dict[str, Any]]) -> str | None:
    """The day of publication of an article, else of any other object."""
    dated = [(value, value.get("datePublished")) for value in objects]
    articles = [d for value, d in dated if isinstance(d, str) and _is_article(value)]
    others = [d for _, d in dated if isinstance(d, str)]
    return next(filter(None, map(find_date, (*articles, *others))), None)


def _is_article(value: dict[str, Any]) -> bool:
    kinds = value.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(k, str) and k in web_pages.ARTICLE_TYPES for k in names)


def _time_date(tree: LexborHTMLParser) -> str | None:
    """The day of an element that is marked as the day of publication."""
    for node in tree.css('[itemprop="datePublished"], time[pubdate]'):
        found = find_date(
            node.attributes.get("datetime") or node.attributes.get("content") or node.text()
        )
        if found:
            return found
    times = [t for t in tree.css("time[datetime]") if find_date(t.attributes.get("datetime") or "")]
    for node in times:
        if _classes(node) & web_pages.DATE_CLASSES or (
            node.parent is not None and _classes(node.parent) & web_pages.DATE_CLASSES
        ):
            return find_date(node.attributes.get("datetime") or "")
    return None


def _classes(node: LexborNode) -> set[str]:
    return {*(node.attributes.get("class") or "").lower().split()}


def is_boilerplate(node: LexborNode, tag: str) -> bool:
    """Whether an element is hidden, or boilerplate by its tag, role, class or id."""
    if tag in SKIPPED:
        return True
    attributes = node.attributes
    if not attributes:
        return False
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") in web_pages.ROLES
    ):
        return True
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if name == " " or tag in ("body", "html", "main", "article", "h1", "li", "p", "time"):
        return False
    return any(h in name for h in web_pages.HIDDEN) or any(
        w.lower() in web_pages.BOILERPLATE for w in _WORDS.findall(name)
    )


def main_content(tree: LexborHTMLParser) -> LexborNode | None:
    """The main element: an article or main, else the innermost one with most of the prose."""
    body = tree.body
    if body is None:
        return None
    prose = _prose(body)
    total = prose.get(body.mem_id, 0)
    for selector in ("article", "main, [role=main]", "[itemprop=articleBody]", "#mw-content-text"):
        found = tree.css(selector)
        best = max(found, key=lambda n: prose.get(n.mem_id, 0), default=None)
        if best is not None and prose.get(best.mem_id, 0) > total / 2:
            body = best
            break
    return _innermost(body, prose)


def _innermost(node: LexborNode, prose: dict[int, int]) -> LexborNode:
    while True:
        child = node.first_child
        best = None
        while child is not None:
            if (
                child.tag in _CONTAINERS
                and prose.get(child.mem_id, 0) >= _MOST * prose.get(node.mem_id, 0) > 0
            ):
                best = child
            child = child.next
        if best is None:
            return node
        node = best


def _prose(body: LexborNode) -> dict[int, int]:
    """The number of characters of prose in each element, outside links, labels and boilerplate."""
    amounts: dict[int, int] = {}
    sums = [0]

    def enter(node: LexborNode, tag: str) -> bool:
        if tag == TEXT:
            length = len(node.text_content or "")
            sums[-1] += length if length > _SHORT_RUN else 0
        elif tag != "a" and (len(sums) == 1 or not is_boilerplate(node, tag)):
            sums.append(0)
            return True
        return False

    def leave(node: LexborNode, tag: str) -> None:  # noqa: ARG001 - as the walk calls it
        amount = sums.pop()
        sums[-1] += amount
        if amount:
            amounts[node.mem_id] = amount

    walk(body, enter, leave)
    return amounts


def walk(
    root: LexborNode,
    enter: Callable[[LexborNode, str], bool],
    leave: Callable[[LexborNode, str], None],
) -> None:
    """Visit an element and all in it, in order, without recursion.

    ``enter`` gets each node with its tag and says whether to go on into it; ``leave`` follows where
    it did.
    """
    node: LexborNode | None = root
    open_: list[tuple[LexborNode, str]] = []
    while node is not None:
        tag = node.tag or ""
        if enter(node, tag):
            child = node.first_child
            if child is not None:
                open_.append((node, tag))
                node = child
                continue
            leave(node, tag)
        node = _following(node, open_, leave)


def _following(
    node: LexborNode,
    open_: list[tuple[LexborNode, str]],
    leave: Callable[[LexborNode, str], None],
) -> LexborNode | None:
    """The next node of the walk after a finished one, having left the elements that end there."""
    following = node.next if open_ else None
    while following is None and open_:
        node, tag = open_.pop()
        leave(node, tag)
        following = node.next if open_ else None
    return following


def headline(tree: LexborHTMLParser, root: LexborNode) -> LexborNode | None:
    """The page's main heading, if it is outside the main text."""
    headings = [h for h in tree.css("h1") if h.text().strip()]
    if len(headings) != 1 or root.css_first("h1") is not None:
        return None
    return headings[0]


def entries(root: LexborNode) -> dict[int, str]:
    """The dated entries of a chronicle or live blog: element → EDTF.

    Entries are at least three sibling elements that each open with a time of their own.
    """
    times = root.css("time[datetime]")
    above = [list(_ancestors(time, root)) for time in times]
    held = Counter(
        node.mem_id for nodes in above for node in nodes
    )  # how many times each element holds
    beside: dict[int, dict[int, str]] = {}
    for time, nodes in zip(times, above, strict=True):
        value = moment(time.attributes.get("datetime") or "")
        alone = [node for node in nodes if held[node.mem_id] == 1]
        if value and alone and alone[-1].parent is not None and _opens(alone[-1], time):
            beside.setdefault(alone[-1].parent.mem_id, {}).setdefault(alone[-1].mem_id, value)
    return {
        entry: value
        for found in beside.values()
        if len(found) >= 3
        for entry, value in found.items()
    }


def _ancestors(node: LexborNode, root: LexborNode) -> Iterator[LexborNode]:
    """The elements around one, from the inside, up to but without the root."""
    for _ in range(_MAX_AROUND):
        parent = node.parent
        if parent is None or parent.mem_id == root.mem_id:
            return
        yield parent
        node = parent


def moment(value: str) -> str | None:
    """The EDTF day or minute of an HTML datetime, in its own time zone."""
    day = find_date(value)
    clock = re.match(r"\d{4}-\d\d-\d\d[T ]([01]\d|2[0-3]):([0-5]\d)", value.strip())
    return f"{day}T{clock[1]}:{clock[2]}" if day and clock else day


def _opens(entry: LexborNode, time: LexborNode) -> bool:
    """Whether an entry opens with its time: at most a short headline precedes it."""
    words, clock = entry.text(), time.text()
    before = words.partition(clock)[0] if clock.strip() else ""
    return len(before.strip()) <= 120 and len(words.strip()) > len(clock.strip()) + 20


def notes(tree: LexborHTMLParser) -> dict[str, str]:
    """The numbered notes of a page: the id of each → the first external address that it cites."""
    found = {}
    for note in tree.css("li[id]"):
        link = next(
            (
                u
                for a in note.css("a[href]")
                if (u := target(a.attributes.get("href") or ""))
                and u.startswith(("http:", "https:"))
            ),
            None,
        )
        if link:
            found[f"#{note.attributes['id']}"] = link
    return found
