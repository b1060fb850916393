"""One module for each resource; each declares its operations, and this is all of them."""

from cleaner.web.operation import Operation
from cleaner.web.resources import (
    batch,
    clean,
    corrections,
    description,
    health,
    home,
    jobs,
    restore,
    revise,
    rules,
    rules_view,
    stream,
    tokens,
    try_rules,
)

OPERATIONS: tuple[Operation, ...] = (
    clean.OPERATION,
    batch.OPERATION,
    stream.OPERATION,
    restore.OPERATION,
    *jobs.OPERATIONS,
    revise.OPERATION,
    *rules.OPERATIONS,
    tokens.OPERATION,
    *rules_view.OPERATIONS,
    try_rules.OPERATION,
    *corrections.OPERATIONS,
    *health.OPERATIONS,
    *description.OPERATIONS,
    *home.OPERATIONS,
)
