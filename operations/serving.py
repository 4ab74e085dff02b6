"""The production server: Gunicorn, configured from the site's environment."""

import os
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from gunicorn.app.base import BaseApplication

from operations.application import application
from search import tables


class Server(BaseApplication):
    """Gunicorn with threads, the application loaded once before it forks.

    ``X-Forwarded-Proto`` is believed from the trusted proxies alone, and only on a site
    whose public address is https; Gunicorn sets the request's scheme from it.
    """

    def __init__(self, bind: list[str]) -> None:
        self.bind = bind
        super().__init__()

    def load_config(self) -> None:
        environment = settings.ENVIRONMENT
        options: dict[str, Any] = {
            "bind": self.bind,
            "worker_class": "gthread",
            "workers": environment.citewell_workers,
            "threads": environment.citewell_threads,
            "preload_app": True,
            "worker_tmp_dir": None,
            "proc_name": "citewell",
            "loglevel": "warning",
            "accesslog": None,  # a search query is health data: no log of addresses
            "forwarded_allow_ips": ",".join(environment.trusted_proxies) if settings.HTTPS else "",
            "graceful_timeout": 10,
            "timeout": 60,
            "max_requests": 20_000,
            "max_requests_jitter": 2_000,
            "control_socket_disable": True,
            "child_exit": forget_process,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        folder = metrics_folder()
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)  # read when the figures are made
        site = application()
        # Read before the fork: no visitor waits for the word tables, and the workers share them.
        tables.read_all()
        return site


def metrics_folder() -> Path:
    """Where the processes of this server keep their figures."""
    return Path(settings.DATA_DIR) / "metrics" / str(settings.ENVIRONMENT.port)


def forget_process(server: Any, worker: Any) -> None:
    """A process has ended; its figures stay counted."""
    from operations.metrics import forget

    forget(worker.pid)
