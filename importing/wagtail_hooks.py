"""Where the import stands in the admin: the menu, and the buttons of an article index."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from blog.models import ArticleIndexPage
from importing.views import CheckView, StartView


@hooks.register("register_admin_urls")
def register_import_urls() -> list[URLPattern]:
    """The two steps."""
    return [
        path("import-article/", StartView.as_view(), name="importing_start"),
        path("import-article/<uuid:key>/", CheckView.as_view(), name="importing_check"),
    ]


class ImportMenuItem(MenuItem):
    """Shown to whoever may add pages somewhere."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(policy_registry.get_by_type(Page).user_has_permission(request.user, "add"))


@hooks.register("register_admin_menu_item")
def register_import_menu_item() -> MenuItem:
    """Right below the pages."""
    return ImportMenuItem(
        _("Import an article"), reverse("importing_start"), icon_name="upload", order=110
    )


class ImportHereButton(PageMenuItem):
    """Import an article below this index."""

    label = _("Import an article here")
    icon_name = "upload"
    priority = 17

    def is_shown(self, user: Any) -> bool:
        return bool(self.page.permissions_for_user(user).can_add_subpage())


@hooks.register("register_page_header_buttons")
def import_here(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[PageMenuItem]:
    """Beside "Add child page", on article indexes only."""
    if isinstance(page, ArticleIndexPage):
        url = f"{reverse('importing_start')}?parent={page.pk}"
        yield ImportHereButton(page=page, url=url)
