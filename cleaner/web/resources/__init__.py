"""One module for each resource; each declares its operations, and this is all of them."""

from cleaner.web.operation import Operation
from cleaner.web.resources import (
    batch,
    clean,
    description,
    health,
    home,
    jobs,
    restore,
    revise,
    rules,
    stream,
    tokens,
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
    *health.OPERATIONS,
    *description.OPERATIONS,
    *home.OPERATIONS,
)
