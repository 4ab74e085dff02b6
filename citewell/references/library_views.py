"""The library's own views of a source: list with filters, usage, deletion."""

from typing import Any

import django_filters
from django.contrib import messages
from django.db.models import Count, ProtectedError, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import BaseListingView, BaseObjectMixin, PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView
from wagtail.snippets.views.snippets import DeleteView, IndexView

from citewell.references.pasted_filter import choices_for, narrow
from citewell.references.source import Source, why_kept
from citewell.references.study_types import Confidence, StudyType
from citewell.references.usage_model import SourceUsage

MOST_HITS = 10_000  # a database takes so many keys in one question
COUNT_PAGES = Count("usages__page", distinct=True)


class SourceFilterSet(WagtailFilterSet):
    """By study type, how it was read, year, whether it is cited, has a DOI, was just pasted."""

    study_type = django_filters.ChoiceFilter(choices=StudyType.choices, label=_("Study type"))
    confidence = django_filters.ChoiceFilter(choices=Confidence.choices, label=_("How it was read"))
    year = django_filters.NumberFilter(
        label=_("Year"), field_name="year", min_value=-9999, max_value=9999
    )
    cited = django_filters.ChoiceFilter(
        label=_("Cited"),
        choices=[("yes", _("on a page")), ("no", _("nowhere"))],
        method="filter_cited",
    )
    has_doi = django_filters.ChoiceFilter(
        label=_("DOI"),
        choices=[("yes", _("with a DOI")), ("no", _("without a DOI"))],
        method="filter_has_doi",
    )
    watched = django_filters.ChoiceFilter(
        label=_("Retraction Watch"),
        choices=[("retracted", _("retracted")), ("notices", _("any notice"))],
        method="filter_watched",
    )

    pasted = django_filters.ChoiceFilter(label=_("Pasted list"), method="filter_pasted")

    class Meta:
        model = Source
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = choices_for(self.request.user) if self.request else []
        self.filters["pasted"].extra["choices"] = choices
        if not choices:
            del self.filters["pasted"]

    def filter_pasted(self, queryset: QuerySet[Source], name: str, value: str) -> QuerySet[Source]:
        return narrow(queryset, value)

    def filter_cited(self, queryset: QuerySet[Source], name: str, value: str) -> QuerySet[Source]:
        used = Q(pk__in=SourceUsage.objects.values("source"))
        return queryset.filter(used if value == "yes" else ~used)

    def filter_watched(self, queryset: QuerySet[Source], name: str, value: str) -> QuerySet[Source]:
        if value == "retracted":
            return queryset.filter(is_retracted=True)
        return queryset.exclude(notices=[])

    def filter_has_doi(self, queryset: QuerySet[Source], name: str, value: str) -> QuerySet[Source]:
        return queryset.exclude(doi="") if value == "yes" else queryset.filter(doi="")


def search_sources(view: Any, query: str, queryset: QuerySet[Source]) -> QuerySet[Source]:
    """The search's hits within a list, whatever that list is filtered by and in its order.

    The hits are not ranked: SQLite would search anew for the score of each.
    """
    unranked = Source.objects.order_by()
    hits = get_search_backend().autocomplete(query, unranked, order_by_relevance=False)
    return queryset.filter(pk__in=[hit.pk for hit in hits[:MOST_HITS]])


class SourceIndexView(IndexView):
    """The list: sources that stand, each with the pages that cite it."""

    filterset_class = SourceFilterSet

    @cached_property
    def header_buttons(self) -> list[Any]:
        buttons: list[Any] = super().header_buttons
        if self.add_url:
            url = reverse("paste_references")
            buttons.append(HeaderButton(_("Paste references"), url=url, icon_name="clipboard-list"))
        return buttons

    def get_base_queryset(self) -> QuerySet[Source]:
        return Source.objects.standing().annotate(pages=COUNT_PAGES)

    def search_queryset(self, queryset: QuerySet[Source]) -> QuerySet[Source]:
        return search_sources(self, self.search_query, queryset) if self.is_searching else queryset


