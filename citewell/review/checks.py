"""System checks of the review room."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError, transaction


@register(Tags.database)
def check_policy(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """``citewell_review.W001``: nobody chose whether content has to be signed."""
    if not databases:
        return []
    try:
        with transaction.atomic():
            open_sites = without_policy()
    except DatabaseError:  # not migrated yet
        return []
    return [
        Warning(
            f"Nobody chose whether clinical pages of {site.hostname} have to be signed.",
            hint="Choose under Settings, Sign-off policy; until then editors are only warned.",
            id="citewell_review.W001",
        )
        for site in open_sites
    ]


def without_policy() -> list[Any]:
    """The sites with live clinical pages for which nobody chose a policy."""
    from wagtail.models import Site, get_page_models

    from citewell.review.clinical import ClinicalPage
    from citewell.review.models import SignOffPolicy

    clinical = [model for model in get_page_models() if issubclass(model, ClinicalPage)]
    return [
        site
        for site in Site.objects.select_related("root_page")
        if SignOffPolicy.of(site.root_page) is None
        and any(
            model.objects.live().descendant_of(site.root_page)[:1].exists() for model in clinical
        )
    ]
