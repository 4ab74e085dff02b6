"""People in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from citewell.people.models import Person


class PersonViewSet(SnippetViewSet):
    """The list and form of people."""

    model = Person
    icon = "user"
    menu_label = _("People")
    menu_order = 220
    add_to_admin_menu = True
    list_display = ["name", "role", "registration_body", "registration_number"]
    list_filter = ["is_clinician"]
    search_fields = ["name", "role"]


register_snippet(PersonViewSet)