class IdentifiersColumn(Column):
    """DOI, PMID and so on, one behind the other."""

    def get_value(self, instance: Source) -> str:
        named = {"PMID": instance.pmid, "ISBN": instance.isbn, "arXiv": instance.arxiv}
        parts = [instance.doi, instance.pmcid, instance.nct]
        return ", ".join(filter(None, [*parts, *(f"{n} {v}" for n, v in named.items() if v)]))


class SourceUsageView(PermissionCheckedMixin, BaseObjectMixin, BaseListingView):
    """“Cited on 4 pages”: each with whether it is live or a draft."""

    model = Source
    paginate_by = 20
    page_title = _("Usage")
    index_url_name = edit_url_name = usage_url_name = ""
    permission_required = "change"
    header_icon = "openquote"

    def get_index_url(self) -> str:
        return reverse(self.usage_url_name, args=[self.object.pk])

    def get_page_subtitle(self) -> str:
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": _("Sources")},
            {"url": reverse(self.edit_url_name, args=[self.object.pk]), "label": str(self.object)},
            {"url": "", "label": _("Usage"), "sublabel": str(self.object)},
        ]

    def get_queryset(self) -> QuerySet[Page]:
        usages = SourceUsage.objects.filter(source=self.object.standing)
        live = usages.filter(version=SourceUsage.Version.LIVE)
        pages = Page.objects.filter(pk__in=usages.values("page"))
        return pages.annotate(in_live=Count("pk", filter=Q(pk__in=live.values("page")))).order_by(
            "title", "pk"
        )

    @cached_property
    def columns(self) -> list[Column]:
        return [
            PageTitleColumn("title", label=_("Page")),
            Column("version", label=_("Version"), accessor=_version),
        ]


class PageTitleColumn(Column):
    """The page's title, leading to its editor where the user may open it."""

    cell_template_name = "citewell/references/page_cell.html"

    def get_cell_context_data(self, instance: Page, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        permissions = instance.permissions_for_user(parent_context["request"].user)
        may_edit = permissions.can_edit()
        context["link"] = reverse("wagtailadmin_pages:edit", args=[instance.pk]) if may_edit else ""
        context["title"] = instance.get_admin_display_title() if may_edit else _("(a private page)")
        return context


def _version(page: Any) -> Any:
    return _("live") if page.in_live else _("draft")


class SourceDeleteView(DeleteView):
    """Says in one sentence why a source stays."""

    def get_usage(self) -> "Kept":
        """Our table in place of Wagtail's index, which does not see drafts."""
        return Kept(self.object.kept_by())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(why_kept=self.usage.sentence, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            if self.usage.is_protected:
                raise ProtectedError(self.usage.sentence, set())
            response: HttpResponse = super().form_valid(form)
        except ProtectedError as error:
            messages.error(self.request, str(error.args[0]))
            return redirect(self.get_delete_url())
        return response


class Kept:
    """What keeps a source from being deleted, as Wagtail's view asks for it."""

    def __init__(self, protected: list[Any]) -> None:
        self.is_protected = bool(protected)
        self.sentence = why_kept(protected) if protected else ""
        self.pages = {one.page_id for one in protected if isinstance(one, SourceUsage)}

    def count(self) -> int:
        """The pages that cite it."""
        return len(self.pages)


class SearchedChooser:
    """The chooser offers sources that stand, found by title, author, identifier, pasted text."""

    def get_object_list(self) -> QuerySet[Source]:
        return Source.objects.standing()

    def filter_object_list(self, objects: QuerySet[Source]) -> QuerySet[Source]:
        query = self.filter_form.cleaned_data.get("q") if self.filter_form.is_valid() else ""  # type: ignore[attr-defined]
        self.filter_form.search_query = query or None  # type: ignore[attr-defined]
        self.filter_form.is_searching = bool(query)  # type: ignore[attr-defined]
        return search_sources(self, query, objects) if query else objects


class SourceChooseView(SearchedChooser, ChooseView):
    """The chooser's window."""


class SourceChooseResultsView(SearchedChooser, ChooseResultsView):
    """Its results."""
