"""The production server: Gunicorn, configured from the site's environment."""

from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

from citewell.pagecache.door import PageCache
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
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        application = PageCache(get_wsgi_application())
        # Read before the fork: no visitor waits for the word tables, and the workers share them.
        tables.read_all()
        return application
