"""Every page of the demo can be kept by the page cache: nothing on it is one visitor's alone."""

import pytest

from demo.registry import PAGES
from tests.citewell.pagecache.conftest import Visitor, store, visitor  # noqa: F401  fixtures

# The search asks not to be kept, its empty form too.
MACHINES = ("/sitemap.xml", "/robots.txt", "/feeds/articles.atom", "/llms.txt")


@pytest.mark.parametrize("path", ["/", *(page.path for page in PAGES), *MACHINES])
def test_a_page_is_given_again(demo, visitor: Visitor, path: str) -> None:  # noqa: F811
    made = visitor.get(path)
    assert made.status == 200
    assert made.was_kept, made.headers
    assert visitor.get(path).came_from_cache
