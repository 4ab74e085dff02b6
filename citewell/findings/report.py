"""The report over the site: pages and their findings."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page, get_page_content_types

from citewell.findings.registry import REGISTRY
from citewell.findings.versions import latest_versions


class FindingsReportFilterSet(WagtailFilterSet):
    """By type of page and by whether it is live."""

    content_type = ContentTypeFilter(
        label=_("Type"),
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
    )

    class Meta:
        model = Page
        fields = ["live", "content_type"]


class FindingsReportView(PageReportView):
    """Each page an editor may change, with the findings of its latest draft.

    Findings are looked for when a page of the report is shown, fifty pages at a time, so
    the report is always right and its cost does not grow with the site.
    """

    page_title = _("Findings")
    header_icon = "warning"
    results_template_name = "citewell/findings/report_results.html"
    filterset_class = FindingsReportFilterSet
    index_url_name = "findings_report"
    index_results_url_name = "findings_report_results"
    any_permission_required = ["add", "change", "publish"]
    export_headings = {"findings_text": _("Findings"), **PageReportView.export_headings}
    list_export = [*PageReportView.list_export, "findings_text"]

    def get_queryset(self) -> QuerySet[Page]:
        self.queryset = (
            self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
            .filter(depth__gt=1)
            .prefetch_workflow_states()
            .select_related("content_type", "latest_revision")
            .annotate_approved_schedule()
            .order_by("-latest_revision_created_at", "pk")
        )
        pages: QuerySet[Page] = super().get_queryset()
        return pages

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        pages = list(object_list)
        versions = latest_versions(pages)
        REGISTRY.prepare(versions.values())
        for page in pages:
            page.findings = REGISTRY.findings(versions[page.pk])
            page.findings_text = "; ".join(str(finding.message) for finding in page.findings)
        return pages
