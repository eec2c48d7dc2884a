"""Queries of a chronology: the FILTER language, listings and key events."""
