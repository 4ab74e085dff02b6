"""The library of sources in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from citewell.references.models import Source


class SourceViewSet(SnippetViewSet):
    """The list and form of sources."""

    model = Source
    icon = "openquote"
    menu_label = _("Sources")
    menu_order = 200
    add_to_admin_menu = True
    list_display = ["title", "updated_at"]
    search_fields = ["title", "raw"]


register_snippet(SourceViewSet)
