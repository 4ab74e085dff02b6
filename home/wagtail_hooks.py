"""What the home room adds to the admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home import sharing
from home.withdrawal import Withdrawal


class WithdrawalViewSet(SnippetViewSet):
    """Withdrawn pages: why, and where to go now."""

    model = Withdrawal
    icon = "no-view"
    menu_label = _("Withdrawn pages")
    list_display = ["path", "reason", "instead", "withdrawn_on"]
    list_filter = ["site"]
    search_fields = ["path", "reason"]


register_snippet(WithdrawalViewSet)


@hooks.register("register_admin_urls")
def shared_draft_addresses() -> list[URLPattern]:
    """The list of links to a page's drafts."""
    return [path("shared-drafts/<int:page_id>/", sharing.links, name="shared_drafts")]


@hooks.register("register_page_header_buttons")
def share_button(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """*Share a draft* among a page's actions, for those who may edit it."""
    if page.pk and not page.is_root() and page.permissions_for_user(user).can_edit():
        address = reverse("shared_drafts", args=[page.pk])
        yield Button(_("Share a draft"), address, icon_name="link", priority=35)
