"""Where wording enters the admin: the rules, dismissing, what was dismissed."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button
from wagtail.contrib.settings.registry import register_setting
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from citewell.review.covering import SIGN
from citewell.wording.dismissing import DismissView
from citewell.wording.models import AdvertisingRule, Dismissal, GlossaryTerm, WordingTarget
from citewell.wording.signing_terms import SignTermView
from citewell.wording.text_views import TasksView, TextView, may_search

register_setting(WordingTarget, icon="pilcrow")


@hooks.register("register_admin_urls")
def wording_addresses() -> list[URLPattern]:
    """Dismissing a finding."""
    return [
        path(
            "wording/<int:page_id>/dismiss/<str:key>/",
            DismissView.as_view(),
            name="wording_dismiss",
        ),
        path("wording/text/", TextView.as_view(), name="wording_find_text"),
        path("wording/tasks/", TasksView.as_view(), name="wording_tasks"),
        path("wording/terms/<int:term_id>/sign/", SignTermView.as_view(), name="wording_sign_term"),
    ]


class TextMenuItem(MenuItem):
    """Shown to those who may edit some page."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_search(request.user)


@hooks.register("register_admin_menu_item")
def text_menu_item() -> MenuItem:
    """*Where do we say this?* in the main menu."""
    return TextMenuItem(
        _("Where do we say this?"), reverse("wording_find_text"), icon_name="search", order=215
    )


class AdvertisingRuleViewSet(SnippetViewSet):
    """The rules on advertising words."""

    model = AdvertisingRule
    icon = "warning"
    menu_label = _("Advertising rules")
    list_display = ["title", "code", "country", "is_active"]
    list_filter = ["country", "is_active", "selling"]
    search_fields = ["title", "words", "code"]


class NothingAddedHere(ModelPermissionPolicy):
    """Rows that only come about where the finding stands."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(Dismissal, NothingAddedHere(Dismissal))


class DismissalViewSet(SnippetViewSet):
    """What editors left as it is and why; deleting one brings the finding back."""

    model = Dismissal
    icon = "check"
    menu_label = _("Dismissed wordings")
    list_display = ["sentence", "code", "page", "reason", "user", "time"]
    list_filter = ["code"]
    search_fields = ["sentence", "reason"]
    exclude_form_fields = ["page", "key", "code", "sentence", "user"]


class GlossaryTermViewSet(SnippetViewSet):
    """The glossary; readers see a term once it is signed."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Glossary")
    list_display = ["term", "definition", Column("state", label=_("State"), accessor="state")]
    search_fields = ["term", "forms", "definition"]


@hooks.register("register_snippet_listing_buttons")
def sign_button(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """*Read and sign* beside a glossary term."""
    if isinstance(snippet, GlossaryTerm) and user.has_perm(SIGN):
        address = reverse("wording_sign_term", args=[snippet.pk])
        yield Button(_("Read and sign"), address, icon_name="check", priority=15)


@hooks.register("insert_global_admin_css")
def editor_css() -> str:
    """Wagtail's own readability score is hidden: a page has one."""
    sheet = versioned_static("citewell/wording/editor.css")
    return format_html('<link rel="stylesheet" href="{}">', sheet)


class WordingGroup(SnippetViewSetGroup):
    """*Wording* in the menu."""

    menu_label = _("Wording")
    menu_icon = "pilcrow"
    menu_order = 470
    items = (GlossaryTermViewSet, AdvertisingRuleViewSet, DismissalViewSet)


register_snippet(WordingGroup)
