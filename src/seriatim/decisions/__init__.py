"""Decisions of people: made, described, applied, undone, and checked for edit conflicts."""
