"""Where review enters the admin: signing, the board, who is registered."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from citewell.review import sign_views
from citewell.review.signing import MINOR, SIGN


@hooks.register("register_admin_urls")
def review_addresses() -> list[URLPattern]:
    """Reading and signing, withdrawing, minor changes."""
    page = "review/<int:page_id>/"
    return [
        path(f"{page}sign/", sign_views.SignView.as_view(), name="review_sign"),
        path(
            f"{page}signed/<int:sign_off>/", sign_views.SignedView.as_view(), name="review_signed"
        ),
        path(
            f"{page}withdraw/<int:sign_off>/",
            sign_views.WithdrawView.as_view(),
            name="review_withdraw",
        ),
        path(f"{page}minor/", sign_views.MinorChangeView.as_view(), name="review_minor"),
    ]


@hooks.register("register_page_header_buttons")
def review_buttons(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """*Read and sign* and *Minor change* among a page's actions."""
    if not page.pk or not hasattr(page.specific_class, "clinical_fields"):
        return
    if not page.permissions_for_user(user).can_edit():
        return
    if user.has_perm(SIGN):
        address = reverse("review_sign", args=[page.pk])
        yield Button(_("Read and sign"), address, icon_name="check", priority=31)
    if user.has_perm(MINOR) and page.live and page.has_unpublished_changes:
        address = reverse("review_minor", args=[page.pk])
        yield Button(_("Minor change"), address, icon_name="edit", priority=32)
