"""A panel on the admin's first screen: my drafts.

What waits for somebody's approval is Wagtail's own panel and stays; what waits for clinical
review is the review board's.
"""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page

ROWS = 10


def drafts_of(user: AbstractBaseUser) -> QuerySet[Page]:
    """Pages whose latest revision is this user's and not yet live, newest first."""
    return (
        Page.objects.filter(has_unpublished_changes=True, latest_revision__user=user)
        .select_related("latest_revision", "content_type", "locale")
        .order_by("-latest_revision_created_at")
    )


class MyDraftsPanel(Component):
    """What I have begun and not put live: a short list, each page a link to its editor."""

    name = "my_drafts"
    template_name = "citewell/pages/admin_home_panel.html"
    heading = _("My drafts")
    order = 215

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        pages = list(drafts_of(parent_context["request"].user)[: ROWS + 1])
        return {
            "panel": self,
            "rows": [(page, page.latest_revision_created_at) for page in pages[:ROWS]],
            "more": len(pages) > ROWS,
        }
