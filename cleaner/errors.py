"""What can go wrong, as types.

CleanerError
├── InputError                 the page that was sent cannot be cleaned
│   ├── EmptyInput             nothing, or white space only
│   ├── UnsupportedMedia       not a page: PDF, JPEG, ZIP, JSON, ...
│   ├── InputTooLarge          over `Limits.max_bytes`
│   └── UndecodableInput       no encoding reads it
├── LimitExceeded              the page took more time or memory than the settings allow
│   └── PageLost               the process that cleaned it died: of the page, or of something else
├── RulebookError              the rule packs are not fit for use
│   └── RuleSyntaxError        a field that cannot be used: unknown, of a wrong type, a bad pattern
├── StoreError                 the database of kept corrections cannot be used
├── RunInterrupted             a bulk run cannot go on for now: disk full, no rights, storage not reached
└── OptionError                what was asked for there is not, or not so: a format, a rule id, a setting, an input

Each error has a stable `code`, which edges use as exit code, problem type or log key. What only one edge meets is in
its own `errors`: `cleaner.bulk`, `cleaner.jobs`, `cleaner.web`, `cleaner.client`.
"""

from __future__ import annotations


class CleanerError(Exception):
    """Base of all errors that cleaner raises on purpose."""

    code = "cleaner-error"


class InputError(CleanerError):
    code = "bad-input"


class EmptyInput(InputError):
    code = "empty-input"


class UnsupportedMedia(InputError):
    code = "unsupported-media"


class InputTooLarge(InputError):
    code = "input-too-large"


class UndecodableInput(InputError):
    code = "undecodable-input"


class LimitExceeded(CleanerError):
    code = "limit-exceeded"


class PageLost(LimitExceeded):
    """Whether the same page would do it again, nobody knows."""


class RulebookError(CleanerError):
    code = "rulebook-error"


class RuleSyntaxError(RulebookError):
    """Raised at load; says file, rule id and field."""

    code = "rule-syntax"

    def __init__(self, file: str, rule: str | None, field: str | None, problem: str) -> None:
        self.file, self.rule, self.field, self.problem = file, rule, field, problem
        where = " · ".join(part for part in (file, rule, field) if part)
        super().__init__(f"{where}: {problem}")

    def __reduce__(self) -> tuple[type[RuleSyntaxError], tuple[str, str | None, str | None, str]]:
        """It also comes back from a page's process."""
        return type(self), (self.file, self.rule, self.field, self.problem)


class StoreError(CleanerError):
    code = "store-error"


class RunInterrupted(CleanerError):
    """What is done is kept, and the same command goes on from there."""

    code = "run-interrupted"


class OptionError(CleanerError):
    """The caller must ask otherwise: for another value, in other bounds, or with the extra installed that it needs."""

    code = "bad-option"
