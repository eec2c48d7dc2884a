"""The English grammar of time expressions: classes, words, rules and negative rules."""
