"""The room's system check: models that do not say whether cached pages show them."""

from typing import Any

from django.core.checks import CheckMessage, Warning, register

from citewell.pagecache import declaring


@register
def check_declarations(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """``citewell_pagecache.W001``, for every model that says nothing."""
    return [
        Warning(
            f"{model.__name__} does not say whether public pages show its rows.",
            hint="Write spoils_pages = True or spoils_pages = False into the class (for a model "
            "of another package: CITEWELL_SPOILS_PAGES in the settings); until then each of its "
            "changes empties the page cache.",
            obj=model,
            id="citewell_pagecache.W001",
        )
        for model in declaring.undeclared()
    ]
