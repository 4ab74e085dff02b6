"""The library of sources in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from citewell.references.models import Source


class SourceViewSet(SnippetViewSet):
    """The list, form and chooser of sources; search looks at titles, authors, pasted text."""

    model = Source
    icon = "openquote"
    menu_label = _("Sources")
    menu_order = 200
    add_to_admin_menu = True
    list_display = ["title", "authors", "year", "updated_at"]
    ordering = ["title", "pk"]
    chooser_per_page = 25


register_snippet(SourceViewSet)
