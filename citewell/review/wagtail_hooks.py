"""Where review enters the admin: signing, the board, who is registered."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from citewell.review import notice_views, sign_views
from citewell.review.assigning import AssignReviewer
from citewell.review.board_view import BoardView, may_see_board
from citewell.review.covering import MINOR, SIGN
from citewell.review.home_panel import ReviewPanel
from citewell.review.notices import WRITE
from citewell.review.subscription_views import SubscriptionView
from citewell.review.translation_register import TranslationRegisterView


@hooks.register("register_admin_urls")
def review_addresses() -> list[URLPattern]:
    """The board; reading and signing, withdrawing, minor changes."""
    page = "review/<int:page_id>/"
    return [
        path("review/", BoardView.as_view(), name="review_board"),
        path("review/results/", BoardView.as_view(results_only=True), name="review_board_results"),
        path("review/subscription/", SubscriptionView.as_view(), name="review_subscription"),
        path(f"{page}sign/", sign_views.SignView.as_view(), name="review_sign"),
        path(
            f"{page}signed/<int:sign_off>/", sign_views.SignedView.as_view(), name="review_signed"
        ),
        path(
            f"{page}withdraw/<int:sign_off>/",
            sign_views.WithdrawView.as_view(),
            name="review_withdraw",
        ),
        path(f"{page}note/", notice_views.NoteView.as_view(), name="review_note"),
        path(
            f"{page}note/<int:note>/end/",
            notice_views.EndNoteView.as_view(),
            name="review_end_note",
        ),
        path(f"{page}correction/", notice_views.CorrectionView.as_view(), name="review_correction"),
        path(f"{page}minor/", sign_views.MinorChangeView.as_view(), name="review_minor"),
        path(
            "reports/translations/", TranslationRegisterView.as_view(), name="translation_register"
        ),
        path(
            "reports/translations/results/",
            TranslationRegisterView.as_view(results_only=True),
            name="translation_register_results",
        ),
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
    if user.has_perm(WRITE) and page.live:
        address = reverse("review_note", args=[page.pk])
        yield Button(_("Note to readers"), address, icon_name="warning", priority=33)


class BoardMenuItem(MenuItem):
    """Shown to whoever the board is for."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_board(request.user)


@hooks.register("register_admin_menu_item")
def board_menu_item() -> MenuItem:
    """The board's place in the menu."""
    return BoardMenuItem(_("Review board"), reverse("review_board"), icon_name="check", order=210)


@hooks.register("register_reports_menu_item")
def translations_menu_item() -> MenuItem:
    """The register of translations' place in the menu, for whoever the board is for."""
    return BoardMenuItem(
        _("Translations"), reverse("translation_register"), icon_name="globe", order=1070
    )


@hooks.register("construct_homepage_panels")
def add_review_panel(request: HttpRequest, panels: list[Any]) -> None:
    """The board in short."""
    panels.append(ReviewPanel())


hooks.register("register_bulk_action", AssignReviewer)
