"""No page type is left out of what looks at every kind of page."""

from tests import factories
from tests.browser.kinds import PAGE_TYPES


def test_every_page_type_has_an_address_in_the_demo() -> None:
    named = {label for _, label in PAGE_TYPES.values() if label}
    assert named == {model._meta.label for model in factories.PAGES}
