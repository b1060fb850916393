"""The worker process: huey's consumer at the jobs, and two threads beside it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial

from cleaner.bulk.worker import Engine
from cleaner.jobs.courier import deliver_due
from cleaner.jobs.jobs import Jobs
from cleaner.jobs.perform import Performer
from cleaner.jobs.tend import tend
from cleaner.settings import Settings

LOGGER = logging.getLogger("cleaner.jobs")
_TEND_SECONDS = 2.0
_COURIER_SECONDS = 0.5
#: Seconds between two looks into an embedded queue that was empty; Redis wakes its workers itself.
_POLL_SECONDS = 1.0


def work(settings: Settings, engine: Engine | None = None) -> None:
    """Works until SIGTERM or SIGINT, then ends with the shards at hand; what is left goes to the next worker.

    Raises OptionError for settings of the queue or of webhooks that cannot be used.
    """
    jobs = Jobs(settings, lambda job_id: performer.perform(job_id))
    consumer = jobs.queue.huey.create_consumer(
        workers=settings.worker_jobs, periodic=False, max_delay=_POLL_SECONDS, graceful_signal="TERM"
    )
    stop: threading.Event = consumer.stop_flag  # one flag for all that runs here
    performer = Performer(jobs, stop.is_set, engine)
    threads = [
        threading.Thread(target=_repeat, args=(stop, _TEND_SECONDS, partial(tend, jobs)), name="tend"),
        threading.Thread(target=_repeat, args=(stop, _COURIER_SECONDS, partial(deliver_due, jobs)), name="courier"),
    ]
    for thread in threads:
        thread.start()
    try:
        consumer.run()
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def _repeat(stop: threading.Event, seconds: float, act: Callable[[], None]) -> None:
    """Until the flag is set. A round that fails (Redis away, disk full) costs itself: the next one comes."""
    while not stop.wait(seconds):
        try:
            act()
        except Exception as error:
            fields = {"at": threading.current_thread().name, "error": type(error).__name__}
            LOGGER.warning("round-failed", extra={"fields": fields})
