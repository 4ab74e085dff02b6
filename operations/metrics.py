"""Figures for Prometheus at ``/metrics``, of all processes of this server together."""

import os
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

REQUESTS = Counter(
    "citewell_requests", "Requests that were answered.", ["method", "status", "part"]
)
SECONDS = Histogram(
    "citewell_request_seconds",
    "Seconds until an answer began.",
    ["part"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}


def count(method: str, status: str, part: str, seconds: float) -> None:
    """Count one answer."""
    REQUESTS.labels(method if method in METHODS else "other", status, part).inc()
    SECONDS.labels(part).observe(seconds)


def exposition() -> bytes:
    """All figures in Prometheus' text format."""
    registry = CollectorRegistry()
    if os.environ.get(FOLDER):
        MultiProcessCollector(registry)
    else:
        registry.register(REQUESTS)
        registry.register(SECONDS)
    return generate_latest(registry)


def forget(process: Any) -> None:
    """A process has ended; what it counted stays counted."""
    if os.environ.get(FOLDER):
        mark_process_dead(process)
