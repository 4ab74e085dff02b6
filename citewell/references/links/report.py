"""The report of outside links: dead, failed lately, could not be checked, alive."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from citewell.references.links.model import Link
from citewell.references.source import Source


class LinkFilterSet(WagtailFilterSet):
    """By state and host."""

    state = django_filters.ChoiceFilter(choices=Link.State.choices, label=_("State"))
    host = django_filters.CharFilter(lookup_expr="icontains", label=_("Host"))

    class Meta:
        model = Link
        fields: list[str] = []


class LinksReportView(ReportView):
    """Every outside link that stands somewhere, with where it stands."""

    model = Link
    page_title = header_title = _("Outside links")
    header_icon = "link-external"
    index_url_name = "links_report"
    index_results_url_name = "links_report_results"
    results_template_name = "citewell/references/links_report_results.html"
    filterset_class = LinkFilterSet
    permission_policy: Any = None
    any_permission_required = ["add", "change", "delete"]
    export_headings = {"url": _("Address"), "state": _("State")}
    list_export = ["url", "state", "status", "problem", "checked_at", "archived_url"]

    def setup(self, *args: Any, **kwargs: Any) -> None:
        self.permission_policy = policy_registry.get_by_type(Source)
        super().setup(*args, **kwargs)

    def get_queryset(self) -> QuerySet[Link]:
        self.queryset = Link.objects.filter(uses__isnull=False).distinct().prefetch_related(
            "uses__source", "uses__page"
        )  # fmt: skip
        links: QuerySet[Link] = super().get_queryset()
        return links
