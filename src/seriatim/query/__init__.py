"""Questions to a chronology: the filter language, listings and key events."""
