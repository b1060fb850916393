"""Corrections of verdicts, kept in a database. Importing this needs no database library; opening a store does."""

from cleaner.corrections.model import Correction, Keeper, StoredPage, Summary
from cleaner.corrections.open import open_store

__all__ = ["Correction", "Keeper", "StoredPage", "Summary", "open_store"]
