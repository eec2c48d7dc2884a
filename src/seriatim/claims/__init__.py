"""Analyses and time expressions → claims: what happened, who took part, when, who says so and how surely."""

from seriatim.claims.assemble import Told, read

__all__ = ["Told", "read"]
