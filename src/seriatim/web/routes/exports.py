"""Exports: the chronology in every format, the published page among them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from seriatim import plugins
from seriatim.messages import web as messages
from seriatim.messages.workbench import FORMATS, SERVER
from seriatim.web.case_session import CaseSession
from seriatim.web.middleware import require
from seriatim.web.schemas import ErrorMessage, ExportFormat, PublishPreview

Filter = Annotated[str, Query(max_length=2000)]
SUFFIX = {
    "html": "html",
    "markdown": "md",
    "timelinejs": "json",
    "timelinejs-csv": "csv",
    "timesketch": "jsonl",
    "annotations": "jsonld",
    "ftm": "ijson",
    "timeml": "tml",
    "schema-org": "jsonld",
    "contacts": "csv",
}


def router(case_session: CaseSession) -> APIRouter:
    """The routes, for a case."""
    routes = APIRouter(prefix="/api")

    @routes.get("/formats")
    def formats(request: Request) -> list[ExportFormat]:
        """The export formats, the most wanted first."""
        require(request, "reader")
        return offered(plugins.names("exports"))

    @routes.get("/publishing")
    def publishing(request: Request, filter: Filter = "") -> PublishPreview:  # noqa: A002
        """What the published page would contain now."""
        require(request, "reader")
        found: PublishPreview = case_session.asking.run("publishing", filter)
        return found

    @routes.get(
        "/export/{form}",
        response_class=Response,
        responses={
            200: {"content": {"application/octet-stream": {}}},
            404: {"model": ErrorMessage},
        },
    )
    def export(request: Request, form: str, filter: Filter = "") -> Response:  # noqa: A002
        """The chronology as a file; ``X-Seriatim-Lost`` counts what the format can't hold."""
        require(request, "reader")
        if form not in plugins.names("exports"):
            raise HTTPException(404, messages.no_format(form, plugins.names("exports")))
        made = case_session.asking.run("export", form, filter)
        name = f"{_file_name(case_session.case.settings.title)}.{SUFFIX.get(form, form)}"
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        if made.lost:
            headers["x-seriatim-lost"] = json.dumps(made.lost)
        return Response(made.data, media_type="application/octet-stream", headers=headers)

    return routes


def offered(names: Iterable[str]) -> list[ExportFormat]:
    """The formats in the order and the groups of ``FORMATS``; those of plugins last."""
    grouped = [(group, name) for group, several in FORMATS.items() for name in several]
    order = {name: (place, group) for place, (group, name) in enumerate(grouped)}
    placed = sorted((order.get(name, (len(order), "other")), name) for name in names)
    return [
        ExportFormat(name=name, says=SERVER.get(f"format.{name}", name), group=group)
        for (_, group), name in placed
    ]


def _file_name(title: str) -> str:
    """A file name of plain letters, whatever the title has: it goes into a header."""
    return re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-")[:60] or "chronology"
