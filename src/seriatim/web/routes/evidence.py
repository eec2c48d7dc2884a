"""Evidence, contacts and checks, as the commands of these names find them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from seriatim.findings.check import checks
from seriatim.web.case_session import CaseSession
from seriatim.web.middleware import require
from seriatim.web.schemas import CheckDescription, ContactPairs, Grounds

Filter = Annotated[str, Query(max_length=2000)]


def router(case_session: CaseSession) -> APIRouter:
    """The routes, for a case."""
    routes = APIRouter(prefix="/api")

    @routes.get("/evidence/grounds")
    def grounds(request: Request, filter: Filter = "") -> Grounds:  # noqa: A002
        """An overview of the evidence: documents, sources, the best and least evidenced events."""
        require(request, "reader")
        found: Grounds = case_session.asking.run("grounds", filter)
        return found

    @routes.get("/contacts/pairs")
    def pairs(request: Request, filter: Filter = "") -> ContactPairs:  # noqa: A002
        """The pairs that ``seriatim contacts`` finds."""
        require(request, "reader")
        found: ContactPairs = case_session.asking.run("met", filter)
        return found

    @routes.get("/check/findings", responses={200: {"model": list[dict[str, Any]]}})
    def findings(request: Request) -> Response:
        """What ``seriatim check --format json`` prints."""
        require(request, "reader")
        return Response(case_session.asking.run("findings"), media_type="application/json")

    @routes.get("/checks")
    def check_descriptions(request: Request) -> list[CheckDescription]:
        """What each check looks for."""
        require(request, "reader")
        return [_description(c.code, c.severity, c.parts) for c in checks()]

    return routes


def _description(code: str, severity: str, parts: Mapping[str, str]) -> CheckDescription:
    """A check as the API describes it."""
    found = {part: " ".join(text.split()) for part, text in parts.items()}
    return CheckDescription(
        code=code,
        severity=severity,
        finds=found["What it finds"],
        matters=found["Why it matters"],
        limits=found["Limits"],
    )
