"""What the whole case rests on, taken apart for a browser: what the commands ``evidence``, ``contacts`` and ``check`` find."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from seriatim.findings.check import checks
from seriatim.web.case_session import Desk
from seriatim.web.middleware import require
from seriatim.web.schemas import Checked, Grounds, Pairs

Filter = Annotated[str, Query(max_length=2000)]


def router(desk: Desk) -> APIRouter:
    """The routes, for a case."""
    routes = APIRouter(prefix="/api")

    @routes.get("/evidence/grounds")
    def grounds(request: Request, filter: Filter = "") -> Grounds:  # noqa: A002
        """What ``seriatim evidence`` finds, summed up: documents, sources, the best and the least evidenced events, what is missing."""
        require(request, "reader")
        found: Grounds = desk.asking.run("grounds", filter)
        return found

    @routes.get("/contacts/pairs")
    def pairs(request: Request, filter: Filter = "") -> Pairs:  # noqa: A002
        """Who ``seriatim contacts`` says met whom."""
        require(request, "reader")
        found: Pairs = desk.asking.run("met", filter)
        return found

    @routes.get("/check/findings", responses={200: {"model": list[dict[str, Any]]}})
    def findings(request: Request) -> Response:
        """What ``seriatim check --format json`` prints."""
        require(request, "reader")
        return Response(desk.asking.run("findings"), media_type="application/json")

    @routes.get("/checks")
    def checked(request: Request) -> list[Checked]:
        """What each check looks for."""
        require(request, "reader")
        return [_checked(c.code, c.severity, c.parts) for c in checks()]

    return routes


def _checked(code: str, severity: str, parts: Mapping[str, str]) -> Checked:
    said = {part: " ".join(text.split()) for part, text in parts.items()}
    return Checked(
        code=code,
        severity=severity,
        finds=said["What it finds"],
        matters=said["Why it matters"],
        limits=said["Limits"],
    )
