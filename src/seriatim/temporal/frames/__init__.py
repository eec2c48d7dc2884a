"""Resolves time expressions: which year, which day, which anchor."""
