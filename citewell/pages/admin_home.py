"""Panels on the admin's first screen: my drafts, and pages due for review.

What waits for somebody's approval is Wagtail's own panel and stays.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page, get_page_models
from wagtail.permissions import policy_registry

ROWS = 10
MONTH = timedelta(days=365.25 / 12)


def drafts_of(user: AbstractBaseUser) -> QuerySet[Page]:
    """Pages whose latest revision is this user's and not yet live, newest first."""
    return (
        Page.objects.filter(has_unpublished_changes=True, latest_revision__user=user)
        .select_related("latest_revision", "content_type", "locale")
        .order_by("-latest_revision_created_at")
    )


def due_for_review(user: AbstractBaseUser, now: datetime | None = None) -> QuerySet[Page]:
    """Live pages this user may edit, published longer ago than their type allows.

    A page type says so by ``review_interval_months``; types without it are never due.
    """
    now = now or timezone.now()
    due = Q(pk__in=[])
    for model in get_page_models():
        if months := getattr(model, "review_interval_months", None):
            due |= Q(
                content_type__app_label=model._meta.app_label,
                content_type__model=model._meta.model_name,
                last_published_at__lt=now - months * MONTH,
            )
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return (
        editable.live()
        .filter(due)
        .select_related("content_type", "locale")
        .order_by("last_published_at")
    )


class PageListPanel(Component):
    """A short list of pages, each a link to its editor."""

    template_name = "citewell/pages/admin_home_panel.html"
    name = ""
    heading = _("Pages")
    date_field = "latest_revision_created_at"

    def pages(self, user: AbstractBaseUser) -> QuerySet[Page]:
        """The pages to show, the most pressing first."""
        raise NotImplementedError

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        pages = list(self.pages(parent_context["request"].user)[: ROWS + 1])
        return {
            "panel": self,
            "rows": [(page, getattr(page, self.date_field)) for page in pages[:ROWS]],
            "more": len(pages) > ROWS,
        }


class MyDraftsPanel(PageListPanel):
    """What I have begun and not put live."""

    name = "my_drafts"
    heading = _("My drafts")
    order = 215

    def pages(self, user: AbstractBaseUser) -> QuerySet[Page]:
        return drafts_of(user)


class DueForReviewPanel(PageListPanel):
    """Pages nobody has gone through for longer than their type allows."""

    name = "due_for_review"
    heading = _("Due for review")
    order = 230
    date_field = "last_published_at"

    def pages(self, user: AbstractBaseUser) -> QuerySet[Page]:
        return due_for_review(user)
