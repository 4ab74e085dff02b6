"""How the read API gives a page's sources."""

from typing import Any

from rest_framework.fields import Field

from citewell.references.exporting import Item, items_of


class SourcesField(Field):
    """Every source of the page once, as CSL-JSON with an ``id``: the cited by number first."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"source": "*", "read_only": True, **kwargs})

    def to_representation(self, page: Any) -> list[Item]:
        return items_of(page.citing)
