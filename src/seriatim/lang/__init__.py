"""Languages: one folder each, with the words and the grammar that reading needs."""
