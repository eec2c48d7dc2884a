"""Factuality of event mentions: polarity, certainty and hedges, in FactBank's terms."""
