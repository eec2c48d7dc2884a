"""Finds time expressions: runs a language's time grammar over text; nothing is resolved here."""
