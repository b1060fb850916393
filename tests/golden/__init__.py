"""The two seeds: every field that a person expects of them, from text and from HTML."""
