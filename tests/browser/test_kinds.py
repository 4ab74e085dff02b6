"""No page type is left out of what looks at every kind of page."""

from tests import factories
from tests.browser.kinds import PAGE_TYPES


def test_every_page_type_has_an_address_in_the_demo() -> None:
    assert {model for _, model in PAGE_TYPES.values() if model} == set(factories.PAGES)
