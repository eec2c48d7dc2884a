"""The words as data: months, hedges, reporting verbs, kinds of event, the words of the page; no logic."""
