"""The report of documents: whose, when due, by what replaced, and whether it could be a page."""

from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.documents import get_document_model
from wagtail.permissions import policy_registry

from citewell.documents.models import CustomDocument


class DocumentsFilterSet(WagtailFilterSet):
    """By owner and by whether it could be a page."""

    class Meta:
        model = CustomDocument
        fields = ["owner", "could_be_page"]


class DocumentsReportView(ReportView):
    """Every document a user may change, the longest overdue first."""

    model = CustomDocument
    page_title = _("Documents under review")
    header_icon = "doc-full-inverse"
    any_permission_required = ["add", "change"]
    index_url_name = "documents_report"
    index_results_url_name = "documents_report_results"
    filterset_class = DocumentsFilterSet
    columns = [
        TitleColumn(
            "title",
            label=_("Title"),
            get_url=lambda document: reverse("wagtaildocs:edit", args=[document.pk]),
        ),
        Column("owner", label=_("Owner")),
        Column("review_due", label=_("Next review due")),
        Column("replaced_by", label=_("Replaced by")),
        Column("could_be_page", label=_("Can it be a page?"), accessor="get_could_be_page_display"),
    ]
    list_export = ["title", "owner", "review_due", "replaced_by", "could_be_page"]
    export_headings = {"title": _("Title"), "owner": _("Owner"), "review_due": _("Next review due")}

    def user_has_any_permission(self, permissions: Any) -> bool:
        return may_see(self.request.user)

    def get_base_queryset(self) -> QuerySet[Any]:
        policy = policy_registry.get_by_type(get_document_model())
        documents = policy.instances_user_has_permission_for(self.request.user, "change")
        found: QuerySet[Any] = documents.select_related("owner", "replaced_by")
        return found

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.order_by(F("review_due").asc(nulls_last=True), "title", "pk")


def may_see(user: Any) -> bool:
    """Whether a user may change some document."""
    policy = policy_registry.get_by_type(get_document_model())
    return bool(policy.user_has_any_permission(user, ["change"]))


class DocumentsMenuItem(MenuItem):
    """Shown to those who may change documents."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


@hooks.register("register_admin_urls")
def documents_addresses() -> list[URLPattern]:
    """The report and its results, which filters load alone."""
    return [
        path("reports/documents/", DocumentsReportView.as_view(), name="documents_report"),
        path(
            "reports/documents/results/",
            DocumentsReportView.as_view(results_only=True),
            name="documents_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def documents_menu_item() -> MenuItem:
    """The report's place in the menu."""
    return DocumentsMenuItem(
        _("Documents"), reverse("documents_report"), icon_name="doc-full-inverse", order=1055
    )
