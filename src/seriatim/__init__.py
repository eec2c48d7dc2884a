"""Seriatim turns documents into a chronology that can be defended."""

__version__ = "0.1.0"
