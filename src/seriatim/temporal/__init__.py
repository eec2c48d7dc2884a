"""When: what time expressions mean over a whole document."""
