"""The page cache as a Django app."""

from django.apps import AppConfig


class PageCacheConfig(AppConfig):
    name = "citewell.pagecache"
    label = "citewell_pagecache"
    verbose_name = "Page cache"

    def ready(self) -> None:
        from citewell.pagecache import checks, watching  # noqa: F401  checks register themselves

        watching.connect()
