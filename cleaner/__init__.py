"""cleaner judges every block of a news page and deletes none.

>>> from cleaner import clean
>>> clean("Bão số 9 vào bờ\\n\\nSáng nay bão đã vào bờ.").article.language
'vi'

The engine is loaded when one of its names is first used, so that a program that only asks the
service (`cleaner.client`) does not wait for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from cleaner.version import __version__

if TYPE_CHECKING:
    from cleaner.limits import Limits
    from cleaner.model import Article, CleanResult, LedgerEntry, RawPage, Report, Role
    from cleaner.pipeline import clean
    from cleaner.rulebook import Rulebook, load_rulebook

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

_HOMES = {"Limits": "limits", "clean": "pipeline", "Rulebook": "rulebook", "load_rulebook": "rulebook"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'model')}"), name)
    globals()[name] = value
    return value
