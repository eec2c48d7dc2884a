"""Dates event mentions: which time expression dates each event, and how."""
