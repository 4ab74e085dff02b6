"""The page cache's store, which what a page cites is kept with."""

from tests.citewell.pagecache.conftest import store

__all__ = ["store"]
