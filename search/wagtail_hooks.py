"""The search's place in the admin: words that lead to pages."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from search.guidance import PatientWording


class PatientWordingViewSet(SnippetViewSet):
    """Search names and best bets, found by their words or their page."""

    model = PatientWording
    icon = "search"
    menu_label = _("Search wordings")
    add_to_admin_menu = True
    menu_order = 460
    list_display = ["words", "kind", "page"]
    list_filter = ["kind"]
    search_fields = ["words", "page__title"]
    panels = [FieldPanel("words"), FieldPanel("page"), FieldPanel("kind")]


register_snippet(PatientWordingViewSet)
