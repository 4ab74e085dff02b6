"""What the home room adds to the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

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
