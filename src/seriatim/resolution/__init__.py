"""Entity and event resolution across documents: readings → actors and events."""

from seriatim.resolution.resolve import Resolved, resolve

__all__ = ["Resolved", "resolve"]
