"""Synthetic pages: a folder a kind, with the page and what must come of it."""
