"""Chronology → bytes that people and other programs read: one file a format."""
