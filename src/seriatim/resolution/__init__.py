"""Readings → actors and events: who is one and the same, and which claims tell the same happening."""

from seriatim.resolution.resolve import Resolved, resolve

__all__ = ["Resolved", "resolve"]
