"""Topics, body areas and symptoms in the admin, under one menu entry."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from citewell.topics.models import BodyArea, Symptom, Topic


class TermViewSet(SnippetViewSet):
    """The list and form of one kind of term."""

    list_display = ["name", "description"]
    search_fields = ["name", "description"]
    ordering = ["name"]


class TopicViewSet(TermViewSet):
    """Topics in the admin."""

    model = Topic
    icon = "tag"


class BodyAreaViewSet(TermViewSet):
    """Body areas in the admin."""

    model = BodyArea
    icon = "user"


class SymptomViewSet(TermViewSet):
    """Symptoms in the admin."""

    model = Symptom
    icon = "help"


class TermsViewSetGroup(SnippetViewSetGroup):
    """The menu entry."""

    items = (TopicViewSet, BodyAreaViewSet, SymptomViewSet)
    menu_label = _("Topics")
    menu_icon = "tag"
    menu_order = 210


register_snippet(TermsViewSetGroup)
