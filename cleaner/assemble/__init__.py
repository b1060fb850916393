"""Verdicts to article and ledger."""

from cleaner.assemble.article import assemble
from cleaner.assemble.ledger import ledger
from cleaner.assemble.report import report

__all__ = ["assemble", "ledger", "report"]
