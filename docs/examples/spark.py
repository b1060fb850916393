"""Cleans a table of pages on Spark; `docs/bulk.md` tells how.

    spark-submit docs/examples/spark.py PAGES OUT

PAGES: Parquet with the columns `id`, `url` and `content` (the page, text or bytes); more columns of
`cleaner.bulk.INPUT_SCHEMA` are used where they are there. OUT: Parquet with the columns of
`cleaner.bulk.OUTPUT_SCHEMA`, one row for each row of PAGES.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import SparkSession

from cleaner.bulk import OUTPUT_SCHEMA, GuardedBatch


def clean_partition(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What Spark's Python workers run: each page is bounded in time and memory, in a process beside the worker."""
    guarded = GuardedBatch()
    try:
        for batch in batches:
            yield from guarded(pa.Table.from_batches([batch])).to_batches()
    finally:
        guarded.close()


def main(pages: str, out: str) -> None:
    spark = SparkSession.builder.appName("cleaner").getOrCreate()
    # what a worker and its cleaner hold at a time: 64 pages, and not Spark's usual 10,000
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "64")
    schema = spark.createDataFrame(OUTPUT_SCHEMA.empty_table()).schema
    spark.read.parquet(pages).mapInArrow(clean_partition, schema).write.parquet(out)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
