"""Where wording enters the admin: the rules, dismissing, what was dismissed."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from citewell.wording.dismissing import DismissView
from citewell.wording.models import AdvertisingRule, Dismissal


@hooks.register("register_admin_urls")
def wording_addresses() -> list[URLPattern]:
    """Dismissing a finding."""
    return [
        path(
            "wording/<int:page_id>/dismiss/<str:key>/",
            DismissView.as_view(),
            name="wording_dismiss",
        )
    ]


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


class WordingGroup(SnippetViewSetGroup):
    """*Wording* in the menu."""

    menu_label = _("Wording")
    menu_icon = "pilcrow"
    menu_order = 470
    items = (AdvertisingRuleViewSet, DismissalViewSet)


register_snippet(WordingGroup)
