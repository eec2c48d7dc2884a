"""Which year, which day and which anchor a time expression takes, decided over the whole document."""
