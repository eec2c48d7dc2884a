"""Dates event mentions: which time expression dates each event, and how."""

from seriatim.temporal.dating.dates import date

__all__ = ["date"]
