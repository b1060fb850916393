"""Prometheus metrics. Every label has few values: route templates, status codes, problem codes; never a URL."""

from __future__ import annotations

import os
from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from cleaner.web.rules_live import LiveRules

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20)
_JOB_STATUSES = ("queued", "running", "finished", "failed")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Metrics:
    """One registry for each application. With several server processes, set PROMETHEUS_MULTIPROC_DIR
    (see prometheus_client) so that a scrape counts all of them."""

    def __init__(self, engine: str, rules: LiveRules) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "cleaner_requests", "HTTP requests", ("route", "method", "status"), registry=self.registry
        )
        self._seconds = Histogram(
            "cleaner_request_seconds", "Time to answer a request", ("route",), buckets=_SECONDS, registry=self.registry
        )
        self._pages = Counter("cleaner_pages", "Pages by outcome", ("outcome",), registry=self.registry)
        self._jobs = Gauge(
            "cleaner_jobs", "Jobs by status", ("status",), registry=self.registry, multiprocess_mode="mostrecent"
        )
        self._engine, self._rules, self._shown = engine, rules, rules.current.version
        self._info = Gauge(
            "cleaner_build_info",
            "Engine and rulebook",
            ("engine", "rulebook"),
            registry=self.registry,
            multiprocess_mode="livemax",
        )
        self._refused = Gauge(
            "cleaner_rulebook_refused",
            "1 while the rule files differ from what serves and are not fit for use",
            registry=self.registry,
            multiprocess_mode="livemax",
        )
        self.show_rules()

    def show_rules(self) -> None:
        """Says which rulebook serves; asked for again when it may have changed."""
        self._info.labels(self._engine, self._shown).set(0)  # outlives `clear` in the files of several processes
        self._info.clear()
        self._shown = self._rules.current.version
        self._info.labels(self._engine, self._shown).set(1)
        self._refused.set(bool(self._rules.refused))

    def count_request(self, route: str, method: str, status: int, seconds: float) -> None:
        """`route` is the template of the path, not the path."""
        self._requests.labels(route, method if method in _METHODS else "other", str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def count_page(self, outcome: str) -> None:
        """`outcome` is an article's kind or a problem code."""
        self._pages.labels(outcome).inc()

    def set_jobs(self, counts: Mapping[str, int]) -> None:
        """counts: jobs by status; a status without any is 0."""
        for status in _JOB_STATUSES:
            self._jobs.labels(status).set(counts.get(status, 0))

    def exposition(self) -> bytes:
        """Text format (https://prometheus.io/docs/instrumenting/exposition_formats/)."""
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return generate_latest(self.registry)
        gathered = CollectorRegistry()
        MultiProcessCollector(gathered)  # type: ignore[no-untyped-call]
        return generate_latest(gathered)
