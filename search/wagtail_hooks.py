"""The search's place in the admin: words that lead to pages, unanswered words, judgements."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import (
    CreateView,
    IndexView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from search import judging
from search.guidance import PatientWording
from search.judged import JudgedQuery
from search.learning import noting
from search.learning.models import UnansweredWords


class AddWordingView(CreateView):
    """The empty form, or one with the words and the kind of the address."""

    def get_initial_form_instance(self) -> PatientWording:
        """A search name or best bet that only lacks its page."""
        given = self.request.GET
        kind = given.get("kind", "")
        return PatientWording(
            words=given.get("words", "")[:200],
            kind=kind if kind in PatientWording.Kind.values else PatientWording.Kind.NAME,
        )


class PatientWordingViewSet(SnippetViewSet):
    """Search names and best bets, found by their words or their page."""

    model = PatientWording
    icon = "search"
    menu_label = _("Search wordings")
    add_view_class = AddWordingView
    list_display = ["words", "kind", "page"]
    list_filter = ["kind"]
    search_fields = ["words", "page__title"]
    panels = [FieldPanel("words"), FieldPanel("page"), FieldPanel("kind")]


class UnansweredView(IndexView):
    """The list, without what has been kept long enough."""

    def get_base_queryset(self) -> Any:
        """The rows of the list."""
        noting.forget_old()
        return super().get_base_queryset()


class UnansweredWordsViewSet(SnippetViewSet):
    """Words many visitors met within a day and found nothing by."""

    model = UnansweredWords
    icon = "help"
    menu_label = _("Unanswered words")
    index_view_class = UnansweredView
    list_display = ["words", "kind", "language", "answer"]
    list_filter = ["kind", "language"]
    search_fields = ["words"]
    ordering = ["words"]
    inspect_view_enabled = False
    panels = [FieldPanel("words", read_only=True), FieldPanel("kind", read_only=True)]


class JudgedView(IndexView):
    """The list, every query asked anew."""

    def get_base_queryset(self) -> Any:
        """The rows of the list."""
        judging.judge()
        return super().get_base_queryset()


class JudgedQueryViewSet(SnippetViewSet):
    """Queries that must find their page, and where it stands."""

    model = JudgedQuery
    icon = "tasks"
    menu_label = _("Judged queries")
    index_view_class = JudgedView
    list_display = ["words", "page", "verdict", "place", "best"]
    search_fields = ["words", "page__title"]
    panels = [FieldPanel("words"), FieldPanel("page")]


class SearchGroup(SnippetViewSetGroup):
    """All that editors do for the search."""

    items = (PatientWordingViewSet, UnansweredWordsViewSet, JudgedQueryViewSet)
    menu_label = _("Search")
    menu_icon = "search"
    menu_order = 460


register_snippet(SearchGroup)


class FallenPanel(Component):
    """A warning on the admin's first screen: queries whose page stands lower than it did."""

    name = "search_fallen"
    template_name = "search/fallen.html"
    order = 120

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """The queries whose page fell."""
        return {"fallen": JudgedQuery.fallen().select_related("page")[:10]}


@hooks.register("construct_homepage_panels")
def warn_of_fallen(request: HttpRequest, panels: list[Any]) -> None:
    """Where something fell, for those who keep the judgement list."""
    may = request.user.has_perm("search.view_judgedquery")
    if may and JudgedQuery.fallen().exists():
        panels.append(FallenPanel())
