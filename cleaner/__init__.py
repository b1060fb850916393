"""cleaner judges every block of a news page and deletes none.

>>> from cleaner import clean
>>> clean("Bão số 9 vào bờ\\n\\nSáng nay bão đã vào bờ.").article.title
'Bão số 9 vào bờ'
"""

from cleaner.limits import Limits
from cleaner.model import Article, CleanResult, LedgerEntry, RawPage, Report, Role
from cleaner.pipeline import clean
from cleaner.rulebook import Rulebook, load_rulebook
from cleaner.version import __version__

__all__ = [
    "Article",
    "CleanResult",
    "LedgerEntry",
    "Limits",
    "RawPage",
    "Report",
    "Role",
    "Rulebook",
    "__version__",
    "clean",
    "load_rulebook",
]
