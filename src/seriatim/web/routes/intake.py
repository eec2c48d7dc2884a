"""What is taken away: the chronology in every format, the published page among them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from seriatim import plugins
from seriatim.messages.workbench import FORMATS, SAID
from seriatim.web.case_session import Desk
from seriatim.web.middleware import require
from seriatim.web.schemas import Format, Publishing, Told

Filter = Annotated[str, Query(max_length=2000)]
SUFFIX = {"html": "html", "markdown": "md", "timelinejs": "json", "timelinejs-csv": "csv", "timesketch": "jsonl", "annotations": "jsonld",
          "ftm": "ijson", "timeml": "tml", "schema-org": "jsonld", "contacts": "csv"}  # fmt: skip


def router(desk: Desk) -> APIRouter:
    """The routes, for a case."""
    routes = APIRouter(prefix="/api")

    @routes.get("/formats")
    def formats(request: Request) -> list[Format]:
        """The formats that the chronology can be taken away in, those that most people want first."""
        require(request, "reader")
        return offered(plugins.names("exports"))

    @routes.get("/publishing")
    def publishing(request: Request, filter: Filter = "") -> Publishing:  # noqa: A002
        """What the published page would hold now."""
        require(request, "reader")
        found: Publishing = desk.asking.run("publishing", filter)
        return found

    @routes.get(
        "/export/{form}",
        response_class=Response,
        responses={200: {"content": {"application/octet-stream": {}}}, 404: {"model": Told}},
    )
    def export(request: Request, form: str, filter: Filter = "") -> Response:  # noqa: A002
        """The chronology as a file; ``X-Seriatim-Lost`` counts what the format can't hold."""
        require(request, "reader")
        if form not in plugins.names("exports"):
            raise HTTPException(
                404,
                f"there is no format {form[:80]!r}; known: {', '.join(plugins.names('exports'))}",
            )
        made = desk.asking.run("export", form, filter)
        headers = {
            "content-disposition": f'attachment; filename="{_file_name(desk.case.settings.title)}.{SUFFIX.get(form, form)}"'
        }
        if made.lost:
            headers["x-seriatim-lost"] = json.dumps(made.lost)
        return Response(made.data, media_type="application/octet-stream", headers=headers)

    return routes


def offered(names: Iterable[str]) -> list[Format]:
    """Formats in the order and the groups of ``FORMATS``; one that stands in none, as of a plugin, last."""
    grouped = [(group, name) for group, several in FORMATS.items() for name in several]
    order = {name: (place, group) for place, (group, name) in enumerate(grouped)}
    placed = sorted((order.get(name, (len(order), "other")), name) for name in names)
    return [
        Format(name=name, says=SAID.get(f"format.{name}", name), group=group)
        for (_, group), name in placed
    ]


def _file_name(title: str) -> str:
    """A file's name of plain letters, whatever the title holds: it goes into a header."""
    return re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-")[:60] or "chronology"
